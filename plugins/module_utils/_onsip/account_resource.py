# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an account may use, and how much of it."""

from __future__ import annotations

import typing as t

from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .envelope import text

ACCOUNT_RESOURCE = Resource(
    name="account_resource",
    plural="account_resources",
    key="name",
    fields=(
        Field("id", "int", wire="Resource.ResourceId", read_only=True),
        Field("name", wire="Resource.Name", required=True, clearable=False),
        Field("limit", "int", wire="Limit", minimum=0, clearable=False),
        Field("used", "int", wire="Used", read_only=True),
        Field("description", wire="Resource.Description", read_only=True),
        Field("one_time_charge", wire="Resource.OneTimeCharge", read_only=True),
        Field("monthly_recurring_charge", wire="Resource.MonthlyRecurringCharge", read_only=True),
    ),
    given=True,
)


class AccountResourceAdapter(ElementAdapter):
    """A resource of an account has no id of its own: account and resource together name it."""

    resource = ACCOUNT_RESOURCE
    element = "AccountResource"
    container = "AccountResources"
    selector = "ResourceId"
    unverified = True

    def scope(self) -> dict[str, str]:
        return self.names.in_account()

    def record(self, row: dict[str, t.Any]) -> Record:
        kind = row.get("Resource")
        return Record(self.values(row), text(kind.get("ResourceId")) if isinstance(kind, dict) else None, raw=row)

    def read_alone(self, identity: str) -> Record:
        action = "AccountResourceRead"
        content = self.client.read(action, {**self.scope(), self.selector: identity})
        return self.record(self.client.row(content, action, self.element))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        parameters = {**self.scope(), "Limit": str(values["limit"])}
        self.edit("AccountResourceEditLimit", record, parameters, values, changed)
