# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Schedules: general ones, those of a user, of a user group and of a feature (``ForwardingContextImpl``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import SIPXCONFIG, UserError
from .table import Table

GENERAL, USER, GROUP, FEATURE = "G", "S", "U", "F"


@dataclass
class Period:
    """When a schedule applies: days, and milliseconds after midnight UTC.

    :param scheduled_day: ``Sunday`` … ``Saturday``, ``Weekdays``, ``Weekend`` or ``Every_day``
    """

    scheduled_day: str
    start: int | None = None
    stop: int | None = None


@dataclass
class Schedule:
    """A row of the schedule table.

    :param type: ``G`` general, ``S`` of one user, ``U`` of a user group, ``F`` of a feature
    :param periods: None entries stand for the holes that the defective deletion of a period leaves
    """

    name: str | None
    type: str = GENERAL
    description: str | None = None
    user_id: int | None = None
    group_id: int | None = None
    periods: list[Period | None] = field(default_factory=list)
    id: int | None = None

    @property
    def owner(self) -> tuple[str, int | None]:
        """Whose schedule it is; names are unique within an owner."""
        return self.type, self.user_id if self.type == USER else self.group_id if self.type == GROUP else None


class Schedules(Table[Schedule]):
    """The schedule table."""

    row_type = Schedule
    entity = f"{SIPXCONFIG}.forwarding.Schedule"

    def __init__(self) -> None:
        super().__init__()
        self._by_owner: dict[tuple[str, int | None], dict[int, None]] = {}

    def _index(self, row: Schedule) -> None:
        assert row.id is not None
        self._by_owner.setdefault(row.owner, {})[row.id] = None

    def _unindex(self, row: Schedule) -> None:
        assert row.id is not None
        self._by_owner[row.owner].pop(row.id, None)

    def _owned(self, owner: tuple[str, int | None]) -> list[Schedule]:
        return [self.get(row_id) for row_id in sorted(self._by_owner.get(owner, ()))]

    def general(self) -> list[Schedule]:
        """The schedules that belong to nobody."""
        return self._owned((GENERAL, None))

    def of_user(self, user_id: int) -> list[Schedule]:
        """The personal schedules of a user, by name."""
        return sorted(self._owned((USER, user_id)), key=lambda schedule: schedule.name or "")

    def of_group(self, group_id: int) -> list[Schedule]:
        """The schedules of a user group."""
        return self._owned((GROUP, group_id))

    def of_all_groups(self) -> list[Schedule]:
        """The schedules of all user groups."""
        return [schedule for schedule in self if schedule.type == GROUP]

    def save(self, schedule: Schedule) -> Schedule:
        """Store a schedule.

        :raises UserError: ``A schedule with name NAME is already defined`` for the same owner
        """
        others = [other for other in self._owned(schedule.owner) if other.id != schedule.id]
        if schedule.name is not None and any(other.name == schedule.name for other in others):
            raise UserError(f"A schedule with name {schedule.name} is already defined")
        return self.store(schedule)
