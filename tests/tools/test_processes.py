# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

CLONE = Path(__file__).resolve().parents[2]

# Starts a program that leaves its process group, as Ansible's workers do, and is deaf to SIGTERM.
PARENT = """
import subprocess, sys
from pathlib import Path
from tools.processes import run, supervised

STUBBORN = '''
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.setsid()
print(os.getpid(), flush=True)
time.sleep(600)
'''
with supervised(grace_s=0.5):
    run([sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {STUBBORN!r}])"],
        cwd=Path("."))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux only")
@pytest.mark.parametrize(("number", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_nothing_outlives_an_interrupted_tool(number: signal.Signals, exit_code: int) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], cwd=CLONE, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    grandchild = int(parent.stdout.readline())
    assert psutil.pid_exists(grandchild)
    parent.send_signal(number)
    assert parent.wait(timeout=20) == exit_code
    deadline = time.monotonic() + 5
    while psutil.pid_exists(grandchild) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not psutil.pid_exists(grandchild)
