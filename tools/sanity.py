# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All of ansible-test's sanity tests: `python -m tools.sanity [TEST ...]`."""

from __future__ import annotations

import sys

from tools import ansible_test
from tools.processes import supervised
from tools.reporting import counts
from tools.stage import staged


def main(tests: list[str]) -> int:
    chosen = [argument for test in tests for argument in ("--test", test)]
    with supervised(), staged() as stage:
        exit_code = ansible_test.run(
            stage, "sanity", "--venv", "--python", ansible_test.PYTHON_VERSION, "--color", "no", *chosen
        )
    print(counts(1, 0) if exit_code == 0 else counts(0, 1), flush=True)
    return exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
