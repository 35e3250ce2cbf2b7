# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Talking to SIP Thor's account API: ``settings.phtml?action=…``, one account a login.

The page does not look at the HTTP method, so every GET can write. Here reads are GET and writes are POST: caches,
proxies and HTTP libraries may repeat the one, but not the other, and what stands in a body is in no log.
"""

from __future__ import annotations

import typing as t
from dataclasses import replace
from urllib.parse import quote, urlencode

from .._http.answer import Answer
from .._http.client import HttpClient
from .._http.connection import Connection
from .._http.errors import RequestError
from .._model.errors import ItemError
from .answers import Result, read_value, sentence_in, write_result
from .digest import Challenge, Login, Nonces, authorization, parse_challenge
from .failures import NOT_THE_PAGE, failure_of, naming, refused_login

PAGE = "/settings.phtml"

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
#: characters that would end a quoted text in the Authorization header, or the header itself
_UNQUOTABLE = frozenset('"\\\r\n\0')


class SipThorClient:
    """Access to one server, as any of its accounts.

    :param connection: its address may be that of the settings page itself, whatever it is called there.
    :param domain: SIP domain of user names that come without one.
    """

    def __init__(self, connection: Connection, domain: str | None = None, http: HttpClient | None = None) -> None:
        self._connection = connection
        self._domain = domain
        self._http = http or HttpClient(connection)
        self._nonces = Nonces()
        self._path = "" if connection.base_path.endswith(".phtml") else PAGE

    def close(self) -> None:
        """Close the connections; there is no session to log out of."""
        self._http.close()

    def account(self, username: str | None = None, password: str | None = None) -> AccountApi:
        """One account's access.

        :param username: its address, or the local part of it; by default the connection's.
        :param password: by default the connection's.
        :raises ItemError: something is missing.
        """
        username = username or self._connection.username
        password = password or self._connection.password
        if not username:
            raise ItemError("username is required: the SIP address of the account, or the part before the @ and domain")
        user, domain = split_address(username, self._domain)
        if not password:
            raise ItemError("password is required: the SIP password of the account")
        return AccountApi(self, Login(user, domain, password))

    def address_of(self, username: str) -> str:
        """The SIP address that a user name stands for. :raises ItemError: it has no domain."""
        return "@".join(split_address(username, self._domain))

    def call(
        self,
        login: Login,
        method: str,
        action: str,
        query: t.Mapping[str, str],
        form: t.Mapping[str, str] | None = None,
    ) -> Answer:
        """One action.

        It is sent again when the server says that the nonce was too old, which it finds before it does anything.
        """
        # The realm decides which password hash the server compares with; it stands in the query of each request.
        target = _encoded({"action": action, "realm": login.domain, **query})
        body = None if form is None else _encoded(form).encode("ascii")
        try:
            answer = self._logged_in(login, method, target, body)
        except RequestError as error:
            raise naming(action, error) from None
        answer = replace(answer, path=f"{answer.path} ({action})")
        if answer.status == 401:
            raise refused_login(answer, login.address)
        return answer

    def _logged_in(self, login: Login, method: str, query: str, body: bytes | None) -> Answer:
        challenge = self._nonces.current(login.domain, lambda: self._ask(login))
        answer = self._send(login, challenge, method, query, body)
        fresh = parse_challenge(answer.headers.get("www-authenticate", "")) if answer.status == 401 else None
        if fresh is not None and fresh.stale:
            self._nonces.renew(login.domain, challenge, fresh)
            answer = self._send(login, fresh, method, query, body)
        return answer

    def _send(
        self,
        login: Login,
        challenge: Challenge,
        method: str,
        query: str,
        body: bytes | None,
    ) -> Answer:
        uri = f"{self._connection.base_path}{self._path}?{query}"
        headers = {
            "Authorization": authorization(login, challenge, method, uri, self._nonces.count()),
            "Cache-Control": "no-cache",
            **(_FORM if body is not None else {}),
        }
        return self._http.request(method, self._path, body, headers, query)

    def _ask(self, login: Login) -> Challenge:
        """A challenge, from a request that names no action and holds nothing secret."""
        query = _encoded({"realm": login.domain})
        answer = self._http.request("GET", self._path, None, {"Cache-Control": "no-cache"}, query)
        if answer.status != 401:
            problem = f"was answered {answer.status} instead of a challenge to log in"
            raise failure_of(answer, sentence_in(answer.text), problem, remedy=NOT_THE_PAGE)
        challenge = parse_challenge(answer.headers.get("www-authenticate", ""))
        if challenge is None or challenge.realm != login.domain:
            problem = f"was answered 401 without a Digest challenge for {login.domain}"
            raise failure_of(answer, problem=problem, remedy=NOT_THE_PAGE)
        return challenge


class AccountApi:
    """The actions of one account. Calls of one account must not overlap: the server reads, modifies and writes.

    :param client: of the server.
    :param login: of the account.
    """

    def __init__(self, client: SipThorClient, login: Login) -> None:
        self._client = client
        self._login = login
        self._identity: dict[str, t.Any] | None = None

    @property
    def address(self) -> str:
        """The account's SIP address."""
        return self._login.address

    @property
    def domain(self) -> str:
        """The account's own domain."""
        return self._login.domain

    def read(self, action: str, **parameters: t.Any) -> t.Any:
        """The JSON value of a read action. :raises RequestError: the read failed."""
        query = {name: str(value) for name, value in parameters.items() if value is not None}
        return read_value(self._client.call(self._login, "GET", action, query))

    def write(self, action: str, **parameters: str) -> Result:
        """Run an action that changes something. :raises RequestError: it was refused, or its outcome is unknown."""
        return write_result(self._client.call(self._login, "POST", action, {}, parameters))

    def read_map(self, action: str, *needed: str) -> dict[str, t.Any]:
        """A read whose value is an object; ``null`` is an empty one.

        :param needed: keys that every such object has.
        """
        value = t.cast("dict[str, t.Any]", self._typed(action, self.read(action), dict))
        missing = [name for name in needed if name not in value]
        if missing:
            problem = "was answered with an object without {}".format(", ".join(missing))
            raise failure_of(Answer("GET", f"{PAGE} ({action})", 200), problem=problem)
        return value

    def read_list(self, action: str) -> list[t.Any]:
        """A read whose value is a list; some actions say ``null`` for an empty one."""
        return t.cast("list[t.Any]", self._typed(action, self.read(action), list))

    def identity(self) -> dict[str, t.Any]:
        """``get_identity``, read once."""
        if self._identity is None:
            self._identity = self.read_map("get_identity", "sip_address")
        return self._identity

    @staticmethod
    def _typed(action: str, value: t.Any, kind: type) -> t.Any:
        if value is None:
            return kind()
        if not isinstance(value, kind):
            wanted = "an object" if kind is dict else "a list"
            problem = f"was answered with a {type(value).__name__} where {wanted} is expected"
            raise failure_of(Answer("GET", f"{PAGE} ({action})", 200), problem=problem)
        return value


def split_address(username: str, domain: str | None) -> tuple[str, str]:
    """Local part and domain. :raises ItemError: there is no domain, or it cannot be a user name."""
    user, at, own = username.strip().rpartition("@")
    if not at:
        user, own = own, (domain or "").strip()
    if not own:
        raise ItemError(f"username {username} has no domain: write name@domain, or set domain")
    if not user or "@" in user or _UNQUOTABLE & set(user + own):
        raise ItemError(f"username {username!r} is not a SIP address")
    return user, own


def _encoded(parameters: t.Mapping[str, str]) -> str:
    """Percent-encoded; the server takes a bare plus for a blank."""
    return urlencode(parameters, quote_via=quote, safe="")
