# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of users (``UserAddress``): where calls for a user arrive, and where they go when nobody answers."""

from __future__ import annotations

import typing as t

from .._engine.record import Item, Record
from .._model.field import Field
from .._model.resource import Resource
from .address import FAILOVER, NAME, AddressAdapter, address_fields
from .contact import lower
from .parameters import Parameters

#: what ``UserAdd`` gives to a user's first address
RING_TIMEOUT = 20

OWNER = Field("user", wire="AuthUsername", required=True, clearable=False, normalise=lower, refers_to="user")

USER_ADDRESS = Resource(
    name="user_address",
    plural="user_addresses",
    key="address",
    fields=address_fields(
        OWNER,
        NAME,
        Field("ring_timeout", "int", wire="Timeout", default=RING_TIMEOUT, minimum=1, clearable=False),
        FAILOVER,
    ),
)


class OwnedAddressAdapter(AddressAdapter):
    """Options name the owner, requests take its id."""

    def parameters(self, values: t.Mapping[str, t.Any]) -> Parameters:
        parameters = dict(super().parameters(values))
        owner = parameters.pop("AuthUsername", None)
        if owner:
            parameters["UserId"] = self.names.user_called(str(owner))
        return parameters


class UserAddressAdapter(OwnedAddressAdapter):
    """The first address of a user comes with the user, and is adopted."""

    resource = USER_ADDRESS
    element = "UserAddress"
    container = "UserAddresses"

    def coming(self, item: Item) -> Record | None:
        """An address without an owner can only be one that comes with a user, so it will be as ``UserAdd`` makes it."""
        if "user" in item.values:
            return None
        return Record({"address": item.values["address"], "ring_timeout": RING_TIMEOUT, "failover": ""}, raw={})
