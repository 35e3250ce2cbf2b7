# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A branch inside a gateway (``BranchBean``): written with far more keys than can be read back."""

from __future__ import annotations

from typing import Any

from ..state.branches import Branch
from .beans import Bean, ignored, text
from .user_beans import ADDRESS

#: keys with a setter, besides the ones of the branch itself
_SETTABLE = (
    "id",
    "address",
    "routes",
    "locations",
    "locationsInbound",
    "locationsList",
    "locationsInboundList",
    "fallbackBranch",
)
BRANCH = Bean(
    "BranchBean",
    [
        text("name"),
        text("description"),
        text("phoneNumber"),
        text("faxNumber"),
        text("timeZone"),
        *(ignored(name) for name in _SETTABLE),
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
