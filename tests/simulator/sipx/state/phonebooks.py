# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phonebooks: public ones for user groups, and the private book of a user (``PhonebookManagerImpl``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import SIPXCONFIG
from .profiles import UserProfile
from .table import Table


@dataclass
class PhonebookEntry:
    """An entry that is no user.

    :param internal_id: id that a client gave it
    :param contact: contact information, None for none
    """

    first_name: str | None
    last_name: str | None
    number: str | None
    phonebook_id: int
    internal_id: str | None = None
    timestamp: int = 0
    contact: UserProfile | None = None
    id: int | None = None


class PhonebookEntries(Table[PhonebookEntry]):
    """The phonebook entry table."""

    row_type = PhonebookEntry
    entity = f"{SIPXCONFIG}.phonebook.PhonebookEntry"

    def __init__(self) -> None:
        super().__init__()
        self._by_book: dict[int, dict[int, None]] = {}

    def _index(self, row: PhonebookEntry) -> None:
        assert row.id is not None
        self._by_book.setdefault(row.phonebook_id, {})[row.id] = None

    def _unindex(self, row: PhonebookEntry) -> None:
        assert row.id is not None
        self._by_book[row.phonebook_id].pop(row.id, None)

    def of_book(self, phonebook_id: int) -> list[PhonebookEntry]:
        """The entries of a book."""
        return [self.get(row_id) for row_id in sorted(self._by_book.get(phonebook_id, ()))]


@dataclass
class Phonebook:
    """A row of the phonebook table.

    :param owner_id: the user whose private book it is, None for a public one
    :param member_group_ids: user groups whose members are its entries
    :param consumer_group_ids: user groups that may see it
    """

    name: str
    owner_id: int | None = None
    description: str | None = None
    show_on_phone: bool = True
    member_group_ids: list[int] = field(default_factory=list)
    consumer_group_ids: list[int] = field(default_factory=list)
    id: int | None = None


class Phonebooks(Table[Phonebook]):
    """The phonebook table."""

    row_type = Phonebook
    entity = f"{SIPXCONFIG}.phonebook.Phonebook"

    def __init__(self) -> None:
        super().__init__()
        self._by_name: dict[str, int] = {}
        self._by_owner: dict[int, int] = {}

    def _index(self, row: Phonebook) -> None:
        assert row.id is not None
        if row.owner_id is None:
            self._by_name[row.name] = row.id
        else:
            self._by_owner[row.owner_id] = row.id

    def _unindex(self, row: Phonebook) -> None:
        if row.owner_id is None:
            self._by_name.pop(row.name, None)
        else:
            self._by_owner.pop(row.owner_id, None)

    def public(self) -> list[Phonebook]:
        """The public books."""
        return [self.get(row_id) for row_id in sorted(self._by_name.values())]

    def named(self, name: str) -> Phonebook | None:
        """The public book with a name, or None."""
        return self.find(self._by_name.get(name))

    def private_of(self, user_id: int) -> Phonebook | None:
        """The private book of a user, or None."""
        return self.find(self._by_owner.get(user_id))
