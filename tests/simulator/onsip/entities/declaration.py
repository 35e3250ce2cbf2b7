# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a payload element is declared: its fields in the order in which they are written.

One declaration gives the columns of the table that keeps the objects, their defaults, and what answers show of them.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..store.table import Row

if TYPE_CHECKING:
    from ..service import Service

View = Callable[["Service", Row], Any]

#: what a view returns for an element that is left out
LEFT_OUT: Any = object()


class Shown(enum.Enum):
    """Which answers have a field: recordings show fewer fields of a user in listings than where it is read alone."""

    ALWAYS = enum.auto()
    READ_ALONE = enum.auto()
    NEVER = enum.auto()


@dataclass(frozen=True)
class Field:
    """One field: whether the table keeps it, and how it is shown if not as it is kept."""

    name: str
    default: Any = None
    view: View | None = None
    stored: bool = True
    shown: Shown = Shown.ALWAYS


def kept(name: str, default: Any = None, view: View | None = None) -> Field:
    """A field that is stored and shown."""
    return Field(name, default, view)


def kept_unseen(name: str, default: Any = None) -> Field:
    """A field that is stored and that no answer shows."""
    return Field(name, default, shown=Shown.NEVER)


def derived(name: str, view: View) -> Field:
    """A field that is computed when it is shown."""
    return Field(name, view=view, stored=False)


@dataclass(frozen=True)
class Entity:
    """A payload element, such as ``User`` in its container ``Users``."""

    element: str
    container: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> Mapping[str, Any]:
        """The stored fields and their defaults."""
        return {field.name: field.default for field in self.fields if field.stored}

    def tree(self, service: Service, row: Row, alone: bool = False) -> dict[str, Any]:
        """The content of the element for one object.

        :param alone: whether the answer is about this object alone, and shows all there is
        """
        content = {}
        for name, view in self._everything if alone else self._summary:
            value = view(service, row) if view else row[name]
            if value is not LEFT_OUT:
                content[name] = value
        return content

    @functools.cached_property
    def _summary(self) -> list[tuple[str, View | None]]:
        return [(field.name, field.view) for field in self.fields if field.shown is Shown.ALWAYS]

    @functools.cached_property
    def _everything(self) -> list[tuple[str, View | None]]:
        return [(field.name, field.view) for field in self.fields if field.shown is not Shown.NEVER]
