# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts: credit, recharge, invoices and resources."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from ..authority import OF_ACCOUNT
from ..entities.accounts import ACCOUNT, ACCOUNT_INVOICE, ACCOUNT_RESOURCE, money
from ..errors import ActionRefusedError, Problem, RequestRefusedError
from ..store.table import Row
from . import subjects
from .declaration import Action, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, browse, by_column
from .syntax import boolean, integer

_ACCOUNT_ID = Parameter("AccountId", integer())
_RESOURCE_ID = Parameter("ResourceId", integer())
_OF_ACCOUNT = ("AccountId",)


def _add_credit(invocation: Invocation, account: Row) -> Row:
    balance = Decimal(account["Balance"]) + invocation["Amount"]
    return invocation.change(invocation.store.accounts, account, Balance=money(float(balance)))


def _edit_recharge(invocation: Invocation, account: Row) -> Row:
    return invocation.change(
        invocation.store.accounts,
        account,
        Recharge=invocation["Recharge"],
        RechargeThreshold=money(invocation["RechargeThreshold"]),
        RechargeLevel=money(invocation["RechargeLevel"]),
    )


def _invoice(invocation: Invocation) -> Row:
    """An existing invoice, or the preview of the next one, which has no number yet."""
    if invocation.get("AccountId") is None:
        row: Row = _numbered_invoice(invocation)
        return row
    account = subjects.account(invocation)
    this_month = invocation.service.clock.utcnow().date().replace(day=1)
    next_month = (this_month + timedelta(days=32)).replace(day=1)
    preview = {"AccountInvoiceId": 0, "AccountId": account["AccountId"], "Date": next_month.isoformat()}
    return {**ACCOUNT_INVOICE.columns, **preview, "Type": "preview"}


_numbered_invoice = subjects.numbered("account_invoices", "AccountInvoiceId", OF_ACCOUNT)


def _resource(invocation: Invocation) -> Row:
    account = subjects.account(invocation)
    key = (account["AccountId"], invocation["ResourceId"])
    resource = invocation.store.account_resources.find("Resource", key)
    if resource is None:
        raise RequestRefusedError([Problem("Resource.Unrecognized", "ResourceId")])
    return resource


def _edit_limit(invocation: Invocation, resource: Row) -> Row:
    return invocation.change(invocation.store.account_resources, resource, Limit=invocation["Limit"])


def _account_or_own(invocation: Invocation) -> Row:
    """The account that is named, or else the caller's."""
    if invocation.get("AccountId") is not None:
        account: Row = subjects.account(invocation)
        return account
    own = invocation.store.accounts.get(invocation.caller.user["AccountId"])
    if own is None or not invocation.caller.covers_account(own["AccountId"]):
        raise ActionRefusedError(OF_ACCOUNT)
    return own


ACTIONS = (
    Action("AccountRead", (_ACCOUNT_ID,), subjects.account, subject_itself, ACCOUNT),
    Action(
        "AccountEditAddCredit",
        (_ACCOUNT_ID, Parameter("Amount", integer(10, 10000))),
        subjects.account,
        _add_credit,
        ACCOUNT,
        writes=True,
    ),
    Action(
        "AccountEditRecharge",
        (
            _ACCOUNT_ID,
            Parameter("Recharge", boolean),
            Parameter("RechargeThreshold", integer(5, 5000)),
            Parameter("RechargeLevel", integer(10, 10000)),
        ),
        subjects.account,
        _edit_recharge,
        ACCOUNT,
        writes=True,
    ),
    # Card data is out of scope: the answer is the account as it was.
    Action(
        "AccountEditCreditCard",
        (optional("AccountId", integer()),),
        _account_or_own,
        subject_itself,
        ACCOUNT,
        writes=True,
    ),
    browse(
        "AccountBrowse",
        Listing(ACCOUNT, "accounts", scopes=_OF_ACCOUNT, orders={"AccountId": by_column("AccountId")}),
    ),
    Action(
        "AccountInvoiceRead",
        (optional("AccountId", integer()), optional("AccountInvoiceId", integer())),
        _invoice,
        subject_itself,
        ACCOUNT_INVOICE,
        choice=("AccountId", "AccountInvoiceId"),
        choice_required=True,
    ),
    browse(
        "AccountInvoiceBrowse",
        Listing(
            ACCOUNT_INVOICE,
            "account_invoices",
            scopes=_OF_ACCOUNT,
            orders={name: by_column(name) for name in ("AccountInvoiceId", "AccountId")},
            default_order="AccountInvoiceId",
        ),
    ),
    Action("AccountResourceRead", (_ACCOUNT_ID, _RESOURCE_ID), _resource, subject_itself, ACCOUNT_RESOURCE),
    browse(
        "AccountResourceBrowse",
        Listing(
            ACCOUNT_RESOURCE,
            "account_resources",
            scopes=_OF_ACCOUNT,
            orders={"ResourceId": by_column("ResourceId")},
        ),
    ),
    Action(
        "AccountResourceEditLimit",
        (_ACCOUNT_ID, _RESOURCE_ID, Parameter("Limit", integer(minimum=0))),
        _resource,
        _edit_limit,
        ACCOUNT_RESOURCE,
        writes=True,
    ),
)
