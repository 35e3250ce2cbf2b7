# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Single entries of private phonebooks, as entries and as vCards; the flag for phones; the Google import."""

from __future__ import annotations

import re
from typing import Any

from ....core.interface import Response
from ...integers import java_int, parsed_int
from ...state.errors import ILLEGAL_ARGUMENT, DomainError, NullPointerError
from ...state.phonebooks import PhonebookEntry
from ..representations import XML_OR_JSON, read_bean, represent
from ..restlet import Resource, StatusError
from ..xstream import LONG, STRING, Document
from ..xstream.schema import record
from .contact_schema import CONTACT, contact_wire, read_contact
from .phonebook_entries import ShownEntry, private_book, visible_to
from .phonebook_text import read_vcard

DUPLICATE_ENTRY = 747
GOOGLE_AUTHENTICATION_FAILED = 743
EMPTY_CONTACT: dict[str, Any] = dict.fromkeys(CONTACT.by_name)
EMAIL = re.compile(r"[\w.%+-]+@[A-Za-z0-9.-]+\.\w{2,4}")

ENTRY = Document(
    "entry",
    record(
        "org.sipfoundry.sipxconfig.rest.UserPhonebookEntryResource$Representable",
        first_name=STRING,
        last_name=STRING,
        number=STRING,
        contact_information=CONTACT,
        internalId=STRING,
        timestamp=LONG,
    ),
)
VCARD_ENTRY = Document(
    "pb",
    record(
        "org.sipfoundry.sipxconfig.rest.PhonebookEntryResource$Representable",
        internalId=STRING,
        uid=STRING,
        userName=STRING,
        vcard=STRING,
    ),
)
CREDENTIALS = Document(
    "credentials",
    record("org.sipfoundry.sipxconfig.rest.GoogleImportResource$Representable", account=STRING, password=STRING),
)


def bare_status(status: int) -> Response:
    """A status of the server's own, with its number for a reason phrase and no body."""
    return Response(status, b"", reason=str(status))


class PrivateEntry(Resource):
    """``/my/phonebook/entry/{entryId}``."""

    variants = XML_OR_JSON
    modifiable = True

    def _entry_id(self) -> int | None:
        return java_int(self.variable("entryId"))

    def _own_entry(self) -> PhonebookEntry | None:
        entry = self.server.phonebook_entries.find(self._entry_id())
        book = self.server.phonebooks.private_of(self.exchange.user_id)
        return entry if entry is not None and book is not None and entry.phonebook_id == book.id else None

    def get(self, variant: str) -> Response | None:
        entry = self._own_entry()
        if entry is None:
            return None
        value = {
            "first-name": entry.first_name,
            "last-name": entry.last_name,
            "number": entry.number,
            "contact-information": contact_wire(entry.contact) or contact_wire(read_contact(EMPTY_CONTACT)),
            "internalId": entry.internal_id,
            "timestamp": entry.timestamp or None,
        }
        return represent(self.exchange, ENTRY, value, variant)

    def _read(self) -> PhonebookEntry:
        """The entry of the body, in no book yet."""
        values = read_bean(self.exchange, ENTRY)
        if not (values["first-name"] and values["last-name"] and values["number"]):
            raise StatusError(400, "First Name / Last Name / Number cannot be Null")
        contact = values["contact-information"]
        if contact is None:
            raise NullPointerError
        if contact["emailAddress"] and not EMAIL.fullmatch(contact["emailAddress"]):
            raise StatusError(400, "Invalid Email Address")
        return PhonebookEntry(
            values["first-name"],
            values["last-name"],
            values["number"],
            phonebook_id=0,
            internal_id=values["internalId"],
            timestamp=values["timestamp"] or 0,
            contact=read_contact(contact),
        )

    def _visible(self) -> list[ShownEntry]:
        return visible_to(self.server, self.exchange.user, self.exchange.knob("everyone_phonebook"))

    def _is_duplicate(self, entry: PhonebookEntry) -> bool:
        identity = (entry.last_name, entry.first_name, entry.number)
        return any(other.identity == identity and other.id != entry.id for other in self._visible())

    def post(self) -> Response | None:
        """Create; the id in the URL is not looked at."""
        entry = self._read()
        if self._is_duplicate(entry):
            return bare_status(DUPLICATE_ENTRY)
        book = private_book(self.server, self.exchange.user)
        assert book.id is not None
        entry.phonebook_id = book.id
        self.server.phonebook_entries.store(entry)
        return None

    def put(self) -> Response | None:
        """Replace any entry of the server, provided that the caller has a private book at all."""
        entry = self._read()
        if self.server.phonebooks.private_of(self.exchange.user_id) is None:
            return None
        entry_id = self._entry_id()
        if entry_id is None:
            raise DomainError(ILLEGAL_ARGUMENT, f'For input string: "{self.variable("entryId")}"')
        if self._own_entry() is None and not self.exchange.knob("phonebook_entry_ownership_unchecked"):
            raise StatusError(404)
        before = self.server.phonebook_entries.get(entry_id)
        entry.id, entry.phonebook_id = before.id, before.phonebook_id
        if self._is_duplicate(entry):
            return bare_status(DUPLICATE_ENTRY)
        self.server.phonebook_entries.store(entry)
        return None

    def delete(self) -> None:
        entry = self._own_entry()
        if entry is not None and entry.id is not None:
            self.server.phonebook_entries.remove(entry.id)


class VCardEntry(Resource):
    """``/my/phonebookentry/{internalId}``: the book written to is that of the user named in the body."""

    readable = False
    modifiable = True

    def _entry_with_internal_id(self, internal_id: str | None) -> PhonebookEntry | None:
        return next(
            (entry for entry in self.server.phonebook_entries if internal_id and entry.internal_id == internal_id),
            None,
        )

    def put(self) -> None:
        values = read_bean(self.exchange, VCARD_ENTRY)
        card = read_vcard(values["vcard"])
        owner = self.server.users.named(values["userName"])
        if card is None or owner is None:
            raise NullPointerError
        if owner.id != self.exchange.user_id and not self.exchange.knob("vcard_ownership_unchecked"):
            raise StatusError(403)
        book = private_book(self.server, owner)
        assert book.id is not None
        existing = self.server.phonebook_entries.find(java_int(values["uid"]))
        existing = existing or self._entry_with_internal_id(values["internalId"])
        self.server.phonebook_entries.store(
            PhonebookEntry(
                card.first_name,
                card.last_name,
                card.number,
                existing.phonebook_id if existing else book.id,
                internal_id=values["internalId"],
                contact=card.contact,
                id=existing.id if existing else None,
            )
        )

    def delete(self) -> None:
        """Delete by internal id, else by numeric id, whoever owns the entry."""
        text = self.exchange.variables["internalId"]
        entry = self._entry_with_internal_id(text)
        if entry is None:
            entry = self.server.phonebook_entries.find(parsed_int(text))
            if entry is None:
                raise StatusError(404)
        book = self.server.phonebooks.find(entry.phonebook_id)
        owned = book is not None and book.owner_id == self.exchange.user_id
        if not owned and not self.exchange.knob("vcard_ownership_unchecked"):
            raise StatusError(403)
        assert entry.id is not None
        self.server.phonebook_entries.remove(entry.id)


class ShowContactsOnPhone(Resource):
    """Whether phones show the private book; anything but ``true`` is false."""

    modifiable = True
    takes_empty_put = True

    def put(self) -> None:
        book = self.server.phonebooks.private_of(self.exchange.user_id)
        if book is None or book.id is None:
            raise NullPointerError
        draft = self.server.phonebooks.draft(book.id)
        draft.show_on_phone = self.exchange.variables["value"].lower() == "true"
        self.server.phonebooks.store(draft)


class GoogleImport(Resource):
    """Imports contacts of a Google account, through a login service that is long retired.

    Accounts come from a seed: ``{"account", "password", "contacts": [{"first_name", "last_name", "number"}]}``.
    """

    readable = False
    modifiable = True
    refuses = frozenset(("PUT", "DELETE"))

    def post(self) -> Response:
        credentials = read_bean(self.exchange, CREDENTIALS)
        account = next((known for known in self._accounts() if known["account"] == credentials["account"]), None)
        if account is None or account["password"] != credentials["password"]:
            return bare_status(GOOGLE_AUTHENTICATION_FAILED)
        book = private_book(self.server, self.exchange.user)
        assert book.id is not None
        for contact in account["contacts"]:
            self.server.phonebook_entries.store(PhonebookEntry(**contact, phonebook_id=book.id))
        return Response(200, b"", reason=str(len(account["contacts"])))

    def _accounts(self) -> list[dict[str, Any]]:
        accounts: list[dict[str, Any]] = self.server.extras.get("google_accounts", [])
        return accounts
