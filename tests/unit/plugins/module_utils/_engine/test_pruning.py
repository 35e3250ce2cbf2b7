# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What prune deletes, and above all what it does not."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import DELETE
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy, PruneScope
from ansible_collections.dialtone.voip.plugins.module_utils._engine.prune import plan_prune
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import items_of
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import THING


def records(*names, **values):
    return [Record({"name": name, **values}, number) for number, name in enumerate(names, start=1)]


def pruned(shown, *declared, items=None, scope=None, **policy):
    items = items_of(THING, *({"name": name} for name in declared)) if items is None else items
    rules = Policy(prune=True, scope=PruneScope(**(scope or {"all": True})), **policy)
    return [change.label for change in plan_prune(THING, items, shown, rules)]


def refusal(*arguments, **more):
    with pytest.raises(CallError) as caught:
        pruned(*arguments, **more)
    return caught.value.message


def test_nothing_is_pruned_unless_asked_for():
    assert (
        plan_prune(THING, items_of(THING, {"name": "a"}), records("a", "b"), Policy(scope=PruneScope(all=True))) == []
    )


def test_what_nobody_declares_is_deleted_in_order():
    assert pruned(records("c", "a", "b"), "a") == ["b", "c"]


def test_a_pruned_object_is_a_deletion_without_a_place_in_the_list():
    (change,) = plan_prune(
        THING, items_of(THING, {"name": "a"}), records("a", "b"), Policy(prune=True, scope=PruneScope(all=True))
    )
    assert (change.action, change.index, change.record.identity) == (DELETE, None, 2)


@pytest.mark.parametrize("declared", [" A ", "a"])
def test_what_is_declared_stays_however_it_is_spelled(declared):
    assert pruned(records("a", "A"), declared) == []


def test_what_is_declared_absent_is_not_prunes_business():
    assert pruned(records("a"), items=items_of(THING, {"name": "a", "state": "absent"})) == []


def test_an_item_with_a_mistake_still_declares_its_object():
    assert pruned(records("a"), items=items_of(THING, {"name": "a", "enabled": "maybe"})) == []


def test_what_belongs_to_the_system_stays_however_it_is_spelled():
    assert pruned(records("ROOT ", "root", "b"), "a") == ["b"]


@pytest.mark.parametrize("pattern", ["front*", "FRONT*", "Front-Desk", "*desk"])
def test_protection_is_generous(pattern):
    assert pruned(records("Front-Desk ", "b"), "a", protect=("x", pattern)) == ["b"]


@pytest.mark.parametrize("pattern", ["sip:2*", "2*"])
def test_protection_counts_for_the_name_as_it_is_shown_and_as_it_is_compared(pattern):
    fields = (Field("name", required=True, normalise=lambda name: name.replace("sip:", "")),)
    line = Resource("line", "lines", "name", fields)
    policy = Policy(prune=True, scope=PruneScope(all=True), protect=(pattern,))
    assert plan_prune(line, [Item(0, "100", "100")], records("sip:200"), policy) == []


def test_an_object_without_a_key_is_left_alone():
    assert pruned([*records("b"), Record({"name": None}, 7), Record({"name": ""}, 8)], "a") == ["b"]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({"all": True}, ["x1", "x2", "y1"]),
        ({"keys": ("x*",)}, ["x1", "x2"]),
        ({"keys": ("x1", "y?")}, ["x1", "y1"]),
        ({"keys": ("X*",)}, []),
        ({"all": True, "keys": ("x*",)}, ["x1", "x2"]),
        ({"fields": {"title": "t"}}, ["x1", "y1"]),
        ({"fields": {"title": "t"}, "keys": ("x*",)}, ["x1"]),
        ({"fields": {"title": "t", "enabled": True}}, ["x1"]),
        ({"fields": {"enabled": "yes"}}, ["x1"]),
        ({"fields": {"groups": "g"}}, ["x1", "x2"]),
        ({"fields": {"groups": ["g", "h"]}}, ["x2"]),
        ({"fields": {"title": ""}}, ["x2"]),
        ({"fields": {"id": "3"}}, ["y1"]),
    ],
    ids=str,
)
def test_only_what_meets_the_whole_scope_is_pruned(scope, expected):
    shown = [
        Record({"id": 1, "name": "x1", "title": "t", "enabled": True, "groups": ["g"]}),
        Record({"id": 2, "name": "x2", "title": None, "enabled": False, "groups": ["h", "g"]}),
        Record({"id": 3, "name": "y1", "title": "t", "enabled": False, "groups": None}),
    ]
    assert pruned(shown, "a", scope=scope) == expected


def test_at_most_max_deletes_or_nothing_at_all():
    shown = records(*"bcdefghi")
    assert pruned(shown, "a", max_deletes=8) == list("bcdefghi")
    message = refusal(shown, "a", max_deletes=7)
    assert "prune would delete 8 small things (b, c, d, e, f, …), more than max_deletes=7" in message
    assert "Nothing was changed" in message


def test_max_deletes_counts_only_what_prune_deletes():
    items = items_of(THING, {"name": "a"}, {"name": "b", "state": "absent"})
    assert pruned(records("a", "b", "c"), items=items, max_deletes=1) == ["c"]


def test_no_deletion_fits_into_a_limit_of_zero():
    assert pruned(records("a"), "a", max_deletes=0) == []
    assert "max_deletes=0" in refusal(records("b"), "a", max_deletes=0)


def test_an_empty_list_would_delete_everything_and_is_refused():
    assert "empty list of small_things" in refusal(records("b"), items=[])


@pytest.mark.parametrize("scope", [{"all": False}, {"keys": ()}, {"fields": {}}])
def test_a_scope_must_be_given(scope):
    assert refusal(records("b"), "a", scope=scope) == "prune needs a prune_scope: all, keys or fields"


def test_an_item_that_nobody_can_name_could_be_any_object_so_nothing_is_pruned():
    items = [Item(0, "a", "a"), Item(1, "number 2", error="name is required")]
    assert "item 2 of small_things has no valid name" in refusal(records("a", "b"), items=items)


@pytest.mark.parametrize("name", ["titel", "pin", "note"])
def test_a_scope_by_what_cannot_be_read_is_refused(name):
    assert f"has no readable option {name}" in refusal(records("b"), "a", scope={"fields": {name: "x"}})


def test_a_scope_without_a_value_is_refused_and_not_taken_for_empty():
    assert "prune_scope.fields: title has no value" in refusal(records("b"), "a", scope={"fields": {"title": None}})


def test_a_scope_of_an_empty_list_is_refused_because_every_object_would_meet_it():
    assert "prune_scope.fields: groups has no value" in refusal(records("b"), "a", scope={"fields": {"groups": []}})


def test_a_single_name_in_the_scope_of_a_list_is_a_whole_name():
    shown = [*records("x", groups=["sales"]), *records("y", groups=list("sales"))]
    assert pruned(shown, "a", scope={"fields": {"groups": "sales"}}) == ["x"]


def test_a_scope_of_the_wrong_type_is_refused_and_does_not_quietly_match_nothing():
    assert "prune_scope.fields: enabled is neither true nor false" in refusal(
        records("b"), "a", scope={"fields": {"enabled": "perhaps"}}
    )
