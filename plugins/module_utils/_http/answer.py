# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server answered."""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass, field

_TAGS = re.compile(r"(?s)<(script|style|head)\b.*?</\1>|<!--.*?-->|<[^>]*>")
# Those that servers use. Python knows others that fail, or take hours, on bytes of a hostile server's choice.
_CHARSET = re.compile(r"charset=[\"']?(iso-8859-(?:[1-9]|1[013-6])|windows-125[0-8]|utf-16(?:le|be)?|us-ascii)\b", re.I)
_PAGE = re.compile(r"<(!doctype\s+html|html|head|body|h\d|p|title)\b", re.I)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, read to its end.

    :param method: of the request.
    :param path: of the request, without its query, for messages.
    :param status: number of the status line.
    :param reason: text of the status line.
    :param headers: by lower-case name.
    :param body: the bytes, decompressed.
    """

    method: str
    path: str
    status: int
    reason: str = ""
    headers: t.Mapping[str, str] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)

    @property
    def text(self) -> str:
        """The body as text, by the declared character set, else UTF-8; undecodable bytes become U+FFFD."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        return self.body.decode(match.group(1) if match else "utf-8-sig", "replace")

    def excerpt(self, length: int = 300) -> str:
        """The start of the body on one line, without markup, for messages."""
        return shorten(_TAGS.sub(" ", self.text[: 20 * length]), length)

    def glimpse(self) -> str:
        """What an answer that cannot be read looks like, for messages: broken data may hold anybody's secrets."""
        text = self.text.lstrip("\ufeff \t\r\n")
        if not text:
            return "an empty body"
        if text[0] in '{["' or (text[0] == "<" and not _PAGE.match(text)):
            return f"{len(self.body)} bytes of broken data, not shown because they may hold secrets"
        return self.excerpt(160)


def shorten(text: str, length: int = 300) -> str:
    """The text on one line, cut at a length."""
    line = _BLANKS.sub(" ", text).strip()
    return line if len(line) <= length else line[: length - 1] + "…"
