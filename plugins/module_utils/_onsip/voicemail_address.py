# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of voicemail boxes (``VoicemailAddress``); a box brings its first one with it."""

from __future__ import annotations

import typing as t

from .._model.field import Field
from .._model.resource import Resource
from .address import NAME, AddressAdapter, address_fields
from .envelope import text
from .parameters import Parameters

VOICEMAIL_ADDRESS = Resource(
    name="voicemail_address",
    plural="voicemail_addresses",
    key="address",
    fields=address_fields(
        Field("mailbox", wire="Mailbox", required=True, clearable=False, refers_to="voicemail_box"),
        NAME,
    ),
)


class VoicemailAddressAdapter(AddressAdapter):
    """Answers name the box by its id; options name it by its number. The vendor's schema is all that is public."""

    resource = VOICEMAIL_ADDRESS
    element = "VoicemailAddress"
    container = "VoicemailAddresses"
    unverified = True

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        identity = text(row.get("VoicemailboxId"))
        number = next((number for number, known in self.names.mailboxes().items() if known == identity), "")
        return super().values({**row, "Mailbox": number})

    def parameters(self, values: t.Mapping[str, t.Any]) -> Parameters:
        parameters = dict(super().parameters(values))
        number = parameters.pop("Mailbox", None)
        if number:
            parameters["VoicemailboxId"] = self.names.mailbox_called(str(number))
        return parameters
