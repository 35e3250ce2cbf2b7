# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the info modules read of the demo servers, and that the plural modules take it as it is."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from little_site import ADMINISTRATOR, SITE, USER, furnish
from module_run import run_module

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.info import GATHERERS as V1_GATHERERS
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.info import GATHERERS as MY_GATHERERS
from simulator.testing import RunningSimulator

UTILS = "ansible_collections.dialtone.voip.plugins.module_utils"
LOGINS: dict[str, dict[str, Any]] = {
    "sipx": ADMINISTRATOR,
    "onsip": {"username": "admin.example", "password": "rehearsal"},
    "sipgate": {"token_id": "token-EXAMPL", "token": "00000000-0000-4000-8000-000000000000"},
    "sipthor": {"username": "alice", "password": "rehearsal", "domain": "example.com"},
}


@pytest.fixture
def demo(simulator: RunningSimulator) -> Iterator[RunningSimulator]:
    simulator.clear_faults()
    simulator.reset("demo")
    simulator.configure(sipx={"edition": "commercial"})
    simulator.forget_requests()
    yield simulator
    simulator.reset()


def login(platform: str, demo: RunningSimulator) -> dict[str, Any]:
    return {"url": demo.url, **LOGINS[platform]}


def gatherers(platform: str) -> list[str]:
    return sorted(import_module(f"{UTILS}._{platform}.info").GATHERERS)


#: what some readings have to be told
V1 = {"token_id": None, "token": None, "username": "admin@example.com", "password": "rehearsal"}
MORE: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("extensions", "gsm_code", "mobile_extensions", "outgoing_numbers", "product"), V1),
    "live_calls": {"filters": {"user": "4101"}},
    "phone_group_settings": {"filters": {"phone_group": "lobby", "model": "polycomVVX410"}},
    "phone_model_settings": {"filters": {"model": "polycomVVX410"}},
    "phones_with_line": {"filters": {"line": "4101"}},
    "user_schedules": {"filters": {"user": "4101"}},
}


@pytest.mark.parametrize(
    ("platform", "name"), [(platform, name) for platform in LOGINS for name in gatherers(platform)]
)
def test_everything_can_be_read_and_nothing_is_written(demo: RunningSimulator, platform: str, name: str) -> None:
    if platform == "sipx":
        furnish(demo)
    result = run_module(f"{platform}_info", **{**login(platform, demo), **MORE.get(name, {})}, gather=[name])
    assert not result.get("failed"), result
    assert result["changed"] is False
    assert name in result
    assert demo.requests()
    assert [row for row in demo.requests() if row["write"]] == []


@pytest.mark.parametrize("plural", SITE)
def test_what_is_read_can_be_given_back_and_changes_nothing(demo: RunningSimulator, plural: str) -> None:
    furnish(demo)
    read = run_module("sipx_info", **login("sipx", demo), gather=[plural])[plural]
    assert len(read) >= len(SITE[plural])
    again = run_module(f"sipx_{plural}", **login("sipx", demo), **{plural: read})
    assert again["summary"]["unchanged"] == again["summary"]["total"] == len(read), again


@pytest.mark.parametrize("name", sorted(V1_GATHERERS))
def test_what_the_first_generation_of_sipgate_tells(demo: RunningSimulator, name: str) -> None:
    result = run_module("sipgate_info", **{**login("sipgate", demo), **V1}, api_version="v1", gather=[name])
    assert not result.get("failed"), result
    # Nobody calls, and there is no mobile extension yet.
    assert bool(result[name]) == (name not in ("calls", "mobile_extensions"))
    assert [row for row in demo.requests() if row["write"]] == []


def test_what_no_single_generation_of_sipgate_has_is_refused(demo: RunningSimulator) -> None:
    result = run_module("sipgate_info", **login("sipgate", demo), gather=["devices", "product", "users"])
    assert result["msg"] == (
        "gather: devices, users exist only in v2 of the sipgate API, product only in v1; take two tasks"
    )
    assert demo.requests() == []


#: what some readings of a user have to be told
SEARCH = {"phonebook_search": {"search": "Ines"}}


# There is no conference here to tell the details of.
@pytest.mark.parametrize("name", sorted(set(MY_GATHERERS) - {"conference_details"}))
def test_a_user_reads_what_is_his_or_hers(demo: RunningSimulator, name: str) -> None:
    furnish(demo)
    result = run_module("sipx_my_info", url=demo.url, **USER, gather=[name], **SEARCH.get(name, {}))
    assert not result.get("failed"), result
    assert name in result
    assert [row for row in demo.requests() if row["write"]] == []
