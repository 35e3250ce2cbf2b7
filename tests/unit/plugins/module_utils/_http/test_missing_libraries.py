# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A library that is not installed becomes a message, so nothing may fail while it is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http import libraries

MODULE_UTILS = Path(libraries.__file__).resolve().parents[1]
# Not resolved: the folder that holds ansible_collections may do so by a link.
ROOT = Path(libraries.__file__).parents[6]

SCRIPT = """
import importlib, sys
for name in {missing!r}:
    sys.modules[name] = None
for name in {names!r}:
    importlib.import_module("ansible_collections.dialtone.voip.plugins.module_utils." + name)
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import missing_libraries
print([name for name, reason in missing_libraries() if "Error" in reason])
"""


def foundations():
    for folder in ("_model", "_http", "_codec", "_engine", "_ansible"):
        yield from (f"{folder}.{path.stem}" for path in sorted((MODULE_UTILS / folder).glob("[a-z]*.py")))


@pytest.mark.parametrize(
    ("missing", "reported"),
    [
        ([], []),
        (["requests", "urllib3"], ["requests"]),
        (["lxml"], ["lxml"]),
        (["requests", "lxml", "yaml"], ["requests", "lxml"]),
    ],
)
def test_everything_can_be_imported_without_the_libraries(missing, reported):
    script = SCRIPT.format(missing=missing, names=list(foundations()))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=False, timeout=60
    )
    assert (done.stdout.strip(), done.stderr) == (str(reported), "")
