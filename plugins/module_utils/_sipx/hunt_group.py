# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hunt groups (``/api/callgroups``)."""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Record
from .._model.compare import UNREADABLE
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import read_wire, write_wire
from .client import SipxClient, addressable, segment
from .directory import Directory

HUNT_GROUP = Resource(
    name="hunt_group",
    plural="hunt_groups",
    key="extension",
    fields=(
        Field("extension", required=True, clearable=False, check=addressable),
        Field("name", required=True, clearable=False),
        Field("did"),
        Field("description"),
        Field("enabled", "bool", default=True),
        Field("fallback_destination"),
        Field("voicemail_fallback", "bool", default=True),
        Field("user_forward", "bool", default=True),
        Field("use_forward_timers", "bool", wire="useFwdTimers", default=False),
        Field(
            "rings",
            "list",
            wire="ringBeans",
            elements="dict",
            options=(
                Field("user", wire="userName", required=True, refers_to="user"),
                Field(
                    "type",
                    wire="typeStr",
                    choices={"if_no_response": "If no response", "at_the_same_time": "At the same time"},
                    default="if_no_response",
                ),
                Field("expiration", "int", default=30, minimum=1),
            ),
        ),
    ),
)


class HuntGroupAdapter(Adapter):
    """The server addresses a hunt group by extension, but GET and DELETE also match names and DIDs.

    A DELETE removes every match, so it is refused when another group would go too.
    """

    resource = HUNT_GROUP

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)
        self._others: list[dict[str, t.Any]] = []

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.api_list("/callgroups", "callGroups")
        self._others = rows
        return [_record(row) for row in rows if row.get("extension")]

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        extension = wanted.get("extension")
        clash = [row for row in self._others if extension in (row.get("name"), row.get("did"))]
        clash = [row for row in clash if row.get("extension") != extension]
        if clash:
            raise ItemError(
                "the extension is the name or DID of the hunt group {!r}, and the server would take one for the other; "
                "choose another extension or change that group first".format(clash[0].get("name"))
            )
        if wanted.get("rings"):
            # Only user names are accepted, so an alias is replaced by the name behind it.
            present = {ring["user"] for ring in record.values["rings"]} if record is not None else set()
            rings = wanted["rings"]
            if any(ring["user"] not in present for ring in rings):
                users = self._directory.users()
                rings = [{**ring, "user": users.get(ring["user"], ring["user"])} for ring in rings]
            wanted = {**wanted, "rings": rings}
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        # The numeric id in the answer appears nowhere else and addresses nothing.
        self._client.api_send("POST", "/callgroups", _bean(values))
        return None

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.api_send("PUT", "/callgroups/" + segment(record.identity), _bean(values))

    def delete(self, record: Record) -> None:
        extension = record.identity
        matching = [row for row in self._others if extension in (row.get("name"), row.get("did"), row.get("extension"))]
        if len(matching) > 1:
            names = ", ".join(repr(row.get("name")) for row in matching)
            raise ItemError(
                f"the server would delete all hunt groups that {extension} matches: {names}; rename the others first"
            )
        self._client.api_send("DELETE", "/callgroups/" + segment(extension))


def _record(row: dict[str, t.Any]) -> Record:
    values = read_wire(HUNT_GROUP.fields, row)
    timers = values["user_forward"] and values["use_forward_timers"]
    for place, ring in enumerate(values["rings"]):
        if place == 0:
            ring["type"] = UNREADABLE  # the first ring never shows its type
        elif ring["type"] is None:
            ring["type"] = "if_no_response"
        if timers:
            ring["expiration"] = UNREADABLE  # the users' own timers are shown instead
    return Record(values, row.get("extension"))


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """The whole bean: what is missing in it would be cleared, and a group without ``enabled`` switched off."""
    known = {field.name: values.get(field.name) for field in HUNT_GROUP.writable}
    rings = [
        {name: value for name, value in ring.items() if value is not UNREADABLE} for ring in known.pop("rings") or []
    ]
    bean: dict[str, t.Any] = {str(field.wire): None for field in HUNT_GROUP.writable}
    bean.update(write_wire(HUNT_GROUP.writable, {**known, "rings": rings}))
    for ring in bean["ringBeans"]:
        # A ring without these is stored as switched off and with no time to ring.
        ring["enabled"] = True
        ring.setdefault("expiration", 30)
        ring.setdefault("typeStr", "If no response")
    return bean
