# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP Digest as ``sip_settings_digest.phtml`` does it: challenge, parsing and verification.

The realm follows the request parameter ``realm``, the nonce carries its own expiry, ``nc`` is not tracked and the
``uri`` directive is not compared with the real URL.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections import deque
from dataclasses import dataclass
from enum import Enum

from ..core.interface import Clock, Request
from . import php

DEFAULT_REALM = "SIP_settings"
NONCE_LIFETIME_S = 300
#: the literal placeholder stands in the vendor's text as well; the status is 200
MALFORMED = "Invalid credentials from %s"

_NEEDED = ("nonce", "nc", "cnonce", "qop", "username", "uri", "response")
_DIRECTIVE = re.compile("(" + "|".join(_NEEDED) + r""")=(?:(['"])([^\x02]+?)\2|([^\s,]+))""")


def md5(text: str) -> str:
    return hashlib.md5(text.encode("utf-8", "surrogateescape"), usedforsecurity=False).hexdigest()


def realm_of(variables: php.Variables) -> str:
    """The realm: parameter ``realm``, of which only the part after a single ``@`` counts; else ``SIP_settings``."""
    realm = php.scalar(variables, "realm")
    if realm.count("@") == 1:
        realm = realm.partition("@")[2]
    return realm or DEFAULT_REALM


@dataclass(frozen=True)
class Credentials:
    """The directives of an Authorization header; some may be missing."""

    directives: dict[str, str]

    @property
    def complete(self) -> bool:
        return all(name in self.directives for name in _NEEDED)

    @property
    def username(self) -> str:
        return self.directives.get("username", "")

    def sip_id(self, realm: str) -> tuple[str, str]:
        """Local part and domain of the account: the user name's own domain, else the realm."""
        local, at, rest = self.username.partition("@")
        return local, rest.partition("@")[0] if at else realm

    def proves(self, ha1: str, method: str) -> bool:
        """Whether the response fits the secret; the method counts, the real URL does not."""
        part = self.directives
        ha2 = md5(f"{method}:{part['uri']}")
        expected = ":".join((ha1, part["nonce"], part["nc"], part["cnonce"], part["qop"], ha2))
        return secrets.compare_digest(md5(expected).encode(), part["response"].encode("utf-8", "surrogateescape"))


def credentials_of(request: Request) -> Credentials | None:
    """The digest credentials; None without any, and for other schemes, which count as none."""
    scheme, _blank, rest = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "digest" or php.is_empty(rest):
        return None
    return Credentials({match[1]: match[3] or match[4] for match in _DIRECTIVE.finditer(rest)})


class Freshness(Enum):
    FRESH = "fresh"
    EXPIRED = "expired"
    FORGED = "forged"


class Nonces:
    """Makes nonces, ``base64(EXPIRY:md5(EXPIRY:serverkey))``, and judges those that come back."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._key = secrets.token_hex(16)
        # Clients that hold a nonce from before a reset are told that it is stale, not that it is forged.
        self._earlier_keys: deque[str] = deque(maxlen=16)
        self._revoked: set[str] = set()

    def issue(self, lifetime_s: float = NONCE_LIFETIME_S) -> str:
        expiry = f"{self._clock.now() + lifetime_s:.14G}"
        return base64.b64encode(f"{expiry}:{self._signature(expiry, self._key)}".encode()).decode()

    def judge(self, nonce: str) -> Freshness:
        """Signature first, then age."""
        try:
            decoded = base64.b64decode(nonce.encode("ascii", "replace")).decode("ascii")
        except ValueError:
            return Freshness.FORGED
        expiry, _colon, signature = decoded.partition(":")
        if any(signature == self._signature(expiry, key) for key in self._earlier_keys):
            return Freshness.EXPIRED
        if signature != self._signature(expiry, self._key):
            return Freshness.FORGED
        if nonce in self._revoked or float(expiry) < self._clock.now():
            return Freshness.EXPIRED
        return Freshness.FRESH

    def revoke(self, nonce: str) -> None:
        """Let one nonce age at once."""
        self._revoked.add(nonce)

    def revoke_all(self) -> None:
        self._earlier_keys.append(self._key)
        self._key = secrets.token_hex(16)
        self._revoked.clear()

    @staticmethod
    def _signature(expiry: str, key: str) -> str:
        return md5(f"{expiry}:{key}")


def challenge(realm: str, nonce: str, separator: str, stale: bool) -> str:
    """The WWW-Authenticate value.

    :param separator: ``", "`` where credentials are missing, ``","`` where they were refused
    :param stale: the nonce was too old
    """
    parts = [f'Digest realm="{realm}"', 'qop="auth"', f'nonce="{nonce}"', f'opaque="{md5(realm)}"']
    return separator.join(parts + ["stale=true"] * stale)
