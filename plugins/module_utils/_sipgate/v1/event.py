# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Events in v1: read and starred flags, labels that can only be added, and the trash."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Item, Record
from ..._http.errors import RequestError
from ..._model.errors import ItemError
from ..event import EVENT
from ..failures import NotFound
from .answers import boolean, listed, texts
from .client import SipgateV1Client, flag, segment

#: type of an event to its part of the path
PATHS = {"call": "calls", "fax": "faxes", "sms": "sms", "voicemail": "voicemails"}
FLAGS = ("read", "starred")

_DIRECTIONS = {"in": "incoming", "out": "outgoing"}
_TRASH = "trash"


class EventAdapter(Adapter):
    """A deletion moves an event to the trash, where it can still be read; nothing brings it back.

    A flag can be changed by the web site at any time, so it is read by itself right before it is compared.
    """

    resource = EVENT

    def __init__(self, client: SipgateV1Client) -> None:
        self._client = client
        self._wanted: dict[str, Item] = {}

    def expect(self, items: t.Sequence[Item]) -> None:
        for item in items:
            if item.error is None and not item.values.get("type"):
                item.error = "type is required in v1, where an id tells one event of a type"
            if item.error is None and item.key is not None:
                self._wanted[item.key] = item

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        records = []
        for key in keys or ():
            item = self._wanted.get(key)
            if item is None:
                continue
            kind = item.values["type"]
            try:
                row = self._client.struct(f"/events/{PATHS[kind]}/{segment(key)}", kind)
            except NotFound:
                continue
            record = record_of(kind, row)
            if not (item.state == "absent" and record.values["location"] == _TRASH):
                records.append(record)
        return records

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        for name in FLAGS:
            if name in wanted:
                row = self._client.struct(f"{record.raw}/{name}", "property")
                record.values[name] = boolean(row.get("value"))
        return record

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        for name in ("archived", "note"):
            if wanted.get(name) is not None:
                raise ItemError(f"{name} exists only in v2 of the sipgate API")
        if wanted.get("labels") is not None and record is not None:
            if record.values["type"] == "sms":
                raise ItemError("labels: messages have none in v1")
            lost = sorted(set(record.values["labels"]) - set(wanted["labels"]))
            if lost:
                raise ItemError(f"labels: {', '.join(lost)} cannot be removed, v1 only adds labels")
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("events are not created")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        for name in FLAGS:
            if name in changed:
                self._client.write("PUT", f"{record.raw}/{name}", {"value": flag(values[name])})
        if "labels" in changed:
            for label in values["labels"]:
                if label not in record.values["labels"]:
                    self._client.write("PUT", record.raw, {"value": label})
            self._check_labels(record, values["labels"])

    def _check_labels(self, record: Record, wanted: t.Sequence[str]) -> None:
        """Look at what was written: the reference says both that a label is added and that it is set."""
        kind = record.values["type"]
        shown = record_of(kind, self._client.struct(record.raw, kind)).values["labels"]
        lost = sorted(set(wanted) - set(shown))
        if lost:
            raise RequestError("PUT", record.raw, f"was accepted, but the event has no label {', '.join(lost)}", 200)

    def delete(self, record: Record) -> None:
        self._client.write("DELETE", record.raw)


def record_of(kind: str, row: t.Mapping[str, t.Any]) -> Record:
    """An event of a type as a record; ``raw`` is its path."""
    direction = str(row.get("direction") or "")
    values: dict[str, t.Any] = {
        "id": str(row.get("id")),
        "type": kind,
        "labels": _labels(row.get("labels")),
        "created": row.get("created"),
        "direction": _DIRECTIONS.get(direction, direction),
        "status": row.get("status"),
        "location": row.get("location"),
        "source": _number(row.get("sources")),
        "target": _number(row.get("targets")),
    }
    for name in FLAGS:
        shown = row.get(name)
        values[name] = boolean(shown.get("value") if isinstance(shown, dict) else shown)
    return Record(values, values["id"], raw=f"/events/{PATHS[kind]}/{segment(values['id'])}")


def _labels(value: t.Any) -> list[str]:
    """A text with commas, or a list of some shape: the reference says both."""
    return [label.strip() for text in texts(value) for label in text.split(",") if label.strip()]


def _number(value: t.Any) -> str | None:
    endpoints = [one for one in listed(value) if isinstance(one, dict)]
    number = endpoints[0].get("numberE164") if endpoints else None
    return str(number) if number else None
