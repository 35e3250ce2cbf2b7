# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIP Thor as the Ansible glue sees it."""

from __future__ import annotations

import typing as t

from ansible.module_utils.basic import env_fallback

from .._ansible.platform import Platform
from .._http.connection import Connection
from .client import SipThorClient


def _connect(connection: Connection, params: t.Mapping[str, t.Any]) -> SipThorClient:
    return SipThorClient(connection, params.get("domain"))


# Several services run this page, so there is no address that could be meant when none is given.
SIPTHOR = Platform(
    "sipthor",
    "SIPTHOR",
    _connect,
    options={"domain": {"type": "str", "fallback": (env_fallback, ["SIPTHOR_DOMAIN"])}},
)
