# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A listing is complete or it is an error."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.paging import Page, pages

ROWS = [{"UserId": str(number)} for number in range(7)]


class Server:
    """Pages over rows.

    :param largest: it gives no more rows than that, whatever it is asked for.
    :param counts: whether it tells how many there are.
    """

    def __init__(self, rows, largest=3, counts=True):
        self.rows, self.largest, self.counts = list(rows), largest, counts
        self.offsets = []

    def page(self, offset):
        self.offsets.append(offset)
        self.before(len(self.offsets))
        rows = self.rows[offset : offset + self.largest]
        return Page(rows, len(self.rows) if self.counts and self.rows else None)

    def before(self, number):
        """What happens before a page is read."""


def read(server, limit=3):
    return pages(server.page, limit, "/api", "UserBrowse")


@pytest.mark.parametrize("counts", [True, False])
@pytest.mark.parametrize("number", [0, 1, 3, 6, 7])
def test_all_rows_are_read_whether_they_are_counted_or_not(counts, number):
    assert read(Server(ROWS[:number], counts=counts)) == ROWS[:number]


def test_a_server_that_gives_less_than_asked_is_asked_on_as_long_as_its_count_says_so():
    server = Server(ROWS, largest=2)
    assert read(server) == ROWS
    assert server.offsets == [0, 2, 4, 6]


def test_a_server_without_pages_gives_all_at_once():
    server = Server(ROWS, largest=100, counts=False)
    assert read(server) == ROWS
    assert server.offsets == [0]


def test_a_row_that_comes_meanwhile_begins_the_listing_anew():
    class Moving(Server):
        def before(self, number):
            if number == 2:
                self.rows.insert(0, {"UserId": "new"})

    server = Moving(ROWS)
    assert read(server) == [{"UserId": "new"}, *ROWS]
    assert server.offsets[:3] == [0, 3, 0]


def test_a_row_that_goes_meanwhile_does_too():
    class Moving(Server):
        def before(self, number):
            if number == 2:
                del self.rows[0]

    assert read(Moving(ROWS)) == ROWS[1:]


@pytest.mark.parametrize(
    "page",
    [
        lambda offset: Page(ROWS[:3], 7),
        lambda offset: Page(ROWS[:3] if offset == 0 else [], 7),
        lambda offset: Page([ROWS[0], ROWS[0]], 2),
        lambda offset: Page(ROWS, 2),
    ],
    ids=["the same page again", "rows that never come", "a row twice", "more rows than it says"],
)
def test_pages_that_never_fit_together_are_an_error(page):
    with pytest.raises(RequestError, match="do not fit together, 3 times"):
        pages(page, 3, "/api", "UserBrowse")


def test_a_listing_without_rows_that_should_have_some_is_an_error():
    with pytest.raises(RequestError, match="do not fit together"):
        pages(lambda offset: Page([], 3), 3, "/api", "DidBrowse")
    assert pages(lambda offset: Page([], 0), 3, "/api", "DidBrowse") == []
