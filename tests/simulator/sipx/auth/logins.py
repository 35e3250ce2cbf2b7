# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server remembers of logins: sessions and the key that signs Digest nonces."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass

#: Idle minutes after which the container drops a session (``web.xml``).
SESSION_IDLE_S = 15 * 60
COOKIE = "JSESSIONID"


@dataclass
class Session:
    """A session of the container; it becomes a login when credentials arrive together with its cookie.

    :param last_used: server time of the last request
    :param user_id: who logged in, None for nobody yet
    :param presented_name: the name in the credentials of that login
    :param roles: the roles of that login; they stay as they were, whatever happens to the user's permissions
    """

    last_used: float
    user_id: int | None = None
    presented_name: str | None = None
    roles: frozenset[str] = frozenset()


class Logins:
    """Sessions by id, least recently used first, and the nonce key."""

    def __init__(self) -> None:
        self.nonce_key = secrets.token_hex(16)
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    def forget(self) -> None:
        """Drop all sessions and make every nonce given out so far invalid."""
        self.__init__()  # type: ignore[misc]

    def open(self, now: float) -> str:
        """Start a session and return its id. Sessions that idled too long are dropped here."""
        while self._sessions and next(iter(self._sessions.values())).last_used < now - SESSION_IDLE_S:
            self._sessions.popitem(last=False)
        session_id = secrets.token_hex(13)
        self._sessions[session_id] = Session(now)
        return session_id

    def find(self, session_id: str | None, now: float) -> Session | None:
        """The live session with an id, which counts as used now; None for an unknown or expired one."""
        session = self._sessions.get(session_id or "")
        if session_id is None or session is None:
            return None
        if session.last_used < now - SESSION_IDLE_S:
            del self._sessions[session_id]
            return None
        session.last_used = now
        self._sessions.move_to_end(session_id)
        return session
