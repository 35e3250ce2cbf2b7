# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Park orbits (``ParkOrbitContextImpl``). They inherit settings from one shared group."""

from __future__ import annotations

from dataclasses import dataclass, field

from .aliases import AliasNamespace
from .errors import EXTENSION_IN_USE, NAME_IN_USE, SIPXCONFIG, DomainError, NullPointerError
from .table import Table


@dataclass
class Orbit:
    """A row of the park orbit table.

    :param music: name of a prompt of the orbits, None for the default
    """

    name: str | None
    location_id: int
    extension: str | None = None
    enabled: bool = False
    description: str | None = None
    music: str | None = None
    settings: dict[str, str] = field(default_factory=dict)
    id: int | None = None


class Orbits(Table[Orbit]):
    """The park orbit table."""

    row_type = Orbit
    entity = f"{SIPXCONFIG}.parkorbit.ParkOrbit"

    def __init__(self, aliases: AliasNamespace) -> None:
        super().__init__()
        self.aliases = aliases

    def _index(self, row: Orbit) -> None:
        assert row.id is not None
        self.aliases.claim(("parkorbit", row.id), (row.name, row.extension))

    def _unindex(self, row: Orbit) -> None:
        assert row.id is not None
        self.aliases.release(("parkorbit", row.id))

    def of_location(self, location_id: int) -> list[Orbit]:
        """The orbits of a server."""
        return [orbit for orbit in self if orbit.location_id == location_id]

    def save(self, orbit: Orbit) -> Orbit:
        """Store an orbit.

        :raises NullPointerError: without a name
        :raises DomainError: ``NameInUseException``, also for a name equal to the extension; ``ExtensionInUseException``
        """
        if orbit.name is None:
            raise NullPointerError
        owner = None if orbit.id is None else ("parkorbit", orbit.id)
        if orbit.name == orbit.extension or self.aliases.in_use(orbit.name, by_other_than=owner):
            raise DomainError(NAME_IN_USE, "&error.nameInUse.long")
        if self.aliases.in_use(orbit.extension, by_other_than=owner):
            raise DomainError(EXTENSION_IN_USE, "&error.extensionInUse")
        return self.store(orbit)
