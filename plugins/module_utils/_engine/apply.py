# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carrying out planned changes: in a safe order, a few at a time, each with its own outcome."""

from __future__ import annotations

import threading
import typing as t
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from .._model.errors import CallError, ItemError, RemoteError, internal_error
from .adapter import Adapter
from .plan import CREATE, DELETE, NONE, REFUSE, UPDATE, Change

CREATED = "created"
UPDATED = "updated"
DELETED = "deleted"
UNCHANGED = "unchanged"
FAILED = "failed"

_DONE = {CREATE: CREATED, UPDATE: UPDATED, DELETE: DELETED, NONE: UNCHANGED, REFUSE: FAILED}

#: after so many calls in a row that found no server, the rest of the list is not tried
_GIVE_UP_AFTER = 5


@dataclass(frozen=True)
class Outcome:
    """What became of one change.

    :param change: the change.
    :param status: ``created``, ``updated``, ``deleted``, ``unchanged`` or ``failed``.
    :param identity: the object's identity on the server, where known.
    :param error: why it failed.
    """

    change: Change
    status: str
    identity: t.Any = None
    error: str | None = None


def foresee(changes: t.Sequence[Change]) -> list[Outcome]:
    """The outcomes that a real run would have, as far as the plan tells (check mode)."""
    refused = any(change.action == REFUSE for change in changes)
    return [_not_pruned(change) if refused and change.index is None else _foreseen(change) for change in changes]


def _foreseen(change: Change) -> Outcome:
    identity = change.record.identity if change.record is not None else None
    return Outcome(change, _DONE[change.action], identity, change.error)


def _not_pruned(change: Change) -> Outcome:
    return Outcome(change, FAILED, error="not pruned, because other items failed")


def _without(change: Change, already: frozenset[str]) -> Change:
    """The change as it was, once it is known which of its fields were in force already."""
    changed = tuple(name for name in change.changed if name not in already)
    return replace(change, changed=changed, action=change.action if changed else NONE)


class Applier:
    """Carries out changes through an adapter.

    :param adapter: the platform's adapter.
    :param replan: reads one object anew and plans its change again; used when an outcome is unknown.
    :param parallel: how many changes may be under way at once.
    """

    def __init__(self, adapter: Adapter, replan: t.Callable[[Change], Change], parallel: int) -> None:
        self._adapter = adapter
        self._replan = replan
        self._workers = 1 if adapter.resource.sequential else max(1, parallel)
        self._lock = threading.Lock()
        self._unreached = 0

    def apply(self, changes: t.Sequence[Change]) -> list[Outcome]:
        """One outcome a change, in their order.

        Declared deletions come first and updates before creations, because both can free a name that a creation
        takes; prune comes last, and only when all else succeeded.
        """
        outcomes: dict[int, Outcome] = {}
        numbered = list(enumerate(changes))
        declared = [pair for pair in numbered if pair[1].index is not None]
        for action in (NONE, REFUSE, DELETE, UPDATE, CREATE):
            self._run([pair for pair in declared if pair[1].action == action], outcomes)
        pruned = [pair for pair in numbered if pair[1].index is None]
        if any(outcome.status == FAILED for outcome in outcomes.values()):
            for number, change in pruned:
                outcomes[number] = _not_pruned(change)
        else:
            self._run(pruned, outcomes)
        return [outcomes[number] for number in range(len(numbered))]

    def _run(self, batch: t.Sequence[tuple[int, Change]], outcomes: dict[int, Outcome]) -> None:
        todo = [pair for pair in batch if pair[1].writes]
        for number, change in batch:
            if not change.writes:
                outcomes[number] = _foreseen(change)
        if len(todo) < 2 or self._workers == 1:
            for number, change in todo:
                outcomes[number] = self._carry_out(change)
            return
        with ThreadPoolExecutor(min(self._workers, len(todo))) as pool:
            results = pool.map(self._carry_out, [change for _number, change in todo])
            for (number, _change), outcome in zip(todo, results):
                outcomes[number] = outcome

    def _carry_out(self, change: Change) -> Outcome:
        with self._lock:
            if self._unreached >= _GIVE_UP_AFTER:
                return Outcome(change, FAILED, error="not attempted: the server could no longer be reached")
        remedy = ""
        try:
            try:
                return self._once(change)
            except RemoteError as error:
                if error.outcome != RemoteError.UNKNOWN:
                    raise
                remedy = self._remedy(change)
                return self._after_unknown(change, error)
            except (CallError, ItemError):
                raise
            except Exception as error:  # an answer that was not understood may have been a success
                remedy = self._remedy(change)
                return self._after_unknown(change, RemoteError(internal_error(error), RemoteError.UNKNOWN))
        except RemoteError as error:
            self._count(reached=error.outcome == RemoteError.REFUSED)
            said = f"{error.message.rstrip('.')}. {remedy}" if remedy else error.message
            return Outcome(change, FAILED, error=f"{change.action} failed: {said}")
        except (CallError, ItemError) as error:
            return Outcome(change, FAILED, error=f"{change.action} failed: {error.message}")
        except Exception as error:  # a bug of ours must not lose the outcomes of the other items
            return Outcome(change, FAILED, error=f"{change.action} failed: {internal_error(error)}")

    def _remedy(self, change: Change) -> str:
        """What the next run would not do by itself to an object that may be there by then."""
        resource = self._adapter.resource
        given = resource.secrets_given(change.values) if change.action == CREATE else {}
        later = [name for name in given if not resource.field(name.partition(".")[0]).create_only]
        if not later:
            return ""
        return "If it is there when you run again, do so with update_secrets=always, for {}.".format(", ".join(later))

    def _once(self, change: Change) -> Outcome:
        identity = change.record.identity if change.record is not None else None
        if change.action == CREATE:
            identity = self._adapter.create(change.values)
        elif change.action == UPDATE and change.record is not None:
            already = self._adapter.update(change.record, change.values, frozenset(change.changed))
            change = _without(change, already or frozenset())
        elif change.action == DELETE and change.record is not None:
            self._adapter.delete(change.record)
        self._count(reached=True)
        return Outcome(change, _DONE[change.action], identity)

    def _after_unknown(self, change: Change, error: RemoteError) -> Outcome:
        """Look before trying again: the lost answer may have been a success."""
        try:
            again = self._replan(change)
        except RemoteError as second:
            message = f"{error.message} It could not be looked up whether it was done: {second.message}"
            raise RemoteError(message, second.outcome) from None
        if again.action == REFUSE:
            raise RemoteError(f"{error.message} Looked at again: {again.error}", error.outcome) from None
        if change.action == again.action == CREATE and error.pending:
            # What comes to be after the look would be there twice.
            message = f"{error.message} It is not there yet and was not created again. Run the task again later."
            raise RemoteError(message, RemoteError.UNKNOWN)
        outcome = self._once(again) if again.writes else _foreseen(again)
        return Outcome(change, _DONE[change.action], outcome.identity)

    def _count(self, reached: bool) -> None:
        with self._lock:
            self._unreached = 0 if reached else self._unreached + 1
