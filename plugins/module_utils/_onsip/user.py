# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users (``User``): who logs in to the portal, and whose phones register.

Vendor reference: ``UserAdd``, ``UserBrowse``, ``UserEditContact``, ``UserEditRoleSubmit``; ``UserEditStatus`` and
``UserDelete`` as the vendor's and other public clients use them.
"""

from __future__ import annotations

import typing as t

from .._engine.record import Item, Record
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .address import local_part
from .contact import CONTACT_NAMES, contact_fields, contact_parameters, known_country, lower
from .envelope import children, text
from .parameters import Parameters

_ENABLED, _DISABLED = "enabled", "disabled"
ROLES = ("Account Admin", "Organization Admin", "User")


USER = Resource(
    name="user",
    plural="users",
    key="auth_username",
    fields=(
        Field("id", "int", wire="UserId", read_only=True),
        Field(
            "auth_username",
            wire="AuthUsername",
            required=True,
            clearable=False,
            normalise=lower,
        ),
        # In answers, Username is the AuthUsername; what UserAdd takes as Username is seen in the user's addresses.
        Field(
            "user_name",
            wire="Username",
            required=True,
            clearable=False,
            create_only=True,
            normalise=lower,
            check=local_part,
        ),
        *contact_fields(False),
        Field("enabled", "bool", wire="Status"),
        Field(
            "roles",
            "list",
            wire="RoleNames",
            elements="str",
            unordered=True,
            clearable=False,
        ),
        # A new one can only be set with the old one at hand.
        Field("portal_password", wire="Password", required=True, clearable=False, create_only=True, secret=True),
    ),
)


class UserAdapter(ElementAdapter):
    """``UserAdd`` makes the user's first address as well, and copies the rest of the contact from the organization.

    Contact, status and roles are written by an action each.
    """

    resource = USER
    element = "User"
    container = "Users"
    selector = "UserId"
    order_by = "UserId"
    _addresses: t.Mapping[str, list[str]] | None = None
    _without_addresses = False

    def expect(self, items: t.Sequence[Item]) -> None:
        super().expect(items)
        self._without_addresses = all(item.values.get("user_name") is None for item in items)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        self._addresses = None if self._without_addresses else self._addresses_by_user()
        return super().fetch(keys)

    def read_alone(self, identity: str) -> Record:
        content = self.client.read("UserRead", {"AuthUsername": identity})
        return self.record(self.client.row(content, "UserRead", self.element))

    def _addresses_by_user(self) -> dict[str, list[str]]:
        """The local parts of each user's addresses, the first one first."""
        rows = self.client.browse(
            "UserAddressBrowse", "UserAddresses", "UserAddress", self.names.in_organization(), "UserId"
        )
        found: dict[str, list[tuple[int, str]]] = {}
        for row in rows:
            address = row.get("Address")
            if isinstance(address, dict) and text(address.get("AddressId")).isdigit():
                place = (int(address["AddressId"]), text(address.get("Username")))
                found.setdefault(text(row.get("UserId")), []).append(place)
        return {user: [name for _number, name in sorted(places)] for user, places in found.items()}

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        status = text(row.get("Status"))
        roles = row.get("Roles")
        shown = {**row, "Status": {_ENABLED: "true", _DISABLED: "false"}.get(status, ""), "Username": ""}
        values = super().values(shown)
        values["roles"] = [text(role.get("Name")) for role in children(roles, "Role") if isinstance(role, dict)]
        names = (self._addresses or {}).get(text(row.get("UserId")), [])
        values["user_name"] = names[0] if names else None
        return values

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        shown = record.values["roles"] if record is not None else []
        unknown = [role for role in wanted.get("roles", []) if role not in (*ROLES, *shown)]
        if unknown:
            raise ItemError(f"roles: {', '.join(unknown)} cannot be given; the roles are {', '.join(ROLES)}")
        name = wanted.get("user_name")
        owned = (self._addresses or {}).get(t.cast(str, record.identity), []) if record is not None else []
        if record is not None and name is not None and lower(name) in owned:
            # One of several addresses: which came first means nothing.
            record.values["user_name"] = name
        return known_country(self.names, super().translate(wanted, record), record)

    def parameters_of_add(self, values: t.Mapping[str, t.Any]) -> Parameters:
        password = str(values["portal_password"])
        return {
            **self.names.in_organization(),
            "Username": lower(values["user_name"]),
            "Domain": self.names.place().domain,
            "Name": values["name"],
            "Email": values["email_address"],
            "AuthUsername": lower(values["auth_username"]),
            "Password": password,
            "PasswordConfirm": password,
        }

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        contact = changed & CONTACT_NAMES
        if contact:
            parameters = contact_parameters(self.names, values, record)
            self.edit("UserEditContact", record, parameters, values, contact)
        if "roles" in changed:
            names: Parameters = {"RoleNames": sorted(set(values["roles"]))}
            self.edit("UserEditRoleSubmit", record, names, values, frozenset(("roles",)))
        if "enabled" in changed:
            status = {"Status": _ENABLED if values["enabled"] else _DISABLED}
            self.edit("UserEditStatus", record, status, values, frozenset(("enabled",)))

    def _edited(self, action: str, parameters: Parameters) -> Record:
        if "Organization" in parameters:
            # The documentation of UserEditContact calls the company User, evidently by a mechanical replacement.
            parameters = {**parameters, "User": parameters["Organization"]}
        return super()._edited(action, parameters)
