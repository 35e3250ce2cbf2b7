# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may touch what.

An Account Admin has everything in its account, an Organization Admin everything in its organization except what is the
account's, a User its own reads and its contact. An Agent Admin stands above the accounts it created, and alone has the
agent's actions.
"""

from __future__ import annotations

from .store.store import Store
from .store.table import Row

AGENT_ADMIN = "Agent Admin"
ACCOUNT_ADMIN = "Account Admin"
ORGANIZATION_ADMIN = "Organization Admin"
USER = "User"

#: what is missing when a caller may not touch an object
OF_ACCOUNT = "AccountAuthorization.Required"
OF_ORGANIZATION = "OrganizationAuthorization.Required"
OF_USER = "UserAuthorization.Required"

#: the roles that can be given to a user
GIVEN_ROLES = (ACCOUNT_ADMIN, ORGANIZATION_ADMIN, USER)


class Caller:
    """A logged-in user and what its roles reach.

    :param store: what there is
    :param user: the user's row
    """

    def __init__(self, store: Store, user: Row) -> None:
        self._store = store
        self.user = user
        self.user_id: int = user["UserId"]
        roles = user["Roles"]
        self.is_agent = AGENT_ADMIN in roles
        self._has_account = self.is_agent or ACCOUNT_ADMIN in roles
        self._has_organization = ORGANIZATION_ADMIN in roles
        self.is_admin = self._has_account or self._has_organization

    def covers_account(self, account_id: int) -> bool:
        """Whether everything of an account is within reach; never true of an account that does not exist."""
        if self._has_account and account_id == self.user["AccountId"]:
            return True
        account = self._store.accounts.get(account_id) if self.is_agent else None
        return account is not None and account["AgentAccountId"] == self.user["AccountId"]

    def covers(self, row: Row) -> bool:
        """Whether an object is within reach by its account, or by its organization if it has one."""
        return self.covers_account(row["AccountId"]) or (
            self._has_organization and row.get("OrganizationId") == self.user["OrganizationId"]
        )

    def owns(self, row: Row) -> bool:
        return row.get("UserId") == self.user_id

    def covers_or_owns(self, row: Row) -> bool:
        return self.covers(row) or self.owns(row)

    def is_agent_above(self, row: Row) -> bool:
        """Whether the caller is an agent and the user another one, of an account below."""
        return self.is_agent and not self.owns(row) and self.covers_account(row["AccountId"])

    def may_reset_password_of(self, row: Row) -> bool:
        """An account's right; the password of an account's administrator is reset only from above."""
        if ACCOUNT_ADMIN in row["Roles"]:
            return self.is_agent_above(row)
        return self.covers_account(row["AccountId"])

    def reach(self) -> tuple[str, list[int]]:
        """What a listing without a scope is about, as a scope."""
        if self._has_account:
            below = self._store.accounts.group("Agent", self.user["AccountId"]) if self.is_agent else []
            return "AccountId", [self.user["AccountId"], *(account["AccountId"] for account in below)]
        if self._has_organization:
            return "OrganizationId", [self.user["OrganizationId"]]
        return "UserId", [self.user_id]
