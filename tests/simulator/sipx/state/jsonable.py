# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dataclasses to JSON-ready data and back, for the control calls that read and replace the whole state."""

from __future__ import annotations

import base64
import dataclasses
import typing
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Any, TypeVar, cast

Row = TypeVar("Row")


def to_jsonable(value: Any) -> Any:
    """The JSON-ready form of a dataclass, a container of such, bytes (as base64) or a plain value."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_jsonable(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [to_jsonable(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_jsonable(item) for key, item in value.items()}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


@cache
def _readers(row_type: typing.Any) -> dict[str, Callable[[Any], Any]]:
    hints = typing.get_type_hints(row_type)
    return {field.name: _reader(hints[field.name]) for field in dataclasses.fields(row_type)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(hint):
        return lambda value: from_jsonable(cast(type, hint), value)
    if hint is bytes:
        return base64.b64decode
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is list:
        item = _reader(arguments[0])
        return lambda value: [item(entry) for entry in value]
    if typing.get_origin(hint) is dict:
        entry_reader = _reader(arguments[1])
        return lambda value: {key: entry_reader(entry) for key, entry in value.items()}
    present = [argument for argument in arguments if argument is not type(None)]
    if len(present) < len(arguments) and len(present) == 1:
        inner = _reader(present[0])
        return lambda value: None if value is None else inner(value)
    return lambda value: value


def from_jsonable(row_type: type[Row], data: Mapping[str, Any]) -> Row:
    """The inverse of ``to_jsonable`` for one dataclass.

    :param row_type: the dataclass
    :param data: its JSON-ready form; absent fields keep the defaults of the dataclass
    :raises ValueError: for a key the dataclass does not have
    """
    readers = _readers(cast(Hashable, row_type))
    unknown = sorted(set(data) - set(readers))
    if unknown:
        raise ValueError(f"{row_type.__name__} has no {', '.join(unknown)}")
    return row_type(**{name: readers[name](value) for name, value in data.items()})
