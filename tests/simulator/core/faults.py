# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripted faults: what they look like, which requests they concern and when they are due."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .interface import Call

#: What a fault may do, by its name in ``do``.
KINDS = (
    "status",
    "reset_before",
    "reset_after",
    "delay",
    "truncate",
    "empty",
    "html",
    "pollute",
    "exception",
    "oversize",
    "redirect",
    "expire_session",
    "lock_login",
)

#: These only change the conditions under which a request is answered, so another fault may decide its answer.
CONDITIONS = frozenset({"delay", "expire_session", "lock_login"})


class FaultFormError(ValueError):
    """A scripted fault that does not have the form of one."""


@dataclass
class Fault:
    """One scripted fault and how often it has met a request.

    ``scripted`` is what was posted. ``seen`` counts the requests it concerns, ``fired`` those it hit.
    """

    scripted: Mapping[str, Any]
    do: str
    platform: str | None
    method: str | None
    path: re.Pattern[str] | None
    action: str | None
    backend: str | None
    account: str | None
    nth: int
    times: int
    status: int | None
    reason: str | None
    headers: list[tuple[str, str]]
    body: bytes | None
    delay_s: float
    size: int | None
    seen: int = field(default=0, init=False)
    fired: int = field(default=0, init=False)

    @property
    def canned(self) -> bool:
        """Whether the fault brings its own answer, so that the platform is not asked for one."""
        return self.status is not None or self.body is not None

    @property
    def decides(self) -> bool:
        """Whether it decides the answer, which only one fault can."""
        return self.canned or self.do not in CONDITIONS

    @property
    def spent(self) -> bool:
        return 0 < self.times <= self.fired

    def concerns(self, call: Call) -> bool:
        """Whether everything its ``match`` says of requests is true of this one."""
        return (
            self.platform in (None, call.platform)
            and self.method in (None, call.method.upper())
            and self.action in (None, call.action)
            and self.account in (None, call.account)
            and (self.path is None or self.path.search(call.path) is not None)
        )

    def meet(self) -> bool:
        """Count a request that the fault concerns; whether its turn has come."""
        self.seen += 1
        return self.seen >= self.nth and not self.spent

    def as_json(self) -> dict[str, Any]:
        return {**self.scripted, "seen": self.seen, "fired": self.fired}


class FaultScript:
    """All scripted faults, in the order in which they were appended."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._live: list[Fault] = []

    def append(self, scripted: Any, platforms: Collection[str]) -> None:
        """Add faults, all or none.

        :param scripted: a fault as the control call has it, or a list of them
        :param platforms: the names a match may give
        :raises FaultFormError: with the place of the fault in the list and what is wrong with it
        """
        entries = scripted if isinstance(scripted, list) else [scripted]
        faults = [_parse_numbered(number, entry, platforms) for number, entry in enumerate(entries, start=1)]
        self._faults += faults
        self._live += faults

    def clear(self) -> None:
        self._faults.clear()
        self._live.clear()

    def as_json(self) -> list[dict[str, Any]]:
        """Every fault since the last clearing, with how often it was ``seen`` and ``fired``; spent ones too."""
        return [fault.as_json() for fault in self._faults]

    def due(self, call: Call) -> list[Fault]:
        """The faults that hit this request: any number of conditions, and at most one that decides the answer.

        All faults that concern the request count it for their ``nth``. One that is due but comes after another that
        decides the answer is kept for a later request.
        """
        hits: list[Fault] = []
        for fault in self._concerning(call, lambda candidate: candidate.backend is None):
            if fault.meet() and not (fault.decides and any(hit.decides for hit in hits)):
                hits.append(fault)
        return self._fire(hits)

    def due_backend(self, names: Collection[str], call: Call) -> Fault | None:
        """The first fault that hits a back-end call made while this request is answered."""
        hits = [
            fault for fault in self._concerning(call, lambda candidate: candidate.backend in names) if fault.meet()
        ][:1]
        return next(iter(self._fire(hits)), None)

    def _concerning(self, call: Call, wanted: Callable[[Fault], bool]) -> Iterable[Fault]:
        return [fault for fault in self._live if wanted(fault) and fault.concerns(call)]

    def _fire(self, hits: list[Fault]) -> list[Fault]:
        for fault in hits:
            fault.fired += 1
            if fault.spent:
                self._live.remove(fault)
        return hits


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < float("inf")


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _ordinal(value: Any) -> bool:
    return _count(value) and value >= 1


def _status(value: Any) -> bool:
    return _count(value) and 100 <= value <= 999


def _headers(value: Any) -> bool:
    return isinstance(value, Mapping) and all(
        _text(single) or _number(single) for given in value.values() for single in _as_list(given)
    )


def _body(value: Any) -> bool:
    return isinstance(value, (str, list, dict))


#: key -> (test of its value, what the value must be)
_MATCH_KEYS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "platform": (_text, "the name of a platform"),
    "method": (_text, "an HTTP method"),
    "path": (_text, "a regular expression"),
    "action": (_text, "the name of an action"),
    "backend": (_text, "the name of a back-end call"),
    "account": (_text, "the name of an account"),
    "nth": (_ordinal, "a whole number from 1"),
    "times": (_count, "a whole number, 0 for until cleared"),
}
_FAULT_KEYS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "match": (lambda value: isinstance(value, Mapping), "an object"),
    "do": (lambda value: value in KINDS, f"one of {', '.join(KINDS)}"),
    "status": (_status, "a whole number from 100 to 999"),
    "reason": (_text, "a reason phrase"),
    "headers": (_headers, "an object of names and values"),
    "body": (_body, "a text, or an object or a list that is sent as JSON"),
    "ms": (_number, "a number of milliseconds"),
    "bytes": (_count, "a whole number"),
}
#: what a kind of fault cannot do without
_NEEDED = {"status": "status", "delay": "ms"}


def parse_fault(entry: Any, platforms: Collection[str]) -> Fault:
    """One fault from the control call's JSON.

    :param entry: the decoded JSON
    :param platforms: the names a match may give
    :raises FaultFormError: with what is wrong with it
    """
    if not isinstance(entry, Mapping):
        raise FaultFormError(f"a fault is an object, not {entry!r}")
    given = _checked(entry, _FAULT_KEYS, "a fault")
    if "do" not in given:
        raise FaultFormError(f"'do' is missing; it is {_FAULT_KEYS['do'][1]}")
    match = _checked(given.get("match", {}), _MATCH_KEYS, "'match'")
    needed = _NEEDED.get(given["do"])
    if needed is not None and needed not in given and "backend" not in match:
        raise FaultFormError(f"{given['do']!r} needs {needed!r}, {_FAULT_KEYS[needed][1]}")
    if match.get("platform", next(iter(platforms), None)) not in platforms:
        raise FaultFormError(f"there is no platform {match['platform']!r}; there are: {', '.join(platforms)}")
    headers = [
        (str(name), str(single)) for name, value in given.get("headers", {}).items() for single in _as_list(value)
    ]
    body = given.get("body")
    if body is not None and not isinstance(body, str):
        body = json.dumps(body)
        if not any(name.lower() == "content-type" for name, _value in headers):
            headers.append(("Content-Type", "application/json"))
    return Fault(
        scripted=dict(entry),
        do=given["do"],
        platform=match.get("platform"),
        method=match["method"].upper() if "method" in match else None,
        path=_pattern(match["path"]) if "path" in match else None,
        action=match.get("action"),
        backend=match.get("backend"),
        account=match.get("account"),
        nth=match.get("nth", 1),
        times=match.get("times", 1),
        status=given.get("status"),
        reason=given.get("reason"),
        headers=headers,
        body=None if body is None else body.encode("utf-8", "surrogatepass"),
        delay_s=given.get("ms", 0) / 1000,
        size=given.get("bytes"),
    )


def _parse_numbered(number: int, entry: Any, platforms: Collection[str]) -> Fault:
    try:
        return parse_fault(entry, platforms)
    except FaultFormError as error:
        raise FaultFormError(f"fault {number}: {error}") from None


def _checked(
    entry: Mapping[str, Any], keys: Mapping[str, tuple[Callable[[Any], bool], str]], what: str
) -> dict[str, Any]:
    """The entry without its nulls, once every key is known and every value fits."""
    given = {key: value for key, value in entry.items() if value is not None}
    for key, value in given.items():
        if key not in keys:
            raise FaultFormError(f"{what} has no key {key!r}; it has: {', '.join(keys)}")
        fits, expected = keys[key]
        if not fits(value):
            raise FaultFormError(f"{key!r} is {expected}, not {value!r}")
    return given


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _pattern(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise FaultFormError(f"'path' is not a regular expression: {error}") from None
