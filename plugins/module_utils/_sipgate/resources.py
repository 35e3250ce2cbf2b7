# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All resources of sipgate, in the order in which they depend on each other."""

from __future__ import annotations

import typing as t

from .._model.resource import Resource
from .event import EVENT
from .v1.extension import EXTENSION
from .v1.mobile_extension import MOBILE_EXTENSION
from .v2.address import ADDRESS
from .v2.blacklist_entry import BLACKLIST_ENTRY
from .v2.contact import CONTACT
from .v2.device import DEVICE
from .v2.endpoints import email, expanded, is_literal, joined, split_owner
from .v2.fax_line import FAX_LINE
from .v2.group import GROUP
from .v2.notification import NOTIFICATION
from .v2.number import NUMBER, QUICK_DIAL
from .v2.oauth_client import OAUTH_CLIENT
from .v2.phone_line import PHONE_LINE
from .v2.porting import PORTING
from .v2.recording_greeting import RECORDING_GREETING
from .v2.sms import SMS_CALLER_ID, SMS_EXTENSION
from .v2.user import USER
from .v2.voicemail import GREETING, VOICEMAIL
from .v2.webhook_settings import WEBHOOK_SETTINGS

RESOURCES: tuple[Resource, ...] = (
    ADDRESS,
    DEVICE,
    USER,
    PHONE_LINE,
    VOICEMAIL,
    GREETING,
    FAX_LINE,
    GROUP,
    SMS_EXTENSION,
    SMS_CALLER_ID,
    NUMBER,
    QUICK_DIAL,
    NOTIFICATION,
    CONTACT,
    BLACKLIST_ENTRY,
    RECORDING_GREETING,
    WEBHOOK_SETTINGS,
    OAUTH_CLIENT,
    PORTING,
    EXTENSION,
    MOBILE_EXTENSION,
    EVENT,
)

_OWNED = (DEVICE, PHONE_LINE, FAX_LINE)
_OWN_MAILBOX = "voicemail"


def names_of(resource: Resource, item: t.Mapping[str, t.Any]) -> set[str]:
    """All names under which other objects may refer to an object.

    What belongs to a user has two: the alias alone is for other things of that user.
    """
    name = item.get(resource.key)
    if name in (None, ""):
        return set()
    if resource is USER:
        return {email(str(name))}
    if resource in _OWNED and item.get("user"):
        return {str(name), joined(str(item["user"]), str(name))}
    return {str(name)}


def also_declared(resource: Resource, item: t.Mapping[str, t.Any]) -> list[tuple[str, str]]:
    """The endpoints that an object makes: itself and, of a phone line or group, its mailbox."""
    if resource not in (*_OWNED, GROUP, USER):
        return []
    own = [f"{resource.name}:{name}" for name in names_of(resource, item)]
    boxes = [f"voicemail:{name}" for name in own if resource in (PHONE_LINE, GROUP)]
    return [("endpoint", name) for name in own + boxes]


def spelled(kind: str, name: str) -> str | None:
    """A name as it is compared; ``None`` for what the service understands as it is (extension ids, phone numbers)."""
    if kind == "user":
        return email(name)
    if is_literal(name) or name == _OWN_MAILBOX:
        return None
    if kind == "device":
        owner, alias = split_owner(name)
        return joined(owner, alias) if owner else name
    try:
        return expanded(name)
    except ValueError:
        return name
