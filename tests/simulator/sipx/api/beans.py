# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Beans: what a resource looks like on the wire. One declaration gives reading, defaults, copying and writing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..state.errors import NullPointerError
from . import jackson

MODEL = "org.sipfoundry.sipxconfig.api.model"


def attribute_of(property_name: str) -> str:
    """The attribute of a row that holds a bean property, unless the field says otherwise: the name in snake_case."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda match: "_" + match[1].lower(), property_name)


@dataclass(frozen=True)
class Field:
    """One property of a bean.

    :param name: property name on the wire
    :param read: converts the JSON value, as Jackson does for the property's Java type
    :param default: value of an absent property; where null differs from absent, ``read`` decides what null means
    :param attribute: attribute of the row, None for a property that is not copied from or to the row
    :param write: whether a request sets the attribute; read-only properties are accepted and ignored
    """

    name: str
    read: Callable[[Any], Any]
    default: Any = None
    attribute: str | None = None
    write: bool = True


def _kind(read: Callable[[Any], Any], default: Any = None) -> Callable[..., Field]:
    absent = default

    def declare(name: str, attribute: str | None = "", default: Any = absent, write: bool = True) -> Field:
        return Field(name, read, default, attribute_of(name) if attribute == "" else attribute, write)

    return declare


text = _kind(jackson.read_string)
int_ = _kind(jackson.read_int, 0)
integer = _kind(jackson.read_integer)
long_ = _kind(jackson.read_long, 0)
boolean = _kind(jackson.read_boolean, False)
boolean_object = _kind(jackson.read_boolean_object)
date = _kind(jackson.read_date)


class Bean:
    """A bean class.

    :param java_class: name of the class below the API's model package, as error texts show it
    :param fields: its properties in the order in which they are written
    :param lenient: whether unknown properties are ignored instead of fatal
    """

    def __init__(self, java_class: str, fields: Iterable[Field], lenient: bool = False) -> None:
        self.java_class = f"{MODEL}.{java_class}"
        self.fields = {field.name: field for field in fields}
        self.lenient = lenient

    def parse(self, body: bytes) -> dict[str, Any]:
        """The properties of a request body, absent ones with their defaults.

        :raises FrameworkError: as Jackson refuses
        :raises NullPointerError: for the literal ``null``
        """
        data = jackson.parse(body)
        if data is None:
            raise NullPointerError
        return self.read(data, body)

    def read(self, data: Any, body: bytes = b"") -> dict[str, Any]:
        """The properties of a JSON object, absent ones with their defaults.

        :param body: the whole request body, for the places in error texts
        """
        if not isinstance(data, Mapping):
            raise jackson.wrong_token(self.java_class, data)
        values = {name: field.default for name, field in self.fields.items()}
        for name, value in data.items():
            field = self.fields.get(name)
            if field is not None:
                values[name] = field.read(value)
            elif not self.lenient:
                raise jackson.unrecognized(self.java_class, name, body)
        return values

    def copy(self, values: Mapping[str, Any], row: Any, only_present: bool = False) -> None:
        """Set the attributes of a row from read properties.

        :param only_present: leave an attribute alone where the property is null
        """
        for field in self.fields.values():
            if field.write and field.attribute is not None and not (only_present and values[field.name] is None):
                setattr(row, field.attribute, values[field.name])

    def write(self, row: Any, **computed: Any) -> dict[str, Any]:
        """The wire form of a row: every property, computed ones as given, null where there is no value."""
        return {
            name: computed[name]
            if name in computed
            else None
            if row is None or field.attribute is None
            else getattr(row, field.attribute)
            for name, field in self.fields.items()
        }


def bean(name: str, item: Bean, attribute: str | None = None) -> Field:
    """A property that is itself a bean."""
    return Field(name, lambda value: None if value is None else item.read(value), None, attribute)


def beans(name: str, item: Bean, default: Callable[[], Any] | None = None) -> Field:
    """A property that is a list of beans; absent and null are null unless a default is given."""

    def read(value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, list):
            raise jackson.wrong_token("java.util.ArrayList", value)
        return [None if entry is None else item.read(entry) for entry in value]

    return Field(name, read, None if default is None else default())


def texts(name: str, default: Any = None, java_class: str = "java.util.ArrayList") -> Field:
    """A property that is a list of strings."""

    def read(value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, list):
            raise jackson.wrong_token(java_class, value)
        return [jackson.read_string(entry) for entry in value]

    return Field(name, read, default)


def enum(name: str, java_class: str, names: Sequence[str], attribute: str | None = None) -> Field:
    """A property of an enum type, by the literals that the wire uses."""
    return Field(name, jackson.enum_reader(f"{MODEL}.{java_class}", names), None, attribute)


def ignored(name: str) -> Field:
    """A property that is accepted with any value of any kind and never used."""
    return Field(name, lambda value: value)
