# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of a request: query string, form body, bracket arrays, and their echo in the answer.

The brackets become nested arrays as in PHP, which the vendor's examples presuppose (``RoleNames[]``,
``MemberAddresses[user@domain]``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, Union
from urllib.parse import parse_qsl

from ...core.interface import Request

#: a scalar, or an array of values by key
Value = Union[str, "dict[str, Value]"]

#: parameters that the service masks in its echo, as recorded since 2014
MASKED = frozenset(
    {"Password", "PasswordConfirm", "CurrentPortalPassword", "NewPortalPassword", "NewPortalPasswordConfirm"}
)
#: parameters that must not stand in a URL
SECRETS = MASKED | {"SessionId", "Pin"}

_MASK = "******"
#: PHP's max_input_nesting_level
_DEEPEST = 64
_BRACKETED = re.compile(r"([^\[]+)((?:\[[^\[\]]*\])+)\Z")
# Python's letters and digits, without those that no name in XML may have, such as superscripts.
_XML_LETTERS = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NCNAME = re.compile(rf"(?=[^\W\d][\w.\-]*\Z)[{_XML_LETTERS}0-9.\-]+\Z")


def read_parameters(request: Request) -> dict[str, Value]:
    """All parameters of a request, in request order.

    A name that comes both in the query and in the body has the value of the body. Only the two form encodings are
    read; no document of the vendor knows another body.
    """
    return {**_nested(_query_pairs(request)), **_nested(_body_pairs(request))}


def secrets_in_query(request: Request) -> list[str]:
    """Names of the secret parameters that the URL carries."""
    return [name for name in _nested(_query_pairs(request)) if name in SECRETS]


def echo(parameters: Mapping[str, Value], added: Iterable[tuple[str, str]], clear: bool) -> list[dict[str, Any]]:
    """The ``Parameter`` elements that repeat a request.

    :param parameters: what the client sent
    :param added: what the server added by default
    :param clear: whether passwords are shown, as they were in recordings of 2010
    :return: one tree each; a name that is no NCName cannot be echoed in a valid document and is left out
    """
    rows: list[tuple[str, Value]] = [*parameters.items(), *added]
    return [
        {"Name": name, **_echoed(_MASK if name in MASKED and not clear else value)}
        for name, value in rows
        if _NCNAME.match(name)
    ]


def _echoed(value: Value) -> dict[str, Any]:
    if isinstance(value, str):
        return {"Value": value}
    elements = [{"Key": key, **_echoed(inner)} for key, inner in value.items()]
    return {"Array": {"Elements": {"Element": elements}}}


def _query_pairs(request: Request) -> list[tuple[str, str]]:
    return parse_qsl(request.query, keep_blank_values=True, errors="replace")


def _body_pairs(request: Request) -> list[tuple[str, str]]:
    if request.method != "POST":
        return []
    content_type = request.headers.get("Content-Type", "")
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type == "application/x-www-form-urlencoded":
        return parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace")
    if media_type == "multipart/form-data":
        return list(_multipart_fields(content_type, request.body))
    return []


def _multipart_fields(content_type: str, body: bytes) -> Iterator[tuple[str, str]]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    for part in message.iter_parts() if message.is_multipart() else ():
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        if isinstance(name, str) and part.get_filename() is None and isinstance(payload, bytes):
            yield name, payload.decode("utf-8", "replace")


def _nested(pairs: Iterable[tuple[str, str]]) -> dict[str, Value]:
    tree: dict[str, Value] = {}
    for name, value in pairs:
        bracketed = _BRACKETED.match(name)
        keys = bracketed[2][1:-1].split("][") if bracketed else []
        if len(keys) > _DEEPEST:
            continue
        holder, key = tree, bracketed[1] if bracketed else name
        for inner in keys:
            child = holder.get(key)
            if not isinstance(child, dict):
                child = holder[key] = {}
            holder, key = child, inner or _next_index(child)
        holder[key] = value
    return tree


def _next_index(array: Mapping[str, Value]) -> str:
    index = len(array)
    while str(index) in array:
        index += 1
    return str(index)
