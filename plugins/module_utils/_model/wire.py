# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Between option values and a server's object, by the declaration's wire names."""

from __future__ import annotations

import typing as t

from .field import Field
from .values import EMPTY


def read_wire(fields: t.Iterable[Field], wire: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Option values from a server's object; what the object does not show stays ``None``."""
    return {field.name: _from_wire(field, _at(wire, t.cast(str, field.wire))) for field in fields}


def write_wire(fields: t.Iterable[Field], values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """A server's object from option values; dotted wire names become nested objects.

    Fields without a value are left out.
    """
    wire: dict[str, t.Any] = {}
    for field in fields:
        if values.get(field.name) is None:
            continue
        target = wire
        *path, last = t.cast(str, field.wire).split(".")
        for step in path:
            target = target.setdefault(step, {})
        target[last] = _to_wire(field, values[field.name])
    return wire


def _at(wire: t.Mapping[str, t.Any], path: str) -> t.Any:
    value: t.Any = wire
    for step in path.split("."):
        if not isinstance(value, t.Mapping):
            return None
        value = value.get(step)
    return value


def _from_wire(field: Field, value: t.Any) -> t.Any:
    if value is None:
        return EMPTY[field.type] if field.type in ("list", "dict") else None
    if field.options and field.type == "list":
        return [read_wire(field.options, element) for element in value]
    if field.options:
        return read_wire(field.options, value)
    for ours, theirs in field.wire_choices.items():
        if theirs == value:
            return ours
    return value


def _to_wire(field: Field, value: t.Any) -> t.Any:
    if field.options and field.type == "list":
        return [write_wire(field.options, element) for element in value]
    if field.options:
        return write_wire(field.options, value)
    return field.wire_choices.get(value, value) if field.wire_choices else value
