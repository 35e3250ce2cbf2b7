# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Integration targets against simulators, in shards: `python -m tools.integration [TARGET ...]`.

Each shard has a stage and a simulator of its own, because targets reset the simulator they are given.

ansible-test runs with --venv rather than with --local: it costs about five seconds for a stage's first run and half a
second later, and proves that tests/integration/requirements.txt is all that the modules need.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tools import ansible_test, processes
from tools.endpoint_coverage import not_called, platforms
from tools.integration_targets import UnknownTargetError, chosen_targets, remember_seconds, spread
from tools.processes import supervised
from tools.reporting import counts, heading, plural, skip
from tools.simulator_process import Simulator, running_simulator
from tools.stage import Stage, staged

SHARDS = int(os.environ.get("SHARDS", "2"))
POLL_S = 0.3
STARTED = re.compile(r"^Running (\S+) integration test (?:role|script)")


@dataclass
class Shard:
    """Some of the targets, running in a stage and against a simulator of their own."""

    number: int
    targets: list[str]
    stage: Stage
    simulator: Simulator
    log: Path
    process: subprocess.Popen[str]
    unread: IO[str]
    seconds: dict[str, float] = field(default_factory=dict)
    served: list[dict[str, Any]] = field(default_factory=list)

    def running(self) -> bool:
        ended = self.process.poll() is not None
        for line in self.unread:
            if started := STARTED.match(line):
                print(f"shard {self.number}: {started.group(1)}", flush=True)
        return not ended

    def read_results(self) -> None:
        """ansible-test lists the targets that it carried out with success, however it exits."""
        for result in result_files(self.stage):
            for name, target in json.loads(result.read_text())["targets"].items():
                self.seconds[name] = target["run_time_seconds"]

    def complete(self) -> bool:
        return self.process.returncode == 0 and set(self.targets) <= set(self.seconds)


def result_files(stage: Stage) -> list[Path]:
    return list((stage.output / "data").glob("integration-*.json"))


def main(patterns: list[str]) -> int:
    try:
        targets = chosen_targets(patterns)
    except UnknownTargetError as error:
        print(error, file=sys.stderr)
        return 2
    if not targets:
        return skip("no integration targets")
    with supervised():
        shards = run_shards(spread(targets, SHARDS))
    return report(targets, shards, everything=not patterns)


def run_shards(parts: list[list[str]]) -> list[Shard]:
    ansible_test.ensure_bootstrap_script()
    with contextlib.ExitStack() as resources:
        shards = [start_shard(resources, number, targets) for number, targets in enumerate(parts, 1)]
        pending = shards
        while pending:
            time.sleep(POLL_S)
            pending = [shard for shard in pending if shard.running()]
        for shard in shards:
            shard.read_results()
            shard.served = shard.simulator.control("GET", "served")
        return shards


def start_shard(resources: contextlib.ExitStack, number: int, targets: list[str]) -> Shard:
    stage = resources.enter_context(staged())
    for result in result_files(stage):
        result.unlink()
    simulator = resources.enter_context(
        running_simulator(
            stage.collection / "tests", log=stage.log("integration-simulator"), environment=stage.environment()
        )
    )
    settings = stage.collection / "tests" / "integration" / "integration_config.yml"
    settings.write_text(f"---\nvoip_simulator_url: {simulator.url}\n")
    log = stage.log("integration")
    with log.open("w") as output:
        process = processes.start(
            ansible_test.command(
                "integration",
                "--venv",
                "--python",
                ansible_test.PYTHON_VERSION,
                "--color",
                "no",
                "--continue-on-error",
                *targets,
            ),
            cwd=stage.collection,
            environment=stage.environment(),
            output=output,
        )
    return Shard(number, targets, stage, simulator, log, process, resources.enter_context(log.open()))


def show_failures(shard: Shard) -> None:
    if shard.complete():
        return
    heading(f"failures of shard {shard.number}, from {shard.log}")
    parts = output_by_target(shard.log.read_text())
    for name, text in parts.items():
        if name not in shard.seconds:
            print(text)


def output_by_target(output: str) -> dict[str, str]:
    """What was printed while each target ran; under "" what came before the first one."""
    parts: dict[str, list[str]] = {"": []}
    current = ""
    for line in output.splitlines():
        if started := STARTED.match(line):
            current = started.group(1)
        parts.setdefault(current, []).append(line)
    return {name: "\n".join(lines) for name, lines in parts.items()}


def report(targets: list[str], shards: list[Shard], everything: bool) -> int:
    for shard in shards:
        show_failures(shard)
    seconds = {name: value for shard in shards for name, value in shard.seconds.items()}
    remember_seconds(seconds)
    heading(f"integration targets, in {plural(len(shards), 'shard')}")
    for target in targets:
        print(f"passed {seconds[target]:>4} s  {target}" if target in seconds else f"FAILED or not run  {target}")
    missing = set(targets) - set(seconds)
    broken = [shard for shard in shards if not missing & set(shard.targets) and not shard.complete()]
    for shard in broken:
        print(f"ansible-test failed in shard {shard.number} although all its targets passed")
    uncovered = uncovered_calls(shards) if everything and not missing else []
    print(counts(len(targets) - len(missing), len(missing) + len(broken) + len(uncovered)), flush=True)
    return 1 if missing or broken or uncovered else 0


def uncovered_calls(shards: list[Shard]) -> list[str]:
    """The calls that docs/coverage says are covered, and that no target made with success."""
    served = [row for shard in shards for row in shard.served]
    calls = [call for platform, rows in platforms().items() for call in not_called(platform, rows, served)]
    if calls:
        heading("said to be covered in docs/coverage, and made by no target")
        print("\n".join(calls))
    return calls


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
