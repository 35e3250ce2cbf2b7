# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Page groups: a number after the paging prefix that pages several users (``PagingContextImpl``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .aliases import AliasNamespace
from .errors import SIPXCONFIG, ConstraintViolationError, UserError
from .table import Table


@dataclass
class PageGroup:
    """A row of the paging group table.

    :param timeout: seconds
    :param sound: name of a prompt of the paging service
    """

    number: int = 0
    enabled: bool = False
    timeout: int = 0
    sound: str | None = None
    description: str | None = None
    user_ids: list[int] = field(default_factory=list)
    id: int | None = None


class PageGroups(Table[PageGroup]):
    """The paging group table. The prefix that is dialled before a number is a setting of the paging service."""

    row_type = PageGroup
    entity = f"{SIPXCONFIG}.paging.PagingGroup"

    def __init__(self, aliases: AliasNamespace) -> None:
        super().__init__()
        self.aliases = aliases
        self.prefix = ""
        self._by_number: dict[int, int] = {}

    def _index(self, row: PageGroup) -> None:
        assert row.id is not None
        self._by_number[row.number] = row.id
        self.aliases.claim(("paginggroup", row.id), (f"{self.prefix}{row.number}",))

    def _unindex(self, row: PageGroup) -> None:
        assert row.id is not None
        self._by_number.pop(row.number, None)
        self.aliases.release(("paginggroup", row.id))

    def use_prefix(self, prefix: str) -> None:
        """Dial all groups with another prefix from now on."""
        self.prefix = prefix
        for row in self:
            self._index(row)

    def save(self, group: PageGroup) -> PageGroup:
        """Store a group.

        :raises UserError: ``&error.duplicateGroupNumbers``, ``&error.aliasinuse``
        :raises ConstraintViolationError: without a sound
        """
        twin = self._by_number.get(group.number)
        if twin is not None and twin != group.id:
            raise UserError("&error.duplicateGroupNumbers")
        owner = None if group.id is None else ("paginggroup", group.id)
        if self.aliases.in_use(f"{self.prefix}{group.number}", by_other_than=owner):
            raise UserError("&error.aliasinuse")
        if group.sound is None:
            raise ConstraintViolationError("sound")
        return self.store(group)

    def forget_user(self, user_id: int) -> None:
        """Take a deleted user out of all groups."""
        for group in [group for group in self if user_id in group.user_ids]:
            assert group.id is not None
            draft = self.draft(group.id)
            draft.user_ids.remove(user_id)
            self.store(draft)
