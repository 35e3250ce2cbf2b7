# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: of the account and of the user. They can only be read, as structs, vCards or a telephone's phone book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree
from multidict import CIMultiDict

from ..core.interface import Response
from ..sipgate_common.table import Row
from .operations import Context, Operation, Refusal
from .phone_numbers import digits_of
from .serialisation import JSON, VCARD, XML, Answer, document

_CONTACT_FORMATS = (XML, JSON, VCARD)


def _visible(context: Context) -> list[Row]:
    """Those of the account, whose owner is the master SIP id, then the user's own."""
    contacts = context.account.contacts
    owners = (context.account.documents["account"]["masterSipId"], context.user["id"])
    return [contact for owner in owners for contact in contacts.where("owner", owner)]


def _view(context: Context, contact: Row) -> dict[str, Any]:
    return {
        "entries": contact["entries"],
        "contactMeta": {
            "validFrom": context.timestamp(contact["validFrom"]),
            "UUID": contact["UUID"],
            "owner": contact["owner"],
        },
    }


def _values(contact: Row, name: str) -> list[str]:
    return [entry["value"] for entry in contact["entries"] if entry["entryName"] == name]


def _matches(contact: Row, text: str) -> bool:
    """The filter looks into names and numbers."""
    wanted, digits = text.lower(), digits_of(text)
    return any(wanted in name.lower() for name in _values(contact, "FN")) or (
        digits.isdigit() and any(digits in digits_of(number) for number in _values(contact, "TEL"))
    )


def _answer(context: Context, contacts: list[Row], matches: int) -> Any:
    if context.format == VCARD:
        text = "".join(map(_vcard, contacts))
        return Response(200, text.encode(), CIMultiDict({"Content-Type": f"{VCARD};charset=UTF-8"}))
    return Answer("Contacts", {"items": [_view(context, contact) for contact in contacts], "overallMatches": matches})


def _get_contacts(context: Context) -> Any:
    """A limit of 0 means everything, as no limit does."""
    offset, limit = context.whole("offset") or 0, context.whole("limit") or 0
    text = context.values.first("filter") or ""
    found = [contact for contact in _visible(context) if not text or _matches(contact, text)]
    return _answer(context, found[offset : offset + limit] if limit else found[offset:], len(found))


def _get_contact(context: Context) -> Any:
    contact = context.account.contacts.get(context.parameters["contactId"])
    owners = (context.account.documents["account"]["masterSipId"], context.user["id"])
    if contact is None or contact["owner"] not in owners:
        raise Refusal(404, "contact not found")
    return _answer(context, [contact], 1)


_VCARD_FIELDS = {
    "N": ("family", "given", "middle", "prefixes", "suffixes"),
    "ADR": ("po_box", "extended", "street", "city", "region", "", "country"),
    "GEO": ("lat", "long"),
}


def _escaped(value: Any) -> str:
    text = str(value)
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _vcard_value(entry: Row) -> str:
    name = entry["entryName"]
    if name == "ORG":
        return ";".join(_escaped(part) for part in (entry.get("name", ""), *entry.get("unit", ())))
    if name in _VCARD_FIELDS:
        return ";".join(_escaped(entry.get(field, "")) for field in _VCARD_FIELDS[name])
    return _escaped(entry.get("value", ""))


def _vcard(contact: Row) -> str:
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{contact['UUID']}"]
    for entry in contact["entries"]:
        types = f";TYPE={','.join(entry['types'])}" if entry.get("types") else ""
        lines.append(f"{entry['entryName']}{types}:{_vcard_value(entry)}")
    return "\r\n".join((*lines, "END:VCARD", ""))


def _names_and_numbers(context: Context) -> list[tuple[str, str]]:
    return [
        (name, number)
        for contact in _visible(context)
        for name in _values(contact, "FN")[:1]
        for number in _values(contact, "TEL")
    ]


def _snom(context: Context) -> Any:
    root = etree.Element("SnomIPPhoneDirectory")
    etree.SubElement(root, "Title").text = "sipgate"
    for name, number in _names_and_numbers(context):
        entry = etree.SubElement(root, "DirectoryEntry")
        etree.SubElement(entry, "Name").text = name
        etree.SubElement(entry, "Telephone").text = number
    return root


def _grandstream(context: Context) -> Any:
    root = etree.Element("AddressBook")
    for name, number in _names_and_numbers(context):
        first, _space, last = name.rpartition(" ")
        contact = etree.SubElement(root, "Contact")
        etree.SubElement(contact, "LastName").text = last
        etree.SubElement(contact, "FirstName").text = first
        phone = etree.SubElement(contact, "Phone")
        etree.SubElement(phone, "phonenumber").text = number
        etree.SubElement(phone, "accountindex").text = "0"
    return root


_PHONE_BOOKS: dict[str, Callable[[Context], Any]] = {"snom": _snom, "grandstream": _grandstream}


def _get_phone_book(context: Context) -> Response:
    make = _PHONE_BOOKS.get(context.parameters["vendorName"])
    if make is None:
        raise Refusal(404, "phone book not found")
    return Response(200, document(make(context)), CIMultiDict({"Content-Type": XML}))


OPERATIONS = (
    Operation("GET", "contacts", _get_contacts, _CONTACT_FORMATS),
    Operation("GET", "contacts/{contactId}", _get_contact, _CONTACT_FORMATS),
    Operation("GET", "contacts/phonebook/{vendorName}", _get_phone_book, ()),
)
