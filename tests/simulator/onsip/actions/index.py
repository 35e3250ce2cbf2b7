# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All actions by name."""

from __future__ import annotations

from collections.abc import Mapping

from . import (
    accounts,
    addresses,
    aliases,
    calls,
    contacts,
    emergency,
    numbers,
    organizations,
    records,
    sessions,
    users,
    voicemail,
)
from .declaration import Action

_MODULES = (
    sessions,
    accounts,
    organizations,
    users,
    contacts,
    addresses,
    aliases,
    voicemail,
    numbers,
    emergency,
    records,
    calls,
)

ACTIONS: Mapping[str, Action] = {action.name: action for module in _MODULES for action in module.ACTIONS}
