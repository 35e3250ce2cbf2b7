# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ring groups (``GroupAddress``): addresses that ring several users at once or one after the other."""

from __future__ import annotations

import re
import typing as t

from .._model.compare import UNREADABLE
from .._model.field import Field
from .._model.resource import Resource
from .address import FAILOVER, AddressAdapter, address_fields
from .contact import lower
from .envelope import child, children, text
from .parameters import Parameters

_TARGET = re.compile(r"""<location\b[^>]*?\burl=["']sips?:([^"']+)["']""")

RING_GROUP = Resource(
    name="ring_group",
    plural="ring_groups",
    key="address",
    fields=address_fields(
        Field("ordering", wire="Ordering", required=True, clearable=False, choices=("parallel", "sequential")),
        # Seconds; one of two references has the upper limit.
        Field("ring_timeout", "int", wire="Timeout", required=True, clearable=False, minimum=1, maximum=119),
        Field(
            "members",
            "list",
            wire="MemberAddresses",
            elements="dict",
            unordered=True,
            required=True,
            clearable=False,
            may_be_hidden=True,
            accompanies=("ordering", "ring_timeout", "failover"),
            options=(
                Field("address", required=True, clearable=False, normalise=lower, refers_to="user_address"),
                Field("priority", "int", default=1, minimum=1),
            ),
        ),
        FAILOVER,
    ),
)


class RingGroupAdapter(AddressAdapter):
    """Each edit wants all members. The schema has no place for them in answers; they are read where one shows them.

    Recorded answers have the call processing script of an address, which names targets but no priorities.
    """

    resource = RING_GROUP
    element = "GroupAddress"
    container = "GroupAddresses"

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        values = super().values({**row, "MemberAddresses": []})
        values["members"] = self._listed(row) or self._scripted(row) or UNREADABLE
        return values

    def _listed(self, row: dict[str, t.Any]) -> list[dict[str, t.Any]]:
        members = []
        for member in children(row.get("MemberAddresses"), "MemberAddress"):
            priority = text(member.get("Priority")) if isinstance(member, dict) else ""
            known = int(priority) if priority.isdigit() else UNREADABLE
            members.append({"address": self.names.shown_address(member), "priority": known})
        return members

    def _scripted(self, row: dict[str, t.Any]) -> list[dict[str, t.Any]]:
        script = text(child(row, "Address").get("CplText"))
        return [{"address": self.names.short(target), "priority": UNREADABLE} for target in _TARGET.findall(script)]

    def parameters(self, values: t.Mapping[str, t.Any]) -> Parameters:
        members = {
            self.names.whole(member["address"]): str(_priority(member, place))
            for place, member in enumerate(values["members"], start=1)
        }
        return {**super().parameters(values), "MemberAddresses": members}


def _priority(member: t.Mapping[str, t.Any], place: int) -> int:
    """A priority that cannot be read is the place in the script, which has the members in their order."""
    priority = member.get("priority")
    return priority if isinstance(priority, int) else place
