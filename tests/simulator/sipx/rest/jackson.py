# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON bodies that Jackson binds to beans, for the resources that do not go through XStream (``JacksonConvert``).

Scalars are coerced as in ``/api``. Unlike there, most beans ignore unknown properties.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..api.failures import FrameworkError
from ..api.jackson import enum_reader, parse, read_boolean_object, read_integer, read_string, wrong_token

Reader = Callable[[Any], Any]

text: Reader = read_string
flag: Reader = read_boolean_object
whole_number: Reader = read_integer


class UnreadableJson(Exception):
    """A syntax error, or a value that does not fit its property; its text is the parser's message."""


def one_of(*names: str) -> Reader:
    """An enum property: one of the names, exactly."""
    return enum_reader("java.lang.Enum", names)


def list_of(item: Reader) -> Reader:
    """A List property."""

    def read(value: Any) -> list[Any] | None:
        if value is None:
            return None
        if not isinstance(value, list):
            raise wrong_token("java.util.ArrayList", value)
        return [item(entry) for entry in value]

    return read


def map_of(item: Reader) -> Reader:
    """A Map property with text keys."""

    def read(value: Any) -> dict[str, Any] | None:
        if value is None:
            return None
        if not isinstance(value, dict):
            raise wrong_token("java.util.LinkedHashMap", value)
        return {key: item(entry) for key, entry in value.items()}

    return read


@dataclass(frozen=True)
class Bean:
    """A bean by its properties.

    :param properties: name to reader
    :param strict: refuse unknown properties
    :param whole: give the properties that were not sent too, as null
    """

    properties: Mapping[str, Reader]
    strict: bool = False
    whole: bool = False

    def __call__(self, value: Any) -> dict[str, Any] | None:
        """Bind a parsed value; also the reader of a property that holds such a bean.

        :raises FrameworkError: for anything but an object or null, and for what does not fit a property
        """
        if value is None:
            return None
        if not isinstance(value, dict):
            raise wrong_token("java.lang.Object", value)
        unknown = [name for name in value if name not in self.properties] if self.strict else []
        if unknown:
            raise FrameworkError(f'UnrecognizedPropertyException: Unrecognized field "{unknown[0]}"')
        sent = {name: self.properties[name](entry) for name, entry in value.items() if name in self.properties}
        return {**dict.fromkeys(self.properties), **sent} if self.whole else sent

    def read(self, body: bytes) -> dict[str, Any] | None:
        """Parse and bind a body.

        :raises UnreadableJson: for a syntax error or a value that does not fit
        """
        try:
            return self(parse(body))
        except FrameworkError as error:
            message = error.text.partition(": ")[2]
            raise UnreadableJson(message.partition("\n")[0]) from None
