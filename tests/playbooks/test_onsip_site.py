# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role onsip_site through the playbook site, on the demo site and on small ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from running import play

from simulator.testing import RunningSimulator
from tools.layout import CLONE

SITE = "dialtone.voip.site"
DEMO = CLONE / "playbooks" / "demo" / "host_vars" / "onsip"
INES = {
    "auth_username": "example_ines",
    "user_name": "ines",
    "name": "Ines Okafor",
    "email_address": "ines@example.com",
    "portal_password": "portal-ines",
}


def demo_site() -> dict[str, Any]:
    variables: dict[str, Any] = {}
    for path in sorted(DEMO.glob("*.yml")):
        variables.update(yaml.safe_load(path.read_text()))
    return variables


def site(simulator: RunningSimulator, **objects: Any) -> dict[str, Any]:
    connection = {"url": simulator.url, "username": "admin.example", "password": "rehearsal"}
    variables = {f"onsip_site_{name}": value for name, value in connection.items()}
    return {"onsip": {"voip_platform": "onsip", **variables, **objects}}


def writes(simulator: RunningSimulator) -> list[dict[str, Any]]:
    return [row for row in simulator.requests() if row["write"]]


def test_the_demo_site_from_empty_to_done(tmp_path: Path, simulator: RunningSimulator) -> None:
    variables = demo_site()
    inventory = site(simulator, **variables)
    checked = play(tmp_path, SITE, "--check", "--diff", "-vvv", inventory=inventory)
    assert checked.exit_code == 0, checked.output[-3000:]
    assert writes(simulator) == []

    applied = play(tmp_path, SITE, "--diff", "-vvv", inventory=inventory)
    assert applied.exit_code == 0, applied.output[-3000:]
    assert applied.diffs == checked.diffs
    assert applied.changed == checked.changed == 7

    simulator.forget_requests()
    again = play(tmp_path, SITE, "--diff", inventory=inventory)
    assert again.exit_code == 0
    assert again.changed == 0
    assert writes(simulator) == []

    secrets = [user["portal_password"] for user in variables["onsip_site_users"]]
    secrets += [box["pin"] for box in variables["onsip_site_voicemail_boxes"] if "pin" in box]
    for secret in secrets:
        assert secret not in checked.output
        assert secret not in applied.output
    assert "users: 10 created" in applied.output


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        (
            {"onsip_site_user_aliases": [{"alias": "7002", "address": "inse"}]},
            "user alias 7002 / address / address / inse",
        ),
        (
            {"onsip_site_user_addresses": [{"address": "sales", "user": "nobody"}]},
            "user address sales / user / user / nobody",
        ),
        (
            {
                "onsip_site_voicemail_boxes": [{"mailbox": "7002", "address": "vm", "full_name": "Ines"}],
                "onsip_site_ring_groups": [
                    {"address": "all", "ordering": "parallel", "ring_timeout": 20, "members": [{"address": "vm"}]}
                ],
            },
            "ring group all / members / user_address / vm",
        ),
    ],
)
def test_a_mistyped_name_is_found_before_the_first_write(
    tmp_path: Path, simulator: RunningSimulator, objects: dict[str, Any], expected: str
) -> None:
    for options in (["--check"], []):
        refused = play(tmp_path, SITE, *options, inventory=site(simulator, **objects))
        assert refused.failed == 1
        assert expected in refused.output
        assert "Nothing was changed" in refused.output
        assert writes(simulator) == []


def test_names_of_the_site_of_the_service_and_of_other_organizations_are_accepted(
    tmp_path: Path, simulator: RunningSimulator
) -> None:
    objects = {
        "onsip_site_users": [INES],
        "onsip_site_user_aliases": [
            {"alias": "7002", "address": "Ines"},
            {"alias": "7001", "address": "admin"},
        ],
        "onsip_site_user_addresses": [{"address": "ines", "failover": "admin@example.onsip.com"}],
    }
    run = play(tmp_path, SITE, inventory=site(simulator, **objects))
    assert run.exit_code == 0, run.output
    assert play(tmp_path, SITE, inventory=site(simulator, **objects)).changed == 0


def test_prune_goes_backwards_through_the_dependencies(tmp_path: Path, simulator: RunningSimulator) -> None:
    jonas = {**INES, "auth_username": "example_jonas", "user_name": "jonas", "email_address": "jonas@example.com"}
    group = {"ordering": "parallel", "ring_timeout": 20, "members": [{"address": "jonas"}]}
    big = {
        "onsip_site_users": [INES, jonas],
        "onsip_site_user_aliases": [{"alias": "7002", "address": "ines"}, {"alias": "7003", "address": "jonas"}],
        "onsip_site_ring_groups": [
            {"address": "kept", **group, "members": [{"address": "ines"}]},
            {"address": "gone", **group},
        ],
    }
    everything = {"scope": {"all": True}}
    small: dict[str, Any] = {name: objects[:1] for name, objects in big.items()}
    small["onsip_site_prune"] = {
        "users": {**everything, "protect": ["admin.*"]},
        "user_aliases": everything,
        "ring_groups": everything,
    }
    assert play(tmp_path, SITE, inventory=site(simulator, **big)).exit_code == 0

    simulator.forget_requests()
    checked = play(tmp_path, SITE, "--check", "--diff", inventory=site(simulator, **small))
    assert writes(simulator) == []
    applied = play(tmp_path, SITE, "--diff", inventory=site(simulator, **small))
    assert applied.exit_code == 0, applied.output
    assert applied.diffs == checked.diffs
    deleted = [row["action"] for row in writes(simulator)]
    assert deleted == ["UserAliasDelete", "GroupAddressDelete", "UserDelete"]
    assert play(tmp_path, SITE, inventory=site(simulator, **small)).changed == 0
