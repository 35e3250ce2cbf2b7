# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One tree, two forms: the XML and the JSON of an answer.

A tree is a dictionary of element names and their contents: another dictionary, a scalar, or a list for repeated
siblings. The JSON follows from the tree by the rules of the vendor's JSON output: the namespace disappears, one sibling
is an object and several are an array, every scalar is a string, and an empty element is ``{}``.
"""

from __future__ import annotations

import json
import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://www.jnctn.net/ns/rest/2006-01"
CPL_NAMESPACE = "urn:ietf:params:xml:ns:cpl"

#: content key that holds an element's attributes; it comes first and has the same name in the JSON form
ATTRIBUTES = "@attributes"
#: content key that holds an element's own default namespace
XMLNS = "@xmlns"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CARRIAGE_RETURN = {"\r": "&#13;"}


def scalar(value: Any) -> str:
    """The text of a stored value: booleans in lower case, nothing for None."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def xml_document(root: str, content: Any) -> bytes:
    """The XML of an answer, with the service's namespace as the default namespace of the root."""
    parts = [_DECLARATION]
    _write_element(parts, root, content, f' xmlns="{NAMESPACE}"')
    return "".join(parts).encode()


def json_document(root: str, content: Any, callback: str | None = None) -> bytes:
    """The JSON of the same answer, called as a function if there is a callback."""
    document = json.dumps({root: _json_content(content)}, ensure_ascii=False, separators=(",", ":"))
    return (f"{callback}( {document} );" if callback else document).encode("utf-8", "replace")


def _write_element(parts: list[str], name: str, content: Any, attributes: str = "") -> None:
    if isinstance(content, list):
        for single in content:
            _write_element(parts, name, single)
    elif isinstance(content, dict):
        if XMLNS in content:
            attributes += f' xmlns="{content[XMLNS]}"'
        for attribute, value in content.get(ATTRIBUTES, {}).items():
            attributes += f" {attribute}={quoteattr(scalar(value))}"
        inner: list[str] = []
        for child, value in content.items():
            if child not in (ATTRIBUTES, XMLNS):
                _write_element(inner, child, value)
        _write_tag(parts, name, attributes, "".join(inner))
    else:
        text = _NOT_XML.sub("\ufffd", scalar(content))
        _write_tag(parts, name, attributes, escape(text, _CARRIAGE_RETURN))


def _write_tag(parts: list[str], name: str, attributes: str, inner: str) -> None:
    parts.append(f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>")


def _json_content(content: Any) -> Any:
    if isinstance(content, dict):
        return {
            name: _json_siblings(value)
            for name, value in content.items()
            if name != XMLNS and not (isinstance(value, list) and not value)
        }
    return scalar(content) or {}


def _json_siblings(value: Any) -> Any:
    if not isinstance(value, list):
        return _json_content(value)
    return _json_content(value[0]) if len(value) == 1 else [_json_content(single) for single in value]
