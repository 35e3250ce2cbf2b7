# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users, mailboxes and what they are called."""

from __future__ import annotations

import pytest
from onsip_records import CONTACT, PLACE, USER, address, carry_out, only, planned, user_address, users
from onsip_service import ScriptedService, client_of, element, envelope, listing

from ansible_collections.dialtone.voip.plugins.module_utils._engine.plan import NONE, REFUSE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user import UserAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.voicemail_box import VoicemailBoxAdapter


class TestUser:
    def adapter(self, **answers):
        service = ScriptedService(
            {"UserBrowse": users(USER), "UserAddressBrowse": listing("UserAddresses", "UserAddress", []), **answers}
        )
        return UserAdapter(client_of(service)), service

    def test_the_sip_password_is_not_even_read(self):
        adapter, _service = self.adapter()
        record = only(adapter)
        assert "Xk3vQ9rLm2Tz8WbN" not in str(record.values)
        assert record.secrets == {}

    @pytest.mark.parametrize(
        "same",
        [
            {"name": "Ines Okafor"},
            {"phone_number": "(217) 555-0100"},
            {"phone_number": "+1 217 555 0100"},
            {"email_address": "Ines@Example.com"},
            {"country": "united states of america"},
            {"zip": "01234"},
            {"roles": ["User"]},
            {"enabled": True},
        ],
    )
    def test_what_the_service_spells_otherwise_is_the_same(self, same):
        adapter, _service = self.adapter()
        assert planned(adapter, only(adapter), **same).action == NONE

    def test_a_contact_is_written_as_a_whole_and_its_company_under_both_names(self):
        changed = {**USER, "Contact": {**CONTACT, "City": "Chicago"}}
        adapter, service = self.adapter(UserEditContact=element("User", changed))
        carry_out(adapter, only(adapter), city="Chicago")
        assert service.of("UserEditContact") == [
            {
                "UserId": "41002",
                "Name": "Ines  Okafor",
                "Email": "ines@example.com",
                "Organization": "Example Inc",
                "Address": "12 Sample Road",
                "City": "Chicago",
                "State": "IL",
                "Zipcode": "01234",
                "Phone": "1-217-555-0100",
                "CountryId": "207",
                "User": "Example Inc",
            }
        ]

    def test_a_company_that_stays_is_cleared_under_both_names(self):
        cleared = {**USER, "Contact": {**CONTACT, "Organization": ""}}
        adapter, service = self.adapter(UserEditContact=[element("User", USER), element("User", cleared)])
        carry_out(adapter, only(adapter), company="")
        left_out, empty = service.of("UserEditContact")
        assert not {"Organization", "User"} & set(left_out)
        assert (empty["Organization"], empty["User"]) == ("", "")

    def test_each_part_has_an_action_of_its_own(self):
        answers = {
            "UserEditStatus": element("User", {**USER, "Status": "disabled"}),
            "UserEditRoleSubmit": element("User", {**USER, "Roles": {"Role": [{"Name": "Organization Admin"}]}}),
        }
        adapter, service = self.adapter(**answers)
        carry_out(adapter, only(adapter), enabled=False, roles=["Organization Admin"])
        assert service.of("UserEditRoleSubmit") == [{"UserId": "41002", "RoleNames[]": "Organization Admin"}]
        assert service.of("UserEditStatus") == [{"UserId": "41002", "Status": "disabled"}]

    def test_a_new_user_is_completed_with_what_add_takes_no_parameter_for(self):
        done = {**USER, "Contact": {**CONTACT, "City": "Chicago"}}
        adapter, service = self.adapter(UserAdd=element("User", USER), UserEditContact=element("User", done))
        wanted = {
            "auth_username": "Example_Ines",
            "user_name": "ines",
            "name": "Ines Okafor",
            "email_address": "ines@example.com",
            "portal_password": "portal-ines",
            "city": "Chicago",
            "enabled": True,
        }
        assert adapter.create(wanted) == "41002"
        assert service.of("UserAdd") == [
            {
                **PLACE,
                "Username": "ines",
                "Domain": "example.onsip.com",
                "Name": "Ines Okafor",
                "Email": "ines@example.com",
                "AuthUsername": "example_ines",
                "Password": "portal-ines",
                "PasswordConfirm": "portal-ines",
            }
        ]
        assert [action for action in service.actions if action.startswith("UserEdit")] == ["UserEditContact"]

    def test_a_user_that_could_not_be_completed_is_told_to_exist(self):
        refused = envelope("UserEditStatus", None, completed=False, action_errors=[("X.Required", "No.")])
        adapter, _service = self.adapter(UserAdd=element("User", USER), UserEditStatus=refused)
        wanted = {
            "auth_username": "example_ines",
            "user_name": "ines",
            "name": "Ines Okafor",
            "email_address": "ines@example.com",
        }
        with pytest.raises(RemoteError, match=r"the user was created, but not completely; run again\. POST"):
            adapter.create({**wanted, "portal_password": "portal-ines", "enabled": False})

    def test_an_edit_without_effect_is_an_error(self):
        adapter, _service = self.adapter(UserEditStatus=element("User", USER))
        with pytest.raises(ItemError, match="called UserEditStatus complete, but shows enabled as True"):
            carry_out(adapter, only(adapter), enabled=False)

    def test_what_nobody_could_give_back_is_not_shown(self):
        bare = {**USER, "Contact": {**CONTACT, "Phone": "", "Organization": ""}}
        adapter, _service = self.adapter(UserBrowse=users(bare))
        values = only(adapter).values
        assert values["phone_number"] is None
        assert values["company"] == ""

    def test_a_user_name_may_be_any_of_the_addresses(self):
        rows = [user_address("ines"), {**user_address("sales"), "Address": address("sales", AddressId="88099")}]
        browse = listing("UserAddresses", "UserAddress", rows, 2)
        adapter, _service = self.adapter(UserAddressBrowse=browse)
        assert planned(adapter, only(adapter), user_name="Sales").action == NONE
        refused = planned(adapter, only(adapter), user_name="other")
        assert (refused.action, "user_name is ines" in refused.error) == (REFUSE, True)


class TestVoicemailBox:
    ROW = {
        "VoicemailboxId": "11807",
        "Mailbox": "7002",
        "Password": "5093",
        "Fullname": "Ines",
        "Timezone": "us_central",
        "SayCallerId": "true",
        "NotifyEmail": "attach",
        "NotifyPager": "no",
        "Email": "ines@example.com",
        "Pager": "",
        "Mwi": "ines@example.onsip.com",
    }

    def adapter(self, row=None, **answers):
        answers = {
            "VoicemailboxBrowse": listing("Voicemailboxes", "Voicemailbox", [row or self.ROW], 1),
            "VoicemailAddressBrowse": listing("VoicemailAddresses", "VoicemailAddress", []),
            **answers,
        }
        service = ScriptedService(answers)
        return VoicemailBoxAdapter(client_of(service)), service

    def test_an_edit_sends_every_option_and_no_pin(self):
        adapter, service = self.adapter(VoicemailboxEdit=element("Voicemailbox", {**self.ROW, "Fullname": "Ada"}))
        carry_out(adapter, only(adapter), full_name="Ada")
        assert service.of("VoicemailboxEdit") == [
            {
                "VoicemailboxId": "11807",
                "Mailbox": "7002",
                "Fullname": "Ada",
                "Timezone": "us_central",
                "SayCallerId": "true",
                "NotifyEmail": "attach",
                "Email": "ines@example.com",
                "NotifyPager": "no",
                "Mwi": "ines@example.onsip.com",
            }
        ]

    def test_a_pin_is_set_by_an_edit_after_the_creation(self):
        done = element("Voicemailbox", {**self.ROW, "Password": "2468"})
        adapter, service = self.adapter(VoicemailboxAdd=element("Voicemailbox", self.ROW), VoicemailboxEdit=done)
        adapter.create({"mailbox": "7002", "address": "vm.ines", "full_name": "Ines", "pin": "2468"})
        assert "Password" not in service.of("VoicemailboxAdd")[0]
        assert service.of("VoicemailboxEdit")[0]["Password"] == "2468"

    def test_a_pin_that_is_shown_is_compared_and_one_of_asterisks_is_not(self):
        adapter, _service = self.adapter()
        assert adapter.works(only(adapter), {"pin": "5093"}) == {"pin"}
        assert adapter.works(only(adapter), {"pin": "1111"}) == frozenset()
        hidden, _service = self.adapter({**self.ROW, "Password": "****"})
        with pytest.raises(ItemError, match="as asterisks"):
            hidden.works(only(hidden), {"pin": "5093"})
