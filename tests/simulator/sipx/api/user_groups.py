# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/userGroups`` (``UserGroupApiImpl``)."""

from __future__ import annotations

from typing import Any

from ..state.errors import NullPointerError
from ..state.groups import USER, Group
from . import media
from .exchange import NO_CONTENT, Exchange
from .failures import Refusal
from .group_beans import delete_group, group_routes
from .routing import Route, as_id
from .setting_resource import SETTING, bulk_values

BASE = "/userGroups"


def _find_or_none(exchange: Exchange) -> Group | None:
    group_id = as_id(exchange.path["g"])
    if group_id is not None:
        return exchange.pbx.groups.find(group_id)
    return exchange.pbx.groups.named(USER, exchange.path["g"])


def delete_if_empty(exchange: Exchange) -> Any:
    """Delete a group that has no members: 204 when it does not exist, 409 when it has some."""
    group = _find_or_none(exchange)
    if group is None or group.id is None:
        return NO_CONTENT
    if exchange.pbx.users.member_count(group.id):
        raise Refusal(409)
    return delete_group(exchange, group.id)


def delete_with_memberships(exchange: Exchange) -> Any:
    """Delete a group and its memberships; the users stay. 204 when it does not exist."""
    group = _find_or_none(exchange)
    if group is None or group.id is None:
        return NO_CONTENT
    return delete_group(exchange, group.id)


def _named(exchange: Exchange) -> Group:
    """A draft of the group with exactly the name in the path: settings know no ids.

    :raises NullPointerError: when there is none
    """
    group = exchange.pbx.groups.named(USER, exchange.path["name"])
    if group is None or group.id is None:
        raise NullPointerError
    return exchange.pbx.groups.draft(group.id)


def _stored(group: Group, path: str) -> dict[str, Any]:
    return SETTING.write(None, path=path, value=group.settings.get(path) or None)


def list_settings(exchange: Exchange) -> Any:
    """What the group stores, of no type and without labels."""
    group = _named(exchange)
    return {"settings": [_stored(group, path) for path in group.settings]}


def put_settings(exchange: Exchange) -> None:
    """Store many values, blindly."""
    values = bulk_values(exchange)
    group = _named(exchange)
    group.settings.update(values)
    exchange.pbx.groups.store(group)


def get_setting(exchange: Exchange) -> Any:
    """One stored value, null when the group stores none."""
    return _stored(_named(exchange), exchange.path["path"])


def put_setting(exchange: Exchange) -> None:
    """Store one value at any path, blindly."""
    group = _named(exchange)
    group.settings[exchange.path["path"]] = exchange.text()
    exchange.pbx.groups.store(group)


def delete_setting(exchange: Exchange) -> None:
    """Forget one value; repeating is harmless."""
    group = _named(exchange)
    group.settings.pop(exchange.path["path"], None)
    exchange.pbx.groups.store(group)


ONE, SETTINGS = f"{BASE}/{{g}}", f"{BASE}/{{name}}/settings"
ROUTES = [
    *group_routes(BASE, USER, lambda exchange, group_id: exchange.pbx.users.member_count(group_id)),
    Route("DELETE", f"{ONE}/empty", delete_if_empty),
    Route("DELETE", f"{ONE}/all", delete_with_memberships),
    Route("GET", SETTINGS, list_settings),
    Route("PUT", SETTINGS, put_settings),
    Route("GET", f"{SETTINGS}/{{path}}", get_setting),
    Route("PUT", f"{SETTINGS}/{{path}}", put_setting, consumes=(media.TEXT,)),
    Route("DELETE", f"{SETTINGS}/{{path}}", delete_setting),
]
