# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The phonebook as the caller sees it: whole, paged, searched; and its private part as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from ....core.interface import Response
from ...integers import java_int
from ...state.errors import ILLEGAL_ARGUMENT, DomainError, NullPointerError
from ...state.phonebooks import PhonebookEntry
from ..representations import PLAIN, XML_OR_JSON, answer, read_bean, represent
from ..restlet import Resource
from ..xstream import INT, STRING, Document, ListOf
from ..xstream.schema import record
from .contact_schema import CONTACT, contact_wire, read_contact
from .phonebook_entries import ShownEntry, private_book, visible_to
from .phonebook_text import write_csv, write_vcards

VCARD = "text/x-vcard"
ENTRY = record(
    "org.sipfoundry.sipxconfig.rest.UserPhonebookResource$Representable",
    id=STRING,
    first_name=STRING,
    last_name=STRING,
    number=STRING,
    contact_information=CONTACT,
)
PHONEBOOK = Document("phonebook", ListOf("entry", ENTRY))
PAGED_PHONEBOOK = Document(
    "phonebook",
    record(
        "org.sipfoundry.sipxconfig.rest.UserPagedPhonebookResource$Representable",
        size=INT,
        filtered_size=INT,
        start_row=INT,
        end_row=INT,
        show_on_phone=STRING,
        google_domain=STRING,
        entries=ListOf("entry", ENTRY),
    ),
)
DEFAULT_START, DEFAULT_END = 0, 100


def _wire(entries: Iterable[ShownEntry]) -> list[dict[str, Any]]:
    return [
        {
            "id": str(entry.id),
            "first-name": entry.first_name,
            "last-name": entry.last_name,
            "number": entry.number,
            "contact-information": contact_wire(entry.contact),
        }
        for entry in entries
    ]


class _View(Resource):
    variants: ClassVar[tuple[str, ...]] = XML_OR_JSON

    def visible(self) -> list[ShownEntry]:
        """All entries that the caller sees."""
        return visible_to(self.server, self.exchange.user, self.exchange.knob("everyone_phonebook"))


class UserPhonebook(_View):
    """``/my/phonebook``; POST appends to the private book, DELETE removes it."""

    variants = (*XML_OR_JSON, PLAIN, VCARD)
    modifiable = True

    def get(self, variant: str) -> Response:
        entries = self.visible()
        if variant in XML_OR_JSON:
            return represent(self.exchange, PHONEBOOK, _wire(entries), variant)
        if not entries:
            raise NullPointerError
        write = write_vcards if variant == VCARD else write_csv
        return answer(write(entries).encode(self.exchange.knob("jvm_charset"), "replace"), variant)

    def post(self) -> None:
        entries = read_bean(self.exchange, PHONEBOOK)
        book = private_book(self.server, self.exchange.user)
        assert book.id is not None
        for entry in entries:
            contact = entry["contact-information"]
            self.server.phonebook_entries.store(
                PhonebookEntry(
                    entry["first-name"],
                    entry["last-name"],
                    entry["number"],
                    book.id,
                    contact=None if contact is None else read_contact(contact),
                )
            )

    def delete(self) -> None:
        self.server.delete_private_phonebook(self.exchange.user_id)


class PagedPhonebook(_View):
    """``/my/pagedphonebook``: rows from zero, the end not included, both cut to what the filter leaves."""

    def get(self, variant: str) -> Response:
        entries = self.visible()
        text = self.exchange.query("filter")
        filtered = [entry for entry in entries if entry.contains(text)] if text else entries
        start = min(self._row("start", DEFAULT_START), len(filtered))
        end = min(self._row("end", DEFAULT_END), len(filtered))
        if start < 0 or start > end:
            raise DomainError(ILLEGAL_ARGUMENT, f"fromIndex({start}) > toIndex({end})")
        value = {
            "size": len(entries),
            "filtered-size": len(filtered),
            "start-row": start,
            "end-row": end,
            "show-on-phone": self._show_on_phone(),
            "google-domain": None,
            "entries": _wire(filtered[start:end]),
        }
        return represent(self.exchange, PAGED_PHONEBOOK, value, variant)

    def _row(self, name: str, default: int) -> int:
        row = java_int(self.exchange.query(name))
        return default if row is None else row

    def _show_on_phone(self) -> str:
        book = self.server.phonebooks.private_of(self.exchange.user_id)
        return "n/a" if book is None else str(book.show_on_phone).lower()


class PhonebookSearch(_View):
    """``/my/search/phonebook``: entries with a word that begins with the query."""

    def get(self, variant: str) -> Response:
        query = self.exchange.query("query") or ""
        found = [entry for entry in self.visible() if entry.has_word_with(query)]
        return represent(self.exchange, PHONEBOOK, _wire(found), variant)
