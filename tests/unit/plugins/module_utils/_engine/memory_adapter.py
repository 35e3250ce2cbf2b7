# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server in memory, seen through an adapter: it replaces whole objects and fails when told to."""

from __future__ import annotations

import copy
import itertools
import threading
import typing as t
from dataclasses import dataclass, field

from ansible_collections.dialtone.voip.plugins.module_utils._engine.adapter import Adapter
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._model.item import ItemReader
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource

REFUSED = RemoteError("PUT /thing was answered 500", RemoteError.REFUSED)
LOST = RemoteError("PUT /thing was cut off", RemoteError.UNKNOWN)
UNREACHED = RemoteError("PUT /thing failed: cannot connect", RemoteError.UNREACHED)


@dataclass
class Fault:
    """An error at the next calls of one kind: before the work is done, or after it."""

    call: str
    error: Exception
    key: str | None = None
    after: bool = False
    times: int = 1


@dataclass
class Stored:
    """An object as the server keeps it."""

    identity: int
    values: dict[str, t.Any]
    secrets: dict[str, str] = field(default_factory=dict)


class MemoryAdapter(Adapter):
    """A stand-in for a platform's adapter.

    :param objects: option values, secrets and unreadable ones included, of what exists at the beginning.
    :param shown: how the server spells the value of a field when it is read.
    :param defaults: what the server fills in for what a new object does not say.
    :param names: existing names by kind, for references.
    """

    def __init__(
        self,
        resource: Resource,
        objects: t.Iterable[t.Mapping[str, t.Any]] = (),
        shown: t.Callable[[t.Any, t.Any], t.Any] = lambda field, value: value,
        defaults: t.Mapping[str, t.Any] | None = None,
        names: t.Mapping[str, t.Container[str]] | None = None,
    ) -> None:
        self.resource = resource
        self.faults: list[Fault] = []
        self.writes: list[tuple[str, str]] = []
        self.reads: list[t.Any] = []
        self.sent: list[dict[str, t.Any]] = []
        self.busy = self.busiest = 0
        self._shown = shown
        self._defaults = defaults or {}
        self._names = names or {}
        self._identities = itertools.count(1)
        self._lock = threading.Lock()
        self.stored: list[Stored] = []
        for values in objects:
            self._store(values)

    def twin(self) -> MemoryAdapter:
        """Another server in the same state."""
        other = copy.copy(self)
        other.stored = copy.deepcopy(self.stored)
        other.writes, other.reads, other.sent, other.faults = [], [], [], []
        return other

    def state(self) -> dict[str, dict[str, t.Any]]:
        """All values by key, secrets included."""
        return {s.values[self.resource.key]: {**s.values, **s.secrets} for s in self.stored}

    def labels(self) -> list[str]:
        return [s.values[self.resource.key] for s in self.stored]

    def fail(self, call: str, error: Exception, key: str | None = None, after: bool = False, times: int = 1) -> None:
        self.faults.append(Fault(call, error, key, after, times))

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        self.reads.append(keys)
        self._fault("fetch", None, after=False)
        return [self._record(s) for s in self.stored]

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        self._fault("translate", str(wanted[self.resource.key]), after=False)
        return wanted

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        self._fault("complete", str(wanted[self.resource.key]), after=False)
        return record

    def known(self, kind: str) -> t.Container[str]:
        return self._names[kind] if kind in self._names else super().known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return self._write("create", values[self.resource.key], lambda: self._store(values).identity, values)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._write("update", record.values[self.resource.key], lambda: self._replace(record, values), values)

    def delete(self, record: Record) -> None:
        self._write("delete", record.values[self.resource.key], lambda: self.stored.remove(self._find(record)), {})

    def _write(self, call: str, key: str, work: t.Callable[[], t.Any], values: t.Mapping[str, t.Any]) -> t.Any:
        with self._lock:
            self.busy += 1
            self.busiest = max(self.busiest, self.busy)
        try:
            self._fault(call, key, after=False)
            with self._lock:
                result = work()
                self.writes.append((call, key))
                self.sent.append(dict(values))
            self._fault(call, key, after=True)
            return result
        finally:
            with self._lock:
                self.busy -= 1

    def _fault(self, call: str, key: str | None, after: bool) -> None:
        for fault in self.faults:
            if fault.call == call and fault.key in (None, key) and fault.after == after and fault.times > 0:
                fault.times -= 1
                raise fault.error.with_traceback(None)

    def _store(self, values: t.Mapping[str, t.Any]) -> Stored:
        stored = Stored(next(self._identities), dict.fromkeys(f.name for f in self.resource.fields if not f.secret))
        self._fill(stored, {**self._defaults, **{k: v for k, v in values.items() if v is not None}})
        self.stored.append(stored)
        return stored

    def _replace(self, record: Record, values: t.Mapping[str, t.Any]) -> None:
        """As a PUT of the whole object does: what is not sent is cleared, except what nobody could send."""
        stored = self._find(record)
        for f in self.resource.writable:
            if f.readable and not f.secret and f.name != self.resource.key and values.get(f.name) is not UNREADABLE:
                stored.values[f.name] = None
        self._fill(stored, {k: v for k, v in values.items() if v is not None and k != self.resource.key})

    def _fill(self, stored: Stored, values: t.Mapping[str, t.Any]) -> None:
        for name, value in values.items():
            if value is not UNREADABLE:
                target = stored.secrets if self.resource.field(name).secret else stored.values
                target[name] = copy.deepcopy(value)

    def _find(self, record: Record) -> Stored:
        for stored in self.stored:
            if stored.identity == record.identity:
                return stored
        raise RemoteError("there is no such object", RemoteError.REFUSED)

    def _record(self, stored: Stored) -> Record:
        values = {
            f.name: self._shown(f, copy.deepcopy(stored.values[f.name]))
            for f in self.resource.fields
            if f.readable and not f.secret
        }
        return Record(values, stored.identity, dict(stored.secrets))


def items_of(resource: Resource, *raw_items: t.Mapping[str, t.Any]) -> list[Item]:
    """Items as the engine gets them."""
    reader = ItemReader(resource)
    items = []
    for index, raw in enumerate(raw_items):
        item = Item(index, str(raw.get(resource.key)))
        try:
            item.state, item.values = reader.read(raw)
        except ItemError as error:
            item.error = error.message
        if resource.single or raw.get(resource.key) is not None:
            item.key = resource.key_of(raw)
        items.append(item)
    return items
