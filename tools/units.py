# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unit tests with coverage: `python -m tools.units [FILE ...]`. The floor stands in pyproject.toml."""

from __future__ import annotations

import sys
from pathlib import Path

from tools import ansible_test, processes
from tools.layout import CLONE, VENV
from tools.processes import supervised
from tools.reporting import has_files, heading, skip
from tools.stage import Stage, staged


def main(chosen: list[str]) -> int:
    if not has_files(CLONE / "tests" / "unit", "test_*.py"):
        return skip("no unit tests")
    with supervised(), staged() as stage:
        # In a new stage ansible-test would miss the folder that it is to empty.
        (stage.output / "coverage").mkdir(parents=True, exist_ok=True)
        ansible_test.run(stage, "coverage", "erase")
        exit_code = run_tests(stage, chosen)
        if exit_code:
            return exit_code
        if chosen:
            print("Coverage is judged only where all unit tests run.")
            return 0
        return judge_coverage(stage)


def run_tests(stage: Stage, chosen: list[str]) -> int:
    return ansible_test.run(
        stage, "units", "--venv", "--python", ansible_test.PYTHON_VERSION, "--coverage", "--color", "no", *chosen
    )


def judge_coverage(stage: Stage) -> int:
    heading("coverage of the unit tests")
    # The stubs stand for the files that no test imported; they count as not covered.
    exit_code = ansible_test.run(stage, "coverage", "combine", "--stub")
    if exit_code:
        return exit_code
    data = stage.output / "coverage"
    everything = data / "with-stubs"
    parts = sorted(data.glob("coverage*"))
    return coverage(stage, "combine", "--quiet", "--keep", "--data-file", everything, *parts) or coverage(
        stage, "report", "--rcfile", CLONE / "pyproject.toml", "--data-file", everything
    )


def coverage(stage: Stage, *arguments: str | Path) -> int:
    return processes.run([VENV / "bin" / "coverage", *arguments], cwd=stage.collection, environment=stage.environment())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
