# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures case after case until all is done or the time is up."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .measurement import Run, RunError, measured
from .plan import CREATE, DRIFT, Case
from .server import Server
from .site import changes, site_file

#: a case that takes longer is measured once
LONG_S = 20.0


class Bench:
    """
    :param server: what the cases run against.
    :param folder: for files of the sites and logs.
    :param environment: of the programs.
    :param cwd: where they run.
    :param minutes: after which no further case is begun.
    """

    def __init__(self, server: Server, folder: Path, environment: Mapping[str, str], cwd: Path, minutes: float) -> None:
        self._server = server
        self._folder = folder
        self._environment = environment
        self._cwd = cwd
        self._deadline = time.monotonic() + 60 * minutes
        self.failures: list[RunError] = []

    def measure(
        self, cases: Sequence[Case], times: int, progress: Callable[[Case, Run], None]
    ) -> dict[Case, list[Run]]:
        """Several runs a case, all cases once before any is repeated; what fails is kept in ``failures``."""
        runs: dict[Case, list[Run]] = {}
        for turn in range(times):
            for case in cases:
                if turn and (case not in runs or runs[case][0].seconds > LONG_S):
                    continue
                if time.monotonic() > self._deadline:
                    return runs
                try:
                    run = self._run(case)
                except RunError as error:
                    self.failures.append(error)
                else:
                    runs.setdefault(case, []).append(run)
                    progress(case, run)
        return runs

    def _run(self, case: Case) -> Run:
        if case.deed == CREATE:
            self._server.empty()
            drifted, writes = False, case.size
        else:
            self._server.holds(case.size)
            # To a drifted site the plain one is a drift as well.
            drifted = self._server.drifted != (case.deed == DRIFT)
            writes = changes(case.size) if case.deed == DRIFT else 0
        users = site_file(self._folder, case.size, drifted)
        self._server.ready(case.latency_ms)
        log = self._folder / "run.log"
        run = measured(case.way.command(users), self._server, self._environment, self._cwd, log)
        if run.writes != writes:
            raise RunError(f"{case} made {run.writes} writes instead of {writes}\n{log.read_text()[-4000:]}")
        self._server.became(case.size, drifted)
        return run
