# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes .venv in the clone when it is missing or its requirements changed: `python -m tools.environment`.

Standard library only: it is run by the machine's own Python.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from tools import installer
from tools.layout import CLONE, VENV, VENV_PYTHON, workspace

STAMP = VENV / "installed.sha256"
REQUIREMENTS = CLONE / "requirements-dev.txt"


def main() -> int:
    with open(workspace() / "environment.lock", "w") as lock:
        # Two targets started at the same time must not fill the same folder.
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            ensure_venv()
        except subprocess.CalledProcessError as error:
            print(f"The virtual environment could not be made: {error}", file=sys.stderr)
            return 1
    return 0


def ensure_venv() -> None:
    if not venv_usable():
        print(f"Making .venv with Python {sys.version.split()[0]} (once) ...", flush=True)
        installer.make_venv(sys.executable, VENV)
        installer.install_uv(VENV_PYTHON)
    wanted = fingerprint(REQUIREMENTS, VENV_PYTHON)
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Installing the development requirements into .venv ...", flush=True)
    installer.install(VENV / "bin" / "uv", VENV_PYTHON, ["-r", str(REQUIREMENTS)])
    STAMP.write_text(wanted)


def venv_usable() -> bool:
    """An existing environment is kept, whatever Python made it, unless PYTHON=... asks for another."""
    if not STAMP.exists():
        return False
    version = python_version(VENV_PYTHON)
    asked_for_another = os.environ.get("REQUESTED_PYTHON") and version != python_version(Path(sys.executable))
    return version is not None and not asked_for_another


def python_version(python: Path) -> str | None:
    try:
        return subprocess.run(
            [str(python), "-c", "import sys; print(sys.version)"], check=True, capture_output=True, text=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def fingerprint(requirements: Path, python: Path) -> str:
    """Changes with the content of the requirements, of the files they include, and with the Python."""
    digest = hashlib.sha256(str(python_version(python)).encode())
    pending = [requirements]
    seen: set[Path] = set()
    while pending:
        path = pending.pop()
        if path in seen:
            continue
        seen.add(path)
        text = path.read_text()
        digest.update(text.encode())
        pending += [path.parent / name for name in re.findall(r"^-r\s+(\S+)", text, re.MULTILINE)]
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
