# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts that an agent creates: account, organization and administrator in one (``AgentAddAccount``).

The action's result is documented nowhere, so the new organization is looked up by its domain.
"""

from __future__ import annotations

import typing as t
from dataclasses import replace

from .._engine.record import Record
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .contact import contact_fields, lower
from .organization import OrganizationAdapter
from .parameters import Parameters
from .wire import written

_CONTACT = tuple(
    replace(field, required=True, create_only=True) for field in contact_fields(True) if field.name != "country"
)

AGENT_ACCOUNT = Resource(
    name="agent_account",
    plural="agent_accounts",
    key="domain",
    fields=(
        Field("id", "int", wire="AccountId", read_only=True),
        Field("organization_id", "int", wire="OrganizationId", read_only=True),
        Field("domain", wire="Domain", required=True, clearable=False, normalise=lower),
        *(replace(field, readable=False) for field in _CONTACT),
        Field("admin_auth_username", wire="Username", required=True, clearable=False, create_only=True, readable=False),
        Field("admin_password", wire="Password", required=True, clearable=False, create_only=True, secret=True),
    ),
    undeletable="the service has no call for it",
    sequential=True,
)


class AgentAccountAdapter(OrganizationAdapter):
    """What was given once is never compared: the account belongs to its customer from then on."""

    resource = AGENT_ACCOUNT

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        domain, name = lower(wanted["domain"]), lower(wanted.get("admin_auth_username") or "")
        if record is None and name and f"{name.replace('_', '-')}.onsip.com" != domain:
            raise ItemError(
                f"the domain must be {name.replace('_', '-')}.onsip.com: the service wants the administrator's name as "
                "the subdomain, with dashes for underscores"
            )
        return self._reachable(wanted, record)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self.client.write("AgentAddAccount", self.parameters_of_add(values))
        record = self._find(lower(values["domain"]))
        return record.identity if record is not None else None

    def parameters_of_add(self, values: t.Mapping[str, t.Any]) -> Parameters:
        contact = written(_CONTACT, values)
        return {
            "Username": lower(values["admin_auth_username"]),
            "Domain": lower(values["domain"]),
            "Company": contact.pop("Organization"),
            **contact,
            "Password": str(values["admin_password"]),
            "Productcode": "onSIP",
            "Creditcard": "false",
        }
