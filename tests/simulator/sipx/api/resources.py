# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All resources of ``/api`` in one router for each edition."""

from __future__ import annotations

from ..knobs import COMMERCIAL
from . import (
    attendants,
    call_records,
    gateways,
    hunt_groups,
    licensing,
    my,
    orbits,
    page_groups,
    phone_groups,
    phone_lines,
    phones,
    regional,
    registrations,
    rules,
    schedules,
    servers,
    services,
    user_groups,
    users,
)
from .routing import Router

RESOURCES = (
    attendants,
    call_records,
    gateways,
    hunt_groups,
    my,
    orbits,
    page_groups,
    phone_groups,
    phone_lines,
    phones,
    regional,
    registrations,
    rules,
    schedules,
    servers,
    services,
    user_groups,
    users,
)
_COMMERCIAL_ROUTER = Router(route for resource in (*RESOURCES, licensing) for route in resource.ROUTES)
_COMMUNITY_ROUTER = Router(route for resource in RESOURCES for route in resource.ROUTES)


def router_of(edition: str) -> Router:
    """What an edition routes: the community edition has no licence."""
    return _COMMERCIAL_ROUTER if edition == COMMERCIAL else _COMMUNITY_ROUTER
