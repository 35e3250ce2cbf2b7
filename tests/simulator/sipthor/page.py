# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request prints: text, JSON, HTML fragments, a file; and how it becomes an answer."""

from __future__ import annotations

import html
from typing import Any

from multidict import CIMultiDict

from ..core.interface import Response
from . import php

#: sent even for JSON: the page never sets a type of its own (library/sip_settings.php)
HTML = "text/html; charset=UTF-8"

PAGE_HEAD = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="UTF-8">\n<title>SIP settings</title>\n</head>\n<body>\n'
)
PAGE_TAIL = "</body>\n</html>\n"


class Page:
    """The output of one request, in the order it was printed."""

    def __init__(self) -> None:
        self.status = 200
        self.headers: CIMultiDict[str] = CIMultiDict({"Content-Type": HTML})
        self._printed: list[bytes] = []

    def print(self, text: str) -> None:
        self._printed.append(text.encode("utf-8", "surrogateescape"))

    def print_bytes(self, raw: bytes) -> None:
        self._printed.append(raw)

    def print_json(self, value: Any) -> None:
        """Prints nothing if the value has a string that is not UTF-8: ``json_encode`` fails then."""
        self.print(php.json_encode(value))

    def print_result(self, success: bool, error_message: str) -> None:
        """The result object; ``error_message`` carries the text of success as well."""
        self.print_json({"success": success, "error_message": error_message})

    def attach(self, content_type: str, filename: str) -> None:
        """Announce a file instead of a page."""
        # PHP completes text types, and only those, by its default character set.
        self.headers["Content-Type"] = content_type + (";charset=UTF-8" if content_type.startswith("text/") else "")
        self.headers["Content-Disposition"] = f"inline; filename={filename}"

    def response(self) -> Response:
        return Response(status=self.status, body=b"".join(self._printed), headers=self.headers)


def alert(sentence: str) -> str:
    """The fragment of a failed back-end call."""
    return f'<div class="alert alert-error">{html.escape(sentence)}</div>\n'


def red_paragraph(sentence: str) -> str:
    """The older fragment, still used for the account, the voicemail box and the balance history."""
    return f"<p><font color=red>{html.escape(sentence)}</font>\n"
