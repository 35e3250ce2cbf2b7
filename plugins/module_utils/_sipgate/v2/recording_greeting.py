# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The announcement that calls are recorded: an account has one at most."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..failures import Exists, NotFound
from .client import SipgateV2Client, segment
from .uploads import base64_of

_LONGEST = 15_000_000

RECORDING_GREETING = Resource(
    name="recording_greeting",
    plural="recording_greetings",
    key="alias",
    fields=(
        Field("id", read_only=True),
        Field("alias", required=True, clearable=False),
        Field("src", "path", required=True, create_only=True, clearable=False, readable=False),
    ),
)


class RecordingGreetingAdapter(Adapter):
    """Another one takes the place of the old. Its sound can only be given once.

    The reference does not say whether the service replaces the old one by itself. It goes last, because callers have to
    be told that they are recorded, and a file may be refused.
    """

    resource = RECORDING_GREETING

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        try:
            row = self._client.get("/autorecordings/greetings")
        except NotFound:
            return []
        if not row.get("id"):
            return []
        return [Record({"id": row["id"], "alias": row.get("alias")}, row["id"])]

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is None and wanted.get("src"):
            base64_of(wanted["src"], _LONGEST)
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        bean = {"filename": values["alias"], "base64Content": base64_of(values["src"], _LONGEST)}
        before = self.fetch(None)
        try:
            self._client.send("POST", "/autorecordings/greetings", bean)
        except Exists:
            self._remove(before)
            self._client.send("POST", "/autorecordings/greetings", bean)
            return
        now = {record.identity for record in self.fetch(None)} if before else set()
        self._remove([record for record in before if record.identity in now])

    def _remove(self, records: t.Iterable[Record]) -> None:
        for record in records:
            self.delete(record)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        raise LookupError("a recording greeting has nothing that could change")

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", f"/autorecordings/greetings/{segment(record.identity)}")
