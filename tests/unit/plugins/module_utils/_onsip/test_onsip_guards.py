# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is refused before it is sent, and what is written in which form, resource by resource."""

from __future__ import annotations

import pytest
from onsip_records import CONTACT, PLACE, USER, address, carry_out, only, planned, user_address, users
from onsip_service import ScriptedService, client_of, element, envelope, listing

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import NONE
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip import readings
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account import AccountAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account_credit import add_credit, check_amount
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account_resource import AccountResourceAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.address import local_part
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.call import check_call, place_call
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.contact import contact_parameters, known_country
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.e911_location import E911LocationAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.external_address import (
    EXTERNAL_ADDRESS,
    ExternalAddressAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.names import names_of
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.recording_address import RecordingAddressAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.ring_group import RingGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.telephone_number_address import (
    TelephoneNumberAddressAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.voicemail_address import VoicemailAddressAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.voicemail_box import VoicemailBoxAdapter

COUNTRIES = [
    {"CountryId": "207", "CountryName": "United States of America"},
    {"CountryId": "40", "CountryName": "Canada"},
]


def lists(container, row, *rows):
    return listing(container, row, list(rows), len(rows))


class TestCredit:
    @pytest.mark.parametrize("amount", [9, 10001])
    def test_an_amount_that_the_service_does_not_take_is_never_charged(self, amount):
        with pytest.raises(CallError, match="between 10 and 10000"):
            check_amount({"amount": amount})

    def test_the_card_is_charged_once_by_a_request_that_nothing_repeats(self):
        check_amount({"amount": 10})
        service = ScriptedService({"AccountEditAddCredit": element("Account", {"Balance": "35.00"})})
        assert add_credit(client_of(service), {"amount": 10}) == {"balance": "35.00"}
        assert service.of("AccountEditAddCredit") == [{"AccountId": "6120", "Amount": "10"}]
        assert service.sent[-1].repeatable is False


class TestCall:
    @pytest.mark.parametrize("wrong", ["ines", "a b@example.com", "a@b@example.com"])
    def test_both_ends_are_addresses(self, wrong):
        good = {"from_address": " ines@example.com", "to_address": "jonas@example.com"}
        check_call(good)
        for option in good:
            with pytest.raises(CallError, match=f"{option} must be user@domain"):
                check_call({**good, option: wrong})

    @pytest.mark.parametrize(("authenticated", "action"), [(True, "AuthCallSetup"), (False, "CallSetup")])
    def test_credentials_only_go_with_the_call_that_wants_them(self, authenticated, action):
        service = ScriptedService({action: ""})
        ends = {"from_address": "a@example.com", "to_address": "b@example.com"}
        place_call(client_of(service), {**ends, "authenticated": authenticated})
        (sent,) = service.sent
        assert (sent.action, "Authorization" in sent.headers, sent.repeatable) == (action, authenticated, False)


class TestCountry:
    def names(self):
        service = ScriptedService({"CountryBrowse": lists("Countries", "Country", *COUNTRIES)})
        return names_of(client_of(service)), service

    def test_a_country_that_stays_is_not_looked_up(self):
        names, service = self.names()
        record = Record({}, raw={"Contact": CONTACT})
        for country in (None, "united states of america"):
            assert contact_parameters(names, {"country": country}, record)["CountryId"] == "207"
        assert service.sent == []

    def test_another_country_is_written_by_its_number(self):
        names, _service = self.names()
        record = Record({}, raw={"Contact": CONTACT})
        assert contact_parameters(names, {"country": "Canada"}, record)["CountryId"] == "40"
        with pytest.raises(ItemError, match="country 'atlantis' does not exist"):
            contact_parameters(names, {"country": "Atlantis"}, record)

    def test_a_country_by_its_number_is_compared_by_its_name(self):
        names, _service = self.names()
        record = Record({}, raw={"Contact": CONTACT})
        assert known_country(names, {"country": "207"}, record)["country"] == CONTACT["Country"]
        assert known_country(names, {"country": "40"}, record)["country"] == "canada"
        assert known_country(names, {"country": "Canada"}, record)["country"] == "Canada"


class TestE911Location:
    ROW = {"E911LocationId": "9", "LocationName": "Head office", "LocationType": "Private", "UserId": "41002"}

    def adapter(self, row=None):
        rows = lists("E911Locations", "E911Location", row or self.ROW)
        return E911LocationAdapter(client_of(ScriptedService({"E911LocationBrowse": rows, "UserBrowse": users(USER)})))

    def test_a_private_location_has_a_user_and_a_shared_one_has_none(self):
        adapter = self.adapter()
        with pytest.raises(ItemError, match="needs a user"):
            adapter.translate({"location_type": "private"}, None)
        with pytest.raises(ItemError, match="has no user"):
            adapter.translate({"location_type": "shared", "user": "example_ines"}, None)
        assert adapter.translate({"location_type": "private", "user": "example_ines"}, None)["user"] == "example_ines"

    def test_a_location_that_becomes_shared_loses_its_user(self):
        adapter = self.adapter()
        record = only(adapter)
        assert record.values["user"] == "example_ines"
        assert adapter.translate({"location_type": "shared"}, record)["user"] == ""

    def test_the_user_is_written_by_id(self):
        adapter = self.adapter()
        parameters = adapter.parameters({"name": "Head office", "location_type": "private", "user": "Example_Ines"})
        assert parameters == {"LocationName": "Head office", "LocationType": "Private", "UserId": "41002"}


class TestRecordingAddress:
    ROW = {"Pin": "42", "Address": address("rec", "recording")}

    def adapter(self, **answers):
        rows = lists("RecordingManagementAddresses", "RecordingManagementAddress", self.ROW)
        service = ScriptedService({"RecordingManagementAddressBrowse": rows, **answers})
        return RecordingAddressAdapter(client_of(service, allow_unverified=True)), service

    def test_leading_zeros_of_a_pin_mean_nothing(self):
        adapter, _service = self.adapter()
        record = only(adapter)
        assert adapter.works(record, {"pin": "0042"}) == {"pin"}
        assert adapter.works(record, {"pin": "0043"}) == frozenset()
        assert "pin" not in record.values

    def test_a_new_one_is_not_edited_because_of_them(self):
        row = element("RecordingManagementAddress", self.ROW)
        adapter, service = self.adapter(RecordingManagementAddressAdd=row)
        adapter.create({"address": "rec", "name": "rec", "pin": "0042"})
        assert service.of("RecordingManagementAddressAdd")[0]["Pin"] == "42"
        assert "RecordingManagementAddressEdit" not in service.actions

    def test_each_edit_sends_the_pin_again(self):
        after = element("RecordingManagementAddress", {**self.ROW, "Address": address("rec", "recording", Name="New")})
        adapter, service = self.adapter(RecordingManagementAddressEdit=after)
        carry_out(adapter, only(adapter), name="New")
        assert service.of("RecordingManagementAddressEdit")[0]["Pin"] == "42"


class TestAddresses:
    @pytest.mark.parametrize(("wrong", "words"), [("a@example.com", "before the @"), ("a b", "blanks")])
    def test_what_cannot_stand_before_the_at_sign_is_refused(self, wrong, words):
        local_part(" ines ")
        with pytest.raises(ValueError, match=words):
            local_part(wrong)

    def test_edits_and_additions_name_the_domain(self):
        row = {
            "Address": {**address("Out", "external"), "Domain": "Example.onsip.com"},
            "ForeignAddress": "a@b.example",
        }
        done = element("ExternalAddress", row)
        rows = lists("ExternalAddresses", "ExternalAddress", row)
        service = ScriptedService({"ExternalAddressBrowse": rows, "ExternalAddressAdd": done})
        adapter = ExternalAddressAdapter(client_of(service))
        assert only(adapter).identity == "out@example.onsip.com"
        adapter.create({"address": "Out", "foreign_address": "a@b.example", "name": "Out"})
        assert service.of("ExternalAddressAdd") == [
            {
                **PLACE,
                "Username": "out",
                "Domain": "example.onsip.com",
                "Name": "Out",
                "ForeignAddress": "a@b.example",
            }
        ]

    def test_a_foreign_address_that_is_not_shown_is_not_invented_by_an_edit(self):
        adapter = ExternalAddressAdapter(client_of(ScriptedService()))
        assert "ForeignAddress" not in adapter.parameters({"address": "out", "foreign_address": UNREADABLE})

    @pytest.mark.parametrize("wrong", ["a@192.0.2.7", "a@[2001:db8::7]", "a@local", "b.example"])
    def test_a_foreign_address_names_a_domain(self, wrong):
        check = EXTERNAL_ADDRESS.field("foreign_address").check
        check("a@b.example")
        with pytest.raises(ValueError, match=r"must (name a domain|be user@domain)"):
            check(wrong)

    def test_a_telephone_number_s_owner_is_named_by_id(self):
        row = {"UserId": "41002", "Address": address("12175550100", "telephone")}
        rows = lists("TelephoneNumberAddresses", "TelephoneNumberAddress", row)
        service = ScriptedService({"TelephoneNumberAddressBrowse": rows, "UserBrowse": users(USER)})
        adapter = TelephoneNumberAddressAdapter(client_of(service))
        record = only(adapter)
        assert record.values["user"] == "example_ines"
        assert planned(adapter, record, user="Example_Ines").action == NONE

    def test_a_voicemail_address_names_its_box_by_number_and_is_written_by_id(self):
        boxes = [{"VoicemailboxId": "11806", "Mailbox": "7001"}, {"VoicemailboxId": "11807", "Mailbox": "7002"}]
        rows = lists("VoicemailAddresses", "VoicemailAddress", {"VoicemailboxId": "11807", "Address": address("vm")})
        service = ScriptedService(
            {"VoicemailAddressBrowse": rows, "VoicemailboxBrowse": lists("Voicemailboxes", "Voicemailbox", *boxes)}
        )
        adapter = VoicemailAddressAdapter(client_of(service))
        record = only(adapter)
        assert record.values["mailbox"] == "7002"
        assert adapter.parameters(record.values)["VoicemailboxId"] == "11807"
        assert "Mailbox" not in adapter.parameters(record.values)

    def test_only_the_own_users_have_user_addresses(self):
        rows = lists("Addresses", "Address", address("ines"), address("support", "group"))
        names = names_of(client_of(ScriptedService({"AddressBrowse": rows, "UserBrowse": users(USER)})))
        assert "support" in names.known("address")
        assert "ines" in names.known("user_address")
        assert "support" not in names.known("user_address")
        assert " Example_INES" in names.known("user")
        with pytest.raises(ItemError, match="user 'nobody' does not exist"):
            names.user_called("Nobody")
        assert names.user_called(" Example_Ines") == "41002"


class TestRingGroupMembers:
    def values(self, **row):
        adapter = RingGroupAdapter(client_of(ScriptedService()))
        return adapter.values({"Ordering": "parallel", "Timeout": "20", "Address": address("support", "group"), **row})

    def test_members_that_are_shown_are_read_with_their_priorities(self):
        shown = [{**address("ines"), "Priority": "2"}, address("jonas")]
        assert self.values(MemberAddresses={"MemberAddress": shown})["members"] == [
            {"address": "ines", "priority": 2},
            {"address": "jonas", "priority": UNREADABLE},
        ]

    def test_a_priority_stays_and_one_that_is_not_shown_is_the_place(self):
        adapter = RingGroupAdapter(client_of(ScriptedService()))
        members = [{"address": "ines", "priority": 7}, {"address": "b@other.org", "priority": UNREADABLE}]
        values = {"address": "support", "ordering": "parallel", "ring_timeout": 20, "members": members}
        expected = {"ines@example.onsip.com": "7", "b@other.org": "2"}
        assert adapter.parameters(values)["MemberAddresses"] == expected


class TestAccountResource:
    def test_a_limit_is_that_of_the_account(self):
        row = {"Limit": "5", "Used": "1", "Resource": {"ResourceId": "3", "Name": "Users"}}
        after = element("AccountResource", {**row, "Limit": "9"})
        service = ScriptedService(
            {
                "AccountResourceBrowse": lists("AccountResources", "AccountResource", row),
                "AccountResourceEditLimit": after,
            }
        )
        adapter = AccountResourceAdapter(client_of(service, allow_unverified=True))
        carry_out(adapter, only(adapter), limit=9)
        sent = {"ResourceId": "3", "AccountId": "6120", "Limit": "9"}
        assert service.of("AccountResourceEditLimit") == [sent]


class TestReadings:
    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"month_offset": 1, "start_cdr_id": 5, "end_cdr_id": 9}, "only one range"),
            ({"start_cdr_id": 5}, "needs end_cdr_id"),
            ({"end_date_time": "2026-01-31 23:59:59"}, "needs start_date_time"),
        ],
    )
    def test_a_range_of_calls_is_one_and_whole(self, given, words):
        with pytest.raises(CallError, match=words):
            readings.call_range(given)
        assert readings.call_range({"month_offset": 0}) == {"MonthOffset": "0"}

    def test_what_no_action_reads_alone_is_refused(self):
        service = ScriptedService()
        with pytest.raises(CallError, match="no action that reads one Cdr"):
            readings.CALLS.alone(client_of(service), "7")
        assert service.sent == []


def test_a_user_address_is_cleared_of_a_box_before_the_box_goes():
    rows = [user_address("ines", "vm.ines"), user_address("jonas", "elsewhere")]
    service = ScriptedService(
        {
            # Its second address counts as well, however it is written.
            "VoicemailAddressBrowse": lists(
                "VoicemailAddresses",
                "VoicemailAddress",
                {"VoicemailboxId": "11807", "Address": address("vm.front")},
                {"VoicemailboxId": "11807", "Address": address("VM.Ines")},
            ),
            "UserAddressBrowse": lists("UserAddresses", "UserAddress", *rows),
            "UserBrowse": users(USER),
            "UserAddressEdit": element("UserAddress", user_address("ines")),
            "VoicemailboxDelete": "",
        }
    )
    adapter = VoicemailBoxAdapter(client_of(service))
    adapter.delete(Record({}, "11807"))
    assert [form["Address"] for form in service.of("UserAddressEdit")] == ["ines@example.onsip.com"]
    assert service.actions[-2:] == ["UserAddressEdit", "VoicemailboxDelete"]

    refused = envelope("UserAddressEdit", None, completed=False, action_errors=[("X.Required", "No.")])
    service.answers["UserAddressEdit"] = refused
    with pytest.raises(ItemError, match="failover of the address ines cannot be cleared"):
        VoicemailBoxAdapter(client_of(service)).delete(Record({}, "11807"))
    assert service.actions.count("VoicemailboxDelete") == 1


def test_an_amount_that_is_none_is_an_error():
    row = {"AccountId": "6120", "RechargeLevel": "much", "RechargeThreshold": "0.00", "Contact": CONTACT}
    with pytest.raises(RemoteError, match="'much' where an amount is expected"):
        AccountAdapter(client_of(ScriptedService({"AccountRead": element("Account", row)}))).fetch(None)
