# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a wanted value and the server's value mean the same."""

from __future__ import annotations

import typing as t

from .field import Field
from .values import EMPTY, is_empty


class Unreadable:
    """Stands for a value that the server keeps but does not show."""

    def __repr__(self) -> str:
        return "(not readable)"


UNREADABLE = Unreadable()


def comparable(field: Field, value: t.Any) -> t.Any:
    """The value in a form in which equal meanings are equal.

    Absent, ``None`` and the empty form are one; an unordered list of plain values loses order and repetition.
    """
    if value is None:
        value = EMPTY[field.type]
    if field.type == "list" and not field.options:
        parts = [_single(field, element) for element in value]
        return sorted(set(parts), key=repr) if field.unordered else parts
    return _single(field, value)


def differs(field: Field, wanted: t.Any, current: t.Any) -> bool:
    """Whether writing ``wanted`` over ``current`` would change anything that can be seen."""
    if field.type == "dict":
        return _maps_differ(field, wanted, current)
    if field.options:
        return _elements_differ(field, wanted or [], current or [])
    return bool(comparable(field, wanted) != comparable(field, current))


def merged(field: Field, wanted: t.Any, current: t.Any) -> t.Any:
    """What the field will hold after the write: maps keep the keys that the user did not mention.

    An empty map clears; see :attr:`Field.clearable`.
    """
    if field.type != "dict" or is_empty(wanted):
        return wanted
    kept = dict(current) if isinstance(current, t.Mapping) else {}
    options = {option.name: option for option in field.options}
    for key, item in wanted.items():
        if item is not None:
            kept[key] = merged(options[key], item, kept.get(key)) if key in options else item
    return kept


def given_inside(field: Field, value: t.Any) -> tuple[str, ...]:
    """Which of the field's :attr:`~.field.Field.secrets_inside` the value carries."""
    return tuple(name for name in field.secrets_inside if _carries(value, name.split(".")[1:]))


def _carries(value: t.Any, path: t.Sequence[str]) -> bool:
    if isinstance(value, (list, tuple)):
        return any(_carries(element, path) for element in value)
    if path and isinstance(value, t.Mapping):
        return _carries(value.get(path[0]), path[1:])
    return not path and value is not None


def _single(field: Field, value: t.Any) -> t.Any:
    if field.normalise is not None and not is_empty(value):
        return field.normalise(value)
    return value


def _maps_differ(field: Field, wanted: t.Any, current: t.Any) -> bool:
    shown = current if isinstance(current, t.Mapping) else {}
    if not field.options:
        if is_empty(wanted):
            return not is_empty(shown)
        return any(
            key not in shown or _single(field, shown[key]) != _single(field, item)
            for key, item in wanted.items()
            if item is not None
        )
    if is_empty(wanted):
        wanted = {option.name: EMPTY[option.type] for option in field.options}
    return any(
        _option_differs(option, wanted[option.name], shown.get(option.name))
        for option in field.options
        if wanted.get(option.name) is not None
    )


def _elements_differ(field: Field, wanted: t.Sequence[t.Any], current: t.Sequence[t.Any]) -> bool:
    if len(wanted) != len(current):
        return True
    if not field.unordered:
        return any(_element_differs(field, one, other) for one, other in zip(wanted, current))
    return not _can_be_paired(wanted, current, lambda one, other: not _element_differs(field, one, other))


def _can_be_paired(
    wanted: t.Sequence[t.Any], current: t.Sequence[t.Any], fits: t.Callable[[t.Any, t.Any], bool]
) -> bool:
    """Whether each wanted element can have a current one of its own.

    One that could take several makes room for one that cannot: what is not mentioned or not readable fits anything.
    """
    taken: dict[int, int] = {}

    def place(number: int, tried: set[int]) -> bool:
        for seat, element in enumerate(current):
            if seat not in tried and fits(wanted[number], element):
                tried.add(seat)
                if seat not in taken or place(taken[seat], tried):
                    taken[seat] = number
                    return True
        return False

    return all(place(number, set()) for number in range(len(wanted)))


def _element_differs(field: Field, wanted: t.Mapping[str, t.Any], current: t.Mapping[str, t.Any]) -> bool:
    return any(_option_differs(option, wanted.get(option.name), current.get(option.name)) for option in field.options)


def _option_differs(option: Field, wanted: t.Any, current: t.Any) -> bool:
    if option.read_only or option.secret or not option.readable or current is UNREADABLE:
        return False
    return differs(option, wanted, current)
