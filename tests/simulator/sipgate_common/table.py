# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records of one kind, found by their id and by the values that other records ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


def by_field(name: str) -> Callable[[Row], Iterable[Any]]:
    """The values a record is found by: those of one field, each of them if it is a list."""

    def values(row: Row) -> Iterable[Any]:
        value = row[name]
        return value if isinstance(value, list) else (value,)

    return values


@dataclass(frozen=True)
class Entity:
    """What a kind of record is made of.

    :param key: the field that holds its id
    :param defaults: every field with the value it has unless something else is said
    :param found_by: the fields by which other records look it up
    :param indexes: further look-ups by name: a function that gives the values a record is found by
    :param counted: whether the account counts the ids up; false for a key that is a telephone number
    """

    defaults: Mapping[str, Any]
    key: str = "id"
    found_by: tuple[str, ...] = ()
    indexes: Mapping[str, Callable[[Row], Iterable[Any]]] = field(default_factory=dict)
    counted: bool = True

    def row(self, values: Mapping[str, Any]) -> Row:
        """A complete record: the values, and the defaults of the fields they leave out."""
        return {**deepcopy(dict(self.defaults)), **values}


class Table:
    """The records of one kind, in the order in which they were made.

    :param entity: what a record is made of
    :param on_change: called whenever a record is added, removed or really changed
    """

    def __init__(self, entity: Entity, on_change: Callable[[], None]) -> None:
        self.entity = entity
        self._on_change = on_change
        self._rows: dict[Any, Row] = {}
        self._keys = {**{name: by_field(name) for name in entity.found_by}, **entity.indexes}
        self._found: dict[str, dict[Any, dict[Any, Row]]] = {name: {} for name in self._keys}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows.values())

    def get(self, identifier: Any) -> Row | None:
        return self._rows.get(identifier)

    def where(self, index: str, value: Any) -> list[Row]:
        """The records that an index has under a value, oldest first."""
        return list(self._found[index].get(value, {}).values())

    def add(self, **values: Any) -> Row:
        """Make a record; fields that are not given have their defaults."""
        row = self.entity.row(values)
        self._rows[row[self.entity.key]] = row
        self._enter(row)
        self._on_change()
        return row

    def change(self, row: Row, **values: Any) -> None:
        """Give fields of a record new values; nothing happens if they have them already."""
        news = {name: value for name, value in values.items() if row.get(name) != value}
        if news:
            self._leave(row)
            row.update(news)
            self._enter(row)
            self._on_change()

    def remove(self, row: Row) -> None:
        self._leave(row)
        del self._rows[row[self.entity.key]]
        self._on_change()

    def dump(self) -> list[Row]:
        """All records, ready to be loaded again."""
        return deepcopy(list(self._rows.values()))

    def load(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Replace all records."""
        self._rows.clear()
        for found in self._found.values():
            found.clear()
        for row in rows:
            self.add(**deepcopy(dict(row)))

    def _enter(self, row: Row) -> None:
        for name, values in self._keys.items():
            for value in values(row):
                self._found[name].setdefault(value, {})[row[self.entity.key]] = row

    def _leave(self, row: Row) -> None:
        for name, values in self._keys.items():
            for value in values(row):
                group = self._found[name].get(value, {})
                group.pop(row[self.entity.key], None)
                if not group:
                    self._found[name].pop(value, None)
