# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Statuses with Restlet's descriptions, and the ways in which a resource fails."""

from __future__ import annotations

from multidict import CIMultiDict

from ....core.interface import Request, Response
from ...container import error_page
from ...state.errors import DomainError

#: ``Status.getDescription`` of Restlet 1.1, which the servlet adapter sends as the reason phrase of errors.
DESCRIPTIONS = {
    400: "The request could not be understood by the server due to malformed syntax",
    401: "The request requires user authentication",
    403: "The server understood the request, but is refusing to fulfill it",
    404: "The server has not found anything matching the request URI",
    405: "The method specified in the request is not allowed for the resource identified by the request URI",
    406: "The resource identified by the request is only capable of generating response entities which have content"
    " characteristics not acceptable according to the accept headers sent in the request",
    408: "The client did not produce a request within the time that the server was prepared to wait",
    409: "The request could not be completed due to a conflict with the current state of the resource",
    412: "The precondition given in one or more of the request-header fields evaluated to false when it was tested on"
    " the server",
    417: "The expectation given in the request header could not be met by this server",
    422: "The server understands the content type of the request entity and the syntax of the request entity is"
    " correct but was unable to process the contained instructions",
    500: "The server encountered an unexpected condition which prevented it from fulfilling the request",
    501: "The server does not support the functionality required to fulfill the request",
}
SERVER = "Noelios-Restlet-Engine/1.1.4"


class StatusError(Exception):
    """A resource set an error status and no entity.

    :param status: the HTTP status
    :param reason: a description of its own, None for Restlet's
    """

    def __init__(self, status: int, reason: str | None = None) -> None:
        super().__init__(reason or str(status))
        self.status = status
        self.reason = reason or DESCRIPTIONS.get(status)


class UnwritableEntity(StatusError):
    """The answer could not be serialised; the framework says so in its own spelling."""

    def __init__(self) -> None:
        super().__init__(500, "An exception occured writing the response entity")


class EscapedError(Exception):
    """An exception that escaped a resource and that the servlet adapter words.

    :param java_class: class of the Java exception
    :param text: its message, None for none
    :param is_user_error: whether it is a ``UserException``, whose text is shown without a prefix
    """

    def __init__(self, java_class: str, text: str | None, is_user_error: bool = False) -> None:
        super().__init__(text or java_class)
        self.java_class = java_class
        self.text = text
        self.is_user_error = is_user_error

    @classmethod
    def from_domain(cls, error: DomainError) -> EscapedError:
        """The adapter's view of what a manager threw; a message key loses its ampersand."""
        text = None if error.message is None else error.message.removeprefix("&")
        return cls(error.java_class, text, error.is_user_error)


def status_page(request: Request, error: StatusError) -> Response:
    """The container's page for a status without an entity."""
    response = error_page(request, error.status, error.reason)
    response.headers["Server"] = SERVER
    return response


def adapter_json(error: EscapedError) -> Response:
    """What ``RestSpringAdapterServlet`` writes: always 500, the text not escaped, a blank at the end."""
    text = str(error.text) if error.is_user_error else f"Internal error: {error.text or 'null'}"
    body = f'{{"error":"{text}","type":"{error.java_class}"}} '
    return Response(500, body.encode("utf-8"), CIMultiDict({"Content-Type": "application/json"}))
