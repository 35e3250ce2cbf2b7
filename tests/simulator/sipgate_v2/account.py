# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state of an account and its invariants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..sipgate_common.records import Records
from ..sipgate_common.table import Row, Table
from .entities import DOCUMENTS, ENTITIES


class EndpointKind(NamedTuple):
    """Where the extensions of one letter live, and what the API calls them."""

    table: str
    type: str
    path: str


#: the letter of an extension id -> its kind
ENDPOINT_KINDS: Mapping[str, EndpointKind] = {
    "e": EndpointKind("devices", "REGISTER", "/devices/{id}"),
    "x": EndpointKind("devices", "EXTERNAL", "/devices/{id}"),
    "y": EndpointKind("devices", "MOBILE", "/devices/{id}"),
    "p": EndpointKind("phonelines", "PHONELINE", "/{owner}/phonelines/{id}"),
    "f": EndpointKind("faxlines", "FAX", "/{owner}/faxlines/{id}"),
    "g": EndpointKind("groups", "GROUP", "/groups/{id}"),
    "v": EndpointKind("voicemails", "VOICEMAIL", "/voicemails/{id}"),
    "s": EndpointKind("sms", "SMS", "/{owner}/sms/{id}"),
    "w": EndpointKind("users", "USER", "/users/{id}"),
}


class Account(Records):
    """All records of one account, and how they hang together."""

    users: Table
    tokens: Table
    addresses: Table
    devices: Table
    phonelines: Table
    voicemails: Table
    faxlines: Table
    groups: Table
    numbers: Table
    sms: Table
    notifications: Table
    contacts: Table
    blacklist: Table
    oauth_clients: Table
    history: Table
    calls: Table
    portings: Table
    app_events: Table

    def __init__(self) -> None:
        super().__init__(ENTITIES, DOCUMENTS)

    def charge(self, price: int) -> None:
        """Take a price, in ten-thousandths, off the balance."""
        self.change_document("balance", amount=self.documents["balance"]["amount"] - price)

    def affords(self, price: int) -> bool:
        """Whether the balance covers a price."""
        return bool(self.documents["balance"]["amount"] >= price)

    # endpoints

    def endpoint(self, identifier: str) -> Row | None:
        """The record of an extension id of any letter."""
        kind = ENDPOINT_KINDS.get(identifier[:1])
        return self.tables[kind.table].get(identifier) if kind else None

    def endpoint_alias(self, identifier: str) -> str:
        """The display name of an endpoint; "" if there is none."""
        row = self.endpoint(identifier)
        if row is None:
            return ""
        return full_name(row) if identifier.startswith("w") else row["alias"]

    def endpoint_path(self, identifier: str) -> str:
        """The path of an endpoint below the API's base; "" if there is none."""
        row = self.endpoint(identifier)
        if row is None:
            return ""
        if identifier.startswith("f") and row["owner"].startswith("g"):
            return f"/groupfaxlines/{identifier}"
        return ENDPOINT_KINDS[identifier[0]].path.format(id=identifier, owner=row.get("owner"))

    def endpoint_owner(self, identifier: str) -> str:
        """The id of the user or group an endpoint belongs to; a user or group belongs to itself."""
        row = self.endpoint(identifier)
        if row is None:
            return ""
        if identifier.startswith("v"):
            return self.endpoint_owner(row["endpointId"])
        return row.get("owner") or identifier

    # removal, with everything that depends on it

    def _forget_endpoint(self, identifier: str) -> None:
        for number in self.numbers.where("endpointId", identifier):
            self.numbers.change(number, endpointId="")
        for notification in self.notifications.where("endpointId", identifier):
            self.notifications.remove(notification)

    def remove_device(self, device: Row) -> None:
        for table in (self.phonelines, self.groups):
            for row in table.where("devices", device["id"]):
                table.change(row, devices=[member for member in row["devices"] if member != device["id"]])
        for user in self.users.where("defaultDevice", device["id"]):
            self.users.change(user, defaultDevice=None)
        self._forget_endpoint(device["id"])
        self.devices.remove(device)

    def remove_phoneline(self, line: Row) -> None:
        for voicemail in self.voicemails.where("endpointId", line["id"]):
            self._forget_endpoint(voicemail["id"])
            self.voicemails.remove(voicemail)
        self._forget_endpoint(line["id"])
        self.phonelines.remove(line)

    def remove_faxline(self, line: Row) -> None:
        self._forget_endpoint(line["id"])
        self.faxlines.remove(line)

    def remove_user(self, user: Row) -> None:
        owner = user["id"]
        for table, remove in (
            (self.devices, self.remove_device),
            (self.phonelines, self.remove_phoneline),
            (self.faxlines, self.remove_faxline),
        ):
            for row in table.where("owner", owner):
                remove(row)
        for group in self.groups.where("users", owner):
            self.groups.change(group, users=[member for member in group["users"] if member != owner])
        for contact in self.contacts.where("owner", owner):
            if contact["scope"] == "PRIVATE":
                self.contacts.remove(contact)
        for token in self.tokens.where("userId", owner):
            self.tokens.remove(token)
        for extension in self.sms.where("owner", owner):
            self._forget_endpoint(extension["id"])
            self.sms.remove(extension)
        for notification in self.notifications.where("owner", owner):
            self.notifications.remove(notification)
        for number in self.numbers.where("endpointId", owner):
            if number["type"] == "QUICKDIAL":
                # A short code is a user's: without one there is none.
                self.numbers.remove(number)
        self._forget_endpoint(owner)
        self.users.remove(user)


def full_name(user: Row) -> str:
    """A user's first and last name."""
    return f"{user['firstname']} {user['lastname']}".strip()
