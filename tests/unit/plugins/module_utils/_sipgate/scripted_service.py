# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scripted sipgate API without a network: it answers from a table and remembers what it was sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler, Report
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._model.item import ItemReader
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import Deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.generations import V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.client import SipgateV1Client
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.client import SipgateV2Client

TOKEN = {"token_id": "token-EXAMPL", "token": "00000000-0000-4000-8000-000000000000"}
HANDLERS = {"version": "2.41.0", "complexity": "full"}
ADA = {"id": "w1", "firstname": "Ada", "lastname": "Sample", "email": "Ada.Sample@example.com"}
USERS = {"GET /v2/users": {"items": [ADA]}}
LOST = RequestError("POST", "/v2", "was cut off", outcome=RemoteError.UNKNOWN)


@dataclass
class Sent:
    """One request as it would go over the wire."""

    method: str
    path: str
    body: bytes | None
    headers: dict[str, str] = field(default_factory=dict)
    query: str = ""
    follow: bool = True

    @property
    def line(self) -> str:
        return f"{self.method} {self.path}" + (f"?{self.query}" if self.query else "")

    @property
    def json(self) -> Any:
        return None if self.body is None else json.loads(self.body)


class ScriptedService:
    """Stands in for the HTTP client.

    :param answers: request line to the body of a 200 (a text, bytes, or what is sent as JSON), to a whole answer, or to
        an exception. A list is used up one by one.
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

    @property
    def written(self) -> list[tuple[str, Any]]:
        return [(sent.line, sent.json) for sent in self.writes]

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        query: str = "",
        follow: bool = True,
    ) -> Answer:
        sent = Sent(method, path, body, dict(headers or {}), query, follow)
        self.sent.append(sent)
        known = self.answers.get(sent.line, self.answers.get(f"{method} {path}"))
        if isinstance(known, list):
            known = known.pop(0)
        assert known is not None, f"nobody expected {sent.line}"
        if isinstance(known, Exception):
            raise known
        if isinstance(known, Answer):
            return Answer(method, path, known.status, known.reason, known.headers, known.body)
        content = known if isinstance(known, bytes) else json.dumps(known).encode() if known != "" else b""
        return Answer(method, path, 200, "OK", {"content-type": "application/json"}, content)

    def close(self) -> None:
        pass

    def __call__(self, connection: Connection, authentication: Any = None) -> ScriptedService:
        return self

    def v2(self) -> SipgateV2Client:
        return SipgateV2Client(Connection("https://api.example.com"), TOKEN, self)

    def v1(self) -> SipgateV1Client:
        connection = Connection("https://api.example.com", username="admin@example.com", password="rehearsal")
        return SipgateV1Client(connection, HANDLERS, self)


def refused(status: int, body: Any = "", content_type: str = "application/json", **headers: str) -> Answer:
    """An answer that is no success."""
    content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    return Answer("", "", status, "", {"content-type": content_type, **headers}, content)


def reconciled(
    adapter: Any, *wanted: Mapping[str, Any], check_mode: bool = False, policy: Policy | None = None
) -> Report:
    """What becomes of items that are wanted, by the way of the modules."""
    reader = ItemReader(adapter.resource)
    items = []
    for index, raw in enumerate(wanted):
        state, values = reader.read(raw)
        key = adapter.resource.key_of(values)
        items.append(Item(index, adapter.resource.label_of(values), key, state, values))
    return Reconciler(adapter, policy or Policy()).run(items, check_mode, everything=False)


def outcome(adapter: Any, **wanted: Any) -> tuple[str, str]:
    """Status and error of one item."""
    (only,) = reconciled(adapter, wanted).outcomes
    return only.status, only.error or ""


def told(deed: Deed, generation: str, service: ScriptedService, **given: Any) -> dict[str, Any]:
    """What the deed tells when it is done, with its checks before it as in a module."""
    options = {name: given.get(name, option.get("default")) for name, option in deed.options.items()}
    client: Any = service.v2() if generation == V2 else service.v1()
    way = deed.ways[generation]
    if way.check is not None:
        way.check(options)
    seen = way.look(client, options) if way.look is not None else {}
    return {} if seen is None else {**seen, **way.act(client, options)}
