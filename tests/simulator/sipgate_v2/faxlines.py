# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fax lines of users."""

from __future__ import annotations

from typing import Any

from ..sipgate_common.table import Row, Table
from .account import full_name
from .bodies import TEXT, body
from .documents import assigns, reads, writes
from .operations import Context, Operation, picked
from .phonelines import number_list

FAXLINE_FIELDS = ("id", "alias", "tagline", "canSend", "canReceive")


def _faxline(context: Context) -> Row:
    return context.own(context.account.faxlines.get(context.parameters["faxlineId"]), "faxline")


def _located(context: Context) -> tuple[Table, Row]:
    return context.account.faxlines, _faxline(context)


def _get_faxlines(context: Context) -> Any:
    lines = context.account.faxlines.where("owner", context.owner["id"])
    return context.items(picked(line, FAXLINE_FIELDS) for line in lines)


def _create_faxline(context: Context) -> Any:
    """There is no body: the server names the line after its user, and a second call gives it its alias."""
    context.within("faxlines", len(context.account.faxlines.where("owner", context.owner["id"])))
    name = full_name(context.owner)
    line = context.account.faxlines.add(
        id=context.account.new_id("f"), owner=context.owner["id"], alias=name, tagline=name
    )
    return picked(line, FAXLINE_FIELDS)


def _delete_faxline(context: Context) -> None:
    context.account.remove_faxline(_faxline(context))


def _get_numbers(context: Context) -> Any:
    return number_list(context, _faxline(context)["id"])


_LINES = "/{userId}/faxlines"
_LINE = f"{_LINES}/{{faxlineId}}"
_READ = ("faxlines:read",)
_WRITE = ("faxlines:write",)
_VALUE = body(value=TEXT)

OPERATIONS = tuple(
    Operation(method, template, name, handler, scopes, body=form, feature=feature)
    for method, template, name, handler, scopes, form, feature in (
        ("GET", _LINES, "getUserFaxlines", _get_faxlines, _READ, None, "fax"),
        ("POST", _LINES, "createFaxline", _create_faxline, _WRITE, None, ""),
        ("PUT", _LINE, "changeFaxlineAlias", assigns(_located, "alias"), _WRITE, body(alias=TEXT), ""),
        ("DELETE", _LINE, "deleteFaxline", _delete_faxline, _WRITE, None, ""),
        ("GET", f"{_LINE}/callerid", "getFaxlineCallerId", reads(_located, "callerid"), _READ, None, "fax"),
        (
            "PUT",
            f"{_LINE}/callerid",
            "changeFaxlineCallerIdSettings",
            writes(_located, "callerid"),
            _WRITE,
            _VALUE,
            "fax",
        ),
        ("GET", f"{_LINE}/numbers", "getFaxlineNumbers", _get_numbers, (*_READ, "faxlines:numbers:read"), None, ""),
        ("PUT", f"{_LINE}/tagline", "changeTagline", assigns(_located, "tagline", "value"), _WRITE, _VALUE, "fax"),
    )
)
