# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Page groups (``/api/pagegroups``)."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire
from ..client import SipxClient
from ..directory import Directory

_BASE = "/pagegroups"


def _check_number(value: str) -> None:
    if not value.strip().isdigit():
        raise ValueError(f"must be a whole number, not {value!r}")


def _number(value: str) -> str:
    return str(int(value)) if value.strip().isdigit() else value


PAGE_GROUP = Resource(
    name="page_group",
    plural="page_groups",
    key="page_group_number",
    fields=(
        Field("id", "int", read_only=True),
        Field("page_group_number", required=True, clearable=False, check=_check_number, normalise=_number),
        Field("enabled", "bool", default=True),
        Field("description"),
        Field("sound", required=True, clearable=False, refers_to="prompt"),
        # The web interface starts with a minute, the API with none.
        # Not timeout, which is how long a module waits for an answer.
        Field("paging_timeout", "int", wire="timeout", default=60, minimum=0),
        Field("users", "list", elements="str", unordered=True, refers_to="user"),
    ),
)


class PageGroupAdapter(Adapter):
    """PUT replaces everything and fails without ``users``; a new group's id is in no answer."""

    resource = PAGE_GROUP

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [_record(row) for row in self._client.api_list(_BASE, "groups")]

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("users"):
            # Aliases are accepted and read back as the user name.
            present = set(record.values["users"]) if record is not None else set()
            if not set(wanted["users"]) <= present:
                names = self._directory.users()
                wanted = {**wanted, "users": [names.get(name, name) for name in wanted["users"]]}
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.prompts(_BASE) if kind == "prompt" else self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._client.api_send("POST", _BASE, _bean(values))
        return None

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.api_send("PUT", f"{_BASE}/{record.identity}", _bean(values))

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", f"{_BASE}/{record.identity}")


def _record(row: t.Mapping[str, t.Any]) -> Record:
    names = [user.get("userName") for user in row.get("users") or []]
    return Record(read_wire(PAGE_GROUP.fields, {**row, "users": names}), row.get("id"))


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    return {
        "pageGroupNumber": int(values["page_group_number"]),
        "enabled": bool(values.get("enabled")),
        "timeout": values.get("paging_timeout") or 0,
        "sound": values["sound"],
        "description": values.get("description"),
        "users": [{"userName": name} for name in values.get("users") or []],
    }
