# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers who are turned away. Here alone the Swagger document prints statuses and the form of errors."""

from __future__ import annotations

import re
from typing import Any

from ..core.interface import Response
from ..sipgate_common.json_text import json_response
from ..sipgate_common.table import Row
from .bodies import FLAG, TEXT, body
from .operations import Context, Operation, picked
from .refusals import PRINTED, already_exists, bad_parameter, not_found

_NUMBER = re.compile(r"\+?[1-9][0-9]{1,14}")


def _normalised(phone_number: str) -> str:
    """A number as it is kept, with the plus sign; the sign makes no difference between two entries."""
    if not _NUMBER.fullmatch(phone_number):
        raise bad_parameter("phoneNumber has an invalid format", "/phoneNumber")
    return f"+{phone_number.removeprefix('+')}"


def _view(entry: Row) -> dict[str, Any]:
    return picked(entry, ("phoneNumber", "isBlock"))


def _get_entries(context: Context) -> Any:
    return context.items(map(_view, context.account.blacklist))


def _add_entry(context: Context) -> Response:
    """``isBlock`` turns away every number that begins like this one. An entry cannot be changed."""
    phone_number = _normalised(context.body["phoneNumber"])
    if context.account.blacklist.get(phone_number) is not None:
        raise already_exists(f"entry {phone_number}")
    entry = context.account.blacklist.add(phoneNumber=phone_number, isBlock=context.body.get("isBlock", False))
    return json_response(_view(entry), 201)


def _remove_entry(context: Context) -> None:
    entry = context.account.blacklist.get(_normalised(context.parameters["phoneNumber"]))
    if entry is None:
        raise not_found("entry")
    context.account.blacklist.remove(entry)


_ENTRIES = "/blacklist/incoming"
_WRITE = ("blacklist:write",)

OPERATIONS = (
    Operation("GET", _ENTRIES, "getIncomingEntries", _get_entries, ("blacklist:read",), form=PRINTED),
    Operation(
        "POST",
        _ENTRIES,
        "addIncomingEntry",
        _add_entry,
        _WRITE,
        body=body(phoneNumber=TEXT.needed, isBlock=FLAG),
        form=PRINTED,
    ),
    Operation(
        "DELETE",
        f"{_ENTRIES}/{{phoneNumber}}",
        "removeIncomingEntry",
        _remove_entry,
        _WRITE,
        form=PRINTED,
        success=204,
    ),
)
