# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the twin that speaks to it without a network."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from simulator.core.interface import Request
from simulator.core.simulation import Simulation
from simulator.sipgate_v2.twin import SipgateV2

BASE_URL = "http://127.0.0.1:8470"
TOKEN = "00000000-0000-4000-8000-000000000000"


@dataclass
class Answer:
    """A status, the decoded body (None if it is empty) and the headers."""

    status: int
    body: Any
    headers: CIMultiDict[str]
    raw: bytes


class Account:
    """A simulated account and a client for it.

    :param seed: what the account starts from
    :param scale: how much more of it there is
    """

    def __init__(self, seed: Any = "empty", scale: dict[str, int] | None = None) -> None:
        self.simulation = Simulation(seed, scale, lambda clock: [SipgateV2(clock)])
        self.twin: Any = self.simulation.twins["sipgate_v2"]
        self.token_id = "token-EXAMPL"

    def send(self, method: str, path: str, body: Any = None, **headers: str | None) -> Answer:
        """One request with the account's token; a header that is None is not sent."""
        path, _mark, query = path.partition("?")
        credentials = base64.b64encode(f"{self.token_id}:{TOKEN}".encode()).decode()
        given: dict[str, str | None] = {"Authorization": f"Basic {credentials}"}
        raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        if raw:
            given["Content-Type"] = "application/json"
        given.update({name.replace("_", "-"): value for name, value in headers.items()})
        sent = CIMultiDict({name: value for name, value in given.items() if value is not None})
        request = Request(method, f"/v2{path}", query, CIMultiDictProxy(sent), raw, 1, BASE_URL)
        response = self.simulation.answer(request).response
        assert response is not None
        is_json = "json" in response.headers.get("Content-Type", "")
        return Answer(
            response.status,
            json.loads(response.body) if is_json else response.body.decode() or None,
            response.headers,
            response.body,
        )

    def get(self, path: str, **headers: str | None) -> Answer:
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any = None) -> Answer:
        return self.send("POST", path, body)

    def put(self, path: str, body: Any) -> Answer:
        return self.send("PUT", path, body)

    def delete(self, path: str) -> Answer:
        return self.send("DELETE", path)

    def items(self, path: str) -> list[Any]:
        """The items of a list that must be there."""
        answer = self.get(path)
        assert answer.status == 200
        return list(answer.body["items"])

    def knobs(self, **values: Any) -> None:
        self.simulation.configure({"sipgate_v2": values})

    def state(self) -> dict[str, Any]:
        """The twin's state, to be changed and loaded again."""
        return dict(self.simulation.state()["sipgate_v2"])

    def load(self, state: dict[str, Any]) -> None:
        self.simulation.reset({"sipgate_v2": state})

    def advance(self, seconds: float) -> None:
        self.simulation.clock.offset_s += seconds

    def last_call(self) -> dict[str, Any]:
        """The journal's newest row."""
        return dict(self.simulation.journal.rows(None)[-1])


@pytest.fixture
def account() -> Account:
    """A new account."""
    return Account()


@pytest.fixture
def demo() -> Account:
    """The account of the demo."""
    return Account("demo")


@pytest.fixture
def make_account() -> type[Account]:
    """Makes an account from another seed."""
    return Account


@pytest.fixture
def line(account: Account) -> str:
    """The path of a phone line of the new account."""
    return f"/w0/phonelines/{account.post('/w0/phonelines').body['id']}"


@pytest.fixture
def device(account: Account) -> str:
    """The id of a VoIP telephone of the new account."""
    return str(account.post("/w0/devices/register", {"alias": "Desk"}).body["id"])


@pytest.fixture
def member(demo: Account) -> Account:
    """The demo as Ada sees it, who is no administrator."""
    state = demo.state()
    state["tokens"].append({"id": "token-MEMBER", "secret": TOKEN, "userId": "w1", "scopes": ["all"]})
    demo.load(state)
    demo.token_id = "token-MEMBER"
    return demo
