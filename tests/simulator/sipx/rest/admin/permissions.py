# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/permission`` (``PermissionsResource``): keyed by name, which the server generates for custom permissions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...state.errors import RowNotFoundError
from ...state.permissions import CATEGORIES, CustomPermission, Permission
from ..envelope import Refusal
from ..xstream import BOOLEAN, STRING, Choice, Document
from ..xstream.schema import record
from .crud import Crud, list_document

PERMISSION = record(
    "org.sipfoundry.sipxconfig.rest.PermissionsResource$PermissionRestInfoFull",
    name=STRING,
    label=STRING,
    description=STRING,
    defaultValue=BOOLEAN,
    type=Choice("org.sipfoundry.sipxconfig.permission.Permission$Type", *CATEGORIES),
    builtIn=BOOLEAN,
)


class Permissions(Crud):
    """Permissions. The built-in ones are read only: no database row stands behind them."""

    item = Document("permission", PERMISSION)
    listing = list_document("permissions", "permissions", "permission", PERMISSION)
    rows_name = "permissions"
    required = "label"
    sort_keys = {
        "name": lambda permission: permission.name,
        "description": lambda permission: permission.description,
        "label": lambda permission: permission.label,
        "defaultvalue": lambda permission: str(permission.default_value).lower(),
    }

    @property
    def key(self) -> str | None:
        return self.variable("name")

    def rows(self) -> Sequence[Permission]:
        return list(self.server.permissions.by_name())

    def find(self, key: str) -> Permission:
        permission = self.server.permissions.named(key)
        if permission is None:
            raise Refusal("ERROR_OBJECT_NOT_FOUND", additionalMessage=key)
        return permission

    def wire(self, row: Permission) -> dict[str, Any]:
        return PERMISSION.of(row, defaultValue=row.default_value, builtIn=row.built_in)

    def success_data(self, row: Permission) -> dict[str, Any]:
        return {"additionalMessage": row.name}

    def failure_data(self, row: Permission) -> dict[str, Any]:
        return {"string": row.name}

    def create(self, values: dict[str, Any]) -> Permission:
        return self._store(CustomPermission(values["label"]), values)

    def update(self, row: Permission, values: dict[str, Any]) -> Permission:
        return self._store(self.server.permissions.draft(self._row_id(row)), values)

    def _store(self, row: CustomPermission, values: dict[str, Any]) -> Permission:
        row.label = values["label"]
        row.description = values["description"]
        row.default_value = values["defaultValue"]
        return self.server.permissions.save(row)

    def remove(self, row: Permission) -> None:
        self.server.delete_permission(self._row_id(row))

    def _row_id(self, row: Permission) -> int:
        if row.id is None:
            raise RowNotFoundError(self.server.permissions.entity, -1)
        return row.id
