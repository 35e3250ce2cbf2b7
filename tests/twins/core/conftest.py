# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A toy platform, simulators that serve it, and a client that shows every byte."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from typing import Any, NoReturn
from urllib.parse import parse_qs, urlsplit

import pytest
from multidict import CIMultiDict

from simulator.core.interface import Call, Clock, Request, Response, Twin
from simulator.testing import RunningSimulator, simulator_thread


def fail_with(error: Exception) -> NoReturn:
    raise error


class NotesTwin(Twin):
    """Named notes below ``/notes``: the smallest platform with reads, writes, an action, logins and a back end."""

    name = "notes"
    default_knobs = {"strict": False, "limit": 20, "edition": "plain", "anything": None}
    knob_choices = {"edition": ("plain", "deluxe")}
    own_faults = frozenset({"lock_login"})

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.notes: dict[str, str] = {}
        self.scale: dict[str, int] = {}
        self.sessions = {"session-1"}
        self.login_locked = False
        self.received: list[Request] = []
        self.answer_next: Response | Exception | None = None

    def owns(self, path: str) -> bool:
        return path == "/notes" or path.startswith("/notes/")

    def describe(self, request: Request, call: Call) -> None:
        call.route = "/notes" if request.path == "/notes" else "/notes/{name}"
        call.write = request.method in ("PUT", "DELETE")
        query = parse_qs(request.query)
        call.action = query.get("action", [None])[0]
        call.secret_in_url = [name for name in query if name == "password"]
        call.account = request.headers.get("X-Account")
        if request.path == "/notes/indescribable":
            raise LookupError("no such description")

    def handle(self, request: Request, call: Call) -> Response:
        self.received.append(request)
        if isinstance(self.answer_next, Exception):
            fail_with(self.answer_next)
        if self.answer_next is not None:
            answer, self.answer_next = self.answer_next, None
            return answer
        if "X-Session" in request.headers and request.headers["X-Session"] not in self.sessions:
            return Response(401, b"expired")
        if call.action == "login" and self.login_locked:
            return Response(403, b"locked")
        if call.action == "remote":
            return Response(200, json.dumps(self.backend_fault("NotesPort", "getNotes")).encode())
        if call.write:
            self.notes[request.path.rpartition("/")[2]] = request.body.decode()
            call.applied = True
            return Response(204)
        return Response(200, json.dumps(self.notes).encode(), CIMultiDict({"Content-Type": "application/json"}))

    def load(self, seed: str | Mapping[str, Any], scale: Mapping[str, int]) -> None:
        self.scale = dict(scale)
        self.notes = dict(seed["notes"]) if not isinstance(seed, str) else {"first": "hello"} if seed == "demo" else {}

    def state(self) -> dict[str, Any]:
        return {"notes": dict(self.notes)}

    def forget_sessions(self) -> None:
        self.sessions.clear()

    def apply_fault(self, request: Request, call: Call, fault: Mapping[str, Any]) -> Response | None:
        if fault["do"] == "lock_login":
            self.login_locked = True
        if call.action == "own":
            return Response(500, f"the platform's own {fault['do']}".encode())
        return None


class OtherTwin(NotesTwin):
    name = "other"
    default_knobs = {"mode": "a"}
    knob_choices = {}

    def owns(self, path: str) -> bool:
        return path.startswith("/other")


def make_twins(clock: Clock) -> list[Twin]:
    return [NotesTwin(clock), OtherTwin(clock)]


@dataclass
class Running:
    """A simulator of the toy platforms, its control calls and its inside."""

    control: RunningSimulator
    twin: NotesTwin
    connections: list[HTTPConnection] = field(default_factory=list)

    def connect(self) -> HTTPConnection:
        parts = urlsplit(self.control.url)
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=10)
        self.connections.append(connection)
        return connection

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[HTTPResponse, bytes]:
        """One request on a connection of its own; the answer and its body."""
        connection = self.connect()
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response, response.read()

    def socket(self) -> socket.socket:
        parts = urlsplit(self.control.url)
        return socket.create_connection((parts.hostname, parts.port), timeout=10)

    def raw(self, request: bytes) -> bytes:
        """Everything the server sends until it closes the connection."""
        with self.socket() as connection:
            connection.sendall(request)
            return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.fixture
def running() -> Iterator[Running]:
    made: list[Twin] = []

    def remembered(clock: Clock) -> list[Twin]:
        made.extend(make_twins(clock))
        return made

    with simulator_thread(make_twins=remembered) as control:
        twin = made[0]
        assert isinstance(twin, NotesTwin)
        server = Running(control, twin)
        yield server
        for connection in server.connections:
            connection.close()


@pytest.fixture
def toy_twins() -> Callable[[Clock], list[Twin]]:
    return make_twins
