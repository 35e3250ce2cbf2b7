# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one session of a call: begun when it is first needed, renewed when the service has forgotten it."""

from __future__ import annotations

import threading
import typing as t
from dataclasses import dataclass

from .._http.errors import AuthenticationError


@dataclass(frozen=True)
class Session:
    """An established session.

    :param session_id: what requests carry.
    :param user_id: who is logged in.
    """

    session_id: str
    user_id: str


class Login:
    """Keeps the session that all threads use.

    :param create: logs in.
    """

    def __init__(self, create: t.Callable[[], Session]) -> None:
        self._create = create
        self._lock = threading.Lock()
        self._session: Session | None = None
        self._failure: AuthenticationError | None = None

    def session(self, instead_of: Session | None = None) -> Session:
        """The session.

        :param instead_of: one that the service no longer knows; a new one is only begun if no other thread did.
        :raises AuthenticationError: the login failed. It is not tried a second time, for nothing but that locks an
            account.
        """
        with self._lock:
            if self._failure is not None:
                raise self._failure
            if self._session is None or self._session is instead_of:
                try:
                    self._session = self._create()
                except AuthenticationError as error:
                    self._failure = error
                    raise
            return self._session

    def end(self) -> Session | None:
        """Forget the session; returns it if there was one."""
        with self._lock:
            session, self._session = self._session, None
            return session
