# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What servers do not show, what they want along with each change, and what is given only once."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.argument_spec import policy_spec
from ansible_collections.dialtone.voip.plugins.module_utils._engine.adapter import Adapter
from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import CREATE, NONE, REFUSE, UPDATE, plan
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import ALWAYS, Policy, PruneScope
from ansible_collections.dialtone.voip.plugins.module_utils._engine.prune import plan_prune
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._engine.references import mentions
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource

GROUP = Resource(
    "group",
    "groups",
    "name",
    (
        Field("name", required=True),
        Field("timeout", "int"),
        Field("note"),
        Field("login", create_only=True, readable=False),
        Field("password", secret=True, create_only=True),
        Field(
            "members",
            "list",
            elements="str",
            unordered=True,
            may_be_hidden=True,
            accompanies=("timeout",),
            refers_to="user",
        ),
    ),
)


def change(current, policy=None, **wanted):
    item = Item(0, "g", "g", values={"name": "g", **wanted})
    records = [] if current is None else [Record({"name": "g", **current}, 1)]
    (planned,) = plan(GROUP, [item], records, policy or Policy())
    return planned


HIDDEN = {"timeout": 20, "note": "", "members": UNREADABLE}


def test_what_is_hidden_causes_no_write_and_is_told():
    planned = change(HIDDEN, members=["a"])
    assert (planned.action, planned.unverified) == (NONE, ("members",))


def test_what_is_hidden_is_written_when_that_is_asked_for():
    planned = change(HIDDEN, Policy(update_unreadable=ALWAYS), members=["a"])
    assert (planned.action, planned.changed) == (UPDATE, ("members",))


def test_it_goes_along_with_the_changes_that_have_to_carry_it():
    planned = change(HIDDEN, timeout=30, members=["a"])
    assert planned.action == UPDATE
    assert sorted(planned.changed) == ["members", "timeout"]
    assert planned.values["members"] == ["a"]
    assert planned.unverified == ()


def test_what_is_written_anyway_goes_along_only_once():
    planned = change(HIDDEN, Policy(update_unreadable=ALWAYS), timeout=30, members=["a"])
    assert planned.changed == ("timeout", "members")


def test_such_a_change_is_refused_without_it():
    planned = change(HIDDEN, timeout=30)
    assert planned.action == REFUSE
    assert planned.error.startswith("changing timeout needs members as well")


def test_other_changes_do_not_need_it():
    planned = change(HIDDEN, note="new", members=["a"])
    assert (planned.changed, planned.unverified) == (("note",), ("members",))
    assert planned.values["members"] is UNREADABLE


def test_where_it_is_shown_it_is_compared_like_anything_else():
    shown = {**HIDDEN, "members": ["b", "a"]}
    assert change(shown, members=["a", "b"]).action == NONE
    assert change(shown, timeout=30).changed == ("timeout",)
    assert change(shown, timeout=30).values["members"] == ["b", "a"]


@pytest.mark.parametrize("policy", [Policy(), Policy(update_secrets=ALWAYS, update_unreadable=ALWAYS)])
def test_what_is_given_once_is_never_looked_at_again(policy):
    planned = change(HIDDEN, policy, login="admin", password="s3cret-once")
    assert (planned.action, sorted(planned.unverified)) == (NONE, ["login", "password"])
    assert change(None, policy, login="admin", password="s3cret-once").action == CREATE


def test_options_that_would_rule_nothing_are_not_there():
    given_once = Resource("thing", "things", "name", (Field("name", required=True), *GROUP.fields[3:5]))
    assert policy_spec(given_once) == {}
    assert list(policy_spec(GROUP)) == ["update_unreadable"]


def test_hidden_values_refer_to_nothing():
    assert list(mentions(GROUP.fields, HIDDEN)) == []


def test_prune_does_not_choose_by_what_may_be_hidden():
    policy = Policy(prune=True, scope=PruneScope(fields={"members": "a"}))
    with pytest.raises(CallError, match="no readable option members"):
        plan_prune(GROUP, [Item(0, "g", "g", values={"name": "g"})], [], policy)


@pytest.mark.parametrize(
    ("rules", "current", "state", "error"),
    [
        ({"uncreatable": "order it"}, [], "present", "does not exist, and cannot be created: order it"),
        ({"undeletable": "no call"}, [Record({"name": "g"}, 1)], "absent", "cannot be deleted: no call"),
    ],
)
def test_what_no_call_does_is_refused_with_its_reason(rules, current, state, error):
    resource = Resource("thing", "things", "name", (Field("name", required=True),), **rules)
    (planned,) = plan(resource, [Item(0, "g", "g", state, {"name": "g"})], current, Policy())
    assert (planned.action, planned.error) == (REFUSE, error)


class Coming(Adapter):
    """Nothing is there yet, but something else will bring ``g`` along."""

    resource = GROUP

    def fetch(self, keys):
        return []

    def coming(self, item):
        return Record({"name": item.values["name"], **HIDDEN}) if item.key == "g" else None

    def create(self, values):
        raise AssertionError("nothing is created here")

    update = delete = create


@pytest.mark.parametrize(("check_mode", "action"), [(True, UPDATE), (False, CREATE)])
def test_check_mode_sees_what_another_task_would_have_brought_along(check_mode, action):
    adapter = Coming()
    adapter.create = lambda values: 1
    item = Item(0, "g", "g", values={"name": "g", "note": "new"})
    report = Reconciler(adapter, Policy()).run([item], check_mode, everything=True)
    assert report.outcomes[0].change.action == action
    assert [("must have been created before" in warning) for warning in report.warnings] == [True] * check_mode
