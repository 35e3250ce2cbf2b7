# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Emergency response locations, which only the commercial edition has.

The public source has no trace of them beyond the setting ``e911/location``. URLs and properties follow the public
reference; where it says nothing, a list in XML is read and written, 200 comes without a body, and what does not exist
is a 400.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ....core.interface import Response
from ...state.errors import NullPointerError
from ...state.groups import PHONE, USER, Group
from ...state.phones import Phone
from ...state.users import User
from ..representations import XML, answer, latin_text
from ..restlet import Resource, StatusError
from ..xstream import STRING, Document, ListOf, Node, read_xml, write_xml
from ..xstream.schema import record
from ..xstream.unmarshal import unmarshal

SETTING = "e911/location"
STORE = "emergency_locations"
LOCATION = record("E911Location", location=STRING, elin=STRING, addressInfo=STRING, description=STRING, serial=STRING)
ITEM = "e911Location"
LOCATIONS = Document("e911Locations", ListOf(ITEM, LOCATION))
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class _Erl(Resource):
    """Locations are kept by ELIN, each with the number that the setting of users and devices refers to."""

    variants = (XML,)
    modifiable = True

    @property
    def locations(self) -> dict[str, Any]:
        """The locations by ELIN."""
        kept: dict[str, Any] = self.server.extras.get(STORE, {})
        return kept

    def with_elin(self, elin: str | None) -> dict[str, Any]:
        """The location with an ELIN; raises StatusError."""
        location: dict[str, Any] | None = self.locations.get((elin or "").strip())
        if location is None:
            raise StatusError(400)
        return location

    def with_number(self, number: str | None) -> dict[str, Any] | None:
        """The location that a setting refers to, None for none."""
        return next((location for location in self.locations.values() if str(location["id"]) == number), None)

    def shown(self, locations: Iterable[dict[str, Any] | None], **extra: str) -> Response:
        """A list of locations."""
        rows = [{**dict.fromkeys(LOCATION.by_name), **location, **extra} for location in locations if location]
        return answer(f"{_DECLARATION}{write_xml(LOCATIONS, rows)}".encode(), XML)

    def body_list(self) -> list[dict[str, Any]]:
        """The locations of the body, which is a list or a single one."""
        tree = read_xml(self.request.body)
        if tree.name == ITEM:
            tree = Node(LOCATIONS.root, children=[tree])
        rows: list[dict[str, Any]] = unmarshal(tree, LOCATIONS)
        return rows

    def save(self, values: dict[str, Any], elin: str | None) -> None:
        """Create or replace the location with an ELIN."""
        if not elin:
            raise StatusError(400)
        before = self.locations.get(elin)
        number = before["id"] if before else max((kept["id"] for kept in self.locations.values()), default=0) + 1
        kept = {name: values[name] for name in ("location", "addressInfo", "description")}
        self.server.extras.setdefault(STORE, {})[elin] = {**kept, "elin": elin, "id": number}


class Erls(_Erl):
    """All locations; the ELINs to delete stand in the body."""

    def get(self, variant: str) -> Response:
        return self.shown(self.locations.values())

    def put(self) -> None:
        for values in self.body_list():
            self.save(values, values["elin"])

    def delete(self) -> None:
        for values in self.body_list():
            del self.locations[self.with_elin(values["elin"])["elin"]]


class ErlByElin(_Erl):
    """One location."""

    def get(self, variant: str) -> Response:
        return self.shown([self.with_elin(self.exchange.variables["elin"])])

    def put(self) -> None:
        for values in self.body_list():
            self.save(values, self.exchange.variables["elin"])

    def delete(self) -> None:
        del self.locations[self.with_elin(self.exchange.variables["elin"])["elin"]]


class _ErlOfOwner(_Erl):
    """The location that somebody's or something's setting refers to; the body of PUT is the ELIN."""

    def owner(self) -> User | Group | Phone | None:
        """Whose setting it is, None where the URL names nobody."""
        raise AssertionError("each resource defines its own")

    def _settings_changed(self, number: str | None) -> None:
        owner = self._known_owner()
        assert owner.id is not None
        table: Any = {User: self.server.users, Group: self.server.groups, Phone: self.server.phones}[type(owner)]
        draft = table.draft(owner.id)
        if number is None:
            draft.settings.pop(SETTING, None)
        else:
            draft.settings[SETTING] = number
        table.store(draft)

    def _known_owner(self) -> User | Group | Phone:
        owner = self.owner()
        if owner is None:
            raise StatusError(400)
        return owner

    def location(self) -> dict[str, Any] | None:
        """The location of the owner, None for none."""
        return self.with_number(self._known_owner().settings.get(SETTING))

    def get(self, variant: str) -> Response:
        return self.shown([self.location()])

    def put(self) -> None:
        elin = self.request.body.decode("utf-8", "replace")
        self._settings_changed(str(self.with_elin(elin)["id"]))

    def delete(self) -> None:
        self._settings_changed(None)


class ErlOfUser(_ErlOfOwner):
    """A user's location, as plain text."""

    variants = ("text/plain",)

    def owner(self) -> User | None:
        return self.server.users.named(self.exchange.variables["username"])

    def get(self, variant: str) -> Response:
        location = self.location()
        return latin_text("" if location is None else location["elin"])


class ErlOfGroup(_ErlOfOwner):
    """A user group's location."""

    refuses = frozenset(("POST", "DELETE"))

    def owner(self) -> Group | None:
        return self.server.groups.named(USER, self.exchange.variables["groupName"])


class ErlOfPhoneGroup(_ErlOfOwner):
    """A phone group's location."""

    def owner(self) -> Group | None:
        return self.server.groups.named(PHONE, self.exchange.variables["groupName"])


class ErlOfPhone(_ErlOfOwner):
    """A phone's location, with its serial number."""

    modifiable = False

    def owner(self) -> Phone | None:
        return self.server.phones.with_serial(self.exchange.variables["serialNumber"])

    def get(self, variant: str) -> Response:
        return self.shown([self.location()], serial=self.exchange.variables["serialNumber"])


class ErlOfPhones(_Erl):
    """Assigns locations to phones, by serial number and ELIN."""

    readable = False
    refuses = frozenset(("POST", "DELETE"))

    def put(self) -> None:
        changes = []
        for values in self.body_list():
            phone = self.server.phones.with_serial(values["serial"])
            if phone is None:
                raise StatusError(400)
            changes.append((phone.id, str(self.with_elin(values["elin"])["id"])))
        for phone_id, number in changes:
            if phone_id is None:
                raise NullPointerError
            draft = self.server.phones.draft(phone_id)
            draft.settings[SETTING] = number
            self.server.phones.store(draft)
