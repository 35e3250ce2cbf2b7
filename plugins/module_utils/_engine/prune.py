# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which objects are deleted because nobody declares them. Pure, and careful."""

from __future__ import annotations

import fnmatch
import typing as t
from dataclasses import replace

from .._model.compare import comparable
from .._model.errors import CallError
from .._model.resource import Resource
from .._model.values import CONVERTERS
from .plan import DELETE, Change
from .policy import Policy, PruneScope
from .record import Item, Record


def plan_prune(
    resource: Resource, items: t.Sequence[Item], records: t.Sequence[Record], policy: Policy
) -> list[Change]:
    """The deletions that prune asks for, by key.

    Items that are refused for another reason still count as declared.

    :raises CallError: prune is not safe as it was asked for; nothing may be written then.
    """
    if not policy.prune:
        return []
    _check(resource, items, policy)
    scope = replace(policy.scope, fields=_typed(resource, policy.scope.fields))
    declared = {item.key for item in items}
    doomed = []
    for record in records:
        key = resource.key_of(record.values)
        label = str(record.values[resource.key])
        if not key or key in declared or resource.is_protected(key) or _shielded((label, key), policy.protect):
            continue
        if _in_scope(resource, record, label, scope):
            doomed.append(Change(DELETE, resource.label_of(record.values), record=record))
    if len(doomed) > policy.max_deletes:
        raise CallError(
            "prune would delete {} {} ({}), more than max_deletes={}. Nothing was changed. Narrow prune_scope, "
            "or raise max_deletes if they are really to go.".format(
                len(doomed), resource.plural.replace("_", " "), _some(doomed), policy.max_deletes
            )
        )
    return sorted(doomed, key=lambda change: change.label)


def _check(resource: Resource, items: t.Sequence[Item], policy: Policy) -> None:
    if not items:
        raise CallError(f"prune with an empty list of {resource.plural} would delete everything; refused")
    if resource.undeletable:
        raise CallError(f"{resource.plural.replace('_', ' ')} cannot be pruned: {resource.undeletable}")
    if resource.irreversible:
        kind = resource.plural.replace("_", " ")
        raise CallError(f"{kind} cannot be pruned, each deletion has to be confirmed: {resource.irreversible}")
    if not policy.scope.given:
        raise CallError("prune needs a prune_scope: all, keys or fields")
    nameless = [str(item.index + 1) for item in items if item.key is None]
    if nameless:
        raise CallError(
            "prune is refused because item {} of {} has no valid {}, so it is unknown which object it declares".format(
                ", ".join(nameless), resource.plural, resource.key
            )
        )
    hidden = {field.name for field in resource.fields if not field.readable or field.may_be_hidden or field.secret}
    names = {field.name for field in resource.fields} - hidden
    unknown = sorted(set(policy.scope.fields) - names)
    if unknown:
        raise CallError("prune_scope.fields: {} has no readable option {}".format(resource.name, ", ".join(unknown)))


def _typed(resource: Resource, fields: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The values of the scope in their declared types: a value that can match nothing is a mistake."""
    typed = {}
    for name, value in fields.items():
        field = resource.field(name)
        try:
            if value is None or value == []:
                raise ValueError("has no value")
            if field.type == "list":
                convert = CONVERTERS[field.elements or "raw"]
                typed[name] = [convert(element) for element in (value if isinstance(value, list) else [value])]
            else:
                typed[name] = CONVERTERS[field.type](value)
        except ValueError as error:
            raise CallError(f"prune_scope.fields: {name} {error}") from None
    return typed


def _in_scope(resource: Resource, record: Record, label: str, scope: PruneScope) -> bool:
    if scope.keys and not _matches(label, scope.keys):
        return False
    for name, value in scope.fields.items():
        field = resource.field(name)
        shown, wanted = comparable(field, record.values.get(name)), comparable(field, value)
        if any(part not in shown for part in wanted) if field.type == "list" else shown != wanted:
            return False
    return True


def _shielded(names: t.Iterable[str], patterns: t.Iterable[str]) -> bool:
    """Protection is generous: a pattern counts however it and the name are capitalised."""
    return any(_matches(name.strip().lower(), [pattern.lower() for pattern in patterns]) for name in names)


def _matches(label: str, patterns: t.Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(label, pattern) for pattern in patterns)


def _some(changes: t.Sequence[Change]) -> str:
    names = [change.label for change in changes[:5]]
    return ", ".join(names) + (", …" if len(changes) > 5 else "")
