# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new SIP password for a device, chosen by the service."""

from __future__ import annotations

import typing as t

from ..generations import V2
from ..v2.client import SipgateV2Client, segment
from ..v2.directory import Directory
from ..v2.endpoints import is_literal, joined
from .deed import Deed, Params, Way


def _device(client: SipgateV2Client, params: Params) -> str:
    directory = Directory(client)
    user = directory.emails()[directory.user_id(params["user"])]
    alias = params["alias"]
    return directory.device_id(alias if is_literal(alias) else joined(user, alias))


def _look(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    return {"id": _device(client, params)}


def _act(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    """The answer holds the new password once; it goes nowhere."""
    client.deed("POST", f"/devices/{segment(_device(client, params))}/credentials/password")
    return {}


DEVICE_PASSWORD = Deed(
    {"alias": {"type": "str", "required": True}, "user": {"type": "str", "required": True}},
    {V2: Way(_act, look=_look)},
)
