# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/my/speeddial`` (``SpeedDialResource``)."""

from __future__ import annotations

from typing import Any

from ....core.interface import Response
from ...state.errors import NullPointerError, UserError
from ...state.personal import SpeedDial, SpeedDialButton
from ..jackson import Bean, flag, list_of, text
from ..representations import JSON, jackson_text, read_jackson
from ..restlet import Resource

PRESENCE = "subscribe-to-presence"
BUTTON_BEAN = Bean({"number": text, "label": text, "blf": flag})
BEAN = Bean({"updatePhones": flag, "groupSpeedDial": flag, "buttons": list_of(BUTTON_BEAN)})


def _wire(button: SpeedDialButton) -> dict[str, Any]:
    name = f"{button.label}={button.number}" if button.label else button.number
    return {"name": name, "number": button.number, "label": button.label, "blf": button.blf}


class SpeedDials(Resource):
    """The caller's own list, or that of the groups while there is none."""

    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))

    def _may_subscribe(self) -> bool:
        return self.server.users.has_permission(self.exchange.user, PRESENCE)

    def _buttons(self) -> list[SpeedDialButton]:
        own = self.server.speed_dials.find(self.exchange.user_id)
        return own.buttons if own is not None else []

    def get(self, variant: str) -> Response:
        return jackson_text(
            {
                "updatePhones": None,
                "canSubscribeToPresence": self._may_subscribe(),
                "buttons": [_wire(button) for button in self._buttons()],
                "groupSpeedDial": self.exchange.user_id not in self.server.speed_dials,
            }
        )

    def put(self) -> None:
        values = read_jackson(self.exchange, BEAN)
        user_id = self.exchange.user_id
        if values.get("groupSpeedDial"):
            if user_id in self.server.speed_dials:
                self.server.speed_dials.remove(user_id)
        else:
            if "buttons" not in values:
                raise NullPointerError
            buttons = [self._button(button) for button in values["buttons"] or []]
            self.server.speed_dials.store(SpeedDial(buttons, id=user_id))
        if values.get("updatePhones"):
            for line in self.server.lines.of_user(user_id):
                self.server.push_profile(line.phone_id, restart=True)

    def _button(self, values: dict[str, Any] | None) -> SpeedDialButton:
        if values is None:
            raise NullPointerError
        number = values.get("number")
        blf = bool(values.get("blf"))
        if not self._may_subscribe():
            blf = any(button.blf for button in self._buttons() if button.number == number)
        elif blf and not self.server.aliases.in_use(number):
            raise UserError("&error.notValidBlf")
        return SpeedDialButton(number, values.get("label"), blf)
