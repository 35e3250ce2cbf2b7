# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes of phone lines and their greetings."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client, segment
from .directory import Directory
from .endpoints import email
from .lines import LineMaker
from .uploads import base64_of
from .voicemail_settings import VOICEMAIL_OPTIONS, mailbox, read_voicemail, write_voicemail

_USER = Field("user", required=True, create_only=True, clearable=False, normalise=email)

#: the service takes no more base64 characters than this
_LONGEST_GREETING = 15_000_000

VOICEMAIL = Resource(
    name="voicemail",
    plural="voicemails",
    key="phone_line",
    within=("user",),
    given=True,
    uncreatable="a mailbox comes with its phone line",
    fields=(
        Field("phone_line", required=True, clearable=False),
        _USER,
        *VOICEMAIL_OPTIONS,
    ),
)


class _OfLines(Adapter):
    """What belongs to the mailbox of a phone line."""

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)
        self._lines = LineMaker(client, self._directory, "phone_line")

    def _line_paths(self, users: t.Iterable[str]) -> t.Iterator[tuple[str, str, str]]:
        """User, alias and path of the phone lines of these users."""
        emails = self._directory.emails()
        owners = [identity for identity, address in emails.items() if address in set(users)]
        for owner, row in self._directory.all_rows("phone_line", owners):
            yield emails[owner], str(row.get("alias")), self._lines.path(owner, row["id"])

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        self._directory.user_id(wanted["user"])
        return wanted


class VoicemailAdapter(_OfLines):
    """The settings stand under the phone line; the mailbox itself can only be read."""

    resource = VOICEMAIL

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        users = set(self._directory.emails().values()) if keys is None else {key.split("\n")[1] for key in keys}
        return [
            Record({"phone_line": alias, "user": user}, raw=path)
            for user, alias, path in self._line_paths(users)
            if keys is None or f"{alias}\n{user}" in keys
        ]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        record.values.update(read_voicemail(self._client, record.raw))
        return record

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("transcription") and record is not None and record.values.get("can_transcribe") is False:
            raise ItemError("transcription is not booked for this account")
        return super().translate(wanted, record)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("mailboxes are not created")

    def delete(self, record: Record) -> None:
        raise LookupError("mailboxes are not deleted")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        write_voicemail(self._client, record.raw, values)


GREETING = Resource(
    name="greeting",
    plural="greetings",
    key="alias",
    within=("user", "phone_line"),
    fields=(
        Field("id", read_only=True),
        Field("alias", required=True, clearable=False),
        _USER,
        Field("phone_line", required=True, create_only=True, clearable=False),
        Field("src", "path", required=True, create_only=True, clearable=False, readable=False),
        Field("active", "bool"),
    ),
)


class GreetingAdapter(_OfLines):
    """A greeting is known by its alias, the name of the file it was. Its sound can only be given once.

    Activating one makes the others inactive.
    """

    resource = GREETING

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        wanted = None if keys is None else {tuple(key.split("\n")[1:3]) for key in keys}
        users = set(self._directory.emails().values()) if wanted is None else {user for user, _line in wanted}
        records = []
        for user, line, path in self._line_paths(users):
            box = mailbox(self._client, path) if wanted is None or (user, line) in wanted else None
            if box is None:
                continue
            base = self._greetings(path, box)
            for row in self._client.items(base):
                values = {
                    "id": row["id"],
                    "alias": row.get("alias"),
                    "user": user,
                    "phone_line": line,
                    "active": row.get("active"),
                }
                records.append(Record(values, row["id"], raw=f"{base}/{segment(row['id'])}"))
        return records

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is None and wanted.get("src"):
            base64_of(wanted["src"], _LONGEST_GREETING)
        return super().translate(wanted, record)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        for _user, line, path in self._line_paths([email(values["user"])]):
            if line != values["phone_line"]:
                continue
            box = mailbox(self._client, path)
            if box is None:
                raise ItemError(f"the phone line {line} has no mailbox")
            base = self._greetings(path, box)
            content = base64_of(values["src"], _LONGEST_GREETING)
            bean = {"filename": values["alias"], "base64Content": content}
            rows = (self._client.send("POST", base, bean) or {}).get("items") or []
            identity = next((row["id"] for row in reversed(rows) if row.get("alias") == values["alias"]), None)
            if values.get("active") and identity is not None:
                self._client.send("PUT", f"{base}/{segment(identity)}", {"active": True})
            return identity
        raise ItemError(f"{values['user']} has no phone line {values['phone_line']}")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.send("PUT", record.raw, {"active": values["active"]})

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", record.raw)

    @staticmethod
    def _greetings(path: str, box: t.Mapping[str, t.Any]) -> str:
        return f"{path}/voicemails/{segment(box['id'])}/greetings"
