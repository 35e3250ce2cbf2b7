# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/cores with each supported ansible-core, each in a virtual environment of its own: `python -m tools.cores`."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools import installer
from tools.checks import Checks
from tools.environment import fingerprint
from tools.layout import CLONE, VENV
from tools.processes import supervised
from tools.pythons import Version, python_between
from tools.reporting import has_files, skip
from tools.stage import Stage, staged

TESTS = "tests/cores"
REQUIREMENTS = CLONE / "requirements-dev-playbooks.txt"


@dataclass(frozen=True)
class Core:
    """A release of ansible-core and the Pythons that its controller runs on."""

    release: str
    lowest: Version
    highest: Version

    @property
    def venv(self) -> Path:
        return VENV / "cores" / self.release


CORES = (
    Core("2.16", (3, 10), (3, 12)),
    Core("2.17", (3, 10), (3, 12)),
    Core("2.18", (3, 11), (3, 13)),
    Core("2.19", (3, 11), (3, 13)),
    Core("2.20", (3, 12), (3, 14)),
    Core("2.21", (3, 12), (3, 14)),
)


def main(releases: list[str]) -> int:
    if not has_files(CLONE / TESTS, "test_*.py"):
        return skip(f"no tests in {TESTS}")
    unknown = set(releases) - {core.release for core in CORES}
    if unknown:
        print(f"supported are {', '.join(core.release for core in CORES)}; not {', '.join(sorted(unknown))}")
        return 2
    with supervised(), staged() as stage:
        checks = Checks()
        for core in CORES:
            if not releases or core.release in releases:
                check_core(checks, stage, core)
        return checks.finish()


def check_core(checks: Checks, stage: Stage, core: Core) -> None:
    name = f"ansible-core {core.release}"
    python = python_between(core.lowest, core.highest)
    if python is None:
        wanted = " to ".join(".".join(map(str, version)) for version in (core.lowest, core.highest))
        checks.skip(name, f"no Python {wanted} on this machine")
        return
    if checks.check(f"{name}: environment", lambda: environment_problems(core, python)):
        checks.command(
            name,
            [core.venv / "bin" / "pytest", TESTS],
            cwd=stage.collection,
            environment={**stage.pytest_environment(core.venv), "DIALTONE_ANSIBLE_CORE": core.release},
        )


def environment_problems(core: Core, base_python: str) -> list[str]:
    python = installer.venv_python(core.venv)
    stamp = core.venv / "installed.sha256"
    try:
        if not stamp.exists():
            core.venv.parent.mkdir(exist_ok=True)
            installer.make_venv(base_python, core.venv)
        wanted = fingerprint(REQUIREMENTS, python)
        if not stamp.exists() or stamp.read_text() != wanted:
            pinned = f"ansible-core ~= {core.release}.0"
            installer.install(VENV / "bin" / "uv", python, [pinned, "-r", str(REQUIREMENTS)])
            stamp.write_text(wanted)
    except subprocess.CalledProcessError as error:
        return [str(error)]
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
