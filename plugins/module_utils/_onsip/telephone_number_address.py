# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses that are telephone numbers (``TelephoneNumberAddress``); the vendor's schema is all that is public."""

from __future__ import annotations

import typing as t

from .._model.resource import Resource
from .address import NAME, address_fields
from .envelope import text
from .user_address import OWNER, OwnedAddressAdapter

TELEPHONE_NUMBER_ADDRESS = Resource(
    name="telephone_number_address",
    plural="telephone_number_addresses",
    key="address",
    fields=address_fields(OWNER, NAME),
)


class TelephoneNumberAddressAdapter(OwnedAddressAdapter):
    """Answers name the owner by its id alone."""

    resource = TELEPHONE_NUMBER_ADDRESS
    element = "TelephoneNumberAddress"
    container = "TelephoneNumberAddresses"
    unverified = True

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        return super().values({**row, "AuthUsername": self.names.user_numbered(text(row.get("UserId"))) or ""})
