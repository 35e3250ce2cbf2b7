# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Auto attendants and the special mode (``AutoAttendantManagerImpl``)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from .errors import SIPXCONFIG, DomainError
from .table import Table

OPERATOR, AFTER_HOURS = "operator", "afterhour"
#: a custom attendant's system name is this followed by its id
SYSTEM_NAME_PREFIX = "xcf"


@dataclass
class MenuItem:
    """What a key of the dial pad does; an unknown action is stored as None."""

    action: str | None
    parameter: str | None = None


@dataclass
class Attendant:
    """A row of the auto attendant table.

    :param system_id: ``operator`` or ``afterhour`` for the built-in attendants, None for all others
    :param menu: dial pad key to what it does
    :param settings: own values of the attendant's settings by path
    :param branch_ids: where the attendant may be used
    """

    name: str | None
    system_id: str | None = None
    description: str | None = None
    prompt: str | None = None
    lang: str = "default"
    allow_dial: str = ""
    deny_dial: str = ""
    branch_ids: list[int] = field(default_factory=list)
    menu: dict[str, MenuItem] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    id: int | None = None

    @property
    def system_name(self) -> str:
        """How the rest of the product names the attendant."""
        return self.system_id or f"{SYSTEM_NAME_PREFIX}{self.id}"


FACTORY_MENU = {
    "0": "operator",
    "9": "dial_by_name",
    "*": "repeat_prompt",
    "#": "disconnect",
}


def factory_menu() -> dict[str, MenuItem]:
    """The menu that the server gives to an attendant it makes by itself."""
    return {dial_pad: MenuItem(action) for dial_pad, action in FACTORY_MENU.items()}


class Attendants(Table[Attendant]):
    """The auto attendant table."""

    row_type = Attendant
    entity = f"{SIPXCONFIG}.dialplan.AutoAttendant"

    def __init__(self) -> None:
        super().__init__()
        # Nothing keeps two attendants from having one name.
        self._by_name: dict[str, set[int]] = {}
        self._by_system_id: dict[str, int] = {}

    def _index(self, row: Attendant) -> None:
        assert row.id is not None
        if row.name is not None:
            self._by_name.setdefault(row.name, set()).add(row.id)
        if row.system_id is not None:
            self._by_system_id[row.system_id] = row.id

    def _unindex(self, row: Attendant) -> None:
        if row.name is not None and row.id is not None:
            self._by_name[row.name].discard(row.id)

    def named(self, name: str | None) -> Attendant | None:
        """The attendant with exactly this name, the youngest of several; or None."""
        return None if name is None else self.find(max(self._by_name.get(name, ()), default=None))

    def with_system_id(self, system_id: str) -> Attendant | None:
        """The built-in attendant ``operator`` or ``afterhour``; None for other texts."""
        return self.find(self._by_system_id.get(system_id))

    def get_or_create(self, name: str) -> Attendant:
        """The attendant with a name; a dialing rule makes one with the factory menu when it is unknown."""
        return self.named(name) or self.store(Attendant(name, menu=factory_menu()))

    def delete(self, attendant: Attendant, used_ids: Collection[int]) -> None:
        """Delete an attendant.

        :param used_ids: ids of the attendants that dialing rules use
        :raises DomainError: ``AttendantInUseException`` (``&error.operatorDelete``, ``&error.attendantInUse``)
        """
        assert attendant.id is not None
        in_use = f"{SIPXCONFIG}.dialplan.AttendantInUseException"
        if attendant.system_id is not None:
            raise DomainError(in_use, "&error.operatorDelete")
        if attendant.id in used_ids:
            raise DomainError(in_use, "&error.attendantInUse")
        self.remove(attendant.id)


@dataclass
class SpecialMode:
    """The special mode: whether it is on, and the attendant that then answers."""

    enabled: bool = False
    attendant_id: int | None = None

    def enable(self, after_hours_id: int) -> None:
        """Switch on; a selection made before is lost, without one the after-hours attendant is selected."""
        self.enabled = True
        self.attendant_id = after_hours_id if self.attendant_id is None else None

    def disable(self) -> None:
        """Switch off and forget the selected attendant."""
        self.enabled = False
        self.attendant_id = None

    def select(self, attendant_id: int | None, after_hours_id: int) -> None:
        """Select an attendant; while the mode is on with nothing selected, the after-hours one is taken instead."""
        if self.enabled and self.attendant_id is None:
            self.attendant_id = after_hours_id
        else:
            self.attendant_id = attendant_id
