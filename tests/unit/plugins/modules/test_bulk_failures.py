# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A thousand items of which a few are wrong, and servers that stop working in the middle."""

from __future__ import annotations

from typing import Any

import pytest
from many_users import Site, users

from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy

CREATES = {"method": "PUT", "path": "^/sipxconfig/rest/user$"}


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses between two tries have tests of their own."""
    patient = RetryPolicy.__init__
    monkeypatch.setattr(
        RetryPolicy, "__init__", lambda self, *args, **options: patient(self, *args, **options, sleep=lambda s: None)
    )


def status(code: int, **match: Any) -> dict[str, Any]:
    return {"match": {**CREATES, "times": 0, **match}, "do": "status", "status": code}


def test_seven_bad_items_of_a_thousand_fail_alone_each_with_its_reason(site: Site) -> None:
    items: list[Any] = users(1000)
    items[10] = {**items[10], "last_nmae": "typo"}
    items[20] = {**items[20], "pin": "12"}
    items[30] = {name: value for name, value in items[30].items() if name != "user_name"}
    items[40] = {**items[40], "groups": {"sales": True}}
    items[50] = {**items[50], "groups": ["nobody knows"]}
    items[60] = {**items[60], "user_name": items[61]["user_name"]}
    result = site.apply(items, parallel=8)
    assert result["failed"] is True
    assert result["summary"] == {"created": 993, "updated": 0, "deleted": 0, "unchanged": 0, "failed": 7, "total": 1000}
    reasons = {entry["index"]: entry["msg"] for entry in result["results"] if entry["action"] == "failed"}
    expected = {
        10: "did you mean last_name",
        20: "at least 4 characters",
        30: "user_name is required",
        40: "groups is not a list",
        50: "'nobody knows'",
        60: "2 items with this user_name",
        61: "2 items with this user_name",
    }
    assert list(reasons) == list(expected)
    for index, text in expected.items():
        assert text in reasons[index]
    assert len(site.names) == 993

    again = site.apply(users(1000))
    assert again["summary"]["created"] == 7
    assert again["summary"]["unchanged"] == 993
    assert len(site.names) == 1000


def test_results_are_in_the_order_of_the_list_whatever_finished_first(site: Site) -> None:
    result = site.apply(users(100), parallel=8)
    assert [entry["index"] for entry in result["results"]] == list(range(100))


@pytest.mark.parametrize("code", [503, 500])
def test_a_server_that_fails_from_the_middle_on(site: Site, code: int) -> None:
    site.simulator.faults(status(code, nth=51))
    broken = site.apply(users(100), parallel=4)
    assert broken["summary"]["created"] == 50
    assert broken["summary"]["failed"] == 50
    assert len(broken["results"]) == 100
    assert len(site.names) == 50

    site.simulator.clear_faults()
    finished = site.apply(users(100), parallel=4)
    assert finished["summary"]["created"] == 50
    assert finished["summary"]["unchanged"] == 50
    assert site.names == [item["user_name"] for item in users(100)]
    assert site.apply(users(100))["changed"] is False


def test_a_server_that_does_the_work_and_drops_its_answers_gets_nothing_twice(site: Site) -> None:
    site.simulator.faults({"match": {**CREATES, "nth": 11, "times": 0}, "do": "reset_after"})
    result = site.apply(users(30), parallel=4)
    assert result["summary"]["created"] == 30
    assert site.counted["PUT /rest/user"] == 30
    assert site.names == [item["user_name"] for item in users(30)]


def test_a_server_that_is_gone_is_not_asked_for_every_item(site: Site) -> None:
    everything = {"path": "^/sipxconfig/", "nth": 40, "times": 0}
    site.simulator.faults({"match": everything, "do": "reset_before"})
    result = site.apply(users(150), parallel=4)
    assert result["summary"]["failed"] >= 110
    assert any("not attempted" in entry.get("msg", "") for entry in result["results"])
    assert len(site.requests) < 120
    site.simulator.clear_faults()
    assert site.apply(users(150), parallel=8)["summary"]["failed"] == 0
    assert len(site.names) == 150
