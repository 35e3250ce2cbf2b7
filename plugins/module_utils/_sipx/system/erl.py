# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Emergency response locations, and who or what is at one (``/rest/erls``, ``/rest/erl/...``).

Only the commercial edition has them. What its reference leaves open follows its one sample: lists in XML.
"""

from __future__ import annotations

import typing as t

from ..._codec.xml_text import parse_xml
from ..._engine.adapter import Adapter
from ..._engine.reading import read_each
from ..._engine.record import Item, Record
from ..._http.answer import Answer
from ..._http.errors import RequestError
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..client import REST, SipxClient, rest_segment
from ..commercial import commercial
from ..directory import Directory
from ..given import GivenAdapter
from ..phone import serial_number

_FEATURE = "emergency response locations"

ERL = Resource(
    name="erl",
    plural="erls",
    key="elin",
    fields=(
        Field("elin", required=True, clearable=False),
        Field("location", required=True, clearable=False),
        Field("address_info", required=True, clearable=False),
        Field("description"),
    ),
)
#: kind to what its path is called; phones are assigned by a list of their own
_KINDS = {"user": "user", "user_group": "group", "phone": "phone", "phone_group": "phonegroup"}
_UNREMOVABLE = ("user_group", "phone")

# Who or what is at a location is simply there, so an assignment is changed and cleared, not created and deleted.
ERL_ASSIGNMENT = Resource(
    name="erl_assignment",
    plural="erl_assignments",
    key="name",
    within=("kind",),
    given=True,
    fields=(
        Field("name", required=True, clearable=False),
        Field("kind", required=True, clearable=False, choices=tuple(_KINDS)),
        Field("elin", refers_to="erl"),
    ),
)


def _locations(answer: Answer) -> list[dict[str, str]]:
    root = parse_xml(answer, "e911Locations", "e911Location")
    return [{child.tag: child.text or "" for child in location} for location in root.iter("e911Location")]


def _elin(answer: Answer) -> str:
    """The location of a user, or nothing; a page in its place would be taken for one that has to be changed."""
    text = answer.text.strip()
    if text.startswith("<"):
        raise RequestError(answer.method, answer.path, "was answered with a page and no location", answer.status)
    return text


def _list_of(location: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {"e911Location": location}


def read_erls(client: SipxClient) -> list[dict[str, str]]:
    """All locations. :raises RequestError: the server is of the community edition."""
    with commercial(_FEATURE):
        return _locations(client.read(REST + "/erls", "text/xml"))


class ErlAdapter(Adapter):
    """PUT replaces a location as a whole. It is read back, because nobody knows what an edition makes of it."""

    resource = ERL

    def __init__(self, client: SipxClient) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [Record(read_wire(ERL.fields, row), row.get("elin")) for row in read_erls(self._client)]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._client.rest_send("PUT", "/erls", "e911Locations", _list_of(write_wire(ERL.fields, values)))
        self._verify(values)
        return None

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        document = _list_of(write_wire(ERL.fields, values))
        self._client.rest_send("PUT", _path(record.identity), "e911Locations", document)
        self._verify(values)

    def _verify(self, values: t.Mapping[str, t.Any]) -> None:
        path = REST + _path(values["elin"])
        rows = [read_wire(ERL.fields, row) for row in _locations(self._client.read(path, "text/xml"))]
        kept = {field.name: values.get(field.name) or "" for field in ERL.fields}
        if [{name: value or "" for name, value in row.items()} for row in rows] != [kept]:
            raise RequestError("PUT", path, "was accepted, but the location reads back in another way", 200)

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", _path(record.identity))


def _path(elin: t.Any) -> str:
    return f"/erl/elin/{rest_segment(elin)}"


class ErlAssignmentAdapter(GivenAdapter):
    """The location of a user, a user group, a phone or a phone group; only those that are mentioned are looked at."""

    resource = ERL_ASSIGNMENT

    def __init__(self, client: SipxClient) -> None:
        super().__init__(client)
        self._wanted: list[tuple[str, str]] = []
        self._elins: set[str] = set()
        self._missing: set[tuple[str, str]] = set()

    def warnings(self) -> t.Sequence[str]:
        return [f"{_title(kind, name)} does not exist on the server" for kind, name in sorted(self._missing)]

    def expect(self, items: t.Sequence[Item]) -> None:
        self._wanted = [(item.values["kind"], item.values["name"]) for item in items if item.error is None]

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        self._elins = {row.get("elin", "") for row in read_erls(self._client)}
        records = [_assignment(kind, name) for kind, name in self._wanted]
        return [one for one in records if keys is None or ERL_ASSIGNMENT.key_of(one.values) in keys]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        kind, name = record.values["kind"], record.values["name"]
        accept = "text/plain" if kind == "user" else "text/xml"
        try:
            answer = self._client.read(REST + record.identity, accept)
        except RequestError as error:
            if error.status != 400:
                raise
            self._missing.add((kind, name))
            return record
        if kind == "user":
            record.values["elin"] = _elin(answer)
        else:
            record.values["elin"] = next((row.get("elin", "") for row in _locations(answer)), "")
        return record

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is not None and wanted.get("elin") == "" and record.values.get("elin"):
            kind = record.values["kind"]
            if kind in _UNREMOVABLE:
                raise ItemError(f"no call takes the location from a {kind.replace('_', ' ')}; assign another one")
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._elins

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        kind, name, elin = values["kind"], values["name"], values["elin"]
        if (kind, name) in self._missing:
            raise ItemError(f"{_title(kind, name)} does not exist on the server")
        if not elin:
            self._client.rest_send("DELETE", record.identity)
        elif kind == "phone":
            document = _list_of({"elin": elin, "serial": serial_number(name)})
            self._client.rest_send("PUT", "/erl/phones", "e911Locations", document)
        else:
            self._client.rest_text("PUT", record.identity, elin)


def read_erl_assignments(client: SipxClient) -> list[Record]:
    """Who and what is at a location. No listing tells, so everybody and everything is asked about."""
    adapter, directory = ErlAssignmentAdapter(client), Directory(client)
    adapter.fetch(None)
    owners = {
        "user": sorted(set(directory.users().values())),
        "user_group": sorted(directory.user_groups()),
        "phone": [str(row["serialNo"]) for row in client.api_pages("/phones", "phones")],
        "phone_group": sorted(directory.phone_groups()),
    }
    records = [_assignment(kind, name) for kind, names in owners.items() for name in names]
    completed = read_each(lambda record: adapter.complete(record, {}), records)
    return [record for record in completed if record.values.get("elin")]


def _assignment(kind: str, name: str) -> Record:
    owner = serial_number(name) if kind == "phone" else name
    return Record({"kind": kind, "name": name}, f"/erl/{_KINDS[kind]}/{rest_segment(owner)}")


def _title(kind: str, name: str) -> str:
    return f"{kind.replace('_', ' ')} {name!r}"
