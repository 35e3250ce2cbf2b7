# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One request on its way through a resource, and how what a resource returns becomes an answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from email.message import Message
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from multidict import CIMultiDict

from ...core.interface import Call, Request, Response
from ..state.server_state import ServerState
from ..state.users import User
from .beans import Bean
from .failures import http_error, no_route, text_response
from .media import XML_TYPES
from .routing import as_id

if TYPE_CHECKING:
    from ..twin import SipxTwin


class Json(bytes):
    """A body that is already encoded JSON."""


NO_CONTENT = Response(204)


class Exchange:
    """What a resource method sees.

    :param caller: the authenticated user
    :param path: decoded path parameters
    :param produces: the negotiated media type of the answer
    """

    def __init__(
        self, request: Request, call: Call, twin: SipxTwin, caller: User, path: Mapping[str, Any], produces: str
    ) -> None:
        self.request = request
        self.call = call
        self.twin = twin
        self.caller = caller
        self.path = path
        self.produces = produces
        self._query = parse_qs(request.query, keep_blank_values=True)

    @property
    def pbx(self) -> ServerState:
        """The state of the server."""
        return self.twin.pbx

    def quirk(self, name: str) -> bool:
        """Whether a quirk is switched on."""
        return bool(self.twin.knobs[name])

    @property
    def strict(self) -> bool:
        """Whether setting values are checked, which the real server never does."""
        return bool(self.twin.knobs["strict_settings"])

    def query(self, name: str) -> str | None:
        """A query parameter, None when it is absent."""
        return self._query.get(name, [None])[0]

    def query_int(self, name: str) -> int | None:
        """An integer query parameter, None when it is absent or empty.

        :raises FrameworkError: for any other text
        """
        text = self.query(name)
        if not text:
            return None
        number = as_id(text)
        if number is None:
            raise no_route()
        return number

    def page(self) -> tuple[int, int] | None:
        """``start`` and ``limit``, which only count together."""
        start, limit = self.query_int("start"), self.query_int("limit")
        return None if start is None or limit is None else (start, limit)

    def text(self) -> str:
        """The body as text, in the charset of its Content-Type, else UTF-8; nothing is trimmed."""
        content_type = Message()
        content_type["Content-Type"] = self.request.headers.get("Content-Type", "text/plain")
        charset = content_type.get_content_charset("utf-8")
        try:
            return self.request.body.decode(charset, "replace")
        except LookupError:
            return self.request.body.decode("utf-8", "replace")

    def json(self, bean: Bean) -> dict[str, Any]:
        """The body as a bean's properties.

        :raises FrameworkError: as Jackson refuses; XML, which only the real server reads, as XML that is unreadable
        """
        if self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower() in XML_TYPES:
            raise http_error(400, "BadRequestException")
        return bean.parse(self.request.body)


def encoded(value: Any) -> bytes:
    """Compact JSON in UTF-8, as Jackson writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def answer(result: Any, content_type: str) -> Response:
    """The answer to what a resource method returned.

    :param result: None for an empty body; a text is sent raw, without JSON quotes, but labelled like JSON; a response
        as it is; everything else as JSON
    :param content_type: the negotiated media type
    """
    if result is None:
        return Response()
    if isinstance(result, Response):
        return Response(result.status, result.body, CIMultiDict(result.headers))
    if isinstance(result, str):
        return text_response(200, result, content_type)
    body = bytes(result) if isinstance(result, Json) else encoded(result)
    return Response(200, body, CIMultiDict({"Content-Type": content_type}))
