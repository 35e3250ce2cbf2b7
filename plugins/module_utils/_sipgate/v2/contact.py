# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: one's own (private) and those of the account (shared). Colleagues are contacts that can only be read."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._model.compare import UNREADABLE
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from .client import SipgateV2Client, segment
from .untold import UntoldAdapter
from .values import e164

_PAGE = 1000
SCOPES = {"private": "PRIVATE", "shared": "SHARED"}

_REST = ("picture", "email_addresses", "numbers", "addresses", "organization")
_TYPES = Field("types", "list", wire="type", elements="str", unordered=True)

CONTACT = Resource(
    name="contact",
    plural="contacts",
    key="name",
    within=("scope",),
    fields=(
        Field("id", read_only=True),
        Field("name", required=True, clearable=False),
        Field("scope", choices=SCOPES, required=True, create_only=True, clearable=False),
        # Written under these names and shown, if at all, under others: PUT would clear what it does not get.
        Field("first_name", wire="given", may_be_hidden=True, accompanies=("last_name", *_REST)),
        Field("last_name", wire="family", may_be_hidden=True, accompanies=("first_name", *_REST)),
        Field("picture"),
        Field(
            "email_addresses",
            "list",
            wire="emails",
            elements="dict",
            unordered=True,
            options=(Field("email_address", wire="email", required=True, clearable=False), _TYPES),
        ),
        Field(
            "numbers",
            "list",
            elements="dict",
            unordered=True,
            options=(Field("number", required=True, clearable=False, normalise=e164), _TYPES),
        ),
        Field(
            "addresses",
            "list",
            elements="dict",
            unordered=True,
            options=(
                Field("po_box"),
                Field("extended_address"),
                Field("street_address"),
                Field("locality"),
                Field("region"),
                Field("postal_code"),
                Field("country"),
            ),
        ),
        Field("organization", "list", elements="list"),
    ),
)
_EMPTY: dict[str, t.Any] = {"emails": [], "numbers": [], "addresses": [], "organization": []}


class ContactAdapter(UntoldAdapter):
    """PUT replaces the whole contact and POST does not tell the id of a new one.

    A DELETE without an id would empty the whole address book, so the path is never built from an empty one.
    """

    resource = CONTACT

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.paged("/contacts", _PAGE)
        return [_record(row) for row in rows if row.get("scope") in SCOPES.values()]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._client.send("POST", "/contacts", _bean(values))
        return self.told(values)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        bean = {**_EMPTY, **_bean(values), "id": record.identity}
        if not self._shows_note(record):
            self._client.send("PUT", f"/contacts/{segment(record.identity)}", bean)
            return
        kept = {name: record.raw[name] for name in ("note", "websites") if record.raw.get(name)}
        self._client.send("PUT", f"/contacts/{segment(record.identity)}", {**bean, **kept})

    @staticmethod
    def _shows_note(record: Record) -> bool:
        """Whether the service shows more of a contact than its reference says."""
        return "note" in record.raw or "websites" in record.raw

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", f"/contacts/{segment(record.identity)}")


def _record(row: dict[str, t.Any]) -> Record:
    values = read_wire(CONTACT.fields, {**row, "given": row.get("givenname"), "family": row.get("familyname")})
    for name in ("first_name", "last_name"):
        if values[name] is None:
            values[name] = UNREADABLE
    return Record(values, row.get("id"), raw=row)


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    known = {name: value for name, value in values.items() if value is not UNREADABLE}
    if known.get("numbers"):
        known["numbers"] = [{**row, "number": e164(row["number"])} for row in known["numbers"]]
    return write_wire(CONTACT.writable, known)
