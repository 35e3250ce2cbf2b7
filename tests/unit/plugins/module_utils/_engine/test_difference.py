# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people read of a change: enough to understand it, and no secret."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._engine.difference import difference, readout, visible
from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import plan
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import ALWAYS, Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import items_of
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW, THING

EAGER = Policy(update_secrets=ALWAYS, update_unreadable=ALWAYS)
CURRENT = {
    "id": 7,
    "name": "a",
    "model": "acme",
    "title": "A",
    "enabled": True,
    "groups": ["x"],
    "settings": {"same": "1", "line/secret": "XSECRET1", "other": "2"},
    "address": {"street": "s", "branch": "b", "key": "XSECRET2"},
    "rings": [{"user": "u", "delay": 30, "pin": "XSECRET3"}],
}
WANTED = {
    "title": "B",
    "pin": "XSECRET4",
    "code": "",
    "note": "n",
    "groups": [],
    "settings": {"line/secret": "XSECRET5", "other": "3", "same": "1"},
    "address": {"street": "t", "key": "XSECRET6"},
    "rings": [{"user": "u", "delay": 5, "pin": "XSECRET7"}],
}


def shown(current=None, policy=EAGER, **item):
    records = [Record(current, current.get("id"))] if current is not None else []
    (change,) = plan(THING, items_of(THING, {"name": "a", **item}), records, policy)
    return difference(THING, change)


def test_the_headers_name_the_object():
    diff = shown(CURRENT, title="B")
    assert diff["before_header"] == diff["after_header"] == "small thing a"


def test_an_update_shows_what_differs_and_nothing_else():
    diff = shown(CURRENT, title="B", enabled=True, groups=["x"])
    assert (diff["before"], diff["after"]) == ({"title": "A"}, {"title": "B"})


def test_an_update_names_its_secrets_and_shows_the_rest():
    diff = shown(CURRENT, **WANTED)
    assert diff["before"] == {
        "title": "A",
        "pin": "(hidden)",
        "code": "(hidden)",
        "note": "(the server does not tell)",
        "groups": ["x"],
        "settings": {"line/secret": "(hidden)", "other": "2"},
        "address": {"street": "s", "branch": "b", "key": "(hidden)"},
        "rings": [{"user": "u", "delay": 30, "pin": "(hidden)"}],
    }
    assert diff["after"] == {
        "title": "B",
        "pin": "(hidden, new)",
        "code": "(hidden, new)",
        "note": "n",
        "groups": [],
        "settings": {"line/secret": "(hidden, new)", "other": "3"},
        "address": {"street": "t", "branch": "b", "key": "(hidden, new)"},
        "rings": [{"user": "u", "delay": 5, "pin": "(hidden, new)"}],
    }


def test_an_update_of_a_secret_inside_of_a_list_shows_the_list_without_it():
    rings = [{"user": "ada", "delay": 30}]
    diff = shown({"name": "a", "rings": rings}, rings=[{"user": "ada", "pin": "4711"}])
    assert diff["before"] == {"rings": rings}
    assert diff["after"] == {"rings": [{"user": "ada", "delay": 30, "pin": "(hidden, new)"}]}


def test_a_creation_shows_everything_that_is_written():
    diff = shown(None, **NEW, settings={"line/secret": "XSECRET", "x": "1"})
    assert diff["before"] == {}
    assert diff["after"] == {
        "name": "a",
        "model": "acme",
        "enabled": True,
        "pin": "(hidden, new)",
        "settings": {"line/secret": "(hidden, new)", "x": "1"},
    }


def test_a_deletion_shows_what_goes():
    diff = shown(CURRENT, state="absent")
    assert diff["after"] == {}
    assert diff["before"]["title"] == "A"
    assert "XSECRET" not in json.dumps(diff)


def test_a_value_that_the_server_hides_is_said_to_be_hidden():
    diff = shown({**CURRENT, "title": UNREADABLE}, title="B")
    assert (diff["before"], diff["after"]) == ({"title": "(the server does not tell)"}, {"title": "B"})
    assert shown({**CURRENT, "title": UNREADABLE}, state="absent")["before"]["title"] == "(the server does not tell)"


def test_a_hidden_value_inside_an_element_is_said_to_be_hidden():
    diff = shown({**CURRENT, "rings": [{"user": "u", "delay": UNREADABLE}]}, rings=[{"user": "v"}])
    assert diff["before"]["rings"] == [{"user": "u", "delay": "(the server does not tell)"}]


def test_visible_replaces_secrets_at_any_depth_and_leaves_out_what_is_unknown():
    assert visible(THING.fields, {"pin": "XSECRET", "title": None, "enabled": False}, "***") == {
        "pin": "***",
        "enabled": False,
    }


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("settings", "line/secret=XSECRET"),
        ("settings", ["XSECRET"]),
        ("address", "key=XSECRET"),
        ("rings", "pin=XSECRET"),
        ("rings", ["pin=XSECRET"]),
        ("rings", {"pin": "XSECRET"}),
        ("pin", {"x": "XSECRET"}),
        ("pin", ["XSECRET"]),
    ],
)
def test_a_value_of_another_shape_than_declared_is_hidden_where_it_may_hold_secrets(name, odd):
    assert "XSECRET" not in repr(visible(THING.fields, {name: odd}, "***"))
    assert visible(THING.fields, {"groups": "x", "title": ["y"]}) == {"groups": "x", "title": ["y"]}


def test_a_secret_two_levels_below_hides_a_value_of_another_shape_as_well():
    inner = Field("login", "dict", options=(Field("password", secret=True),))
    assert visible((Field("box", "dict", options=(inner,)),), {"box": "password=XSECRET"}, "***") == {"box": "***"}


def test_lists_of_maps_without_declared_options_are_shown_as_they_are():
    rows = Field("rows", "list", elements="dict")
    assert visible([rows], {"rows": [{"a": 1}]}) == {"rows": [{"a": 1}]}
    assert readout([rows], {"rows": [{"a": 1}]}) == {"rows": [{"a": 1}]}


def test_a_readout_has_no_secret_and_nothing_unknown_so_that_it_can_be_given_back():
    values = {**CURRENT, "pin": "XSECRET", "note": UNREADABLE, "code": None, "title": None, "groups": []}
    assert readout(THING.fields, values) == {
        "id": 7,
        "name": "a",
        "model": "acme",
        "enabled": True,
        "groups": [],
        "settings": {"same": "1", "other": "2"},
        "address": {"street": "s", "branch": "b"},
        "rings": [{"user": "u", "delay": 30}],
    }


def test_a_readout_leaves_out_what_is_hidden_inside_an_element():
    assert readout(THING.fields, {"rings": [{"user": "u", "delay": UNREADABLE, "pin": "XSECRET"}]}) == {
        "rings": [{"user": "u"}]
    }


def test_showing_changes_nothing_that_is_written():
    current, item = json.dumps(CURRENT), json.dumps(WANTED)
    shown(CURRENT, **WANTED)
    assert (json.dumps(CURRENT), json.dumps(WANTED)) == (current, item)


SECRET = st.text(min_size=1, max_size=4).map(lambda tail: "XSECRET" + tail)
TEXT = st.sampled_from(["", "p", "q"])
ELEMENT = st.fixed_dictionaries({"user": TEXT}, optional={"delay": st.integers(0, 2), "pin": SECRET})
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "title": TEXT,
        "model": TEXT,
        "pin": SECRET,
        "code": SECRET,
        "note": TEXT,
        "groups": st.lists(TEXT, max_size=2),
        "settings": st.fixed_dictionaries({}, optional={"secret": SECRET, "my/secret/x": SECRET, "plain": TEXT}),
        "address": st.fixed_dictionaries({}, optional={"street": TEXT, "branch": TEXT, "key": SECRET}),
        "rings": st.lists(ELEMENT, max_size=2),
    },
)


@given(VALUES, st.none() | VALUES, st.sampled_from(["present", "absent"]))
def test_no_difference_and_no_readout_ever_shows_a_secret(item, current, state):
    current = None if current is None else {"name": "a", **current}
    diff = shown(current, state=state, **item)
    assert "XSECRET" not in repr(diff)
    assert "XSECRET" not in repr(readout(THING.fields, {"name": "a", **item}))
    # What is shown before and after differs where, and only where, something is written.
    if current is not None and state == "present":
        assert set(diff["before"]) == set(diff["after"])
