# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Items as users write them: types, names, limits, and every problem named at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.item import ItemReader
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource


def even(value):
    if value % 2:
        raise ValueError("must be even")


def ends_apart(value):
    if value.get("first", "unknown") == value.get("last"):
        raise ValueError("must not begin where it ends")


ROUTE = (Field("first", "int", required=True), Field("last", "int", default=9), Field("note"))

PHONE = Resource(
    name="phone",
    plural="phones",
    key="serial",
    fields=(
        Field("id", "int", read_only=True),
        Field("serial", required=True, clearable=False, normalise=str.strip),
        Field("description"),
        Field("model", choices=("acme", "polycom"), clearable=False),
        Field("pin", secret=True, min_length=4),
        Field("grade", secret=True, choices=("gold", "silver")),
        Field("lines", "int", minimum=1, maximum=6, check=even),
        Field("shared", "bool"),
        Field("groups", "list", elements="str", min_length=2),
        Field("address", "dict", options=(Field("street"), Field("city"), Field("zip", "int")), check=len),
        Field("span", "dict", options=ROUTE, check=ends_apart),
        Field("settings", "dict", keyed=True),
        Field("routes", "list", elements="dict", options=ROUTE, check=ends_apart),
    ),
)


def read(**item):
    return ItemReader(PHONE).read({"serial": "0001", **item})


def values(**item):
    given_values = read(**item)[1]
    assert given_values.pop("serial") == "0001"
    return given_values


def refusal(item):
    with pytest.raises(ItemError) as caught:
        ItemReader(PHONE).read(item)
    return caught.value.message


def test_values_get_their_declared_types():
    assert values(lines="4", shared="yes", groups="sales, support", address={"zip": "10115"}) == {
        "lines": 4,
        "shared": True,
        "groups": ["sales", "support"],
        "address": {"zip": 10115},
    }


def test_omitted_and_null_both_mean_leave_alone():
    assert values() == values(description=None, groups=None, settings=None, address=None, pin=None, routes=None) == {}


def test_null_inside_a_map_means_leave_alone_too():
    assert values(address={"street": "Main Street", "city": None}) == {"address": {"street": "Main Street"}}
    assert values(settings={"a": 1, "b": None}) == {"settings": {"a": 1}}


def test_a_map_of_nulls_leaves_alone_and_does_not_clear():
    assert values(address={"street": None, "city": None}, settings={"a": None}) == {}


def test_the_empty_forms_clear():
    assert values(description="", groups=[], settings={}, address={}, routes=[]) == {
        "description": "",
        "groups": [],
        "settings": {},
        "address": {},
        "routes": [],
    }


def test_zero_and_false_are_kept():
    assert values(shared=False, address={"zip": 0}) == {"shared": False, "address": {"zip": 0}}


def test_what_cannot_be_cleared_says_so():
    assert refusal({"serial": "0001", "model": ""}) == "model cannot be cleared"


@pytest.mark.parametrize("missing", [{}, {"serial": None}, {"serial": ""}, {"serial": "  "}])
def test_the_key_is_required(missing):
    assert refusal({"description": "x", **missing}) == "serial is required"


def test_read_only_options_are_accepted_and_ignored_so_that_info_output_is_valid_input():
    assert values(id="whatever") == {}


@pytest.mark.parametrize(
    ("item", "state"), [({}, "present"), ({"state": None}, "present"), ({"state": "absent"}, "absent")]
)
def test_the_state_is_present_unless_said_otherwise(item, state):
    assert read(**item)[0] == state


@pytest.mark.parametrize("state", ["gone", "", False, 0, [], {}])
def test_an_odd_state_is_refused_and_never_taken_for_present(state):
    assert f"state must be one of: present, absent; not {state!r}" in refusal({"serial": "0001", "state": state})


def test_every_problem_of_an_item_is_named_at_once():
    message = refusal(
        {
            "state": "gone",
            "modell": "acme",
            "lines": 7,
            "shared": "maybe",
            "groups": ["sales", "x"],
            "address": {"zip": "x", "town": "y"},
            "pin": "12",
            "routes": [{"first": 1}, {"last": "z"}],
        }
    )
    for part in (
        "state must be one of: present, absent; not 'gone'",
        "unknown option modell; did you mean model?",
        "lines must be at most 6, not 7",
        "shared is neither true nor false",
        "groups (element 2) is too short: it needs at least 2 characters",
        "address zip is not a whole number; unknown option town; the options are: street, city, zip",
        "pin is too short: it needs at least 4 characters",
        "routes (element 2) last is not a whole number; first is required",
        "serial is required",
    ):
        assert part in message


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"lines": 0}, "lines must be at least 1, not 0"),
        ({"lines": 3}, "lines must be even"),
        ({"model": "cisco"}, "model must be one of: acme, polycom, not 'cisco'"),
        ({"description": ["a"]}, "description is a list where text is expected"),
        ({"settings": "a=b"}, "settings is not a map"),
        ({"routes": ["x"]}, "routes (element 1) is not a map"),
        ({"routes": [{"first": 4, "last": 4}]}, "routes (element 1) must not begin where it ends"),
        ({"span": {"first": 4, "last": 4}}, "span must not begin where it ends"),
        ({"sdfg": 1}, "unknown option sdfg; the options are: serial, description, model"),
        ({"idd": 1}, "unknown option idd; the options are"),
        ({3: 1}, "unknown option 3"),
    ],
)
def test_what_is_wrong_is_said_with_the_options_name(item, message):
    assert refusal({"serial": "0001", **item}).startswith(message)


@pytest.mark.parametrize("raw", [None, "0001", ["serial"], 5])
def test_an_item_that_is_no_map_is_refused(raw):
    assert refusal(raw) == "is not a map of options"


def test_elements_are_written_whole_so_omitted_options_get_their_defaults():
    assert values(routes=[{"first": 1}, {"first": 1, "last": None, "note": ""}]) == {
        "routes": [{"first": 1, "last": 9}, {"first": 1, "last": 9, "note": ""}]
    }


def test_a_map_is_written_in_part_so_its_options_get_no_defaults_and_none_is_required():
    assert values(span={"note": "x"}) == {"span": {"note": "x"}}


def test_a_refused_secret_is_not_quoted():
    assert refusal({"serial": "1", "grade": "hunter2", "pin": "12"}) == (
        "grade must be one of: gold, silver; pin is too short: it needs at least 4 characters"
    )


@given(st.text(alphabet="QXZ#", min_size=3, max_size=12) | st.lists(st.just("QXZ")) | st.just({"QXZ": "QXZ"}))
def test_no_message_ever_quotes_a_secret(secret):
    message = refusal({"serial": "1", "pin": secret, "grade": secret, "lines": 99})
    assert "QXZ" not in message
    assert str(secret) not in message


def test_the_users_own_data_is_not_changed():
    routes = [{"first": 1}]
    item = {"serial": "0001", "routes": routes, "settings": {1: None}}
    ItemReader(PHONE).read(item)
    assert item == {"serial": "0001", "routes": [{"first": 1}], "settings": {1: None}}


SCALAR = st.none() | st.booleans() | st.integers() | st.text(max_size=6)
ITEM = st.dictionaries(
    st.sampled_from([field.name for field in PHONE.fields] + ["state", "other"]),
    SCALAR
    | st.lists(SCALAR | st.dictionaries(st.sampled_from(["first", "last", "note", "x"]), SCALAR), max_size=3)
    | st.dictionaries(st.sampled_from(["street", "zip", "first", "x"]), SCALAR, max_size=3),
)


@given(ITEM)
def test_any_item_is_read_or_refused_with_a_sentence_and_never_breaks(item):
    try:
        state, given_values = ItemReader(PHONE).read(item)
    except ItemError as error:
        assert error.message
        return
    assert state in ("present", "absent")
    assert None not in given_values.values()
    # What was read is valid input again, and means the same.
    assert ItemReader(PHONE).read(given_values)[1] == given_values
