# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One deadline for a whole exchange, so that a server that drips does not hold a play for ever.

The time-outs of the libraries count anew with every byte that moves. Here each call of the socket, also below TLS,
waits no longer than what is left of the exchange's time.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
import typing as t

from .libraries import requests

#: how much is sent at once; below TLS a larger piece would be several calls of the socket
_PIECE = 16 * 1024

_Adapter: t.Any = requests.adapters.HTTPAdapter if requests is not None else object


class DeadlineAdapter(_Adapter):
    """Sends the requests of one session, one at a time, each with its read time-out as the deadline of all of it."""

    def __init__(self) -> None:
        self._deadline = _Deadline()
        super().__init__()

    def send(self, request: t.Any, **options: t.Any) -> t.Any:
        """Send a request."""
        _connect, seconds = options["timeout"]
        self._deadline.start(seconds)
        return super().send(request, **options)

    def init_poolmanager(self, *args: t.Any, **options: t.Any) -> None:
        """Prepare direct connections."""
        super().init_poolmanager(*args, **options)
        self._bind(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **options: t.Any) -> t.Any:
        """Prepare connections through a proxy."""
        bound = proxy in self.proxy_manager
        manager = super().proxy_manager_for(proxy, **options)
        if not bound:
            self._bind(manager)
        return manager

    def _bind(self, manager: t.Any) -> None:
        classes = manager.pool_classes_by_scheme
        manager.pool_classes_by_scheme = {scheme: _bound(classes[scheme], self._deadline) for scheme in classes}


class _Deadline:
    """When the exchange under way has to be over."""

    def __init__(self) -> None:
        self._end = 0.0

    def start(self, seconds: float) -> None:
        """A new exchange begins."""
        self._end = time.monotonic() + seconds

    def impose(self, sock: t.Any) -> None:
        """Let the next call of the socket wait no longer. :raises socket.timeout: the time is up already."""
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise socket.timeout("timed out")
        sock.settimeout(rest)


class _Reader(io.RawIOBase):
    """What a socket receives until the deadline."""

    def __init__(self, raw: t.Any, sock: t.Any, deadline: _Deadline) -> None:
        self._raw = raw
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: t.Any) -> int | None:
        self._deadline.impose(self._sock)
        return t.cast("int | None", self._raw.readinto(buffer))

    def close(self) -> None:
        self._raw.close()
        super().close()


def _bound(pool_class: t.Any, deadline: _Deadline) -> t.Any:
    """A class of connection pools of ``urllib3`` whose connections keep to the deadline."""

    class Connection(pool_class.ConnectionCls):
        def send(self, data: t.Any) -> None:
            for start in range(0, len(data), _PIECE):
                if self.sock is not None:
                    deadline.impose(self.sock)
                super().send(data[start : start + _PIECE])

        def response_class(self, sock: t.Any, *args: t.Any, **options: t.Any) -> http.client.HTTPResponse:
            """What ``http.client`` makes of the socket: its answer, or that of a proxy."""
            response = http.client.HTTPResponse(sock, *args, **options)
            response.fp = io.BufferedReader(_Reader(response.fp.detach(), sock, deadline))
            return response

    class Pool(pool_class):
        ConnectionCls = Connection

    return Pool
