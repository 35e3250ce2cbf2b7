# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's forwarding schedules (``/rest/my/callfwdsched``)."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Item, Record
from ..._http.errors import AuthenticationError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import REST, SipxClient
from ..failures import NoSuchEndpoint
from ..periods import from_rest, periods_field, refuse_collisions, to_rest
from .latin_text import as_shown, check_name

_PATH = "/my/callfwdsched"

MY_FORWARDING_SCHEDULE = Resource(
    name="my_forwarding_schedule",
    plural="my_forwarding_schedules",
    key="name",
    fields=(
        Field("id", "int", wire="scheduleId", read_only=True),
        Field("name", required=True, clearable=False, check=check_name),
        Field("description", normalise=as_shown),
        periods_field("periods", required=True),
    ),
)


class MyForwardingScheduleAdapter(Adapter):
    """The listing has the schedules of the user's groups too, and the server lets anybody change any schedule.

    Only an administrator can read which ones are a group's. For others an object that is not mentioned is left out,
    because it may not be theirs to prune.
    """

    resource = MY_FORWARDING_SCHEDULE

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._mentioned: set[str] = set()
        self._unsure = False

    def expect(self, items: t.Sequence[Item]) -> None:
        self._mentioned = {item.key for item in items if item.key is not None}

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        answer = self._client.rest_get(_PATH)
        rows = self._client.rows({"schedules": answer}, "schedules", REST + _PATH)
        foreign = self._of_groups()
        self._unsure = foreign is None
        if foreign is None and self._mentioned:
            # Of two with one name the user's own comes first, and the other is a group's.
            first = {row.get("name"): row for row in reversed(rows)}
            rows = [row for name, row in reversed(first.items()) if name in self._mentioned]
        elif foreign is not None:
            rows = [row for row in rows if row.get("scheduleId") not in foreign]
        return [
            Record(
                {
                    "id": row.get("scheduleId"),
                    "name": row.get("name"),
                    "description": row.get("description"),
                    "periods": from_rest(row.get("periods") or []),
                },
                row.get("scheduleId"),
            )
            for row in rows
        ]

    def _of_groups(self) -> set[t.Any] | None:
        """Ids of the schedules of all groups; ``None`` when the user may not know."""
        try:
            if not self._client.api_map("/my/user").get("groups"):
                return set()
            return {row.get("id") for row in self._client.api_list("/schedules/group", "schedules")}
        except (AuthenticationError, NoSuchEndpoint):
            return None

    def warnings(self) -> t.Sequence[str]:
        if not self._unsure:
            return ()
        return (
            "The server does not tell whether a schedule is the user's own or one of the user's groups; schedules that "
            "are not declared are not pruned.",
        )

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        refuse_collisions(wanted.get("periods") or [])
        return wanted

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._client.rest_put_json(_PATH, _document(values), "POST")
        return None

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.rest_put_json(f"{_PATH}/{record.identity}", _document(values))

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", f"{_PATH}/{record.identity}")


def _document(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {
        "name": values["name"],
        "description": values.get("description"),
        "periods": to_rest(values["periods"]),
    }
