# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``SipPort``: accounts, aliases, diversions, rules, groups, devices, calls and prepaid credit."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from ..state import (
    CONDITIONS,
    PHONEBOOK_GROUPS,
    AcceptRule,
    Account,
    Alias,
    CallRecord,
    Device,
    Domain,
    TemporaryRule,
    Voucher,
)
from .link import Port, RefusedError, operation

ALIAS_LIMIT = 20
CALL_LIMIT = 50
CALL_WINDOW = timedelta(days=14)
BALANCE_LIMIT = 200
TIMESTAMP = "%Y-%m-%d %H:%M:%S"

_ILLEGAL_ALIAS = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff]")


@dataclass
class AcceptRules:
    """The structure that the page reads and writes as a whole; ``duration`` is in minutes."""

    persistent: list[AcceptRule] = field(default_factory=list)
    temporary_groups: list[str] = field(default_factory=list)
    duration: int = 0
    groups: list[str] = field(default_factory=list)


class SipPort(Port):
    """``SipPort``."""

    name = "SipPort"

    @operation("getAccount")
    def get_account(self, username: str, domain: str) -> Account:
        account = self.platform.account(f"{username}@{domain}")
        if account is None:
            raise RefusedError(1010)
        return account

    @operation("updateAccount")
    def update_account(self, account: Account, **values: Any) -> None:
        self.link.store(account, **values)

    @operation("deleteAccount")
    def delete_account(self, account: Account) -> None:
        self.platform.remove_account(account)
        self.link.call.applied = True

    @operation("getDomains")
    def get_domain(self, domain: str) -> Domain:
        found = self.platform.domains.get(domain)
        if found is None:
            raise RefusedError(5010)
        return found

    @operation("getAliases")
    def get_aliases(self, account: Account) -> list[Alias]:
        """The first twenty by user name: the page asks for no more."""
        return self.platform.aliases_of(account.address)[:ALIAS_LIMIT]

    @operation("addAlias")
    def add_alias(self, account: Account, username: str) -> None:
        """Aliases are unique against all accounts and aliases of the platform; their number may be limited."""
        alias = Alias(username, account.domain, account.address, account.owner)
        limit = self.link.knobs["alias_limit"]
        if _ILLEGAL_ALIAS.search(username):
            raise RefusedError(1014)
        if self.platform.is_taken(alias.address):
            raise RefusedError(self.link.knobs["duplicate_alias_code"], self.link.knobs["duplicate_alias_text"])
        if limit is not None and len(self.platform.aliases_of(account.address)) >= limit:
            raise RefusedError(1012)
        self.platform.add_alias(alias)
        self.link.call.applied = True

    @operation("deleteAlias")
    def delete_alias(self, account: Account, address: str) -> None:
        alias = self.platform.alias(address)
        if alias is None or alias.account != account.address:
            raise RefusedError(1010)
        self.platform.remove_alias(alias)
        self.link.call.applied = True

    @operation("getCallDiversions")
    def get_call_diversions(self, account: Account) -> dict[str, str]:
        return dict(account.diversions)

    @operation("setCallDiversions")
    def set_call_diversions(self, account: Account, diversions: dict[str, str]) -> None:
        """Replace the whole set; what an empty one does is not public (knob ``clear_all_forwarding``).

        Members that are no condition count for the size of the set, but are not stored.
        """
        treatment = "works" if diversions else self.link.knobs["clear_all_forwarding"]
        if treatment == "refused":
            raise RefusedError(2021)
        if treatment == "works":
            known = {key: diversions[key] for key in CONDITIONS if diversions.get(key)}
            self.link.store(account, diversions=known)

    @operation("getAcceptRules")
    def get_accept_rules(self, account: Account) -> AcceptRules:
        rule = account.temporary_rule
        groups, duration = list(rule.groups), 0
        if rule.until is not None:
            duration = max(0, math.ceil((rule.until - self.link.clock.now()) / 60))
            if duration == 0 and self.link.knobs["temporary_after_expiry"] == "empty":
                groups = []
        members = [group for group in PHONEBOOK_GROUPS if account.phonebook.get(group)]
        return AcceptRules(list(account.accept_rules), groups, duration, ["everybody", "nobody", *members])

    @operation("setAcceptRules")
    def set_accept_rules(self, account: Account, rules: AcceptRules, with_days: bool) -> None:
        """Replace persistent and temporary rules.

        :param with_days: whether the persistent rules carry their day masks; what becomes of rules without them is
            not public (knob ``dnd_persistent``)
        """
        persistent = rules.persistent
        if persistent and not with_days:
            treatment = self.link.knobs["dnd_persistent"]
            if treatment == "refuse":
                raise RefusedError(2020)
            persistent = account.accept_rules if treatment == "keep" else []
        until = self.link.clock.now() + 60 * rules.duration if rules.duration > 0 else None
        temporary = TemporaryRule(list(rules.temporary_groups), until)
        self.link.store(account, accept_rules=persistent, temporary_rule=temporary)

    @operation("getRejectMembers")
    def get_reject_members(self, account: Account) -> list[str]:
        return list(account.reject_rules)

    @operation("setRejectMembers")
    def set_reject_members(self, account: Account, members: list[str]) -> None:
        self.link.store(account, reject_rules=members)

    @operation("setBarringPrefixes")
    def set_barring_prefixes(self, account: Account, prefixes: list[str]) -> None:
        self.link.store(account, barring_prefixes=prefixes)

    @operation("addToGroup")
    def add_to_group(self, account: Account, group: str) -> None:
        if group not in account.groups:
            self.link.store(account, groups=[*account.groups, group])
        elif self.link.knobs["privacy_on_twice"] == "error":
            raise RefusedError(1030)

    @operation("removeFromGroup")
    def remove_from_group(self, account: Account, group: str) -> None:
        if group not in account.groups:
            raise RefusedError(1031)
        self.link.store(account, groups=[name for name in account.groups if name != group])

    @operation("getSipDeviceLocations")
    def get_sip_device_locations(self, account: Account) -> list[Device]:
        return account.devices

    @operation("getCalls")
    def get_calls(self, account: Account) -> dict[str, list[CallRecord]]:
        """The newest fifty calls of each direction in the last fourteen days."""
        since = (self.link.clock.utcnow() - CALL_WINDOW).strftime(TIMESTAMP)
        in_window = (call for call in account.calls if call.start >= since)
        recent = sorted(in_window, key=lambda call: call.start, reverse=True)
        return {
            direction: [call for call in recent if call.direction == direction][:CALL_LIMIT]
            for direction in ("placed", "received")
        }

    @operation("getCallStatistics")
    def get_call_statistics(self, account: Account) -> dict[str, Any]:
        """Placed calls of all time: the page sends no date range."""
        placed = [call for call in account.calls if call.direction == "placed" and call.stop]
        return {"calls": len(placed), "price": round(sum(float(call.price) for call in placed), 4)}

    @operation("getPrepaidStatus")
    def get_prepaid_status(self, account: Account) -> dict[str, Any]:
        if account.prepaid is None:
            raise RefusedError(2011)
        return account.prepaid

    @operation("getCreditHistory")
    def get_credit_history(self, account: Account) -> list[dict[str, Any]]:
        """The newest two hundred rows; code 2000 without any."""
        if not account.balance_history:
            raise RefusedError(2000)
        return account.balance_history[:BALANCE_LIMIT]

    @operation("addBalanceFromVoucher")
    def add_balance_from_voucher(self, account: Account, voucher_id: int, number: str) -> None:
        voucher = self.platform.vouchers.get(voucher_id)
        if account.prepaid is None:
            raise RefusedError(2011)
        if voucher is None or voucher.number != number or voucher.used_by is not None:
            raise RefusedError(2010)
        self._redeem(account, voucher)

    def _redeem(self, account: Account, voucher: Voucher) -> None:
        prepaid = account.prepaid or {}
        balance = round(float(prepaid.get("balance", 0)) + voucher.value, 4)
        row = {
            "date": self.link.clock.utcnow().strftime(TIMESTAMP),
            "action": "Set balance",
            "description": f"Prepaid card {voucher.id}",
            "value": voucher.value,
            "balance": balance,
            "session": "",
        }
        self.link.store(voucher, used_by=account.address)
        self.link.store(
            account, prepaid={**prepaid, "balance": balance}, balance_history=[row, *account.balance_history]
        )
