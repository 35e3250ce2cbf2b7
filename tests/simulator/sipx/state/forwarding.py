# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Call forwarding of users (``CallSequence``). How long their own phone rings first is a setting of the user."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from .errors import SIPXCONFIG
from .table import Table

TIMER_SETTING = "callfwd/timer"


@dataclass
class ForwardingRing:
    """One number that a user's calls are forwarded to.

    :param type: ``If no response``, ``At the same time`` or None
    :param schedule_id: None for always
    """

    number: str | None
    expiration: int = 0
    type: str | None = None
    enabled: bool = False
    schedule_id: int | None = None


@dataclass
class CallSequence:
    """The forwarding of one user; its id is that of the user."""

    rings: list[ForwardingRing] = field(default_factory=list)
    id: int | None = None


class CallSequences(Table[CallSequence]):
    """The call sequences by user id."""

    row_type = CallSequence
    entity = f"{SIPXCONFIG}.forwarding.CallSequence"

    def of_user(self, user_id: int) -> CallSequence:
        """The call sequence of a user; a new, empty one if nothing was stored yet."""
        return self.draft(user_id) if user_id in self else CallSequence(id=user_id)

    def forget_user(self, user_id: int) -> None:
        """Drop the forwarding of a deleted user."""
        if user_id in self:
            self.remove(user_id)

    def forget_schedules(self, schedule_ids: Collection[int]) -> None:
        """Make the rings that used deleted schedules apply always."""
        for sequence in self:
            for ring in sequence.rings:
                if ring.schedule_id in schedule_ids:
                    ring.schedule_id = None
