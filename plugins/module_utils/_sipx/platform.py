# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""sipXcom as the Ansible glue sees it."""

from __future__ import annotations

import typing as t

from .._ansible.platform import Platform
from .._http.connection import Connection
from .client import SipxClient


def _connect(connection: Connection, params: t.Mapping[str, t.Any]) -> SipxClient:
    return SipxClient(connection)


SIPX = Platform("sipx", "SIPX", _connect)
