# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipx_info`` can read."""

from __future__ import annotations

import typing as t

from .._ansible.info_module import Gatherer, objects_of
from .._model.wire import read_wire
from .branch import BranchAdapter
from .client import SipxClient
from .gateway import GatewayAdapter
from .hunt_group import HuntGroupAdapter
from .permission import PERMISSION, PermissionAdapter
from .phone import PhoneAdapter
from .phone_group import PhoneGroupAdapter
from .user import UserAdapter
from .user_group import UserGroupAdapter


def _models(path: str) -> Gatherer:
    def gather(client: SipxClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
        return [
            {
                "model": row.get("modelId"),
                "label": row.get("label"),
                "vendor": row.get("vendor"),
                "versions": row.get("versions") or [],
            }
            for row in client.api_list(path, "models")
        ]

    return gather


def _builtin_permissions(client: SipxClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    rows = client.rest_list("/permission", "permissions", "permissions")
    return [read_wire(PERMISSION.fields, row) for row in rows if row.get("builtIn")]


OPTIONS: dict[str, dict[str, t.Any]] = {"include_settings": {"type": "bool", "default": False}}

GATHERERS: dict[str, Gatherer] = {
    "branches": objects_of(BranchAdapter),
    "builtin_permissions": _builtin_permissions,
    "gateway_models": _models("/gateways/models"),
    "gateways": objects_of(GatewayAdapter),
    "hunt_groups": objects_of(HuntGroupAdapter),
    "permissions": objects_of(PermissionAdapter),
    "phone_groups": objects_of(PhoneGroupAdapter),
    "phone_models": _models("/phones/models"),
    "phones": objects_of(PhoneAdapter),
    "user_groups": objects_of(UserGroupAdapter),
    "users": objects_of(UserAdapter),
}
