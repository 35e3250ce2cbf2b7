# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that actions give, and names of addresses that they refer to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import Problem, RequestRefusedError
from ..store.table import Row
from .invocation import Invocation


def within(organization: Row) -> dict[str, Any]:
    """The columns that place an object in an organization."""
    return {name: organization[name] for name in ("OrganizationId", "AccountId")}


def unusable_address(invocation: Invocation, organization: Row) -> Iterator[Problem]:
    """What is wrong with ``Username`` and ``Domain`` as a new address of the organization.

    A taken address is reported on ``Username``, as recorded.
    """
    if invocation["Domain"].lower() != organization["Domain"].lower():
        yield Problem("Domain.Unrecognized", "Domain")
    elif not invocation.store.is_free(organization, invocation["Username"]):
        yield Problem("Address.Unavailable", "Username")


def unusable_rename(
    invocation: Invocation, organization: Row, parameter: str, current: str, code: str
) -> Iterator[Problem]:
    """What is wrong with a new local part in place of the current one."""
    new = invocation.get(parameter, current)
    if new.lower() != current.lower() and not invocation.store.is_free(organization, new):
        yield Problem(code, parameter)


def account_address(invocation: Invocation, organization: Row, parameter: str, name: Any, *types: str) -> Row:
    """The address of the organization's account that is called so.

    :param parameter: what the error is reported on
    :param types: the kinds it may be of; any kind if there are none
    :raises RequestRefusedError: if there is none
    """
    row = invocation.store.address_named(name)
    if row is None or row["AccountId"] != organization["AccountId"] or (types and row["Type"] not in types):
        raise RequestRefusedError([Problem("Address.Unrecognized", parameter)])
    return row
