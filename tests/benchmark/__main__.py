# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``make bench``: the ways to provision a site, side by side on the simulator.

Times vary with the machine and with what else it does; the ratios of one run are the message, and there are no
assertions about them. What does not vary, the requests, is asserted by the unit tests.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from tools.layout import BUILD, CLONE
from tools.processes import supervised
from tools.reporting import counts
from tools.simulator_process import running_simulator
from tools.stage import Stage, staged

from . import report
from .bench import Bench
from .figures import Figures
from .measurement import Run, RunError
from .plan import Case, Scope, cases
from .server import Server

MINUTES = 18.0
ENDLESS = 24 * 60.0
REPEATS = 3


def main(words: Sequence[str]) -> int:
    wishes = parsed(words)
    scope = Scope(wishes.sizes, wishes.large, wishes.loops, wishes.latencies)
    with supervised(), staged() as stage:
        runs, failures = measure(stage, scope, wishes.minutes, wishes.repeats)
    figures = Figures(runs)
    text = report.markdown(figures)
    BUILD.mkdir(exist_ok=True)
    for name, content in (("benchmark.md", text), ("benchmark.json", report.as_json(runs, figures))):
        (BUILD / name).write_text(content + "\n", encoding="utf-8")
    if wishes.docs:
        report.replace_in(CLONE / "docs" / "performance.md", text)
    print(f"\n{text}\nAlso in build/benchmark.md; all runs are in build/benchmark.json.")
    for failure in failures:
        print(f"\nA run failed: {failure}")
    print(counts(sum(map(len, runs.values())), len(failures)))
    return 1 if failures else 0


def parsed(words: Sequence[str]) -> argparse.Namespace:
    full = os.environ.get("BENCH_FULL") == "1"
    parser = argparse.ArgumentParser(prog="make bench ARGS=", description=__doc__)
    parser.add_argument("--sizes", type=sizes, default=[10, 100, 1000], help="of the sites")
    parser.add_argument("--large", type=sizes, default=[10_000], help="of the sites that come last")
    loops = [10, 100, 1000] if full else [10, 100]
    parser.add_argument("--loops", type=sizes, default=loops, help="of the sites that loops provision")
    parser.add_argument("--latencies", type=sizes, default=[0, 50], help="of the server, in ms")
    parser.add_argument("--repeats", type=int, default=REPEATS, help="of what does not take long")
    parser.add_argument("--minutes", type=float, default=ENDLESS if full else MINUTES, help="for all of it")
    parser.add_argument("--docs", action="store_true", help="put the tables into docs/performance.md as well")
    return parser.parse_args(words)


def sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]


def measure(stage: Stage, scope: Scope, minutes: float, repeats: int) -> tuple[dict[Case, list[Run]], list[RunError]]:
    folder = stage.folder / "benchmark"
    folder.mkdir(exist_ok=True)
    tests = stage.collection / "tests"
    with running_simulator(tests, log=stage.log("bench-simulator"), environment=stage.environment()) as simulator:
        environment = {
            **stage.environment(),
            **simulator.connection_environment(),
            "ANSIBLE_LOCALHOST_WARNING": "False",
            "ANSIBLE_INVENTORY_UNPARSED_WARNING": "False",
        }
        server = Server(simulator, folder, environment)
        bench = Bench(server, folder, environment, stage.collection, minutes)
        planned = list(cases(scope))
        runs = bench.measure(planned, repeats, tell)
    for case in planned:
        if case not in runs:
            print(f"not measured, the time was up: {named(case)}")
    return runs, bench.failures


def tell(case: Case, run: Run) -> None:
    print(f"{named(case)}: {run.seconds:.2f} s, {run.requests} requests, {run.connections} connections", flush=True)


def named(case: Case) -> str:
    return f"{case.way.key}, {case.deed}, {case.size:,} users, {case.latency_ms} ms"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
