# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the platform starts from: a new account, or accounts with what no API can create."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta, timezone
from typing import Any

from .backend.sip_port import TIMESTAMP
from .digest import md5
from .state import (
    Account,
    CallRecord,
    Customer,
    Device,
    Domain,
    EnumNumber,
    IdentityProof,
    Mailbox,
    Platform,
    TemporaryRule,
    Voucher,
)

DOMAIN = "example.com"
PASSWORD = "rehearsal"
DEMO_ACCOUNTS = 10
RESELLER, FIRST_OWNER = 1, 100
#: the first demo account of its kind speaks this language
DEMO_LANGUAGES = {2: "nl", 3: "de"}
HASHED_ACCOUNT, WEB_PASSWORD_ACCOUNT, POSTPAID_ACCOUNT, BARE_ACCOUNT = 4, 5, 6, 7


def named(seed: str, users: int) -> Platform:
    """A named seed.

    :param seed: ``empty`` (the account ``alice``) or ``demo`` (accounts ``user0001`` … besides)
    :param users: how many accounts ``user0001`` … there are at least
    :return: all of the state; its times are real ones, because a seed sets the clock back
    """
    platform = Platform()
    platform.domains[DOMAIN] = Domain(DOMAIN, RESELLER)
    platform.customers[RESELLER] = Customer(RESELLER, "Example", "Telephony", f"support@{DOMAIN}")
    _add(platform, _account("alice", FIRST_OWNER, "Alice", "Example"), FIRST_OWNER)
    furnished = DEMO_ACCOUNTS if seed == "demo" else 0
    for number in range(1, max(furnished, users) + 1):
        owner = FIRST_OWNER + number
        account = _account(f"user{number:04d}", owner, "User", f"{number:04d}")
        _add(platform, account, owner)
        if number <= furnished:
            _furnish(platform, account, number)
    if furnished:
        for card in range(1001, 1021):
            platform.vouchers[card] = Voucher(card, f"555-01{card - 1001:02d}", 10.0)
    return platform


def _account(username: str, owner: int, first_name: str, last_name: str) -> Account:
    return Account(
        username,
        DOMAIN,
        PASSWORD,
        owner=owner,
        email=f"{username}@{DOMAIN}",
        first_name=first_name,
        last_name=last_name,
        caller_id="",
        groups=["free-pstn"],
    )


def _add(platform: Platform, account: Account, owner: int) -> None:
    platform.customers[owner] = Customer(owner, account.first_name, account.last_name, account.email or "")
    platform.add_account(account)


def _furnish(platform: Platform, account: Account, number: int) -> None:
    account.language = DEMO_LANGUAGES.get(number, "en")
    account.caller_id = f"0049302312{5000 + number}"
    if number == HASHED_ACCOUNT:
        account.password_storage = "hash"
        account.password = md5(f"{account.username}:{DOMAIN}:{PASSWORD}")
    if number == WEB_PASSWORD_ACCOUNT:
        account.password = f"sip-{PASSWORD}"
        account.web_password = ":".join(
            md5(f"{name}:{DOMAIN}:{PASSWORD}") for name in (account.username, account.address)
        )
    if number == POSTPAID_ACCOUNT:
        account.prepaid = None
    if number in (POSTPAID_ACCOUNT, BARE_ACCOUNT):
        return
    platform.customers[account.owner or 0].mobile = f"+4930231259{number:02d}"
    for index in range(2):
        # The second number tells ENUM limits and order apart from a single one.
        changed = f"2024-01-{number + index:02d} 08:00:00"
        platform.add_enum(EnumNumber(f"+493023125{index}{number:02d}", account.address, account.owner, "sip", changed))
    account.phonebook = {"friends": [f"sip:alice@{DOMAIN}"], "family": [], "coworkers": [f"sip:user0001@{DOMAIN}"]}
    account.temporary_rule = TemporaryRule(["everybody"])
    account.mailbox = _mailbox(platform, account)
    account.devices = _devices(number)
    account.calls = _calls(number)
    account.balance_history = _balance_history(account.calls)
    account.prepaid = {"balance": account.balance_history[0]["balance"]}
    if number == 1:
        document = base64.b64encode(b"identity document of a demo account\n").decode()
        account.identity_proof = IdentityProof("identity.txt", "application/octet-stream", document)


def _mailbox(platform: Platform, account: Account) -> Mailbox:
    box = str(platform.next_mailbox)
    platform.next_mailbox += 1
    return Mailbox(
        mailbox=box,
        account=f"{box}@vm.{DOMAIN}",
        password=f"{4800 + int(box) % 100:04d}",
        name=f"{account.first_name} {account.last_name}",
        email=account.email or "",
        delete=False,
    )


def _devices(number: int) -> list[Device]:
    desk = Device(f"192.0.2.{number}:5060", "Example Desk Phone 1.0")
    soft = Device(f"10.0.0.{number}:53412", "Blink 6.0.0", 3600, "tls", f"198.51.100.{number}:53412")
    return [desk, soft]


def _calls(number: int) -> list[CallRecord]:
    now = datetime.now(timezone.utc).replace(microsecond=0)

    def call(hours_ago: int, direction: str, remote: str, duration: int, **more: Any) -> CallRecord:
        start = now - timedelta(hours=hours_ago)
        return CallRecord(
            direction,
            remote,
            start.strftime(TIMESTAMP),
            (start + timedelta(seconds=duration)).strftime(TIMESTAMP),
            duration,
            session_id=f"{number:04d}-{hours_ago:04d}@192.0.2.{number}",
            from_tag=f"f{number:04d}{hours_ago:04d}",
            to_tag=f"t{number:04d}{hours_ago:04d}",
            **more,
        )

    return [
        call(2, "placed", "sip:004930231250=30@example.com", 125, price="0.2500"),
        call(5, "received", f"sip:alice@{DOMAIN}", 61, display_name="Alice Example", media=["audio", "chat"]),
        call(30, "placed", f"sip:alice@{DOMAIN}", 40, price="0.0000"),
        call(31, "placed", "sip:00493023125031@example.com", 0, status="435"),
        call(20 * 24, "placed", "sip:00493023125032@example.com", 300, price="0.5000"),
    ]


def _balance_history(calls: list[CallRecord]) -> list[dict[str, Any]]:
    """A card of 10 units and a debit for each placed call, newest first."""
    placed = sorted((call for call in calls if call.direction == "placed"), key=lambda call: call.start)
    balance = 10.0
    rows = [_row("2024-01-01 08:00:00", "Set balance", "Prepaid card 1000", 10.0, balance, "")]
    for call in placed:
        balance = round(balance - float(call.price), 4)
        description = f"Session to {call.remote_party}"
        rows.append(_row(call.stop or "", "Debit balance", description, -float(call.price), balance, call.session_id))
    return rows[::-1]


def _row(date: str, action: str, description: str, value: float, balance: float, session: str) -> dict[str, Any]:
    return {
        "date": date,
        "action": action,
        "description": description,
        "value": value,
        "balance": balance,
        "session": session,
    }
