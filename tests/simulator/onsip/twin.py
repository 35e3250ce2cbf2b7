# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin itself: how requests reach the actions of the service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..core.interface import Call, Clock, Request, Response, Twin
from . import knobs
from .actions.declaration import Action
from .actions.index import ACTIONS
from .actions.invocation import Invocation
from .errors import Problem
from .seeds import seeded
from .service import Service
from .sessions import BadCredentialsError, Session, basic_credentials
from .store.store import Store
from .store.table import Row
from .wire.envelope import Manner, Outcome, as_response, exception_response, response_tree, unauthorized
from .wire.parameters import Value, read_parameters, secrets_in_query

#: one URL serves everything; these are the spellings that the vendor's documents and clients use
PATHS = frozenset({"/webapi", "/restapi", "/api", "/api/"})


class OnsipTwin(Twin):
    """The OnSIP Web API: actions over HTTP, with XML or JSON answers and sessions."""

    name = "onsip"
    default_knobs = knobs.DEFAULTS
    knob_choices = knobs.CHOICES
    own_faults = frozenset({"expire_session", "lock_login", "exception"})

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self._service = Service(clock, self.knobs)
        self._last_read: tuple[Request, dict[str, Value]] | None = None

    def owns(self, path: str) -> bool:
        return path in PATHS

    def describe(self, request: Request, call: Call) -> None:
        parameters = self._parameters(request)
        action = _action(parameters)
        user = self._user_of(request, parameters)
        call.route = request.path
        call.action = _text(parameters.get("Action"))
        call.account = user["AuthUsername"] if user else _login_name(request, parameters)
        call.write = action is not None and action.writes
        call.secret_in_url = secrets_in_query(request)

    def handle(self, request: Request, call: Call) -> Response:
        parameters = self._parameters(request)
        sessions = self._service.sessions
        try:
            session = sessions.of_basic(request.headers) or sessions.use(parameters.get("SessionId"))
        except BadCredentialsError:
            return unauthorized()
        outcome = self._outcome(parameters, session)
        call.applied = outcome.applied
        manner = Manner(self.knobs["echo_secrets"], self.knobs["random_error_codes"])
        name = _text(parameters.get("Action")) or ""
        tree = response_tree(name, parameters, outcome, self._service.timestamp(), manner)
        return as_response("Response", tree, parameters)

    def _outcome(self, parameters: Mapping[str, Value], session: Session | None) -> Outcome:
        action = _action(parameters)
        if action is not None:
            return Invocation(self._service, action, parameters, session).run()
        problem = Problem("Action.Unrecognized" if parameters.get("Action") else "Value.Required", "Action")
        block = self._service.sessions.block(session) if session else None
        return Outcome(request_problems=[problem], session=block)

    def _parameters(self, request: Request) -> dict[str, Value]:
        """The parameters of the request, which is described before it is handled."""
        if self._last_read is None or self._last_read[0] is not request:
            self._last_read = request, read_parameters(request)
        return self._last_read[1]

    def _user_of(self, request: Request, parameters: Mapping[str, Value]) -> Row | None:
        """The user on whose behalf a request comes: by HTTP Basic, by its session, or by the name it logs in with."""
        login_name = _login_name(request, parameters)
        if login_name is not None:
            return self._service.store.user_called(login_name)
        session = self._service.sessions.find(parameters.get("SessionId"))
        return self._service.store.users.get(session.user_id) if session else None

    def apply_fault(self, request: Request, call: Call, fault: Mapping[str, Any]) -> Response | None:
        parameters = self._parameters(request)
        if fault["do"] == "exception":
            response = exception_response(str(fault.get("body") or "Something failed inside the service."), parameters)
            response.status = fault.get("status") or response.status
            return response
        if fault["do"] == "expire_session":
            session = self._service.sessions.find(parameters.get("SessionId"))
            if session is not None:
                self._service.sessions.close(session)
        if fault["do"] == "lock_login":
            user = self._user_of(request, parameters)
            if user is not None:
                self._service.sessions.lock(user)
        return None

    def load(self, seed: str | Mapping[str, Any], scale: Mapping[str, int]) -> None:
        self.forget_sessions()
        if isinstance(seed, str):
            self._service.store = seeded(seed, scale, self.clock.utcnow())
        else:
            self._service.store = Store.restored(seed)

    def state(self) -> dict[str, Any]:
        return self._service.store.dump()

    def forget_sessions(self) -> None:
        self._service.forget_sessions()

    def reset_knobs(self) -> None:
        super().reset_knobs()
        self._service.knobs = self.knobs


def _action(parameters: Mapping[str, Value]) -> Action | None:
    return ACTIONS.get(_text(parameters.get("Action")) or "")


def _login_name(request: Request, parameters: Mapping[str, Value]) -> str | None:
    """The user name that comes with a password, if the request brings one."""
    credentials = basic_credentials(request.headers)
    if credentials is not None:
        return credentials[0]
    return _text(parameters.get("Username")) if parameters.get("Action") == "SessionCreate" else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
