# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A write whose answer is lost is looked up before it is tried again: nothing twice, nothing half."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import ALWAYS, Policy, PruneScope
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    LOST,
    REFUSED,
    UNREACHED,
    MemoryAdapter,
    items_of,
)
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW, THING

LATE = RemoteError("PUT /thing was not answered in time.", RemoteError.UNKNOWN, pending=True)
CALLS = ("create", "update", "delete", "prune")


def server():
    return MemoryAdapter(THING, [{"name": name, **NEW, "enabled": True} for name in ("old", "gone", "stale")])


def run(adapter, call, policy=None):
    items = {
        "create": [{"name": "new", **NEW, "title": "x"}],
        "update": [{"name": "old", "title": "x"}],
        "delete": [{"name": "gone", "state": "absent"}],
        "prune": [{"name": "old"}, {"name": "gone"}],
    }[call]
    if call == "prune":
        policy = Policy(prune=True, scope=PruneScope(all=True))
    outcomes = Reconciler(adapter, policy or Policy()).run(items_of(THING, *items), False, everything=True).outcomes
    return outcomes[-1]


def expected(call):
    adapter = server()
    outcome = run(adapter, call)
    return adapter.state(), outcome.status, outcome.identity


def verb(call):
    return "delete" if call == "prune" else call


@pytest.mark.parametrize("call", CALLS)
def test_what_was_done_before_the_answer_got_lost_is_not_done_again(call):
    adapter = server()
    adapter.fail(verb(call), LOST, after=True)
    outcome = run(adapter, call)
    assert len(adapter.writes) == 1
    state, status, identity = expected(call)
    assert (adapter.state(), outcome.status) == (state, status)
    if call in ("create", "update"):
        assert outcome.identity == identity


@pytest.mark.parametrize("call", CALLS)
def test_what_was_not_done_is_tried_once_more(call):
    adapter = server()
    adapter.fail(verb(call), LOST)
    outcome = run(adapter, call)
    assert (adapter.state(), outcome.status, outcome.identity) == expected(call)
    assert len(adapter.writes) == 1
    assert len(adapter.reads) == 2


def test_a_create_that_may_still_be_under_way_is_not_repeated():
    adapter = server()
    adapter.fail("create", LATE)
    outcome = run(adapter, "create")
    assert outcome.status == "failed"
    assert outcome.error == (
        "create failed: PUT /thing was not answered in time. It is not there yet and was not created again. "
        "Run the task again later. If it is there when you run again, do so with update_secrets=always, for pin."
    )
    assert adapter.writes == []


def test_a_create_that_was_done_in_time_though_not_answered_is_found():
    adapter = server()
    adapter.fail("create", LATE, after=True)
    assert run(adapter, "create").status == "created"
    assert len(adapter.writes) == 1


@pytest.mark.parametrize("call", ["update", "delete", "prune"])
def test_what_does_no_harm_twice_is_repeated_though_it_may_still_be_under_way(call):
    adapter = server()
    adapter.fail(verb(call), LATE)
    outcome = run(adapter, call)
    assert (adapter.state(), outcome.status, outcome.identity) == expected(call)


@pytest.mark.parametrize("call", CALLS)
def test_twice_lost_is_given_up_and_reported(call):
    adapter = server()
    adapter.fail(verb(call), LOST, times=2)
    outcome = run(adapter, call)
    assert outcome.status == "failed"
    assert "cut off" in outcome.error
    assert adapter.state() == server().state()


@pytest.mark.parametrize("call", CALLS)
def test_done_at_the_second_try_though_that_answer_got_lost_too_does_no_harm(call):
    adapter = server()
    adapter.fail(verb(call), LOST)
    adapter.fail(verb(call), LOST, after=True)
    run(adapter, call)
    assert len(adapter.writes) == 1
    run(adapter, call)
    assert adapter.state() == expected(call)[0]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("error", [REFUSED, UNREACHED])
def test_what_is_not_ambiguous_is_not_looked_up(call, error):
    adapter = server()
    adapter.fail(verb(call), error)
    assert run(adapter, call).status == "failed"
    assert len(adapter.reads) == 1


@pytest.mark.parametrize("call", CALLS)
def test_when_looking_fails_too_the_message_tells_of_both(call):
    class Silent(MemoryAdapter):
        def fetch(self, keys):
            if self.reads:
                raise RemoteError("GET /things failed: cannot connect", RemoteError.UNREACHED)
            return super().fetch(keys)

    adapter = Silent(THING, [{"name": name, **NEW, "enabled": True} for name in ("old", "gone", "stale")])
    adapter.fail(verb(call), LOST)
    outcome = run(adapter, call)
    assert outcome.status == "failed"
    assert "PUT /thing was cut off" in outcome.error
    assert "GET /things failed: cannot connect" in outcome.error


def test_half_a_creation_is_completed_and_still_counts_as_a_creation():
    class Halving(MemoryAdapter):
        def create(self, values):
            super().create({**values, "title": None})
            raise LOST

    adapter = Halving(THING)
    outcome = run(adapter, "create")
    assert (outcome.status, outcome.identity) == ("created", 1)
    assert adapter.writes == [("create", "new"), ("update", "new")]
    assert adapter.state()["new"]["title"] == "x"


def test_only_the_object_in_question_is_looked_up():
    adapter = server()
    adapter.fail("create", LOST)
    run(adapter, "create")
    assert adapter.reads == [None, frozenset(["new"])]


def test_what_prune_could_not_delete_at_first_is_found_again_however_it_is_spelled():
    adapter = MemoryAdapter(THING, [{"name": name, **NEW, "enabled": True} for name in ("old", "Stale")])
    adapter.fail("delete", LOST)
    policy = Policy(prune=True, scope=PruneScope(all=True))
    outcomes = Reconciler(adapter, policy).run(items_of(THING, {"name": "old"}), False, everything=True).outcomes
    assert [outcome.status for outcome in outcomes] == ["unchanged", "deleted"]
    assert adapter.labels() == ["old"]


def test_a_secret_that_is_always_written_is_written_again_because_nobody_can_tell():
    adapter = server()
    adapter.fail("update", LOST, after=True)
    items = items_of(THING, {"name": "old", "pin": "new-pin"})
    (outcome,) = Reconciler(adapter, Policy(update_secrets=ALWAYS)).run(items, False, everything=True).outcomes
    assert outcome.status == "updated"
    assert adapter.state()["old"]["pin"] == "new-pin"


def test_every_worker_looks_for_itself():
    adapter = server()
    names = [f"n{n}" for n in range(8)]
    for number, name in enumerate(names):
        adapter.fail("create", LOST, key=name, after=bool(number % 2))
    items = items_of(THING, *({"name": name, **NEW} for name in names))
    outcomes = Reconciler(adapter, Policy(), 4).run(items, False, everything=True).outcomes
    assert {outcome.status for outcome in outcomes} == {"created"}
    assert sorted(adapter.labels()) == sorted(["old", "gone", "stale", *names])


def test_what_cannot_be_planned_again_after_the_look_is_a_failure_and_not_done():
    class Forgetful(MemoryAdapter):
        def translate(self, wanted, record):
            if len(self.reads) > 1:
                raise ItemError("the path is unknown")
            return wanted

    adapter = Forgetful(THING)
    adapter.fail("create", LOST)
    outcome = run(adapter, "create")
    told = (
        "create failed: PUT /thing was cut off Looked at again: the path is unknown. "
        "If it is there when you run again, do so with update_secrets=always, for pin."
    )
    assert (outcome.status, outcome.error) == ("failed", told)
    assert adapter.writes == []


def test_of_two_that_are_found_afterwards_none_is_taken():
    class Doubling(MemoryAdapter):
        def create(self, values):
            super().create(values)
            super().create({**values, "title": "of somebody else"})
            raise LOST

    adapter = Doubling(THING)
    outcome = run(adapter, "create")
    assert outcome.status == "failed" and "the server has 2 objects with this name" in outcome.error
    assert [verb for verb, _name in adapter.writes] == ["create", "create"]


def test_a_server_that_swallows_requests_and_cannot_be_looked_at_is_given_up_too():
    class Silent(MemoryAdapter):
        def fetch(self, keys):
            if keys is not None:
                raise UNREACHED.with_traceback(None)
            return super().fetch(keys)

    adapter = Silent(THING)
    adapter.fail("create", LOST, times=1000)
    items = items_of(THING, *({"name": f"n{n}", **NEW} for n in range(9)))
    outcomes = Reconciler(adapter, Policy()).run(items, False, everything=True).outcomes
    assert ["not attempted" in outcome.error for outcome in outcomes] == [False] * 5 + [True] * 4


@pytest.mark.parametrize("error", [LOST, LATE], ids=["lost", "late"])
@pytest.mark.parametrize("times", [5, 50])
def test_a_server_that_only_swallows_requests_is_given_up_too(times, error):
    adapter = MemoryAdapter(THING)
    adapter.fail("create", error, times=1000)
    items = items_of(THING, *({"name": f"n{n}", **NEW} for n in range(times)))
    outcomes = Reconciler(adapter, Policy()).run(items, False, everything=True).outcomes
    tried = [outcome for outcome in outcomes if "not attempted" not in outcome.error]
    assert len(tried) == 5


class TwoCalls(MemoryAdapter):
    """A server whose objects are made by one call and get their secrets by another, which gets lost."""

    def create(self, values):
        hidden = [name for name in ("pin", "code", "note") if name in values]
        super().create({**values, **dict.fromkeys(hidden, "drawn")})
        raise LOST


def test_a_creation_that_was_lost_between_its_calls_is_finished_with_all_that_nobody_sees():
    adapter = TwoCalls(THING)
    items = items_of(THING, {"name": "new", **NEW, "code": "c0de", "note": "n"})
    (outcome,) = Reconciler(adapter, Policy()).run(items, False, everything=True).outcomes
    assert outcome.status == "created"
    assert {name: adapter.state()["new"][name] for name in ("pin", "code", "note")} == {
        "pin": NEW["pin"],
        "code": "c0de",
        "note": "n",
    }


def test_a_secret_that_cannot_be_verified_after_a_lost_creation_is_written():
    class Blind(TwoCalls):
        def works(self, record, secrets):
            raise ItemError("shown as asterisks")

    adapter = Blind(THING)
    (outcome,) = Reconciler(adapter, Policy()).run(items_of(THING, {"name": "new", **NEW}), False, True).outcomes
    assert outcome.status == "created"
    assert adapter.state()["new"]["pin"] == NEW["pin"]


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("call", CALLS)
def test_an_answer_that_nobody_understands_is_looked_up_like_one_that_is_lost(call, after):
    adapter = server()
    adapter.fail(verb(call), TypeError("int is no map"), after=after)
    outcome = run(adapter, call)
    assert len(adapter.writes) == 1
    assert (adapter.state(), outcome.status) == expected(call)[:2]


def test_what_the_next_run_would_leave_alone_is_only_told_of_a_creation_whose_answer_was_lost():
    for call, error, times in (("update", LOST, 2), ("create", REFUSED, 1), ("delete", LOST, 2)):
        adapter = server()
        adapter.fail(call, error, times=times)
        outcome = run(adapter, call)
        assert outcome.status == "failed"
        assert "update_secrets" not in outcome.error


def test_no_remedy_is_told_for_a_secret_that_is_only_ever_written_once():
    thing = replace(THING, fields=tuple(replace(f, create_only=f.create_only or f.secret) for f in THING.fields))
    adapter = MemoryAdapter(thing)
    adapter.fail("create", LATE)
    items = items_of(thing, {"name": "new", **NEW})
    (outcome,) = Reconciler(adapter, Policy()).run(items, False, everything=True).outcomes
    assert outcome.error.endswith("Run the task again later.")
