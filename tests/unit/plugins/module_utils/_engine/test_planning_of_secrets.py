# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When secrets, and what no call reads back, are written to an object that exists."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import CREATE, NONE, UPDATE, plan
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import ALWAYS, ON_CREATE, VERIFY, Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE, given_inside
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import items_of
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW, THING

SECRETS = {"pin": "4711", "code": "0815"}


def change(record, policy, **item):
    items = items_of(THING, {"name": "a", **item})
    (only,) = plan(THING, items, [record] if record else [], policy)
    return only


def existing(proven=(), **values):
    return Record({"name": "a", "model": "acme", "title": "A", **values}, 1, proven=frozenset(proven))


@pytest.mark.parametrize("policy", [ON_CREATE, ALWAYS, VERIFY])
def test_a_new_object_gets_its_secrets_whatever_the_policy(policy):
    planned = change(None, Policy(update_secrets=policy, update_unreadable=ON_CREATE), **{**NEW, **SECRETS}, note="x")
    assert planned.action == CREATE
    assert {"pin", "code", "note"} <= set(planned.changed)
    assert planned.unverified == ()


def test_on_create_leaves_the_secrets_of_an_existing_object_alone_and_says_so():
    planned = change(existing(), Policy(), **SECRETS)
    assert planned.action == NONE
    assert planned.unverified == ("pin", "code")


def test_on_create_does_not_slip_secrets_into_an_update_of_something_else():
    planned = change(existing(), Policy(), **SECRETS, title="B", note="x")
    assert planned.action == UPDATE
    assert planned.changed == ("title",)
    assert planned.unverified == ("pin", "code", "note")
    assert [planned.values[name] for name in ("pin", "code", "note")] == [None, None, None]


def test_always_writes_what_was_given_and_nothing_else():
    planned = change(existing(), Policy(update_secrets=ALWAYS), pin="4711")
    assert planned.action == UPDATE
    assert planned.changed == ("pin",)
    assert (planned.values["pin"], planned.values["code"]) == ("4711", None)


def test_verify_writes_only_what_does_not_work():
    planned = change(existing(proven=["pin"]), Policy(update_secrets=VERIFY), **SECRETS)
    assert planned.changed == ("code",)
    assert planned.unverified == ()
    assert planned.values["pin"] is None


def test_what_is_proven_is_not_called_unverified():
    assert change(existing(proven=["pin", "code"]), Policy(update_secrets=VERIFY), **SECRETS).action == NONE


def test_what_no_call_reads_back_is_written_later_only_on_demand():
    assert change(existing(), Policy(), note="x").unverified == ("note",)
    planned = change(existing(), Policy(update_unreadable=ALWAYS), note="x")
    assert (planned.action, planned.changed, planned.unverified) == (UPDATE, ("note",), ())
    assert planned.values["note"] == "x"


def test_a_value_that_the_server_happens_to_hide_counts_as_one_that_cannot_be_read():
    hidden = existing(title=UNREADABLE)
    assert change(hidden, Policy(), title="B").unverified == ("title",)
    assert change(hidden, Policy(update_unreadable=ALWAYS), title="B").changed == ("title",)


def test_on_create_does_not_slip_a_hidden_value_into_an_update_of_something_else():
    planned = change(existing(title=UNREADABLE), Policy(), title="B", groups=["x"])
    assert planned.changed == ("groups",)
    assert planned.values["title"] is UNREADABLE


def test_the_two_policies_do_not_mix():
    planned = change(existing(), Policy(update_secrets=ALWAYS), pin="4711", note="x")
    assert (planned.changed, planned.unverified) == (("pin",), ("note",))
    planned = change(existing(), Policy(update_unreadable=ALWAYS), pin="4711", note="x")
    assert (planned.changed, planned.unverified) == (("note",), ("pin",))


def test_a_secret_key_of_a_map_is_compared_because_the_server_shows_it():
    current = existing(settings={"line/secret": "old", "line/name": "n"})
    assert change(current, Policy(), settings={"line/secret": "old"}).action == NONE
    assert change(current, Policy(), settings={"line/secret": "new"}).changed == ("settings",)


def test_a_change_does_not_show_its_values_when_it_is_printed():
    assert "4711" not in repr(change(existing(), Policy(update_secrets=ALWAYS), **SECRETS))
    assert "4711" not in repr(items_of(THING, {"name": "a", **SECRETS}))
    assert "4711" not in repr(Record({"name": "a"}, 1, {"pin": "4711"}, raw={"pin": "4711"}))


RING = {"user": "ada", "pin": "4711"}
OLD_RING = {"user": "ada", "delay": 30}


def test_secrets_inside_of_a_list_follow_the_rules_of_secrets():
    current = existing(rings=[OLD_RING])
    assert change(current, Policy(), rings=[OLD_RING]).unverified == ()
    planned = change(current, Policy(), rings=[RING])
    assert (planned.action, planned.unverified) == (NONE, ("rings.pin",))
    planned = change(current, Policy(update_secrets=ALWAYS), rings=[RING])
    assert (planned.action, planned.changed, planned.unverified) == (UPDATE, ("rings.pin",), ())
    assert planned.values["rings"][0]["pin"] == "4711"


@pytest.mark.parametrize("policy", [ON_CREATE, ALWAYS])
def test_secrets_inside_of_what_is_given_once_are_never_written_later(policy):
    login = Field("login", "dict", create_only=True, options=(Field("user"), Field("pin", secret=True)))
    thing = Resource("thing", "things", "name", (Field("name", required=True), login))
    items = items_of(thing, {"name": "a", "login": {"user": "ada", "pin": "4711"}})
    (planned,) = plan(thing, items, [Record({"name": "a", "login": {"user": "ada"}}, 1)], Policy(update_secrets=policy))
    assert (planned.action, planned.changed, planned.unverified) == (NONE, (), ("login.pin",))


def test_a_secret_inside_of_a_list_that_works_is_not_written():
    working = existing(rings=[OLD_RING], proven=["rings.pin"])
    assert change(working, Policy(update_secrets=VERIFY), rings=[RING]).action == NONE
    planned = change(existing(rings=[OLD_RING]), Policy(update_secrets=VERIFY), rings=[RING])
    assert (planned.action, planned.changed, planned.unverified) == (UPDATE, ("rings.pin",), ())


def test_a_new_object_gets_the_secrets_inside_of_its_lists():
    planned = change(None, Policy(), **NEW, rings=[RING])
    assert (planned.action, planned.unverified) == (CREATE, ())
    assert planned.values["rings"][0]["pin"] == "4711"


@pytest.mark.parametrize(
    "value", [[{}, {"login": {"pin": "1"}}], [{"login": {"pin": "1"}}, {"login": {}}], [{"login": {"pin": ""}}]]
)
def test_a_secret_two_levels_below_counts_though_only_one_element_has_it(value):
    login = Field("login", "dict", options=(Field("pin", secret=True),))
    lines = Field("lines", "list", elements="dict", options=(login,))
    assert lines.secrets_inside == given_inside(lines, value) == ("lines.login.pin",)
    assert given_inside(lines, [{}, {"login": {}}]) == ()
