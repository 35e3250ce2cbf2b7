# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The personal attendant of the caller's mailbox (``PersonalAttendantResource``)."""

from __future__ import annotations

from typing import Any

from ....core.interface import Response
from ...state.errors import ILLEGAL_ARGUMENT, DomainError, NullPointerError
from ...state.personal import PersonalAttendant
from ..jackson import Bean, flag, map_of, text
from ..representations import JSON, jackson_text, read_jackson
from ..restlet import Resource
from .merging import flag_key, text_key

OPERATOR = "personal-attendant/operator"
PERMISSION = "personal-auto-attendant"
DIAL_PAD = frozenset("0123456789*#")
INSTALLED_LANGUAGES = ("en",)

OPERATOR_KEY = text_key(OPERATOR)
OPTION_KEYS = {
    "depositVM": flag_key("voicemail/vacation/vmEnabled"),
    "forwardDeleteVM": flag_key("voicemail/mailbox/forward-delete-voicemail"),
    "playVMDefaultOptions": flag_key("personal-attendant/default-vm-option", "ENABLE", "DISABLE"),
}
BEAN = Bean(
    {
        "operator": text,
        "overrideLanguage": flag,
        "menu": map_of(text),
        "language": text,
        **dict.fromkeys(OPTION_KEYS, flag),
    }
)
#: keys whose presence lets the user be saved at all; alone, forwardDeleteVM is lost
SAVING_KEYS = ("depositVM", "playVMDefaultOptions", "operator")


class PersonalAttendantResource(Resource):
    """``/my/voicemail/attendant``: PUT merges, and without the permission does nothing."""

    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))

    def _may_change(self) -> bool:
        return self.server.users.has_permission(self.exchange.user, PERMISSION)

    def _stored(self) -> PersonalAttendant:
        attendants, user_id = self.server.personal_attendants, self.exchange.user_id
        return attendants.draft(user_id) if user_id in attendants else PersonalAttendant(id=user_id)

    def get(self, variant: str) -> Response:
        attendant = self._stored()
        settings = self.server.users.settings(self.exchange.user)
        return jackson_text(
            {
                "personalAttendantPermission": self._may_change(),
                "operator": OPERATOR_KEY.show(settings),
                "overrideLanguage": attendant.override_language,
                "menu": attendant.menu,
                "language": attendant.language,
                **{name: key.show(settings) for name, key in OPTION_KEYS.items()},
            }
        )

    def put(self) -> None:
        values = read_jackson(self.exchange, BEAN)
        if self._may_change():
            self._store_attendant(values)
            self._store_settings(values)

    def _store_attendant(self, values: dict[str, Any]) -> None:
        attendant = self._stored()
        if values.get("menu") is not None:
            wrong = next((key for key in values["menu"] if key not in DIAL_PAD), None)
            if wrong is not None:
                raise DomainError(ILLEGAL_ARGUMENT, f"Unknown dial pad key: {wrong}")
            attendant.menu = values["menu"]
        if values.get("language") is not None:
            if values.get("overrideLanguage") is None:
                raise NullPointerError
            attendant.language = values["language"]
            attendant.override_language = values["overrideLanguage"]
        if any(values.get(name) is not None for name in ("menu", "language")):
            self.server.personal_attendants.store(attendant)

    def _store_settings(self, values: dict[str, Any]) -> None:
        if all(values.get(name) is None for name in SAVING_KEYS):
            return
        draft = self.server.users.draft(self.exchange.user_id)
        settings = self.server.users.settings(draft)
        for name, key in {"operator": OPERATOR_KEY, **OPTION_KEYS}.items():
            if values.get(name) is not None:
                settings.put(key.path, key.to_setting(values[name]))
        self.server.users.store(draft)


class PersonalAttendantOperator(Resource):
    """Sets the operator to the text in the URL, or clears it. The permission is not asked for here."""

    readable = False
    modifiable = True

    def put(self) -> None:
        draft = self.server.users.draft(self.exchange.user_id)
        settings = self.server.users.settings(draft)
        operator = self.variable("operator")
        if operator is not None:
            settings.put(OPERATOR, operator)
        else:
            settings.revert(OPERATOR)
        self.server.users.store(draft)


class AttendantLanguages(Resource):
    """The installed languages."""

    variants = (JSON,)

    def get(self, variant: str) -> Response:
        return jackson_text(list(INSTALLED_LANGUAGES))
