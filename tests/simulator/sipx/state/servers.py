# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers of the cluster, the features they run, and the global features (``LocationsManagerImpl``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import SIPXCONFIG, UserError
from .table import Table


@dataclass
class Location:
    """A row of the location table: one server.

    :param features: ids of the location features that run on it
    """

    fqdn: str | None
    address: str | None = None
    description: str | None = None
    primary: bool = False
    registered: bool = False
    features: list[str] = field(default_factory=list)
    id: int | None = None


class Locations(Table[Location]):
    """The location table."""

    row_type = Location
    entity = f"{SIPXCONFIG}.commserver.Location"

    def with_fqdn(self, fqdn: str | None) -> Location | None:
        """The server with a host name, or None."""
        return next((location for location in self if location.fqdn == fqdn), None)

    def primary(self) -> Location:
        """The server that runs the configuration."""
        return next(location for location in self if location.primary)

    def save(self, location: Location) -> Location:
        """Store a server.

        :raises UserError: ``&error.duplicateFqdnOrIp``
        """
        for other in self:
            if other.id != location.id and (other.fqdn == location.fqdn or other.address == location.address):
                raise UserError("&error.duplicateFqdnOrIp")
        return self.store(location)

    def delete(self, location: Location) -> None:
        """Delete a server.

        :raises UserError: ``&error.delete.primary``
        """
        if location.primary:
            raise UserError("&error.delete.primary")
        assert location.id is not None
        self.remove(location.id)
