# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Talking to the sipgate REST API v2: JSON both ways below ``/v2``.

Sources: the vendor's Swagger document (title "sipgate API", version 2.0.0) and its Node client sipgateio-node. 77 of
the 179 operations document no success at all, so every 2xx is one and a body is never required.
"""

from __future__ import annotations

import json
import re
import typing as t
from urllib.parse import quote, urlencode

from ..._codec.json_text import expect_list, expect_map, parse_json
from ..._http.answer import Answer
from ..._http.client import HttpClient
from ..._http.connection import Connection
from ..._http.libraries import requests
from ..._model.errors import CallError
from ..._model.wire import identity
from ..failures import failure_of
from ..generations import V2
from .paging import pages

_TOKEN_ID = re.compile(r"token-[A-Za-z0-9]{6}")


def segment(value: t.Any) -> str:
    """A value as one segment of a path. :raises RemoteError: it is no id, and the path would mean something else."""
    return quote(identity(value), safe="")


class _Bearer:
    """An OAuth2 access token in each request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: t.Any) -> t.Any:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _authentication(params: t.Mapping[str, t.Any]) -> t.Callable[[Connection], t.Any]:
    """A personal access token as Basic, sent without being asked, or an access token as Bearer."""
    token_id, token, access_token = (params.get(name) for name in ("token_id", "token", "access_token"))
    if access_token:
        if token_id or token:
            raise CallError("give either token_id and token, or access_token, not both")
        return lambda connection: _Bearer(access_token)
    if not token_id or not token:
        raise CallError(
            "v2 of the sipgate API needs token_id and token of a personal access token, or access_token; username "
            "and password are for v1"
        )
    if not _TOKEN_ID.fullmatch(token_id):
        raise CallError(f"token_id must be like token-A1b2C3, not {token_id!r}")
    return lambda connection: requests.auth.HTTPBasicAuth(token_id.encode("utf-8"), token.encode("utf-8"))


class SipgateV2Client:
    """One token's access to an account.

    :param connection: with or without ``/v2`` at the end of its address.
    :param params: the connection options of a module.
    """

    generation = V2

    def __init__(
        self, connection: Connection, params: t.Mapping[str, t.Any], make_http: t.Callable[..., t.Any] = HttpClient
    ) -> None:
        self.connection = connection
        self._http = make_http(connection, _authentication(params))
        self._root = "" if connection.base_path.endswith("/v2") else "/v2"

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(self, path: str, query: t.Any = ()) -> dict[str, t.Any]:
        """Read one object.

        :param query: pairs or a map; a list value is repeated, as the service wants it.
        """
        answer = self._send("GET", path, query=query)
        return expect_map(answer, parse_json(answer))

    def text(self, path: str, query: t.Any = ()) -> str:
        """Read something that is no JSON."""
        return self._send("GET", path, query=query).text

    def items(self, path: str, query: t.Any = (), name: str = "items") -> list[dict[str, t.Any]]:
        """A listing that comes complete in one answer. :param name: what the answer calls the list."""
        answer = self._send("GET", path, query=query)
        return _rows(answer, expect_map(answer, parse_json(answer)), name)

    def objects(self, path: str, query: t.Any = ()) -> list[dict[str, t.Any]]:
        """Objects from an answer that may be one object, a list, or a listing."""
        answer = self._send("GET", path, query=query)
        content = parse_json(answer)
        if isinstance(content, dict):
            return _rows(answer, content, "items") if "items" in content else [content]
        return expect_list(answer, content)

    def paged(
        self, path: str, limit: int, query: t.Mapping[str, t.Any] | None = None, most: int | None = None
    ) -> list[dict[str, t.Any]]:
        """A complete paged listing, or an error.

        :param limit: rows asked for at once.
        :param query: what else is asked for.
        :param most: rows after which the reading ends, for listings of which nobody needs all.
        """

        def page(offset: int) -> tuple[list[dict[str, t.Any]], int | None]:
            answer = self._send("GET", path, query={**(query or {}), "offset": offset, "limit": limit})
            content = expect_map(answer, parse_json(answer))
            total = content.get("totalCount")
            return _rows(answer, content, "items"), total if isinstance(total, int) else None

        return pages(page, path, most)

    def send(self, method: str, path: str, bean: t.Any = None, query: t.Any = ()) -> dict[str, t.Any]:
        """Write. :returns: the object of the answer; nothing else that a server says can undo what is done."""
        content = _content(self._send(method, path, bean, query))
        return content if isinstance(content, dict) else {}

    def _send(self, method: str, path: str, bean: t.Any = None, query: t.Any = ()) -> Answer:
        body = None if bean is None else json.dumps(bean, ensure_ascii=False).encode("utf-8")
        headers = {"Accept": "application/json"}
        if body is not None:
            # A body without this, or this without a body, is answered 415.
            headers["Content-Type"] = "application/json"
        answer = t.cast(
            Answer, self._http.request(method, self._root + path, body, headers, urlencode(query, doseq=True))
        )
        if 200 <= answer.status < 300:
            return answer
        raise failure_of(answer)


def _rows(answer: Answer, content: dict[str, t.Any], name: str) -> list[dict[str, t.Any]]:
    """A list of an answer, which may be null; an answer without it is none of this service."""
    if name in content and content[name] is None:
        return []
    return expect_list(answer, content.get(name))


def _content(answer: Answer) -> t.Any:
    return parse_json(answer) if answer.body.strip() else None
