# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users on the wire (``UserBean``, ``UserProfileBean``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..state.addresses import Address
from ..state.errors import NullPointerError, UserError
from ..state.groups import USER
from ..state.permissions import ENABLE
from ..state.server_state import ServerState
from ..state.users import User, pin_hash
from .beans import Bean, Field, bean, beans, boolean, boolean_object, date, integer, long_, text, texts
from .exchange import Exchange
from .fragments import fragment
from .group_beans import GROUP, add_named_groups, groups_of

ADDRESS = Bean(
    "AddressBean", [text(name) for name in ("street", "city", "country", "state", "zip", "officeDesignation")]
)


def _address(name: str) -> Field:
    return bean(name, ADDRESS)


def _texts(*names: str) -> list[Field]:
    return [text(name) for name in names]


def _shown(*names: str) -> list[Field]:
    return [text(name, attribute=None) for name in names]


ADDRESSES = {"homeAddress": "home_address", "officeAddress": "office_address", "branchAddress": "branch_address"}
PROFILE = Bean(
    "UserProfileBean",
    [
        *_shown("userId", "userName"),
        text("authAccountName"),
        *_shown("firstName", "lastName"),
        *_texts("jobTitle", "jobDept", "companyName", "assistantName", "location"),
        *(_address(name) for name in ADDRESSES),
        *_texts("cellPhoneNumber", "homePhoneNumber", "assistantPhoneNumber", "faxNumber", "didNumber", "imId"),
        *_texts("imDisplayName", "alternateImId", "emailAddress", "alternateEmailAddress"),
        texts("emailAddressAliasesSet", java_class="java.util.HashSet"),
        *_shown("emailAddressAliases"),
        boolean("useBranchAddress"),
        *_shown("branchName"),
        *_texts("manager", "salutation", "salutationId", "employeeId", "twiterName", "linkedinName", "facebookName"),
        text("xingName"),
        long_("timestamp"),
        *_texts("avatar", "extAvatar"),
        boolean("useExtAvatar"),
        date("extAvatarSyncDate"),
        boolean("enabled", default=True),
        boolean("ldapManaged"),
        date("lastImportedDate"),
        date("disabledDate"),
        *_texts("custom1", "custom2", "custom3"),
    ],
)
USER_BEAN = Bean(
    "UserBean",
    [
        integer("id", write=False),
        text("userName"),
        text("lastName"),
        text("firstName"),
        texts("aliases", default=(), java_class="java.util.HashSet"),
        text("sipPassword"),
        text("pintoken", attribute="portal_password"),
        text("voicemailPin"),
        text("branchName", attribute=None),
        bean("userProfile", PROFILE),
        boolean_object("notified"),
        beans("groups", GROUP),
        texts("permissions"),
    ],
)


def profile_bean(pbx: ServerState, user: User) -> dict[str, Any]:
    """The profile of a user; names and branch are those of the user."""
    profile = user.profile
    branch = pbx.users.branch(user)
    addresses = {name: ADDRESS.write(getattr(profile, attribute)) for name, attribute in ADDRESSES.items()}
    return PROFILE.write(
        profile,
        userId=str(user.id),
        userName=user.user_name,
        firstName=user.first_name,
        lastName=user.last_name,
        emailAddressAliasesSet=profile.email_address_aliases_set,
        emailAddressAliases=",".join(profile.email_address_aliases_set) or None,
        branchName=None if branch is None else branch.name,
        **addresses,
    )


def user_bean(exchange: Exchange, user: User) -> dict[str, Any]:
    """A user as GET shows it. The voicemail PIN is a hash, the other secrets are in clear."""
    pbx = exchange.pbx
    branch = pbx.branches.find(user.branch_id)
    hashed = exchange.quirk("voicemail_pin_hash_on_read")
    return USER_BEAN.write(
        user,
        aliases=user.aliases,
        voicemailPin=pin_hash(user.voicemail_pin) if hashed else user.voicemail_pin,
        branchName=None if branch is None else branch.name,
        userProfile=profile_bean(pbx, user),
        groups=groups_of(pbx.users, user) or None,
        permissions=pbx.users.permission_names(user),
    )


def user_entry(exchange: Exchange, user: User) -> bytes:
    """The encoded list entry of a user."""
    pbx = exchange.pbx
    assert user.id is not None
    shared = (pbx.groups.revision, pbx.branches.revision, pbx.permissions.revision)
    hashed = int(exchange.quirk("voicemail_pin_hash_on_read"))
    return fragment(pbx, "user", user.id, (user, *shared, hashed), lambda: user_bean(exchange, user))


def _distinct(texts_: Iterable[str | None]) -> list[str]:
    """The members of a Java set of texts; null is none."""
    return list(dict.fromkeys(text_ for text_ in texts_ if text_ is not None))


def fill_user(exchange: Exchange, user: User, values: dict[str, Any]) -> None:
    """Merge a bean into a draft: null keeps what there is; groups and permissions are only added.

    :raises UserError: ``&invalid.branch`` for an unknown branch
    :raises NullPointerError: for an unknown permission label
    """
    pbx = exchange.pbx
    USER_BEAN.copy(values, user, only_present=True)
    if values["aliases"] is not None:
        user.aliases = _distinct(values["aliases"])
    if values["branchName"] is not None:
        branch = pbx.branches.named(values["branchName"])
        if branch is None:
            raise UserError("&invalid.branch")
        user.branch_id = branch.id
    if values["userProfile"] is not None:
        fill_profile(user, values["userProfile"])
    add_named_groups(pbx.groups, USER, user, values["groups"], exchange.quirk("group_substring_trap"))
    settings = pbx.users.settings(user)
    for label in values["permissions"] or ():
        permission = pbx.permissions.labelled(label)
        if permission is None:
            raise NullPointerError
        settings.put(permission.path, ENABLE)


def fill_profile(user: User, values: dict[str, Any]) -> None:
    """Merge a profile bean: null keeps, but booleans and longs fall back to their defaults."""
    PROFILE.copy(values, user.profile, only_present=True)
    for name, attribute in ADDRESSES.items():
        if values[name] is not None:
            address = Address()
            ADDRESS.copy(values[name], address)
            setattr(user.profile, attribute, address)
    if values["emailAddressAliasesSet"] is not None:
        user.profile.email_address_aliases_set = _distinct(values["emailAddressAliasesSet"])
