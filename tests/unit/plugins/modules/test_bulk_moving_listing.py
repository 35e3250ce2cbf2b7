# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listings that change while they are read: complete or an error, and never a duplicate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from many_users import PAGE, Site, users
from module_run import run_module

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.client import SipxClient


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[int], None]], None]:
    """Has something done after each page that is read; it gets the number of pages so far."""
    read = SipxClient.api_get

    def arrange(work: Callable[[int], None]) -> None:
        pages = 0

        def read_and_work(client: SipxClient, path: str, query: str = "") -> Any:
            nonlocal pages
            answer = read(client, path, query)
            if query.startswith("start="):
                pages += 1
                work(pages)
            return answer

        monkeypatch.setattr(SipxClient, "api_get", read_and_work)

    return arrange


def set_user(site: Site, **options: Any) -> None:
    connection = {"url": site.simulator.url, "username": "superadmin", "password": "rehearsal"}
    result = run_module("sipx_user", **connection, **options)
    assert result["changed"] is True, result


def test_a_user_that_goes_while_the_pages_are_read(
    big_site: Site, meanwhile: Callable[[Callable[[int], None]], None]
) -> None:
    wanted = users(PAGE)
    meanwhile(lambda pages: set_user(big_site, user_name="20500", state="absent") if pages == 1 else None)
    result = big_site.apply(wanted)
    assert result["summary"]["created"] == 1
    assert result["summary"]["unchanged"] == PAGE - 1
    assert big_site.names == [item["user_name"] for item in wanted]


def test_a_user_that_comes_while_the_pages_are_read_is_not_created_again(
    big_site: Site, meanwhile: Callable[[Callable[[int], None]], None]
) -> None:
    wanted = users(PAGE + 1)
    newcomer = wanted[-1]
    meanwhile(lambda pages: set_user(big_site, **newcomer) if pages == 1 else None)
    result = big_site.apply(wanted)
    assert result["changed"] is False
    assert big_site.names == [item["user_name"] for item in wanted]


def test_a_listing_that_never_holds_still_is_an_error_and_nothing_is_written(
    big_site: Site, meanwhile: Callable[[Callable[[int], None]], None]
) -> None:
    def one_goes(pages: int) -> None:
        set_user(big_site, user_name=str(20000 + pages), state="absent")
        set_user(big_site, **{**users(1)[0], "user_name": str(30000 + pages), "aliases": []})

    meanwhile(one_goes)
    result = big_site.apply(users(PAGE), prune=True, prune_scope={"all": True})
    assert result["failed"] is True
    assert "do not fit together" in result["msg"]
    assert "summary" not in result
    assert big_site.counted["PUT /rest/user"] == big_site.counted["DELETE /rest/user/{id}"]
