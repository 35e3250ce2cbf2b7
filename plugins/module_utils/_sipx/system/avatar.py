# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of users (``/rest/avatar/{user}``)."""

from __future__ import annotations

import os
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Item, Record
from ..._model.compare import UNREADABLE
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import REST, SipxClient, rest_name, rest_segment
from ..directory import Directory

AVATAR = Resource(
    name="avatar",
    plural="avatars",
    key="user",
    undeletable="the server replaces pictures, but never removes one",
    fields=(
        Field("user", required=True, clearable=False, refers_to="user"),
        Field("src", "path", required=True, clearable=False, may_be_hidden=True),
    ),
)
#: has no picture of its own on any server, so it shows what the server shows for want of one
_NOBODY = "~nobody~"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")


class AvatarAdapter(Adapter):
    """The server scales and crops what it is given, so a picture cannot be compared with the file it was made of."""

    resource = AVATAR

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)
        self._wanted: list[str] = []

    def expect(self, items: t.Sequence[Item]) -> None:
        self._wanted = [item.values["user"] for item in items if item.error is None]

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        default = self._picture(_NOBODY)
        wanted = [name for name in self._wanted if self._picture(self._owner(name)) != default]
        return [Record({"user": name, "src": UNREADABLE}, name) for name in wanted]

    def _picture(self, user: str) -> bytes:
        return self._client.read(f"{REST}/avatar/{rest_segment(user)}").body

    def _owner(self, name: str) -> str:
        """The user name, which alone leads to a picture, behind a name or alias."""
        return self._directory.users().get(name, name)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        rest_name(self._owner(wanted["user"]))
        if wanted.get("src"):
            _content(wanted["src"])
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        path = f"{REST}/avatar/{rest_name(self._owner(values['user']))}"
        self._client.upload(path, os.path.basename(values["src"]), _content(values["src"]))
        return None

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self.create(values)

    def delete(self, record: Record) -> None:
        raise ItemError("no call removes a picture")


def _content(src: str) -> bytes:
    try:
        with open(os.path.expanduser(src), "rb") as file:
            content = file.read()
    except OSError as error:
        raise ItemError(f"src: cannot read {src}: {error.strerror}") from None
    if not content.startswith(_PICTURES):
        raise ItemError(f"src: {src} is neither PNG, JPEG, GIF nor BMP")
    return content
