# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the servers do by themselves as time passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .account import Account
from .sessions import HUNG_UP

Knobs = Mapping[str, Any]
_FAIL_REASON = "no answer"


def _set_status(account: Account, now: float, knobs: Knobs, event_id: str, status: str) -> None:
    """Only a fax that failed has a reason."""
    event = account.events.get(event_id)
    if event is None:
        return
    values: dict[str, Any] = {"status": status}
    if status == "sent":
        values["sent"] = round(now, 3)
    if status == "failed" and event["type"] == "faxes":
        values["failReason"] = _FAIL_REASON
    account.events.change(event, **values)


def _set_session(account: Account, now: float, knobs: Knobs, session_id: str, status: str) -> None:
    session = account.sessions.get(session_id)
    if session is None or session["status"] == HUNG_UP:
        return
    account.sessions.change(session, status=status)
    if status == HUNG_UP:
        account.plan(now + knobs["call_length_s"], "forget_session", session_id=session_id)


def _forget_session(account: Account, now: float, knobs: Knobs, session_id: str) -> None:
    session = account.sessions.get(session_id)
    if session is not None:
        account.sessions.remove(session)


def _expire_callthrough(account: Account, now: float, knobs: Knobs, source: str) -> None:
    """Unless the clock was started anew since."""
    routing = account.callthroughs.get(source)
    if routing is not None and routing["expires"] <= now:
        account.callthroughs.remove(routing)


_DEEDS: Mapping[str, Callable[..., None]] = {
    "set_status": _set_status,
    "set_session": _set_session,
    "forget_session": _forget_session,
    "expire_callthrough": _expire_callthrough,
}


def catch_up(account: Account, now: float, knobs: Knobs) -> None:
    """Do everything whose time has come.

    :param now: the server's clock
    """
    account.catch_up(now, lambda deed: _DEEDS[deed.name](account, deed.due, knobs, **deed.values))
