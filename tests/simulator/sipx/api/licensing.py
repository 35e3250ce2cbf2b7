# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/license``, of the commercial edition alone; the community edition has no such resource."""

from __future__ import annotations

from typing import Any

from .beans import Bean, int_, text
from .exchange import Exchange
from .failures import http_error, no_route
from .routing import Route

LICENSE = Bean(
    "LicenseBean",
    [
        text("uid"),
        text("domain", attribute=None),
        text("version"),
        text("expire"),
        text("support"),
        text("licenseType"),
        int_("users"),
        int_("mobileDevices"),
        *(text(name) for name in ("company", "contactEmail", "contactName", "contactPhone")),
    ],
)


def _check_edition(exchange: Exchange) -> None:
    if exchange.twin.knobs["edition"] != "commercial":
        raise no_route()


def get(exchange: Exchange) -> Any:
    """The licence."""
    _check_edition(exchange)
    system = exchange.pbx.system
    return LICENSE.write(system.license, domain=system.sip_domain)


def set_uid(exchange: Exchange) -> Any:
    """Set the unique id of the licence."""
    _check_edition(exchange)
    exchange.pbx.system.license.uid = exchange.path["uid"]
    return get(exchange)


def refuse(exchange: Exchange) -> None:
    """What the commercial edition does not offer either."""
    _check_edition(exchange)
    raise http_error(405)


ALL, ONE = "/license", "/license/{uid}"
REFUSED = ((ALL, ("POST", "PUT", "DELETE")), (ONE, ("GET", "PUT", "DELETE")))
ROUTES = [
    Route("GET", ALL, get),
    Route("POST", ONE, set_uid, consumes=("*/*",)),
    *(Route(method, path, refuse, ("*/*",), write=False) for path, methods in REFUSED for method in methods),
]
