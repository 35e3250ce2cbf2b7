# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups. Only their devices can be changed; which those are shows on the devices alone."""

from __future__ import annotations

from typing import Any

from ..sipgate_common.table import Row, Table
from .bodies import TEXT, body
from .faxlines import FAXLINE_FIELDS
from .operations import Context, Operation, picked
from .phonelines import add_member_device, number_list, remove_member_device, voicemail_settings
from .voicemails import line_voicemail_view


def _group(context: Context) -> Row:
    return context.found(context.account.groups.get(context.parameters["groupId"]), "group")


def _located(context: Context) -> tuple[Table, Row]:
    return context.account.groups, _group(context)


def _groups_of_user(context: Context) -> list[Row]:
    """The groups of the user that the query names, or all."""
    user_id = context.query.first("userId")
    groups = context.account.groups
    return groups.where("users", user_id) if user_id is not None else list(groups)


def _simple_view(context: Context, group: Row) -> dict[str, Any]:
    url = context.url(f"/groups/{group['id']}")
    return {
        **picked(group, ("id", "alias")),
        "groupNumbersUrl": f"{url}/numbers",
        "groupUsersUrl": f"{url}/users",
        "departmentId": group["departmentId"],
    }


def _get_groups(context: Context) -> Any:
    return context.items(_simple_view(context, group) for group in _groups_of_user(context))


def _get_group(context: Context) -> Any:
    group = _group(context)
    return {**picked(group, ("id", "alias", "departmentId")), "voicemails": voicemail_settings(context, group["id"])}


def _add_device(context: Context) -> None:
    add_member_device(context, *_located(context))


def _remove_device(context: Context) -> None:
    remove_member_device(context, *_located(context))


def _faxlines_of(context: Context, groups: list[Row]) -> Any:
    return context.items(
        {**picked(line, FAXLINE_FIELDS), "groupId": group["id"]}
        for group in groups
        for line in context.account.faxlines.where("owner", group["id"])
    )


def _get_group_faxlines(context: Context) -> Any:
    return _faxlines_of(context, [_group(context)])


def _get_faxlines_for_user(context: Context) -> Any:
    return _faxlines_of(context, _groups_of_user(context))


def _group_faxline(context: Context) -> Row:
    line = context.account.faxlines.get(context.parameters["faxlineId"])
    return context.found(line if line and line["owner"].startswith("g") else None, "faxline")


def _get_faxline_callerid(context: Context) -> Any:
    return _group_faxline(context)["callerid"]


def _get_faxline_numbers(context: Context) -> Any:
    return number_list(context, _group_faxline(context)["id"])


def _get_numbers(context: Context) -> Any:
    return number_list(context, _group(context)["id"])


def _get_users(context: Context) -> Any:
    users = (context.account.users.get(user_id) for user_id in _group(context)["users"])
    return context.items(
        {**picked(user, ("id", "firstname", "lastname")), "userUrl": context.url(f"/users/{user['id']}")}
        for user in users
        if user is not None
    )


def _get_voicemail(context: Context) -> Any:
    group = _group(context)
    base = context.account.endpoint_path(group["id"])
    return context.items(
        line_voicemail_view(context, voicemail, base)
        for voicemail in context.account.voicemails.where("endpointId", group["id"])
    )


_GROUP = "/groups/{groupId}"
_READ = ("groups:read",)
_READ_FAXLINES = (*_READ, "groups:faxlines:read")
_WRITE_DEVICES = ("groups:devices:write",)

OPERATIONS = tuple(
    Operation(method, template, name, handler, scopes, body=form, admin=True)
    for method, template, name, handler, scopes, form in (
        ("GET", "/groupfaxlines", "getGroupFaxlinesForUser", _get_faxlines_for_user, _READ_FAXLINES, None),
        (
            "GET",
            "/groupfaxlines/{faxlineId}/callerid",
            "getGroupFaxlineCallerId",
            _get_faxline_callerid,
            _READ_FAXLINES,
            None,
        ),
        (
            "GET",
            "/groupfaxlines/{faxlineId}/numbers",
            "getGroupFaxlineNumbers",
            _get_faxline_numbers,
            _READ_FAXLINES,
            None,
        ),
        ("GET", "/groups", "getGroups", _get_groups, _READ, None),
        ("GET", _GROUP, "getGroup", _get_group, _READ, None),
        (
            "POST",
            f"{_GROUP}/devices",
            "addDeviceToGroup",
            _add_device,
            _WRITE_DEVICES,
            body(deviceId=TEXT.needed),
        ),
        ("DELETE", f"{_GROUP}/devices/{{deviceId}}", "removeDeviceFromGroup", _remove_device, _WRITE_DEVICES, None),
        ("GET", f"{_GROUP}/faxlines", "getGroupFaxlines", _get_group_faxlines, _READ_FAXLINES, None),
        ("GET", f"{_GROUP}/numbers", "getGroupNumbers", _get_numbers, (*_READ, "groups:numbers:read"), None),
        ("GET", f"{_GROUP}/users", "getGroupUsers", _get_users, (*_READ, "groups:users:read"), None),
        ("GET", f"{_GROUP}/voicemail", "getGroupVoicemail", _get_voicemail, (*_READ, "groups:voicemails:read"), None),
    )
)
