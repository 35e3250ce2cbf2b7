# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that are on their way from another provider. A porting can be revoked, and that is all."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client, segment

PORTING = Resource(
    name="porting",
    plural="portings",
    key="id",
    uncreatable="portings are ordered by a person, in the web portal of sipgate",
    irreversible="a revoked porting cannot be taken up again",
    fields=(
        Field("id", required=True, clearable=False),
        Field("port_date", read_only=True),
        Field("numbers", "list", elements="str", unordered=True, read_only=True),
        Field("revocable", "bool", read_only=True),
        Field("pending", "bool", read_only=True),
    ),
)


class PortingAdapter(Adapter):
    """DELETE revokes, as long as ``revocable`` says that it can be."""

    resource = PORTING

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [
            Record(
                {
                    "id": str(row["id"]),
                    "port_date": row.get("portDate"),
                    "numbers": [number.get("number") for number in row.get("numbers") or []],
                    "revocable": row.get("revocable"),
                    "pending": row.get("pending"),
                },
                row["id"],
            )
            for row in self._client.items("/portings")
        ]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("portings are not created")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        raise LookupError("nothing of a porting can be changed")

    def delete(self, record: Record) -> None:
        if not record.values["revocable"]:
            raise ItemError("the porting cannot be revoked any more")
        self._client.send("DELETE", f"/portings/{segment(record.identity)}")
