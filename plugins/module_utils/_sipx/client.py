# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Talking to a sipXcom configuration server: its two APIs, their encodings and their failures.

``/sipxconfig/rest`` is a Restlet application: XML in, JSON out, its results in an XML envelope. ``/sipxconfig/api`` is
a JAX-RS application: JSON both ways, errors as plain text whatever the Content-Type says.
"""

from __future__ import annotations

import json
import typing as t
from urllib.parse import quote

from .._codec.json_text import parse_json
from .._codec.xml_text import build_xml, parse_xml
from .._http.answer import Answer
from .._http.authentication import preemptive_basic
from .._http.client import HttpClient
from .._http.connection import Connection
from .failures import failure_of
from .paging import pages

REST = "/rest"
API = "/api"

_PAGE = 1000


def segment(value: t.Any) -> str:
    """A value as one segment of a path."""
    return quote(str(value), safe="")


class SipxClient:
    """One administrator's access to one server.

    :param connection: with or without ``/sipxconfig`` at the end of its address.
    """

    def __init__(self, connection: Connection, http: HttpClient | None = None) -> None:
        # The server challenges with Digest only, so Basic has to be sent without being asked.
        self._http = http or HttpClient(connection, preemptive_basic)
        self._root = "" if connection.base_path.endswith("/sipxconfig") else "/sipxconfig"

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def rest_get(self, path: str, query: str = "") -> t.Any:
        """Read from ``/rest`` as JSON: its XML loses what the server's locale cannot spell."""
        answer = self._send("GET", REST + path, headers={"Accept": "application/json"}, query=query)
        return parse_json(answer)

    def rest_send(self, method: str, path: str, root: str = "", content: t.Any = None) -> str | None:
        """Write to ``/rest``.

        XML is sent, because the server's JSON input has another shape than its JSON output.

        :param root: name of the document's root element; without it a one-byte body is sent, since the server
            refuses a PUT without one.
        :returns: the id that the envelope names, if any.
        """
        if root:
            body, kind = build_xml(root, content), "text/xml; charset=utf-8"
        else:
            body, kind = b"x", "text/plain"
        answer = self._send(method, REST + path, body, {"Content-Type": kind, "Accept": "text/xml"})
        return _envelope_id(answer)

    def api_get(self, path: str, query: str = "") -> t.Any:
        """Read from ``/api``; ``None`` when the server has nothing to say (204)."""
        answer = self._send("GET", API + path, headers={"Accept": "application/json"}, query=query)
        return None if answer.status == 204 else parse_json(answer)

    def api_send(self, method: str, path: str, bean: t.Any = None, text: str | None = None) -> str:
        """Write to ``/api``.

        :param bean: an object to send as JSON.
        :param text: a text to send as it is (values of settings).
        :returns: the text of the answer: an id, another text, or nothing.
        """
        body, kind = None, None
        if bean is not None:
            body, kind = json.dumps(bean, ensure_ascii=False).encode("utf-8"), "application/json; charset=utf-8"
        elif text is not None:
            body, kind = text.encode("utf-8"), "text/plain; charset=utf-8"
        headers = {"Accept": "application/json"}
        if kind:
            headers["Content-Type"] = kind
        return self._send(method, API + path, body, headers).text.strip()

    def api_pages(self, path: str, name: str) -> list[dict[str, t.Any]]:
        """A complete paged listing, or an error.

        :param name: of the list in the answer.
        """

        def page(start: int, limit: int) -> list[dict[str, t.Any]]:
            return self.rows(self.api_get(path, f"start={start}&limit={limit}"), name, path)

        return pages(page, _PAGE, path)

    def api_list(self, path: str, name: str) -> list[dict[str, t.Any]]:
        """An unpaged listing."""
        return self.rows(self.api_get(path), name, path)

    def rest_list(self, path: str, root: str, name: str) -> list[dict[str, t.Any]]:
        """An unpaged listing of ``/rest``: ``{root: {"metadata": …, name: […]}}``."""
        content = self.rest_get(path)
        inner = content.get(root) if isinstance(content, dict) else None
        return self.rows(inner, name, path)

    @staticmethod
    def rows(content: t.Any, name: str, path: str) -> list[dict[str, t.Any]]:
        """The rows of a listing. :raises RequestError: it is not shaped like one."""
        rows = content.get(name) if isinstance(content, dict) else None
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            answer = Answer("GET", path, 200)
            raise failure_of(answer, problem=f"was answered with something that is not a listing of {name}")
        return rows

    def _send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: t.Mapping[str, str] | None = None,
        query: str = "",
    ) -> Answer:
        answer = self._http.request(method, self._root + path, body, headers, query)
        if 200 <= answer.status < 300:
            return answer
        raise failure_of(answer)


def _envelope_id(answer: Answer) -> str | None:
    if not answer.body.strip():
        return None
    root = parse_xml(answer)
    return t.cast("str | None", root.findtext("data/id") or root.findtext("data/additionalMessage"))
