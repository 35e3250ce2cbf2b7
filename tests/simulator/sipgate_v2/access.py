# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who a request is from, and whether that one may use the operation."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ..core.interface import Request
from ..sipgate_common.parameters import basic_credentials, bearer_token
from ..sipgate_common.table import Row
from .account import Account
from .operations import ANY_CREDENTIAL, OPEN, Operation
from .refusals import Refusal, classic_only, forbidden, not_authenticated, not_authorized, not_found


def credential_of(account: Account, request: Request, password_login: bool) -> Row | None:
    """The token that a request brings, whether or not it is still good.

    A personal access token is Basic with its id and its secret; an access token of OAuth2 is Bearer. The login with
    e-mail address and password is being phased out; it has all scopes.

    :param password_login: whether that login is still open
    """
    authorization = request.headers.get("Authorization")
    basic = basic_credentials(authorization)
    if basic is not None:
        token = account.tokens.get(basic[0])
        if token is not None and token["kind"] == "personal":
            return token if token["secret"] == basic[1] else None
        users = account.users.where("email", basic[0]) if password_login and basic[1] else []
        return next((_login(user) for user in users if user["password"] == basic[1]), None)
    bearer = bearer_token(authorization)
    tokens = account.tokens.where("secret", bearer) if bearer else []
    return next((token for token in tokens if token["kind"] == "oauth2"), None)


def _login(user: Row) -> Row:
    return {"id": user["email"], "kind": "login", "userId": user["id"], "scopes": ["all"], "expires": None}


def brings_credential(request: Request) -> bool:
    """Whether a request says who it is from, be it true or not; without, the answer is a challenge."""
    authorization = request.headers.get("Authorization")
    return basic_credentials(authorization) is not None or bearer_token(authorization) is not None


def account_name(account: Account, request: Request) -> str | None:
    """What the journal calls the one a request is from: the token's id, also if its secret is wrong."""
    basic = basic_credentials(request.headers.get("Authorization"))
    if basic is not None:
        return basic[0]
    token = credential_of(account, request, password_login=False)
    return token["id"] if token is not None else None


class RateLimit:
    """Counts the requests of each credential within a window of time."""

    def __init__(self) -> None:
        self._windows: dict[str, tuple[float, int]] = {}

    def clear(self) -> None:
        self._windows.clear()

    def count(self, name: str, now: float, requests: int, seconds: float) -> None:
        """Count one request.

        :param name: whose
        :param requests: how many a window allows; 0 for any number
        :param seconds: how long a window is
        :raises Refusal: 429 with ``Retry-After`` when there were too many
        """
        if not requests:
            return
        begun, counted = self._windows.get(name, (now, 0))
        if now >= begun + seconds:
            begun, counted = now, 0
        if counted >= requests:
            wait = max(1, math.ceil(begun + seconds - now))
            raise Refusal(429, "RATE_LIMIT_EXCEEDED", "too many requests", headers={"Retry-After": str(wait)})
        self._windows[name] = (begun, counted + 1)


def authenticated(account: Account, token: Row | None, now: float) -> Row:
    """The user a token belongs to.

    :raises Refusal: 401 if there is no token, it has expired, or its user is gone or locked
    """
    if token is None:
        raise not_authenticated("missing or invalid credentials")
    if token["expires"] is not None and now >= token["expires"]:
        raise not_authenticated("the token has expired")
    user = account.users.get(token["userId"])
    if user is None or user["locked"]:
        raise not_authenticated("missing or invalid credentials")
    return user


def permit(operation: Operation, token: Row, user: Row, knobs: Mapping[str, Any], path: str) -> None:
    """Check scopes, role, features and product, in this order.

    Of the scopes that the Swagger document prints for an operation, any one is enough.

    :param path: the path below the API's base, for the message
    :raises Refusal: 403
    """
    scopes = set(token["scopes"])
    if operation.scopes not in (OPEN, ANY_CREDENTIAL) and "all" not in scopes and scopes.isdisjoint(operation.scopes):
        raise not_authorized(f"one of the scopes {', '.join(operation.scopes)} is required")
    if "internal" in operation.scopes and not knobs["internal_scope"]:
        raise not_authorized("the scope internal is not open to this token")
    if operation.admin and not user["admin"]:
        raise forbidden("administrator rights are required")
    if operation.feature and not knobs["features"][operation.feature]:
        raise forbidden(f"the feature {operation.feature} is not booked")
    if operation.classic and knobs["neo"]:
        raise classic_only(path)


def owner_in_path(account: Account, parameters: Mapping[str, str], user: Row) -> Row:
    """The user that the path names, or an empty record if it names none.

    :raises Refusal: 403 if another than an administrator names somebody else, 404 if there is no such user
    """
    user_id = parameters.get("userId")
    if user_id is None:
        return {}
    if not user["admin"] and user_id != user["id"]:
        raise forbidden("access denied")
    owner = account.users.get(user_id)
    if owner is None:
        raise not_found("user")
    return owner
