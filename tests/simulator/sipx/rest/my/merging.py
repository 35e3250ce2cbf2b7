# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resources whose keys are settings of the caller and whose PUT merges: what is null or missing stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ....core.interface import Response
from ...settings.values import Settings
from ..jackson import Bean, Reader, flag, text
from ..representations import JSON, jackson_text, read_jackson
from ..restlet import Resource


@dataclass(frozen=True)
class SettingKey:
    """A JSON key that shows a setting.

    :param path: path of the setting
    :param reader: how the key is read
    :param to_setting: value to what is stored
    :param from_setting: effective value, which may be None, to what is shown
    """

    path: str
    reader: Reader
    to_setting: Callable[[Any], str]
    from_setting: Callable[[str | None], Any]

    def show(self, settings: Settings) -> Any:
        """What GET shows."""
        return self.from_setting(settings.effective(self.path))


def flag_key(path: str, true: str = "1", false: str = "0") -> SettingKey:
    """A key for a boolean setting with the literals of its model."""
    return SettingKey(path, flag, lambda value: true if value else false, lambda stored: stored == true)


def text_key(path: str) -> SettingKey:
    """A key for a text setting; an empty text is stored and reads back as null."""
    return SettingKey(path, text, lambda value: value, lambda stored: stored)


class MergedSettings(Resource):
    """All keys are settings.

    :cvar keys: JSON key to setting, in the order of the output
    """

    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))
    keys: ClassVar[Mapping[str, SettingKey]]

    def get(self, variant: str) -> Response:
        settings = self.server.users.settings(self.exchange.user)
        return jackson_text({name: key.show(settings) for name, key in self.keys.items()})

    def put(self) -> None:
        values = read_jackson(self.exchange, Bean({name: key.reader for name, key in self.keys.items()}))
        draft = self.server.users.draft(self.exchange.user_id)
        settings = self.server.users.settings(draft)
        for name, value in values.items():
            if value is not None:
                settings.put(self.keys[name].path, self.keys[name].to_setting(value))
        self.server.users.store(draft)


class ImPreferences(MergedSettings):
    """``/my/im/prefs`` (``ImSettingsResource``)."""

    keys = {
        "statusPhonePresence": flag_key("im/advertise-sip-presence"),
        "statusCallInfo": flag_key("im/include-call-info"),
        "otpMessage": text_key("im/on-the-phone-message"),
        "voicemailOnDnd": flag_key("im/fwd-vm-on-dnd"),
    }


class ImBotPreferences(MergedSettings):
    """``/my/imbot/prefs`` (``ImBotSettingsResource``)."""

    keys = {
        "confEnter": flag_key("im_notification/conferenceEntryIM"),
        "confExit": flag_key("im_notification/conferenceExitIM"),
        "vmBegin": flag_key("im_notification/leaveMsgBeginIM"),
        "vmEnd": flag_key("im_notification/leaveMsgEndIM"),
    }
