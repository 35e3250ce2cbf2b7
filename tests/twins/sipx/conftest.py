# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the sipXcom twin that speaks to it without a network."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from simulator.core.interface import Request
from simulator.core.simulation import Simulation
from simulator.sipx.twin import SipxTwin

PASSWORD = "rehearsal"


class Answer:
    """What came back."""

    def __init__(self, response, row):
        self.status = response.status
        self.reason = response.reason
        self.headers = response.headers
        self.body = response.body
        self.text = response.body.decode("utf-8", "replace")
        self.row = row

    @property
    def type(self):
        return self.headers.get("Content-Type")

    @property
    def json(self) -> Any:
        assert self.status == 200, (self.status, self.text)
        assert self.type == "application/json"
        return json.loads(self.text)

    @property
    def brief(self):
        """Status and body, which is all that most answers are about."""
        return self.status, self.text


class PbxServer:
    """The server, and one client at a time."""

    def __init__(self, seed: Any = "empty", **scale: int) -> None:
        self.simulation = Simulation(seed, scale, lambda clock: [SipxTwin(clock)])
        self.twin = self.simulation.twins["sipx"]

    @property
    def pbx(self):
        return self.twin.pbx

    def send(self, method, path, body=b"", *, user="superadmin", password=PASSWORD, **headers):
        """One request with exactly these headers, besides the credentials."""
        sent = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items() if value is not None})
        if user is not None:
            sent["Authorization"] = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        path, _unused, query = path.partition("?")
        request = Request(method, path, query, CIMultiDictProxy(sent), body, 1, "http://127.0.0.1")
        outcome = self.simulation.answer(request)
        return Answer(outcome.response, self.simulation.journal.rows()[-1])

    def api(self, method, path, body=None, *, accept="application/json", content_type=None, **more):
        """One request below ``/api``: a text is plain text, anything else JSON, bytes are sent as they are."""
        if isinstance(body, str):
            content, default = body.encode(), "text/plain"
        elif isinstance(body, bytes) or body is None:
            content, default = body or b"", None
        else:
            content, default = json.dumps(body).encode(), "application/json"
        return self.send(
            method, f"/sipxconfig/api{path}", content, Accept=accept, Content_Type=content_type or default, **more
        )

    def get(self, path, **more):
        return self.api("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.api("POST", path, body, **more)

    def put(self, path, body=None, **more):
        return self.api("PUT", path, body, **more)

    def delete(self, path, **more):
        return self.api("DELETE", path, **more)

    def configure(self, **knobs):
        self.twin.configure(knobs)


@pytest.fixture
def make_server():
    """Makes a server from a seed."""
    return PbxServer


@pytest.fixture
def server():
    """A freshly installed server."""
    return PbxServer()


@pytest.fixture
def demo():
    """The demonstration server."""
    return PbxServer("demo")


@pytest.fixture
def staffed(server):
    """A fresh server with the users 4101 (alias 1201), 4102 and 4103."""
    for user in (
        {
            "userName": "4101",
            "firstName": "Ada",
            "lastName": "Example",
            "pintoken": "Portal-99",
            "voicemailPin": "2468",
            "sipPassword": "s1p-4101",
            "aliases": ["1201"],
        },
        {"userName": "4102", "pintoken": "Portal-98", "sipPassword": "s1p-4102"},
        {"userName": "4103", "pintoken": "Portal-97", "sipPassword": "s1p-4103"},
    ):
        assert server.post("/users", user).status == 200
    return server
