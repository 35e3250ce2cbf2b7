# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted OnSIP without a network: it answers each action as it is told and remembers what it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.client import OnsipClient

NAMESPACE = "http://www.jnctn.net/ns/rest/2006-01"
SESSION = "n4k8q0c2m7t1v5a9d3g6j0p2r4"
OWN_USER = {"UserId": "41001", "OrganizationId": "7301", "AccountId": "6120", "Domain": "example.onsip.com"}


@dataclass
class Sent:
    """One request as it would go over the wire."""

    method: str
    path: str
    body: bytes
    headers: dict[str, str]
    repeatable: bool | None

    @property
    def pairs(self) -> list[tuple[str, str]]:
        return parse_qsl(self.body.decode("ascii"), keep_blank_values=True)

    @property
    def form(self) -> dict[str, str]:
        return dict(self.pairs)

    @property
    def action(self) -> str:
        return self.form["Action"]


def element(name: str, content: Any, attributes: str = "") -> str:
    """An element from a text, a map of children, or a list of children of one name."""
    if isinstance(content, list):
        return "".join(element(name, one) for one in content)
    if isinstance(content, Mapping):
        content = "".join(element(child, inner) for child, inner in content.items())
    return f"<{name}{attributes}>{content}</{name}>"


def envelope(
    action: str,
    result: str | None = "",
    completed: bool = True,
    valid: bool = True,
    established: bool = True,
    request_errors: list[tuple[str, str, str]] | None = None,
    action_errors: list[tuple[str, str]] | None = None,
) -> Answer:
    """An answer of the service; without a result if that is None."""
    of_request = [{"Parameter": p, "Code": c, "Message": m} for p, c, m in request_errors or []]
    of_action = [{"Code": c, "Message": m} for c, m in action_errors or []]
    parts = element(
        "Context",
        {
            "Action": {
                "IsCompleted": str(completed).lower(),
                **({"Errors": {"Error": of_action}} if of_action else {}),
            },
            "Request": {"IsValid": str(valid).lower(), **({"Errors": {"Error": of_request}} if of_request else {})},
            "Session": {
                "IsEstablished": str(established).lower(),
                **({"SessionId": SESSION, "UserId": "41001"} if established else {}),
            },
        },
    )
    if result is not None:
        parts += f"<Result><{action}>{result}</{action}></Result>"
    return xml(f'<Response xmlns="{NAMESPACE}">{parts}</Response>')


def xml(text: str, status: int = 200) -> Answer:
    return Answer("POST", "/api", status, "OK", {"content-type": "text/xml"}, text.encode())


def lost_session(action: str) -> Answer:
    error = ("SessionId", "Session.Authentication", "This request needs a live session.")
    return envelope(action, None, completed=False, valid=False, established=False, request_errors=[error])


def listing(container: str, row: str, rows: list[Mapping[str, Any]], found: int | None = None) -> str:
    counted = "" if found is None else f' Found="{found}"'
    return element(container, "".join(element(row, one) for one in rows), f' Limit="500" Offset="0"{counted}')


class ScriptedService:
    """Stands in for the HTTP client.

    :param answers: action to the content of its result, or to a whole answer or an exception. A list is used up one by
        one; sessions and the own user are answered by themselves.
    """

    def __init__(self, answers: Mapping[str, Any] | None = None) -> None:
        self.answers: dict[str, Any] = {
            "SessionCreate": "",
            "SessionDestroy": "",
            "UserRead": element("User", OWN_USER),
            **(answers or {}),
        }
        self.sent: list[Sent] = []
        self.closed = False

    @property
    def actions(self) -> list[str]:
        return [sent.action for sent in self.sent]

    def of(self, action: str) -> list[dict[str, str]]:
        """The forms that were sent with an action, without what every request has."""
        common = ("Action", "SessionId", "Output")
        forms = [sent.form for sent in self.sent if sent.action == action]
        return [{name: value for name, value in form.items() if name not in common} for form in forms]

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
        assert not query, "nothing may stand in a URL"
        sent = Sent(method, path, body or b"", dict(headers or {}), repeatable)
        self.sent.append(sent)
        known = self.answers.get(sent.action)
        if isinstance(known, list):
            known = known.pop(0)
        assert known is not None, f"nobody expected {sent.action}"
        if isinstance(known, Exception):
            raise known
        return known if isinstance(known, Answer) else envelope(sent.action, known)

    def close(self) -> None:
        self.closed = True


def client_of(service: ScriptedService, url: str = "https://api.onsip.com/api", **options: Any) -> OnsipClient:
    return OnsipClient(Connection(url, "admin.example", "rehearsal"), http=service, **options)  # type: ignore[arg-type]
