# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an operation is, and what the function that carries it out is given."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from ..sipgate_common.parameters import Parameters, whole_number
from ..sipgate_common.table import Row
from .account import Account
from .bodies import Field
from .refusals import NAMED, bad_parameter, forbidden, not_found

#: scopes of an operation that needs no credential
OPEN: tuple[str, ...] = ("open",)
#: scopes of an operation that takes any valid credential
ANY_CREDENTIAL: tuple[str, ...] = ()


@dataclass
class Context:
    """One request, after it was let through.

    ``user`` is who the credential belongs to, ``owner`` the user that the path names. Both are empty where there is
    none. ``body`` is the body as it was read.
    """

    account: Account
    knobs: Mapping[str, Any]
    now: float
    base_url: str
    parameters: Mapping[str, str]
    query: Parameters
    user: Row = field(default_factory=dict)
    owner: Row = field(default_factory=dict)
    body: Any = None

    def found(self, row: Row | None, what: str) -> Row:
        """The record, or 404."""
        if row is None:
            raise not_found(what)
        return row

    def own(self, row: Row | None, what: str) -> Row:
        """The record if the user that the path names has it, or 404."""
        return self.found(row if row is None or row["owner"] == self.owner["id"] else None, what)

    def mine(self, owner: str) -> None:
        """403 unless the user is that one or an administrator."""
        if not self.user["admin"] and owner != self.user["id"]:
            raise forbidden("access denied")

    def within(self, limit: str, owned: int) -> None:
        """403 if the user has as many of something as the knob ``limits`` allows.

        :param limit: a key of the knob
        :param owned: how many there are
        """
        most = self.knobs["limits"][limit]
        if most is not None and owned >= most:
            raise forbidden(f"the limit of {most} {limit.replace('_', ' ')} is reached")

    def url(self, path: str) -> str:
        """The absolute URL of a path below the API's base."""
        return f"{self.base_url}/v2{path}"

    def items(self, rows: Iterable[Any]) -> dict[str, list[Any]]:
        """The usual envelope of a list."""
        return {"items": self.listed(rows)}

    def listed(self, rows: Iterable[Any]) -> list[Any]:
        """A list as the server hands it out: in its own order, or in none if the knob ``shuffle_lists`` says so."""
        result = list(rows)
        if self.knobs["shuffle_lists"]:
            random.shuffle(result)
        return result

    def page(self, rows: list[Any], default_limit: int | None = None, most: int | None = None) -> list[Any]:
        """The page of a list that ``offset`` and ``limit`` ask for; the knob ``page_clamp`` makes it smaller.

        :raises Refusal: 400 if they are no numbers or too big
        """
        offset = self._whole("offset", 0)
        limit = self._whole("limit", default_limit)
        if most is not None and limit is not None and limit > most:
            raise bad_parameter(f"limit must not be greater than {most}")
        clamp = self.knobs["page_clamp"]
        if clamp and (limit is None or limit > clamp):
            limit = clamp
        return rows[offset:] if limit is None else rows[offset : offset + limit]

    def _whole(self, name: str, default: int | None) -> Any:
        text = self.query.first(name)
        if text is None:
            return default
        number = whole_number(text)
        if number is None:
            raise bad_parameter(f"{name} must be a number from 0")
        return number

    def counted(self, envelope: dict[str, Any], total: int) -> dict[str, Any]:
        """The envelope of a paged list, with ``totalCount`` unless the knob ``omit_total_count`` is on."""
        return envelope if self.knobs["omit_total_count"] else {**envelope, "totalCount": total}

    def timestamp(self, seconds: float | None = None) -> str:
        """A time of the server's clock as the API writes it; without one, the present."""
        moment = datetime.fromtimestamp(self.now if seconds is None else seconds, timezone.utc)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


Handler = Callable[[Context], Any]


@dataclass(frozen=True)
class Operation:
    """An operation of the Swagger document and who may use it.

    :param method: the HTTP method
    :param template: the path below the API's base, parameters in braces
    :param name: the document's ``operationId``
    :param handler: carries it out and returns what is sent as JSON, None where a success has no body, or a ready
        response
    :param scopes: any of them suffices, ``all`` always does
    :param body: what the body must look like; None if there is none
    :param admin: whether only an administrator may use it
    :param feature: the feature that must be booked, a key of the knob ``features``
    :param classic: whether Neo accounts do not have it
    :param form: the form of the body of a refusal
    :param success: the status that the document prints for a success without a body; None if it prints none
    """

    method: str
    template: str
    name: str
    handler: Handler
    scopes: tuple[str, ...]
    body: Field | None = None
    admin: bool = False
    feature: str = ""
    classic: bool = False
    form: str = NAMED
    success: int | None = None

    @property
    def writes(self) -> bool:
        """Whether it would change the account."""
        return self.method != "GET"


def picked(row: Mapping[str, Any], fields: Iterable[str]) -> dict[str, Any]:
    """The fields of a record that the API shows, in the order of the Swagger document."""
    return {name: row[name] for name in fields}
