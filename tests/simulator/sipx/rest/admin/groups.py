# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/user-group`` (``UserGroupsResource``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...state.groups import USER, Group
from ..xstream import INT, STRING, Document
from ..xstream.schema import record
from .branches import BRANCH, branch_wire
from .crud import Crud, list_document, row_by_id

GROUP = record(
    "org.sipfoundry.sipxconfig.rest.RestUtilities$UserGroupRestInfoFull",
    id=INT,
    name=STRING,
    description=STRING,
    branch=BRANCH,
)


class GroupKeyed(Crud):
    """A resource whose objects are user groups; an item URL answers for any group of the table, phone groups too."""

    rows_name = "groups"
    sort_keys = {
        "name": lambda group: group.name,
        "description": lambda group: group.description,
    }

    def rows(self) -> Sequence[Group]:
        return self.server.groups.of(USER)

    def find(self, key: str) -> Group:
        found: Group = row_by_id(self.server.groups, key)
        return found


class UserGroups(GroupKeyed):
    """User groups."""

    item = Document("group", GROUP)
    listing = list_document("user-group", "groups", "group", GROUP)
    required = "name"

    def wire(self, row: Group) -> dict[str, Any]:
        branch = self.server.branches.find(row.branch_id)
        return GROUP.of(row, branch=None if branch is None else branch_wire(branch))

    def create(self, values: dict[str, Any]) -> Group:
        groups = self.server.groups
        return groups.save(
            Group(
                values["name"],
                USER,
                values["description"],
                weight=groups.next_weight(USER),
                branch_id=self._branch_id(values),
            )
        )

    def update(self, row: Group, values: dict[str, Any]) -> Group:
        assert row.id is not None
        draft = self.server.groups.draft(row.id)
        draft.name = values["name"]
        draft.description = values["description"]
        draft.branch_id = self._branch_id(values)
        self.server.check_group_branch(row.id, draft.branch_id)
        return self.server.groups.save(draft)

    def _branch_id(self, values: dict[str, Any]) -> int | None:
        branch = values["branch"]
        return None if branch is None else self.server.branches.get(branch["id"]).id

    def remove(self, row: Group) -> None:
        assert row.id is not None
        self.server.delete_group(row.id)
