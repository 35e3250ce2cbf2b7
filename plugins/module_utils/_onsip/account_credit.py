# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding credit to the account (``AccountEditAddCredit``): the card on file is charged."""

from __future__ import annotations

import typing as t

from .._model.errors import CallError
from .client import OnsipClient
from .envelope import text
from .names import names_of

OPTIONS: dict[str, dict[str, t.Any]] = {"amount": {"type": "int", "required": True}}


def check_amount(params: t.Mapping[str, t.Any]) -> None:
    """:raises CallError: the service takes no such amount."""
    if not 10 <= params["amount"] <= 10000:
        raise CallError("amount must be between 10 and 10000 dollars")


def add_credit(client: OnsipClient, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Charge the card, once."""
    action = "AccountEditAddCredit"
    content = client.write(action, {**names_of(client).in_account(), "Amount": str(params["amount"])})
    return {"balance": text(client.row(content, action, "Account").get("Balance"))}
