# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of checks that are all carried out, whatever the first ones say."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools import processes
from tools.reporting import counts, heading


@dataclass
class Checks:
    """Runs checks and remembers how they ended."""

    results: dict[str, str] = field(default_factory=dict)

    def command(
        self, name: str, command: Sequence[str | Path], cwd: Path, environment: Mapping[str, str] | None = None
    ) -> bool:
        """A program that has to exit with 0."""
        return self.check(name, lambda: exit_code_problem(processes.run(command, cwd=cwd, environment=environment)))

    def check(self, name: str, find_problems: Callable[[], list[str]]) -> bool:
        """A function that returns what is wrong."""
        heading(name)
        started = time.monotonic()
        problems = find_problems()
        for problem in problems:
            print(f"ERROR: {problem}", flush=True)
        self.results[name] = "FAILED" if problems else "ok"
        print(f"{self.results[name]} ({time.monotonic() - started:.1f} s)", flush=True)
        return not problems

    def skip(self, name: str, reason: str) -> None:
        heading(name)
        print(f"left out: {reason}", flush=True)
        self.results[name] = "left out"

    def finish(self) -> int:
        heading("results")
        for name, result in self.results.items():
            print(f"{result:<9} {name}")
        outcomes = list(self.results.values())
        failed = outcomes.count("FAILED")
        print(counts(outcomes.count("ok"), failed, outcomes.count("left out")), flush=True)
        return 1 if failed else 0


def exit_code_problem(exit_code: int) -> list[str]:
    return [f"exit code {exit_code}"] if exit_code else []
