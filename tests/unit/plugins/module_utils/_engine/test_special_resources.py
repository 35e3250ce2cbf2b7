# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Resources that differ from the rule: no key, a key within something, no creation, no deletion, confirmed deletion."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import plan
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import ALWAYS, Policy, PruneScope
from ansible_collections.dialtone.voip.plugins.module_utils._engine.prune import plan_prune
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, DeclarationError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import (
    MemoryAdapter,
    items_of,
)

NAME = Field("name", required=True, clearable=False, normalise=str.lower)
TITLE = Field("title")
SETTINGS = Resource("setting", "settings", "", (TITLE, Field("speed", "int")), given=True)
NUMBER = Resource("number", "numbers", "name", (NAME, TITLE), given=True)
BUILT_IN = Resource(
    "sound", "sounds", "name", (NAME, TITLE), uncreatable="upload it in the portal", undeletable="it is built in"
)
CONTRACT = Resource(
    "contract",
    "contracts",
    "name",
    (NAME, TITLE),
    irreversible="the number is lost for ever",
    consents=(Field("accept_costs", "bool"),),
)
ALIAS = Resource(
    "alias",
    "aliases",
    "name",
    (NAME, Field("domain", required=True, normalise=str.lower), Field("zone"), TITLE),
    within=("domain", "zone"),
    protected=frozenset(("postmaster",)),
)


def planned(resource, records, *items, policy=None):
    return plan(resource, items_of(resource, *items), [Record(values, 1) for values in records], policy or Policy())


def test_what_there_is_exactly_one_of_needs_no_key():
    (change,) = planned(SETTINGS, [{"title": "a", "speed": 1}], {"speed": 2})
    assert (change.action, change.changed, change.values["title"]) == ("update", ("speed",), "a")
    assert (SETTINGS.key_of({}), SETTINGS.label_of({})) == ("setting", "")


@pytest.mark.parametrize("more", [{}, {"uncreatable": "x", "undeletable": "y"}])
def test_what_there_is_exactly_one_of_is_given(more):
    with pytest.raises(DeclarationError, match="neither created nor deleted"):
        Resource("setting", "settings", "", (TITLE,), **more)


def test_what_is_given_has_no_state():
    (change,) = planned(NUMBER, [{"name": "1"}], {"name": "1", "state": "absent"})
    assert (change.action, change.error) == ("refuse", "state is no option: numbers are neither created nor deleted")


def test_what_is_given_is_not_created():
    (change,) = planned(NUMBER, [], {"name": "1", "title": "x"})
    assert change.error == "does not exist on the server, and no call creates it"
    assert planned(NUMBER, [{"name": "1"}], {"name": "1", "title": "x"})[0].action == "update"


def test_what_cannot_be_created_or_deleted_says_why():
    assert planned(BUILT_IN, [], {"name": "a"})[0].error == (
        "does not exist, and cannot be created: upload it in the portal"
    )
    assert planned(BUILT_IN, [{"name": "a"}], {"name": "a", "state": "absent"})[0].error == (
        "cannot be deleted: it is built in"
    )
    assert planned(BUILT_IN, [], {"name": "a", "state": "absent"})[0].action == "none"
    with pytest.raises(CallError, match="sounds cannot be pruned: it is built in"):
        plan_prune(BUILT_IN, items_of(BUILT_IN, {"name": "a"}), [], Policy(prune=True, scope=PruneScope(all=True)))


def test_what_is_lost_for_ever_is_not_pruned_whoever_asks():
    policy = Policy(prune=True, scope=PruneScope(all=True))
    with pytest.raises(CallError, match="each deletion has to be confirmed: the number is lost for ever"):
        plan_prune(CONTRACT, items_of(CONTRACT, {"name": "a"}), [Record({"name": "b"}, 1)], policy)


def test_only_what_can_be_deleted_without_asking_is_prunable():
    assert ALIAS.prunable
    assert not any(resource.prunable for resource in (SETTINGS, NUMBER, BUILT_IN, CONTRACT))


@pytest.mark.parametrize("confirmation", [{}, {"confirm_delete": False}, {"confirm_delete": None}])
def test_a_deletion_that_cannot_be_undone_needs_a_confirmation(confirmation):
    (change,) = planned(CONTRACT, [{"name": "a"}], {"name": "a", "state": "absent", **confirmation})
    assert change.error == "state=absent needs confirm_delete=true: the number is lost for ever"


def test_a_confirmed_deletion_is_carried_out():
    item = {"name": "a", "state": "absent", "confirm_delete": True}
    assert planned(CONTRACT, [{"name": "a"}], item)[0].action == "delete"


def test_a_consent_is_no_part_of_the_object_but_reaches_the_adapter():
    (change,) = planned(CONTRACT, [], {"name": "a", "accept_costs": "yes", "confirm_delete": True})
    assert change.changed == ("name",)
    assert change.values["accept_costs"] is True
    (change,) = planned(CONTRACT, [{"name": "a", "title": "t"}], {"name": "a", "accept_costs": True})
    assert change.action == "none"
    assert [field.name for field in CONTRACT.agreements] == ["accept_costs", "confirm_delete"]


def test_names_within_different_things_are_different_objects():
    shown = [{"name": "a", "domain": "x"}, {"name": "a", "domain": "y", "title": "t"}]
    changes = planned(
        ALIAS,
        shown,
        {"name": "A", "domain": "X", "title": "t"},
        {"name": "a", "domain": "y"},
        {"name": "a", "domain": "z"},
    )
    assert [change.action for change in changes] == ["update", "none", "create"]


def test_without_a_name_there_is_no_key_wherever_it_is():
    assert ALIAS.key_of({"name": "", "domain": "x"}) == ""


def test_what_an_item_does_not_mention_of_its_place_is_empty():
    shown = [{"name": "a", "domain": "x", "zone": "south"}]
    assert planned(ALIAS, shown, {"name": "a", "domain": "x", "zone": "south"})[0].action == "none"
    assert planned(ALIAS, shown, {"name": "a", "domain": "x"})[0].action == "create"
    assert (
        planned(ALIAS, [{"name": "a", "domain": "x", "zone": None}], {"name": "a", "domain": "x"})[0].action == "none"
    )


def test_a_required_place_is_required_of_every_item():
    (change,) = planned(ALIAS, [], {"name": "a", "state": "absent"})
    assert change.error == "domain is required"
    assert ALIAS.always_given == ("name", "domain")


def test_a_label_tells_the_place():
    assert ALIAS.label_of({"name": "a", "domain": "x", "zone": ""}) == "a (domain x)"
    assert ALIAS.label_of({"name": "a"}) == "a"


def test_protection_holds_in_every_place():
    shown = [{"name": "Postmaster", "domain": "x"}]
    (change,) = planned(ALIAS, shown, {"name": "postmaster", "domain": "x", "state": "absent"})
    assert change.action == "refuse"
    records = [Record(values, 1) for values in (*shown, {"name": "b", "domain": "x"})]
    policy = Policy(prune=True, scope=PruneScope(all=True))
    doomed = plan_prune(ALIAS, items_of(ALIAS, {"name": "a", "domain": "x"}), records, policy)
    assert [change.label for change in doomed] == ["b (domain x)"]


@pytest.mark.parametrize("within", [("town",), ("domain", "town")])
def test_a_place_that_is_no_field_is_refused(within):
    with pytest.raises(DeclarationError, match="the key town is not a field"):
        Resource("alias", "aliases", "name", (NAME, Field("domain")), within=within)


PAIRED = Resource(
    "account",
    "accounts",
    "name",
    (
        NAME,
        TITLE,
        Field("login", may_be_hidden=True, accompanies=("title",)),
        Field("once", secret=True, create_only=True),
        Field("seed", readable=False, create_only=True),
        Field("note", readable=False),
    ),
)


def test_what_the_server_wants_with_each_change_is_written_with_it():
    hidden = {"name": "a", "title": "t", "login": UNREADABLE}
    (change,) = planned(PAIRED, [hidden], {"name": "a", "title": "u", "login": "l"})
    assert (change.changed, change.unverified, change.values["login"]) == (("title", "login"), (), "l")


def test_without_a_change_it_is_only_unverified():
    (change,) = planned(PAIRED, [{"name": "a", "title": "t", "login": UNREADABLE}], {"name": "a", "login": "l"})
    assert (change.action, change.unverified) == ("none", ("login",))


def test_what_the_server_wants_with_each_change_has_to_be_given():
    (change,) = planned(PAIRED, [{"name": "a", "title": "t", "login": UNREADABLE}], {"name": "a", "title": "u"})
    assert change.error.startswith("changing title needs login as well")


def test_where_the_server_shows_it_nothing_has_to_be_given():
    (change,) = planned(PAIRED, [{"name": "a", "title": "t", "login": "l"}], {"name": "a", "title": "u"})
    assert (change.changed, change.values["login"]) == (("title",), "l")


def test_what_is_given_once_is_never_looked_at_again():
    policy = Policy(update_secrets=ALWAYS, update_unreadable=ALWAYS)
    (change,) = planned(PAIRED, [{"name": "a"}], {"name": "a", "once": "s", "seed": "t"}, policy=policy)
    assert (change.action, change.unverified) == ("none", ("once", "seed"))
    (change,) = planned(PAIRED, [], {"name": "a", "once": "s", "seed": "t"}, policy=policy)
    assert change.changed == ("name", "once", "seed")


def test_what_may_be_hidden_is_no_scope_for_prune():
    policy = Policy(prune=True, scope=PruneScope(fields={"login": "l"}))
    with pytest.raises(CallError, match="no readable option login"):
        plan_prune(PAIRED, items_of(PAIRED, {"name": "a"}), [], policy)


class Knowing(MemoryAdapter):
    """It finds out while writing what was in force already."""

    already = frozenset()

    def update(self, record, values, changed):
        super().update(record, values, changed)
        return self.already

    def warnings(self):
        return ["the server is old"]


@pytest.mark.parametrize(
    ("already", "status", "changed"),
    [((), "updated", ("note",)), (("note",), "unchanged", ()), (("x",), "updated", ("note",))],
)
def test_what_turns_out_to_be_in_force_already_is_no_change(already, status, changed):
    adapter = Knowing(PAIRED, [{"name": "a", "note": "n"}])
    adapter.already = frozenset(already)
    items = items_of(PAIRED, {"name": "a", "note": "n"})
    report = Reconciler(adapter, Policy(update_unreadable=ALWAYS)).run(items, False, everything=True)
    (outcome,) = report.outcomes
    assert (outcome.status, outcome.change.changed) == (status, changed)
    assert report.warnings == ["the server is old"]
