# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of one kind by number, with indexes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

#: the values of one object by the names they have on the wire; a row in a table is never changed in place
Row = dict[str, Any]
Keys = Callable[[Row], Iterable[Hashable]]


class TableError(ValueError):
    """Rows that cannot stand in the table together."""


class Table:
    """Rows with ascending numbers, unique indexes and groups.

    :param key: the column that holds the number
    :param first_id: the number of the first row
    :param defaults: every column and its default; a row has exactly these
    :param unique: index name -> the keys of a row; no two rows share one
    :param groups: index name -> the keys of a row; any number of rows may share one
    """

    def __init__(
        self,
        key: str,
        first_id: int,
        defaults: Mapping[str, Any],
        unique: Mapping[str, Keys] | None = None,
        groups: Mapping[str, Keys] | None = None,
    ) -> None:
        self.key = key
        self.next_id = first_id
        self.columns = frozenset(defaults)
        self._defaults = dict(defaults)
        self._rows: dict[int, Row] = {}
        self._unique: dict[str, tuple[Keys, dict[Hashable, Row]]] = {
            name: (keys, {}) for name, keys in (unique or {}).items()
        }
        self._groups: dict[str, tuple[Keys, dict[Hashable, dict[int, Row]]]] = {
            name: (keys, {}) for name, keys in (groups or {}).items()
        }
        self._arranged: dict[Hashable, list[Row]] = {}

    def get(self, number: Any) -> Row | None:
        """The row with a number, or None."""
        return self._rows.get(number)

    def existing(self, number: int) -> Row:
        """The row with a number that another row refers to.

        :raises KeyError: if it does not exist, which only a state that was made by hand can bring about
        """
        return self._rows[number]

    def rows(self) -> list[Row]:
        """All rows in the order in which they came."""
        return list(self._rows.values())

    def find(self, index: str, key: Hashable) -> Row | None:
        """The row with a key in a unique index, or None."""
        return self._unique[index][1].get(key)

    def group(self, index: str, *keys: Hashable) -> list[Row]:
        """The rows with any of these keys in a group, by number."""
        members: dict[int, Row] = {}
        for key in keys:
            members.update(self._groups[index][1].get(key, {}))
        return [members[number] for number in sorted(members)]

    def arranged(
        self, index: str, keys: Sequence[Hashable], order: str = "", value: Callable[[Row], Any] | None = None
    ) -> Sequence[Row]:
        """The rows of a group by number, or in another order; remembered until the table changes.

        :param order: the name under which the order is remembered
        :param value: what rows are sorted by
        """
        name = (index, tuple(keys), order)
        if name not in self._arranged:
            members = self.group(index, *keys)
            self._arranged[name] = sorted(members, key=value) if value else members
        return self._arranged[name]

    def forget_orders(self) -> None:
        """Arrange anew: something outside the table changed that its rows are sorted by."""
        self._arranged.clear()

    def add(self, **values: Any) -> Row:
        """Put a row in; it gets the next number unless it brings one.

        :raises TableError: for an unknown column, a number or a unique key that is taken
        """
        if not values.keys() <= self.columns:
            raise TableError(f"unknown columns: {', '.join(sorted(values.keys() - self.columns))}")
        row = {**self._defaults, **values}
        if row[self.key] is None:
            row[self.key] = self.next_id
        number = row[self.key]
        if not isinstance(number, int) or number in self._rows:
            raise TableError(f"{self.key} {number!r} is no free number")
        self._enter(number, row)
        self.next_id = max(self.next_id, number + 1)
        return row

    def change(self, row: Row, **values: Any) -> Row:
        """Replace some values of a row.

        :return: the new row; the old one is no longer in the table
        """
        number = row[self.key]
        before = self._rows[number]
        after = {**before, **values}
        self._leave(number, before)
        self._enter(number, after)
        return after

    def remove(self, row: Row) -> None:
        """Take a row out."""
        number = row[self.key]
        self._leave(number, self._rows[number])
        del self._rows[number]

    def _enter(self, number: int, row: Row) -> None:
        for name, (keys, entries) in self._unique.items():
            for key in keys(row):
                if key in entries:
                    raise TableError(f"{name} {key!r} is taken")
        for keys, entries in self._unique.values():
            entries.update(dict.fromkeys(keys(row), row))
        for keys, members in self._groups.values():
            for key in keys(row):
                members.setdefault(key, {})[number] = row
        self._rows[number] = row
        self._arranged.clear()

    def _leave(self, number: int, row: Row) -> None:
        for keys, entries in self._unique.values():
            for key in keys(row):
                del entries[key]
        for keys, members in self._groups.values():
            for key in keys(row):
                del members[key][number]
                if not members[key]:
                    del members[key]
        self._arranged.clear()
