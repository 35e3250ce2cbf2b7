# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone groups (``/api/phoneGroups``).

Groups of all kinds share one id space, and ``/phoneGroups/{id}`` would turn a user group into a phone group, so ids
come from the listing of phone groups only.
"""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import read_wire
from .client import SipxClient
from .identity import number_of

PHONE_GROUP = Resource(
    name="phone_group",
    plural="phone_groups",
    key="name",
    fields=(
        Field("id", "int", read_only=True),
        Field("name", required=True, clearable=False),
        Field("description"),
        Field("weight", "int", minimum=0),
    ),
    # A new group without a weight gets the highest one plus one, which two creations at once would both take.
    sequential=True,
)


class PhoneGroupAdapter(Adapter):
    """PUT clears a missing description and fails without a weight."""

    resource = PHONE_GROUP

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._highest = 0

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.api_list("/phoneGroups", "groups")
        self._highest = max((int(row.get("weight") or 0) for row in rows), default=0)
        return [Record(read_wire(PHONE_GROUP.fields, row), row.get("id")) for row in rows]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        weight = values.get("weight")
        if weight is None:
            weight = self._highest + 1
        self._highest = max(self._highest, weight)
        return number_of(self._client.api_send("POST", "/phoneGroups", _bean({**values, "weight": weight})))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.api_send("PUT", f"/phoneGroups/{record.identity}", _bean(values))

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", f"/phoneGroups/{record.identity}")


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {"name": values["name"], "description": values.get("description"), "weight": values["weight"]}
