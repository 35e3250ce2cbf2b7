# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/user`` (``UsersResource``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...integers import java_int
from ...state.errors import NullPointerError, UserError
from ...state.users import User
from ..envelope import Refusal
from ..restlet import Exchange
from ..xstream import INT, STRING, Document, ListOf
from ..xstream.schema import record
from .crud import Crud, list_document, row_by_id, rows_by_ids

MAILBOX_SERVER = "ivr"
_REST = "org.sipfoundry.sipxconfig.rest.RestUtilities"
GROUP = record(f"{_REST}$UserGroupRestInfo", id=INT, name=STRING, description=STRING)
BRANCH = record(f"{_REST}$BranchRestInfo", id=INT, name=STRING, description=STRING)
ALIAS = record(f"{_REST}$AliasRestInfo", alias=STRING)
USER = record(
    f"{_REST}$UserRestInfoFull",
    id=INT,
    lastName=STRING,
    firstName=STRING,
    userName=STRING,
    pin=STRING,
    sipPassword=STRING,
    emailAddress=STRING,
    groups=ListOf("group", GROUP),
    branch=BRANCH,
    aliases=ListOf("alias", ALIAS),
)


def listed_users(exchange: Exchange) -> Sequence[User]:
    """The users of a list, by the filters ``branch`` and ``ids``; the former takes precedence.

    Without a filter the user with the lowest id is not there: the server asks for the page that starts at row 1 of a
    list that counts from zero (switched off by the knob ``hidden_first_user``). By branch, a user comes once for every
    row of the join with its groups.

    :raises Refusal: for a filter that is no integer
    """
    users = exchange.server.users
    branch, ids = exchange.query("branch"), exchange.query("ids")
    if branch:
        branch_id = java_int(branch)
        if branch_id is None:
            raise Refusal("ERROR_ID_INVALID", additionalMessage=f"Branch:{branch}")
        return _of_branch(exchange, branch_id)
    if ids:
        return rows_by_ids(users, ids)
    return list(users)[1 if exchange.knob("hidden_first_user") else 0 :]


def _of_branch(exchange: Exchange, branch_id: int) -> list[User]:
    groups = exchange.server.groups
    found = []
    for user in exchange.server.users:
        group_branches = [groups.get(group_id).branch_id for group_id in user.group_ids] or [None]
        found += [user for group_branch in group_branches if branch_id in (user.branch_id, group_branch)]
    return found


class UserKeyed(Crud):
    """A resource whose objects are users."""

    def rows(self) -> Sequence[User]:
        return listed_users(self.exchange)

    def find(self, key: str) -> User:
        found: User = row_by_id(self.server.users, key)
        return found


class Users(UserKeyed):
    """Users. A body replaces the whole object, but for an empty pin or SIP password, which stay as they were."""

    item = Document("user", USER)
    listing = list_document("user", "users", "user", USER)
    rows_name = "users"
    required = "userName"
    sort_keys = {
        "username": lambda user: user.user_name,
        "lastname": lambda user: user.last_name,
        "firstname": lambda user: user.first_name,
    }

    def wire(self, row: User) -> dict[str, Any]:
        branch = self.server.branches.find(row.branch_id)
        return {
            "id": row.id,
            "lastName": row.last_name,
            "firstName": row.first_name,
            "userName": row.user_name,
            "pin": "",
            "sipPassword": "",
            "emailAddress": row.profile.email_address,
            "groups": [GROUP.of(group) for group in self.server.users.groups_of(row)],
            "branch": None if branch is None else BRANCH.of(branch),
            "aliases": [{"alias": alias} for alias in row.aliases],
        }

    def create(self, values: dict[str, Any]) -> User:
        return self._store(User(values["userName"], portal_password="", sip_password=""), values)

    def update(self, row: User, values: dict[str, Any]) -> User:
        assert row.id is not None
        return self._store(self.server.users.draft(row.id), values)

    def _store(self, user: User, values: dict[str, Any]) -> User:
        user.user_name = values["userName"].strip()
        user.last_name = _trimmed(values["lastName"])
        user.first_name = _trimmed(values["firstName"])
        user.portal_password = _present(values["pin"]) or user.portal_password
        user.sip_password = _present(values["sipPassword"]) or user.sip_password
        user.profile.email_address = values["emailAddress"]
        user.group_ids = self._group_ids(values["groups"] or [])
        branch = values["branch"]
        user.branch_id = None if branch is None else self.server.branches.get(branch["id"]).id
        aliases = [alias["alias"] for alias in values["aliases"] or []]
        if values["groups"] is None or values["aliases"] is None or None in aliases:
            # The check for duplicates stumbles over the missing collection or name.
            raise UserError("&err.msg.checkUserIdAliasFailed")
        user.aliases = list(dict.fromkeys(aliases))
        before = self.server.users.find(user.id)
        if before is not None and before.user_name != user.user_name and self.exchange.is_down(MAILBOX_SERVER):
            raise UserError("&error.ivr.server")
        return self.server.users.save(user)

    def _group_ids(self, groups: list[dict[str, Any]]) -> list[int]:
        group_ids = [group["id"] for group in groups]
        if any(group_id not in self.server.groups for group_id in group_ids):
            raise NullPointerError
        return list(dict.fromkeys(group_ids))

    def remove(self, row: User) -> None:
        assert row.id is not None
        if not row.is_superadmin and self.exchange.is_down(MAILBOX_SERVER):
            raise UserError("&error.ivr.server")
        self.server.delete_user(row.id)


def _trimmed(text: str | None) -> str | None:
    return None if text is None else text.strip()


def _present(text: str | None) -> str:
    """A text that the server calls a method of, so that a missing one breaks it."""
    if text is None:
        raise NullPointerError
    return text
