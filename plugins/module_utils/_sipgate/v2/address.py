# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of the account. They can be changed, but neither made nor deleted."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.compare import differs
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from .client import SipgateV2Client, segment

ADDRESS = Resource(
    name="address",
    plural="addresses",
    key="address_id",
    given=True,
    uncreatable="addresses are entered by a person, in the web portal of sipgate",
    consents=(Field("force", "bool"),),
    fields=(
        Field("address_id", required=True, clearable=False),
        Field("country_code", wire="countrycode", clearable=False),
        Field("region", wire="state"),
        Field("postcode", clearable=False),
        Field("city", clearable=False),
        Field("street"),
        Field("number"),
        Field("address1"),
        Field("address2"),
        Field("type", read_only=True),
        Field("numbers", "list", elements="str", unordered=True, read_only=True),
    ),
)
_PLACE = ("country_code", "region", "postcode", "city")


class AddressAdapter(Adapter):
    """PUT replaces the whole address. A move may deactivate the numbers that belong to the place.

    The schema in the vendor's document is that of a contact's address; the fields here are those of the PUT request.
    """

    resource = ADDRESS

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.items("/addresses")
        return [Record(read_wire(_PLAIN, row), str(row["addressId"])) for row in rows]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        if "numbers" in wanted:
            rows = self._client.items(f"/addresses/{segment(record.identity)}/numbers")
            record.values["numbers"] = [row.get("number") for row in rows]
        return record

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is not None and not wanted.get("force"):
            moved = [
                name
                for name in _PLACE
                if wanted.get(name) is not None and differs(ADDRESS.field(name), wanted[name], record.values.get(name))
            ]
            if moved:
                raise ItemError(
                    f"another {' and '.join(moved)} may deactivate the numbers of the address; set force=true if that "
                    "is wanted"
                )
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("addresses are not created")

    def delete(self, record: Record) -> None:
        raise LookupError("addresses are not deleted")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        bean = write_wire([field for field in ADDRESS.writable if field.name != "address_id"], values)
        self._client.send("PUT", f"/addresses/{segment(record.identity)}", bean)


_PLAIN = tuple(field for field in ADDRESS.fields if field.name != "numbers")
