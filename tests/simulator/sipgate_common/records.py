# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state of an account: tables, documents, the counters of its ids, and what will happen later."""

from __future__ import annotations

import heapq
import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from .table import Entity, Row, Table

_FIRST_NUMERIC_ID = 9000
_EXTENSION_ID = re.compile(r"(?:\d{7}(?=[a-z]))?([a-z]?)(\d+)")


class Deed(NamedTuple):
    """Something the servers will do later. ``number`` keeps the order of deeds that are due at the same time."""

    due: float
    number: int
    name: str
    values: dict[str, Any]


class Records:
    """All records of one account.

    ``changed`` turns true whenever something of it changes.

    :param entities: table -> what its records are made of
    :param documents: what there is one of -> its fields and their defaults
    """

    def __init__(self, entities: Mapping[str, Entity], documents: Mapping[str, Mapping[str, Any]]) -> None:
        self.changed = False
        self.tables = {name: Table(entity, self.touch) for name, entity in entities.items()}
        for name, table in self.tables.items():
            setattr(self, name, table)
        self._document_defaults = documents
        self.documents: dict[str, Row] = {name: deepcopy(dict(fields)) for name, fields in documents.items()}
        self._counters: dict[str, int] = {}
        self._deeds: list[Deed] = []

    def touch(self) -> None:
        self.changed = True

    def load(self, state: Mapping[str, Any]) -> None:
        """Replace everything by what ``dump`` returned; tables, documents and fields that are left out are as new."""
        self._counters = dict(state.get("counters", {}))
        for name, table in self.tables.items():
            table.load(state.get(name, ()))
            if table.entity.counted:
                for row in table:
                    self._reserve(row[table.entity.key])
        for name, defaults in self._document_defaults.items():
            self.documents[name] = {**deepcopy(dict(defaults)), **deepcopy(dict(state.get(name, {})))}
        self._deeds = [Deed(*deed) for deed in deepcopy(list(state.get("deeds", ())))]
        heapq.heapify(self._deeds)
        self.changed = False

    def dump(self) -> dict[str, Any]:
        """Everything, ready to be loaded again."""
        return {
            "counters": dict(self._counters),
            **deepcopy(self.documents),
            **{name: table.dump() for name, table in self.tables.items()},
            "deeds": [list(deed) for deed in deepcopy(sorted(self._deeds))],
        }

    def _reserve(self, identifier: str) -> None:
        parts = _EXTENSION_ID.fullmatch(identifier)
        if parts:
            self._counters[parts[1]] = max(self._next(parts[1]), int(parts[2]) + 1)

    def _next(self, letter: str) -> int:
        return self._counters.get(letter, 0 if letter else _FIRST_NUMERIC_ID)

    def _take(self, letter: str) -> int:
        number = self._next(letter)
        self._counters[letter] = number + 1
        return number

    def new_id(self, letter: str = "") -> str:
        """The next id of a letter, or the next of the plain numbers; none is ever used twice."""
        return f"{letter}{self._take(letter)}"

    def change_document(self, name: str, **values: Any) -> None:
        """Give fields of a document new values; nothing happens if they have them already."""
        document = self.documents[name]
        if any(document.get(field) != value for field, value in values.items()):
            document.update(values)
            self.touch()

    def plan(self, due: float, name: str, **values: Any) -> None:
        """Have a deed done at a time of the server's clock."""
        heapq.heappush(self._deeds, Deed(due, self._take("deed"), name, values))
        self.touch()

    def catch_up(self, now: float, do: Callable[[Deed], None]) -> None:
        """Have everything done whose time has come, in the order in which it was due.

        :param now: the server's clock
        :param do: does one deed, as of the time it was due; it may plan others
        """
        while self._deeds and self._deeds[0].due <= now:
            do(heapq.heappop(self._deeds))
