# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The account's webhooks (sipgate.io), the log of what was pushed, and automatic recording."""

from __future__ import annotations

import re
from typing import Any

from .bodies import FLAG, TEXT, Field, body
from .operations import Context, Operation, picked
from .refusals import bad_parameter, not_found

_SHOWN = ("incomingUrl", "outgoingUrl", "log", "whitelist")
_LOG_FIELDS = ("created", "url", "request", "response", "xmlError", "status")
_WHITELISTED = re.compile(r"[wpg](0|[1-9][0-9]*)")


def check_url(context: Context, name: str) -> None:
    """400 unless the body's URL is empty or one that can be called; a Neo account must have https."""
    url = context.body[name]
    schemes = ("https://",) if context.knobs["neo"] else ("https://", "http://")
    if url and not url.startswith(schemes):
        raise bad_parameter(f"{name} must start with {' or '.join(schemes)}", f"/{name}")


def log_view(entry: dict[str, Any]) -> dict[str, Any]:
    """PhonelineSipgateIoLogResponse."""
    return picked(entry, _LOG_FIELDS)


def _may_push(context: Context, extension: str) -> bool:
    """Whether the whitelist has the extension, its user, or a phone line or group that it is in."""
    account = context.account
    whitelist = account.documents["webhooks"]["whitelist"]
    if whitelist is None:
        return True
    lines = (row["id"] for table in (account.phonelines, account.groups) for row in table.where("devices", extension))
    return not {extension, account.endpoint_owner(extension), *lines}.isdisjoint(whitelist)


def push(context: Context, direction: str, extension: str, request: str) -> None:
    """Note what the server would post to the account's webhook, if it has one and logging is on.

    :param extension: whose call it is
    """
    settings = context.account.documents["webhooks"]
    url = settings["incomingUrl" if direction == "INCOMING" else "outgoingUrl"]
    if url and settings["log"] and _may_push(context, extension):
        entry = {
            "created": context.timestamp(),
            "url": url,
            "request": request,
            "response": "",
            "xmlError": "",
            "status": "200",
        }
        entries = context.account.documents["webhook_log"]["entries"]
        context.account.change_document("webhook_log", entries=[entry, *entries])


def _get_settings(context: Context) -> Any:
    """The live service also has the version of the push API."""
    live = ("pushApiVersion",) if context.knobs["live2026"] else ()
    return picked(context.account.documents["webhooks"], (*_SHOWN, *live))


def _set_settings(context: Context) -> None:
    """A whitelist of null lets every extension push, an empty one none."""
    for name in ("incomingUrl", "outgoingUrl"):
        check_url(context, name)
    for extension in context.body.get("whitelist") or ():
        if not _WHITELISTED.fullmatch(extension):
            raise bad_parameter("the whitelist takes users, phone lines and groups", "/whitelist")
    context.account.change_document("webhooks", **context.body)


def _get_log(context: Context) -> Any:
    return context.items(log_view(entry) for entry in context.account.documents["webhook_log"]["entries"])


def _extension_is_recorded(context: Context) -> tuple[str, list[str]]:
    extension = context.parameters["extension"]
    if context.account.endpoint(extension) is None:
        raise not_found("extension")
    return extension, context.account.documents["autorecording"]["active"]


def _get_recording(context: Context) -> Any:
    extension, active = _extension_is_recorded(context)
    return {"active": extension in active}


def _set_recording(context: Context) -> Any:
    extension, active = _extension_is_recorded(context)
    others = [name for name in active if name != extension]
    if context.body.get("active", extension in active):
        others.append(extension)
    if sorted(others) != sorted(active):
        context.account.change_document("autorecording", active=others)
    return _get_recording(context)


_SETTINGS = "/settings/sipgateio"
_RECORDING = "/autorecordings/{extension}/settings"
_PAYLOAD = {
    "incomingUrl": TEXT.needed,
    "outgoingUrl": TEXT.needed,
    "log": FLAG,
    "whitelist": Field("texts", nullable=True),
}


def _write_settings(**live: Field) -> Operation:
    return Operation(
        "PUT",
        _SETTINGS,
        "setSipgateIoUrls",
        _set_settings,
        ("settings:write", "settings:sipgateio:write"),
        body=body(**_PAYLOAD, **live),
        admin=True,
        feature="webhooks",
    )


OPERATIONS = (
    Operation(
        "GET",
        _SETTINGS,
        "getSipgateIoUrls",
        _get_settings,
        ("settings:read", "settings:sipgateio:read"),
        admin=True,
        feature="webhooks",
    ),
    _write_settings(),
    Operation(
        "GET", "/log/webhooks", "getWebhooksLog", _get_log, ("log:webhooks:read",), admin=True, feature="webhook_log"
    ),
    Operation("GET", _RECORDING, "getSetting", _get_recording, ("devices:read",), admin=True, feature="autorecording"),
    # The Swagger document asks for a scope that reads, also to write.
    Operation(
        "PUT",
        _RECORDING,
        "updateSetting",
        _set_recording,
        ("devices:read",),
        body=body(active=FLAG),
        admin=True,
        feature="autorecording",
    ),
)

LIVE_OPERATIONS = (_write_settings(pushApiVersion=Field("whole")),)
