# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role sipx_site through the playbook site, on the demo site and on small ones."""

from __future__ import annotations

import base64
import json
import urllib.request
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import CREDENTIALS, Run, play

from simulator.testing import RunningSimulator, simulator_process
from tools.layout import CLONE

SITE = "dialtone.voip.site"
DEMO = CLONE / "playbooks" / "demo" / "host_vars" / "pbx"


def demo_site() -> dict[str, Any]:
    variables: dict[str, Any] = {}
    for path in sorted(DEMO.glob("*.yml")):
        variables.update(yaml.safe_load(path.read_text()))
    return variables


def connection(simulator: RunningSimulator) -> dict[str, Any]:
    return {"sipx_site_url": simulator.url, **{f"sipx_site_{name}": value for name, value in CREDENTIALS.items()}}


def site(simulator: RunningSimulator, **objects: Any) -> dict[str, Any]:
    return {"pbx": {"voip_platform": "sipx", **connection(simulator), **objects}}


def writes(simulator: RunningSimulator) -> list[dict[str, Any]]:
    return [row for row in simulator.requests() if row["write"]]


def declared_secrets(variables: dict[str, Any]) -> list[str]:
    secrets = [user[name] for user in variables["sipx_site_users"] for name in ("pin", "sip_password")]
    secrets += [
        line["password"] for phone in variables["sipx_site_phones"] for line in phone["lines"] if "password" in line
    ]
    secrets += [gateway["settings"]["itsp-account/password"] for gateway in variables["sipx_site_gateways"][:1]]
    return secrets


def test_the_demo_site_from_empty_to_done(tmp_path: Path, simulator: RunningSimulator) -> None:
    variables = demo_site()
    inventory = site(simulator, **variables)
    checked = play(tmp_path, SITE, "--check", "--diff", "-vvv", inventory=inventory)
    assert checked.exit_code == 0, checked.output[-3000:]
    assert writes(simulator) == []

    applied = play(tmp_path, SITE, "--diff", "-vvv", inventory=inventory)
    assert applied.exit_code == 0, applied.output[-3000:]
    assert applied.diffs == checked.diffs
    assert applied.changed == checked.changed == 14

    simulator.forget_requests()
    again = play(tmp_path, SITE, "--diff", inventory=inventory)
    assert again.exit_code == 0
    assert again.changed == 0
    assert writes(simulator) == []

    for secret in declared_secrets(variables):
        assert secret not in checked.output
        assert secret not in applied.output
    assert "users: 60 created" in applied.output
    assert "users: 60 unchanged" in again.output


@pytest.mark.parametrize(
    ("objects", "expected"),
    [
        (
            {
                "sipx_site_users": [
                    {"user_name": "4101", "pin": "1234", "sip_password": "sip-4101", "groups": ["frontdsk"]}
                ]
            },
            "user 4101 / groups / user_group / frontdsk",
        ),
        (
            {"sipx_site_hunt_groups": [{"extension": "4400", "name": "help", "rings": [{"user": "4999"}]}]},
            "hunt group 4400 / rings / user / 4999",
        ),
        (
            {"sipx_site_gateways": [{"name": "trunk", "model": "sipTrunkStandard", "branch": "Berlin"}]},
            "gateway trunk / branch / branch / Berlin",
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


def test_a_name_that_only_the_server_has_is_accepted(tmp_path: Path, simulator: RunningSimulator) -> None:
    users = [{"user_name": "4101", "pin": "1234", "sip_password": "sip-4101", "groups": ["administrators"]}]
    assert play(tmp_path, SITE, inventory=site(simulator, sipx_site_users=users)).exit_code == 0


def test_prune_goes_backwards_through_the_dependencies(tmp_path: Path, simulator: RunningSimulator) -> None:
    big = {
        "sipx_site_branches": [{"name": "Berlin"}, {"name": "Lyon"}],
        "sipx_site_gateways": [
            {"name": "trunk-berlin", "model": "sipTrunkStandard", "branch": "Berlin"},
            {"name": "trunk-lyon", "model": "sipTrunkStandard", "branch": "Lyon"},
        ],
    }
    small = {name: objects[:1] for name, objects in big.items()}
    everything = {"scope": {"all": True}}
    small["sipx_site_prune"] = {"branches": everything, "gateways": everything}  # type: ignore[assignment]
    assert play(tmp_path, SITE, inventory=site(simulator, **big)).exit_code == 0

    simulator.forget_requests()
    checked = play(tmp_path, SITE, "--check", "--diff", inventory=site(simulator, **small))
    assert writes(simulator) == []
    applied = play(tmp_path, SITE, "--diff", inventory=site(simulator, **small))
    assert applied.exit_code == 0, applied.output
    assert applied.diffs == checked.diffs
    deleted = [row["route"] for row in writes(simulator) if row["method"] == "DELETE" and row["applied"]]
    assert len(deleted) == 2
    assert "gateways" in deleted[0]
    assert "branch" in deleted[1]
    assert play(tmp_path, SITE, inventory=site(simulator, **small)).changed == 0


def test_tags_choose_the_steps(tmp_path: Path, simulator: RunningSimulator) -> None:
    objects = {"sipx_site_branches": [{"name": "Berlin"}], "sipx_site_user_groups": [{"name": "sales"}]}
    run = play(tmp_path, SITE, "--tags", "branches", inventory=site(simulator, **objects))
    assert run.changed == 1
    assert {row["route"] for row in writes(simulator)} == {"/rest/branch"}


def test_two_sites_at_once(tmp_path: Path, simulator: RunningSimulator) -> None:
    with simulator_process() as other:
        inventory = {
            "north": site(simulator, sipx_site_branches=[{"name": "Hamburg"}])["pbx"],
            "south": site(other, sipx_site_branches=[{"name": "Munich"}])["pbx"],
        }
        run = play(tmp_path, SITE, inventory=inventory)
        assert run.changed == 2
        names = [str(one.state("sipx")) for one in (simulator, other)]
    assert "Hamburg" in names[0]
    assert "Munich" not in names[0]
    assert "Munich" in names[1]


def test_a_run_that_died_in_the_middle_converges(tmp_path: Path, simulator: RunningSimulator) -> None:
    inventory = site(simulator, **demo_site())
    simulator.faults(
        {"match": {"path": "^/sipxconfig/rest/user$", "method": "PUT", "nth": 20, "times": 0}, "do": "reset_after"}
    )
    simulator.faults(
        {"match": {"path": "^/sipxconfig/api/users", "method": "GET", "nth": 3, "times": 0}, "do": "reset_before"}
    )
    died = play(tmp_path, SITE, inventory=inventory)
    assert died.failed == 1
    assert "Traceback" not in died.output
    simulator.clear_faults()
    finished = play(tmp_path, SITE, inventory=inventory)
    assert finished.exit_code == 0, finished.output[-3000:]
    assert play(tmp_path, SITE, inventory=inventory).changed == 0
    names = [user["userName"] for user in users_of(simulator)]
    assert len(names) == len(set(names)) == 61


def users_of(simulator: RunningSimulator) -> list[dict[str, Any]]:
    token = base64.b64encode(b"superadmin:rehearsal").decode()
    request = urllib.request.Request(
        f"{simulator.url}/sipxconfig/api/users", headers={"Authorization": f"Basic {token}"}
    )
    with urllib.request.urlopen(request) as answer:
        return list(json.load(answer)["users"])


def test_an_unknown_platform_is_named(tmp_path: Path, simulator: RunningSimulator) -> None:
    run: Run = play(tmp_path, SITE, inventory={"pbx": {"voip_platform": "asterisk"}})
    assert run.failed == 1
    assert "voip_platform must be one of" in run.output
    assert "asterisk" in run.output
