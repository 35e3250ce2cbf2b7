# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scopes, pages and orders of listings."""

from __future__ import annotations

import pytest

PAGING = [("Limit", "20"), ("Offset", "0"), ("CalcFound", "true")]


def numbers(api, **parameters):
    users = api.do("UserBrowse", **parameters).ok["Users"]
    return [int(user["UserId"]) for user in api.listed(users, "User")]


def attributes(answer):
    (container,) = answer.ok.values()
    return container.get("@attributes")


def test_twenty_rows_unless_told_otherwise(many):
    answer = many.do("UserBrowse", OrganizationId=many.organization)
    assert attributes(answer) == {"Limit": "20", "Offset": "0", "Found": "46"}
    assert len(answer.ok["Users"]["User"]) == 20


def test_pages_follow_each_other(many):
    first, second, third = (numbers(many, Offset=offset) for offset in (0, 20, 40))
    assert first + second + third == numbers(many, Limit=25000)
    assert len(third) == 6
    beyond = many.do("UserBrowse", Offset=46, Limit=10)
    assert beyond.ok["Users"] == {"@attributes": {"Limit": "10", "Offset": "46", "Found": "46"}}


def test_found_is_missing_where_nothing_matches_or_nobody_asked(many):
    assert many.do("GroupAddressBrowse").ok == {"GroupAddresses": {"@attributes": {"Limit": "20", "Offset": "0"}}}
    assert attributes(many.do("UserBrowse", CalcFound="false")) == {"Limit": "20", "Offset": "0"}
    assert attributes(many.do("UserBrowse", Limit=0)) == {"Limit": "0", "Offset": "0", "Found": "46"}


@pytest.mark.parametrize(
    ("action", "order"),
    [
        ("UserBrowse", "UserId"),
        ("AccountInvoiceBrowse", "AccountInvoiceId"),
        ("CdrBrowse", "DateTime DESC"),
        ("UserAddressBrowse", None),
        ("VoicemailboxBrowse", None),
        ("GroupAddressBrowse", None),
        ("ExternalAddressBrowse", None),
        ("DidBrowse", None),
    ],
)
def test_the_defaults_are_added_to_the_echo(many, action, order):
    expected = [("OrderBy", order), *PAGING] if order else PAGING
    assert many.do(action).added == expected
    assert many.do(action, Limit=5).added == [pair for pair in expected if pair[0] != "Limit"]


def test_the_defaults_stand_in_the_echo_of_a_refused_listing_too(many):
    answer = many.do("CdrBrowse", AccountId=many.account, Limit=30000)
    assert answer.refused == [("Limit", "Integer.TooBig")]
    assert answer.request["Errors"]["Error"]["Message"] == "The largest accepted value is 25000."
    assert answer.echo[3:] == [
        ("AccountId", "6120"),
        ("Limit", "30000"),
        ("OrderBy", "DateTime DESC"),
        ("Offset", "0"),
        ("CalcFound", "true"),
    ]


@pytest.mark.parametrize(
    ("parameters", "error"),
    [
        ({"Limit": "25001"}, ("Limit", "Integer.TooBig")),
        ({"Limit": "9" * 19}, ("Limit", "Integer.TooBig")),
        ({"Limit": "9" * 5000}, ("Limit", "Integer.TooBig")),
        ({"Limit": "-" + "9" * 5000}, ("Limit", "Integer.Invalid")),
        ({"Limit": "x"}, ("Limit", "Integer.Invalid")),
        ({"Limit": "-1"}, ("Limit", "Integer.Invalid")),
        ({"Limit": "1.5"}, ("Limit", "Integer.Invalid")),
        ({"Limit": "٣"}, ("Limit", "Integer.Invalid")),
        ({"Offset": "-1"}, ("Offset", "Integer.Invalid")),
        ({"Offset": "x"}, ("Offset", "Integer.Invalid")),
        ({"Offset": "9" * 5000}, ("Offset", "Integer.Invalid")),
        ({"CalcFound": "yes"}, ("CalcFound", "Boolean.Invalid")),
        ({"OrderBy": "Password"}, ("OrderBy", "Value.Invalid")),
        ({"OrderBy": "UserId sideways"}, ("OrderBy", "Value.Invalid")),
        ({"OrganizationId": "x"}, ("OrganizationId", "Integer.Invalid")),
    ],
)
def test_bad_paging_is_refused(many, parameters, error):
    assert many.do("UserBrowse", **parameters).refused == [error]


def test_the_largest_page(many):
    assert many.do("UserBrowse", Limit=25000).ok
    assert many.do("UserBrowse", Limit="0" * 20 + "25000").ok


def test_orders(many):
    ascending = numbers(many, Limit=100, OrderBy="UserId")
    assert ascending == sorted(ascending)
    for descending in ("UserId Desc", "UserId DESC", "UserId desc"):
        assert numbers(many, Limit=100, OrderBy=descending) == ascending[::-1]
    many.add_user("aaa", AuthUsername="aaa")
    assert numbers(many, Limit=100, OrderBy="AuthUsername")[0] == numbers(many, Limit=100)[-1]


def test_an_address_is_ordered_by_its_name(many):
    names = [
        row["Address"]["Username"]
        for row in many.do("UserAddressBrowse", Limit=100, OrderBy="Username").ok["UserAddresses"]["UserAddress"]
    ]
    assert names == sorted(names)


def test_two_scopes_are_a_conflict(many):
    answer = many.do("UserBrowse", AccountId=many.account, OrganizationId=many.organization)
    assert answer.refused == [("OrganizationId", "Parameter.Conflict")]
    answer = many.do("UserBrowse", OrganizationId=many.organization, AccountId=many.account)
    assert answer.refused == [("AccountId", "Parameter.Conflict")]


def test_an_unknown_scope_is_ignored(many):
    answer = many.do("ExternalAddressBrowse", UserId=41001)
    assert answer.ok == {"ExternalAddresses": {"@attributes": {"Limit": "20", "Offset": "0"}}}
    assert many.do("UserBrowse", UserId=41001, Limit=1).ok


def test_a_parent_that_does_not_exist_has_no_rows(many):
    assert many.do("UserBrowse", OrganizationId=7399).ok == {"Users": {"@attributes": {"Limit": "20", "Offset": "0"}}}
    assert attributes(many.do("UserAddressBrowse", UserId=1)) == {"Limit": "20", "Offset": "0"}


def test_scopes_narrow(many):
    assert many.do("UserAddressBrowse", UserId=41001).ok["UserAddresses"]["@attributes"]["Found"] == "1"
    organizations = many.do("OrganizationBrowse", AccountId=many.account)
    assert organizations.ok["Organizations"]["Organization"]["Domain"] == many.domain
    assert organizations.added == [("OrderBy", "OrganizationId"), *PAGING]
    assert many.do("OrganizationBrowse").refused == [("AccountId", "Value.Required")]


def aliases(answer):
    return len(answer.ok["UserAliases"]["UserAlias"])


def test_extensions_are_paged_on_request_only(many):
    answer = many.do("UserAliasBrowse", OrganizationId=many.organization)
    assert attributes(answer) is None
    assert aliases(answer) == 30
    assert answer.added == []
    answer = many.do("UserAliasBrowse", OrganizationId=many.organization, Limit=25)
    assert attributes(answer) == {"Limit": "25", "Offset": "0", "Found": "30"}
    assert aliases(answer) == 25
    assert answer.added == [("Offset", "0"), ("CalcFound", "true")]


def test_the_paging_of_extensions_is_a_knob(many):
    try:
        many.configure(user_alias_paging="always")
        assert aliases(many.do("UserAliasBrowse")) == 20
        many.configure(user_alias_paging="never")
        answer = many.do("UserAliasBrowse", Limit=5)
        assert (aliases(answer), attributes(answer)) == (30, None)
        assert many.do("UserAliasBrowse", Limit=30000).refused == [("Limit", "Integer.TooBig")]
    finally:
        many.twin.reset_knobs()


def test_what_can_be_bought_is_not_paged(demo):
    answer = demo.do("NpaNxxBrowse")
    assert answer.added == []
    assert "@attributes" not in answer.ok["Npas"]


def test_an_address_is_ordered_by_its_domain(api):
    agent = api.as_user("agent.example")
    assert agent.addresses() == ["admin@example.onsip.com", "agent@example-agent.onsip.com"]

    def domains(order):
        rows = agent.do("AddressBrowse", OrderBy=order).ok["Addresses"]["Address"]
        return [row["Domain"] for row in rows]

    assert domains("Domain") == ["example-agent.onsip.com", "example.onsip.com"]
    assert domains("Domain DESC") == ["example.onsip.com", "example-agent.onsip.com"]
    renamed = {"OrganizationId": agent.organization, "OldDomain": agent.domain, "NewDomain": "aaa.example.com"}
    assert agent.do("OrganizationMigrateDomain", **renamed).ok
    assert domains("Domain") == ["aaa.example.com", "example-agent.onsip.com"]
