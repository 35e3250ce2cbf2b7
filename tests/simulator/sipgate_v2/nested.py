# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists within a record whose items have ids of their own: caller ids, greetings, parallel forwardings."""

from __future__ import annotations

from typing import Any

from ..sipgate_common.table import Row, Table
from .operations import Context


class NestedItem:
    """The item of a list within a record that a path names.

    :param table: where the record is
    :param row: the record
    :param field: the record's list
    :param parameter: the path's parameter that holds the item's id
    :param what: what the API calls it
    :raises Refusal: 404 if there is none
    """

    def __init__(self, context: Context, table: Table, row: Row, field: str, parameter: str, what: str) -> None:
        wanted = context.parameters[parameter]
        self._table, self._row, self._field = table, row, field
        self.value = context.found(next((item for item in row[field] if str(item["id"]) == wanted), None), what)

    def change(self, **values: Any) -> None:
        """Give fields of the item new values."""
        self._replace([{**item, **values} if item is self.value else item for item in self._row[self._field]])

    def choose(self, flag: str, chosen: bool) -> None:
        """Set a flag that only one item of the list can have."""
        self._replace(
            [
                {**item, flag: chosen if item is self.value else item[flag] and not chosen}
                for item in self._row[self._field]
            ]
        )

    def remove(self) -> None:
        self._replace([item for item in self._row[self._field] if item is not self.value])

    def _replace(self, items: list[Row]) -> None:
        self._table.change(self._row, **{self._field: items})
