# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""OAuth2 clients: applications that may ask users for access. Their secret is in every answer and never shown."""

from __future__ import annotations

import time
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..failures import NotFound
from .client import SipgateV2Client, segment

OAUTH_CLIENT = Resource(
    name="oauth_client",
    plural="oauth_clients",
    key="name",
    fields=(
        Field("client_id", read_only=True),
        Field("name", required=True, clearable=False),
        Field("description", required=True),
        Field("redirect_uris", "list", elements="str", unordered=True, required=True),
        Field("web_origins", "list", elements="str", unordered=True, default=[]),
        Field("privacy_url", required=True),
        Field("terms_url", required=True),
    ),
)
_URL = "/authorization/oauth2/clients"
_PATIENCE_S = 30.0


class OauthClientAdapter(Adapter):
    """A deletion is only accepted (202); the client can be read until it is really gone."""

    resource = OAUTH_CLIENT

    def __init__(self, client: SipgateV2Client, sleep: t.Callable[[float], None] = time.sleep) -> None:
        self._client = client
        self._sleep = sleep

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.items(_URL, name="data")
        return [Record(read_wire(OAUTH_CLIENT.fields, row), row["clientId"]) for row in rows]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return (self._client.send("POST", _URL, write_wire(OAUTH_CLIENT.writable, values)) or {}).get("clientId")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.send("PUT", f"{_URL}/{segment(record.identity)}", write_wire(OAUTH_CLIENT.writable, values))

    def delete(self, record: Record) -> None:
        path = f"{_URL}/{segment(record.identity)}"
        self._client.send("DELETE", path)
        waited, pause = 0.0, 0.25
        while waited < _PATIENCE_S:
            try:
                self._client.get(path)
            except NotFound:
                return
            self._sleep(pause)
            waited, pause = waited + pause, min(2.0, pause * 2)
        text = f"DELETE {path} was accepted, but the client is still there after {_PATIENCE_S:.0f} seconds. Run again."
        raise RemoteError(text, RemoteError.REFUSED)
