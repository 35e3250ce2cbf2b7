# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One call from wanted items to outcomes: fetch, complete, translate, plan, check, apply."""

from __future__ import annotations

import contextlib
import typing as t
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from .._model.errors import CallError, ItemError, RemoteError
from .adapter import Adapter
from .apply import Applier, Outcome, foresee
from .plan import CREATE, Change, plan
from .policy import FINISH, VERIFY, Policy
from .prune import plan_prune
from .record import Item, Record, check_record
from .references import check_references

#: into how many slices a thread's share of the items is cut, so that no thread is left with all the slow ones
_SLICES = 16


@dataclass
class Report:
    """What one call did, or would do.

    :param outcomes: one an item, in the items' order, then one an object that prune deletes.
    :param warnings: what the user should know besides.
    """

    outcomes: list[Outcome]
    warnings: list[str] = field(default_factory=list)


class Reconciler:
    """Brings the server's objects of one kind to the wanted state.

    :param adapter: the platform's adapter for the resource.
    :param policy: what the user allows.
    :param parallel: how many calls may be under way at once.
    """

    def __init__(self, adapter: Adapter, policy: Policy, parallel: int = 1) -> None:
        self._adapter = adapter
        self._resource = adapter.resource
        self._policy = policy
        self._parallel = max(1, parallel)
        self._items: dict[int, Item] = {}

    def run(self, items: t.Sequence[Item], check_mode: bool, everything: bool) -> Report:
        """Plan, and unless in check mode carry out exactly that plan.

        :param items: the wanted objects.
        :param check_mode: stop before the first write.
        :param everything: fetch the complete listing; otherwise only what the items need.
        :raises CallError: the call as a whole is refused; nothing was written.
        :raises RemoteError: the state of the server could not be read; nothing was written. When the server only
            refuses to show one object's details, that item fails alone.
        """
        self._refuse_unverifiable(items)
        self._items = {item.index: item for item in items}
        keys = None if everything or self._policy.prune else frozenset(i.key for i in items if i.key is not None)
        self._adapter.expect(items)
        records = self._fetched(keys) if items or self._policy.prune else []
        changes = plan_prune(self._resource, items, records, self._policy)
        coming = self._coming(items, records) if check_mode else []
        if not self._policy.prune_only:
            records = [*records, *coming]
            prepared = self._prepare(items, records, self._policy)
            changes = plan(self._resource, prepared, records, self._policy) + changes
        changes, warnings = check_references(self._adapter, changes, check_mode)
        warnings.extend(
            f"{self._resource.title} {self._resource.label_of(record.values)} does not exist on the server; it must "
            "have been created before in a real run"
            for record in coming
        )
        if check_mode:
            outcomes = foresee(changes)
        else:
            outcomes = Applier(self._adapter, self._replan, self._parallel).apply(changes)
        return Report(outcomes, [*warnings, *self._adapter.warnings()])

    def _fetched(self, keys: frozenset[str] | None) -> list[Record]:
        records = self._adapter.fetch(keys)
        for record in records:
            check_record(self._resource, record)
        return records

    def _coming(self, items: t.Sequence[Item], records: t.Sequence[Record]) -> list[Record]:
        there = {self._resource.key_of(record.values) for record in records}
        missing = [item for item in items if item.error is None and item.state == "present" and item.key not in there]
        found = (self._adapter.coming(item) for item in missing)
        return [record for record in found if record is not None]

    def _refuse_unverifiable(self, items: t.Sequence[Item]) -> None:
        if self._policy.update_secrets != VERIFY:
            return
        given = {name: None for item in items for name in self._resource.secrets_given(item.values)}
        blind = [name for name in given if name not in self._resource.verifiable]
        if blind:
            raise CallError(
                "update_secrets=verify is not possible for {} of a {}: no call of the server tells whether the value "
                "is in force. Use on_create or always.".format(", ".join(blind), self._resource.title)
            )

    def _prepare(self, items: t.Sequence[Item], records: list[Record], policy: Policy) -> list[Item]:
        """Items in the server's vocabulary; the records they meet are completed in place."""
        places = {self._resource.key_of(record.values): number for number, record in enumerate(records)}

        def prepare(item: Item) -> Item:
            if item.error is not None or item.state == "absent" or item.key is None:
                return item
            place = places.get(item.key)
            try:
                if place is not None:
                    records[place] = self._completed(item, records[place], policy)
                values = self._adapter.translate(item.values, None if place is None else records[place])
            except ItemError as error:
                return replace(item, error=error.message)
            except RemoteError as error:
                if error.outcome != RemoteError.REFUSED:
                    raise
                return replace(item, error=error.message)
            return replace(item, values=values)

        if self._parallel == 1 or len(items) < 2:
            return [prepare(item) for item in items]
        # In slices, because most items need no call, and handing one to a thread costs more than preparing it.
        size = 1 + len(items) // (_SLICES * self._parallel)
        slices = [items[start : start + size] for start in range(0, len(items), size)]
        with ThreadPoolExecutor(self._parallel) as pool:
            prepared = pool.map(lambda part: [prepare(item) for item in part], slices)
            return [item for part in prepared for item in part]

    def _completed(self, item: Item, record: Record, policy: Policy) -> Record:
        record = self._adapter.complete(record, item.values)
        return replace(record, proven=record.proven | self._proven(item, record, policy.update_secrets))

    def _proven(self, item: Item, record: Record, rule: str) -> frozenset[str]:
        secrets = self._resource.secrets_given(item.values)
        if rule == VERIFY:
            return self._adapter.works(record, secrets)
        visible = {name: value for name, value in secrets.items() if name in self._resource.verifiable}
        if rule == FINISH and visible:
            with contextlib.suppress(ItemError):
                return self._adapter.works(record, visible)
        return frozenset()

    def _replan(self, change: Change) -> Change:
        if change.index is None:
            key = self._resource.key_of(change.record.values) if change.record is not None else change.label
            item = Item(-1, change.label, key, "absent")
        else:
            item = self._items[change.index]
        policy = self._policy.of_an_unfinished_creation if change.action == CREATE else self._policy
        records = self._fetched(frozenset([t.cast(str, item.key)]))
        (again,) = plan(self._resource, self._prepare([item], records, policy), records, policy)
        return again
