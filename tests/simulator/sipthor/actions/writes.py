# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small writes: aliases, Do Not Disturb, privacy, prepaid cards."""

from __future__ import annotations

from functools import partial

from .. import php
from ..backend import BackEndError
from ..backend.sip_port import AcceptRules
from ..texts import ALIAS_ADDED, CALLER_ID_HIDDEN, CALLER_ID_VISIBLE, DND_OFF, DND_ON, DND_ON_FOR
from ..visit import Visit
from .declaration import Action

ANONYMOUS = "anonymous"
NOT_IN_GROUP = "1031"


def _add_alias(visit: Visit) -> None:
    """No syntax check: whatever is not empty becomes the user part."""
    username = php.lower(php.trim(php.scalar(visit.variables, "username")))
    if not username:
        visit.page.print_result(False, "Error: missing username")
        return
    visit.answer(lambda: visit.back_end.sip.add_alias(visit.account, username), ALIAS_ADDED, username)


def _set_dnd(group: str, visit: Visit) -> None:
    """Reads all accept rules, replaces the temporary one and writes everything back without the day masks.

    If the read fails, its fragment is printed and the write goes out without any persistent rule.
    """
    duration = php.integer(visit.variables.get("duration")) if group == "nobody" else 0
    sip = visit.back_end.sip
    rules = visit.attempt(lambda: sip.get_accept_rules(visit.account)) or AcceptRules()
    rules.temporary_groups, rules.duration = [group], duration

    def write() -> None:
        sip.set_accept_rules(visit.account, rules, with_days=False)

    if group != "nobody":
        visit.answer(write, DND_OFF)
    elif duration > 0:
        visit.answer(write, DND_ON_FOR, duration)
    else:
        visit.answer(write, DND_ON)


def _set_privacy_on(visit: Visit) -> None:
    visit.answer(lambda: visit.back_end.sip.add_to_group(visit.account, ANONYMOUS), CALLER_ID_HIDDEN)


def _set_privacy_off(visit: Visit) -> None:
    def remove() -> None:
        try:
            visit.back_end.sip.remove_from_group(visit.account, ANONYMOUS)
        except BackEndError as failure:
            if failure.code != NOT_IN_GROUP:
                raise

    visit.answer(remove, CALLER_ID_VISIBLE)


def _add_balance(visit: Visit) -> None:
    voucher_id = php.integer(visit.variables.get("id"))
    number = visit.variables.get("number")
    if not voucher_id or php.is_empty(number):
        visit.page.print_result(False, "Missing id or number")
        return
    card = number if isinstance(number, str) else "Array"
    visit.answer(
        lambda: visit.back_end.sip.add_balance_from_voucher(visit.account, voucher_id, card), "Added balance succeeded"
    )


WRITE_ACTIONS = (
    Action("add_alias", _add_alias, write=True),
    Action("set_dnd_on", partial(_set_dnd, "nobody"), write=True),
    Action("set_dnd_off", partial(_set_dnd, "everybody"), write=True),
    Action("set_privacy_on", _set_privacy_on, write=True),
    Action("set_privacy_off", _set_privacy_off, write=True),
    Action("add_balance", _add_balance, write=True, secrets=frozenset({"number"})),
)
