# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTML tabs of the settings page, as far as the form actions show them."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any

from .state import CONDITIONS, OPTIONAL_GROUPS, VOICE_MAILBOX_KEYWORDS, Account
from .visit import Visit

Tab = Callable[[Visit], str]


def _input(name: str, value: Any, kind: str = "text", checked: bool = False) -> str:
    mark = " checked" if checked else ""
    return f'<input type="{kind}" name="{name}" value="{html.escape(str(value or ""))}"{mark}>\n'


def _form(action: str, inputs: Iterable[str]) -> str:
    return (
        '<form class="form-horizontal" method="post">\n'
        f'<input type="hidden" name="action" value="{action}">\n'
        f"{''.join(inputs)}</form>\n"
    )


def _settings(visit: Visit) -> str:
    account = visit.account
    box = account.mailbox
    inputs = [
        _input("mailto", account.email),
        _input("timezone", account.timezone),
        _input("timeout", account.ring_timeout),
        _input("quickdial", account.quick_dial),
        _input("mobile_number", account.mobile_number),
        _input("language", account.language),
        _input("region", account.region),
        _input("voicemail", "1", "checkbox", box is not None),
        _input("voicemail_password", box.password if box else "", "password"),
        _input("delete_voicemail", "1", "checkbox", box is not None and box.delete),
        _input("sip_password", "", "password"),
        _input("web_password", "", "password"),
        *(_input(group, "1", "checkbox", group in account.groups) for group in OPTIONAL_GROUPS),
        _input("show_barring_tab", "1", "checkbox", account.show_barring_tab),
    ]
    # The vendor's page carries the SIP password in a comment.
    return f"<!-- {html.escape(account.password)} -->\n{_form('save settings', inputs)}"


def _list_tab(action: str, field: str, values: Callable[[Visit], Iterable[str]]) -> Tab:
    return lambda visit: _form(action, [_input(field, value) for value in (*values(visit), "")])


def _diversions(visit: Visit) -> str:
    targets = diversion_targets(visit)
    inputs = []
    for condition in CONDITIONS:
        stored = visit.account.diversions.get(condition, "")
        index = targets.index(stored) if stored in targets else len(targets)
        inputs += [_input(f"{condition}_select", index), _input(condition, stored)]
    return _form("set diversions", inputs)


def diversion_targets(visit: Visit) -> list[str]:
    """What the select boxes offer, by index: nothing, the mailbox, the owner's numbers, the mobile number.

    The index behind the last one stands for "other", a text of one's own.
    """
    account = visit.account
    targets = [""]
    if account.mailbox is not None:
        absolute = visit.back_end.link.knobs["absolute_voicemail"] == "on"
        targets.append(f"sip:{account.mailbox.account}" if absolute else VOICE_MAILBOX_KEYWORDS[0])
    numbers = [number.number for number in visit.back_end.link.platform.enum_of(account.address)]
    if visit.mobile_number:
        numbers.append(visit.mobile_number)
    return targets + [f"sip:{number}@{account.domain}" for number in numbers]


def _accept_rules(visit: Visit) -> str:
    inputs = []
    for rule in visit.account.accept_rules:
        inputs += [_input(f"start_{rule.days}", rule.start), _input(f"stop_{rule.days}", rule.stop)]
        inputs += [_input(f"groups_{rule.days}[]", group) for group in rule.groups]
    inputs += [_input("groups_temporary[]", group) for group in visit.account.temporary_rule.groups]
    return _form("set accept rules", inputs)


def voicemail_targets(account: Account) -> set[str]:
    """All ways in which a diversion can name the account's mailbox."""
    own = {f"sip:{account.mailbox.account}"} if account.mailbox else set()
    return own | set(VOICE_MAILBOX_KEYWORDS)


SETTINGS_TAB: Tab = _settings
ALIASES_TAB = _list_tab(
    "set aliases",
    "aliases[]",
    lambda visit: [alias.address for alias in visit.back_end.link.platform.aliases_of(visit.account.address)],
)
REJECT_TAB = _list_tab("set reject", "rejectMembers[]", lambda visit: visit.account.reject_rules)
BARRING_TAB = _list_tab("set barring", "barring_prefixes[]", lambda visit: visit.account.barring_prefixes)
ACCEPT_RULES_TAB: Tab = _accept_rules
DIVERSIONS_TAB: Tab = _diversions
