# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the twin that speaks to it without a network."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import etree
from multidict import CIMultiDict, CIMultiDictProxy

from simulator.core.interface import Request
from simulator.core.simulation import Simulation
from simulator.sipgate_v1.twin import SipgateV1

BASE_URL = "http://127.0.0.1:8470"
VERSION = "2.41.0"


@dataclass
class Answer:
    """A status, the body as it came, and the headers."""

    status: int
    raw: bytes
    headers: CIMultiDict[str]

    @property
    def body(self) -> Any:
        return json.loads(self.raw)

    @property
    def xml(self) -> Any:
        return etree.fromstring(self.raw)


class Site:
    """A simulated account and a client for it, which asks for JSON unless told otherwise.

    :param seed: what the account starts from
    :param scale: how much more of it there is
    """

    def __init__(self, seed: Any = "empty", scale: dict[str, int] | None = None) -> None:
        self.simulation = Simulation(seed, scale, lambda clock: [SipgateV1(clock)])
        self.twin: Any = self.simulation.twins["sipgate_v1"]
        self.login = "admin@example.com"

    def send(
        self,
        method: str,
        path: str,
        query: dict[str, Any] | None = None,
        body: bytes = b"",
        version: str | None = VERSION,
        **headers: str | None,
    ) -> Answer:
        """One request with the login of the user; a header that is None is not sent.

        :param path: below the user ``my``, or from the root if it begins with a slash
        """
        credentials = base64.b64encode(f"{self.login}:rehearsal".encode()).decode()
        given: dict[str, str | None] = {"Authorization": f"Basic {credentials}", "Accept": "application/json"}
        given.update({name.replace("_", "-"): value for name, value in headers.items()})
        sent = CIMultiDict({name: value for name, value in given.items() if value is not None})
        parameters = {**(query or {}), **({"version": version} if version is not None else {})}
        whole_path = path if path.startswith("/") else f"/my/{path}"
        request = Request(
            method, whole_path, urlencode(parameters, doseq=True), CIMultiDictProxy(sent), body, 1, BASE_URL
        )
        response = self.simulation.answer(request).response
        assert response is not None
        raw = gzip.decompress(response.body) if "Content-Encoding" in response.headers else response.body
        return Answer(response.status, raw, response.headers)

    def get(self, path: str, query: dict[str, Any] | None = None, **headers: Any) -> Answer:
        return self.send("GET", path, query, **headers)

    def json(self, path: str, **query: Any) -> Any:
        """The body of a read that must succeed."""
        answer = self.get(path, query)
        assert answer.status == 200
        return answer.body

    def put(self, path: str, **query: Any) -> Answer:
        return self.send("PUT", path, query)

    def post(self, path: str, **query: Any) -> Answer:
        return self.send("POST", path, query)

    def form(self, path: str, **values: Any) -> Answer:
        """A POST with its parameters in a form."""
        body = urlencode(values, doseq=True).encode()
        return self.send("POST", path, body=body, Content_Type="application/x-www-form-urlencoded")

    def delete(self, path: str) -> Answer:
        return self.send("DELETE", path)

    def knobs(self, **values: Any) -> None:
        self.simulation.configure({"sipgate_v1": values})

    def state(self) -> dict[str, Any]:
        """The twin's state, to be changed and loaded again."""
        return dict(self.simulation.state()["sipgate_v1"])

    def load(self, state: dict[str, Any]) -> None:
        self.simulation.reset({"sipgate_v1": state})

    def advance(self, seconds: float) -> None:
        self.simulation.clock.offset_s += seconds

    def last_call(self) -> dict[str, Any]:
        """The journal's newest row."""
        return dict(self.simulation.journal.rows(None)[-1])


@pytest.fixture
def empty() -> Site:
    """A new account."""
    return Site()


@pytest.fixture
def site() -> Site:
    """The account of the demo."""
    return Site("demo")


@pytest.fixture
def make_site() -> type[Site]:
    """Makes an account from another seed."""
    return Site
