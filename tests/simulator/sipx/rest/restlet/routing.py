# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""URL templates, matched as Restlet 1.1 does: by prefix, and the longest match wins."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from .resource import Resource

MODIFYING = frozenset(("PUT", "POST", "DELETE"))
#: a character of a path segment; a variable takes one or more, and they are not percent-decoded
_PCHAR = r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
_VARIABLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Route:
    """A template and the resource behind it.

    :param template: path below ``/rest``, with variables in braces; it may contain a query
    :param resource: the resource class
    :param writes: methods that would change provisioned state if they were accepted
    :param secrets: variables that carry a secret
    """

    template: str
    resource: type[Resource]
    writes: Collection[str] = MODIFYING
    secrets: tuple[str, ...] = ()
    pattern: re.Pattern[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        parts = _VARIABLE.split(self.template)
        pattern = "".join(
            f"(?P<{part}>{_PCHAR}+)" if index % 2 else re.escape(part) for index, part in enumerate(parts)
        )
        object.__setattr__(self, "pattern", re.compile(pattern))


@dataclass(frozen=True)
class Match:
    """A route that matched, with its variables as they stand in the URL."""

    route: Route
    variables: dict[str, str]


class Router:
    """All routes of the servlet.

    :param routes: of two routes that match equally far, the earlier one wins
    """

    def __init__(self, routes: Iterable[Route]) -> None:
        self.routes = tuple(routes)
        self._find = lru_cache(maxsize=4096)(self._search)

    def find(self, remaining: str) -> Match | None:
        """The route whose template matches the longest beginning of a URL.

        :param remaining: what follows ``/rest``, query string included
        """
        return self._find(remaining)

    def _search(self, remaining: str) -> Match | None:
        best, best_end = None, -1
        for route in self.routes:
            found = route.pattern.match(remaining)
            if found is not None and found.end() > best_end:
                best, best_end = Match(route, found.groupdict()), found.end()
        return best
