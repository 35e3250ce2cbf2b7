# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order in which requests are refused, and who may do what."""

from __future__ import annotations

import pytest

ACCOUNT = "AccountAuthorization.Required"
ORGANIZATION = "OrganizationAuthorization.Required"
USER = "UserAuthorization.Required"


@pytest.fixture(name="organization_admin")
def _organization_admin(api):
    user_id = api.add_user("org.admin", AuthUsername="example_admin")["UserId"]
    assert api.as_user("agent.example").do("UserEditRoleSubmit", ("RoleNames[]", "Organization Admin"), UserId=user_id)
    api.log_in("example_admin", "portal secret")
    return api


@pytest.fixture(name="user")
def _user(demo):
    return demo.as_user("user.example")


def test_the_stages_come_one_after_the_other(api):
    def stage(session_id=None, **parameters):
        kept, api.session_id = api.session_id, session_id
        answer = api.do("UserAdd", **parameters)
        api.session_id = kept
        return answer

    live = api.session_id
    bad_values = {
        "OrganizationId": "x",
        "Username": "Bad Name",
        "Domain": "nowhere.onsip.com",
        "Name": "Bo",
        "Email": "bo",
        "AuthUsername": "admin.example",
        "Password": "a",
        "PasswordConfirm": "b",
    }
    assert stage("dead", **bad_values).refused == [("SessionId", "Session.Authentication")]
    without = {name: value for name, value in bad_values.items() if name not in ("Name", "Domain")}
    assert stage(live, **without).refused == [("Domain", "Value.Required"), ("Name", "Value.Required")]
    assert stage(live, **bad_values).refused == [
        ("OrganizationId", "Integer.Invalid"),
        ("Username", "Value.Invalid"),
        ("Email", "Email.Invalid"),
    ]
    written = {**bad_values, "OrganizationId": "7399", "Username": "bo", "Email": "bo@example.com"}
    assert stage(live, **written).refused == [("PasswordConfirm", "Password.Mismatch")]
    agreeing = {**written, "PasswordConfirm": "a"}
    assert stage(live, **agreeing).forbidden == ORGANIZATION
    permitted = {**agreeing, "OrganizationId": api.organization}
    assert stage(live, **permitted).refused == [
        ("Domain", "Domain.Unrecognized"),
        ("AuthUsername", "AuthUsername.Unavailable"),
    ]
    known = {**permitted, "Domain": api.domain, "Username": "admin"}
    assert stage(live, **known).refused == [
        ("Username", "Address.Unavailable"),
        ("AuthUsername", "AuthUsername.Unavailable"),
    ]
    answer = stage(live, **{**known, "Username": "bo", "AuthUsername": "example_bo"})
    assert answer.ok["User"]["AuthUsername"] == "example_bo"
    assert answer.call["applied"]


def test_a_value_that_is_empty_is_as_good_as_none(api):
    assert api.do("UserAddressRead", Address="").refused == [("Address", "Value.Required")]


def test_only_one_of_a_choice(api):
    answer = api.do("UserRead", AuthUsername="admin.example", UserId=41001, UserAddress="x@y")
    assert answer.refused == [("UserId", "Parameter.Conflict"), ("UserAddress", "Parameter.Conflict")]
    assert api.do("UserRead", AuthUsername="", UserId=41001).ok


@pytest.mark.parametrize(
    ("action", "parameters", "code"),
    [
        ("AccountRead", {"AccountId": 6121}, ACCOUNT),
        ("AccountRead", {"AccountId": 9999}, ACCOUNT),
        ("AccountInvoiceRead", {"AccountId": 9999}, ACCOUNT),
        ("OrganizationBrowse", {"AccountId": 6121}, ACCOUNT),
        ("OrganizationRead", {"OrganizationId": 7302}, ORGANIZATION),
        ("OrganizationRead", {"OrganizationId": 9999}, ORGANIZATION),
        ("OrganizationRead", {"Domain": "example-agent.onsip.com"}, ORGANIZATION),
        ("UserBrowse", {"AccountId": 9999}, ACCOUNT),
        ("UserBrowse", {"OrganizationId": 7302}, ORGANIZATION),
        ("UserAddressBrowse", {"UserId": 41002}, USER),
        ("UserRead", {"UserId": 41002}, USER),
        ("UserRead", {"AuthUsername": "agent.example"}, USER),
        ("UserRead", {"UserAddress": "agent@example-agent.onsip.com"}, USER),
        ("UserDelete", {"UserId": 41002}, USER),
        ("UserAddressRead", {"Address": "agent@example-agent.onsip.com"}, ORGANIZATION),
        ("UserAddressDelete", {"Address": "agent@example-agent.onsip.com"}, ORGANIZATION),
        ("UserAliasDelete", {"OrganizationId": 7302, "AliasUsername": "1"}, ORGANIZATION),
    ],
)
def test_what_is_not_the_callers_is_an_authorization_error(api, action, parameters, code):
    assert api.do(action, **parameters).forbidden == code


@pytest.mark.parametrize(
    ("action", "parameters", "error"),
    [
        ("UserRead", {"UserId": 1}, ("UserId", "User.Unrecognized")),
        ("UserRead", {"AuthUsername": "nobody"}, ("AuthUsername", "AuthUsername.Unrecognized")),
        ("UserRead", {"UserAddress": "nobody@example.onsip.com"}, ("UserAddress", "Address.Unrecognized")),
        ("UserDelete", {"UserId": 1}, ("UserId", "User.Unrecognized")),
        ("UserResetPortalPassword", {"UserId": 1}, ("UserId", "User.Unrecognized")),
        ("UserAddressRead", {"Address": "x"}, ("Address", "Address.Unrecognized")),
        ("GroupAddressDelete", {"Address": "admin@example.onsip.com"}, ("Address", "Address.Unrecognized")),
        ("AddressRead", {"Address": "x@example.onsip.com"}, ("Address", "Address.Unrecognized")),
        ("VoicemailboxRead", {"VoicemailboxId": 1}, ("VoicemailboxId", "Voicemailbox.Unrecognized")),
        ("DidRead", {"DidId": 1}, ("DidId", "Did.Unrecognized")),
        ("DidDelete", {"DidId": 1}, ("DidId", "Did.Unrecognized")),
        ("E911LocationRead", {"E911LocationId": 1}, ("E911LocationId", "E911Location.Unrecognized")),
        ("AccountInvoiceRead", {"AccountInvoiceId": 1}, ("AccountInvoiceId", "AccountInvoice.Unrecognized")),
        (
            "UserAliasDelete",
            {"OrganizationId": 7301, "AliasUsername": "1"},
            ("AliasUsername", "UserAlias.Unrecognized"),
        ),
        ("OrganizationRead", {"Domain": "nope.onsip.com"}, ("Domain", "Domain.Unrecognized")),
        ("CountryRead", {"CountryId": 1}, ("CountryId", "Country.Unrecognized")),
    ],
)
def test_what_does_not_exist_is_told_to_an_administrator(api, action, parameters, error):
    assert api.do(action, **parameters).refused == [error]


def test_a_user_reads_itself_and_what_it_owns(user):
    user_id = user.do("UserRead").ok["User"]["UserId"]
    address = "user@example.onsip.com"
    assert user.do("UserRead", UserId=user_id).ok
    assert user.do("UserBrowse").ok["Users"]["User"]["UserId"] == user_id
    assert user.do("UserAddressRead", Address=address).ok
    assert user.do("AddressRead", Address=address).ok
    assert user.addresses("UserAddressBrowse", "UserAddress") == [address]
    assert user.addresses() == [address]
    assert user.do("UserAddressBrowse", UserId=user_id).ok
    assert user.do("CdrBrowse", UserId=user_id, MonthOffset=-1).ok["Cdrs"]["Cdr"]
    assert user.do("RegistrationBrowse").ok["ProxyRegistrations"]["Registration"]["Username"] == "user"
    assert user.do("UserAliasBrowse").ok == {"UserAliases": {}}
    assert user.do("CountryBrowse").ok["Countries"]["Country"]


def test_a_user_edits_its_own_contact_and_nothing_else(user):
    user_id = user.do("UserRead").ok["User"]["UserId"]
    assert user.do("UserEditContact", UserId=user_id, **user.contact).ok["User"]["Contact"]["Name"] == "Ada Admin"
    for action, parameters, code in (
        ("UserEditContact", {"UserId": user.administrator, **user.contact}, USER),
        ("UserEditContact", {"UserId": 1, **user.contact}, USER),
        ("UserEditStatus", {"UserId": user_id, "Status": "enabled"}, USER),
        ("UserDelete", {"UserId": user_id}, USER),
        ("UserAddressEdit", {"Address": "user@example.onsip.com", "UserId": user_id, "Timeout": 5}, ORGANIZATION),
        ("UserAddressDelete", {"Address": "nobody@example.onsip.com"}, ORGANIZATION),
        ("OrganizationEditContact", {"OrganizationId": user.organization, **user.contact}, ORGANIZATION),
    ):
        assert user.do(action, **parameters).forbidden == code


@pytest.mark.parametrize(
    ("action", "parameters", "code"),
    [
        ("UserRead", {"UserId": 41001}, USER),
        ("UserRead", {"UserId": 1}, USER),
        ("UserBrowse", {"OrganizationId": 7301}, ORGANIZATION),
        ("UserBrowse", {"OrganizationId": 1}, ORGANIZATION),
        ("UserBrowse", {"AccountId": 6120}, ACCOUNT),
        ("UserAddressBrowse", {"UserId": 41001}, USER),
        ("UserAddressBrowse", {"UserId": 1}, USER),
        ("AddressRead", {"Address": "admin@example.onsip.com"}, ORGANIZATION),
        ("AddressRead", {"Address": "nobody@example.onsip.com"}, ORGANIZATION),
        ("OrganizationRead", {"Domain": "example.onsip.com"}, ORGANIZATION),
        ("OrganizationRead", {"Domain": "nope.onsip.com"}, ORGANIZATION),
        ("AccountRead", {"AccountId": 6120}, ACCOUNT),
        ("AccountBrowse", {}, ACCOUNT),
        ("AccountInvoiceBrowse", {}, ACCOUNT),
        ("AccountEditCreditCard", {}, ACCOUNT),
        ("GroupAddressBrowse", {}, ORGANIZATION),
        ("VoicemailboxBrowse", {}, ORGANIZATION),
        ("VoicemailboxRead", {"VoicemailboxId": 1}, ORGANIZATION),
    ],
)
def test_a_user_sees_no_more(user, action, parameters, code):
    assert user.do(action, **parameters).forbidden == code


def test_an_organization_admin_has_its_organization(organization_admin):
    admin = organization_admin
    assert admin.do("OrganizationRead", OrganizationId=admin.organization).ok
    assert admin.do("OrganizationEditContact", OrganizationId=admin.organization, **admin.contact).ok
    assert admin.do("UserBrowse").ok["Users"]["@attributes"]["Found"] == "2"
    assert admin.add_mailbox()
    user_id = admin.add_user()["UserId"]
    assert admin.do("UserEditStatus", UserId=user_id, Status="disabled").ok
    assert admin.do("UserDelete", UserId=user_id).ok == {}


def test_an_organization_admin_has_nothing_of_the_account(organization_admin):
    admin = organization_admin
    for action, parameters, code in (
        ("AccountRead", {"AccountId": admin.account}, ACCOUNT),
        ("OrganizationBrowse", {"AccountId": admin.account}, ACCOUNT),
        ("UserBrowse", {"AccountId": admin.account}, ACCOUNT),
        ("AccountInvoiceBrowse", {}, ACCOUNT),
        ("AccountEditContact", {"AccountId": admin.account, **admin.contact}, ACCOUNT),
        ("UserResetPortalPassword", {"UserId": admin.administrator}, USER),
        ("OrganizationRead", {"OrganizationId": admin.foreign_organization}, ORGANIZATION),
    ):
        assert admin.do(action, **parameters).forbidden == code


def test_the_agents_actions_are_the_agents_alone(api):
    user_id = api.add_user()["UserId"]
    passwords = {
        "CurrentPortalPassword": "portal secret",
        "NewPortalPassword": "new",
        "NewPortalPasswordConfirm": "new",
    }
    assert api.do("UserEditRoleSubmit", ("RoleNames[]", "User"), UserId=user_id).forbidden == USER
    assert api.do("UserEditPortalPassword", UserId=user_id, **passwords).forbidden == USER
    agent = api.as_user("agent.example")
    assert agent.do("UserEditRoleSubmit", ("RoleNames[]", "User"), UserId=user_id).ok
    assert agent.do("UserEditPortalPassword", UserId=user_id, **passwords).ok == {}
    assert agent.do("UserEditRoleSubmit", ("RoleNames[]", "User"), UserId=agent.agent).forbidden == USER


def test_an_agent_stands_above_the_accounts_below_it(api):
    agent = api.as_user("agent.example")
    assert agent.do("UserRead").ok["User"]["Roles"] == {"Role": {"Name": "Agent Admin"}}
    assert agent.do("OrganizationRead", Domain=agent.domain).ok
    assert agent.do("AccountRead", AccountId=agent.account).ok
    assert [row["AccountId"] for row in agent.do("AccountBrowse").ok["Accounts"]["Account"]] == ["6120", "6121"]
    assert [row["UserId"] for row in agent.do("UserBrowse").ok["Users"]["User"]] == ["41001", "41002"]
    assert agent.do("AccountRead", AccountId=9999).forbidden == ACCOUNT
