# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deleting call records (``/api/extendedcdrs/delete``)."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..client import SipxClient
from ..identity import number_of
from .deed import Deed, Params


def _check(params: Params) -> None:
    if not params["prefix"].isdigit():
        raise ItemError(f"prefix must consist of digits, not {params['prefix']!r}")


def _look(client: SipxClient, params: Params) -> dict[str, t.Any] | None:
    """How many there are since 2000; the server deletes those of the last twenty years."""
    query = "fromDate=200001010000&toDate=209912312359"
    rows = client.rows(
        client.api_get(f"/extendedcdrs/prefix/{params['prefix']}/history", query), "cdrs", "/extendedcdrs"
    )
    if not rows:
        return None
    diff = {"before": {"call_records": len(rows)}, "after": {"call_records": 0}}
    return {"deleted": len(rows), "diff": diff}


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    return {"deleted": number_of(client.api_send("DELETE", f"/extendedcdrs/delete/{params['prefix']}"))}


DELETE_CALL_RECORDS = Deed({"prefix": {"type": "str", "required": True}}, _act, check=_check, look=_look)
