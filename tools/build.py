# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the collection as users get it, and imports and installs it: `python -m tools.build`."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.checks import Checks
from tools.collection import FQCN, NAME, NAMESPACE, module_names, version
from tools.layout import BUILD, VENV, VENV_PYTHON
from tools.processes import supervised
from tools.stage import Stage, staged

# Whatever is not listed here must be named in galaxy.yml's build_ignore or be listed here on purpose.
SHIPPED = {
    "CHANGELOG.rst",
    "FILES.json",
    "LICENSE",
    "MANIFEST.json",
    "README.md",
    "changelogs",
    "docs",
    "meta",
    "playbooks",
    "plugins",
    "requirements.txt",
    "roles",
}
NEVER_SHIPPED = re.compile(r"(^|/)(\.|__pycache__|integration_config)|\.pyc$")
# Under a name without the version, for execution-environment.yml.
LATEST = f"{NAMESPACE}-{NAME}-latest.tar.gz"


def main() -> int:
    with supervised(), staged() as stage, tempfile.TemporaryDirectory() as folder:
        checks = Checks()
        work = Path(folder)
        tarball = work / f"{NAMESPACE}-{NAME}-{version(stage.collection)}.tar.gz"
        galaxy = VENV / "bin" / "ansible-galaxy"
        if not checks.command(
            "ansible-galaxy collection build",
            [galaxy, "collection", "build", "--output-path", work],
            cwd=stage.collection,
            environment=stage.environment(),
        ):
            return checks.finish()
        checks.check("content of the tarball", lambda: surplus_files(tarball))
        check_installation(checks, stage, tarball, work)
        checks.check("import as Galaxy does it", lambda: import_problems(stage, tarball, work))
        BUILD.mkdir(exist_ok=True)
        for name in (tarball.name, LATEST):
            shutil.copy2(tarball, BUILD / name)
        check_execution_environment(checks, stage, tarball, work)
        exit_code = checks.finish()
        print(f"The collection is in build/{tarball.name}")
        return exit_code


def surplus_files(tarball: Path) -> list[str]:
    with tarfile.open(tarball) as archive:
        names = sorted(archive.getnames())
    print(f"{len(names)} files, {tarball.stat().st_size // 1024} KiB")
    return [
        f"{name} is development's own; add it to build_ignore in galaxy.yml"
        for name in names
        if name.split("/")[0] not in SHIPPED or NEVER_SHIPPED.search(name)
    ]


def check_installation(checks: Checks, stage: Stage, tarball: Path, work: Path) -> None:
    installed = work / "installed"
    # With the stage on its path, ansible-galaxy would take the collection for installed and do nothing.
    environment = {**stage.environment(), "ANSIBLE_COLLECTIONS_PATH": str(installed)}
    if checks.command(
        "ansible-galaxy collection install",
        [VENV / "bin" / "ansible-galaxy", "collection", "install", "--offline", "-p", installed, tarball],
        cwd=work,
        environment=environment,
    ):
        checks.check(
            "ansible-doc lists every module of the installed collection",
            lambda: unlisted_modules(module_names(stage.collection), work, environment),
        )


def unlisted_modules(modules: list[str], work: Path, environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [VENV / "bin" / "ansible-doc", "--list", "--type", "module", "--json", FQCN],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return [f"exit code {done.returncode}: {done.stderr}"]
    listed = json.loads(done.stdout)
    print(f"{len(listed)} modules listed")
    return [f"{name} is not listed" for name in modules if name not in listed]


def import_problems(stage: Stage, tarball: Path, work: Path) -> list[str]:
    """The importer exits with 0 also where Galaxy would show an error; so its words count."""
    done = subprocess.run(
        [VENV_PYTHON, "-m", "galaxy_importer.main", tarball],
        cwd=work,
        env={
            **stage.environment(),
            # `make sanity` and `make lint` do these two.
            "GALAXY_IMPORTER_RUN_ANSIBLE_TEST": "false",
            "GALAXY_IMPORTER_RUN_ANSIBLE_LINT": "false",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print(done.stdout)
    problems = re.findall(r"^(?:WARNING|ERROR|CRITICAL): (.*)", done.stdout, re.MULTILINE)
    if done.returncode:
        problems.append(f"exit code {done.returncode}")
    return problems


def check_execution_environment(checks: Checks, stage: Stage, tarball: Path, work: Path) -> None:
    """Makes the build context; the image itself needs a container engine."""
    collections = work / "build"
    collections.mkdir()
    shutil.copy2(tarball, collections / LATEST)
    shutil.copy2(stage.collection / "execution-environment.yml", work)
    checks.command(
        "ansible-builder create",
        [VENV / "bin" / "ansible-builder", "create", "-f", "execution-environment.yml", "-c", "context"],
        cwd=work,
        environment=stage.environment(),
    )


if __name__ == "__main__":
    sys.exit(main())
