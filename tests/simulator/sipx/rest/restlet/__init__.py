# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The framework under ``/rest``: Restlet 1.1 inside a servlet.

Routes match by prefix, resources negotiate what GET returns, and an error without an entity becomes the container's
page with Restlet's description of the status as reason phrase.
"""

from __future__ import annotations

from .exchange import Exchange
from .resource import Resource, dispatch
from .routing import Match, Route, Router
from .status import EscapedError, StatusError, UnwritableEntity

__all__ = [
    "EscapedError",
    "Exchange",
    "Match",
    "Resource",
    "Route",
    "Router",
    "StatusError",
    "UnwritableEntity",
    "dispatch",
]
