# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form actions that replace whole lists. A missing parameter usually means an empty list.

They answer a page: its head, the fragment of a failure, a tab.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from .. import php
from ..backend import BackEndError
from ..backend.sip_port import AcceptRules
from ..page import alert
from ..state import CONDITIONS, AcceptRule
from ..tabs import (
    ACCEPT_RULES_TAB,
    ALIASES_TAB,
    BARRING_TAB,
    DIVERSIONS_TAB,
    REJECT_TAB,
    Tab,
    diversion_targets,
)
from ..visit import Visit
from .declaration import Action, show_page

#: the day masks that the form has rows for: every day, weekdays, weekend, single days
DAY_MASKS = (127, 31, 96, 1, 2, 4, 8, 16, 32, 64)
#: the web page avoids an empty set of diversions, which the back end might not take, by a member without meaning
NO_DIVERSIONS = {"NONE": ""}

_ALIAS = re.compile(r"[a-z0-9\-_.@]+\Z")
_BARRING_PREFIX = re.compile(r"\+[1-9][0-9]*\Z")
_TIME_OF_DAY = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]\Z")
_NUMBER = re.compile(r"\+?[0-9]+\Z")
_URI = re.compile(r"[^\s@:;<>]+@[A-Za-z0-9.\-]+(?::[0-9]+)?\Z")


class InvalidFormError(Exception):
    """What the user typed is refused; nothing is stored."""


def _submit(work: Callable[[Visit], None], tab: Tab, visit: Visit) -> None:
    try:
        work(visit)
    except BackEndError as failure:
        visit.page.print(alert(failure.sentence))
    except InvalidFormError as refusal:
        visit.page.print(alert(str(refusal)))
    show_page(visit, tab)


def _set_aliases(visit: Visit) -> None:
    """Adds what is new by exact text, then deletes what is gone; the first error aborts."""
    sip = visit.back_end.sip
    if not isinstance(visit.variables.get("aliases"), dict):
        raise php.UncaughtError("array_diff(): Argument #1 must be of type array")
    wished = php.elements(visit.variables, "aliases")
    current = [alias.address for alias in sip.get_aliases(visit.account)]
    for alias in wished:
        address = php.lower(php.trim(alias))
        if alias not in current and _ALIAS.match(address):
            sip.add_alias(visit.account, address.partition("@")[0])
    for address in current:
        if address not in wished:
            sip.delete_alias(visit.account, address)


def _set_reject(visit: Visit) -> None:
    members = [php.trim(member) for member in php.elements(visit.variables, "rejectMembers")]
    visit.back_end.sip.set_reject_members(
        visit.account, [member if member.startswith("sip:") else f"sip:{member}" for member in members if member]
    )


def _set_barring(visit: Visit) -> None:
    typed = [php.trim(prefix) for prefix in php.elements(visit.variables, "barring_prefixes")]
    prefixes = [prefix for prefix in typed if _BARRING_PREFIX.match(prefix)]
    visit.back_end.sip.set_barring_prefixes(visit.account, prefixes)


def _set_accept_rules(visit: Visit) -> None:
    variables = visit.variables
    rules = []
    for mask in DAY_MASKS:
        start, stop = php.scalar(variables, f"start_{mask}"), php.scalar(variables, f"stop_{mask}")
        groups = _chosen_groups(visit, f"radio_persistent_{mask}", f"groups_{mask}")
        times_fit = _TIME_OF_DAY.match(start) and _TIME_OF_DAY.match(stop) and (start, stop) != ("00:00", "00:00")
        if times_fit and groups:
            rules.append(AcceptRule(mask, start, stop, groups))
    temporary = _chosen_groups(visit, "radio_temporary", "groups_temporary") if "radio_temporary" in variables else []
    duration = php.integer(variables.get("duration"))
    visit.back_end.sip.set_accept_rules(visit.account, AcceptRules(rules, temporary, duration), with_days=True)


def _chosen_groups(visit: Visit, radio: str, groups: str) -> list[str]:
    mode = php.integer(visit.variables.get(radio))
    fixed = {0: ["everybody"], 1: ["nobody"]}
    return fixed.get(mode) or php.elements(visit.variables, groups)


def _set_diversions(visit: Visit) -> None:
    targets = diversion_targets(visit)
    chosen = {}
    for condition in CONDITIONS:
        index = php.integer(visit.variables.get(f"{condition}_select"))
        if 0 <= index < len(targets):
            target = targets[index]
        else:
            target = _typed_target(php.trim(php.scalar(visit.variables, condition)), visit.account.domain)
        if target:
            chosen[condition] = target
    visit.back_end.sip.set_call_diversions(visit.account, chosen or NO_DIVERSIONS)


def _typed_target(typed: str, domain: str) -> str:
    bare = typed[4:] if php.lower(typed).startswith("sip:") else typed
    if not bare:
        return ""
    if _NUMBER.match(bare) or "@" not in bare:
        bare = f"{bare}@{domain}"
    if not _URI.match(bare):
        raise InvalidFormError(f"Error: invalid SIP URI {typed}")
    return f"sip:{bare}"


_FORMS: dict[str, tuple[Callable[[Visit], None], Tab]] = {
    "set aliases": (_set_aliases, ALIASES_TAB),
    "set reject": (_set_reject, REJECT_TAB),
    "set barring": (_set_barring, BARRING_TAB),
    "set accept rules": (_set_accept_rules, ACCEPT_RULES_TAB),
    "set diversions": (_set_diversions, DIVERSIONS_TAB),
}

FORM_ACTIONS = tuple(Action(name, partial(_submit, work, tab), write=True) for name, (work, tab) in _FORMS.items())
