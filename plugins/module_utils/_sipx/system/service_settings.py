# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of the server's services (``/api/{service}/settings``)."""

from __future__ import annotations

import typing as t

from ..._engine.record import Item, Record
from ..._http.errors import RequestError
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import SipxClient
from ..device_settings import REVERTED, SETTINGS, reverting, translated, with_settings, write_settings
from ..given import GivenAdapter
from ..settings import DEFAULT, Settings

#: our names to paths below ``/api``; the vendor's own words
SERVICES = {
    "cdrs": "/cdrs",
    "dns": "/dns",
    "extendedcdrs": "/extendedcdrs",
    "ftp": "/ftp",
    "imbot": "/imbot",
    "ivr": "/ivr",
    "moh": "/moh",
    "mwi": "/mwi",
    "ntp": "/timezone",
    "pagegroups": "/pagegroups",
    "proxy": "/proxy",
    "registrar": "/registrar",
    "restserver": "/restserver",
    "saa": "/saa",
}
#: has no call for a single setting
_BULK = "ntp"

SERVICE_SETTINGS = Resource(
    name="service_settings",
    plural="all_service_settings",
    key="service",
    given=True,
    given_states=(REVERTED,),
    fields=(Field("service", required=True, clearable=False, choices=tuple(SERVICES)), SETTINGS),
)


class ServiceSettingsAdapter(GivenAdapter):
    """Each service has a tree of settings, which can be changed whether or not any server runs the service."""

    resource = SERVICE_SETTINGS
    _reverted: frozenset[str | None] = frozenset()

    def expect(self, items: t.Sequence[Item]) -> None:
        self._reverted = frozenset(item.key for item in items if item.state == REVERTED)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        names = SERVICES if keys is None else [name for name in SERVICES if name in keys]
        return [Record({"service": name}, name) for name in names]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        record.raw = _tree(self._client, record.identity)
        return with_settings(record.raw, record, wanted)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if SERVICE_SETTINGS.key_of(wanted) in self._reverted:
            wanted = reverting(wanted)
        if record is not None and wanted.get("settings"):
            wanted = {**wanted, "settings": translated(record.raw, wanted["settings"])}
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        write_settings(record.raw, values["settings"], record.values["settings"])


def _tree(client: SipxClient, service: str) -> Settings:
    return (BulkSettings if service == _BULK else Settings)(client, SERVICES[service])


class BulkSettings(Settings):
    """Settings that are written by a list of paths and values, and cannot be read one by one."""

    def setting(self, path: str) -> t.Any:
        if path not in self.visible():
            raise ItemError(self.unknown(path))
        return self.visible()[path]

    def write(self, path: str, value: str | None) -> None:
        text = self.setting(path).default if value in (None, DEFAULT) else value
        bean = {"settings": [{"path": path, "value": text or ""}]}
        self._client.api_send("PUT", self._base + "/settings", bean)
        self._visible = None
        if (self.setting(path).value or "") != (text or ""):
            problem = "was accepted, but the setting did not keep the value"
            raise RequestError("PUT", f"{self._base}/settings", problem, 200)
