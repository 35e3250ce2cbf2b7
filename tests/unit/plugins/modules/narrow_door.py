# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A way to a server that lets only a few connections through at once."""

from __future__ import annotations

import contextlib
import socket
import threading


class NarrowDoor:
    """Passes bytes on to a server.

    :param port: of the server on this machine.
    :param limit: how many connections there may be at once.
    :param queue: let the others wait, as a server does that accepts no more; otherwise they are closed at once.
    """

    def __init__(self, port: int, limit: int, queue: bool = False) -> None:
        self.most = 0
        self.turned_away = 0
        self._target = ("127.0.0.1", port)
        self._limit = limit
        self._queue = queue
        self._free = threading.Semaphore(limit)
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> NarrowDoor:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_exception: object) -> None:
        with self._lock:
            doomed = [self._listener, *self._open]
        for one in doomed:
            hang_up(one)
        self._free.release()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                if self._queue:
                    self._free.acquire()
                client, _address = self._listener.accept()
                if self._queue or self._free.acquire(blocking=False):
                    threading.Thread(target=self._serve, args=(client,), daemon=True).start()
                else:
                    self.turned_away += 1
                    client.close()

    def _serve(self, client: socket.socket) -> None:
        server = socket.create_connection(self._target)
        with self._lock:
            self._open |= {client, server}
            self.most = max(self.most, len(self._open) // 2)
        back = threading.Thread(target=pass_on, args=(server, client), daemon=True)
        back.start()
        pass_on(client, server)
        back.join()
        with self._lock:
            self._open -= {client, server}
        client.close()
        server.close()
        self._free.release()


def pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    hang_up(target)


def hang_up(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
