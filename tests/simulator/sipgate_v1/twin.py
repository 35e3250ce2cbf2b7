# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The twin of the sipgate REST API v1."""

from __future__ import annotations

import gzip
import hmac
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from multidict import CIMultiDict

from ..core.interface import Call, Clock, Request, Response
from ..sipgate_common.knobs import KnobbedTwin
from ..sipgate_common.parameters import Parameters, basic_credentials
from ..sipgate_common.routing import Match, RouteTable
from ..sipgate_common.table import Row
from . import billing, contacts, event_media, events, sending, sessions, settings
from .account import Account
from .deeds import catch_up
from .operations import STRUCT, Context, Operation, Refusal
from .seeds import seed as named_seed
from .serialisation import JSON, XML, Answer, as_json, as_xml, chosen_format

_AREAS = frozenset({"settings", "events", "sessions", "contacts", "billing"})
_RESERVED = frozenset({"", "sipxconfig", "api", "webapi", "restapi", "v2", "_sim"})
_ME = "my"
_REST_PRODUCTS = frozenset({"team", "one"})
_VERSION = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}(\.[0-9]{1,9})?")
_NEWEST_VERSION = "2.41.0"
_DOWNLOAD = re.compile(r"/[^/]+/events/voicemails/[^/]+/(?P<dataId>[^/]+)/content/?")
_FORM = "application/x-www-form-urlencoded"

OPERATIONS = (
    *settings.OPERATIONS,
    *events.OPERATIONS,
    *event_media.OPERATIONS,
    *sending.OPERATIONS,
    *sessions.OPERATIONS,
    *contacts.OPERATIONS,
    *billing.OPERATIONS,
)


class SipgateV1(KnobbedTwin):
    """One account behind ``https://api.sipgate.net``.

    Knobs: ``strict_version`` refuses a call without ``version``, ``strict_slash`` a path without its trailing slash,
    ``strict_paging`` passes over paging where it is not documented; ``serialisation`` bends the shapes of answers;
    ``write_status`` is what operations without a struct answer; ``count_limit`` cuts lists of events; ``gzip`` allows
    compression; ``session_step_s``, ``call_length_s`` and ``fax_outcome`` decide how calls and faxes go on.
    """

    name = "sipgate_v1"
    default_knobs = {
        "strict_version": True,
        "strict_slash": True,
        "strict_paging": True,
        "serialisation": {"format": "accept", "lists": "array", "scalars": "native"},
        "write_status": 204,
        "count_limit": 0,
        "gzip": True,
        "session_step_s": 1.0,
        "call_length_s": 60.0,
        "fax_outcome": "sent",
    }
    knob_choices = {"write_status": (204, 200), "fax_outcome": ("sent", "failed")}
    switch_choices = {
        "serialisation": {
            "format": ("accept", "json", "xml"),
            "lists": ("array", "map", "single"),
            "scalars": ("native", "string"),
        }
    }
    own_faults = frozenset({"expire_session", "lock_login", "exception"})

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self._account = Account()
        self._routes = RouteTable(OPERATIONS)

    def owns(self, path: str) -> bool:
        first, _slash, rest = path.removeprefix("/").partition("/")
        return first not in _RESERVED and rest.partition("/")[0] in _AREAS

    def describe(self, request: Request, call: Call) -> None:
        credentials = basic_credentials(request.headers.get("Authorization"))
        call.account = credentials[0] if credentials else None
        call.secret_in_url = Parameters.parse(request.query).secrets()
        match = self._routes.find(request.path)
        if match is not None:
            call.route = match.template
            operation = match.operations.get(request.method)
            # Without credentials the answer is a challenge.
            call.write = operation is not None and operation.writes and credentials is not None

    def handle(self, request: Request, call: Call) -> Response:
        self._catch_up()
        self._account.changed = False
        try:
            response = self._carried_out(request)
        except Refusal as refusal:
            response = self._refused(request, refusal)
        call.applied = call.write and self._account.changed
        return self._compressed(request, response)

    def load(self, seed: str | Mapping[str, Any], scale: Mapping[str, int]) -> None:
        self._account.load(named_seed(seed, scale) if isinstance(seed, str) else seed)

    def state(self) -> dict[str, Any]:
        self._catch_up()
        return self._account.dump()

    def apply_fault(self, request: Request, call: Call, fault: Mapping[str, Any]) -> Response | None:
        """``lock_login`` locks the user until the next reset. There are no sessions that could expire."""
        if fault["do"] == "exception":
            return self._refused(request, Refusal(500, "internal error"))
        user = self._user(request)
        if user is not None and fault["do"] == "lock_login":
            self._account.users.change(user, locked=True)
        return None

    def _catch_up(self) -> None:
        catch_up(self._account, self.clock.now(), self.knobs)

    def _carried_out(self, request: Request) -> Response:
        download = _DOWNLOAD.fullmatch(request.path)
        if download is not None:
            return self._downloaded(request, download["dataId"])
        user = self._admitted(request)
        match, operation = self._operation(request)
        values = _values(request)
        context = Context(
            account=self._account,
            knobs=self.knobs,
            now=self.clock.now(),
            base_url=request.base_url,
            user=user,
            parameters=match.parameters,
            values=values,
            version=self._version(values),
            complexity=values.first("complexity"),
            format=self._format(request, operation),
            body=request.body,
            content_type=_content_type(request),
        )
        result = operation.handler(context)
        if isinstance(result, Response):
            return result
        return self._written(result, context.format) if result is not None else Response(self.knobs["write_status"])

    def _user(self, request: Request) -> Row | None:
        credentials = basic_credentials(request.headers.get("Authorization"))
        users = self._account.users.where("login", credentials[0]) if credentials else []
        return next(
            (
                user
                for user in users
                if credentials and hmac.compare_digest(user["password"].encode(), credentials[1].encode())
            ),
            None,
        )

    def _admitted(self, request: Request) -> Row:
        """The user whose web login it is, if the path means that one and the product has REST at all."""
        user = self._user(request)
        if user is None or user["locked"]:
            raise Refusal(401, "authorization required", {"WWW-Authenticate": 'Basic realm="sipgate REST API"'})
        if unquote(request.path.split("/")[1]) not in (_ME, user["id"]):
            raise Refusal(403, "access to another user is not allowed")
        if user["product"] not in _REST_PRODUCTS:
            raise Refusal(403, "the product has no access to the REST API")
        return user

    def _operation(self, request: Request) -> tuple[Match[Operation], Operation]:
        match = self._routes.find(request.path)
        if match is None or (self.knobs["strict_slash"] and not request.path.endswith("/")):
            raise Refusal(404, "resource not found")
        if not request.path.endswith("/"):
            self._note_missing_slash(request)
        operation = match.operations.get(request.method)
        if operation is None:
            raise Refusal(405, "method not allowed", {"Allow": ", ".join(sorted(match.operations))})
        return match, operation

    def _note_missing_slash(self, request: Request) -> None:
        """What is let through all the same can be seen in the state."""
        found = self._account.documents["lints"]["missing_slash"]
        if request.path not in found:
            found.append(request.path)

    def _version(self, values: Parameters) -> tuple[int, ...]:
        text = values.first("version")
        if not text and self.knobs["strict_version"]:
            raise Refusal(400, "missing parameter version")
        text = text or _NEWEST_VERSION
        if not _VERSION.fullmatch(text):
            raise Refusal(400, "invalid version")
        return tuple(map(int, text.split(".")))

    def _format(self, request: Request, operation: Operation) -> str:
        accept = request.headers.get("Accept")
        if not operation.formats:
            return chosen_format(accept, STRUCT) or XML
        chosen = chosen_format(accept, operation.formats)
        if chosen is None:
            raise Refusal(406, "not acceptable")
        return chosen

    def _written(self, answer: Answer, wanted: str, status: int = 200) -> Response:
        shapes = self.knobs["serialisation"]
        content_type = {"json": JSON, "xml": XML}.get(shapes["format"], wanted)
        body = as_json(answer, shapes["lists"], shapes["scalars"]) if content_type == JSON else as_xml(answer)
        return Response(status, body, CIMultiDict({"Content-Type": f"{content_type};charset=UTF-8"}))

    def _refused(self, request: Request, refusal: Refusal) -> Response:
        answer = Answer("error", {"code": refusal.status, "message": refusal.message})
        wanted = chosen_format(request.headers.get("Accept"), STRUCT) or XML
        response = self._written(answer, wanted, refusal.status)
        response.headers.update(refusal.headers)
        return response

    def _downloaded(self, request: Request, data_id: str) -> Response:
        """The recording behind the redirect: whoever knows the address may have it."""
        if request.method != "GET":
            raise Refusal(405, "method not allowed", {"Allow": "GET"})
        if not self._account.events.where("dataId", data_id):
            raise Refusal(404, "resource not found")
        return Response(200, event_media.RECORDING, CIMultiDict({"Content-Type": "audio/mpeg"}))

    def _compressed(self, request: Request, response: Response) -> Response:
        accepted = request.headers.get("Accept-Encoding", "")
        if self.knobs["gzip"] and response.body and "gzip" in accepted.lower():
            response.body = gzip.compress(response.body, mtime=0)
            response.headers["Content-Encoding"] = "gzip"
        return response


def _content_type(request: Request) -> str:
    return request.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _values(request: Request) -> Parameters:
    """The parameters of the query, and those of a form."""
    values = Parameters.parse(request.query)
    if _content_type(request) != _FORM:
        return values
    return values.merged(Parameters.parse(request.body.decode("utf-8", "replace")))
