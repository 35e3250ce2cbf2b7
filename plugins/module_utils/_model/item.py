# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading one item as a user wrote it: names, types, choices and limits, with every problem named at once."""

from __future__ import annotations

import difflib
import typing as t

from .errors import ItemError
from .field import Field
from .resource import Resource
from .values import CONVERTERS, is_empty


class ItemReader:
    """Checks items against a resource's declaration.

    :param resource: the declaration.
    """

    def __init__(self, resource: Resource) -> None:
        self._resource = resource
        self._fields = {field.name: field for field in (*resource.fields, *resource.agreements)}

    def read(self, raw: t.Any) -> tuple[str, dict[str, t.Any]]:
        """The item's state and the values that were given, each of its declared type.

        Omitted and ``None`` are left out: both mean "leave alone".

        :raises ItemError: naming everything that is wrong with the item.
        """
        if not isinstance(raw, t.Mapping):
            raise ItemError("is not a map of options")
        problems: list[str] = []
        states = self._resource.states
        if not states and raw.get("state") is not None:
            kind = self._resource.plural.replace("_", " ")
            problems.append(f"state is no option: {kind} are neither created nor deleted")
        elif raw.get("state") not in (None, *states):
            problems.append("state must be one of: {}; not {!r}".format(", ".join(states), raw["state"]))
        state = "present" if raw.get("state") is None else raw["state"]
        key = self._resource.key
        named = self._resource.single or not is_empty(raw.get(key))
        values = _read_map(
            self._fields,
            {name: value for name, value in raw.items() if name != "state" and (named or name != key)},
            problems,
        )
        if not named or (key in values and is_empty(self._resource.key_of(values))):
            problems.append(f"{key} is required")
        problems.extend(f"{name} is required" for name in self._resource.always_given[1:] if is_empty(raw.get(name)))
        if state == "absent" and self._resource.irreversible and not values.get("confirm_delete"):
            problems.append(f"state=absent needs confirm_delete=true: {self._resource.irreversible}")
        if problems:
            raise ItemError("; ".join(problems))
        return t.cast(str, state), values


def _read_map(fields: t.Mapping[str, Field], raw: t.Mapping[str, t.Any], problems: list[str]) -> dict[str, t.Any]:
    values: dict[str, t.Any] = {}
    for name, value in raw.items():
        field = fields.get(name)
        if field is None:
            problems.append(_unknown(name, fields))
        elif value is not None and not field.read_only:
            try:
                read = _read_value(field, value)
            except ValueError as error:
                problems.append(f"{name} {error}")
            else:
                if read is not None:
                    values[name] = read
    return values


def _read_value(field: Field, raw: t.Any) -> t.Any:
    """The typed value; ``None`` for a map of nothing but nulls, which says nothing and so clears nothing.

    :raises ValueError: with what is wrong, to stand behind the option's name; never with a secret in it.
    """
    value = CONVERTERS[field.type](raw)
    if is_empty(value):
        if not field.clearable:
            raise ValueError("cannot be cleared")
        return value
    if field.type == "list":
        return _read_elements(field, value)
    if field.type == "dict":
        return _read_dict(field, value)
    _check_scalar(field, value)
    return value


def _read_dict(field: Field, raw: t.Mapping[str, t.Any]) -> dict[str, t.Any] | None:
    """A map is written in part, so what it does not mention gets no defaults."""
    if field.options:
        problems: list[str] = []
        values = _read_map({option.name: option for option in field.options}, raw, problems)
        if problems:
            raise ValueError("; ".join(problems))
    else:
        values = {name: value for name, value in raw.items() if value is not None}
    if not values:
        return None
    if field.check is not None:
        field.check(values)
    return values


def _read_elements(field: Field, raw: list[t.Any]) -> list[t.Any]:
    elements = []
    for number, element in enumerate(raw, start=1):
        try:
            element = CONVERTERS[field.elements or "raw"](element)
            if field.options:
                element = _read_element(field, element)
            else:
                _check_scalar(field, element)
        except ValueError as error:
            raise ValueError(f"(element {number}) {error}") from None
        elements.append(element)
    return elements


def _read_element(field: Field, raw: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """An element of a list is always written whole, so omitted options get their defaults here."""
    problems: list[str] = []
    values = _read_map({option.name: option for option in field.options}, raw, problems)
    for option in field.options:
        if option.name not in values:
            if option.required:
                problems.append(f"{option.name} is required")
            elif option.default is not None:
                values[option.name] = option.default
    if not problems and field.check is not None:
        try:
            field.check(values)
        except ValueError as error:
            problems.append(str(error))
    if problems:
        raise ValueError("; ".join(problems))
    return values


def _check_scalar(field: Field, value: t.Any) -> None:
    shown = "" if field.secret else f", not {value!r}"
    if field.choices and value not in field.choices:
        raise ValueError("must be one of: {}{}".format(", ".join(field.choices), shown))
    if field.min_length and len(value) < field.min_length:
        raise ValueError(f"is too short: it needs at least {field.min_length} characters")
    if field.minimum is not None and value < field.minimum:
        raise ValueError(f"must be at least {field.minimum}{shown}")
    if field.maximum is not None and value > field.maximum:
        raise ValueError(f"must be at most {field.maximum}{shown}")
    if field.check is not None:
        field.check(value)


def _unknown(name: t.Any, fields: t.Mapping[str, Field]) -> str:
    known = [field.name for field in fields.values() if not field.read_only]
    close = difflib.get_close_matches(str(name), known, n=1)
    if close:
        return f"unknown option {name}; did you mean {close[0]}?"
    return "unknown option {}; the options are: {}".format(name, ", ".join(known))
