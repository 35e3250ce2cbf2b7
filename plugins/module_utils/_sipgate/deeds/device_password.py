# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new SIP password for a device, chosen by the service."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError, RemoteError
from ..files import credentials_file
from ..generations import V2
from ..v2.client import SipgateV2Client, segment
from ..v2.directory import Directory
from .deed import Deed, Params, Way
from .devices import is_missing, named_device


def _look(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    directory = Directory(client)
    name = named_device(directory, params)
    dest = {"dest": params["dest"]} if params["dest"] else {}
    if is_missing(directory, name):
        return dest
    identity = directory.device_id(name)
    kind = client.get(f"/devices/{segment(identity)}").get("type")
    if kind not in (None, "REGISTER"):
        text = f"{params['alias']} is of the type {str(kind).lower()}; SIP passwords are for register devices only"
        raise ItemError(text)
    return {"id": identity, **dest}


def _act(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    """The answer holds the new password. It goes to the file that the user names, and nowhere else."""
    directory = Directory(client)
    path = f"/devices/{segment(directory.device_id(named_device(directory, params)))}"
    with credentials_file(params["dest"]) as put:
        known = client.get(path).get("credentials") or {} if params["dest"] else {}
        answer = client.send("POST", f"{path}/credentials/password") or {}
        if params["dest"]:
            put(
                {
                    "username": known.get("username"),
                    "password": answer.get("password") or _shown(client, path),
                    "sip_server": known.get("sipServer"),
                    "outbound_proxy": known.get("outboundProxy"),
                }
            )
    return {}


def _shown(client: SipgateV2Client, path: str) -> str:
    """The password as the device shows it: no source promises that the answer tells it."""
    password = (client.get(path).get("credentials") or {}).get("password")
    if not password:
        text = f"POST {path}/credentials/password renewed the password, but it is told nowhere; see the web portal."
        raise RemoteError(text, RemoteError.REFUSED)
    return str(password)


DEVICE_PASSWORD = Deed(
    {
        "alias": {"type": "str", "required": True},
        "user": {"type": "str", "required": True},
        "dest": {"type": "path"},
    },
    {V2: Way(_act, look=_look)},
)
