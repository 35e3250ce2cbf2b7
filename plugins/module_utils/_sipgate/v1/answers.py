# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading v1's answers, whose shapes vary: JSON or XML, wrapped in one name or two, lists as arrays or maps.

A list may come as an array, as an object keyed by position, or, of one element, as that element. Numbers and booleans
may be texts. The names of roots differ with ``complexity`` and with the kind of encoding. So things are looked for by
name, however deep they are wrapped, and never by an exact root.
"""

from __future__ import annotations

import typing as t

from ..._codec.json_text import parse_json
from ..._codec.xml_text import parse_xml
from ..._http.answer import Answer
from ..._model.values import to_bool


def content_of(answer: Answer) -> t.Any:
    """The answer's value: XML becomes maps and texts, its root a map of one. :raises RequestError: it is neither."""
    if "xml" in answer.headers.get("content-type", "") or answer.body.lstrip().startswith(b"<"):
        root = parse_xml(answer)
        return {str(root.tag): _from_xml(root)}
    return parse_json(answer)


def _from_xml(element: t.Any) -> t.Any:
    if len(element) == 0:
        return element.text or ""
    value: dict[str, t.Any] = {}
    for child in element:
        inner = _from_xml(child)
        if child.tag not in value:
            value[child.tag] = inner
        elif isinstance(value[child.tag], list):
            value[child.tag].append(inner)
        else:
            value[child.tag] = [value[child.tag], inner]
    return value


def listed(value: t.Any) -> list[t.Any]:
    """A list, however it came."""
    if value in (None, "", {}):
        return []
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        if value and all(str(key).isdigit() for key in value):
            return list(value.values())
        inner = next(iter(value.values())) if len(value) == 1 else None
        # In XML the items of a list have a name of their own.
        if isinstance(inner, list) or (isinstance(inner, dict) and inner):
            return listed(inner) if isinstance(inner, list) else [inner]
    return [value]


def texts(value: t.Any) -> list[str]:
    """A list of texts, however it came."""
    if isinstance(value, dict) and len(value) == 1 and isinstance(next(iter(value.values())), str):
        value = next(iter(value.values()))
    return [str(one) for one in listed(value)]


def rows_in(content: t.Any, names: t.Sequence[str]) -> list[t.Any]:
    """The list under one of these names, however deep it is wrapped."""
    node = content
    while isinstance(node, dict):
        name = next((name for name in names if name in node), None)
        if name is None:
            if len(node) != 1:
                break
            node = next(iter(node.values()))
            continue
        inner = node[name]
        if not (isinstance(inner, dict) and any(other in inner for other in names)):
            return listed(inner)
        node = inner
    return listed(node)


def struct_in(content: t.Any, names: t.Sequence[str]) -> dict[str, t.Any]:
    """The object under one of these names, or the innermost one of wrappings that hold nothing else."""
    node = content
    while isinstance(node, dict):
        name = next((name for name in names if isinstance(node.get(name), dict)), None)
        if name is not None:
            return t.cast("dict[str, t.Any]", node[name])
        inner = next(iter(node.values())) if len(node) == 1 else None
        if not isinstance(inner, dict):
            return node
        node = inner
    return {}


def boolean(value: t.Any) -> bool | None:
    """A boolean, also from a text; ``None`` when it is none."""
    try:
        return None if value is None or value == "" else to_bool(value)
    except ValueError:
        return None


def number(value: t.Any) -> int | None:
    """A whole number, also from a text; ``None`` when it is none."""
    try:
        return int(str(value))
    except ValueError:
        return None
