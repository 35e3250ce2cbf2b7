# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A listing is complete or an error."""

from __future__ import annotations

from typing import Any

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.paging import Row, pages


def rows(*numbers: int) -> list[Row]:
    return [{"id": str(number)} for number in numbers]


class Pages:
    """Answers one page after the other."""

    def __init__(self, *answers: tuple[list[Row], Any]) -> None:
        self.answers = list(answers)
        self.offsets: list[int] = []

    def __call__(self, offset: int) -> tuple[list[Row], Any]:
        self.offsets.append(offset)
        return self.answers.pop(0)


def test_the_next_page_begins_after_the_rows_that_came() -> None:
    page = Pages((rows(1, 2), 3), (rows(3), 3))
    assert pages(page, "/contacts") == rows(1, 2, 3)
    assert page.offsets == [0, 2]


def test_without_a_total_only_an_empty_page_is_the_end() -> None:
    page = Pages((rows(1, 2), None), (rows(3), None), ([], None))
    assert pages(page, "/numbers") == rows(1, 2, 3)


@pytest.mark.parametrize(
    "answers",
    [
        [(rows(1, 2), 4), (rows(2, 3), 4)],
        [(rows(1, 1), None)],
    ],
)
def test_a_row_that_comes_twice_is_an_error(answers: list[Any]) -> None:
    with pytest.raises(RequestError, match="twice"):
        pages(Pages(*answers), "/contacts")


def test_rows_that_never_come_are_an_error() -> None:
    with pytest.raises(RequestError, match="showed 2 of 3 rows"):
        pages(Pages((rows(1, 2), 3), ([], 3)), "/contacts")


def test_of_a_history_nobody_needs_all() -> None:
    page = Pages((rows(1, 2), 100), (rows(3, 4), 100))
    assert pages(page, "/history", most=3) == rows(1, 2, 3)
