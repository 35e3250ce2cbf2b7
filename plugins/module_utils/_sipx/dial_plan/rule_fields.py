# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kinds of dialing rules have of their own, and how it is spelled on the wire."""

from __future__ import annotations

import re
import typing as t
from datetime import datetime, timedelta, timezone

from ..._model.field import Field
from ..periods import from_api, periods_field, to_api

#: our words to the server's; the three kinds of long distance make one, and read back as that
TYPES = {
    "long_distance": "Long_Distance",
    "restricted": "Restricted",
    "toll_free": "Toll_free",
    "emergency": "Emergency",
    "internal": "Internal",
    "attendant": "Attendant",
    "custom": "Custom",
    "site_to_site": "Site_To_Site",
}
_LONG_DISTANCE = ("long_distance", "restricted", "toll_free")
#: kinds that the server reads and deletes, but can neither create nor change
UNWRITABLE = ("custom", "site_to_site")
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def one_family(kind: str) -> str:
    """The kind as it reads back."""
    return "long_distance" if kind in _LONG_DISTANCE else kind


def _check_date(value: str) -> None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError(f"must be a date like 2026-12-24, not {value!r}")
    datetime.strptime(value, "%Y-%m-%d")


_LONG_DISTANCE_FIELDS = (
    Field("pstn_prefix"),
    Field("pstn_prefix_optional", "bool"),
    Field("long_distance_prefix"),
    Field("long_distance_prefix_optional", "bool"),
    Field("area_codes", "list", elements="str", unordered=True),
    Field("external_length", "int", wire="externalLen", minimum=-1),
)
_EMERGENCY_FIELDS = (Field("emergency_number"), Field("optional_prefix"))
_INTERNAL_FIELDS = (Field("media_server_type"), Field("media_server_hostname"))
_ATTENDANT_FIELDS = (
    Field("extension"),
    Field("did"),
    Field("attendant_aliases", "list", elements="str", unordered=True),
    Field("working_time_attendant", refers_to="auto_attendant"),
    periods_field("working_hours"),
    Field("after_hours_attendant", refers_to="auto_attendant"),
    Field("after_hours_attendant_enabled", "bool"),
    Field("holiday_attendant", refers_to="auto_attendant"),
    Field(
        "holidays",
        "list",
        elements="dict",
        unordered=True,
        options=(
            Field("start_date", required=True, check=_check_date),
            Field("end_date", required=True, check=_check_date),
        ),
    ),
    Field("enable_live_attendant", "bool"),
)
_CUSTOM_FIELDS = (
    Field(
        "dial_patterns",
        "list",
        wire="dialPatterns.patterns",
        elements="dict",
        read_only=True,
        options=(Field("prefix"), Field("digits", "int")),
    ),
    Field(
        "call_pattern",
        "dict",
        read_only=True,
        options=(Field("prefix"), Field("call_digits")),
    ),
)
OF_TYPE = {
    **dict.fromkeys(_LONG_DISTANCE, _LONG_DISTANCE_FIELDS),
    "emergency": _EMERGENCY_FIELDS,
    "internal": _INTERNAL_FIELDS,
    "attendant": _ATTENDANT_FIELDS,
    **dict.fromkeys(UNWRITABLE, _CUSTOM_FIELDS),
}
ALL = (*_LONG_DISTANCE_FIELDS, *_EMERGENCY_FIELDS, *_INTERNAL_FIELDS, *_ATTENDANT_FIELDS, *_CUSTOM_FIELDS)

#: separators of what the server keeps in one text
_JOINED = {"area_codes": ",", "attendant_aliases": " "}


def unpacked(row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The server's object with its packed texts, periods and dates as options have them."""
    row = dict(row)
    row["areaCodes"] = [part.strip() for part in (row.get("areaCodes") or "").split(",") if part.strip()]
    row["attendantAliases"] = (row.get("attendantAliases") or "").split()
    hours = (row.get("workingTimeAttendantPeriods") or {}).get("workingHours") or []
    row["workingHours"] = from_api(_in_force(hours))
    periods = (row.get("holidayAttendantPeriods") or {}).get("holidayPeriods") or []
    row["holidays"] = [
        {"startDate": _date(period.get("startDate")), "endDate": _date(period.get("endDate"))} for period in periods
    ]
    return row


def _in_force(hours: t.Sequence[t.Mapping[str, t.Any]]) -> t.Sequence[t.Mapping[str, t.Any]]:
    """The periods of a rule that count: unlike a schedule it can hold one that is off, as its weekend is at first.

    Where all are off, the server is taken for one that does not keep the flag.
    """
    return [period for period in hours if period.get("enabled")] or hours


def packed(kind: str, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The wire form of what the kind has of its own; what it lacks would be cleared, so nothing is left out."""
    bean: dict[str, t.Any] = {}
    for field in OF_TYPE[kind]:
        value = values.get(field.name)
        if field.name in _JOINED:
            value = _JOINED[field.name].join(value or [])
        if field.name == "working_hours":
            bean["workingTimeAttendantPeriods"] = {
                "workingHours": [{**period, "enabled": True} for period in to_api(value or [])]
            }
        elif field.name == "holidays":
            bean["holidayAttendantPeriods"] = {"holidayPeriods": [_holiday(one) for one in value or []]}
        else:
            bean[t.cast(str, field.wire)] = value if value not in ("", None) else None
    return bean


def _holiday(period: t.Mapping[str, str]) -> dict[str, int]:
    return {"startDate": _milliseconds(period["start_date"]), "endDate": _milliseconds(period["end_date"])}


def _milliseconds(date: str) -> int:
    moment = datetime.strptime(date, "%Y-%m-%d").replace(tzinfo=timezone.utc)
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def _date(milliseconds: t.Any) -> str:
    return (_EPOCH + timedelta(milliseconds=int(milliseconds or 0))).strftime("%Y-%m-%d")
