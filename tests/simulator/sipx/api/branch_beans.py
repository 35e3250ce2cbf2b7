# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A branch inside a gateway (``BranchBean``): written with far more keys than can be read back."""

from __future__ import annotations

from typing import Any

from ..state.branches import Branch
from .beans import Bean, Field, bean, integer, text
from .jackson import wrong_token
from .user_beans import ADDRESS

#: keys that hold an object or a list, whose content is not looked at
_OBJECTS = ("routes", "fallbackBranch")
_LISTS = ("locations", "locationsInbound", "locationsList", "locationsInboundList")


def _unread(name: str, kind: type, java_class: str) -> Field:
    """A key with a setter, of which only the kind of its value counts."""

    def read(value: Any) -> None:
        if value is not None and not isinstance(value, kind):
            raise wrong_token(java_class, value)

    return Field(name, read)


BRANCH_ADDRESS = Bean("AddressBean", [integer("id"), *ADDRESS.fields.values()])
BRANCH = Bean(
    "BranchBean",
    [
        text("name"),
        text("description"),
        text("phoneNumber"),
        text("faxNumber"),
        text("timeZone"),
        integer("id", attribute=None),
        bean("address", BRANCH_ADDRESS),
        *(_unread(name, dict, "java.util.LinkedHashMap") for name in _OBJECTS),
        *(_unread(name, list, "java.util.ArrayList") for name in _LISTS),
    ],
)
#: the id of beans that never were rows
UNSET = -1


def branch_bean(branch: Branch | None) -> dict[str, Any] | None:
    """A branch as a gateway shows it, computed keys without setter included: it cannot be sent back."""
    if branch is None:
        return None
    return {
        **BRANCH.write(branch),
        "id": UNSET,
        "address": {"id": UNSET, **ADDRESS.write(branch.address)},
        "routes": {"domains": [], "subnets": [], "empty": True},
        "locations": [],
        "locationsInbound": [],
        "locationsList": [],
        "locationsInboundList": [],
        "entityIdentifier": None,
        "configChangeType": None,
        "dataSets": [],
        "validUser": True,
        "entityName": "branch",
        "replicationEnabled": True,
    }
