# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The login of ``sip_settings_digest.phtml``: it comes before any action, so that a refused request does nothing."""

from __future__ import annotations

from typing import Any

from multidict import CIMultiDict

from ..core.interface import Clock, Request, Response
from . import php
from .backend import BackEnd, BackEndError
from .digest import MALFORMED, Credentials, Freshness, Nonces, challenge, credentials_of, md5, realm_of
from .page import HTML
from .state import Account

#: what the back-end call of the login is made by
LOGIN = "login"
#: how long an operator's lock-out lasts; the page itself has none
LOCK_S = 900
_FORGOTTEN_SETTINGS = {
    "missing_nonce": "Error: Missing nonce in enrollment settings",
    "no_domain_filter": "error: no domainFilter available in ngnpro_engines.inc",
}


class Login:
    """Challenges and verifies.

    :param clock: server time
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._nonces = Nonces(clock)
        self._locked_until: dict[str, float] = {}
        self._lock_next = False

    def forget(self) -> None:
        """Let every nonce be stale and every lock-out be over."""
        self._nonces.revoke_all()
        self._locked_until.clear()
        self._lock_next = False

    def expire(self, request: Request) -> Response | None:
        """Let the nonce of a request be stale; one that comes without gets a challenge whose nonce is stale already."""
        credentials = credentials_of(request)
        if credentials is None:
            return self._refusal(realm_of(php.request_variables(request)), ", ", lifetime_s=-1)
        self._nonces.revoke(credentials.directives.get("nonce", ""))
        return None

    def lock(self, request: Request) -> None:
        """Refuse an account for a while: the one that the request names, else the next that logs in."""
        credentials = credentials_of(request)
        if credentials is None:
            self._lock_next = True
        else:
            self._lock(credentials, realm_of(php.request_variables(request)))

    def authenticate(
        self, request: Request, variables: php.Variables, back_end: BackEnd, knobs: dict[str, Any]
    ) -> Account | Response:
        """The account that the request logs in, or the answer that refuses it.

        :raises php.UncaughtError: the realm is an array
        """
        realm = realm_of(variables)
        forgotten = knobs["misconfiguration"]
        if forgotten == "missing_nonce":
            return _text(_FORGOTTEN_SETTINGS[forgotten])
        credentials = credentials_of(request)
        if credentials is None:
            return self._refusal(realm, ", ")
        if not credentials.complete:
            return _text(MALFORMED)
        if forgotten in _FORGOTTEN_SETTINGS:
            return _text(_FORGOTTEN_SETTINGS[forgotten])
        if self._lock_next:
            self._lock_next = False
            self._lock(credentials, realm)
        account = self._fetch(credentials, realm, back_end)
        if account is None or not credentials.proves(_ha1(account, credentials, realm), request.method):
            return self._refusal(realm, ",")
        freshness = self._nonces.judge(credentials.directives["nonce"])
        if freshness is Freshness.FRESH:
            return account
        return self._refusal(realm, ",", stale=freshness is Freshness.EXPIRED)

    def _fetch(self, credentials: Credentials, realm: str, back_end: BackEnd) -> Account | None:
        """The account from the back end; any failure there looks like a wrong password."""
        username, domain = credentials.sip_id(realm)
        if self._locked_until.get(f"{username}@{domain}", 0) > self._clock.now():
            return None
        try:
            with back_end.link.made_by(LOGIN):
                return back_end.sip.get_account(username, domain)
        except BackEndError:
            return None

    def _lock(self, credentials: Credentials, realm: str) -> None:
        self._locked_until["@".join(credentials.sip_id(realm))] = self._clock.now() + LOCK_S

    def _refusal(self, realm: str, separator: str, stale: bool = False, lifetime_s: float | None = None) -> Response:
        nonce = self._nonces.issue() if lifetime_s is None else self._nonces.issue(lifetime_s)
        headers = CIMultiDict({"Content-Type": HTML})
        value = challenge(realm, nonce, separator, stale)
        # PHP refuses to send a header with a line break or a zero byte in it.
        if php.is_utf8(value) and not any(char in value for char in "\r\n\0"):
            headers["WWW-Authenticate"] = value
        return Response(401, headers=headers)


def _ha1(account: Account, credentials: Credentials, realm: str) -> str:
    """The secret: of the web password if there is one, else the stored hash, else made from the clear password.

    What is stored as hash fits only the bare local part and the SIP domain as realm.
    """
    if account.web_password:
        return account.web_password.partition(":")[0]
    if account.password_storage == "hash":
        return account.password.partition(":")[0]
    return md5(f"{credentials.username}:{realm}:{account.password}")


def _text(text: str) -> Response:
    return Response(200, text.encode(), CIMultiDict({"Content-Type": HTML}))
