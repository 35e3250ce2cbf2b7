# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users: their lives, their roles and their portal passwords."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..authority import GIVEN_ROLES, Caller
from ..authority import USER as USER_ROLE
from ..entities.accounts import USER
from ..entities.addresses import USER_ADDRESS
from ..errors import ActionRefusedError, Problem, RequestRefusedError, refuse_if
from ..secret_values import portal_password, sip_password
from ..store.table import Row
from . import subjects
from .declaration import Action, Check, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, browse, by_column
from .names import unusable_address, within
from .syntax import AUTH_USERNAME, NEW_USERNAME, email, integer, like, list_of, one_of

_USER_ID = Parameter("UserId", integer())

#: at most one password mail goes to a user in this time
_SECONDS_BETWEEN_MAILS = 120


def password_confirmed(password: str, confirmation: str) -> Check:
    """Demands that a password was typed twice the same."""

    def check(invocation: Invocation) -> Iterator[Problem]:
        if invocation[password] != invocation[confirmation]:
            yield Problem("Password.Mismatch", confirmation)

    return check


def add_user(
    invocation: Invocation, organization: Row, username: str, auth_username: str, contact: dict[str, Any], role: str
) -> Row:
    """A new user with the address that comes with it.

    :param username: local part of the address
    """
    user = invocation.add(
        invocation.store.users,
        **within(organization),
        AuthUsername=auth_username,
        Password=sip_password(),
        PortalPassword=invocation["Password"],
        Contact=contact,
        Roles=[role],
    )
    invocation.add(
        invocation.store.addresses,
        **within(organization),
        Type=USER_ADDRESS.type,
        UserId=user["UserId"],
        Username=username,
        Name=contact["Name"],
    )
    return user


def _add(invocation: Invocation, organization: Row) -> Row:
    """The contact is the organization's, with the user's name and e-mail address."""
    problems = list(unusable_address(invocation, organization))
    if invocation.store.users.find("AuthUsername", invocation["AuthUsername"]):
        problems.append(Problem("AuthUsername.Unavailable", "AuthUsername"))
    refuse_if(problems)
    contact = {
        **organization["Contact"],
        "Name": invocation["Name"],
        "Email": invocation["Email"],
        "Modified": invocation.now,
    }
    return add_user(
        invocation, organization, invocation["Username"], invocation["AuthUsername"], contact, role=USER_ROLE
    )


def _delete(invocation: Invocation, user: Row) -> None:
    if invocation.store.dids.group("Owner", user["UserId"]):
        raise ActionRefusedError("User.InUse")
    invocation.remove(invocation.store.remove_user, user)


def _change(invocation: Invocation, user: Row, **values: Any) -> Row:
    return invocation.change(invocation.store.users, user, **values)


def _edit_status(invocation: Invocation, user: Row) -> Row:
    return _change(invocation, user, Status=invocation["Status"])


def _edit_roles(invocation: Invocation, user: Row) -> Row:
    return _change(invocation, user, Roles=invocation["RoleNames"])


def _edit_password(invocation: Invocation, user: Row) -> None:
    if user["PortalPassword"] != invocation["CurrentPortalPassword"]:
        raise RequestRefusedError([Problem("Password.Incorrect", "CurrentPortalPassword")])
    _change(invocation, user, PortalPassword=invocation["NewPortalPassword"])


def _reset_password(invocation: Invocation, user: Row) -> dict[str, Any]:
    password = portal_password()
    _change(invocation, user, PortalPassword=password)
    return {"UserId": user["UserId"], "NewPassword": password}


def _mail_reset_key(invocation: Invocation, subject: Any) -> None:
    service = invocation.service
    user = service.store.user_called(invocation["Username"])
    if user is None:
        raise RequestRefusedError([Problem("User.Unrecognized", "Username")])
    now = service.clock.now()
    if now - service.mailed.get(user["UserId"], float("-inf")) < _SECONDS_BETWEEN_MAILS:
        raise RequestRefusedError([Problem("Request.TooSoon", "Action")], valid=True)
    service.mailed[user["UserId"]] = now


ACTIONS = (
    Action(
        "UserAdd",
        (
            Parameter("OrganizationId", integer()),
            Parameter("Username", like(NEW_USERNAME)),
            Parameter("Domain"),
            Parameter("Name"),
            Parameter("Email", email),
            Parameter("AuthUsername", like(AUTH_USERNAME)),
            Parameter("Password"),
            Parameter("PasswordConfirm"),
        ),
        subjects.organization,
        _add,
        USER,
        alone=True,
        checks=(password_confirmed("Password", "PasswordConfirm"),),
        additions=lambda invocation, subject: [("Role", USER_ROLE)],
        writes=True,
    ),
    Action(
        "UserRead",
        (optional("UserId", integer()), optional("UserAddress"), optional("AuthUsername")),
        subjects.user_by_choice,
        subject_itself,
        USER,
        alone=True,
        choice=subjects.USER_CHOICE,
    ),
    browse(
        "UserBrowse",
        Listing(
            USER,
            "users",
            scopes=("AccountId", "OrganizationId"),
            orders={name: by_column(name) for name in ("UserId", "OrganizationId", "AuthUsername")},
            default_order="UserId",
            is_owned=True,
        ),
    ),
    Action("UserDelete", (_USER_ID,), subjects.user(), _delete, writes=True),
    Action(
        "UserEditStatus",
        (_USER_ID, Parameter("Status", one_of("enabled", "disabled"))),
        subjects.user(),
        _edit_status,
        USER,
        writes=True,
    ),
    Action(
        "UserEditRoleSubmit",
        (_USER_ID, Parameter("RoleNames", list_of(one_of(*GIVEN_ROLES)))),
        subjects.user(Caller.is_agent_above),
        _edit_roles,
        USER,
        writes=True,
    ),
    Action(
        "UserEditPortalPassword",
        (
            _USER_ID,
            Parameter("CurrentPortalPassword"),
            Parameter("NewPortalPassword"),
            Parameter("NewPortalPasswordConfirm"),
        ),
        subjects.user(Caller.is_agent_above),
        _edit_password,
        checks=(password_confirmed("NewPortalPassword", "NewPortalPasswordConfirm"),),
        writes=True,
    ),
    Action(
        "UserResetPortalPassword",
        (_USER_ID,),
        subjects.user(Caller.may_reset_password_of),
        _reset_password,
        writes=True,
    ),
    Action(
        "SendPasswordResetEmail",
        (Parameter("Username"), Parameter("Destination", one_of("my", "admin", "get"))),
        handler=_mail_reset_key,
        needs_session=False,
    ),
)
