# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers of the service: the ``Response`` envelope, the ``Exception`` document and the HTTP around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from multidict import CIMultiDict

from ...core.interface import Response
from ..errors import RECORDED_CODES, Problem, random_code
from .parameters import Value, echo
from .rendering import json_document, xml_document

#: the unit is undocumented, recordings show small integers
_DURATION = "24"
_CALLBACK = re.compile(r"[A-Za-z0-9._\[\]]+\Z")


@dataclass
class Outcome:
    """What became of a request.

    ``added`` are the parameters the server added by default, ``session`` the content of the ``Session`` block and
    ``result`` the content of the element named after the action; it is only written if ``completed``.
    """

    completed: bool = False
    valid: bool = False
    action_problems: Sequence[Problem] = ()
    request_problems: Sequence[Problem] = ()
    added: list[tuple[str, str]] = field(default_factory=list)
    session: Mapping[str, Any] | None = None
    result: Mapping[str, Any] = field(default_factory=dict)
    applied: bool = False


@dataclass(frozen=True)
class Manner:
    """The switches that change how answers are written: clear passwords in the echo, and unknown error codes."""

    echo_secrets: bool
    random_error_codes: bool


def response_tree(
    action: str, parameters: Mapping[str, Value], outcome: Outcome, date_time: str, manner: Manner
) -> dict[str, Any]:
    """The content of the root element ``Response``, in the order of the vendor's recordings.

    :param action: the name of the child of ``Result``
    :param parameters: what the client sent, for the echo
    :param date_time: the time of the answer
    """
    context: dict[str, Any] = {"Action": {"IsCompleted": outcome.completed}}
    if outcome.action_problems:
        context["Action"]["Errors"] = _errors(outcome.action_problems, manner)
    context["Request"] = request = {"IsValid": outcome.valid, "DateTime": date_time, "Duration": _DURATION}
    echoed = echo(parameters, outcome.added, manner.echo_secrets)
    if echoed:
        request["Parameters"] = {"Parameter": echoed}
    if outcome.request_problems:
        request["Errors"] = _errors(outcome.request_problems, manner)
    context["Session"] = {"IsEstablished": outcome.session is not None, **(outcome.session or {})}
    response: dict[str, Any] = {"Context": context}
    if outcome.completed:
        response["Result"] = {action: outcome.result}
    return response


def as_response(root: str, content: Any, parameters: Mapping[str, Value]) -> Response:
    """The HTTP answer, in the form that the control parameters ``Output`` and ``Callback`` ask for.

    The status is 200 for every document, failures and faults included. Anything but exactly ``json`` yields XML; a
    callback counts only with JSON, and is ignored if it has a character that is not allowed.
    """
    if parameters.get("Output") != "json":
        return Response(200, xml_document(root, content), _content_type("text/xml"))
    callback = parameters.get("Callback")
    allowed = callback if isinstance(callback, str) and _CALLBACK.match(callback) else None
    return Response(200, json_document(root, content, allowed), _content_type("application/json"))


def exception_response(message: str, parameters: Mapping[str, Value]) -> Response:
    """The document for a fault inside the service."""
    return as_response("Exception", message, parameters)


def unauthorized() -> Response:
    """The answer to HTTP Basic credentials that are not accepted: the only one that is not an envelope."""
    headers = _content_type("text/html")
    headers["WWW-Authenticate"] = 'Basic realm="OnSIP"'
    return Response(401, b"<html><body><h1>401 Unauthorized</h1></body></html>\n", headers)


def _content_type(media_type: str) -> CIMultiDict[str]:
    return CIMultiDict({"Content-Type": f"{media_type}; charset=utf-8"})


def _errors(problems: Iterable[Problem], manner: Manner) -> dict[str, Any]:
    return {"Error": [_error(problem, manner.random_error_codes) for problem in problems]}


def _error(problem: Problem, random_codes: bool) -> dict[str, str]:
    code = random_code() if random_codes and problem.code not in RECORDED_CODES else problem.code
    located = {"Parameter": problem.parameter} if problem.parameter else {}
    return {**located, "Code": code, "Message": problem.prose}
