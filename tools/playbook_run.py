# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of a playbook against a simulator, with all that can be known about it afterwards."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tools import processes
from tools.layout import CLONE, VENV
from tools.simulator_process import Simulator
from tools.stage import Stage

CALLBACKS = CLONE / "tools" / "callbacks"


@dataclass(frozen=True)
class PlaybookRun:
    """How a run ended, what it sent, and how long it took."""

    exit_code: int
    recap: dict[str, dict[str, int]]
    diffs: list[dict[str, Any]]
    journal: list[dict[str, Any]]
    seconds: float

    @property
    def succeeded(self) -> bool:
        """A run in which no host took part proves nothing."""
        return self.exit_code == 0 and bool(self.recap)

    @property
    def changed(self) -> int:
        return sum(host["changed"] for host in self.recap.values())

    @property
    def writes(self) -> list[dict[str, Any]]:
        """Requests that were meant to change something, whether or not they did."""
        return [row for row in self.journal if row.get("write") or row.get("applied")]


def run_playbook(
    stage: Stage,
    simulator: Simulator,
    playbook: str,
    arguments: Sequence[str],
    *,
    variables: Mapping[str, str] | None = None,
    output: IO[str] | None = None,
) -> PlaybookRun:
    record_path = stage.folder / "run-record.json"
    record_path.unlink(missing_ok=True)
    simulator.clear_journal()
    started = time.monotonic()
    exit_code = processes.run(
        [VENV / "bin" / "ansible-playbook", playbook, *arguments],
        cwd=stage.collection,
        environment={
            **stage.environment(),
            **simulator.connection_environment(),
            "ANSIBLE_CALLBACK_PLUGINS": str(CALLBACKS),
            "ANSIBLE_CALLBACKS_ENABLED": "run_record",
            "RUN_RECORD_PATH": str(record_path),
            **(variables or {}),
        },
        output=output,
    )
    seconds = time.monotonic() - started
    recap, diffs = read_record(record_path)
    return PlaybookRun(exit_code, recap, diffs, simulator.journal(), seconds)


def read_record(path: Path) -> tuple[dict[str, dict[str, int]], list[dict[str, Any]]]:
    try:
        record = json.loads(path.read_text())
    except FileNotFoundError:
        return {}, []
    return record["recap"], record["diffs"]
