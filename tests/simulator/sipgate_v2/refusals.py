# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the API refuses: statuses, and the forms of error body that are on record.

Three forms were seen. The Swagger document prints ``ErrorResponse`` for the blacklist only; the vendor's developer
notes show ``{"name", "message"}``; some refusals are one line of plain text, or empty.
"""

from __future__ import annotations

from http import HTTPStatus

from multidict import CIMultiDict

from ..core.interface import Response
from ..sipgate_common.json_text import JSON, compact

NAMED = "named"
PRINTED = "printed"
TEXT = "text"
EMPTY = "empty"


class Refusal(Exception):
    """A request that the API does not carry out.

    :param status: the HTTP status
    :param name: the error's name in the vendor's developer notes; "" where they have none, then the body is empty
    :param message: what is wrong
    :param pointer: the place in the request's body, as a JSON pointer
    :param headers: further headers of the answer
    :param form: the form of the body if it is not the one that the operation or a knob decides
    """

    def __init__(
        self,
        status: int,
        name: str,
        message: str,
        *,
        pointer: str = "",
        headers: dict[str, str] | None = None,
        form: str | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.name = name
        self.message = message
        self.pointer = pointer
        self.headers = headers or {}
        self.form = form


def bad_parameter(message: str, pointer: str = "") -> Refusal:
    """400: a body, a parameter or a reference in it that the API does not take."""
    return Refusal(400, "PARAMETER_INVALID", message, pointer=pointer)


def not_authenticated(message: str) -> Refusal:
    """401: no credential, or one that is wrong, expired or locked."""
    return Refusal(
        401, "REQUEST_NOT_AUTHENTICATED", message, headers={"WWW-Authenticate": 'Basic realm="api.sipgate.com"'}
    )


def not_enough_funds() -> Refusal:
    """402: the balance does not cover what the request costs."""
    return Refusal(402, "", "insufficient funds")


def not_authorized(message: str) -> Refusal:
    """403: the token has none of the scopes that the operation asks for."""
    return Refusal(403, "REQUEST_NOT_AUTHORIZED", message)


def forbidden(message: str) -> Refusal:
    """403: the user's role, a feature that is not booked, a limit, or an object that is not there."""
    return Refusal(403, "FORBIDDEN", message)


def classic_only(path: str) -> Refusal:
    """403 as plain text: the account is of the Neo product, which has no such path."""
    return Refusal(403, "FORBIDDEN", f"{path} needs a classic-PBX account", form=TEXT)


def not_found(what: str) -> Refusal:
    """404: an unknown id or path."""
    return Refusal(404, "RESOURCE_NOT_FOUND", f"{what} not found")


def already_exists(what: str) -> Refusal:
    """409: there is one already."""
    return Refusal(409, "RESOURCE_ALREADY_EXISTS", f"{what} already exists")


def refused(refusal: Refusal, form: str) -> Response:
    """The answer to a request that is refused.

    :param form: the form of the body: ``named``, ``printed``, ``text`` or ``empty``
    """
    body, content_type = _FORMS[form if refusal.name or form != NAMED else EMPTY](refusal)
    headers = CIMultiDict(refusal.headers)
    if body:
        headers["Content-Type"] = content_type
    return Response(refusal.status, body, headers)


def _named(refusal: Refusal) -> tuple[bytes, str]:
    return compact({"name": refusal.name, "message": refusal.message}), JSON


def _printed(refusal: Refusal) -> tuple[bytes, str]:
    error = {
        "status": refusal.status,
        "title": HTTPStatus(refusal.status).phrase,
        "detail": refusal.message,
        "source": {"pointer": refusal.pointer},
    }
    return compact({"errors": [error]}), JSON


def _text(refusal: Refusal) -> tuple[bytes, str]:
    return refusal.message.encode(), "text/plain"


def _empty(refusal: Refusal) -> tuple[bytes, str]:
    return b"", ""


_FORMS = {NAMED: _named, PRINTED: _printed, TEXT: _text, EMPTY: _empty}
