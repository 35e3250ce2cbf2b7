# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How requests come off a connection and answers go onto it, to the byte."""

from __future__ import annotations

import socket
import struct
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import HttpVersion11, web
from multidict import CIMultiDict

from .effects import Delivery, Outcome
from .interface import Request, Response

_REASONS = {status.value: status.phrase for status in HTTPStatus}
_FLOOD_BLOCK = 64 * 1024


class Delivered(web.StreamResponse):
    """Tells the HTTP library that the answer is on the wire already, and whether the connection goes on."""

    def __init__(self, keep_alive: bool) -> None:
        super().__init__()
        self._keep_alive = keep_alive

    async def prepare(self, request: web.BaseRequest) -> None:
        """Nothing is left to be written."""

    async def write_eof(self, data: bytes = b"") -> None:
        """Nothing is left to be written."""


async def received(http: web.BaseRequest) -> Request:
    """Read a whole request.

    A client that waits for ``100 Continue`` gets it. Its body is not decompressed. The connection has no number yet.
    """
    if http.version >= HttpVersion11 and http.headers.get("Expect", "").lower() == "100-continue" and http.transport:
        http.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    body = await http.content.read()
    path, query = _target(http.raw_path)
    return Request(
        method=http.method,
        path=path,
        query=query,
        headers=http.headers,
        body=body,
        connection=0,
        base_url=_base_url(http),
    )


def _target(raw: str) -> tuple[str, str]:
    """Path and query of a request target, which proxies send as a whole URL."""
    if not raw.startswith(("/", "*")) and "://" in raw:
        parts = urlsplit(raw)
        return parts.path or "/", parts.query
    path, _mark, query = raw.partition("?")
    return path, query


def _base_url(http: web.BaseRequest) -> str:
    scheme = "https" if http.secure else "http"
    host = http.headers.get("Host")
    if not host and http.transport is not None:
        address, port = http.transport.get_extra_info("sockname")[:2]
        host = f"{address}:{port}"
    return f"{scheme}://{host}"


async def deliver(http: web.BaseRequest, outcome: Outcome, now: float) -> Delivered:
    """Send what became of a request.

    :param now: server time, for the ``Date`` header
    :return: what the HTTP library needs to know
    """
    transport = http.transport
    if transport is None or transport.is_closing():
        return Delivered(keep_alive=False)
    if outcome.response is None or outcome.delivery is Delivery.DROPPED:
        _reset(transport.get_extra_info("socket"))
        transport.abort()
        return Delivered(keep_alive=False)
    try:
        if outcome.delivery is Delivery.FLOODED:
            return await _flood(http, outcome.response, outcome.size, now)
        head, body, keep_alive = _framed(http, outcome.response, now)
        message = head + body
        if outcome.delivery is Delivery.TRUNCATED:
            message, keep_alive = message[: _half(head, body)], False
        transport.write(message)
        await http.writer.drain()
    except ConnectionError:
        return Delivered(keep_alive=False)
    return Delivered(keep_alive)


def _reset(connection: socket.socket) -> None:
    """Have the connection end with RST, as one does whose server died."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def _half(head: bytes, body: bytes) -> int:
    """Where an answer is cut: in the middle of the body, or of the head if there is no body to cut."""
    return len(head) + len(body) // 2 if len(body) > 1 else len(head) // 2


def _framed(http: web.BaseRequest, response: Response, now: float) -> tuple[bytes, bytes, bool]:
    """Head and body as they are sent, and whether the connection can be kept."""
    headers = CIMultiDict(response.headers)
    body = response.body
    bodiless = response.status < 200 or response.status in (204, 304)
    keep_alive = http.keep_alive and headers.get("Connection", "").lower() != "close"
    if headers.get("Transfer-Encoding", "").lower() == "chunked" and http.version >= HttpVersion11:
        body = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if body else b"0\r\n\r\n"
    elif "Content-Length" in headers:
        keep_alive = keep_alive and (headers["Content-Length"] == str(len(body)) or bodiless or http.method == "HEAD")
    elif not bodiless:
        headers.popall("Transfer-Encoding", None)
        headers["Content-Length"] = str(len(body))
    if bodiless or http.method == "HEAD":
        body = b""
    return _head(http, response, headers, keep_alive, now), body, keep_alive


def _head(http: web.BaseRequest, response: Response, headers: CIMultiDict[str], keep_alive: bool, now: float) -> bytes:
    headers.setdefault("Date", formatdate(now, usegmt=True))
    if not keep_alive:
        headers.setdefault("Connection", "close")
    elif http.version < HttpVersion11:
        headers.setdefault("Connection", "keep-alive")
    reason = _REASONS.get(response.status, "") if response.reason is None else response.reason
    lines = [f"HTTP/1.1 {response.status} {reason}", *(f"{name}: {value}" for name, value in headers.items())]
    return b"".join(_line(line) for line in lines) + b"\r\n"


def _line(text: str) -> bytes:
    """One line of a head in Latin-1, which is what the servers send; a line break in it becomes a blank."""
    return text.replace("\r", " ").replace("\n", " ").encode("latin-1", "replace") + b"\r\n"


async def _flood(http: web.BaseRequest, response: Response, size: int, now: float) -> Delivered:
    """Send the body over and over without telling its length, until the size is reached or the client has gone."""
    chunked = http.version >= HttpVersion11
    headers = CIMultiDict(response.headers)
    headers.popall("Content-Length", None)
    if chunked:
        headers["Transfer-Encoding"] = "chunked"
    transport = http.transport
    assert transport is not None
    transport.write(_head(http, response, headers, chunked and http.keep_alive, now))
    filler = response.body or b" "
    block = (filler * (_FLOOD_BLOCK // len(filler) + 1))[:_FLOOD_BLOCK]
    while size > 0 and not transport.is_closing():
        part = block[:size]
        transport.write(b"%x\r\n%b\r\n" % (len(part), part) if chunked else part)
        size -= len(part)
        await http.writer.drain()
    if chunked:
        transport.write(b"0\r\n\r\n")
    return Delivered(keep_alive=chunked and http.keep_alive)
