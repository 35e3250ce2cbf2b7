# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of a contact, and the three actions that write one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..authority import OF_USER, Caller
from ..entities.accounts import ACCOUNT, ORGANIZATION, USER
from ..entities.contacts import REQUIRED_PARTS, contact_of
from ..entities.declaration import Entity
from ..errors import Problem, refuse_if
from ..store.table import Row
from . import subjects
from .declaration import Action, Parameter, Subject, optional
from .invocation import Invocation
from .syntax import TWO_LETTERS, Checker, email, integer, like, text

_SYNTAX: dict[str, Checker] = {"State": like(TWO_LETTERS), "CountryId": integer(), "Email": email}


def contact_parameters(*without: str) -> tuple[Parameter, ...]:
    """All parts of a contact, which are required in every action that writes one, less some."""
    return tuple(Parameter(part, _SYNTAX.get(part, text)) for part in REQUIRED_PARTS if part not in without)


def unknown_country(invocation: Invocation) -> Iterator[Problem]:
    if not invocation.store.countries.get(invocation["CountryId"]):
        yield Problem("Country.Unrecognized", "CountryId")


def sent_contact(invocation: Invocation, company: str, **preset: Any) -> dict[str, Any]:
    """The contact that the parameters describe.

    :param company: the name of the company
    :param preset: parts that are no parameters of the action
    """
    return contact_of({**invocation.arguments, **preset}, company, invocation.now)


def _edit(entity: Entity, table: str, subject: Subject, key: Parameter, *company: str) -> Action:
    """The whole contact is replaced; a company that is not sent is cleared, as its documented default is empty."""

    def write(invocation: Invocation, row: Row) -> Row:
        refuse_if(unknown_country(invocation))
        named = next((invocation[name] for name in company if invocation.get(name) is not None), "")
        return invocation.change(getattr(invocation.store, table), row, Contact=sent_contact(invocation, named))

    return Action(
        f"{entity.element}EditContact",
        (key, *contact_parameters(), *(optional(name) for name in company)),
        subject,
        write,
        entity,
        writes=True,
    )


ACTIONS = (
    _edit(ACCOUNT, "accounts", subjects.account, Parameter("AccountId", integer()), "Organization"),
    _edit(ORGANIZATION, "organizations", subjects.organization, Parameter("OrganizationId", integer()), "Organization"),
    # The documentation calls the company of a user ``User``: a mechanical replacement of ``Organization``.
    _edit(
        USER,
        "users",
        subjects.numbered("users", "UserId", OF_USER, Caller.covers_or_owns),
        Parameter("UserId", integer()),
        "Organization",
        "User",
    ),
)
