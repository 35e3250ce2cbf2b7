# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/my/user`` (``MyUserApiImpl``): what every user may read of the own account."""

from __future__ import annotations

from typing import Any

from .exchange import Exchange
from .failures import Refusal
from .routing import Route
from .setting_resource import read
from .user_beans import user_bean

BASE = "/my/user"


def get(exchange: Exchange) -> Any:
    """The caller."""
    return user_bean(exchange, exchange.caller)


def refuse(_exchange: Exchange) -> None:
    """Nobody changes or deletes the own account here."""
    raise Refusal(403)


def list_settings(exchange: Exchange) -> Any:
    """The visible settings of the caller."""
    return {"settings": exchange.pbx.users.settings(exchange.caller).beans()}


def get_setting(exchange: Exchange) -> Any:
    """One setting of the caller, or a group of them."""
    return read(exchange.pbx.users.settings(exchange.caller), exchange.path["path"])


ROUTES = [
    Route("GET", BASE, get),
    Route("PUT", BASE, refuse, write=False),
    Route("DELETE", BASE, refuse, write=False),
    Route("GET", f"{BASE}/settings", list_settings),
    Route("GET", f"{BASE}/settings/{{path}}", get_setting),
]
