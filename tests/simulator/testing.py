# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator for the length of a test: in a thread of the same process, or as a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import ssl
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .core.interface import Clock, Twin
from .core.listener import Listener
from .core.registry import load_twins
from .core.simulation import Simulation

_TESTS_FOLDER = Path(__file__).resolve().parent.parent
_START_S = 30
_STOP_S = 10


class ControlCallError(AssertionError):
    """A control call was refused; the message is the simulator's own."""


class RunningSimulator:
    """The control calls of a simulator that listens.

    :param url: where it listens
    :param files: with TLS: ``ca`` and, where the server asks for one, ``client_cert`` and ``client_key``
    """

    def __init__(self, url: str, files: Mapping[str, str] | None = None) -> None:
        self.url = url
        self.files = dict(files or {})
        handlers: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({})]
        if self.files:
            handlers.append(urllib.request.HTTPSHandler(context=self._unverified()))
        self._opener = urllib.request.build_opener(*handlers)

    def _unverified(self) -> ssl.SSLContext:
        """The control calls have to get through whatever is wrong with the server's certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        if "client_cert" in self.files:
            context.load_cert_chain(self.files["client_cert"], self.files["client_key"])
        return context

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """One control call.

        :param path: below ``/_sim/``
        :param body: what is sent as JSON; None for no body
        :return: the decoded answer
        :raises ControlCallError: if it is refused
        """
        data = None if body is None else json.dumps(body).encode()
        headers = {} if data is None else {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.url}/_sim/{path}", data, headers, method=method)
        try:
            with self._opener.open(request, timeout=_START_S) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                raise ControlCallError(f"{error.code} {error.read().decode()}") from None

    def reset(self, seed: Any = "empty") -> None:
        """Back to a seed: a name, or what ``state`` returned."""
        self.call("POST", "reset", {"seed": seed})

    def state(self, platform: str | None = None) -> Any:
        """The whole state by platform; of one platform, that platform's own part."""
        if platform is None:
            return self.call("GET", "state")
        return self.call("GET", f"state?platform={platform}")[platform]

    def requests(self, platform: str | None = None) -> list[dict[str, Any]]:
        """The journal, or one platform's rows of it."""
        rows: list[dict[str, Any]] = self.call("GET", f"requests?platform={platform}" if platform else "requests")
        return rows

    def forget_requests(self) -> None:
        self.call("DELETE", "requests")

    def faults(self, *faults: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Append faults; all of them since the last clearing, with how often they were ``seen`` and ``fired``."""
        script: list[dict[str, Any]] = self.call("POST", "faults", list(faults))
        return script

    def clear_faults(self) -> None:
        self.call("DELETE", "faults")

    def configure(self, **knobs: Mapping[str, Any]) -> Any:
        """Set knobs, e.g. ``configure(sipx={"edition": "commercial"})``; all knobs of all platforms."""
        return self.call("POST", "config", knobs)

    def advance(self, seconds: float) -> None:
        """Let server time pass."""
        self.call("POST", "clock", {"advance_s": seconds})


@contextlib.contextmanager
def simulator_thread(
    seed: Any = "empty",
    scale: Mapping[str, int] | None = None,
    make_twins: Callable[[Clock], Sequence[Twin]] = load_twins,
    latency_ms: float = 0.0,
) -> Iterator[RunningSimulator]:
    """A simulator in a thread of this process, on a free port.

    :param seed: what the servers start from
    :param scale: e.g. ``{"users": 1000}``
    :param make_twins: makes the platforms; all there are by default
    :param latency_ms: how long every answer is held back
    """
    simulation = Simulation(seed, scale, make_twins)
    listener = Listener(simulation, latency_ms / 1000)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="simulator", daemon=True)
    thread.start()

    def run(work: Any, timeout: float) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(timeout)

    try:
        yield RunningSimulator(run(listener.start(), _START_S))
    finally:
        run(listener.stop(), _STOP_S)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(_STOP_S)
        loop.close()


@contextlib.contextmanager
def simulator_process(*arguments: str) -> Iterator[RunningSimulator]:
    """A simulator as a process of its own, on a free port.

    :param arguments: of the command line, such as ``--tls``, ``valid``, without ``--port``
    """
    environment = {**os.environ, "PYTHONPATH": str(_TESTS_FOLDER)}
    command = [sys.executable, "-m", "simulator", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout is not None
            ready, *words = process.stdout.readline().split() or [""]
            if ready != "ready":
                raise RuntimeError(f"the simulator did not start: {' '.join(command)}")
            url, *files = words
            yield RunningSimulator(url, dict(file.split("=", 1) for file in files))
        finally:
            process.terminate()
            try:
                process.wait(_STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
