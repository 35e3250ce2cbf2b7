# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Auto attendants: the list, the special mode, the live attendant.

``AutoAttendantsResource``, ``SpecialAttendantResource``, ``SelectSpecialAttendantResource``, ``LiveAttendantResource``.
"""

from __future__ import annotations

from ....core.interface import Response
from ...integers import java_int, parsed_int
from ...state.attendants import SYSTEM_NAME_PREFIX, Attendant
from ...state.rules import ATTENDANT, Rule
from ..representations import XML_OR_JSON, represent
from ..restlet import Resource, StatusError
from ..xstream import BOOLEAN, STRING, Document, ListOf
from ..xstream.schema import record

ATTENDANTS = Document(
    "autoAttendants",
    ListOf(
        "autoAttendant",
        record(
            "org.sipfoundry.sipxconfig.rest.AutoAttendantsResource$Representable",
            name=STRING,
            systemId=STRING,
            specialSelected=BOOLEAN,
        ),
    ),
)
SPECIAL_MODE = Document(
    "specialAttendant",
    record("org.sipfoundry.sipxconfig.rest.SpecialAttendantResource$Representable", specialMode=BOOLEAN),
)
RECORD_PROMPTS = "RecordSystemPrompts"
#: property of a dialing rule that no API sets: what is dialled after its extension to reach the live attendant
LIVE_CODE = "liveAttendantCode"
LIVE_ENABLED, LIVE_RETURNS = "liveAttendantEnabled", "liveAttendantReturns"
LIVE_EXPIRE_TIME = "liveAttendant/expireTime"
NO_CONTENT = 204


class AutoAttendants(Resource):
    """The list. Only attendants the server made have a ``systemId``; while the special mode is off none is selected."""

    variants = XML_OR_JSON

    def get(self, variant: str) -> Response:
        mode = self.server.system.special_mode
        value = [
            {
                "name": attendant.name,
                "systemId": attendant.system_id,
                "specialSelected": mode.enabled and attendant.id == mode.attendant_id,
            }
            for attendant in self.server.attendants
        ]
        return represent(self.exchange, ATTENDANTS, value, variant)


class _SpecialModeControl(Resource):
    """POST is allowed, and not implemented, for callers with the permission to record prompts."""

    modifiable = True

    def allowed_methods(self) -> list[str]:
        may_post = self.server.users.has_permission(self.exchange.user, RECORD_PROMPTS)
        return [method for method in super().allowed_methods() if method != "POST" or may_post]


class SpecialMode(_SpecialModeControl):
    """The switch. Bodies are not looked at, so that PUT switches on whatever it says."""

    variants = XML_OR_JSON

    def get(self, variant: str) -> Response:
        value = {"specialMode": self.server.system.special_mode.enabled}
        return represent(self.exchange, SPECIAL_MODE, value, variant)

    def put(self) -> Response:
        self.server.system.special_mode.enable(self.server.after_hours_id())
        return Response(NO_CONTENT)

    def delete(self) -> Response:
        self.server.system.special_mode.disable()
        return Response(NO_CONTENT)


class SelectedAttendant(_SpecialModeControl):
    """Selects the attendant of the special mode."""

    readable = False

    def _attendant(self) -> Attendant:
        """The attendant of the URL: ``operator``, ``afterhour``, or ``xcf``, any one character, and an id.

        :raises StatusError: 400 for another name
        :raises DomainError: for an id that is none or does not exist
        """
        name = self.exchange.variables["attendant"]
        if name.startswith(SYSTEM_NAME_PREFIX):
            return self.server.attendants.get(parsed_int(name[len(SYSTEM_NAME_PREFIX) + 1 :]))
        attendant = self.server.attendants.with_system_id(name)
        if attendant is None:
            raise StatusError(400)
        return attendant

    def _select(self, attendant_id: int | None) -> Response:
        self.server.system.special_mode.select(attendant_id, self.server.after_hours_id())
        return Response(NO_CONTENT)

    def put(self) -> Response:
        return self._select(self._attendant().id)

    def delete(self) -> Response:
        self._attendant()
        if self.server.system.special_mode.enabled:
            raise StatusError(409)
        return self._select(None)


class LiveAttendant(Resource):
    """Puts a person in front of the attendant of a dialing rule, or the attendant back; nothing shows the state."""

    modifiable = True

    def _rule(self) -> Rule:
        code = self.exchange.variables["code"]
        for rule in self.server.rules:
            live_code = rule.details.get(LIVE_CODE) if rule.kind == ATTENDANT else None
            if live_code and f"{rule.details.get('extension') or ''}{live_code}" == code:
                assert rule.id is not None
                return self.server.rules.draft(rule.id)
        raise StatusError(404)

    def put(self) -> None:
        rule = self._rule()
        rule.details[LIVE_ENABLED] = True
        rule.details.pop(LIVE_RETURNS, None)
        self.server.rules.store(rule)

    def delete(self) -> None:
        rule = self._rule()
        rule.details[LIVE_ENABLED] = False
        rule.details[LIVE_RETURNS] = self._returns()
        self.server.rules.store(rule)

    def _returns(self) -> float | None:
        """When the live attendant comes back by itself, None for never.

        :raises StatusError: 404 for an expiry that is no number, as for all that goes wrong inside
        """
        expiry = self.server.system.service("live-attendant").effective(LIVE_EXPIRE_TIME)
        if not expiry:
            return None
        minutes = java_int(expiry)
        if minutes is None:
            raise StatusError(404)
        return self.server.now() + minutes * 60
