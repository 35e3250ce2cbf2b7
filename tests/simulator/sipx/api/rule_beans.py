# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialing rules on the wire (``DialingRuleBean``): every rule shows the properties of every kind."""

from __future__ import annotations

from typing import Any

from ..state.rules import (
    ATTENDANT,
    AUTHORIZATION_CHECKED,
    CUSTOM,
    EMERGENCY,
    INTERNAL,
    LONG_DISTANCE,
    SITE_TO_SITE,
    Rule,
)
from ..state.server_state import ServerState
from .beans import Bean, bean, beans, boolean, date, enum, int_, integer, text, texts
from .schedule_beans import WORKING_TIME

#: type on the wire to the kind of rule that it makes; all three long-distance types make the same kind
KINDS = {
    "Custom": CUSTOM,
    "Site_To_Site": SITE_TO_SITE,
    "Long_Distance": LONG_DISTANCE,
    "Restricted": LONG_DISTANCE,
    "Toll_free": LONG_DISTANCE,
    "Emergency": EMERGENCY,
    "Internal": INTERNAL,
    "Attendant": ATTENDANT,
}
#: types that exist and make nothing
INERT_TYPES = ("International", "Local", "Mapping_Rule", "Intercom", "Paging", "Authorization_Code")
SHOWN_TYPES = {
    CUSTOM: "Custom",
    SITE_TO_SITE: "Site_To_Site",
    LONG_DISTANCE: "Long_Distance",
    EMERGENCY: "Emergency",
    INTERNAL: "Internal",
    ATTENDANT: "Attendant",
}
CALL_DIGITS = ("nodigits", "vdigits", "digits")
#: property of an attendant slot to where the rule keeps the attendant's id
ATTENDANTS = {
    "afterHoursAttendant": "after_hours_attendant_id",
    "holidayAttendant": "holiday_attendant_id",
    "workingTimeAttendant": "working_time_attendant_id",
}

DIAL_PATTERN = Bean("DialPatternBean", [text("prefix"), int_("digits")])
DIAL_PATTERNS = Bean("DialPatternList", [beans("patterns", DIAL_PATTERN)])
CALL_PATTERN = Bean("CallPatternBean", [text("prefix"), enum("callDigits", "CallPatternBean$CallDigits", CALL_DIGITS)])
HOLIDAY_PERIOD = Bean("HolidayPeriodBean", [date("startDate"), date("endDate")])
HOLIDAYS = Bean("HolidayBean", [beans("holidayPeriods", HOLIDAY_PERIOD)])
PERMISSIONS = Bean("PermissionList", [texts("names")])

#: kind of rule to the properties that are its own
DETAILS = {
    CUSTOM: ("dialPatterns", "callPattern"),
    SITE_TO_SITE: ("dialPatterns", "callPattern"),
    LONG_DISTANCE: (
        "pstnPrefix",
        "pstnPrefixOptional",
        "longDistancePrefix",
        "longDistancePrefixOptional",
        "areaCodes",
        "externalLen",
    ),
    EMERGENCY: ("optionalPrefix", "emergencyNumber"),
    INTERNAL: ("mediaServerHostname", "mediaServerType"),
    ATTENDANT: (
        "afterHoursAttendantEnabled",
        "holidayAttendantPeriods",
        "workingTimeAttendantPeriods",
        "extension",
        "attendantAliases",
        "did",
        "enableLiveAttendant",
    ),
}
RULE = Bean(
    "DialingRuleBean",
    [
        integer("id", write=False),
        text("name"),
        boolean("enabled"),
        enum("type", "DialingRuleBean$DialingRuleType", (*KINDS, *INERT_TYPES)),
        text("description"),
        integer("scheduleId", attribute=None),
        bean("permissions", PERMISSIONS),
        boolean("gatewayAware", attribute=None),
        boolean("authorizationChecked", attribute=None),
        boolean("internal", attribute=None),
        text("mediaServerHostname", attribute=None),
        text("mediaServerType", attribute=None),
        bean("dialPatterns", DIAL_PATTERNS),
        bean("callPattern", CALL_PATTERN),
        text("pstnPrefix", attribute=None),
        boolean("pstnPrefixOptional", attribute=None),
        text("longDistancePrefix", attribute=None),
        boolean("longDistancePrefixOptional", attribute=None),
        text("areaCodes", attribute=None),
        int_("externalLen", attribute=None),
        text("optionalPrefix", attribute=None),
        text("emergencyNumber", attribute=None),
        text("afterHoursAttendant", attribute=None),
        boolean("afterHoursAttendantEnabled", attribute=None),
        text("holidayAttendant", attribute=None),
        text("workingTimeAttendant", attribute=None),
        bean("holidayAttendantPeriods", HOLIDAYS),
        bean("workingTimeAttendantPeriods", WORKING_TIME),
        text("extension", attribute=None),
        text("attendantAliases", attribute=None),
        text("did", attribute=None),
        boolean("enableLiveAttendant", attribute=None),
    ],
)


def rule_bean(pbx: ServerState, rule: Rule) -> dict[str, Any]:
    """A rule as GET shows it; properties of other kinds are null, false or 0."""
    shown: dict[str, Any] = {name: field.default for name, field in RULE.fields.items() if field.attribute is None}
    shown.update({name: rule.details.get(name, shown.get(name)) for name in DETAILS[rule.kind]})
    for name, slot in ATTENDANTS.items():
        attendant = pbx.attendants.find(rule.details.get(slot))
        shown[name] = None if attendant is None else attendant.name
    return RULE.write(
        rule,
        **{
            **shown,
            "type": SHOWN_TYPES[rule.kind],
            "scheduleId": rule.schedule_id,
            "permissions": {"names": list(rule.permission_names)},
            "gatewayAware": rule.gateway_aware,
            "authorizationChecked": rule.kind in AUTHORIZATION_CHECKED,
            "internal": rule.kind in (INTERNAL, ATTENDANT),
        },
    )
