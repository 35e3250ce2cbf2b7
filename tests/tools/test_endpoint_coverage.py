# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as covered, and as proven."""

from __future__ import annotations

from tools.endpoint_coverage import flaws, not_called, page

USER = {"call": "PUT /user/{id}", "method": "PUT", "route": "/rest/user/{id}", "covered_by": ["sipx_user"]}
BROKEN = {"call": "DELETE /thing", "excluded": "broken on the server"}


def served(status: int, method: str = "PUT") -> list[dict[str, object]]:
    return [{"platform": "sipx", "method": method, "route": "/rest/user/{id}", "action": None, "statuses": [status]}]


def test_a_call_is_proven_by_a_successful_answer() -> None:
    assert not_called("sipx", [USER, BROKEN], served(200)) == []
    assert not_called("sipx", [USER, BROKEN], served(500)) == ["sipx: PUT /user/{id}"]
    assert not_called("sipx", [USER, BROKEN], served(200, "GET")) == ["sipx: PUT /user/{id}"]
    assert not_called("onsip", [USER], served(200)) == ["onsip: PUT /user/{id}"]


def test_a_row_is_covered_or_excluded_and_can_be_found_in_the_journal() -> None:
    assert flaws("sipx", [USER, BROKEN]) == []
    assert len(flaws("sipx", [{"call": "a"}, {"call": "b", "covered_by": ["x"]}, USER, USER])) == 3


def test_the_page_counts_and_gives_reasons() -> None:
    text = page({"sipx": [USER, BROKEN]})
    assert "1 of 2 calls are covered" in text
    assert "| `DELETE /thing` | not covered: broken on the server |" in text
