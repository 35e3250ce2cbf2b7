# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups of users, phones and park orbits: one table, one id sequence, told apart by their resource.

Follows ``SettingDaoImpl`` and ``Group``: a group stores setting values blindly, without a model.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .errors import SIPXCONFIG, DomainError, UserError
from .table import Table

USER, PHONE, PARK_ORBIT = "user", "phone", "park_orbit"
ADMINISTRATORS = "administrators"


@dataclass
class Group:
    """A row of the group table.

    :param resource: the kind of its members: ``user``, ``phone`` or ``park_orbit``
    :param weight: position in its list; where groups conflict the heavier one wins
    :param settings: stored values by path, of no model; an empty text is a value too
    :param branch_id: branch that user groups pass on to their members
    :param firmware: model id to the version assigned to the member phones of that model
    """

    name: str
    resource: str = USER
    description: str | None = None
    weight: int = 0
    settings: dict[str, str] = field(default_factory=dict)
    branch_id: int | None = None
    firmware: dict[str, str] = field(default_factory=dict)
    id: int | None = None

    @property
    def is_administrators(self) -> bool:
        """Whether it is the built-in group that gives superadmin its rights; it is neither renamed nor deleted."""
        return self.resource == USER and self.name == ADMINISTRATORS


class Groups(Table[Group]):
    """The group table."""

    row_type = Group
    entity = f"{SIPXCONFIG}.setting.Group"

    def __init__(self) -> None:
        super().__init__()
        self._by_name: dict[tuple[str, str], int] = {}

    def _index(self, row: Group) -> None:
        assert row.id is not None
        self._by_name[row.resource, row.name] = row.id

    def _unindex(self, row: Group) -> None:
        self._by_name.pop((row.resource, row.name), None)

    def named(self, resource: str, name: str) -> Group | None:
        """The group of a kind with exactly this name, or None."""
        return self.find(self._by_name.get((resource, name)))

    def of(self, resource: str) -> list[Group]:
        """The groups of a kind, lightest first."""
        return sorted((group for group in self if group.resource == resource), key=lambda group: group.weight)

    def heaviest_first(self, group_ids: Iterable[int]) -> list[Group]:
        """The groups with these ids in the order in which their values count; unknown ids are left out."""
        found = [self._rows[group_id] for group_id in group_ids if group_id in self._rows]
        return sorted(found, key=lambda group: group.weight, reverse=True)

    def next_weight(self, resource: str) -> int:
        """The weight that puts a group at the end of its list."""
        return max((group.weight for group in self if group.resource == resource), default=0) + 1

    def save(self, group: Group) -> Group:
        """Store a group.

        :raises DomainError: ``DuplicateGroupException`` when another group of the kind has the name
        :raises UserError: ``&msg.error.renameAdminGroup``
        """
        before = self.find(group.id)
        if before is not None and before.is_administrators and group.name != ADMINISTRATORS:
            raise UserError("&msg.error.renameAdminGroup")
        twin = self._by_name.get((group.resource, group.name))
        if twin is not None and twin != group.id:
            raise DomainError(
                f"{SIPXCONFIG}.setting.SettingDaoImpl$DuplicateGroupException",
                f"A group with name: {group.name} already exists.",
            )
        return self.store(group)

    def get_or_create(self, resource: str, name: str) -> Group:
        """The group of a kind with a name, appended with the highest weight if there is none."""
        return self.named(resource, name) or self.store(Group(name, resource, weight=self.next_weight(resource)))

    def move(self, group_id: int, step: int) -> None:
        """Move a group one place and renumber all groups of its kind 1..n; at the end of the list nothing moves.

        :param step: -1 up, towards the light end; 1 down
        """
        group = self.get(group_id)
        order = self.of(group.resource)
        position = order.index(group)
        target = position + step
        if not 0 <= target < len(order):
            return
        order[position], order[target] = order[target], order[position]
        for weight, moved in enumerate(order, start=1):
            moved.weight = weight
        self.revision += 1
