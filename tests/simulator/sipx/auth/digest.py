# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP Digest (``DigestAuthenticationFilter`` of Spring Security 3.2, ``SipxDigestAuthenticationEntryPoint``).

A nonce is base64(EXPIRY:MD5(EXPIRY:KEY)) with the expiry in milliseconds, so the server stores none. The checks run
in the order of ``DigestData.validateAndDecode``; the age of the nonce is looked at last, after the response.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from .failure import Refused

SCHEME = "Digest"
NONCE_LIFE_MS = 10_000
_PARAMETER = re.compile(r'(\w+)\s*=\s*(?:"([^"]*)"|([^,\s]*))')
_REQUIRED = ("username", "realm", "nonce", "uri", "response")


def is_digest(header: str) -> bool:
    """Whether an Authorization header is read as Digest: the word counts exactly as written."""
    return header.startswith(f"{SCHEME} ")


def _md5(text: str) -> str:
    return hashlib.md5(text.encode("utf-8"), usedforsecurity=False).hexdigest()


def challenge(realm: str, key: str, now: float, stale: bool = False) -> str:
    """The WWW-Authenticate header with a fresh nonce.

    :param realm: the SIP realm
    :param key: the key that signs nonces
    :param now: server time in seconds
    :param stale: whether the refused response was right but for the age of its nonce
    """
    expiry = int(now * 1000) + NONCE_LIFE_MS
    nonce = base64.b64encode(f"{expiry}:{_md5(f'{expiry}:{key}')}".encode("ascii")).decode("ascii")
    header = f'{SCHEME} realm="{realm}", qop="auth", nonce="{nonce}"'
    return f'{header}, stale="true"' if stale else header


@dataclass(frozen=True)
class DigestResponse:
    """A decoded Digest header whose nonce this server gave out at some time.

    :param parameters: the header's parameters by name
    :param nonce_expiry_ms: until when the nonce may be used
    """

    parameters: dict[str, str]
    nonce_expiry_ms: int

    @property
    def username(self) -> str:
        return self.parameters["username"]

    def answers(self, password: str, method: str) -> bool:
        """Whether the response belongs to a password and the request's method.

        The server takes the ``uri`` parameter as it is and does not compare it with the request.
        """
        given = self.parameters
        a1 = _md5(f"{given['username']}:{given['realm']}:{password}")
        a2 = _md5(f"{method}:{given['uri']}")
        middle = [given["nonce"]]
        if "qop" in given:
            middle += [given.get("nc", ""), given.get("cnonce", ""), given["qop"]]
        return _md5(":".join([a1, *middle, a2])) == given["response"]

    def check_age(self, now: float) -> None:
        """:raises Refused: with ``stale`` when the nonce is too old"""
        if self.nonce_expiry_ms < now * 1000:
            raise Refused("Nonce has expired/timed out", SCHEME, stale=True)


def parameters(header: str) -> dict[str, str]:
    """The parameters of a Digest header by name."""
    return {name: quoted or bare for name, quoted, bare in _PARAMETER.findall(header[len(SCHEME) + 1 :])}


def decode(header: str, realm: str, key: str) -> DigestResponse:
    """Read a Digest header and check everything that needs no user.

    :raises Refused: with the message of the first check that failed
    """
    text = header[len(SCHEME) + 1 :]
    given = parameters(header)
    if any(name not in given for name in _REQUIRED):
        raise Refused(f"Missing mandatory digest value; received header {text}", SCHEME)
    if given.get("qop") == "auth" and not ("nc" in given and "cnonce" in given):
        raise Refused(f"Missing mandatory digest value; received header {text}", SCHEME)
    if given["realm"] != realm:
        raise Refused(f"Response realm name '{given['realm']}' does not match system realm name of '{realm}'", SCHEME)
    return DigestResponse(given, _nonce_expiry(given["nonce"], key))


def _nonce_expiry(nonce: str, key: str) -> int:
    try:
        plain = base64.b64decode(nonce, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        raise Refused(f"Nonce is not encoded in Base64; received nonce {nonce}", SCHEME) from None
    tokens = plain.split(":")
    if len(tokens) != 2:
        raise Refused(f"Nonce should have yielded two tokens but was {plain}", SCHEME)
    expiry, signature = tokens
    if not re.fullmatch(r"-?\d+", expiry):
        raise Refused(f"Nonce token should have yielded a numeric first token, but was {plain}", SCHEME)
    if signature != _md5(f"{expiry}:{key}"):
        raise Refused(f"Nonce token compromised {plain}", SCHEME)
    return int(expiry)
