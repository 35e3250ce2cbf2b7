# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The base of all resources, and how a request is put to one (``Finder`` and ``Resource`` of Restlet 1.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from multidict import CIMultiDict

from ....core.interface import Response
from .exchange import Exchange
from .negotiation import preferred_variant
from .status import SERVER, StatusError, status_page

NEGOTIATED = "Accept-Charset, Accept-Encoding, Accept-Language, Accept"
#: The operations by method; what a resource does not implement is None.
Operation = Callable[[], "Response | None"]


class Resource:
    """A resource, made anew for each request.

    A subclass implements ``get``, ``put``, ``post`` and ``delete`` as far as the server does. An operation that
    returns None answers 200 without a body, except GET, where it is 404.

    :cvar variants: media types of GET in order; none makes GET a 404
    :cvar readable: whether GET is allowed at all
    :cvar modifiable: whether PUT, POST and DELETE are allowed; one that is allowed and not implemented is a 500
    :cvar refuses: modifying methods that are not allowed although the resource is modifiable
    :cvar takes_empty_put: whether PUT passes with ``Content-Length: 0``
    """

    variants: ClassVar[tuple[str, ...]] = ()
    readable: ClassVar[bool] = True
    modifiable: ClassVar[bool] = False
    refuses: ClassVar[frozenset[str]] = frozenset()
    takes_empty_put: ClassVar[bool] = False

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.request = exchange.request
        self.server = exchange.server

    def variable(self, name: str) -> str | None:
        """A variable of the URL as it stands there, None where the route has none of that name."""
        return self.exchange.variables.get(name)

    def allowed_methods(self) -> list[str]:
        """The methods the resource nominally allows, in the order of the Allow header."""
        allowed = {"OPTIONS"}
        if self.readable:
            allowed |= {"GET", "HEAD"}
        if self.modifiable:
            allowed |= {"PUT", "POST", "DELETE"} - self.refuses
        return sorted(allowed)

    def get(self, variant: str) -> Response | None:
        """Represent the resource in one of its media types."""
        return None

    def put(self) -> Response | None:
        """Store the request's entity."""
        raise StatusError(500)

    def post(self) -> Response | None:
        """Accept the request's entity."""
        raise StatusError(500)

    def delete(self) -> Response | None:
        """Remove the resource."""
        raise StatusError(500)


def dispatch(resource: Resource) -> Response:
    """Put the request to a resource.

    :param resource: made for this request
    :return: the resource's answer or an error page; errors that escape are left to the adapter
    """
    method = resource.request.method
    try:
        if method not in resource.allowed_methods():
            raise StatusError(405)
        response = _negotiate(resource) if method in ("GET", "HEAD") else _modify(resource, method)
    except StatusError as error:
        response = status_page(resource.request, error)
        if error.status == 405:
            response.headers["Allow"] = ", ".join(resource.allowed_methods())
    if method == "HEAD":
        response.body = b""
        response.headers.popall("Transfer-Encoding", None)
        response.headers["Content-Length"] = "0"
    return response


def _negotiate(resource: Resource) -> Response:
    if not resource.variants:
        raise StatusError(404)
    accept = ", ".join(resource.request.headers.getall("Accept", []))
    variant = preferred_variant(accept, resource.variants)
    if variant is None:
        raise StatusError(406)
    response = resource.get(variant)
    if response is None:
        raise StatusError(404)
    response.headers.setdefault("Vary", NEGOTIATED)
    return _finished(response)


def _modify(resource: Resource, method: str) -> Response:
    headers = resource.request.headers
    represented = method in ("PUT", "DELETE") and resource.readable and resource.variants
    # There are no entity tags, so that a condition on one never holds.
    if represented and headers.get("If-Match", "*").strip() != "*":
        raise StatusError(412)
    if method == "PUT":
        if "Content-Range" in headers:
            raise StatusError(501, "The Content-Range header is not understood")
        if headers.get("Content-Length", "").strip() == "0" and not resource.takes_empty_put:
            raise StatusError(400, "Missing request entity")
    operations = {"PUT": resource.put, "POST": resource.post, "DELETE": resource.delete}
    response = operations[method]()
    return _finished(Response(200, b"", CIMultiDict()) if response is None else response)


def _finished(response: Response) -> Response:
    response.headers.setdefault("Server", SERVER)
    if response.body:
        # The framework streams its representations and never announces a length.
        response.headers.setdefault("Transfer-Encoding", "chunked")
    return response
