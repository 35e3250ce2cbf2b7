# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/license``, of the commercial edition alone; the community edition has no such resource."""

from __future__ import annotations

from typing import Any

from .beans import Bean, int_, text
from .exchange import Exchange
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


def get(exchange: Exchange) -> Any:
    """The licence."""
    system = exchange.pbx.system
    return LICENSE.write(system.license, domain=system.sip_domain)


def set_uid(exchange: Exchange) -> Any:
    """Set the unique id of the licence."""
    exchange.pbx.system.license.uid = exchange.path["uid"]
    return get(exchange)


ALL, ONE = "/license", "/license/{uid}"
ROUTES = [
    Route("GET", ALL, get),
    Route("POST", ONE, set_uid, consumes=("*/*",)),
]
