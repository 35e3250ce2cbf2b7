# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses to call for managing recordings (``RecordingManagementAddress``). Recordings themselves have no action."""

from __future__ import annotations

import typing as t

from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .address import NAME, AddressAdapter, address_fields
from .envelope import text


def _digits(value: str) -> None:
    if not value.isascii() or not value.isdigit():
        raise ValueError("must consist of digits")


RECORDING_ADDRESS = Resource(
    name="recording_address",
    plural="recording_addresses",
    key="address",
    fields=address_fields(
        NAME,
        Field("pin", wire="Pin", required=True, clearable=False, secret=True, check=_digits),
    ),
    verifiable=frozenset(("pin",)),
)


class RecordingAddressAdapter(AddressAdapter):
    """The service keeps the PIN as a number: leading zeros are lost, and each edit wants it again."""

    resource = RECORDING_ADDRESS
    element = "RecordingManagementAddress"
    container = "RecordingManagementAddresses"
    unverified = True

    def record(self, row: dict[str, t.Any]) -> Record:
        record = super().record(row)
        record.secrets["pin"] = text(row.get("Pin"))
        return record

    def works(self, record: Record, secrets: t.Mapping[str, str]) -> frozenset[str]:
        return super().works(record, {name: _number(value) for name, value in secrets.items()})

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return super().create({**values, "pin": _number(values["pin"])})

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        super().update(record, {**values, "pin": values.get("pin") or record.secrets["pin"]}, changed)


def _number(pin: str) -> str:
    return str(int(pin))
