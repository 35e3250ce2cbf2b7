# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that allow fewer connections than there are workers."""

from __future__ import annotations

from urllib.parse import urlsplit

from many_users import Site, users
from narrow_door import NarrowDoor


def door(site: Site, **options: bool) -> NarrowDoor:
    return NarrowDoor(urlsplit(site.simulator.url).port or 0, limit=2, **options)


def test_workers_share_the_connections_that_they_can_get(site: Site) -> None:
    with door(site) as narrow:
        result = site.apply(users(80), url=narrow.url, parallel=8)
        assert result["summary"]["created"] == 80, result.get("msg")
        assert narrow.most == 2
        assert narrow.turned_away <= 8
        assert site.counted["PUT /rest/user"] == 80
        assert site.apply(users(80), url=narrow.url, parallel=8)["changed"] is False
    assert len(site.names) == 80


def test_connections_that_nobody_accepts_cost_the_items_that_wait_on_them_and_no_more(site: Site) -> None:
    with door(site, queue=True) as narrow:
        result = site.apply(users(40), url=narrow.url, parallel=4, timeout=2)
        assert narrow.most == 2
    # The server may still come to them, so only another run can tell.
    failed = [entry["msg"] for entry in result["results"] if entry["action"] == "failed"]
    assert all("was not created again" in message for message in failed)
    assert 0 < len(failed) <= 4
    assert site.apply(users(40))["summary"]["created"] <= len(failed)
    assert site.names == [item["user_name"] for item in users(40)]
