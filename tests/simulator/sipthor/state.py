# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the provisioning server (NGNPro) owns: accounts and everything that belongs to them.

The classes are the one declaration of the state's JSON form: field names are the keys, in this order.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

#: diversion conditions in the order in which the server reads and writes them
CONDITIONS = ("FUNC", "FNOL", "FBUS", "FNOA", "FUNV")
VOICE_MAILBOX = "<voice-mailbox>"
#: the back end may hold the keyword without its brackets
VOICE_MAILBOX_KEYWORDS = (VOICE_MAILBOX, "voice-mailbox")
MOBILE_NUMBER = "<mobile-number>"
PHONEBOOK_GROUPS = ("vip", "business", "coworkers", "friends", "family")
#: groups that a subscriber switches with the check boxes of the settings tab
OPTIONAL_GROUPS = ("anonymous", "anonymous-reject", "missed-calls")
FIRST_MAILBOX = 2201


@dataclass
class Customer:
    """The owner or reseller of accounts."""

    id: int
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    mobile: str = ""


@dataclass
class Domain:
    domain: str
    reseller: int | None = None


@dataclass
class Mailbox:
    mailbox: str
    account: str
    password: str
    name: str = ""
    email: str = ""
    info: str = ""
    delete: bool = False


@dataclass
class AcceptRule:
    """Who may call on the days of the mask, Monday 1 to Sunday 64, between two times of day."""

    days: int
    start: str
    stop: str
    groups: list[str] = field(default_factory=list)


@dataclass
class TemporaryRule:
    """Overrides the accept rules until ``until`` (server time in seconds), or for good without it."""

    groups: list[str] = field(default_factory=list)
    until: float | None = None


@dataclass
class Device:
    contact: str
    user_agent: str
    expires: int = 600
    transport: str = "udp"
    public_contact: str | None = None


@dataclass
class CallRecord:
    """A call detail record; ``remote_party`` is quoted-printable as the accounting stores it.

    ``status`` is passed through as the accounting has it: a number or a text.
    """

    direction: str
    remote_party: str
    start: str
    stop: str | None
    duration: int = 0
    status: int | str = "200"
    price: str = "0.0000"
    display_name: str = ""
    session_id: str = ""
    from_tag: str = ""
    to_tag: str = ""
    proxy_ip: str = "192.0.2.10"
    media: list[str] = field(default_factory=lambda: ["audio"])


@dataclass
class IdentityProof:
    filename: str
    content_type: str
    base64: str


@dataclass
class DeletionRequest:
    id: str
    requested: float


@dataclass
class Account:
    """A SIP account. ``password_storage`` is ``clear`` or ``hash``: what ``password`` and new secrets are kept as.

    ``diversions`` maps a condition to a URI with its scheme or to a keyword. ``prepaid`` is the record that
    ``get_prepaid`` passes through, None for an account without prepaid credit.
    """

    username: str
    domain: str
    password: str
    password_storage: str = "clear"
    web_password: str | None = None
    owner: int | None = None
    email: str | None = None
    first_name: str = ""
    last_name: str = ""
    caller_id: str | None = None
    mobile_number: str = ""
    timezone: str = "Europe/Berlin"
    ring_timeout: int = 0
    quick_dial: str | None = ""
    language: str = "en"
    region: str = ""
    show_barring_tab: bool = False
    groups: list[str] = field(default_factory=list)
    diversions: dict[str, str] = field(default_factory=dict)
    accept_rules: list[AcceptRule] = field(default_factory=list)
    temporary_rule: TemporaryRule = field(default_factory=TemporaryRule)
    phonebook: dict[str, list[str]] = field(default_factory=dict)
    reject_rules: list[str] = field(default_factory=list)
    barring_prefixes: list[str] = field(default_factory=list)
    mailbox: Mailbox | None = None
    prepaid: dict[str, Any] | None = field(default_factory=lambda: {"balance": 0})
    balance_history: list[dict[str, Any]] = field(default_factory=list)
    devices: list[Device] = field(default_factory=list)
    calls: list[CallRecord] = field(default_factory=list)
    identity_proof: IdentityProof | None = None
    deletion_request: DeletionRequest | None = None

    @property
    def address(self) -> str:
        return f"{self.username}@{self.domain}"


@dataclass
class Alias:
    username: str
    domain: str
    account: str
    owner: int | None = None

    @property
    def address(self) -> str:
        return f"{self.username}@{self.domain}"


@dataclass
class EnumNumber:
    """A number that maps to an account; ``changed`` orders the numbers of an account."""

    number: str
    account: str
    owner: int | None = None
    type: str = "sip"
    changed: str = ""


@dataclass
class Voucher:
    """A prepaid card; ``used_by`` is the account that redeemed it."""

    id: int
    number: str
    value: float
    used_by: str | None = None


@dataclass
class JournalRow:
    id: int
    timestamp: str
    account: str
    uuid: str
    ip_address: str
    data: str


@dataclass
class Mail:
    """A message that the platform sent."""

    to: str
    subject: str
    body: str


_Record = TypeVar("_Record")
#: what the fields of a record hold that are records themselves
_NESTED: dict[str, type] = {
    "accept_rules": AcceptRule,
    "temporary_rule": TemporaryRule,
    "mailbox": Mailbox,
    "devices": Device,
    "calls": CallRecord,
    "identity_proof": IdentityProof,
    "deletion_request": DeletionRequest,
}


def record_from(kind: type[_Record], values: Mapping[str, Any]) -> _Record:
    """A record out of its JSON form; missing keys take their defaults.

    :raises ValueError: a key that the record does not have, or a required one is missing
    """
    nested = _NESTED if kind is Account else {}
    arguments: dict[str, Any] = {}
    for name, value in values.items():
        inner = nested.get(name)
        if inner and isinstance(value, list):
            arguments[name] = [record_from(inner, item) for item in value]
        elif inner and isinstance(value, Mapping):
            arguments[name] = record_from(inner, value)
        else:
            arguments[name] = value
    try:
        return kind(**arguments)
    except TypeError as error:
        raise ValueError(f"sipthor state: {error}") from error


class Platform:
    """All state, with the indexes that keep every request independent of the number of accounts."""

    def __init__(self) -> None:
        self.domains: dict[str, Domain] = {}
        self.customers: dict[int, Customer] = {}
        self.vouchers: dict[int, Voucher] = {}
        self.mails: list[Mail] = []
        self.next_mailbox = FIRST_MAILBOX
        self.next_journal_id = 1
        self._accounts: dict[str, Account] = {}
        self._aliases: dict[str, Alias] = {}
        self._aliases_of: dict[str, set[str]] = {}
        self._enum_of: dict[str, list[EnumNumber]] = {}
        self._journal_of: dict[str, list[JournalRow]] = {}

    def account(self, address: str) -> Account | None:
        return self._accounts.get(address)

    def add_account(self, account: Account) -> None:
        self._accounts[account.address] = account

    def remove_account(self, account: Account) -> None:
        """Remove an account with its aliases and numbers; its journal rows stay."""
        for alias in self.aliases_of(account.address):
            self.remove_alias(alias)
        self._enum_of.pop(account.address, None)
        self._accounts.pop(account.address, None)

    def is_taken(self, address: str) -> bool:
        """Whether any account or alias of the platform has the address."""
        return address in self._accounts or address in self._aliases

    def alias(self, address: str) -> Alias | None:
        return self._aliases.get(address)

    def aliases_of(self, account_address: str) -> list[Alias]:
        aliases = (self._aliases[address] for address in self._aliases_of.get(account_address, ()))
        return sorted(aliases, key=lambda alias: (alias.username, alias.domain))

    def add_alias(self, alias: Alias) -> None:
        self._aliases[alias.address] = alias
        self._aliases_of.setdefault(alias.account, set()).add(alias.address)

    def remove_alias(self, alias: Alias) -> None:
        del self._aliases[alias.address]
        self._aliases_of[alias.account].discard(alias.address)

    def enum_of(self, account_address: str) -> list[EnumNumber]:
        return self._enum_of.get(account_address, [])

    def add_enum(self, number: EnumNumber) -> None:
        self._enum_of.setdefault(number.account, []).append(number)

    def journal_of(self, account_address: str, after_id: int = 0) -> list[JournalRow]:
        """The rows of an account with a greater id, by id."""
        rows = self._journal_of.get(account_address, [])
        return rows[bisect_right(rows, after_id, key=lambda row: row.id) :]

    def add_journal_row(self, row: JournalRow) -> None:
        self._journal_of.setdefault(row.account, []).append(row)
        self.next_journal_id = max(self.next_journal_id, row.id + 1)

    def to_json(self) -> dict[str, Any]:
        state: dict[str, Any] = {
            name: [dataclasses.asdict(record) for record in records] for name, _kind, records in self._tables()
        }
        state["next_mailbox"] = self.next_mailbox
        state["next_journal_id"] = self.next_journal_id
        return state

    @classmethod
    def from_json(cls, state: Mapping[str, Any]) -> Platform:
        """The state that ``to_json`` described; missing tables are empty.

        :raises ValueError: a table or a field that there is not
        """
        platform = cls()
        adders: dict[str, Callable[[Any], None]] = {
            "domains": lambda domain: platform.domains.update({domain.domain: domain}),
            "customers": lambda customer: platform.customers.update({customer.id: customer}),
            "accounts": platform.add_account,
            "aliases": platform.add_alias,
            "enum_numbers": platform.add_enum,
            "vouchers": lambda voucher: platform.vouchers.update({voucher.id: voucher}),
            "journal": platform.add_journal_row,
            "mails": platform.mails.append,
        }
        counters = {"next_mailbox", "next_journal_id"}
        unknown = set(state) - set(adders) - counters
        if unknown:
            raise ValueError(f"sipthor state has no {', '.join(sorted(unknown))}")
        for name, kind, _records in platform._tables():
            for values in state.get(name, []):
                adders[name](record_from(kind, values))
        platform.next_mailbox = state.get("next_mailbox", FIRST_MAILBOX)
        platform.next_journal_id = max(platform.next_journal_id, state.get("next_journal_id", 1))
        return platform

    def _tables(self) -> Iterator[tuple[str, type, list[Any]]]:
        yield "domains", Domain, list(self.domains.values())
        yield "customers", Customer, list(self.customers.values())
        yield "accounts", Account, list(self._accounts.values())
        yield "aliases", Alias, list(self._aliases.values())
        yield "enum_numbers", EnumNumber, [number for numbers in self._enum_of.values() for number in numbers]
        yield "vouchers", Voucher, list(self.vouchers.values())
        yield (
            "journal",
            JournalRow,
            sorted((row for rows in self._journal_of.values() for row in rows), key=lambda row: row.id),
        )
        yield "mails", Mail, self.mails
