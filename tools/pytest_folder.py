# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""pytest on one folder of tests, with the collection in place: `python -m tools.pytest_folder FOLDER [OPTION ...]`."""

from __future__ import annotations

import sys

from tools import processes
from tools.layout import CLONE, VENV
from tools.processes import supervised
from tools.reporting import has_files, skip
from tools.stage import staged


def main(folder: str, options: list[str]) -> int:
    if not has_files(CLONE / folder, "test_*.py"):
        return skip(f"no tests in {folder}")
    with supervised(), staged() as stage:
        return processes.run(
            [VENV / "bin" / "pytest", folder, *options], cwd=stage.collection, environment=stage.pytest_environment()
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
