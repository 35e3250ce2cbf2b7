# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/my/callfwdsched``: forwarding schedules (``CallFwdScheduleResource``)."""

from __future__ import annotations

from typing import Any

from ....core.interface import Response
from ...integers import java_int
from ...state.errors import ILLEGAL_ARGUMENT, DomainError, NullPointerError, UserError
from ...state.schedules import USER, Period, Schedule
from ..jackson import Bean, list_of, text, whole_number
from ..representations import JSON, jackson_text, read_jackson
from ..restlet import Resource, StatusError

#: the server's day numbers
DAYS = {
    -2: "Weekend",
    -1: "Weekdays",
    0: "Every_day",
    1: "Sunday",
    2: "Monday",
    3: "Tuesday",
    4: "Wednesday",
    5: "Thursday",
    6: "Friday",
    7: "Saturday",
}
DAY_NUMBERS = {name: number for number, name in DAYS.items()}
#: which single days a period covers
_COVERED = {
    **{name: frozenset((name,)) for number, name in DAYS.items() if number > 0},
    "Weekend": frozenset(("Saturday", "Sunday")),
    "Weekdays": frozenset(DAYS[number] for number in range(2, 7)),
    "Every_day": frozenset(DAYS[number] for number in range(1, 8)),
}
_HOUR_MS, _MINUTE_MS = 3_600_000, 60_000

TIME_BEAN = Bean({"hrs": whole_number, "min": whole_number})
PERIOD_BEAN = Bean({"scheduledDay": whole_number, "start": TIME_BEAN, "end": TIME_BEAN})
SCHEDULE_BEAN = Bean({"scheduleId": whole_number, "name": text, "description": text, "periods": list_of(PERIOD_BEAN)})


def _milliseconds(time: dict[str, Any] | None) -> int:
    if time is None:
        raise NullPointerError
    return (time.get("hrs") or 0) * _HOUR_MS + (time.get("min") or 0) * _MINUTE_MS


def _time(milliseconds: int | None) -> dict[str, int]:
    if milliseconds is None:
        raise NullPointerError
    return {"hrs": milliseconds // _HOUR_MS, "min": milliseconds % _HOUR_MS // _MINUTE_MS}


def _period(values: dict[str, Any] | None) -> Period:
    """A period of a body.

    :raises DomainError: for a day that does not exist, for a missing time, and for a period without length
    """
    if values is None:
        raise NullPointerError
    day = DAYS.get(values.get("scheduledDay") or 0)
    if day is None:
        raise DomainError(ILLEGAL_ARGUMENT, f"Unknown scheduled day: {values['scheduledDay']}")
    start, stop = _milliseconds(values.get("start")), _milliseconds(values.get("end"))
    if start == stop:
        raise UserError("&error.equalInterval")
    return Period(day, start, stop)


def _collide(one: Period, other: Period) -> bool:
    assert one.start is not None and one.stop is not None and other.start is not None and other.stop is not None
    same_day = _COVERED[one.scheduled_day] & _COVERED[other.scheduled_day]
    return bool(same_day) and one.start < other.stop and other.start < one.stop


def _is_valid(periods: list[Period]) -> bool:
    if not periods or any((period.start or 0) > (period.stop or 0) for period in periods):
        return False
    return not any(_collide(one, other) for index, one in enumerate(periods) for other in periods[index + 1 :])


def _wire(schedule: Schedule) -> dict[str, Any]:
    if None in schedule.periods:
        raise NullPointerError
    periods = [
        {"scheduledDay": DAY_NUMBERS[period.scheduled_day], "start": _time(period.start), "end": _time(period.stop)}
        for period in schedule.periods
        if period is not None
    ]
    return {
        "scheduleId": schedule.id,
        "name": schedule.name,
        "description": schedule.description,
        "periods": periods,
    }


class ForwardingSchedules(Resource):
    """The caller's schedules; by id any schedule of the server can be reached."""

    variants = (JSON,)
    modifiable = True

    def _schedule_id(self) -> int | None:
        return java_int(self.variable("id"))

    def _reachable(self, schedule_id: int) -> Schedule:
        schedule = self.server.schedules.get(schedule_id)
        owned = schedule.type == USER and schedule.user_id == self.exchange.user_id
        if not owned and not self.exchange.knob("schedule_ownership_unchecked"):
            raise StatusError(403)
        return schedule

    def get(self, variant: str) -> Response:
        schedule_id = self._schedule_id()
        if schedule_id is not None:
            return jackson_text(_wire(self._reachable(schedule_id)))
        inherited = [
            schedule
            for group_id in self.exchange.user.group_ids
            for schedule in self.server.schedules.of_group(group_id)
        ]
        return jackson_text([_wire(schedule) for schedule in [*self._own(), *inherited]])

    def _own(self) -> list[Schedule]:
        return self.server.schedules.of_user(self.exchange.user_id)

    def post(self) -> None:
        self._store(Schedule(None, USER, user_id=self.exchange.user_id))

    def put(self) -> None:
        schedule_id = self._schedule_id()
        if schedule_id is None:
            raise StatusError(403)
        schedule = self._reachable(schedule_id)
        assert schedule.id is not None
        self._store(self.server.schedules.draft(schedule.id))

    def _store(self, schedule: Schedule) -> None:
        values = read_jackson(self.exchange, SCHEDULE_BEAN)
        if values.get("periods") is None:
            raise NullPointerError
        periods = [_period(period) for period in values["periods"]]
        if not _is_valid(periods):
            raise StatusError(422)
        schedule.name = values.get("name")
        schedule.description = values.get("description")
        schedule.periods = [*periods]
        try:
            self.server.schedules.save(schedule)
        except UserError as error:
            raise StatusError(422, error.message) from None

    def delete(self) -> None:
        schedule_id = self._schedule_id()
        if schedule_id is None:
            raise StatusError(403)
        self.server.delete_schedules([self._reachable(schedule_id).id])
