# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``set_call_forwarding``: a partial update that prints what it does before its result object."""

from __future__ import annotations

import re

from .. import php
from ..backend import BackEndError
from ..state import CONDITIONS, MOBILE_NUMBER, VOICE_MAILBOX
from ..texts import DIVERSIONS_CHANGED, DIVERSIONS_SAME, translated
from ..visit import Visit
from .declaration import Action

_TELEPHONE_NUMBER = re.compile(r"[+0|]")


def stored_target(wanted: str, mobile_number: str, domain: str) -> str:
    """A diversion target as the page stores it; "" removes the condition. Nothing is validated.

    :param wanted: the raw value
    :param mobile_number: replaces ``<mobile-number>``, if the account has one
    :param domain: the account's own domain, for targets without one and for telephone numbers
    """
    target = mobile_number if wanted == MOBILE_NUMBER and mobile_number else wanted
    if target in ("", VOICE_MAILBOX):
        return target
    if "@" not in target:
        target = f"{target}@{domain}"
    if _TELEPHONE_NUMBER.match(target):
        target = f"{target.rpartition('@')[0]}@{domain}"
    return target if target.startswith("sip:") else f"sip:{target}"


def _set_call_forwarding(visit: Visit) -> None:
    sip = visit.back_end.sip
    try:
        diversions = sip.get_call_diversions(visit.account)
    except BackEndError as failure:
        visit.page.print_result(False, failure.sentence)
        return
    changes = {}
    for condition in CONDITIONS:
        wanted = visit.variables.get(condition)
        if wanted is None:
            continue
        # Since 2009 the page prints this line, which was meant for its author.
        visit.page.print(f"Key {condition} changed {wanted if isinstance(wanted, str) else 'Array'}")
        raw = php.scalar(visit.variables, condition)
        changes[condition] = stored_target(raw, visit.mobile_number, visit.account.domain)
    if not changes:
        visit.page.print_result(True, translated(DIVERSIONS_SAME, visit.language))
        return
    merged = {**diversions, **changes}
    wanted_set = {condition: merged[condition] for condition in CONDITIONS if merged.get(condition)}
    summary = "".join(f"{condition}={target} " for condition, target in changes.items())
    visit.answer(lambda: sip.set_call_diversions(visit.account, wanted_set), DIVERSIONS_CHANGED, summary)


FORWARDING_ACTIONS = (Action("set_call_forwarding", _set_call_forwarding, write=True),)
