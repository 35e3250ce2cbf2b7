# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Weekly periods of schedules: on which days, from when to when."""

from __future__ import annotations

import re
import typing as t

from .._model.errors import ItemError
from .._model.field import Field

#: our words to those of ``/api`` and to the numbers of ``/rest``
DAYS: dict[str, tuple[str, int]] = {
    "sunday": ("Sunday", 1),
    "monday": ("Monday", 2),
    "tuesday": ("Tuesday", 3),
    "wednesday": ("Wednesday", 4),
    "thursday": ("Thursday", 5),
    "friday": ("Friday", 6),
    "saturday": ("Saturday", 7),
    "weekdays": ("Weekdays", -1),
    "weekend": ("Weekend", -2),
    "every_day": ("Every_day", 0),
}
_WEEK = tuple(DAYS)[:7]
_COVERED = {
    **{day: (day,) for day in _WEEK},
    "weekdays": _WEEK[1:6],
    "weekend": (_WEEK[0], _WEEK[6]),
    "every_day": _WEEK,
}
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_MINUTE_MS = 60_000
_DAY_MS = 24 * 60 * _MINUTE_MS


def _check_time(value: str) -> None:
    if not _TIME.fullmatch(value):
        raise ValueError(f"must be a time of day like 09:30, not {value!r}")


def clock(value: str) -> str:
    """A time of day in four digits; what is none stays as it is."""
    match = _TIME.fullmatch(value)
    return f"{int(match.group(1)):02}:{match.group(2)}" if match else value


def minutes(value: str) -> int:
    """Minutes since midnight."""
    hours, rest = clock(value).split(":")
    return int(hours) * 60 + int(rest)


def _check_period(period: t.Mapping[str, t.Any]) -> None:
    if clock(period["start"]) == clock(period["end"]):
        raise ValueError(f"begins and ends at {clock(period['start'])}; a whole day is 00:00 to 23:59")


_OPTIONS = (
    Field("day", required=True, choices=tuple(DAYS)),
    Field("start", required=True, normalise=clock, check=_check_time),
    Field("end", required=True, normalise=clock, check=_check_time),
)


def periods_field(name: str, required: bool = False, wire: str | None = None) -> Field:
    """An option that holds weekly periods; their order means nothing."""
    return Field(
        name,
        "list",
        wire=wire,
        elements="dict",
        options=_OPTIONS,
        unordered=True,
        required=required,
        clearable=not required,
        check=_check_period,
    )


def refuse_collisions(periods: t.Sequence[t.Mapping[str, t.Any]]) -> None:
    """What the server's own check of a forwarding schedule refuses without saying why.

    :raises ItemError: a period ends before it begins, or two overlap.
    """
    for number, period in enumerate(periods):
        if minutes(period["start"]) > minutes(period["end"]):
            raise ItemError("periods: {day} {start} to {end} ends before it begins".format(**period))
        for other in periods[number + 1 :]:
            if set(_COVERED[period["day"]]) & set(_COVERED[other["day"]]) and _overlap(period, other):
                text = "periods: {day} {start} to {end} overlaps {} {} to {}"
                raise ItemError(text.format(other["day"], other["start"], other["end"], **period))


def _overlap(one: t.Mapping[str, t.Any], other: t.Mapping[str, t.Any]) -> bool:
    return minutes(one["start"]) < minutes(other["end"]) and minutes(other["start"]) < minutes(one["end"])


def to_api(periods: t.Iterable[t.Mapping[str, t.Any]]) -> list[dict[str, t.Any]]:
    """As ``/api`` has them: milliseconds of the first of January 1970."""
    return [
        {
            "scheduledDay": DAYS[period["day"]][0],
            "start": minutes(period["start"]) * _MINUTE_MS,
            "stop": minutes(period["end"]) * _MINUTE_MS,
        }
        for period in periods
    ]


def from_api(rows: t.Iterable[t.Mapping[str, t.Any]]) -> list[dict[str, t.Any]]:
    """The day of 1970 that a time is on says nothing, only the time of day counts."""
    names = {theirs: ours for ours, (theirs, _number) in DAYS.items()}
    return [
        {
            "day": names.get(str(row.get("scheduledDay")), row.get("scheduledDay")),
            "start": _clock_of(row.get("start")),
            "end": _clock_of(row.get("stop")),
        }
        for row in rows
    ]


def _clock_of(milliseconds: t.Any) -> str:
    passed = int(milliseconds or 0) % _DAY_MS // _MINUTE_MS
    return f"{passed // 60:02}:{passed % 60:02}"


def to_rest(periods: t.Iterable[t.Mapping[str, t.Any]]) -> list[dict[str, t.Any]]:
    """As ``/rest`` has them: numbered days, hours and minutes."""
    return [
        {
            "scheduledDay": DAYS[period["day"]][1],
            "start": {"hrs": minutes(period["start"]) // 60, "min": minutes(period["start"]) % 60},
            "end": {"hrs": minutes(period["end"]) // 60, "min": minutes(period["end"]) % 60},
        }
        for period in periods
    ]


def from_rest(rows: t.Iterable[t.Mapping[str, t.Any]]) -> list[dict[str, t.Any]]:
    """Periods of a forwarding schedule."""
    names = {number: ours for ours, (_name, number) in DAYS.items()}
    return [
        {
            "day": names.get(int(row["scheduledDay"]), row["scheduledDay"]),
            "start": "{hrs:02}:{min:02}".format(**row["start"]),
            "end": "{hrs:02}:{min:02}".format(**row["end"]),
        }
        for row in rows
    ]
