# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The smaller ports: voicemail boxes, ENUM numbers, owners and resellers."""

from __future__ import annotations

from typing import Any

from ..state import Account, Customer, EnumNumber, Mailbox
from .link import Port, RefusedError, operation

ENUM_LIMIT = 10


class VoicemailPort(Port):
    """``VoicemailPort``."""

    name = "VoicemailPort"

    @operation("getAccount")
    def get_account(self, account: Account) -> Mailbox:
        """The mailbox; code 2000 without one."""
        if account.mailbox is None:
            raise RefusedError(2000)
        return account.mailbox

    @operation("addAccount")
    def add_account(self, account: Account, password: str, delete: bool) -> None:
        number = str(self.platform.next_mailbox)
        self.platform.next_mailbox += 1
        mailbox = Mailbox(
            mailbox=number,
            account=f"{number}@vm.{account.domain}",
            password=password or number,
            name=f"{account.first_name} {account.last_name}".strip(),
            email=account.email or "",
            delete=delete,
        )
        self.link.store(account, mailbox=mailbox)

    @operation("updateAccount")
    def update_account(self, account: Account, **values: Any) -> None:
        self.link.store(account.mailbox, **values)

    @operation("deleteAccount")
    def delete_account(self, account: Account) -> None:
        self.link.store(account, mailbox=None)


class EnumPort(Port):
    """``EnumPort``."""

    name = "EnumPort"

    @operation("getNumbers")
    def get_numbers(self, account: Account) -> list[EnumNumber]:
        """The first ten numbers of type ``sip`` of the account and its owner, oldest change first."""
        mapped = (
            number
            for number in self.platform.enum_of(account.address)
            if number.type == "sip" and number.owner == account.owner
        )
        return sorted(mapped, key=lambda number: number.changed)[:ENUM_LIMIT]


class CustomerPort(Port):
    """``CustomerPort``."""

    name = "CustomerPort"

    @operation("getAccount")
    def get_account(self, customer: int) -> Customer:
        found = self.platform.customers.get(customer)
        if found is None:
            raise RefusedError(5000)
        return found
