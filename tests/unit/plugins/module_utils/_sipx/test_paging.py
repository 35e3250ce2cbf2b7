# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A listing is complete or it is an error."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.paging import pages


def rows(*ids: int) -> list[dict[str, int]]:
    return [{"id": identity} for identity in ids]


class Server:
    """Pages over ids that may change between two requests."""

    def __init__(self, ids: list[int]) -> None:
        self.ids = ids
        self.asked: list[tuple[int, int]] = []
        self.changes: dict[int, list[int]] = {}

    def page(self, start: int, limit: int) -> list[dict[str, int]]:
        self.asked.append((start, limit))
        self.ids = self.changes.pop(len(self.asked), self.ids)
        return rows(*self.ids[start : start + limit])


@pytest.mark.parametrize("count", [0, 1, 4, 5, 6, 13])
def test_all_rows_once(count: int) -> None:
    server = Server(list(range(count)))
    assert pages(server.page, 5, "/users") == rows(*range(count))


def test_pages_overlap_by_one_row_to_prove_that_nothing_moved() -> None:
    server = Server(list(range(12)))
    pages(server.page, 5, "/users")
    assert server.asked == [(0, 5), (4, 5), (8, 5)]


def test_a_row_that_goes_between_two_pages_is_noticed_and_the_listing_begun_anew() -> None:
    server = Server(list(range(12)))
    server.changes[2] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    assert pages(server.page, 5, "/users") == rows(*range(1, 12))
    assert server.asked[2] == (0, 5)


def test_a_listing_that_never_holds_still_is_an_error() -> None:
    server = Server(list(range(30)))
    server.changes = {call: list(range(call, 60)) for call in range(1, 20)}
    with pytest.raises(RequestError, match="do not fit together"):
        pages(server.page, 5, "/users")


def test_a_server_that_ignores_paging_is_understood() -> None:
    assert pages(lambda start, limit: rows(*range(9)), 5, "/users") == rows(*range(9))


def test_a_server_that_repeats_its_first_page_is_an_error_and_no_endless_loop() -> None:
    with pytest.raises(RequestError):
        pages(lambda start, limit: rows(0, 1, 2, 3, 4), 5, "/users")
