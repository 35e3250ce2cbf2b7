# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role sipgate_site through the playbook site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from running import play

from simulator.testing import RunningSimulator
from tools.layout import CLONE

SITE = "dialtone.voip.site"
DEMO = CLONE / "playbooks" / "demo" / "host_vars" / "sipgate"
TOKEN = "00000000-0000-4000-8000-000000000000"
ADA, BEN = "ada.sample@example.com", "ben.sample@example.com"


@pytest.fixture
def demo(simulator: RunningSimulator) -> RunningSimulator:
    """An account with the people, groups and numbers of the demo."""
    simulator.reset("demo")
    return simulator


def site(simulator: RunningSimulator, **objects: Any) -> dict[str, Any]:
    connection = {"url": simulator.url, "token_id": "token-EXAMPL", "token": TOKEN}
    variables = {f"sipgate_site_{name}": value for name, value in {**connection, **objects}.items()}
    return {"account": {"voip_platform": "sipgate", **variables}}


def demo_site() -> dict[str, Any]:
    variables: dict[str, Any] = {}
    for path in sorted(DEMO.glob("*.yml")):
        variables.update(yaml.safe_load(path.read_text()))
    variables.pop("voip_platform")
    return {name.removeprefix("sipgate_site_"): value for name, value in variables.items()}


def writes(simulator: RunningSimulator) -> list[dict[str, Any]]:
    return [row for row in simulator.requests() if row["write"]]


def test_the_demo_site_from_empty_to_done(tmp_path: Path, demo: RunningSimulator) -> None:
    inventory = site(demo, **demo_site())
    checked = play(tmp_path, SITE, "--check", "--diff", "-vvv", inventory=inventory)
    assert checked.exit_code == 0, checked.output[-3000:]
    assert writes(demo) == []

    applied = play(tmp_path, SITE, "--diff", "-vvv", inventory=inventory)
    assert applied.exit_code == 0, applied.output[-3000:]
    assert applied.diffs == checked.diffs
    assert applied.changed == checked.changed == 10
    assert TOKEN not in applied.output.replace(str(tmp_path), "")

    demo.forget_requests()
    again = play(tmp_path, SITE, "--diff", inventory=inventory)
    assert again.exit_code == 0
    assert again.changed == 0
    assert writes(demo) == []


@pytest.mark.parametrize(
    ("objects", "complaint"),
    [
        (
            {"phone_lines": [{"alias": "Front", "user": ADA, "devices": ["Dsk"]}]},
            "phone line Front / devices / device / Dsk",
        ),
        (
            {"numbers": [{"number": "+493023125001", "endpoint": "group:Slaes"}]},
            "number +493023125001 / endpoint / endpoint / group:Slaes",
        ),
        ({"quick_dials": [{"number": "11", "user": "ada@example.com"}]}, "there is no user ada@example.com"),
    ],
)
def test_a_typing_error_is_found_in_check_mode_too(
    tmp_path: Path, demo: RunningSimulator, objects: dict[str, Any], complaint: str
) -> None:
    for options in (["--check"], []):
        run = play(tmp_path, SITE, *options, inventory=site(demo, **objects))
        assert run.failed == 1
        assert complaint in run.output
        assert writes(demo) == []


def test_what_is_not_declared_goes_if_its_kind_is_named(tmp_path: Path, demo: RunningSimulator) -> None:
    everything = {"scope": {"fields": {"user": ADA}}}
    objects: dict[str, Any] = {
        "devices": [{"alias": "Desk", "user": ADA}, {"alias": "Desk", "user": BEN}],
        "phone_lines": [{"alias": "Front", "user": ADA, "devices": ["Desk"]}],
    }
    assert play(tmp_path, SITE, inventory=site(demo, **objects)).exit_code == 0
    more = {"devices": [*objects["devices"], {"alias": "Old", "user": ADA}]}
    assert play(tmp_path, SITE, inventory=site(demo, **more)).exit_code == 0
    run = play(tmp_path, SITE, inventory=site(demo, **objects, prune={"devices": everything}))
    assert run.exit_code == 0, run.output[-3000:]
    assert "pruned devices: 1 deleted" in run.output


def test_extensions_are_what_the_first_generation_can_do(tmp_path: Path, demo: RunningSimulator) -> None:
    inventory = site(
        demo,
        username="admin@example.com",
        password="rehearsal",
        extensions=[{"id": "1234567e0", "do_not_disturb": True}],
    )
    run = play(tmp_path, SITE, "-vvv", inventory=inventory)
    assert run.exit_code == 0, run.output[-3000:]
    assert [row["platform"] for row in writes(demo)] == ["sipgate_v1"]
    assert play(tmp_path, SITE, inventory=inventory).changed == 0
