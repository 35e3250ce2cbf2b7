# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The module for many objects, from its parameters to its result."""

from __future__ import annotations

import json

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._ansible.toy_platform import Toy, run_module
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    REFUSED,
    MemoryAdapter,
)

NEW = {"model": "acme", "pin": "new-s3cret"}


def existing(*names):
    return [{"name": name, **NEW, "enabled": True, "title": "T"} for name in names]


def test_each_item_gets_its_own_result_in_the_order_of_the_list():
    toy = Toy(*existing("same", "old", "gone", "broken"))
    toy.adapter.fail("update", REFUSED, key="broken")
    outcome = toy.many(
        {"name": "new", **NEW},
        {"name": "same", "title": "T"},
        {"name": "broken", "title": "x"},
        {"name": "old", "title": "U", "pin": "other-s3cret"},
        {"name": "gone", "state": "absent"},
        {"name": "wrong", "enabled": "maybe"},
    )
    result = outcome.result
    assert (outcome.exit_code, result["failed"], result["changed"]) == (1, True, True)
    assert result["summary"] == {"created": 1, "updated": 1, "deleted": 1, "unchanged": 1, "failed": 2, "total": 6}
    assert result["results"] == [
        {"name": "new", "action": "created", "index": 0, "id": 5, "fields": ["name", "model", "enabled", "pin"]},
        {"name": "broken", "action": "failed", "index": 2, "msg": "update failed: PUT /thing was answered 500"},
        {"name": "old", "action": "updated", "index": 3, "id": 2, "fields": ["title"], "unverified": ["pin"]},
        {"name": "gone", "action": "deleted", "index": 4, "id": 3},
        {"name": "wrong", "action": "failed", "index": 5, "msg": "enabled is neither true nor false"},
    ]
    assert [diff["after_header"] for diff in result["diff"]] == [
        "small thing new",
        "small thing old",
        "small thing gone",
    ]
    assert result["unverified"] == {"pin": 1}
    assert result["msg"].startswith("2 of 6 small things failed. small thing broken: update failed: ")


def test_a_second_run_changes_nothing():
    toy = Toy(*existing("gone"))
    items = [{"name": "new", **NEW, "groups": ["sales"]}, {"name": "gone", "state": "absent"}]
    assert toy.many(*items).result["changed"] is True
    toy.adapter.writes.clear()
    result = toy.many(*items).result
    assert (result["changed"], result["results"], result["diff"]) == (False, [], [])
    assert toy.adapter.writes == []


def test_everything_is_listed_once():
    toy = Toy(*existing("a"))
    toy.many({"name": "a"}, {"name": "b", **NEW})
    assert toy.adapter.reads == [None]
    assert len(toy.connections) == toy.closed == 1


@pytest.mark.parametrize(("detail", "shown"), [("changed", ["a", "c"]), ("all", ["a", "b", "c"]), ("summary", ["c"])])
def test_a_result_shows_as_much_as_is_asked_for(detail, shown):
    toy = Toy(*existing("a", "b"))
    result = toy.many({"name": "a", "title": "U"}, {"name": "b"}, {"name": "c"}, result_detail=detail).result
    assert [entry["name"] for entry in result["results"]] == shown


def test_a_thousand_unchanged_items_return_a_few_kilobytes():
    toy = Toy(*existing(*(f"n{number}" for number in range(1000))))
    outcome = toy.many(*({"name": f"n{number}", "title": "T"} for number in range(1000)))
    assert outcome.result["summary"]["unchanged"] == 1000
    assert len(outcome.text) < 4000


def test_a_long_list_of_failures_names_the_first_ones():
    result = Toy().many(*({"name": f"n{number}"} for number in range(9))).result
    assert result["msg"].count("cannot be created") == 5
    assert result["msg"].endswith("And 4 more, see results.")


@pytest.mark.parametrize(
    ("item", "label", "message"),
    [
        ({}, "number 2", "name is required"),
        ({"name": ""}, "number 2", "name is required"),
        ({"name": None, "title": "x"}, "number 2", "name is required"),
        ({"name": "x", "titel": "y"}, "x", "unknown option titel; did you mean title?"),
        ({"name": "x", "state": "gone"}, "x", "state must be one of: present, absent; not 'gone'"),
        ({"name": "x", "groups": ["gone"], **NEW}, "x", "group 'gone'"),
        ({"name": True}, "True", "name is a boolean where text is expected; quote it"),
        ({"name": ["x"]}, "['x']", "name is a list where text is expected"),
    ],
)
def test_a_bad_item_fails_alone(item, label, message):
    toy = Toy()
    result = toy.many({"name": "good", **NEW}, item).result
    assert result["summary"]["failed"] == result["summary"]["created"] == 1
    failed = result["results"][-1]
    assert failed["name"] == label
    assert message in failed["msg"]
    assert toy.adapter.labels() == ["good"]


def test_an_extension_of_zero_is_a_name_like_any_other():
    toy = Toy()
    assert toy.many({"name": 0, **NEW}).result["results"][0]["name"] == "0"
    assert toy.many({"name": 0, **NEW}).result["changed"] is False


def test_two_items_with_one_key_are_both_refused_and_the_rest_is_done():
    toy = Toy()
    result = toy.many({"name": "a", **NEW}, {"name": " A", **NEW}, {"name": "b", **NEW}).result
    assert [entry["action"] for entry in result["results"]] == ["failed", "failed", "created"]
    assert toy.adapter.labels() == ["b"]


def test_prune_deletes_within_its_scope_and_reports_it():
    toy = Toy(*existing("a", "x1", "x2", "y"))
    options = {"prune": True, "prune_scope": {"keys": ["x*"]}, "prune_protect": ["X2"]}
    result = toy.many({"name": "a"}, **options).result
    assert result["results"] == [{"name": "x1", "action": "deleted", "id": 2}]
    assert toy.adapter.labels() == ["a", "x2", "y"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"prune": True}, "prune needs a prune_scope"),
        ({"prune": True, "prune_scope": {"all": True}, "max_deletes": 1}, "more than max_deletes=1"),
        ({"prune": True, "prune_scope": {"fields": {"titel": "T"}}}, "no readable option titel"),
        ({"prune_only": True}, "prune_only needs prune"),
        ({"parallel": 0}, "parallel must be between 1 and 32"),
        ({"parallel": 33}, "parallel must be between 1 and 32"),
        ({"update_secrets": "verify"}, "update_secrets=verify is not possible for code"),
    ],
)
@pytest.mark.parametrize("check_mode", [False, True])
def test_a_call_that_is_wrong_as_a_whole_changes_nothing(options, message, check_mode):
    toy = Toy(*existing("a", "x1", "x2"))
    outcome = toy.many({"name": "b", **NEW, "code": "c0de-s3cret"}, _ansible_check_mode=check_mode, **options)
    assert message in outcome.result["msg"]
    assert outcome.exit_code == 1
    assert toy.adapter.writes == []


def test_a_wrong_item_keeps_prune_from_its_object_where_a_name_is_not_enough_to_tell_it():
    fields = (Field("name", required=True), Field("domain", required=True), Field("enabled", "bool"))
    alias = Resource("alias", "aliases", "name", fields, within=("domain",))
    toy = Toy()
    toy.adapter = MemoryAdapter(alias, [{"name": "a", "domain": "example.com"}])
    # With any failure nothing is pruned, so the limit tells whether it was meant to be.
    options = {"prune": True, "prune_scope": {"all": True}, "max_deletes": 0}
    items = [{"name": "a", "domain": "example.com", "enabled": "maybe"}]
    result = run_module(
        lambda: run_many(toy.platform, lambda client: client.adapter, alias), {"aliases": items, **options}
    ).result
    assert result["msg"] == "1 of 1 aliases failed. alias a (domain example.com): enabled is neither true nor false"


def test_an_empty_list_changes_nothing_and_is_refused_for_prune():
    toy = Toy(*existing("a"))
    assert toy.many(small_things=[]).result["changed"] is False
    result = toy.many(small_things=[], prune=True, prune_scope={"all": True}).result
    assert "empty list" in result["msg"]
    assert toy.adapter.labels() == ["a"]


def test_what_is_missing_in_check_mode_is_warned_of():
    outcome = Toy().many({"name": "a", **NEW, "groups": ["gone"]}, _ansible_check_mode=True)
    assert any("group 'gone'" in warning for warning in outcome.warnings)


def test_items_may_come_from_a_file(tmp_path):
    toy = Toy()
    (tmp_path / "things.csv").write_text("name,model,pin,groups\na,acme,file-s3cret,sales;support\n")
    (tmp_path / "things.json").write_text(json.dumps([{"name": "a", "groups": ["support", "sales"]}]))
    assert toy.many(src=str(tmp_path / "things.csv")).result["summary"]["created"] == 1
    assert toy.many(src=str(tmp_path / "things.json")).result["summary"]["unchanged"] == 1
    assert toy.adapter.state()["a"]["groups"] == ["sales", "support"]


@pytest.mark.parametrize("params", [{}, {"small_things": [], "src": "/things.csv"}])
def test_a_list_or_a_file_and_not_both(params):
    outcome = Toy().many(**params)
    assert outcome.exit_code == 1
    assert "small_things" in outcome.result["msg"] and "src" in outcome.result["msg"]


@pytest.mark.parametrize("prune", [False, True])
def test_check_mode_reports_the_same_and_writes_nothing(prune):
    items = [{"name": "a", "title": "U"}, {"name": "b", **NEW}, {"name": "c", "state": "absent"}, {"name": "d"}]
    options = {"prune": True, "prune_scope": {"all": True}} if prune else {}
    foreseen, real = Toy(*existing("a", "c", "e")), Toy(*existing("a", "c", "e"))
    first = foreseen.many(*items, _ansible_check_mode=True, **options).result
    second = real.many(*items, **options).result
    assert foreseen.adapter.writes == []
    for result in (first, second):
        del result["invocation"]
        for entry in result["results"]:
            entry.pop("id", None)  # only the server knows the id of what does not exist yet
    assert first == second
