# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a phonebook shows: entries of its own, and users (``PhonebookManagerImpl``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...state.phonebooks import Phonebook, PhonebookEntry
from ...state.profiles import UserProfile
from ...state.server_state import ServerState
from ...state.users import User

#: id of an entry that is a user
USER_ENTRY_ID = -1


@dataclass(frozen=True)
class ShownEntry:
    """An entry as listings show it.

    :param id: id of the stored entry, -1 for a user
    :param names: what a search looks into besides first name, last name and number
    """

    id: int
    first_name: str | None
    last_name: str | None
    number: str | None
    contact: UserProfile | None
    names: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[str | None, str | None, str | None]:
        """What makes two entries duplicates of each other."""
        return self.last_name, self.first_name, self.number

    def contains(self, text: str) -> bool:
        """Whether names, number or e-mail address contain a text, in any letter case."""
        email = self.contact.email_address if self.contact else None
        return any(text.lower() in (part or "").lower() for part in (*self.identity, email))

    def has_word_with(self, beginning: str) -> bool:
        """Whether a word of number or names begins with a text, in any letter case."""
        words = " ".join(part for part in (*self.identity, *self.names) if part)
        return any(word.lower().startswith(beginning.lower()) for word in re.split(r"\W+", words))


def _of_user(user: User) -> ShownEntry:
    names = (user.user_name, *user.aliases)
    return ShownEntry(USER_ENTRY_ID, user.first_name, user.last_name, user.user_name, user.profile, names)


def _of_entry(entry: PhonebookEntry) -> ShownEntry:
    assert entry.id is not None
    return ShownEntry(entry.id, entry.first_name, entry.last_name, entry.number, entry.contact)


def in_order(entries: Iterable[ShownEntry]) -> list[ShownEntry]:
    """Entries by last name, first name and number."""
    return sorted(entries, key=lambda entry: tuple(part or "" for part in entry.identity))


def entries_of(server: ServerState, book: Phonebook) -> Iterator[ShownEntry]:
    """The entries of a book: members of its user groups, and stored entries."""
    assert book.id is not None
    for group_id in book.member_group_ids:
        yield from map(_of_user, server.users.members(group_id))
    yield from map(_of_entry, server.phonebook_entries.of_book(book.id))


def visible_to(server: ServerState, user: User, everyone: bool) -> list[ShownEntry]:
    """What a user sees: public books for the user's groups, all users if that is switched on, the private book.

    :param everyone: whether the option for all users is on
    """
    assert user.id is not None
    books = [book for book in server.phonebooks.public() if set(book.consumer_group_ids) & set(user.group_ids)]
    private = server.phonebooks.private_of(user.id)
    shown = [entry for book in [*books, *([private] if private else [])] for entry in entries_of(server, book)]
    if everyone:
        shown += map(_of_user, server.users)
    return in_order({(*entry.identity, entry.id): entry for entry in shown}.values())


def private_book(server: ServerState, user: User) -> Phonebook:
    """The private book of a user, made when there is none."""
    assert user.id is not None
    return server.phonebooks.private_of(user.id) or server.phonebooks.store(
        Phonebook(f"privatePhonebook_{user.user_name}", owner_id=user.id)
    )
