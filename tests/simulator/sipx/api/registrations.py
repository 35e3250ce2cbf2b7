# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/registrations`` (``RegistrationApiImpl``): what is registered now. Nothing can be registered through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from ..state.errors import DomainError
from ..state.groups import USER
from ..state.registrations import Registration
from .beans import Bean, int_, long_, text
from .exchange import Exchange
from .failures import not_found
from .routing import Route
from .server_lookup import location_or_none
from .users_in_paths import USER_MISSING, find_user

BASE = "/registrations"
REGISTRATION = Bean(
    "RegistrationBean",
    [
        int_("secondsToExpire", attribute=None),
        text("status", attribute=None),
        text("primary"),
        text("uri"),
        text("contact"),
        long_("expires", attribute=None),
        text("instrument"),
        text("regCallId", attribute="call_id"),
        text("identity"),
    ],
)


def _bean(registration: Registration, now: float) -> dict[str, Any]:
    left = int(registration.expires - now)
    return REGISTRATION.write(
        registration,
        secondsToExpire=max(left, 0),
        status="active" if left > 0 else "expired",
        expires=int(registration.expires * 1000),
    )


def _answer(exchange: Exchange, select: Callable[[Exchange], Iterable[Registration]], paged: bool) -> dict[str, Any]:
    """A list, latest expiry first; duplicates of a contact are left out after the page was cut."""
    page = exchange.page() if paged else None
    rows = sorted(select(exchange), key=lambda registration: registration.expires, reverse=True)
    if page is not None:
        rows = rows[max(page[0], 0) :][: max(page[1], 0)]
    latest: dict[str, Registration] = {}
    for row in rows:
        latest.setdefault(row.contact, row)
    now = exchange.pbx.now()
    return {"registrations": [_bean(registration, now) for registration in latest.values()]}


def _unexpired(exchange: Exchange) -> list[Registration]:
    now = exchange.pbx.now()
    return [registration for registration in exchange.pbx.registrations if registration.expires > now]


def _of_user(exchange: Exchange) -> list[Registration]:
    user = find_user(exchange.pbx, exchange.path["user"])
    now = exchange.pbx.now()
    return [row for row in exchange.pbx.registrations.of_user_name(user.user_name) if row.expires > now]


def _of_group(exchange: Exchange) -> list[Registration]:
    pbx = exchange.pbx
    group = pbx.groups.named(USER, exchange.path["userGroupName"])
    if group is None or group.id is None:
        raise not_found(USER_MISSING)
    names = {user.user_name for user in pbx.users.members(group.id)}
    return [row for row in _unexpired(exchange) if row.user_name in names]


def _of_phone(exchange: Exchange) -> list[Registration]:
    serial_number = exchange.path["mac"]
    if exchange.pbx.phones.with_serial(serial_number) is None:
        raise not_found("Phone not found")
    return [row for row in _unexpired(exchange) if row.instrument == serial_number]


def _matching(expression: str) -> Callable[[str], Any]:
    try:
        return re.compile(expression).search
    except re.error as error:
        raise DomainError("com.mongodb.MongoException", f"invalid regex: {error}") from error


def _of_address(exchange: Exchange) -> list[Registration]:
    """The bindings that an address matches: as a regular expression, anywhere in the binding."""
    address = exchange.path["ip"]
    if not exchange.quirk("registrations_ip_regex"):
        address = rf"(?<![\d.]){re.escape(address)}(?![\d.])"
    matches = _matching(address)
    return [row for row in _unexpired(exchange) if matches(row.contact)]


def _of_call(exchange: Exchange) -> list[Registration]:
    """The bindings of a Call-ID, expired ones too."""
    return [row for row in exchange.pbx.registrations if row.call_id == exchange.path["callId"]]


def _of_server(exchange: Exchange) -> list[Registration]:
    location = location_or_none(exchange.pbx, exchange.path["server"])
    if location is None:
        raise not_found("Server not found")
    matches = _matching(location.address or "")
    return [row for row in _unexpired(exchange) if matches(row.primary)]


#: path below the base, which bindings it means, whether GET pages, whether DELETE drops them
SELECTIONS: tuple[tuple[str, Callable[[Exchange], list[Registration]], bool, bool], ...] = (
    ("", _unexpired, True, False),
    ("/user/{user}", _of_user, True, True),
    ("/group/{userGroupName}", _of_group, True, False),
    ("/serialNo/{mac}", _of_phone, False, True),
    ("/ip/{ip}", _of_address, False, True),
    ("/callid/{callId}", _of_call, False, True),
    ("/server/{server}", _of_server, True, True),
)


def _get(template: str, select: Callable[[Exchange], list[Registration]], paged: bool) -> Route:
    return Route("GET", template, lambda exchange: _answer(exchange, select, paged))


def _delete(template: str, select: Callable[[Exchange], list[Registration]]) -> Route:
    def drop(exchange: Exchange) -> None:
        for row in select(exchange):
            assert row.id is not None
            exchange.pbx.registrations.remove(row.id)

    return Route("DELETE", template, drop)


ROUTES = [
    *(_get(BASE + path, select, paged) for path, select, paged, _unused in SELECTIONS),
    *(_delete(BASE + path, select) for path, select, _unused, droppable in SELECTIONS if droppable),
]
