# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The only code that touches the network."""

from __future__ import annotations

import contextlib
import math
import os
import re
import socket
import ssl
import threading
import typing as t
from urllib.parse import urljoin, urlsplit

from .._model.errors import CallError, RemoteError
from .answer import Answer, shorten
from .connection import Connection, check_proxy
from .deadline import DeadlineAdapter
from .errors import RequestError
from .libraries import requests, urllib3
from .retry import BUSY, RetryPolicy

#: no listing of a phone system comes near this; whoever sends more is broken or hostile
MAX_ANSWER = 64 * 1024 * 1024

_CHUNK = 64 * 1024
_LONGEST_CONNECT = 10
#: asked for, because it makes listings small; never in layers, which multiply what a few bytes become
_PACKED = ("gzip", "deflate")
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MAX_REDIRECTS = 3


class HttpClient:
    """Sends requests to one server over kept-alive connections, as many as there are requests at once.

    :param connection: where and how.
    :param make_auth: builds the authentication of a session (a ``requests`` auth object), or ``None``.
    :param retry: when safe requests are repeated.
    :param max_answer: largest answer in bytes.
    """

    def __init__(
        self,
        connection: Connection,
        make_auth: t.Callable[[Connection], t.Any] = lambda connection: None,
        retry: RetryPolicy | None = None,
        max_answer: int = MAX_ANSWER,
    ) -> None:
        self._connection = connection
        self._make_auth = make_auth
        self._retry = retry or RetryPolicy()
        self._max_answer = max_answer
        #: sessions that nobody uses, each with a connection that has worked
        self._idle: list[t.Any] = []
        #: how many sessions there are, those in use included, and how many the server allows
        self._sessions = 0
        self._allowed = math.inf
        self._change = threading.Condition()

    def close(self) -> None:
        """Close all connections."""
        with self._change:
            sessions, self._idle = self._idle, []
            self._sessions -= len(sessions)
        for session in sessions:
            session.close()

    def request(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: t.Mapping[str, str] | None = None,
        query: str = "",
        repeatable: bool | None = None,
        files: t.Any = None,
        follow: bool = True,
    ) -> Answer:
        """Send a request and read its answer to the end, whatever its status.

        :param method: ``GET``, ``PUT``…
        :param path: below the connection's address, percent-encoded.
        :param query: percent-encoded, without the question mark; never shown in messages.
        :param repeatable: whether sending it twice does no harm, by default true for GET, HEAD and OPTIONS. What may do
            harm is sent again only if it never reached the server.
        :param files: multipart parts, as ``requests`` takes them.
        :param follow: whether redirects are followed; if not, they are returned like any other answer.
        :raises RequestError: there is no complete answer; its ``outcome`` says what is known of the effect.
        """
        safe = method in ("GET", "HEAD", "OPTIONS")
        repeatable = safe if repeatable is None else repeatable
        url = self._connection.origin + self._connection.base_path + path + ("?" + query if query else "")
        redirects = 0
        tries = self._retry.start()
        while True:
            try:
                answer = self._exchange(method, url, path, body, headers, files)
            except RequestError as error:
                if (repeatable or error.outcome == RemoteError.UNREACHED) and not error.final and tries.again():
                    continue
                raise
            if follow and answer.status in _REDIRECTS and answer.headers.get("location"):
                redirects += 1
                url = self._follow(answer, url, safe, redirects)
            elif not repeatable or answer.status not in BUSY or not tries.again(answer.headers.get("retry-after")):
                return answer

    def _follow(self, answer: Answer, url: str, safe: bool, redirects: int) -> str:
        """The new address, if it is the same server: credentials are never carried anywhere else."""
        try:
            target = urljoin(url, answer.headers["location"])
            parts = urlsplit(target)
        except ValueError:
            raise self._failure(answer, "was redirected to something that is no address", "Check url.") from None
        if (parts.scheme, parts.netloc) != tuple(urlsplit(url)[:2]):
            remedy = "Credentials do not follow redirects. If that is the right server, set url to its address."
            host = parts.netloc.rpartition("@")[2]
            raise self._failure(answer, f"was redirected to {parts.scheme}://{host}", remedy)
        if not safe:
            raise self._failure(answer, f"was redirected to {parts.path}", "A write is not sent twice; check url.")
        if redirects > _MAX_REDIRECTS:
            raise self._failure(answer, "was redirected too often", "Check url.")
        return target

    @staticmethod
    def _failure(answer: Answer, problem: str, remedy: str) -> RequestError:
        return RequestError(answer.method, answer.path, problem, answer.status, remedy=remedy)

    def _exchange(
        self,
        method: str,
        url: str,
        path: str,
        body: bytes | None,
        headers: t.Mapping[str, str] | None,
        files: t.Any,
    ) -> Answer:
        shown = self._connection.base_path + path
        connect = min(_LONGEST_CONNECT, self._connection.timeout)
        try:
            with self._session() as session:
                response = session.request(
                    method,
                    url,
                    data=body,
                    headers=dict(headers or {}),
                    files=files,
                    timeout=(connect, self._connection.timeout),
                    allow_redirects=False,
                    stream=True,
                )
                with response:
                    content = self._read(response, method, shown)
        except requests.exceptions.RequestException as error:
            raise self._explain(error, method, shown) from None
        except urllib3.exceptions.ReadTimeoutError:
            raise self._too_slow(method, shown) from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise RequestError(method, shown, f"was cut off: {_cause(error)}", outcome=RemoteError.UNKNOWN) from None
        named = {name.lower(): value for name, value in response.headers.items()}
        return Answer(method, shown, response.status_code, response.reason or "", named, content)

    def _read(self, response: t.Any, method: str, shown: str) -> bytes:
        """The body, unpacked and bounded in size."""
        encoding = response.headers.get("Content-Encoding", "").strip().lower()
        if encoding not in ("", "identity", *_PACKED):
            problem = f"was answered in an encoding that was not asked for ({shorten(encoding, 40)})"
            raise RequestError(method, shown, problem, response.status_code, outcome=RemoteError.UNKNOWN, final=True)
        parts: list[bytes] = []
        size = 0
        while True:
            part = response.raw.read(_CHUNK, decode_content=True)
            if not part:
                break
            parts.append(part)
            size += len(part)
            if size > self._max_answer:
                problem = f"sent an answer of more than {self._max_answer} bytes"
                raise RequestError(
                    method, shown, problem, response.status_code, outcome=RemoteError.UNKNOWN, final=True
                )
        expected = response.headers.get("Content-Length", "")
        received = response.raw.tell()
        if method != "HEAD" and expected.isdigit() and received < int(expected):
            problem = f"was answered with {received} of {expected} bytes"
            raise RequestError(method, shown, problem, response.status_code, outcome=RemoteError.UNKNOWN)
        return b"".join(parts)

    def _too_slow(self, method: str, shown: str) -> RequestError:
        problem = f"was not answered completely within {self._connection.timeout} seconds"
        return RequestError(method, shown, problem, remedy="Raise timeout.", outcome=RemoteError.UNKNOWN, pending=True)

    @contextlib.contextmanager
    def _session(self) -> t.Iterator[t.Any]:
        """A session that nobody else uses meanwhile.

        Not one a thread: the threads of a finished pool would leave their connections behind, and a server that
        allows only a few would refuse the next ones. Once it has turned one away, there are never more than it let in.
        """
        with self._change:
            self._change.wait_for(lambda: self._idle or self._sessions < self._allowed)
            session = self._idle.pop() if self._idle else None
            self._sessions += session is None
        works = session is not None
        turned_away = False
        try:
            session = session or self._new_session()
            yield session
            works = True
        except requests.exceptions.RequestException as error:
            turned_away = _turned_away(error)
            raise
        finally:
            with self._change:
                if works:
                    self._idle.append(session)
                else:
                    self._sessions -= 1
                    if turned_away and self._sessions:
                        self._allowed = self._sessions
                self._change.notify_all()
            if not works and session is not None:
                session.close()

    def _new_session(self) -> t.Any:
        connection = self._connection
        session: t.Any = requests.Session()
        # The environment may name a proxy and a CA bundle, but a .netrc file must never add credentials.
        session.trust_env = False
        # Asked not to follow a redirect, requests would still look where it leads, and read its body without a limit.
        session.get_redirect_target = lambda response: None
        session.headers["Accept-Encoding"] = ", ".join(_PACKED)
        for scheme in ("http://", "https://"):
            session.mount(scheme, DeadlineAdapter())
        session.auth = self._make_auth(connection)
        session.proxies = _proxies(connection)
        session.verify = _verify(connection)
        if connection.client_cert:
            pair = (connection.client_cert, connection.client_key)
            session.cert = pair if connection.client_key else connection.client_cert
            for name in filter(None, pair):
                _must_exist(name, "client_cert or client_key")
        session.cookies.set_policy(_NoCookies())
        if not connection.validate_certs:
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        return session

    def _explain(self, error: t.Any, method: str, shown: str) -> RequestError:
        """A connection problem in words, with what is known of the request's effect."""
        known = requests.exceptions
        host = self._connection.origin
        cause = _cause(error)
        unreached, unknown = RemoteError.UNREACHED, RemoteError.UNKNOWN
        if isinstance(error, known.SSLError) and re.search("certificate verify failed|doesn't match", cause, re.I):
            return RequestError(
                method,
                shown,
                f"failed: the certificate of {host} is not accepted: {cause}",
                remedy="Set ca_path to the CA that signed it, or correct the host name in url. "
                "validate_certs=false turns the check off and is unsafe.",
                outcome=unreached,
                final=True,
            )
        if isinstance(error, known.SSLError):
            problem = f"failed: there is no TLS connection with {host}: {cause}"
            remedy = "Check the port in url, and the files of ca_path, client_cert and client_key."
            return RequestError(method, shown, problem, remedy=remedy, outcome=unknown, final=True)
        if isinstance(error, ValueError):
            # Not the reason: it may quote the address of a proxy with its password.
            problem, remedy = f"cannot be sent ({type(error).__name__})", "Check url and proxy."
            return RequestError(method, shown, problem, remedy=remedy, outcome=unreached, final=True)
        if isinstance(error, known.ProxyError):
            return RequestError(method, shown, f"failed at the proxy: {cause}", outcome=unknown)
        if isinstance(error, known.ConnectTimeout):
            problem = f"failed: {host} did not accept a connection in time"
            return RequestError(method, shown, problem, remedy="Check url and the network.", outcome=unreached)
        if isinstance(error, known.ReadTimeout) or isinstance(_innermost(error), socket.timeout):
            problem = f"was not answered within {self._connection.timeout} seconds"
            return RequestError(method, shown, problem, remedy="Raise timeout.", outcome=unknown, pending=True)
        if isinstance(error, known.ConnectionError) and _never_connected(error):
            problem = f"failed: cannot connect to {host}: {cause}"
            return RequestError(method, shown, problem, remedy="Check url and the network.", outcome=unreached)
        return RequestError(method, shown, f"was cut off: {cause}", outcome=unknown)


class _NoCookies:
    """A cookie would log a later request in as whoever came first on this connection."""

    rfc2965 = False
    netscape = True
    hide_cookie2 = False

    def set_ok(self, cookie: t.Any, request: t.Any) -> bool:
        return False

    def return_ok(self, cookie: t.Any, request: t.Any) -> bool:
        return False

    def domain_return_ok(self, domain: str, request: t.Any) -> bool:
        return False

    def path_return_ok(self, path: str, request: t.Any) -> bool:
        return False


def _proxies(connection: Connection) -> dict[str, str]:
    if connection.proxy:
        return {"http": connection.proxy, "https": connection.proxy}
    proxies: dict[str, str] = requests.utils.get_environ_proxies(connection.origin)
    chosen = requests.utils.select_proxy(connection.origin, proxies)
    if chosen:
        check_proxy(chosen, "the proxy of the environment")
    return proxies


def _verify(connection: Connection) -> bool | str:
    if not connection.validate_certs:
        return False
    if connection.ca_path:
        _must_exist(connection.ca_path, "ca_path")
        return connection.ca_path
    return os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or True


def _must_exist(name: str, option: str) -> None:
    if not os.path.exists(name):
        raise CallError(f"{option}: there is no file {name} on the host where the module runs")


def _never_connected(error: t.Any) -> bool:
    """Whether the connection could not even be made, so that nothing was sent."""
    reason = error.args[0] if error.args else None
    reason = getattr(reason, "reason", reason)
    return isinstance(reason, (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError))


def _turned_away(error: BaseException | None) -> bool:
    """Whether the server, with nothing answered yet, refused, dropped or left alone the connection, not the request.

    One that was left alone may have met a slow request, but the others are likely to wait behind those that are served.
    """
    ends = (ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError, socket.timeout)
    while error is not None and not isinstance(error, ends):
        error = error.__cause__ or error.__context__
    return error is not None


def _innermost(error: t.Any) -> t.Any:
    """The reason behind all wrappers."""
    while True:
        inner = getattr(error, "reason", None)
        if not isinstance(inner, BaseException):
            inner = next((part for part in getattr(error, "args", ()) if isinstance(part, BaseException)), None)
        if inner is None:
            return error
        error = inner


def _cause(error: t.Any) -> str:
    """The innermost reason, without the object addresses and addresses of requests in its wrappers."""
    error = _innermost(error)
    text = str(error)
    return shorten(text.split(">: ", 1)[-1].split("object at 0x", 1)[0]) if text else type(error).__name__
