# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Between option values and a server's object, by the declaration's wire names."""

from __future__ import annotations

import typing as t

from .errors import RemoteError
from .field import Field
from .values import CONVERTERS, kind_of


def read_wire(fields: t.Iterable[Field], wire: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Option values from a server's object; what the object does not show stays ``None``.

    :raises RemoteError: a list, a map or a single value is something else, so the object cannot be understood.
    """
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


def identity(value: t.Any) -> str:
    """An id that a server shows, as it stands in addresses.

    :raises RemoteError: it is none, and another object would be addressed, or all of them.
    """
    if isinstance(value, (int, str)) and not isinstance(value, bool) and value != "":
        return str(value)
    raise RemoteError(f"The server shows {kind_of(value)} where an id is expected.", RemoteError.REFUSED)


def _at(wire: t.Mapping[str, t.Any], path: str) -> t.Any:
    value: t.Any = wire
    for step in path.split("."):
        if not isinstance(value, t.Mapping):
            return None
        value = value.get(step)
    return value


def _from_wire(field: Field, value: t.Any) -> t.Any:
    if field.type == "list":
        return [_element_from_wire(field, element) for element in _expect(list, field, value)]
    if field.type == "dict":
        shown = _expect(dict, field, value)
        return read_wire(field.options, shown) if field.options and shown else shown
    return _scalar_from_wire(field, field.type, value)


def _element_from_wire(field: Field, element: t.Any) -> t.Any:
    if field.options:
        return read_wire(field.options, _expect(dict, field, element))
    return _scalar_from_wire(field, t.cast(str, field.elements), element)


def _scalar_from_wire(field: Field, kind: str, value: t.Any) -> t.Any:
    """In its declared type where it can be: servers write numbers as text, and text that looks like one as number."""
    for ours, theirs in field.wire_choices.items():
        if theirs == value:
            return ours
    if kind in ("str", "path", "int", "bool"):
        if isinstance(value, (list, dict)):
            raise _strange(field, value, "a single value")
        try:
            return CONVERTERS[kind](value)
        except ValueError:
            pass
    return value


def _expect(kind: type, field: Field, value: t.Any) -> t.Any:
    if value is None:
        return kind()
    if not isinstance(value, kind):
        raise _strange(field, value, kind_of(kind()))
    return value


def _strange(field: Field, value: t.Any, wanted: str) -> RemoteError:
    text = f"The server shows {field.wire} as {kind_of(value)} where {wanted} is expected."
    return RemoteError(text, RemoteError.REFUSED)


def _to_wire(field: Field, value: t.Any) -> t.Any:
    if field.type == "list":
        return [write_wire(field.options, part) if field.options else _spelled(field, part) for part in value]
    if field.options:
        return write_wire(field.options, value)
    return value if field.type == "dict" else _spelled(field, value)


def _spelled(field: Field, value: t.Any) -> t.Any:
    return field.wire_choices.get(value, value) if field.wire_choices else value
