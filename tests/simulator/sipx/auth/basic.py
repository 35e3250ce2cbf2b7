# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP Basic (``BasicAuthenticationFilter`` of Spring Security 3.2, ``SipxBasicAuthenticationEntryPoint``)."""

from __future__ import annotations

import base64
import binascii

from .failure import Refused

SCHEME = "Basic"


def is_basic(header: str) -> bool:
    """Whether an Authorization header is read as Basic: the word counts exactly as written."""
    return header.startswith(f"{SCHEME} ")


def credentials(header: str) -> tuple[str, str]:
    """User name and password of a Basic header.

    :raises Refused: for a token that is no base64 or has no colon
    """
    token = "".join(header[len(SCHEME) + 1 :].split())
    try:
        # The decoder drops a last group that is not complete, and refuses less than one group.
        complete = token[: len(token) // 4 * 4]
        if not complete:
            raise binascii.Error
        decoded = base64.b64decode(complete, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        raise Refused("Failed to decode basic authentication token", SCHEME) from None
    name, colon, password = decoded.partition(":")
    if not colon:
        raise Refused("Invalid basic authentication token", SCHEME)
    return name, password


def challenge(realm: str) -> str:
    """The WWW-Authenticate header after bad Basic credentials."""
    return f'{SCHEME} realm="{realm}"'
