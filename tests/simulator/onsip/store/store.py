# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All tables of the service, how they are connected, and what disappears together."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from ..entities.accounts import ACCOUNT, ACCOUNT_INVOICE, ACCOUNT_RESOURCE, ORGANIZATION, USER
from ..entities.addresses import address_columns
from ..entities.contacts import COUNTRY
from ..entities.telephony import CDR, DID, E911_LOCATION, EXCHANGE, REGISTRATION, USER_ALIAS, VOICEMAILBOX
from .table import Keys, Row, Table, TableError

#: the parameters that select the parent in a listing, and the groups of the tables behind them
SCOPES = ("AccountId", "OrganizationId", "UserId")


def _by(*columns: str) -> Keys:
    """One key made of columns, ignoring case; none if a column is empty."""

    def keys(row: Row) -> Iterable[Hashable]:
        values = tuple(_folded(row[column]) for column in columns)
        return () if None in values else (values if len(values) > 1 else values[0],)

    return keys


def _folded(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _in_partitions(column: str) -> Keys:
    """Addresses are listed by kind, and all kinds together under None."""

    def keys(row: Row) -> Iterable[Hashable]:
        return () if row.get(column) is None else ((row["Type"], row[column]), (None, row[column]))

    return keys


def _scoped(columns: Iterable[str]) -> dict[str, Keys]:
    return {column: _whole(column) for column in columns}


def _whole(column: str) -> Keys:
    def keys(row: Row) -> Iterable[Hashable]:
        return () if row[column] is None else ((None, row[column]),)

    return keys


def _members(row: Row) -> Iterable[Hashable]:
    return {member["AddressId"] for member in row["Members"]}


def _tables() -> dict[str, Table]:
    """Every table by the name it has in the state."""
    owned = _scoped(SCOPES)
    of_account = _scoped(SCOPES[:1])
    of_organization = _scoped(SCOPES[:2])
    return {
        "countries": Table("CountryId", 1, COUNTRY.columns),
        "accounts": Table("AccountId", 6120, ACCOUNT.columns, groups={**of_account, "Agent": _by("AgentAccountId")}),
        "account_invoices": Table("AccountInvoiceId", 20001, ACCOUNT_INVOICE.columns, groups=of_account),
        "account_resources": Table(
            "AccountResourceId",
            1,
            ACCOUNT_RESOURCE.columns,
            {"Resource": _by("AccountId", "ResourceId")},
            of_account,
        ),
        "organizations": Table(
            "OrganizationId", 7301, ORGANIZATION.columns, {"Domain": _by("Domain")}, of_organization
        ),
        "users": Table("UserId", 41001, USER.columns, {"AuthUsername": _by("AuthUsername")}, owned),
        "addresses": Table(
            "AddressId",
            88001,
            address_columns(),
            {"Name": _by("OrganizationId", "Username")},
            {
                **{column: _in_partitions(column) for column in SCOPES},
                "Owner": _by("UserId"),
                "VoicemailboxId": _by("VoicemailboxId"),
                "E911LocationId": _by("E911LocationId"),
                "DefaultAddressId": _by("DefaultAddressId"),
                "Member": _members,
            },
        ),
        "user_aliases": Table(
            "UserAliasId",
            1,
            USER_ALIAS.columns,
            {"Name": _by("OrganizationId", "AliasUsername")},
            {**owned, "AddressId": _by("AddressId")},
        ),
        "voicemailboxes": Table(
            "VoicemailboxId",
            11801,
            VOICEMAILBOX.columns,
            {"Number": _by("OrganizationId", "Mailbox")},
            {**of_organization, "MwiAddressId": _by("MwiAddressId")},
        ),
        "dids": Table(
            "DidId",
            30551,
            DID.columns,
            {"Number": _by("Number")},
            {**owned, "Owner": _by("UserId"), "DestinationAddressId": _by("DestinationAddressId")},
        ),
        "exchanges": Table("ExchangeId", 1, EXCHANGE.columns, {"Prefix": lambda row: (row["Npa"] + row["Num"],)}),
        "e911_locations": Table("E911LocationId", 501, E911_LOCATION.columns, groups=owned),
        "cdrs": Table("CdrId", 990001, CDR.columns, groups=owned),
        "registrations": Table("RegistrationId", 1, REGISTRATION.columns, groups=owned),
    }


class Store:
    """What the service keeps: accounts with organizations, users, addresses and all that belongs to them."""

    countries: Table
    accounts: Table
    account_invoices: Table
    account_resources: Table
    organizations: Table
    users: Table
    addresses: Table
    user_aliases: Table
    voicemailboxes: Table
    dids: Table
    exchanges: Table
    e911_locations: Table
    cdrs: Table
    registrations: Table

    def __init__(self) -> None:
        self._tables = _tables()
        for name, table in self._tables.items():
            setattr(self, name, table)

    def dump(self) -> dict[str, Any]:
        """Everything as JSON-ready data of its own."""
        tables = {name: {"next_id": table.next_id, "rows": table.rows()} for name, table in self._tables.items()}
        copy: dict[str, Any] = json.loads(json.dumps(tables))
        return copy

    @classmethod
    def restored(cls, state: Mapping[str, Any]) -> Store:
        """The store that ``dump`` described; a table that is not mentioned is empty.

        :raises TableError: if the data has not that form
        """
        store = cls()
        for name, content in json.loads(json.dumps(state)).items():
            if name not in store._tables:
                raise TableError(f"there is no table {name!r}; there are: {', '.join(store._tables)}")
            table = store._tables[name]
            for row in content.get("rows", ()):
                table.add(**row)
            table.next_id = max(table.next_id, content.get("next_id", 0))
        return store

    def domain(self, organization_id: Any) -> str:
        """The SIP domain of an organization."""
        name: str = self.organizations.existing(organization_id)["Domain"]
        return name

    def organization_of(self, row: Row) -> Row:
        """The organization an object belongs to."""
        return self.organizations.existing(row["OrganizationId"])

    def full_name(self, address: Row) -> str:
        """An address as ``username@domain``."""
        return f"{address['Username']}@{self.domain(address['OrganizationId'])}"

    def organization_of_domain(self, domain: str) -> Row | None:
        return self.organizations.find("Domain", domain.lower())

    def address_named(self, full_name: Any) -> Row | None:
        """The address, of any kind, that is called ``username@domain``."""
        username, _at, domain = full_name.rpartition("@") if isinstance(full_name, str) else ("", "", "")
        organization = self.organization_of_domain(domain)
        return self.address_in(organization, username) if organization else None

    def address_in(self, organization: Row, username: str) -> Row | None:
        """The address of an organization with this local part."""
        return self.addresses.find("Name", (organization["OrganizationId"], username.lower()))

    def alias_in(self, organization: Row, username: str) -> Row | None:
        """The extension of an organization that is called so."""
        return self.user_aliases.find("Name", (organization["OrganizationId"], username.lower()))

    def is_free(self, organization: Row, username: str) -> bool:
        """Whether neither an address nor an extension of the organization is called so."""
        return not self.address_in(organization, username) and not self.alias_in(organization, username)

    def user_called(self, name: str) -> Row | None:
        """The user that a login name means: an AuthUsername, or ``user@domain`` by address or by AuthUsername."""
        user = self.users.find("AuthUsername", name.lower())
        if user is None:
            address = self.address_named(name)
            user = self.users.get(address["UserId"]) if address and address["Type"] == "user" else None
        if user is None:
            auth_username, _at, domain = name.rpartition("@")
            user = self.users.find("AuthUsername", auth_username.lower())
            if user is not None and self.domain(user["OrganizationId"]).lower() != domain.lower():
                user = None
        return user

    def give_aliases_to(self, address: Row) -> None:
        """Extensions belong to the owner of the address they lead to."""
        for alias in self.user_aliases.group("AddressId", address["AddressId"]):
            if alias["UserId"] != address["UserId"]:
                self.user_aliases.change(alias, UserId=address["UserId"])

    def remove_address(self, address: Row) -> None:
        """Remove an address with its extensions, its memberships, and the failovers that lead to it."""
        number = address["AddressId"]
        for alias in self.user_aliases.group("AddressId", number):
            self.user_aliases.remove(alias)
        self._forget(self.addresses, "DefaultAddressId", number)
        self._forget(self.voicemailboxes, "MwiAddressId", number)
        self._forget(self.dids, "DestinationAddressId", number)
        for group in self.addresses.group("Member", number):
            remaining = [member for member in group["Members"] if member["AddressId"] != number]
            self.addresses.change(group, Members=remaining)
        self.addresses.remove(address)

    def remove_voicemailbox(self, mailbox: Row) -> None:
        """Remove a mailbox with its addresses."""
        for address in self.addresses.group("VoicemailboxId", mailbox["VoicemailboxId"]):
            self.remove_address(address)
        self.voicemailboxes.remove(mailbox)

    def remove_user(self, user: Row) -> None:
        """Remove a user with the addresses it owns, and its private emergency locations; mailboxes stay."""
        for address in self.addresses.group("Owner", user["UserId"]):
            self.remove_address(address)
        for location in self.e911_locations.group("UserId", (None, user["UserId"])):
            self.remove_location(location)
        self.users.remove(user)

    def remove_location(self, location: Row) -> None:
        """Remove an emergency location and its assignments."""
        self._forget(self.addresses, "E911LocationId", location["E911LocationId"])
        self.e911_locations.remove(location)

    @staticmethod
    def _forget(table: Table, column: str, number: int) -> None:
        for row in table.group(column, number):
            table.change(row, **{column: None})
