# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The secrets that the service draws by itself."""

from __future__ import annotations

import secrets
import string

_LETTERS_AND_DIGITS = string.ascii_letters + string.digits


def sip_password() -> str:
    """Sixteen letters and digits, shared by all addresses of a user."""
    return _drawn(16, _LETTERS_AND_DIGITS)


def portal_password() -> str:
    return _drawn(8, _LETTERS_AND_DIGITS)


def mailbox_pin() -> str:
    return _drawn(4, string.digits)


def _drawn(length: int, alphabet: str) -> str:
    return "".join(secrets.choice(alphabet) for _unused in range(length))
