# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How actions find the object they are about, and who may touch it.

An id that is not the caller's is an authorization error. That an object does not exist is told only to callers with an
administrator's role.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..authority import OF_ACCOUNT, OF_ORGANIZATION, OF_USER, Caller
from ..errors import ActionRefusedError, Problem, RequestRefusedError
from ..store.table import Row
from .declaration import Subject
from .invocation import Invocation

Finder = Callable[[Invocation], "Row | None"]
Rule = Callable[[Caller, Row], bool]


def subject(
    find: Finder,
    authorization: str,
    missing: Callable[[Invocation], Problem] | None = None,
    rule: Rule = Caller.covers,
) -> Subject:
    """The subject that a search finds.

    :param find: the search
    :param authorization: the error code for callers who may not touch it
    :param missing: the error if it does not exist; without one, that is an authorization error too
    :param rule: who may touch it
    """

    def resolve(invocation: Invocation) -> Row:
        row = find(invocation)
        if row is None and missing and invocation.caller.is_admin:
            raise RequestRefusedError([missing(invocation)])
        if row is None or not rule(invocation.caller, row):
            raise ActionRefusedError(authorization)
        return row

    return resolve


def numbered(
    table: str, parameter: str, authorization: str = OF_ORGANIZATION, rule: Rule = Caller.covers, code: str = ""
) -> Subject:
    """The row of a table whose number a parameter gives.

    :param code: the error code if there is none; by default that of the entity the parameter is named after
    """
    problem = Problem(code or f"{parameter.removesuffix('Id')}.Unrecognized", parameter)
    return subject(
        lambda invocation: getattr(invocation.store, table).get(invocation[parameter]),
        authorization,
        lambda invocation: problem,
        rule,
    )


account = subject(lambda invocation: invocation.store.accounts.get(invocation["AccountId"]), OF_ACCOUNT)
organization = subject(
    lambda invocation: invocation.store.organizations.get(invocation["OrganizationId"]), OF_ORGANIZATION
)


def _organization_by_choice(invocation: Invocation) -> Row | None:
    domain = invocation.get("Domain")
    if domain is not None:
        return invocation.store.organization_of_domain(domain)
    return invocation.store.organizations.get(invocation["OrganizationId"])


def _unknown_organization(invocation: Invocation) -> Problem:
    if invocation.get("Domain") is None:
        raise ActionRefusedError(OF_ORGANIZATION)
    return Problem("Domain.Unrecognized", "Domain")


organization_by_id_or_domain = subject(_organization_by_choice, OF_ORGANIZATION, _unknown_organization)

USER_CHOICE = ("UserId", "UserAddress", "AuthUsername")
_UNKNOWN_USER = {
    "UserId": "User.Unrecognized",
    "UserAddress": "Address.Unrecognized",
    "AuthUsername": "AuthUsername.Unrecognized",
}


def _user_by_choice(invocation: Invocation) -> Row | None:
    store = invocation.store
    if invocation.get("UserId") is not None:
        return store.users.get(invocation["UserId"])
    if invocation.get("UserAddress") is not None:
        address = store.address_named(invocation["UserAddress"])
        return store.users.get(address["UserId"]) if address and address["Type"] == "user" else None
    if invocation.get("AuthUsername") is not None:
        return store.users.find("AuthUsername", invocation["AuthUsername"].lower())
    return invocation.caller.user


def _unknown_user(invocation: Invocation) -> Problem:
    chosen = next(name for name in USER_CHOICE if invocation.get(name) is not None)
    return Problem(_UNKNOWN_USER[chosen], chosen)


user_by_choice = subject(_user_by_choice, OF_USER, _unknown_user, Caller.covers_or_owns)


def user(rule: Rule = Caller.covers) -> Subject:
    """The user whose ``UserId`` is given."""
    return numbered("users", "UserId", OF_USER, rule)


def address(*types: str, rule: Rule = Caller.covers) -> Subject:
    """The address that the parameter ``Address`` names as ``user@domain``.

    :param types: the kinds it may be of; any kind if there are none
    """

    def find(invocation: Invocation) -> Row | None:
        row = invocation.store.address_named(invocation["Address"])
        return row if row and (not types or row["Type"] in types) else None

    problem = Problem("Address.Unrecognized", "Address")
    return subject(find, OF_ORGANIZATION, lambda invocation: problem, rule)


def anybody(invocation: Invocation) -> Any:
    """Any session will do."""
    return invocation.caller.user
