# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The listening port: connections and their numbers, and the way from the network to the simulation and back."""

from __future__ import annotations

import asyncio
import itertools
import ssl
import sys
import traceback
from dataclasses import replace

from aiohttp import web
from multidict import CIMultiDict

from . import control
from .effects import Outcome
from .interface import Request, Response
from .simulation import Simulation
from .wire import Delivered, deliver, received

HOST = "127.0.0.1"

#: Idle connections are kept for as long as any test or playbook runs.
_KEEP_ALIVE_S = 24 * 3600
#: Longest request line and longest header field. A twin can refuse earlier, as its server does.
_LONGEST_LINE = 64 * 1024
_BACKLOG = 1024
_SHUTDOWN_S = 0.5


class _NumberedServer(web.Server):
    """Numbers the TCP connections on which clients ask something, from 1."""

    def __init__(self, *args, **kwargs) -> None:  # type: ignore[no-untyped-def]
        super().__init__(*args, **kwargs)
        self._numbers = itertools.count(1)
        self._number_of: dict[web.RequestHandler, int] = {}

    def connection_lost(self, handler: web.RequestHandler, exc: BaseException | None = None) -> None:
        super().connection_lost(handler, exc)
        self._number_of.pop(handler, None)

    def number(self, http: web.BaseRequest) -> int:
        """The number of the connection a request came on; control calls take none."""
        if http.protocol not in self._number_of:
            number = next(self._numbers)
            if http.transport is None:
                return number
            self._number_of[http.protocol] = number
        return self._number_of[http.protocol]


class Listener:
    """Serves a simulation on a port of this machine.

    :param simulation: what answers
    :param latency_s: how long the answer to every request of a client is held back
    :param tls: what the connections are secured with; None for plain HTTP
    """

    def __init__(self, simulation: Simulation, latency_s: float = 0.0, tls: ssl.SSLContext | None = None) -> None:
        self.simulation = simulation
        self._latency_s = latency_s
        self._tls = tls
        self._server: _NumberedServer | None = None
        self._socket: asyncio.Server | None = None

    async def start(self, port: int = 0) -> str:
        """Begin to listen.

        :param port: 0 picks a free one
        :return: the URL
        :raises OSError: if the port cannot be had
        """
        self._server = _NumberedServer(
            self._handle,
            keepalive_timeout=_KEEP_ALIVE_S,
            access_log=None,
            auto_decompress=False,
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
        )
        loop = asyncio.get_running_loop()
        self._socket = await loop.create_server(self._server, HOST, port, ssl=self._tls, backlog=_BACKLOG)
        port = self._socket.sockets[0].getsockname()[1]
        return f"{'https' if self._tls else 'http'}://{HOST}:{port}"

    async def stop(self) -> None:
        """Close the port and all connections."""
        if self._socket is not None and self._server is not None:
            self._socket.close()
            self._server.pre_shutdown()
            await self._server.shutdown(_SHUTDOWN_S)

    async def _handle(self, http: web.BaseRequest) -> Delivered:
        assert self._server is not None
        now = self.simulation.clock.now
        try:
            request = await received(http)
        except ConnectionError:
            return Delivered(keep_alive=False)
        except web.RequestPayloadError as error:
            return await deliver(http, Outcome(_plain(400, f"unreadable body: {error}")), now())
        if control.is_control(request.path):
            return await deliver(http, Outcome(self._controlled(request)), now())
        outcome = self.simulation.answer(replace(request, connection=self._server.number(http)))
        delay_s = outcome.delay_s + self._latency_s
        if delay_s > 0:
            await asyncio.sleep(delay_s)
        return await deliver(http, outcome, now())

    def _controlled(self, request: Request) -> Response:
        try:
            return control.answer(self.simulation, request)
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            return _plain(500, f"defect of the simulator, {request.path}: {type(error).__name__}: {error}")


def _plain(status: int, text: str) -> Response:
    headers = CIMultiDict({"Content-Type": "text/plain; charset=utf-8"})
    return Response(status, f"{text}\n".encode("utf-8", "replace"), headers)
