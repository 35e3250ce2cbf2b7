# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""User groups (``/rest/user-group``)."""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import read_wire
from .client import SipxClient
from .directory import Directory
from .identity import number_of

USER_GROUP = Resource(
    name="user_group",
    plural="user_groups",
    key="name",
    fields=(
        Field("id", "int", read_only=True),
        Field("name", required=True, clearable=False),
        Field("description"),
        Field("branch", wire="branch.name", refers_to="branch"),
    ),
    # The server answers a deletion of this group with success and does nothing.
    protected=frozenset(("administrators",)),
)


class UserGroupAdapter(Adapter):
    """PUT clears what it does not mention, the branch included."""

    resource = USER_GROUP

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.rest_list("/user-group", "user-group", "groups")
        return [Record(read_wire(USER_GROUP.fields, row), row.get("id")) for row in rows]

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return number_of(self._client.rest_send("PUT", "/user-group", "group", self._document(values)))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.rest_send("PUT", f"/user-group/{record.identity}", "group", self._document(values))

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", f"/user-group/{record.identity}")

    def _document(self, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        document: dict[str, t.Any] = {"name": values["name"], "description": values.get("description")}
        if values.get("branch"):
            identity = self._directory.id_of(self._directory.branches(), "branch", values["branch"])
            document["branch"] = {"id": identity}
        return document
