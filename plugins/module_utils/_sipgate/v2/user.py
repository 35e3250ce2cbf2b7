# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users: a person creates them in the web portal; a few of their settings can be managed, and they can be deleted."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field, camel_case
from ..._model.resource import Resource
from .client import SipgateV2Client, segment
from .directory import Directory, Row
from .endpoints import email, is_literal, split_owner
from .parts import Part, completed

RESTRICTIONS = ("foreign_special", "charged", "roaming", "high_cost_foreign_numbers")

USER = Resource(
    name="user",
    plural="users",
    key="email_address",
    uncreatable="users are created by a person, in the web portal of sipgate",
    irreversible="a deleted user is gone with all devices and lines, and no call creates users",
    protected_because="it owns the token that is used, and is never deleted with it",
    fields=(
        Field("id", read_only=True),
        Field("email_address", wire="email", required=True, clearable=False, normalise=email),
        Field("first_name", read_only=True, wire="firstname"),
        Field("last_name", read_only=True, wire="lastname"),
        Field("admin", "bool"),
        Field("busy_on_busy", "bool"),
        Field("default_device", clearable=False, refers_to="device"),
        Field("address_id", clearable=False),
        Field(
            "call_restrictions",
            "dict",
            clearable=False,
            options=tuple(Field(name, "bool") for name in RESTRICTIONS),
        ),
        Field("timezone", read_only=True),
    ),
)


class UserAdapter(Adapter):
    """Each setting has a call of its own. The owner of the token is neither deleted nor deprived of its role."""

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)
        self._own = self._directory.emails().get(self._directory.own_id(), "")
        self.resource = replace(USER, protected=frozenset((self._own,)))

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [self._record(row) for row in self._directory.users()]

    def _record(self, row: Row) -> Record:
        address = row.get("addressId")
        values = {
            "id": row["id"],
            "email_address": row.get("email") or row["id"],
            "first_name": row.get("firstname"),
            "last_name": row.get("lastname"),
            "admin": row.get("admin"),
            "busy_on_busy": row.get("busyOnBusy"),
            "address_id": None if address is None else str(address),
            "timezone": row.get("timezone"),
        }
        return Record(values, row["id"], raw=row)

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        parts = (Part(("default_device",), self._default_device), Part(("call_restrictions",), self._restrictions))
        return completed(record, wanted, parts)

    def _default_device(self, record: Record) -> dict[str, t.Any]:
        device = record.raw.get("defaultDevice")
        if not device:
            return {"default_device": None}
        name = self._directory.endpoint_name(device, record.identity)
        return {"default_device": name.partition(":")[2] or name}

    def _restrictions(self, record: Record) -> dict[str, t.Any]:
        """The schema prints one object, though the filter takes several users: object, list and envelope are known."""
        rows = self._client.objects("/callrestrictions", {"userIds": [record.identity]})
        row = next((row for row in rows if row.get("userId") in (record.identity, None)), {})
        return {"call_restrictions": {name: row.get(camel_case(name)) for name in RESTRICTIONS}}

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(wanted)
        mine = email(wanted["email_address"]) == self._own
        if mine and wanted.get("admin") is False and record is not None and record.values["admin"]:
            raise ItemError("admin: the owner of the token that is used keeps the role of an administrator")
        device = wanted.get("default_device")
        if device and not is_literal(device):
            owner, alias = split_owner(device, wanted["email_address"])
            if owner != email(wanted["email_address"]):
                raise ItemError(f"default_device must be a device of the user, {device} is one of {owner}")
            wanted["default_device"] = f"{owner}/{alias}"
        address = wanted.get("address_id")
        if address is not None and not address.isdigit():
            raise ItemError(f"address_id must be the number of an address, not {address!r}")
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("users are not created")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        base = f"/users/{segment(record.identity)}"
        if "admin" in changed:
            self._client.send("PUT", f"{base}/role", {"admin": values["admin"]})
        if "busy_on_busy" in changed:
            self._client.send("PUT", f"{base}/busyonbusy", {"enabled": values["busy_on_busy"]})
        if "default_device" in changed:
            device = self._directory.device_id(values["default_device"])
            self._client.send("PUT", f"{base}/defaultdevice", {"deviceId": device})
        if "address_id" in changed:
            # A number here, though the user shows it as a text.
            self._client.send("PUT", f"{base}/location", {"addressId": int(values["address_id"])})
        if "call_restrictions" in changed:
            current = record.values.get("call_restrictions") or {}
            for name, enabled in values["call_restrictions"].items():
                if enabled is not None and enabled != current.get(name):
                    place = f"/{segment(record.identity)}/callrestrictions/{camel_case(name)}"
                    self._client.send("POST", place, {"enabled": enabled})

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", f"/users/{segment(record.identity)}")
