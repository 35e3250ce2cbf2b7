# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One call of an action on its way through the stages at which it can be refused.

The order of the stages: session, required parameters, syntax, exclusive sets, permission, existence and uniqueness,
effect. Only the first stage that fails answers, with everything that fails in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..authority import Caller
from ..errors import ActionRefusedError, Problem, RequestRefusedError, refuse_if
from ..service import Service
from ..sessions import Session
from ..store.table import Row, Table
from ..wire.envelope import Outcome
from ..wire.parameters import Value
from . import listing
from .declaration import Action, Parameter
from .syntax import MalformedError


class Invocation:
    """An action with the parameters of one request.

    ``arguments`` are the checked values of the declared parameters that were sent or added; one that was sent empty is
    ``""``. ``session`` is what the answer tells of, and an action may change it.
    """

    def __init__(
        self, service: Service, action: Action, parameters: Mapping[str, Value], session: Session | None
    ) -> None:
        self.service = service
        self.store = service.store
        self.action = action
        self.parameters = parameters
        self.session = session
        self.arguments: dict[str, Any] = {}
        self.added: list[tuple[str, str]] = []
        self.now = service.timestamp()
        self.applied = False
        self._caller: Caller | None = None

    @property
    def caller(self) -> Caller:
        """Who calls.

        :raises RequestRefusedError: if nobody is logged in
        """
        user = self.store.users.get(self.session.user_id) if self.session else None
        if user is None:
            raise RequestRefusedError([Problem("Session.Authentication", "SessionId")])
        if self._caller is None or self._caller.user is not user:
            self._caller = Caller(self.store, user)
        return self._caller

    def __getitem__(self, name: str) -> Any:
        """The checked value of a parameter that is there."""
        return self.arguments[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The checked value of a parameter; the default if it was not sent, or sent empty."""
        value = self.arguments.get(name, "")
        return default if value == "" else value

    def was_sent(self, name: str) -> bool:
        """Whether a parameter was sent, be it empty."""
        return name in self.arguments

    def run(self) -> Outcome:
        """Carry the action out, or find out why it is refused."""
        try:
            result = self._carried_out()
        except RequestRefusedError as refusal:
            return self._outcome(valid=refusal.valid, request_problems=refusal.problems)
        except ActionRefusedError as refusal:
            return self._outcome(valid=True, action_problems=refusal.problems)
        return self._outcome(completed=True, valid=True, result=result, applied=self.applied)

    def _outcome(self, **values: Any) -> Outcome:
        block = self.service.sessions.block(self.session) if self.session else None
        return Outcome(added=self.added, session=block, **values)

    def _carried_out(self) -> dict[str, Any]:
        action = self.action
        if action.needs_session:
            _unused = self.caller
        if action.listing:
            self.added.extend(listing.additions(self, action.listing))
        values = {**self.parameters, **dict(self.added)}
        refuse_if(self._missing(values))
        refuse_if(self._malformed(values))
        refuse_if(self._conflicts())
        subject = action.subject(self)
        if action.listing:
            return listing.page(self, action.listing)
        additions = list(action.additions(self, subject)) if action.additions else []
        absent = [(name, value) for name, value in additions if name not in self.parameters]
        refuse_if(self._malformed(dict(absent)))
        result = action.handler(self, subject)
        self.added.extend(absent)
        if action.entity:
            return {action.entity.element: action.entity.tree(self.service, result, action.alone)}
        return result or {}

    def _missing(self, values: Mapping[str, Value]) -> Iterator[Problem]:
        names = [parameter.name for parameter in self.action.parameters if parameter.required]
        if self.action.choice_required and not any(values.get(name) for name in self.action.choice):
            names.append(self.action.choice[0])
        return (Problem("Value.Required", name) for name in names if not values.get(name))

    def _declared(self) -> tuple[Parameter, ...]:
        of_listing = listing.parameters(self.action.listing) if self.action.listing else ()
        return self.action.parameters + of_listing

    def _malformed(self, values: Mapping[str, Value]) -> Iterator[Problem]:
        for parameter in self._declared():
            value = values.get(parameter.name)
            if value is None:
                continue
            try:
                self.arguments[parameter.name] = parameter.syntax(value) if value else ""
            except MalformedError as flaw:
                yield Problem(flaw.code, parameter.name, flaw.message)

    def _conflicts(self) -> Iterator[Problem]:
        choice = self.action.listing.scopes if self.action.listing else self.action.choice
        chosen = [name for name in self.parameters if name in choice and self.get(name) is not None]
        yield from (Problem("Parameter.Conflict", name) for name in chosen[1:])
        for check in self.action.checks:
            yield from check(self)

    def add(self, table: Table, **values: Any) -> Row:
        """Put an object into a table, with the time of its creation if it has one."""
        self.applied = True
        return table.add(**self._stamped(table, ("Created", "Modified"), values))

    def change(self, table: Table, row: Row, **values: Any) -> Row:
        """Change an object, which refreshes its time of modification if it has one, even if nothing else is new."""
        if "Modified" in table.columns or any(row[column] != value for column, value in values.items()):
            self.applied = True
        return table.change(row, **self._stamped(table, ("Modified",), values))

    def remove(self, remover: Callable[[Row], None], row: Row) -> None:
        """Take an object away."""
        remover(row)
        self.applied = True

    def _stamped(self, table: Table, columns: tuple[str, ...], values: Mapping[str, Any]) -> dict[str, Any]:
        return {**{column: self.now for column in columns if column in table.columns}, **values}
