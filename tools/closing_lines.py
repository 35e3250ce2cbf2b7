# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a step's output says about how much ran and how it ended."""

from __future__ import annotations

import re
from collections import Counter

from tools.reporting import SKIPPED

PYTEST_LINE = re.compile(r"^=+ (?P<counts>(?:no tests ran|\d+ \w+)(?:, \d+ \w+)*) in [\d.]+s.*=+$", re.MULTILINE)
PLAIN_LINE = re.compile(r"^(?P<counts>\d+ passed, \d+ failed(?:, \d+ skipped)?)$", re.MULTILINE)
SKIPPED_LINE = re.compile(rf"^{re.escape(SKIPPED)}(?P<reason>.*)$", re.MULTILINE)


def skip_reason(output: str) -> str | None:
    """The reason that `reporting.skip` gave; it closes the output."""
    lines = output.rstrip().splitlines()
    found = SKIPPED_LINE.match(lines[-1]) if lines else None
    return found["reason"] if found else None


def closing_line(output: str) -> str | None:
    """pytest's closing lines added up, or else the last plain one; None when neither was printed."""
    pytest_lines = [found["counts"] for found in PYTEST_LINE.finditer(output)]
    if pytest_lines:
        return add_up(pytest_lines)
    plain_lines = [found["counts"] for found in PLAIN_LINE.finditer(output)]
    return plain_lines[-1] if plain_lines else None


def add_up(lines: list[str]) -> str:
    totals: Counter[str] = Counter()
    for line in lines:
        for count, word in re.findall(r"(\d+) (\w+)", line):
            totals[word] += int(count)
    return ", ".join(f"{count} {word}" for word, count in totals.items()) or "no tests ran"


def something_ran(closing: str | None) -> bool:
    """A step in which every test was left out has proved nothing."""
    return closing is not None and bool(re.search(r"\b[1-9]\d* (?:passed|failed|errors?)\b", closing))
