# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a login was refused."""

from __future__ import annotations


class Refused(Exception):
    """Credentials were sent and refused.

    :param reason: the message of the security exception, which becomes the reason phrase
    :param scheme: the scheme of the challenge that answers: ``Basic`` or ``Digest``
    :param stale: whether only the nonce was too old
    """

    def __init__(self, reason: str, scheme: str, stale: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.scheme = scheme
        self.stale = stale
