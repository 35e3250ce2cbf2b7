# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fax lines of a user. No call reads a single one, so they are always read from the listing."""

from __future__ import annotations

import typing as t

from ..._engine.half_made import removed_unless_finished
from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client
from .directory import Row
from .endpoints import email
from .lines import LineMaker
from .owned import OwnedAdapter
from .parts import Part

FAX_LINE = Resource(
    name="fax_line",
    plural="fax_lines",
    key="alias",
    within=("user",),
    fields=(
        Field("id", read_only=True),
        Field("alias", required=True, clearable=False),
        Field("user", required=True, create_only=True, clearable=False, normalise=email),
        Field("tagline"),
        Field("caller_id"),
        Field("can_send", "bool", read_only=True),
        Field("can_receive", "bool", read_only=True),
        Field("numbers", "list", elements="str", unordered=True, read_only=True),
    ),
)


class FaxLineAdapter(OwnedAdapter):
    """Tagline and caller id are written by calls of their own; only the caller id is read by one."""

    resource = FAX_LINE
    kind = "fax_line"

    def __init__(self, client: SipgateV2Client) -> None:
        super().__init__(client)
        self._maker = LineMaker(client, self._directory, self.kind)

    def _record(self, owner: str, row: Row) -> Record:
        values = {
            "id": row["id"],
            "alias": row.get("alias"),
            "user": self._directory.emails()[owner],
            "tagline": row.get("tagline"),
            "can_send": row.get("canSend"),
            "can_receive": row.get("canReceive"),
        }
        return Record(values, row["id"], raw={"owner": owner})

    def _path(self, record: Record) -> str:
        return self._maker.path(record.raw["owner"], record.identity)

    def _parts(self) -> tuple[Part, ...]:
        return Part(("caller_id",), self._caller_id), Part(("numbers",), self._numbers)

    def _caller_id(self, record: Record) -> dict[str, t.Any]:
        return {"caller_id": self._client.get(self._path(record) + "/callerid").get("value")}

    def _numbers(self, record: Record) -> dict[str, t.Any]:
        return {"numbers": [row.get("number") for row in self._client.items(self._path(record) + "/numbers")]}

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        owner = self._directory.user_id(values["user"])
        identity = self._maker.make(owner, values["alias"])
        record = self._record(owner, {"id": identity, "alias": values["alias"]})
        with removed_unless_finished(f"The line {identity}", lambda: self.delete(record)):
            self.update(record, values, frozenset(values))
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        for name, path in (("tagline", "tagline"), ("caller_id", "callerid")):
            if name in changed:
                self._client.send("PUT", f"{self._path(record)}/{path}", {"value": values[name]})
