# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a fault does to the answer of a request."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from multidict import CIMultiDict

from .faults import Fault
from .interface import Call, Request, Response, Twin

DEFAULT_OVERSIZE = 64 * 1024 * 1024
DEFAULT_REDIRECT = "http://redirected.example.com/"

_JSON = CIMultiDict({"Content-Type": "application/json"})
_HTML = CIMultiDict({"Content-Type": "text/html; charset=utf-8"})
_MAINTENANCE_PAGE = (
    b"<!DOCTYPE html>\n<html><head><title>Maintenance</title></head>"
    b"<body><h1>Maintenance</h1><p>The service is being maintained. Please come back later.</p></body></html>\n"
)
_WARNING = b"<br />\n<b>Warning</b>:  Unexpected answer of a back end<br />\n"


class Delivery(enum.Enum):
    """How an answer leaves the server."""

    WHOLE = enum.auto()
    DROPPED = enum.auto()
    TRUNCATED = enum.auto()
    FLOODED = enum.auto()


@dataclass
class Outcome:
    """What becomes of a request: an answer and how it is delivered, or no answer at all.

    ``size`` is the length of a flood, which repeats the answer's body.
    """

    response: Response | None
    delivery: Delivery = Delivery.WHOLE
    delay_s: float = 0.0
    size: int = 0


@dataclass(frozen=True)
class Exchange:
    """One request on its way through a platform. ``twin`` is None where no platform owns the path."""

    request: Request
    call: Call
    twin: Twin | None
    work: Callable[[], Response]

    def scripted(
        self, fault: Fault, status: int, body: bytes = b"", headers: CIMultiDict[str] | None = None
    ) -> Response:
        """The answer a fault brings along, completed by what its kind answers by default."""
        completed = CIMultiDict(headers or {})
        for name in dict(fault.headers):
            completed.popall(name, None)
        completed.extend(fault.headers)
        return Response(
            status=status if fault.status is None else fault.status,
            body=body if fault.body is None else fault.body,
            headers=completed,
            reason=fault.reason,
        )

    def answer(self, fault: Fault) -> Response:
        """What the fault brings along, or else the platform's own answer."""
        return self.scripted(fault, 200) if fault.canned else self.work()

    def by_twin(self, fault: Fault) -> tuple[Response | None, bool]:
        """Ask the platform to carry the fault out; its answer if it has one, and whether the fault is done with."""
        if self.twin is None:
            return None, False
        response = self.twin.apply_fault(self.request, self.call, fault.scripted)
        return response, response is not None or fault.do in self.twin.own_faults


def _status(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(exchange.scripted(fault, 500))


def _reset_before(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(None, Delivery.DROPPED)


def _reset_after(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(exchange.work(), Delivery.DROPPED)


def _own_answer(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(exchange.answer(fault))


def _truncate(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(exchange.answer(fault), Delivery.TRUNCATED)


def _empty(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(exchange.scripted(fault, 200))


def _html(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(exchange.scripted(fault, 200, _MAINTENANCE_PAGE, _HTML))


def _redirect(exchange: Exchange, fault: Fault) -> Outcome:
    return Outcome(exchange.scripted(fault, 302, headers=CIMultiDict({"Location": DEFAULT_REDIRECT})))


def _oversize(exchange: Exchange, fault: Fault) -> Outcome:
    size = DEFAULT_OVERSIZE if fault.size is None else fault.size
    return Outcome(exchange.scripted(fault, 200, b" ", _JSON), Delivery.FLOODED, size=size)


def _exception(exchange: Exchange, fault: Fault) -> Outcome:
    response, done = exchange.by_twin(fault)
    if response is None:
        response = exchange.work() if done else exchange.scripted(fault, 500, b"Internal Server Error\n", _HTML)
    return Outcome(response)


def _pollute(exchange: Exchange, fault: Fault) -> Outcome:
    response, done = exchange.by_twin(fault)
    if response is not None:
        return Outcome(response)
    clean = exchange.work()
    if done:
        return Outcome(clean)
    headers = CIMultiDict(clean.headers)
    headers.popall("Content-Length", None)
    warning = _WARNING if fault.body is None else fault.body
    return Outcome(replace(clean, body=warning + clean.body, headers=headers))


_DECIDERS: dict[str, Callable[[Exchange, Fault], Outcome]] = {
    "status": _status,
    "reset_before": _reset_before,
    "reset_after": _reset_after,
    "truncate": _truncate,
    "empty": _empty,
    "html": _html,
    "pollute": _pollute,
    "exception": _exception,
    "oversize": _oversize,
    "redirect": _redirect,
}


def _expire_session(exchange: Exchange, fault: Fault) -> Response | None:
    response, done = exchange.by_twin(fault)
    if not done and exchange.twin is not None:
        exchange.twin.forget_sessions()
    return response


def _lock_login(exchange: Exchange, fault: Fault) -> Response | None:
    return exchange.by_twin(fault)[0]


_CONDITIONS: dict[str, Callable[[Exchange, Fault], Response | None]] = {
    "expire_session": _expire_session,
    "lock_login": _lock_login,
}


def carry_out(exchange: Exchange, faults: Sequence[Fault]) -> Outcome:
    """Answer a request under the faults that hit it.

    The platform works at once and its answer is held back, so that a delayed write never happens after the client
    has looked for its effect, nor after a reset.

    :param exchange: the request and the way to the platform's answer
    :param faults: any number of conditions, and at most one that decides the answer
    """
    for fault in faults:
        condition = _CONDITIONS.get(fault.do)
        response = condition(exchange, fault) if condition else None
        if response is not None:
            exchange = replace(exchange, work=partial(_given, response))
    decider = next((fault for fault in faults if fault.decides), None)
    decide = _DECIDERS.get(decider.do, _own_answer) if decider else None
    outcome = decide(exchange, decider) if decide and decider else Outcome(exchange.work())
    outcome.delay_s = sum(fault.delay_s for fault in faults)
    if outcome.response is not None:
        outcome.delay_s += outcome.response.delay_s
    return outcome


def _given(response: Response) -> Response:
    return response
