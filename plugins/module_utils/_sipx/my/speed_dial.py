# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's speed dial buttons (``/rest/my/speeddial``)."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..given import JsonAdapter
from .latin_text import as_shown

#: what the phones can take; the server does not count
_MOST = 136

MY_SPEED_DIAL = Resource(
    name="my_speed_dial",
    plural="my_speed_dials",
    key="",
    given=True,
    fields=(
        Field("group_speed_dial", "bool"),
        Field(
            "buttons",
            "list",
            elements="dict",
            options=(
                Field("number", required=True),
                Field("label", normalise=as_shown),
                Field("blf", "bool", default=False),
            ),
        ),
        Field("can_subscribe_to_presence", "bool", read_only=True),
    ),
    consents=(Field("update_phones", "bool"),),
)


class MySpeedDialAdapter(JsonAdapter):
    """PUT replaces the user's own list, or removes it in favour of that of the user's groups."""

    resource = MY_SPEED_DIAL
    path = "/my/speeddial"
    _update_phones = False

    def read(self) -> Record:
        content = self._client.rest_map(self.path)
        values = read_wire(MY_SPEED_DIAL.fields, content)
        if values["group_speed_dial"]:
            values["buttons"] = []  # they are the groups'
        return Record(values, raw=content)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(wanted)
        self._update_phones = bool(wanted.pop("update_phones", False))
        buttons = wanted.get("buttons") or []
        if buttons and wanted.get("group_speed_dial"):
            raise ItemError("buttons are the user's own, so group_speed_dial must be false or omitted")
        if buttons:
            wanted["group_speed_dial"] = False
        if len(buttons) > _MOST:
            raise ItemError(f"buttons: {len(buttons)} are more than the {_MOST} that phones can take")
        if record is not None and not record.raw.get("canSubscribeToPresence"):
            lit = {button["number"] for button in record.values["buttons"] if button["blf"]}
            if any(bool(one["blf"]) is not (one["number"] in lit) for one in buttons):
                raise ItemError("the user lacks the permission subscribe-to-presence, without which no blf changes")
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        content = write_wire(MY_SPEED_DIAL.writable, {**values, "buttons": values.get("buttons") or []})
        self._client.rest_put_json(self.path, {**content, "updatePhones": self._update_phones})
