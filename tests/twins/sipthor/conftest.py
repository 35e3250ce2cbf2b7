# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the twin that speaks to it without a network, and answers its digest challenges by hand."""

from __future__ import annotations

import copy
import hashlib
import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from simulator.core.interface import Request, Response
from simulator.core.simulation import Simulation
from simulator.sipthor.twin import SipThor

PATH = "/settings.phtml"


def md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()


class Thor:
    """The simulated server and an account's client for it."""

    def __init__(self, seed: Any = "empty", scale: dict[str, int] | None = None) -> None:
        self.simulation = Simulation(seed, scale, lambda clock: [SipThor(clock)])
        self.twin: Any = self.simulation.twins["sipthor"]
        self.delay_s = 0.0

    def send(
        self,
        query: str = "",
        method: str = "GET",
        body: bytes = b"",
        authorization: str | None = None,
        content_type: str = "application/x-www-form-urlencoded",
    ) -> Response:
        """One request as it is, without answering a challenge."""
        headers: CIMultiDict[str] = CIMultiDict()
        if authorization is not None:
            headers["Authorization"] = authorization
        if body:
            headers["Content-Type"] = content_type
        request = Request(method, PATH, query, CIMultiDictProxy(headers), body, 1, "http://127.0.0.1:8470")
        outcome = self.simulation.answer(request)
        assert outcome.response is not None
        self.delay_s = outcome.delay_s
        return outcome.response

    def challenge(self, query: str = "realm=example.com") -> dict[str, str]:
        """The directives of the challenge to a request."""
        return directives(self.send(query).headers["WWW-Authenticate"])

    def authorization(
        self, query: str, method: str = "GET", user: str = "alice", password: str = "rehearsal", **changed: str | None
    ) -> str:
        """An Authorization header for a request; ``changed`` replaces directives, or leaves them out (None)."""
        challenge = self.challenge("&".join(part for part in query.split("&") if part.startswith("realm=")))
        realm, uri = challenge["realm"], f"{PATH}?{query}"
        values: dict[str, str | None] = {
            "username": user,
            "realm": realm,
            "nonce": challenge["nonce"],
            "uri": uri,
            "qop": "auth",
            "nc": "00000001",
            "cnonce": "c0ffee",
            "opaque": challenge["opaque"],
            **changed,
        }
        ha1, ha2 = md5(f"{user}:{realm}:{password}"), md5(f"{method}:{values['uri']}")
        parts = [values[key] or "" for key in ("nonce", "nc", "cnonce", "qop")]
        values.setdefault("response", md5(":".join([ha1, *parts, ha2])))
        quoted = {
            key: value if key in ("qop", "nc") else f'"{value}"' for key, value in values.items() if value is not None
        }
        return "Digest " + ", ".join(f"{key}={value}" for key, value in quoted.items())

    def raw(self, query: str, method: str = "GET", body: bytes = b"", **more: Any) -> Response:
        """An authenticated request with a query as it is."""
        content_type = more.pop("content_type", "application/x-www-form-urlencoded")
        return self.send(query, method, body, self.authorization(query, method, **more), content_type)

    def call(
        self,
        action: str | None,
        parameters: dict[str, Any] | None = None,
        method: str = "GET",
        user: str = "alice",
        password: str = "rehearsal",
    ) -> Response:
        """An authenticated action, its parameters in the query or, by POST, in the body."""
        query = urlencode({**({} if action is None else {"action": action}), "realm": "example.com"})
        encoded = urlencode(parameters or {}, doseq=True)
        if method == "GET" and encoded:
            query += f"&{encoded}"
        body = encoded.encode() if method != "GET" else b""
        return self.raw(query, method, body, user=user, password=password)

    def text(self, action: str | None, parameters: dict[str, Any] | None = None, **more: Any) -> str:
        """The body of an action that is answered with status 200."""
        response = self.call(action, parameters, **more)
        assert response.status == 200
        return response.body.decode()

    def json(self, action: str, parameters: dict[str, Any] | None = None, **more: Any) -> Any:
        return json.loads(self.text(action, parameters, **more))

    def forwarding(self) -> dict[str, str | None]:
        return self.json("get_call_forwarding")

    def account(self, username: str = "alice") -> Any:
        """The account's part of the state."""
        return next(entry for entry in self.twin.state()["accounts"] if entry["username"] == username)

    def change(self, username: str = "alice", **values: Any) -> None:
        """Load the state with other values in an account."""
        state = copy.deepcopy(self.twin.state())
        next(entry for entry in state["accounts"] if entry["username"] == username).update(values)
        self.twin.load(state, {})

    def change_tables(self, **rows: list[dict[str, Any]]) -> None:
        """Load the state with more rows in some tables."""
        state = copy.deepcopy(self.twin.state())
        for table, more in rows.items():
            state[table] += more
        self.twin.load(state, {})

    def fault(self, do: str, action: str | None = None, backend: str | None = None, **more: Any) -> None:
        match: dict[str, Any] = {key: more.pop(key) for key in ("nth", "times", "account") if key in more}
        match.update({key: value for key, value in (("action", action), ("backend", backend)) if value})
        fault = {"match": {"platform": "sipthor", **match}, "do": do, **more}
        self.simulation.faults.append(fault, self.simulation.twins)

    def journal(self) -> list[Any]:
        rows: list[Any] = self.simulation.journal.rows()
        return rows

    def knob(self, **values: Any) -> None:
        self.simulation.configure({"sipthor": values})

    def advance(self, seconds: float) -> None:
        self.simulation.clock.offset_s += seconds


def directives(header: str) -> dict[str, str]:
    found = re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', header)
    return {name: quoted or bare for name, quoted, bare in found}


@pytest.fixture
def thor() -> Thor:
    """A server with the seed ``empty``."""
    return Thor()


@pytest.fixture
def demo() -> Thor:
    """A server with the seed ``demo``."""
    return Thor("demo")


@pytest.fixture(name="directives")
def directives_of() -> Any:
    """Splits a WWW-Authenticate header."""
    return directives


@pytest.fixture
def server() -> type[Thor]:
    """For servers with other seeds."""
    return Thor
