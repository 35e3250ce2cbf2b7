# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One call from wanted items to outcomes: what is read, what is checked, and what is never written."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.difference import difference
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import ALWAYS, VERIFY, Policy, PruneScope
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError, RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    LOST,
    REFUSED,
    UNREACHED,
    MemoryAdapter,
    items_of,
)
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW, THING

PRUNE = Policy(prune=True, scope=PruneScope(all=True))


def server(*names, **values):
    return MemoryAdapter(THING, [{"name": name, **NEW, "enabled": True, **values} for name in names])


def run(adapter, *items, policy=None, check_mode=False, everything=True, parallel=1):
    items = items_of(THING, *items) if not items or not isinstance(items[0], Item) else items
    return Reconciler(adapter, policy or Policy(), parallel).run(items, check_mode, everything)


def test_a_single_object_is_looked_for_by_its_key():
    adapter = server("a")
    run(adapter, {"name": " A "}, everything=False)
    assert adapter.reads == [frozenset(["a"])]


@pytest.mark.parametrize("policy", [Policy(), PRUNE])
def test_everything_is_listed_once_for_many_objects_and_for_prune(policy):
    adapter = server("a")
    run(adapter, {"name": "a"}, {"name": "b", **NEW}, policy=policy, everything=not policy.prune)
    assert adapter.reads == [None]


def test_nothing_is_read_when_nothing_is_wanted():
    adapter = server("a")
    assert run(adapter).outcomes == []
    assert adapter.reads == []


def test_the_adapter_hears_what_is_wanted_before_it_reads():
    class Listening(MemoryAdapter):
        heard = None

        def expect(self, items):
            assert not self.reads
            self.heard = [item.label for item in items]

    adapter = Listening(THING)
    run(adapter, {"name": "a", **NEW})
    assert adapter.heard == ["a"]


@pytest.mark.parametrize("error", [REFUSED, LOST, UNREACHED])
def test_when_the_server_cannot_be_read_nothing_is_written(error):
    adapter = server("a")
    adapter.fail("fetch", error)
    with pytest.raises(RemoteError):
        run(adapter, {"name": "b", **NEW})
    assert adapter.writes == []


@pytest.mark.parametrize("error", [LOST, UNREACHED])
def test_when_the_server_falls_silent_before_the_first_write_nothing_is_written(error):
    adapter = server("a", "b")
    adapter.fail("complete", error, key="b")
    with pytest.raises(RemoteError):
        run(adapter, {"name": "a", "title": "x"}, {"name": "b", "title": "x"})
    assert adapter.writes == []


@pytest.mark.parametrize("policy", [Policy(prune=True), Policy(prune=True, scope=PruneScope(all=True), max_deletes=0)])
def test_a_call_that_is_wrong_as_a_whole_is_refused_before_the_first_write(policy):
    adapter = server("stale")
    with pytest.raises(CallError):
        run(adapter, {"name": "b", **NEW}, policy=policy)
    assert adapter.writes == []


def test_prune_with_an_empty_list_is_refused():
    with pytest.raises(CallError, match="empty list"):
        run(server("stale"), policy=PRUNE)


def test_items_that_are_wrong_or_unwanted_are_not_prepared():
    adapter = server("a", "b")
    adapter.fail("translate", ItemError("must not be asked"), times=9)
    adapter.fail("complete", ItemError("must not be asked"), times=9)
    outcomes = run(adapter, {"name": "a", "state": "absent"}, {"name": "b", "enabled": "maybe"}).outcomes
    assert [outcome.status for outcome in outcomes] == ["deleted", "failed"]
    assert outcomes[1].error == "enabled is neither true nor false"


def test_what_the_adapter_translates_is_what_is_compared_and_written():
    class Translating(MemoryAdapter):
        def translate(self, wanted, record):
            return {**wanted, "title": wanted["title"].upper()}

    adapter = Translating(THING, [{"name": "a", **NEW, "title": "X"}])
    outcomes = run(adapter, {"name": "a", "title": "x"}, {"name": "b", **NEW, "title": "y"}).outcomes
    assert [outcome.status for outcome in outcomes] == ["unchanged", "created"]
    assert adapter.state()["b"]["title"] == "Y"


def test_the_adapter_translates_with_the_object_before_its_eyes():
    seen = []

    class Looking(MemoryAdapter):
        def translate(self, wanted, record):
            seen.append((wanted["name"], record and record.identity))
            return wanted

    run(Looking(THING, [{"name": "a", **NEW}]), {"name": "b", **NEW}, {"name": "a", "title": "x"}, check_mode=True)
    assert seen == [("b", None), ("a", 1)]


def test_details_that_the_listing_lacks_are_read_for_what_is_wanted_only():
    class Thin(MemoryAdapter):
        completed = ()

        def complete(self, record, wanted):
            self.completed = (*self.completed, record.values["name"])
            record.values["title"] = "X"
            return record

    adapter = Thin(THING, [{"name": name, **NEW} for name in "abc"])
    (outcome,) = run(adapter, {"name": "b", "title": "X"}).outcomes
    assert outcome.status == "unchanged"
    assert adapter.completed == ("b",)


def test_details_are_read_by_several_workers_at_once():
    barrier = threading.Barrier(3, timeout=10)

    class Thin(MemoryAdapter):
        def complete(self, record, wanted):
            barrier.wait()
            return record

    adapter = Thin(THING, [{"name": name, **NEW} for name in "abc"])
    report = run(adapter, *({"name": name} for name in "abc"), parallel=3)
    assert [outcome.status for outcome in report.outcomes] == ["unchanged"] * 3


def test_verify_writes_the_secret_that_does_not_work_and_only_that():
    adapter = server("a", "b")
    policy = Policy(update_secrets=VERIFY)
    items = [{"name": "a", "pin": NEW["pin"]}, {"name": "b", "pin": "other-pin"}, {"name": "c", **NEW}]
    outcomes = run(adapter, *items, policy=policy).outcomes
    assert [outcome.status for outcome in outcomes] == ["unchanged", "updated", "created"]
    assert outcomes[0].change.unverified == outcomes[1].change.unverified == ()
    assert adapter.state()["b"]["pin"] == "other-pin"
    assert [outcome.status for outcome in run(adapter, *items, policy=policy).outcomes] == ["unchanged"] * 3


@pytest.mark.parametrize("check_mode", [False, True])
def test_verify_is_refused_where_nobody_could_tell(check_mode):
    adapter = server("a")
    with pytest.raises(CallError, match="update_secrets=verify is not possible for code of a small thing"):
        run(adapter, {"name": "a", "code": "x"}, policy=Policy(update_secrets=VERIFY), check_mode=check_mode)
    assert adapter.reads == []


def test_verify_is_refused_for_a_secret_inside_of_a_list():
    with pytest.raises(CallError, match=r"not possible for rings\.pin of a small thing"):
        run(server("a"), {"name": "a", "rings": [{"user": "ada", "pin": "1"}]}, policy=Policy(update_secrets=VERIFY))


def test_verify_asks_for_a_secret_inside_of_a_list_with_the_whole_list():
    rings = [{"user": "ada", "delay": 30, "pin": "1"}]
    asked = []

    class Verifying(MemoryAdapter):
        def works(self, record, secrets):
            asked.append(dict(secrets))
            return frozenset(secrets)

    adapter = Verifying(replace(THING, verifiable=frozenset(("rings.pin",))), [{"name": "a", **NEW, "rings": rings}])
    outcomes = run(adapter, {"name": "a", "rings": rings}, policy=Policy(update_secrets=VERIFY)).outcomes
    assert asked == [{"rings.pin": rings}]
    assert [(o.status, o.change.unverified) for o in outcomes] == [("unchanged", ())]


def test_check_mode_sends_no_write_and_foresees_every_outcome():
    adapter = server("old", "same", "gone", "stale")
    report = run(
        adapter,
        {"name": "new", **NEW},
        {"name": "old", "title": "x"},
        {"name": "same"},
        {"name": "gone", "state": "absent"},
        policy=PRUNE,
        check_mode=True,
    )
    assert [outcome.status for outcome in report.outcomes] == ["created", "updated", "unchanged", "deleted", "deleted"]
    assert adapter.writes == []


def test_check_mode_warns_of_missing_objects_and_a_real_run_refuses():
    adapter = MemoryAdapter(THING, names={"group": set()})
    item = {"name": "new", **NEW, "groups": ["sales"]}
    report = run(adapter, item, check_mode=True)
    assert (report.outcomes[0].status, len(report.warnings)) == ("created", 1)
    report = run(adapter, item)
    assert (report.outcomes[0].status, report.warnings) == ("failed", [])
    assert "group 'sales'" in report.outcomes[0].error


class Expecting(MemoryAdapter):
    """Another task of the same run will have made ``soon``."""

    def coming(self, item):
        return Record({"name": "soon", "model": "acme", "title": "T"}, None) if item.key == "soon" else None


def test_check_mode_plans_with_what_another_task_is_about_to_make():
    adapter = Expecting(THING)
    report = run(adapter, {"name": "soon", "title": "U"}, {"name": "never"}, check_mode=True)
    assert [outcome.status for outcome in report.outcomes] == ["updated", "failed"]
    assert difference(THING, report.outcomes[0].change)["before"] == {"title": "T"}
    (warning,) = report.warnings
    assert warning.startswith("small thing soon does not exist on the server")


@pytest.mark.parametrize(
    ("item", "objects", "status"),
    [
        ({"name": "soon", "state": "absent"}, [], "unchanged"),
        ({"name": "soon", "title": "U"}, [{"name": "Soon", **NEW}], "updated"),
        ({"name": "soon", "enabled": "maybe"}, [], "failed"),
    ],
    ids=["unwanted", "there", "wrong"],
)
def test_check_mode_expects_from_another_task_only_what_is_wanted_and_missing(item, objects, status):
    report = run(Expecting(THING, objects), item, check_mode=True)
    assert [outcome.status for outcome in report.outcomes] == [status]
    assert report.warnings == []


def test_a_real_run_relies_on_what_there_is():
    adapter = Expecting(THING)
    report = run(adapter, {"name": "soon", "title": "U"})
    assert ([outcome.status for outcome in report.outcomes], report.warnings) == (["failed"], [])


def test_many_items_are_prepared_in_their_order_however_they_are_shared_out():
    adapter = server(*(f"n{number:03}" for number in range(100)))
    items = [{"name": f"n{number:03}", "title": str(number)} for number in range(100)]
    report = run(adapter, *items, parallel=3, check_mode=True)
    assert [outcome.change.values["title"] for outcome in report.outcomes] == [str(number) for number in range(100)]


def test_the_diff_is_the_same_before_and_after_the_write():
    adapter = server("a", settings={"p": "1"}, title="t")
    item = {"name": "a", "settings": {"q": "2"}, "title": "u", "pin": "new-pin"}
    policy = Policy(update_secrets=ALWAYS)
    (foreseen,) = run(adapter, item, policy=policy, check_mode=True).outcomes
    (done,) = run(adapter, item, policy=policy).outcomes
    assert difference(THING, foreseen.change) == difference(THING, done.change)


def test_the_items_that_were_handed_over_are_not_changed():
    items = items_of(THING, {"name": "a", **NEW, "groups": []}, {"name": "b", "enabled": "maybe"})
    before = repr([vars(item) for item in items])
    run(server(), *items)
    assert repr([vars(item) for item in items]) == before


@pytest.mark.parametrize("check_mode", [True, False])
@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Record({"name": 5}, 1), "shows a number as name"),
        (Record({"name": ["a"]}, 1), "shows a list as name"),
        (Record({"name": True}, 1), "shows a boolean as name"),
        (Record({"name": "a"}, {}), "shows a map as id"),
        (Record({"name": "a"}, 1.5), "shows a number as id"),
        (Record({"name": "a"}, False), "shows a boolean as id"),
        (Record({"name": "a"}, ""), "shows a text as id"),
        (Record({"name": "a"}, None), "shows nothing as id"),
    ],
)
def test_a_listing_with_something_that_is_no_name_or_no_id_is_an_error(record, words, check_mode):
    adapter = server("a")
    adapter.fetch = lambda keys: [record]
    with pytest.raises(RemoteError, match=f"The listing of small things cannot be understood: it {words}"):
        run(adapter, {"name": "a", **NEW}, check_mode=check_mode)
    assert adapter.writes == []


def test_an_object_without_a_name_is_nobodys_business():
    adapter = server("a")
    adapter.fetch = lambda keys: [Record({"name": None}, 9), Record({"id": 8, "name": ""}, None)]
    report = run(adapter, {"name": "b", **NEW}, policy=PRUNE, check_mode=True)
    assert [outcome.status for outcome in report.outcomes] == ["created"]
