# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Talking to OnSIP: one URL, named actions, a session, and an envelope that tells what became of a request."""

from __future__ import annotations

import base64
import contextlib
import typing as t

from .._http.answer import Answer
from .._http.client import HttpClient
from .._http.connection import Connection
from .._http.errors import RequestError
from .._model.errors import RemoteError
from .envelope import Envelope, attributes, child, children, read_envelope, settled, text
from .failures import login_failure, no_result, refusal, status_failure, with_action
from .login import Login, Session
from .paging import Page, pages
from .parameters import Parameters, form

if t.TYPE_CHECKING:
    from .names import Names

DEFAULT_URL = "https://api.onsip.com/api"

_PAGE = 500
_BASIC = "basic"
_JSON = "json"


class OnsipClient:
    """One user's access to the service.

    :param connection: its address is used as it is; only an address without a path gets the path ``/api``.
    :param output: ``xml`` or ``json``, the form of the answers.
    :param authentication: ``session`` logs in once and sends the session's id, ``basic`` the credentials each time.
    :param organization: domain of the organization that objects belong to; by default the user's own.
    :param allow_unverified: whether actions may write whose parameters no public source shows.
    """

    def __init__(
        self,
        connection: Connection,
        output: str = "xml",
        authentication: str = "session",
        organization: str | None = None,
        allow_unverified: bool = False,
        http: HttpClient | None = None,
    ) -> None:
        self._connection = connection
        self._http = http or HttpClient(connection)
        self._path = _path_of(connection)
        self._output = output
        self._by_session = authentication != _BASIC
        self._login = Login(self._log_in)
        self._logged_in = False
        self.organization = organization
        #: what was looked up so far, see :func:`.names.names_of`
        self.names: Names | None = None
        self.allow_unverified = allow_unverified

    def close(self) -> None:
        """End the session, whether the service hears it or not, and close the connections."""
        session = self._login.end()
        if session is not None and session.session_id:
            with contextlib.suppress(RequestError):  # it will expire by itself
                self._exchange("SessionDestroy", {"SessionId": session.session_id}, {}, repeatable=False)
        self._http.close()

    def read(self, action: str, parameters: Parameters | None = None, public: bool = False) -> dict[str, t.Any]:
        """The result of an action that changes nothing, and so may be sent twice.

        :param public: whether it needs no login.
        :raises RequestError: it was refused, or there is no answer.
        """
        return self._result(action, parameters or {}, public, repeatable=True)

    def write(self, action: str, parameters: Parameters, public: bool = False) -> dict[str, t.Any]:
        """The result of an action that changes something; it is never sent twice unless it certainly was not done.

        :param public: whether it needs no login.
        :raises RequestError: it was refused, or it is unknown what became of it.
        """
        return self._result(action, parameters, public, repeatable=False)

    def write_with_credentials(self, action: str, parameters: Parameters) -> dict[str, t.Any]:
        """As :meth:`write`, for an action that is only known to work with HTTP Basic."""
        answer, envelope = self._exchange(action, parameters, self._basic(), repeatable=False)
        return self._judged(answer, action, envelope)

    def browse(
        self, action: str, container: str, element: str, parameters: Parameters, order_by: str = "", limit: int = _PAGE
    ) -> list[dict[str, t.Any]]:
        """A complete listing.

        The scope is among the parameters: exactly one is always sent, and never is the default of 20 rows relied on.

        :param container: name of the element with the rows.
        :param element: name of each row.
        :param order_by: a stable order, for actions that document one.
        :raises RequestError: the listing is refused, or cannot be had completely.
        """
        ordered = {"OrderBy": order_by} if order_by else {}

        def page(offset: int) -> Page:
            paged = {**parameters, **ordered, "Limit": str(limit), "Offset": str(offset)}
            content = self.read(action, paged)
            shown = content.get(container)
            found = text(attributes(shown).get("Found"))
            rows = [settled(row) for row in children(shown, element)]
            nothing_else = rows or not settled(shown)
            if container not in content or not nothing_else or not all(isinstance(row, dict) for row in rows):
                raise self._strange(action, f"something that is no listing of {container}")
            return Page(rows, int(found) if found.isdigit() else None)

        return pages(page, limit, self._shown_path, action)

    def row(self, content: t.Mapping[str, t.Any], action: str, element: str) -> dict[str, t.Any]:
        """The object that a result shows. :raises RequestError: it shows none."""
        row = settled(child(content, element))
        if not isinstance(row, dict):
            raise self._strange(action, f"a result without {element}")
        return row

    def own_user(self) -> dict[str, t.Any]:
        """The user who is logged in; there is no other documented way to the account's id."""
        selector: dict[str, str] = {}
        if self._by_session:
            selector = {"UserId": self._login.session().user_id}
        return self.row(self.read("UserRead", selector), "UserRead", "User")

    @property
    def _shown_path(self) -> str:
        return self._connection.base_path + self._path

    def _strange(self, action: str, what: str) -> RequestError:
        problem = f"with Action {action} was answered 200 with {what}"
        return RequestError("POST", self._shown_path, problem, 200, outcome=RemoteError.UNKNOWN)

    def _result(self, action: str, parameters: Parameters, public: bool, repeatable: bool) -> dict[str, t.Any]:
        if public:
            answer, envelope = self._exchange(action, parameters, {}, repeatable)
        elif self._by_session:
            answer, envelope = self._in_session(action, parameters, repeatable)
        else:
            self._login.session()
            answer, envelope = self._exchange(action, parameters, self._basic(), repeatable)
        return self._judged(answer, action, envelope)

    def _in_session(self, action: str, parameters: Parameters, repeatable: bool) -> tuple[Answer, Envelope]:
        """A request whose session is lost was not carried out, so even a write is repeated, once, in a new session."""
        session = self._login.session()
        answer, envelope = self._exchange(action, {"SessionId": session.session_id, **parameters}, {}, repeatable)
        if envelope.session_lost:
            session = self._login.session(instead_of=session)
            answer, envelope = self._exchange(action, {"SessionId": session.session_id, **parameters}, {}, repeatable)
        return answer, envelope

    @staticmethod
    def _judged(answer: Answer, action: str, envelope: Envelope) -> dict[str, t.Any]:
        if not (envelope.valid and envelope.completed):
            raise refusal(answer, action, envelope)
        if envelope.result is None:
            raise no_result(answer, action)
        return envelope.result if isinstance(envelope.result, dict) else {}

    def _log_in(self) -> Session:
        """A session, or with Basic the certainty that the credentials are good: bad ones are not sent once more.

        Nor are those of which nobody knows, when an answer is lost: a few failures lock the account.
        """
        if not self._by_session:
            answer, envelope = self._exchange("UserRead", {}, self._basic(), repeatable=self._logged_in)
            self._judged(answer, "UserRead", envelope)
        else:
            credentials = {"Username": self._connection.username or "", "Password": self._connection.password or ""}
            answer, envelope = self._exchange("SessionCreate", credentials, {}, repeatable=self._logged_in)
            if not (envelope.completed and envelope.established and envelope.session_id):
                raise login_failure(answer, envelope)
        self._logged_in = True
        return Session(envelope.session_id if self._by_session else "", envelope.user_id)

    def _basic(self) -> dict[str, str]:
        pair = f"{self._connection.username or ''}:{self._connection.password or ''}"
        return {"Authorization": "Basic " + base64.b64encode(pair.encode("utf-8")).decode("ascii")}

    def _exchange(
        self, action: str, parameters: Parameters, headers: t.Mapping[str, str], repeatable: bool
    ) -> tuple[Answer, Envelope]:
        """Always POST: with GET, passwords, PINs and the session's id would stand in the URL."""
        output = {"Output": "json"} if self._output == _JSON else {}
        body = form({"Action": action, **output, **parameters})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            "Accept": "application/json" if output else "text/xml",
            **headers,
        }
        try:
            answer = self._http.request("POST", self._path, body, headers, repeatable=repeatable)
        except RequestError as error:
            raise with_action(error, action) from None
        if answer.status != 200:
            raise status_failure(answer, action)
        return answer, read_envelope(answer, action)


def _path_of(connection: Connection) -> str:
    """What follows the address without its last slash, so that the address is used as it was given."""
    if not connection.base_path:
        return "/api"
    return "/" if connection.url.endswith("/") else ""
