# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/pagegroups`` (``PagingGroupApiImpl``), with the settings and prompts of the paging service."""

from __future__ import annotations

from typing import Any

from ..state.errors import NullPointerError
from ..state.page_groups import PageGroup
from ..state.prompts import PAGE_GROUPS
from ..state.users import User
from .beans import Bean, beans, boolean, int_, integer, text
from .exchange import Exchange
from .failures import not_found
from .prompts import check_prompt, prompt_routes
from .routing import Route
from .services import service_routes
from .user_beans import USER_BEAN

BASE, ONE = "/pagegroups", "/pagegroups/{id:int}"
PAGE_GROUP = Bean(
    "PageGroupBean",
    [
        integer("id", write=False),
        int_("pageGroupNumber", attribute="number"),
        boolean("enabled"),
        int_("timeout"),
        text("sound"),
        text("description"),
        beans("users", USER_BEAN),
    ],
)


def _member_bean(user: User) -> dict[str, Any]:
    return USER_BEAN.write(
        None,
        id=user.id,
        userName=user.user_name,
        firstName=user.first_name,
        lastName=user.last_name,
        aliases=user.aliases,
    )


def _page_group_bean(exchange: Exchange, group: PageGroup) -> dict[str, Any]:
    members = [_member_bean(exchange.pbx.users.get(user_id)) for user_id in group.user_ids]
    return PAGE_GROUP.write(group, users=members or None)


def _member_id(exchange: Exchange, values: dict[str, Any] | None) -> int:
    """The id of a member: a positive id wins over the name.

    :raises Refusal: 404 for an unknown user, in words about a group
    """
    if values is None:
        raise NullPointerError
    users = exchange.pbx.users
    by_id = values["id"] is not None and values["id"] > 0
    user = users.find(values["id"]) if by_id else users.named_or_aliased(values["userName"])
    if user is None or user.id is None:
        raise not_found("Paging group not found.")
    return user.id


def _save(exchange: Exchange, group: PageGroup, values: dict[str, Any]) -> None:
    check_prompt(exchange, PAGE_GROUPS, values["sound"])
    if values["users"] is None:
        raise NullPointerError
    PAGE_GROUP.copy(values, group)
    group.user_ids = list(dict.fromkeys(_member_id(exchange, member) for member in values["users"]))
    exchange.pbx.page_groups.save(group)
    exchange.pbx.deploy()


def list_groups(exchange: Exchange) -> Any:
    """All page groups."""
    return {"groups": [_page_group_bean(exchange, group) for group in exchange.pbx.page_groups]}


def create(exchange: Exchange) -> None:
    """A new page group; the answer has no id."""
    _save(exchange, PageGroup(), exchange.json(PAGE_GROUP))


def get(exchange: Exchange) -> Any:
    """One page group."""
    return _page_group_bean(exchange, exchange.pbx.page_groups.get(exchange.path["id"]))


def replace(exchange: Exchange) -> None:
    """Replace all properties and the members."""
    values = exchange.json(PAGE_GROUP)
    _save(exchange, exchange.pbx.page_groups.draft(exchange.path["id"]), values)


def delete(exchange: Exchange) -> None:
    """Delete a page group."""
    exchange.pbx.page_groups.remove(exchange.path["id"])
    exchange.pbx.deploy()


ROUTES = [
    Route("GET", BASE, list_groups),
    Route("POST", BASE, create),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
    *service_routes(BASE, "paging"),
    *prompt_routes(BASE, PAGE_GROUPS, audio_only=True),
]
