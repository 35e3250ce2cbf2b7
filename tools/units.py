# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Unit tests with coverage: `python -m tools.units [FILE ...]`. The floor stands in pyproject.toml.

pytest runs them without ansible-test, whose fork for each of thousands of tests makes measuring the coverage take five
times as long; the files lie where `ansible-test units` finds them, and it passes too.
"""

from __future__ import annotations

import sys

from tools import processes
from tools.layout import CLONE, VENV
from tools.processes import supervised
from tools.reporting import has_files, heading, skip
from tools.stage import Stage, staged

FOLDER = "tests/unit"
# Files of one name lie in several folders.
PYTEST = ("pytest", "--import-mode=importlib")


def main(chosen: list[str]) -> int:
    if not has_files(CLONE / FOLDER, "test_*.py"):
        return skip("no unit tests")
    with supervised(), staged() as stage:
        exit_code = coverage(stage, "run", "-m", *PYTEST, *(chosen or [FOLDER]))
        if exit_code:
            return exit_code
        if chosen:
            print("Coverage is judged only where all unit tests run.")
            return 0
        heading("coverage of the unit tests")
        return coverage(stage, "report")


def coverage(stage: Stage, command: str, *arguments: str) -> int:
    return processes.run(
        [VENV / "bin" / "coverage", command, "--rcfile", CLONE / "pyproject.toml", *arguments],
        cwd=stage.collection,
        environment={**stage.pytest_environment(), "COVERAGE_FILE": str(stage.folder / "coverage")},
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
