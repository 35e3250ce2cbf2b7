# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Declarations of what is serialised: scalars, records and lists of the server's REST beans."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

_INT_RANGE = range(-(2**31), 2**32)
_LONG_RANGE = range(-(2**63), 2**63)


def _java_decode(text: str, allowed: range) -> int:
    """``Long.decode``: decimal, hexadecimal (0x, #) or octal (leading 0), with a sign, no blanks.

    :raises ValueError: with the words of Java's NumberFormatException
    """
    if not text:
        raise ValueError("Zero length string")
    digits = text[1:] if text[0] in "+-" else text
    bases = (("0x", 16), ("0X", 16), ("#", 16), ("0", 8))
    prefix, base = next(((p, b) for p, b in bases if digits.startswith(p) and len(digits) > len(p)), ("", 10))
    digits = digits[len(prefix) :]
    try:
        if not digits.isascii() or not digits.isalnum():
            raise ValueError
        number = int(digits, base) * (-1 if text[0] == "-" else 1)
        if number not in allowed:
            raise ValueError
    except ValueError:
        raise ValueError(f'For input string: "{text}"') from None
    return number


@dataclass(frozen=True)
class Scalar:
    """A value that is one text on the wire.

    :param java_class: what the server converts to
    :param read: text to value; raises ValueError with the message of Java's exception
    :param missing: what a Java bean holds when the element is not there
    :param error_class: the Java exception behind a ValueError
    """

    java_class: str
    read: Callable[[str], Any]
    missing: Any = None
    error_class: str = "java.lang.NumberFormatException"


STRING = Scalar("java.lang.String", str)
#: a primitive int
INT = Scalar("java.lang.Integer", lambda text: _java_decode(text, _INT_RANGE), missing=0)
#: an Integer object, null when missing
NUMBER = Scalar("java.lang.Integer", lambda text: _java_decode(text, _INT_RANGE))
#: a Long object, null when missing
LONG = Scalar("java.lang.Long", lambda text: _java_decode(text, _LONG_RANGE))
#: a primitive boolean; whatever is not ``true`` in any letter case is false
BOOLEAN = Scalar("java.lang.Boolean", lambda text: text.lower() == "true", missing=False)
#: a Boolean object, null when missing
FLAG = Scalar("java.lang.Boolean", lambda text: text.lower() == "true")


def Choice(java_class: str, *names: str) -> Scalar:
    """An enum: names match in any letter case and are kept as declared.

    :param java_class: the enum's Java class
    :param names: its names
    """
    by_name = {name.lower(): name for name in names}

    def read(text: str) -> str:
        if text.lower() not in by_name:
            raise ValueError(f"No enum constant {java_class.replace('$', '.')}.{text}")
        return by_name[text.lower()]

    return Scalar(java_class, read, error_class="java.lang.IllegalArgumentException")


def snake_case(name: str) -> str:
    """A wire name as the state's attributes spell it: ``officeDesignation`` and ``first-name`` get underscores."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower().replace("-", "_")


@dataclass(frozen=True)
class ListOf:
    """A collection.

    :param item_name: element name of an item in XML and on JSON input
    :param item: what the items are
    """

    item_name: str
    item: Type


@dataclass(frozen=True)
class Field:
    """A member of a record.

    :param name: its name on the wire
    :param type: what it holds
    """

    name: str
    type: Type


@dataclass(frozen=True)
class Record:
    """A bean.

    :param java_class: its Java class, as error texts name it
    :param fields: its members in the order of the output
    """

    java_class: str
    fields: tuple[Field, ...]
    by_name: Mapping[str, Field] = field(init=False, compare=False)
    #: wire name to the name of the state's attribute for the same thing
    attributes: Mapping[str, str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {member.name: member for member in self.fields})
        object.__setattr__(self, "attributes", {member.name: snake_case(member.name) for member in self.fields})

    def of(self, source: object, **values: Any) -> dict[str, Any]:
        """The wire values of an object of the state.

        :param source: has the members as attributes in snake_case
        :param values: members that are not plain attributes, by wire name
        """
        return {
            name: values[name] if name in values else getattr(source, attribute)
            for name, attribute in self.attributes.items()
        }

    def attributes_of(self, values: Mapping[str, Any], without: Collection[str] = ()) -> dict[str, Any]:
        """Wire values by the names of the state's attributes.

        :param values: what was read
        :param without: wire names to leave out
        """
        return {self.attributes[name]: value for name, value in values.items() if name not in without}


Type = Scalar | ListOf | Record


@dataclass(frozen=True)
class Document:
    """A representation: its root element and what that holds.

    :param root: name of the root element or JSON key
    :param type: the content
    """

    root: str
    type: Type


def record(java_class: str, **fields: Type) -> Record:
    """A record by keyword; a wire name with a dash is written with an underscore.

    :param java_class: its Java class
    :param fields: the members in the order of the output
    """
    return Record(java_class, tuple(Field(name.replace("_", "-"), type_) for name, type_ in fields.items()))
