# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The change that each item needs."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import (
    CREATE,
    DELETE,
    NONE,
    REFUSE,
    UPDATE,
    plan,
)
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import items_of
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW, THING


def record(name, identity=1, **values):
    return Record({"id": identity, "name": name, "model": "acme", "enabled": True, **values}, identity)


def changes(records, *items):
    return plan(THING, items_of(THING, *items), records, Policy())


def change(records, **item):
    (only,) = changes(records, {"name": "a", **item})
    return only


def test_what_is_missing_is_created_with_the_given_values_and_the_defaults():
    planned = change([], **NEW, title="A")
    assert planned.action == CREATE
    assert planned.values == {"name": "a", "model": "acme", "enabled": True, "pin": "s3cret-pin", "title": "A"}
    assert planned.changed == ("name", "title", "model", "enabled", "pin")
    assert planned.record is None


def test_a_given_value_beats_the_default():
    assert change([], **NEW, enabled=False).values["enabled"] is False


def test_creating_without_what_is_required_is_refused_by_name():
    planned = change([], title="A")
    assert planned.action == REFUSE
    assert planned.error == "does not exist yet and cannot be created without: model, pin"


def test_an_empty_value_is_not_what_is_required():
    assert change([], **{**NEW, "model": ""}).error == "does not exist yet and cannot be created without: model"


def test_a_required_option_is_not_needed_for_what_exists():
    assert change([record("a")], title="A").action == UPDATE


def test_what_is_as_wanted_needs_nothing():
    planned = change([record("a", title="A", groups=["x", "y"])], title="A", groups=["y", "x"], enabled=True)
    assert planned.action == NONE
    assert planned.changed == ()
    assert planned.record.identity == 1


def test_what_differs_is_updated_and_the_rest_keeps_its_values():
    current = record(
        "a", title="A", groups=["x"], settings={"p": "1", "q": "2"}, address={"street": "s", "branch": "b"}
    )
    planned = change([current], title="B", settings={"q": "3"}, address={"street": "t"})
    assert planned.action == UPDATE
    assert planned.changed == ("title", "settings", "address")
    assert planned.values == {
        "name": "a",
        "title": "B",
        "model": "acme",
        "enabled": True,
        "pin": None,
        "code": None,
        "note": None,
        "groups": ["x"],
        "settings": {"p": "1", "q": "3"},
        "address": {"street": "t", "branch": "b"},
        "rings": None,
    }


def test_planning_does_not_change_what_was_read():
    current = record("a", settings={"p": "1"})
    change([current], settings={"p": "2"})
    assert current.values["settings"] == {"p": "1"}


def test_the_servers_spelling_of_the_key_is_kept():
    planned = change([record(" A")], title="B")
    assert planned.action == UPDATE
    assert planned.values["name"] == " A"
    assert planned.changed == ("title",)


def test_read_only_values_are_never_written():
    assert "id" not in change([record("a")], title="B").values


@pytest.mark.parametrize("wanted", ["", "x"])
def test_clearing_is_a_difference_only_where_something_stands(wanted):
    assert change([record("a", title="x")], title=wanted).action == (NONE if wanted else UPDATE)
    assert change([record("a", title=None)], title="").action == NONE


def test_what_only_a_creation_can_set_is_never_changed():
    planned = change([record("a")], model="polycom")
    assert planned.action == REFUSE
    assert planned.error == (
        "model is acme and cannot be changed to polycom: remove the small thing and create it anew"
    )
    assert change([record("a")], model="acme").action == NONE


def test_what_is_there_and_unwanted_is_deleted():
    planned = change([record("A")], state="absent")
    assert (planned.action, planned.record.identity) == (DELETE, 1)


def test_what_is_unwanted_and_not_there_needs_nothing():
    assert change([], state="absent").action == NONE


def test_what_belongs_to_the_system_is_never_deleted_however_it_is_written():
    (planned,) = changes([record("root")], {"name": " Root", "state": "absent"})
    assert planned.action == REFUSE
    assert "never deleted" in planned.error


def test_what_belongs_to_the_system_can_be_changed():
    (planned,) = changes([record("root")], {"name": "root", "title": "x"})
    assert planned.action == UPDATE


def test_items_with_one_key_are_all_refused():
    planned = changes([], {"name": "a", **NEW}, {"name": "b", **NEW}, {"name": " A", "state": "absent"})
    assert [one.action for one in planned] == [REFUSE, CREATE, REFUSE]
    assert planned[0].error == planned[2].error == "the list has 2 items with this name"


def test_an_item_that_is_wrong_keeps_its_own_error_beside_its_double():
    planned = changes([], {"name": "a", **NEW}, {"name": "a", "enabled": "maybe"})
    assert [one.error for one in planned] == [
        "the list has 2 items with this name",
        "enabled is neither true nor false",
    ]


@pytest.mark.parametrize("state", ["present", "absent"])
def test_an_object_that_the_server_has_twice_is_not_touched(state):
    planned = change([record("a", 1), record("A", 2)], title="x", state=state)
    assert planned.action == REFUSE
    assert planned.error.startswith("the server has 2 objects with this name")


def test_an_item_that_is_wrong_keeps_its_own_error_where_the_server_has_it_twice():
    assert change([record("a", 1), record("A", 2)], enabled="maybe").error == "enabled is neither true nor false"


def test_an_item_without_a_key_is_refused_and_meets_nobody():
    item = Item(0, "number 1", error="name is required")
    (planned,) = plan(
        THING,
        [
            item,
        ],
        [record("None")],
        Policy(),
    )
    assert (planned.action, planned.error) == (REFUSE, "name is required")


def test_there_is_one_change_an_item_in_the_items_order():
    planned = changes(
        [record("b")], {"name": "c", **NEW}, {"name": "b"}, {"name": "a", "state": "absent"}, {"name": "d"}
    )
    assert [(one.index, one.label, one.action) for one in planned] == [
        (0, "c", CREATE),
        (1, "b", NONE),
        (2, "a", NONE),
        (3, "d", REFUSE),
    ]
    assert [one.writes for one in planned] == [True, False, False, False]
