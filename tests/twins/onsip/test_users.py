# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users: their lives, their roles and their portal passwords."""

from __future__ import annotations

import re

import pytest


def test_a_user_as_it_is_added(api):
    api.simulation.clock.offset_s = 60
    answer = api.try_user("bo.smith", AuthUsername="example_bo")
    assert answer.added == [("Role", "User")]
    user = answer.ok["User"]
    assert " ".join(user) == (
        "UserId OrganizationId AccountId Flags Status Domain Username Password AuthUsername Modified Created "
        "Ack911 SurveyCompleted AckTrunkingTerms AckTrunkingE911 AckHostedTerms AckHostedE911 "
        "ExtendedDialing PSTNForwarding E911Provisioning PSTNTrunking FreePSTNTrunking BusyLampField Contact "
        "Roles"
    )
    assert user["Username"] == user["AuthUsername"] == "example_bo"
    assert re.fullmatch("[A-Za-z0-9]{16}", user["Password"])
    assert user["Ack911"] == "1970-01-01T00:00:00+00:00"
    assert user["Roles"] == {"Role": {"Name": "User"}}
    assert {name for name, value in user.items() if value == "false"} == {
        "ExtendedDialing",
        "PSTNForwarding",
        "E911Provisioning",
        "PSTNTrunking",
        "FreePSTNTrunking",
        "BusyLampField",
    }
    contact = user["Contact"]
    assert (contact["Name"], contact["Email"], contact["Modified"]) == ("Bo Smith", "bo@example.com", user["Created"])
    assert (contact["Organization"], contact["Phone"]) == ("Example Inc", "1-217-555-0100")
    assert api.do("UserRead", AuthUsername="example_bo").ok["User"] == user


def test_a_listing_tells_less_of_a_user(api):
    (user,) = api.listed(api.do("UserBrowse").ok["Users"], "User")
    assert " ".join(user) == (
        "UserId OrganizationId AccountId Flags Status Domain Username Password AuthUsername Modified Created "
        "ExtendedDialing PSTNForwarding Contact Roles"
    )


def test_a_user_comes_with_an_address(api):
    user = api.add_user("bo.smith")
    address = api.do("UserAddressRead", Address="bo.smith@example.onsip.com").ok["UserAddress"]
    assert address["UserId"] == user["UserId"]
    assert address["AuthPassword"] == user["Password"]
    assert address["AuthUsername"] == "example_bo.smith"
    assert address["Timeout"] == "20"
    assert address["Address"]["Name"] == "Bo Smith"
    assert address["Address"]["Created"] == user["Created"]


def test_the_role_is_not_added_to_the_echo_of_a_refused_request(api):
    assert api.do("UserAdd", OrganizationId=api.organization).added == []


def test_a_role_that_is_sent_is_not_echoed_twice(api):
    answer = api.try_user(Role="User")
    assert answer.ok
    assert answer.added == []


@pytest.mark.parametrize("name", ["1bo", "Bo", "bo smith", "bo..smith", ".bo", "bo.", "b" * 32, "bo@x", "bö"])
def test_malformed_names(api, name):
    answer = api.try_user(name, AuthUsername=name)
    assert answer.refused == [("Username", "Value.Invalid"), ("AuthUsername", "Value.Invalid")]


@pytest.mark.parametrize("name", ["b", "b" * 31, "bo_smith-2.x", "bo"])
def test_well_formed_names(api, name):
    assert api.add_user(name, AuthUsername="x")


def test_an_alias_takes_an_address_too(api):
    extension = {"OrganizationId": api.organization, "AddressUsername": "admin", "Visibility": "PUBLIC"}
    assert api.do("UserAliasAdd", **extension, AliasUsername="x7").ok
    assert api.try_user("x7").refused == [("Username", "Address.Unavailable")]


def test_logins_are_unique_on_the_whole_platform(api):
    taken = api.try_user(AuthUsername="agent.example")
    assert taken.refused == [("AuthUsername", "AuthUsername.Unavailable")]


def test_status(api):
    user = api.add_user()
    for status in ("disabled", "enabled"):
        edited = api.do("UserEditStatus", UserId=user["UserId"], Status=status).ok["User"]
        assert edited["Status"] == status
        assert "Ack911" not in edited, "only UserAdd and UserRead tell everything"
    assert api.do("UserEditStatus", UserId=user["UserId"], Status="off").refused == [("Status", "Value.Invalid")]


def test_the_set_of_roles_is_replaced(api):
    user_id = api.add_user()["UserId"]
    agent = api.as_user("agent.example")

    def edit(*roles):
        return agent.do("UserEditRoleSubmit", *(("RoleNames[]", role) for role in roles), UserId=user_id)

    answer = edit("Organization Admin", "User", "User")
    assert answer.ok["User"]["Roles"] == {"Role": [{"Name": "Organization Admin"}, {"Name": "User"}]}
    assert ("RoleNames", [("0", "Organization Admin"), ("1", "User"), ("2", "User")]) in answer.echo
    assert edit("User").ok["User"]["Roles"] == {"Role": {"Name": "User"}}
    assert edit("User", "Agent Admin").refused == [("RoleNames", "Value.Invalid")]
    assert edit().refused == [("RoleNames", "Value.Required")]
    scalar = agent.do("UserEditRoleSubmit", UserId=user_id, RoleNames="User")
    assert scalar.refused == [("RoleNames", "Value.Invalid")]


def test_an_agent_changes_a_password_that_it_knows(api):
    user_id = api.add_user()["UserId"]
    agent = api.as_user("agent.example")

    def edit(current, new, confirm):
        passwords = {"CurrentPortalPassword": current, "NewPortalPassword": new, "NewPortalPasswordConfirm": confirm}
        return agent.do("UserEditPortalPassword", UserId=user_id, **passwords)

    assert edit("portal secret", "new", "knew").refused == [("NewPortalPasswordConfirm", "Password.Mismatch")]
    assert edit("wrong", "new", "new").refused == [("CurrentPortalPassword", "Password.Incorrect")]
    assert edit("portal secret", "new", "new").ok == {}
    assert agent.log_in("example_bo", "new")


def test_a_reset_draws_a_password(api):
    user = api.add_user()
    answer = api.do("UserResetPortalPassword", UserId=user["UserId"]).ok
    assert list(answer) == ["UserId", "NewPassword"]
    assert answer["UserId"] == user["UserId"]
    api.log_in("example_bo", answer["NewPassword"])
    assert api.do("UserRead").ok["User"]["Password"] == user["Password"], "the SIP password is another one"


def test_the_password_of_an_account_admin_is_reset_from_above_only(api):
    reset = {"UserId": api.administrator}
    assert api.do("UserResetPortalPassword", **reset).forbidden == "UserAuthorization.Required"
    assert api.as_user("agent.example").do("UserResetPortalPassword", **reset).ok["NewPassword"]


def test_a_deleted_user_takes_its_addresses_along(api):
    user_id = api.add_user()["UserId"]
    mailbox = api.add_mailbox(Mwi="bo@example.onsip.com")
    place = {"OrganizationId": api.organization, "Domain": api.domain}
    extension = {"OrganizationId": api.organization, "AliasUsername": "7002", "Visibility": "PUBLIC"}
    assert api.do("UserAliasAdd", **extension, AddressUsername="bo").ok
    group = {**place, "Username": "team", "Ordering": "parallel", "Timeout": 30}
    members = [("MemberAddresses[bo@example.onsip.com]", 1), ("MemberAddresses[admin@example.onsip.com]", 1)]
    assert api.do("GroupAddressAdd", *members, **group, DefaultAddress="bo@example.onsip.com").ok
    assert api.do("UserDelete", UserId=user_id).ok == {}
    assert api.do("UserRead", UserId=user_id).refused == [("UserId", "User.Unrecognized")]
    assert api.addresses() == ["admin@example.onsip.com", "vm.bo@example.onsip.com", "team@example.onsip.com"]
    assert api.do("UserAliasBrowse").ok == {"UserAliases": {}}
    left = api.do("VoicemailboxRead", VoicemailboxId=mailbox["VoicemailboxId"]).ok["Voicemailbox"]
    assert left["Mwi"] == {}
    api.configure(group_members="elements")
    team = api.do("GroupAddressRead", Address="team@example.onsip.com").ok["GroupAddress"]
    assert "DefaultAddress" not in team
    assert team["MemberAddresses"]["MemberAddress"]["Username"] == "admin"
    assert api.add_user()["UserId"] != user_id


def test_a_user_with_telephone_numbers_is_not_deleted(demo):
    user_id = demo.add_user()["UserId"]
    purchase = {"UserId": user_id, "Protocol": "sip", "NpaNxx[217555]": 1}
    did = demo.do("DidRequest", **purchase).ok["Dids"]["Did"]
    assert demo.do("UserDelete", UserId=user_id).forbidden == "User.InUse"
    assert demo.do("DidDelete", DidId=did["DidId"]).ok == {}
    assert demo.do("UserDelete", UserId=user_id).ok == {}


def test_a_password_mail_every_two_minutes(api):
    api.session_id = None

    def mail(username="admin@example.onsip.com", destination="my"):
        return api.do("SendPasswordResetEmail", Username=username, Destination=destination)

    answer = mail()
    assert answer.ok == {}
    assert (answer.call["write"], answer.call["applied"]) == (False, False)
    assert mail().refused_though_valid == [("Action", "Request.TooSoon")]
    assert mail("agent@example-agent.onsip.com", "get").ok == {}
    api.simulation.clock.offset_s += 120
    assert mail(destination="admin").ok == {}
    assert mail(destination="us").refused == [("Destination", "Value.Invalid")]
    assert mail("nobody").refused == [("Username", "User.Unrecognized")]


def test_private_emergency_locations_go_with_their_user(api):
    user_id = api.add_user()["UserId"]
    location = {"OrganizationId": api.organization, "LocationType": "Private", "LocationName": "Home"}
    assert api.do("E911LocationAdd", **location, UserId=user_id).ok
    assert api.do("UserDelete", UserId=user_id).ok == {}
    assert "E911Location" not in api.do("E911LocationBrowse").ok["E911Locations"]


def test_who_deletes_itself_is_logged_out(api):
    answer = api.do("UserDelete", UserId=api.administrator)
    assert answer.ok == {}
    assert answer.session == {"IsEstablished": "false"}
    assert api.do("UserRead").refused == [("SessionId", "Session.Authentication")]
