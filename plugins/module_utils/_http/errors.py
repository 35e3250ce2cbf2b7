# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Failures of a request, worded for the person who has to act on them."""

from __future__ import annotations

import typing as t

from .._model.errors import RemoteError

Error = t.TypeVar("Error", bound="RequestError")

_RATE_LIMITED = "The server limits the rate of requests; run again later, or lower parallel."


class RequestError(RemoteError):
    """A request that got no answer, or one that is not a success.

    :param method: of the request.
    :param path: of the request, without its query.
    :param problem: what happened, in words.
    :param status: of the answer; ``None`` when there was none.
    :param server_message: what the server said.
    :param remedy: what to do about it; after a 429 that is known.
    :param outcome: see :class:`RemoteError`.
    :param final: trying again cannot help, whatever the request.
    :param pending: see :class:`RemoteError`; a 504 always is, because it is a proxy whose time was up.
    """

    def __init__(
        self,
        method: str,
        path: str,
        problem: str,
        status: int | None = None,
        server_message: str = "",
        remedy: str = "",
        outcome: str = RemoteError.REFUSED,
        final: bool = False,
        pending: bool = False,
    ) -> None:
        remedy = _RATE_LIMITED if status == 429 else remedy
        self.method = method
        self.path = path
        self.problem = problem
        self.status = status
        self.server_message = server_message
        self.remedy = remedy
        self.final = final
        text = f"{method} {path} {problem}"
        if server_message:
            text += ": " + server_message
        text = text.rstrip(".") + "."
        super().__init__(text + (" " + remedy if remedy else ""), outcome, pending or status == 504)

    def reworded(self: Error, path: str | None = None, problem: str | None = None) -> Error:
        """The same failure, told of another path or in other words."""
        return type(self)(
            self.method,
            self.path if path is None else path,
            self.problem if problem is None else problem,
            self.status,
            self.server_message,
            self.remedy,
            self.outcome,
            self.final,
            self.pending,
        )


class AuthenticationError(RequestError):
    """The server does not accept the credentials."""
