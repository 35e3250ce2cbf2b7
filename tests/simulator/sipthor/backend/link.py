# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page reaches the back end: calls that can fail, time out, or lose their answer."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar

from ...core.interface import Call, Clock
from ..state import Platform

#: the SOAP transport of the page gives up after this time, per call
TIMEOUT_S = 5.0
REFUSED = "Provisioning error"
#: error codes that the page's source knows (library/sip_settings.php, library/rating.php), and some that it does not
ERROR_TEXTS = {
    1010: "No such account",
    1012: "No more aliases are allowed for this account",
    1014: "Illegal alias name",
    1030: "The account is already in this group",
    1031: "The account is not in this group",
    2000: "Nothing found",
    2010: "No such prepaid card, or the card was used already",
    2011: "The account is not prepaid",
    2020: "No accept rule without its days",
    2021: "The set of diversions is empty",
    5000: "No such customer",
    5010: "No such domain",
}
INJECTED_CODE = 9000
INJECTED_TEXT = "Injected failure"

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


@dataclass
class RefusedError(Exception):
    """The back end's own refusal of a call, before it is known which port it left through."""

    code: int | str
    text: str = ""


@dataclass
class BackEndError(Exception):
    """A failed back-end call as the page reports it; code and text are empty for transport errors."""

    port: str
    message: str
    code: str = ""
    text: str = ""

    @property
    def sentence(self) -> str:
        return f"Error ({self.port}): {self.message} ({self.code}): {self.text}"


@dataclass(frozen=True)
class InjectedFailure:
    """What a scripted fault does to a back-end call.

    ``message`` is what the transport says, without it the back end refuses. ``too_late``: the work was done, only
    its answer was lost.
    """

    message: str = ""
    too_late: bool = False


_CLOSED = InjectedFailure("Could not open socket connection to server {host}")
_UNREADABLE = InjectedFailure("Could not parse the answer of {host}")
_INJECTED: Mapping[str, InjectedFailure] = {
    "delay": InjectedFailure("Timed out read from {host}", too_late=True),
    "reset_before": _CLOSED,
    "redirect": _CLOSED,
    "reset_after": InjectedFailure("Error reading response from {host}", too_late=True),
    "truncate": InjectedFailure("Could not parse the answer of {host}", too_late=True),
    "empty": _UNREADABLE,
    "html": _UNREADABLE,
    "oversize": _UNREADABLE,
}
_REFUSES = InjectedFailure()


class Link:
    """The connection of one request to the back end.

    :param platform: the state that the back end owns
    :param clock: server time
    :param knobs: how the back end behaves where its behaviour is not public
    :param call: the journal's entry of the request; told what was changed
    :param due_fault: gives the scripted fault for a call that has one of the names
    :param report: prints a fragment for a call that succeeds and complains nevertheless (``pollute``)
    """

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        knobs: Mapping[str, Any],
        call: Call,
        due_fault: Callable[..., Mapping[str, Any] | None],
        report: Callable[[str], None],
    ) -> None:
        self.platform = platform
        self.clock = clock
        self.knobs = knobs
        self.call = call
        self.waited_s = 0.0
        self._due_fault = due_fault
        self._report = report

    def reach(self, port: str, operation: str, work: Callable[[], Result]) -> Result:
        """Make one back-end call.

        :param port: the port's name, as error sentences show it
        :param operation: the operation of the port
        :param work: what the back end does
        :raises BackEndError: the back end refused, or a scripted fault says so: ``body`` is the text of the refusal,
            or ``{"code": 1010, "text": …}``; ``status`` is the code as well
        """
        fault = self._due_fault(port, f"{port}.{operation}", operation)
        if fault is None:
            return self._work(port, work)
        late_s = fault.get("ms", 0) / 1000
        self.waited_s += min(late_s, TIMEOUT_S)
        kind = fault["do"]
        if kind == "pollute":
            failure = self._failure(port, _REFUSES, fault)
            self._report(failure.sentence)
            return self._work(port, work)
        if kind == "delay" and late_s <= TIMEOUT_S:
            return self._work(port, work)
        injected = _INJECTED.get(kind, _REFUSES)
        if injected.too_late:
            self._work(port, work)
        raise self._failure(port, injected, fault)

    def store(self, record: Any, **values: Any) -> None:
        """Set fields of a record; the request counts as applied if one of them changed."""
        for name, value in values.items():
            if getattr(record, name) != value:
                setattr(record, name, value)
                self.call.applied = True

    @contextmanager
    def made_by(self, step: str) -> Iterator[None]:
        """Back-end calls that a step before the action makes: a scripted fault's ``action`` is the step's name then."""
        action, self.call.action = self.call.action, step
        try:
            yield
        finally:
            self.call.action = action

    @staticmethod
    def _work(port: str, work: Callable[[], Result]) -> Result:
        try:
            return work()
        except RefusedError as refusal:
            text = refusal.text or ERROR_TEXTS.get(int(refusal.code), "")
            raise BackEndError(port, REFUSED, str(refusal.code), text) from None

    def _failure(self, port: str, injected: InjectedFailure, fault: Mapping[str, Any]) -> BackEndError:
        if injected.message:
            return BackEndError(port, injected.message.format(host=self.knobs["backend_host"]))
        body = fault.get("body")
        refusal = body if isinstance(body, Mapping) else {"text": body} if body else {}
        code = refusal.get("code") or fault.get("status") or INJECTED_CODE
        text = refusal.get("text") or ERROR_TEXTS.get(code, INJECTED_TEXT)
        return BackEndError(port, REFUSED, str(code), str(text))


class Port:
    """A port of the back end; its name stands in error sentences."""

    name: str

    def __init__(self, link: Link) -> None:
        self.link = link
        self.platform = link.platform


_Port = TypeVar("_Port", bound=Port)


def operation(
    name: str,
) -> Callable[[Callable[Concatenate[_Port, Parameters], Result]], Callable[Concatenate[_Port, Parameters], Result]]:
    """Make a method of a port a call to the back end, which a scripted fault can hit.

    :param name: the operation's name: a fault's ``backend`` may be it, the port, or ``PORT.OPERATION``
    """

    def decorate(
        method: Callable[Concatenate[_Port, Parameters], Result],
    ) -> Callable[Concatenate[_Port, Parameters], Result]:
        @functools.wraps(method)
        def call(self: _Port, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
            return self.link.reach(self.name, name, lambda: method(self, *args, **kwargs))

        return call

    return decorate
