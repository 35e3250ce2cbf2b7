# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mailbox: its PIN, its preferences, its active greeting, its feed."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ....core.interface import Response
from ...state.errors import DomainError, NullPointerError
from ...state.server_state import VOICEMAILS
from ...state.users import User
from ..jackson import Bean, one_of, text
from ..representations import JSON, answer, jackson_text, read_jackson
from ..restlet import Resource, StatusError
from .merging import SettingKey, flag_key

MIN_PIN = 4
FORCE_PIN_CHANGE = "voicemail/security/force-pin-change"
ACTIVE_GREETING = "voicemail/mailbox/active-greeting"
#: names in URLs and settings to names in preferences
GREETINGS = {
    "none": "NONE",
    "standard": "STANDARD",
    "outofoffice": "OUT_OF_OFFICE",
    "extendedabsence": "EXTENDED_ABSENCE",
}
FORMATS = ("FULL", "MEDIUM", "BRIEF")
FOLDERS = {"inbox": "Inbox", "conference": "Conference", "deleted": "Deleted", "saved": "Saved"}
VOICEMAIL_FORMAT = "wav"
NOTIFICATION_OFF = "0"


class VoicemailPin(Resource):
    """Sets the PIN of the caller's mailbox, taken from the URL as it stands there."""

    readable = False
    modifiable = True

    def put(self) -> None:
        pin = self.exchange.variables["pin"]
        if len(pin) < MIN_PIN:
            raise StatusError(400, f"Voicemail PIN must be at least {MIN_PIN} characters long")
        draft = self.server.users.draft(self.exchange.user_id)
        draft.voicemail_pin = pin
        self.server.users.settings(draft).put(FORCE_PIN_CHANGE, "0")
        self.server.users.store(draft)


def _notification(kind: str) -> dict[str, SettingKey]:
    """The keys of the primary or alternate notification that are settings, without their prefix."""
    mailbox = f"voicemail/mailbox/{kind}-email"
    return {
        "AttachType": SettingKey(
            f"{mailbox}-voicemail-notification",
            one_of("YES", "NO"),
            lambda value: "1" if value == "YES" else NOTIFICATION_OFF,
            lambda stored: "NO" if stored in (None, NOTIFICATION_OFF) else "YES",
        ),
        "Format": SettingKey(f"{mailbox}-format", one_of(*FORMATS), str, lambda stored: stored),
        "IncludeAudioAttachment": flag_key(f"{mailbox}-attach-audio"),
    }


#: prefix of the keys to the profile's address and to the keys that are settings
NOTIFICATIONS = {
    "email": ("email_address", _notification("primary")),
    "altEmail": ("alternate_email_address", _notification("alternate")),
}
GREETING_KEY = SettingKey(
    ACTIVE_GREETING,
    one_of(*GREETINGS.values()),
    lambda value: next(stored for stored, name in GREETINGS.items() if name == value),
    lambda stored: GREETINGS.get(stored or "", "NONE"),
)
SETTING_KEYS: dict[str, SettingKey] = {
    "greeting": GREETING_KEY,
    **{f"{prefix}{suffix}": key for prefix, (_unused, keys) in NOTIFICATIONS.items() for suffix, key in keys.items()},
}
PREFERENCES_BEAN = Bean(
    {**{name: key.reader for name, key in SETTING_KEYS.items()}, **dict.fromkeys(NOTIFICATIONS, text)}
)
PREFERENCES_ORDER = (
    "greeting",
    "email",
    "altEmail",
    "emailAttachType",
    "altEmailAttachType",
    "emailFormat",
    "altEmailFormat",
    "emailIncludeAudioAttachment",
    "altEmailIncludeAudioAttachment",
    "voicemailPermission",
    "voicemailFormat",
)


class VoicemailPreferences(Resource):
    """``/my/vmprefs``: the keys of a notification are null while it is off, whatever is stored."""

    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))

    def _may_change(self) -> bool:
        return self.server.users.has_permission(self.exchange.user, "Voicemail")

    def get(self, variant: str) -> Response:
        user = self.exchange.user
        settings = self.server.users.settings(user)
        values: dict[str, Any] = {
            "greeting": GREETING_KEY.show(settings),
            "voicemailPermission": self._may_change(),
            "voicemailFormat": VOICEMAIL_FORMAT,
        }
        for prefix, (address, keys) in NOTIFICATIONS.items():
            shown = {f"{prefix}{suffix}": key.show(settings) for suffix, key in keys.items()}
            shown[prefix] = getattr(user.profile, address)
            is_on = shown[f"{prefix}AttachType"] == "YES"
            values |= shown if is_on else dict.fromkeys(shown)
        return jackson_text({name: values[name] for name in PREFERENCES_ORDER})

    def put(self) -> None:
        """Merge; without the permission ``Voicemail`` nothing happens and nothing is said."""
        values = read_jackson(self.exchange, PREFERENCES_BEAN)
        if not self._may_change():
            return
        draft = self.server.users.draft(self.exchange.user_id)
        settings = self.server.users.settings(draft)
        for name, value in values.items():
            if value is None:
                continue
            if name in NOTIFICATIONS:
                setattr(draft.profile, NOTIFICATIONS[name][0], value.lower())
            else:
                settings.put(SETTING_KEYS[name].path, SETTING_KEYS[name].to_setting(value))
        self.server.users.store(draft)


class ActiveGreeting(Resource):
    """Sets the greeting of the user in the URL, whoever calls; an unknown greeting is ``none``."""

    modifiable = True

    def put(self) -> None:
        user = self.server.users.named(self.exchange.variables["user"])
        if user is None or user.id is None:
            raise NullPointerError
        if user.id != self.exchange.user_id and not self.exchange.knob("greeting_ownership_unchecked"):
            raise StatusError(403)
        greeting = self.exchange.variables["greeting"]
        draft: User = self.server.users.draft(user.id)
        self.server.users.settings(draft).put(ACTIVE_GREETING, greeting if greeting in GREETINGS else "none")
        self.server.users.store(draft)


class VoicemailFeed(Resource):
    """The messages of a folder as RSS. Their links carry the caller's private key, to a URL no longer routed."""

    variants = ("application/rss+xml",)

    def get(self, variant: str) -> Response:
        if self.exchange.is_down("ivr"):
            raise DomainError("org.springframework.web.client.ResourceAccessException", "Connection refused")
        folder = self.exchange.variables["folder"]
        label = FOLDERS.get(folder, folder)
        link = f"{self.request.base_url}{self.request.path}"
        items = "".join(self._item(folder, message) for message in self._messages(folder))
        body = (
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">\n  <channel>\n'
            f"    <title>Voicemail: {escape(label)}</title>\n    <link>{escape(link)}</link>\n"
            f"    <description>Voicemail messages in folder {escape(label)}</description>\n"
            f"{items}  </channel>\n</rss>\n"
        )
        return answer(body.encode("utf-8"), variant)

    def _messages(self, folder: str) -> list[dict[str, Any]]:
        """Messages left by seeds: ``{"user", "folder", "id", "subject", "caller", "duration", "received"}``."""
        name = self.exchange.user.user_name
        found = self.server.extras.get(VOICEMAILS, [])
        return [message for message in found if message["user"] == name and message["folder"] == folder]

    def _item(self, folder: str, message: dict[str, Any]) -> str:
        key = self.exchange.user.private_key
        link = f"{self.request.base_url}/sipxconfig/rest/private/{key}/voicemail/{folder}/{message['id']}"
        return (
            f"    <item>\n      <title>{escape(message['subject'])} from {escape(message['caller'])}</title>\n"
            f"      <link>{escape(link)}</link>\n"
            f"      <description>{message['duration']} seconds, {escape(message['received'])}</description>\n"
            f'      <enclosure url={quoteattr(link)} type="audio/x-wav" />\n'
            f"      <pubDate>{escape(message['received'])}</pubDate>\n      <guid>{escape(link)}</guid>\n    </item>\n"
        )
