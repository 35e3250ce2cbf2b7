# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The service as its actions see it: what it keeps, who is logged in, its switches and its time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..core.interface import Clock
from .sessions import Sessions
from .store.store import Store


class Service:
    """One OnSIP service.

    :param clock: server time
    :param knobs: the switches of ``knobs.DEFAULTS``, read at each use
    """

    def __init__(self, clock: Clock, knobs: Mapping[str, Any]) -> None:
        self.clock = clock
        self.knobs = knobs
        self.store: Store = Store()
        self.sessions = Sessions(self)
        #: when the last password mail went to a user
        self.mailed: dict[int, float] = {}

    def forget_sessions(self) -> None:
        self.sessions.forget()
        self.mailed.clear()

    def timestamp(self) -> str:
        """The time as the service writes it, with a numeric offset."""
        return written(self.clock.utcnow())


def written(moment: datetime) -> str:
    """A date and time as the service writes it."""
    return moment.isoformat(timespec="seconds")
