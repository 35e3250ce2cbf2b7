# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone lines of a user: which devices ring, where calls go on to, the mailbox and the webhook of the line."""

from __future__ import annotations

import typing as t

from ..._engine.half_made import removed_unless_finished
from ..._engine.record import Item, Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client, segment
from .device import auto_recording, set_auto_recording
from .directory import Row
from .endpoints import checked, email, expanded, is_literal, joined, split_owner
from .lines import LineMaker
from .owned import OwnedAdapter
from .parts import Part
from .voicemail_settings import VOICEMAIL_OPTIONS, read_voicemail, write_voicemail

TARGETS = {"reject": "REJECT", "voicemail": "VOICEMAIL"}

#: option of the webhook to the service's name
WEBHOOK = {
    "incoming_url": "incomingUrl",
    "outgoing_url": "outgoingUrl",
    "incoming_active": "incomingActive",
    "outgoing_active": "outgoingActive",
    "log": "log",
    "allow_self_signed": "allowSelfSigned",
}
_LONGEST_RINGING = 600

PHONE_LINE = Resource(
    name="phone_line",
    plural="phone_lines",
    key="alias",
    within=("user",),
    verifiable=frozenset(("webhook_certificate",)),
    fields=(
        Field("id", read_only=True),
        Field("alias", required=True, clearable=False),
        Field("user", required=True, create_only=True, clearable=False, normalise=email),
        Field("devices", "list", elements="str", unordered=True, refers_to="device"),
        Field(
            "forwardings",
            "list",
            elements="dict",
            options=(
                Field("destination", required=True, clearable=False, check=checked, refers_to="endpoint"),
                Field("timeout", "int", default=0, minimum=0, maximum=_LONGEST_RINGING),
                Field("active", "bool", default=True),
            ),
        ),
        Field(
            "parallel_forwardings",
            "list",
            elements="dict",
            unordered=True,
            options=(
                Field("destination", required=True, clearable=False, check=checked, refers_to="endpoint"),
                Field("active", "bool", default=True),
            ),
        ),
        Field(
            "block_anonymous",
            "dict",
            clearable=False,
            options=(Field("enabled", "bool"), Field("target", choices=TARGETS, clearable=False)),
        ),
        Field("voicemail", "dict", clearable=False, options=VOICEMAIL_OPTIONS),
        Field(
            "webhook",
            "dict",
            clearable=False,
            options=tuple(Field(name, "str" if name.endswith("_url") else "bool") for name in WEBHOOK),
        ),
        Field("webhook_certificate", secret=True),
        Field("auto_recording", "bool"),
        Field("numbers", "list", elements="str", unordered=True, read_only=True),
    ),
)


class PhoneLineAdapter(OwnedAdapter):
    """Each part of a line is read and written by calls of its own; forwardings are read as ``items`` and written whole.

    Accounts of the Neo product have no phone lines at all.
    """

    resource = PHONE_LINE
    kind = "phone_line"

    def __init__(self, client: SipgateV2Client) -> None:
        super().__init__(client)
        self._maker = LineMaker(client, self._directory, self.kind)
        self._planned: frozenset[str] = frozenset()

    def expect(self, items: t.Sequence[Item]) -> None:
        """Lines of one list may forward to each other, whichever of them is made first."""
        present = [item for item in items if item.error is None and item.state == "present"]
        lines = {"phone_line:" + joined(item.values["user"], item.values["alias"]) for item in present}
        self._planned = frozenset(lines | {f"voicemail:{line}" for line in lines})

    def known(self, kind: str) -> t.Container[str]:
        known = super().known(kind)
        return _Either(self._planned, known) if kind == "endpoint" else known

    def _record(self, owner: str, row: Row) -> Record:
        values = {"id": row["id"], "alias": row.get("alias"), "user": self._directory.emails()[owner]}
        return Record(values, row["id"], raw={"owner": owner})

    def _path(self, record: Record) -> str:
        return self._maker.path(record.raw["owner"], record.identity)

    # reading

    def _parts(self) -> tuple[Part, ...]:
        return (
            Part(("devices",), self._devices),
            Part(("forwardings",), self._forwardings),
            Part(("parallel_forwardings",), self._parallel_forwardings),
            Part(("block_anonymous",), self._block_anonymous),
            Part(("voicemail",), self._voicemail),
            Part(("webhook", "webhook_certificate"), self._webhook),
            Part(("auto_recording",), lambda record: auto_recording(self._client, record)),
            Part(("numbers",), self._numbers),
        )

    def _devices(self, record: Record) -> dict[str, t.Any]:
        rows = self._client.items(self._path(record) + "/devices")
        record.raw["devices"] = {}
        for row in rows:
            name = self._directory.endpoint_name(str(row["id"]), row.get("owner") or record.raw["owner"])
            record.raw["devices"][name[len("device:") :] if name.startswith("device:") else name] = row["id"]
        return {"devices": list(record.raw["devices"])}

    def _forwardings(self, record: Record) -> dict[str, t.Any]:
        rows = self._client.items(self._path(record) + "/forwardings")
        return {"forwardings": [{**self._leading(row, record), "timeout": row.get("timeout") or 0} for row in rows]}

    def _parallel_forwardings(self, record: Record) -> dict[str, t.Any]:
        rows = self._client.items(self._path(record) + "/parallelforwardings")
        record.raw["parallel"] = rows
        return {"parallel_forwardings": [self._leading(row, record) for row in rows]}

    def _leading(self, row: Row, record: Record) -> dict[str, t.Any]:
        name = self._directory.endpoint_name(str(row.get("destination") or ""), record.raw["owner"])
        return {"destination": name, "active": bool(row.get("active"))}

    def _block_anonymous(self, record: Record) -> dict[str, t.Any]:
        row = self._client.get(self._path(record) + "/blockanonymous")
        names = {wire: name for name, wire in TARGETS.items()}
        return {"block_anonymous": {"enabled": row.get("enabled"), "target": names.get(str(row.get("target")))}}

    def _voicemail(self, record: Record) -> dict[str, t.Any]:
        return {"voicemail": read_voicemail(self._client, self._path(record)) or None}

    def _webhook(self, record: Record) -> dict[str, t.Any]:
        row = self._client.get(self._path(record) + "/sipgateio")
        record.raw["webhook"] = row
        record.secrets["webhook_certificate"] = row.get("certificate") or ""
        return {"webhook": {name: row.get(wire) for name, wire in WEBHOOK.items()}}

    def _numbers(self, record: Record) -> dict[str, t.Any]:
        return {"numbers": [row.get("number") for row in self._client.items(self._path(record) + "/numbers")]}

    # writing

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(super().translate(wanted, record))
        user, alias = wanted["user"], wanted["alias"]
        if wanted.get("devices"):
            wanted["devices"] = [self._device(name, user, record) for name in wanted["devices"]]
        for name in ("forwardings", "parallel_forwardings"):
            if wanted.get(name):
                wanted[name] = [self._full(forwarding, user, alias) for forwarding in wanted[name]]
                for forwarding in wanted[name]:
                    self._directory.check_people(forwarding["destination"])
        box = (record.values.get("voicemail") if record is not None else None) or {}
        if (wanted.get("voicemail") or {}).get("transcription") and box.get("can_transcribe") is False:
            raise ItemError("voicemail.transcription is not booked for this account")
        return wanted

    @staticmethod
    def _device(name: str, user: str, record: Record | None) -> str:
        """The full name of a device; one that is on the line already also when it is given by its id."""
        if not is_literal(name):
            return joined(*split_owner(name, user))
        present = record.raw.get("devices", {}) if record is not None else {}
        return next((full for full, identity in present.items() if identity == name), name)

    @staticmethod
    def _full(forwarding: dict[str, t.Any], user: str, alias: str) -> dict[str, t.Any]:
        return {**forwarding, "destination": expanded(forwarding["destination"], user, alias)}

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        owner = self._directory.user_id(values["user"])
        identity = self._maker.make(owner, values["alias"])
        record = self._record(owner, {"id": identity, "alias": values["alias"]})
        rest = frozenset(values) - {"alias", "user"}
        with removed_unless_finished(f"The line {identity}", lambda: self.delete(record)):
            self.update(self.complete(record, dict.fromkeys(rest, "")), values, rest)
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        base = self._path(record)
        if "devices" in changed:
            self._write_devices(record, values["devices"])
        if "forwardings" in changed:
            rows = [{**row, "destination": self._destination(row["destination"])} for row in values["forwardings"]]
            self._client.send("PUT", f"{base}/forwardings", {"forwardings": rows})
        if "parallel_forwardings" in changed:
            self._write_parallel_forwardings(record, values["parallel_forwardings"])
        if "block_anonymous" in changed:
            wanted = {**(record.values.get("block_anonymous") or {}), **values["block_anonymous"]}
            bean = {"enabled": bool(wanted.get("enabled")), "target": TARGETS[wanted.get("target") or "reject"]}
            self._client.send("PUT", f"{base}/blockanonymous", bean)
        if "voicemail" in changed:
            write_voicemail(self._client, base, values["voicemail"])
        if changed & {"webhook", "webhook_certificate"}:
            self._write_webhook(record, values, "webhook_certificate" in changed)
        if "auto_recording" in changed:
            set_auto_recording(self._client, record, values["auto_recording"])

    def _destination(self, name: str) -> str:
        if name in self._planned and self._directory.endpoint_id(name) is None:
            user, alias = split_owner(name.partition("phone_line:")[2])
            self._maker.make(self._directory.user_id(user), alias)
        return self._directory.required_id(name)

    def _write_devices(self, record: Record, wanted: t.Sequence[str]) -> None:
        base = self._path(record) + "/devices"
        current = record.raw.get("devices") or {}
        ids = {self._directory.device_id(name) for name in wanted}
        for identity in sorted(set(current.values()) - ids):
            self._client.send("DELETE", f"{base}/{segment(identity)}")
        for identity in sorted(ids - set(current.values())):
            self._client.send("POST", base, {"deviceId": identity})

    def _write_parallel_forwardings(self, record: Record, wanted: t.Sequence[t.Mapping[str, t.Any]]) -> None:
        """By destination: one that stays keeps its id and its alias."""
        base = self._path(record) + "/parallelforwardings"
        targets = {self._destination(row["destination"]): row for row in wanted}
        for row in record.raw.get("parallel") or []:
            target = targets.pop(row.get("destination"), None)
            place = f"{base}/{segment(row['id'])}"
            if target is None:
                self._client.send("DELETE", place)
            elif target["active"] != row.get("active"):
                kept = {"destination": row["destination"], "alias": row.get("alias") or ""}
                self._client.send("PUT", place, {**kept, "active": target["active"]})
        for destination, row in targets.items():
            self._client.send("POST", base, {"destination": destination, "active": row["active"]})

    def _write_webhook(self, record: Record, values: t.Mapping[str, t.Any], certificate: bool) -> None:
        """Both addresses are required, and what is left out is reset: so everything is sent."""
        current = record.raw.get("webhook") or {}
        wanted = values.get("webhook") or {}
        bean = {wire: wanted.get(name, current.get(wire)) for name, wire in WEBHOOK.items()}
        bean["certificate"] = values["webhook_certificate"] if certificate else current.get("certificate")
        empty = {"incomingUrl": "", "outgoingUrl": "", "certificate": ""}
        bean = {wire: empty.get(wire, False) if value is None else value for wire, value in bean.items()}
        self._client.send("PUT", self._path(record) + "/sipgateio", bean)


class _Either:
    """What one of two containers holds."""

    def __init__(self, *parts: t.Container[str]) -> None:
        self._parts = parts

    def __contains__(self, name: object) -> bool:
        return any(name in part for part in self._parts)
