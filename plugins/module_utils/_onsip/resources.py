# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All resources of OnSIP, in the order in which they depend on each other."""

from __future__ import annotations

import typing as t

from .._model.resource import Resource
from .account import ACCOUNT
from .account_resource import ACCOUNT_RESOURCE
from .agent_account import AGENT_ACCOUNT
from .attendant import ATTENDANT
from .e911_address import E911_ADDRESS
from .e911_location import E911_LOCATION
from .external_address import EXTERNAL_ADDRESS
from .organization import ORGANIZATION
from .phone_number import PHONE_NUMBER
from .recording_address import RECORDING_ADDRESS
from .ring_group import RING_GROUP
from .telephone_number_address import TELEPHONE_NUMBER_ADDRESS
from .user import USER
from .user_address import USER_ADDRESS
from .user_alias import USER_ALIAS
from .voicemail_address import VOICEMAIL_ADDRESS
from .voicemail_box import VOICEMAIL_BOX
from .voicemail_management_address import VOICEMAIL_MANAGEMENT_ADDRESS

RESOURCES: tuple[Resource, ...] = (
    AGENT_ACCOUNT,
    ACCOUNT,
    ACCOUNT_RESOURCE,
    ORGANIZATION,
    USER,
    VOICEMAIL_BOX,
    USER_ADDRESS,
    EXTERNAL_ADDRESS,
    ATTENDANT,
    TELEPHONE_NUMBER_ADDRESS,
    VOICEMAIL_ADDRESS,
    VOICEMAIL_MANAGEMENT_ADDRESS,
    RECORDING_ADDRESS,
    E911_ADDRESS,
    E911_LOCATION,
    RING_GROUP,
    USER_ALIAS,
    PHONE_NUMBER,
)


def names_of(resource: Resource, item: t.Mapping[str, t.Any]) -> set[str]:
    """All names under which other objects may refer to an object."""
    name = item.get(resource.key) if resource.key else None
    return {str(name).strip().lower()} if name else set()


def also_declared(resource: Resource, item: t.Mapping[str, t.Any]) -> t.Iterator[tuple[str, str]]:
    """Kind and name of what an object brings along: users and voicemail boxes have an address each."""
    name = str(item.get("user_name") or item.get("address") or "").strip().lower()
    if resource in (USER, USER_ADDRESS) and name:
        yield "user_address", name
    if name and resource is not USER_ALIAS:
        yield "address", name


def spelled(kind: str, name: str) -> str | None:
    """A name as it is compared; ``None`` for a whole address, whose domain the declarations do not know."""
    return None if "@" in name else name.strip().lower()
