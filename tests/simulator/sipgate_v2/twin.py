# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin of the sipgate REST API v2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..core.interface import Call, Clock, Request, Response
from ..sipgate_common.json_text import json_response
from ..sipgate_common.knobs import KnobbedTwin
from ..sipgate_common.parameters import Parameters
from ..sipgate_common.routing import Match
from ..sipgate_common.table import Row
from .access import (
    RateLimit,
    account_name,
    authenticated,
    brings_credential,
    credential_of,
    owner_in_path,
    permit,
)
from .account import Account
from .bodies import decoded, read
from .catalogue import LIVE_TABLE, PRINTED_TABLE
from .deeds import catch_up
from .operations import OPEN, Context, Operation
from .refusals import EMPTY, NAMED, PRINTED, TEXT, Refusal, not_found, refused
from .seeds import seed as named_seed

BASE = "/v2"
_FEATURES = (
    "autorecording",
    "callerid",
    "calls",
    "fax",
    "forwardings",
    "line_webhooks",
    "notifications",
    "parallelforwardings",
    "sim_orders",
    "sms",
    "tariffannouncement",
    "transcription",
    "voicemail_settings",
    "webhook_log",
    "webhooks",
)
_LIMITS = ("external_devices", "faxlines", "mobile_devices", "notifications", "phonelines", "register_devices")


class SipgateV2(KnobbedTwin):
    """One account behind ``https://api.sipgate.com/v2``.

    Knobs: ``neo`` makes the account one of the Neo product; ``strict`` refuses unknown keys and nulls and resets
    booleans that are left out; ``live2026`` adds what the live service has changed; ``features`` are what is booked;
    ``limits`` how many a user may have; ``error_form`` overrides the form of error bodies; ``write_status`` is what
    operations answer that print no success; ``internal_scope`` whether tokens reach what the web application uses;
    ``password_login`` whether e-mail address and password still log in; ``rate_limit_requests`` in
    ``rate_limit_seconds`` before 429; ``page_clamp``, ``omit_total_count`` and ``shuffle_lists`` spoil lists;
    ``session_step_s``, ``call_length_s`` and ``fax_outcome`` decide how sessions go on.
    """

    name = "sipgate_v2"
    default_knobs = {
        "neo": False,
        "strict": True,
        "live2026": False,
        "features": dict.fromkeys(_FEATURES, True),
        "limits": dict.fromkeys(_LIMITS),
        "error_form": "printed or named",
        "write_status": 204,
        "internal_scope": True,
        "password_login": False,
        "rate_limit_requests": 0,
        "rate_limit_seconds": 60,
        "page_clamp": 0,
        "omit_total_count": False,
        "shuffle_lists": False,
        "session_step_s": 1.0,
        "call_length_s": 60.0,
        "fax_outcome": "SENT",
    }
    knob_choices = {
        "error_form": ("printed or named", NAMED, PRINTED, TEXT, EMPTY),
        "write_status": (204, 200),
        "fax_outcome": ("SENT", "FAILED"),
    }
    own_faults = frozenset({"expire_session", "lock_login", "exception"})

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self._account = Account()
        self._rate_limit = RateLimit()

    def owns(self, path: str) -> bool:
        return path == BASE or path.startswith(f"{BASE}/")

    def describe(self, request: Request, call: Call) -> None:
        call.account = account_name(self._account, request)
        call.secret_in_url = Parameters.parse(request.query).secrets()
        match = self._match(request)
        if match is not None:
            call.route = match.template
            operation = match.operations.get(request.method)
            if operation is not None:
                call.action = operation.name
                call.write = operation.writes and (operation.scopes == OPEN or brings_credential(request))

    def handle(self, request: Request, call: Call) -> Response:
        self._catch_up()
        self._account.changed = False
        match = self._match(request)
        operation = match.operations.get(request.method) if match else None
        try:
            response = self._carried_out(request, match, operation)
        except Refusal as refusal:
            response = refused(refusal, self._error_form(refusal, operation))
        call.applied = call.write and self._account.changed
        return response

    def load(self, seed: str | Mapping[str, Any], scale: Mapping[str, int]) -> None:
        self._account.load(named_seed(seed, scale) if isinstance(seed, str) else seed)

    def state(self) -> dict[str, Any]:
        self._catch_up()
        return self._account.dump()

    def forget_sessions(self) -> None:
        """Tokens are no sessions; only the count of recent requests is forgotten."""
        self._rate_limit.clear()

    def apply_fault(self, request: Request, call: Call, fault: Mapping[str, Any]) -> Response | None:
        """``expire_session`` ends an OAuth2 access token, ``lock_login`` locks the user, until the next reset.

        A personal access token has no session that could end.
        """
        if fault["do"] == "exception":
            return refused(Refusal(500, "INTERNAL_ERROR", "internal error"), self._error_form(None, None))
        token = credential_of(self._account, request, self.knobs["password_login"])
        if token is not None and fault["do"] == "expire_session" and token["kind"] == "oauth2":
            self._account.tokens.change(token, expires=self.clock.now())
        user = self._account.users.get(token["userId"]) if token is not None else None
        if user is not None and fault["do"] == "lock_login":
            self._account.users.change(user, locked=True)
        return None

    def _catch_up(self) -> None:
        catch_up(self._account, self.clock.now(), self.knobs)

    def _match(self, request: Request) -> Match[Operation] | None:
        table = LIVE_TABLE if self.knobs["live2026"] else PRINTED_TABLE
        return table.find(request.path.removeprefix(BASE))

    def _error_form(self, refusal: Refusal | None, operation: Operation | None) -> str:
        chosen = str(self.knobs["error_form"])
        if chosen in (NAMED, PRINTED, TEXT, EMPTY):
            return chosen
        if refusal is not None and refusal.form is not None:
            return refusal.form
        return operation.form if operation is not None else NAMED

    def _carried_out(self, request: Request, match: Match[Operation] | None, operation: Operation | None) -> Response:
        if match is None:
            raise not_found("path")
        if operation is None:
            raise Refusal(405, "", "method not allowed", headers={"Allow": ", ".join(sorted(match.operations))})
        user, owner = self._admitted(request, match.parameters, operation)
        context = Context(
            account=self._account,
            knobs=self.knobs,
            now=self.clock.now(),
            base_url=request.base_url,
            parameters=match.parameters,
            query=Parameters.parse(request.query),
            user=user,
            owner=owner,
            body=self._body(request, operation),
        )
        return self._answer(operation.handler(context), operation)

    def _admitted(self, request: Request, parameters: Mapping[str, str], operation: Operation) -> tuple[Row, Row]:
        """Who the request is from and whom its path names, once it is allowed."""
        if operation.scopes == OPEN:
            return {}, {}
        token = credential_of(self._account, request, self.knobs["password_login"])
        now = self.clock.now()
        user = authenticated(self._account, token, now)
        assert token is not None
        self._rate_limit.count(token["id"], now, self.knobs["rate_limit_requests"], self.knobs["rate_limit_seconds"])
        permit(operation, token, user, self.knobs, request.path.removeprefix(BASE))
        return user, owner_in_path(self._account, parameters, user)

    def _body(self, request: Request, operation: Operation) -> Any:
        """The body as it was read; a deletion may come without the one it could have."""
        if operation.body is None:
            return None
        if operation.method == "DELETE" and not request.body:
            return {}
        value = decoded(request.body, request.headers.get("Content-Type"))
        return read(operation.body, value, self.knobs["strict"])

    def _answer(self, result: Any, operation: Operation) -> Response:
        if isinstance(result, Response):
            return result
        if result is None:
            return Response(operation.success or self.knobs["write_status"])
        return json_response(result)
