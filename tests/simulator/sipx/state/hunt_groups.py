# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hunt groups: one extension that rings several users (``CallGroupContextImpl``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .aliases import AliasNamespace
from .errors import DID_IN_USE, EXTENSION_IN_USE, NAME_IN_USE, SIPXCONFIG, ConstraintViolationError, DomainError
from .table import Table

SEQUENTIAL, PARALLEL = "If no response", "At the same time"


@dataclass
class Ring:
    """One user that a hunt group rings.

    :param user_id: None for an unknown user, whom the database refuses
    :param type: ``If no response``, ``At the same time`` or None
    :param enabled: not a column of the database; true again after the server restarts
    """

    user_id: int | None
    expiration: int = 0
    type: str | None = None
    enabled: bool = False


@dataclass
class HuntGroup:
    """A row of the call group table."""

    name: str | None
    extension: str | None = None
    did: str | None = None
    description: str | None = None
    enabled: bool = False
    fallback_destination: str | None = None
    voicemail_fallback: bool = True
    user_forward: bool = True
    use_fwd_timers: bool = False
    rings: list[Ring] = field(default_factory=list)
    id: int | None = None


class HuntGroups(Table[HuntGroup]):
    """The call group table."""

    row_type = HuntGroup
    entity = f"{SIPXCONFIG}.callgroup.CallGroup"

    def __init__(self, aliases: AliasNamespace) -> None:
        super().__init__()
        self.aliases = aliases
        self._by_extension: dict[str, int] = {}
        self._by_user: dict[int | None, set[int]] = {}

    def _index(self, row: HuntGroup) -> None:
        assert row.id is not None
        if row.extension is not None:
            self._by_extension[row.extension] = row.id
        for ring in row.rings:
            self._by_user.setdefault(ring.user_id, set()).add(row.id)
        self.aliases.claim(("callgroup", row.id), (row.name, row.extension, row.did))

    def _unindex(self, row: HuntGroup) -> None:
        assert row.id is not None
        if row.extension is not None:
            self._by_extension.pop(row.extension, None)
        for ring in row.rings:
            self._by_user.get(ring.user_id, set()).discard(row.id)
        self.aliases.release(("callgroup", row.id))

    def with_extension(self, extension: str) -> HuntGroup | None:
        """The group with exactly this extension, or None."""
        return self.find(self._by_extension.get(extension))

    def matching(self, text: str) -> list[HuntGroup]:
        """The groups whose name, extension or DID is the text."""
        ids = sorted(row_id for kind, row_id in self.aliases.owners(text) if kind == "callgroup")
        return [self.get(row_id) for row_id in ids]

    def save(self, group: HuntGroup) -> HuntGroup:
        """Store a group.

        :raises DomainError: ``NameInUseException``, ``ExtensionInUseException``, ``DidInUseException``
        :raises ConstraintViolationError: for a ring of an unknown user
        """
        owner = None if group.id is None else ("callgroup", group.id)
        if self.aliases.in_use(group.name, by_other_than=owner):
            raise DomainError(NAME_IN_USE, "&error.nameInUse.long")
        if self.aliases.in_use(group.extension, by_other_than=owner):
            raise DomainError(EXTENSION_IN_USE, "&error.extensionInUse")
        if group.did and (group.did == group.extension or self.aliases.in_use(group.did, by_other_than=owner)):
            raise DomainError(DID_IN_USE, "&error.didInUse")
        if any(ring.user_id is None for ring in group.rings):
            raise ConstraintViolationError("user_id")
        return self.store(group)

    def forget_user(self, user_id: int) -> None:
        """Take a deleted user out of all groups."""
        for group_id in list(self._by_user.get(user_id, ())):
            draft = self.draft(group_id)
            draft.rings = [ring for ring in draft.rings if ring.user_id != user_id]
            self.store(draft)
