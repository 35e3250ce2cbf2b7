# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Entering the code that a new sender number got by SMS."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..generations import V2
from ..v2.client import SipgateV2Client
from ..v2.sms import SMS_CALLER_ID, SmsCallerIdAdapter
from .deed import Deed, Params, Way


def _record(client: SipgateV2Client, params: Params) -> t.Any:
    adapter = SmsCallerIdAdapter(client)
    wanted = SMS_CALLER_ID.key_of(params)
    found = [record for record in adapter.fetch(frozenset((wanted,))) if SMS_CALLER_ID.key_of(record.values) == wanted]
    if not found:
        raise ItemError(
            f"{params['phone_number']} is not among the numbers of {params['user']}; see sipgate_sms_caller_id"
        )
    return found[0]


def _look(client: SipgateV2Client, params: Params) -> dict[str, t.Any] | None:
    values = _record(client, params).values
    return None if values["verified"] else {"id": values["id"]}


def _act(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    path = _record(client, params).raw["path"]
    client.send("POST", f"{path}/verification", {"verificationCode": params["verification_code"]})
    return {}


SMS_VERIFICATION = Deed(
    {
        "phone_number": {"type": "str", "required": True},
        "user": {"type": "str", "required": True},
        "verification_code": {"type": "str", "required": True, "no_log": True},
    },
    {V2: Way(_act, look=_look)},
)
