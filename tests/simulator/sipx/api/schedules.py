# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/schedules`` (``ScheduleApiImpl``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..state.errors import NullPointerError
from ..state.schedules import GENERAL, GROUP, USER, Period, Schedule
from .exchange import Exchange
from .failures import not_found
from .routing import Route
from .schedule_beans import PERIOD, SCHEDULE, read_period, schedule_bean

BASE, ONE = "/schedules", "/schedules/{id:int}"


def _fill(exchange: Exchange, schedule: Schedule, values: dict[str, Any]) -> Schedule:
    """Set what a schedule bean says; the owner must be named again on every write.

    :raises NullPointerError: without working time, or for an unknown owner
    """
    if values["workingTime"] is None or values["workingTime"]["workingHours"] is None:
        raise NullPointerError
    schedule.name, schedule.description = values["name"], values["description"]
    schedule.periods = [read_period(period) for period in values["workingTime"]["workingHours"]]
    if schedule.type == USER:
        schedule.user_id = _existing(exchange.pbx.users.find(values["userId"])).id
    if schedule.type == GROUP:
        schedule.group_id = _existing(exchange.pbx.groups.find(values["groupId"])).id
    return schedule


def _existing(found: Any) -> Any:
    if found is None:
        raise NullPointerError
    return found


def create(exchange: Exchange) -> int | None:
    """A new schedule of any type."""
    values = exchange.json(SCHEDULE)
    schedule = Schedule(None, values["type"] or GENERAL)
    return exchange.pbx.schedules.save(_fill(exchange, schedule, values)).id


def _listing(schedules: Iterable[Schedule]) -> dict[str, Any]:
    return {"schedules": [schedule_bean(schedule) for schedule in schedules]}


def list_general(exchange: Exchange) -> Any:
    """The general schedules."""
    return _listing(exchange.pbx.schedules.general())


def list_groups(exchange: Exchange) -> Any:
    """The schedules of all user groups."""
    return _listing(exchange.pbx.schedules.of_all_groups())


def list_group(exchange: Exchange) -> Any:
    """Nothing: the path parameter is bound under a wrong name."""
    if exchange.quirk("schedule_group_empty"):
        return _listing(())
    return _listing(exchange.pbx.schedules.of_group(exchange.path["groupId"]))


def list_personal(exchange: Exchange) -> Any:
    """The personal schedules of a user."""
    return _listing(exchange.pbx.schedules.of_user(exchange.path["userId"]))


def list_for_user(exchange: Exchange) -> Any:
    """The personal schedules of a user and those of the user's groups."""
    user = exchange.pbx.users.get(exchange.path["userId"])
    schedules = exchange.pbx.schedules
    inherited = [schedule for group_id in user.group_ids for schedule in schedules.of_group(group_id)]
    return _listing((*schedules.of_user(exchange.path["userId"]), *inherited))


def get(exchange: Exchange) -> Any:
    """One schedule."""
    return schedule_bean(exchange.pbx.schedules.get(exchange.path["id"]))


def replace(exchange: Exchange) -> int | None:
    """Replace name, description and periods; the type stays."""
    values = exchange.json(SCHEDULE)
    draft = exchange.pbx.schedules.draft(exchange.path["id"])
    return exchange.pbx.schedules.save(_fill(exchange, draft, values)).id


def delete(exchange: Exchange) -> None:
    """Delete a schedule; rules and forwarding that used it apply always from then on."""
    exchange.pbx.schedules.get(exchange.path["id"])
    exchange.pbx.delete_schedules([exchange.path["id"]])


def add_period(exchange: Exchange) -> None:
    """Append a period."""
    values = exchange.json(PERIOD)
    draft = exchange.pbx.schedules.draft(exchange.path["id"])
    draft.periods.append(read_period(values))
    exchange.pbx.schedules.store(draft)


def _corrupted(periods: list[Period | None], index: int) -> list[Period | None]:
    """What the server's loop leaves of a list: one survivor, the rest holes."""
    survivor = next(period for place, period in enumerate(periods) if place != index)
    return [survivor, *[None] * (len(periods) - 2)]


def delete_period(exchange: Exchange) -> None:
    """Delete a period by its place: never the first one, and only a list of two survives it."""
    draft, index = exchange.pbx.schedules.draft(exchange.path["id"]), exchange.path["index"]
    if not draft.periods:
        raise NullPointerError
    if exchange.quirk("schedule_period_delete_corrupts"):
        if not 0 < index < len(draft.periods):
            raise not_found()
        draft.periods = _corrupted(draft.periods, index)
    else:
        if not 0 <= index < len(draft.periods):
            raise not_found()
        del draft.periods[index]
    exchange.pbx.schedules.store(draft)


OF_USER = f"{BASE}/user/{{userId:int}}"
ROUTES = [
    Route("POST", BASE, create),
    Route("GET", f"{BASE}/general", list_general),
    Route("GET", f"{BASE}/group", list_groups),
    Route("GET", f"{BASE}/group/{{groupId:int}}", list_group),
    Route("GET", f"{OF_USER}/personal", list_personal),
    Route("GET", f"{OF_USER}/all", list_for_user),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
    Route("POST", f"{ONE}/period", add_period),
    Route("DELETE", f"{ONE}/period/{{index:int}}", delete_period),
]
