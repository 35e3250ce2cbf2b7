# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP Digest as SIP Thor does it.

The server challenges before it runs any action, so a 401 proves that nothing was done. Its nonce is a signed date of
expiry: it belongs to no account and may be used as often as one likes until it expires, so one is enough for thousands
of accounts. ``HTTPDigestAuth`` of ``requests`` is not used, because it sends a request a second time after *any* 401:
that doubles the attempts with a wrong password, and it is not for a transport to repeat what may change a phone system.

Source: ``sip_settings_digest.phtml`` and ``library/sip_settings.php`` of the vendor's public front end.
"""

from __future__ import annotations

import hashlib
import os
import re
import threading
import typing as t
from dataclasses import dataclass, field

_DIRECTIVE = re.compile(r'([a-z]+)=(?:"([^"]*)"|([^\s,]+))', re.I)


@dataclass(frozen=True)
class Login:
    """The credentials of one account.

    :param user: the local part of its address.
    :param domain: its SIP domain, which is the realm as well; both are hashed as they are written here.
    :param password: the SIP password, or the web password where the account has one.
    """

    user: str
    domain: str
    password: str = field(repr=False)

    @property
    def address(self) -> str:
        """The account's SIP address."""
        return f"{self.user}@{self.domain}"


@dataclass(frozen=True)
class Challenge:
    """What a ``WWW-Authenticate`` header asks for.

    :param stale: whether it says that only the nonce was too old.
    """

    realm: str
    nonce: str
    opaque: str = ""
    stale: bool = False


def parse_challenge(header: str) -> Challenge | None:
    """The challenge of a header; ``None`` when it is none that this server sends (another scheme, no nonce, no MD5)."""
    scheme, _blank, rest = header.strip().partition(" ")
    found = {match[0].lower(): match[1] or match[2] for match in _DIRECTIVE.findall(rest)}
    if scheme.lower() != "digest" or not found.get("nonce"):
        return None
    if found.get("algorithm", "MD5").upper() != "MD5" or "auth" not in found.get("qop", "").split(","):
        return None
    stale = found.get("stale", "").lower() == "true"
    return Challenge(found.get("realm", ""), found["nonce"], found.get("opaque", ""), stale)


def authorization(login: Login, challenge: Challenge, method: str, uri: str, count: int, cnonce: str = "") -> str:
    """The ``Authorization`` header of one request.

    All seven directives that the server looks for are there: without one of them it answers 200 and a line of text.

    :param uri: path and query as they stand in the request line.
    :param count: which use of the nonce this is; the server does not keep track of it.
    """
    cnonce = cnonce or os.urandom(8).hex()
    nc = f"{count:08x}"
    ha1 = _md5(f"{login.user}:{login.domain}:{login.password}")
    ha2 = _md5(f"{method}:{uri}")
    response = _md5(f"{ha1}:{challenge.nonce}:{nc}:{cnonce}:auth:{ha2}")
    header = (
        f'Digest username="{login.user}", realm="{login.domain}", nonce="{challenge.nonce}", uri="{uri}", '
        f'response="{response}", opaque="{challenge.opaque}", qop=auth, nc={nc}, cnonce="{cnonce}"'
    )
    # Headers are Latin-1 to the transport; the server takes the bytes for UTF-8.
    return header.encode("utf-8").decode("latin-1")


class Nonces:
    """The challenge in use for each realm, shared by all accounts and threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._current: dict[str, Challenge] = {}
        self._uses = 0

    def current(self, realm: str, ask: t.Callable[[], Challenge]) -> Challenge:
        """The challenge in use; the first who needs one asks for it, and the others wait."""
        with self._lock:
            if realm not in self._current:
                self._current[realm] = ask()
            return self._current[realm]

    def renew(self, realm: str, old: Challenge, new: Challenge) -> None:
        """Use another one from now on, unless somebody else has renewed it already."""
        with self._lock:
            if self._current.get(realm) is old:
                self._current[realm] = new

    def count(self) -> int:
        """The number of the next use."""
        with self._lock:
            self._uses += 1
            return self._uses


def _md5(text: str) -> str:
    # The protocol knows nothing else; systems that forbid MD5 for security let it pass like this.
    return hashlib.md5(text.encode("utf-8"), usedforsecurity=False).hexdigest()
