# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An HTTP server on 127.0.0.1 that answers to the byte as a test tells it to, however badly."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
import typing as t
from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    """A request as it arrived."""

    method: str
    target: str
    headers: t.Mapping[str, str]
    body: bytes
    connection: int

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


#: sends an answer, or does something worse; true when the connection stays open
Deed = t.Callable[[socket.socket], bool]


def reply(
    status: int = 200, body: bytes | str = b"fine", headers: t.Iterable[tuple[str, str]] = (), length: int | None = None
) -> Deed:
    """A complete answer, unless ``length`` promises more than there is."""
    content = body.encode() if isinstance(body, str) else body
    size = len(content) if length is None else length
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {size}", *(f"{n}: {v}" for n, v in headers)]
    return raw("\r\n".join([*lines, "", ""]).encode() + content, close=length is not None)


def raw(data: bytes, close: bool = False) -> Deed:
    """These bytes."""

    def send(connection: socket.socket) -> bool:
        connection.sendall(data)
        return not close

    return send


def drip(parts: t.Iterable[bytes], pause: float) -> Deed:
    """These parts, one after the other with pauses."""

    def send(connection: socket.socket) -> bool:
        for part in parts:
            connection.sendall(part)
            time.sleep(pause)
        return False

    return send


def hang_up(connection: socket.socket) -> bool:
    """End the connection in an orderly way, without an answer."""
    return False


def reset(connection: socket.socket) -> bool:
    """Break the connection off, without an answer."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def silence(seconds: float) -> Deed:
    """No answer for a while, then none at all."""

    def wait(connection: socket.socket) -> bool:
        time.sleep(seconds)
        return False

    return wait


class LoopbackServer:
    """The server; it runs from the beginning to the end of its ``with`` block.

    :param context: makes it speak TLS.
    :param limit: how many connections it bears at once; it breaks off any further one.
    """

    def __init__(
        self, context: ssl.SSLContext | None = None, host: str = "127.0.0.1", limit: int | None = None
    ) -> None:
        self.seen: list[Seen] = []
        self.connections = 0
        self.turned_away = 0
        self._answers: list[Deed] = []
        self._always: Deed = reply()
        self._context = context
        self._limit = limit
        self._alive = 0
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._listener = socket.create_server((host, 0), backlog=50)
        self.port = self._listener.getsockname()[1]
        scheme = "https" if context else "http"
        self.url = f"{scheme}://{host}:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> LoopbackServer:
        return self

    def __exit__(self, *_exception: object) -> None:
        with self._lock:
            doomed = [self._listener, *self._open]
        for one in doomed:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def answers(self, *answers: Deed, then: Deed | None = None) -> None:
        """Give these answers to the next requests, and ``then`` to all later ones."""
        self._answers = list(answers)
        self._always = then or reply()

    @property
    def lines(self) -> list[str]:
        """Method and path of all requests, in order."""
        return [f"{seen.method} {seen.path}" for seen in self.seen]

    def _accept(self) -> None:
        while True:
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self._limit is not None and self._alive >= self._limit:
                    self.turned_away += 1
                    reset(connection)
                    connection.close()
                    continue
                self._alive += 1
                self.connections += 1
                number = self.connections
                self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection, number), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        stream: t.Any = contextlib.nullcontext()
        with contextlib.suppress(OSError, ValueError):
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.append(connection)
            stream = connection.makefile("rb")
            while seen := self._read(stream, number):
                with self._lock:
                    self.seen.append(seen)
                    answer = self._answers.pop(0) if self._answers else self._always
                if not answer(connection):
                    break
        # As long as the stream is open, so is the connection.
        with contextlib.suppress(OSError), stream:
            pass
        with self._lock:
            self._alive -= 1
        connection.close()

    @staticmethod
    def _read(stream: t.Any, number: int) -> Seen | None:
        line = stream.readline().decode("latin-1").split()
        if len(line) != 3 or not line[2].startswith("HTTP/"):
            return None
        headers: dict[str, str] = {}
        while (header := stream.readline().strip().decode("latin-1")) != "":
            name, _colon, value = header.partition(":")
            headers[name.lower()] = value.strip()
        body = stream.read(int(headers.get("content-length", 0)))
        return Seen(line[0], line[1], headers, body, number)


def unused_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
