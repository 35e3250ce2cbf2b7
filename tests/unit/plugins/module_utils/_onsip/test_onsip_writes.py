# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a change of accounts, users, boxes, aliases and numbers sends, and what it must not send."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from onsip_records import CONTACT, NEW, PLACE, USER, address, carry_out, only, planned, user_address, users
from onsip_service import ScriptedService, client_of, element, envelope, listing

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip import phone_number_order, portal_password
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account import AccountAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.agent_account import (
    AGENT_ACCOUNT,
    AgentAccountAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.failures import ActionRefused
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.organization import OrganizationAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.phone_number import PHONE_NUMBER, PhoneNumberAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.phone_number_order import PhoneNumberOrder
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.resources import also_declared, spelled
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user import UserAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_address import USER_ADDRESS
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_alias import USER_ALIAS, UserAliasAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.voicemail_box import (
    VOICEMAIL_BOX,
    VoicemailBoxAdapter,
)

LOST = RemoteError("POST /api was cut off", RemoteError.UNKNOWN)


def refused(action):
    return envelope(action, None, completed=False, action_errors=[("X.Required", "No.")])


def test_a_request_that_was_carried_out_is_not_repeated_for_its_session():
    error = ("SessionId", "Session.Authentication", "This request needs a live session.")
    service = ScriptedService({"UserAdd": envelope("UserAdd", "", established=False, request_errors=[error])})
    client_of(service).write("UserAdd", {})
    assert service.actions == ["SessionCreate", "UserAdd"]


class TestAccount:
    ROW = {
        "AccountId": "6120",
        "Recharge": "true",
        "RechargeLevel": "100.00",
        "RechargeThreshold": "20.00",
        "Contact": CONTACT,
    }

    def change(self, **wanted):
        row = {**self.ROW, "RechargeLevel": "200.00", "Contact": {**CONTACT, "City": "Chicago"}}
        done = element("Account", row)
        service = ScriptedService(
            {
                "AccountRead": element("Account", self.ROW),
                "AccountEditContact": done,
                "AccountEditRecharge": done,
            }
        )
        adapter = AccountAdapter(client_of(service))
        (record,) = adapter.fetch(None)
        adapter.update(record, {**record.values, **wanted}, frozenset(wanted))
        return service

    def test_contact_and_recharge_are_each_written_only_when_they_change(self):
        service = self.change(city="Chicago")
        assert "AccountEditRecharge" not in service.actions
        service = self.change(recharge_level=200)
        assert "AccountEditContact" not in service.actions
        assert service.of("AccountEditRecharge") == [
            {"AccountId": "6120", "Recharge": "true", "RechargeThreshold": "20", "RechargeLevel": "200"}
        ]


class TestOrganization:
    OLD = {"OrganizationId": "7301", "AccountId": "6120", "Domain": "north.onsip.com", "Contact": CONTACT}

    def adapter(self, **answers):
        service = ScriptedService(
            {"OrganizationBrowse": listing("Organizations", "Organization", [self.OLD], 1), **answers}
        )
        return OrganizationAdapter(client_of(service)), service

    def expect(self, adapter, error=None, **values):
        adapter.expect([Item(0, values["domain"], values["domain"], values=values, error=error)])

    def test_what_is_listed_is_not_looked_up_again(self):
        adapter, service = self.adapter()
        self.expect(adapter, domain="north.onsip.com")
        assert len(adapter.fetch(None)) == 1
        assert "OrganizationRead" not in service.actions

    def test_what_cannot_be_carried_out_is_not_looked_up(self):
        adapter, service = self.adapter()
        self.expect(adapter, domain="south.onsip.com", error="wrong")
        adapter.fetch(None)
        assert "OrganizationRead" not in service.actions

    def test_a_listed_one_that_is_to_be_migrated_is_there_once(self):
        unknown = envelope(
            "OrganizationRead", None, completed=False, request_errors=[("Domain", "Domain.Unrecognized", "No.")]
        )
        adapter, _service = self.adapter(OrganizationRead=unknown)
        self.expect(adapter, domain="sip.example.com", previous_domain="North.onsip.com")
        (record,) = adapter.fetch(None)
        assert (record.values["domain"], record.identity) == ("sip.example.com", "7301")

    def test_a_new_one_had_no_domain_before(self):
        adapter, _service = self.adapter()
        wanted = adapter.translate({"domain": "sip.example.com", "previous_domain": "north.onsip.com"}, None)
        assert wanted == {"domain": "sip.example.com"}

    def test_the_contact_is_written_by_its_own_action(self):
        done = element("Organization", {**self.OLD, "Contact": {**CONTACT, "City": "Chicago"}})
        adapter, service = self.adapter(OrganizationEditContact=done)
        carry_out(adapter, only(adapter), city="Chicago")
        (form,) = service.of("OrganizationEditContact")
        assert (form["OrganizationId"], form["City"], form["CountryId"]) == ("7301", "Chicago", "207")

    def test_the_password_of_the_administrator_is_confirmed(self):
        adapter, _service = self.adapter()
        parameters = adapter.parameters_of_add({"domain": "north.onsip.com", "country": "207", **NEW})
        assert parameters["Password"] == parameters["PasswordConfirm"] == "portal-north"

    def test_an_agent_s_account_has_its_administrator_as_subdomain_and_never_takes_a_foreign_domain(self):
        service = ScriptedService({"OrganizationRead": refused("OrganizationRead")})
        adapter = AgentAccountAdapter(client_of(service))
        with pytest.raises(ItemError, match=r"must be north-east\.onsip\.com"):
            adapter.translate({"domain": "north.onsip.com", **NEW}, None)
        wanted = {"domain": "north-east.onsip.com", **NEW}
        self.expect(adapter, **wanted)
        assert adapter.fetch(frozenset(["north-east.onsip.com"])) == []
        with pytest.raises(ItemError, match="may exist in another account"):
            adapter.translate(wanted, None)
        assert AGENT_ACCOUNT.field("admin_password").secret


class TestPhoneNumber:
    ROW = {"DidId": "30551", "UserId": "41002", "Number": "12175550123", "CallerIdNumberRequired": "false", "Note": ""}
    OTHER = {**USER, "UserId": "41003", "AuthUsername": "example_jonas"}

    def adapter(self, row=None, **answers):
        rows = listing("Dids", "Did", [row or self.ROW], 1)
        service = ScriptedService({"DidBrowse": rows, "UserBrowse": users(USER, self.OTHER), **answers})
        return PhoneNumberAdapter(client_of(service, allow_unverified=True)), service

    def test_a_number_is_given_to_another_user(self):
        adapter, service = self.adapter(DidEdit=element("Did", {**self.ROW, "UserId": "41003"}))
        carry_out(adapter, only(adapter), user="Example_Jonas", destination="support")
        assert service.of("DidEdit")[0]["UserId"] == "41003"

    def test_a_note_leaves_the_routing_alone(self):
        adapter, service = self.adapter(DidEditNote=element("Did", {**self.ROW, "Note": "main line"}))
        carry_out(adapter, only(adapter), note="main line")
        assert service.of("DidEditNote") == [{"DidId": "30551", "Note": "main line"}]
        assert "DidEdit" not in service.actions

    def test_a_destination_that_is_not_shown_is_unknown_and_a_shown_one_is_short(self):
        assert only(self.adapter()[0]).values["destination"] is UNREADABLE
        shown = {**self.ROW, "Destination": "Support@example.onsip.com"}
        assert only(self.adapter(shown)[0]).values["destination"] == "support"

    def test_giving_a_number_up_is_irreversible(self):
        assert PHONE_NUMBER.irreversible


class TestPhoneNumberOrder:
    PARAMS = {"npa_nxx": "217555", "quantity": 2, "user": "example_ines", "protocol": "sip"}

    def order(self, status="available", exchange="555", **answers):
        stock = element("Npas", {"Npa": {"Num": "217", "Nxxs": {"Nxx": {"Num": exchange, "Status": status}}}})
        service = ScriptedService(
            {
                "DidBrowse": listing("Dids", "Did", []),
                "UserBrowse": users(USER),
                "NpaNxxBrowse": stock,
                **answers,
            }
        )
        return PhoneNumberOrder(client_of(service), self.PARAMS), service

    @pytest.mark.parametrize("status", ["unavailable", "unvailable"])
    @pytest.mark.parametrize("check_mode", [True, False])
    def test_what_is_sold_out_is_not_ordered(self, status, check_mode):
        order, service = self.order(status)
        with pytest.raises(ItemError, match="no number of 217555 is available; nothing was ordered"):
            order.run(check_mode)
        assert "DidRequest" not in service.actions

    def test_an_exchange_that_is_not_sold_is_not_ordered_from(self):
        order, service = self.order(exchange="556")
        with pytest.raises(ItemError, match="sells no numbers of 217555"):
            order.run(False)
        assert "DidRequest" not in service.actions

    def test_an_order_that_was_refused_is_not_looked_for(self):
        order, service = self.order(DidRequest=refused("DidRequest"))
        with pytest.raises(ActionRefused):
            order.run(False)
        assert service.actions.count("DidBrowse") == 1

    def test_an_order_that_cannot_be_looked_for_is_told_to_be_unknown(self):
        rows = [listing("Dids", "Did", []), refused("DidBrowse")]
        order, service = self.order(DidRequest=LOST, DidBrowse=rows)
        with pytest.raises(RemoteError, match="It is unknown what was bought") as caught:
            order.run(False)
        assert caught.value.outcome == RemoteError.UNKNOWN
        assert service.actions.count("DidRequest") == 1

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [({"npa_nxx": "21755"}, "six digits"), ({"npa_nxx": "21755x"}, "six digits"), ({"quantity": 0}, "at least 1")],
    )
    def test_an_order_that_means_nothing_does_not_even_log_in(self, wrong, words, monkeypatch):
        module = SimpleNamespace(params={**self.PARAMS, **wrong}, check_mode=False)
        monkeypatch.setattr(phone_number_order, "VoipModule", lambda *_spec, **_more: module)
        monkeypatch.setattr(phone_number_order, "run", lambda module, work: work(module))
        monkeypatch.setattr(phone_number_order, "connected", lambda *_given: pytest.fail("it logged in"))
        with pytest.raises(ItemError, match=words):
            phone_number_order.run_order()

    def test_numbers_that_were_owned_before_did_not_arrive(self):
        rows = listing("Dids", "Did", [{"Number": "12175550100"}])
        order, _service = self.order(DidRequest=LOST, DidBrowse=rows)
        with pytest.raises(RemoteError, match="0 of 1 numbers arrived"):
            order.run(False)


class TestUser:
    def adapter(self, row=None, *addresses, **answers):
        browse = listing("UserAddresses", "UserAddress", list(addresses), len(addresses))
        service = ScriptedService({"UserBrowse": users(row or USER), "UserAddressBrowse": browse, **answers})
        return UserAdapter(client_of(service)), service

    def test_a_role_that_nobody_can_give_is_refused_and_one_that_is_there_may_stay(self):
        adapter, _service = self.adapter({**USER, "Roles": {"Role": [{"Name": "Agent"}]}})
        record = only(adapter)
        assert adapter.translate({"roles": ["Agent", "User"]}, record)["roles"] == ["Agent", "User"]
        with pytest.raises(ItemError, match="roles: Boss cannot be given"):
            adapter.translate({"roles": ["Boss"]}, record)

    def test_roles_are_sent_once_each(self):
        both = {**USER, "Roles": {"Role": [{"Name": "Organization Admin"}, {"Name": "User"}]}}
        adapter, service = self.adapter(UserEditRoleSubmit=element("User", both))
        carry_out(adapter, only(adapter), roles=["User", "Organization Admin", "User"])
        (sent,) = [sent for sent in service.sent if sent.action == "UserEditRoleSubmit"]
        roles = [value for name, value in sent.pairs if name == "RoleNames[]"]
        assert roles == ["Organization Admin", "User"]

    def test_the_first_address_is_the_one_with_the_lowest_number(self):
        late, early = user_address("sales"), user_address("ines")
        late["Address"] = address("sales", AddressId="100")
        early["Address"] = address("ines", AddressId="99")
        adapter, _service = self.adapter(USER, late, early)
        assert only(adapter).values["user_name"] == "ines"

    @pytest.mark.parametrize(
        ("answer", "kind", "outcome"),
        [(element("User", USER), ItemError, None), (LOST, RemoteError, RemoteError.UNKNOWN)],
    )
    def test_a_user_that_is_not_complete_is_told_to_exist_whatever_happened(self, answer, kind, outcome):
        adapter, _service = self.adapter(UserAdd=element("User", USER), UserEditStatus=answer)
        wanted = {"auth_username": "example_ines", "user_name": "ines", "name": "Ines Okafor", "enabled": False}
        with pytest.raises(kind, match="the user was created, but not completely; run again") as caught:
            adapter.create({**wanted, "email_address": "ines@example.com", "portal_password": "portal-ines"})
        assert getattr(caught.value, "outcome", None) == outcome


class TestUserAlias:
    ROW = {"AliasUsername": "7002", "AddressUsername": "ines", "AliasVisibility": "PRIVATE"}

    def adapter(self, row=None, **answers):
        service = ScriptedService(
            {"UserAliasBrowse": listing("UserAliases", "UserAlias", [row or self.ROW]), **answers}
        )
        return UserAliasAdapter(client_of(service)), service

    def test_another_visibility_is_an_edit_in_place(self):
        adapter, service = self.adapter(UserAliasEdit="")
        carry_out(adapter, only(adapter), visibility="public")
        assert service.of("UserAliasEdit") == [
            {**PLACE, "AliasUsername": "7002", "NewAliasUsername": "7002", "Visibility": "PUBLIC"}
        ]
        assert "UserAliasDelete" not in service.actions

    def test_a_visibility_that_is_not_shown_is_unknown(self):
        adapter, _service = self.adapter({**self.ROW, "AliasVisibility": ""})
        assert only(adapter).values["visibility"] is UNREADABLE

    def test_what_is_put_back_is_as_it_was(self):
        adapter, service = self.adapter(UserAliasDelete="", UserAliasAdd=[refused("UserAliasAdd"), ""])
        with pytest.raises(ItemError, match="leads to ines as before"):
            carry_out(adapter, only(adapter), address="jonas", visibility="public")
        assert [form["Visibility"] for form in service.of("UserAliasAdd")] == ["PUBLIC", "PRIVATE"]

    def test_what_of_a_move_lost_its_answer_is_looked_up_and_sent_once_more(self):
        before, after, gone = [self.ROW], [{**self.ROW, "AddressUsername": "jonas"}], []
        adapter, service = self.adapter(UserAliasDelete=[LOST, ""], UserAliasAdd=[LOST, ""])
        listings = [listing("UserAliases", "UserAlias", rows) for rows in (before, before, gone)]
        service.answers["UserAliasBrowse"] = listings
        carry_out(adapter, only(adapter), address="jonas")
        assert service.actions.count("UserAliasDelete") == service.actions.count("UserAliasAdd") == 2
        adapter, service = self.adapter(UserAliasDelete=LOST, UserAliasAdd=LOST)
        listings = [listing("UserAliases", "UserAlias", rows) for rows in (before, gone, after)]
        service.answers["UserAliasBrowse"] = listings
        carry_out(adapter, only(adapter), address="jonas")
        assert service.actions.count("UserAliasDelete") == service.actions.count("UserAliasAdd") == 1

    def test_the_old_alias_is_put_back_though_its_deletion_lost_its_answer(self):
        adapter, service = self.adapter(UserAliasDelete=LOST, UserAliasAdd=[refused("UserAliasAdd"), ""])
        listings = [listing("UserAliases", "UserAlias", rows) for rows in ([self.ROW], [])]
        service.answers["UserAliasBrowse"] = listings
        with pytest.raises(ItemError, match="leads to ines as before"):
            carry_out(adapter, only(adapter), address="jonas")
        assert service.actions.count("UserAliasAdd") == 2

    def test_an_alias_that_was_lost_twice_is_left_to_the_engine(self):
        adapter, _service = self.adapter(UserAliasDelete="", UserAliasAdd=[LOST, LOST])
        with pytest.raises(RemoteError, match="was cut off"):
            carry_out(adapter, only(adapter), address="jonas")


class TestVoicemailBox:
    ROW = {
        "VoicemailboxId": "11807",
        "Mailbox": "7002",
        "Password": "5093",
        "Fullname": "Ines",
        "NotifyEmail": "no",
        "NotifyPager": "no",
        "Email": "",
        "Pager": "",
        "Mwi": "",
    }

    def adapter(self):
        service = ScriptedService(
            {
                "VoicemailboxBrowse": listing("Voicemailboxes", "Voicemailbox", [self.ROW], 1),
                "VoicemailAddressBrowse": listing("VoicemailAddresses", "VoicemailAddress", []),
            }
        )
        return VoicemailBoxAdapter(client_of(service))

    def test_a_notification_needs_somewhere_to_go(self):
        adapter = self.adapter()
        record = only(adapter)
        adapter.translate({"mailbox": "7002", "notify_email": "never"}, record)
        adapter.translate({"mailbox": "7002", "notify_email": "notice", "email_address": "a@example.com"}, record)
        for mode, place in (("notify_email", "email_address"), ("notify_pager", "pager_address")):
            with pytest.raises(ItemError, match=f"{place} is needed for {mode}=notice"):
                adapter.translate({"mailbox": "7002", mode: "notice"}, record)

    def test_an_address_that_no_listing_shows_is_unknown_and_no_reason_to_refuse(self):
        adapter = self.adapter()
        assert only(adapter).values["address"] is UNREADABLE
        assert not planned(adapter, only(adapter), address="vm.ines").error

    @pytest.mark.parametrize("field", ["mailbox", "pin"])
    def test_numbers_have_up_to_seven_digits(self, field):
        check = VOICEMAIL_BOX.field(field).check
        check("1234567")
        for wrong in ("", "12345678", "12a", "\u0661"):
            with pytest.raises(ValueError, match="1 to 7 digits"):
                check(wrong)

    def test_a_pin_that_could_not_be_set_is_told_with_what_sets_it_later(self):
        added = element("Voicemailbox", self.ROW)
        service = ScriptedService({"VoicemailboxAdd": added, "VoicemailboxEdit": refused("VoicemailboxEdit")})
        wanted = {"mailbox": "7002", "address": "vm.ines", "full_name": "Ines", "pin": "4321"}
        words = r"created, but not completely; run again with update_secrets=always, for pin\."
        with pytest.raises(RemoteError, match=words):
            VoicemailBoxAdapter(client_of(service)).create(wanted)

    def test_a_pin_is_no_value(self):
        record = only(self.adapter())
        assert "pin" not in record.values
        assert record.secrets == {"pin": "5093"}


def test_what_an_object_brings_along_is_declared_with_it():
    assert list(also_declared(USER_ADDRESS, {"address": " Ines"})) == [("user_address", "ines"), ("address", "ines")]
    assert list(also_declared(VOICEMAIL_BOX, {"address": "vm.ines"})) == [("address", "vm.ines")]
    # The address of an alias is where it leads.
    assert list(also_declared(USER_ALIAS, {"alias": "7002", "address": "ines"})) == []
    assert spelled("address", " Ines") == "ines"
    assert spelled("address", "ines@example.com") is None


def test_a_password_whose_change_lost_its_answer_may_be_in_force():
    service = ScriptedService({"UserBrowse": users(USER), "UserEditPortalPassword": LOST})
    params = {"user": "example_ines", "current_portal_password": "old-secret", "new_portal_password": "new-secret"}
    with pytest.raises(RemoteError, match="may be in force already; try to log in with it first"):
        portal_password._change(client_of(service), params)
