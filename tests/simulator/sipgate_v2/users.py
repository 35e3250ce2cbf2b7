# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users, the account itself, and the credentials that belong to them."""

from __future__ import annotations

import secrets
from typing import Any

from ..sipgate_common.table import Row, Table
from .bodies import FILLED, FLAG, TEXT, WHOLE, body
from .documents import assigns
from .operations import ANY_CREDENTIAL, OPEN, Context, Operation, picked
from .refusals import bad_parameter, not_found

_SHOWN = ("id", "firstname", "lastname", "email", "defaultDevice", "busyOnBusy", "addressId")


def user_view(context: Context, user: Row) -> dict[str, Any]:
    """UserResponse. The direct dials are the short codes that lead to the user."""
    codes = [number["id"] for number in context.account.numbers.where("endpointId", user["id"])]
    return {**picked(user, _SHOWN), "directDialIds": codes, **picked(user, ("timezone", "admin"))}


def _user(context: Context) -> Row:
    return context.found(context.account.users.get(context.parameters["userId"]), "user")


def _located(context: Context) -> tuple[Table, Row]:
    return context.account.users, _user(context)


def _get_users(context: Context) -> Any:
    return context.items(user_view(context, user) for user in context.account.users)


def _get_user(context: Context) -> Any:
    return user_view(context, _user(context))


def _delete_user(context: Context) -> Any:
    user = _user(context)
    view = user_view(context, user)
    context.account.remove_user(user)
    return view


def _set_default_device(context: Context) -> None:
    user = _user(context)
    device = context.account.devices.get(context.body["deviceId"])
    if device is None or device["owner"] != user["id"]:
        raise bad_parameter("the device does not belong to the user", "/deviceId")
    context.account.users.change(user, defaultDevice=device["id"])


def _set_location(context: Context) -> None:
    """The request has the address as a number, the user as a string."""
    user = _user(context)
    if "addressId" in context.body:
        address = context.account.addresses.get(str(context.body["addressId"]))
        if address is None:
            raise bad_parameter("there is no such address", "/addressId")
        context.account.users.change(user, addressId=address["addressId"])


def _set_name(context: Context) -> None:
    user = _user(context)
    context.account.users.change(user, firstname=context.body["firstName"], lastname=context.body["lastName"])


def _userinfo(context: Context) -> Any:
    account = context.account.documents["account"]
    return {"sub": context.user["id"], **picked(account, ("domain", "masterSipId", "locale"))}


def _get_account(context: Context) -> Any:
    return picked(
        context.account.documents["account"],
        ("company", "mainProductType", "logoUrl", "verified", "historyLifeTime"),
    )


def _verify_account(context: Context) -> None:
    """A wrong code is answered with the only error that the Swagger document prints, 404."""
    if context.body["verificationCode"] != context.account.documents["account"]["verificationCode"]:
        raise not_found("verification code")
    context.account.change_document("account", verified=True)


def _get_balance(context: Context) -> Any:
    return context.account.documents["balance"]


def _request_password_reset(context: Context) -> None:
    """Nothing in the answer tells whether the user exists."""
    for user in context.account.users.where("email", context.body.get("username", "")):
        nonces = context.account.documents["password_resets"]["nonces"]
        context.account.change_document("password_resets", nonces={**nonces, secrets.token_hex(8): user["id"]})


def _change_password(context: Context) -> None:
    nonces = dict(context.account.documents["password_resets"]["nonces"])
    user = context.account.users.get(nonces.pop(context.parameters["nonce"], ""))
    if user is None:
        raise not_found("nonce")
    password = context.body.get("password", "")
    if not password or password != context.body.get("passwordRepeat"):
        raise bad_parameter("the passwords differ", "/passwordRepeat")
    context.account.users.change(user, password=password)
    context.account.change_document("password_resets", nonces=nonces)


OPERATIONS = (
    Operation("GET", "/authorization/userinfo", "userinfo", _userinfo, ANY_CREDENTIAL),
    Operation(
        "POST", "/passwordreset", "requestPasswordReset", _request_password_reset, OPEN, body=body(username=TEXT)
    ),
    Operation(
        "POST",
        "/passwordreset/{nonce}",
        "changePassword",
        _change_password,
        OPEN,
        body=body(password=TEXT, passwordRepeat=TEXT),
    ),
    Operation("GET", "/account", "getAccount", _get_account, ("account:read",)),
    Operation(
        "PUT",
        "/account/verified",
        "verify",
        _verify_account,
        ("account:write",),
        body=body(verificationCode=TEXT.needed),
        admin=True,
    ),
    Operation("GET", "/balance", "getBalance", _get_balance, ("balance:read",)),
    Operation("GET", "/users", "getAllUsers", _get_users, ("users:read",), admin=True),
    Operation("GET", "/users/{userId}", "getUser", _get_user, ("users:read",)),
    Operation("DELETE", "/users/{userId}", "deleteUser", _delete_user, ("users:write",), admin=True),
    Operation(
        "PUT",
        "/users/{userId}/busyonbusy",
        "setBusyOnBusySetting",
        assigns(_located, "busyOnBusy", "enabled"),
        ("users:busyonbusy:write",),
        body=body(enabled=FLAG),
    ),
    Operation(
        "PUT",
        "/users/{userId}/defaultdevice",
        "setDefaultDevice",
        _set_default_device,
        ("users:read", "users:defaultdevice:write"),
        body=body(deviceId=TEXT.needed),
    ),
    Operation(
        "PUT",
        "/users/{userId}/location",
        "setLocation",
        _set_location,
        ("users:write",),
        body=body(addressId=WHOLE),
    ),
    Operation(
        "PUT",
        "/users/{userId}/role",
        "setRole",
        assigns(_located, "admin"),
        ("users:role:write",),
        body=body(admin=FLAG),
        admin=True,
    ),
)

#: what the live service has since 2025
LIVE_OPERATIONS = (
    Operation(
        "PUT",
        "/users/{userId}/name",
        "setName",
        _set_name,
        ("users:write",),
        body=body(firstName=FILLED, lastName=FILLED),
    ),
)
