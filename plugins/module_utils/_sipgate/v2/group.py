# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups: a person makes them in the web portal, what can be managed is which devices ring.

No call lists the devices of a group; which those are shows on the devices alone.
"""

from __future__ import annotations

import typing as t
from collections import Counter

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client, segment
from .directory import Directory
from .endpoints import is_literal, joined, split_owner
from .parts import Part, completed

GROUP = Resource(
    name="group",
    plural="groups",
    key="alias",
    given=True,
    uncreatable="groups are created by a person, in the web portal of sipgate",
    fields=(
        Field("id", read_only=True),
        Field("alias", required=True, clearable=False),
        Field("devices", "list", elements="str", unordered=True, refers_to="device"),
        Field("users", "list", elements="str", unordered=True, read_only=True),
        Field("numbers", "list", elements="str", unordered=True, read_only=True),
        Field("fax_lines", "list", elements="str", unordered=True, read_only=True),
    ),
)


class GroupAdapter(Adapter):
    """A group's devices are compared as a set, and added and removed one by one."""

    resource = GROUP

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.items("/groups")
        return [Record({"id": row["id"], "alias": row.get("alias")}, row["id"], raw={}) for row in rows]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        parts = (
            Part(("devices",), self._devices),
            Part(("users",), self._listed("users", "id", lambda value: self._directory.emails().get(value, value))),
            Part(("numbers",), self._listed("numbers", "number")),
            Part(("fax_lines",), self._listed("faxlines", "alias", option="fax_lines")),
        )
        return completed(record, wanted, parts)

    def _devices(self, record: Record) -> dict[str, t.Any]:
        """By name; by id where another device of the user has the same alias."""
        emails = self._directory.emails()
        rows = self._directory.all_rows("device", emails)
        devices = [(joined(emails[owner], str(row.get("alias"))), row) for owner, row in rows]
        uses = Counter(name for name, _row in devices)
        members = {
            name if uses[name] == 1 else row["id"]: row["id"]
            for name, row in devices
            if any(group.get("id") == record.identity for group in row.get("activeGroups") or [])
        }
        record.raw["devices"] = members
        return {"devices": list(members)}

    def _listed(
        self, path: str, key: str, shown: t.Callable[[t.Any], t.Any] = lambda value: value, option: str = ""
    ) -> t.Callable[[Record], dict[str, t.Any]]:
        def read(record: Record) -> dict[str, t.Any]:
            rows = self._client.items(f"{self._path(record)}/{path}")
            return {option or path: [shown(row.get(key)) for row in rows]}

        return read

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if not wanted.get("devices"):
            return wanted
        return {**wanted, "devices": [self._full(name, record) for name in wanted["devices"]]}

    @staticmethod
    def _full(name: str, record: Record | None) -> str:
        """The full name of a device; one that is in the group already may be given without its user."""
        if is_literal(name):
            members = record.raw.get("devices", {}) if record is not None else {}
            return next((full for full, identity in members.items() if identity == name), name)
        return joined(*split_owner(name))

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("groups are not created")

    def delete(self, record: Record) -> None:
        raise LookupError("groups are not deleted")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        base = self._path(record) + "/devices"
        current = set(record.raw["devices"].values())
        wanted = {self._directory.device_id(name) for name in values["devices"]}
        for identity in sorted(current - wanted):
            self._client.send("DELETE", f"{base}/{segment(identity)}")
        for identity in sorted(wanted - current):
            self._client.send("POST", base, {"deviceId": identity})

    @staticmethod
    def _path(record: Record) -> str:
        return f"/groups/{segment(record.identity)}"
