# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user may not call, and what an account may not do."""

from __future__ import annotations

from typing import Any

from ..sipgate_common.table import Row
from .bodies import FLAG, body
from .entities import CALL_RESTRICTIONS
from .operations import Context, Operation
from .refusals import bad_parameter, not_found
from .restriction_names import RESTRICTIONS

#: restriction -> the knob ``limits`` that counts what may still be made
_QUOTAS = {
    "CAN_CREATE_REGISTER_DEVICE": ("register_devices", "devices", "e"),
    "CAN_CREATE_MOBILE_DEVICE": ("mobile_devices", "devices", "y"),
    "CAN_CREATE_EXTERNAL_DEVICE": ("external_devices", "devices", "x"),
    "CAN_CREATE_PHONELINE_EXTENSION": ("phonelines", "phonelines", "p"),
    "CAN_CREATE_FAX_EXTENSION": ("faxlines", "faxlines", "f"),
}
#: restriction -> the feature that must be booked
_FEATURES = {
    "CAN_SEND_FAX": "fax",
    "CAN_RECEIVE_FAX": "fax",
    "CAN_CREATE_FAX_EXTENSION": "fax",
    "CAN_USE_PUSH_API": "webhooks",
    "CAN_ACTIVATE_CALL_RECORDING": "autorecording",
    "CAN_REORDER_SIM": "sim_orders",
    "CAN_CHANGE_FORWARDING_TIMES": "forwardings",
    "CAN_CHANGE_VOICEMAIL_SETTINGS": "voicemail_settings",
}


def _call_restrictions_view(user: Row) -> dict[str, Any]:
    return {"userId": user["id"], **user["callRestrictions"]}


def _get_call_restrictions(context: Context) -> Any:
    """The Swagger document prints one object, though the query can name several users: then they come as a list."""
    user_ids = context.query.every("userIds") or [context.user["id"]]
    views = []
    for user_id in user_ids:
        context.mine(user_id)
        views.append(_call_restrictions_view(context.found(context.account.users.get(user_id), "user")))
    return views[0] if len(views) == 1 else context.items(views)


def _set_call_restriction(context: Context) -> Any:
    restriction = context.parameters["restriction"]
    if restriction not in CALL_RESTRICTIONS:
        raise not_found("restriction")
    restrictions = context.owner["callRestrictions"]
    enabled = context.body.get("enabled", restrictions[restriction])
    context.account.users.change(context.owner, callRestrictions={**restrictions, restriction: enabled})
    return _call_restrictions_view(context.owner)


def _allowed(context: Context, restriction: str, user: Row) -> bool:
    feature = _FEATURES.get(restriction)
    if feature is not None and not context.knobs["features"][feature]:
        return False
    if restriction == "CAN_CREATE_PHONELINE_EXTENSION" and context.knobs["neo"]:
        return False
    if restriction not in _QUOTAS:
        return True
    limit_name, table, letter = _QUOTAS[restriction]
    limit = context.knobs["limits"][limit_name]
    owned = context.account.tables[table].where("owner", user["id"])
    return limit is None or sum(row["id"].startswith(letter) for row in owned) < limit


def _get_restrictions(context: Context) -> Any:
    user_id = context.query.first("userId")
    if not user_id:
        raise bad_parameter("userId is missing")
    user = context.found(context.account.users.get(user_id), "user")
    context.mine(user_id)
    wanted = context.query.every("restriction") or RESTRICTIONS
    unknown = next((name for name in wanted if name not in RESTRICTIONS), None)
    if unknown is not None:
        raise bad_parameter(f"unknown restriction {unknown}")
    return context.items(
        {"restriction": name, "value": _allowed(context, name, user), "target": user_id} for name in wanted
    )


OPERATIONS = (
    Operation("GET", "/callrestrictions", "getCallRestrictions", _get_call_restrictions, ("callrestrictions:read",)),
    Operation(
        "POST",
        "/{userId}/callrestrictions/{restriction}",
        "setCallRestriction",
        _set_call_restriction,
        ("callrestrictions:write",),
        body=body(enabled=FLAG),
    ),
    Operation("GET", "/restrictions", "getRestrictions", _get_restrictions, ("internal",)),
)
