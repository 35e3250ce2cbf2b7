# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""External addresses (``ExternalAddress``): local names for addresses on other servers.

No schema of them was published, so the foreign address is looked for in both places where it could be shown.
"""

from __future__ import annotations

import ipaddress
import re
import typing as t

from .._model.compare import UNREADABLE
from .._model.field import Field
from .._model.resource import Resource
from .address import NAME, AddressAdapter, address_fields
from .contact import lower
from .envelope import text

_FOREIGN = re.compile(r"[^\s@]+@([^\s@]+\.[^\s@.]+)")


def _foreign(value: str) -> None:
    match = _FOREIGN.fullmatch(value.strip())
    if match is None:
        raise ValueError("must be user@domain")
    try:
        ipaddress.ip_address(match.group(1).strip("[]"))
    except ValueError:
        return
    raise ValueError("must name a domain: the service takes no IP address")


EXTERNAL_ADDRESS = Resource(
    name="external_address",
    plural="external_addresses",
    key="address",
    fields=address_fields(
        Field(
            "foreign_address",
            wire="ForeignAddress",
            required=True,
            clearable=False,
            may_be_hidden=True,
            normalise=lower,
            check=_foreign,
        ),
        NAME,
    ),
)


class ExternalAddressAdapter(AddressAdapter):
    """An edit takes the foreign address as an option, so one that cannot be read is not sent."""

    resource = EXTERNAL_ADDRESS
    element = "ExternalAddress"
    container = "ExternalAddresses"

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        target = row.get("DefaultAddress")
        values = super().values({**row, "DefaultAddress": ""})
        if not values["foreign_address"] and isinstance(target, dict) and text(target.get("Username")):
            values["foreign_address"] = f"{text(target.get('Username'))}@{text(target.get('Domain'))}"
        if not values["foreign_address"]:
            values["foreign_address"] = UNREADABLE
        return values
