# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Extensions: further names of an organization's addresses."""

from __future__ import annotations

from ..entities.telephony import USER_ALIAS
from ..errors import Problem, RequestRefusedError, refuse_if
from ..store.table import Row
from . import subjects
from .declaration import Action, Parameter
from .invocation import Invocation
from .listing import Listing, browse, by_column
from .names import unusable_rename, within
from .syntax import LOCAL_PART, integer, like, one_of

_ORGANIZATION_ID = Parameter("OrganizationId", integer())
_VISIBILITY = Parameter("Visibility", one_of("PUBLIC", "PRIVATE"))


def _add(invocation: Invocation, organization: Row) -> Row:
    target = invocation.store.address_in(organization, invocation["AddressUsername"])
    problems = []
    if not invocation.store.is_free(organization, invocation["AliasUsername"]):
        problems.append(Problem("UserAlias.Unavailable", "AliasUsername"))
    if target is None:
        raise RequestRefusedError([*problems, Problem("Address.Unrecognized", "AddressUsername")])
    refuse_if(problems)
    return invocation.add(
        invocation.store.user_aliases,
        **within(organization),
        UserId=target["UserId"],
        AliasUsername=invocation["AliasUsername"],
        AddressId=target["AddressId"],
        AliasVisibility=invocation["Visibility"],
    )


def _alias(invocation: Invocation) -> Row:
    organization = subjects.organization(invocation)
    alias = invocation.store.alias_in(organization, invocation["AliasUsername"])
    if alias is None:
        raise RequestRefusedError([Problem("UserAlias.Unrecognized", "AliasUsername")])
    return alias


def _edit(invocation: Invocation, alias: Row) -> Row:
    """The number and the visibility; an extension cannot be led to another address."""
    organization, current = invocation.store.organization_of(alias), alias["AliasUsername"]
    refuse_if(unusable_rename(invocation, organization, "NewAliasUsername", current, "UserAlias.Unavailable"))
    return invocation.change(
        invocation.store.user_aliases,
        alias,
        AliasUsername=invocation["NewAliasUsername"],
        AliasVisibility=invocation["Visibility"],
    )


def _delete(invocation: Invocation, alias: Row) -> None:
    invocation.remove(invocation.store.user_aliases.remove, alias)


ACTIONS = (
    Action(
        "UserAliasAdd",
        (
            _ORGANIZATION_ID,
            Parameter("AliasUsername", like(LOCAL_PART)),
            Parameter("AddressUsername"),
            _VISIBILITY,
        ),
        subjects.organization,
        _add,
        USER_ALIAS,
        writes=True,
    ),
    browse(
        "UserAliasBrowse",
        Listing(
            USER_ALIAS,
            "user_aliases",
            orders={"AliasUsername": by_column("AliasUsername")},
            paging_knob="user_alias_paging",
        ),
    ),
    Action(
        "UserAliasEdit",
        (
            _ORGANIZATION_ID,
            Parameter("AliasUsername"),
            Parameter("NewAliasUsername", like(LOCAL_PART)),
            _VISIBILITY,
        ),
        _alias,
        _edit,
        USER_ALIAS,
        writes=True,
    ),
    Action("UserAliasDelete", (_ORGANIZATION_ID, Parameter("AliasUsername")), _alias, _delete, writes=True),
)
