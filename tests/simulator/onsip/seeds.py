# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the service starts with: an account with its administrator, an agent above it, and what no call can create."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from .actions.records import month
from .authority import ACCOUNT_ADMIN, AGENT_ADMIN, USER
from .entities.addresses import EXTERNAL_ADDRESS, GROUP_ADDRESS, USER_ADDRESS, VOICEMAIL_ADDRESS
from .entities.contacts import UNITED_STATES
from .service import written
from .store.store import Store
from .store.table import Row

PASSWORD = "rehearsal"

_CREATED = "2023-11-02T16:05:11+00:00"
_STAMPS = {"Created": _CREATED, "Modified": _CREATED}
#: only the number of the United States is known from recordings
_COUNTRIES = {UNITED_STATES: "United States of America", 36: "Canada", 73: "Germany", 206: "United Kingdom"}
_CONTACT = {
    "Organization": "Example Inc",
    "Address": "12 Sample Road",
    "City": "Springfield",
    "State": "IL",
    "Zipcode": "62701",
    "CountryId": UNITED_STATES,
    "Phone": "1-217-555-0100",
    "Modified": _CREATED,
}
_LETTERS_AND_DIGITS = string.ascii_letters + string.digits


def seeded(name: str, scale: Mapping[str, int], now: datetime) -> Store:
    """The store of a named seed.

    :param name: ``empty`` or ``demo``
    :param scale: how many more objects of a kind; kinds of other platforms are ignored
    :param now: the server's time, which the calls of ``demo`` lie before
    """
    seed = _Seed(now)
    if name == "demo":
        seed.add_demo()
    for kind, number in scale.items():
        grow = seed.growth.get(kind)
        if grow:
            for index in range(1, number + 1):
                grow(index)
    return seed.store


class _Seed:
    """A store in the making. The secrets in it are the same each time."""

    def __init__(self, now: datetime) -> None:
        self.store = Store()
        self._now = now
        self._random = random.Random("onsip")
        for number, name in _COUNTRIES.items():
            self.store.countries.add(CountryId=number, CountryName=name)
        contact = _contact("Example Admin", "admin@example.com")
        account = self.store.accounts.add(**_STAMPS, Contact=contact)
        self.organization = self._add_organization(account, "example.onsip.com", contact)
        self.administrator = self._add_user(self.organization, "admin", "admin.example", contact, ACCOUNT_ADMIN)
        self._add_agent(account)

    @property
    def growth(self) -> dict[str, Callable[[int], Any]]:
        return {
            "users": self._grow_user,
            "user_aliases": self._grow_alias,
            "voicemailboxes": self._grow_mailbox,
            "group_addresses": self._grow_group,
            "external_addresses": self._grow_external_address,
            "dids": self._grow_did,
            "cdrs": lambda index: self._add_call(index, self._now - timedelta(minutes=index)),
        }

    def _add_agent(self, account: Row) -> None:
        """The agent has an account of its own, and the account of the example below it."""
        contact = _contact("Example Agent", "agent@example.com")
        own = self.store.accounts.add(**_STAMPS, Contact=contact)
        organization = self._add_organization(own, "example-agent.onsip.com", contact)
        self._add_user(organization, "agent", "agent.example", contact, AGENT_ADMIN)
        self.store.accounts.change(account, AgentAccountId=own["AccountId"])

    def _add_organization(self, account: Row, domain: str, contact: Mapping[str, Any]) -> Row:
        return self.store.organizations.add(
            **_STAMPS, AccountId=account["AccountId"], Domain=domain, Contact=dict(contact)
        )

    def _add_user(
        self, organization: Row, username: str, auth_username: str, contact: Mapping[str, Any], role: str
    ) -> Row:
        user = self.store.users.add(
            **_STAMPS,
            **_place(organization),
            AuthUsername=auth_username,
            Password="".join(self._random.choices(_LETTERS_AND_DIGITS, k=16)),
            PortalPassword=PASSWORD,
            Contact=dict(contact),
            Roles=[role],
        )
        self._add_address(USER_ADDRESS.type, username, contact["Name"], organization, UserId=user["UserId"])
        return user

    def _add_address(self, type_: str, username: str, name: str, organization: Row | None = None, **own: Any) -> Row:
        place = _place(organization or self.organization)
        return self.store.addresses.add(**_STAMPS, **place, Type=type_, Username=username, Name=name, **own)

    def add_demo(self) -> None:
        """A standard user, invoices, resources, numbers for sale, registrations and calls."""
        account = {"AccountId": self.organization["AccountId"]}
        user = self._add_user(
            self.organization, "user", "user.example", _contact("Example User", "user@example.com"), USER
        )
        for offset in range(-24, 0):
            first, _next = month(self._now, offset)
            amounts = {"SubTotal": "49.95", "Tax": "3.10", "Total": "53.05"}
            self.store.account_invoices.add(**account, Date=first.date().isoformat(), **amounts)
        for number, name, limit in ((1, "Hosted user", 50), (2, "Conference suite", 5)):
            charges = {"OneTimeCharge": "0.00", "MonthlyRecurringCharge": "18.95"}
            self.store.account_resources.add(
                **account, ResourceId=number, Name=name, Limit=limit, Used=1, Description=name, **charges
            )
        for exchange in _EXCHANGES:
            self.store.exchanges.add(**exchange)
        for owner in (self.administrator, user):
            self._add_registration(owner)
        self._add_demo_calls(user)

    def _add_registration(self, user: Row) -> None:
        address = self.store.addresses.group("Owner", user["UserId"])[0]
        username, moment = address["Username"], self._now
        self.store.registrations.add(
            **_place(self.organization),
            UserId=user["UserId"],
            Username=username,
            Domain=self.organization["Domain"],
            Contact=f"sip:{username}@192.0.2.10:5060",
            Received="sip:198.51.100.10:5060",
            LastModified=written(moment),
            Modified=written(moment),
            Expires=written(moment + timedelta(hours=1)),
            Q="1.0",
            CSeq="1",
            CallId=f"{username}-registration@192.0.2.10",
            UserAgent="Example Phone 1.0",
        )

    def _add_demo_calls(self, user: Row) -> None:
        """Thirty calls of this month, so that they fill more than one page, and ten of the last one."""
        this_month, _next = month(self._now, 0)
        step = (self._now - this_month) / 30
        for index in range(30):
            self._add_call(index, this_month + step * index, user)
        for index in range(10):
            self._add_call(30 + index, this_month - timedelta(hours=index + 1), user)

    def _add_call(self, index: int, moment: datetime, user: Row | None = None) -> None:
        """Calls out are billed to a user; calls in are the organization's, and every third is not answered."""
        user = user or self.administrator
        inwards, answered = index % 2 == 1, index % 3 != 2
        length = 61 + index if answered else 0
        address = f"{self.store.addresses.group('Owner', user['UserId'])[0]['Username']}@{self.organization['Domain']}"
        number = f"1312555{100 + index % 100:04d}"
        self.store.cdrs.add(
            **_place(self.organization),
            UserId=None if inwards else user["UserId"],
            DateTime=written(moment),
            CallerId=f'"Caller" <{number}>' if inwards else f'"{user["Contact"]["Name"]}" <12175550100>',
            Source=number if inwards else address,
            Destination="12175550100" if inwards else number,
            Disposition="answered" if answered else "unanswered",
            Length=length,
            Price=f"{length * 0.0005:.4f}",
            AnswerDateTime=written(moment + timedelta(seconds=4)) if answered else "",
            EndDateTime=written(moment + timedelta(seconds=length + 20)),
            Routing="origination" if inwards else "termination",
        )

    def _grow_user(self, index: int) -> None:
        contact = _contact(f"Example User {index:05d}", f"user{index:05d}@example.com")
        self._add_user(self.organization, f"user{index:05d}", f"example_user{index:05d}", contact, USER)

    def _grow_alias(self, index: int) -> None:
        address = self.store.addresses.group("Owner", self.administrator["UserId"])[0]
        self.store.user_aliases.add(
            **_place(self.organization),
            UserId=self.administrator["UserId"],
            AliasUsername=str(10000 + index),
            AddressId=address["AddressId"],
        )

    def _grow_mailbox(self, index: int) -> None:
        mailbox = self.store.voicemailboxes.add(
            **_STAMPS,
            **_place(self.organization),
            Mailbox=str(20000 + index),
            Password="".join(self._random.choices(string.digits, k=4)),
            Fullname=f"Mailbox {index:05d}",
        )
        number = mailbox["VoicemailboxId"]
        self._add_address(VOICEMAIL_ADDRESS.type, f"vm{index:05d}", mailbox["Fullname"], VoicemailboxId=number)

    def _grow_group(self, index: int) -> None:
        member = self.store.addresses.group("Owner", self.administrator["UserId"])[0]
        members = [{"AddressId": member["AddressId"], "Priority": 1}]
        name = f"group{index:05d}"
        self._add_address(GROUP_ADDRESS.type, name, name, Ordering="parallel", Members=members)

    def _grow_external_address(self, index: int) -> None:
        name = f"external{index:05d}"
        self._add_address(EXTERNAL_ADDRESS.type, name, name, ForeignAddress=f"{index}@pbx.example.net")

    def _grow_did(self, index: int) -> None:
        owner = self.administrator["UserId"]
        self.store.dids.add(
            **_place(self.organization), UserId=owner, Created=_CREATED, Number=f"1999{index:07d}", Protocol="sip"
        )


def _place(organization: Row) -> dict[str, Any]:
    return {name: organization[name] for name in ("OrganizationId", "AccountId")}


def _contact(name: str, email: str) -> dict[str, Any]:
    return {**_CONTACT, "Name": name, "Email": email}


def _exchange(npa_id: int, npa: str, state: tuple[str, str], **own: Any) -> dict[str, Any]:
    return {"NpaId": npa_id, "Npa": npa, "PostalCode": state[0], "PostalName": state[1], **own}


def _lines(number: int) -> list[str]:
    """Line numbers that are kept for fiction in the exchange 555."""
    return [f"{100 + index:04d}" for index in range(number)]


_ILLINOIS, _NEW_YORK = ("IL", "Illinois"), ("NY", "New York")

_EXCHANGES = (
    _exchange(14, "217", _ILLINOIS, Num="555", Ratecenter="SPRINGFLD", Lines=_lines(50)),
    _exchange(14, "217", _ILLINOIS, Num="556", Ratecenter="SPRINGFLD"),
    _exchange(21, "212", _NEW_YORK, Num="555", Ratecenter="NEW YORK", Lines=_lines(10)),
    _exchange(21, "212", _NEW_YORK, Num="556", Ratecenter="NEW YORK", Status="unvailable"),
)
