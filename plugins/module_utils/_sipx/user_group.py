# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""User groups (``/rest/user-group``)."""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.half_made import removed_unless_finished
from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .._model.wire import read_wire
from .client import SipxClient, segment
from .device_settings import SETTINGS, translated, with_settings, write_settings
from .directory import Directory
from .group_settings import UserGroupSettings
from .identity import number_of
from .member_permissions import PERMISSIONS, by_name, document

USER_GROUP = Resource(
    name="user_group",
    plural="user_groups",
    key="name",
    fields=(
        Field("id", "int", read_only=True),
        Field("name", required=True, clearable=False),
        Field("description"),
        Field("branch", wire="branch.name", refers_to="branch"),
        PERMISSIONS,
        SETTINGS,
    ),
    # The server answers a deletion of this group with success and does nothing.
    protected=frozenset(("administrators",)),
    # Of groups that disagree the one that was made last wins, so they are made in the order of the list.
    sequential=True,
)


class UserGroupAdapter(Adapter):
    """PUT clears what it does not mention, the branch included."""

    resource = USER_GROUP

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.rest_list("/user-group", "user-group", "groups")
        granted = self._client.rest_list("/user-group-permission", "user-group-permission", "groups")
        permissions = {row.get("id"): row.get("permissions") or [] for row in granted}
        return [_record(row, permissions.get(row.get("id"), [])) for row in rows]

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        return with_settings(self._tree(record.values["name"]), record, wanted)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(wanted)
        if wanted.get("settings"):
            wanted["settings"] = translated(self._tree(wanted["name"], new=record is None), wanted["settings"])
        if wanted.get("permissions"):
            wanted["permissions"] = by_name(self._directory.permissions(), wanted["permissions"])
            if record is not None:  # what equals a default is not in the listing
                known = [name for name in wanted["permissions"] if name in record.raw]
                record.values["permissions"] = {name: record.raw[name] for name in known}
        return wanted

    def _tree(self, name: str, new: bool = False) -> UserGroupSettings:
        return UserGroupSettings(self._client, f"/userGroups/{segment(name)}", empty=new)

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        identity = number_of(self._client.rest_send("PUT", "/user-group", "group", self._document(values)))
        # The members of half a group may call where those of the whole one may not.
        with removed_unless_finished(
            f"The user group {values['name']}", lambda: self._client.rest_send("DELETE", f"/user-group/{identity}")
        ):
            if values.get("permissions"):
                self._client.rest_send("PUT", _permissions(identity), "group", document(values["permissions"]))
            if values.get("settings"):
                write_settings(self._tree(values["name"]), values["settings"])
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if changed - {"permissions", "settings"}:
            self._client.rest_send("PUT", f"/user-group/{record.identity}", "group", self._document(values))
        if "permissions" in changed:
            current = record.values["permissions"]
            differing = {name: value for name, value in values["permissions"].items() if current.get(name) != value}
            self._client.rest_send("PUT", _permissions(record.identity), "group", document(differing))
        if "settings" in changed:
            write_settings(self._tree(values["name"]), values["settings"], record.values.get("settings"))

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", f"/user-group/{record.identity}")

    def _document(self, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        document: dict[str, t.Any] = {"name": values["name"], "description": values.get("description")}
        if values.get("branch"):
            identity = self._directory.id_of(self._directory.branches(), "branch", values["branch"])
            document["branch"] = {"id": identity}
        return document


def _permissions(identity: t.Any) -> str:
    return f"/user-group-permission/{identity}"


def _record(row: t.Mapping[str, t.Any], settings: t.Iterable[t.Mapping[str, t.Any]]) -> Record:
    """A group, with those of its permissions that differ from the system's defaults; ``raw`` has all of them."""
    settings = list(settings)
    granted = {str(one["name"]): one.get("value") == "ENABLE" for one in settings}
    defaults = {str(one["name"]): bool(one.get("defaultValue")) for one in settings}
    values = read_wire(USER_GROUP.fields, row)
    values["permissions"] = {name: value for name, value in granted.items() if value != defaults[name]} or None
    values["settings"] = None
    return Record(values, row.get("id"), raw=granted)
