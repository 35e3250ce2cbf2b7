# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a module returns, sized for people and for a job's log."""

from __future__ import annotations

import typing as t

from .._engine.apply import CREATED, DELETED, FAILED, UNCHANGED, UPDATED, Outcome
from .._engine.difference import difference, readout
from .._engine.plan import DELETE
from .._engine.reconcile import Report
from .._model.resource import Resource

_STATUSES = (CREATED, UPDATED, DELETED, UNCHANGED, FAILED)
_SHOWN_FAILURES = 5


def one_result(resource: Resource, report: Report) -> dict[str, t.Any]:
    """The result of a singular module."""
    (outcome,) = report.outcomes
    change = outcome.change
    result: dict[str, t.Any] = {"changed": outcome.status in (CREATED, UPDATED, DELETED), "action": outcome.status}
    if outcome.status == FAILED:
        result["failed"] = True
        result["msg"] = f"{resource.title} {change.label}".rstrip() + f": {outcome.error}"
        return result
    if outcome.identity is not None:
        result["id"] = outcome.identity
    if change.unverified:
        result["unverified"] = list(change.unverified)
    values = {} if change.action == DELETE else dict(change.values)
    if not change.writes and change.record is not None:
        values = change.record.values
    result[resource.name] = readout(resource.fields, values)
    result["diff"] = difference(resource, change) if change.writes else {"before": {}, "after": {}}
    return result


def many_result(resource: Resource, report: Report, detail: str) -> dict[str, t.Any]:
    """The result of a plural module.

    :param detail: ``changed`` lists changed and failed items, ``all`` every item, ``summary`` the failed ones.
    """
    counts = dict.fromkeys(_STATUSES, 0)
    unverified: dict[str, int] = {}
    for outcome in report.outcomes:
        counts[outcome.status] += 1
        for name in outcome.change.unverified:
            unverified[name] = unverified.get(name, 0) + 1
    done = [outcome for outcome in report.outcomes if outcome.status in (CREATED, UPDATED, DELETED)]
    result: dict[str, t.Any] = {
        "changed": bool(done),
        "summary": dict(counts, total=len(report.outcomes)),
        "results": [_entry(resource, outcome) for outcome in report.outcomes if _listed(outcome, detail)],
        "diff": [difference(resource, outcome.change) for outcome in done],
    }
    if unverified:
        result["unverified"] = unverified
    failures = [outcome for outcome in report.outcomes if outcome.status == FAILED]
    if failures:
        result["failed"] = True
        result["msg"] = _failure_text(resource, failures, len(report.outcomes))
    return result


def _listed(outcome: Outcome, detail: str) -> bool:
    if outcome.status == FAILED or detail == "all":
        return True
    return detail == "changed" and outcome.status != UNCHANGED


def _entry(resource: Resource, outcome: Outcome) -> dict[str, t.Any]:
    change = outcome.change
    entry: dict[str, t.Any] = {resource.key: change.label, "action": outcome.status}
    if change.index is not None:
        entry["index"] = change.index
    if outcome.identity is not None:
        entry["id"] = outcome.identity
    if outcome.status in (CREATED, UPDATED):
        entry["fields"] = list(change.changed)
    if outcome.error is not None:
        entry["msg"] = outcome.error
    if change.unverified:
        entry["unverified"] = list(change.unverified)
    return entry


def _failure_text(resource: Resource, failures: t.Sequence[Outcome], total: int) -> str:
    named = [f"{resource.title} {f.change.label}: {f.error}" for f in failures[:_SHOWN_FAILURES]]
    more = len(failures) - len(named)
    text = "{} of {} {} failed. ".format(len(failures), total, resource.plural.replace("_", " "))
    return text + " ".join(named) + (f" And {more} more, see results." if more else "")
