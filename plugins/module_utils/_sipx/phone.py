# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones with their lines, groups and settings (``/api/phones``)."""

from __future__ import annotations

import re
import typing as t

from .._engine.adapter import Adapter
from .._engine.half_made import removed_unless_finished
from .._engine.record import Record
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .client import SipxClient, is_misread, segment
from .device_settings import SETTINGS, translated, with_settings, write_settings
from .directory import Directory
from .identity import number_of
from .models import Models
from .phone_lines import (
    LINES,
    PASSWORDS,
    has_passwords,
    read_line_settings,
    read_lines,
    with_accounts,
    write_lines,
)
from .settings import Settings


def serial_number(value: str) -> str:
    """A MAC address as the server stores it, twelve lower-case hex digits; other serial numbers as they are."""
    digits = re.sub(r"[:.\-\s]", "", value).lower()
    return digits if re.fullmatch(r"[0-9a-f]{12}", digits) else value


PHONE = Resource(
    name="phone",
    plural="phones",
    key="serial_number",
    fields=(
        Field("id", "int", read_only=True),
        Field("serial_number", wire="serialNo", required=True, clearable=False, normalise=serial_number),
        Field("model", required=True, create_only=True, clearable=False),
        Field("device_version", clearable=False),
        Field("description"),
        Field("groups", "list", elements="str", unordered=True, refers_to="phone_group"),
        LINES,
        SETTINGS,
    ),
    verifiable=frozenset((PASSWORDS,)),
)


class PhoneAdapter(Adapter):
    """Phones are addressed by id: a serial number of decimal digits only would be taken for an id.

    PUT clears a missing device version, which for some models changes the profile format of the whole installation,
    and only ever adds groups, skipping one whose name is part of another group's name. Groups are therefore added and
    removed one by one.
    """

    resource = PHONE

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)
        self._models = Models(client, "/phones/models")

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [_record(row) for row in self._client.api_pages("/phones", "phones")]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        base = f"/phones/{record.identity}"
        if any(line.get("settings") for line in wanted.get("lines") or []):
            rows = record.raw.get("lines") or []
            record.values["lines"] = read_line_settings(self._client, base, wanted["lines"], rows)
        return with_settings(Settings(self._client, base), record, wanted)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(wanted)
        model = record.values["model"] if record is not None else wanted.get("model")
        if model:
            self._check_version(wanted, model, new=record is None)
        if wanted.get("groups") is not None:
            _check_groups(wanted["groups"], record.values["groups"] if record is not None else [])
        if wanted.get("lines"):
            lines = [self._canonical(line, record) for line in wanted["lines"]]
            wanted["lines"] = lines if record is None else with_accounts(lines, record.raw.get("lines") or [])
        if wanted.get("settings"):
            # The defaults of a model can be read below any group, so a new phone's settings are checked in time too.
            base = f"/phones/{record.identity}" if record is not None else _defaults_of(model)
            wanted["settings"] = translated(Settings(self._client, base), wanted["settings"])
        return wanted

    def _check_version(self, wanted: dict[str, t.Any], model: str, new: bool) -> None:
        if not new and "device_version" not in wanted:
            return
        versions = self._models.versions(model)
        version = wanted.get("device_version")
        if version is None and versions:
            wanted["device_version"] = versions[-1]
        elif version is not None and version not in versions:
            choices = "one of: " + ", ".join(versions) if versions else "omitted, the model has no versions"
            raise ItemError(f"device_version of a {model} must be {choices}; not {version!r}")

    def _canonical(self, line: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        """A line names a user by any alias, and reads back with the user name."""
        name = line.get("user")
        present = {old.get("user") for old in record.values["lines"]} if record is not None else set()
        if not name or name in present:
            return line
        return {**line, "user": self._directory.users().get(name, name)}

    def works(self, record: Record, secrets: t.Mapping[str, t.Any]) -> frozenset[str]:
        if PASSWORDS in secrets and has_passwords(secrets[PASSWORDS], record.raw.get("lines") or []):
            return frozenset((PASSWORDS,))
        return frozenset()

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        bean = {**_bean(values), "model": {"modelId": values["model"]}}
        identity = number_of(self._client.api_send("POST", "/phones", bean))
        base = f"/phones/{identity}"
        # Half a phone would ring nowhere and still take the serial number.
        with removed_unless_finished(f"The phone {identity}", lambda: self._client.api_send("DELETE", base)):
            for name in values.get("groups") or []:
                self._client.api_send("POST", f"{base}/groups/{segment(name)}")
            write_lines(self._client, base, values.get("lines") or [], [])
            write_settings(Settings(self._client, base), values.get("settings") or {})
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        base = f"/phones/{record.identity}"
        if changed & {"description", "device_version"}:
            self._client.api_send("PUT", base, _bean(values))
        if "groups" in changed:
            wanted, current = set(values["groups"]), set(record.values["groups"])
            for name in sorted(current - wanted):
                self._client.api_send("DELETE", f"{base}/groups/{segment(name)}")
            for name in sorted(wanted - current):
                self._client.api_send("POST", f"{base}/groups/{segment(name)}")
        if changed & {LINES.name, PASSWORDS}:
            rows = record.raw.get("lines") or []
            write_lines(self._client, base, values["lines"], rows, passwords=PASSWORDS in changed)
        if "settings" in changed:
            write_settings(Settings(self._client, base), values["settings"], record.values.get("settings"))

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", f"/phones/{record.identity}")


def _record(row: dict[str, t.Any]) -> Record:
    values = {
        "id": row.get("id"),
        "serial_number": row.get("serialNo"),
        "model": (row.get("model") or {}).get("modelId"),
        "device_version": row.get("deviceVersion"),
        "description": row.get("description"),
        "groups": [group["name"] for group in row.get("groups") or []],
        "lines": read_lines(row.get("lines") or []),
    }
    return Record(values, row.get("id"), raw=row)


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {
        "serialNo": serial_number(values["serial_number"]),
        "deviceVersion": values.get("device_version"),
        "description": values.get("description"),
    }


def _check_groups(wanted: t.Iterable[str], current: t.Iterable[str]) -> None:
    """Groups to join or leave stand in a path.

    :raises ItemError: another group would be meant, and even made.
    """
    for name in sorted(set(wanted) ^ set(current)):
        if is_misread(name):
            raise ItemError(
                f"groups: {name!r} can neither be joined nor left, the server reads another name in it; rename it"
            )


def _defaults_of(model: t.Any) -> str:
    return f"/phoneGroups/0/model/{segment(model)}"
