# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""SMS extensions and the caller ids that a person confirms with a code."""

from __future__ import annotations

import secrets
from typing import Any

from ..sipgate_common.table import Row, Table
from .bodies import E164, TEXT, Field, body
from .documents import assigns
from .nested import NestedItem
from .operations import Context, Operation, picked
from .prices import SMS_PRICE
from .refusals import already_exists, bad_parameter, not_enough_funds


def _extension(context: Context) -> Row:
    return context.own(context.account.sms.get(context.parameters["smsId"]), "sms extension")


def _located(context: Context) -> tuple[Table, Row]:
    return context.account.sms, _extension(context)


def _extension_view(extension: Row) -> dict[str, Any]:
    default = next((callerid for callerid in extension["callerids"] if callerid["defaultNumber"]), None)
    return {**picked(extension, ("id", "alias")), "callerId": default["phonenumber"] if default else ""}


def _get_extensions(context: Context) -> Any:
    return context.items(map(_extension_view, context.account.sms.where("owner", context.owner["id"])))


def _get_callerids(context: Context) -> Any:
    return context.items(
        picked(callerid, ("id", "phonenumber", "verified", "defaultNumber"))
        for callerid in _extension(context)["callerids"]
    )


def _add_callerid(context: Context) -> None:
    """The code goes out by SMS, which costs. Neither the id nor the code is in the answer."""
    extension = _extension(context)
    phonenumber = context.body.get("phonenumber")
    if phonenumber is None:
        raise bad_parameter("phonenumber is missing", "/phonenumber")
    if any(callerid["phonenumber"] == phonenumber for callerid in extension["callerids"]):
        raise already_exists(f"caller id {phonenumber}")
    if not context.account.affords(SMS_PRICE):
        raise not_enough_funds()
    context.account.charge(SMS_PRICE)
    callerid = {
        "id": int(context.account.new_id()),
        "phonenumber": phonenumber,
        "verified": False,
        "defaultNumber": False,
        "code": f"{secrets.randbelow(10**6):06d}",
    }
    context.account.sms.change(extension, callerids=[*extension["callerids"], callerid])


def _callerid(context: Context) -> NestedItem:
    return NestedItem(context, *_located(context), "callerids", "callerId", "caller id")


def _edit_callerid(context: Context) -> None:
    """There is one default number: a new one takes the place of the old."""
    callerid = _callerid(context)
    default = context.body.get("defaultNumber", callerid.value["defaultNumber"])
    if default and not callerid.value["verified"]:
        raise bad_parameter("the number is not verified", "/defaultNumber")
    callerid.choose("defaultNumber", default)


def _delete_callerid(context: Context) -> None:
    _callerid(context).remove()


def _verify_callerid(context: Context) -> None:
    callerid = _callerid(context)
    if context.body.get("verificationCode") != callerid.value["code"]:
        raise bad_parameter("wrong verification code", "/verificationCode")
    callerid.change(verified=True)


_EXTENSION = "/{userId}/sms/{smsId}"
_CALLER_IDS = f"{_EXTENSION}/callerids"
_CALLER_ID = f"{_CALLER_IDS}/{{callerId}}"
_WRITE = ("sms:write", "sms:callerid:write")

OPERATIONS = (
    Operation("GET", "/{userId}/sms", "getSmsExtensions", _get_extensions, ("sms:read",)),
    Operation("PUT", _EXTENSION, "setSmsAlias", assigns(_located, "alias"), ("sms:write",), body=body(alias=TEXT)),
    Operation("GET", _CALLER_IDS, "getSmsCallerIds", _get_callerids, ("sms:read", "sms:callerid:read")),
    Operation("POST", _CALLER_IDS, "addCallerId", _add_callerid, _WRITE, body=body(phonenumber=E164)),
    Operation(
        "PUT", _CALLER_ID, "editCallerId", _edit_callerid, _WRITE, body=body(defaultNumber=Field("spelled flag"))
    ),
    Operation("DELETE", _CALLER_ID, "deleteSmsCallerId", _delete_callerid, _WRITE),
    Operation(
        "POST",
        f"{_CALLER_ID}/verification",
        "verifyCallerId",
        _verify_callerid,
        _WRITE,
        body=body(verificationCode=TEXT),
    ),
)
