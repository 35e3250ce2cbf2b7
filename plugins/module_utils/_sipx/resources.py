# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All resources of sipXcom, in the order in which they depend on each other."""

from __future__ import annotations

import typing as t

from .._model.resource import Resource
from .audio.page_group import PAGE_GROUP
from .audio.park_orbit import PARK_ORBIT
from .audio.prompt import PROMPT
from .branch import BRANCH
from .dial_plan.auto_attendant import AUTO_ATTENDANT
from .dial_plan.dialing_rule import DIALING_RULE
from .dial_plan.live_attendant import LIVE_ATTENDANT_SETTINGS
from .dial_plan.schedule import SCHEDULE
from .dial_plan.special_mode import SPECIAL_MODE
from .gateway import GATEWAY
from .group_order import GROUP_ORDER
from .hunt_group import HUNT_GROUP
from .my.call_forwarding import MY_CALL_FORWARDING
from .my.conference import MY_CONFERENCE
from .my.contact_information import MY_CONTACT_INFORMATION
from .my.forwarding_schedule import MY_FORWARDING_SCHEDULE
from .my.personal_attendant import MY_PERSONAL_ATTENDANT
from .my.phonebook import MY_PHONEBOOK
from .my.phonebook_entry import MY_PHONEBOOK_ENTRY, MY_VCARD
from .my.preferences import MY_IM, MY_IMBOT
from .my.secrets import MY_PORTAL_PASSWORD, MY_VOICEMAIL_PIN
from .my.speed_dial import MY_SPEED_DIAL
from .my.voicemail import MY_VOICEMAIL
from .permission import PERMISSION
from .phone import PHONE
from .phone_group import PHONE_GROUP
from .phone_group_settings import PHONE_GROUP_SETTINGS
from .system.avatar import AVATAR
from .system.erl import ERL, ERL_ASSIGNMENT
from .system.features import GLOBAL_FEATURES
from .system.greeting import GREETING
from .system.license import LICENSE
from .system.regional import LOCALIZATION, TIME_ZONE
from .system.server import SERVER
from .system.service_settings import SERVICE_SETTINGS
from .user import USER
from .user_group import USER_GROUP

#: what an administrator provisions
ADMINISTRATION: tuple[Resource, ...] = (
    LICENSE,
    LOCALIZATION,
    TIME_ZONE,
    SERVER,
    GLOBAL_FEATURES,
    SERVICE_SETTINGS,
    BRANCH,
    USER_GROUP,
    PERMISSION,
    USER,
    AVATAR,
    GREETING,
    SCHEDULE,
    PHONE_GROUP,
    GROUP_ORDER,
    PHONE_GROUP_SETTINGS,
    PHONE,
    ERL,
    ERL_ASSIGNMENT,
    GATEWAY,
    PROMPT,
    AUTO_ATTENDANT,
    DIALING_RULE,
    SPECIAL_MODE,
    LIVE_ATTENDANT_SETTINGS,
    HUNT_GROUP,
    PAGE_GROUP,
    PARK_ORBIT,
)
#: what users set for themselves
OWN_SERVICES: tuple[Resource, ...] = (
    MY_PORTAL_PASSWORD,
    MY_VOICEMAIL_PIN,
    MY_CONTACT_INFORMATION,
    MY_FORWARDING_SCHEDULE,
    MY_CALL_FORWARDING,
    MY_VOICEMAIL,
    MY_PERSONAL_ATTENDANT,
    MY_IM,
    MY_IMBOT,
    MY_SPEED_DIAL,
    MY_CONFERENCE,
    MY_PHONEBOOK,
    MY_PHONEBOOK_ENTRY,
    MY_VCARD,
)
RESOURCES = (*ADMINISTRATION, *OWN_SERVICES)


def names_of(resource: Resource, item: t.Mapping[str, t.Any]) -> set[str]:
    """All names under which other objects may refer to an object."""
    names = {item.get(resource.key)}
    if resource is USER:
        names.update(item.get("aliases") or [])
    if resource is PERMISSION:
        names.add(item.get("name"))
    return {str(name) for name in names if name}
