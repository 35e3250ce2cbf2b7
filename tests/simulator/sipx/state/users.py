# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users and their rules (``CoreContextImpl``, ``AbstractUser``)."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, field

from ..settings.values import Settings
from .aliases import AliasNamespace
from .branches import Branch, Branches
from .errors import NAME_IN_USE, SIPXCONFIG, DomainError, UserError
from .groups import Groups
from .members import MemberTable
from .permissions import Permission, Permissions
from .profiles import UserProfile
from .table import check_lengths

SUPERADMIN = "superadmin"
FAX_EXTENSION = "voicemail/fax/extension"
FAX_DID = "voicemail/fax/did"


@dataclass
class User:
    """A row of the user table, with the profile that the server keeps in another database.

    :param portal_password: what the portal and both APIs ask for, in clear (``pin``, ``pintoken``)
    :param sip_password: what phones register with, in clear
    :param voicemail_pin: digits of the mailbox, in clear; the server shows only a hash
    :param aliases: further names, in no defined order
    :param branch_id: the user's own branch, not one inherited from a group
    :param settings: own overrides by path, permissions included
    :param private_key: the key of ``/rest/private/KEY``
    """

    user_name: str
    first_name: str | None = None
    last_name: str | None = None
    aliases: list[str] = field(default_factory=list)
    portal_password: str | None = None
    sip_password: str | None = None
    voicemail_pin: str | None = None
    branch_id: int | None = None
    group_ids: list[int] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    profile: UserProfile = field(default_factory=UserProfile)
    notified: bool = False
    private_key: str = ""
    id: int | None = None

    @property
    def is_superadmin(self) -> bool:
        """Whether it is the administrator made at installation; it is neither renamed nor deleted."""
        return self.user_name == SUPERADMIN

    @property
    def display_name(self) -> str:
        """First and last name as phones and IM show them."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)


def pin_hash(pin: str | None) -> str | None:
    """What the server shows of a voicemail PIN: its MD5 in hexadecimal (``Md5Encoder``)."""
    return None if pin is None else hashlib.md5(pin.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


class Users(MemberTable[User]):
    """The user table."""

    row_type = User
    entity = f"{SIPXCONFIG}.common.User"

    def __init__(self, aliases: AliasNamespace, groups: Groups, branches: Branches, permissions: Permissions) -> None:
        super().__init__(groups)
        self.aliases = aliases
        self.branches = branches
        self.permissions = permissions
        self._by_name: dict[str, int] = {}
        self._by_alias: dict[str, int] = {}
        self._by_private_key: dict[str, int] = {}
        self._permission_names: dict[int, tuple[User, tuple[int, int], list[str]]] = {}

    def _index(self, row: User) -> None:
        super()._index(row)
        assert row.id is not None
        self._by_name[row.user_name] = row.id
        for alias in row.aliases:
            self._by_alias[alias] = row.id
        self._by_private_key[row.private_key] = row.id
        self.aliases.claim(("user", row.id), self._claims(row))

    def _unindex(self, row: User) -> None:
        super()._unindex(row)
        assert row.id is not None
        self._by_name.pop(row.user_name, None)
        for alias in row.aliases:
            self._by_alias.pop(alias, None)
        self._by_private_key.pop(row.private_key, None)
        self.aliases.release(("user", row.id))

    @staticmethod
    def _claims(user: User) -> list[str | None]:
        settings, profile = user.settings, user.profile
        extensions = [settings.get(FAX_EXTENSION), settings.get(FAX_DID), profile.did_number, profile.im_id]
        return [user.user_name, *user.aliases, *extensions]

    def named(self, user_name: str | None) -> User | None:
        """The user with exactly this user name, or None."""
        return None if user_name is None else self.find(self._by_name.get(user_name))

    def named_or_aliased(self, text: str | None) -> User | None:
        """The user whose user name or alias is the text, or None."""
        if text is None:
            return None
        return self.named(text) or self.find(self._by_alias.get(text))

    def with_private_key(self, key: str) -> User | None:
        """The user who owns a private key, or None."""
        return self.find(self._by_private_key.get(key))

    def extension(self, user: User) -> str | None:
        """The user name if it is numeric, else the shortest numeric alias, else None (``User.getExtension``)."""
        if user.user_name.isdigit():
            return user.user_name
        return min((alias for alias in user.aliases if alias.isdigit()), key=len, default=None)

    def save(self, user: User) -> User:
        """Store a new or changed user; pass a new object or a draft, never the stored row.

        :raises DomainError: ``NameInUseException`` (``&error.nameInUse.short``) for a name that is taken or repeated,
            ``ChangePintokenRequiredException`` for a new user name without a new portal password
        :raises UserError: ``&invalid.branch``, ``&msg.error.renameAdminUser``
        :raises TooLongError: for a user name that the column does not hold
        """
        self._check_names(user)
        self._check_branch(user)
        before = self.find(user.id)
        if before is not None and before.user_name != user.user_name:
            self._check_rename(before, user)
        if user.profile.email_address is not None:
            user.profile.email_address = user.profile.email_address.lower()
        if user.profile.im_id is None:
            user.profile.im_id = self._first_im_id(user)
        user.profile.im_display_name = user.display_name or None
        user.private_key = user.private_key or uuid.uuid4().hex
        check_lengths(user.user_name)
        return self.store(user)

    def _check_names(self, user: User) -> None:
        own_names = [user.user_name, *user.aliases]
        owner = None if user.id is None else ("user", user.id)
        taken = len(set(own_names)) < len(own_names) or any(
            self.aliases.in_use(text, by_other_than=owner) for text in self._claims(user)
        )
        if taken:
            raise DomainError(NAME_IN_USE, "&error.nameInUse.short")

    def _check_branch(self, user: User) -> None:
        inherited = self.inherited_branch(user)
        if user.branch_id is not None and inherited is not None and inherited.id != user.branch_id:
            raise UserError("&invalid.branch")

    @staticmethod
    def _check_rename(before: User, user: User) -> None:
        if before.is_superadmin:
            raise UserError("&msg.error.renameAdminUser")
        if before.portal_password == user.portal_password:
            raise DomainError(
                f"{SIPXCONFIG}.common.CoreContextImpl$ChangePintokenRequiredException",
                "&error.changePintokenRequiredException",
            )

    @staticmethod
    def _first_im_id(user: User) -> str:
        speaking = [name for name in (user.user_name, *user.aliases) if not name.isdigit()]
        return (speaking[0] if speaking else user.user_name).lower()

    def inherited_branch(self, user: User) -> Branch | None:
        """The branch of the heaviest of the user's groups that has one, or None."""
        for group in self.groups.heaviest_first(user.group_ids):
            if group.branch_id is not None:
                return self.branches.find(group.branch_id)
        return None

    def branch(self, user: User) -> Branch | None:
        """The user's own branch, else the inherited one, else None."""
        return self.branches.find(user.branch_id) or self.inherited_branch(user)

    def settings(self, user: User, strict: bool = False) -> Settings:
        """The setting values of a user; writing needs a draft."""
        inherited = [group.settings for group in self.groups.heaviest_first(user.group_ids)]
        return Settings(self.permissions.user_tree, user.settings, inherited, strict=strict)

    def permission_value(self, user: User, permission: Permission) -> str | None:
        """The effective value of a permission; None where an empty override spoils it."""
        return self.settings(user).effective(permission.path)

    def has_permission(self, user: User, name: str) -> bool:
        """Whether the effective value of a permission is exactly ``ENABLE``."""
        return name in self.permission_names(user)

    def permission_names(self, user: User) -> list[str]:
        """The names of the permissions a user has, ordered by name."""
        assert user.id is not None
        shared = (self.groups.revision, self.permissions.revision)
        cached = self._permission_names.get(user.id)
        if cached is None or cached[0] is not user or cached[1] != shared:
            settings = self.settings(user)
            names = [known.name for known in self.permissions.by_name() if settings.is_true(known.path)]
            cached = self._permission_names[user.id] = (user, shared, names)
        return cached[2]
