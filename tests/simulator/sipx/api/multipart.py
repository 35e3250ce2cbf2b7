# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a ``multipart/form-data`` body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from ...core.interface import Request


@dataclass(frozen=True)
class Part:
    """One part.

    :param file_name: the quoted ``filename`` of its Content-Disposition, None without
    """

    file_name: str | None
    content: bytes


def parts(request: Request) -> Iterator[Part]:
    """The parts of a request's body; none when the body has no boundary."""
    content_type = Message()
    content_type["Content-Type"] = request.headers.get("Content-Type", "")
    boundary = content_type.get_param("boundary")
    if not isinstance(boundary, str):
        return
    for chunk in (b"\r\n" + request.body).split(b"\r\n--" + boundary.encode())[1:]:
        head, separator, content = chunk.partition(b"\r\n\r\n")
        if head.startswith(b"--") or not separator:
            continue
        disposition = re.search(rb'(?im)^content-disposition:.*?filename="([^"]*)"', head)
        yield Part(disposition[1].decode("utf-8", "replace") if disposition else None, content)
