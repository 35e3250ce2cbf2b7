# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Extensions of the user: do-not-disturb and the number that others see. Nothing else of them can be changed."""

from __future__ import annotations

import threading
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._http.errors import RequestError
from ..._model.errors import ItemError, RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..failures import NotFound
from .answers import boolean, listed, texts
from .client import SipgateV1Client, flag, segment
from .numbers import digits_of, tel

_WITH_DND = ("register", "external", "mobile")

EXTENSION = Resource(
    name="extension",
    plural="extensions",
    key="id",
    given=True,
    uncreatable="a person makes them in the web portal of sipgate, or sipgate_mobile_extension if they are mobile",
    fields=(
        Field("id", required=True, clearable=False),
        Field("do_not_disturb", "bool"),
        Field("outgoing_number", normalise=digits_of),
        Field("clip", "bool"),
        Field("alias", read_only=True),
        Field("type", read_only=True),
        Field("incoming_numbers", "list", elements="str", unordered=True, read_only=True),
        Field("direct_dial_numbers", "list", elements="str", unordered=True, read_only=True),
        Field("user_agents", "list", elements="str", unordered=True, read_only=True),
        Field("sip_server", read_only=True),
        Field("outbound_proxy", read_only=True),
    ),
)


class ExtensionAdapter(Adapter):
    """An outgoing number is written whole: extension, number and whether it is shown, all in the query of a POST.

    A number of the account is written ``tel:…``, any other as the user wrote it; it must have been verified.
    """

    resource = EXTENSION

    def __init__(self, client: SipgateV1Client) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._outgoing: dict[str, dict[str, t.Any]] | None = None
        self._numbers: set[str] | None = None

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        self._outgoing = None
        if keys is None or len(keys) != 1:
            return [_record(row) for row in self._client.rows("/settings/extensions", "extensions", "extension")]
        try:
            path = f"/settings/extensions/{segment(next(iter(keys)))}"
            return [_record(self._client.struct(path, "extension"))]
        except NotFound:
            return []

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        if "do_not_disturb" in wanted:
            self._check_type(record)
            record.values["do_not_disturb"] = self._dnd(record)
        if {"outgoing_number", "clip"} & set(wanted):
            current = self._outgoing_numbers().get(record.identity) or {}
            record.values["outgoing_number"] = digits_of(current.get("number"))
            record.values["clip"] = boolean(current.get("clip"))
        return record

    @staticmethod
    def _check_type(record: Record) -> None:
        if record.values["type"] not in _WITH_DND:
            kind = record.values["type"]
            raise ItemError(f"do_not_disturb is for telephones; this extension is of the type {kind}")

    def _dnd(self, record: Record) -> bool | None:
        path = f"/settings/extensions/{segment(record.identity)}/dnd"
        return boolean(self._client.struct(path, "dnd").get("value"))

    def _outgoing_numbers(self) -> dict[str, dict[str, t.Any]]:
        with self._lock:
            if self._outgoing is None:
                records = outgoing_records(self._client)
                self._outgoing = {_extension_of(row): row for row in records}
            return self._outgoing

    def _own_numbers(self) -> set[str]:
        with self._lock:
            if self._numbers is None:
                rows = texts_of(self._client)
                self._numbers = {digits_of(number) for number in rows}
            return self._numbers

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        alone = wanted.get("clip") is not None and wanted.get("outgoing_number") is None
        if alone and record is not None and not record.values.get("outgoing_number"):
            raise ItemError("clip needs outgoing_number as well: the extension has none")
        emptied = wanted.get("outgoing_number") == "" and record is not None and record.values.get("outgoing_number")
        if emptied and boolean(self._client.struct("/settings/numbers", "Numbers").get("allowEmptyOadc")) is False:
            raise ItemError("outgoing_number: the account allows no extension without one")
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("extensions are not created")

    def delete(self, record: Record) -> None:
        raise LookupError("extensions are not deleted")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if "do_not_disturb" in changed:
            path = f"/settings/extensions/{segment(record.identity)}/dnd"
            self._client.write("POST", path, {"value": flag(values["do_not_disturb"])})
            if self._dnd(record) != values["do_not_disturb"]:
                raise RequestError("POST", path, "was accepted, but do-not-disturb did not change", 200)
        if changed & {"outgoing_number", "clip"}:
            number = values.get("outgoing_number") or ""
            own = digits_of(number) in self._own_numbers()
            query = {
                "extensionId": record.identity,
                "clip": flag(values["clip"] is not False),
                "number": tel(number) if own else number,
            }
            try:
                self._client.write("POST", "/settings/numbers/outgoing", query)
            except RequestError as error:
                if own or not number or error.status not in (400, 403):
                    raise
                text = f"{error.message} {number} is no number of the account, so it must have been verified before."
                raise RemoteError(text, error.outcome) from None
            self._check_outgoing(record.identity, digits_of(number), query["clip"])

    def _check_outgoing(self, identity: str, number: str, clip: str) -> None:
        """Look at what was written. A number in its national form comes back in the international one."""
        shown = next((row for row in outgoing_records(self._client) if _extension_of(row) == identity), {})
        same = number.startswith("0") or digits_of(shown.get("number")) == number
        if not same or (shown and boolean(shown.get("clip")) != (clip == "true")):
            problem = "was accepted, but the outgoing number did not change"
            raise RequestError("POST", "/settings/numbers/outgoing", problem, 200)


def check_type(client: SipgateV1Client, name: str, identity: str, types: t.Sequence[str], deed: str) -> None:
    """Refuse an extension that cannot do a deed.

    :param name: what the message calls it.
    :param types: those that can.
    :raises ItemError: it is of another type.
    """
    kind = client.struct(f"/settings/extensions/{segment(identity)}", "extension").get("type")
    if kind not in types:
        raise ItemError(f"{name} is of the type {kind}; {deed} needs one of the type {' or '.join(types)}")


def texts_of(client: SipgateV1Client) -> list[str]:
    """All numbers of the account; the listing has no struct around it."""
    content = client.content("/settings/numbers/list")
    return texts(content.get("phonenumbers") if isinstance(content, dict) else content)


def outgoing_records(client: SipgateV1Client) -> list[dict[str, t.Any]]:
    """The outgoing numbers of all extensions; a record has an ``extension`` of its own, like the list around it."""
    struct = client.struct("/settings/numbers/outgoing", "outgoingNumber")
    return [row for row in listed(struct.get("extension")) if isinstance(row, dict)]


def _extension_of(row: t.Mapping[str, t.Any]) -> str:
    """The id of the extension whose outgoing number a record is."""
    return str((row.get("extension") or {}).get("id"))


def _record(row: t.Mapping[str, t.Any]) -> Record:
    values = {
        "id": row.get("extensionId"),
        "alias": row.get("alias"),
        "type": row.get("type"),
        "incoming_numbers": texts(row.get("incomingNumbers")),
        "direct_dial_numbers": texts(row.get("directDialNumbers")),
        "user_agents": [
            str(one["userAgent"])
            for one in listed(row.get("devices"))
            if isinstance(one, dict) and one.get("userAgent")
        ],
        "sip_server": row.get("registerUrl"),
        "outbound_proxy": row.get("outboundProxyUrl"),
    }
    outgoing = row.get("outgoingNumber")
    if isinstance(outgoing, dict):
        values["outgoing_number"] = digits_of(outgoing.get("number"))
        values["clip"] = boolean(outgoing.get("clip"))
    if row.get("type") in _WITH_DND:
        values["do_not_disturb"] = boolean(row.get("dnd"))
    return Record(values, row.get("extensionId"))
