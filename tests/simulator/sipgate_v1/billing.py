# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The balance, and what faxes, messages and calls cost."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from .operations import Context, Operation, Refusal
from .serialisation import Answer

#: what is sold -> its price in the currency's unit, and the vouchers that are used up first
_PRICES = {"sms": (0.09, "smsVouchers"), "fax": (0.05, "faxVouchers"), "call": (0.02, "minuteVouchers")}
_BASE_FIELDS = ("totalIncludingVat", "vatPercent", "currency")
_VOUCHERS = ("smsVouchers", "minuteVouchers", "faxVouchers")


def charge(context: Context, kind: str, units: int) -> None:
    """Take units of what is sold off the vouchers that are still good, and the rest off the balance.

    :param kind: ``sms``, ``fax`` or ``call``
    :raises Refusal: 402 if both together are not enough; then nothing is taken
    """
    price, vouchers_name = _PRICES[kind]
    balance = context.account.documents["balance"]
    today = datetime.fromtimestamp(context.now, timezone.utc).strftime("%Y-%m-%d")
    vouchers: list[dict[str, Any]] = []
    for voucher in balance[vouchers_name]:
        usable = int(voucher["creditsLeft"]) if voucher["endOfValidityDate"] >= today else 0
        taken = min(units, usable)
        units -= taken
        used, left = int(voucher["creditsUsed"]) + taken, int(voucher["creditsLeft"]) - taken
        vouchers.append({**voucher, "creditsUsed": str(used), "creditsLeft": str(left)})
    total = round(balance["totalIncludingVat"] - units * price, 4)
    if total < 0:
        raise Refusal(402, "not enough credit")
    context.account.change_document("balance", **{vouchers_name: vouchers, "totalIncludingVat": total})


def _get_balance(context: Context) -> Answer:
    """In XML the root has another name when everything is asked for."""
    names = (*_BASE_FIELDS, *(_VOUCHERS if context.detailed else ()))
    balance = context.account.documents["balance"]
    xml_root = "fullBalance" if context.complexity == "full" else None
    return Answer("balance", {name: balance[name] for name in names}, xml_root)


OPERATIONS = (Operation("GET", "billing/balance", _get_balance),)
