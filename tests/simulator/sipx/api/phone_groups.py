# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/phoneGroups`` (``PhoneGroupApiImpl``). Setting values are stored without model and without validation."""

from __future__ import annotations

from typing import Any

from ..catalogue import PHONE_MODELS
from ..settings.tree import load_tree
from ..settings.values import Settings
from ..state.errors import ILLEGAL_ARGUMENT, DomainError
from ..state.groups import PHONE, Group
from . import media
from .exchange import Exchange
from .failures import Refusal, not_found
from .group_beans import find_group, group_routes
from .phone_beans import known_model, model_listing
from .routing import Route, as_id
from .setting_resource import bulk_values

BASE = "/phoneGroups"


def list_models(_exchange: Exchange) -> Any:
    """All phone models; the group is not looked at."""
    return model_listing(PHONE_MODELS)


def _model_defaults(exchange: Exchange) -> Settings:
    model = known_model(PHONE_MODELS, exchange.path["modelId"])
    assert model.tree is not None
    return Settings(load_tree(model.tree), {})


def list_model_settings(exchange: Exchange) -> Any:
    """The defaults of a model; neither values of the group nor the group itself are looked at."""
    return {"settings": _model_defaults(exchange).beans()}


def _draft(exchange: Exchange) -> Group:
    group = find_group(exchange.pbx.groups, PHONE, exchange.path["g"])
    assert group.id is not None
    return exchange.pbx.groups.draft(group.id)


def put_model_settings(exchange: Exchange) -> None:
    """Store many values, whatever the model."""
    values = bulk_values(exchange)
    group = _draft(exchange)
    group.settings.update(values)
    exchange.pbx.groups.store(group)


def get_setting(exchange: Exchange) -> Any:
    """The group's own value, null for none, beside the default of the model."""
    group, path = _draft(exchange), exchange.path["path"]
    settings = _model_defaults(exchange)
    leaf = settings.tree.leaf(path)
    if leaf is None or leaf.hidden:
        raise not_found()
    return {**settings.bean(leaf), "value": group.settings.get(path) or None}


def put_setting(exchange: Exchange) -> None:
    """Store one value at any path, whatever the model."""
    group = _draft(exchange)
    group.settings[exchange.path["path"]] = exchange.text()
    exchange.pbx.groups.store(group)


def delete_setting(exchange: Exchange) -> None:
    """Forget one value; repeating is harmless."""
    group = _draft(exchange)
    group.settings.pop(exchange.path["path"], None)
    exchange.pbx.groups.store(group)


def assign_firmware(exchange: Exchange) -> int | None:
    """Give the phones of a model whose heaviest group this is a version, named without its vendor prefix.

    :raises Refusal: 500 for an unknown group
    """
    pbx = exchange.pbx
    text = exchange.path["g"]
    group_id = as_id(text)
    group = pbx.groups.named(PHONE, text) if group_id is None else pbx.groups.find(group_id)
    if group is None or group.id is None:
        raise Refusal(500, "java.lang.NullPointerException")
    model = known_model(PHONE_MODELS, exchange.path["modelId"])
    token = f"{model.bean_id}{exchange.path['version']}"
    if token not in (model.versions or ()):
        raise DomainError(ILLEGAL_ARGUMENT, f"Version not supported: {token}")
    draft = pbx.groups.draft(group.id)
    draft.firmware[model.model_id] = token
    pbx.groups.store(draft)
    for phone in pbx.phones.members(group.id):
        heaviest = pbx.groups.heaviest_first(phone.group_ids)[0]
        if phone.model_id == model.model_id and heaviest.id == group.id:
            assert phone.id is not None
            updated = pbx.phones.draft(phone.id)
            updated.device_version = token
            pbx.phones.store(updated)
    return group.id


MODEL = f"{BASE}/{{g}}/model/{{modelId}}"
ROUTES = [
    *group_routes(BASE, PHONE, lambda exchange, group_id: exchange.pbx.phones.member_count(group_id)),
    Route("GET", f"{BASE}/{{g}}/models", list_models),
    Route("PUT", f"{MODEL}/firmware/{{version}}", assign_firmware),
    Route("GET", f"{MODEL}/settings", list_model_settings),
    Route("PUT", f"{MODEL}/settings", put_model_settings),
    Route("GET", f"{MODEL}/settings/{{path}}", get_setting),
    Route("PUT", f"{MODEL}/settings/{{path}}", put_setting, consumes=(media.TEXT,)),
    Route("DELETE", f"{MODEL}/settings/{{path}}", delete_setting),
]
