# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The result envelope of the administrative resources (``RestUtilities``)."""

from __future__ import annotations

from multidict import CIMultiDict

from ...core.interface import Response

#: code -> HTTP status and message
CODES = {
    "SUCCESS_CREATED": (201, "Created"),
    "SUCCESS_UPDATED": (200, "Updated"),
    "SUCCESS_DELETED": (200, "Deleted"),
    "ERROR_MISSING_ID": (400, "ID value missing from request"),
    "ERROR_ID_INVALID": (400, "ID value is invalid"),
    "ERROR_OBJECT_NOT_FOUND": (400, "Could not retrieve object using ID"),
    "ERROR_VALIDATION_FAILED": (400, "Failed input validation"),
    "ERROR_CREATE_FAILED": (500, "Create failed"),
    "ERROR_UPDATE_FAILED": (500, "Update failed"),
    "ERROR_DELETE_FAILED": (500, "Delete failed"),
}
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def envelope(code: str, **data: object) -> Response:
    """An envelope; always XML, on one line, with declaration.

    :param code: a key of ``CODES``
    :param data: children of ``data`` in order; without any the element is left out
    """
    status, message = CODES[code]
    children = "".join(f"<{name}>{_escape(str(value))}</{name}>" for name, value in data.items())
    wrapped = f"<data>{children}</data>" if data else ""
    body = f"{_DECLARATION}<response><code>{code}</code><message>{message}</message>{wrapped}</response>"
    return Response(status, body.encode("utf-8"), CIMultiDict({"Content-Type": "text/xml"}))


class Refusal(Exception):
    """A resource refuses with an envelope.

    :param code: a key of ``CODES``
    :param data: as for ``envelope``
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data

    def response(self) -> Response:
        """The envelope."""
        return envelope(self.code, **self.data)
