# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of groups, which decides whose settings win (``/api/phoneGroups``, ``/api/userGroups``: up and down)."""

from __future__ import annotations

import typing as t

from .._engine.lost_answer import surely
from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import identity
from .given import GivenAdapter

#: kind of group to its path
KINDS = {"phone_groups": "/phoneGroups", "user_groups": "/userGroups"}

GROUP_ORDER = Resource(
    name="group_order",
    plural="group_orders",
    key="kind",
    given=True,
    fields=(
        Field("kind", required=True, clearable=False, choices=tuple(KINDS)),
        Field("groups", "list", elements="str", clearable=False, refers_to="group"),
    ),
)


class GroupOrderAdapter(GivenAdapter):
    """A group moves by one place at a time. The last one of a phone or user weighs heaviest."""

    resource = GROUP_ORDER

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        records = []
        for kind, path in KINDS.items():
            if keys is None or kind in keys:
                rows = self._client.api_list(path, "groups")
                names = [str(row["name"]) for row in rows]
                ids = {str(row["name"]): identity(row.get("id")) for row in rows}
                records.append(Record({"kind": kind, "groups": names}, path, raw=(names, ids)))
        return records

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        mentioned = set(wanted.get("groups") or [])
        if mentioned:
            record.values["groups"] = [name for name in record.raw[0] if name in mentioned]
        return record

    def known(self, kind: str) -> t.Container[str]:
        return {*self._directory.phone_groups(), *self._directory.user_groups()}

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        names, ids = list(record.raw[0]), record.raw[1]
        mentioned = set(values["groups"])
        rest = iter(values["groups"])
        # Groups that are not mentioned keep their places.
        target = [next(rest) if name in mentioned else name for name in names]
        for place, name in enumerate(target):
            while names[place] != name:
                if names[place] == target[-1]:
                    self._move(record.identity, ids, names, place, len(names) - 1)
                else:
                    self._move(record.identity, ids, names, names.index(name), place)

    def _move(self, path: str, ids: t.Mapping[str, t.Any], names: list[str], now: int, place: int) -> None:
        group, step = ids[names[now]], 1 if now < place else -1
        while now != place:
            names[now], names[now + step] = names[now + step], names[now]
            now += step
            surely(
                lambda: self._client.api_send("PUT", "{}/{}/{}".format(path, group, "down" if step > 0 else "up")),
                lambda: [str(row["name"]) for row in self._client.api_list(path, "groups")] == names,
                harmless=False,
            )
