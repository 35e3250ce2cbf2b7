# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from typing import Any

from tools.demo import proofs
from tools.demo_summary import summary_lines
from tools.playbook_run import PlaybookRun

READ = {"method": "GET", "path": "/x", "write": False, "applied": False}
WRITE = {"method": "PUT", "path": "/x", "write": True, "applied": True, "status": 200}
REFUSED_WRITE = {**WRITE, "applied": False, "status": 500}
DIFF = {"host": "demo", "task": "Users", "diff": {"before": "", "after": "anna"}}


def run(changed: int, journal: list[dict[str, Any]], diffs: list[dict[str, Any]]) -> PlaybookRun:
    return PlaybookRun(exit_code=0, recap={"demo": {"changed": changed}}, diffs=diffs, journal=journal, seconds=1.0)


REHEARSAL = run(1, [READ], [DIFF])
REAL = run(1, [READ, WRITE], [DIFF])
AGAIN = run(0, [READ], [])


def failed(rehearsal: PlaybookRun = REHEARSAL, real: PlaybookRun = REAL, again: PlaybookRun = AGAIN) -> list[str]:
    return [proof.promise for proof in proofs(rehearsal, real, again) if proof.objections]


def test_a_good_demo_fails_no_proof() -> None:
    assert failed() == []


def test_a_write_in_check_mode_is_found_even_if_refused() -> None:
    assert failed(rehearsal=run(1, [READ, REFUSED_WRITE], [DIFF])) == ["check mode wrote nothing"]


def test_another_diff_in_check_mode_is_found() -> None:
    other = {**DIFF, "diff": {"before": "", "after": "bert"}}
    assert failed(rehearsal=run(1, [READ], [other])) == ["check mode showed the diffs of the real run"]
    assert failed(rehearsal=run(1, [READ], [])) == ["check mode showed the diffs of the real run"]


def test_a_demo_that_does_nothing_is_found() -> None:
    assert failed(run(0, [READ], []), run(0, [READ], [])) == ["the real run changed something"]


def test_a_busy_second_run_is_found() -> None:
    assert failed(again=run(0, [WRITE], [])) == ["the second real run wrote nothing"]
    assert failed(again=run(1, [READ], [])) == ["the second real run reports changed=0"]


def test_a_run_without_hosts_has_not_succeeded() -> None:
    assert not PlaybookRun(exit_code=0, recap={}, diffs=[], journal=[], seconds=1.0).succeeded


def test_the_summary_counts_what_changed_platforms_hold() -> None:
    before = {"sipx": {"users": {"next_id": 2, "rows": [{"id": 1}]}}, "onsip": {"users": ["admin"]}}
    state = {
        "sipx": {
            "users": {"next_id": 3, "rows": [{"id": 1}, {"id": 2}]},
            "groups": [{"resource": "user"}, {"resource": "phone"}, {"resource": "phone"}],
            "phones": {"0004f2a10001": {"id": 1}},
        },
        "onsip": {"users": ["admin"]},
    }
    assert list(summary_lines(state, before)) == [
        "sipXcom",
        "      1 user groups",
        "      2 users, 1 of them new",
        "      2 phone groups",
        "      1 phones",
    ]
