# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/sipxconfig/api``: the JAX-RS stack (CXF 3.0, Jackson 1.9) of the server."""

from __future__ import annotations

from typing import Any

from ...core.interface import Call, Request, Response
from ..state.errors import DomainError
from ..state.users import User
from .exchange import Exchange, answer
from .failures import FrameworkError, Refusal, mapped
from .media import JSON, SUFFIXES
from .resources import router_of
from .wadl import description, wants_description

PREFIX = "/sipxconfig/api"
OVERRIDE = "X-HTTP-Method-Override"


def _target(request: Request) -> tuple[str, str | None]:
    """The path below the API and the Accept header, after suffix and ``?_type=`` have had their say."""
    path, accept = request.path[len(PREFIX) :].rstrip("/"), request.headers.get("Accept")
    stem, dot, suffix = path.rpartition(".")
    if dot and suffix in SUFFIXES:
        return stem, SUFFIXES[suffix]
    for part in request.query.split("&"):
        name, _unused, value = part.partition("=")
        if name == "_type":
            return path, SUFFIXES.get(value, value)
    return path, accept


def _method(request: Request) -> str:
    method = request.headers.get(OVERRIDE, request.method).upper()
    return "GET" if method == "HEAD" else method


def describe(request: Request, call: Call, twin: Any) -> None:
    """Name the route and tell a write from a read, for the journal.

    :param request: a request below ``/sipxconfig/api``
    :param call: filled in
    :param twin: the sipXcom twin
    """
    route = router_of(twin.knobs["edition"]).described(_target(request)[0], _method(request))
    if route is not None and not wants_description(request):
        call.route, call.action, call.write = route.documented, route.action, route.is_write


def handle(request: Request, call: Call, twin: Any, user: User) -> Response:
    """Answer a request that passed the security filters.

    :param request: a request below ``/sipxconfig/api``
    :param call: its journal entry
    :param twin: the sipXcom twin
    :param user: who calls
    """
    path, accept = _target(request)
    router, media_type = router_of(twin.knobs["edition"]), JSON
    try:
        if wants_description(request):
            return description(router, path, f"{request.base_url}{PREFIX}")
        match, media_type = router.chosen(
            path,
            _method(request),
            request.headers.get("Content-Type"),
            accept,
            json_first=not twin.knobs["cdr_settings_default_xml"],
        )
        exchange = Exchange(request, call, twin, user, match.parameters(), media_type)
        response = answer(match.route.handler(exchange), media_type)
    except (FrameworkError, DomainError, Refusal) as error:
        response = mapped(error, media_type)
    if request.method == "HEAD":
        response.body = b""
    return response


def exception(_request: Request) -> Response:
    """The answer when a resource dies of an exception, for scripted faults."""
    return mapped(DomainError("java.lang.IllegalStateException", "scripted failure"))
