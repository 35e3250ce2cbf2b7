# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server without a network: requests go straight to the twin."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

import pytest
from multidict import CIMultiDict, CIMultiDictProxy

from simulator.core.interface import Call, Clock, Request
from simulator.sipx.twin import SipxTwin

SUPERADMIN = ("superadmin", "rehearsal")
JSON, XML = "application/json", "text/xml"


@dataclass
class Answer:
    """What came back, and the line of the journal."""

    status: int
    reason: str | None
    headers: CIMultiDict[str]
    body: bytes
    call: Call

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def content_type(self) -> str | None:
        return self.headers.get("Content-Type")

    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def failure(self) -> str:
        """The text of the adapter's JSON, which is not always JSON."""
        assert self.status == 500
        assert self.content_type == JSON
        assert self.text.startswith('{"error":"')
        assert self.text.endswith('"} ')
        return self.text[len('{"error":"') :].rpartition('","type":"')[0]

    def is_page(self, status: int, reason: str | None = None) -> bool:
        """Whether it is the container's page, with this reason phrase if one is given."""
        assert self.content_type == "text/html; charset=ISO-8859-1"
        assert self.reason is not None
        assert f"<pre>    {self.reason}</pre>".encode("latin-1") in self.body
        return self.status == status and reason in (None, self.reason)

    def is_envelope(self, status: int, code: str, message: str, data: str = "") -> bool:
        """Whether it is exactly this envelope."""
        assert self.content_type == XML
        wrapped = f"<data>{data}</data>" if data else ""
        expected = (
            f'<?xml version="1.0" encoding="UTF-8"?><response><code>{code}</code>'
            f"<message>{message}</message>{wrapped}</response>"
        )
        assert self.text == expected
        return self.status == status


class Server:
    """A fresh server, and requests to it."""

    def __init__(self, seed: str = "empty") -> None:
        self.clock = Clock()
        self.twin = SipxTwin(self.clock)
        self.twin.load(seed, {})
        self.user: tuple[str, str] | None = SUPERADMIN

    @property
    def pbx(self) -> Any:
        return self.twin.pbx

    def send(self, method: str, target: str, body: str | bytes = b"", **headers: str) -> Answer:
        """One request as the current user; header names are written with underscores."""
        path, _unused, query = target.partition("?")
        sent = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
        if self.user is not None and "Authorization" not in sent:
            token = base64.b64encode(":".join(self.user).encode()).decode()
            sent["Authorization"] = f"Basic {token}"
        content = body.encode() if isinstance(body, str) else body
        full_path = f"/sipxconfig{path}"
        request = Request(method, full_path, query, CIMultiDictProxy(sent), content, 1, "http://127.0.0.1")
        call = Call("sipx", method, full_path)
        self.twin.describe(request, call)
        response = self.twin.handle(request, call)
        return Answer(response.status, response.reason, response.headers, response.body, call)

    def take_down(self, service: str) -> None:
        """Script a fault of a service behind the server."""
        self.twin.due_backend_fault = lambda names: {"do": "status"} if service in names else None

    def get(self, target: str, **headers: str) -> Answer:
        return self.send("GET", f"/rest{target}", **headers)

    def get_json(self, target: str) -> Any:
        answer = self.get(target, Accept=JSON)
        assert answer.status == 200, answer.text
        return answer.json()

    def put(self, target: str, body: str | bytes = "x", **headers: str) -> Answer:
        return self.send("PUT", f"/rest{target}", body, **{"Content_Type": XML, **headers})

    def put_json(self, target: str, value: Any) -> Answer:
        return self.put(target, json.dumps(value), Content_Type=JSON)

    def post(self, target: str, body: str | bytes = "x", **headers: str) -> Answer:
        return self.send("POST", f"/rest{target}", body, **{"Content_Type": XML, **headers})

    def post_json(self, target: str, value: Any) -> Answer:
        return self.post(target, json.dumps(value), Content_Type=JSON)

    def delete(self, target: str, **headers: str) -> Answer:
        return self.send("DELETE", f"/rest{target}", **headers)

    def add_user(self, name: str, password: str = "Tulip-77-x", **members: Any) -> int:
        """A user made through the API; returns the id."""
        user = {"userName": name, "pin": password, "sipPassword": "s1p", "groups": "", "aliases": "", **members}
        answer = self.put_json("/user", {"user": user})
        assert answer.status == 201, answer.text
        return int(answer.text.partition("<id>")[2].partition("<")[0])

    def add_group(self, name: str) -> int:
        """A user group made through the API; returns the id."""
        answer = self.put("/user-group", f"<group><name>{name}</name></group>")
        assert answer.status == 201, answer.text
        return int(answer.text.partition("<id>")[2].partition("<")[0])

    def add_branch(self, name: str) -> int:
        """A branch made through the API; returns the id."""
        answer = self.put("/branch", f"<branch><name>{name}</name><address/></branch>")
        assert answer.status == 201, answer.text
        return int(answer.text.partition("<id>")[2].partition("<")[0])

    def permit(self, user_id: int, name: str, value: str = "ENABLE") -> Answer:
        """Set one permission of a user."""
        setting = f"<setting><name>{name}</name><value>{value}</value></setting>"
        return self.put(f"/user-permission/{user_id}", f"<user><permissions>{setting}</permissions></user>")


@pytest.fixture
def server() -> Server:
    """A freshly installed server, called by superadmin."""
    return Server()


@pytest.fixture
def demo() -> Server:
    """The demo server, called by its standard user."""
    server = Server("demo")
    server.user = ("200000", "rehearsal")
    return server
