# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all kinds of SIP addresses have in common (schema ``Address.rng``): a name space, and an element inside of each.

An address is named by its local part, because its domain is the organization's.
"""

from __future__ import annotations

import typing as t

from .._engine.record import Record
from .._model.field import Field
from .adapter import ElementAdapter
from .contact import blanks_collapsed, lower
from .envelope import child, text
from .parameters import Parameters


def local_part(value: str) -> None:
    """Refuse what cannot stand before the @ of an address; what else is not allowed, only the service knows.

    :raises ValueError: with the reason.
    """
    if "@" in value:
        raise ValueError("must be the part before the @; the domain is the organization's")
    if any(character.isspace() for character in value.strip()):
        raise ValueError("must not have blanks in it")


ADDRESS = Field("address", wire="Address.Username", required=True, clearable=False, normalise=lower, check=local_part)
NAME = Field("name", wire="Address.Name", clearable=False, normalise=blanks_collapsed)
FAILOVER = Field("failover", wire="DefaultAddress", normalise=lower, refers_to="address")
_ID = Field("id", "int", wire="Address.AddressId", read_only=True)


def address_fields(*own: Field) -> tuple[Field, ...]:
    """The fields of a kind of address: the common ones around its own."""
    return (_ID, ADDRESS, *own)


class AddressAdapter(ElementAdapter):
    """Edits address an object by ``Address``, the whole address; the references of three kinds forget to say so.

    A failover that an edit leaves out is removed, so it is always sent again.
    """

    selector = "Address"
    order_by = "Username"

    def record(self, row: dict[str, t.Any]) -> Record:
        address = child(row, "Address")
        whole = f"{text(address.get('Username'))}@{text(address.get('Domain'))}".lower()
        return Record(self.values(row), whole, raw=row)

    def read_alone(self, identity: str) -> Record:
        return super().read_alone(self.names.whole(identity))

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        failover = self.names.shown_address(row.get("DefaultAddress"))
        return super().values({**row, "DefaultAddress": failover})

    def parameters(self, values: t.Mapping[str, t.Any]) -> Parameters:
        parameters = dict(super().parameters(values))
        parameters["Username"] = lower(values["address"])
        failover = values.get("failover")
        if failover:
            parameters["DefaultAddress"] = self.names.whole(failover)
        return parameters

    def parameters_of_add(self, values: t.Mapping[str, t.Any]) -> Parameters:
        parameters = {**super().parameters_of_add(values)}
        parameters["Domain"] = self.names.place().domain
        return parameters
