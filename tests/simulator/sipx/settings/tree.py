# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trees of settings: what a device or service can be set to.

The server reads them from XML model files; here each is a JSON file in ``catalogue/trees`` that lists the leaves depth
first, with the groups that are hidden.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ..state.errors import UNSUPPORTED_OPERATION, DomainError

CATALOGUE = Path(__file__).parent.parent / "catalogue"


class UnsupportedOperationError(DomainError):
    """A group was treated as a leaf, or a path went on below a leaf."""

    def __init__(self) -> None:
        super().__init__(UNSUPPORTED_OPERATION)


@dataclass(frozen=True)
class Leaf:
    """One setting of a model file.

    :param path: slash-separated path from the root of the tree
    :param type: ``string``, ``boolean``, ``integer``, ``real``, ``enum``, ``multiEnum`` or ``file``
    :param default: default of the model file, None for none
    :param hidden: the leaf's own flag; the flag of a group is not inherited
    :param options: value to label for ``enum`` and ``multiEnum``, else None
    :param true_value: the only text that counts as true for a ``boolean``
    :param false_value: the text the server itself writes for false
    :param limits: ``min``, ``max``, ``max_length``: enforced only when settings are strict
    """

    path: str
    type: str = "string"
    default: str | None = None
    hidden: bool = False
    options: Mapping[str, str | None] | None = None
    true_value: str = "1"
    false_value: str = "0"
    label: str | None = None
    description: str | None = None
    limits: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Leaf:
        """A leaf as a line of a catalogue file describes it."""
        options = data.get("options")
        return cls(
            path=data["path"],
            type=data["type"],
            default=data.get("default"),
            hidden=data.get("hidden", False),
            options=dict.fromkeys(options) if options is not None else None,
            true_value=data.get("true", "1"),
            false_value=data.get("false", "0"),
            label=data.get("label"),
            description=data.get("description"),
            limits={name: data[name] for name in ("min", "max", "max_length") if name in data},
        )

    def permits(self, value: str) -> bool:
        """Whether a value keeps to type, options and limits. The real server never asks."""
        if value == "":
            return True
        if self.type == "boolean":
            return value in (self.true_value, self.false_value)
        if self.type == "enum" and self.options is not None:
            return value in self.options
        if self.type in ("integer", "real"):
            try:
                number = int(value) if self.type == "integer" else float(value)
            except ValueError:
                return False
            return self.limits.get("min", number) <= number <= self.limits.get("max", number)
        return len(value) <= self.limits.get("max_length", len(value))


class SettingTree:
    """The leaves of one model file in order, with its groups.

    :param leaves: depth first
    :param hidden_groups: paths of groups whose own flag hides them from lists and from GET
    """

    def __init__(self, leaves: Iterable[Leaf], hidden_groups: Iterable[str] = ()) -> None:
        self.leaves: dict[str, Leaf] = {leaf.path: leaf for leaf in leaves}
        self.hidden_groups = frozenset(hidden_groups)
        self.groups = frozenset(group for path in self.leaves for group in _ancestors(path))
        self._visible: dict[str, tuple[Leaf, ...]] = {}

    def leaf(self, path: str) -> Leaf | None:
        """The leaf at a path, None where the tree has nothing.

        :raises UnsupportedOperationError: for a path that goes on below a leaf, and for the path of a group
        """
        leaf = self.leaves.get(path)
        if leaf is None and (path in self.groups or self.is_below_leaf(path)):
            raise UnsupportedOperationError
        return leaf

    def is_below_leaf(self, path: str) -> bool:
        """Whether a path continues below a leaf, which the server's tree walk does not support."""
        return any(group in self.leaves for group in _ancestors(path))

    def is_visible_group(self, path: str) -> bool:
        """Whether GET of a group's path lists its leaves: the group exists and is not hidden itself."""
        return path in self.groups and path not in self.hidden_groups

    def visible(self, group: str = "") -> tuple[Leaf, ...]:
        """The leaves below a group (all for the empty path) that neither they nor a group in between hide."""
        if group not in self._visible:
            prefix = f"{group}/" if group else ""
            self._visible[group] = tuple(
                leaf
                for path, leaf in self.leaves.items()
                if path.startswith(prefix)
                and not leaf.hidden
                and not any(above in self.hidden_groups and len(above) > len(group) for above in _ancestors(path))
            )
        return self._visible[group]

    def extended(self, group: str, leaves: Iterable[Leaf]) -> SettingTree:
        """The same tree with more leaves at the end of a group."""
        extended: list[Leaf] = list(self.leaves.values())
        last = max(index for index, leaf in enumerate(extended) if leaf.path.startswith(f"{group}/"))
        extended[last + 1 : last + 1] = leaves
        return SettingTree(extended, self.hidden_groups)

    def with_leaf(self, leaf: Leaf) -> SettingTree:
        """The same tree with the leaf at a path replaced."""
        return SettingTree({**self.leaves, leaf.path: leaf}.values(), self.hidden_groups)


def _ancestors(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


@cache
def load_tree(name: str) -> SettingTree:
    """The tree of a catalogue file ``trees/NAME.json``; each is read once."""
    data = json.loads((CATALOGUE / "trees" / f"{name}.json").read_text(encoding="utf-8"))
    return SettingTree((Leaf.from_json(leaf) for leaf in data["leaves"]), data.get("hidden_groups", ()))
