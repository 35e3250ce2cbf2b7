# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What depends on ansible-core's own code: masking, check mode and diff, module defaults, roles, files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from ansible.release import __version__ as ansible_version
from running import play, task

from simulator.testing import RunningSimulator

SHORT_PIN = "1234"
LONG_SECRET = "q8sVb2-hush-hush"
USER = {
    "user_name": "12345",
    "first_name": "1234",
    "last_name": "x1234y",
    "pin": SHORT_PIN,
    "sip_password": LONG_SECRET,
}


def result_of(output: str, key: str) -> dict[str, Any]:
    """The JSON of the task's result, as -v prints it."""
    start = output.index("=> {", output.index("TASK [")) + 3
    result = json.JSONDecoder().raw_decode(output[start:])[0]
    assert key in result, result
    return dict(result)


def invocation_of(result: dict[str, Any]) -> dict[str, Any]:
    """The parameters that -vvv shows; ansible-core 2.21 shows none, older releases must."""
    if "invocation" not in result:
        assert tuple(map(int, ansible_version.split(".")[:2])) >= (2, 21)
        return {}
    return dict(result["invocation"]["module_args"])


def test_a_short_pin_hides_nothing_else_and_a_long_secret_is_nowhere(
    tmp_path: Path, simulator: RunningSimulator
) -> None:
    plays = task("sipx_user", USER, simulator.url)
    for options in (["--check", "--diff", "-vvv"], ["--diff", "-vvv"]):
        run = play(tmp_path, plays, *options)
        assert run.exit_code == 0, run.output
        assert LONG_SECRET not in run.output
        assert "rehearsal" not in run.output
        result = result_of(run.output, "user")
        assert result["user"]["user_name"] == "12345"
        assert result["user"]["first_name"] == "1234"
        assert result["user"]["last_name"] == "x1234y"
        shown = invocation_of(result)
        assert shown.get("pin", "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER") == "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER"
        assert shown.get("user_name", "12345") == "12345"
        assert run.output.count(SHORT_PIN) == run.output.count("12345") + run.output.count('"1234"') + run.output.count(
            "x1234y"
        )


def test_secrets_of_a_list_are_nowhere(tmp_path: Path, simulator: RunningSimulator) -> None:
    users = [USER, {**USER, "user_name": "12346", "sip_password": "another-secret-77"}, {**USER, "user_name": ""}]
    run = play(tmp_path, task("sipx_users", {"users": users}, simulator.url), "--diff", "-vvv")
    assert run.failed == 1
    assert LONG_SECRET not in run.output
    assert "another-secret-77" not in run.output
    result = result_of(run.output, "summary")
    assert result["summary"]["created"] == 2
    assert invocation_of(result).get("users", "3 items") == "3 items"


def test_a_refused_parameter_shows_no_secret_and_no_traceback(tmp_path: Path, simulator: RunningSimulator) -> None:
    run = play(tmp_path, task("sipx_user", {**USER, "groups": {"a": 1}}, simulator.url), "-vvv")
    assert run.failed == 1
    assert LONG_SECRET not in run.output
    assert "Traceback" not in run.output
    assert "groups" in result_of(run.output, "msg")["msg"]


def test_check_apply_again_through_the_site_playbook(tmp_path: Path, simulator: RunningSimulator) -> None:
    inventory = {
        "pbx": {
            "voip_platform": "sipx",
            "sipx_site_url": simulator.url,
            "sipx_site_username": "superadmin",
            "sipx_site_password": "rehearsal",
            "sipx_site_branches": [{"name": "Berlin"}],
            "sipx_site_users": [{**USER, "branch": "Berlin", "permissions": {"Mobile": False}}],
            "sipx_site_hunt_groups": [{"extension": "4400", "name": "desk", "rings": [{"user": "12345"}]}],
        }
    }
    checked = play(tmp_path, "dialtone.voip.site", "--check", "--diff", inventory=inventory)
    assert checked.exit_code == 0, checked.output
    assert not [row for row in simulator.requests() if row["write"]]
    applied = play(tmp_path, "dialtone.voip.site", "--diff", "-vvv", inventory=inventory)
    assert applied.exit_code == 0, applied.output
    assert applied.diffs == checked.diffs
    assert applied.changed == 3
    assert LONG_SECRET not in applied.output
    assert play(tmp_path, "dialtone.voip.site", inventory=inventory).changed == 0


def test_items_from_files(tmp_path: Path, simulator: RunningSimulator) -> None:
    listed = tmp_path / "users.yml"
    listed.write_text(yaml.safe_dump({"users": [USER]}))
    run = play(tmp_path, task("sipx_users", {"src": str(listed)}, simulator.url), "-vvv")
    assert run.exit_code == 0, run.output
    assert LONG_SECRET not in run.output
