# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conferences of the bridge (``ConferenceBridgeContextImpl``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .aliases import AliasNamespace
from .errors import EXTENSION_IN_USE, NAME_IN_USE, SIPXCONFIG, DomainError, UserError
from .table import Table


@dataclass
class ConferenceMember:
    """Somebody in a running conference."""

    id: int
    name: str
    uuid: str
    im_id: str | None = None
    volume_in: int = 0
    volume_out: int = 0
    energy_level: int = 100
    can_hear: bool = True
    can_speak: bool = True


@dataclass
class Conference:
    """A row of the conference table, with what goes on in the bridge.

    :param members: who is in it; a conference without members is not active
    :param max_members: 0 for any number
    """

    name: str | None
    owner_id: int | None = None
    enabled: bool = False
    description: str | None = None
    extension: str | None = None
    did: str | None = None
    access_code: str | None = None
    moderator_code: str | None = None
    autorecorded: bool = False
    quickstart: bool = True
    video: bool = False
    send_active_video_only: bool = False
    max_members: int = 0
    moh: str | None = "FILES_SRC"
    play_entry_tone: bool = True
    play_exit_tone: bool = True
    record_and_play_name_on_entry: bool = False
    record_and_play_name_on_exit: bool = False
    locked: bool = False
    recording: bool = False
    members: list[ConferenceMember] = field(default_factory=list)
    id: int | None = None


class Conferences(Table[Conference]):
    """The conference table."""

    row_type = Conference
    entity = f"{SIPXCONFIG}.conference.Conference"

    def __init__(self, aliases: AliasNamespace) -> None:
        super().__init__()
        self.aliases = aliases
        self._by_name: dict[str, int] = {}

    def _index(self, row: Conference) -> None:
        assert row.id is not None
        if row.name is not None:
            self._by_name[row.name] = row.id
        self.aliases.claim(("conference", row.id), (row.name, row.extension, row.did))

    def _unindex(self, row: Conference) -> None:
        assert row.id is not None
        if row.name is not None:
            self._by_name.pop(row.name, None)
        self.aliases.release(("conference", row.id))

    def named(self, name: str) -> Conference | None:
        """The conference with exactly this name, or None."""
        return self.find(self._by_name.get(name))

    def of_owner(self, user_id: int) -> list[Conference]:
        """The conferences of a user."""
        return [conference for conference in self if conference.owner_id == user_id]

    def save(self, conference: Conference) -> Conference:
        """Store a conference.

        :raises DomainError: ``NameInUseException``, ``ExtensionInUseException``
        :raises UserError: moderator without participant code; no moderator code of its own without quick start
        """
        if conference.moderator_code and not conference.access_code:
            raise UserError("&error.moderatorPinNoParticipantPin")
        if not conference.quickstart and (
            not conference.moderator_code or conference.moderator_code == conference.access_code
        ):
            raise UserError("&error.moderatedConfNoPin")
        owner = None if conference.id is None else ("conference", conference.id)
        if self.aliases.in_use(conference.name, by_other_than=owner):
            raise DomainError(NAME_IN_USE, "&error.nameInUse.long")
        if self.aliases.in_use(conference.extension, by_other_than=owner):
            raise DomainError(EXTENSION_IN_USE, "&error.extensionInUse")
        return self.store(conference)
