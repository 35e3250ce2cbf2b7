# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The role sipthor_site through the playbook site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from running import play

from simulator.testing import RunningSimulator
from tools.layout import CLONE

SITE = "dialtone.voip.site"
DEMO = CLONE / "playbooks" / "demo" / "host_vars" / "sipthor"


@pytest.fixture
def demo(simulator: RunningSimulator) -> RunningSimulator:
    """A server with the accounts of the demo."""
    simulator.reset("demo")
    return simulator


def site(simulator: RunningSimulator, **variables: Any) -> dict[str, Any]:
    return {"thor": {"voip_platform": "sipthor", "sipthor_site_url": simulator.url, **variables}}


def demo_site() -> dict[str, Any]:
    variables: dict[str, Any] = {}
    for path in sorted(DEMO.glob("*.yml")):
        variables.update(yaml.safe_load(path.read_text()))
    return variables


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
    assert applied.changed == checked.changed == 1
    assert "accounts: 9 updated, 1 unchanged" in applied.output

    demo.forget_requests()
    again = play(tmp_path, SITE, "--diff", inventory=inventory)
    assert again.exit_code == 0
    assert again.changed == 0
    assert writes(demo) == []


def test_passwords_are_shown_nowhere(tmp_path: Path, demo: RunningSimulator) -> None:
    accounts = [
        {"username": "user0001", "password": "wr0ng-Hunter2", "call_forwarding": {"busy": "bob"}},
        {"username": "user0002", "password": "rehearsal", "call_forwarding": {"busy": "bob"}},
    ]
    inventory = site(demo, sipthor_site_domain="example.com", sipthor_site_accounts=accounts)
    run = play(tmp_path, SITE, "--diff", "-vvv", inventory=inventory)
    assert run.failed == 1
    assert "the login of user0001@example.com is refused, or the back end is down" in run.output
    assert "Traceback" not in run.output
    assert "wr0ng-Hunter2" not in run.output.replace(str(tmp_path), "")
    assert [row["account"] for row in writes(demo)] == ["user0002@example.com"]


def test_an_alias_that_two_accounts_want_is_found_before_the_first_write(
    tmp_path: Path, demo: RunningSimulator
) -> None:
    accounts = [
        {"username": "user0001", "password": "rehearsal", "aliases": ["sales"]},
        {"username": "user0002", "password": "rehearsal", "aliases": ["Sales"]},
    ]
    for options in (["--check"], []):
        inventory = site(demo, sipthor_site_domain="example.com", sipthor_site_accounts=accounts)
        run = play(tmp_path, SITE, *options, inventory=inventory)
        assert run.failed == 1
        assert "want the address sales@example.com" in run.output
        assert writes(demo) == []


def test_what_no_call_shows_is_told_in_the_report(tmp_path: Path, demo: RunningSimulator) -> None:
    accounts = [{"username": "user0001", "password": "rehearsal", "privacy": True}]
    variables = {"sipthor_site_domain": "example.com", "sipthor_site_accounts": accounts}
    run = play(tmp_path, SITE, inventory=site(demo, **variables))
    assert "privacy of 1 accounts was left alone, because no call shows it" in run.output
    assert writes(demo) == []
    written = play(tmp_path, SITE, inventory=site(demo, **variables, sipthor_site_update_unreadable="always"))
    assert written.changed == 1
    assert [row["action"] for row in writes(demo)] == ["set_privacy_on"]
