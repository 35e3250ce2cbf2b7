# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses that lead to the emergency services (``E911Address``)."""

from __future__ import annotations

from .._model.resource import Resource
from .address import NAME, AddressAdapter, address_fields

E911_ADDRESS = Resource(
    name="e911_address",
    plural="e911_addresses",
    key="address",
    fields=address_fields(NAME),
)


class E911AddressAdapter(AddressAdapter):
    """The vendor's schema is all that is public."""

    resource = E911_ADDRESS
    element = "E911Address"
    container = "E911Addresses"
    unverified = True
