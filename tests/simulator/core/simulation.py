# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulated servers without their network: platforms, faults, journal and clock behind one ``answer``."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from multidict import CIMultiDict

from ..seeds import Seed, SeedError, checked_seed, seed_for
from .effects import Exchange, Outcome, carry_out
from .faults import FaultScript
from .interface import Call, Clock, Request, Response, Twin
from .journal import Journal
from .registry import load_twins, owner_of


class Simulation:
    """One server of each platform.

    :param seed: what the servers start from: a name, or a state
    :param scale: how many more objects of a kind a named seed has, e.g. ``{"users": 1000}``
    :param make_twins: makes the platforms around a clock
    :raises SeedError: if the seed does not fit the platforms
    """

    def __init__(
        self,
        seed: Any = "empty",
        scale: Mapping[str, int] | None = None,
        make_twins: Callable[[Clock], Sequence[Twin]] = load_twins,
    ) -> None:
        self.clock = Clock()
        self.journal = Journal()
        self.faults = FaultScript()
        self.twins = {twin.name: twin for twin in make_twins(self.clock)}
        self._routing = tuple(self.twins.values())
        self._scale = dict(scale or {})
        self._current: Call | None = None
        for twin in self._routing:
            twin.due_backend_fault = self._due_backend_fault
        if not isinstance(seed, str):
            self.reset()
        self.reset(seed)

    def reset(self, seed: Any = "empty") -> None:
        """Go back to a seed, without faults, sessions, changed knobs or an advanced clock; the journal stays.

        After a seed that a platform cannot load, everything but the sessions is as it was.

        :raises SeedError: with what is wrong with the seed
        """
        checked = checked_seed(seed, self.twins)
        way_back = None if isinstance(checked, str) else (self.state(), self.knobs(), self.clock.offset_s)
        try:
            self._start_from(checked)
        except Exception as error:
            if way_back is None:
                raise
            traceback.print_exc(file=sys.stderr)
            state, knobs, self.clock.offset_s = way_back
            self._load(state)
            self.configure(knobs)
            raise SeedError(f"the seed cannot be loaded: {_named(error)}") from error
        self.faults.clear()

    def _start_from(self, seed: Seed) -> None:
        self.clock.offset_s = 0.0
        for twin in self._routing:
            twin.reset_knobs()
        self._load(seed)

    def _load(self, seed: Seed) -> None:
        for twin in self._routing:
            part = seed_for(seed, twin.name)
            twin.forget_sessions()
            twin.load(part, self._scale if isinstance(part, str) else {})

    def state(self) -> dict[str, Any]:
        """Every platform's whole state, by platform."""
        return {name: twin.state() for name, twin in self.twins.items()}

    def knobs(self) -> dict[str, dict[str, Any]]:
        """Every platform's knobs, by platform."""
        return {name: dict(twin.knobs) for name, twin in self.twins.items()}

    def configure(self, values: Mapping[str, Mapping[str, Any]]) -> None:
        """Set knobs of several platforms, all or none.

        :param values: platform -> knob -> value; the platforms must exist
        :raises UnknownKnob: for a knob or a value that a platform does not have
        """
        before = self.knobs()
        done = []
        try:
            for name, knobs in values.items():
                self.twins[name].configure(knobs)
                done.append(name)
        except Exception:
            for name in done:
                self.twins[name].configure(before[name])
            raise

    def answer(self, request: Request) -> Outcome:
        """Answer one request of a client and enter it into the journal.

        A path that no platform owns is 404. An exception in a platform is a defect of the simulator and must be seen:
        it becomes a 500 that names it, and its traceback goes to the standard error output.
        """
        twin = owner_of(self._routing, request.path)
        call = Call(
            platform=twin.name if twin else None,
            method=request.method,
            path=request.path,
            connection=request.connection,
        )
        self.journal.begin(call)
        self._current = call
        try:
            outcome = self._answer(request, call, twin)
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            outcome = Outcome(_failure(call, error))
        finally:
            self._current = None
        call.status = outcome.response.status if outcome.response else None
        return outcome

    def _answer(self, request: Request, call: Call, twin: Twin | None) -> Outcome:
        if twin is not None:
            twin.describe(request, call)

        def work() -> Response:
            return _checked(twin.handle(request, call)) if twin is not None else _nobody(request)

        return carry_out(Exchange(request, call, twin, work), self.faults.due(call))

    def _due_backend_fault(self, names: tuple[str, ...]) -> Mapping[str, Any] | None:
        fault = self.faults.due_backend(names, self._current) if self._current else None
        return fault.scripted if fault else None


def _checked(response: Response) -> Response:
    """The answer of a twin, if it is one; what is none must not look like a dropped connection."""
    if not isinstance(response, Response) or not isinstance(response.body, bytes):
        raise TypeError(f"a twin answered with {response!r}, which is no Response with a body of bytes")
    return response


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _nobody(request: Request) -> Response:
    body = json.dumps({"error": f"no simulated platform serves {request.path}"}).encode()
    return Response(404, body, CIMultiDict({"Content-Type": "application/json"}))


def _failure(call: Call, error: Exception) -> Response:
    text = f"defect of the simulator, platform {call.platform}: {_named(error)}\n"
    return Response(500, text.encode("utf-8", "replace"), CIMultiDict({"Content-Type": "text/plain; charset=utf-8"}))
