# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/branch`` (``BranchesResource``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ...state.addresses import Address
from ...state.branches import Branch
from ...state.errors import NullPointerError
from ..xstream import INT, STRING, Document
from ..xstream.schema import record
from .crud import Crud, list_document, row_by_id

ADDRESS = record(
    "org.sipfoundry.sipxconfig.phonebook.Address",
    id=INT,
    street=STRING,
    city=STRING,
    country=STRING,
    state=STRING,
    zip=STRING,
    officeDesignation=STRING,
)
BRANCH = record(
    "org.sipfoundry.sipxconfig.rest.RestUtilities$BranchRestInfoFull",
    id=INT,
    name=STRING,
    description=STRING,
    address=ADDRESS,
    phoneNumber=STRING,
    faxNumber=STRING,
)


def branch_wire(branch: Branch) -> dict[str, Any]:
    """A branch with its address."""
    return BRANCH.of(branch, address=ADDRESS.of(branch.address))


class Branches(Crud):
    """Branches. Every update stores a new address row, so that the address id changes."""

    item = Document("branch", BRANCH)
    listing = list_document("branch", "branches", "branch", BRANCH)
    rows_name = "branches"
    required = "name"
    sort_keys = {
        "name": lambda branch: branch.name,
        "description": lambda branch: branch.description,
        "city": lambda branch: branch.address.city,
        "officedesignation": lambda branch: branch.address.office_designation,
    }

    def rows(self) -> Sequence[Branch]:
        return list(self.server.branches)

    def find(self, key: str) -> Branch:
        found: Branch = row_by_id(self.server.branches, key)
        return found

    def wire(self, row: Branch) -> dict[str, Any]:
        return branch_wire(row)

    def create(self, values: dict[str, Any]) -> Branch:
        return self._store(Branch(values["name"]), values)

    def update(self, row: Branch, values: dict[str, Any]) -> Branch:
        assert row.id is not None
        return self._store(self.server.branches.draft(row.id), values)

    def _store(self, branch: Branch, values: dict[str, Any]) -> Branch:
        if values["address"] is None:
            raise NullPointerError
        attributes = BRANCH.attributes_of(values, without=("id", "address"))
        address = Address(**ADDRESS.attributes_of(values["address"], without=("id",)))
        return self.server.branches.save(replace(branch, address=address, **attributes))

    def remove(self, row: Branch) -> None:
        assert row.id is not None
        self.server.delete_branch(row.id)
