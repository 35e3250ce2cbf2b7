# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws that hold for any resource, any server state and any wish."""

from __future__ import annotations

import dataclasses
import fnmatch

from hypothesis import given
from hypothesis import strategies as st

from ansible_collections.dialtone.voip.plugins.module_utils._engine.difference import difference
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import (
    ALWAYS,
    ON_CREATE,
    VERIFY,
    Policy,
    PruneScope,
)
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import LOST, items_of
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import fold
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.strategies import NAMES, cases

POLICIES = st.builds(Policy, update_secrets=st.sampled_from([ON_CREATE, VERIFY]))
ANY_POLICIES = st.builds(
    Policy,
    update_secrets=st.sampled_from([ON_CREATE, ALWAYS, VERIFY]),
    update_unreadable=st.sampled_from([ON_CREATE, ALWAYS]),
)
PATTERNS = st.lists(st.sampled_from(["a*", "*b", "?id", "DAN", "*"]), max_size=2).map(tuple)
PRUNING = st.builds(
    Policy,
    prune=st.just(True),
    scope=st.builds(PruneScope, all=st.booleans(), keys=PATTERNS),
    protect=PATTERNS,
    max_deletes=st.integers(0, 5),
)


def run(adapter, items, policy, check_mode=False, parallel=1):
    if policy.update_secrets == VERIFY and adapter.resource.secret_holders:
        # It is refused for secrets inside of a field, and there is nothing to learn from that here.
        policy = dataclasses.replace(policy, update_secrets=ON_CREATE)
    items = items_of(adapter.resource, *items)
    return Reconciler(adapter, policy, parallel).run(items, check_mode, everything=True).outcomes


def summary(outcomes):
    return [
        (o.change.label, o.change.index, o.status, o.error, o.change.changed, o.change.unverified) for o in outcomes
    ]


def differences(case, outcomes):
    return [difference(case.resource, outcome.change) for outcome in outcomes]


def by_key(adapter):
    return {adapter.resource.key_of({"name": s.values["name"]}): {**s.values, **s.secrets} for s in adapter.stored}


@given(cases(), POLICIES, st.sampled_from([1, 3]))
def test_a_second_run_changes_nothing(case, policy, parallel):
    first = run(case.adapter, case.items, policy, parallel=parallel)
    before = by_key(case.adapter)
    case.adapter.writes.clear()
    second = run(case.adapter, case.items, policy, parallel=parallel)
    assert case.adapter.writes == []
    assert by_key(case.adapter) == before
    assert [o.status for o in second] == ["failed" if o.status == "failed" else "unchanged" for o in first]


@given(cases(), ANY_POLICIES)
def test_check_mode_writes_nothing_and_tells_what_the_real_run_does(case, policy):
    before = by_key(case.adapter)
    foreseen = run(case.adapter, case.items, policy, check_mode=True)
    assert case.adapter.writes == []
    assert by_key(case.adapter) == before
    real = run(case.adapter, case.items, policy)
    assert summary(foreseen) == summary(real)
    assert differences(case, foreseen) == differences(case, real)


@given(cases(), ANY_POLICIES, st.sampled_from([1, 3]))
def test_the_diff_of_a_plan_survives_its_application(case, policy, parallel):
    foreseen = run(case.adapter, case.items, policy, check_mode=True)
    before = differences(case, foreseen)
    assert differences(case, run(case.adapter.twin(), case.items, policy, parallel=parallel)) == before
    assert differences(case, foreseen) == before


@given(cases(), ANY_POLICIES)
def test_what_is_omitted_is_left_alone(case, policy):
    before = by_key(case.adapter)
    run(case.adapter, case.items, policy)
    after = by_key(case.adapter)
    wanted = {case.resource.key_of(item): item for item in case.items}
    for key, values in before.items():
        item = wanted.get(key, {})
        if item.get("state") == "absent":
            continue
        for field in case.resource.fields:
            wish = item.get(field.name) if field.name != "name" else None
            was, now = values.get(field.name), after[key].get(field.name)
            if wish is None:
                assert meaning(field, now) == meaning(field, was)
            elif field.type == "dict" and wish:
                # Of a map, what is not mentioned.
                assert meaning(field, without(now, wish)) == meaning(field, without(was, wish))


def without(value, mentioned):
    return {name: item for name, item in (value or {}).items() if name not in mentioned}


def meaning(field, value):
    """What is compared, less how the server spelled it when it was written back."""
    if isinstance(value, dict):
        options = {option.name: option for option in field.options}
        parts = {name: meaning(options.get(name, field), item) for name, item in sorted(value.items())}
        value = {name: part for name, part in parts.items() if part and not (name in options and options[name].secret)}
    elif isinstance(value, list):
        parts = [meaning(field, part) for part in value]
        value = sorted(parts, key=repr) if field.unordered else parts
    elif isinstance(value, str) and field.normalise is not None:
        value = fold(value)
    return value or None


@given(cases(), ANY_POLICIES)
def test_every_wish_is_fulfilled_or_refused(case, policy):
    outcomes = run(case.adapter, case.items, policy)
    after = by_key(case.adapter)
    for item, outcome in zip(case.items, outcomes, strict=True):
        if outcome.status == "failed":
            assert outcome.error
        else:
            assert (case.resource.key_of(item) in after) == (item.get("state") != "absent")


@given(cases(), ANY_POLICIES)
def test_a_refused_item_is_not_touched(case, policy):
    before = by_key(case.adapter)
    outcomes = run(case.adapter, case.items, policy)
    after = by_key(case.adapter)
    for item, outcome in zip(case.items, outcomes, strict=True):
        if outcome.status == "failed":
            key = case.resource.key_of(item)
            assert after.get(key) == before.get(key)


@given(cases(), st.lists(st.tuples(st.sampled_from(["create", "update", "delete"]), st.booleans()), max_size=4))
def test_lost_answers_change_nothing_about_where_it_ends(case, faults):
    undisturbed = case.adapter.twin()
    expected = run(undisturbed, case.items, Policy())
    for call, after in faults:
        case.adapter.fail(call, LOST, after=after)
    run(case.adapter, case.items, Policy())
    run(case.adapter, case.items, Policy())
    case.adapter.faults.clear()
    run(case.adapter, case.items, Policy())
    names = sorted(case.resource.key_of({"name": label}) for label in case.adapter.labels())
    assert names == sorted(case.resource.key_of({"name": label}) for label in undisturbed.labels())
    assert [o.status == "failed" for o in run(case.adapter, case.items, Policy())] == [
        o.status == "failed" for o in expected
    ]


@given(cases(), PRUNING)
def test_prune_deletes_only_what_it_may_or_nothing_at_all(case, policy):
    before = by_key(case.adapter)
    try:
        foreseen = run(case.adapter, case.items, policy, check_mode=True)
    except CallError:
        foreseen = None
    assert case.adapter.writes == []
    try:
        outcomes = run(case.adapter, case.items, policy)
    except CallError:
        assert foreseen is None
        assert by_key(case.adapter) == before
        return
    assert summary(outcomes) == summary(foreseen)
    wanted = {case.resource.key_of(item) for item in case.items}
    gone = set(before) - set(by_key(case.adapter)) - wanted
    assert len(gone) <= policy.max_deletes
    for key in gone:
        assert fold(key) not in {fold(name) for name in case.resource.protected}
        assert not any(fnmatch.fnmatch(fold(key), pattern.lower()) for pattern in policy.protect)
        assert policy.scope.all or policy.scope.keys
    assert case.items
    if any(o.status == "failed" for o in outcomes if o.change.index is not None):
        assert not gone


@given(cases(), st.sampled_from(NAMES))
def test_what_belongs_to_the_system_survives_everything(case, name):
    kept = [key for key in by_key(case.adapter) if case.resource.is_protected(key)]
    policy = Policy(prune=True, scope=PruneScope(all=True), max_deletes=100)
    run(case.adapter, [*case.items, {"name": f"{name}-other"}], policy)
    for key in kept:
        run(case.adapter, [{"name": key, "state": "absent"}, {"name": "zoe"}], policy)
        assert key in by_key(case.adapter)
