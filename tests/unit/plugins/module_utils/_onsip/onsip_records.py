# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records as the service shows them, and short ways through the engine."""

from __future__ import annotations

from onsip_service import listing

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import UPDATE, plan
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item

CONTACT = {
    "Name": "Ines  Okafor",
    "Organization": "Example Inc",
    "Address": "12 Sample Road",
    "City": "Springfield",
    "State": "IL",
    "Zipcode": "01234",
    "Country": "United States of America",
    "CountryId": "207",
    "Phone": "1-217-555-0100",
    "Email": "ines@example.com",
}
USER = {
    "UserId": "41002",
    "OrganizationId": "7301",
    "AccountId": "6120",
    "Status": "enabled",
    "Username": "example_ines",
    "Password": "Xk3vQ9rLm2Tz8WbN",
    "AuthUsername": "example_ines",
    "Contact": CONTACT,
    "Roles": {"Role": [{"Name": "User"}]},
}
PLACE = {"OrganizationId": "7301"}
#: what a new organization is created with
NEW = {
    "name": "Ines Okafor",
    "email_address": "ines@example.com",
    "company": "Example Inc",
    "street": "12 Sample Road",
    "city": "Springfield",
    "state_code": "IL",
    "zip": "01234",
    "phone_number": "217-555-0100",
    "admin_auth_username": "North_East",
    "admin_password": "portal-north",
}


def users(*rows):
    return listing("Users", "User", list(rows), len(rows))


def address(name, kind="user", **more):
    return {"AddressId": "88002", "Username": name, "Domain": "example.onsip.com", "Type": kind, "Name": name, **more}


def user_address(name, failover=None, **more):
    target = {"DefaultAddress": {"Username": failover, "Domain": "example.onsip.com"}} if failover else {}
    own = {"UserId": "41002", "AuthUsername": "example_ines", "AuthPassword": "Xk3vQ9rLm2Tz8WbN", "Timeout": "20"}
    return {**own, **target, "Address": address(name), **more}


def only(adapter):
    (record,) = adapter.fetch(None)
    return record


def planned(adapter, record, policy=None, **values):
    key = adapter.resource.key
    values = {key: record.values[key], **values}
    item = Item(0, str(values[key]), adapter.resource.key_of(values), values=adapter.translate(values, record))
    (change,) = plan(adapter.resource, [item], [record], policy or Policy())
    return change


def carry_out(adapter, record, **values):
    change = planned(adapter, record, **values)
    assert change.action == UPDATE, change
    adapter.update(record, change.values, frozenset(change.changed))
