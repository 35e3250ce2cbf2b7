# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers in paths and bodies: a numeric id or a host name."""

from __future__ import annotations

from ..state.server_state import ServerState
from ..state.servers import Location
from .failures import not_found
from .routing import as_id


def location_or_none(pbx: ServerState, text: str | None) -> Location | None:
    """The server with an id or a host name, or None."""
    if text is None:
        return None
    location_id = as_id(text)
    return pbx.locations.with_fqdn(text) if location_id is None else pbx.locations.find(location_id)


def find_location(pbx: ServerState, text: str) -> Location:
    """The server with an id or a host name.

    :raises RowNotFoundError: for an unknown id
    :raises Refusal: 404 ``Server not found`` for an unknown host name
    """
    location_id = as_id(text)
    if location_id is not None:
        return pbx.locations.get(location_id)
    location = pbx.locations.with_fqdn(text)
    if location is None:
        raise not_found("Server not found")
    return location
