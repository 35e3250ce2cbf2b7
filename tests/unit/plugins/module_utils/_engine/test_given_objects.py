# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Objects that are simply there, objects that nothing deletes, and fields that turn out to be in force already."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.argument_spec import (
    bulk_spec,
    item_spec,
    policy_spec,
)
from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import NONE, REFUSE, plan_item
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.item import ItemReader
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    MemoryAdapter,
    items_of,
)

FIELDS = (
    Field("name", required=True),
    Field("login", secret=True, create_only=True),
    Field("title"),
    Field("hidden", "bool", readable=False),
)
ACCOUNT = Resource("account", "sip_accounts", "name", FIELDS, given=True)
ROW = Resource("row", "rows", "name", FIELDS[:2], undeletable="the log is append-only")


def test_what_is_simply_there_has_no_state() -> None:
    assert "state" not in item_spec(ACCOUNT)
    assert "prune" not in bulk_spec(ACCOUNT)
    with pytest.raises(ItemError, match="sip accounts are neither created nor deleted"):
        ItemReader(ACCOUNT).read({"name": "ann", "state": "absent"})
    assert plan_item(ACCOUNT, Item(0, "ann", "ann"), None, Policy()).action == REFUSE


def test_what_nothing_deletes_is_neither_pruned_nor_made_absent() -> None:
    assert "state" in item_spec(ROW)
    assert "prune" not in bulk_spec(ROW)
    absent = Item(0, "a", "a", "absent")
    assert "the log is append-only" in str(plan_item(ROW, absent, Record({"name": "a"}), Policy()).error)
    assert plan_item(ROW, absent, None, Policy()).action == NONE


def test_a_secret_that_is_never_written_later_needs_no_rule() -> None:
    assert "update_secrets" not in policy_spec(ACCOUNT)
    assert "update_unreadable" in policy_spec(ACCOUNT)
    proven = Record({"name": "ann"}, proven=frozenset(("login",)))
    assert (
        plan_item(ACCOUNT, Item(0, "ann", "ann", values={"name": "ann", "login": "x"}), proven, Policy()).unverified
        == ()
    )


class Telling(MemoryAdapter):
    """Says after a write that an unreadable field was in force already."""

    def update(self, record, values, changed):
        super().update(record, values, changed)
        return frozenset(("hidden",))

    def warnings(self):
        return ["the server is old"]


def run(*items):
    adapter = Telling(ACCOUNT, [{"name": "ann", "title": "a"}])
    policy = Policy(update_unreadable="always")
    return Reconciler(adapter, policy).run(items_of(ACCOUNT, *items), check_mode=False, everything=True)


def test_what_was_in_force_already_is_no_change() -> None:
    (outcome,) = run({"name": "ann", "hidden": True}).outcomes
    assert outcome.status == "unchanged"
    (outcome,) = run({"name": "ann", "hidden": True, "title": "b"}).outcomes
    assert (outcome.status, outcome.change.changed) == ("updated", ("title",))


def test_warnings_of_the_adapter_reach_the_report() -> None:
    assert run({"name": "ann", "title": "b"}).warnings == ["the server is old"]
