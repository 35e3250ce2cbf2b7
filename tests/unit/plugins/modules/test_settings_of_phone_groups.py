# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings that the phones of a model inherit from a group: set, found in place, and taken back."""

from __future__ import annotations

from typing import Any

from little_site import ADMINISTRATOR, furnish
from many_users import Site
from module_run import run_module

PROXY = "server/outboundProxy"


def apply(site: Site, **options: Any) -> dict[str, Any]:
    inherited = {"phone_group": "lobby", "model": "acmePhoneStandard"}
    return run_module("sipx_phone_group_settings", url=site.simulator.url, **ADMINISTRATOR, **inherited, **options)


def test_a_setting_is_set_once_and_taken_back_once(site: Site) -> None:
    furnish(site.simulator)
    wanted = {PROXY: "proxy.example.com"}
    assert [apply(site, settings=wanted)["changed"] for _turn in range(2)] == [True, False]
    taken_back = [apply(site, settings=wanted, state="default") for _turn in range(2)]
    assert [result["changed"] for result in taken_back] == [True, False]
    assert taken_back[0]["diff"]["before"] == {"settings": wanted}


def test_a_path_that_leads_nowhere_is_told_and_nothing_is_sent(site: Site) -> None:
    furnish(site.simulator)
    result = apply(site, settings={"server/outboundProxi": "proxy.example.com"})
    assert f"did you mean {PROXY}?" in result["msg"]
    assert [row for row in site.simulator.requests() if row["write"]] == []
