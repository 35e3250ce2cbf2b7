# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control calls below ``/_sim``: what they take and what they answer."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

from multidict import CIMultiDict

from ..seeds import SeedError
from .faults import FaultFormError
from .interface import Request, Response, UnknownKnob
from .simulation import Simulation

ROOT = "/_sim"

#: stands for a body that was not sent, which is not the same as a JSON ``null``
_ABSENT = object()


class ControlError(Exception):
    """A control call that cannot be carried out.

    :param message: what is wrong, and what would be right
    :param status: the HTTP status
    :param headers: what else the answer tells
    """

    def __init__(self, message: str, status: int = 400, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


def is_control(path: str) -> bool:
    """Whether a raw path belongs to the control calls, which are no part of any platform."""
    return path == ROOT or path.startswith(f"{ROOT}/")


def answer(simulation: Simulation, request: Request) -> Response:
    """Carry out a control call.

    :return: 200 with the result as JSON; 400, 404 or 405 with an ``error`` that says what is wrong
    """
    headers = CIMultiDict({"Content-Type": "application/json"})
    try:
        status, result = 200, _carried_out(simulation, request)
    except (SeedError, FaultFormError, UnknownKnob) as error:
        status, result = 400, {"error": str(error)}
    except ControlError as error:
        status, result = error.status, {"error": str(error)}
        headers.extend(error.headers)
    return Response(status, json.dumps(result).encode(), headers)


def _carried_out(simulation: Simulation, request: Request) -> Any:
    methods = _CALLS.get(request.path)
    if methods is None:
        raise ControlError(f"there is no control call {request.path}; there are: {', '.join(_CALLS)}", 404)
    call = methods.get("GET" if request.method == "HEAD" else request.method)
    if call is None:
        allowed = ", ".join(methods)
        raise ControlError(f"{request.path} takes {allowed}, not {request.method}", 405, {"Allow": allowed})
    return call(simulation, dict(parse_qsl(request.query)), _decoded(request.body))


def _decoded(body: bytes) -> Any:
    if not body.strip():
        return _ABSENT
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ControlError(f"the body is not JSON: {error}") from None


def _object(body: Any, example: str) -> Mapping[str, Any]:
    if not isinstance(body, dict):
        raise ControlError(f"the body is a JSON object such as {example}")
    return body


def _known_platform(simulation: Simulation, name: str) -> str:
    if name not in simulation.twins:
        raise ControlError(f"there is no platform {name!r}; there are: {', '.join(simulation.twins)}")
    return name


def _wanted_platform(simulation: Simulation, query: Mapping[str, str]) -> str | None:
    return _known_platform(simulation, query["platform"]) if "platform" in query else None


def _reset(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    seed = None if body is _ABSENT else _object(body, '{"seed": "demo"}').get("seed")
    seed = "empty" if seed is None else seed
    simulation.reset(seed)
    return {"seed": seed if isinstance(seed, str) else "inline"}


def _state(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    platform = _wanted_platform(simulation, query)
    return simulation.state() if platform is None else {platform: simulation.twins[platform].state()}


def _requests(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    return simulation.journal.rows(_wanted_platform(simulation, query))


def _clear_requests(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    return {"cleared": simulation.journal.clear()}


def _served(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    return simulation.journal.served()


def _faults(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    return simulation.faults.as_json()


def _append_faults(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    if not isinstance(body, (list, dict)):
        raise ControlError('the body is a list of faults such as [{"match": {"method": "GET"}, "do": "empty"}]')
    simulation.faults.append(body, simulation.twins)
    return simulation.faults.as_json()


def _clear_faults(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    simulation.faults.clear()
    return []


def _config(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    return simulation.knobs()


def _configure(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    example = '{"sipx": {"edition": "commercial"}}'
    for name, knobs in _object(body, example).items():
        _known_platform(simulation, name)
        if not isinstance(knobs, dict):
            raise ControlError(f"the knobs of {name} are an object, as in {example}")
    simulation.configure(body)
    return simulation.knobs()


def _clock(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    clock = simulation.clock
    return {"now": clock.now(), "utc": clock.utcnow().isoformat(), "offset_s": clock.offset_s}


def _advance(simulation: Simulation, query: Mapping[str, str], body: Any) -> Any:
    seconds = _object(body, '{"advance_s": 300}').get("advance_s")
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not 0 <= seconds < math.inf:
        raise ControlError(f"'advance_s' is a number of seconds from 0, not {seconds!r}")
    try:
        simulation.clock.advance(seconds)
    except OverflowError as error:
        raise ControlError(f"'advance_s' leads beyond the calendar: {error}") from None
    return _clock(simulation, query, body)


#: path -> method -> what carries it out, given the simulation, the query and the decoded body
_CALLS: Mapping[str, Mapping[str, Callable[[Simulation, Mapping[str, str], Any], Any]]] = {
    f"{ROOT}/reset": {"POST": _reset},
    f"{ROOT}/state": {"GET": _state},
    f"{ROOT}/requests": {"GET": _requests, "DELETE": _clear_requests},
    f"{ROOT}/served": {"GET": _served},
    f"{ROOT}/faults": {"GET": _faults, "POST": _append_faults, "DELETE": _clear_faults},
    f"{ROOT}/config": {"GET": _config, "POST": _configure},
    f"{ROOT}/clock": {"GET": _clock, "POST": _advance},
}
