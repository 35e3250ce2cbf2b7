# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses, groups and aliases."""

from __future__ import annotations

import pytest
from onsip_records import PLACE, USER, address, carry_out, only, planned, user_address, users
from onsip_service import ScriptedService, client_of, element, envelope, listing

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import NONE, REFUSE, UPDATE
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.attendant import AttendantAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.external_address import ExternalAddressAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.ring_group import RingGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user import UserAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_address import UserAddressAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_alias import UserAliasAdapter


class TestAddresses:
    def adapter(self, row, **answers):
        browse = listing("UserAddresses", "UserAddress", [row], 1)
        service = ScriptedService({"UserAddressBrowse": browse, "UserBrowse": users(USER), **answers})
        return UserAddressAdapter(client_of(service)), service

    def test_an_edit_names_the_address_and_sends_the_failover_again(self):
        after = user_address("ines", "vm.ines", Timeout="30")
        adapter, service = self.adapter(
            user_address("ines", "vm.ines"), UserAddressEdit=element("UserAddress", after) + element("Organization", {})
        )
        carry_out(adapter, only(adapter), ring_timeout=30)
        assert service.of("UserAddressEdit") == [
            {
                "Address": "ines@example.onsip.com",
                "Name": "ines",
                "Timeout": "30",
                "DefaultAddress": "vm.ines@example.onsip.com",
                "Username": "ines",
                "UserId": "41002",
            }
        ]

    def test_what_leaving_out_does_not_clear_is_sent_empty_once(self):
        kept, cleared = user_address("ines", "vm.ines"), user_address("ines")
        answers = [element("UserAddress", kept), element("UserAddress", cleared)]
        adapter, service = self.adapter(kept, UserAddressEdit=answers)
        carry_out(adapter, only(adapter), failover="")
        first, second = service.of("UserAddressEdit")
        assert "DefaultAddress" not in first
        assert second["DefaultAddress"] == ""

    def test_what_cannot_be_cleared_at_all_is_an_error(self):
        kept = element("UserAddress", user_address("ines", "vm.ines"))
        adapter, service = self.adapter(user_address("ines", "vm.ines"), UserAddressEdit=[kept, kept])
        with pytest.raises(ItemError, match=r"shows failover as 'vm\.ines'"):
            carry_out(adapter, only(adapter), failover="")
        assert len(service.of("UserAddressEdit")) == 2

    def test_an_address_of_another_organization_stays_whole(self):
        row = user_address("ines")
        row["DefaultAddress"] = {"Username": "desk", "Domain": "other.onsip.com"}
        adapter, _service = self.adapter(row)
        record = only(adapter)
        assert record.values["failover"] == "desk@other.onsip.com"
        assert planned(adapter, record, failover="Desk@other.onsip.com").action == NONE

    def test_the_failover_may_be_named_with_the_own_domain(self):
        adapter, _service = self.adapter(user_address("ines", "vm.ines"))
        assert planned(adapter, only(adapter), failover="vm.ines@EXAMPLE.onsip.com").action == NONE

    def test_an_address_without_an_owner_is_foreseen_as_a_user_brings_it(self):
        adapter, _service = self.adapter(user_address("ines"))
        assert adapter.coming(Item(0, "new", "new", values={"address": "new"})).values["ring_timeout"] == 20
        assert adapter.coming(Item(0, "new", "new", values={"address": "new", "user": "example_ines"})) is None


class TestRingGroup:
    ROW = {"Ordering": "parallel", "Timeout": "20", "Address": address("support", "group")}
    MEMBERS = [{"address": "ines", "priority": 1}, {"address": "jonas", "priority": 2}]

    def adapter(self, row, **answers):
        service = ScriptedService(
            {"GroupAddressBrowse": listing("GroupAddresses", "GroupAddress", [row], 1), **answers}
        )
        return RingGroupAdapter(client_of(service)), service

    def test_members_that_are_not_shown_cause_no_write(self):
        adapter, _service = self.adapter(self.ROW)
        change = planned(adapter, only(adapter), members=self.MEMBERS)
        assert (change.action, change.unverified) == (NONE, ("members",))

    def test_members_that_are_not_shown_go_with_any_other_change(self):
        after = element("GroupAddress", {**self.ROW, "Timeout": "30"})
        adapter, service = self.adapter(self.ROW, GroupAddressEdit=after)
        change = planned(adapter, only(adapter), members=self.MEMBERS, ring_timeout=30)
        assert sorted(change.changed) == ["members", "ring_timeout"]
        assert change.unverified == ()
        adapter.update(only(adapter), change.values, frozenset(change.changed))
        assert service.of("GroupAddressEdit") == [
            {
                "Address": "support@example.onsip.com",
                "Ordering": "parallel",
                "Timeout": "30",
                "Username": "support",
                "MemberAddresses[ines@example.onsip.com]": "1",
                "MemberAddresses[jonas@example.onsip.com]": "2",
            }
        ]

    def test_nothing_else_changes_without_them(self):
        adapter, _service = self.adapter(self.ROW)
        change = planned(adapter, only(adapter), ring_timeout=30)
        assert (change.action, "needs members as well" in change.error) == (REFUSE, True)

    def test_members_in_a_script_are_read_without_their_priorities(self):
        inner = '<location clear="no" url="sips:b@other.org"/>'
        script = f'<cpl><location url="sip:ines@example.onsip.com" clear="no">{inner}</location></cpl>'
        row = {**self.ROW, "Address": address("support", "group", CplText=script.replace("<", "&lt;"))}
        adapter, _service = self.adapter(row)
        record = only(adapter)
        assert [member["address"] for member in record.values["members"]] == ["ines", "b@other.org"]
        members = [{"address": "b@other.org", "priority": 9}, {"address": "ines", "priority": 4}]
        assert planned(adapter, record, members=members).action == NONE
        assert planned(adapter, record, members=members[:1]).action == UPDATE


class TestUserAlias:
    ROW = {"AliasUsername": "7002", "AddressUsername": "ines", "AliasVisibility": "PRIVATE"}

    def adapter(self, **answers):
        service = ScriptedService({"UserAliasBrowse": listing("UserAliases", "UserAlias", [self.ROW]), **answers})
        return UserAliasAdapter(client_of(service)), service

    def test_another_target_is_a_deletion_and_an_addition(self):
        adapter, service = self.adapter(UserAliasDelete="", UserAliasAdd="")
        carry_out(adapter, only(adapter), address="jonas")
        assert service.actions[-2:] == ["UserAliasDelete", "UserAliasAdd"]
        assert service.of("UserAliasAdd") == [
            {**PLACE, "AliasUsername": "7002", "AddressUsername": "jonas", "Visibility": "PRIVATE"}
        ]

    def test_a_target_that_is_refused_leaves_the_old_one(self):
        refused = envelope(
            "UserAliasAdd", None, completed=False, valid=False, request_errors=[("AddressUsername", "A.B", "No.")]
        )
        adapter, service = self.adapter(UserAliasDelete="", UserAliasAdd=[refused, ""])
        with pytest.raises(ItemError, match="leads to ines as before"):
            carry_out(adapter, only(adapter), address="jonas")
        assert [form["AddressUsername"] for form in service.of("UserAliasAdd")] == ["jonas", "ines"]

    def test_all_are_asked_for_at_once(self):
        adapter, service = self.adapter()
        adapter.fetch(None)
        assert service.of("UserAliasBrowse") == [{**PLACE, "Limit": "25000", "Offset": "0"}]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"ForeignAddress": "a@b.example"}, "a@b.example"),
        ({"DefaultAddress": {"Username": "a", "Domain": "b.example"}}, "a@b.example"),
        ({}, UNREADABLE),
    ],
)
def test_the_foreign_address_is_looked_for_where_it_could_be(row, expected):
    rows = listing("ExternalAddresses", "ExternalAddress", [{**row, "Address": address("out", "external")}], 1)
    adapter = ExternalAddressAdapter(client_of(ScriptedService({"ExternalAddressBrowse": rows})))
    assert only(adapter).values["foreign_address"] == expected


def test_what_nobody_has_tried_needs_consent_before_anything_is_read():
    service = ScriptedService()
    with pytest.raises(CallError, match="allow_unverified=true"):
        AttendantAdapter(client_of(service)).expect([])
    assert service.sent == []
    AttendantAdapter(client_of(service, allow_unverified=True)).expect([])


def test_a_value_of_another_kind_is_an_error_and_no_guess():
    rows = listing("UserAddresses", "UserAddress", [{**user_address("ines"), "Timeout": "soon"}], 1)
    adapter = UserAddressAdapter(client_of(ScriptedService({"UserAddressBrowse": rows})))
    with pytest.raises(RemoteError, match="shows 'soon' as Timeout where int is expected"):
        adapter.fetch(None)


def test_the_organization_is_the_one_that_is_named_or_else_the_own():
    row = {"OrganizationId": "7399", "AccountId": "6199", "Domain": "Other.onsip.com"}
    service = ScriptedService({"OrganizationRead": element("Organization", row), "UserBrowse": users()})
    adapter = UserAdapter(client_of(service, organization="other.onsip.com"))
    adapter.expect([Item(0, "x", "x", values={})])
    adapter.fetch(None)
    assert service.of("OrganizationRead") == [{"Domain": "other.onsip.com"}]
    assert service.of("UserBrowse")[0]["OrganizationId"] == "7399"
    assert "UserRead" not in service.actions
