# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to show credentials."""

from __future__ import annotations

import typing as t

from .connection import Connection
from .libraries import requests


def preemptive_basic(connection: Connection) -> t.Any:
    """HTTP Basic with the first request, for servers that do not ask for it; ``None`` without a user name."""
    if connection.username is None:
        return None
    # As bytes, because requests would encode texts as Latin-1 and servers expect UTF-8.
    return requests.auth.HTTPBasicAuth(connection.username.encode("utf-8"), (connection.password or "").encode("utf-8"))
