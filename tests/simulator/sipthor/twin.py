# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin: journal, login, dispatch, faults, state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from multidict import CIMultiDict

from ..core.interface import Call, Clock, Request, Response, Twin
from . import knobs, php, seeds
from .actions import ACTIONS, Action, action_name, page_head_precedes, show_page
from .actions.settings_form import SECRET_FIELDS
from .backend import BackEnd, Link
from .digest import credentials_of, realm_of
from .login import Login
from .page import HTML, PAGE_HEAD, Page, alert
from .state import Platform
from .visit import Visit

PATH = "/settings.phtml"
IDENTITY = "get_identity"
POLLUTION = "Error (CustomerPort): Provisioning error (9000): Injected failure"


class SipThor(Twin):
    """SIP Thor's account API on ``/settings.phtml``."""

    name = "sipthor"
    default_knobs = knobs.DEFAULTS
    knob_choices = knobs.CHOICES
    own_faults = frozenset({"pollute", "expire_session", "lock_login"})

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.platform = Platform()
        self._login = Login(clock)
        # Actions whose next authenticated request is polluted: the challenge leg prints nothing that could be.
        self._polluted: dict[str, str] = {}

    def owns(self, path: str) -> bool:
        return path == PATH

    def describe(self, request: Request, call: Call) -> None:
        call.route = PATH
        variables = php.request_variables(request)
        requested = variables.get("action")
        call.action = requested if isinstance(requested, str) else None
        action = ACTIONS.get(call.action or "")
        secrets = SECRET_FIELDS | (action.secrets if action else frozenset())
        call.secret_in_url = [name for name, value in php.query_variables(request).items() if value and name in secrets]
        credentials = credentials_of(request)
        if credentials is not None and credentials.username and not isinstance(variables.get("realm"), dict):
            call.account = "@".join(credentials.sip_id(realm_of(variables)))
        call.write = credentials is not None and action is not None and action.write

    def handle(self, request: Request, call: Call) -> Response:
        page = Page()

        def report(sentence: str) -> None:
            page.print(alert(sentence))

        link = Link(self.platform, self.clock, self.knobs, call, self.backend_fault, report)
        response: Response | None = None
        try:
            response = self._run(request, BackEnd(link), page)
        except php.UncaughtError:
            page.status = 500
        if response is None:
            response = page.response()
        response.delay_s += link.waited_s
        return response

    def _run(self, request: Request, back_end: BackEnd, page: Page) -> Response | None:
        """Log in, load what every page loads, run the action; a response only where the login refuses."""
        variables = php.request_variables(request)
        account = self._login.authenticate(request, variables, back_end, self.knobs)
        if isinstance(account, Response):
            return account
        name = action_name(variables)
        if name in self._polluted:
            page.print(self._polluted.pop(name))
        visit = Visit(variables, account, back_end, page, request.base_url)
        visit.load(account_is_the_answer=name == IDENTITY)
        if page_head_precedes(name):
            page.print(PAGE_HEAD)
        self._dispatch(ACTIONS.get(name), name, visit)
        return None

    @staticmethod
    def _dispatch(action: Action | None, name: str, visit: Visit) -> None:
        if action is not None:
            action.handler(visit)
        elif name:
            visit.page.print_result(False, "Error: invalid action")
        else:
            show_page(visit)

    def load(self, seed: str | Mapping[str, Any], scale: Mapping[str, int]) -> None:
        if isinstance(seed, str):
            self.platform = seeds.named(seed, scale.get("users", 0))
        else:
            self.platform = Platform.from_json(seed)

    def state(self) -> dict[str, Any]:
        return self.platform.to_json()

    def forget_sessions(self) -> None:
        self._login.forget()
        self._polluted.clear()

    def configure(self, values: Mapping[str, Any]) -> None:
        super().configure(knobs.canonical(values))

    def apply_fault(self, request: Request, call: Call, fault: Mapping[str, Any]) -> Response | None:
        kind = fault["do"]
        try:
            if kind == "expire_session":
                return self._login.expire(request)
            if kind == "lock_login":
                self._login.lock(request)
        except php.UncaughtError:
            return None
        if kind == "pollute":
            body = fault.get("body")
            self._polluted[call.action or ""] = body if isinstance(body, str) else alert(POLLUTION)
        elif kind == "exception" and "status" not in fault and "body" not in fault:
            # An uncaught PHP error before anything was printed.
            return Response(500, headers=CIMultiDict({"Content-Type": HTML}))
        return None
