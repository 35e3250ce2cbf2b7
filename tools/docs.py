# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documentation checks and the documentation site: `python -m tools.docs`. Nothing is fetched."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.checks import Checks
from tools.collection import FQCN, module_names, role_names
from tools.layout import BUILD, VENV
from tools.processes import supervised
from tools.stage import Stage, staged

# Without other projects' inventories, references to their pages stay unresolved; before the first release, the
# changelog is a page without a title.
OFFLINE_SETTINGS = """
intersphinx_mapping = {}
suppress_warnings = ['ref.ref', 'toc.no_title']
"""


def main() -> int:
    with supervised(), staged() as stage:
        checks = Checks()
        checks.command(
            "antsibull-docs lint-collection-docs",
            [
                VENV / "bin" / "antsibull-docs",
                "lint-collection-docs",
                "--plugin-docs",
                "--validate-collection-refs",
                "self",
                ".",
            ],
            cwd=stage.collection,
            environment=stage.environment(),
        )
        check_ansible_doc(checks, stage, "module", module_names(stage.collection))
        check_ansible_doc(checks, stage, "role", role_names(stage.collection))
        build_site(checks, stage)
        return checks.finish()


def check_ansible_doc(checks: Checks, stage: Stage, kind: str, names: list[str]) -> None:
    label = f"ansible-doc of every {kind}"
    if not names:
        checks.skip(label, f"no {kind}s")
        return
    checks.check(label, lambda: undocumented(stage, kind, names))


def undocumented(stage: Stage, kind: str, names: list[str]) -> list[str]:
    """ansible-doc leaves out what it cannot document, and exits with 0."""
    done = subprocess.run(
        [VENV / "bin" / "ansible-doc", "--type", kind, "--json", *names],
        cwd=stage.collection,
        env=stage.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return [f"exit code {done.returncode}: {done.stderr}"]
    described = json.loads(done.stdout)
    print(f"{len(described)} of {len(names)} described")
    return [f"{name} is not described: {done.stderr}" for name in names if not described.get(name)]


def build_site(checks: Checks, stage: Stage) -> None:
    # antsibull-docs wants a folder that nobody else can write to.
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        prepared = checks.command(
            "documentation site: frame",
            [
                VENV / "bin" / "antsibull-docs",
                "sphinx-init",
                "--use-current",
                "--squash-hierarchy",
                "--dest-dir",
                site,
                FQCN,
            ],
            cwd=site,
            environment=stage.environment(),
        )
        if not prepared:
            return
        with (site / "conf.py").open("a") as settings:
            settings.write(OFFLINE_SETTINGS)
        if checks.command("documentation site: pages", ["bash", "build.sh"], cwd=site, environment=stage.environment()):
            keep(site / "build" / "html")


def keep(pages: Path) -> None:
    target = BUILD / "docs"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(pages, target)
    print(f"The site is in {target.relative_to(BUILD.parent)}/index.html")


if __name__ == "__main__":
    sys.exit(main())
