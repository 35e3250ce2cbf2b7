# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What devices, phone lines and fax lines have in common: each belongs to a user and is known by its alias there."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..failures import Forbidden, NotFound
from .client import SipgateV2Client
from .directory import Directory, Row
from .parts import Part, completed


def owners_of(directory: Directory, keys: frozenset[str] | None) -> list[str]:
    """Ids of the users in comparable keys, where the user stands right behind the name; of all users without keys."""
    wanted = None if keys is None else {key.split("\n")[1] for key in keys}
    return [identity for identity, address in directory.emails().items() if wanted is None or address in wanted]


class OwnedAdapter(Adapter):
    """Lists what users have; a thing is addressed by its id.

    :cvar kind: the thing, as :mod:`.endpoints` calls it.
    """

    kind: str

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        owners = owners_of(self._directory, keys)
        return [self._record(owner, row) for owner, row in self._directory.all_rows(self.kind, owners, anew=True)]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        return completed(record, wanted, self._parts())

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        self._directory.user_id(wanted["user"])
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def delete(self, record: Record) -> None:
        try:
            self._client.send("DELETE", self._path(record))
        except (Forbidden, NotFound):
            # Either may mean that it does not exist, so the listing decides whether it is gone already.
            owner = self._directory.user_id(record.values["user"])
            if any(row["id"] == record.identity for row in self._directory.rows(self.kind, owner, anew=True)):
                raise

    def _record(self, owner: str, row: Row) -> Record:
        """A row of the listing as a record."""
        raise LookupError(self.kind)

    def _parts(self) -> tuple[Part, ...]:
        """What further calls show."""
        raise LookupError(self.kind)

    def _path(self, record: Record) -> str:
        """Where an object stands."""
        raise LookupError(self.kind)
