# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How Jackson 1.9 reads a JSON body into typed properties: what it coerces, and in which words it refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timezone
from itertools import accumulate
from typing import Any

from .failures import FrameworkError

MAPPING = "org.codehaus.jackson.map.JsonMappingException"
SOURCE = "org.apache.cxf.transport.http.AbstractHTTPDestination$1@5f2a7c"
#: how deep a body may be nested, so that what is kept of it can be copied; the server's limit is its stack
DEEPEST = 200
#: what opens or closes a level; texts, which may hold brackets, are passed over
_LEVEL = re.compile(r'"(?:[^"\\]|\\.)*"|([\[{])|([\]}])', re.S)
#: an escaped backslash, a pair of surrogates, or half of one
_SURROGATES = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)


class RawFloat(float):
    """A JSON number with a fraction that remembers how it was written, for string properties."""

    raw: str

    def __new__(cls, text: str) -> RawFloat:
        number = super().__new__(cls, text)
        number.raw = text
        return number


def _at(body: str, offset: int) -> str:
    line = body.count("\n", 0, offset) + 1
    column = offset - (body.rfind("\n", 0, offset) + 1) + 1
    return f"\n at [Source: {SOURCE}; line: {line}, column: {column}]"


def parse(body: bytes) -> Any:
    """The JSON value of a body.

    :raises FrameworkError: for an empty body and for malformed JSON
    """
    text = body.decode("utf-8", "replace")
    if not text.strip():
        raise FrameworkError("java.io.EOFException: No content to map to Object due to end of input")
    if _depth(text) > DEEPEST:
        raise FrameworkError(f"org.codehaus.jackson.JsonParseException: nested too deeply{_at('', 0)}")
    text = _SURROGATES.sub(lambda found: r"\ufffd" if found[1] else found[0], text)
    try:
        return json.loads(text, parse_float=RawFloat, parse_int=_integer, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        found = text[error.pos : error.pos + 1]
        if not found:
            reason = "Unexpected end-of-input within/between OBJECT entries"
        else:
            reason = f"Unexpected character ('{found}' (code {ord(found)})): {error.msg}"
        raise FrameworkError(f"org.codehaus.jackson.JsonParseException: {reason}{_at(text, error.pos)}") from None


def _depth(text: str) -> int:
    if text.count("[") + text.count("{") <= DEEPEST:
        return 0
    levels = ((found[1] is not None) - (found[2] is not None) for found in _LEVEL.finditer(text))
    return max(accumulate(levels), default=0)


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise FrameworkError(
            f"org.codehaus.jackson.JsonParseException: Numeric value ({text[:20]}...) out of range{_at('', 0)}"
        ) from None


def _no_constant(name: str) -> Any:
    raise FrameworkError(
        f"org.codehaus.jackson.JsonParseException: Non-standard token '{name}': enable JsonParser.Feature."
        f"ALLOW_NON_NUMERIC_NUMBERS to allow{_at('', 0)}"
    )


def unrecognized(java_class: str, name: str, body: bytes) -> FrameworkError:
    """The refusal of a property that a bean does not have."""
    text = body.decode("utf-8", "replace")
    place = re.search(re.escape(json.dumps(name)) + r"\s*:", text)
    return FrameworkError(
        f'org.codehaus.jackson.map.exc.UnrecognizedPropertyException: Unrecognized field "{name}" (Class {java_class}),'
        f" not marked as ignorable{_at(text, place.end() if place else 0)}"
        f' (through reference chain: {java_class}["{name}"])'
    )


def token(value: Any) -> str:
    """The name of a JSON value's first token."""
    if isinstance(value, dict):
        return "START_OBJECT"
    if isinstance(value, list):
        return "START_ARRAY"
    if isinstance(value, bool):
        return "VALUE_TRUE" if value else "VALUE_FALSE"
    if isinstance(value, float):
        return "VALUE_NUMBER_FLOAT"
    return "VALUE_NUMBER_INT" if isinstance(value, int) else "VALUE_STRING"


def wrong_token(java_class: str, value: Any) -> FrameworkError:
    """The refusal of a value of another kind than the property's."""
    return FrameworkError(
        f"{MAPPING}: Can not deserialize instance of {java_class} out of {token(value)} token{_at('', 0)}"
    )


def _weird(java_class: str, text: str, reason: str) -> FrameworkError:
    return FrameworkError(
        f"{MAPPING}: Can not construct instance of {java_class} from String value '{text}': {reason}{_at('', 0)}"
    )


def read_string(value: Any) -> str | None:
    """A ``String`` property: numbers and booleans become their text."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, RawFloat):
        return value.raw
    if isinstance(value, int):
        return str(value)
    raise wrong_token("java.lang.String", value)


def read_int(value: Any) -> int:
    """An ``int`` property: null is 0, numeric text counts, fractions are cut off."""
    return _number(value, "int", 32) or 0


def read_integer(value: Any) -> int | None:
    """An ``Integer`` property: as ``int``, but null stays null."""
    return None if value is None else _number(value, "java.lang.Integer", 32)


def read_long(value: Any) -> int:
    """A ``long`` property: null is 0."""
    return _number(value, "long", 64) or 0


def _number(value: Any, java_class: str, bits: int) -> int | None:
    if value is None:
        return None
    if isinstance(value, str):
        text = value.strip()
        if not text:
            return None
        if not re.fullmatch(r"[+-]?[0-9]+", text):
            raise _weird(java_class, value, "not a valid int value")
        value = _integer(text)
    elif isinstance(value, bool) or not isinstance(value, (int, float)):
        raise wrong_token(java_class, value)
    limit = 2 ** (bits - 1)
    if not -limit <= value < limit:
        raise FrameworkError(
            f"org.codehaus.jackson.JsonParseException: Numeric value ({value}) out of range of {java_class}{_at('', 0)}"
        )
    return int(value)


def read_boolean(value: Any) -> bool:
    """A ``boolean`` property: null is false, 0 is false and other numbers true, ``"true"`` and ``"false"`` count."""
    if value is None:
        return False
    if isinstance(value, (bool, int, float)):
        return bool(value)
    if isinstance(value, str):
        text = value.strip()
        if text in ("true", "false", ""):
            return text == "true"
        raise _weird("boolean", value, 'only "true" or "false" recognized')
    raise wrong_token("boolean", value)


def read_boolean_object(value: Any) -> bool | None:
    """A ``Boolean`` property: as ``boolean``, but null stays null."""
    return None if value is None else read_boolean(value)


def read_date(value: Any) -> int | None:
    """A ``Date`` property as epoch milliseconds: a number, or ISO-8601 text."""
    if value is None:
        return None
    if isinstance(value, str):
        if not value.strip():
            return None
        try:
            moment = datetime.fromisoformat(re.sub(r"Z$", "+00:00", re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", value)))
        except ValueError:
            raise _weird("java.util.Date", value, "not a valid representation") from None
        aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
        return round(aware.timestamp() * 1000)
    return _number(value, "java.util.Date", 64)


def enum_reader(java_class: str, names: Sequence[str]) -> Callable[[Any], str | None]:
    """A reader of an enum property: a name in exactly this case, or the ordinal number of one."""

    def read(value: Any) -> str | None:
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool):
            if 0 <= value < len(names):
                return names[value]
            raise _weird(java_class, str(value), "index value outside legal index range")
        if not isinstance(value, str):
            raise wrong_token(java_class, value)
        if value not in names:
            raise _weird(java_class, value, "value not one of declared Enum instance names")
        return value

    return read
