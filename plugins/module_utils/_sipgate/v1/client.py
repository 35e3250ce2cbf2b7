# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Talking to the sipgate REST API v1: ``https://api.sipgate.net/my/…/``.

Sources: the vendor's documentation page and the clients that were in use. Each path ends in a slash; ``version`` (of
the handler, not of the API) is in the query of every call, also of those that have a body. No client sends JSON.
"""

from __future__ import annotations

import typing as t
from urllib.parse import quote, urlencode

from ..._http.answer import Answer
from ..._http.authentication import preemptive_basic
from ..._http.client import HttpClient
from ..._http.connection import Connection
from ..._http.errors import RequestError
from ..._model.errors import CallError
from ..failures import FORBIDDEN_V1, failure_of
from ..generations import V1
from .answers import content_of, rows_in, struct_in

Query = t.Union[t.Mapping[str, t.Any], t.Sequence[tuple[str, t.Any]]]

#: the user whose login it is; every known client addresses itself so
_ME = "/my"
_FORM = "application/x-www-form-urlencoded"


def segment(value: t.Any) -> str:
    """A value as one segment of a path. :raises ValueError: it is empty, and the path would mean something else."""
    if value in (None, ""):
        raise ValueError("an empty id would address the whole collection")
    return quote(str(value), safe="")


def flag(value: bool) -> str:
    """A boolean as the service spells it."""
    return "true" if value else "false"


class SipgateV1Client:
    """One web login's access to its account.

    :param connection: of the service.
    :param params: the connection options of a module.
    """

    generation = V1

    def __init__(
        self, connection: Connection, params: t.Mapping[str, t.Any], make_http: t.Callable[..., t.Any] = HttpClient
    ) -> None:
        if not connection.username or not connection.password:
            raise CallError("v1 of the sipgate API needs username (the e-mail address of the web login) and password")
        self.connection = connection
        self._http = make_http(connection, preemptive_basic)
        self._version = params["version"]
        self._complexity = params["complexity"]

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def content(self, path: str, query: Query = ()) -> t.Any:
        """Read a struct, whether it comes as JSON or as XML."""
        return content_of(self._read(path, query, "application/json"))

    def struct(self, path: str, *names: str, query: Query = ()) -> dict[str, t.Any]:
        """Read one object. :param names: under which the service may show it."""
        return struct_in(self.content(path, query), names)

    def rows(self, path: str, *names: str, query: Query = ()) -> list[t.Any]:
        """Read a list. :param names: under which the service may show it."""
        return rows_in(self.content(path, query), names)

    def document(self, path: str, accept: str = "*/*", follow: bool = True) -> Answer:
        """Read something that is no struct. :param follow: see :meth:`HttpClient.request`."""
        return self._read(path, (), accept, follow)

    def write(self, method: str, path: str, query: Query = ()) -> None:
        """Write with parameters in the query and no body, as flags, labels and settings want it."""
        self._send(method, path, query)

    def deed(
        self, method: str, path: str, query: Query = (), form: Query | None = None, pdf: bytes | None = None
    ) -> t.Any:
        """Do something that is no state, or costs money.

        :param form: parameters that travel as a form.
        :param pdf: a document to send as it is.
        :returns: the struct of the answer, or ``None`` when it has none that can be read: it is done all the same.
        """
        body, kind = None, ""
        if form is not None:
            body, kind = urlencode(form, doseq=True).encode("ascii"), _FORM
        elif pdf is not None:
            body, kind = pdf, "application/pdf"
        answer = self._send(method, path, query, body, kind)
        try:
            return content_of(answer)
        except RequestError:
            return None

    def _read(self, path: str, query: Query, accept: str, follow: bool = True) -> Answer:
        pairs = [*_pairs(query), ("complexity", self._complexity)]
        return self._answer("GET", path, pairs, None, {"Accept": accept}, follow)

    def _send(self, method: str, path: str, query: Query, body: bytes | None = None, kind: str = "") -> Answer:
        headers = {"Accept": "application/json"}
        if kind:
            headers["Content-Type"] = kind
        return self._answer(method, path, _pairs(query), body, headers)

    def _answer(
        self,
        method: str,
        path: str,
        pairs: t.Sequence[tuple[str, t.Any]],
        body: bytes | None,
        headers: t.Mapping[str, str],
        follow: bool = True,
    ) -> Answer:
        query = urlencode([*pairs, ("version", self._version)], doseq=True)
        answer = t.cast(Answer, self._http.request(method, f"{_ME}{path}/", body, headers, query, follow=follow))
        if 200 <= answer.status < 300 or (not follow and 300 <= answer.status < 400):
            return answer
        raise failure_of(answer, forbidden=FORBIDDEN_V1)


def _pairs(query: Query) -> list[tuple[str, t.Any]]:
    return list(query.items()) if isinstance(query, t.Mapping) else list(query)
