# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where objects belong, and the names by which they refer to each other; each listing is read once a call."""

from __future__ import annotations

import threading
import typing as t
from dataclasses import dataclass

from .._model.errors import ItemError
from .client import OnsipClient
from .envelope import text

_T = t.TypeVar("_T")

#: kinds of references whose names are SIP addresses
ADDRESS_KINDS = ("address", "user_address")


@dataclass(frozen=True)
class Place:
    """The organization that objects belong to.

    :param organization_id: its id.
    :param account_id: id of the account above it.
    :param domain: its SIP domain.
    """

    organization_id: str
    account_id: str
    domain: str


class Names:
    """Looks names up in listings, never one request a name.

    :param client: of the service.
    """

    def __init__(self, client: OnsipClient) -> None:
        self._client = client
        self._lock = threading.RLock()
        self._read: dict[str, t.Any] = {}

    def place(self) -> Place:
        """The organization that the user named, or else the user's own."""
        return self.once("place", self._find_place)

    def account_id(self) -> str:
        """The account of that organization."""
        return self.place().account_id

    def in_organization(self) -> dict[str, str]:
        """The scope of listings."""
        return {"OrganizationId": self.place().organization_id}

    def in_account(self) -> dict[str, str]:
        """The scope of listings that cross organizations."""
        return {"AccountId": self.place().account_id}

    def users(self) -> dict[str, str]:
        """The name of each user of the organization, to its id."""
        return self.once("users", self._read_users)

    def user_called(self, name: str) -> str:
        """The id of a user. :raises ItemError: the organization has none of this name."""
        return self._found(self.users(), name.strip().lower(), "user")

    def user_numbered(self, identity: str | None) -> str | None:
        """The name of a user; ``None`` when there is none of this id."""
        return next((name for name, known in self.users().items() if known == identity), None)

    def mailboxes(self) -> dict[str, str]:
        """The number of each voicemail box of the organization, to its id."""
        return self.once("mailboxes", lambda: self._numbered("Voicemailbox", "Voicemailboxes", "Mailbox"))

    def mailbox_called(self, number: str) -> str:
        """The id of a voicemail box. :raises ItemError: the organization has none of this number."""
        return self._found(self.mailboxes(), number, "voicemail box")

    def addresses(self) -> dict[str, str]:
        """Every address of the account as it is written in options, to its kind."""
        return self.once("addresses", self._read_addresses)

    def countries(self) -> dict[str, str]:
        """The name of each country in lower case, to its number."""
        return self.once("countries", self._read_countries)

    def country_called(self, name: str) -> str:
        """The number of a country. :raises ItemError: the service knows none of this name."""
        wanted = name.strip()
        if wanted.isdigit():
            return wanted
        return self._found(self.countries(), wanted.lower(), "country")

    def known(self, kind: str) -> t.Container[str]:
        """The names of all objects of a kind."""
        if kind == "user":
            return _AnyCase(self.users())
        if kind == "voicemail_box":
            return self.mailboxes()
        if kind == "user_address":
            return {name for name, type_ in self.addresses().items() if type_ == "user"}
        return self.addresses()

    def short(self, address: str) -> str:
        """An address as options have it: without the domain if that is the organization's own."""
        name, _at, domain = address.strip().lower().partition("@")
        return name if domain in ("", self.place().domain) else f"{name}@{domain}"

    def whole(self, address: str) -> str:
        """An address as the service has it."""
        return address if "@" in address else f"{address}@{self.place().domain}"

    def shown_address(self, row: t.Any) -> str:
        """The option form of an address that an answer shows in parts; empty when it shows none."""
        if not isinstance(row, dict) or not text(row.get("Username")):
            return ""
        return self.short(f"{text(row.get('Username'))}@{text(row.get('Domain'))}")

    def once(self, kind: str, read: t.Callable[[], _T]) -> _T:
        """What a function reads, read when it is first asked for in this call."""
        with self._lock:
            if kind not in self._read:
                self._read[kind] = read()
            return t.cast(_T, self._read[kind])

    @staticmethod
    def _found(ids: t.Mapping[str, str], name: str, kind: str) -> str:
        if name not in ids:
            raise ItemError(f"{kind} {name!r} does not exist on the server")
        return ids[name]

    def _find_place(self) -> Place:
        client = self._client
        if client.organization:
            selector = {"Domain": client.organization.strip().lower()}
        else:
            user = client.own_user()
            selector = {"OrganizationId": text(user.get("OrganizationId"))}
            if text(user.get("Domain")):
                return Place(selector["OrganizationId"], text(user.get("AccountId")), text(user["Domain"]).lower())
        row = client.row(client.read("OrganizationRead", selector), "OrganizationRead", "Organization")
        return Place(text(row.get("OrganizationId")), text(row.get("AccountId")), text(row.get("Domain")).lower())

    def _read_users(self) -> dict[str, str]:
        rows = self._client.browse("UserBrowse", "Users", "User", self.in_organization(), "UserId")
        return {text(row.get("AuthUsername")).lower(): text(row.get("UserId")) for row in rows}

    def _numbered(self, element: str, container: str, name: str) -> dict[str, str]:
        rows = self._client.browse(f"{element}Browse", container, element, self.in_organization(), f"{element}Id")
        return {text(row.get(name)): text(row.get(f"{element}Id")) for row in rows}

    def _read_addresses(self) -> dict[str, str]:
        rows = self._client.browse("AddressBrowse", "Addresses", "Address", self.in_account())
        return {self.shown_address(row): text(row.get("Type")) for row in rows}

    def _read_countries(self) -> dict[str, str]:
        rows = self._client.browse("CountryBrowse", "Countries", "Country", {})
        return {text(row.get("CountryName")).lower(): text(row.get("CountryId")) for row in rows}


def names_of(client: OnsipClient) -> Names:
    """The names of a client's service: one for all that is done through the client."""
    if client.names is None:
        client.names = Names(client)
    return client.names


class _AnyCase:
    """Names that are compared in lower case."""

    def __init__(self, names: t.Container[str]) -> None:
        self._names = names

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.strip().lower() in self._names
