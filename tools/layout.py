# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie: the clone, its virtual environment, and the workspace outside of it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

CLONE = Path(__file__).resolve().parent.parent
VENV = CLONE / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
BUILD = CLONE / "build"


class WorkspaceError(Exception):
    """The workspace belongs to somebody else."""


def workspace_path() -> Path:
    """A folder of this clone and this user below the system's temporary folder.

    It lies outside of the clone because ansible-test skips whatever a parent repository ignores.
    """
    owner_and_place = f"{os.getuid()}:{CLONE}"
    digest = hashlib.sha256(owner_and_place.encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()).resolve() / f"dialtone-voip-{digest}"


def workspace() -> Path:
    """Make the workspace and refuse one that another user prepared."""
    path = workspace_path()
    path.mkdir(mode=0o700, exist_ok=True)
    if path.is_symlink() or path.stat().st_uid != os.getuid():
        raise WorkspaceError(f"{path} belongs to another user; set TMPDIR to a folder of your own")
    return path
