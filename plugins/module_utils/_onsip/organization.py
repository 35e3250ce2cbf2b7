# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Organizations: the companies of an account, each with a domain of its own."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from .._engine.record import Item, Record
from .._model.errors import ItemError
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .client import OnsipClient
from .contact import CONTACT_NAMES, contact_fields, contact_parameters, known_country, lower
from .failures import ActionRefused
from .parameters import Parameters

ORGANIZATION = Resource(
    name="organization",
    plural="organizations",
    key="domain",
    fields=(
        Field("id", "int", wire="OrganizationId", read_only=True),
        Field("account_id", "int", wire="AccountId", read_only=True),
        Field("domain", wire="Domain", required=True, clearable=False, normalise=lower),
        Field("previous_domain", wire="OldDomain", clearable=False, normalise=lower),
        *contact_fields(True),
        Field("admin_auth_username", wire="Username", required=True, clearable=False, create_only=True, readable=False),
        Field("admin_password", wire="Password", required=True, clearable=False, create_only=True, secret=True),
        Field("status", wire="Status", read_only=True),
    ),
    undeletable="the service has no call for it",
    # The domains of one account are checked against each other by the service.
    sequential=True,
)


class OrganizationAdapter(ElementAdapter):
    """Read by domain, which finds organizations outside of the account too, and tells that they are.

    ``Domain.Unrecognized`` means that there is no such organization; any other refusal does not.
    """

    resource = ORGANIZATION
    element = "Organization"
    container = "Organizations"
    selector = "OrganizationId"
    order_by = "OrganizationId"

    def __init__(self, client: OnsipClient) -> None:
        super().__init__(client)
        self._wanted: set[str] = set()
        self._previous: dict[str, str] = {}
        self._out_of_reach: dict[str, str] = {}

    def scope(self) -> dict[str, str]:
        return self.names.in_account()

    def expect(self, items: t.Sequence[Item]) -> None:
        super().expect(items)
        for item in items:
            if item.key is not None and item.error is None:
                self._wanted.add(item.key)
                if item.values.get("previous_domain"):
                    self._previous[item.key] = lower(item.values["previous_domain"])

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        records = {} if keys is not None else {lower(r.values["domain"]): r for r in super().fetch(keys)}
        for domain in sorted(set(self._wanted if keys is None else keys) - set(records)):
            record = self._find(domain)
            if record is None and domain in self._previous:
                # Under its old name it is the wanted organization nevertheless.
                record = records.pop(self._previous[domain], None) or self._find(self._previous[domain])
                if record is not None:
                    record = replace(record, values={**record.values, "domain": domain})
            if record is not None:
                records[domain] = record
        return list(records.values())

    def _find(self, domain: str) -> Record | None:
        try:
            content = self.client.read("OrganizationRead", {"Domain": domain})
        except ActionRefused as error:
            if not error.has("Domain.Unrecognized"):
                self._out_of_reach[domain] = error.message
            return None
        return self.record(self.client.row(content, "OrganizationRead", self.element))

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = self._reachable(wanted, record)
        domain = lower(wanted["domain"])
        if record is None:
            wanted.pop("previous_domain", None)
        elif "previous_domain" in wanted:
            shown = lower(str(record.raw.get("Domain") or ""))
            record.values["previous_domain"] = wanted["previous_domain"] if shown == domain else ""
        return known_country(self.names, wanted, record)

    def _reachable(self, wanted: t.Mapping[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        """The wanted values, unless the organization exists beyond the reach of the login."""
        refusal = self._out_of_reach.get(lower(wanted["domain"])) if record is None else None
        if refusal:
            raise ItemError(f"cannot be looked up by its domain, so it may exist in another account: {refusal}")
        return dict(wanted)

    def parameters_of_add(self, values: t.Mapping[str, t.Any]) -> Parameters:
        contact = contact_parameters(self.names, values, None)
        company = contact.pop("Organization", None)
        password = str(values["admin_password"])
        return {
            **self.names.in_account(),
            **contact,
            **({"Company": company} if company else {}),
            "Username": lower(values["admin_auth_username"]),
            "Password": password,
            # One of two references requires it, and unknown parameters do no harm.
            "PasswordConfirm": password,
            "PbxType": "hosted",
            "Domain": lower(values["domain"]),
        }

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if "previous_domain" in changed:
            old, new = str(record.raw.get("Domain")), lower(values["domain"])
            parameters = {"OldDomain": old, "NewDomain": new}
            self.edit("OrganizationMigrateDomain", record, parameters, values, frozenset(("domain",)))
        contact = changed & CONTACT_NAMES
        if contact:
            parameters = contact_parameters(self.names, values, record)
            self.edit("OrganizationEditContact", record, parameters, values, contact)
