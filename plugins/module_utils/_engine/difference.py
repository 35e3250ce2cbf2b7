# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a change would change, for people to read. Secrets are named, never shown."""

from __future__ import annotations

import typing as t

from .._model.compare import UNREADABLE
from .._model.field import Field
from .._model.resource import Resource
from .plan import CREATE, DELETE, Change

HIDDEN = "(hidden)"
HIDDEN_NEW = "(hidden, new)"
UNSHOWN = "(the server does not tell)"


def difference(resource: Resource, change: Change) -> dict[str, t.Any]:
    """An Ansible diff: ``before`` and ``after`` with the fields that differ, and headers that name the object."""
    header = f"{resource.title} {change.label}".rstrip()
    return {
        "before_header": header,
        "after_header": header,
        "before": _before(resource, change),
        "after": _after(resource, change),
    }


def visible(fields: t.Iterable[Field], values: t.Mapping[str, t.Any], secret: str = HIDDEN) -> dict[str, t.Any]:
    """Values with every secret replaced, at any depth, and without what is not known."""
    return {f.name: _show(f, values[f.name], secret) for f in fields if values.get(f.name) is not None}


def _before(resource: Resource, change: Change) -> dict[str, t.Any]:
    if change.action == CREATE or change.record is None:
        return {}
    if change.action == DELETE:
        return visible(resource.fields, change.record.values)
    shown = {}
    for f in _changed(resource, change):
        current = change.record.values.get(f.name)
        if f.secret:
            shown[f.name] = HIDDEN
        elif not f.readable or current is UNREADABLE:
            shown[f.name] = UNSHOWN
        else:
            shown[f.name] = _show(f, _only_differing_keys(f, current, change.values.get(f.name)), HIDDEN)
    return shown


def _after(resource: Resource, change: Change) -> dict[str, t.Any]:
    if change.action == DELETE:
        return {}
    current = change.record.values if change.record is not None else {}
    return {
        f.name: _show(f, _only_differing_keys(f, change.values.get(f.name), current.get(f.name)), HIDDEN_NEW)
        for f in _changed(resource, change)
    }


def _only_differing_keys(f: Field, value: t.Any, other: t.Any) -> t.Any:
    """Of a map with free keys only those that change: a phone has hundreds of settings."""
    if not f.keyed or not isinstance(value, t.Mapping) or not isinstance(other, t.Mapping):
        return value
    return {key: item for key, item in value.items() if key not in other or other[key] != item}


def _changed(resource: Resource, change: Change) -> list[Field]:
    # A secret inside of a field is named by a path that begins with the field's name.
    names = {name.partition(".")[0] for name in change.changed}
    return [f for f in resource.fields if f.name in names]


def _show(f: Field, value: t.Any, secret: str) -> t.Any:
    if value is UNREADABLE:
        return UNSHOWN
    if f.secret:
        return dict.fromkeys(value, secret) if isinstance(value, t.Mapping) else secret
    if f.secret_key is not None and isinstance(value, t.Mapping):
        return {key: secret if f.secret_key(key) else item for key, item in value.items()}
    if f.options and isinstance(value, t.Mapping):
        return visible(f.options, value, secret)
    if f.options and isinstance(value, (list, tuple)) and all(isinstance(element, t.Mapping) for element in value):
        return [visible(f.options, element, secret) for element in value]
    # In a value of another shape than declared, nobody knows where the secrets are.
    return secret if _holds_secrets(f) else value


def _holds_secrets(f: Field) -> bool:
    return f.secret or f.secret_key is not None or any(_holds_secrets(option) for option in f.options)


def readout(fields: t.Iterable[Field], values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Values as they can be given back to a module: without secrets and without what the server does not tell."""
    shown = {}
    for f in fields:
        value = values.get(f.name)
        if f.secret or value is None or value is UNREADABLE:
            continue
        if f.secret_key is not None and isinstance(value, t.Mapping):
            value = {key: item for key, item in value.items() if not f.secret_key(key)}
        elif f.options and isinstance(value, t.Mapping):
            value = readout(f.options, value)
        elif f.options and isinstance(value, (list, tuple)):
            value = [readout(f.options, element) for element in value]
        shown[f.name] = value
    return shown
