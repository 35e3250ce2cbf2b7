# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Entries of the caller's private phonebook (``/rest/my/phonebook/entry``), and entries made of vCards."""

from __future__ import annotations

import re
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..client import SipxClient
from ..failures import NoSuchEndpoint
from .contact_information import CONTACT, with_addresses
from .phonebook import entries

_EMAIL = re.compile(r"[\w.%+-]+@[A-Za-z0-9.-]+\.\w{2,4}")
_INTERNAL_ID = re.compile(r"[\w.-]*[A-Za-z][\w.-]*", re.ASCII)
_USER = "-1"

MY_PHONEBOOK_ENTRY = Resource(
    name="my_phonebook_entry",
    plural="my_phonebook_entries",
    key="number",
    within=("last_name", "first_name"),
    fields=(
        Field("id", "int", read_only=True),
        Field("last_name", wire="last-name", required=True, clearable=False),
        Field("first_name", wire="first-name", required=True, clearable=False),
        Field("number", required=True, clearable=False),
        Field("contact_information", "dict", wire="contact-information", options=CONTACT),
    ),
)


def _check_internal_id(value: str) -> None:
    if not _INTERNAL_ID.fullmatch(value):
        raise ValueError("must consist of letters, digits and the characters . _ - and have a letter in it")


MY_VCARD = Resource(
    name="my_vcard",
    plural="my_vcards",
    key="internal_id",
    fields=(
        Field("id", "int", read_only=True),
        Field("internal_id", required=True, clearable=False, check=_check_internal_id),
        Field("vcard", required=True, clearable=False, readable=False),
    ),
)


class _PrivateBook(Adapter):
    """Entries of the private book. The listing mixes them with public ones; an entry that has an address is private."""

    def __init__(self, client: SipxClient) -> None:
        self._client = client

    def private(self, rows: t.Iterable[t.Mapping[str, t.Any]]) -> t.Iterator[tuple[int, dict[str, t.Any]]]:
        """Ids and whole entries of those rows that are in the private book."""
        for row in rows:
            if str(row.get("id")) == _USER:
                continue
            try:
                yield int(row["id"]), self._client.rest_map("/my/phonebook/entry/{}".format(row["id"]))["entry"]
            except NoSuchEndpoint:
                continue


class MyPhonebookEntryAdapter(_PrivateBook):
    """PUT replaces the entry; ``contact-information`` must be there, empty if need be."""

    resource = MY_PHONEBOOK_ENTRY

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = [row for row in entries(self._client) if keys is None or self._key(row) in keys]
        return [
            Record({**read_wire(MY_PHONEBOOK_ENTRY.fields, entry), "id": identity}, identity, raw=entry)
            for identity, entry in self.private(rows)
        ]

    @staticmethod
    def _key(row: t.Mapping[str, t.Any]) -> str:
        return MY_PHONEBOOK_ENTRY.key_of(read_wire(MY_PHONEBOOK_ENTRY.fields[:4], row))

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        address = (wanted.get("contact_information") or {}).get("email_address")
        if address and not _EMAIL.fullmatch(address):
            raise ItemError("contact_information: email_address must look like local@host.tld with a short last label")
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._client.rest_send("POST", "/my/phonebook/entry/0", "entry", _document(values, {}))
        return None

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        path = f"/my/phonebook/entry/{record.identity}"
        self._client.rest_send("PUT", path, "entry", _document(values, record.raw))

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", f"/my/phonebook/entry/{record.identity}")


def _document(values: t.Mapping[str, t.Any], current: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    document = {**current, **write_wire(MY_PHONEBOOK_ENTRY.writable, values)}
    if values.get("contact_information"):
        written = write_wire(CONTACT, values["contact_information"])
        document["contact-information"] = {**(current.get("contact-information") or {}), **written}
    document["contact-information"] = with_addresses(document.get("contact-information") or {})
    return document


class MyVcardAdapter(_PrivateBook):
    """The server writes into the book of the user that the body names, so that is always the caller.

    An internal id of digits only could be taken for somebody's entry.
    """

    resource = MY_VCARD

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        found = []
        for identity, entry in self.private(entries(self._client)):
            internal_id = entry.get("internalId")
            if internal_id and (keys is None or internal_id in keys):
                found.append(Record({"internal_id": internal_id, "id": identity}, identity))
        return found

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._write(values, None)
        made = self.fetch(frozenset((values["internal_id"],)))
        if not made:
            raise ItemError(
                "the server has written it over another user's entry with this internal_id; choose one of your own"
            )
        return made[0].identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._write(values, record.identity)

    def _write(self, values: t.Mapping[str, t.Any], identity: int | None) -> None:
        caller = self._client.rest_map("/my/logindetails")["login-details"]["userName"]
        document = {
            "internalId": values["internal_id"],
            "uid": identity,
            "userName": caller,
            "vcard": values["vcard"],
        }
        self._client.rest_send("PUT", "/my/phonebookentry/" + values["internal_id"], "pb", document)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("vcard") and not re.search(r"(?im)^N(;[^:]*)?:", wanted["vcard"]):
            raise ItemError("vcard has no line N:, without which the server cannot read it")
        return wanted

    def delete(self, record: Record) -> None:
        # Another user's entry may have the same internal id, and be the one that the server finds first.
        self._client.rest_send("DELETE", f"/my/phonebookentry/{record.identity}")
