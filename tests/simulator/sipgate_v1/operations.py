# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an operation is, and what the function that carries it out is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..sipgate_common.parameters import Parameters, whole_number
from ..sipgate_common.table import Row
from .account import Account
from .serialisation import JSON, XML

#: the two formats of every struct
STRUCT = (XML, JSON)


class Refusal(Exception):
    """A request that the API does not carry out.

    :param status: the HTTP status
    :param message: what is wrong
    :param headers: further headers of the answer
    """

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = headers or {}


@dataclass
class Context:
    """One request, after it was let through.

    ``parameters`` are those of the path, ``values`` those of the query and of a form. ``format`` is what the client
    gets. ``full`` is whether it asked for more than the base fields.
    """

    account: Account
    knobs: Mapping[str, Any]
    now: float
    base_url: str
    user: Row
    parameters: Mapping[str, str]
    values: Parameters
    version: tuple[int, ...]
    complexity: str | None
    format: str
    body: bytes
    content_type: str

    @property
    def detailed(self) -> bool:
        """Whether the fields that the documentation tags SIMPLE are shown; an unknown complexity shows none."""
        return self.complexity in ("simple", "full")

    def needed(self, name: str) -> str:
        """A parameter that must be there, or 400."""
        value = self.values.first(name)
        if not value:
            raise Refusal(400, f"missing parameter {name}")
        return value

    def flag(self, name: str = "value") -> bool:
        """A parameter that is ``true`` or ``false``, or 400."""
        text = self.needed(name)
        if text not in ("true", "false"):
            raise Refusal(400, f"parameter {name} must be true or false")
        return text == "true"

    def whole(self, name: str) -> int | None:
        """A parameter that is a number from 0, or 400; None if it is missing."""
        text = self.values.first(name)
        if text is None:
            return None
        number = whole_number(text)
        if number is None:
            raise Refusal(400, f"parameter {name} must be a number")
        return number

    def own(self, row: Row | None, what: str) -> Row:
        """The record if it is the user's, or 404: what others have does not show."""
        if row is None or row["owner"] != self.user["id"]:
            raise Refusal(404, f"{what} not found")
        return row

    def link(self, path: str) -> str:
        """The absolute URL of a path below the user: always the literal ``my``, with a trailing slash, no query."""
        return f"{self.base_url}/my/{path}/"

    @property
    def zone(self) -> tzinfo:
        try:
            return ZoneInfo(self.user["timezone"])
        except (ZoneInfoNotFoundError, ValueError):
            return timezone.utc

    def timestamp(self, seconds: float | None) -> str:
        """A time with milliseconds and the offset of the user's zone; "" for none."""
        if seconds is None:
            return ""
        moment = datetime.fromtimestamp(seconds, self.zone)
        return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}{moment:%z}"


@dataclass(frozen=True)
class Operation:
    """An operation of the documentation page.

    :param method: the HTTP method
    :param path: the path below the user
    :param handler: carries it out and returns an ``Answer``, None where no struct is documented, or a ready response
    :param formats: what it can answer; empty for a document that comes as it is, whatever the client accepts
    """

    method: str
    path: str
    handler: Callable[[Context], Any]
    formats: tuple[str, ...] = STRUCT
    template: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "template", f"/{{userId}}/{self.path}/")

    @property
    def writes(self) -> bool:
        """Whether it would change the account."""
        return self.method != "GET"
