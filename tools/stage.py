# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of the clone at a path that ansible-test accepts.

ansible-test wants the real path .../ansible_collections/dialtone/voip, in a repository that does not ignore it; a clone
may lie anywhere. Each user of a stage locks one: a run that finds the first stage taken takes the next. So runs at the
same time never share one, and runs one after the other find the caches of ansible-test in place.
"""

from __future__ import annotations

import fcntl
import filecmp
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tools.layout import CLONE, VENV, workspace

# Made in the stage by the tools that run there, and worth keeping between runs.
CACHES = {".git", ".mypy_cache", ".ruff_cache", "__pycache__"}


@dataclass(frozen=True)
class Stage:
    """One locked copy."""

    folder: Path

    @property
    def collections(self) -> Path:
        """The folder for ANSIBLE_COLLECTIONS_PATH."""
        return self.folder

    @property
    def collection(self) -> Path:
        return self.folder / "ansible_collections" / "dialtone" / "voip"

    @property
    def output(self) -> Path:
        """Where ansible-test leaves its results and its virtual environments."""
        return self.collection / "tests" / "output"

    def log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def environment(self, venv: Path = VENV) -> dict[str, str]:
        """The caller's environment without its Ansible settings, which would decide what is tested."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("ANSIBLE_")}
        return {
            **inherited,
            "ANSIBLE_COLLECTIONS_PATH": str(self.collections),
            "ANSIBLE_HOME": str(self.folder / "ansible-home"),
            "ANSIBLE_NOCOWS": "1",
            # Ansible refuses to start where the locale is not UTF-8.
            "LC_ALL": "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8",
            # The simulator is on this machine, whatever proxy the machine uses.
            "NO_PROXY": with_loopback(os.environ.get("NO_PROXY", "")),
            "no_proxy": with_loopback(os.environ.get("no_proxy", "")),
            "PATH": os.pathsep.join([str(venv / "bin"), os.environ.get("PATH", os.defpath)]),
            "PYTHONUNBUFFERED": "1",
            "VIRTUAL_ENV": str(venv),
        }

    def pytest_environment(self, venv: Path = VENV) -> dict[str, str]:
        """For pytest in the stage: `tools` comes from the clone, where .venv is, and the rest from the stage."""
        python_path = [CLONE, self.collection / "tests", self.collections]
        return {**self.environment(venv), "PYTHONPATH": os.pathsep.join(map(str, python_path))}


def with_loopback(no_proxy: str) -> str:
    return ",".join([*filter(None, [no_proxy]), "127.0.0.1", "localhost"])


@contextmanager
def staged() -> Iterator[Stage]:
    """Lock a stage and bring it up to date."""
    folder, lock = take_free_folder()
    with lock:
        stage = Stage(folder)
        bring_up_to_date(stage.collection)
        yield stage


def take_free_folder() -> tuple[Path, IO[str]]:
    number = 0
    while True:
        folder = workspace() / f"stage-{number}"
        lock = open(folder.with_suffix(".lock"), "w")  # noqa: SIM115 - the caller holds it open
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            number += 1
        else:
            return folder, lock


def bring_up_to_date(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    if not (target / ".git").exists():
        subprocess.run(["git", "init", "--quiet", str(target)], check=True)
    wanted = clone_files()
    for name in wanted:
        copy_if_changed(CLONE / name, target / name)
    delete_all_but(wanted, target)


def clone_files() -> set[str]:
    """What git would commit from here, new files included."""
    listed = subprocess.run(
        # A clone that belongs to another user is not git's own idea of safe; reading its file list is.
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CLONE,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return {name for name in listed.split("\0") if name and os.path.lexists(CLONE / name)}


def copy_if_changed(source: Path, target: Path) -> None:
    try:
        if same_file(source, target):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        shutil.copy2(source, target, follow_symlinks=False)
    except FileNotFoundError:
        # It vanished since it was listed; the next run sees that.
        target.unlink(missing_ok=True)


def same_file(source: Path, target: Path) -> bool:
    if source.is_symlink() or target.is_symlink() or not target.is_file():
        return False
    return source.stat().st_mode == target.stat().st_mode and filecmp.cmp(source, target)


def delete_all_but(wanted: set[str], target: Path) -> None:
    """Deletes bottom-up, so that folders which became empty go too."""
    for folder, files in walk_bottom_up(target):
        for name in files:
            if str((folder / name).relative_to(target)) not in wanted:
                (folder / name).unlink()
        if folder == target:
            continue
        remaining = {entry.name for entry in folder.iterdir()}
        # Compiled leftovers alone would still be importable as a package.
        if remaining <= {"__pycache__"}:
            shutil.rmtree(folder)


def walk_bottom_up(target: Path) -> Iterator[tuple[Path, list[str]]]:
    kept = {target / "tests" / "output"}
    visited = []
    for folder, subfolders, files in os.walk(target):
        here = Path(folder)
        subfolders[:] = [name for name in subfolders if name not in CACHES and here / name not in kept]
        visited.append((here, files))
    yield from reversed(visited)
