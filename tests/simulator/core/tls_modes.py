# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The TLS modes: what is right and what is wrong with the server's certificate in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ServerCertificate:
    """What sets a server certificate apart: whom it names, when it ends, and who vouches for it."""

    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    expires_in_days: int = 30
    self_signed: bool = False


SERVER_CERTIFICATES: Mapping[str, ServerCertificate] = {
    "valid": ServerCertificate(),
    "expired": ServerCertificate(expires_in_days=-1),
    "wrong-host": ServerCertificate(hosts=("elsewhere.example.com",)),
    "self-signed": ServerCertificate(self_signed=True),
}
