# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of attendant menus (``AttendantAddress``). The menus themselves have no action."""

from __future__ import annotations

from .._model.field import Field
from .._model.resource import Resource
from .address import NAME, AddressAdapter, address_fields

ATTENDANT = Resource(
    name="attendant",
    plural="attendants",
    key="address",
    fields=address_fields(
        NAME,
        Field("menu_id", "int", wire="AttendantMenuId", required=True, clearable=False, minimum=1),
    ),
)


class AttendantAdapter(AddressAdapter):
    """The vendor's schema is all that is public."""

    resource = ATTENDANT
    element = "AttendantAddress"
    container = "AttendantAddresses"
    unverified = True
