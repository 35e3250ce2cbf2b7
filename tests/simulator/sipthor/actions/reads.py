# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The actions that read. A failed back-end call prints its fragment and then the JSON of an empty value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from .. import php
from ..backend import BackEndError
from ..page import alert, red_paragraph
from ..state import CONDITIONS, VOICE_MAILBOX, VOICE_MAILBOX_KEYWORDS, Account, CallRecord, Device
from ..texts import BALANCE_COLUMNS, translated
from ..visit import Visit
from .declaration import Action

DEFAULT_RING_TIMEOUT = 35
LONGEST_RING_TIMEOUT = 900
#: the proxy refused the call because of its accounting; the page does not show these among the placed calls
HIDDEN_STATUS = "435"

_SIP_SCHEME = re.compile(r"^sips?:", re.IGNORECASE)
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})")


@dataclass(frozen=True)
class Read:
    """A read: what it fetches, and what stands for it when the back end fails.

    ``none_codes`` are the back end's codes for "there is nothing", which print no fragment.
    """

    fetch: Callable[[Visit], Any]
    empty: Any = None
    fragment: Callable[[str], str] = alert
    none_codes: tuple[str, ...] = ()


def _print_read(read: Read, visit: Visit) -> None:
    try:
        value = read.fetch(visit)
    except BackEndError as failure:
        if failure.code not in read.none_codes:
            visit.page.print(read.fragment(failure.sentence))
        value = read.empty
    visit.page.print_json(value)


def _get_identity(visit: Visit) -> None:
    profile = visit.profile
    visit.page.print_json(
        {
            "sip_address": profile and profile.address,
            "email": profile and profile.email,
            "first": profile and profile.first_name,
            "lastname": profile and profile.last_name,
            "pstn_caller_id": profile and profile.caller_id,
            "mobile_number": visit.mobile_number if profile else None,
            "timezone": profile and profile.timezone,
            "no_answer_timeout": _ring_timeout(profile) if profile else None,
            "quick_dial": profile and profile.quick_dial,
        }
    )


def _ring_timeout(profile: Account) -> int:
    return min(profile.ring_timeout or DEFAULT_RING_TIMEOUT, LONGEST_RING_TIMEOUT)


def _aliases(visit: Visit) -> list[str]:
    return [alias.address for alias in visit.back_end.sip.get_aliases(visit.account)]


def _enum_numbers(visit: Visit) -> list[str]:
    return list(dict.fromkeys(number.number for number in visit.back_end.enum.get_numbers(visit.account)))


def _history(visit: Visit) -> dict[str, list[dict[str, Any]] | None]:
    calls = visit.back_end.sip.get_calls(visit.account)
    timezone = visit.profile.timezone if visit.profile else ""
    placed = [call for call in calls["placed"] if call.stop and str(call.status) != HIDDEN_STATUS]
    received = [call for call in calls["received"] if call.stop]
    return {
        "placed": [_history_entry(call, timezone) for call in placed] or None,
        "received": [_history_entry(call, timezone) for call in received] or None,
    }


def _history_entry(call: CallRecord, timezone: str) -> dict[str, Any]:
    placed = call.direction == "placed"
    return {
        "remoteParty": _quoted_printable_decoded(call.remote_party),
        "displayName": "" if placed else call.display_name,
        "startTime": call.start,
        "stopTime": call.stop,
        "timezone": timezone,
        "duration": call.duration,
        "status": call.status,
        **({"price": call.price} if placed else {}),
        "sessionId": call.session_id,
        "fromTag": call.from_tag,
        "toTag": call.to_tag,
        "proxyIP": call.proxy_ip,
        "media": call.media,
    }


def _quoted_printable_decoded(text: str) -> str:
    raw = _QUOTED.sub(lambda match: bytes.fromhex(match[1].decode()), text.encode("utf-8", "surrogateescape"))
    return raw.decode("utf-8", "surrogateescape")


def _get_devices(visit: Visit) -> None:
    try:
        devices = visit.back_end.sip.get_sip_device_locations(visit.account)
    except BackEndError as failure:
        # The only read that reports its failure in a result object.
        visit.page.print_result(False, failure.sentence)
    else:
        visit.page.print_json([_device(device) for device in devices] or None)


def _device(device: Device) -> dict[str, Any]:
    return {
        "contact": device.contact,
        "publicContact": device.public_contact or device.contact,
        "expires": device.expires,
        "user_agent": device.user_agent,
        "transport": device.transport,
    }


def _prepaid(visit: Visit) -> dict[str, Any]:
    return visit.back_end.sip.get_prepaid_status(visit.account)


def _balance_history(visit: Visit) -> list[dict[str, Any]]:
    return visit.back_end.sip.get_credit_history(visit.account)


_BALANCE_FIELDS = ("date", "action", "description", "value", "balance")
_BALANCE_HISTORY = Read(_balance_history, fragment=red_paragraph, none_codes=("2000",))


def _get_balance_history(visit: Visit) -> None:
    if php.is_empty(visit.variables.get("csv")):
        _print_read(_BALANCE_HISTORY, visit)
        return
    address = visit.account.address
    visit.page.attach("text/csv", f"{address}-prepaid-history.csv")
    try:
        rows = _balance_history(visit)
    except BackEndError as failure:
        rows = []
        if failure.code not in _BALANCE_HISTORY.none_codes:
            visit.page.print(red_paragraph(failure.sentence))
    visit.page.print(translated(BALANCE_COLUMNS, visit.language) + "\n")
    # Sessions that cost nothing are left out; nothing is quoted.
    shown = [row for row in rows if not row.get("session") or float(row.get("value", 0))]
    for number, row in enumerate(shown, start=1):
        fields = (row.get(key, "") for key in _BALANCE_FIELDS)
        visit.page.print(",".join(php.string(value) for value in (number, address, *fields)) + "\n")


def _call_forwarding(visit: Visit) -> dict[str, str | None]:
    diversions = visit.back_end.sip.get_call_diversions(visit.account)
    absolute = visit.back_end.link.knobs["absolute_voicemail"] == "on"
    return {condition: _shown_target(diversions.get(condition), absolute) for condition in CONDITIONS}


def _shown_target(stored: str | None, absolute_voicemail: bool) -> str | None:
    if stored in VOICE_MAILBOX_KEYWORDS:
        # With absolute URIs the page would need the mailbox to expand the keyword, and has not loaded it.
        return None if absolute_voicemail else VOICE_MAILBOX
    return None if stored is None else _SIP_SCHEME.sub("", stored)


def _accept_rules(visit: Visit) -> dict[str, Any]:
    rules = visit.back_end.sip.get_accept_rules(visit.account)
    persistent = {
        str(rule.days): {"start": rule.start, "stop": rule.stop, "groups": rule.groups} for rule in rules.persistent
    }
    return {
        **({"persistent": persistent} if persistent else {}),
        "temporary": {"groups": rules.temporary_groups, "duration": rules.duration},
        "groups": rules.groups,
    }


def _reject_rules(visit: Visit) -> list[str]:
    return visit.back_end.sip.get_reject_members(visit.account)


def _voicemail(visit: Visit) -> dict[str, Any]:
    mailbox = visit.back_end.voicemail.get_account(visit.account)
    return {
        "Mailbox": mailbox.mailbox,
        "Password": mailbox.password,
        "Name": mailbox.name,
        "Email": mailbox.email,
        "Info": mailbox.info,
        "Options": {"delete": mailbox.delete},
        "Account": mailbox.account,
    }


_MONTHLY_USAGE = Read(lambda visit: visit.back_end.sip.get_call_statistics(visit.account))


def _get_monthly_usage(visit: Visit) -> None:
    if visit.back_end.link.knobs["monthly_usage"] == 500:
        raise php.UncaughtError("Call to private method")
    _print_read(_MONTHLY_USAGE, visit)


_READS = {
    "get_aliases": Read(_aliases, empty=[]),
    "get_enum": Read(_enum_numbers, empty=[]),
    "get_history": Read(_history),
    "get_prepaid": Read(_prepaid),
    "get_call_forwarding": Read(_call_forwarding),
    "get_accept_rules": Read(_accept_rules),
    "get_reject_rules": Read(_reject_rules),
    "get_voicemail": Read(_voicemail, fragment=red_paragraph, none_codes=("2000", "1010")),
}

READ_ACTIONS = (
    Action("get_identity", _get_identity),
    Action("get_devices", _get_devices),
    Action("get_balance_history", _get_balance_history),
    Action("get_monthly_usage", _get_monthly_usage),
    *(Action(name, partial(_print_read, read)) for name, read in _READS.items()),
)
