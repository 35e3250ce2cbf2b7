# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""SMS extensions of users, and the numbers of their own that messages may show as their sender."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import ItemError, RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client, segment
from .directory import Directory
from .endpoints import email
from .owned import owners_of
from .untold import UntoldAdapter
from .values import check_e164, e164

SMS_EXTENSION = Resource(
    name="sms_extension",
    plural="sms_extensions",
    key="id",
    given=True,
    uncreatable="the service gives each user an SMS extension by itself",
    fields=(
        Field("id", required=True, clearable=False),
        Field("alias", clearable=False),
        Field("user", read_only=True),
        Field("caller_id", read_only=True),
    ),
)


class SmsExtensionAdapter(Adapter):
    """Only the alias can be changed."""

    resource = SMS_EXTENSION

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        emails = self._directory.emails()
        rows = self._directory.all_rows("sms", emails, anew=True)
        return [
            Record(
                {
                    "id": row["id"],
                    "alias": row.get("alias"),
                    "user": emails[owner],
                    "caller_id": row.get("callerId"),
                },
                row["id"],
                raw={"owner": owner},
            )
            for owner, row in rows
        ]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("SMS extensions are not created")

    def delete(self, record: Record) -> None:
        raise LookupError("SMS extensions are not deleted")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        path = f"/{segment(record.raw['owner'])}/sms/{segment(record.identity)}"
        self._client.send("PUT", path, {"alias": values["alias"]})


SMS_CALLER_ID = Resource(
    name="sms_caller_id",
    plural="sms_caller_ids",
    key="phone_number",
    within=("user",),
    fields=(
        Field("id", read_only=True),
        Field("phone_number", wire="phonenumber", required=True, clearable=False, normalise=e164, check=check_e164),
        Field("user", required=True, create_only=True, clearable=False, normalise=email),
        Field("default", "bool", wire="defaultNumber"),
        Field("verified", "bool", read_only=True),
    ),
)


def sms_extension_of(directory: Directory, user_id: str) -> str:
    """The id of a user's only SMS extension. :raises ItemError: there is none, or there are several."""
    rows = directory.rows("sms", user_id)
    if len(rows) != 1:
        raise ItemError(f"the user has {len(rows)} SMS extensions where one is expected")
    return str(rows[0]["id"])


class SmsCallerIdAdapter(UntoldAdapter):
    """A new number gets an SMS with a code, which costs; a person has to enter it. The answer does not tell the id."""

    resource = SMS_CALLER_ID

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        emails = self._directory.emails()
        records = []
        for owner, extension in self._directory.all_rows("sms", owners_of(self._directory, keys)):
            base = self._path(owner, extension["id"])
            for row in self._client.items(base):
                values = {
                    "id": str(row["id"]),
                    "phone_number": row.get("phonenumber"),
                    "user": emails[owner],
                    "default": row.get("defaultNumber"),
                    "verified": row.get("verified"),
                }
                records.append(Record(values, row["id"], raw={"path": f"{base}/{segment(row['id'])}"}))
        return records

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        self._directory.user_id(wanted["user"])
        if wanted.get("default") and not (record is not None and record.values["verified"]):
            raise ItemError(
                "default needs a number that is verified; add the number, then enter the code that it gets by SMS with "
                "sipgate_sms_verification"
            )
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        owner = self._directory.user_id(values["user"])
        path = self._path(owner, sms_extension_of(self._directory, owner))
        number = e164(values["phone_number"])
        try:
            self._client.send("POST", path, {"phonenumber": number})
        except RemoteError as error:
            if error.outcome != RemoteError.UNKNOWN:
                raise
            if not any(e164(str(row.get("phonenumber"))) == number for row in self._client.items(path)):
                text = f"{error.message} The number is not there yet. It is not added again by itself: each time costs."
                raise RemoteError(text, RemoteError.REFUSED) from None
        return self.told(values)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.send("PUT", record.raw["path"], {"defaultNumber": values["default"]})

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", record.raw["path"])

    @staticmethod
    def _path(owner: str, extension: str) -> str:
        return f"/{segment(owner)}/sms/{segment(extension)}/callerids"
