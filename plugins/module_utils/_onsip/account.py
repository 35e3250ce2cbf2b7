# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts: who pays. There is one above each organization; its contact and its automatic recharge can be changed.

Amounts are written as whole dollars and read as decimals with two places.
"""

from __future__ import annotations

import typing as t

from .._engine.record import Record
from .._model.compare import differs
from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .contact import CONTACT_NAMES, contact_fields, contact_parameters, known_country
from .parameters import Parameters
from .wire import written

_RECHARGE = (
    Field("recharge", "bool", wire="Recharge"),
    Field("recharge_threshold", "int", wire="RechargeThreshold", minimum=5, maximum=5000, clearable=False),
    Field("recharge_level", "int", wire="RechargeLevel", minimum=10, maximum=10000, clearable=False),
)

ACCOUNT = Resource(
    name="account",
    plural="accounts",
    key="",
    fields=(
        Field("id", "int", wire="AccountId", read_only=True),
        *contact_fields(True),
        *_RECHARGE,
        Field("balance", wire="Balance", read_only=True),
        Field("credit_limit", wire="CreditLimit", read_only=True),
    ),
    given=True,
)


class AccountAdapter(ElementAdapter):
    """The account of the organization that the task is about."""

    resource = ACCOUNT
    element = "Account"
    container = "Accounts"
    selector = "AccountId"

    def scope(self) -> dict[str, str]:
        return self.names.in_account()

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [self.read_alone(self.names.account_id())]

    def listed(self) -> list[Record]:
        """All accounts that the login reaches."""
        return [self.record(row) for row in self.browse(self.scope())]

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        amounts = {name: _dollars(row.get(name)) for name in ("RechargeThreshold", "RechargeLevel")}
        return super().values({**row, **amounts})

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = known_country(self.names, super().translate(wanted, record), record)
        if record is not None and any(_is_new(field, wanted, record) for field in _RECHARGE):
            missing = [field.name for field in _RECHARGE[1:] if not {**record.values, **wanted}.get(field.name)]
            if missing:
                # The action wants all three, and refuses the zeros of an account that never had a recharge.
                raise ItemError(f"the recharge is written as a whole, so it needs {', '.join(missing)} as well")
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        contact = changed & CONTACT_NAMES
        if contact:
            parameters: Parameters = contact_parameters(self.names, values, record)
            self.edit("AccountEditContact", record, parameters, values, contact)
        if changed - contact:
            self.edit("AccountEditRecharge", record, written(_RECHARGE, values), values, changed - contact)


def _is_new(field: Field, wanted: t.Mapping[str, t.Any], record: Record) -> bool:
    return field.name in wanted and differs(field, wanted[field.name], record.values[field.name])


def _dollars(amount: t.Any) -> str:
    """Whole dollars; none for zero, which no call can write."""
    try:
        return str(round(float(amount)) or "")
    except (TypeError, ValueError):
        raise RemoteError(f"the service shows {amount!r} where an amount is expected", RemoteError.REFUSED) from None
