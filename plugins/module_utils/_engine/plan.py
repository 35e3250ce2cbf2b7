# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From wanted items and the server's records to the changes that are needed. Pure: no network, no clock."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._model.compare import UNREADABLE, differs, given_inside, merged
from .._model.field import Field
from .._model.resource import Resource
from .._model.values import is_empty
from .policy import ON_CREATE, Policy
from .record import Item, Record

CREATE = "create"
UPDATE = "update"
DELETE = "delete"
NONE = "none"
REFUSE = "refuse"


@dataclass(frozen=True)
class Change:
    """What is to be done to one object.

    :param action: ``create``, ``update``, ``delete``, ``none`` or ``refuse``.
    :param label: the object's key as people read it.
    :param index: place of the item in the user's list; ``None`` for an object that prune deletes.
    :param values: what the object will hold: all fields for an update, the given ones and defaults for a create.
    :param changed: names of the fields that differ; of secrets inside of a field, dotted names (``lines.password``).
    :param unverified: names of wanted fields of which nobody can tell whether they are in force.
    :param error: why it is refused.
    :param record: the object as it is; ``None`` when there is none.
    """

    action: str
    label: str
    index: int | None = None
    values: t.Mapping[str, t.Any] = field(default_factory=dict, repr=False)
    changed: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    error: str | None = None
    record: Record | None = None

    @property
    def writes(self) -> bool:
        """Whether carrying it out sends anything."""
        return self.action in (CREATE, UPDATE, DELETE)


def plan(resource: Resource, items: t.Sequence[Item], records: t.Sequence[Record], policy: Policy) -> list[Change]:
    """One change an item, in the items' order. Prune is a step of its own, see :mod:`.prune`."""
    by_key: dict[str, list[Record]] = {}
    for record in records:
        by_key.setdefault(resource.key_of(record.values), []).append(record)
    times: dict[str, int] = {}
    for item in items:
        if item.key is not None:
            times[item.key] = times.get(item.key, 0) + 1
    changes = []
    for item in items:
        found = by_key.get(item.key, []) if item.key is not None else []
        if item.error is None and item.key is not None and times[item.key] > 1:
            error = f"the list has {times[item.key]} items with this {resource.key}"
            changes.append(_refuse(item, error))
        elif item.error is None and len(found) > 1:
            error = f"the server has {len(found)} objects with this {resource.key}; remove or rename all but one there"
            changes.append(_refuse(item, error))
        else:
            changes.append(plan_item(resource, item, found[0] if found else None, policy))
    return changes


def plan_item(resource: Resource, item: Item, record: Record | None, policy: Policy) -> Change:
    """The change that one item needs."""
    if item.error is not None:
        return _refuse(item, item.error)
    if item.state == "absent":
        return _plan_absent(resource, item, record)
    if record is None:
        return _plan_create(resource, item)
    return _plan_update(resource, item, record, policy)


def _plan_absent(resource: Resource, item: Item, record: Record | None) -> Change:
    if record is None:
        return Change(NONE, item.label, item.index)
    if item.key is not None and resource.is_protected(item.key):
        return _refuse(item, resource.protected_because)
    if resource.undeletable:
        return _refuse(item, f"cannot be deleted: {resource.undeletable}")
    return Change(DELETE, item.label, item.index, record=record)


def _plan_create(resource: Resource, item: Item) -> Change:
    if resource.uncreatable:
        return _refuse(item, f"does not exist, and cannot be created: {resource.uncreatable}")
    if resource.given:
        return _refuse(item, "does not exist on the server, and no call creates it")
    values = {f.name: f.default for f in resource.writable if f.default is not None}
    values.update(item.values)
    missing = [f.name for f in resource.writable if f.required and is_empty(values.get(f.name))]
    if missing:
        return _refuse(item, "does not exist yet and cannot be created without: {}".format(", ".join(missing)))
    changed = tuple(f.name for f in resource.writable if f.name in values)
    return Change(CREATE, item.label, item.index, values, changed)


def _plan_update(resource: Resource, item: Item, record: Record, policy: Policy) -> Change:
    changed: list[str] = []
    unverified: list[str] = []
    for f in resource.writable:
        wanted = item.values.get(f.name)
        if wanted is None or f.name == resource.key or f.name in record.proven:
            continue
        current = record.values.get(f.name)
        hidden = not f.readable or current is UNREADABLE
        if f.secret or hidden:
            rule = policy.update_secrets if f.secret else policy.update_unreadable
            (unverified if f.create_only or rule == ON_CREATE else changed).append(f.name)
        elif differs(f, wanted, current):
            if f.create_only:
                error = "%s is %s and cannot be changed to %s: remove the %s and create it anew"
                return _refuse(item, error % (f.name, current, wanted, resource.title))
            changed.append(f.name)
        if f in resource.secret_holders:
            inside = [name for name in given_inside(f, wanted) if name not in record.proven]
            (unverified if f.create_only or policy.update_secrets == ON_CREATE else changed).extend(inside)
    for f in _companions(resource, record, changed):
        if item.values.get(f.name) is None:
            error = "changing {} needs {} as well: the server wants it with each change, and does not show it"
            return _refuse(item, error.format(", ".join(changed), f.name))
        changed.append(f.name)
        unverified = [name for name in unverified if name != f.name]
    if not changed:
        return Change(NONE, item.label, item.index, unverified=tuple(unverified), record=record)
    values = _values_after(resource, item, record, changed)
    return Change(UPDATE, item.label, item.index, values, tuple(changed), tuple(unverified), record=record)


def _companions(resource: Resource, record: Record, changed: t.Sequence[str]) -> list[Field]:
    """Fields that have to be written together with what changes, because nobody can tell what they hold."""
    return [
        f
        for f in resource.writable
        if f.name not in changed
        and record.values.get(f.name) is UNREADABLE
        and not set(changed).isdisjoint(f.accompanies)
    ]


def _values_after(resource: Resource, item: Item, record: Record, changed: t.Sequence[str]) -> dict[str, t.Any]:
    values = {f.name: record.values.get(f.name) for f in resource.writable}
    for f in resource.writable:
        current = record.values.get(f.name)
        given = item.values.get(f.name) is not None and f.name != resource.key
        if given and (f.name in changed or (f.readable and not f.secret and current is not UNREADABLE)):
            values[f.name] = merged(f, item.values[f.name], current)
    return values


def _refuse(item: Item, error: str) -> Change:
    return Change(REFUSE, item.label, item.index, error=error)
