# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A settings page that answers as it is told to, in place of the HTTP client."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.client import AccountApi, SipThorClient

NONCE = "MTcwMDAwMDAwMC41OjAxMjM="
FORWARDING_OFF = {"FUNC": None, "FNOL": "", "FBUS": None, "FNOA": None, "FUNV": None}
RULES = {"temporary": {"groups": ["everybody"], "duration": 0}, "groups": ["everybody", "nobody"]}
FAILED = '<div class="alert">Error (SipPort): Provisioning error (9000): Injected &amp; failed</div>\n'


@dataclass
class Sent:
    """One request as it would go over the wire."""

    method: str
    path: str
    query: str
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def action(self) -> str | None:
        return dict(parse_qsl(self.query)).get("action")

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl((self.body or b"").decode(), keep_blank_values=True))

    def directive(self, name: str) -> str:
        match = re.search(rf'\b{name}="?([^",]*)"?', self.headers["Authorization"])
        assert match is not None
        return match.group(1)


def challenge(nonce: str = NONCE, realm: str = "example.com", more: str = "") -> Answer:
    header = f'Digest realm="{realm}", qop="auth", nonce="{nonce}", opaque="0a1b"{more}'
    return Answer("", "", 401, "Unauthorized", {"www-authenticate": header})


def done(text: str = "Done") -> dict[str, Any]:
    return {"success": True, "error_message": text}


def refused(text: str) -> dict[str, Any]:
    return {"success": False, "error_message": text}


class ScriptedPage:
    """Stands in for the HTTP client.

    :param answers: action to the body of a 200 (a text, or what is sent as JSON), to a whole answer or an exception.
        A tuple of them is used up one by one; its last one stays.
    """

    def __init__(self, answers: Mapping[str, Any] | None = None) -> None:
        self.answers: dict[str | None, Any] = {None: challenge(), **(answers or {})}
        self.sent: list[Sent] = []

    @property
    def actions(self) -> list[str | None]:
        return [sent.action for sent in self.sent]

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
    ) -> Answer:
        sent = Sent(method, path, query, body, dict(headers or {}))
        self.sent.append(sent)
        assert sent.action in self.answers, f"nobody expected {sent.action}"
        known = self.answers[sent.action]
        if isinstance(known, tuple):
            known, self.answers[sent.action] = known[0], known[1:] or known
        if isinstance(known, Exception):
            raise known
        if isinstance(known, Answer):
            return Answer(method, path, known.status, known.reason, known.headers, known.body)
        content = known if isinstance(known, str) else json.dumps(known)
        return Answer(method, path, 200, "OK", {"content-type": "text/html; charset=UTF-8"}, content.encode())

    def close(self) -> None:
        pass

    def client(self, url: str = "https://sip.example.com", **credentials: str) -> SipThorClient:
        given = {"username": "ann", "password": "s3cret", **credentials}
        return SipThorClient(Connection(url, **given), "example.com", self)  # type: ignore[arg-type]

    def account(self) -> AccountApi:
        return self.client().account()
