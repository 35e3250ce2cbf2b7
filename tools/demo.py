# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Provisions the demo site on a simulator and proves what the collection promises: `python -m tools.demo`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tools.demo_summary import summary_lines
from tools.layout import CLONE
from tools.playbook_run import PlaybookRun, run_playbook
from tools.processes import supervised
from tools.reporting import heading, plural
from tools.simulator_process import Simulator, running_simulator
from tools.stage import Stage, staged

PLAYBOOK = "dialtone.voip.site"
INVENTORY = "playbooks/demo/inventory.yml"


@dataclass(frozen=True)
class Proof:
    """A promise, and what speaks against it."""

    promise: str
    objections: list[str]


def main() -> int:
    if not (CLONE / INVENTORY).exists():
        print(f"there is no {INVENTORY} yet", file=sys.stderr)
        return 2
    with supervised(), staged() as stage:
        print("Starting the simulator ...", flush=True)
        with running_simulator(
            stage.collection / "tests",
            "--seed",
            "demo",
            log=stage.log("demo-simulator"),
            environment=stage.environment(),
        ) as simulator:
            return demonstrate(stage, simulator)


def demonstrate(stage: Stage, simulator: Simulator) -> int:
    before = simulator.state()
    heading("1 of 3: check mode - what would change? Nothing is written")
    rehearsal = run(stage, simulator, "--check", "--diff")
    if not rehearsal.succeeded:
        return stopped("check mode")
    heading("2 of 3: for real, with the same diffs, which are not shown again")
    real = run(stage, simulator, "--diff", variables={"ANSIBLE_STDOUT_CALLBACK": "without_diffs"})
    if not real.succeeded:
        return stopped("the real run")
    heading("3 of 3: again - nothing is left to change")
    again = run(stage, simulator)
    if not again.succeeded:
        return stopped("the second real run")

    heading("What exists now")
    for line in summary_lines(simulator.state(), before):
        print(line)
    show_runs({"check mode": rehearsal, "for real": real, "again": again})
    return judge(list(proofs(rehearsal, real, again)))


def run(stage: Stage, simulator: Simulator, *options: str, variables: Mapping[str, str] | None = None) -> PlaybookRun:
    return run_playbook(stage, simulator, PLAYBOOK, ["-i", INVENTORY, *options], variables=variables)


def stopped(run_name: str) -> int:
    print(f"\nThe demo stops here: {run_name} failed; see above.", file=sys.stderr)
    return 1


def show_runs(runs: dict[str, PlaybookRun]) -> None:
    heading("The three runs")
    print(f"{'':<12}{'requests':>10}{'writes':>10}{'changed':>10}{'seconds':>10}")
    for name, run in runs.items():
        print(f"{name:<12}{len(run.journal):>10}{len(run.writes):>10}{run.changed:>10}{run.seconds:>10.1f}")


def proofs(rehearsal: PlaybookRun, real: PlaybookRun, again: PlaybookRun) -> Iterator[Proof]:
    yield Proof("check mode wrote nothing", describe_writes(rehearsal))
    yield Proof("check mode showed the diffs of the real run", different_diffs(rehearsal, real))
    yield Proof(
        "the real run changed something", [] if real.changed and real.writes else ["it neither wrote nor changed"]
    )
    yield Proof("the second real run wrote nothing", describe_writes(again))
    yield Proof(
        "the second real run reports changed=0",
        [f"it reports {plural(again.changed, 'change')}"] if again.changed else [],
    )


def describe_writes(run: PlaybookRun) -> list[str]:
    return [f"{row['method']} {row['path']} (status {row.get('status')})" for row in run.writes]


def different_diffs(rehearsal: PlaybookRun, real: PlaybookRun) -> list[str]:
    if len(rehearsal.diffs) != len(real.diffs):
        return [f"{plural(len(rehearsal.diffs), 'diff')} in check mode, {len(real.diffs)} for real"]
    return [
        f"task {expected['task']}: {expected['diff']} in check mode, {actual['diff']} for real"
        for expected, actual in zip(rehearsal.diffs, real.diffs, strict=True)
        if expected != actual
    ]


def judge(proved: list[Proof]) -> int:
    heading("Proofs, from the simulator's journal and Ansible's recap")
    for proof in proved:
        print(f"{'FAILED' if proof.objections else 'ok':<7}{proof.promise}")
        for objection in proof.objections:
            print(f"       {objection}")
    failed = any(proof.objections for proof in proved)
    print("\nThe demo FAILED." if failed else "\nThe demo site stands, and a second run left it alone.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
