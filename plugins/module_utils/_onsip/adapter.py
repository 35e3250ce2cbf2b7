# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the resources of OnSIP have in common.

Each has actions that are called alike: ``GroupAddressBrowse``, ``…Read``, ``…Add``, ``…Edit``, ``…Delete``. Most Edits
are no partial updates: what is not sent may fall back to a default, or be removed. So each Edit sends the whole object.
What an action returns is the object's new state, and is held against what was wanted.
"""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Item, Record
from .._model.compare import UNREADABLE, differs
from .._model.errors import CallError, ItemError, RemoteError
from .._model.field import Field
from .._model.values import is_empty
from .client import OnsipClient
from .names import ADDRESS_KINDS, names_of
from .parameters import Parameters
from .wire import parameter_name, shown_values, written


class ElementAdapter(Adapter):
    """Objects that answers show as one element.

    :cvar element: its name, with which the actions' names begin.
    :cvar container: name of the listing's element.
    :cvar selector: the parameter that addresses one object.
    :cvar order_by: a stable order of the listing, where one is documented.
    :cvar unverified: whether no public reference shows the parameters of the actions that write.
    """

    element = ""
    container = ""
    selector = ""
    order_by = ""
    unverified = False

    def __init__(self, client: OnsipClient) -> None:
        self.client = client
        self.names = names_of(client)

    def expect(self, items: t.Sequence[Item]) -> None:
        if self.unverified and not self.client.allow_unverified:
            raise CallError(
                f"Of the actions that write a {self.resource.title} the vendor published the names, but not the "
                "parameters; those used here are deduced from its other actions. Set allow_unverified=true to use them "
                "nevertheless. Nothing was changed."
            )

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [self.record(row) for row in self.browse(self.scope())]

    def browse(self, scope: Parameters) -> list[dict[str, t.Any]]:
        """The rows of the listing."""
        order_by = "" if self.unverified else self.order_by
        return self.client.browse(f"{self.element}Browse", self.container, self.element, scope, order_by)

    def scope(self) -> dict[str, str]:
        """What the listing is limited to."""
        return self.names.in_organization()

    def read_alone(self, identity: str) -> Record:
        """One object, read by what its selector takes.

        :raises RequestError: it cannot be read; how a missing one is told is not known.
        """
        action = f"{self.element}Read"
        content = self.client.read(action, {self.selector: identity})
        return self.record(self.client.row(content, action, self.element))

    def known(self, kind: str) -> t.Container[str]:
        return self.names.known(kind)

    def works(self, record: Record, secrets: t.Mapping[str, str]) -> frozenset[str]:
        for name in secrets:
            shown = record.secrets.get(name, "")
            if shown and not shown.strip("*"):
                raise ItemError(f"update_secrets=verify is not possible: the service shows {name} as asterisks")
        return super().works(record, secrets)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        """Addresses without the organization's own domain, as records have them."""
        return self._short(self.resource.writable, wanted)

    def _short(self, fields: t.Iterable[Field], values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        values = dict(values)
        for field in fields:
            value = values.get(field.name)
            if field.refers_to in ADDRESS_KINDS and isinstance(value, str) and value:
                values[field.name] = self.names.short(value)
            elif field.type == "list" and field.options and value:
                values[field.name] = [self._short(field.options, element) for element in value]
        return values

    def record(self, row: dict[str, t.Any]) -> Record:
        """The object that a row shows."""
        return Record(self.values(row), row.get(self.selector), raw=row)

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        """The option values that a row shows."""
        return shown_values(self.resource.fields, row)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        action = f"{self.element}Add"
        content = self.client.write(action, self.parameters_of_add(values))
        record = self.record(self.client.row(content, action, self.element))
        late = self._not_yet(record, values)
        if late:
            # What Add takes no parameter for is edited at once.
            try:
                self.update(record, {**record.values, **values}, late)
            except RemoteError as error:
                raise RemoteError(self._half_done(error, late), error.outcome) from None
            except ItemError as error:
                raise ItemError(self._half_done(error, late)) from None
        return record.identity

    def _half_done(self, error: RemoteError | ItemError, late: frozenset[str]) -> str:
        secrets = [field.name for field in self.resource.secrets if field.name in late]
        how = " with update_secrets=always, for {}".format(", ".join(secrets)) if secrets else ""
        return f"the {self.resource.title} was created, but not completely; run again{how}. {error.message}"

    def parameters_of_add(self, values: t.Mapping[str, t.Any]) -> Parameters:
        """What Add gets."""
        return {**self.names.in_organization(), **self.parameters(values)}

    def parameters(self, values: t.Mapping[str, t.Any]) -> Parameters:
        """The object as parameters."""
        return written(self.resource.writable, values)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self.edit(f"{self.element}Edit", record, self.parameters(values), values, changed)

    def edit(
        self,
        action: str,
        record: Record,
        parameters: Parameters,
        values: t.Mapping[str, t.Any],
        changed: frozenset[str],
    ) -> None:
        """Send an edit and see whether it had its effect.

        Leaving a parameter out is documented to remove its value, or to keep it, depending on the source. So what is to
        be cleared is left out, and sent empty if it is still there.

        :raises ItemError: the service called it done and shows something else.
        """
        parameters = {self.selector: t.cast(str, record.identity), **parameters}
        shown = self._edited(action, parameters)
        kept = {
            parameter_name(field): ""
            for field in self.resource.writable
            if field.name in changed and is_empty(values.get(field.name)) and self._is_off(field, values, shown)
        }
        if kept:
            shown = self._edited(action, {**parameters, **kept})
        off = [f.name for f in self.resource.writable if f.name in changed and self._is_off(f, values, shown)]
        if off:
            words = ", ".join(f"{name} as {shown.values.get(name)!r}" for name in off)
            raise ItemError(f"the service called {action} complete, but shows {words}")

    def delete(self, record: Record) -> None:
        self.client.write(f"{self.element}Delete", {self.selector: t.cast(str, record.identity)})

    def _edited(self, action: str, parameters: Parameters) -> Record:
        return self.record(self.client.row(self.client.write(action, parameters), action, self.element))

    @staticmethod
    def _is_off(field: Field, values: t.Mapping[str, t.Any], shown: Record) -> bool:
        """Whether a field that was written reads otherwise, as far as it can be read."""
        current = shown.values.get(field.name)
        blind = field.secret or not field.readable or current is UNREADABLE
        return not blind and differs(field, values.get(field.name), current)

    def _not_yet(self, record: Record, values: t.Mapping[str, t.Any]) -> frozenset[str]:
        """The wanted fields that a new object does not have yet."""
        late = set()
        for field in self.resource.writable:
            if values.get(field.name) is None or field.create_only or field.name == self.resource.key:
                continue
            if field.secret:
                if record.secrets.get(field.name) != values[field.name]:
                    late.add(field.name)
            elif self._is_off(field, values, record):
                late.add(field.name)
        return frozenset(late)
