# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Permissions: the built-in ones and those an administrator adds; one model for both APIs.

A permission is a boolean of the user's setting tree at ``permission/CATEGORY/NAME`` (``Permission.getSettingPath``), so
a user's permissions are settings with own values, group values and defaults.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..settings.tree import Leaf, SettingTree, load_tree
from .errors import UserError
from .table import Table, check_lengths

#: type of a permission (as ``/rest`` names it) to the category in its setting path
CATEGORIES = {"APPLICATION": "application", "CALL": "call-handling", "VOICEMAIL_SERVER": "voicemail-server"}
ENABLE, DISABLE = "ENABLE", "DISABLE"
#: custom permissions are always call permissions
CUSTOM_TYPE = "CALL"


@dataclass(frozen=True)
class Permission:
    """A permission as both APIs see it, built-in or custom."""

    name: str
    label: str
    description: str | None
    default_value: bool
    type: str
    built_in: bool
    id: int | None = None

    @property
    def path(self) -> str:
        """Its path in the setting tree of users and user groups."""
        return f"permission/{CATEGORIES[self.type]}/{self.name}"


@dataclass
class CustomPermission:
    """A row of the permission table."""

    label: str
    description: str | None = None
    default_value: bool = False
    id: int | None = None


def _built_in() -> dict[str, Permission]:
    found = {}
    for permission_type, category in CATEGORIES.items():
        for path, leaf in load_tree("user").leaves.items():
            if path.startswith(f"permission/{category}/"):
                name = path.rpartition("/")[2]
                found[name] = Permission(name, name, None, leaf.default == ENABLE, permission_type, True)
    return found


BUILT_IN: dict[str, Permission] = _built_in()


class Permissions(Table[CustomPermission]):
    """The permission table, and with it the setting tree of users."""

    row_type = CustomPermission
    entity = "org.sipfoundry.sipxconfig.permission.Permission"
    first_id = 1001

    def __init__(self) -> None:
        super().__init__()
        self._by_label: dict[str, int] = {}
        self._user_tree: tuple[int, SettingTree] | None = None
        self._all: tuple[int, dict[str, Permission]] | None = None

    def _index(self, row: CustomPermission) -> None:
        assert row.id is not None
        self._by_label[row.label] = row.id

    def _unindex(self, row: CustomPermission) -> None:
        self._by_label.pop(row.label, None)

    @staticmethod
    def _permission(row: CustomPermission) -> Permission:
        return Permission(f"perm_{row.id}", row.label, row.description, row.default_value, CUSTOM_TYPE, False, row.id)

    def _by_name(self) -> dict[str, Permission]:
        if self._all is None or self._all[0] != self.revision:
            known = dict(BUILT_IN)
            for row in self:
                known[f"perm_{row.id}"] = self._permission(row)
            self._all = (self.revision, dict(sorted(known.items())))
        return self._all[1]

    def named(self, name: str) -> Permission | None:
        """The permission with a name (``perm_N`` for custom ones), or None."""
        return self._by_name().get(name)

    def labelled(self, label: str) -> Permission | None:
        """The permission with a label, which for built-in ones is the name; or None."""
        if label in BUILT_IN:
            return BUILT_IN[label]
        row = self.find(self._by_label.get(label))
        return None if row is None else self._permission(row)

    def by_name(self) -> Iterator[Permission]:
        """All permissions ordered byte-wise by name."""
        return iter(self._by_name().values())

    def save(self, row: CustomPermission) -> Permission:
        """Store a custom permission.

        :raises UserError: ``&message.duplicatePermission`` when another custom one has the label
        :raises TooLongError: for a label that the column does not hold
        """
        owner = self._by_label.get(row.label)
        if owner is not None and owner != row.id:
            raise UserError("&message.duplicatePermission")
        check_lengths(row.label)
        return self._permission(self.store(row))

    @property
    def user_tree(self) -> SettingTree:
        """The setting tree of users and user groups: the model file plus one boolean per custom permission."""
        if self._user_tree is None or self._user_tree[0] != self.revision:
            leaves = [self._leaf(permission) for permission in self.by_name() if not permission.built_in]
            tree = load_tree("user").extended("permission/call-handling", leaves) if leaves else load_tree("user")
            self._user_tree = (self.revision, tree)
        return self._user_tree[1]

    @staticmethod
    def _leaf(permission: Permission) -> Leaf:
        return Leaf(
            path=permission.path,
            type="boolean",
            default=ENABLE if permission.default_value else DISABLE,
            true_value=ENABLE,
            false_value=DISABLE,
            label=permission.label,
            description=permission.description,
        )
