# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The habits of PHP that show on the wire: how it reads parameters, converts values, and writes and reads JSON.

Strings hold bytes that are not valid UTF-8 as surrogate escapes, because PHP strings are bytes: such a value travels
through the page unharmed and makes ``json_encode`` fail, as it does on the real server.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

from ..core.interface import Request

#: a request variable: text, or an array (``name[]=``, ``name[key]=``) with its keys as text
Variable = str | dict[str, "Variable"]
Variables = dict[str, Variable]

_NUMBER = re.compile(r"[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)")
_SUBSCRIPT = re.compile(r"\[([^\]]*)\]")
_INT_MAX = 2**63 - 1


class UncaughtError(Exception):
    """A PHP error that nobody catches: the request ends with status 500 and what was printed so far."""


def request_variables(request: Request) -> Variables:
    """``$_REQUEST`` with the default ``request_order`` "GP": query and form body merged, the body wins.

    :param request: PHP fills ``$_POST`` for the method POST only, from a form-encoded or a multipart body
    :return: variable name -> text or array
    """
    variables = query_variables(request)
    if request.method == "POST" and request.body:
        body: Variables = {}
        _register_all(body, _body_pairs(request))
        _overlay(variables, body)
    return variables


def query_variables(request: Request) -> Variables:
    """``$_GET``."""
    variables: Variables = {}
    _register_all(variables, _form_pairs(request.query.encode("utf-8", "surrogateescape")))
    return variables


def _body_pairs(request: Request) -> Iterator[tuple[str, str]]:
    content_type = request.headers.get("Content-Type", "")
    kind = content_type.split(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        yield from _form_pairs(request.body)
    elif kind == "multipart/form-data":
        head = f"Content-Type: {content_type}\r\n\r\n".encode("utf-8", "surrogateescape")
        message = email.message_from_bytes(head + request.body, policy=email.policy.HTTP)
        for part in message.iter_parts():
            name = part.get_param("name", header="content-disposition")
            if isinstance(name, str) and part.get_filename() is None:
                payload = part.get_payload(decode=True)
                yield name, _text(payload) if isinstance(payload, bytes) else ""


def _form_pairs(encoded: bytes) -> Iterator[tuple[str, str]]:
    for pair in encoded.split(b"&"):
        if pair:
            name, _equals, value = pair.partition(b"=")
            yield _url_decoded(name), _url_decoded(value)


def _url_decoded(encoded: bytes) -> str:
    return _text(unquote_to_bytes(encoded.replace(b"+", b" ")))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _register_all(variables: Variables, pairs: Iterator[tuple[str, str]]) -> None:
    for name, value in pairs:
        _register(variables, name.lstrip(" "), value)


def _register(variables: Variables, name: str, value: str) -> None:
    bracket = name.find("[")
    closed = bracket >= 0 and "]" in name[bracket:]
    stem = name[:bracket] if closed else name.replace("[", "_", 1)
    stem = stem.replace(".", "_").replace(" ", "_")
    if not stem:
        return
    if not closed:
        variables[stem] = value
        return
    array, key = variables, stem
    position = bracket
    while subscript := _SUBSCRIPT.match(name, position):
        inner = array.get(key)
        if not isinstance(inner, dict):
            inner = array[key] = {}
        array, key = inner, subscript[1].strip(" ") or _next_index(inner)
        position = subscript.end()
    array[key] = value


def _next_index(array: Variables) -> str:
    return str(max((int(key) for key in array if key.isdecimal()), default=-1) + 1)


def _overlay(below: Variables, above: Variables) -> None:
    """Arrays of the same name are merged key by key; everything else is replaced."""
    for name, value in above.items():
        lower = below.get(name)
        if isinstance(value, dict) and isinstance(lower, dict):
            _overlay(lower, value)
        else:
            below[name] = value


def integer(value: Any) -> int:
    """``(int)`` of a request variable or a JSON scalar: leading number, truncated; 0 for other text."""
    if isinstance(value, dict):
        return int(bool(value))
    if value is None or isinstance(value, (bool, int)):
        return int(value or 0)
    match = _NUMBER.match(str(value))
    if not match:
        return 0
    number = match[1]
    try:
        whole = int(number)
    except ValueError:
        as_float = float(number)
        whole = int(as_float) if abs(as_float) < 2**63 else 0
    return max(-_INT_MAX - 1, min(_INT_MAX, whole))


def string(value: Any) -> str:
    """``(string)`` of a JSON scalar; an array or object cannot become a database value.

    :raises UncaughtError: for arrays and objects
    """
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, (list, dict)):
        raise UncaughtError("Array to string conversion")
    if isinstance(value, float):
        return _double(value)
    return str(value)


def _double(value: float) -> str:
    """A float with the fourteen digits of the ini setting ``precision``, which JSON does not follow."""
    mantissa, mark, exponent = f"{value:.14G}".partition("E")
    if not mark:
        return mantissa
    return f"{mantissa}{'' if '.' in mantissa else '.0'}E{int(exponent):+d}"


def is_empty(value: Any) -> bool:
    """``empty()``: nothing, the empty string, ``"0"``, 0, false and empty lists; an object is never empty here."""
    return value in (None, "", "0", 0, False) or value == []


def scalar(variables: Variables, name: str) -> str:
    """A variable handed to a string function, "" if absent.

    :raises UncaughtError: the variable is an array, which PHP 8's string functions refuse
    """
    value = variables.get(name, "")
    if isinstance(value, dict):
        raise UncaughtError(f"{name} is an array")
    return value


def elements(variables: Variables, name: str) -> list[str]:
    """The text elements of an array variable; nothing if it is absent or not an array."""
    value = variables.get(name)
    return [item for item in value.values() if isinstance(item, str)] if isinstance(value, dict) else []


def trim(value: str) -> str:
    return value.strip(" \t\n\r\0\x0b")


def lower(value: str) -> str:
    """``strtolower``: ASCII letters only."""
    return "".join(chr(ord(char) + 32) if "A" <= char <= "Z" else char for char in value)


def is_utf8(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def json_encode(value: Any) -> str:
    r"""PHP's ``json_encode``: ``/`` as ``\/``, non-ASCII as ``\u00e4``, no spaces, whole floats without fraction.

    :return: the text, or "" where PHP returns false because a string is not valid UTF-8
    """
    encoded = json.dumps(_whole_floats_as_integers(value), ensure_ascii=True, separators=(",", ":"))
    if re.search(r"\\ud[c-f]", encoded) and not is_utf8(json.dumps(value, ensure_ascii=False)):
        return ""
    return encoded.replace("/", "\\/")


def _whole_floats_as_integers(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, dict):
        return {key: _whole_floats_as_integers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole_floats_as_integers(item) for item in value]
    return value


def json_decode(text: str) -> Any:
    """PHP's ``json_decode``: None for what is not JSON, as for ``null`` itself."""
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_int=_parse_int)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value


def _parse_int(digits: str) -> int | float:
    number = int(digits) if len(digits) < 20 else float(digits)
    return number if abs(number) <= _INT_MAX else float(digits)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")
