# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Locations that are told to the emergency services (``E911Location``); the vendor's schema is all that is public."""

from __future__ import annotations

import typing as t

from .._engine.record import Record
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .contact import blanks_collapsed, lower
from .envelope import text
from .parameters import Parameters

E911_LOCATION = Resource(
    name="e911_location",
    plural="e911_locations",
    key="name",
    fields=(
        Field("id", "int", wire="E911LocationId", read_only=True),
        Field("name", wire="LocationName", required=True, clearable=False, normalise=blanks_collapsed),
        Field(
            "location_type",
            wire="LocationType",
            required=True,
            clearable=False,
            choices={"shared": "Shared", "private": "Private"},
        ),
        Field("user", wire="AuthUsername", normalise=lower, refers_to="user"),
        Field("street_number", wire="StreetNumber", normalise=blanks_collapsed),
        Field("street_name", wire="StreetName", normalise=blanks_collapsed),
        Field("address_type", wire="AddressType", normalise=blanks_collapsed),
        Field("address_type_number", wire="AddressTypeNumber", normalise=blanks_collapsed),
        Field("city", wire="City", normalise=blanks_collapsed),
        Field("state_code", wire="State", normalise=str.upper),
        Field("zip", wire="Zipcode", normalise=str.strip),
        Field("country", wire="Country", normalise=blanks_collapsed),
        Field("city_state_zip_only", "bool", wire="CszOnly"),
        Field("assigned_addresses", "int", wire="AssignedAddressCount", read_only=True),
    ),
)


class E911LocationAdapter(ElementAdapter):
    """A private location belongs to one user, a shared one to nobody."""

    resource = E911_LOCATION
    element = "E911Location"
    container = "E911Locations"
    selector = "E911LocationId"
    unverified = True

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        identity = text(row.get("UserId"))
        return super().values({**row, "AuthUsername": (self.names.user_numbered(identity) or "") if identity else ""})

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = super().translate(wanted, record)
        merged = {**(record.values if record is not None else {}), **wanted}
        if merged.get("location_type") == "private" and not merged.get("user"):
            raise ItemError("a private location needs a user")
        if merged.get("location_type") == "shared" and wanted.get("user"):
            raise ItemError("a shared location has no user")
        if merged.get("location_type") == "shared" and merged.get("user"):
            wanted["user"] = ""
        return wanted

    def parameters(self, values: t.Mapping[str, t.Any]) -> Parameters:
        parameters = dict(super().parameters(values))
        owner = parameters.pop("AuthUsername", None)
        if owner:
            parameters["UserId"] = self.names.user_called(str(owner))
        return parameters
