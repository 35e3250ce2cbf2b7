# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator and the runner of the playbook tests, for tests that run with every supported ansible-core."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "playbooks")]

from simulator.testing import RunningSimulator, simulator_thread


@pytest.fixture(scope="session")
def shared_simulator() -> Iterator[RunningSimulator]:
    with simulator_thread() as simulator:
        yield simulator


@pytest.fixture
def simulator(shared_simulator: RunningSimulator) -> RunningSimulator:
    """A freshly installed server with an empty journal."""
    shared_simulator.reset()
    shared_simulator.forget_requests()
    return shared_simulator
