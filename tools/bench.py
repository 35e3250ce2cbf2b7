# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the playbooks of tests/bench against a large simulator: `python -m tools.bench [SCALE]`.

Each playbook runs twice from the same seed: the first run has everything to do, the second one nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.layout import CLONE
from tools.playbook_run import PlaybookRun, run_playbook
from tools.processes import supervised
from tools.reporting import counts, heading, skip
from tools.simulator_process import running_simulator
from tools.stage import Stage, staged

BENCH = Path("tests") / "bench"
DEFAULT_SCALE = "users=1000"


def main(scale: str) -> int:
    playbooks = sorted((CLONE / BENCH).glob("*.yml"))
    if not playbooks:
        return skip(f"no playbooks in {BENCH}")
    with supervised(), staged() as stage:
        runs = {playbook.name: time_playbook(stage, scale, playbook.name) for playbook in playbooks}
    heading(f"simulator with {scale}")
    print(f"{'':<30}{'seconds':>10}{'requests':>10}{'writes':>10}{'connections':>13}")
    for name, (first, second) in runs.items():
        print_run(name, first)
        print_run("  again", second)
    failed = [name for name, pair in runs.items() if not all(run.succeeded for run in pair)]
    print(counts(len(runs) - len(failed), len(failed)))
    return 1 if failed else 0


def time_playbook(stage: Stage, scale: str, name: str) -> tuple[PlaybookRun, PlaybookRun]:
    log = stage.log(f"bench-{name}")
    with (
        running_simulator(
            stage.collection / "tests",
            "--scale",
            scale,
            log=stage.log("bench-simulator"),
            environment=stage.environment(),
        ) as simulator,
        log.open("w") as output,
    ):
        print(f"{name} ...", flush=True)
        playbook = str(BENCH / name)
        arguments = ["-i", "localhost,"]
        first, second = (run_playbook(stage, simulator, playbook, arguments, output=output) for turn in range(2))
    if not (first.succeeded and second.succeeded):
        print(log.read_text())
    return first, second


def print_run(name: str, run: PlaybookRun) -> None:
    connections = len({row.get("connection") for row in run.journal})
    print(f"{name:<30}{run.seconds:>10.1f}{len(run.journal):>10}{len(run.writes):>10}{connections:>13}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else DEFAULT_SCALE))
