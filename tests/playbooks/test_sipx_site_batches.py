# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long steps of the role sipx_site in batches: the same outcome, with a label that says how far it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from running import CREDENTIALS, play

from simulator.testing import RunningSimulator

SITE = "dialtone.voip.site"
DASH = "\N{EN DASH}"


def users(count: int) -> list[dict[str, Any]]:
    return [
        {"user_name": str(4100 + number), "pin": f"{7100 + number}", "sip_password": f"hush-{number:04}"}
        for number in range(count)
    ]


def site(simulator: RunningSimulator, **variables: Any) -> dict[str, Any]:
    connection = {f"sipx_site_{name}": value for name, value in CREDENTIALS.items()}
    return {"pbx": {"voip_platform": "sipx", "sipx_site_url": simulator.url, **connection, **variables}}


def requests(simulator: RunningSimulator, method: str, route: str) -> int:
    return len([row for row in simulator.requests() if (row["method"], row["route"]) == (method, route)])


def names(simulator: RunningSimulator) -> set[str]:
    return {row["user_name"] for row in simulator.state("sipx")["users"]["rows"]}


def test_batches_do_the_same_and_say_how_far_they_are(tmp_path: Path, simulator: RunningSimulator) -> None:
    wanted = users(12)
    inventory = site(simulator, sipx_site_users=wanted, sipx_site_batch_size=5)
    checked = play(tmp_path, SITE, "--check", "--diff", inventory=inventory)
    assert checked.exit_code == 0, checked.output
    assert [row for row in simulator.requests() if row["write"]] == []

    applied = play(tmp_path, SITE, "--diff", "-vvv", inventory=inventory)
    assert applied.exit_code == 0, applied.output[-3000:]
    for label in (f"users 1{DASH}5 of 12", f"users 6{DASH}10 of 12", f"users 11{DASH}12 of 12"):
        assert label in applied.output
    assert "users: 12 created" in applied.output
    assert [part for one in applied.diffs for part in one["diff"]] == [
        part for one in checked.diffs for part in one["diff"]
    ]
    for user in wanted:
        assert user["sip_password"] not in applied.output

    simulator.forget_requests()
    again = play(tmp_path, SITE, inventory=inventory)
    assert again.changed == 0
    assert "users: 12 unchanged" in again.output
    assert requests(simulator, "GET", "/api/users") == 1


def test_only_what_changes_is_batched(tmp_path: Path, simulator: RunningSimulator) -> None:
    wanted = users(12)
    assert play(tmp_path, SITE, inventory=site(simulator, sipx_site_users=wanted)).exit_code == 0
    wanted[3]["last_name"] = wanted[9]["last_name"] = "Weber"
    simulator.forget_requests()
    run = play(tmp_path, SITE, inventory=site(simulator, sipx_site_users=wanted, sipx_site_batch_size=5))
    assert run.exit_code == 0, run.output
    assert f"users 1{DASH}2 of 2" in run.output
    assert requests(simulator, "PUT", "/rest/user/{id}") == 2
    assert requests(simulator, "GET", "/api/users") == 2


def test_a_name_that_stands_in_two_batches_is_refused_before_the_first(
    tmp_path: Path, simulator: RunningSimulator
) -> None:
    wanted = [*users(12), users(1)[0]]
    run = play(tmp_path, SITE, inventory=site(simulator, sipx_site_users=wanted, sipx_site_batch_size=5))
    assert run.failed == 1
    assert "2 items with this user_name" in run.output
    assert names(simulator) == {"superadmin"}


def test_prune_sees_the_whole_list(tmp_path: Path, simulator: RunningSimulator) -> None:
    assert play(tmp_path, SITE, inventory=site(simulator, sipx_site_users=users(13))).exit_code == 0
    wanted = users(12)
    wanted[0]["last_name"] = "Weber"
    prune = {"users": {"scope": {"keys": ["41*"]}, "max_deletes": 1}}
    inventory = site(simulator, sipx_site_users=wanted, sipx_site_batch_size=5, sipx_site_prune=prune)
    run = play(tmp_path, SITE, inventory=inventory)
    assert run.exit_code == 0, run.output
    assert names(simulator) == {"superadmin", *(user["user_name"] for user in wanted)}


def test_an_item_that_the_server_refuses_does_not_stop_the_other_batches(
    tmp_path: Path, simulator: RunningSimulator
) -> None:
    wanted = users(12)
    simulator.faults({"match": {"path": "^/sipxconfig/rest/user$", "method": "PUT"}, "do": "status", "status": 500})
    run = play(tmp_path, SITE, inventory=site(simulator, sipx_site_users=wanted, sipx_site_batch_size=5))
    simulator.clear_faults()
    assert run.failed == 1
    assert len(names(simulator)) == 12
    inventory = site(simulator, sipx_site_users=wanted, sipx_site_batch_size=5)
    assert play(tmp_path, SITE, inventory=inventory).exit_code == 0
    assert len(names(simulator)) == 13


def test_phones_come_in_batches_too(tmp_path: Path, simulator: RunningSimulator) -> None:
    phones = [{"serial_number": f"0004f2{number:06}", "model": "polycom330"} for number in range(7)]
    inventory = site(simulator, sipx_site_phones=phones, sipx_site_batch_size=3)
    run = play(tmp_path, SITE, inventory=inventory)
    assert run.exit_code == 0, run.output
    assert f"phones 4{DASH}6 of 7" in run.output
    assert play(tmp_path, SITE, inventory=inventory).changed == 0
