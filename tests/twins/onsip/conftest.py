# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client of the twin that speaks to it without a network."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import etree
from multidict import CIMultiDict, CIMultiDictProxy

from simulator.core.interface import Request, Response
from simulator.core.simulation import Simulation
from simulator.onsip.twin import OnsipTwin


class Answer:
    """What came back: the HTTP answer, and its JSON if it has one."""

    def __init__(self, response: Response, call: Mapping[str, Any]) -> None:
        self.http = response
        self.call = call
        self.text = response.body.decode()

    @property
    def tree(self) -> Any:
        return json.loads(self.text)["Response"]

    @property
    def session(self) -> Any:
        return self.tree["Context"]["Session"]

    @property
    def request(self) -> Any:
        return self.tree["Context"]["Request"]

    @property
    def echo(self) -> list[Any]:
        """Pairs of name and value, or name and pairs of key and value for an array."""
        return [_pair(parameter) for parameter in listed(self.request.get("Parameters", {}), "Parameter")]

    @property
    def added(self) -> list[Any]:
        """The echo of what the client did not send."""
        return [pair for pair in self.echo if pair[0] not in self.sent]

    sent: frozenset[str] = frozenset()

    @property
    def ok(self) -> Any:
        """The content of the result of an action that was completed."""
        context = self.tree["Context"]
        assert context["Action"] == {"IsCompleted": "true"}, context
        assert context["Request"]["IsValid"] == "true"
        ((name, content),) = self.tree["Result"].items()
        assert name == dict(self.echo)["Action"]
        return content

    @property
    def refused(self) -> list[tuple[str, str]]:
        """Parameter and code of the errors of a request that was not valid."""
        assert self.request["IsValid"] == "false", self.tree
        return self._request_errors()

    @property
    def refused_though_valid(self) -> list[tuple[str, str]]:
        assert self.request["IsValid"] == "true", self.tree
        return self._request_errors()

    def _request_errors(self) -> list[tuple[str, str]]:
        assert self.tree["Context"]["Action"] == {"IsCompleted": "false"}
        assert "Result" not in self.tree
        assert not self.call["applied"]
        return [(error["Parameter"], error["Code"]) for error in listed(self.request["Errors"], "Error")]

    @property
    def forbidden(self) -> str:
        """The code of the one error of an action that was not permitted."""
        action = self.tree["Context"]["Action"]
        assert action["IsCompleted"] == "false", self.tree
        assert self.request["IsValid"] == "true"
        assert "Errors" not in self.request
        assert "Result" not in self.tree
        assert not self.call["applied"]
        code: str = action["Errors"]["Error"]["Code"]
        return code


def listed(container: Any, name: str) -> list[Any]:
    """Siblings of the JSON form as a list."""
    value = container.get(name, [])
    return value if isinstance(value, list) else [value]


def _pair(parameter: Mapping[str, Any]) -> Any:
    if "Array" not in parameter:
        return parameter["Name"], "" if parameter["Value"] == {} else parameter["Value"]
    elements = listed(parameter["Array"]["Elements"], "Element")
    return parameter["Name"], [(element["Key"], element["Value"]) for element in elements]


class Onsip:
    """The simulated service and a client that may be logged in."""

    account = 6120
    organization = 7301
    domain = "example.onsip.com"
    foreign_account = 6121
    foreign_organization = 7302
    administrator = 41001
    agent = 41002
    contact: Mapping[str, str] = MappingProxyType(
        {
            "Name": "Ada Admin",
            "Address": "1 Test Street",
            "City": "Springfield",
            "State": "IL",
            "Zipcode": "01234",
            "CountryId": "207",
            "Phone": "(217) 555-0111",
            "Email": "ada@example.com",
        }
    )

    def __init__(self, seed: Any = "empty", scale: dict[str, int] | None = None) -> None:
        self.simulation = Simulation(seed, scale, lambda clock: [OnsipTwin(clock)])
        self.twin: Any = self.simulation.twins["onsip"]
        self.session_id: str | None = None

    def configure(self, **knobs: Any) -> None:
        self.twin.configure(knobs)

    def send(
        self,
        method: str = "POST",
        query: str = "",
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        path: str = "/api",
    ) -> Answer:
        """One request as it is."""
        fields = CIMultiDictProxy(CIMultiDict(headers or {}))
        request = Request(method, path, query, fields, body, 1, "http://127.0.0.1:8470")
        outcome = self.simulation.answer(request)
        assert outcome.response is not None
        return Answer(outcome.response, self.simulation.journal.rows()[-1])

    def post(self, pairs: Iterable[tuple[str, Any]], headers: Mapping[str, str] | None = None) -> Answer:
        form = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8", **(headers or {})}
        pairs = [(name, str(value)) for name, value in pairs]
        answer = self.send(body=urlencode(pairs).encode(), headers=form)
        answer.sent = frozenset(name.partition("[")[0] for name, _value in pairs)
        return answer

    def do(self, action: str, /, *pairs: tuple[str, Any], **parameters: Any) -> Answer:
        """An action with the session of the client, answered in JSON."""
        session = {"SessionId": self.session_id} if self.session_id else {}
        return self.post([("Action", action), ("Output", "json"), *session.items(), *parameters.items(), *pairs])

    def xml(self, action: str, /, *pairs: tuple[str, Any], **parameters: Any) -> Any:
        """The root element of the same answer in XML."""
        session = {"SessionId": self.session_id} if self.session_id else {}
        answer = self.post([("Action", action), *session.items(), *parameters.items(), *pairs])
        return etree.fromstring(answer.text.encode())

    def log_in(self, username: str = "admin.example", password: str = "rehearsal") -> str:
        self.session_id = None
        session = self.do("SessionCreate", Username=username, Password=password).session
        session_id: str = session["SessionId"]
        self.session_id = session_id
        return session_id

    def as_user(self, username: str) -> Onsip:
        self.log_in(username)
        return self

    def add_user(self, name: str = "bo", **parameters: Any) -> Any:
        """A new standard user, as the answer shows it."""
        return self.try_user(name, **parameters).ok["User"]

    def try_user(self, name: str = "bo", **parameters: Any) -> Answer:
        """The answer to adding a standard user whose login is ``example_<name>``."""
        defaults = {
            "OrganizationId": self.organization,
            "Username": name,
            "Domain": self.domain,
            "Name": "Bo Smith",
            "Email": "bo@example.com",
            "AuthUsername": f"example_{name}",
            "Password": "portal secret",
            "PasswordConfirm": "portal secret",
        }
        return self.do("UserAdd", **{**defaults, **parameters})

    def add_mailbox(self, username: str = "vm.bo", mailbox: str = "7002", **parameters: Any) -> Any:
        defaults = {
            "OrganizationId": self.organization,
            "Username": username,
            "Domain": self.domain,
            "Mailbox": mailbox,
            "Fullname": "Bo Smith",
        }
        return self.do("VoicemailboxAdd", **{**defaults, **parameters}).ok["Voicemailbox"]

    def addresses(self, action: str = "AddressBrowse", element: str = "Address") -> list[str]:
        """The names of all addresses of a kind."""
        container = self.do(action, Limit=25000).ok[f"{element}es"]
        rows = listed(container, element)
        addresses = [row.get("Address", row) for row in rows]
        return [f"{address['Username']}@{address['Domain']}" for address in addresses]

    @staticmethod
    def listed(container: Any, name: str) -> list[Any]:
        return listed(container, name)

    @staticmethod
    def basic(username: str, password: str) -> dict[str, str]:
        """The header of HTTP Basic."""
        return {"Authorization": f"Basic {base64.b64encode(f'{username}:{password}'.encode()).decode()}"}

    def fail_on(self, **fault: Any) -> None:
        self.simulation.faults.append(fault, self.simulation.twins)


@pytest.fixture(name="api")
def _api() -> Onsip:
    """The account administrator of a new account."""
    api = Onsip()
    api.log_in()
    return api


@pytest.fixture(name="demo")
def _demo() -> Onsip:
    api = Onsip("demo")
    api.log_in()
    return api


@pytest.fixture(name="many", scope="module")
def _many() -> Onsip:
    """An account with more rows than a page holds."""
    api = Onsip("empty", {"users": 45, "user_aliases": 30, "cdrs": 3})
    api.log_in()
    return api
