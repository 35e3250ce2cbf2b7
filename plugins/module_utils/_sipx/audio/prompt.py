# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Audio files of the music on hold, of page groups and of park orbits (the prompts sub-protocol of ``/api``)."""

from __future__ import annotations

import os
import re
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.lost_answer import surely
from ..._engine.record import Record
from ..._model.errors import ItemError, RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import API, SipxClient, segment

#: where each kind of prompt lives
AREAS = {"music_on_hold": "/moh", "page_groups": "/pagegroups", "park_orbits": "/orbits"}
_NAME = re.compile(r"[\w.+ -]+", re.ASCII)


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name) or name.startswith("."):
        raise ValueError("must be a file name of letters, digits, blanks and the characters . _ + -")
    if not name.endswith((".wav", ".mp3")):
        raise ValueError("must end in .wav or .mp3")


PROMPT = Resource(
    name="prompt",
    plural="prompts",
    key="name",
    within=("area",),
    fields=(
        Field("name", required=True, clearable=False, check=_check_name),
        Field("area", required=True, clearable=False, choices=tuple(AREAS)),
        Field("src", "path", required=True, clearable=False),
        Field("size", "int", read_only=True),
    ),
)


class PromptAdapter(Adapter):
    """There is no overwrite: a file that differs is removed and uploaded anew. Only its size is listed.

    So a file of the same size is downloaded and compared.
    """

    resource = PROMPT

    def __init__(self, client: SipxClient) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        records = []
        for area, base in AREAS.items():
            for row in self._client.api_list(f"{base}/prompts", "files"):
                values = {"name": row.get("name"), "area": area, "size": row.get("size")}
                records.append(Record(values, _path(values)))
        return records

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        if not wanted.get("src"):
            return record
        content = _content(wanted["src"], record.values["name"])
        same = record.values["size"] == len(content) and self._kept(record) == content
        record.values["src"] = wanted["src"] if same else f"(another file, {record.values['size']} bytes)"
        return record

    def _kept(self, record: Record) -> bytes:
        return self._client.read(f"{API}{record.identity}/stream").body

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is None and wanted.get("src"):
            _content(wanted["src"], wanted["name"])
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._upload(values, _content(values["src"], values["name"]))
        return None

    def _upload(self, values: t.Mapping[str, t.Any], content: bytes) -> None:
        self._client.upload(f"{API}{AREAS[values['area']]}/prompts", values["name"], content)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        content, kept = _content(values["src"], values["name"]), self._kept(record)
        surely(lambda: self.delete(record), lambda: not self._is_there(record))
        try:
            surely(lambda: self._upload(values, content), lambda: self._is_there(record))
        except RemoteError as error:
            if error.outcome == RemoteError.REFUSED:
                self._upload(values, kept)  # a group without its sound would be silent
            raise

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", record.identity)

    def _is_there(self, record: Record) -> bool:
        return any(one.identity == record.identity for one in self.fetch(None))


def _path(values: t.Mapping[str, t.Any]) -> str:
    return f"{AREAS[values['area']]}/prompts/{segment(values['name'])}"


def _content(src: str, name: str) -> bytes:
    """The bytes of a file that is what its name on the server says: the server looks at neither.

    :raises ItemError: the file cannot be read, or is no audio file of the kind.
    """
    try:
        with open(os.path.expanduser(src), "rb") as file:
            content = file.read()
    except OSError as error:
        raise ItemError(f"src: cannot read {src}: {error.strerror}") from None
    wave = content[:4] == b"RIFF" and content[8:12] == b"WAVE"
    layer_3 = content[:3] == b"ID3" or (content[:1] == b"\xff" and content[1:2] >= b"\xe0")
    if not (wave if name.endswith(".wav") else layer_3):
        kind = "WAV" if name.endswith(".wav") else "MP3"
        raise ItemError(f"src: {src} is no {kind} file, but {name} says so; convert it, or give it another name")
    return content
