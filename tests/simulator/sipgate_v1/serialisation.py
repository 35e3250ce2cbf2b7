# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How answers are written: as XML unless the client asks for JSON.

In JSON an answer has one root, named after the struct of the documentation page. In XML the same names are elements,
and the items of a list have a name of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..sipgate_common.json_text import JSON, compact

XML = "application/xml"
VCARD = "text/vcard"
IMAGE = "image/png"
ANYTHING = "*/*"

#: what a client may write for a format
_SYNONYMS = {
    XML: (XML, "text/xml"),
    JSON: (JSON,),
    VCARD: (VCARD, "text/x-vcard"),
    IMAGE: (IMAGE,),
}
#: list -> what XML calls one of it, where that is not the name without its last letter
_ITEM_NAMES = {
    "faxes": "fax",
    "sms": "sms",
    "sources": "endpoint",
    "targets": "endpoint",
    "entries": "entry",
    "incomingNumbers": "number",
    "directDialNumbers": "number",
    "previews": "page",
    "smsVouchers": "voucher",
    "minuteVouchers": "voucher",
    "faxVouchers": "voucher",
    "unit": "unit",
}
#: lists whose items stand directly in the parent, under the name of the list
_REPEATED = frozenset({"extension"})


@dataclass(frozen=True)
class Answer:
    """A struct under its root.

    :param root: the root's name
    :param value: what is under it: objects, lists, texts, numbers, booleans and null
    :param xml_root: the name of XML's root element where it is another one
    """

    root: str
    value: Any
    xml_root: str | None = None


def chosen_format(accept: str | None, formats: Iterable[str]) -> str | None:
    """The format that a client gets.

    :param accept: the ``Accept`` header; none, or one that takes everything, means the first format
    :param formats: those there are
    :return: None if there is none that the client takes
    """
    offered = list(formats)
    for wanted in _wanted_types(accept or ANYTHING):
        if wanted in (ANYTHING, "application/*"):
            return offered[0]
        for candidate in offered:
            if wanted in _SYNONYMS[candidate] or wanted == f"{candidate.partition('/')[0]}/*":
                return candidate
    return None


def _wanted_types(accept: str) -> list[str]:
    """The media types of an ``Accept`` header, the most wanted first."""
    ranked = []
    for place, part in enumerate(accept.lower().split(",")):
        media_type, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = float(parameter[2:])
                except ValueError:
                    quality = 0.0
        if media_type and quality > 0:
            ranked.append((-quality, place, media_type))
    return [media_type for _quality, _place, media_type in sorted(ranked)]


def as_json(answer: Answer, lists: str, scalars: str) -> bytes:
    """An answer as JSON.

    :param lists: how lists come: as ``array``, as ``map`` keyed by position, or ``single``, where a list of one is
        that one alone
    :param scalars: ``native``, or ``string`` if numbers and booleans come as strings
    """
    return compact({answer.root: _shaped(answer.value, lists, scalars)})


def _shaped(value: Any, lists: str, scalars: str) -> Any:
    if isinstance(value, Mapping):
        return {name: _shaped(item, lists, scalars) for name, item in value.items()}
    if isinstance(value, list):
        items = [_shaped(item, lists, scalars) for item in value]
        if lists == "map":
            return {str(place): item for place, item in enumerate(items)}
        return items[0] if lists == "single" and len(items) == 1 else items
    if scalars == "string" and value is not None:
        return _text(value)
    return value


def as_xml(answer: Answer) -> bytes:
    """An answer as XML."""
    root = etree.Element(answer.xml_root or answer.root)
    value = answer.value
    if isinstance(value, Mapping) and list(value) == [answer.root]:
        value = value[answer.root]
    _fill(root, answer.root, value)
    return document(root)


def document(root: Any) -> bytes:
    """An element as an XML document."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + bytes(etree.tostring(root, encoding="UTF-8"))


def _fill(element: Any, name: str, value: Any) -> None:
    if isinstance(value, Mapping):
        for key, item in value.items():
            _append(element, key, item)
    elif isinstance(value, list):
        for item in value:
            child = etree.SubElement(element, _ITEM_NAMES.get(name, name.removesuffix("s")))
            _fill(child, child.tag, item)
    elif value is not None:
        element.text = _text(value)


def _append(parent: Any, name: str, value: Any) -> None:
    if name in _REPEATED and isinstance(value, list):
        for item in value:
            _append(parent, name, item)
    else:
        _fill(etree.SubElement(parent, name), name, value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _printable(str(value))


def _printable(text: str) -> str:
    """XML has no place for control characters."""
    return "".join(character for character in text if character >= " " or character in "\t\n\r")
