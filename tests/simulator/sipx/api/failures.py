# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exception mapper of ``/api`` (``SipxecsExceptionMapper``): everything that goes wrong becomes 404 or 500.

A missing row is 404, a response that carries its own status passes, and everything else, the framework's own refusals
included, is 500 with the exception's text.
"""

from __future__ import annotations

from multidict import CIMultiDict

from ...core.interface import Response
from ..state.errors import DomainError, RowNotFoundError

JSON = "application/json"
#: what framework errors are labelled with, whatever was asked for
FRAMEWORK_TYPE = "text/xml"
REASONS = {
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    415: "Unsupported Media Type",
    500: "Internal Server Error",
}


class FrameworkError(Exception):
    """The JAX-RS framework or its JSON reader refused a request before any resource saw it.

    :param text: the exception's string form
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def http_error(status: int, java_class: str = "ClientErrorException") -> FrameworkError:
    """A refusal of the framework, named by the HTTP status that the exception mapper hides."""
    return FrameworkError(f"javax.ws.rs.{java_class}: HTTP {status} {REASONS[status]}")


def no_route() -> FrameworkError:
    """No resource class has the path, or a path parameter is no integer where one is required."""
    return http_error(404, "NotFoundException")


class Refusal(Exception):
    """A resource answers with a status of its own, which the mapper lets through.

    :param status: the HTTP status
    :param text: the body; empty for none
    """

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(text)
        self.status = status
        self.text = text


def not_found(text: str = "") -> Refusal:
    """404 where an implementation checks for itself, with or without a text."""
    return Refusal(404, text)


def text_response(status: int, text: str, content_type: str) -> Response:
    """A body of raw text under some label; an empty text has neither body nor label."""
    if not text:
        return Response(status)
    return Response(status, text.encode("utf-8", "replace"), CIMultiDict({"Content-Type": content_type}))


def mapped(error: FrameworkError | DomainError | Refusal, content_type: str = JSON) -> Response:
    """The answer to anything that was thrown.

    :param content_type: the negotiated media type
    """
    if isinstance(error, FrameworkError):
        return text_response(500, error.text, FRAMEWORK_TYPE)
    if isinstance(error, Refusal):
        return text_response(error.status, error.text, content_type)
    return text_response(404 if isinstance(error, RowNotFoundError) else 500, str(error), content_type)
