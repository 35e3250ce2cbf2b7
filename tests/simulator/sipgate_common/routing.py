# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a raw path to the operations that the API's reference prints for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar
from urllib.parse import unquote


class Routed(Protocol):
    """An operation: its HTTP method and its path template, parameters in braces."""

    @property
    def method(self) -> str: ...

    @property
    def template(self) -> str: ...


Operation = TypeVar("Operation", bound=Routed)


@dataclass(frozen=True)
class Match(Generic[Operation]):
    """A path that the API knows: its template, its operations by method and the decoded values of its parameters."""

    template: str
    operations: Mapping[str, Operation]
    parameters: Mapping[str, str]


@dataclass
class _Node(Generic[Operation]):
    literals: dict[str, _Node[Operation]] = field(default_factory=dict)
    parameter: _Node[Operation] | None = None
    template: str = ""
    names: tuple[str, ...] = ()
    operations: dict[str, Operation] = field(default_factory=dict)


class RouteTable(Generic[Operation]):
    """All operations of an API, found by walking the path's segments.

    A literal segment wins over a parameter, as in the resource matching of JAX-RS.

    :param operations: the operations; two that differ only in their method share a template
    """

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root: _Node[Operation] = _Node()
        for operation in operations:
            self._add(operation)

    def _add(self, operation: Operation) -> None:
        node = self._root
        names = []
        for segment in _segments(operation.template):
            if segment.startswith("{"):
                names.append(segment[1:-1])
                if node.parameter is None:
                    node.parameter = _Node()
                node = node.parameter
            else:
                node = node.literals.setdefault(segment, _Node())
        node.template = operation.template
        node.names = tuple(names)
        node.operations[operation.method] = operation

    def find(self, path: str) -> Match[Operation] | None:
        """The operations of a raw path, or None if the API does not know it.

        :param path: raw, below the API's base; a trailing slash makes no difference
        """
        found = _walk(self._root, [unquote(segment) for segment in _segments(path)], 0, ())
        if found is None:
            return None
        node, values = found
        return Match(node.template, node.operations, dict(zip(node.names, values, strict=True)))


def _segments(path: str) -> list[str]:
    return path.removeprefix("/").removesuffix("/").split("/")


def _walk(
    node: _Node[Operation], segments: Sequence[str], index: int, values: tuple[str, ...]
) -> tuple[_Node[Operation], tuple[str, ...]] | None:
    if index == len(segments):
        return (node, values) if node.operations else None
    segment = segments[index]
    literal = node.literals.get(segment)
    found = _walk(literal, segments, index + 1, values) if literal is not None else None
    if found is None and node.parameter is not None and segment:
        found = _walk(node.parameter, segments, index + 1, (*values, segment))
    return found
