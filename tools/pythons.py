# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Pythons on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

Version = tuple[int, int]


def this_python() -> Version:
    return sys.version_info.major, sys.version_info.minor


def python_between(lowest: Version, highest: Version) -> str | None:
    """A Python of one of these versions: the one that runs this if it fits, else the newest that really runs."""
    if lowest <= this_python() <= highest:
        return sys.executable
    for minor in range(highest[1], lowest[1] - 1, -1):
        for candidate in candidates(3, minor):
            if runs(candidate, (3, minor)):
                return candidate
    return None


def candidates(major: int, minor: int) -> Iterator[str]:
    name = f"python{major}.{minor}"
    if found := shutil.which(name):
        yield found
    # Pythons of the version manager that are installed but not switched on.
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    yield from (str(path) for path in sorted(versions.glob(f"{major}.{minor}.*/bin/{name}"), reverse=True))


def runs(python: str, version: Version) -> bool:
    """A version manager's shim may be on PATH without any Python behind it."""
    check = f"import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != {version})"
    try:
        return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
