# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON bodies to element trees: Jettison's mapped convention and its tolerant tokenizer (``JSONTokener``).

Every key is an element name, an array repeats its element and an empty array leaves it out altogether. Null is an
element without text. Keys and words need no quotes, separators may be ``;`` and ``=``, and numbers are normalised as
Java prints them, so that only quoted leading zeros survive.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

from .nodes import Node
from .unmarshal import STREAM, UnreadableBody

_BLANKS = re.compile(r"(?:\s|//[^\n\r]*|#[^\n\r]*|/\*.*?\*/)*", re.S)
_WORD = re.compile(r'[^\x00-\x1f,:\]}/\\"\[{;=#]*')
_DOUBLE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}
_LITERALS = {"true": True, "false": False, "null": None}


def read_json(body: bytes) -> Node:
    """Parse a body, which is taken as UTF-8; what follows the first object is not looked at.

    :param body: the bytes of the request
    :return: the element named by the first key
    :raises UnreadableBody: where the tokenizer gives up
    """
    try:
        return _read(body.decode("utf-8", "replace"))
    except RecursionError:
        raise UnreadableBody(STREAM, " : nested too deeply") from None


def _read(text: str) -> Node:
    fields = _Tokenizer(text).object()
    if not fields:
        raise UnreadableBody("java.util.NoSuchElementException", "null")
    name, value = next(iter(fields.items()))
    # An array below the root is read as an element of the same name inside it.
    return Node(name, children=_nodes(name, value)) if isinstance(value, list) else _nodes(name, value)[0]


def _nodes(name: str, value: Any) -> list[Node]:
    if isinstance(value, list):
        return [node for item in value for node in _nodes(name, item)]
    if not isinstance(value, dict):
        return [Node(name, _text(value))]
    children = [node for key, item in value.items() if key[:1] not in "@$" for node in _nodes(key, item)]
    return [Node(name, _text(value.get("$")), children)]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return java_double(value) if isinstance(value, float) else str(value)


def java_double(number: float) -> str:
    """A double as Java's ``Double.toString`` writes it: 5.5, 1000.0, 1.0E8, 1.0E-7, Infinity."""
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == 0 or 1e-3 <= abs(number) < 1e7:
        plain = format(Decimal(repr(number)), "f")
        return plain if "." in plain else f"{plain}.0"
    mantissa, _unused, exponent = f"{Decimal(repr(number)):e}".partition("e")
    mantissa = mantissa.rstrip("0") if "." in mantissa else f"{mantissa}."
    return f"{mantissa}0E{int(exponent)}" if mantissa.endswith(".") else f"{mantissa}E{int(exponent)}"


class _Tokenizer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def _fail(self, message: str) -> UnreadableBody:
        where = f"[row,col]:[0,{self.position}]"
        text = f" : ParseError at {where}\nMessage: {message} at character {self.position} of {self.text}"
        return UnreadableBody(STREAM, text)

    def _peek(self) -> str:
        """The next character that counts, not consumed; empty at the end."""
        blanks = _BLANKS.match(self.text, self.position)
        assert blanks is not None
        self.position = blanks.end()
        return self.text[self.position : self.position + 1]

    def _next(self) -> str:
        character = self._peek()
        self.position += len(character)
        return character

    def object(self) -> dict[str, Any]:
        if self._next() != "{":
            raise self._fail("A JSONObject text must begin with '{'")
        fields: dict[str, Any] = {}
        while True:
            if self._peek() == "":
                raise self._fail("A JSONObject text must end with '}'")
            if self._peek() == "}":
                self._next()
                return fields
            key = _text(self.value())
            separator = self._next()
            if separator == "=" and self.text[self.position : self.position + 1] == ">":
                self.position += 1
            elif separator not in (":", "="):
                raise self._fail("Expected a ':' after a key")
            self._put(fields, key, self.value())
            separator = self._next()
            if separator == "}":
                return fields
            if separator not in (",", ";"):
                raise self._fail("Expected a ',' or '}'")

    @staticmethod
    def _put(fields: dict[str, Any], key: str, value: Any) -> None:
        """A repeated key collects its values, so that the element is there twice."""
        if key in fields:
            before = fields[key] if isinstance(fields[key], list) else [fields[key]]
            value = [*before, value]
        fields[key] = value

    def _array(self) -> list[Any]:
        self._next()
        items: list[Any] = []
        if self._peek() == "]":
            self._next()
            return items
        while True:
            items.append(None if self._peek() == "," else self.value())
            separator = self._next()
            if separator == "]":
                return items
            if separator not in (",", ";"):
                raise self._fail("Expected a ',' or ']'")
            if self._peek() == "]":
                self._next()
                return items

    def value(self) -> Any:
        character = self._peek()
        if character in ('"', "'"):
            return self._quoted(self._next())
        if character == "{":
            return self.object()
        if character == "[":
            return self._array()
        word = _WORD.match(self.text, self.position)
        assert word is not None
        self.position = word.end()
        text = word[0].strip()
        if not text:
            raise self._fail("Missing value.")
        return _LITERALS[text.lower()] if text.lower() in _LITERALS else _number(text)

    def _quoted(self, quote: str) -> str:
        characters: list[str] = []
        while True:
            character = self.text[self.position : self.position + 1]
            self.position += 1
            if character == quote:
                # Escapes are UTF-16: two of them may make one character, and half of one is none.
                return "".join(characters).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            if character in ("", "\n", "\r"):
                raise self._fail("Unterminated string")
            characters.append(self._escape() if character == "\\" else character)

    def _escape(self) -> str:
        character = self.text[self.position : self.position + 1]
        self.position += 1
        length = {"u": 4, "x": 2}.get(character)
        if length is None:
            return _ESCAPES.get(character, character)
        digits = self.text[self.position : self.position + length]
        self.position += length
        try:
            return chr(int(digits, 16))
        except ValueError:
            message = f'For input string: "{digits}"'
            raise UnreadableBody("java.lang.NumberFormatException", message) from None


def _number(text: str) -> int | float | str:
    """A number if the word is one in Java's eyes, else the word itself."""
    if not re.match(r"[0-9.+-]", text):
        return text
    if re.fullmatch(r"0[xX][0-9a-fA-F]{1,8}", text):
        return int(text, 16)
    if re.fullmatch(r"0[0-7]{1,20}", text):
        return int(text, 8)
    if re.fullmatch(r"[+-]?\d{1,19}", text) and -(2**63) <= int(text) < 2**63:
        return int(text)
    return float(text) if _DOUBLE.fullmatch(text) else text
