# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Permissions of users and of user groups (``UsersPermissionsResource``, ``UserGroupsPermissionsResource``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...state.errors import NullPointerError
from ...state.groups import Group
from ...state.permissions import DISABLE, ENABLE, Permission
from ...state.users import User
from ..xstream import BOOLEAN, INT, STRING, Document, ListOf
from ..xstream.schema import record
from .crud import Crud, list_document
from .groups import GroupKeyed
from .users import UserKeyed

_REST = "org.sipfoundry.sipxconfig.rest.RestUtilities"
SETTING = record(f"{_REST}$SettingBooleanRestInfo", name=STRING, label=STRING, value=STRING, defaultValue=BOOLEAN)
USER_PERMISSIONS = record(
    f"{_REST}$UserPermissionRestInfoFull",
    id=INT,
    lastName=STRING,
    firstName=STRING,
    permissions=ListOf("setting", SETTING),
)
GROUP_PERMISSIONS = record(
    f"{_REST}$UserGroupPermissionRestInfoFull",
    id=INT,
    name=STRING,
    description=STRING,
    permissions=ListOf("setting", SETTING),
)


class MemberPermissions(Crud):
    """The permissions of users or of groups: only items are written, and only their values."""

    creates = False
    refuses = frozenset(("DELETE",))

    def permissions_wire(self, value_of: Callable[[Permission], str | None]) -> list[dict[str, Any]]:
        """All permissions by name.

        :param value_of: what GET shows as the value of a permission
        """
        return [
            {
                "name": permission.name,
                "label": permission.label,
                "value": value_of(permission),
                "defaultValue": permission.default_value,
            }
            for permission in self.server.permissions.by_name()
        ]

    def named_settings(self, values: dict[str, Any]) -> Iterator[tuple[Permission, dict[str, Any]]]:
        """The permissions that a body names, each with its setting element.

        :raises NullPointerError: without the list, and for an unknown name
        """
        if values["permissions"] is None:
            raise NullPointerError
        for setting in values["permissions"]:
            permission = self.server.permissions.named(setting["name"] or "")
            if permission is None:
                raise NullPointerError
            yield permission, setting


class UserPermissions(MemberPermissions, UserKeyed):
    """Effective permissions of users. Values are stored as they come; an empty one leaves the permission without."""

    item = Document("user", USER_PERMISSIONS)
    listing = list_document("user-permission", "users", "user", USER_PERMISSIONS)
    rows_name = "users"
    sort_keys = {
        "lastname": lambda user: user.last_name,
        "firstname": lambda user: user.first_name,
    }

    def wire(self, row: User) -> dict[str, Any]:
        settings = self.server.users.settings(row)
        permissions = self.permissions_wire(lambda permission: settings.effective(permission.path))
        return USER_PERMISSIONS.of(row, permissions=permissions)

    def update(self, row: User, values: dict[str, Any]) -> User:
        assert row.id is not None
        draft = self.server.users.draft(row.id)
        settings = self.server.users.settings(draft)
        for permission, setting in self.named_settings(values):
            settings.put(permission.path, setting["value"] or "")
        return self.server.users.store(draft)


class UserGroupPermissions(MemberPermissions, GroupKeyed):
    """Values that groups store. A setting without value takes the default that came along with it, else ``DISABLE``."""

    item = Document("group", GROUP_PERMISSIONS)
    listing = list_document("user-group-permission", "groups", "group", GROUP_PERMISSIONS)

    def wire(self, row: Group) -> dict[str, Any]:
        permissions = self.permissions_wire(
            lambda permission: row.settings.get(permission.path) or (ENABLE if permission.default_value else DISABLE)
        )
        return GROUP_PERMISSIONS.of(row, permissions=permissions)

    def update(self, row: Group, values: dict[str, Any]) -> Group:
        assert row.id is not None
        draft = self.server.groups.draft(row.id)
        for permission, setting in self.named_settings(values):
            value = setting["value"]
            if not value or not value.strip():
                value = ENABLE if setting["defaultValue"] else DISABLE
            draft.settings[permission.path] = value
        return self.server.groups.store(draft)
