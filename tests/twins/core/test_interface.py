# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the base class of the twins does by itself."""

from __future__ import annotations

import pytest

from simulator.core.interface import Clock, UnknownKnob, same_kind


@pytest.mark.parametrize(
    ("value", "default", "same"),
    [
        (True, False, True),
        (1, False, False),
        (True, 1, False),
        (1.5, 1, True),
        (1, 1.5, True),
        ("1", 1, False),
        ("b", "a", True),
        (None, "a", False),
        ([1], [], True),
        ({}, [], False),
        ("anything", None, True),
    ],
)
def test_a_knob_takes_values_of_its_defaults_kind(value, default, same):
    assert same_kind(value, default) is same


def test_knobs_are_set_all_or_none_and_go_back_to_their_defaults(toy_twins):
    twin = toy_twins(Clock())[0]
    with pytest.raises(UnknownKnob):
        twin.configure({"limit": 5, "nonesuch": 1})
    assert twin.knobs["limit"] == 20
    twin.configure({"limit": 5})
    assert twin.knobs["limit"] == 5
    twin.reset_knobs()
    assert twin.knobs == dict(twin.default_knobs)


def test_the_clock_advances_and_refuses_the_end_of_the_calendar():
    clock = Clock()
    before = clock.now()
    clock.advance(300)
    assert 300 <= clock.now() - before < 305
    assert abs(clock.utcnow().timestamp() - clock.now()) < 1
    with pytest.raises(OverflowError):
        clock.advance(1e15)
    assert clock.offset_s == 300


def test_a_twin_without_a_core_has_no_backend_faults(toy_twins):
    assert toy_twins(Clock())[0].backend_fault("NotesPort") is None
