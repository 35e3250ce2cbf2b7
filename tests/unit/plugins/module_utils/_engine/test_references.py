# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of other objects that a change mentions."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import REFUSE, plan
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._engine.references import check_references, mentions
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    MemoryAdapter,
    items_of,
)
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW, THING

NAMES = {"group": {"sales"}, "branch": {"Berlin"}, "user": {"4101"}}
GONE = {"groups": ["sales", "support"], "address": {"branch": "Bonn"}, "rings": [{"user": "4101"}, {"user": "4999"}]}


def checked(*items, records=(), check_mode=False, names=None):
    adapter = MemoryAdapter(THING, names=NAMES if names is None else names)
    changes = plan(THING, items_of(THING, *items), list(records), Policy())
    return check_references(adapter, changes, check_mode)


def test_every_mention_is_found_at_any_depth():
    assert list(mentions(THING.fields, {**GONE, "title": "x"})) == [
        ("groups", "group", "sales"),
        ("groups", "group", "support"),
        ("address", "branch", "Bonn"),
        ("rings", "user", "4101"),
        ("rings", "user", "4999"),
    ]


def test_the_keys_of_a_map_can_be_names_too():
    permissions = Field("permissions", "dict", keyed=True, refers_to="permission")
    assert list(mentions([permissions], {"permissions": {"a": True}})) == [("permissions", "permission", "a")]


def test_a_change_that_mentions_only_what_exists_is_left_as_it_is():
    (change,), warnings = checked({"name": "a", **NEW, "groups": ["sales"], "address": {"branch": "Berlin"}})
    assert (change.action, warnings) == ("create", [])


def test_in_a_real_run_a_change_that_mentions_something_unknown_is_refused_alone():
    changes, warnings = checked({"name": "a", **NEW, **GONE}, {"name": "b", **NEW})
    assert [change.action for change in changes] == [REFUSE, "create"]
    for missing in ("group 'support'", "branch 'Bonn'", "user '4999'"):
        assert missing in changes[0].error
    assert "sales" not in changes[0].error and "4101" not in changes[0].error
    assert warnings == []


def test_what_is_missing_is_named_once_however_often_it_is_mentioned():
    rings = [{"user": "4999"}, {"user": "4999", "delay": 5}]
    (change,), _warnings = checked({"name": "a", **NEW, "rings": rings})
    assert change.error == "user '4999' (option rings) does not exist on the server"
    _changes, (warning,) = checked({"name": "a", **NEW, "rings": rings}, check_mode=True)
    assert "small thing a refers to it" in warning


def test_in_check_mode_it_is_a_warning_because_an_earlier_task_may_be_about_to_create_it():
    changes, warnings = checked({"name": "a", **NEW, "groups": ["new"]}, {"name": "b", **NEW}, check_mode=True)
    assert [change.action for change in changes] == ["create", "create"]
    (warning,) = warnings
    assert "group 'new'" in warning and " a " in f" {warning} "


def test_in_check_mode_many_that_mention_one_missing_object_give_one_warning():
    items = [{"name": f"n{number}", **NEW, "groups": ["new"]} for number in range(50)]
    _changes, warnings = checked(*items, check_mode=True)
    assert len(warnings) == 1
    assert len(warnings[0]) < 300


def test_what_is_not_changed_is_not_asked_about():
    current = Record({"name": "a", "groups": ["gone"], "title": "t"}, 1)
    (change,), _warnings = checked({"name": "a", "groups": ["gone"], "title": "x"}, records=[current], names={})
    assert change.action == "update"


def test_a_deletion_mentions_nothing():
    current = Record({"name": "a", "groups": ["gone"]}, 1)
    (change,), _warnings = checked({"name": "a", "state": "absent"}, records=[current], names={})
    assert change.action == "delete"


@pytest.mark.parametrize(
    ("refers", "wanted", "current"),
    [
        (Field("permissions", "dict", keyed=True, refers_to="right"), {"new": True}, {"old": True, "new": False}),
        (Field("permissions", "list", elements="str", refers_to="right"), ["old", "new"], ["old"]),
    ],
    ids=["map", "list"],
)
def test_what_the_object_already_refers_to_needs_no_proof(refers, wanted, current):
    resource = Resource("thing", "things", "name", (Field("name", required=True), refers))
    changes = plan(
        resource,
        items_of(resource, {"name": "a", "permissions": wanted}),
        [Record({"name": "a", "permissions": current}, 1)],
        Policy(),
    )
    adapter = MemoryAdapter(resource, names={"right": {"new"}})
    assert [change.action for change in check_references(adapter, changes, False)[0]] == ["update"]
    adapter = MemoryAdapter(resource, names={"right": {"old"}})
    expected = "refuse" if isinstance(wanted, list) else "update"
    assert [change.action for change in check_references(adapter, changes, False)[0]] == [expected]


def test_a_kind_that_the_adapter_does_not_know_is_a_mistake_of_ours():
    with pytest.raises(LookupError, match="small_thing refers to no group"):
        checked({"name": "a", **NEW, "groups": ["x"]}, names={})
