# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a wanted value and the server's mean the same, and what a field holds after a write."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import (
    UNREADABLE,
    comparable,
    differs,
    merged,
)
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field

TEXT = Field("text")
MAIL = Field("mail", normalise=lambda value: value.strip().lower())
FLAG = Field("flag", "bool")
NUMBER = Field("number", "int")
ORDERED = Field("ordered", "list", elements="str")
SET = Field("set", "list", elements="str", unordered=True, normalise=str.lower)
SETTINGS = Field("settings", "dict", keyed=True, normalise=str)
ADDRESS = Field(
    "address",
    "dict",
    options=(
        Field("street", normalise=str.strip),
        Field("zip", "int"),
        Field("note", readable=False),
        Field("code", secret=True),
        Field("place", "dict", options=(Field("floor"), Field("room"))),
        Field("number", read_only=True),
    ),
)
RING = (Field("user", required=True), Field("delay", "int"), Field("pin", secret=True), Field("id", read_only=True))
RINGS = Field("rings", "list", elements="dict", options=RING)
BAG = Field("bag", "list", elements="dict", options=RING, unordered=True)


def short(value):
    return value.name if isinstance(value, Field) else repr(value)


@pytest.mark.parametrize(
    ("field", "wanted", "current"),
    [
        (TEXT, "a", "a"),
        (TEXT, "", None),
        (MAIL, " Ines@Example.com", "ines@example.com"),
        (MAIL, "  ", None),
        (FLAG, False, None),
        (NUMBER, 0, None),
        (ORDERED, [], None),
        (ORDERED, ["a", "b"], ["a", "b"]),
        (SET, ["B", "a", "b"], ["a", "b"]),
        (SETTINGS, {"a": 1}, {"a": "1", "b": "2"}),
        (SETTINGS, {"a": None}, {"a": "1"}),
        (SETTINGS, {}, {}),
        (SETTINGS, {}, None),
        (ADDRESS, {"street": "Main Street"}, {"street": "Main Street ", "zip": 10115}),
        (ADDRESS, {"street": ""}, {}),
        (ADDRESS, {"street": None, "place": None, "zip": 5}, {"street": "x", "place": {"floor": "1"}, "zip": 5}),
        (ADDRESS, {"note": "x", "code": "y"}, {}),
        (ADDRESS, {"number": 5}, {"number": 6}),
        (ADDRESS, {"place": {"floor": "1"}}, {"place": {"floor": "1", "room": "2"}}),
        (ADDRESS, {}, {"street": "", "zip": 0, "place": {}}),
        (ADDRESS, {"street": "x"}, {"street": UNREADABLE}),
        (RINGS, [{"user": "a", "pin": "1"}], [{"user": "a", "delay": 0, "id": 7}]),
        (RINGS, [{"user": "a", "delay": 5}], [{"user": "a", "delay": UNREADABLE}]),
        (RINGS, [], None),
        (BAG, [{"user": "a"}, {"user": "b"}], [{"user": "b"}, {"user": "a"}]),
    ],
    ids=short,
)
def test_equal_meanings_do_not_differ(field, wanted, current):
    assert not differs(field, wanted, current)


@pytest.mark.parametrize(
    ("field", "wanted", "current"),
    [
        (TEXT, "a", "A"),
        (TEXT, "", "a"),
        (TEXT, "a", None),
        (MAIL, "a", "b"),
        (FLAG, True, None),
        (FLAG, False, True),
        (NUMBER, 0, 5),
        (ORDERED, ["a", "b"], ["b", "a"]),
        (ORDERED, ["a"], ["a", "a"]),
        (ORDERED, [], ["a"]),
        (SET, ["a"], ["a", "b"]),
        (SETTINGS, {"a": 1}, {"a": "2"}),
        (SETTINGS, {"a": 1}, {}),
        (SETTINGS, {"a": ""}, {}),
        (SETTINGS, {}, {"a": "1"}),
        (ADDRESS, {"street": "x"}, None),
        (ADDRESS, {"zip": 5}, {"zip": 6, "street": "x"}),
        (ADDRESS, {}, {"zip": 6}),
        (ADDRESS, {"place": {"floor": "1"}}, {"place": {"floor": "2"}}),
        (RINGS, [{"user": "a"}], [{"user": "a", "delay": 5}]),
        (RINGS, [{"user": "a"}], [{"user": "b"}]),
        (RINGS, [{"user": "a"}, {"user": "b"}], [{"user": "b"}, {"user": "a"}]),
        (RINGS, [{"user": "a"}], []),
        (RINGS, [], [{"user": "a"}]),
        (BAG, [{"user": "a"}, {"user": "a"}], [{"user": "a"}, {"user": "b"}]),
        (BAG, [{"user": "a"}], [{"user": "a"}, {"user": "a"}]),
    ],
    ids=short,
)
def test_other_meanings_differ(field, wanted, current):
    assert differs(field, wanted, current)


@pytest.mark.parametrize(
    ("wanted", "current"),
    [
        ([{"settings": {"a": 1}}, {"settings": {"a": 1, "b": 2}}], [{"settings": {"a": 1, "b": 2}}] * 2),
        ([{"settings": {"a": 1, "b": 2}}, {"settings": {"a": 1}}], [{"settings": {"a": 1, "b": 2}}] * 2),
    ],
)
def test_elements_are_compared_by_the_keys_they_mention(wanted, current):
    assert not differs(Field("ports", "list", elements="dict", options=(SETTINGS,)), wanted, current)


def test_an_unordered_list_of_maps_is_matched_however_the_server_lists_it():
    bag = Field("bag", "list", elements="dict", options=(SETTINGS,), unordered=True)
    wanted = [{"settings": {"a": 1}}, {"settings": {"a": 1, "b": 2}}]
    assert not differs(bag, wanted, [{"settings": {"a": 1, "b": 2}}, {"settings": {"a": 1}}])
    assert differs(bag, wanted, [{"settings": {"a": 1, "b": 3}}, {"settings": {"a": 1}}])


def test_what_cannot_be_read_fits_anything_but_only_once():
    wanted = [{"user": "a", "delay": 5}, {"user": "a", "delay": 7}]
    assert not differs(BAG, wanted, [{"user": "a", "delay": UNREADABLE}, {"user": "a", "delay": 5}])
    assert differs(BAG, wanted, [{"user": "a", "delay": UNREADABLE}, {"user": "a", "delay": 9}])


def test_lists_of_maps_without_options_can_be_compared():
    rows = Field("rows", "list", elements="dict")
    assert not differs(rows, [{"a": 1}, {"b": 2}], [{"a": 1}, {"b": 2}])
    assert differs(rows, [{"a": 1}], [{"a": 2}])


def test_comparing_changes_neither_side():
    wanted, current = [{"user": "a"}, {"user": "b"}], [{"user": "b"}, {"user": "a"}]
    differs(BAG, wanted, current)
    assert (wanted, current) == ([{"user": "a"}, {"user": "b"}], [{"user": "b"}, {"user": "a"}])


def test_absent_and_empty_are_one_in_comparable_form():
    for field in (TEXT, MAIL, FLAG, NUMBER, ORDERED, SET, SETTINGS):
        assert comparable(field, None) in ("", False, 0, [], {})


@pytest.mark.parametrize(
    ("field", "wanted", "current", "after"),
    [
        (TEXT, "new", "old", "new"),
        (ORDERED, ["c"], ["a", "b"], ["c"]),
        (SETTINGS, {"b": 3, "c": None}, {"a": 1, "b": 2, "c": 4}, {"a": 1, "b": 3, "c": 4}),
        (SETTINGS, {"a": 1}, None, {"a": 1}),
        (SETTINGS, {"a": 1}, UNREADABLE, {"a": 1}),
        (SETTINGS, {}, {"a": 1}, {}),
        (ADDRESS, {"zip": 5}, {"street": "x", "zip": 6}, {"street": "x", "zip": 5}),
        (
            ADDRESS,
            {"place": {"floor": "1"}},
            {"place": {"floor": "2", "room": "3"}},
            {"place": {"floor": "1", "room": "3"}},
        ),
    ],
    ids=short,
)
def test_a_write_keeps_what_the_user_did_not_mention(field, wanted, current, after):
    assert merged(field, wanted, current) == after


def test_merging_changes_neither_side():
    wanted, current = {"place": {"floor": "1"}}, {"place": {"floor": "2", "room": "3"}}
    merged(ADDRESS, wanted, current)["place"]["room"] = "4"
    assert (wanted, current) == ({"place": {"floor": "1"}}, {"place": {"floor": "2", "room": "3"}})


def test_the_stand_in_for_an_unreadable_value_says_what_it_is():
    assert repr(UNREADABLE) == "(not readable)"
