# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The servlet adapter (``RestSpringAdapterServlet``): finds the resource and words what escapes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.interface import Call, Request, Response
from ..state.errors import DomainError
from ..state.users import User
from .restlet import EscapedError, Exchange, StatusError, dispatch
from .restlet.status import adapter_json, status_page
from .routes import router_of
from .xstream import UnreadableBody

if TYPE_CHECKING:
    from ..twin import SipxTwin

SERVLET = "/sipxconfig/rest"


def _remaining(request: Request) -> str:
    """What the router sees: everything after the servlet's path, query string included and nothing decoded."""
    path = request.path[len(SERVLET) :]
    return f"{path}?{request.query}" if request.query else path


def describe(request: Request, call: Call, twin: SipxTwin) -> None:
    """Name the route, and say whether the request would write and which secrets stand in its URL.

    :param request: a request below the servlet
    :param call: its line in the journal
    :param twin: the twin
    """
    match = router_of(twin.knobs["edition"]).find(_remaining(request))
    if match is None:
        return
    call.route = f"/rest{match.route.template.partition('?')[0]}"
    # HEAD does all that GET does.
    call.write = ("GET" if request.method == "HEAD" else request.method) in match.route.writes
    call.secret_in_url = list(match.route.secrets)


def handle(request: Request, call: Call, twin: SipxTwin, caller: User | None) -> Response:
    """Answer a request that has passed the security filters.

    :param request: a request below the servlet
    :param call: its line in the journal
    :param twin: the twin
    :param caller: the authenticated user; None where the URL is open to everybody
    :return: the resource's answer, the container's page, or the adapter's JSON for an escaped exception
    """
    match = router_of(twin.knobs["edition"]).find(_remaining(request))
    if match is None:
        return status_page(request, StatusError(404))
    if call.account is None and caller is not None:
        call.account = caller.user_name
    exchange = Exchange(request, call, twin, caller, match.variables)
    try:
        return dispatch(match.route.resource(exchange))
    except DomainError as error:
        return adapter_json(EscapedError.from_domain(error))
    except UnreadableBody as error:
        return adapter_json(EscapedError(error.java_class, error.text))
    except EscapedError as error:
        return adapter_json(error)


def exception(request: Request) -> Response:
    """What an unexpected exception looks like here, for a scripted fault."""
    return adapter_json(EscapedError("java.lang.NullPointerException", None))
