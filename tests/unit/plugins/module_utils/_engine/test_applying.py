# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carrying out a plan: the order, the workers, and one outcome a change whatever happens to the others."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy, PruneScope
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    REFUSED,
    UNREACHED,
    MemoryAdapter,
    items_of,
)
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW, THING

PRUNE = Policy(prune=True, scope=PruneScope(all=True), max_deletes=100)


def server(*names, resource=THING):
    return MemoryAdapter(resource, [{"name": name, **NEW, "enabled": True} for name in names])


def run(adapter, *items, policy=None, check_mode=False, parallel=1):
    reconciler = Reconciler(adapter, policy or Policy(), parallel)
    return reconciler.run(items_of(adapter.resource, *items), check_mode, everything=True).outcomes


def statuses(outcomes):
    return [(outcome.change.label, outcome.status) for outcome in outcomes]


def new(*names):
    return [{"name": name, **NEW} for name in names]


def test_deletions_come_first_then_updates_then_creations_and_prune_last():
    adapter = server("gone", "old", "stale")
    outcomes = run(
        adapter,
        *new("n1"),
        {"name": "old", "title": "x"},
        {"name": "gone", "state": "absent"},
        *new("n2"),
        policy=PRUNE,
    )
    assert adapter.writes == [
        ("delete", "gone"),
        ("update", "old"),
        ("create", "n1"),
        ("create", "n2"),
        ("delete", "stale"),
    ]
    assert statuses(outcomes) == [
        ("n1", "created"),
        ("old", "updated"),
        ("gone", "deleted"),
        ("n2", "created"),
        ("stale", "deleted"),
    ]


def test_the_order_of_the_kinds_holds_with_many_workers():
    adapter = server(*(f"g{n}" for n in range(5)), *(f"u{n}" for n in range(5)))
    items = [
        item
        for n in range(5)
        for item in (*new(f"n{n}"), {"name": f"u{n}", "title": "x"}, {"name": f"g{n}", "state": "absent"})
    ]
    outcomes = run(adapter, *items, parallel=4)
    assert [call for call, _key in adapter.writes] == ["delete"] * 5 + ["update"] * 5 + ["create"] * 5
    assert [outcome.change.index for outcome in outcomes] == list(range(15))


def test_what_needs_nothing_sends_nothing():
    adapter = server("a")
    assert statuses(run(adapter, {"name": "a"}, {"name": "b", "state": "absent"})) == [
        ("a", "unchanged"),
        ("b", "unchanged"),
    ]
    assert adapter.writes == []


def test_an_outcome_tells_the_identity_of_its_object():
    outcomes = run(server("a", "b"), {"name": "a"}, {"name": "b", "title": "x"}, *new("c"))
    assert [outcome.identity for outcome in outcomes] == [1, 2, 3]


@pytest.mark.parametrize(
    "error", [REFUSED, UNREACHED, ItemError("the extension is taken"), KeyError("id"), CallError("no such file")]
)
def test_one_failure_does_not_stop_the_others(error):
    adapter = server("b")
    adapter.fail("create", error, key="a", times=2)
    outcomes = run(adapter, *new("a", "c"), {"name": "b", "title": "x"}, parallel=2)
    assert [outcome.status for outcome in outcomes] == ["failed", "created", "updated"]
    assert outcomes[0].error.startswith("create failed: ")


def test_a_failure_says_what_was_tried_and_what_the_server_said():
    adapter = server("a")
    adapter.fail("update", REFUSED)
    (outcome,) = run(adapter, {"name": "a", "title": "x"})
    assert outcome.error == "update failed: PUT /thing was answered 500"


@pytest.mark.parametrize("error", [ItemError("the extension is taken"), CallError("the extension is taken")])
def test_what_cannot_be_done_to_an_object_is_told_in_the_adapters_words(error):
    adapter = server()
    adapter.fail("create", error)
    (outcome,) = run(adapter, *new("a"))
    assert outcome.error == "create failed: the extension is taken"


def test_an_unforeseen_error_names_itself_and_its_place():
    adapter = server()
    adapter.fail("create", KeyError("id"), times=2)
    (outcome,) = run(adapter, *new("a"))
    assert "internal error" in outcome.error
    assert "KeyError: 'id'" in outcome.error
    assert "memory_adapter.py:" in outcome.error


@pytest.mark.parametrize(("call", "error"), [("complete", REFUSED), ("translate", ItemError("the path is unknown"))])
def test_a_failure_to_prepare_one_item_does_not_stop_the_others(call, error):
    adapter = server("a", "b")
    adapter.fail(call, error, key="a")
    outcomes = run(adapter, {"name": "a", "title": "x"}, {"name": "b", "title": "x"})
    assert [outcome.status for outcome in outcomes] == ["failed", "updated"]
    assert str(error) in outcomes[0].error


def test_a_refused_item_fails_and_the_others_are_carried_out():
    adapter = server()
    outcomes = run(adapter, {"name": "a"}, *new("b"), {"name": "c", **NEW, "enabled": "maybe"})
    assert statuses(outcomes) == [("a", "failed"), ("b", "created"), ("c", "failed")]
    assert outcomes[2].error == "enabled is neither true nor false"


@pytest.mark.parametrize("check_mode", [False, True])
def test_nothing_is_pruned_when_an_item_is_refused_and_check_mode_knows(check_mode):
    adapter = server("a", "stale")
    outcomes = run(adapter, {"name": "a"}, {"name": "b"}, policy=PRUNE, check_mode=check_mode)
    assert statuses(outcomes) == [("a", "unchanged"), ("b", "failed"), ("stale", "failed")]
    assert outcomes[2].error == "not pruned, because other items failed"
    assert adapter.writes == []


def test_nothing_is_pruned_when_a_write_failed():
    adapter = server("stale")
    adapter.fail("create", REFUSED)
    assert statuses(run(adapter, *new("b"), policy=PRUNE)) == [("b", "failed"), ("stale", "failed")]
    assert adapter.labels() == ["stale"]


def test_a_failed_deletion_of_prune_is_reported_beside_the_others():
    adapter = server("s1", "s2")
    adapter.fail("delete", REFUSED, key="s1")
    outcomes = run(adapter, *new("b"), policy=PRUNE)
    assert statuses(outcomes) == [("b", "created"), ("s1", "failed"), ("s2", "deleted")]


def test_prune_alone_writes_nothing_else():
    adapter = server("a", "stale")
    outcomes = run(adapter, {"name": "a", "title": "x"}, *new("b"), policy=replace(PRUNE, prune_only=True))
    assert statuses(outcomes) == [("stale", "deleted")]
    assert adapter.writes == [("delete", "stale")]


def test_after_five_calls_in_a_row_that_found_no_server_the_rest_is_not_tried():
    adapter = server()
    adapter.fail("create", UNREACHED, times=1000)
    outcomes = run(adapter, *new(*(f"n{n}" for n in range(8))))
    assert [outcome.error for outcome in outcomes] == [
        *["create failed: PUT /thing failed: cannot connect"] * 5,
        *["not attempted: the server could no longer be reached"] * 3,
    ]


@pytest.mark.parametrize("sign_of_life", [None, REFUSED])
def test_any_sign_of_life_starts_the_count_again(sign_of_life):
    adapter = server()
    for name in ("n0", "n1", "n2", "n3", "n5", "n6", "n7", "n8"):
        adapter.fail("create", UNREACHED, key=name)
    if sign_of_life is not None:
        adapter.fail("create", sign_of_life, key="n4")
    outcomes = run(adapter, *new(*(f"n{n}" for n in range(10))))
    assert outcomes[9].status == "created"


def test_as_many_workers_as_allowed_and_no_more():
    adapter = server()
    barrier = threading.Barrier(3, timeout=10)
    original = adapter._fault

    def meet(call, key, after):
        if call == "create" and not after:
            barrier.wait()
        original(call, key, after)

    adapter._fault = meet
    run(adapter, *new(*(f"n{n}" for n in range(9))), parallel=3)
    assert adapter.busiest == 3
    assert len(adapter.writes) == 9


def test_writes_that_disturb_each_other_go_one_after_the_other_in_order():
    adapter = server(resource=replace(THING, sequential=True))
    store = adapter._store
    adapter._store = lambda values: time.sleep(0.002) or store(values)
    run(adapter, *new(*(f"n{n}" for n in range(9))), parallel=4)
    assert adapter.busiest == 1
    assert adapter.labels() == [f"n{n}" for n in range(9)]
