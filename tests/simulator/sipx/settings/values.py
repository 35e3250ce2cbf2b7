# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of settings: own overrides, values of groups, defaults.

Rules of ``ValueStorage``, ``SettingImpl`` and ``MulticastSettingValueHandler``: the own value counts, else that of the
heaviest group which defines the setting, else the default; a value equal to what would apply without it is not stored.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from ..state.errors import ILLEGAL_ARGUMENT, DomainError, NullPointerError
from .tree import Leaf, SettingTree

#: own values by path; the empty text is an override that reads as null
Overrides = MutableMapping[str, str]


class Settings:
    """The settings of one device, line, user or service.

    :param tree: the model
    :param own: the owner's overrides, changed in place
    :param inherited: the overrides of its groups, heaviest group first
    :param computed: defaults that the server computes, by path; they replace those of the model
    :param strict: refuse values the model does not permit, which the real server stores
    """

    def __init__(
        self,
        tree: SettingTree,
        own: Overrides,
        inherited: Sequence[Mapping[str, str]] = (),
        computed: Mapping[str, str | None] | None = None,
        strict: bool = False,
    ) -> None:
        self.tree = tree
        self.own = own
        self.inherited = inherited
        self.computed = computed or {}
        self.strict = strict

    def default(self, leaf: Leaf) -> str | None:
        """What applies without an own override, None for nothing; an empty text reads as None."""
        for values in self.inherited:
            if leaf.path in values:
                return values[leaf.path] or None
        return self.computed.get(leaf.path, leaf.default)

    def effective(self, path: str) -> str | None:
        """The value that counts at the path of a leaf, hidden or not; None where the tree has no such leaf."""
        leaf = self.tree.leaves.get(path)
        return None if leaf is None else self._value(leaf)

    def is_true(self, path: str) -> bool:
        """Whether a boolean counts as true: its value is exactly the literal of the model."""
        leaf = self.tree.leaves.get(path)
        return leaf is not None and self._value(leaf) == leaf.true_value

    def put(self, path: str, value: str) -> bool:
        """Store a value as it is. An unknown path is silently ignored.

        :returns: whether anything changed
        :raises UnsupportedOperationError: for a group or a path below a leaf
        """
        leaf = self.tree.leaf(path)
        if leaf is None:
            return False
        if self.strict and not leaf.permits(value):
            raise DomainError(ILLEGAL_ARGUMENT, f"Invalid value for setting {path}")
        if value == self.default(leaf):
            return self.own.pop(path, None) is not None
        changed = self.own.get(path) != value
        self.own[path] = value
        return changed

    def revert(self, path: str) -> bool:
        """Drop an own value.

        :returns: whether there was one
        :raises NullPointerError: for an unknown path
        :raises UnsupportedOperationError: for a group or a path below a leaf
        """
        if self.tree.leaf(path) is None:
            raise NullPointerError
        return self.own.pop(path, None) is not None

    def bean(self, leaf: Leaf) -> dict[str, Any]:
        """The wire form of one setting (``SettingBean``), with all its keys in order."""
        return {
            "path": leaf.path,
            "type": leaf.type,
            "options": dict(leaf.options) if leaf.options is not None else None,
            "value": self._value(leaf),
            "defaultValue": self.default(leaf),
            "label": leaf.label,
            "description": leaf.description,
        }

    def beans(self, group: str = "") -> list[dict[str, Any]]:
        """The wire forms of the visible leaves below a group, all for the empty path."""
        return [self.bean(leaf) for leaf in self.tree.visible(group)]

    def _value(self, leaf: Leaf) -> str | None:
        if leaf.path in self.own:
            return self.own[leaf.path] or None
        return self.default(leaf)
