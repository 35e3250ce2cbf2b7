# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes whose order or number matters, on whole modules."""

from __future__ import annotations

from typing import Any

import pytest
from little_site import ADMINISTRATOR
from many_users import Site
from module_run import run_module


def sipx(site: Site, module: str, /, **options: Any) -> dict[str, Any]:
    return run_module(f"sipx_{module}", url=site.simulator.url, **ADMINISTRATOR, **options)


def test_user_groups_rank_in_the_order_of_the_list_however_many_writes_are_allowed_at_once(site: Site) -> None:
    site.simulator.faults({"match": {"path": "/user-group$", "method": "PUT", "times": 1}, "do": "delay", "ms": 100})
    names = [f"group-{number}" for number in range(6)]
    made = sipx(site, "user_groups", user_groups=[{"name": name} for name in names], parallel=6)
    assert made["summary"]["created"] == 6
    order = sipx(site, "info", gather=["user_groups"])["user_groups"]
    assert [group["name"] for group in order if group["name"] in names] == names
    writes = [row for row in site.simulator.requests("sipx") if row["write"]]
    assert len({row["connection"] for row in writes[-6:]}) == 1


def test_settings_of_a_second_park_orbit_are_checked_before_anything_is_written(site: Site) -> None:
    orbit = {"server": "pbx.example.com"}
    assert sipx(site, "park_orbit", extension="6001", name="one", **orbit)["changed"]
    site.simulator.forget_requests()
    result = sipx(site, "park_orbit", extension="6002", name="two", **orbit, settings={"general/nothing": "1"})
    assert "general/nothing" in result["msg"]
    assert [row for row in site.simulator.requests() if row["write"]] == []


@pytest.mark.parametrize("kind", ["branch", "phone_group"])  # each of the server's two interfaces
def test_a_write_that_meets_a_rate_limit_is_not_repeated_and_says_what_to_do(site: Site, kind: str) -> None:
    site.simulator.forget_requests()
    for method in ("POST", "PUT"):
        site.simulator.faults({"match": {"platform": "sipx", "method": method}, "do": "status", "status": 429})
    result = sipx(site, kind, name="Ghent")
    assert "was answered 429: Too Many Requests. The server limits the rate of requests" in result["msg"]
    assert len([row for row in site.simulator.requests() if row["write"]]) == 1


def test_a_card_is_charged_once_at_the_most(site: Site) -> None:
    simulator = site.simulator
    simulator.reset("demo")
    simulator.forget_requests()
    simulator.faults({"match": {"action": "AccountEditAddCredit", "times": 0}, "do": "status", "status": 429})
    login = {"username": "admin.example", "password": "rehearsal"}
    result = run_module("onsip_account_credit", url=simulator.url, **login, amount=20)
    assert result["failed"], result
    assert [row["action"] for row in simulator.requests("onsip")].count("AccountEditAddCredit") == 1
