# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deeds: check mode sends nothing that has an effect, a real run sends it once."""

from __future__ import annotations

from typing import Any

import pytest
from little_site import ADMINISTRATOR, furnish
from many_users import Site
from module_run import run_module

DEEDS: dict[str, dict[str, Any]] = {
    "sipx_copy_hunt_group": {"extension": "300", "new_extension": "301"},
    "sipx_restart_service": {"server": "pbx.example.com", "service": "sipxregistrar"},
    "sipx_phone_profile": {"serial_numbers": ["00:04:f2:c0:ff:01"]},
    "sipx_server_profile": {"servers": []},
}


@pytest.mark.parametrize("module", DEEDS)
def test_check_mode_asks_and_a_real_run_acts(site: Site, module: str) -> None:
    furnish(site.simulator)
    foreseen = run_module(module, url=site.simulator.url, **ADMINISTRATOR, **DEEDS[module], _ansible_check_mode=True)
    assert not foreseen.get("failed"), foreseen
    assert [row for row in site.simulator.requests() if row["write"]] == []
    done = run_module(module, url=site.simulator.url, **ADMINISTRATOR, **DEEDS[module])
    assert not done.get("failed"), done
    assert done["changed"] == foreseen["changed"]
    assert [row for row in site.simulator.requests() if row["write"]]
