# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which resource method answers a request: path, then method, then media types, as CXF decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from ..integers import java_int
from . import media
from .failures import http_error, no_route

#: path parameters that take the rest of the path, slashes included
REST_OF_PATH = frozenset({"path"})
#: what any other takes: an encoded slash ends a segment too, so that no name with a slash can be addressed
SEGMENT = "(?:(?!%2[fF])[^/])+"


def as_id(text: str) -> int | None:
    """The number of a text that parses as a 32-bit signed integer, else None.

    This syntax alone decides whether a path parameter is an id or another key; there is no second try.
    """
    return java_int(text)


@dataclass(frozen=True)
class Route:
    """One resource method.

    :param method: HTTP method
    :param template: path below ``/api``; ``{name}`` is a segment, ``{name:int}`` an integer, ``{path}`` the rest
    :param handler: called with the exchange; what it returns becomes the answer
    :param consumes: request media types
    :param produces: response media types, preferred first; only settings are XML too, which the server offers widely
    :param write: whether it changes provisioned state; None for what the method suggests
    :param action: what the journal calls it, None for nothing
    """

    method: str
    template: str
    handler: Callable[[Any], Any]
    consumes: Sequence[str] = media.BEANS
    produces: Sequence[str] = (media.JSON,)
    write: bool | None = None
    action: str | None = None
    pattern: re.Pattern[str] = field(init=False, repr=False, compare=False)
    integers: frozenset[str] = field(init=False, repr=False, compare=False)
    literal_length: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parameters = re.findall(r"\{(\w+)(:int)?\}", self.template)
        expression = re.sub(
            r"\{(\w+)(?::int)?\}",
            lambda match: f"(?P<{match[1]}>{'.+' if match[1] in REST_OF_PATH else SEGMENT})",
            self.template,
        )
        object.__setattr__(self, "pattern", re.compile(expression))
        object.__setattr__(self, "integers", frozenset(name for name, integer in parameters if integer))
        object.__setattr__(self, "literal_length", len(re.sub(r"\{[^}]*\}", "", self.template)))

    @property
    def is_write(self) -> bool:
        """Whether an accepted request would change provisioned state."""
        return self.method != "GET" if self.write is None else self.write

    @property
    def documented(self) -> str:
        """The template as the reference writes it."""
        return "/api" + self.template.replace(":int}", "}")


@dataclass(frozen=True)
class Match:
    """A route that a request leads to, with its decoded path parameters."""

    route: Route
    raw: dict[str, str]

    def parameters(self) -> dict[str, Any]:
        """The path parameters, integers converted.

        :raises FrameworkError: where an integer is required and there is none
        """
        values: dict[str, Any] = {}
        for name, text in self.raw.items():
            number = as_id(text) if name in self.route.integers else text
            if number is None:
                raise no_route()
            values[name] = number
        return values


class Router:
    """All routes, found by the first segment of the path; the most literal template wins."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._by_first_segment: dict[str, list[Route]] = {}
        for route in routes:
            self._by_first_segment.setdefault(route.template.split("/")[1], []).append(route)
        for candidates in self._by_first_segment.values():
            candidates.sort(key=lambda route: route.literal_length, reverse=True)

    def of_class(self, path: str) -> list[Route]:
        """The routes of the resource class that a path belongs to, most literal first; none for an unknown one.

        :param path: raw path below ``/api``, without a trailing slash
        """
        segment = path.split("/")[1] if path.startswith("/") else ""
        return self._by_first_segment.get(segment, [])

    def everything(self) -> list[Route]:
        """The routes of all resource classes."""
        return [route for candidates in self._by_first_segment.values() for route in candidates]

    def matching(self, path: str) -> list[Match]:
        """The routes of every method whose template has the path, most literal first.

        :param path: raw path below ``/api``, without a trailing slash
        :raises FrameworkError: when no resource class has the first segment
        """
        candidates = self.of_class(path)
        if not candidates:
            raise no_route()
        found = ((route, route.pattern.fullmatch(path)) for route in candidates)
        return [
            Match(route, {name: unquote(text) for name, text in match.groupdict().items()})
            for route, match in found
            if match
        ]

    def chosen(
        self, path: str, method: str, content_type: str | None, accept: str | None, json_first: bool = False
    ) -> tuple[Match, str]:
        """The one route that answers, and the media type of its answer.

        :param json_first: prefer JSON also where the resource declares no media types
        :raises FrameworkError: 404, 405, 415 or 406, as far as the best candidates get
        """
        matches = self.matching(path)
        if not matches:
            raise http_error(404)
        of_method = [match for match in matches if match.route.method == method]
        if not of_method:
            raise http_error(405)
        consuming = [match for match in of_method if media.consumable(content_type, match.route.consumes)]
        if not consuming:
            raise http_error(415)
        for match in consuming:
            undeclared = match.route.produces is media.UNDECLARED
            produced = media.chosen(accept, media.BEANS if undeclared and json_first else match.route.produces)
            if produced is not None:
                return match, produced
        raise http_error(406)

    def described(self, path: str, method: str) -> Route | None:
        """The route that the journal names for a request, or None; media types do not matter."""
        for route in self.of_class(path):
            if route.method == method and route.pattern.fullmatch(path):
                return route
        return None
