# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/avatar/{user}``: pictures of users, to see and to replace without a login (``UserAvatarResource``)."""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib

from ....core.interface import Response
from ...api.multipart import parts
from ...state.server_state import AVATARS
from ..representations import answer
from ..restlet import Resource, StatusError

PNG = "image/png"
SIZE = 128
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM")
_DEFAULT_COLOUR = b"\xc0\xc0\xc0"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def plain_picture(colour: bytes) -> bytes:
    """A PNG of one colour in the size of all avatars."""
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + colour * SIZE) * SIZE)
    return _SIGNATURES[0] + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


class Avatar(Resource):
    """A picture. The server scales and crops uploads; here one becomes a picture of a colour that depends on it."""

    variants = ("text/*", "application/octet-stream")
    modifiable = True
    refuses = frozenset(("PUT", "DELETE"))

    def get(self, variant: str) -> Response:
        stored = self.server.extras.get(AVATARS, {}).get(self.exchange.variables["user"])
        return answer(base64.b64decode(stored) if stored else plain_picture(_DEFAULT_COLOUR), PNG)

    def post(self) -> None:
        """Take the one part of a multipart body; a body of another kind is not looked at."""
        if not self.request.headers.get("Content-Type", "").lower().startswith("multipart/form-data"):
            return
        uploads = list(parts(self.request))
        if len(uploads) != 1:
            raise StatusError(417)
        content = uploads[0].content
        if not content.startswith(_SIGNATURES):
            raise StatusError(400)
        picture = plain_picture(hashlib.sha256(content).digest()[:3])
        avatars: dict[str, str] = self.server.extras.setdefault(AVATARS, {})
        avatars[self.exchange.variables["user"]] = base64.b64encode(picture).decode("ascii")
