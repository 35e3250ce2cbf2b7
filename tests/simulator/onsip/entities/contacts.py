# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts and countries, which accounts, organizations and users have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..store.table import Row
from .declaration import Entity, derived, kept

if TYPE_CHECKING:
    from ..service import Service

#: the parts of a contact that every call that writes one must send
REQUIRED_PARTS = ("Name", "Address", "City", "State", "Zipcode", "CountryId", "Phone", "Email")

#: the only pair of number and name that is known from recordings
UNITED_STATES = 207

_TEN_DIGITS = re.compile(r"1?(\d{3})(\d{3})(\d{4})\Z")

COUNTRY = Entity("Country", "Countries", (kept("CountryId"), kept("CountryName", "")))


def contact_of(values: Mapping[str, Any], company: str, modified: str) -> dict[str, Any]:
    """A contact as it is stored.

    :param values: the required parts by name
    :param company: what the element ``Organization`` of the contact says
    :param modified: when it was written
    """
    contact = {part: values[part] for part in REQUIRED_PARTS}
    return {**contact, "Phone": normalized_phone(contact["Phone"]), "Organization": company, "Modified": modified}


def normalized_phone(phone: str) -> str:
    """A telephone number of the United States as every recording shows it; any other as it was sent."""
    match = _TEN_DIGITS.match(re.sub(r"[\s().+-]", "", phone))
    return f"1-{match[1]}-{match[2]}-{match[3]}" if match else phone


def _name(service: Service, contact: Row) -> str:
    name = str(contact["Name"])
    return name.replace(" ", "  ") if service.knobs["double_spaced_names"] else name


def _country_name(service: Service, contact: Row) -> str:
    country = service.store.countries.get(contact["CountryId"])
    return country["CountryName"] if country else ""


CONTACT = Entity(
    "Contact",
    "Contacts",
    (
        derived("Name", _name),
        *(kept(part) for part in ("Organization", "Address", "City", "State", "Zipcode")),
        derived("Country", _country_name),
        *(kept(part) for part in ("CountryId", "Phone", "Email", "Modified")),
    ),
)


def _contact(service: Service, row: Row) -> dict[str, Any]:
    return CONTACT.tree(service, row["Contact"])


#: the field of an account, an organization or a user; what is stored lacks the derived name of the country
CONTACT_FIELD = kept("Contact", contact_of(dict.fromkeys(REQUIRED_PARTS, ""), "", ""), _contact)
