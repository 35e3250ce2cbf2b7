# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contact information on the wire: in phonebook entries, and as the caller's profile."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ...state.addresses import Address
from ...state.profiles import UserProfile
from ..xstream import STRING
from ..xstream.schema import Record, Type, record

_POSTAL = ("street", "city", "country", "state", "zip", "officeDesignation")
ADDRESS = record("org.sipfoundry.commons.userdb.profile.Address", **dict.fromkeys(_POSTAL, STRING))
ADDRESS_NAMES = ("homeAddress", "officeAddress", "branchAddress")

#: the members of ``contact-information``, in order
CONTACT_MEMBERS: dict[str, Type] = {
    **dict.fromkeys(("jobTitle", "jobDept", "companyName", "assistantName", "location"), STRING),
    **dict.fromkeys(ADDRESS_NAMES, ADDRESS),
    **dict.fromkeys(
        (
            "cellPhoneNumber",
            "homePhoneNumber",
            "assistantPhoneNumber",
            "faxNumber",
            "didNumber",
            "imId",
            "imDisplayName",
            "alternateImId",
            "emailAddress",
            "alternateEmailAddress",
            "avatar",
        ),
        STRING,
    ),
}
CONTACT = record("org.sipfoundry.sipxconfig.phonebook.AddressBookEntry", **CONTACT_MEMBERS)


def address_wire(address: Address) -> dict[str, Any] | None:
    """An address, None for one of which nothing is known."""
    values = ADDRESS.of(address)
    return values if any(value is not None for value in values.values()) else None


def read_address(values: dict[str, Any] | None) -> Address:
    """The address of a body; a missing one is an address of which nothing is known."""
    return Address(**ADDRESS.attributes_of(values or {}))


def contact_wire(profile: UserProfile | None) -> dict[str, Any] | None:
    """The contact information of an entry, None where it has none."""
    if profile is None:
        return None
    addresses = {name: address_wire(getattr(profile, CONTACT.attributes[name])) for name in ADDRESS_NAMES}
    return CONTACT.of(profile, **addresses)


def read_contact(values: dict[str, Any], declaration: Record = CONTACT) -> UserProfile:
    """A profile with what a body says and nothing else.

    :param values: the values of a record that has the members of ``declaration``
    :param declaration: the record they were read by
    """
    known = {field.name for field in fields(UserProfile)}
    attributes = {
        name: value for name, value in declaration.attributes_of(values, ADDRESS_NAMES).items() if name in known
    }
    for name in ADDRESS_NAMES:
        attributes[CONTACT.attributes[name]] = read_address(values[name])
    return UserProfile(**attributes)
