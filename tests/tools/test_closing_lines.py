# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from tools.closing_lines import closing_line, skip_reason, something_ran

TWO_PYTEST_RUNS = """
========= 3 passed, 1 skipped in 1.61s =========
more output
===== 4 passed in 61.00s (0:01:01) =====
1 passed, 0 failed
"""


def test_pytest_runs_are_added_up() -> None:
    assert closing_line(TWO_PYTEST_RUNS) == "7 passed, 1 skipped"


def test_the_last_plain_line_counts() -> None:
    assert closing_line("1 passed, 0 failed\nok\n6 passed, 2 failed, 1 skipped\n") == "6 passed, 2 failed, 1 skipped"


def test_a_sentence_is_no_closing_line() -> None:
    assert closing_line("house rules: 1 passed, 0 failed today\n") is None


@pytest.mark.parametrize(
    "closing", [None, "no tests ran", "0 passed, 0 failed", "3 skipped", "0 passed, 0 failed, 3 skipped"]
)
def test_nothing_ran(closing: str | None) -> None:
    assert not something_ran(closing)


@pytest.mark.parametrize("closing", ["1 passed", "0 passed, 10 failed", "2 errors"])
def test_something_ran(closing: str) -> None:
    assert something_ran(closing)


def test_only_a_last_line_skips_the_step() -> None:
    assert skip_reason("skipped: no tests\n") == "no tests"
    assert skip_reason("skipped: one part\n1 passed, 0 failed\n") is None
    assert skip_reason("") is None
