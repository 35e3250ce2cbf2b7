# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Park orbits with their settings (``/api/orbits``)."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.half_made import removed_unless_finished
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire
from ..client import SipxClient
from ..device_settings import SETTINGS, translated, with_settings, write_settings
from ..directory import Directory
from ..identity import number_of
from ..settings import Settings

_BASE = "/orbits"

PARK_ORBIT = Resource(
    name="park_orbit",
    plural="park_orbits",
    key="extension",
    fields=(
        Field("id", "int", read_only=True),
        Field("extension", required=True, clearable=False),
        Field("name", required=True, clearable=False),
        Field("enabled", "bool", default=True),
        Field("description"),
        Field("music", refers_to="prompt"),
        Field("server", required=True, clearable=False, refers_to="server"),
        SETTINGS,
    ),
)


class ParkOrbitAdapter(Adapter):
    """PUT replaces everything but the settings, and needs the server once more."""

    resource = PARK_ORBIT

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)
        self._example: t.Any = None

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.api_list(_BASE, "orbits")
        self._example = rows[0].get("id") if rows else None
        return [Record(read_wire(PARK_ORBIT.fields, row), row.get("id")) for row in rows]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        return with_settings(Settings(self._client, f"{_BASE}/{record.identity}"), record, wanted)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("name") and wanted["name"] == wanted.get("extension"):
            raise ItemError("name and extension must differ")
        if wanted.get("settings"):
            # Only orbits show what settings there are, so those of the first one are checked once it is there.
            identity = self._example if record is None else record.identity
            if identity is not None:
                settings = translated(Settings(self._client, f"{_BASE}/{identity}"), wanted["settings"])
                # What is a default is up to each orbit.
                wanted = wanted if record is None else {**wanted, "settings": settings}
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.prompts(_BASE) if kind == "prompt" else self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        identity = number_of(self._client.api_send("POST", _BASE, _bean(values)))
        base = f"{_BASE}/{identity}"
        # Half an orbit would take calls and keep them in another way than was wanted.
        with removed_unless_finished(f"The park orbit {identity}", lambda: self._client.api_send("DELETE", base)):
            write_settings(Settings(self._client, base), values.get("settings") or {})
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        base = f"{_BASE}/{record.identity}"
        if changed - {"settings"}:
            self._client.api_send("PUT", base, _bean(values))
        if "settings" in changed:
            write_settings(Settings(self._client, base), values["settings"], record.values.get("settings"))

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", f"{_BASE}/{record.identity}")


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {
        "name": values["name"],
        "extension": values["extension"],
        "enabled": bool(values.get("enabled")),
        "description": values.get("description"),
        "music": values.get("music") or None,
        "server": values["server"],
    }
