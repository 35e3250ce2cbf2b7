# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What all live attendants share (``/api/autoattendant/settings``)."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..given import SingleAdapter

LIVE_ATTENDANT_SETTINGS = Resource(
    name="live_attendant_settings",
    plural="all_live_attendant_settings",
    key="",
    given=True,
    fields=(
        Field("live_did"),
        Field("enable_prefix", clearable=False),
        Field("disable_prefix", clearable=False),
        Field("expire_time", "int", minimum=0),
        Field("max_digits", "int", minimum=1),
        Field("first_digit_timeout", "int", minimum=1),
        Field("inter_digit_timeout", "int", minimum=1),
        Field("extra_digit_timeout", "int", minimum=1),
    ),
)


class LiveAttendantSettingsAdapter(SingleAdapter):
    """PUT replaces all eight, and an omitted one is blanked. All are texts on the wire."""

    resource = LIVE_ATTENDANT_SETTINGS

    def read(self) -> Record:
        row = self._client.api_map("/autoattendant/settings")
        return Record(read_wire(LIVE_ATTENDANT_SETTINGS.fields, {name: text or None for name, text in row.items()}))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        texts = {name: None if value is None else str(value) for name, value in values.items()}
        if values.get("expire_time") == 0:
            texts["expire_time"] = None
        wire = {t.cast(str, field.wire): None for field in LIVE_ATTENDANT_SETTINGS.fields}
        self._client.api_send(
            "PUT", "/autoattendant/settings", {**wire, **write_wire(LIVE_ATTENDANT_SETTINGS.fields, texts)}
        )
