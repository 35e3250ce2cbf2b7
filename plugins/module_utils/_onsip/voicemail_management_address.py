# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses to call for listening to voicemail (``VoicemailManagementAddress``)."""

from __future__ import annotations

from .._model.resource import Resource
from .address import NAME, AddressAdapter, address_fields

VOICEMAIL_MANAGEMENT_ADDRESS = Resource(
    name="voicemail_management_address",
    plural="voicemail_management_addresses",
    key="address",
    fields=address_fields(NAME),
)


class VoicemailManagementAddressAdapter(AddressAdapter):
    """The vendor's schema is all that is public."""

    resource = VOICEMAIL_MANAGEMENT_ADDRESS
    element = "VoicemailManagementAddress"
    container = "VoicemailManagementAddresses"
    unverified = True
