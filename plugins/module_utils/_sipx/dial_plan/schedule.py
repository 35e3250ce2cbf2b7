# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Schedules: general ones, of users and of user groups (``/api/schedules``).

Times are UTC. ``/schedules/group/{id}`` is always empty, and the deletion of a single period corrupts the schedule, so
groups' schedules are filtered here and schedules are written whole.
"""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Item, Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import SipxClient
from ..directory import Directory
from ..identity import number_of
from ..periods import from_api, periods_field, to_api

SCHEDULE = Resource(
    name="schedule",
    plural="schedules",
    key="name",
    within=("user", "user_group"),
    fields=(
        Field("id", "int", read_only=True),
        Field("name", required=True, clearable=False),
        Field("user", refers_to="user"),
        Field("user_group", refers_to="user_group"),
        Field("description"),
        periods_field("periods", required=True),
    ),
)


class ScheduleAdapter(Adapter):
    """PUT replaces the whole schedule and needs the owner's id once more.

    The schedules of a user are in no listing but the user's own, so only users that are mentioned are looked at.
    """

    resource = SCHEDULE

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)
        self._users: list[str] = []

    def expect(self, items: t.Sequence[Item]) -> None:
        self._users = sorted({item.values["user"] for item in items if item.values.get("user")})

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        groups = {identity: name for name, identity in self._directory.user_groups().items()}
        records = [_record(row) for row in self._client.api_list("/schedules/general", "schedules")]
        records.extend(
            _record(row, user_group=groups.get(row["groupId"], str(row["groupId"])))
            for row in self._client.api_list("/schedules/group", "schedules")
        )
        for name in self._users:
            identity = self._directory.user_ids().get(name)
            if identity is not None:
                rows = self._client.api_list(f"/schedules/user/{identity}/personal", "schedules")
                records.extend(_record(row, user=name) for row in rows)
        return records

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("user") and wanted.get("user_group"):
            raise ItemError("belongs to a user or to a user group, not to both")
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return number_of(self._client.api_send("POST", "/schedules", self._bean(values)))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.api_send("PUT", f"/schedules/{record.identity}", self._bean(values))

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", f"/schedules/{record.identity}")

    def _bean(self, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        bean: dict[str, t.Any] = {
            "name": values["name"],
            "description": values.get("description"),
            "type": "G",
            "workingTime": {"workingHours": to_api(values["periods"])},
        }
        if values.get("user"):
            identity = self._directory.id_of(self._directory.user_ids(), "user", values["user"])
            bean.update(type="S", userId=identity)
        elif values.get("user_group"):
            identity = self._directory.id_of(self._directory.user_groups(), "user_group", values["user_group"])
            bean.update(type="U", groupId=identity)
        return bean


def schedule_of(row: t.Mapping[str, t.Any], user: str = "", user_group: str = "") -> dict[str, t.Any]:
    """A schedule as options."""
    return {
        "id": row.get("id"),
        "name": row.get("name"),
        "user": user or None,
        "user_group": user_group or None,
        "description": row.get("description"),
        "periods": from_api((row.get("workingTime") or {}).get("workingHours") or []),
    }


def _record(row: t.Mapping[str, t.Any], user: str = "", user_group: str = "") -> Record:
    return Record(schedule_of(row, user, user_group), row.get("id"))
