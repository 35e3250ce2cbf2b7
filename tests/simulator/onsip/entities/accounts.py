# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts and what belongs to them: invoices, resources, organizations and users."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..store.table import Row
from .contacts import CONTACT_FIELD
from .declaration import Entity, Field, Shown, derived, kept, kept_unseen

if TYPE_CHECKING:
    from ..service import Service

#: how "never" is written
EPOCH = "1970-01-01T00:00:00+00:00"

NO_MONEY = "0.00"


def money(amount: float) -> str:
    """An amount as accounts show it: written as an integer, read with two places."""
    return f"{amount:.2f}"


ACCOUNT = Entity(
    "Account",
    "Accounts",
    (
        kept("AccountId"),
        kept("Balance", NO_MONEY),
        kept("CreditLimit", NO_MONEY),
        kept("Recharge", False),
        kept("RechargeLevel", NO_MONEY),
        kept("RechargeThreshold", NO_MONEY),
        kept("Modified"),
        kept("Created"),
        CONTACT_FIELD,
        kept_unseen("AgentAccountId"),
    ),
)

ACCOUNT_INVOICE = Entity(
    "AccountInvoice",
    "AccountInvoices",
    (
        kept("AccountInvoiceId"),
        kept("AccountId"),
        kept("Date"),
        kept("Type", "monthly"),
        kept("Tax", NO_MONEY),
        kept("Total", NO_MONEY),
        kept("SubTotal", NO_MONEY),
    ),
)

_RESOURCE_FIELDS = ("ResourceId", "Name", "OneTimeCharge", "MonthlyRecurringCharge", "Description")


def _resource(service: Service, row: Row) -> dict[str, Any]:
    return {name: row[name] for name in _RESOURCE_FIELDS}


ACCOUNT_RESOURCE = Entity(
    "AccountResource",
    "AccountResources",
    (
        kept_unseen("AccountResourceId"),
        kept("AccountId"),
        kept("Limit", 0),
        kept("Used", 0),
        *(kept_unseen(name) for name in _RESOURCE_FIELDS),
        derived("Resource", _resource),
    ),
)

ORGANIZATION = Entity(
    "Organization",
    "Organizations",
    (
        kept("OrganizationId"),
        kept("AccountId"),
        kept("Service", "hosted"),
        kept("Domain"),
        kept("CallerId", ""),
        kept("CallerIdName", ""),
        kept("CallerIdNumber", ""),
        kept("Status", "enabled"),
        kept("ExtendedDialing", False),
        kept("E911Provisioning", False),
        kept("Modified"),
        kept("Created"),
        CONTACT_FIELD,
    ),
)


def _domain(service: Service, row: Row) -> str:
    return service.store.domain(row["OrganizationId"])


def _roles(service: Service, row: Row) -> dict[str, Any]:
    return roles_tree(row["Roles"])


def roles_tree(names: list[str]) -> dict[str, Any]:
    """The content of ``Roles``."""
    return {"Role": [{"Name": name} for name in names]}


def _read_alone(name: str, default: Any) -> Field:
    return Field(name, default, shown=Shown.READ_ALONE)


#: a user's ``Username`` is its AuthUsername, not the ``Username`` that ``UserAdd`` was given; ``Password`` is the SIP
#: password
USER = Entity(
    "User",
    "Users",
    (
        kept("UserId"),
        kept("OrganizationId"),
        kept("AccountId"),
        kept("Flags", 0),
        kept("Status", "enabled"),
        derived("Domain", _domain),
        derived("Username", lambda service, row: row["AuthUsername"]),
        kept("Password"),
        kept("AuthUsername"),
        kept("Modified"),
        kept("Created"),
        *(
            _read_alone(name, EPOCH)
            for name in (
                "Ack911",
                "SurveyCompleted",
                "AckTrunkingTerms",
                "AckTrunkingE911",
                "AckHostedTerms",
                "AckHostedE911",
            )
        ),
        kept("ExtendedDialing", False),
        kept("PSTNForwarding", False),
        *(
            _read_alone(name, False)
            for name in ("E911Provisioning", "PSTNTrunking", "FreePSTNTrunking", "BusyLampField")
        ),
        CONTACT_FIELD,
        kept("Roles", (), view=_roles),
        kept_unseen("PortalPassword"),
    ),
)
