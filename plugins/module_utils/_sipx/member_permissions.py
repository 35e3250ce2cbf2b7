# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Permissions of users and of user groups (``/rest/user-permission``, ``/rest/user-group-permission``)."""

from __future__ import annotations

import typing as t

from .._model.errors import ItemError
from .._model.field import Field

#: name to whether it is granted; only the mentioned ones are managed, and none can be taken back to "inherited"
PERMISSIONS = Field("permissions", "dict", keyed=True, clearable=False, refers_to="permission")


def by_name(names: t.Mapping[str, str], wanted: t.Mapping[str, t.Any]) -> dict[str, bool]:
    """Wanted permissions by the server's names.

    :param names: label or name to name.
    :raises ItemError: a value is neither true nor false.
    """
    found = {}
    for label, value in wanted.items():
        if value is None:
            continue
        if not isinstance(value, bool) and str(value).lower() not in ("true", "false", "yes", "no"):
            raise ItemError(f"permissions: {label} must be true or false")
        found[names.get(label, label)] = str(value).lower() in ("true", "yes")
    return found


def document(permissions: t.Mapping[str, bool]) -> dict[str, t.Any]:
    """What a PUT sends.

    Only the exact words ENABLE and DISABLE are safe: anything else is stored, and an empty value locks a user out.
    """
    settings = [
        ("setting", {"name": name, "value": "ENABLE" if granted else "DISABLE"})
        for name, granted in permissions.items()
    ]
    return {"permissions": settings}
