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
from dataclasses import replace
from urllib.parse import quote, unquote

from .._codec.json_text import expect_map, parse_json
from .._codec.xml_text import build_xml, parse_xml
from .._http.answer import Answer
from .._http.authentication import preemptive_basic
from .._http.client import HttpClient
from .._http.connection import Connection
from .._http.errors import AuthenticationError, RequestError
from .._model.errors import ItemError
from .._model.wire import identity
from .failures import failure_of
from .paging import pages

REST = "/rest"
API = "/api"

_PAGE = 1000
#: what a path may hold as it is, besides letters, digits and ``-._~``
_PATH_MARKS = "!$&'()*+,;=:@"


def segment(value: t.Any) -> str:
    """A value as one segment of a path. :raises RemoteError: it is neither a name nor an id."""
    return quote(identity(value), safe="")


def is_misread(name: str) -> bool:
    """Whether a name in a path below ``/api`` is read as another one: it is split at slashes and loses an ending."""
    return "/" in name or name.endswith((".json", ".xml"))


def addressable(name: str) -> None:
    """Check a name that stands in paths below ``/api``. :raises ValueError: another object would be meant."""
    if is_misread(name):
        raise ValueError(f"cannot be {name!r}: the server reads another name at that address, rename it in the portal")


def rest_segment(value: t.Any) -> str:
    """A value as one segment of a path below ``/rest``, where most variables are not decoded.

    What no path may hold is encoded all the same, and names nothing there.
    """
    return quote(str(value), safe=_PATH_MARKS)


def rest_name(name: str) -> str:
    """A name as one segment of a path below ``/rest``.

    :raises ItemError: the name has to be encoded, so that the server would take it for another one.
    """
    if rest_segment(name) != name:
        raise ItemError(f"{name!r} has to be encoded to stand in an address, and the server does not decode it there")
    return name


class SipxClient:
    """One user's access to one server, usually an administrator's.

    :param connection: with or without ``/sipxconfig`` at the end of its address.
    """

    def __init__(self, connection: Connection, http: HttpClient | None = None) -> None:
        self.user_name = connection.username or ""
        self._connection = connection
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

    def as_user(self, user_name: str, password: str) -> SipxClient:
        """Another user's access to the same server."""
        return SipxClient(replace(self._connection, username=user_name, password=password))

    def login_details(self, user_name: str, password: str) -> dict[str, t.Any] | None:
        """What a user sees of the own account; ``None`` when the password is not the user's.

        A password that is not in force costs a failed login in the server's records.
        """
        client = self.as_user(user_name, password)
        try:
            details: dict[str, t.Any] = client.rest_map("/my/logindetails")["login-details"]
        except AuthenticationError:
            return None
        finally:
            client.close()
        return details

    def read(self, path: str, accept: str = "*/*", query: str = "") -> Answer:
        """Read something that is no JSON: a file, a text, a feed.

        :param path: with ``/rest`` or ``/api`` in front.
        """
        return self._send("GET", path, headers={"Accept": accept}, query=query)

    def get_once(self, path: str, base: str = API, shown: str = "") -> Answer:
        """A GET that does something, and so is never repeated.

        :param base: what stands in front of the path.
        :param shown: what messages name instead, where the path holds arguments.
        """
        headers = {"Accept": "*/*"}
        answer = self._http.request("GET", self._root + base + path, None, headers, repeatable=False)
        if 200 <= answer.status < 300:
            return answer
        raise failure_of(replace(answer, path=self._root + (shown or base + path)))

    def write_xml(self, method: str, path: str, root: str, content: t.Any) -> Answer:
        """Write XML to ``/rest`` and return the whole answer."""
        headers = {"Content-Type": "text/xml; charset=utf-8", "Accept": "text/xml"}
        return self._send(method, path, build_xml(root, content), headers)

    def upload(self, path: str, name: str, content: bytes) -> None:
        """Send a file as the one part of a form.

        :param path: with ``/rest`` or ``/api`` in front.
        """
        self._send("POST", path, headers={"Accept": "*/*"}, files=[("file", (name, content))])

    def rest_put_json(self, path: str, content: t.Any, method: str = "PUT") -> None:
        """Write to those parts of ``/rest`` that read JSON whatever the Content-Type."""
        body = json.dumps(content, ensure_ascii=False).encode("utf-8")
        self._send(method, REST + path, body, {"Content-Type": "application/json; charset=utf-8", "Accept": "*/*"})

    def put_secret(self, path: str, secret: str) -> None:
        """Write a secret that the server takes in the address; messages name the path without it.

        :param secret: percent-encoded.
        """
        shown = self._root + REST + path
        try:
            answer = self._http.request("PUT", shown + secret, b"x", {"Content-Type": "text/plain", "Accept": "*/*"})
        except RequestError as error:
            raise RequestError("PUT", shown, error.problem, outcome=error.outcome) from None
        if not 200 <= answer.status < 300:
            raise failure_of(replace(answer, path=shown))

    def rest_text(self, method: str, path: str, text: str) -> None:
        """Write a plain text to ``/rest``."""
        headers = {"Content-Type": "text/plain; charset=utf-8", "Accept": "*/*"}
        self._send(method, REST + path, text.encode("utf-8"), headers)

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

    def api_send(
        self, method: str, path: str, bean: t.Any = None, text: str | None = None, repeatable: bool = False
    ) -> str:
        """Write to ``/api``.

        :param bean: an object to send as JSON.
        :param text: a text to send as it is (values of settings).
        :param repeatable: whether sending it twice does no harm.
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
        return self._send(method, API + path, body, headers, repeatable=repeatable or None).text.strip()

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

    def api_map(self, path: str) -> dict[str, t.Any]:
        """An object of ``/api``. :raises RequestError: it is something else."""
        return expect_map(Answer("GET", API + path, 200), self.api_get(path))

    def rest_map(self, path: str) -> dict[str, t.Any]:
        """An object of ``/rest``. :raises RequestError: it is something else."""
        return expect_map(Answer("GET", REST + path, 200), self.rest_get(path))

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
        files: t.Any = None,
        repeatable: bool | None = None,
    ) -> Answer:
        if path.startswith(API):
            _refuse_misread(path)
        more = {name: given for name, given in (("files", files), ("repeatable", repeatable)) if given is not None}
        answer = self._http.request(method, self._root + path, body, headers, query, **more)
        if 200 <= answer.status < 300:
            return answer
        raise failure_of(answer)


def _refuse_misread(path: str) -> None:
    """The last look before another object is read, changed or deleted than the one that was meant.

    An ending is only lost at the end of a path.
    """
    parts = path.split("/")
    names = [unquote(part) for part in parts if "%2F" in part or part == parts[-1]]
    for name in filter(is_misread, names):
        raise ItemError(f"{name!r} cannot stand in an address, the server reads another name there; rename it")


def _envelope_id(answer: Answer) -> str | None:
    if not answer.body.strip():
        return None
    root = parse_xml(answer)
    return t.cast("str | None", root.findtext("data/id") or root.findtext("data/additionalMessage"))
