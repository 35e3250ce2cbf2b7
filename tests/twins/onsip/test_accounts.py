# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts, organizations, agents and contacts."""

from __future__ import annotations

import pytest

COMPANY_LESS = ["Name", "Address", "City", "State", "Zipcode", "CountryId", "Phone", "Email"]


def test_an_account_as_it_is_read(api):
    account = api.do("AccountRead", AccountId=api.account).ok["Account"]
    assert list(account) == [
        "AccountId",
        "Balance",
        "CreditLimit",
        "Recharge",
        "RechargeLevel",
        "RechargeThreshold",
        "Modified",
        "Created",
        "Contact",
    ]
    assert (account["Balance"], account["Recharge"], account["RechargeLevel"]) == ("0.00", "false", "0.00")
    assert list(account["Contact"]) == [
        "Name",
        "Organization",
        "Address",
        "City",
        "State",
        "Zipcode",
        "Country",
        "CountryId",
        "Phone",
        "Email",
        "Modified",
    ]
    assert account["Contact"]["Country"] == "United States of America"


def test_an_organization_as_it_is_read(api):
    organization = api.do("OrganizationRead", OrganizationId=api.organization).ok["Organization"]
    contact = organization.pop("Contact")
    assert contact["Organization"] == "Example Inc"
    assert list(organization.items()) == [
        ("OrganizationId", "7301"),
        ("AccountId", "6120"),
        ("Service", "hosted"),
        ("Domain", "example.onsip.com"),
        ("CallerId", {}),
        ("CallerIdName", {}),
        ("CallerIdNumber", {}),
        ("Status", "enabled"),
        ("ExtendedDialing", "false"),
        ("E911Provisioning", "false"),
        ("Modified", organization["Modified"]),
        ("Created", organization["Created"]),
    ]
    assert api.do("OrganizationRead", Domain="Example.OnSIP.com").ok["Organization"]["OrganizationId"] == "7301"
    assert api.do("OrganizationRead").refused == [("OrganizationId", "Value.Required")]


@pytest.fixture(
    name="contact",
    params=[
        ("AccountEditContact", "Account", "AccountId", 6120),
        ("OrganizationEditContact", "Organization", "OrganizationId", 7301),
        ("UserEditContact", "User", "UserId", 41001),
    ],
)
def _contact(request, api):
    action, element, key, number = request.param

    def edit(**parameters):
        answer = api.do(action, **{key: number, **api.contact, **parameters})
        edit.answer = answer
        return answer.ok[element]

    edit.api, edit.action, edit.key = api, action, {key: number}
    return edit


def test_a_contact_is_replaced_as_a_whole(contact):
    contact.api.simulation.clock.offset_s = 60
    edited = contact(Organization="Acme Widgets")
    assert edited["Contact"] == {
        "Name": "Ada Admin",
        "Organization": "Acme Widgets",
        "Address": "1 Test Street",
        "City": "Springfield",
        "State": "IL",
        "Zipcode": "01234",
        "Country": "United States of America",
        "CountryId": "207",
        "Phone": "1-217-555-0111",
        "Email": "ada@example.com",
        "Modified": edited["Modified"],
    }
    assert edited["Modified"] > edited["Created"]
    assert contact()["Contact"]["Organization"] == {}, "a company that is not sent is cleared"


def test_a_contact_needs_all_its_parts(contact):
    answer = contact.api.do(contact.action, **contact.key)
    assert answer.refused == [(part, "Value.Required") for part in COMPANY_LESS]


def test_the_parts_of_a_contact_have_a_form(contact):
    bad = {**contact.api.contact, "State": "Illinois", "CountryId": "x", "Email": "nobody"}
    assert contact.api.do(contact.action, **contact.key, **bad).refused == [
        ("State", "Value.Invalid"),
        ("CountryId", "Integer.Invalid"),
        ("Email", "Email.Invalid"),
    ]
    bad = {**contact.api.contact, "CountryId": 999}
    assert contact.api.do(contact.action, **contact.key, **bad).refused == [("CountryId", "Country.Unrecognized")]


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("2175550111", "1-217-555-0111"),
        ("+1 217 555 0111", "1-217-555-0111"),
        ("1-217-555-0111", "1-217-555-0111"),
        ("217.555.0111", "1-217-555-0111"),
        ("+49 30 23125 111", "+49 30 23125 111"),
        ("5550111", "5550111"),
    ],
)
def test_telephone_numbers_of_the_united_states_are_normalized(contact, sent, shown):
    assert contact(Phone=sent)["Contact"]["Phone"] == shown


def test_the_company_of_a_user_is_also_called_user(api):
    def company(**parameters):
        contact = {"UserId": api.administrator, **api.contact}
        return api.do("UserEditContact", **contact, **parameters).ok["User"]["Contact"]["Organization"]

    assert company(User="By User") == "By User"
    assert company(User="By User", Organization="By Organization") == "By Organization"


def test_names_with_two_spaces(api):
    api.configure(double_spaced_names=True)
    assert api.do("UserRead").ok["User"]["Contact"]["Name"] == "Example  Admin"


def test_credit_is_added_to_the_balance(api):
    for balance in ("25.00", "50.00"):
        answer = api.do("AccountEditAddCredit", AccountId=api.account, Amount=25)
        assert answer.ok["Account"]["Balance"] == balance
    for amount, code in ((9, "Integer.TooSmall"), (10001, "Integer.TooBig"), ("x", "Integer.Invalid")):
        refused = api.do("AccountEditAddCredit", AccountId=api.account, Amount=amount)
        assert refused.refused == [("Amount", code)]


def test_recharge_is_written_as_integers_and_read_with_two_places(api):
    def edit(**parameters):
        wanted = {"AccountId": api.account, "Recharge": "true", "RechargeThreshold": 5, "RechargeLevel": 10000}
        return api.do("AccountEditRecharge", **{**wanted, **parameters})

    account = edit().ok["Account"]
    assert (account["Recharge"], account["RechargeThreshold"], account["RechargeLevel"]) == ("true", "5.00", "10000.00")
    assert edit(Recharge="1").refused == [("Recharge", "Boolean.Invalid")]
    assert edit(RechargeThreshold=4, RechargeLevel=10001).refused == [
        ("RechargeThreshold", "Integer.TooSmall"),
        ("RechargeLevel", "Integer.TooBig"),
    ]
    assert edit(RechargeThreshold=5001, RechargeLevel=9).refused == [
        ("RechargeThreshold", "Integer.TooBig"),
        ("RechargeLevel", "Integer.TooSmall"),
    ]


def test_invoices(demo):
    invoices = demo.do("AccountInvoiceBrowse", AccountId=demo.account).ok["AccountInvoices"]
    assert invoices["@attributes"]["Found"] == "24"
    first = invoices["AccountInvoice"][0]
    assert demo.do("AccountInvoiceRead", AccountInvoiceId=first["AccountInvoiceId"]).ok["AccountInvoice"] == first
    preview = demo.do("AccountInvoiceRead", AccountId=demo.account).ok["AccountInvoice"]
    assert (preview["AccountInvoiceId"], preview["Type"]) == ("0", "preview")
    assert demo.do("AccountInvoiceRead").refused == [("AccountId", "Value.Required")]
    both = demo.do("AccountInvoiceRead", AccountId=demo.account, AccountInvoiceId=1)
    assert both.refused == [("AccountInvoiceId", "Parameter.Conflict")]


def test_the_limit_of_a_resource_is_no_page_size(demo):
    resource = {"AccountId": demo.account, "ResourceId": 2}
    answers = [demo.do("AccountResourceEditLimit", **resource, Limit=30000) for _attempt in range(2)]
    assert [answer.call["applied"] for answer in answers] == [True, False]
    edited = answers[0].ok["AccountResource"]
    assert edited["Limit"] == "30000"
    assert edited["Resource"]["Name"] == "Conference suite"
    assert demo.do("AccountResourceRead", **resource).ok["AccountResource"] == edited
    unknown = demo.do("AccountResourceRead", AccountId=demo.account, ResourceId=9)
    assert unknown.refused == [("ResourceId", "Resource.Unrecognized")]


def test_card_data_has_no_effect(api):
    before = api.twin.state()
    answer = api.do("AccountEditCreditCard", AccountId=api.account, Number="4111")
    assert answer.ok["Account"]["AccountId"] == "6120"
    assert (answer.call["write"], answer.call["applied"]) == (True, False)
    assert api.twin.state() == before


def add_organization(api, **parameters):
    new = {"Username": "acme_two", "Password": "a", "PasswordConfirm": "a"}
    return api.do("OrganizationAdd", **{"AccountId": api.account, **api.contact, **new, **parameters})


def test_a_new_organization_has_an_administrator(api):
    organization = add_organization(api, Company="Acme", PbxType="hosted").ok["Organization"]
    assert organization["Domain"] == "acme-two.onsip.com"
    assert organization["Service"] == "hosted"
    assert organization["Contact"]["Organization"] == "Acme"
    assert add_organization(api, Username="third").ok["Organization"]["Service"] == "platform"
    api.log_in("acme_two", "a")
    user = api.do("UserRead").ok["User"]
    assert user["Roles"] == {"Role": {"Name": "Organization Admin"}}
    assert user["OrganizationId"] == organization["OrganizationId"]
    assert api.addresses() == ["acme_two@acme-two.onsip.com"]


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"Domain": "acme.example.com"}, [("Domain", "Value.Invalid")]),
        ({"Domain": "onsip.com"}, [("Domain", "Value.Invalid")]),
        ({"PbxType": "virtual"}, [("PbxType", "Value.Invalid")]),
        ({"PasswordConfirm": "b"}, [("PasswordConfirm", "Password.Mismatch")]),
        ({"PasswordConfirm": ""}, [("PasswordConfirm", "Value.Required")]),
        ({"CountryId": 999}, [("CountryId", "Country.Unrecognized")]),
        (
            {"Username": "admin.example", "Domain": "EXAMPLE.onsip.com"},
            [("Username", "AuthUsername.Unavailable"), ("Domain", "Domain.Unavailable")],
        ),
    ],
)
def test_an_organization_that_cannot_be(api, parameters, errors):
    assert add_organization(api, **parameters).refused == errors


def test_a_domain_is_migrated_with_all_its_addresses(api):
    api.add_user()
    assert api.do(
        "UserAliasAdd",
        OrganizationId=api.organization,
        AliasUsername="7002",
        AddressUsername="bo",
        Visibility="PUBLIC",
    ).ok
    domains = {"OrganizationId": api.organization, "OldDomain": api.domain, "NewDomain": "Voice.Example.com"}
    assert api.do("OrganizationMigrateDomain", **domains).ok["Organization"]["Domain"] == "voice.example.com"
    assert api.addresses() == ["admin@voice.example.com", "bo@voice.example.com"]
    assert api.do("UserAliasBrowse").ok["UserAliases"]["UserAlias"]["AliasDomain"] == "voice.example.com"
    assert api.do("UserRead", AuthUsername="example_bo").ok["User"]["Domain"] == "voice.example.com"
    assert api.do("OrganizationMigrateDomain", **domains).refused == [("OldDomain", "Domain.Unrecognized"), TAKEN]
    assert api.do("OrganizationRead", Domain="example.onsip.com").refused == [("Domain", "Domain.Unrecognized")]
    assert api.log_in("admin@voice.example.com")


TAKEN = ("NewDomain", "Domain.Unavailable")


def test_a_domain_that_is_none(api):
    domains = {"OrganizationId": api.organization, "OldDomain": api.domain, "NewDomain": "no domain"}
    assert api.do("OrganizationMigrateDomain", **domains).refused == [("NewDomain", "Value.Invalid")]


def add_account(api, **parameters):
    contact = {name: value for name, value in api.contact.items() if name != "CountryId"}
    new = {"Username": "new_one", "Domain": "new-one.onsip.com", "Password": "a", "Company": "New"}
    terms = {"Productcode": "onSIP", "Creditcard": "false"}
    return api.do("AgentAddAccount", **{**contact, **new, **terms, **parameters})


def test_an_agent_adds_an_account(api):
    agent = api.as_user("agent.example")
    answer = add_account(agent)
    assert answer.ok == {}
    assert answer.call["write"]
    assert answer.call["applied"]
    organization = agent.do("OrganizationRead", Domain="new-one.onsip.com").ok["Organization"]
    assert organization["Contact"]["Organization"] == "New"
    assert agent.do("AccountRead", AccountId=organization["AccountId"]).ok
    agent.log_in("new_one", "a")
    assert agent.do("UserRead").ok["User"]["Roles"] == {"Role": {"Name": "Account Admin"}}
    assert agent.addresses() == ["new_one@new-one.onsip.com"]


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"Domain": "other.onsip.com"}, [("Domain", "Value.Invalid")]),
        ({"Domain": "new_one.onsip.com"}, [("Domain", "Value.Invalid")]),
        ({"Productcode": "onsip"}, [("Productcode", "Value.Invalid")]),
        ({"Creditcard": "true"}, [("Creditcard", "Value.Invalid")]),
        ({"Company": ""}, [("Company", "Value.Required")]),
        (
            {"Username": "admin.example", "Domain": "admin.example.onsip.com"},
            [("Username", "AuthUsername.Unavailable")],
        ),
        ({"Username": "example", "Domain": "example.onsip.com"}, [("Domain", "Domain.Unavailable")]),
    ],
)
def test_an_account_that_cannot_be(api, parameters, errors):
    assert add_account(api.as_user("agent.example"), **parameters).refused == errors


def test_only_an_agent_adds_accounts(api):
    assert add_account(api).forbidden == "AccountAuthorization.Required"
