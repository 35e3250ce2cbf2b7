# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/phones`` (``PhoneApiImpl``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..catalogue import PHONE_MODELS
from ..state.errors import NullPointerError
from ..state.groups import PHONE as PHONE_KIND
from ..state.phones import Phone
from .beans import Bean, Field
from .exchange import Exchange
from .failures import not_found
from .group_beans import add_named_groups, membership_routes
from .jackson import read_int, wrong_token
from .phone_beans import LINE_SETTINGS, PHONE, model_listing, model_of, phone_bean, phone_listing, phone_settings
from .routing import Route, as_id
from .setting_resource import SettingOwner, row_owner, setting_routes

BASE, ONE = "/phones", "/phones/{p}"


def _read_ids(value: Any) -> list[int] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise wrong_token("java.util.ArrayList", value)
    return [read_int(entry) for entry in value]


ID_LIST = Bean("IdListBean", [Field("ids", _read_ids)])


def find_phone(exchange: Exchange, missing_text: str = "") -> Phone:
    """The phone that the path means: by id, else by exact serial number.

    :param missing_text: what 404 says for an unknown serial number
    """
    text = exchange.path["p"]
    phone_id = as_id(text)
    if phone_id is not None:
        return exchange.pbx.phones.get(phone_id)
    phone = exchange.pbx.phones.with_serial(text)
    if phone is None:
        raise not_found(missing_text)
    return phone


def list_phones(exchange: Exchange) -> Any:
    """All phones, or a page of them by id."""
    page = exchange.page()
    phones = exchange.pbx.phones
    return phone_listing(exchange, phones if page is None else phones.page(*page))


def list_by_line(exchange: Exchange) -> Any:
    """The phones with an internal line of a user whose name, or an external line whose label, contains a text."""
    text, pbx = exchange.query("lineFilter") or "", exchange.pbx
    found: dict[int, None] = {}
    for line in pbx.lines:
        user = pbx.users.find(line.user_id)
        label = line.settings.get(LINE_SETTINGS["displayName"]) if user is None else user.user_name
        if text in (label or ""):
            found[line.phone_id] = None
    return phone_listing(exchange, (pbx.phones.get(phone_id) for phone_id in sorted(found)))


def list_models(_exchange: Exchange) -> Any:
    """All phone models."""
    return model_listing(PHONE_MODELS)


def _fill(exchange: Exchange, phone: Phone, values: dict[str, Any]) -> None:
    PHONE.copy(values, phone)
    version = values["deviceVersion"]
    if version in (phone.model.versions or ()):
        phone.device_version = version
    elif exchange.quirk("device_version_cleared"):
        phone.device_version = None


def _save(exchange: Exchange, phone: Phone, values: dict[str, Any]) -> int | None:
    phones = exchange.pbx.phones
    stored = phones.save(phone)
    assert stored.id is not None
    draft = phones.draft(stored.id)
    add_named_groups(exchange.pbx.groups, PHONE_KIND, draft, values["groups"], exchange.quirk("group_substring_trap"))
    return phones.store(draft).id


def create(exchange: Exchange) -> int | None:
    """A new phone."""
    values = exchange.json(PHONE)
    phone = Phone(None, model_of(PHONE_MODELS, values["model"]).model_id)
    _fill(exchange, phone, values)
    return _save(exchange, phone, values)


def get(exchange: Exchange) -> Any:
    """One phone."""
    return phone_bean(exchange.pbx, find_phone(exchange))


def replace(exchange: Exchange) -> int | None:
    """Replace serial number, version and description; the model stays, groups are only added."""
    values = exchange.json(PHONE)
    phone = find_phone(exchange)
    assert phone.id is not None
    draft = exchange.pbx.phones.draft(phone.id)
    _fill(exchange, draft, values)
    return _save(exchange, draft, values)


def delete(exchange: Exchange) -> None:
    """Delete a phone with its lines."""
    phone = find_phone(exchange)
    assert phone.id is not None
    exchange.pbx.delete_phone(phone.id)


def _addressed(exchange: Exchange) -> list[int]:
    text = exchange.path["p"]
    phone_id = as_id(text)
    if phone_id is not None:
        exchange.pbx.phones.get(phone_id)
        return [phone_id]
    return _ids([_existing(exchange.pbx.phones.with_serial(text))])


def _listed(exchange: Exchange) -> list[int]:
    return _existing(exchange.json(ID_LIST)["ids"])


def _all(exchange: Exchange) -> list[int]:
    return _ids(exchange.pbx.phones)


def _of_user_id(exchange: Exchange) -> list[int]:
    exchange.pbx.users.get(exchange.path["userId"])
    return _ids(exchange.pbx.phones_of_user(exchange.path["userId"]))


def _of_user_name(exchange: Exchange) -> list[int]:
    user = _existing(exchange.pbx.users.named(exchange.path["userName"]))
    return _ids(exchange.pbx.phones_of_user(user.id))


def _of_group_id(exchange: Exchange) -> list[int]:
    exchange.pbx.groups.get(exchange.path["id"])
    return _ids(exchange.pbx.phones.members(exchange.path["id"]))


def _of_group_name(exchange: Exchange) -> list[int]:
    group = _existing(exchange.pbx.groups.named(PHONE_KIND, exchange.path["name"]))
    return _ids(exchange.pbx.phones.members(group.id))


def _existing(found: Any) -> Any:
    if found is None:
        raise NullPointerError
    return found


def _ids(phones: Any) -> list[int]:
    return [phone.id for phone in phones]


#: template below which ``sendProfile`` and ``sendProfile/restart`` lie, and which phones it means
PUSHES: tuple[tuple[str, Callable[[Exchange], list[int]]], ...] = (
    (f"{ONE}/sendProfile", _addressed),
    (f"{BASE}/sendProfile", _listed),
    (f"{BASE}/sendProfile/all", _all),
    (f"{BASE}/user/id/{{userId:int}}/sendProfile", _of_user_id),
    (f"{BASE}/user/name/{{userName}}/sendProfile", _of_user_name),
    (f"{BASE}/phoneGroup/id/{{id:int}}/sendProfile", _of_group_id),
    (f"{BASE}/phoneGroup/name/{{name}}/sendProfile", _of_group_name),
)


def _push_route(template: str, phone_ids: Callable[[Exchange], list[int]], restart: bool) -> Route:
    def push(exchange: Exchange) -> None:
        for phone_id in phone_ids(exchange):
            exchange.pbx.push_profile(phone_id, restart)

    return Route("PUT", f"{template}/restart" if restart else template, push, action="sendProfile")


def _owner(exchange: Exchange) -> SettingOwner:
    pbx = exchange.pbx
    return row_owner(pbx.phones, find_phone(exchange), lambda draft: phone_settings(pbx, draft, exchange.strict))


ROUTES = [
    Route("GET", BASE, list_phones),
    Route("POST", BASE, create),
    Route("GET", f"{BASE}/line", list_by_line),
    Route("GET", f"{BASE}/models", list_models),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
    *membership_routes(ONE, PHONE_KIND, lambda exchange: (exchange.pbx.phones, find_phone(exchange))),
    *setting_routes(ONE, _owner),
    *(_push_route(template, phone_ids, restart) for template, phone_ids in PUSHES for restart in (False, True)),
]
