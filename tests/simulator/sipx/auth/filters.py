# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chain of security filters, in the order in which a request passes them."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Any

from ...core.interface import Request, Response
from ..container import error_page
from ..state.users import User
from . import basic, digest
from .failure import Refused
from .logins import COOKIE, Session
from .roles import ANY_USER, ANYBODY, PRIVATE_KEY, roles_asked, roles_of

CONTEXT = "/sipxconfig"
NO_CREDENTIALS = "An Authentication object was not found in the SecurityContext"
ACCESS_DENIED = "Access is denied"

#: What ``OptionsAuthFilter`` sends with every answer.
CORS = {
    "Access-Control-Allow-Credentials": "true",
    "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Authorization, X-Requested-With",
    "Access-Control-Max-Age": "3600",
}


def authenticate(request: Request, twin: Any) -> User | Response | None:
    """Pass a request through the security filters of both APIs.

    :param request: any request below the context
    :param twin: the sipXcom twin, for its users, its realm, its logins and its clock
    :return: the user who calls; None where the URL is open to everybody and nobody is looked at; or the answer that
        ends the request here: to OPTIONS, 401, 403, or 500 when a spoiled permission lets the login crash
    """
    if request.method == "OPTIONS":
        return Response(200)
    url = _url_below_context(request)
    asked = roles_asked(url)
    if asked is ANYBODY:
        if twin.knobs["anonymous_avatar"]:
            return None
        asked = ANY_USER
    private = PRIVATE_KEY.match(url)
    if private:
        owner = twin.pbx.users.with_private_key(private.group(1))
        return owner or _challenge_without_credentials(request, twin)
    session = _session(request, twin)
    try:
        login = _login(request, twin, session)
    except Refused as refused:
        return _challenge(request, twin, refused)
    except ValueError:
        return error_page(request, 500, cause="java.lang.NullPointerException")
    if login is None:
        return _challenge_without_credentials(request, twin)
    user, held = login
    return user if held & asked else error_page(request, 403, ACCESS_DENIED)


def account(request: Request) -> str | None:
    """The user name in the credentials of a request, right or wrong; None without any that can be read."""
    header = request.headers.get("Authorization", "").strip()
    try:
        if basic.is_basic(header):
            return basic.credentials(header)[0]
    except Refused:
        return None
    return digest.parameters(header).get("username") if digest.is_digest(header) else None


def add_headers(request: Request, response: Response) -> None:
    """Add what the filters send with every answer: CORS headers, and the framing policy where no session is used."""
    origin = request.headers.get("Origin")
    if origin is not None:
        response.headers["Access-Control-Allow-Origin"] = origin
    response.headers.extend(CORS)
    if _cookie(request) is None:
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"


def _url_below_context(request: Request) -> str:
    path = request.path[len(CONTEXT) :]
    return f"{path}?{request.query}" if request.query else path


def _cookie(request: Request) -> str | None:
    try:
        cookies: SimpleCookie = SimpleCookie(request.headers.get("Cookie", ""))
    except CookieError:
        return None
    return cookies[COOKIE].value if COOKIE in cookies else None


def _session(request: Request, twin: Any) -> Session | None:
    session_id = _cookie(request)
    return None if session_id is None else twin.logins.find(session_id, twin.clock.now())


def _login(request: Request, twin: Any, session: Session | None) -> tuple[User, frozenset[str]] | None:
    """Who calls, with which roles: by credentials, else by the session.

    :raises Refused: for credentials that are wrong
    :raises ValueError: when the user's permissions are spoiled
    """
    header = request.headers.get("Authorization", "").strip()
    logged_in = _logged_in(twin, session)
    if basic.is_basic(header):
        name, password = basic.credentials(header)
        # A session that already belongs to this name is believed; the password is not looked at again.
        if logged_in is not None and session is not None and session.presented_name == name:
            return logged_in
        user = _check_password(twin, name, password)
    elif digest.is_digest(header):
        name, user = _check_digest(request, twin, header)
    else:
        return logged_in
    roles = roles_of(user, twin.pbx.users)
    if session is not None:
        session.user_id, session.presented_name, session.roles = user.id, name, roles
    return user, roles


def _logged_in(twin: Any, session: Session | None) -> tuple[User, frozenset[str]] | None:
    if session is None or session.user_id is None:
        return None
    user = twin.pbx.users.find(session.user_id)
    return None if user is None else (user, session.roles)


def _find_user(twin: Any, name: str) -> User | None:
    """The user with a login name: user name, alias, or the IM id of a user who has IM."""
    users = twin.pbx.users
    user: User | None = users.named_or_aliased(name)
    if user is not None:
        return user
    for kind, user_id in users.aliases.owners(name):
        owner = users.find(user_id) if kind == "user" else None
        if owner is not None and owner.profile.im_id == name and users.settings(owner).is_true("im/im-account"):
            return owner
    return None


def _check_password(twin: Any, name: str, password: str) -> User:
    user = _find_user(twin, name)
    if user is None:
        raise Refused("Bad credentials", basic.SCHEME)
    if not user.profile.enabled:
        raise Refused("User is disabled", basic.SCHEME)
    shared_secret = twin.knobs["shared_secret"]
    if password != (user.portal_password or "") and not (shared_secret and password == shared_secret):
        raise Refused("Bad credentials", basic.SCHEME)
    return user


def _check_digest(request: Request, twin: Any, header: str) -> tuple[str, User]:
    answer = digest.decode(header, twin.pbx.system.sip_realm, twin.logins.nonce_key)
    user = _find_user(twin, answer.username)
    if user is None:
        raise Refused(f"Username {answer.username} not found", digest.SCHEME)
    if not answer.answers(user.portal_password or "", request.method):
        raise Refused("Incorrect response", digest.SCHEME)
    answer.check_age(twin.clock.now())
    if not user.profile.enabled:
        raise Refused("User is disabled", digest.SCHEME)
    return answer.username, user


def _challenge(request: Request, twin: Any, refused: Refused) -> Response:
    response = error_page(request, 401, refused.reason)
    if refused.scheme == basic.SCHEME:
        challenge = basic.challenge(twin.pbx.system.sip_realm)
    else:
        challenge = digest.challenge(twin.pbx.system.sip_realm, twin.logins.nonce_key, twin.clock.now(), refused.stale)
    response.headers["WWW-Authenticate"] = challenge
    return response


def _challenge_without_credentials(request: Request, twin: Any) -> Response:
    """401 with a Digest challenge only; remembering the refused request starts a session."""
    response = _challenge(request, twin, Refused(NO_CREDENTIALS, digest.SCHEME))
    if _session(request, twin) is None:
        response.headers["Set-Cookie"] = f"{COOKIE}={twin.logins.open(twin.clock.now())};Path={CONTEXT}"
    return response
