# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prepaid cards (``add_balance``): a deed with money, so it is never repeated."""

from __future__ import annotations

import typing as t

from .._http.errors import RequestError
from .._model.errors import CallError, ItemError, RemoteError
from .client import AccountApi, SipThorClient

OPTIONS: dict[str, dict[str, t.Any]] = {
    "voucher_id": {"type": "int", "required": True},
    "voucher_number": {"type": "str", "required": True, "no_log": True},
}


def check(params: t.Mapping[str, t.Any]) -> None:
    """Refuse what the server takes for nothing. :raises CallError: with the reason."""
    if params["voucher_id"] < 1:
        raise CallError("voucher_id must be at least 1")
    if params["voucher_number"].strip() in ("", "0"):
        raise CallError("voucher_number must not be empty")


def redeem(client: SipThorClient, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Redeem a card and tell the balance before and after.

    The answer holds no amounts, so the balance is read around it. When the answer is lost, the balance tells what
    became of the card.

    :raises RequestError: the card was refused.
    :raises ItemError: nobody knows what became of it.
    """
    api = client.account()
    before = balance_of(api)
    try:
        api.write("add_balance", id=str(params["voucher_id"]), number=params["voucher_number"].strip())
    except RequestError as error:
        if error.outcome != RemoteError.UNKNOWN:
            raise
        after = _balance_after(api, error)
        if after == before:
            problem = "The balance is the same as before, so the card seems not to be redeemed. It was not sent again"
            raise ItemError(f"{error.message} {problem}; look at the balance history before you do.") from None
        return {"balance_before": before, "balance": after}
    return {"balance_before": before, "balance": balance_of(api)}


def balance_of(api: AccountApi) -> float:
    """The prepaid balance; the back end passes it on as a number or as text."""
    balance = api.read_map("get_prepaid", "balance")["balance"]
    try:
        return float(balance)
    except (TypeError, ValueError):
        raise ItemError(f"get_prepaid was answered with a balance that is no number: {balance!r}") from None


def _balance_after(api: AccountApi, error: RequestError) -> float:
    try:
        return balance_of(api)
    except RemoteError as second:
        problem = f"The balance could not be read either: {second.message}"
        raise ItemError(
            f"{error.message} {problem} The card was not sent again; look at the balance history."
        ) from None
