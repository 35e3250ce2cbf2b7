# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time zone, language and region of the installation (``/api/timezone``, ``/api/localization``)."""

from __future__ import annotations

import difflib
import typing as t

from ..._engine.record import Record
from ..._http.errors import RequestError
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..given import SingleAdapter

TIME_ZONE = Resource(
    name="time_zone",
    plural="time_zones",
    key="",
    given=True,
    fields=(Field("time_zone", wire="selectedTimezone", clearable=False),),
)
LOCALIZATION = Resource(
    name="localization",
    plural="localizations",
    key="",
    given=True,
    fields=(Field("language", clearable=False), Field("region", clearable=False)),
)


class TimeZoneAdapter(SingleAdapter):
    """A background run carries the time zone to all servers."""

    resource = TIME_ZONE

    def read(self) -> Record:
        row = self._client.api_map("/timezone")
        return Record(read_wire(TIME_ZONE.fields, row), raw=[str(zone) for zone in row.get("timezoneList") or []])

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        zone = wanted.get("time_zone")
        if record is not None and zone and zone not in record.raw:
            close = difflib.get_close_matches(zone, record.raw, n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise ItemError(f"time_zone {zone!r} is unknown to the server{hint}")
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.api_send("PUT", "/timezone", write_wire(TIME_ZONE.fields, values))


class LocalizationAdapter(SingleAdapter):
    """PUT needs both: an omitted one is stored as nothing and breaks the next call. Values are not checked."""

    resource = LOCALIZATION

    def read(self) -> Record:
        return Record(read_wire(LOCALIZATION.fields, self._client.api_map("/localization")))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.api_send("PUT", "/localization", write_wire(LOCALIZATION.fields, values))
        if any(self.read().values[name] != values[name] for name in changed):
            raise RequestError("PUT", "/api/localization", "was accepted, but language and region stayed", 200)
