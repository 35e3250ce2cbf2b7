# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers that are turned away. An entry cannot be changed, so a different one replaces it."""

from __future__ import annotations

import contextlib
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.lost_answer import surely
from ..._engine.record import Record
from ..._model.errors import RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..failures import Exists, NotFound
from .client import SipgateV2Client, segment
from .values import check_e164, e164


def _plus(number: str) -> str:
    """The sign makes no difference between two entries."""
    return "+" + e164(number).lstrip("+")


def _check(number: str) -> None:
    check_e164(_plus(number))


BLACKLIST_ENTRY = Resource(
    name="blacklist_entry",
    plural="blacklist_entries",
    key="phone_number",
    fields=(
        Field("phone_number", required=True, clearable=False, normalise=_plus, check=_check),
        # true: every number that begins like this one
        Field("block_prefix", "bool", wire="isBlock", default=False),
    ),
)


class BlacklistEntryAdapter(Adapter):
    """The plus sign of a number is percent-encoded in the path."""

    resource = BLACKLIST_ENTRY

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.items("/blacklist/incoming")
        return [
            Record({"phone_number": row["phoneNumber"], "block_prefix": bool(row.get("isBlock"))}, row["phoneNumber"])
            for row in rows
        ]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        number = _plus(values["phone_number"])
        bean = {"phoneNumber": number, "isBlock": bool(values.get("block_prefix"))}
        try:
            self._client.send("POST", "/blacklist/incoming", bean)
        except Exists:
            # Somebody was faster, which is well if the entry is the same.
            there = {_plus(record.identity): record.values["block_prefix"] for record in self.fetch(None)}
            if there.get(number) != bean["isBlock"]:
                raise
        return number

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        """No call changes an entry. The earlier one is put back when the other is refused, or its number could call."""
        surely(lambda: self.delete(record), lambda: not self._is_there(record))
        try:
            surely(lambda: self.create(values), lambda: self._is_there(record))
        except RemoteError as error:
            if error.outcome != RemoteError.REFUSED:
                raise
            self._put_back(record, error)
            raise

    def _put_back(self, record: Record, error: RemoteError) -> None:
        try:
            self.create(record.values)
        except RemoteError as second:
            text = f"{error.message} The number is not blocked at all now: {second.message}"
            raise RemoteError(text, RemoteError.REFUSED) from None

    def _is_there(self, record: Record) -> bool:
        return any(_plus(one.identity) == _plus(record.identity) for one in self.fetch(None))

    def delete(self, record: Record) -> None:
        with contextlib.suppress(NotFound):  # it is gone already
            self._client.send("DELETE", f"/blacklist/incoming/{segment(record.identity)}")
