# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Things that belong to groups: users, phones and park orbits."""

from __future__ import annotations

from typing import Protocol, TypeVar

from .groups import Group, Groups
from .table import Table


class Member(Protocol):
    """A row that names its groups by id."""

    id: int | None
    group_ids: list[int]


MemberRow = TypeVar("MemberRow", bound=Member)


class MemberTable(Table[MemberRow]):
    """A table whose rows are members of groups, with an index of who is in which group."""

    def __init__(self, groups: Groups) -> None:
        super().__init__()
        self.groups = groups
        self._member_ids: dict[int, dict[int, None]] = {}

    def _index(self, row: MemberRow) -> None:
        assert row.id is not None
        for group_id in row.group_ids:
            self._member_ids.setdefault(group_id, {})[row.id] = None

    def _unindex(self, row: MemberRow) -> None:
        assert row.id is not None
        for group_id in row.group_ids:
            self._member_ids.get(group_id, {}).pop(row.id, None)

    def members(self, group_id: int) -> list[MemberRow]:
        """The members of a group in the order of their ids."""
        return [self.get(row_id) for row_id in sorted(self._member_ids.get(group_id, ()))]

    def member_count(self, group_id: int) -> int:
        """How many members a group has."""
        return len(self._member_ids.get(group_id, ()))

    def groups_of(self, row: MemberRow) -> list[Group]:
        """The groups of a member, lightest first, which is how beans list them."""
        return self.groups.heaviest_first(row.group_ids)[::-1]

    def join(self, row_id: int, group: Group) -> None:
        """Make a row a member of a group; repeating is harmless."""
        assert group.id is not None
        if group.id not in self.get(row_id).group_ids:
            draft = self.draft(row_id)
            draft.group_ids.append(group.id)
            self.store(draft)

    def leave(self, row_id: int, group_id: int) -> None:
        """Take a row out of a group; repeating is harmless."""
        if group_id in self.get(row_id).group_ids:
            draft = self.draft(row_id)
            draft.group_ids.remove(group_id)
            self.store(draft)
