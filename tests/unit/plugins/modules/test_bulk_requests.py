# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a site costs in requests: its listing and what has to change, however many users it has."""

from __future__ import annotations

from typing import Any

import pytest
from many_users import PAGE, Site, drifted, users

LISTING = "GET /api/users"
WRITE = "PUT /rest/user/{id}"
CREATE = "PUT /rest/user"

#: 1,000 users and the administrator, each page after the first repeating a row
PAGES = 2


def test_nothing_to_do_for_a_thousand_users_is_the_listing_and_nothing_else(big_site: Site) -> None:
    result = big_site.apply(users(1000), parallel=8)
    assert result["summary"]["unchanged"] == 1000
    assert big_site.counted == {LISTING: PAGES}
    assert big_site.connections == 1


def test_nothing_to_do_is_said_in_a_few_kilobytes(big_site: Site) -> None:
    result = big_site.apply(users(1000))
    assert result["results"] == []
    assert len(str(result)) < 4000


def test_one_percent_drift_costs_one_percent_of_the_writes(big_site: Site) -> None:
    result = big_site.apply(drifted(users(1000), every=100))
    assert result["summary"] == {
        "created": 0,
        "updated": 10,
        "deleted": 0,
        "unchanged": 990,
        "failed": 0,
        "total": 1000,
    }
    counted = big_site.counted
    assert counted.pop(LISTING) == PAGES
    assert counted.pop(WRITE) == 10
    # Names that the written documents mention, each kind read once whoever mentions it.
    assert counted == {"GET /rest/user-group": 1}
    assert len(result["diff"]) == len(result["results"]) == 10


def test_check_mode_costs_the_listing(big_site: Site) -> None:
    result = big_site.apply(drifted(users(1000), every=100), _ansible_check_mode=True)
    assert result["summary"]["updated"] == 10
    assert big_site.counted == {LISTING: PAGES}


@pytest.mark.parametrize("parallel", [1, 4, 8])
def test_creations_share_a_connection_a_worker(site: Site, parallel: int) -> None:
    result = site.apply(users(60), parallel=parallel)
    assert result["summary"]["created"] == 60
    assert site.counted == {LISTING: 1, "GET /rest/user-group": 1, CREATE: 60}
    assert site.connections <= parallel + 1


@pytest.mark.parametrize(("count", "pages"), [(PAGE - 2, 1), (PAGE - 1, 2), (PAGE, 2)])
def test_the_listing_has_the_largest_pages(big_site: Site, count: int, pages: int) -> None:
    """A full page says nothing about what comes after it, so it is followed by another."""
    gone = [{"user_name": item["user_name"], "state": "absent"} for item in users(PAGE)[count:]]
    if gone:
        assert big_site.apply(gone)["summary"]["deleted"] == len(gone)
    assert big_site.apply(users(count))["changed"] is False
    assert big_site.counted == {LISTING: pages}


def test_proving_secrets_needs_no_request_an_item(big_site: Site) -> None:
    result = big_site.apply(users(1000), update_secrets="verify")
    assert result["changed"] is False
    assert "unverified" not in result
    assert big_site.counted == {LISTING: PAGES}


def test_permissions_are_compared_by_the_listing(site: Site) -> None:
    items: list[dict[str, Any]] = [{**item, "permissions": {"Mobile": False}} for item in users(50)]
    assert site.apply(items)["summary"]["created"] == 50
    assert site.apply(items)["changed"] is False
    assert site.counted == {LISTING: 1, "GET /rest/permission": 1}


def test_prune_looks_at_the_listing_that_is_there_anyway(big_site: Site) -> None:
    result = big_site.apply(users(995), prune=True, prune_scope={"keys": ["2*"]})
    assert result["summary"]["deleted"] == 5
    assert big_site.counted == {LISTING: PAGES, "DELETE /rest/user/{id}": 5}
