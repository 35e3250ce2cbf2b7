# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is logged in: sessions, failed logins and HTTP Basic."""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .entities.accounts import roles_tree
from .errors import Problem, RequestRefusedError
from .store.table import Row

if TYPE_CHECKING:
    from .service import Service

_ALPHABET = "0123456789abcdefghijklmnopqrstuv"
_LENGTH = 26


@dataclass
class Session:
    """A login that is alive until it was idle for too long."""

    session_id: str
    user_id: int
    last_used: float


@dataclass
class _Failures:
    count: int = 0
    locked_until: float = 0.0


class BadCredentialsError(Exception):
    """HTTP Basic credentials that are not accepted."""


class Sessions:
    """The sessions and the failed logins of one service."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._sessions: dict[str, Session] = {}
        self._of_basic: dict[int, str] = {}
        self._failures: dict[int, _Failures] = {}

    def forget(self) -> None:
        """Drop all sessions and failed logins."""
        self._sessions.clear()
        self._of_basic.clear()
        self._failures.clear()

    def open(self, user: Row) -> Session:
        """A new session of a user; a user may have any number of them."""
        session_id = "".join(secrets.choice(_ALPHABET) for _unused in range(_LENGTH))
        session = Session(session_id, user["UserId"], self._service.clock.now())
        self._sessions[session_id] = session
        return session

    def close(self, session: Session) -> None:
        self._sessions.pop(session.session_id, None)

    def find(self, session_id: Any) -> Session | None:
        """The live session with this id, without using it: not idle for too long, of a user that exists enabled."""
        session = self._sessions.get(session_id) if isinstance(session_id, str) else None
        if session is None:
            return None
        user = self._service.store.users.get(session.user_id)
        idle = self._service.clock.now() - session.last_used
        if user is None or user["Status"] != "enabled" or idle >= self._service.knobs["session_idle_s"]:
            return None
        return session

    def use(self, session_id: Any) -> Session | None:
        """The live session with this id, which begins its idle time anew."""
        session = self.find(session_id)
        if session is not None:
            session.last_used = self._service.clock.now()
        elif isinstance(session_id, str):
            self._sessions.pop(session_id, None)
        return session

    def log_in(self, username: str, password: str) -> Row:
        """The user with these portal credentials.

        :raises RequestRefusedError: in the shape that is recorded for a locked login: a valid request with an error on
            the pseudo-parameter ``Action``
        """
        user = self._service.store.user_called(username)
        failures = self._failures.setdefault(user["UserId"], _Failures()) if user else _Failures()
        now = self._service.clock.now()
        if now < failures.locked_until:
            raise _refused("Accessor.LoginLocked")
        if user is None or user["Status"] != "enabled" or user["PortalPassword"] != password:
            failures.count += 1
            if failures.count >= self._service.knobs["login_failures"]:
                failures.count = 0
                failures.locked_until = now + self._service.knobs["login_lock_s"]
            raise _refused("Accessor.LoginFailed")
        failures.count = 0
        return user

    def lock(self, user: Row) -> None:
        """Refuse the user's logins for as long as after repeated failures."""
        until = self._service.clock.now() + self._service.knobs["login_lock_s"]
        self._failures[user["UserId"]] = _Failures(locked_until=until)

    def of_basic(self, headers: Mapping[str, str]) -> Session | None:
        """The session of a request that brings HTTP Basic credentials; None if it brings none.

        :raises BadCredentialsError: if they are not accepted
        """
        credentials = basic_credentials(headers)
        if credentials is None:
            return None
        try:
            user = self.log_in(*credentials)
        except RequestRefusedError as refusal:
            raise BadCredentialsError from refusal
        session = self.use(self._of_basic.get(user["UserId"])) or self.open(user)
        self._of_basic[user["UserId"]] = session.session_id
        return session

    def block(self, session: Session) -> dict[str, Any] | None:
        """What answers tell of an established session; None if its user is gone."""
        user = self._service.store.users.get(session.user_id)
        if user is None:
            return None
        block = {"SessionId": session.session_id, "UserId": session.user_id}
        return {**block, "Roles": roles_tree(user["Roles"])} if user["Roles"] else block


def basic_credentials(headers: Mapping[str, str]) -> tuple[str, str] | None:
    """User name and password of an ``Authorization: Basic`` header; None if there is no such header.

    Credentials that cannot be decoded are those of a user without a name.
    """
    scheme, _space, encoded = headers.get("Authorization", "").strip().partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        return "", ""
    username, _colon, password = decoded.partition(":")
    return username, password


def _refused(code: str) -> RequestRefusedError:
    return RequestRefusedError([Problem(code, "Action")], valid=True)
