# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import psutil
import pytest

from tools.simulator_process import SimulatorError, running_simulator

ANNOUNCING = """
import http.server, os, sys

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(os.getpid()).encode())

server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print("some other line")
print(f"ready http://127.0.0.1:{server.server_port}")
server.serve_forever()
"""


def write_simulator(folder: Path, program: str) -> Path:
    package = folder / "simulator"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text(program)
    return folder


def test_the_simulator_ends_with_its_block(tmp_path: Path) -> None:
    tests = write_simulator(tmp_path, ANNOUNCING)
    with running_simulator(tests, log=tmp_path / "log") as simulator:
        process_id = simulator.state()
        assert psutil.pid_exists(process_id)
    assert not psutil.pid_exists(process_id)


def test_the_simulator_ends_when_its_block_fails(tmp_path: Path) -> None:
    tests = write_simulator(tmp_path, ANNOUNCING)
    with pytest.raises(ZeroDivisionError), running_simulator(tests, log=tmp_path / "log") as simulator:
        process_id = simulator.state()
        raise ZeroDivisionError
    assert not psutil.pid_exists(process_id)


def test_a_simulator_that_does_not_start_is_quoted(tmp_path: Path) -> None:
    tests = write_simulator(tmp_path, "raise SystemExit('no such seed')")
    with pytest.raises(SimulatorError, match="no such seed"), running_simulator(tests, log=tmp_path / "log"):
        pass
