# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/rules`` (``DialPlanApiImpl``)."""

from __future__ import annotations

from typing import Any

from ..state.errors import CLASS_CAST, ILLEGAL_ARGUMENT, DomainError, NullPointerError
from ..state.rules import ATTENDANT, CUSTOM, LONG_DISTANCE, SITE_TO_SITE, Rule
from .exchange import Exchange
from .failures import Refusal
from .routing import Route
from .rule_beans import ATTENDANTS, DETAILS, KINDS, RULE, rule_bean
from .schedule_beans import read_period

BASE, ONE = "/rules", "/rules/{id:int}"
#: internal template names, for information
RAW_NAMES = (
    "customRule",
    "internationalRule",
    "localRule",
    "longDistanceRule",
    "emergencyRule",
    "internalRule",
    "attendantRule",
    "siteToSiteRule",
)
DAY_MS = 24 * 3600 * 1000


def list_rules(exchange: Exchange) -> Any:
    """All rules in the order of the dial plan."""
    return {"rules": [rule_bean(exchange.pbx, rule) for rule in exchange.pbx.rules]}


def list_raw(_exchange: Exchange) -> Any:
    """The names of the rule templates."""
    return {"names": list(RAW_NAMES)}


def _kind(exchange: Exchange, values: dict[str, Any]) -> str:
    """The kind of rule that a body's type means.

    :raises NullPointerError: without a type, and for types that make nothing
    :raises DomainError: for custom and site-to-site rules, whose call digits cannot be read more than once
    """
    kind = KINDS.get(values["type"] or "")
    if kind is None:
        raise NullPointerError
    if kind in (CUSTOM, SITE_TO_SITE) and exchange.quirk("custom_rule_500"):
        digits = (values["callPattern"] or {}).get("callDigits") or "nodigits"
        raise DomainError(ILLEGAL_ARGUMENT, f"The Enum name must be unique, '{digits}' has already been added")
    return kind


def _holidays(exchange: Exchange, values: dict[str, Any] | None) -> dict[str, Any]:
    now = exchange.pbx.now()
    today = int(now - now % 86400) * 1000
    periods = []
    for period in (values or {}).get("holidayPeriods") or ():
        if period is None:
            raise NullPointerError
        start = today if period["startDate"] is None else period["startDate"]
        end = start + DAY_MS if period["endDate"] is None else period["endDate"]
        periods.append({"startDate": start, "endDate": end})
    return {"holidayPeriods": periods}


def _fill(exchange: Exchange, rule: Rule, values: dict[str, Any]) -> None:
    pbx = exchange.pbx
    rule.name, rule.description, rule.enabled = values["name"], values["description"], values["enabled"]
    rule.schedule_id = values["scheduleId"] if values["scheduleId"] in pbx.schedules else None
    rule.details = {name: values[name] for name in DETAILS[rule.kind]}
    if rule.kind == ATTENDANT:
        hours = values["workingTimeAttendantPeriods"]
        if hours is None or hours["workingHours"] is None:
            raise NullPointerError
        for period in hours["workingHours"]:
            read_period(period)
        rule.details["holidayAttendantPeriods"] = _holidays(exchange, values["holidayAttendantPeriods"])
        for name, slot in ATTENDANTS.items():
            attendant = None if values[name] is None else pbx.attendants.get_or_create(values[name])
            rule.details[slot] = None if attendant is None else attendant.id


def _save(exchange: Exchange, rule: Rule, deed: str) -> int | None:
    """Store a rule.

    :raises Refusal: 409 with the class of a broken business rule, in this resource alone
    """
    try:
        rule_id = exchange.pbx.rules.save(rule).id
    except DomainError as error:
        if not error.is_user_error:
            raise
        raise Refusal(409, f"User exception during {deed} {error.java_class}") from error
    exchange.pbx.deploy()
    return rule_id


def create(exchange: Exchange) -> int | None:
    """A new rule at the end of the dial plan; long-distance rules need the permission of that name."""
    values = exchange.json(RULE)
    rule = Rule(None, _kind(exchange, values))
    if rule.kind == LONG_DISTANCE:
        rule.permission_names = ["LongDistanceDialing"]
    _fill(exchange, rule, values)
    return _save(exchange, rule, "creation")


def get(exchange: Exchange) -> Any:
    """One rule."""
    return rule_bean(exchange.pbx, exchange.pbx.rules.get(exchange.path["id"]))


def replace(exchange: Exchange) -> int | None:
    """Replace name, description, state, schedule and the properties of the kind; permissions and gateways stay."""
    values = exchange.json(RULE)
    draft = exchange.pbx.rules.draft(exchange.path["id"])
    if _kind(exchange, values) != draft.kind:
        raise DomainError(CLASS_CAST, "the stored rule is of another kind")
    _fill(exchange, draft, values)
    return _save(exchange, draft, "update")


def delete(exchange: Exchange) -> None:
    """Delete a rule."""
    exchange.pbx.rules.remove(exchange.path["id"])
    exchange.pbx.deploy()


ROUTES = [
    Route("GET", BASE, list_rules),
    Route("POST", BASE, create),
    Route("GET", f"{BASE}/raw", list_raw),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
]
