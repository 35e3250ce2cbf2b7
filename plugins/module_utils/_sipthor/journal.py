# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: rows that clients append and every client of the account reads.

The server keeps a row's text, and neither the id that the client gave it nor any way to delete it: its delete action
fails at every call (a malformed statement in the vendor's source). So the id travels inside of the text, where it makes
an entry recognisable when its answer was lost, and at the next run.
"""

from __future__ import annotations

import json
import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Record
from .._http.errors import RequestError
from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import read_wire
from .client import AccountApi, SipThorClient

#: rows that one answer holds at most
PAGE_ROWS = 5000

_NOT_DELETABLE = "the journal is append-only, because the server's action that deletes entries does not work"


def _short(value: str) -> None:
    if len(value) > 256:
        raise ValueError("has more than 256 characters")


ENTRY = Resource(
    name="journal_entry",
    plural="entries",
    key="id",
    fields=(
        Field("id", required=True, clearable=False),
        Field("data", required=True, clearable=False, secret=True, create_only=True),
        Field("uuid", default="dialtone.voip", create_only=True, clearable=False, check=_short),
        Field("journal_id", read_only=True),
        Field("timestamp", read_only=True),
    ),
    undeletable=_NOT_DELETABLE,
    sequential=True,
)

#: a row as the server shows it
ROW = (
    Field("journal_id", wire="id"),
    Field("timestamp"),
    Field("account"),
    Field("uuid"),
    Field("ip_address", wire="ip_address"),
    Field("source"),
    Field("data"),
)


def rows_since(api: AccountApi, after_id: int = 0, **filters: t.Any) -> list[dict[str, t.Any]]:
    """All rows after an id, with every page of them.

    Rows come by time with a resolution of one second, not by id, so the place to go on from is the highest id seen.

    :param filters: ``after_timestamp`` and ``except_uuid``; never ``limit``, which makes the server answer nothing.
    :raises RemoteError: a page failed, or the ids are of a kind that cannot be paged by.
    """
    found: list[dict[str, t.Any]] = []
    while True:
        payload = api.read("get_journal_entries", after_id=after_id, **filters)
        rows = payload.get("results") if isinstance(payload, dict) and payload.get("success") is True else None
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise RemoteError("get_journal_entries was answered without a list of entries.", RemoteError.REFUSED)
        found.extend(rows)
        if len(rows) < PAGE_ROWS:
            return found
        ids = [str(row.get("id")) for row in rows]
        highest = max((int(number) for number in ids if number.isdecimal()), default=0)
        if highest <= after_id or not all(number.isdecimal() for number in ids):
            text = f"the journal has more than {PAGE_ROWS} entries, and their ids do not tell how to read on."
            raise RemoteError(text + " Read from a later timestamp.", RemoteError.REFUSED)
        after_id = highest


def stored_text(identity: str, data: str) -> str:
    """The text of a row that holds an entry."""
    return json.dumps({"id": identity, "data": data}, ensure_ascii=False, separators=(",", ":"))


def entry_in(text: t.Any) -> tuple[str, str] | None:
    """Id and data of the entry in a row's text; ``None`` when it was not written like one."""
    try:
        content = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        return None
    if (
        not isinstance(content, dict)
        or not isinstance(content.get("id"), str)
        or not isinstance(content.get("data"), str)
    ):
        return None
    return content["id"], content["data"]


class JournalAdapter(Adapter):
    """The entries of the account that logs in; rows that other programs wrote are left alone."""

    resource = ENTRY

    def __init__(self, client: SipThorClient) -> None:
        self._api = client.account()

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        records: dict[str, Record] = {}
        for row in rows_since(self._api):
            entry = entry_in(row.get("data"))
            # A client that does not look first may have put an entry twice; the first one counts.
            if entry is not None and entry[0] not in records:
                shown = read_wire(ROW, row)
                values = {"id": entry[0], **{name: shown[name] for name in ("uuid", "journal_id", "timestamp")}}
                records[entry[0]] = Record(values, None, {"data": entry[1]}, proven=frozenset(("data",)))
        return list(records.values())

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        if "data" in wanted and wanted["data"] != record.secrets["data"]:
            raise ItemError("is in the journal with other data, and entries cannot be changed; use another id")
        return record

    def create(self, values: t.Mapping[str, t.Any]) -> None:
        entry = {"id": values["id"], "data": stored_text(values["id"], values["data"])}
        try:
            payload = self._api.write(
                "put_journal_entries", uuid=values["uuid"], data=json.dumps([entry], ensure_ascii=False)
            ).payload
        except RequestError as error:
            if error.outcome != RemoteError.UNKNOWN:
                raise
            self._find_after(error, values["id"])
            return
        results = payload.get("results")
        # Set-ups without the journal's database answer success and store nothing.
        if not isinstance(results, list) or len(results) != 1 or results[0].get("journal_id") is None:
            raise ItemError("the server answered success, but stored no entry")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        raise ItemError("entries cannot be changed")

    def delete(self, record: Record) -> None:
        raise ItemError(_NOT_DELETABLE)

    def _find_after(self, error: RequestError, identity: str) -> None:
        """Look for an entry whose answer was lost. It is never put again: a late first one would be a second.

        :raises ItemError: it is not there.
        """
        try:
            found = [record for record in self.fetch(None) if record.values["id"] == identity]
        except RemoteError as second:
            raise ItemError(f"{error.message} Nor could the journal be read: {second.message}") from None
        if not found:
            raise ItemError(f"{error.message} The entry is not in the journal. It was not sent again; run again.")
