# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The SIM card of a mobile device: activated, deactivated or ordered."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..generations import V2
from ..v2.client import SipgateV2Client, segment
from ..v2.directory import Directory
from .deed import Deed, Params, Way
from .devices import is_missing, named_device


def _check(params: Params) -> None:
    needed = {"activate": "sim_id", "order": "address_id"}.get(params["command"])
    if needed and not params[needed]:
        raise ItemError(f"{params['command']} needs {needed}")


def _place(client: SipgateV2Client, params: Params) -> tuple[str, str]:
    """The id of the device and the path of its SIM card."""
    directory = Directory(client)
    device = directory.device_id(named_device(directory, params))
    owner = directory.user_id(params["user"])
    return device, f"/{segment(owner)}/devices/{segment(device)}/sim"


def _look(client: SipgateV2Client, params: Params) -> dict[str, t.Any] | None:
    directory = Directory(client)
    name = named_device(directory, params)
    if is_missing(directory, name):
        return {}
    device = directory.device_id(name)
    row = client.get(f"/devices/{segment(device)}")
    if row.get("type") != "MOBILE":
        raise ItemError(f"{params['alias']} is no mobile device")
    active = row.get("simState") == "ACTIVE"
    same = (row.get("credentials") or {}).get("simId") == params["sim_id"]
    if params["command"] == "activate" and active and same:
        return None
    if params["command"] == "deactivate" and row.get("simState") == "INACTIVE":
        return None
    return {"id": device}


def _act(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    _device, path = _place(client, params)
    if params["command"] == "activate":
        client.send("POST", path, {"simId": params["sim_id"]})
    elif params["command"] == "deactivate":
        client.send("DELETE", path)
    else:
        client.send("POST", f"{path}/orders", {"addressId": params["address_id"]})
    return {}


SIM = Deed(
    {
        "command": {"type": "str", "required": True, "choices": ["activate", "deactivate", "order"]},
        "alias": {"type": "str", "required": True},
        "user": {"type": "str", "required": True},
        "sim_id": {"type": "str", "no_log": True},
        "address_id": {"type": "str"},
    },
    {V2: Way(_act, _check, _look)},
)
