# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulated server, brought to a known state before each run."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.simulator_process import CALL_TIMEOUT_S, Simulator

from .site import GROUP, site_file
from .ways import SCRIPT

PAGE = 1000
LONG_CALL_S = 10 * CALL_TIMEOUT_S


class Server:
    """A simulator that knows which site it holds.

    :param simulator: the simulator.
    :param folder: of the files with the sites.
    :param environment: for the script that fills it.
    """

    def __init__(self, simulator: Simulator, folder: Path, environment: Mapping[str, str]) -> None:
        self._simulator = simulator
        self._folder = folder
        self._environment = environment
        self._empty: Any = None
        self._full: dict[int, Any] = {}
        self._size: int | None = None
        self.drifted = False

    def empty(self) -> None:
        """A freshly installed server that has the group which the users belong to."""
        self._latency(0)
        if self._empty is None:
            self._post("reset", {"seed": "empty"})
            group = f"<group><name>{GROUP}</name><description/></group>"
            self._simulator.session.put(
                f"{self._simulator.url}/sipxconfig/rest/user-group",
                data=group,
                headers={"Content-Type": "text/xml"},
                auth=("superadmin", "rehearsal"),
                timeout=CALL_TIMEOUT_S,
            ).raise_for_status()
            self._empty = self._simulator.state()
        self._reset(self._empty)
        self._size = None

    def holds(self, size: int) -> None:
        """A server with the site of that size, drifted or not."""
        if self._size == size:
            return
        if size not in self._full:
            self.empty()
            users = site_file(self._folder, size, drifted=False)
            subprocess.run(list(map(str, SCRIPT.command(users))), check=True, env=dict(self._environment))
            self._full[size] = self._simulator.state()
        else:
            self._reset(self._full[size])
        self.became(size, drifted=False)

    def became(self, size: int, drifted: bool) -> None:
        """Take note of what a run has made of it."""
        self._size, self.drifted = size, drifted

    def ready(self, latency_ms: int) -> None:
        """Answer after so many milliseconds, and begin a new journal."""
        self._warm_up()
        self._latency(latency_ms)
        self._simulator.clear_journal()

    def journal(self) -> list[dict[str, Any]]:
        """What was asked since."""
        return self._simulator.journal()

    def _reset(self, state: Any) -> None:
        self._post("reset", {"seed": state})

    def _warm_up(self) -> None:
        """Let the simulator prepare what it lists, which it does at the first look after a change of its whole state.

        Otherwise the first way that looks would pay for all others.
        """
        for start in range(0, self._size or 0, PAGE):
            self._simulator.session.get(
                f"{self._simulator.url}/sipxconfig/api/users",
                params={"start": start, "limit": PAGE},
                auth=("superadmin", "rehearsal"),
                timeout=LONG_CALL_S,
            ).raise_for_status()

    def _latency(self, milliseconds: int) -> None:
        self._simulator.control("DELETE", "faults")
        if milliseconds:
            self._post("faults", [{"match": {"times": 0}, "do": "delay", "ms": milliseconds}])

    def _post(self, call: str, body: Any) -> None:
        url = f"{self._simulator.url}/_sim/{call}"
        self._simulator.session.post(url, json=body, timeout=LONG_CALL_S).raise_for_status()
