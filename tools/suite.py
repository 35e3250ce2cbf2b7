# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything: `python -m tools.suite [STEP ...]`.

Each step is a process of its own, and as many run at a time as there are cores.

A step's output goes to a file and is shown when the step ends: all of it after a failure and in CI, else its end.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tools import processes
from tools.closing_lines import closing_line, skip_reason, something_ran
from tools.layout import CLONE, VENV_PYTHON, workspace
from tools.processes import supervised
from tools.reporting import counts, heading

POLL_S = 0.2
LAST_LINES = 12
# A step ends its own programs first, and those have their own grace.
GRACE_S = 3 * processes.GRACE_S
IN_CI = bool(os.environ.get("CI"))


@dataclass(frozen=True)
class Step:
    """A part of the suite, and how many cores it keeps busy."""

    name: str
    arguments: tuple[str, ...]
    cores: int = 1

    @property
    def command(self) -> list[str]:
        return [str(VENV_PYTHON), "-m", *self.arguments]


# The wide one first: behind the others it would wait for the longest of them with one core idle. Then the longest.
STEPS = (
    Step("integration", ("tools.integration",), cores=2),
    Step("playbooks", ("tools.pytest_folder", "tests/playbooks")),
    Step("sanity", ("tools.sanity",)),
    Step("cores", ("tools.cores",)),
    Step("units", ("tools.units",)),
    Step("lint", ("tools.lint",)),
    Step("docs", ("tools.docs",)),
    # Files of one name lie in several folders.
    Step("twins", ("tools.pytest_folder", "tests/twins", "--import-mode=importlib")),
    Step("build", ("tools.build",)),
    Step("tools", ("tools.pytest_folder", "tests/tools")),
)


@dataclass
class Run:
    """A step under way, or ended."""

    step: Step
    log: Path
    process: subprocess.Popen[str]
    started: float = field(default_factory=time.monotonic)
    seconds: float = 0.0
    result: str = ""
    detail: str = ""

    def finish(self) -> None:
        self.seconds = time.monotonic() - self.started
        output = self.log.read_text(errors="replace")
        reason = skip_reason(output)
        closing = closing_line(output)
        if self.process.returncode:
            self.result = "FAILED"
            self.detail = ", ".join(filter(None, [f"exit code {self.process.returncode}", closing]))
        elif reason is not None:
            self.result, self.detail = "skipped", reason
        elif not something_ran(closing):
            self.result, self.detail = "FAILED", "it ended well, but nothing ran"
        else:
            self.result, self.detail = "passed", closing or ""
        self.show(output)

    def show(self, output: str) -> None:
        heading(f"{self.step.name}: {self.result} after {self.seconds:.0f} s")
        lines = output.splitlines()
        if self.result != "FAILED" and not IN_CI and len(lines) > LAST_LINES:
            print(f"... all of it is in {self.log}")
            lines = lines[-LAST_LINES:]
        print("\n".join(lines), flush=True)


def main(names: list[str]) -> int:
    steps = [step for step in STEPS if not names or step.name in names]
    unknown = set(names) - {step.name for step in STEPS}
    if unknown:
        print(f"there is no step {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    started = time.monotonic()
    with supervised(GRACE_S):
        runs = run_all(steps)
    return summarize(runs, time.monotonic() - started)


def run_all(steps: Sequence[Step]) -> list[Run]:
    logs = new_log_folder()
    waiting = list(steps)
    running: list[Run] = []
    ended: list[Run] = []
    while waiting or running:
        while step := next_step(waiting, running):
            waiting.remove(step)
            running.append(begin(step, logs / f"{step.name}.log"))
        for run in [run for run in running if run.process.poll() is not None]:
            running.remove(run)
            run.finish()
            ended.append(run)
        time.sleep(POLL_S)
    return sorted(ended, key=lambda run: steps.index(run.step))


def new_log_folder() -> Path:
    """The logs of earlier runs make room; those of a run at the same time stay."""
    for old in workspace().glob("suite-*"):
        if not psutil.pid_exists(int(old.name.removeprefix("suite-"))):
            shutil.rmtree(old, ignore_errors=True)
    folder = workspace() / f"suite-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    return folder


def next_step(waiting: Sequence[Step], running: Sequence[Run]) -> Step | None:
    """The first step that fits on the free cores; a step wider than the machine gets all of it."""
    machine = os.cpu_count() or 1
    free = machine - sum(min(run.step.cores, machine) for run in running)
    return next((step for step in waiting if min(step.cores, machine) <= free), None)


def begin(step: Step, log: Path) -> Run:
    print(f"{step.name} ...", flush=True)
    with log.open("w") as output:
        return Run(step, log, processes.start(step.command, cwd=CLONE, output=output))


def summarize(runs: Sequence[Run], seconds: float) -> int:
    heading(f"Summary, {seconds:.0f} s")
    for run in runs:
        print(f"{run.result:<8} {run.step.name:<12} {run.seconds:>5.0f} s  {run.detail}")
    results = [run.result for run in runs]
    print(counts(results.count("passed"), results.count("FAILED"), results.count("skipped")), flush=True)
    return 1 if "FAILED" in results else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
