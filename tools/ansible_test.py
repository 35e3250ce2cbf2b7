# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls of ansible-test in a stage."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

import ansible_test
from ansible_test._internal.host_configs import NativePythonConfig
from ansible_test._internal.python_requirements import get_venv_packages

from tools import processes
from tools.layout import CLONE, VENV_PYTHON
from tools.stage import Stage

# Named always: left to itself, ansible-test tries every python on PATH, a version manager's empty shims included.
PYTHON_VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"

BOOTSTRAP_SCRIPT = '''"""Runs the pip that lies inside of this file, on behalf of ansible-test."""

import base64
import os
import sys
import tempfile

WHEEL_NAME = "{name}"
WHEEL = """{content}"""

with tempfile.TemporaryDirectory() as folder:
    wheel = os.path.join(folder, WHEEL_NAME)
    with open(wheel, "wb") as file:
        file.write(base64.b64decode(WHEEL))
    sys.path.insert(0, wheel)

    from pip._internal.cli.main import main

    # ansible-test speaks to the usual bootstrap script, which knows two options that pip does not.
    arguments = [a for a in sys.argv[1:] if a not in ("--no-setuptools", "--no-wheel")]
    status = main(["install", "--upgrade", "--force-reinstall"] + arguments)

sys.exit(status)
'''


def command(*arguments: str) -> list[str]:
    """Not by way of bin/ansible-test: where the clone's path holds a space, what pip puts on top of it breaks it."""
    stub = Path(next(iter(ansible_test.__path__))) / "_util" / "target" / "cli" / "ansible_test_cli_stub.py"
    return [sys.executable, str(stub), *arguments]


def run(stage: Stage, *arguments: str, output: IO[str] | None = None) -> int:
    ensure_bootstrap_script()
    return processes.run(command(*arguments), cwd=stage.collection, environment=stage.environment(), output=output)


def ensure_bootstrap_script() -> None:
    """Put pip's bootstrap script where ansible-test caches it.

    ansible-test would fetch it from a host of its own, which is out of reach on many machines; the pip inside of the
    script comes from the package index that everything else comes from.
    """
    python = NativePythonConfig(version=PYTHON_VERSION, path=str(VENV_PYTHON))
    version = get_venv_packages(python)["pip"]
    script = Path(f"~/.ansible/test/cache/get_pip_{version.replace('.', '_')}.py").expanduser()
    if script.exists():
        return
    script.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=script.parent) as folder:
        download = [sys.executable, "-m", "pip", "--quiet", "download", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*download, "--dest", folder, f"pip=={version}"], cwd=CLONE, check=True)
        (wheel,) = Path(folder).glob("pip-*.whl")
        content = base64.encodebytes(wheel.read_bytes()).decode()
        finished = Path(folder) / script.name
        finished.write_text(BOOTSTRAP_SCRIPT.format(name=wheel.name, content=content))
        # Another run may be writing the same file.
        os.replace(finished, script)
