# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Events in v2: entries of the history."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..event import EVENT
from ..failures import NotFound
from .client import SipgateV2Client, segment

_FLAGS = ("read", "starred", "archived")


class HistoryAdapter(Adapter):
    """PUT takes flags for false when they are left out, so all four fields are sent. A deletion is for good."""

    resource = EVENT

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [record for key in keys or () for record in self._found(key)]

    def _found(self, identity: str) -> list[Record]:
        try:
            return [record_of(self._client.get(f"/history/{segment(identity)}"))]
        except NotFound:
            return []

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("labels") is not None:
            raise ItemError("labels can be read, but not written in v2 of the sipgate API")
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("events are not created")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        bean: dict[str, t.Any] = {name: bool(values.get(name)) for name in _FLAGS}
        self._client.send("PUT", f"/history/{segment(record.identity)}", {"note": values.get("note") or "", **bean})

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", f"/history/{segment(record.identity)}")


def record_of(row: t.Mapping[str, t.Any]) -> Record:
    """An entry of the history as a record. Addresses of media are left out: who knows them may open them."""
    values = {
        "id": str(row["id"]),
        "type": str(row.get("type") or "").lower(),
        "labels": [str(label) for label in row.get("labels") or []],
        "created": row.get("created"),
        "direction": str(row.get("direction") or "").lower(),
        "status": row.get("faxStatusType") or row.get("callStatusType") or row.get("status"),
        "source": row.get("source"),
        "target": row.get("target"),
        "note": row.get("note"),
        **{name: row.get(name) for name in _FLAGS},
    }
    return Record(values, values["id"], raw=row)
