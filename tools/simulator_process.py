# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator of its own for whoever needs one, stopped by who started it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 5
CALL_TIMEOUT_S = 60

# Fixed in the simulator's seeds.
ADMINISTRATORS = {
    "SIPX_USERNAME": "superadmin",
    "SIPX_PASSWORD": "rehearsal",
    "ONSIP_USERNAME": "admin.example",
    "ONSIP_PASSWORD": "rehearsal",
    "SIPGATE_TOKEN_ID": "token-EXAMPL",
    "SIPGATE_TOKEN": "00000000-0000-4000-8000-000000000000",
    "SIPTHOR_USERNAME": "alice",
    "SIPTHOR_PASSWORD": "rehearsal",
}


class SimulatorError(Exception):
    """The simulator did not start or did not answer as its control interface promises."""


@dataclass
class Simulator:
    """A running simulator and its control calls."""

    url: str
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        # The machine's proxy has no business between here and a loopback address.
        self.session.trust_env = False

    def control(self, method: str, call: str) -> Any:
        response = self.session.request(method, f"{self.url}/_sim/{call}", timeout=CALL_TIMEOUT_S)
        if not response.ok:
            raise SimulatorError(f"{method} /_sim/{call}: {response.status_code} {response.text[:200]}")
        return response.json() if response.content else None

    def state(self) -> Any:
        return self.control("GET", "state")

    def journal(self) -> list[dict[str, Any]]:
        rows = self.control("GET", "requests")
        return rows["requests"] if isinstance(rows, dict) else rows

    def clear_journal(self) -> None:
        self.control("DELETE", "requests")

    def connection_environment(self) -> dict[str, str]:
        """The environment fallbacks of the connection options: this simulator and its administrators."""
        urls = {f"{platform}_URL": self.url for platform in ("SIPX", "ONSIP", "SIPGATE", "SIPTHOR")}
        return {**urls, **ADMINISTRATORS}


@contextmanager
def running_simulator(
    tests: Path,
    *options: str,
    log: Path,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Simulator]:
    """Start the simulator that lies in `tests`, on a free port, and stop it on leaving."""
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator", "--port", "0", *options],
        cwd=tests,
        env={**(environment or os.environ), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=log.open("w"),
        text=True,
        # A group of its own: Ctrl-C must reach first those who still talk to it.
        start_new_session=True,
    )
    try:
        yield Simulator(announced_url(process, log))
    finally:
        stop_group(process)


def announced_url(process: subprocess.Popen[str], log: Path) -> str:
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=read_lines, args=(process, lines), daemon=True).start()
    try:
        while (line := lines.get(timeout=START_TIMEOUT_S)) is not None:
            if line.startswith("ready "):
                return line.split()[1]
    except queue.Empty:
        raise SimulatorError(f"the simulator did not become ready within {START_TIMEOUT_S} s") from None
    raise SimulatorError(f"the simulator did not start:\n{log.read_text()[-4000:]}")


def read_lines(process: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    """Goes on reading after the announcement: a full pipe would stop the simulator."""
    for line in process.stdout or ():
        lines.put(line)
    lines.put(None)


def stop_group(process: subprocess.Popen[str]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            continue
    process.wait()
