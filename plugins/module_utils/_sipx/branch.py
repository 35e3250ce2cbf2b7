# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Branches: the sites of an installation (``/rest/branch``)."""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import read_wire, write_wire
from .client import SipxClient
from .identity import number_of

BRANCH = Resource(
    name="branch",
    plural="branches",
    key="name",
    fields=(
        Field("id", "int", read_only=True),
        Field("name", required=True, clearable=False),
        Field("description"),
        Field(
            "address",
            "dict",
            options=(
                Field("street"),
                Field("city"),
                Field("country"),
                Field("state"),
                Field("zip"),
                Field("office_designation"),
            ),
        ),
        Field("phone_number"),
        Field("fax_number"),
    ),
)


class BranchAdapter(Adapter):
    """PUT replaces all fields and fails without an ``address`` element, so the whole object is sent each time."""

    resource = BRANCH

    def __init__(self, client: SipxClient) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.rest_list("/branch", "branch", "branches")
        return [Record(read_wire(BRANCH.fields, row), row.get("id")) for row in rows]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return number_of(self._client.rest_send("PUT", "/branch", "branch", _document(values)))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.rest_send("PUT", f"/branch/{record.identity}", "branch", _document(values))

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", f"/branch/{record.identity}")


def _document(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    document = write_wire(BRANCH.writable, values)
    document.setdefault("address", {})
    return document
