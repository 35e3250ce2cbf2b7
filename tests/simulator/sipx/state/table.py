# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of one kind by numeric id, with the id sequence of their database table."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from .errors import RowNotFoundError, TooLongError
from .jsonable import from_jsonable, to_jsonable

#: characters that a text column holds
COLUMN_WIDTH = 255


class Identified(Protocol):
    """A row: a dataclass whose id is None until it is stored."""

    id: int | None


Row = TypeVar("Row", bound=Identified)


class Table(Generic[Row]):
    """One database table.

    Rows are read with ``get`` and never changed in place: take a ``draft``, change it, and give it to ``store`` (or to
    the ``save`` of the manager that knows the rules), so that a refused change leaves no trace.
    """

    #: dataclass of a row
    row_type: ClassVar[type]
    #: the mapped Java class, as it stands in the message about a missing row
    entity: ClassVar[str] = "java.lang.Object"
    #: ids start here; each table has a sequence of its own
    first_id: ClassVar[int] = 1

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._next_id = self.first_id
        #: grows with every change, so that derived data can be cached
        self.revision = 0

    def __iter__(self) -> Iterator[Row]:
        """All rows in the order of their ids."""
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, row_id: object) -> bool:
        return row_id in self._rows

    def get(self, row_id: int) -> Row:
        """The row with an id; raises RowNotFoundError."""
        try:
            return self._rows[row_id]
        except KeyError:
            raise RowNotFoundError(self.entity, row_id) from None

    def find(self, row_id: int | None) -> Row | None:
        """The row with an id, or None."""
        return None if row_id is None else self._rows.get(row_id)

    def page(self, start: int, limit: int) -> list[Row]:
        """``limit`` rows in the order of their ids, from the zero-based row ``start``."""
        return list(self._rows.values())[max(start, 0) : max(start, 0) + max(limit, 0)]

    def draft(self, row_id: int) -> Row:
        """A copy to change and store; raises RowNotFoundError."""
        return copy.deepcopy(self.get(row_id))

    def store(self, row: Row) -> Row:
        """Insert a row without id (it gets the next one of the sequence) or replace the one that has its id.

        Replacing a row by an equal one changes nothing, not even the revision.
        """
        if row.id is None:
            row.id = self._next_id
            self._next_id += 1
        else:
            self._next_id = max(self._next_id, row.id + 1)
            before = self._rows.get(row.id)
            if before is not None:
                if before is not row and before == row:
                    return before
                self._unindex(before)
        self._rows[row.id] = row
        self._index(row)
        self.revision += 1
        return row

    def remove(self, row_id: int) -> Row:
        """Take a row out; raises RowNotFoundError."""
        row = self.get(row_id)
        del self._rows[row_id]
        self._unindex(row)
        self.revision += 1
        return row

    def _index(self, row: Row) -> None:
        """Enter a row into the indexes of the subclass."""

    def _unindex(self, row: Row) -> None:
        """Take a row out of the indexes of the subclass."""

    def dump(self) -> dict[str, Any]:
        """The table as JSON-ready data, in the order of the ids, in which ``restore`` takes the rows too."""
        rows = [to_jsonable(self._rows[row_id]) for row_id in sorted(self._rows)]
        return {"next_id": self._next_id, "rows": rows}

    def restore(self, data: Mapping[str, Any]) -> None:
        """Replace an empty table's content by what ``dump`` returned."""
        for row in sorted(data.get("rows", ()), key=lambda row: row.get("id") or self._next_id):
            self.store(from_jsonable(self.row_type, row))
        self._next_id = max(self._next_id, data.get("next_id", self._next_id))


def check_lengths(*texts: str | None) -> None:
    """Refuse texts that a column of the usual width does not hold.

    :raises TooLongError: for a longer one
    """
    if any(len(text or "") > COLUMN_WIDTH for text in texts):
        raise TooLongError


def changed(row: Row, **values: Any) -> Row:
    """A deep copy of a row with some attributes replaced."""
    return dataclasses.replace(copy.deepcopy(row), **values)  # type: ignore[type-var]
