# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When another try is in order, and after how long: without a clock and without waiting."""

from __future__ import annotations

import email.utils
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy, seconds_of


class Clock:
    def __init__(self):
        self.now = 100.0
        self.pauses = []

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.now += seconds

    def policy(self, **options):
        return RetryPolicy(sleep=self.sleep, clock=lambda: self.now, **options)


@pytest.fixture
def clock():
    return Clock()


def test_pauses_grow_and_are_jittered(clock):
    tries = clock.policy(tries=5, first_pause=1.0).start()
    assert [tries.again() for _time in range(5)] == [True] * 4 + [False]
    for pause, middle in zip(clock.pauses, (1, 2, 4, 8), strict=True):
        assert 0.5 * middle <= pause <= 1.5 * middle


def test_two_clients_do_not_come_back_at_the_same_moment(clock):
    for _time in range(20):
        clock.policy().start().again()
    assert len(set(clock.pauses)) > 15


def test_a_single_try_is_never_repeated(clock):
    assert not clock.policy(tries=1).start().again("0")


def test_the_servers_wish_is_respected(clock):
    assert clock.policy().start().again("7")
    assert 7 <= clock.pauses[0] <= 7.5


def test_a_wish_for_no_pause_is_respected_too(clock):
    assert clock.policy().start().again("0")
    assert clock.pauses[0] <= 0.5


def test_who_asks_for_more_time_than_there_is_gets_no_further_try(clock):
    assert not clock.policy(longest_wait=90).start().again("3600")
    assert clock.pauses == []


def test_the_deadline_counts_from_the_first_try_and_includes_the_tries_themselves(clock):
    tries = clock.policy(tries=100, longest_wait=90).start()
    clock.now += 80
    assert tries.again("5")
    assert not tries.again("5")


def test_all_pauses_together_stay_below_the_deadline(clock):
    tries = clock.policy(tries=100, longest_wait=10).start()
    while tries.again():
        pass
    assert sum(clock.pauses) <= 10


def test_an_unintelligible_wish_is_ignored(clock):
    assert clock.policy(first_pause=1.0).start().again("soon")
    assert 0.5 <= clock.pauses[0] <= 1.5


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("5", 5), (" 5 ", 5), ("1.5", 1.5), ("0", 0), ("-5", 0), (None, None), ("", None), ("x", None)],
)
def test_seconds(header, seconds):
    assert seconds_of(header) == seconds


@pytest.mark.parametrize(("offset", "low", "high"), [(30, 25, 31), (-30, 0, 0)])
def test_dates(offset, low, high):
    assert low <= seconds_of(email.utils.formatdate(time.time() + offset, usegmt=True)) <= high


@pytest.mark.parametrize(
    "header",
    [
        "nan",
        "inf",
        "-inf",
        "1e999",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 01 Jan 0001 00:00:00 -0000",
        "Mon, 01 Jan 0001 00:00:00 +2359",
        "Mon, 99 Foo 20260 99:99:99 XYZ",
        "Thu, 01 Jan 1970 00:00:00 +99999999999999999999",
    ],
)
def test_odd_wishes_never_break_anything(header, clock):
    asked = seconds_of(header)
    assert asked is None or asked >= 0
    clock.policy(longest_wait=5).start().again(header)
    assert sum(clock.pauses) <= 5


@given(st.text() | st.from_regex(r"\A\w{3}, \d{1,2} \w{3} \d{1,5} \d\d:\d\d:\d\d [\w+-]{0,6}\Z"))
def test_any_wish_is_understood_or_ignored(header):
    asked = seconds_of(header)
    assert asked is None or asked >= 0
