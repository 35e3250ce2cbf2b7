# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Option values: what a person may write for each type, and what counts as empty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._model.values import (
    CONVERTERS,
    EMPTY,
    is_empty,
    to_bool,
    to_dict,
    to_int,
    to_list,
    to_raw,
    to_str,
)

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary() | st.dates(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=5,
)


@pytest.mark.parametrize(("written", "meant"), [("4101", "4101"), ("", ""), (4101, "4101"), (0, "0"), (1.5, "1.5")])
def test_text_is_taken_as_it_is_and_numbers_as_they_are_written(written, meant):
    assert to_str(written) == meant


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (True, "a boolean"),
        (False, "a boolean"),
        (["a"], "a list"),
        (("a",), "a list"),
        ({"a": 1}, "a map"),
        (None, "nothing"),
        (b"", "a bytes"),
    ],
)
def test_text_is_never_made_of_what_nobody_means_as_text(written, complaint):
    with pytest.raises(ValueError, match=f"is {complaint} where text is expected"):
        to_str(written)


@pytest.mark.parametrize(("written", "meant"), [(5, 5), (-3, -3), ("5060", 5060), (" 7 ", 7), ("-1", -1)])
def test_whole_numbers_may_come_as_text(written, meant):
    assert to_int(written) == meant


@pytest.mark.parametrize("written", [True, False, 1.5, 2.0, "", "5.0", "five", [5], {"a": 5}, None])
def test_what_is_no_whole_number_is_refused(written):
    with pytest.raises(ValueError, match="is not a whole number"):
        to_int(written)


@pytest.mark.parametrize("written", [True, "yes", "Yes", "on", "TRUE", " true ", "1", 1, "y", "t"])
def test_words_for_true(written):
    assert to_bool(written) is True


@pytest.mark.parametrize("written", [False, "no", "NO", "off", "false", "0", 0, "n", "f"])
def test_words_for_false(written):
    assert to_bool(written) is False


@pytest.mark.parametrize("written", ["", "maybe", 2, None, [], {}])
def test_what_is_neither_true_nor_false_is_refused(written):
    with pytest.raises(ValueError, match="is neither true nor false"):
        to_bool(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["a", "b"], ["a", "b"]),
        (("a", "b"), ["a", "b"]),
        ([], []),
        ("", []),
        ("sales", ["sales"]),
        ("sales, support ,", ["sales", "support"]),
        (4101, [4101]),
    ],
)
def test_a_list_may_be_written_as_a_single_value_or_with_commas(written, meant):
    assert to_list(written) == meant


@pytest.mark.parametrize("written", [{"a": 1}, True, 1.5, None])
def test_what_is_no_list_is_refused(written):
    with pytest.raises(ValueError, match="is not a list"):
        to_list(written)


def test_a_list_is_copied_so_that_nobody_changes_what_the_user_gave():
    given_list = ["a"]
    to_list(given_list).append("b")
    assert given_list == ["a"]


def test_the_keys_of_a_map_become_text():
    assert to_dict({1: "a", "b": 2}) == {"1": "a", "b": 2}


@pytest.mark.parametrize("written", ["a=b", ["a"], 1, None])
def test_what_is_no_map_is_refused(written):
    with pytest.raises(ValueError, match="is not a map"):
        to_dict(written)


@pytest.mark.parametrize("value", [None, "", [], (), {}])
def test_empty_forms(value):
    assert is_empty(value)


@pytest.mark.parametrize("value", [0, False, 0.0, " ", "0", [None], {"a": None}])
def test_zero_and_false_are_values(value):
    assert not is_empty(value)


def test_each_type_has_a_converter_and_an_empty_form():
    assert set(CONVERTERS) == set(EMPTY)


@given(ANYTHING, st.sampled_from(sorted(CONVERTERS)))
def test_reading_a_value_gives_its_type_or_a_reason(value, type_name):
    types = {"str": str, "path": str, "int": int, "bool": bool, "list": list, "dict": dict, "raw": object}
    try:
        read = CONVERTERS[type_name](value)
    except ValueError:
        return
    assert isinstance(read, types[type_name])
    assert CONVERTERS[type_name](read) == read


@given(ANYTHING)
def test_raw_is_whatever_it_is(value):
    assert to_raw(value) is value
