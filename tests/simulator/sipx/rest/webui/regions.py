# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/region``: regions by networks (``RegionApi``)."""

from __future__ import annotations

import ipaddress
from typing import Any

from ...state.errors import NullPointerError, UserError
from ..jackson import Bean, list_of, text, whole_number
from .collection import JsonCollection

REGIONS = "regions"
RESERVED_NAME = "default"


class Regions(JsonCollection):
    """Regions; which servers belong to one is shown and not taken."""

    store = REGIONS
    bean = Bean({"name": text, "id": whole_number, "addresses": list_of(text)}, strict=True)
    tells_id = False

    def listed(self, row: dict[str, Any]) -> dict[str, Any]:
        return {"name": row["name"], "id": row["id"], "addresses": row["addresses"], "servers": []}

    wrapped = listed

    def check(self, values: dict[str, Any], row_id: int | None) -> None:
        super().check(values, row_id)
        if values["name"] == RESERVED_NAME:
            raise UserError("&error.invalidName")
        if values.get("addresses") is None:
            raise NullPointerError
        try:
            for block in values["addresses"]:
                ipaddress.IPv4Network(block, strict=False)
        except ValueError:
            raise UserError("&msg.invalidcidr") from None
