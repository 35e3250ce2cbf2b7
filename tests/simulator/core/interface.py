# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the simulator's core and the twins of the platforms know of each other.

The core owns the network: connections, TLS, faults, the journal, the clock and the control calls. A twin owns one
platform's behaviour and state and never sees a socket. It is synchronous: requests are handled one after the other,
so a twin needs no locks.
"""

from __future__ import annotations

import abc
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from multidict import CIMultiDict, CIMultiDictProxy


class Clock:
    """Server time: real time plus an offset that a control call advances."""

    def __init__(self) -> None:
        self.offset_s = 0.0

    def now(self) -> float:
        """Seconds since the epoch, as the servers see it."""
        return datetime.now(timezone.utc).timestamp() + self.offset_s

    def utcnow(self) -> datetime:
        """The same as an aware datetime in UTC."""
        return datetime.fromtimestamp(self.now(), timezone.utc)

    def advance(self, seconds: float) -> None:
        """Let time pass; OverflowError beyond the year 9999."""
        try:
            datetime.fromtimestamp(self.now() + seconds, timezone.utc)
        except (OverflowError, ValueError, OSError) as error:
            raise OverflowError(str(error)) from None
        self.offset_s += seconds


@dataclass(frozen=True)
class Request:
    """One HTTP request as it came over the wire.

    ``path`` and ``query`` are raw: not percent-decoded, not normalised; ``query`` is without the question mark.
    ``base_url`` is how the client addressed this process, e.g. ``http://127.0.0.1:8470``.
    """

    method: str
    path: str
    query: str
    headers: CIMultiDictProxy[str]
    body: bytes
    connection: int
    base_url: str


@dataclass
class Response:
    """What a twin answers. ``reason`` replaces the standard reason phrase; any status number is sent as it is.

    The headers go out in this order and no others are made up, except ``Date`` and what frames the body:
    ``Content-Length`` is added unless the twin gave one, or sent a ``Transfer-Encoding: chunked`` of its own.
    ``delay_s`` holds the answer back, e.g. for a back end that answers late.
    """

    status: int = 200
    body: bytes = b""
    headers: CIMultiDict[str] = field(default_factory=CIMultiDict)
    reason: str | None = None
    delay_s: float = 0.0


@dataclass
class Call:
    """The journal's view of a request, filled in by the twin while it handles it.

    ``route`` is the template as the platform's reference writes it (``/rest/user/{id}``), ``write`` says whether the
    request would change provisioned state if it were accepted (false for logins, challenge legs and reads by POST).
    ``applied`` says whether it did change provisioned state. A twin sets ``route``, ``action``, ``account`` and
    ``write`` as early as it knows them, so that refused requests are described too. ``platform`` is None where no
    platform owns the path.
    """

    platform: str | None
    method: str
    path: str
    route: str | None = None
    action: str | None = None
    account: str | None = None
    write: bool = False
    applied: bool = False
    status: int | None = None
    connection: int = 0
    secret_in_url: list[str] = field(default_factory=list)


class UnknownKnob(ValueError):
    """A configuration call named a knob that the platform does not have, or gave it a value of the wrong type."""


class Twin(abc.ABC):
    """One platform: its state and its answers."""

    #: name in control calls: sipx, onsip, sipgate_v1, sipgate_v2, sipthor
    name: str
    #: knob name -> default value; ``configure`` accepts exactly these names, and values of the default's type
    default_knobs: Mapping[str, Any] = {}
    #: knob name -> the only values it takes, for those that have a fixed set
    knob_choices: Mapping[str, Collection[Any]] = {}
    #: the kinds of fault (``do``) that ``apply_fault`` carries out by itself; the core does the others in a general way
    own_faults: frozenset[str] = frozenset()
    #: set by the core: the scripted fault that is due for a back-end call with one of these names
    due_backend_fault: Callable[[tuple[str, ...]], Mapping[str, Any] | None] | None = None

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.knobs: dict[str, Any] = dict(self.default_knobs)

    @abc.abstractmethod
    def owns(self, path: str) -> bool:
        """Whether this twin serves the raw path."""

    @abc.abstractmethod
    def describe(self, request: Request, call: Call) -> None:
        """Fill route, action, account, write and secret_in_url without doing anything.

        Called before faults are looked at, so that a fault can match an action and a request that a fault swallowed
        still stands in the journal with its name.
        """

    @abc.abstractmethod
    def handle(self, request: Request, call: Call) -> Response:
        """Answer the request; set ``call.applied`` when provisioned state changed."""

    @abc.abstractmethod
    def load(self, seed: str | Mapping[str, Any], scale: Mapping[str, int]) -> None:
        """Replace the whole state by a named seed (``empty``, ``demo``) or by what ``state`` returned.

        ``scale`` is e.g. ``{"users": 1000}``: that many more objects of a kind, made on top of a named seed.
        """

    @abc.abstractmethod
    def state(self) -> dict[str, Any]:
        """The whole state as JSON-ready data; ``load(state())`` is identity."""

    def forget_sessions(self) -> None:  # noqa: B027 - a platform without sessions has none to drop
        """Drop logins, nonces and sessions."""

    def configure(self, values: Mapping[str, Any]) -> None:
        """Set knobs, all or none; raises UnknownKnob for a name, a type or a value the platform does not have."""
        for name, value in values.items():
            if name not in self.default_knobs:
                raise UnknownKnob(f"{self.name} has no knob {name!r}; it has: {', '.join(sorted(self.default_knobs))}")
            if name in self.knob_choices:
                if value not in tuple(self.knob_choices[name]):
                    choices = ", ".join(repr(choice) for choice in self.knob_choices[name])
                    raise UnknownKnob(f"{self.name}: knob {name!r} is one of {choices}, not {value!r}")
            elif not same_kind(value, self.default_knobs[name]):
                kind = type(self.default_knobs[name]).__name__
                raise UnknownKnob(f"{self.name}: knob {name!r} takes a value of type {kind}, not {value!r}")
        self.knobs.update(values)

    def reset_knobs(self) -> None:
        self.knobs = dict(self.default_knobs)

    def apply_fault(self, request: Request, call: Call, fault: Mapping[str, Any]) -> Response | None:
        """Platform-specific faults (``expire_session``, ``lock_login``, ``pollute``, ``exception``, backend faults).

        Return a response to answer with, or None to go on with ``handle`` (which then sees the effect). The kinds
        that a twin carries out are named in its ``own_faults``: for any other kind the core goes on with its general
        form after None (``expire_session``: ``forget_sessions``; ``pollute``: HTML in front of the answer;
        ``exception``: a plain 500).
        """
        return None

    def backend_fault(self, *names: str) -> Mapping[str, Any] | None:
        """The scripted fault that hits the back-end call about to be made, or None.

        Asked once for each back-end call while ``handle`` runs: asking counts for the fault's ``nth`` and ``times``.

        :param names: what a fault may call this back-end call in ``match.backend``, e.g. the port and the operation
        :return: the fault as it was scripted (``do``, ``status``, ``body``, ``ms`` …)
        """
        return self.due_backend_fault(names) if self.due_backend_fault else None


def same_kind(value: Any, default: Any) -> bool:
    """Whether a knob with that default takes the value: any number for a number; a default of None takes anything."""
    if default is None:
        return True
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float))
    return isinstance(value, type(default))


def twin_for(twins: Iterable[Twin], path: str) -> Twin | None:
    """The first twin that owns the path."""
    return next((twin for twin in twins if twin.owns(path)), None)
