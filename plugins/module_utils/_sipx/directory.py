# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that one kind of object uses to refer to another, read once a call."""

from __future__ import annotations

import threading
import typing as t

from .._model.errors import ItemError
from .client import SipxClient
from .failures import NoSuchEndpoint, NotFound

_T = t.TypeVar("_T")
#: how many ids are tried at the very beginning, and as many below the others, for the user that a listing hides
_MOST_TRIES = 50


def rest_users(client: SipxClient) -> list[dict[str, t.Any]]:
    """All users as ``/rest/user`` shows them, with the one that its listing leaves out.

    That is the one with the lowest id: on an installation as it comes the administrator, who was there first. If none
    is found, none is missed but this one, which is neither created nor deleted.
    """
    rows = client.rest_list("/user", "user", "users")
    lowest = min((int(row["id"]) for row in rows), default=_MOST_TRIES)
    first = range(1, min(lowest, _MOST_TRIES + 1))
    for identity in (*first, *range(max(first.stop, lowest - _MOST_TRIES), lowest)):
        try:
            answer = client.rest_get(f"/user/{identity}")
        except NotFound:
            continue
        return rows + client.rows({"user": [answer["user"]]}, "user", f"/rest/user/{identity}")
    return rows


class Directory:
    """Looks names up in listings, never one request a name.

    :param client: of the server.
    """

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._lock = threading.RLock()
        self._read: dict[str, t.Any] = {}

    def branches(self) -> dict[str, int]:
        """Branch name to id."""
        return self._once("branch", lambda: self._ids(self._client.rest_list("/branch", "branch", "branches")))

    def user_groups(self) -> dict[str, int]:
        """User group name to id."""
        return self._once(
            "user_group", lambda: self._ids(self._client.rest_list("/user-group", "user-group", "groups"))
        )

    def phone_groups(self) -> dict[str, int]:
        """Phone group name to id."""
        return self._once("phone_group", lambda: self._ids(self._client.api_list("/phoneGroups", "groups")))

    def permissions(self) -> dict[str, str]:
        """Permission name and, for custom ones, also its label, to its name."""
        return self._once("permission", self._read_permissions)

    def users(self) -> dict[str, str]:
        """User name and every alias to the user name."""
        return self._once("user", self._read_users)

    def user_ids(self) -> dict[str, int]:
        """User name and every alias to the user's id."""
        self.users()
        return t.cast("dict[str, int]", self._read["user_id"])

    def schedules(self) -> dict[str, int]:
        """Name of a general schedule to its id."""
        return self._once("schedule", lambda: self._ids(self._client.api_list("/schedules/general", "schedules")))

    def gateways(self) -> dict[str, int]:
        """Gateway name to id."""
        return self._once("gateway", lambda: self._ids(self._client.api_list("/gateways", "gateways")))

    def auto_attendants(self) -> dict[str, int]:
        """Name of an auto attendant to its id. The server misspells the list's name."""
        return self._once(
            "auto_attendant", lambda: self._ids(self._client.api_list("/autoattendant", "autoAttendands"))
        )

    def servers(self) -> dict[str, int]:
        """Host name of a server of the cluster to its id."""
        return self._once(
            "server",
            lambda: {str(row["host"]): int(row["id"]) for row in self._client.api_list("/servers", "servers")},
        )

    def prompts(self, base: str) -> dict[str, int]:
        """Name of an audio file below a path of ``/api`` to its size."""
        return self._once(
            f"prompt {base}",
            lambda: {str(row["name"]): int(row["size"]) for row in self._client.api_list(f"{base}/prompts", "files")},
        )

    def known(self, kind: str) -> t.Container[str]:
        """The names of all objects of a kind."""
        readers: dict[str, t.Callable[[], t.Container[str]]] = {
            "branch": self.branches,
            "user_group": self.user_groups,
            "phone_group": self.phone_groups,
            "permission": self.permissions,
            "user": self.users,
            "schedule": self.schedules,
            "gateway": self.gateways,
            "auto_attendant": self.auto_attendants,
            "server": self.servers,
        }
        return readers[kind]()

    @staticmethod
    def id_of(ids: t.Mapping[str, int], kind: str, name: str) -> int:
        """The id behind a name. :raises ItemError: the server has no such object."""
        if name not in ids:
            raise ItemError("{} {!r} does not exist on the server".format(kind.replace("_", " "), name))
        return ids[name]

    def _once(self, kind: str, read: t.Callable[[], _T]) -> _T:
        with self._lock:
            if kind not in self._read:
                self._read[kind] = read()
            return t.cast(_T, self._read[kind])

    @staticmethod
    def _ids(rows: t.Iterable[t.Mapping[str, t.Any]]) -> dict[str, int]:
        return {str(row["name"]): int(row["id"]) for row in rows}

    def _read_permissions(self) -> dict[str, str]:
        rows = self._client.rest_list("/permission", "permissions", "permissions")
        names = {str(row["label"]): str(row["name"]) for row in rows if not row.get("builtIn")}
        names.update({str(row["name"]): str(row["name"]) for row in rows})
        return names

    def _read_users(self) -> dict[str, str]:
        try:
            rows = self._client.api_pages("/users", "users")
            aliases = [(str(row["userName"]), row.get("aliases") or [], row["id"]) for row in rows]
        except NoSuchEndpoint:
            rows = rest_users(self._client)
            aliases = [
                (str(row["userName"]), [a["alias"] for a in row.get("aliases") or []], row["id"]) for row in rows
            ]
        names = {str(alias): name for name, own, _identity in aliases for alias in own}
        names.update({name: name for name, _own, _identity in aliases})
        ids = {name: int(identity) for name, _own, identity in aliases}
        self._read["user_id"] = {alias: ids[name] for alias, name in names.items()}
        return names
