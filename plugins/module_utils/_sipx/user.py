# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users: written through ``/rest/user``, listed through ``/api/users`` where the server has it.

``/api/users`` lists everybody, in pages, with group names, effective permissions and secrets. The secrets are compared
here and go nowhere else. Older servers only have ``/rest/user``, whose listing hides the user with the lowest id (the
server asks for the page after row 0) and shows no secrets.
"""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.half_made import removed_unless_finished
from .._engine.record import Record
from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .client import SipxClient, is_misread, segment
from .device_settings import SETTINGS, translated, with_settings, write_settings
from .directory import Directory, rest_users
from .failures import NoSuchEndpoint, NotFound
from .identity import number_of
from .member_permissions import PERMISSIONS, by_name, document
from .settings import Settings

ADMINISTRATOR = "superadmin"
ADMINISTRATORS = "administrators"
#: is no user at the server's address for one, but a listing by e-mail address
_LISTING = "email"


def _path(user_name: str) -> str:
    return "/users/" + segment(user_name)


def _plain(value: t.Any) -> None:
    if value != value.strip():
        raise ValueError("must not begin or end with blanks, which the server removes")


USER = Resource(
    name="user",
    plural="users",
    key="user_name",
    fields=(
        Field("id", "int", read_only=True),
        Field("user_name", required=True, clearable=False, normalise=str.strip),
        Field("first_name", normalise=str.strip),
        Field("last_name", normalise=str.strip),
        Field("email_address", normalise=lambda value: value.strip().lower()),
        # Portal and sip passwords are empty, which means open, when a user is created without them.
        Field("pin", secret=True, required=True, clearable=False, min_length=4),
        Field("sip_password", secret=True, required=True, clearable=False, min_length=4),
        Field("groups", "list", elements="str", unordered=True, refers_to="user_group"),
        Field("branch", refers_to="branch"),
        Field("aliases", "list", elements="str", unordered=True, check=_plain),
        Field("voicemail_pin", secret=True, clearable=False, min_length=4),
        PERMISSIONS,
        SETTINGS,
    ),
    # The server answers a deletion of the administrator with success and does nothing.
    protected=frozenset((ADMINISTRATOR,)),
    verifiable=frozenset(("pin", "sip_password")),
)


class UserAdapter(Adapter):
    """PUT replaces the whole user, and fails unless userName, pin, sipPassword, groups and aliases are all there.

    An empty ``pin`` or ``sipPassword`` in an update leaves the stored one alone.
    """

    resource = USER

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)
        self._secrets_shown = True

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        try:
            if keys is not None and len(keys) == 1:
                return self._fetch_one(next(iter(keys)))
            return [_from_api(row) for row in self._client.api_pages("/users", "users")]
        except NoSuchEndpoint:
            self._secrets_shown = False
            return self._fetch_from_rest()

    def _fetch_one(self, name: str) -> list[Record]:
        # A look-up by name also finds aliases, so a hit proves nothing until the names are compared.
        if is_misread(name) or name == _LISTING:
            return [_from_api(row) for row in self._client.api_pages("/users", "users")]
        try:
            row = self._client.api_get(_path(name))
        except NotFound:
            return []
        record = _from_api(self._client.rows({"users": [row]}, "users", "/api/users/" + name)[0])
        return [record] if USER.key_of(record.values) == name else []

    def _fetch_from_rest(self) -> list[Record]:
        rows = rest_users(self._client)
        holders = {row["id"]: row for row in self._client.rest_list("/user-permission", "user-permission", "users")}
        for identity in [row["id"] for row in rows if row["id"] not in holders]:
            # This listing hides the same user.
            holders[identity] = self._client.rest_map(f"/user-permission/{identity}")["user"]
        return [_from_rest(row, holders[row["id"]].get("permissions") or []) for row in rows]

    def works(self, record: Record, secrets: t.Mapping[str, str]) -> frozenset[str]:
        if self._secrets_shown:
            return super().works(record, secrets)
        if not secrets.get("pin"):
            raise ItemError(
                "update_secrets=verify needs pin as well: this server has no /api/users, and shows the SIP password to "
                "nobody but the user"
            )
        details = self._client.login_details(record.values["user_name"], secrets["pin"])
        if details is None:
            return frozenset()
        shown = {"pin": secrets["pin"], "sip_password": details.get("sipPassword")}
        return frozenset(name for name, value in secrets.items() if shown.get(name) == value)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(wanted)
        name = wanted.get("user_name", "").strip()
        if is_misread(name) and wanted.get("voicemail_pin"):
            raise ItemError("voicemail_pin cannot be written: the server reads another user name at that address")
        if name == ADMINISTRATOR and ADMINISTRATORS not in wanted.get("groups", [ADMINISTRATORS]):
            raise ItemError(f"groups must contain {ADMINISTRATORS}, or nobody could administer the server")
        if wanted.get("settings"):
            # The caller has the same tree as everybody, so a new user's settings are checked in time too.
            base = _path(record.values["user_name"]) if record is not None else "/my/user"
            wanted["settings"] = translated(Settings(self._client, base), wanted["settings"])
        if wanted.get("permissions"):
            wanted["permissions"] = by_name(self._directory.permissions(), wanted["permissions"])
            if record is not None:
                # The listing names what is granted; what it does not name is denied.
                existing = set(self._directory.permissions().values())
                record.values["permissions"] = {
                    **dict.fromkeys(existing.intersection(wanted["permissions"]), False),
                    **record.values["permissions"],
                }
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        identity = self._create_or_find(values)
        # Half a user may call where the whole one may not.
        with removed_unless_finished(
            f"The user {values['user_name']}", lambda: self._client.rest_send("DELETE", f"/user/{identity}")
        ):
            if values.get("voicemail_pin"):
                try:
                    self._write_through_api(values, frozenset(("voicemail_pin",)))
                except RemoteError as error:
                    # A later run could not tell that it is missing, so the user does not stay without it.
                    raise RemoteError(error.message, RemoteError.REFUSED) from None
            if values.get("permissions"):
                self._set_permissions(identity, values["permissions"])
            if values.get("settings"):
                self._write_through_api(values, frozenset(("settings",)))
        return identity

    def _create_or_find(self, values: t.Mapping[str, t.Any]) -> t.Any:
        """The id of the new user. When the answer is lost, the user is looked for.

        Left to the engine, the voicemail PIN would be taken for that of a user who was there before.
        """
        try:
            return number_of(self._client.rest_send("PUT", "/user", "user", self._document(values)))
        except RemoteError as error:
            if error.outcome != RemoteError.UNKNOWN:
                raise
            key = USER.key_of(values)
            found = [one for one in self.fetch(frozenset([key])) if USER.key_of(one.values) == key]
            if not found:
                raise
            return found[0].identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if changed - {"permissions", "voicemail_pin", "settings"}:
            self._client.rest_send("PUT", f"/user/{record.identity}", "user", self._document(values))
        if "permissions" in changed:
            current = record.values.get("permissions") or {}
            differing = {n: v for n, v in values["permissions"].items() if current.get(n) != v}
            self._set_permissions(record.identity, differing)
        self._write_through_api(values, changed, record.values.get("settings"))

    def _write_through_api(
        self, values: t.Mapping[str, t.Any], changed: frozenset[str], settings: t.Mapping[str, t.Any] | None = None
    ) -> None:
        path = _path(values["user_name"])
        if "voicemail_pin" in changed:
            # What is null stays as it is; without the key, the aliases would be cleared. Nobody could look afterwards
            # whether a lost answer was a success, but the same PIN may be set twice.
            bean = {"voicemailPin": values["voicemail_pin"], "aliases": None}
            self._client.api_send("PUT", path, bean, repeatable=True)
        if "settings" in changed:
            write_settings(Settings(self._client, path), values["settings"], settings)

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        return with_settings(Settings(self._client, _path(record.values["user_name"])), record, wanted)

    def delete(self, record: Record) -> None:
        self._client.rest_send("DELETE", f"/user/{record.identity}")

    def _set_permissions(self, identity: int, permissions: t.Mapping[str, bool]) -> None:
        self._client.rest_send("PUT", f"/user-permission/{identity}", "user", document(permissions))

    def _document(self, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        groups, branches = self._directory.user_groups, self._directory.branches
        document: dict[str, t.Any] = {
            "userName": values["user_name"],
            "lastName": values.get("last_name") or "",
            "firstName": values.get("first_name") or "",
            "pin": values.get("pin") or "",
            "sipPassword": values.get("sip_password") or "",
            "emailAddress": values.get("email_address") or "",
            "groups": [
                ("group", {"id": self._directory.id_of(groups(), "user_group", name)})
                for name in values.get("groups") or []
            ],
            "aliases": [("alias", {"alias": alias}) for alias in values.get("aliases") or []],
        }
        if values.get("branch"):
            document["branch"] = {"id": self._directory.id_of(branches(), "branch", values["branch"])}
        return document


def _from_api(row: t.Mapping[str, t.Any]) -> Record:
    profile = row.get("userProfile") or {}
    values = {
        "id": row.get("id"),
        "user_name": row.get("userName"),
        "first_name": row.get("firstName"),
        "last_name": row.get("lastName"),
        "email_address": profile.get("emailAddress"),
        "groups": [group["name"] for group in row.get("groups") or []],
        "branch": row.get("branchName"),
        "aliases": list(row.get("aliases") or []),
        "permissions": dict.fromkeys(row.get("permissions") or [], True),
    }
    secrets = {"pin": row.get("pintoken") or "", "sip_password": row.get("sipPassword") or ""}
    return Record(values, row.get("id"), secrets)


def _from_rest(row: t.Mapping[str, t.Any], permissions: t.Iterable[t.Mapping[str, t.Any]]) -> Record:
    values = {
        "id": row.get("id"),
        "user_name": row.get("userName"),
        "first_name": row.get("firstName"),
        "last_name": row.get("lastName"),
        "email_address": row.get("emailAddress"),
        "groups": [group["name"] for group in row.get("groups") or []],
        "branch": (row.get("branch") or {}).get("name"),
        "aliases": [alias["alias"] for alias in row.get("aliases") or []],
        "permissions": {one["name"]: one.get("value") == "ENABLE" for one in permissions},
    }
    return Record(values, row.get("id"))
