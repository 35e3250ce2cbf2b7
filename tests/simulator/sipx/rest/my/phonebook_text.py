# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phonebook entries as CSV and as vCards, and the reading of a vCard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...state.addresses import Address
from ...state.profiles import UserProfile
from .phonebook_entries import ShownEntry

_POSTAL = ("street", "city", "state", "country", "zip")
#: title of a column to the attribute of the entry or of its contact
_COLUMNS = {
    "First name": "first_name",
    "Last name": "last_name",
    "Number": "number",
    "Job title": "job_title",
    "Job department": "job_dept",
    "Company name": "company_name",
    "Assistant name": "assistant_name",
    "Cell phone": "cell_phone_number",
    "Home phone": "home_phone_number",
    "Assistant phone": "assistant_phone_number",
    "Fax": "fax_number",
    "IM id": "im_id",
    "Alternate IM id": "alternate_im_id",
    "Location": "location",
    **{f"Home {part}": f"home_address.{part}" for part in _POSTAL},
    **{f"Office {part}": f"office_address.{part}" for part in _POSTAL},
    "Office designation": "office_address.office_designation",
    "Email": "email_address",
    "Alternate email": "alternate_email_address",
}
_NAME_COLUMNS = 3


def csv_line(fields: Iterable[str | None]) -> str:
    """A line as ``SimpleCsvWriter`` writes it: every field quoted, a quote with a backslash in front."""
    return ",".join('"' + (field or "").replace('"', '\\"') + '"' for field in fields) + "\n"


def _attribute(source: object, path: str) -> str | None:
    for name in path.split("."):
        source = getattr(source, name)
    return source  # type: ignore[return-value]


def write_csv(entries: Iterable[ShownEntry]) -> str:
    """27 columns under a line of titles."""
    lines = [csv_line(_COLUMNS)]
    paths = list(_COLUMNS.values())
    for entry in entries:
        contact = entry.contact or UserProfile()
        names = [_attribute(entry, path) for path in paths[:_NAME_COLUMNS]]
        lines.append(csv_line([*names, *(_attribute(contact, path) for path in paths[_NAME_COLUMNS:])]))
    return "".join(lines)


def _vcard_text(text: str | None) -> str:
    return re.sub(r"([\\,;])", r"\\\1", text or "").replace("\n", "\\n")


def write_vcards(entries: Iterable[ShownEntry]) -> str:
    """vCard 3.0, one card after the other."""
    cards = []
    for entry in entries:
        contact = entry.contact or UserProfile()
        properties = {
            "N": f"{_vcard_text(entry.last_name)};{_vcard_text(entry.first_name)};;;",
            "FN": _vcard_text(" ".join(part for part in (entry.first_name, entry.last_name) if part)),
            "ORG": _vcard_text(contact.company_name),
            "TITLE": _vcard_text(contact.job_title),
            "TEL;TYPE=WORK": _vcard_text(entry.number),
            "TEL;TYPE=CELL": _vcard_text(contact.cell_phone_number),
            "TEL;TYPE=HOME": _vcard_text(contact.home_phone_number),
            "TEL;TYPE=FAX": _vcard_text(contact.fax_number),
            "EMAIL;TYPE=WORK": _vcard_text(contact.email_address),
            "EMAIL;TYPE=HOME": _vcard_text(contact.alternate_email_address),
        }
        lines = [f"{name}:{value}" for name, value in properties.items() if value or name in ("N", "FN")]
        cards.append("\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""]))
    return "".join(cards)


@dataclass
class VCard:
    """What the server takes from a vCard."""

    first_name: str = ""
    last_name: str = ""
    number: str | None = None
    contact: UserProfile = field(default_factory=UserProfile)


#: property and type to the attribute of the contact; a telephone of another type is the entry's number
_CONTACT_PROPERTIES = {
    ("ORG", ""): "company_name",
    ("TITLE", ""): "job_title",
    ("AGENT", ""): "assistant_name",
    ("IMPP", "WORK"): "im_id",
    ("IMPP", "PERSONAL"): "alternate_im_id",
    ("TEL", "CELL"): "cell_phone_number",
    ("TEL", "HOME"): "home_phone_number",
    ("TEL", "FAX"): "fax_number",
    ("EMAIL", "WORK"): "email_address",
    ("EMAIL", "HOME"): "alternate_email_address",
    ("ADR", "HOME"): "home_address",
    ("ADR", "WORK"): "office_address",
}


def _split(value: str) -> list[str]:
    """The parts of a structured value, unescaped."""
    return [re.sub(r"\\(.)", r"\1", part) for part in re.split(r"(?<!\\);", value)]


def read_vcard(text: str | None) -> VCard | None:
    """Read a vCard; None when there is no name in it."""
    unfolded = re.sub(r"\r?\n[ \t]", "", text or "")
    card, named = VCard(), False
    for line in unfolded.splitlines():
        head, colon, value = line.partition(":")
        name, *parameters = head.strip().upper().split(";")
        types = {word for parameter in parameters for word in (parameter.partition("=")[2] or parameter).split(",")}
        parts = _split(value)
        if not colon:
            continue
        if name == "N":
            named = True
            card.last_name, card.first_name = (*parts, "", "")[:2]
            continue
        attribute = next(
            (path for (known, kind), path in _CONTACT_PROPERTIES.items() if known == name and kind in (types | {""})),
            None,
        )
        if name == "ADR" and attribute:
            _unused, _unused, street, city, state, zip_code, country = (*parts, *[""] * 7)[:7]
            address = Address(street=street, city=city, state=state, zip=zip_code, country=country)
            setattr(card.contact, attribute, address)
        elif attribute:
            setattr(card.contact, attribute, parts[0])
        elif name == "TEL":
            card.number = parts[0]
    return card if named else None
