# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Custom permissions (``/rest/permission``).

The server generates their names (``perm_33``); people know them by their labels. Built-in permissions cannot be
changed or deleted and are left out of the listing here.
"""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Record
from .._model.errors import RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import read_wire, write_wire
from .client import SipxClient, segment

PERMISSION = Resource(
    name="permission",
    plural="permissions",
    key="label",
    fields=(
        Field("name", read_only=True),
        Field("label", required=True, clearable=False),
        Field("description"),
        Field("default_value", "bool", default=False),
    ),
)


class PermissionAdapter(Adapter):
    """PUT clears what it does not mention; a missing default counts as false."""

    resource = PERMISSION

    def __init__(self, client: SipxClient) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.rest_list("/permission", "permissions", "permissions")
        if not all(isinstance(row.get("builtIn"), bool) for row in rows):
            # Prune would take the server's own permissions for somebody's.
            raise RemoteError("The listing of permissions does not tell which are built in.", RemoteError.REFUSED)
        return [Record(read_wire(PERMISSION.fields, row), row.get("name")) for row in rows if not row["builtIn"]]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return self._client.rest_send("PUT", "/permission", "permission", write_wire(PERMISSION.writable, values))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        document = write_wire(PERMISSION.writable, values)
        self._client.rest_send("PUT", "/permission/" + segment(record.identity), "permission", document)

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", "/permission/" + segment(record.identity))
