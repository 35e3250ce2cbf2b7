# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted sipXcom server without a network: it answers from a table and remembers what it was sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.client import SipxClient


@dataclass
class Sent:
    """One request as it would go over the wire."""

    method: str
    path: str
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    query: str = ""
    files: Any = None
    repeatable: bool | None = None

    @property
    def line(self) -> str:
        return f"{self.method} {self.path}" + (f"?{self.query}" if self.query else "")


class ScriptedServer:
    """Stands in for the HTTP client.

    :param answers: request line to the body of a 200 (a text, bytes, or what is sent as JSON), or to a whole answer.
        A list is used up one by one.
    """

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self.answers = dict(answers)
        self.sent: list[Sent] = []

    @property
    def lines(self) -> list[str]:
        return [sent.line for sent in self.sent]

    @property
    def writes(self) -> list[Sent]:
        return [sent for sent in self.sent if sent.method != "GET"]

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        query: str = "",
        repeatable: bool | None = None,
        files: Any = None,
    ) -> Answer:
        sent = Sent(method, path.removeprefix("/sipxconfig"), body, dict(headers or {}), query, files, repeatable)
        self.sent.append(sent)
        known = self.answers.get(sent.line, self.answers.get(f"{method} *"))
        if isinstance(known, list):
            known = known.pop(0)
        assert known is not None, f"nobody expected {sent.line}"
        if isinstance(known, Exception):
            raise known
        if isinstance(known, Answer):
            return Answer(method, path, known.status, known.reason, known.headers, known.body)
        content = (
            known
            if isinstance(known, bytes)
            else known.encode()
            if isinstance(known, str)
            else json.dumps(known).encode()
        )
        return Answer(method, path, 200, "OK", {}, content)

    def close(self) -> None:
        pass

    def client(self) -> SipxClient:
        return SipxClient(Connection("https://pbx.example.com"), self)  # type: ignore[arg-type]


def envelope(code: str, message: str, data: str = "", status: int = 200) -> Answer:
    """An answer of the administrative resources of /rest."""
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><response>'
        f"<code>{code}</code><message>{message}</message>{f'<data>{data}</data>' if data else ''}</response>"
    )
    return Answer("", "", status, "", {"content-type": "text/xml"}, text.encode())


def exception(text: str, status: int = 500) -> Answer:
    """A failure of /api: plain text under a wrong content type."""
    return Answer("", "", status, "Server Error", {"content-type": "application/json"}, text.encode())


CREATED = envelope("SUCCESS_CREATED", "Created", "<id>57</id>", 201)
UPDATED = envelope("SUCCESS_UPDATED", "Updated", "<id>57</id>")
NO_ROUTE = exception("javax.ws.rs.NotFoundException: HTTP 404 Not Found")
