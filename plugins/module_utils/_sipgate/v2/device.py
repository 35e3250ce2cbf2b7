# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices of a user: VoIP telephones (register), SIM cards (mobile) and numbers elsewhere (external).

Their settings are spread over calls of their own, and each is only read when it is wanted.
"""

from __future__ import annotations

import contextlib
import typing as t

from ..._engine.half_made import removed_unless_finished
from ..._engine.record import Record
from ..._model.errors import ItemError, RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..failures import Forbidden
from .client import segment
from .directory import Row
from .endpoints import email
from .owned import OwnedAdapter
from .parts import Part
from .values import e164

TYPES = {"register": "REGISTER", "mobile": "MOBILE", "external": "EXTERNAL"}
DISPLAYS = {"called_number": "CALLED_NUMBER", "caller_number": "CALLER_NUMBER"}
_NAMES = {wire: name for table in (TYPES, DISPLAYS) for name, wire in table.items()}

DEVICE = Resource(
    name="device",
    plural="devices",
    key="alias",
    within=("user",),
    fields=(
        Field("id", read_only=True),
        Field("alias", required=True, clearable=False),
        Field("user", required=True, create_only=True, clearable=False, normalise=email),
        Field("type", choices=TYPES, default="register", create_only=True, clearable=False),
        Field("number", clearable=False, normalise=e164),
        Field("do_not_disturb", "bool", wire="dnd"),
        Field("emergency_address_id", clearable=False),
        Field("caller_id"),
        Field("local_prefix", "dict", options=(Field("value"), Field("active", "bool"))),
        Field("tariff_announcement", "bool"),
        Field("single_row_display", "bool"),
        Field("incoming_call_display", choices=DISPLAYS, clearable=False),
        Field("auto_recording", "bool"),
        Field("sip_user_name", read_only=True),
        Field("sip_server", read_only=True),
        Field("outbound_proxy", read_only=True),
    ),
)

#: option to the path below the device where it is written, and to its name in the body
_SETTINGS = {
    "number": ("external/targetnumber", "number"),
    "caller_id": ("callerid", "value"),
    "tariff_announcement": ("tariffannouncement", "enabled"),
    "single_row_display": ("singlerowdisplay", "enabled"),
}
_ONLY_OF = {"number": "external", "incoming_call_display": "external", "emergency_address_id": "register"}


class DeviceAdapter(OwnedAdapter):
    """``PUT /devices/{id}`` takes do-not-disturb for false when it is left out, so both of its fields are sent."""

    resource = DEVICE
    kind = "device"

    def _record(self, owner: str, row: Row) -> Record:
        values = {
            "id": row.get("id"),
            "alias": row.get("alias"),
            "user": self._directory.emails()[owner],
            "type": _NAMES.get(str(row.get("type"))),
            "do_not_disturb": row.get("dnd"),
        }
        return Record(values, row["id"])

    def _path(self, record: Record) -> str:
        return f"/devices/{segment(record.identity)}"

    def _parts(self) -> tuple[Part, ...]:
        kind = ("number", "incoming_call_display", "emergency_address_id", "sip_user_name", "sip_server")
        return (
            Part((*kind, "outbound_proxy"), self._kind_part),
            Part(("caller_id",), self._setting("caller_id")),
            Part(("tariff_announcement",), self._setting("tariff_announcement")),
            Part(("single_row_display",), self._setting("single_row_display")),
            Part(("local_prefix",), self._local_prefix),
            Part(("auto_recording",), lambda record: auto_recording(self._client, record)),
        )

    def _kind_part(self, record: Record) -> dict[str, t.Any]:
        """What only one kind of device has. The credentials in it are not kept."""
        row = self._client.get(self._path(record))
        credentials = row.get("credentials") or {}
        address = row.get("emergencyAddressId")
        return {
            "number": row.get("number"),
            # It is written under another name than it is read.
            "incoming_call_display": _NAMES.get(str(row.get("incomingCallDisplayState"))),
            "emergency_address_id": None if address is None else str(address),
            "sip_user_name": credentials.get("username"),
            "sip_server": credentials.get("sipServer"),
            "outbound_proxy": credentials.get("outboundProxy"),
        }

    def _setting(self, name: str) -> t.Callable[[Record], dict[str, t.Any]]:
        path, key = _SETTINGS[name]
        return lambda record: {name: self._client.get(f"{self._path(record)}/{path}").get(key)}

    def _local_prefix(self, record: Record) -> dict[str, t.Any]:
        row = self._client.get(f"{self._path(record)}/localprefix")
        return {"local_prefix": {"value": row.get("value"), "active": row.get("active")}}

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        if "do_not_disturb" in wanted and record.values["type"] == "register":
            wanted = {**wanted, "emergency_address_id": ""}  # both are written together
        return super().complete(record, wanted)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = super().translate(wanted, record)
        kind = record.values["type"] if record is not None else wanted.get("type") or DEVICE.field("type").default
        for name, only in _ONLY_OF.items():
            if wanted.get(name) is not None and kind != only:
                raise ItemError(f"{name} is for devices of the type {only}; this one is of the type {kind}")
        if record is None and kind == "external" and not wanted.get("number"):
            raise ItemError("an external device needs its number")
        address = wanted.get("emergency_address_id")
        if address is not None and not address.isdigit():
            raise ItemError(f"emergency_address_id must be the number of an address, not {address!r}")
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        owner = self._directory.user_id(values["user"])
        kind = values["type"]
        bean = {"alias": values["alias"]}
        if kind == "external":
            bean["number"] = e164(values["number"])
        record = self._record(owner, self._made(owner, kind, bean))
        rest = frozenset(values) - {"alias", "user", "type", "number"}
        finishing: t.ContextManager[None] = removed_unless_finished(
            f"The device {record.identity}", lambda: self.delete(record)
        )
        if kind == "mobile":
            # A SIM card may have been ordered with it, so it stays for the next run to finish.
            finishing = contextlib.nullcontext()
        with finishing:
            self.update(self.complete(record, dict.fromkeys(rest, "")), values, rest)
        return record.identity

    def _made(self, owner: str, kind: str, bean: dict[str, t.Any]) -> Row:
        """The row of a new device. A mobile one may order and bill a SIM card: if the answer is lost, look for it."""
        place = f"/{segment(owner)}/devices/{kind}"
        problem = f"POST {place} did not tell which device it made."
        try:
            row = self._client.send("POST", place, bean)
            if isinstance(row, dict) and row.get("id"):
                return row
        except Forbidden as error:
            raise self._explained(error, owner, kind) from None
        except RemoteError as error:
            if kind != "mobile" or error.outcome != RemoteError.UNKNOWN:
                raise
            problem = error.message
        rows = self._directory.rows(self.kind, owner, anew=True)
        found = [row for row in rows if row.get("alias") == bean["alias"] and row.get("type") == TYPES[kind]]
        if len(found) == 1:
            return found[0]
        text = f"{problem} It is not sent again; look at the account before the next run."
        raise RemoteError(text, RemoteError.REFUSED)

    def _explained(self, error: Forbidden, owner: str, kind: str) -> Forbidden:
        """Which of its meanings a 403 has, where the account tells: that question is not for every token."""
        name = f"CAN_CREATE_{TYPES[kind]}_DEVICE"
        try:
            rows = self._client.items("/restrictions", {"userId": owner, "restriction": name})
        except RemoteError:
            return error
        if not any(row.get("restriction") == name and row.get("value") in (False, 0) for row in rows):
            return error
        remedy = f"The account says {name}=false: the user may have no further device of the type {kind}."
        return Forbidden(error.method, error.path, error.problem, error.status, error.server_message, remedy)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        base = self._path(record)
        if changed & {"do_not_disturb", "emergency_address_id"}:
            bean: dict[str, t.Any] = {"dnd": bool(values.get("do_not_disturb"))}
            address = values.get("emergency_address_id") or record.values.get("emergency_address_id")
            if address:
                bean["emergencyAddressId"] = int(address)
            self._client.send("PUT", base, bean)
        for name, (path, key) in _SETTINGS.items():
            if name in changed:
                value = e164(values[name]) if name == "number" else values[name]
                self._client.send("PUT", f"{base}/{path}", {key: value})
        if "local_prefix" in changed:
            current = record.values.get("local_prefix") or {}
            known = {name: value for name, value in current.items() if value is not None}
            wanted = {"value": "", "active": False, **known, **values["local_prefix"]}
            self._client.send("PUT", f"{base}/localprefix", wanted)
        if "incoming_call_display" in changed:
            bean = {"incomingCallDisplay": DISPLAYS[values["incoming_call_display"]]}
            self._client.send("PUT", f"{base}/external/incomingcalldisplay", bean)
        if "auto_recording" in changed:
            set_auto_recording(self._client, record, values["auto_recording"])


def auto_recording(client: t.Any, record: Record) -> dict[str, t.Any]:
    """Whether calls of an extension are recorded. Needs an administrator and the booked feature."""
    return {"auto_recording": client.get(f"/autorecordings/{segment(record.identity)}/settings").get("active")}


def set_auto_recording(client: t.Any, record: Record, active: bool) -> None:
    """Record the calls of an extension, or stop it."""
    client.send("PUT", f"/autorecordings/{segment(record.identity)}/settings", {"active": active})
