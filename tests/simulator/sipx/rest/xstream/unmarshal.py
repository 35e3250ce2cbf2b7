# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Element tree to values, with the refusals of XStream."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .nodes import Node
from .schema import Document, ListOf, Record, Scalar, Type

_XSTREAM = "com.thoughtworks.xstream"
CONVERSION = f"{_XSTREAM}.converters.ConversionException"
UNKNOWN_CLASS = f"{_XSTREAM}.mapper.CannotResolveClassException"
UNKNOWN_FIELD = f"{_XSTREAM}.converters.reflection.AbstractReflectionConverter$UnknownFieldException"
DUPLICATE_FIELD = f"{_XSTREAM}.converters.reflection.AbstractReflectionConverter$DuplicateFieldException"
STREAM = f"{_XSTREAM}.io.StreamException"


class UnreadableBody(Exception):
    """A request body the server cannot turn into its bean; the exception escapes the resource.

    :param java_class: class of the Java exception
    :param text: its message, which may span lines
    """

    def __init__(self, java_class: str, text: str) -> None:
        super().__init__(text)
        self.java_class = java_class
        self.text = text


def _with_details(message: str, cause_class: str | None, holder: str, path: str) -> str:
    """An exception text with the block of debugging information that XStream adds."""
    details = {"message": message}
    if cause_class:
        details |= {"cause-exception": cause_class, "cause-message": message}
    details |= {"class": holder, "required-type": holder, "path": path, "version": "1.4.8"}
    first_line = f"{message} : {message}" if cause_class else message
    rows = "\n".join(f"{name:<20}: {value}" for name, value in details.items())
    return f"{first_line}\n---- Debugging information ----\n{rows}\n-------------------------------"


def unmarshal(root: Node, document: Document) -> Any:
    """Turn a tree into the values of a document.

    :param root: the parsed body
    :param document: what is expected
    :return: records as dicts by wire name, lists as lists; what was not there is as in a new Java bean
    :raises UnreadableBody: for another root, an unknown or repeated element, or a text that does not convert
    """
    if root.name != document.root:
        raise UnreadableBody(UNKNOWN_CLASS, root.name)
    return _value(root, document.type, f"/{root.name}")


def _value(node: Node, type_: Type, path: str) -> Any:
    if isinstance(type_, Record):
        return _record(node, type_, path)
    if isinstance(type_, ListOf):
        return _list(node, type_, path)
    return _scalar(node, type_, path)


def _scalar(node: Node, type_: Scalar, path: str) -> Any:
    try:
        return type_.read(node.text)
    except ValueError as error:
        text = _with_details(str(error), type_.error_class, type_.java_class, path)
        raise UnreadableBody(CONVERSION, text) from None


def _list(node: Node, type_: ListOf, path: str) -> list[Any]:
    items = []
    for child in node.children:
        if child.name != type_.item_name:
            text = _with_details(child.name, UNKNOWN_CLASS, "java.util.ArrayList", f"{path}/{child.name}")
            raise UnreadableBody(CONVERSION, text)
        items.append(_value(child, type_.item, f"{path}/{child.name}"))
    return items


def _record(node: Node, type_: Record, path: str) -> dict[str, Any]:
    values = empty(type_)
    seen: Counter[str] = Counter()
    for child in node.children:
        field = type_.by_name.get(child.name)
        if field is None:
            message = f"No such field {type_.java_class}.{child.name}"
            raise UnreadableBody(UNKNOWN_FIELD, _with_details(message, None, type_.java_class, f"{path}/{child.name}"))
        seen[child.name] += 1
        if seen[child.name] > 1:
            message = f"Duplicate field m_{child.name}"
            where = f"{path}/{child.name}[{seen[child.name]}]"
            raise UnreadableBody(DUPLICATE_FIELD, _with_details(message, None, type_.java_class, where))
        values[child.name] = _value(child, field.type, f"{path}/{child.name}")
    return values


def empty(type_: Record) -> dict[str, Any]:
    """The values of a bean of which nothing was sent."""
    return {field.name: field.type.missing if isinstance(field.type, Scalar) else None for field in type_.fields}
