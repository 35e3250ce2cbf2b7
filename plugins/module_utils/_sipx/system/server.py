# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers of a cluster and what runs on each (``/api/servers``)."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire
from ..client import SipxClient
from .features import FEATURES, checked, read_features, switch

SERVER = Resource(
    name="server",
    plural="servers",
    key="host",
    fields=(
        Field("id", "int", read_only=True),
        Field("host", required=True, clearable=False),
        Field("ip", required=True, clearable=False),
        Field("description"),
        FEATURES,
        Field("primary", "bool", read_only=True),
        Field("registered", "bool", read_only=True),
    ),
    # A change of the cluster is pushed to all of its members.
    sequential=True,
)


class ServerAdapter(Adapter):
    """PUT replaces the three texts; a new server's id is in no answer. The primary server cannot be removed."""

    resource = SERVER

    def __init__(self, client: SipxClient) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [self._record(row) for row in self._rows() if keys is None or row.get("host") in keys]

    def _record(self, row: t.Mapping[str, t.Any]) -> Record:
        features = read_features(self._client, _features(row["id"]))
        return Record({**read_wire(SERVER.fields, row), "features": features}, row["id"])

    def _rows(self) -> list[dict[str, t.Any]]:
        return self._client.api_list("/servers", "servers")

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("features"):
            # All servers can have the same features, so the primary one tells for a new one too.
            known = (
                record.values["features"]
                if record is not None
                else read_features(self._client, _features(self._rows()[0]["id"]))
            )
            wanted = {**wanted, "features": checked(wanted["features"], known)}
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._client.api_send("POST", "/servers", _bean(values))
        identity = next((row["id"] for row in self._rows() if row.get("host") == values["host"]), None)
        if identity is not None and values.get("features"):
            switch(self._client, _features(identity), values["features"], {})
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if changed - {"features"}:
            self._client.api_send("PUT", f"/servers/{record.identity}", _bean(values))
        if "features" in changed:
            switch(self._client, _features(record.identity), values["features"], record.values["features"])

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", f"/servers/{record.identity}")


def _features(identity: t.Any) -> str:
    return f"/servers/{identity}/features"


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {"host": values["host"], "ip": values["ip"], "description": values.get("description")}
