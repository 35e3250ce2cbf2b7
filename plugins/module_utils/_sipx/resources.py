# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All resources of sipXcom, in the order in which they depend on each other."""

from __future__ import annotations

import typing as t

from .._model.resource import Resource
from .branch import BRANCH
from .gateway import GATEWAY
from .hunt_group import HUNT_GROUP
from .permission import PERMISSION
from .phone import PHONE
from .phone_group import PHONE_GROUP
from .user import USER
from .user_group import USER_GROUP

RESOURCES: tuple[Resource, ...] = (BRANCH, USER_GROUP, PERMISSION, USER, PHONE_GROUP, PHONE, GATEWAY, HUNT_GROUP)


def names_of(resource: Resource, item: t.Mapping[str, t.Any]) -> set[str]:
    """All names under which other objects may refer to an object."""
    names = {item.get(resource.key)}
    if resource is USER:
        names.update(item.get("aliases") or [])
    if resource is PERMISSION:
        names.add(item.get("name"))
    return {str(name) for name in names if name}
