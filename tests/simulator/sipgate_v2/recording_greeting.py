# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The greeting that tells callers of automatic recording: an account has one at most."""

from __future__ import annotations

from typing import Any

from .operations import Context, Operation
from .refusals import not_found
from .voicemails import GREETING_BODY, new_greeting


def _greeting(context: Context) -> dict[str, Any]:
    greeting = context.account.documents["autorecording"]["greeting"]
    if greeting is None:
        raise not_found("greeting")
    return dict(greeting)


def _add_greeting(context: Context) -> None:
    context.account.change_document("autorecording", greeting={**new_greeting(context), "active": True})


def _delete_greeting(context: Context) -> None:
    if _greeting(context)["id"] != context.parameters["greetingId"]:
        raise not_found("greeting")
    context.account.change_document("autorecording", greeting=None)


_WRITE = ("autorecording:greeting:write",)

OPERATIONS = tuple(
    Operation(method, template, name, handler, scopes, body=form, admin=True, feature="autorecording")
    for method, template, name, handler, scopes, form in (
        ("GET", "/autorecordings/greetings", "getGreeting", _greeting, ("autorecording:greeting:read",), None),
        ("POST", "/autorecordings/greetings", "addAutorecordingGreeting", _add_greeting, _WRITE, GREETING_BODY),
        ("DELETE", "/autorecordings/greetings/{greetingId}", "deleteGreeting", _delete_greeting, _WRITE, None),
    )
)
