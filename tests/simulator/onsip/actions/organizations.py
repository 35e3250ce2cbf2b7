# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Organizations, and the accounts that agents create."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..authority import ACCOUNT_ADMIN, OF_ACCOUNT, ORGANIZATION_ADMIN
from ..entities.accounts import ORGANIZATION
from ..entities.contacts import UNITED_STATES
from ..errors import ActionRefusedError, Problem, refuse_if
from ..store.table import Row
from . import subjects
from .contacts import contact_parameters, sent_contact, unknown_country
from .declaration import Action, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, browse, by_column, by_domain
from .syntax import AUTH_USERNAME, MalformedError, boolean, domain, integer, like, one_of, vendor_domain
from .users import add_user, password_confirmed

_ORGANIZATION_ID = Parameter("OrganizationId", integer())
_SERVICES = {"hosted": "hosted", "trunk": "platform"}


def _derived_domain(username: str) -> str:
    return f"{username.replace('_', '-')}.onsip.com"


def _unavailable(invocation: Invocation, domain_name: str, parameter: str) -> Iterator[Problem]:
    if invocation.store.organization_of_domain(domain_name):
        yield Problem("Domain.Unavailable", parameter)


def _taken_login(invocation: Invocation) -> Iterator[Problem]:
    """The administrator's name is refused under the parameter it was sent as."""
    if invocation.store.users.find("AuthUsername", invocation["Username"].lower()):
        yield Problem("AuthUsername.Unavailable", "Username")


def _found(
    invocation: Invocation, account_id: int, domain_name: str, contact: dict[str, Any], service: str, role: str
) -> Row:
    """A new organization with its administrator, whose first address is named after the login."""
    organization = invocation.add(
        invocation.store.organizations, AccountId=account_id, Domain=domain_name, Service=service, Contact=contact
    )
    add_user(
        invocation,
        organization,
        username=invocation["Username"],
        auth_username=invocation["Username"],
        contact=contact,
        role=role,
    )
    return organization


def _add(invocation: Invocation, account: Row) -> Row:
    domain_name = invocation.get("Domain", _derived_domain(invocation["Username"]))
    refuse_if(
        [
            *_taken_login(invocation),
            *_unavailable(invocation, domain_name, "Domain"),
            *unknown_country(invocation),
        ]
    )
    contact = sent_contact(invocation, invocation.get("Company", ""))
    service = _SERVICES[invocation.get("PbxType", "trunk")]
    return _found(invocation, account["AccountId"], domain_name, contact, service, ORGANIZATION_ADMIN)


def _agent(invocation: Invocation) -> Row:
    if not invocation.caller.is_agent:
        raise ActionRefusedError(OF_ACCOUNT)
    return invocation.caller.user


def _names_agree(invocation: Invocation) -> Iterator[Problem]:
    if invocation["Domain"].lower() != _derived_domain(invocation["Username"]):
        yield Problem("Value.Invalid", "Domain")


def _no_card(value: Any) -> bool:
    if boolean(value):
        raise MalformedError
    return False


def _add_account(invocation: Invocation, agent: Row) -> None:
    refuse_if([*_taken_login(invocation), *_unavailable(invocation, invocation["Domain"], "Domain")])
    contact = sent_contact(invocation, invocation["Company"], CountryId=UNITED_STATES)
    account = invocation.add(invocation.store.accounts, Contact=contact, AgentAccountId=agent["AccountId"])
    _found(invocation, account["AccountId"], invocation["Domain"], contact, "hosted", ACCOUNT_ADMIN)


def _migrate(invocation: Invocation, organization: Row) -> Row:
    """Addresses and extensions follow, because they belong to the organization and not to the name of its domain."""
    old, new = invocation["OldDomain"].lower(), invocation["NewDomain"].lower()
    problems = [] if organization["Domain"].lower() == old else [Problem("Domain.Unrecognized", "OldDomain")]
    refuse_if([*problems, *_unavailable(invocation, new, "NewDomain")])
    invocation.store.addresses.forget_orders()
    return invocation.change(invocation.store.organizations, organization, Domain=new)


ACTIONS = (
    Action(
        "OrganizationRead",
        (optional("OrganizationId", integer()), optional("Domain")),
        subjects.organization_by_id_or_domain,
        subject_itself,
        ORGANIZATION,
        choice=("OrganizationId", "Domain"),
        choice_required=True,
    ),
    browse(
        "OrganizationBrowse",
        Listing(
            ORGANIZATION,
            "organizations",
            scopes=("AccountId",),
            orders={"OrganizationId": by_column("OrganizationId"), "Domain": by_domain},
            default_order="OrganizationId",
        ),
        Parameter("AccountId", integer()),
    ),
    Action(
        "OrganizationAdd",
        (
            Parameter("AccountId", integer()),
            *contact_parameters(),
            Parameter("Username", like(AUTH_USERNAME)),
            Parameter("Password"),
            Parameter("PasswordConfirm"),
            optional("Company"),
            optional("PbxType", one_of(*_SERVICES)),
            optional("Domain", vendor_domain),
        ),
        subjects.account,
        _add,
        ORGANIZATION,
        checks=(password_confirmed("Password", "PasswordConfirm"),),
        writes=True,
    ),
    Action(
        "OrganizationMigrateDomain",
        (_ORGANIZATION_ID, Parameter("OldDomain"), Parameter("NewDomain", domain)),
        subjects.organization,
        _migrate,
        ORGANIZATION,
        writes=True,
    ),
    Action(
        "AgentAddAccount",
        (
            Parameter("Username", like(AUTH_USERNAME)),
            Parameter("Domain", vendor_domain),
            Parameter("Company"),
            *contact_parameters("CountryId"),
            Parameter("Password"),
            Parameter("Productcode", one_of("onSIP")),
            Parameter("Creditcard", _no_card),
        ),
        _agent,
        _add_account,
        checks=(_names_agree,),
        writes=True,
    ),
)
