# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Branches: the places of an organization (``BranchManagerImpl``). Gateways, users and groups refer to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .addresses import Address
from .errors import SIPXCONFIG, UserError
from .table import Table, check_lengths


@dataclass
class Branch:
    """A row of the branch table."""

    name: str
    description: str | None = None
    address: Address = field(default_factory=Address)
    phone_number: str | None = None
    fax_number: str | None = None
    time_zone: str | None = None
    id: int | None = None


class Branches(Table[Branch]):
    """The branch table."""

    row_type = Branch
    entity = f"{SIPXCONFIG}.branch.Branch"

    def __init__(self) -> None:
        super().__init__()
        self._by_name: dict[str, int] = {}
        self._last_address_id = 0

    def _index(self, row: Branch) -> None:
        assert row.id is not None
        self._by_name[row.name] = row.id
        self._last_address_id = max(self._last_address_id, row.address.id or 0)

    def _unindex(self, row: Branch) -> None:
        self._by_name.pop(row.name, None)

    def named(self, name: str | None) -> Branch | None:
        """The branch with exactly this name, or None."""
        return None if name is None else self.find(self._by_name.get(name))

    def save(self, branch: Branch) -> Branch:
        """Store a branch; its address becomes a new row with a new id each time.

        :raises UserError: ``&duplicate.branchName.error`` when another branch has the name
        :raises TooLongError: for a text that its column does not hold
        """
        twin = self._by_name.get(branch.name)
        if twin is not None and twin != branch.id:
            raise UserError("&duplicate.branchName.error")
        check_lengths(branch.name, branch.description, branch.phone_number, branch.fax_number)
        self._last_address_id += 1
        branch.address.id = self._last_address_id
        return self.store(branch)
