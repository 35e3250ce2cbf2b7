# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone numbers: where they lead. Numbers are ordered and given up by a person."""

from __future__ import annotations

import re
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client, segment
from .directory import Directory, Row
from .endpoints import checked, expanded, joined
from .untold import UntoldAdapter
from .values import check_e164, e164

_PAGE = 1000
_TYPES = {"mobile": "MOBILE", "landline": "LANDLINE", "international": "INTERNATIONAL", "quickdial": "QUICKDIAL"}
_PORTING = "mnpState"

NUMBER = Resource(
    name="number",
    plural="numbers",
    key="number",
    given=True,
    uncreatable="numbers are ordered by a person, in the web portal of sipgate",
    fields=(
        Field("id", read_only=True),
        Field("number", required=True, clearable=False, normalise=e164, check=check_e164),
        Field("endpoint", check=checked, refers_to="endpoint"),
        Field("release_for_porting", "bool"),
        Field("type", read_only=True),
        Field("localized", read_only=True),
    ),
)

#: the last part of an endpoint's address to its kind
_KINDS = {"phonelines": "phone_line", "faxlines": "fax_line", "sms": "sms"}
_ADDRESS = re.compile(r"/(w\d+)/(phonelines|faxlines|sms)/([a-z]\d+)$")


def named_endpoint(directory: Directory, row: Row) -> str:
    """The full form of the endpoint that a number shows; where it can be, told from the number's row alone."""
    identity = str(row.get("endpointId") or "")
    match = _ADDRESS.search(str(row.get("endpointUrl") or ""))
    alias = row.get("endpointAlias")
    if match and match.group(3) == identity and alias and match.group(1) in directory.emails():
        return f"{_KINDS[match.group(2)]}:{joined(directory.emails()[match.group(1)], alias)}"
    return directory.endpoint_name(identity)


class NumberAdapter(Adapter):
    """PUT takes flags for false when they are left out, so all three fields are sent.

    ``releaseForMnp`` gives a mobile number free for porting to another provider: it is only ever set when the user
    says so, and otherwise kept as it is.
    """

    resource = NUMBER

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = [row for row in self._client.paged("/numbers", _PAGE) if row.get("type") != _TYPES["quickdial"]]
        return [self._record(row) for row in rows]

    def _record(self, row: Row) -> Record:
        names = {wire: name for name, wire in _TYPES.items()}
        values = {
            "id": row["id"],
            "number": row.get("number"),
            "endpoint": named_endpoint(self._directory, row),
            "release_for_porting": bool((row.get(_PORTING) or {}).get("isReleased")),
            "type": names.get(str(row.get("type")), row.get("type")),
            "localized": row.get("localized"),
        }
        return Record(values, row["id"], raw=row)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if not wanted.get("endpoint"):
            return wanted
        name = wanted["endpoint"]
        if ":" in name:
            try:
                name = expanded(name)
            except ValueError as error:
                raise ItemError(f"endpoint {error}") from None
        if record is not None and name == record.raw.get("endpointId"):
            name = record.values["endpoint"]  # by its id, where it leads already
        self._directory.check_people(name)
        return {**wanted, "endpoint": name}

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("numbers are not created")

    def delete(self, record: Record) -> None:
        raise LookupError("numbers are not deleted")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        endpoint = record.raw.get("endpointId") or ""
        if "endpoint" in changed:
            endpoint = self._directory.required_id(values["endpoint"])
        bean = {
            "endpointId": endpoint,
            "releaseForMnp": bool(values.get("release_for_porting")),
            "quickDial": False,
        }
        self._client.send("PUT", f"/numbers/{segment(record.identity)}", bean)


QUICK_DIAL = Resource(
    name="quick_dial",
    plural="quick_dials",
    key="number",
    fields=(
        Field("id", read_only=True),
        Field("number", required=True, clearable=False),
        Field("user", required=True, clearable=False, normalise=lambda value: value.strip().lower()),
    ),
)


class QuickDialAdapter(UntoldAdapter):
    """Short codes of users: numbers of the type ``QUICKDIAL``, with calls of their own to write them.

    They are listed with the user they lead to, and a created one does not tell its id.
    """

    resource = QUICK_DIAL

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        records = []
        for identity, address in self._directory.emails().items():
            for row in self._client.items(f"/{segment(identity)}/numbers"):
                if row.get("type") == _TYPES["quickdial"]:
                    values = {"id": row["id"], "number": row.get("number"), "user": address}
                    records.append(Record(values, row["id"]))
        return records

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("user"):
            self._directory.user_id(wanted["user"])
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        # Any success says that the code is free; what is wrong with it is said before anything is written.
        self._client_validates(values["number"])
        self._client.send("POST", "/numbers/quickdial", self._bean(values))
        return self.told(values)

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.send("PUT", f"/numbers/quickdial/{segment(record.identity)}", self._bean(values))

    def delete(self, record: Record) -> None:
        self._client.send("DELETE", f"/numbers/quickdial/{segment(record.identity)}")

    def _client_validates(self, code: str) -> None:
        self._client.text(f"/numbers/quickdial/validation/{segment(code)}")

    def _bean(self, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        return {"userId": self._directory.user_id(values["user"]), "number": values["number"]}
