# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Portal passwords: changing one with the old one at hand, voiding one, and having a reset mail sent.

``UserResetPortalPassword`` answers with the random password that it set. That is thrown away: nobody knows it then,
and the user gets a new one by mail.
"""

from __future__ import annotations

import typing as t

from .._model.errors import CallError, RemoteError
from .client import OnsipClient
from .names import names_of

OPTIONS: dict[str, dict[str, t.Any]] = {
    "action": {"type": "str", "choices": ["change", "void", "send_mail"], "required": True},
    "user": {"type": "str", "required": True},
    "current_portal_password": {"type": "str", "no_log": True},
    "new_portal_password": {"type": "str", "no_log": True},
    "destination": {"type": "str", "choices": ["my", "admin", "get"], "default": "my"},
}
REQUIRED = [("action", "change", ("current_portal_password", "new_portal_password"))]


def check_password(params: t.Mapping[str, t.Any]) -> None:
    """:raises CallError: the mail is for somebody whose login is not spelled out."""
    if params["action"] == "send_mail" and "@" not in params["user"]:
        raise CallError("user must be the whole login, user@domain, for a mail")


def act_on_password(client: OnsipClient, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Do it, once."""
    _ACTS[params["action"]](client, params)
    return {"user": params["user"], "action": params["action"]}


def _change(client: OnsipClient, params: t.Mapping[str, t.Any]) -> None:
    new = params["new_portal_password"]
    passwords = {
        "CurrentPortalPassword": params["current_portal_password"],
        "NewPortalPassword": new,
        "NewPortalPasswordConfirm": new,
    }
    user_id = names_of(client).user_called(params["user"])
    try:
        client.write("UserEditPortalPassword", {"UserId": user_id, **passwords})
    except RemoteError as error:
        if error.outcome != RemoteError.UNKNOWN:
            raise
        text = f"{error.message} The new password may be in force already; try to log in with it first."
        raise RemoteError(text, RemoteError.UNKNOWN) from None


def _void(client: OnsipClient, params: t.Mapping[str, t.Any]) -> None:
    client.write("UserResetPortalPassword", {"UserId": names_of(client).user_called(params["user"])})


def _send_mail(client: OnsipClient, params: t.Mapping[str, t.Any]) -> None:
    parameters = {"Username": params["user"], "Destination": params["destination"]}
    client.write("SendPasswordResetEmail", parameters, public=True)


_ACTS: dict[str, t.Callable[[OnsipClient, t.Mapping[str, t.Any]], None]] = {
    "change": _change,
    "void": _void,
    "send_mail": _send_mail,
}
