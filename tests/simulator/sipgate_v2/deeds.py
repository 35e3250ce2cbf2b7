# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the servers do by themselves as time passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Any

from .account import Account
from .history import DETAILS

Knobs = Mapping[str, Any]


def _establish_call(account: Account, now: float, knobs: Knobs, call_id: str) -> None:
    call = account.calls.get(call_id)
    if call is not None:
        account.calls.change(call, established=True)
        account.plan(now + knobs["call_length_s"], "end_call", call_id=call_id)


def end_call(account: Account, now: float, knobs: Knobs, call_id: str) -> None:
    """Hang up; the history has the call a step of time later. A call that is over already stays so."""
    call = account.calls.get(call_id)
    if call is None:
        return
    account.calls.remove(call)
    moment = datetime.fromtimestamp(now, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    numbers = [participant["phoneNumber"] for participant in call["participants"]]
    entry = {
        "id": account.new_id(),
        "owner": call["owner"],
        "source": numbers[0],
        "target": numbers[-1],
        "sourceAlias": account.endpoint_alias(numbers[0]) or numbers[0],
        "targetAlias": account.endpoint_alias(numbers[-1]) or numbers[-1],
        "type": "CALL",
        "created": moment,
        "lastModified": moment,
        "direction": "OUTGOING",
        "incoming": False,
        "connectionIds": [call["extension"]],
        "read": True,
        "details": {**DETAILS["CALL"], "callId": call_id},
    }
    account.plan(now + knobs["session_step_s"], "enter_history", entry=entry)


def _enter_history(account: Account, now: float, knobs: Knobs, entry: dict[str, Any]) -> None:
    account.history.add(**entry)


def _set_fax_status(account: Account, now: float, knobs: Knobs, entry_id: str, status: str) -> None:
    entry = account.history.get(entry_id)
    if entry is not None:
        account.history.change(entry, details={**entry["details"], "faxStatusType": status})


def _remove_oauth_client(account: Account, now: float, knobs: Knobs, client_id: str) -> None:
    client = account.oauth_clients.get(client_id)
    if client is not None:
        account.oauth_clients.remove(client)


_DEEDS: Mapping[str, Callable[..., None]] = {
    "establish_call": _establish_call,
    "end_call": end_call,
    "enter_history": _enter_history,
    "set_fax_status": _set_fax_status,
    "remove_oauth_client": _remove_oauth_client,
}


def catch_up(account: Account, now: float, knobs: Knobs) -> None:
    """Do everything whose time has come.

    :param now: the server's clock
    """
    account.catch_up(now, lambda deed: _DEEDS[deed.name](account, deed.due, knobs, **deed.values))
