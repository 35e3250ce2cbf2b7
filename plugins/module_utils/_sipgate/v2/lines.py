# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making phone lines and fax lines.

A line is made by a POST without a body, named by the service after its user, and only then given its alias. When the
second step fails, the first is taken back; when an answer is lost, the line is looked for before another is made.
"""

from __future__ import annotations

import threading
import typing as t

from ..._engine.half_made import removed_unless_finished
from ..._model.errors import RemoteError
from .client import SipgateV2Client, segment
from .directory import LISTINGS, Directory


class LineMaker:
    """Makes lines of one kind, one after the other, because a line without its alias can only be told by its novelty.

    :param kind: ``phone_line`` or ``fax_line``.
    """

    def __init__(self, client: SipgateV2Client, directory: Directory, kind: str) -> None:
        self._client = client
        self._directory = directory
        self._kind = kind
        self._lock = threading.Lock()
        self._made: dict[tuple[str, str], str] = {}

    def make(self, user_id: str, alias: str) -> str:
        """The id of a line with that alias, made now unless this call of the module made it already."""
        with self._lock:
            if (user_id, alias) not in self._made:
                identity = self._nameless(user_id)
                self._name(user_id, identity, alias)
                self._made[user_id, alias] = identity
                self._directory.made(self._kind, user_id, {"id": identity, "alias": alias})
            return self._made[user_id, alias]

    def path(self, user_id: str, identity: str = "") -> str:
        """Where the lines of a user stand, or one of them."""
        path = f"/{segment(user_id)}/{LISTINGS[self._kind]}"
        return f"{path}/{segment(identity)}" if identity else path

    def _nameless(self, user_id: str) -> str:
        before = {row["id"] for row in self._directory.rows(self._kind, user_id)}
        lost: RemoteError | None = None
        try:
            row = self._client.send("POST", self.path(user_id))
            if isinstance(row, dict) and row.get("id"):
                return str(row["id"])
        except RemoteError as error:
            if error.outcome != RemoteError.UNKNOWN:
                raise
            lost = error
        behind = "A line without the wanted alias may be left behind, named after the user: look for it."
        try:
            rows = self._directory.rows(self._kind, user_id, anew=True)
        except RemoteError as error:
            raise RemoteError(f"{(lost or error).message} {behind}", RemoteError.REFUSED) from None
        new = [row["id"] for row in rows if row["id"] not in before]
        if len(new) == 1:
            return str(new[0])
        if lost is not None:
            raise lost
        raise RemoteError(f"POST {self.path(user_id)} did not tell which line it made. {behind}", RemoteError.REFUSED)

    def _name(self, user_id: str, identity: str, alias: str) -> None:
        path = self.path(user_id, identity)
        with removed_unless_finished(f"The line {identity}", lambda: self._client.send("DELETE", path)):
            try:
                self._client.send("PUT", path, {"alias": alias})
            except RemoteError as error:
                if error.outcome != RemoteError.UNKNOWN:
                    raise
                if self._alias_of(user_id, identity) != alias:
                    raise RemoteError(error.message, RemoteError.REFUSED) from None

    def _alias_of(self, user_id: str, identity: str) -> t.Any:
        rows = self._directory.rows(self._kind, user_id, anew=True)
        return next((row.get("alias") for row in rows if row["id"] == identity), None)
