# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The contact that accounts, organizations and users have: written as a whole, by ``…EditContact``.

The service normalises what it stores (vendor's recorded answers): telephone numbers come back as ``1-NNN-NNN-NNNN``,
names with inner double blanks, the country as a name while its number is written.
"""

from __future__ import annotations

import re
import typing as t

from .._engine.record import Record
from .._model.field import Field
from .names import Names
from .wire import written


def digits(number: str) -> str:
    """The digits of a telephone number without a leading 1, the country code that the service adds."""
    found = re.sub(r"\D", "", number)
    return found[1:] if len(found) == 11 and found.startswith("1") else found or number


def blanks_collapsed(text: str) -> str:
    """The text with single blanks."""
    return " ".join(text.split())


def lower(text: str) -> str:
    """The text as it is compared where capitals mean nothing."""
    return text.strip().lower()


def contact_fields(required: bool) -> tuple[Field, ...]:
    """The fields of a contact.

    :param required: whether the object cannot be created without them; the contact of a user begins as a copy.
    """
    rule: dict[str, t.Any] = {"required": required, "clearable": False}
    return (
        Field("name", wire="Contact.Name", required=True, clearable=False, normalise=blanks_collapsed),
        Field("email_address", wire="Contact.Email", required=True, clearable=False, normalise=lower),
        Field("company", wire="Contact.Organization", normalise=blanks_collapsed),
        Field("street", wire="Contact.Address", normalise=blanks_collapsed, **rule),
        Field("city", wire="Contact.City", normalise=blanks_collapsed, **rule),
        Field("state_code", wire="Contact.State", normalise=str.upper, **rule),
        Field("zip", wire="Contact.Zipcode", normalise=str.strip, **rule),
        Field("country", wire="Contact.Country", normalise=lower, **rule),
        Field("phone_number", wire="Contact.Phone", normalise=digits, **rule),
    )


CONTACT_NAMES = frozenset(field.name for field in contact_fields(False))


def contact_parameters(names: Names, values: t.Mapping[str, t.Any], record: Record | None) -> dict[str, str]:
    """The whole contact as parameters: all its parts are required in each edit.

    :param record: whose contact it is, so that its country need not be looked up unless it changes.
    :raises ItemError: the service knows no such country.
    """
    parameters = written(contact_fields(False), values)
    country = parameters.pop("Country", None)
    shown = (record.raw.get("Contact") or {}) if record is not None else {}
    if shown.get("CountryId") and (country is None or lower(country) == lower(str(shown.get("Country") or ""))):
        return {**parameters, "CountryId": str(shown["CountryId"])}
    return {**parameters, "CountryId": names.country_called(country)} if country else parameters


def known_country(names: Names, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
    """The wanted values with the country by its name, also where it was given by its number.

    :raises ItemError: the service knows no such country.
    """
    country = wanted.get("country")
    shown = (record.raw.get("Contact") or {}) if record is not None else {}
    if not country or lower(country) == lower(str(shown.get("Country") or "")):
        return wanted
    number = names.country_called(country)
    if number == str(shown.get("CountryId") or ""):
        return {**wanted, "country": shown.get("Country")}
    name = next((name for name, known in names.countries().items() if known == number), None)
    if name is None:
        return wanted
    return {**wanted, "country": country if not country.strip().isdigit() else name}
