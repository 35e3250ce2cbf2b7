# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listings: their scope, their order and their pages.

A listing tells ``Limit``, ``Offset`` and ``Found`` as attributes of its container, and leaves ``Found`` out when no row
matches, as recorded. Its defaults stand in the echo even when the request is refused, as recorded for ``CdrBrowse``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..authority import OF_ACCOUNT, OF_ORGANIZATION, OF_USER
from ..entities.declaration import Entity
from ..errors import ActionRefusedError
from ..store.store import SCOPES
from ..store.table import Row
from ..wire.rendering import ATTRIBUTES
from .declaration import Action, Parameter, optional
from .syntax import MalformedError, boolean, count, integer, text

if TYPE_CHECKING:
    from ..service import Service
    from .invocation import Invocation

LARGEST_PAGE = 25000
_AUTHORIZATIONS = {"AccountId": OF_ACCOUNT, "OrganizationId": OF_ORGANIZATION, "UserId": OF_USER}
_PAGING = {"Limit": "20", "Offset": "0", "CalcFound": "true"}
_PAGING_SYNTAX = {"Limit": count(LARGEST_PAGE), "Offset": count(), "CalcFound": boolean}

#: what rows are sorted by
SortKey = Callable[["Service", Row], Any]
#: which rows of the scope are wanted
Filter = Callable[["Invocation"], Callable[[Row], bool]]


def by_column(name: str) -> SortKey:
    def key(service: Service, row: Row) -> Any:
        value = row[name]
        return value is not None, value

    return key


def by_domain(service: Service, row: Row) -> str:
    return service.store.domain(row["OrganizationId"])


@dataclass(frozen=True)
class Listing:
    """What an action lists.

    :param table: name of the table
    :param partition: the kind of address, where the table has kinds
    :param scopes: the parameters that select the parent; other ones are ignored
    :param orders: what ``OrderBy`` may name
    :param default_order: what the server adds as ``OrderBy``
    :param is_owned: whether rows belong to users although ``UserId`` is no scope
    :param is_public: whether every session sees everything
    :param wanted: tells which rows of the scope are meant
    :param paging_knob: name of the switch that says when it pages
    """

    entity: Entity
    table: str
    partition: str | None = None
    scopes: tuple[str, ...] = SCOPES
    orders: Mapping[str, SortKey] = field(default_factory=dict)
    default_order: str = ""
    is_owned: bool = False
    is_public: bool = False
    wanted: Filter | None = None
    paging_knob: str = ""


def browse(name: str, listing: Listing, *further: Parameter, **settings: Any) -> Action:
    """The action that lists."""
    return Action(name, further, listing=listing, **settings)


def parameters(listing: Listing) -> tuple[Parameter, ...]:
    """What every listing takes."""
    scopes = (optional(name, integer()) for name in listing.scopes)
    paging = (optional(name, syntax) for name, syntax in _PAGING_SYNTAX.items())
    return (*scopes, *paging, optional("OrderBy", lambda value: _order(listing, text(value))))


def additions(invocation: Invocation, listing: Listing) -> Iterator[tuple[str, str]]:
    """The defaults that the server adds to the echo, after what the client sent."""
    if _is_paged(invocation, listing):
        defaults = {"OrderBy": listing.default_order} if listing.default_order else {}
        for name, value in {**defaults, **_PAGING}.items():
            if name not in invocation.parameters:
                yield name, value


def page(invocation: Invocation, listing: Listing) -> dict[str, Any]:
    """The container with the rows the caller asked for.

    :raises ActionRefusedError: if the caller may not see the scope
    """
    rows = _in_scope(invocation, listing)
    if listing.wanted:
        is_wanted = listing.wanted(invocation)
        rows = [row for row in rows if is_wanted(row)]
    container: dict[str, Any] = {}
    if _is_paged(invocation, listing):
        limit, offset = invocation.get("Limit", 20), invocation.get("Offset", 0)
        attributes = container[ATTRIBUTES] = {"Limit": limit, "Offset": offset}
        if rows and invocation.get("CalcFound", True):
            attributes["Found"] = len(rows)
        rows = rows[offset : offset + limit]
    container[listing.entity.element] = [listing.entity.tree(invocation.service, row) for row in rows]
    return {listing.entity.container: container}


def _is_paged(invocation: Invocation, listing: Listing) -> bool:
    when = invocation.service.knobs[listing.paging_knob] if listing.paging_knob else "always"
    return when == "always" or (when == "on_request" and any(name in invocation.parameters for name in _PAGING))


def _order(listing: Listing, value: str) -> tuple[str, bool]:
    """The field and whether it is descending."""
    name, _space, direction = value.partition(" ")
    if name not in listing.orders or direction.lower() not in ("", "desc"):
        raise MalformedError
    return name, bool(direction)


def _in_scope(invocation: Invocation, listing: Listing) -> Sequence[Row]:
    table = getattr(invocation.store, listing.table)
    default = _order(listing, listing.default_order) if listing.default_order else (table.key, False)
    name, descending = invocation.get("OrderBy", default)
    key = listing.orders.get(name)
    service = invocation.service
    if listing.is_public:
        rows = table.rows()
        rows = sorted(rows, key=lambda row: key(service, row)) if key else rows
    else:
        scope, numbers = _scope(invocation, listing)
        keys = [(listing.partition, number) for number in numbers]
        rows = table.arranged(scope, keys, name, (lambda row: key(service, row)) if key else None)
    return rows[::-1] if descending else rows


def _scope(invocation: Invocation, listing: Listing) -> tuple[str, list[int]]:
    """The scope that was sent, or all that the caller may see.

    An account that is not the caller's is an authorization error whether it exists or not. An organization or a user
    that does not exist has no rows.
    """
    caller = invocation.caller
    sent = next((name for name in listing.scopes if invocation.get(name) is not None), None)
    if sent is None:
        scope, numbers = caller.reach()
        if scope not in listing.scopes and scope != "AccountId" and not (scope == "UserId" and listing.is_owned):
            raise ActionRefusedError(OF_ORGANIZATION if "OrganizationId" in listing.scopes else OF_ACCOUNT)
        return scope, numbers
    number = invocation[sent]
    if sent == "AccountId":
        may_see, exists = caller.covers_account(number), True
    elif sent == "OrganizationId":
        organization = invocation.store.organizations.get(number)
        may_see, exists = caller.covers(organization) if organization else caller.is_admin, organization is not None
    else:
        user = invocation.store.users.get(number)
        may_see, exists = caller.covers_or_owns(user) if user else caller.is_admin, user is not None
    if not may_see:
        raise ActionRefusedError(_AUTHORIZATIONS[sent])
    return sent, [number] if exists else []
