# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups on the wire, and membership by name (``GroupBean``); the same for users and phones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..state.errors import ConstraintViolationError, NullPointerError
from ..state.groups import Group, Groups
from ..state.members import MemberTable
from .beans import Bean, integer, text
from .exchange import Exchange
from .failures import Refusal, not_found
from .routing import Route, as_id

GROUP = Bean(
    "GroupBean",
    [
        integer("id", write=False),
        text("name"),
        text("description"),
        integer("weight"),
        integer("count", attribute=None),
    ],
)


def find_group(groups: Groups, resource: str, id_or_name: str) -> Group:
    """The group that a path parameter means: an id of any kind of group, or a name within a kind.

    :raises RowNotFoundError: for an unknown id
    :raises Refusal: 404 for an unknown name
    """
    group_id = as_id(id_or_name)
    if group_id is not None:
        return groups.get(group_id)
    group = groups.named(resource, id_or_name)
    if group is None:
        raise not_found()
    return group


def fill_group(group: Group, values: dict[str, Any]) -> Group:
    """Set what a group bean says.

    :raises NullPointerError: without a weight
    :raises ConstraintViolationError: without a name
    """
    if values["weight"] is None:
        raise NullPointerError
    if values["name"] is None:
        raise ConstraintViolationError("name")
    GROUP.copy(values, group)
    return group


def groups_of(members: MemberTable[Any], row: Any) -> list[dict[str, Any]]:
    """The groups of a user or phone as its bean lists them."""
    return [GROUP.write(group) for group in members.groups_of(row)]


def add_named_groups(
    groups: Groups, resource: str, row: Any, entries: Iterable[Any] | None, substring_trap: bool
) -> None:
    """Add a draft to the groups that a bean names; it is never taken out of one.

    :param entries: group beans; only the name counts, and missing groups are created
    :param substring_trap: skip a name that occurs anywhere in the space-joined names of the current groups, as
        ``PhoneApiImpl`` and ``UserApiImpl`` do
    """
    current = groups.heaviest_first(row.group_ids)[::-1]
    joined = " ".join(group.name for group in current)
    for entry in entries or ():
        if entry is None or entry["name"] is None:
            raise NullPointerError
        name = entry["name"]
        known = name in joined if substring_trap else any(group.name == name for group in current)
        if not known:
            group = groups.get_or_create(resource, name)
            if group.id not in row.group_ids:
                row.group_ids.append(group.id)


def membership_routes(
    base: str, resource: str, resolve: Callable[[Exchange], tuple[MemberTable[Any], Any]]
) -> list[Route]:
    """The routes below ``{base}/groups``.

    :param resolve: the table and the stored row that a request means
    """

    def list_groups(exchange: Exchange) -> Any:
        return {"groups": groups_of(*resolve(exchange))}

    def leave_all(exchange: Exchange) -> None:
        table, row = resolve(exchange)
        draft = table.draft(row.id)
        draft.group_ids = []
        table.store(draft)

    def join(exchange: Exchange) -> None:
        table, row = resolve(exchange)
        table.join(row.id, exchange.pbx.groups.get_or_create(resource, exchange.path["groupName"]))

    def leave(exchange: Exchange) -> None:
        table, row = resolve(exchange)
        group = exchange.pbx.groups.named(resource, exchange.path["groupName"])
        if group is None or group.id is None:
            raise not_found()
        table.leave(row.id, group.id)

    return [
        Route("GET", f"{base}/groups", list_groups),
        Route("DELETE", f"{base}/groups", leave_all),
        Route("POST", f"{base}/groups/{{groupName}}", join),
        Route("DELETE", f"{base}/groups/{{groupName}}", leave),
    ]


def group_routes(base: str, resource: str, count: Callable[[Exchange, int], int]) -> list[Route]:
    """The routes that user groups and phone groups share: list, create, read, replace, delete, move.

    :param base: ``/userGroups`` or ``/phoneGroups``
    :param resource: kind of the groups; an id finds groups of every kind
    :param count: the number of members of a group
    """

    def find(exchange: Exchange) -> Group:
        return find_group(exchange.pbx.groups, resource, exchange.path["g"])

    def list_groups(exchange: Exchange) -> Any:
        return {
            "groups": [
                GROUP.write(group, count=count(exchange, group.id or 0)) for group in exchange.pbx.groups.of(resource)
            ]
        }

    def create(exchange: Exchange) -> int | None:
        group = fill_group(Group("", resource), exchange.json(GROUP))
        return exchange.pbx.groups.save(group).id

    def read(exchange: Exchange) -> Any:
        return GROUP.write(find(exchange))

    def replace(exchange: Exchange) -> int | None:
        values = exchange.json(GROUP)
        group = find(exchange)
        assert group.id is not None
        draft = fill_group(exchange.pbx.groups.draft(group.id), values)
        draft.resource = resource
        return exchange.pbx.groups.save(draft).id

    def delete(exchange: Exchange) -> None:
        group = find(exchange)
        assert group.id is not None
        delete_group(exchange, group.id)

    def move(step: int) -> Callable[[Exchange], int | None]:
        def moved(exchange: Exchange) -> int | None:
            group = find(exchange)
            assert group.id is not None
            exchange.pbx.groups.move(group.id, step)
            return group.id

        return moved

    one = f"{base}/{{g}}"
    return [
        Route("GET", base, list_groups),
        Route("POST", base, create),
        Route("GET", one, read),
        Route("PUT", one, replace),
        Route("DELETE", one, delete),
        Route("PUT", f"{one}/up", move(-1)),
        Route("PUT", f"{one}/down", move(1)),
    ]


def delete_group(exchange: Exchange, group_id: int) -> None:
    """Delete a group of any kind.

    :raises Refusal: 403 for ``administrators``
    """
    if not exchange.pbx.delete_group(group_id):
        raise Refusal(403)
