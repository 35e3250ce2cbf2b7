# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collections of JSON objects that have no table of their own: kept as they are, by id."""

from __future__ import annotations

from typing import Any, ClassVar

from ....core.interface import Response
from ...integers import java_int
from ...state.errors import NullPointerError, UserError
from ..jackson import Bean
from ..representations import JSON, jackson_text, latin_text
from ..restlet import Resource
from .reading import read_json

MAX_NAME = 255


class JsonCollection(Resource):
    """A collection URL and its item URLs. Beans are strict: an unknown property is a 500.

    :cvar store: name of the collection among the extras of the state
    :cvar bean: what POST and PUT read
    :cvar tells_id: whether POST answers with the new id as text
    """

    variants = (JSON,)
    modifiable = True
    store: ClassVar[str]
    bean: ClassVar[Bean]
    tells_id: ClassVar[bool] = True

    def rows_of(self, store: str) -> dict[str, Any]:
        """The objects of a collection by the text of their id."""
        rows: dict[str, Any] = self.server.extras.get(store, {"rows": {}})["rows"]
        return rows

    @property
    def rows(self) -> dict[str, Any]:
        """The objects of this collection."""
        return self.rows_of(self.store)

    def row_id(self) -> str:
        """The id of the URL.

        :raises NullPointerError: without one, and for one that does not exist
        """
        row_id = java_int(self.variable("id"))
        if row_id is None or str(row_id) not in self.rows:
            raise NullPointerError
        return str(row_id)

    def listed(self, row: dict[str, Any]) -> dict[str, Any]:
        """An object as the list shows it."""
        return row

    def wrapped(self, row: dict[str, Any]) -> dict[str, Any]:
        """An object as its item URL shows it."""
        return row

    def blank(self) -> dict[str, Any] | None:
        """The template behind the id ``blank``, None where there is none."""
        return None

    def check(self, values: dict[str, Any], row_id: int | None) -> None:
        """Refuse values that break a rule; raises UserError."""
        name = values.get("name")
        if not name or len(name) > MAX_NAME:
            raise UserError("&error.invalidName")
        if any(row["name"] == name and row["id"] != row_id for row in self.rows.values()):
            raise UserError("&error.duplicateName")

    def complete(self, values: dict[str, Any], row_id: int) -> dict[str, Any]:
        """An object as it is kept: with all its properties."""
        return {**dict.fromkeys(self.bean.properties), **values, "id": row_id}

    def get(self, variant: str) -> Response:
        if self.variable("id") is None:
            rows = sorted(self.rows.values(), key=lambda row: str(row.get("name")))
            return jackson_text([self.listed(row) for row in rows])
        blank = self.blank() if self.variable("id") == "blank" else None
        return jackson_text(self.wrapped(blank or self.rows[self.row_id()]))

    def _insert(self, values: dict[str, Any]) -> int:
        self.check(values, None)
        kept = self.server.extras.setdefault(self.store, {"next_id": 1, "rows": {}})
        row_id: int = kept["next_id"]
        kept["next_id"] += 1
        kept["rows"][str(row_id)] = self.complete(values, row_id)
        return row_id

    def post(self) -> Response | None:
        row_id = self._insert(read_json(self.exchange, self.bean))
        return latin_text(str(row_id)) if self.tells_id else None

    def put(self) -> None:
        """Update the object whose id stands in the body, whatever the URL says; without one, insert."""
        values = read_json(self.exchange, self.bean)
        row_id = values.get("id")
        if row_id is None:
            self._insert(values)
            return
        if str(row_id) not in self.rows:
            raise NullPointerError
        self.check(values, row_id)
        self.rows[str(row_id)] = self.complete(values, row_id)

    def delete(self) -> None:
        del self.rows[self.row_id()]
