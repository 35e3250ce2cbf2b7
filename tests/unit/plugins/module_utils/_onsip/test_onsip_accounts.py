# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts and organizations."""

from __future__ import annotations

import pytest
from onsip_records import CONTACT, NEW, planned
from onsip_service import ScriptedService, client_of, element, envelope

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import NONE
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account import AccountAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.agent_account import AgentAccountAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.organization import OrganizationAdapter


class TestOrganization:
    ROW = {"OrganizationId": "7301", "AccountId": "6120", "Domain": "north.onsip.com", "Contact": CONTACT}
    UNKNOWN = envelope(
        "OrganizationRead",
        None,
        completed=False,
        valid=False,
        request_errors=[("Domain", "Domain.Unrecognized", "No.")],
    )
    FOREIGN = envelope("OrganizationRead", None, completed=False, action_errors=[("X.Required", "No.")])

    def adapter(self, *answers):
        service = ScriptedService({"OrganizationRead": list(answers)})
        return OrganizationAdapter(client_of(service)), service

    def find(self, adapter, **values):
        item = Item(0, values["domain"], values["domain"], values=values)
        adapter.expect([item])
        return adapter.fetch(frozenset([values["domain"]]))

    def test_only_one_refusal_means_that_there_is_none(self):
        adapter, _service = self.adapter(self.UNKNOWN)
        assert self.find(adapter, domain="north.onsip.com") == []
        assert adapter.translate({"domain": "north.onsip.com"}, None) == {"domain": "north.onsip.com"}
        adapter, _service = self.adapter(self.FOREIGN)
        assert self.find(adapter, domain="north.onsip.com") == []
        with pytest.raises(ItemError, match="may exist in another account"):
            adapter.translate({"domain": "north.onsip.com"}, None)

    def test_an_organization_under_its_old_name_is_migrated(self):
        adapter, service = self.adapter(self.UNKNOWN, element("Organization", self.ROW))
        wanted = {"domain": "sip.example.com", "previous_domain": "north.onsip.com"}
        (record,) = self.find(adapter, **wanted)
        service.answers["OrganizationMigrateDomain"] = element(
            "Organization", {**self.ROW, "Domain": "sip.example.com"}
        )
        change = planned(adapter, record, **wanted)
        assert change.changed == ("previous_domain",)
        adapter.update(record, change.values, frozenset(change.changed))
        assert service.of("OrganizationMigrateDomain") == [
            {"OrganizationId": "7301", "OldDomain": "north.onsip.com", "NewDomain": "sip.example.com"}
        ]

    def test_one_that_was_migrated_is_left_alone(self):
        adapter, _service = self.adapter(element("Organization", {**self.ROW, "Domain": "sip.example.com"}))
        wanted = {"domain": "sip.example.com", "previous_domain": "north.onsip.com"}
        (record,) = self.find(adapter, **wanted)
        assert planned(adapter, record, **wanted).action == NONE

    def test_the_administrator_is_named_in_lower_case(self):
        adapter, _service = self.adapter()
        values = {"domain": "north.onsip.com", "country": "207", **NEW}
        assert adapter.parameters_of_add(values)["Username"] == "north_east"

    def test_so_is_the_administrator_of_an_agent_s_account(self):
        service = ScriptedService({"OrganizationRead": element("Organization", self.ROW), "AgentAddAccount": ""})
        adapter = AgentAccountAdapter(client_of(service))
        adapter.create(adapter.translate({"domain": "north-east.onsip.com", **NEW}, None))
        assert service.of("AgentAddAccount")[0]["Username"] == "north_east"


class TestAccount:
    ROW = {
        "AccountId": "6120",
        "Recharge": "false",
        "RechargeLevel": "0.00",
        "RechargeThreshold": "0.00",
        "Contact": CONTACT,
    }

    def test_amounts_are_compared_as_whole_dollars_and_zero_is_none(self):
        service = ScriptedService({"AccountRead": element("Account", {**self.ROW, "RechargeLevel": "100.00"})})
        values = AccountAdapter(client_of(service)).fetch(frozenset())[0].values
        assert values["recharge_level"] == 100
        assert values["recharge_threshold"] is None

    def test_a_recharge_is_not_written_by_halves(self):
        adapter = AccountAdapter(client_of(ScriptedService({"AccountRead": element("Account", self.ROW)})))
        (record,) = adapter.fetch(frozenset())
        assert adapter.translate({"recharge": False}, record) == {"recharge": False}
        with pytest.raises(ItemError, match="it needs recharge_threshold, recharge_level as well"):
            adapter.translate({"recharge": True}, record)
