# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to one user besides forwarding: speed dial and the personal attendant. Ids are those of the user."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import SIPXCONFIG
from .table import Table


@dataclass
class SpeedDialButton:
    """One speed dial button."""

    number: str | None
    label: str | None = None
    blf: bool = False


@dataclass
class SpeedDial:
    """The own speed dial list of a user; a user without one uses that of the groups."""

    buttons: list[SpeedDialButton] = field(default_factory=list)
    id: int | None = None


class SpeedDials(Table[SpeedDial]):
    """The speed dial lists by user id."""

    row_type = SpeedDial
    entity = f"{SIPXCONFIG}.speeddial.SpeedDial"


@dataclass
class PersonalAttendant:
    """The personal attendant of a user's mailbox; its operator and options are settings of the user.

    :param menu: dial pad key to extension
    """

    menu: dict[str, str] = field(default_factory=dict)
    override_language: bool = False
    language: str | None = None
    id: int | None = None


class PersonalAttendants(Table[PersonalAttendant]):
    """The personal attendants by user id."""

    row_type = PersonalAttendant
    entity = f"{SIPXCONFIG}.vm.attendant.PersonalAttendant"
