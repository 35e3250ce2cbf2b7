# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers (``Did``): whose they are, and where their calls go. How numbers are ordered stands beside it."""

from __future__ import annotations

import re
import typing as t

from .._engine.record import Record
from .._model.compare import UNREADABLE, differs
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .contact import digits, lower
from .envelope import text
from .parameters import Parameters


def _number(value: str) -> None:
    if not re.search(r"\d", value):
        raise ValueError("has no digits")


PHONE_NUMBER = Resource(
    name="phone_number",
    plural="phone_numbers",
    key="number",
    fields=(
        Field("id", "int", wire="DidId", read_only=True),
        Field("number", wire="Number", required=True, clearable=False, normalise=digits, check=_number),
        Field("user", wire="AuthUsername", clearable=False, normalise=lower, refers_to="user"),
        Field(
            "destination",
            wire="Destination",
            clearable=False,
            may_be_hidden=True,
            accompanies=("user", "caller_id_number_required"),
            normalise=lower,
            refers_to="address",
        ),
        Field("caller_id_number_required", "bool", wire="CallerIdNumberRequired"),
        Field("note", wire="Note"),
        Field("protocol", wire="Protocol", read_only=True),
        Field("ring_timeout", "int", wire="Timeout", read_only=True),
        Field("created", wire="Created", read_only=True),
    ),
    uncreatable="a number has to be ordered first, see the module onsip_phone_number_order",
    irreversible="the number is given up for good",
)


class PhoneNumberAdapter(ElementAdapter):
    """Each ``DidEdit`` wants user, destination and caller rule; the schema has no place for the destination in answers.

    The note is written by an action of which only the name is public.
    """

    resource = PHONE_NUMBER
    element = "Did"
    container = "Dids"
    selector = "DidId"

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        shown = text(row.get("Destination"))
        owner = self.names.user_numbered(text(row.get("UserId"))) or ""
        destination = self.names.short(shown) if shown else ""
        values = super().values({**row, "AuthUsername": owner, "Destination": destination})
        values["destination"] = destination or UNREADABLE
        return values

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = super().translate(wanted, record)
        note = self.resource.field("note")
        noted = record is not None and "note" in wanted and differs(note, wanted["note"], record.values["note"])
        if noted and not self.client.allow_unverified:
            raise ItemError(
                "note: of the action that writes it the vendor published the name, but not the parameters; "
                "set allow_unverified=true to use it nevertheless"
            )
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        routing = changed - {"note"}
        if routing:
            owner = self.names.user_called(values["user"]) if "user" in changed else text(record.raw.get("UserId"))
            self.edit("DidEdit", record, {"UserId": owner, **self._routing(values)}, values, routing)
        if "note" in changed:
            note: Parameters = {"Note": values.get("note") or ""}
            self.edit("DidEditNote", record, note, values, frozenset(("note",)))

    def _routing(self, values: t.Mapping[str, t.Any]) -> Parameters:
        return {
            "Destination": self.names.whole(values["destination"]),
            "CallerIdNumberRequired": "true" if values.get("caller_id_number_required") else "false",
        }
