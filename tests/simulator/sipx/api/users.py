# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/users`` (``UserApiImpl``)."""

from __future__ import annotations

from typing import Any

from ..state.errors import NullPointerError
from ..state.groups import USER
from ..state.users import User
from . import media
from .exchange import Exchange
from .failures import Refusal, not_found
from .fragments import listing
from .group_beans import membership_routes
from .multipart import parts
from .phone_beans import phone_listing
from .routing import Route
from .setting_resource import SettingOwner, bulk_values, row_owner, setting_routes
from .user_beans import USER_BEAN, fill_user, user_bean, user_entry

BASE = "/users"


def find_user(exchange: Exchange) -> User:
    """The user whose name or alias stands in the path; 404 without."""
    user = exchange.pbx.users.named_or_aliased(exchange.path["u"])
    if user is None:
        raise not_found()
    return user


def _listing(exchange: Exchange, users: list[User], email: str | None = None) -> Any:
    if email:
        users = [user for user in users if email in (user.profile.email_address or "")]
    return listing("users", (user_entry(exchange, user) for user in users))


def list_users(exchange: Exchange) -> Any:
    """All users, a page of them, and of the page those whose e-mail address contains a text."""
    page = exchange.page()
    users = exchange.pbx.users
    return _listing(exchange, list(users) if page is None else users.page(*page), exchange.query("email"))


def list_by_email(exchange: Exchange) -> Any:
    """The users whose e-mail address contains a text."""
    return _listing(exchange, list(exchange.pbx.users), exchange.query("emailFilter"))


def list_group(exchange: Exchange) -> Any:
    """The members of a user group, or a page of them."""
    page = exchange.page()
    group = exchange.pbx.groups.named(USER, exchange.path["groupName"])
    if group is None or group.id is None:
        raise not_found()
    members = exchange.pbx.users.members(group.id)
    if page is not None:
        members = members[max(page[0], 0) :][: max(page[1], 0)]
    return _listing(exchange, members)


def create(exchange: Exchange) -> int | None:
    """A new user; ``notified`` is not taken over at creation."""
    values = exchange.json(USER_BEAN)
    if values["userName"] is None:
        raise NullPointerError
    user = User(values["userName"])
    fill_user(exchange, user, values)
    user.notified = False
    return exchange.pbx.users.save(user).id


def get(exchange: Exchange) -> Any:
    """One user by name or alias."""
    return user_bean(exchange, find_user(exchange))


def update(exchange: Exchange) -> int | None:
    """Merge into a user."""
    values = exchange.json(USER_BEAN)
    user = find_user(exchange)
    assert user.id is not None
    draft = exchange.pbx.users.draft(user.id)
    fill_user(exchange, draft, values)
    return exchange.pbx.users.save(draft).id


def delete(exchange: Exchange) -> None:
    """Delete by user name, not by alias; nothing happens to ``superadmin``."""
    user = exchange.pbx.users.named(exchange.path["u"])
    if user is None or user.id is None:
        raise NullPointerError
    exchange.pbx.delete_user(user.id)


def phones_of_named(exchange: Exchange) -> Any:
    """The phones that have a line of a user, by user name."""
    user = exchange.pbx.users.named(exchange.path["u"])
    if user is None or user.id is None:
        raise NullPointerError
    return phone_listing(exchange, exchange.pbx.phones_of_user(user.id))


def phones_of_id(exchange: Exchange) -> Any:
    """The phones that have a line of a user, by id."""
    user = exchange.pbx.users.get(exchange.path["id"])
    assert user.id is not None
    return phone_listing(exchange, exchange.pbx.phones_of_user(user.id))


def _owner(exchange: Exchange, user: User) -> SettingOwner:
    users = exchange.pbx.users
    return row_owner(users, user, lambda draft: users.settings(draft, strict=exchange.strict))


def put_settings(exchange: Exchange) -> None:
    """Write many settings of the validated tree."""
    values = bulk_values(exchange)
    owner = _owner(exchange, find_user(exchange))
    assert owner.settings is not None
    for path, value in values:
        owner.settings.put(path, value)
    owner.save()


def upload_settings(exchange: Exchange) -> str:
    """Write one setting of many users from CSV lines ``username,value``; 417 when any line fails."""
    failures = 0
    for part in parts(exchange.request):
        for line in part.content.decode("utf-8", "replace").splitlines():
            user_name, comma, value = line.partition(",")
            user = exchange.pbx.users.named_or_aliased(user_name.strip())
            if not comma or user is None:
                failures += bool(line.strip())
                continue
            owner = _owner(exchange, user)
            assert owner.settings is not None
            owner.settings.put(exchange.path["path"], value.strip())
            owner.save()
    if failures:
        raise Refusal(417, f"{failures} lines failed")
    return "Settings saved"


ONE = f"{BASE}/{{u}}"
ROUTES = [
    Route("GET", BASE, list_users),
    Route("POST", BASE, create),
    Route("GET", f"{BASE}/email", list_by_email),
    Route("GET", f"{BASE}/group/{{groupName}}", list_group),
    Route("GET", f"{BASE}/name/{{u}}/phones", phones_of_named),
    Route("GET", f"{BASE}/id/{{id:int}}/phones", phones_of_id),
    Route("PUT", f"{BASE}/upload/settings/{{path}}", upload_settings, consumes=(media.MULTIPART,)),
    Route("GET", ONE, get),
    Route("PUT", ONE, update),
    Route("DELETE", ONE, delete),
    Route("PUT", f"{ONE}/settings", put_settings),
    *membership_routes(ONE, USER, lambda exchange: (exchange.pbx.users, find_user(exchange))),
    *setting_routes(ONE, lambda exchange: _owner(exchange, find_user(exchange))),
]
