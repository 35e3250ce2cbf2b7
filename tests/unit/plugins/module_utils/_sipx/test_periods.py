# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Weekly periods in both of the server's spellings."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import differs
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.periods import (
    from_api,
    from_rest,
    periods_field,
    refuse_collisions,
    to_api,
    to_rest,
)

HOUR = 3_600_000


def period(day: str, start: str, end: str) -> dict[str, str]:
    return {"day": day, "start": start, "end": end}


def test_times_are_milliseconds_of_a_day_in_1970() -> None:
    assert to_api([period("weekdays", "9:00", "17:30")]) == [
        {"scheduledDay": "Weekdays", "start": 9 * HOUR, "stop": 17 * HOUR + HOUR // 2}
    ]


@pytest.mark.parametrize("start", [9 * HOUR, 33 * HOUR, -15 * HOUR])
def test_the_day_of_a_time_means_nothing(start: int) -> None:
    rows = [{"scheduledDay": "Monday", "start": start, "stop": 10 * HOUR}]
    assert from_api(rows) == [period("monday", "09:00", "10:00")]


def test_days_are_numbers_and_times_are_pairs() -> None:
    wire = [{"scheduledDay": -2, "start": {"hrs": 8, "min": 5}, "end": {"hrs": 20, "min": 0}}]
    assert to_rest([period("weekend", "08:05", "20:00")]) == wire
    assert from_rest(wire) == [period("weekend", "08:05", "20:00")]


def test_order_and_spelling_are_no_difference() -> None:
    current = [period("monday", "09:00", "10:00"), period("friday", "09:00", "10:00")]
    wanted = [period("friday", "9:00", "10:00"), period("monday", "9:00", "10:00")]
    assert not differs(periods_field("periods"), wanted, current)
    assert differs(periods_field("periods"), [wanted[0], wanted[0]], current)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (period("weekdays", "09:00", "12:00"), period("monday", "11:00", "13:00")),
        (period("every_day", "09:00", "12:00"), period("weekend", "11:59", "13:00")),
        (period("monday", "12:00", "09:00"), period("sunday", "01:00", "02:00")),
    ],
)
def test_what_the_server_refuses_without_a_reason(one: dict[str, str], other: dict[str, str]) -> None:
    with pytest.raises(ItemError, match=r"overlaps|before it begins"):
        refuse_collisions([one, other])


def test_periods_that_touch_do_not_overlap() -> None:
    refuse_collisions([period("weekdays", "09:00", "12:00"), period("monday", "12:00", "13:00")])
    refuse_collisions([period("weekdays", "09:00", "12:00"), period("weekend", "09:00", "12:00")])
