# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linters, types and house rules: `python -m tools.lint`."""

from __future__ import annotations

import sys
from pathlib import Path

from tools import house_rules
from tools.checks import Checks
from tools.layout import CLONE, VENV, VENV_PYTHON
from tools.processes import supervised
from tools.reporting import has_files
from tools.stage import Stage, clone_files, staged


def main() -> int:
    with supervised(), staged() as stage:
        checks = Checks()
        checks.check("house rules", lambda: house_rules.problems(CLONE, clone_files()))
        lint_python(checks)
        check_types(checks, stage)
        lint_yaml(checks, stage)
        tool(checks, stage, "antsibull-changelog", "lint")
        return checks.finish()


def tool(checks: Checks, stage: Stage, name: str, *arguments: str) -> None:
    command: list[str | Path] = [VENV / "bin" / name, *arguments]
    label = " ".join([name, *(argument for argument in arguments if not argument.startswith("-"))])
    checks.command(label, command, cwd=stage.collection, environment=stage.environment())


def lint_python(checks: Checks) -> None:
    # Not in the stage: these name files that an editor can open.
    checks.command("ruff check", [VENV / "bin" / "ruff", "check", "."], cwd=CLONE)
    checks.command("ruff format", [VENV / "bin" / "ruff", "format", "--check", "--diff", "."], cwd=CLONE)


def check_types(checks: Checks, stage: Stage) -> None:
    collection = stage.collection
    packages = [
        ("ansible_collections.dialtone.voip.plugins.module_utils", stage.collections, "plugins/module_utils"),
        ("simulator", collection / "tests", "tests/simulator"),
        ("benchmark", collection / "tests", "tests/benchmark"),
        ("tools", collection, "tools"),
    ]
    for package, search_path, folder in packages:
        name = f"mypy {folder}"
        if not has_files(collection / folder, "*.py"):
            checks.skip(name, f"no {folder}")
            continue
        checks.command(
            name,
            [
                VENV_PYTHON,
                "-m",
                "mypy",
                "--config-file",
                collection / "pyproject.toml",
                "--cache-dir",
                stage.folder / "mypy-cache",
                "-p",
                package,
            ],
            # mypy finds packages by the folder in which it is started, before MYPYPATH.
            cwd=search_path,
            environment={**stage.environment(), "MYPYPATH": str(search_path)},
        )


def lint_yaml(checks: Checks, stage: Stage) -> None:
    tool(checks, stage, "yamllint", "--strict", ".")
    tool(checks, stage, "ansible-lint", "--offline", "--strict", "--profile=production", "--nocolor")


if __name__ == "__main__":
    sys.exit(main())
