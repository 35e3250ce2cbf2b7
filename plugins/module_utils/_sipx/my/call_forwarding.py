# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's call forwarding (``/rest/my/callfwd``).

``/my/forward`` shows the same without schedules. It is read only when a ring without a type, which that call lets
others store, makes ``/my/callfwd`` fail; it is never written, because it drops the schedules.
"""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._http.errors import RequestError
from ..._model.compare import UNREADABLE
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..client import REST
from ..given import SingleAdapter

_TYPES = {"if_no_response": "If no response", "at_the_same_time": "At the same time"}

MY_CALL_FORWARDING = Resource(
    name="my_call_forwarding",
    plural="my_call_forwardings",
    key="",
    given=True,
    fields=(
        Field("expiration", "int", minimum=1, maximum=999),
        Field(
            "rings",
            "list",
            elements="dict",
            options=(
                Field("number", required=True),
                Field("type", choices=_TYPES, default="if_no_response"),
                Field("expiration", "int", default=30, minimum=1),
                Field("enabled", "bool", default=True),
                Field("schedule", refers_to="forwarding_schedule"),
            ),
        ),
        Field("with_voicemail", "bool", wire="withVM", read_only=True),
    ),
)


class MyCallForwardingAdapter(SingleAdapter):
    """PUT replaces everything. Rings name schedules by id, also by one that the user's listing does not show."""

    resource = MY_CALL_FORWARDING

    def read(self) -> Record:
        try:
            content = self._client.rest_map("/my/callfwd")
        except RequestError as error:
            if error.status != 500:
                raise
            content = self._client.rest_map("/my/forward")["call-sequence"]
            content["withVM"] = content.get("withVoicemail")
        values = read_wire(MY_CALL_FORWARDING.fields, content)
        names = self._schedules() if any(row.get("scheduleId") for row in content["rings"]) else {}
        for ring, row in zip(values["rings"], content["rings"]):
            identity = row.get("scheduleId", UNREADABLE)
            ring["schedule"] = None if identity is None else names.get(identity, UNREADABLE)
        return Record(values, raw=content["rings"])

    def _schedules(self) -> dict[int, str]:
        """Names by id, the user's own before those of the user's groups, which may have the same names."""
        answer = self._client.rest_get("/my/callfwdsched")
        rows = self._client.rows({"schedules": answer}, "schedules", REST + "/my/callfwdsched")
        return {int(row["scheduleId"]): str(row["name"]) for row in rows}

    def known(self, kind: str) -> t.Container[str]:
        return self._schedules().values()

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if "rings" not in changed and any("scheduleId" not in row for row in record.raw):
            raise ItemError(
                "the server does not show the schedules of the rings as long as one of them has no type, and would "
                "lose them; give rings as well, with their schedules"
            )
        rings = [{**ring, "type": ring.get("type") or "if_no_response"} for ring in values["rings"]]
        plain = [{name: value for name, value in ring.items() if name != "schedule"} for ring in rings]
        content = write_wire(MY_CALL_FORWARDING.writable, {**values, "rings": plain})
        old = any(row.get("scheduleId") for row in record.raw)
        names = self._schedules() if old or any(ring.get("schedule") for ring in rings) else {}
        for row, ring in zip(content["rings"], rings):
            row["scheduleId"] = self._schedule_id(ring, record.raw, names)
        self._client.rest_put_json("/my/callfwd", content)

    @staticmethod
    def _schedule_id(
        ring: t.Mapping[str, t.Any], rows: t.Sequence[t.Mapping[str, t.Any]], names: t.Mapping[int, str]
    ) -> int | None:
        """The id that the ring's number has already, if it means what is wanted; else the first of that name."""
        wanted = ring.get("schedule")
        wanted = None if wanted is UNREADABLE else wanted or None
        present = [row["scheduleId"] for row in rows if row.get("number") == ring["number"] and row.get("scheduleId")]
        for identity in (*present, *names):
            if names.get(identity) == wanted:
                return int(identity)
        if wanted:
            raise ItemError(f"forwarding schedule {wanted!r} does not exist")
        return None
