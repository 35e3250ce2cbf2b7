# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Schedules and periods on the wire (``ScheduleBean``, ``WorkingTimeBean``, ``WorkingHoursBean``)."""

from __future__ import annotations

from typing import Any

from ..state.errors import NullPointerError
from ..state.schedules import FEATURE, GENERAL, GROUP, USER, Period, Schedule
from .beans import Bean, bean, beans, boolean, date, enum, int_, integer, text

DAYS = (
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Weekdays",
    "Weekend",
    "Every_day",
)
#: user and group id of a schedule that has none
UNSET = -1

PERIOD = Bean(
    "WorkingHoursBean",
    [
        enum("scheduledDay", "WorkingHoursBean$ScheduledDay", DAYS, attribute="scheduled_day"),
        date("start"),
        date("stop"),
        boolean("enabled", attribute=None),
    ],
)
WORKING_TIME = Bean("WorkingTimeBean", [beans("workingHours", PERIOD)])
SCHEDULE = Bean(
    "ScheduleBean",
    [
        integer("id", write=False),
        text("name"),
        text("description"),
        enum("type", "ScheduleBean$ScheduleType", (GENERAL, USER, GROUP)),
        int_("userId", attribute=None, default=UNSET),
        int_("groupId", attribute=None, default=UNSET),
        bean("workingTime", WORKING_TIME),
    ],
)


def read_period(values: dict[str, Any] | None) -> Period:
    """A period from a bean; without a day it cannot be read."""
    if values is None or values["scheduledDay"] is None:
        raise NullPointerError
    return Period(values["scheduledDay"], values["start"], values["stop"])


def schedule_bean(schedule: Schedule) -> dict[str, Any]:
    """A schedule as GET shows it.

    :raises NullPointerError: when the deletion of a period has left holes
    """
    if any(period is None for period in schedule.periods):
        raise NullPointerError
    hours = [PERIOD.write(period, enabled=False) for period in schedule.periods]
    return SCHEDULE.write(
        schedule,
        type=None if schedule.type == FEATURE else schedule.type,
        userId=UNSET if schedule.user_id is None else schedule.user_id,
        groupId=UNSET if schedule.group_id is None else schedule.group_id,
        workingTime={"workingHours": hours},
    )
