# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers for tests of whole modules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).resolve()
sys.path[:0] = [name for name in (str(HERE.parent), str(HERE.parents[3])) if name not in sys.path]

from many_users import Site, populated, users

from simulator.testing import RunningSimulator, simulator_thread


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture(scope="session")
def simulator() -> Iterator[RunningSimulator]:
    with simulator_thread() as running:
        yield running


@pytest.fixture
def site(simulator: RunningSimulator) -> Site:
    """A freshly installed server."""
    simulator.clear_faults()
    simulator.reset()
    return Site(simulator)


@pytest.fixture
def big_site(site: Site) -> Site:
    """A server that has a thousand users already."""
    assert site.apply(users(1))["changed"] is True
    site.simulator.reset(populated(site.simulator.state(), users(1000)))
    return site
