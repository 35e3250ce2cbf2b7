# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Between option values and the server's objects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import DeclarationError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.plugins.module_utils._model.wire import identity, read_wire, write_wire

TYPES = {"delayed": "If no response", "together": "At the same time"}
FIELDS = (
    Field("name"),
    Field("address_port", "int"),
    Field("enabled", "bool"),
    Field("model", wire="model.modelId"),
    Field("branch", wire="model.branch.name"),
    Field("transport", choices=("udp", "tcp")),
    Field("groups", "list", elements="str"),
    Field("days", "list", elements="str", choices={"monday": 1, "tuesday": 2}),
    Field("settings", "dict", keyed=True),
    Field("caller_id", "dict", wire="callerAliasInfo", options=(Field("display_name"), Field("kind", choices=TYPES))),
    Field("rings", "list", elements="dict", options=(Field("user"), Field("type", wire="typeStr", choices=TYPES))),
)
VALUES = {
    "name": "trunk",
    "address_port": 5060,
    "enabled": False,
    "model": "sipTrunk",
    "branch": "Berlin",
    "transport": "udp",
    "groups": ["a"],
    "days": ["tuesday"],
    "settings": {"x/y": "1"},
    "caller_id": {"display_name": "Desk", "kind": "together"},
    "rings": [{"user": "4101", "type": "delayed"}],
}
WIRE = {
    "name": "trunk",
    "addressPort": 5060,
    "enabled": False,
    "model": {"modelId": "sipTrunk", "branch": {"name": "Berlin"}},
    "transport": "udp",
    "groups": ["a"],
    "days": [2],
    "settings": {"x/y": "1"},
    "callerAliasInfo": {"displayName": "Desk", "kind": "At the same time"},
    "rings": [{"user": "4101", "typeStr": "If no response"}],
}


def test_values_are_written_in_the_servers_words():
    assert write_wire(FIELDS, VALUES) == WIRE


def test_the_servers_object_is_read_in_the_users_words():
    assert read_wire(FIELDS, WIRE) == VALUES


def test_what_has_no_value_is_not_written():
    assert write_wire(FIELDS, {"name": None, "enabled": False, "groups": []}) == {"enabled": False, "groups": []}


def test_what_the_server_does_not_show_is_unknown_or_an_empty_collection():
    shown = read_wire(FIELDS, {"model": None, "more": 1})
    assert shown == {
        **dict.fromkeys(VALUES),
        "groups": [],
        "days": [],
        "settings": {},
        "caller_id": {},
        "rings": [],
    }


@pytest.mark.parametrize("odd", ["text", 5, ["list"]])
def test_a_path_through_something_else_leads_nowhere(odd):
    assert read_wire(FIELDS, {"model": odd})["branch"] is None


def test_a_word_of_the_server_that_is_no_choice_is_shown_as_it_is():
    assert read_wire(FIELDS, {"rings": [{"typeStr": "By moonlight"}]})["rings"] == [
        {"user": None, "type": "By moonlight"}
    ]


@pytest.mark.parametrize(
    ("wire", "name", "value"),
    [
        ({"name": 4101}, "name", "4101"),
        ({"addressPort": "5060"}, "address_port", 5060),
        ({"enabled": "true"}, "enabled", True),
        ({"groups": [1, "a"]}, "groups", ["1", "a"]),
        ({"addressPort": ""}, "address_port", ""),
    ],
)
def test_plain_values_get_their_declared_type_where_they_can(wire, name, value):
    shown = read_wire(FIELDS, wire)[name]
    assert (shown, type(shown)) == (value, type(value))


@pytest.mark.parametrize(
    ("wire", "complaint"),
    [
        ({"groups": "sales"}, "groups as a text where a list"),
        ({"groups": {"sales": 1}}, "groups as a map where a list"),
        ({"settings": ["a"]}, "settings as a list where a map"),
        ({"callerAliasInfo": "Desk"}, "callerAliasInfo as a text where a map"),
        ({"rings": {"user": "4101"}}, "rings as a map where a list"),
        ({"rings": ["4101"]}, "rings as a text where a map"),
        ({"rings": 7}, "rings as a number where a list"),
        ({"name": ["a"]}, "name as a list where a single value"),
        ({"name": {"a": 1}}, "name as a map where a single value"),
    ],
)
def test_what_has_another_shape_than_declared_is_an_error_and_never_a_guess(wire, complaint):
    with pytest.raises(RemoteError, match=complaint):
        read_wire(FIELDS, wire)


def test_writing_changes_no_value():
    before = {name: repr(value) for name, value in VALUES.items()}
    write_wire(FIELDS, VALUES)["rings"][0]["user"] = "other"
    assert {name: repr(value) for name, value in VALUES.items()} == before


@pytest.mark.parametrize("wires", [("a", "a"), ("a", "a.b"), ("a.b", "a"), ("a.b.c", "a.b")])
def test_two_fields_cannot_stand_in_one_place(wires):
    fields = (Field("name", required=True), *(Field(f"f{n}", wire=wire) for n, wire in enumerate(wires)))
    with pytest.raises(DeclarationError, match=r"thing: .*(f0.*f1|f1.*f0)"):
        Resource("thing", "things", "name", fields)


def test_neighbours_on_one_path_are_fine():
    fields = (Field("name", required=True), Field("a", wire="x.a"), Field("b", wire="x.b"), Field("xa", wire="xa"))
    assert Resource("thing", "things", "name", fields)


TEXT = st.text(max_size=5)
ANY_VALUES = st.fixed_dictionaries(
    {
        "name": TEXT,
        "address_port": st.integers(0, 65535),
        "enabled": st.booleans(),
        "model": TEXT,
        "branch": TEXT,
        "transport": st.sampled_from(["udp", "tcp"]),
        "groups": st.lists(TEXT, max_size=2),
        "days": st.lists(st.sampled_from(["monday", "tuesday"]), max_size=2),
        "settings": st.dictionaries(TEXT, TEXT, max_size=2),
        "caller_id": st.fixed_dictionaries({"display_name": TEXT, "kind": st.sampled_from(sorted(TYPES))}),
        "rings": st.lists(st.fixed_dictionaries({"user": TEXT, "type": st.sampled_from(sorted(TYPES))}), max_size=2),
    }
)


@given(ANY_VALUES)
def test_what_was_written_is_read_back(values):
    assert read_wire(FIELDS, write_wire(FIELDS, values)) == values


@given(ANY_VALUES, st.sets(st.sampled_from(sorted(VALUES))))
def test_what_was_written_in_part_is_read_back_in_part(values, omitted):
    part = {name: value for name, value in values.items() if name not in omitted}
    shown = read_wire(FIELDS, write_wire(FIELDS, part))
    assert {name: value for name, value in shown.items() if name not in omitted} == part


@pytest.mark.parametrize(("shown", "meant"), [(7, "7"), (0, "0"), ("w0", "w0"), (" ", " ")])
def test_an_id_is_a_number_or_a_text(shown, meant):
    assert identity(shown) == meant


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (None, "nothing"),
        ("", "a text"),
        (True, "a boolean"),
        (1.5, "a number"),
        (["w0"], "a list"),
        ({}, "a map"),
    ],
)
def test_nothing_else_is_an_id(shown, words):
    with pytest.raises(RemoteError, match=f"The server shows {words} where an id is expected"):
        identity(shown)
