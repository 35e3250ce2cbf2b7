# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses. The Swagger document prints the address of a contact here; this is what a live answer had."""

from __future__ import annotations

from typing import Any

from ..sipgate_common.table import Row
from .bodies import FILLED, TEXT, body
from .numbers import number_view
from .operations import Context, Operation, picked

_WRITTEN = ("countrycode", "state", "postcode", "city", "street", "number", "address1", "address2")
_REQUIRED = ("countrycode", "postcode", "city")
#: a number belongs to a place: elsewhere it may not be used
_PLACE = ("countrycode", "city")


def _address_view(context: Context, address: Row) -> dict[str, Any]:
    return {
        **picked(address, ("addressId", "type", *_WRITTEN, "emergencyState")),
        "numbersUrl": context.url(f"/addresses/{address['addressId']}/numbers"),
    }


def _address(context: Context) -> Row:
    return context.found(context.account.addresses.get(context.parameters["addressId"]), "address")


def _get_addresses(context: Context) -> Any:
    return context.items(_address_view(context, address) for address in context.account.addresses)


def _get_item_count(context: Context) -> Any:
    return {"itemCount": len(context.account.addresses)}


def _get_address(context: Context) -> Any:
    return _address_view(context, _address(context))


def _modify_address(context: Context) -> None:
    """The body is the whole address. A move to another place deactivates the numbers of this one."""
    account = context.account
    address = _address(context)
    values = {name: context.body.get(name, "") for name in _WRITTEN}
    if any(values[name] != address[name] for name in _PLACE):
        for number in account.numbers.where("addressId", address["addressId"]):
            account.numbers.change(number, endpointId="")
    account.addresses.change(address, **values)


def _get_address_numbers(context: Context) -> Any:
    numbers = context.account.numbers.where("addressId", _address(context)["addressId"])
    return context.items(number_view(context, number) for number in numbers)


_ADDRESS = "/addresses/{addressId}"
_READ = ("addresses:read",)

OPERATIONS = (
    Operation("GET", "/addresses", "getAddresses", _get_addresses, _READ),
    Operation("GET", "/addresses/itemCount", "getItemCount", _get_item_count, _READ),
    Operation("GET", _ADDRESS, "getAddress", _get_address, _READ),
    Operation(
        "PUT",
        _ADDRESS,
        "modifyAddress",
        _modify_address,
        ("addresses:write",),
        body=body(**{name: FILLED if name in _REQUIRED else TEXT for name in _WRITTEN}),
    ),
    Operation("GET", f"{_ADDRESS}/numbers", "getAddressNumbers", _get_address_numbers, ("numbers:read",)),
)
