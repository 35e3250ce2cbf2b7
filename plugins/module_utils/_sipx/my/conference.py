# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's conferences (``/rest/my/conferences``). No call creates or deletes one."""

from __future__ import annotations

import re
import typing as t

from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..client import REST
from ..given import GivenAdapter

_NAME = re.compile(r"[\w.~-]+", re.ASCII)


def check_conference_name(name: str) -> None:
    """The server does not decode addresses. :raises ValueError: the name cannot stand in one as it is."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"must consist of letters, digits and the characters . _ ~ -, not {name!r}")


MY_CONFERENCE = Resource(
    name="my_conference",
    plural="my_conferences",
    key="name",
    given=True,
    fields=(
        Field("name", required=True, clearable=False, check=check_conference_name),
        Field("extension", read_only=True),
        Field("enabled", "bool"),
        Field("description"),
        Field("access_code", secret=True),
        Field("moderator_code", secret=True),
        Field("autorecorded", "bool"),
        Field("quickstart", "bool"),
        Field("video", "bool"),
        Field("send_active_video_only", "bool"),
        Field("max_members", "int", minimum=0),
        Field("moh", choices={"files": "FILES_SRC", "sound_card": "SOUNDCARD_SRC", "none": "NONE"}, clearable=False),
        Field("play_entry_tone_enabled", "bool"),
        Field("play_exit_tone_enabled", "bool"),
        Field("record_and_play_name_on_entry_enabled", "bool"),
        Field("record_and_play_name_on_exit_enabled", "bool"),
    ),
    verifiable=frozenset(("access_code", "moderator_code")),
)


class MyConferenceAdapter(GivenAdapter):
    """PUT merges. The server lets anybody change any conference; only the caller's own are listed, and touched here.

    It shows both codes in clear.
    """

    resource = MY_CONFERENCE

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.rows(self._client.rest_get("/my/conferences"), "conferences", REST + "/my/conferences")
        return [self._record(row) for row in rows if keys is None or row.get("name") in keys]

    def _record(self, row: t.Mapping[str, t.Any]) -> Record:
        name = str(row["name"])
        # What has no address shows only what the listing tells.
        setting = self._client.rest_map(f"/my/conferences/{name}")["setting"] if _NAME.fullmatch(name) else {}
        values = read_wire(MY_CONFERENCE.fields, {**row, **setting, "name": name})
        secrets = {field.name: values.pop(field.name) or "" for field in MY_CONFERENCE.secrets}
        return Record(values, name, secrets)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        setting = write_wire(MY_CONFERENCE.writable, {name: values[name] for name in changed})
        self._client.rest_send("PUT", f"/my/conferences/{record.identity}", "setting", setting)
