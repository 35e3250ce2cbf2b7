# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin of the sipXcom configuration server: one state behind ``/sipxconfig/rest`` and ``/sipxconfig/api``."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from ..core.interface import Call, Clock, Request, Response, Twin
from . import api, auth, knobs, rest
from .container import error_page
from .state.seeds import SEEDS, add_users
from .state.server_state import ServerState

CONTEXT = "/sipxconfig"
#: first segment below the context to the stack that serves it
STACKS: Mapping[str, ModuleType] = {"rest": rest, "api": api}


class SipxTwin(Twin):
    """A sipXcom server.

    ``pbx`` is its state, ``logins`` its sessions and nonces; both stacks use them.
    """

    name = "sipx"
    default_knobs = knobs.DEFAULTS
    knob_choices = knobs.CHOICES
    own_faults = frozenset({"exception"})

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.logins = auth.Logins()
        self.pbx = self._new_state()

    def _new_state(self) -> ServerState:
        return ServerState(self.clock.now, lambda: self.knobs["job_delay_s"])

    def owns(self, path: str) -> bool:
        return path == CONTEXT or path.startswith(f"{CONTEXT}/")

    def describe(self, request: Request, call: Call) -> None:
        call.account = auth.account(request)
        stack = _stack(request)
        if stack is not None:
            stack.describe(request, call, self)

    def handle(self, request: Request, call: Call) -> Response:
        before = self.pbx.provisioned() if call.write else None
        response = self._answer(request, call)
        if call.write and not call.applied:
            call.applied = before != self.pbx.provisioned()
        auth.add_headers(request, response)
        return response

    def _answer(self, request: Request, call: Call) -> Response:
        caller = auth.authenticate(request, self)
        if isinstance(caller, Response):
            # A challenge leg writes nothing, whatever the request behind it will do.
            call.write = call.write and caller.reason != auth.NO_CREDENTIALS
            return caller
        stack = _stack(request)
        if stack is None:
            return error_page(request, 404)
        response: Response = stack.handle(request, call, self, caller)
        return response

    def apply_fault(self, request: Request, call: Call, fault: Mapping[str, Any]) -> Response | None:
        stack = _stack(request)
        if fault["do"] != "exception" or stack is None:
            return None
        response: Response = stack.exception(request)
        return response

    def load(self, seed: str | Mapping[str, Any], scale: Mapping[str, int]) -> None:
        pbx = self._new_state()
        if isinstance(seed, str):
            for fill in SEEDS[seed]:
                fill(pbx)
            add_users(pbx, scale.get("users", 0))
        else:
            pbx.restore(seed)
        self.pbx = pbx

    def state(self) -> dict[str, Any]:
        return self.pbx.dump()

    def forget_sessions(self) -> None:
        self.logins.forget()


def _stack(request: Request) -> ModuleType | None:
    return STACKS.get(request.path[len(CONTEXT) + 1 :].partition("/")[0])
