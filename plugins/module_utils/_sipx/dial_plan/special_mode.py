# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The special mode of the auto attendants: one attendant answers instead of all others."""

from __future__ import annotations

import typing as t

from ..._engine.lost_answer import surely
from ..._engine.record import Record
from ..._http.errors import RequestError
from ..._model.errors import ItemError, RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..given import SingleAdapter

SPECIAL_MODE = Resource(
    name="special_mode",
    plural="special_modes",
    key="",
    given=True,
    fields=(
        Field("enabled", "bool", wire="useSpecialAa"),
        Field("attendant", wire="specialAaName", refers_to="auto_attendant"),
    ),
)
_SWITCH = "/auto-attendant/specialmode"


class SpecialModeAdapter(SingleAdapter):
    """Switching on forgets an attendant that was selected before, and selects the after-hours one if there was none.

    So the mode is switched first, and the attendant is selected afterwards, twice if need be. Only ``/api`` shows an
    attendant that is selected while the mode is off, and names those that an administrator made. Switching off forgets
    the attendant too, so it is selected anew.
    """

    resource = SPECIAL_MODE

    def read(self) -> Record:
        mode = self._client.rest_map(_SWITCH)["specialAttendant"]
        rows = self._client.rows(self._client.rest_get("/auto-attendant"), "autoAttendants", "/rest/auto-attendant")
        selected = next((str(row["name"]) for row in rows if row.get("specialSelected")), None)
        if not mode.get("specialMode"):
            selected = self._client.api_map("/autoattendant/specialmode").get("specialAaName")
        system_ids = {str(row["name"]): str(row["systemId"]) for row in rows if row.get("systemId")}
        return Record({"enabled": bool(mode.get("specialMode")), "attendant": selected}, raw=system_ids)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        enabled = wanted.get("enabled", record.values["enabled"] if record is not None else False)
        if enabled and wanted.get("attendant") == "":
            raise ItemError("attendant cannot be cleared while the special mode is on")
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        enabled, attendant = bool(values["enabled"]), values.get("attendant")
        if "enabled" in changed:
            surely(
                lambda: self._client.rest_send("PUT" if enabled else "DELETE", _SWITCH),
                lambda: self.read().values["enabled"] == enabled,
            )
        if not attendant:
            if "attendant" in changed and "enabled" not in changed:
                system_id = next(iter(record.raw.values()))
                self._client.rest_send("DELETE", f"/auto-attendant/{system_id}/special")
            return
        for _attempt in range(2):
            try:
                surely(lambda: self._select(attendant, enabled, record.raw), lambda: self._is_selected(attendant))
            except RemoteError as error:
                if "enabled" not in changed:
                    raise
                text = f"{error.message} The special attendant {attendant!r} is not selected any more; select it again."
                raise RemoteError(text, RemoteError.REFUSED) from None
            if self._is_selected(attendant):
                return
        raise RequestError("PUT", _SWITCH, f"was accepted, but {attendant!r} is not the special attendant", 200)

    def _is_selected(self, attendant: str) -> bool:
        return bool(self.read().values["attendant"] == attendant)

    def _select(self, attendant: str, enabled: bool, system_ids: t.Mapping[str, str]) -> None:
        if attendant in system_ids:
            self._client.rest_send("PUT", f"/auto-attendant/{system_ids[attendant]}/special")
        else:
            bean = {"useSpecialAa": enabled, "specialAaName": attendant}
            self._client.api_send("PUT", "/autoattendant/specialmode", bean)
