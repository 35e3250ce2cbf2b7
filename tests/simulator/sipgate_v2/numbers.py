# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers, where they lead, and the short codes of users."""

from __future__ import annotations

from typing import Any

from ..sipgate_common.table import Row
from .bodies import FLAG, TEXT, Field, body
from .operations import Context, Operation, picked
from .refusals import already_exists, bad_parameter, not_found

_RELEASE_DAYS = 30
_SHORT_CODE = Field("text", required=True, pattern=r"[0-9]{1,6}")


def number_view(context: Context, number: Row) -> dict[str, Any]:
    """NumberResponseWithEndpoint, and what the vendor's client has beside it: porting state, port and address."""
    account = context.account
    endpoint = number["endpointId"]
    path = account.endpoint_path(endpoint)
    extras = {name: number[name] for name in ("mnpState", "portId", "addressId") if number[name] is not None}
    return {
        **picked(number, ("id", "number", "localized", "type", "endpointId")),
        "endpointAlias": account.endpoint_alias(endpoint),
        "endpointUrl": context.url(path) if path else "",
        **extras,
    }


def _get_numbers(context: Context) -> Any:
    numbers = list(context.account.numbers)
    page = context.items(number_view(context, number) for number in context.page(numbers))
    return context.counted(page, len(numbers)) if context.knobs["live2026"] else page


def _get_user_numbers(context: Context) -> Any:
    """The numbers that lead to the user, or to something of the user's."""
    account, owner = context.account, context.owner["id"]
    endpoints = [
        owner,
        *(
            row["id"]
            for table in (account.phonelines, account.devices, account.faxlines, account.sms)
            for row in table.where("owner", owner)
        ),
    ]
    return context.items(
        number_view(context, number)
        for endpoint in endpoints
        for number in account.numbers.where("endpointId", endpoint)
    )


def _released(context: Context, number: Row, release: bool) -> Any:
    if number["type"] != "MOBILE":
        if release:
            raise bad_parameter("only mobile numbers can be released", "/releaseForMnp")
        return number["mnpState"]
    state = number["mnpState"]
    if bool(state and state["isReleased"]) == release:
        return state
    until = context.timestamp(context.now + _RELEASE_DAYS * 86400) if release else None
    return {"isReleased": release, "releasedUntil": until}


def _change_number(context: Context) -> None:
    """An empty endpoint un-routes. A release that is left out is taken back."""
    account = context.account
    number = context.found(account.numbers.get(context.parameters["numberId"]), "number")
    endpoint = context.body.get("endpointId", number["endpointId"])
    if endpoint and account.endpoint(endpoint) is None:
        raise not_found("endpoint")
    state = number["mnpState"]
    if "releaseForMnp" in context.body:
        state = _released(context, number, context.body["releaseForMnp"])
    account.numbers.change(number, endpointId=endpoint, mnpState=state)


def _taken(context: Context, code: str, besides: Row | None = None) -> bool:
    return any(
        number["type"] == "QUICKDIAL" and number is not besides
        for number in context.account.numbers.where("number", code)
    )


def _quick_dial(context: Context) -> Row:
    number = context.account.numbers.get(context.parameters["numberId"])
    return context.found(number if number and number["type"] == "QUICKDIAL" else None, "number")


def _checked_quick_dial(context: Context, besides: Row | None = None) -> dict[str, str]:
    user_id, code = context.body["userId"], context.body["number"]
    if context.account.users.get(user_id) is None:
        raise bad_parameter("there is no such user", "/userId")
    if _taken(context, code, besides):
        raise already_exists(f"number {code}")
    return {"number": code, "localized": code, "endpointId": user_id}


def _add_quick_dial(context: Context) -> None:
    """The answer does not tell the id."""
    values = _checked_quick_dial(context)
    context.account.numbers.add(id=context.account.new_id(), type="QUICKDIAL", **values)


def _change_quick_dial(context: Context) -> None:
    number = _quick_dial(context)
    context.account.numbers.change(number, **_checked_quick_dial(context, besides=number))


def _delete_quick_dial(context: Context) -> None:
    context.account.numbers.remove(_quick_dial(context))


def _validate_quick_dial(context: Context) -> None:
    """Any success says that the code is free."""
    code = context.parameters["quickDialNumber"]
    if not (code.isascii() and code.isdigit()):
        raise bad_parameter("the number has an invalid format")
    if _taken(context, code):
        raise already_exists(f"number {code}")


_QUICK_DIAL = "/numbers/quickdial"
_READ = ("numbers:read",)
_WRITE = ("numbers:write",)
_QUICK_DIAL_BODY = body(userId=TEXT.needed, number=_SHORT_CODE)

OPERATIONS = (
    Operation("GET", "/numbers", "getNumbers", _get_numbers, _READ),
    Operation("POST", _QUICK_DIAL, "addQuickDialNumber", _add_quick_dial, _WRITE, body=_QUICK_DIAL_BODY),
    Operation(
        "GET", f"{_QUICK_DIAL}/validation/{{quickDialNumber}}", "validateQuickDialNumber", _validate_quick_dial, _READ
    ),
    Operation(
        "PUT", f"{_QUICK_DIAL}/{{numberId}}", "changeQuickDialNumber", _change_quick_dial, _WRITE, body=_QUICK_DIAL_BODY
    ),
    Operation("DELETE", f"{_QUICK_DIAL}/{{numberId}}", "deleteQuickDialNumber", _delete_quick_dial, _WRITE),
    Operation(
        "PUT",
        "/numbers/{numberId}",
        "changeNumberSettings",
        _change_number,
        _WRITE,
        body=body(endpointId=TEXT, releaseForMnp=FLAG, quickDial=FLAG),
    ),
    Operation("GET", "/{userId}/numbers", "getUserNumbers", _get_user_numbers, _READ),
)
