# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values to text: the pretty-printing writers of XStream."""

from __future__ import annotations

import json
import re
from typing import Any

from .schema import Document, ListOf, Record, Type

_XML_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\r": "&#xd;"}
_XML_SPECIAL = re.compile("[&<>\"'\x00-\x08\x0b-\x1f\x7f-\x9f]")


def xml_text(text: str) -> str:
    """Text with the five special characters and the control characters escaped as the pretty printer does."""
    return _XML_SPECIAL.sub(lambda found: _XML_ESCAPES.get(found[0]) or f"&#x{ord(found[0]):x};", text)


def write_xml(document: Document, value: Any) -> str:
    """A value as pretty-printed XML without declaration; what is None is left out.

    :param document: root name and declaration
    :param value: what ``unmarshal`` would return
    """
    lines: list[str] = []
    _element(document.root, document.type, value, "", lines)
    return "\n".join(lines)


def _scalar_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return xml_text(str(value))


def _element(name: str, type_: Type, value: Any, indent: str, lines: list[str]) -> None:
    if isinstance(type_, Record):
        children = [(field.name, field.type, value[field.name]) for field in type_.fields]
    elif isinstance(type_, ListOf):
        children = [(type_.item_name, type_.item, item) for item in value]
    else:
        lines.append(f"{indent}<{name}>{_scalar_text(value)}</{name}>")
        return
    present = [child for child in children if child[2] is not None]
    if not present:
        lines.append(f"{indent}<{name}/>")
        return
    lines.append(f"{indent}<{name}>")
    for child in present:
        _element(*child, f"{indent}  ", lines)
    lines.append(f"{indent}</{name}>")


def write_json(document: Document, value: Any) -> str:
    """A value as pretty-printed regular JSON under the root key; what is None is left out.

    :param document: root name and declaration
    :param value: what ``unmarshal`` would return
    """
    out = [f'{{"{document.root}": ']
    _json(document.type, value, "", out)
    out.append("}")
    return "".join(out)


def _json(type_: Type, value: Any, indent: str, out: list[str]) -> None:
    if isinstance(type_, Record):
        deeper = f"{indent}  "
        opening = "{"
        for field in type_.fields:
            if value[field.name] is not None:
                out.append(f'{opening}\n{deeper}"{field.name}": ')
                _json(field.type, value[field.name], deeper, out)
                opening = ","
        out.append("{}" if opening == "{" else f"\n{indent}}}")
    elif isinstance(type_, ListOf):
        deeper = f"{indent}  "
        opening = "["
        for item in value:
            out.append(f"{opening}\n{deeper}")
            _json(type_.item, item, deeper, out)
            opening = ","
        out.append("[]" if opening == "[" else f"\n{indent}]")
    else:
        out.append(json.dumps(value, ensure_ascii=False))
