# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The address family."""

from __future__ import annotations

import pytest

VOICEMAIL = "vm.bo@example.onsip.com"


@pytest.fixture(name="bo")
def _bo(api):
    """A user with a mailbox."""
    user = api.add_user()
    api.add_mailbox()
    return user["UserId"]


def add(api, kind, username, *pairs, **parameters):
    place = {"OrganizationId": api.organization, "Domain": api.domain, "Username": username}
    return api.do(f"{kind}Add", *pairs, **{**place, **parameters})


def group(api, username="support", *pairs, **parameters):
    members = pairs or (("MemberAddresses[bo@example.onsip.com]", 1),)
    return add(api, "GroupAddress", username, *members, **{"Ordering": "sequential", "Timeout": 30, **parameters})


def test_a_user_address_as_it_is_added(api, bo):
    address = add(api, "UserAddress", "bo.sales", UserId=bo, Timeout=30, DefaultAddress=VOICEMAIL).ok["UserAddress"]
    assert " ".join(address) == (
        "UserId AuthUsername AuthPassword Timeout DefaultAddress E911LocationId DoNotDisturb Address"
    )
    assert list(address["Address"]) == ["AddressId", "Username", "Domain", "Type", "Name", "Modified", "Created"]
    assert address["DefaultAddress"] == {
        "Username": "vm.bo",
        "Domain": api.domain,
        "Type": "voicemail",
        "Name": "Bo Smith",
    }
    assert (address["E911LocationId"], address["DoNotDisturb"]) == ({}, "false")
    assert (address["Address"]["Name"], address["Address"]["Type"]) == ("Bo Smith", "user")
    first = api.do("UserAddressRead", Address="bo@example.onsip.com").ok["UserAddress"]
    assert first["AuthPassword"] == address["AuthPassword"]
    assert "DefaultAddress" not in first


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"Timeout": 0}, [("Timeout", "Integer.TooSmall")]),
        ({"Timeout": "soon"}, [("Timeout", "Integer.Invalid")]),
        ({"Username": "a b"}, [("Username", "Value.Invalid")]),
        ({"Domain": "nowhere.onsip.com"}, [("Domain", "Domain.Unrecognized")]),
        (
            {"Username": "admin", "UserId": 41002, "DefaultAddress": "x@example.onsip.com"},
            [
                ("Username", "Address.Unavailable"),
                ("UserId", "User.Unrecognized"),
                ("DefaultAddress", "Address.Unrecognized"),
            ],
        ),
        ({"DefaultAddress": "agent@example-agent.onsip.com"}, [("DefaultAddress", "Address.Unrecognized")]),
    ],
)
def test_a_user_address_that_cannot_be(api, bo, parameters, errors):
    wanted = {"Username": "new", "UserId": bo, "Timeout": 20, **parameters}
    assert add(api, "UserAddress", wanted.pop("Username"), **wanted).refused == errors


def edit(api, bo, **parameters):
    wanted = {"Address": "bo@example.onsip.com", "UserId": bo, "Timeout": 25}
    return api.do("UserAddressEdit", **{**wanted, **parameters})


def test_an_edit_answers_with_the_organization_beside_the_address(api, bo):
    answer = edit(api, bo, DefaultAddress=VOICEMAIL)
    assert list(answer.ok) == ["UserAddress", "Organization"]
    assert answer.ok["Organization"]["OrganizationId"] == "7301"
    assert answer.ok["UserAddress"]["Timeout"] == "25"
    assert answer.added == [("Name", "Bo Smith")]


def test_a_failover_that_is_not_sent_is_removed(api, bo):
    assert "DefaultAddress" in edit(api, bo, DefaultAddress=VOICEMAIL).ok["UserAddress"]
    assert "DefaultAddress" not in edit(api, bo).ok["UserAddress"]
    assert "DefaultAddress" in edit(api, bo, DefaultAddress=VOICEMAIL).ok["UserAddress"]
    assert "DefaultAddress" not in edit(api, bo, DefaultAddress="").ok["UserAddress"]


def test_an_edit_needs_the_address(api, bo):
    answer = api.do("UserAddressEdit", UserId=bo, Timeout=5)
    assert answer.refused == [("Address", "Value.Required")]
    assert answer.added == []
    assert api.do("GroupAddressEdit", Username="x").refused[0] == ("Address", "Value.Required")
    assert api.do("ExternalAddressEdit").refused == [("Address", "Value.Required")]


def test_a_renamed_address_keeps_its_number_and_its_extensions(api, bo):
    extension = {"OrganizationId": api.organization, "AliasUsername": "7002", "Visibility": "PUBLIC"}
    assert api.do("UserAliasAdd", **extension, AddressUsername="bo").ok
    assert group(api).ok
    before = api.do("AddressRead", Address="bo@example.onsip.com").ok["Address"]
    api.simulation.clock.offset_s += 60
    renamed = edit(api, bo, Username="bob", Name="Bob").ok["UserAddress"]["Address"]
    assert (renamed["AddressId"], renamed["Username"], renamed["Name"]) == (before["AddressId"], "bob", "Bob")
    assert renamed["Modified"] > renamed["Created"] == before["Created"]
    alias = api.do("UserAliasBrowse").ok["UserAliases"]["UserAlias"]
    assert (alias["AddressUsername"], alias["AddressName"]) == ("bob", "Bob")
    assert api.do("AddressRead", Address="bo@example.onsip.com").refused == [("Address", "Address.Unrecognized")]
    api.configure(group_members="elements")
    support = api.do("GroupAddressRead", Address="support@example.onsip.com").ok["GroupAddress"]
    assert support["MemberAddresses"]["MemberAddress"]["Username"] == "bob"
    taken = edit(api, bo, Address="bob@example.onsip.com", Username="admin")
    assert taken.refused == [("Username", "Address.Unavailable")]
    assert edit(api, bo, Address="bob@example.onsip.com", Username="bob").ok


def test_extensions_follow_the_owner_of_their_address(api, bo):
    extension = {"OrganizationId": api.organization, "AliasUsername": "7002", "Visibility": "PUBLIC"}
    assert api.do("UserAliasAdd", **extension, AddressUsername="bo").ok
    assert edit(api, api.administrator).ok
    assert "UserAlias" not in api.do("UserAliasBrowse", UserId=bo).ok["UserAliases"]
    assert api.do("UserAliasBrowse", UserId=api.administrator).ok["UserAliases"]["UserAlias"]


def test_names_of_addresses_ignore_case(api, bo):
    assert api.do("UserAddressRead", Address="BO@Example.OnSip.com").ok


def test_a_deleted_target_is_no_failover_any_more(api, bo):
    assert edit(api, bo, DefaultAddress=VOICEMAIL).ok
    assert api.do("VoicemailAddressDelete", Address=VOICEMAIL).ok == {}
    assert "DefaultAddress" not in api.do("UserAddressRead", Address="bo@example.onsip.com").ok["UserAddress"]
    assert api.do("UserAddressDelete", Address="bo@example.onsip.com").ok == {}
    assert api.addresses() == ["admin@example.onsip.com"]


def test_an_address_may_fail_over_to_itself_and_still_be_deleted(api, bo):
    assert edit(api, bo, DefaultAddress="bo@example.onsip.com").ok
    assert api.do("UserAddressDelete", Address="bo@example.onsip.com").ok == {}


def test_one_name_space_for_all_kinds(api, bo):
    for kind, own in (
        ("ExternalAddress", {"ForeignAddress": "1@pbx.example.net"}),
        ("AttendantAddress", {"AttendantMenuId": 1}),
        ("E911Address", {}),
    ):
        assert add(api, kind, "vm.bo", **own).refused == [("Username", "Address.Unavailable")]
    kinds = {row["Type"] for row in api.do("AddressBrowse").ok["Addresses"]["Address"]}
    assert kinds == {"user", "voicemail"}


def test_a_group_as_it_is_added(api, bo):
    answer = group(
        api,
        "support",
        ("MemberAddresses[admin@example.onsip.com]", 1),
        ("MemberAddresses[bo@example.onsip.com]", 2),
        DefaultAddress=VOICEMAIL,
    )
    support = answer.ok["GroupAddress"]
    assert list(support) == ["Ordering", "Timeout", "DefaultAddress", "Address"]
    assert (support["Ordering"], support["Timeout"]) == ("sequential", "30")
    assert support["Address"]["Type"] == "group"
    members = [("admin@example.onsip.com", "1"), ("bo@example.onsip.com", "2")]
    assert ("MemberAddresses", members) in answer.echo


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"Timeout": 0}, [("Timeout", "Integer.TooSmall")]),
        ({"Timeout": 120}, [("Timeout", "Integer.TooBig")]),
        ({"Ordering": "random"}, [("Ordering", "Value.Invalid")]),
        ({"MemberAddresses": "bo"}, [("MemberAddresses", "Value.Invalid")]),
        ({"MemberAddresses[bo@example.onsip.com]": "first"}, [("MemberAddresses", "Integer.Invalid")]),
        ({"MemberAddresses[bo@example.onsip.com]": "0"}, [("MemberAddresses", "Integer.TooSmall")]),
        ({"MemberAddresses[nobody@example.onsip.com]": "1"}, [("MemberAddresses", "Address.Unrecognized")]),
        ({"MemberAddresses[vm.bo@example.onsip.com]": "1"}, [("MemberAddresses", "Address.Unrecognized")]),
    ],
)
def test_a_group_that_cannot_be(api, bo, parameters, errors):
    bo_alone = {"MemberAddresses[bo@example.onsip.com]": "1"}
    wanted = {"Ordering": "parallel", "Timeout": 30, **bo_alone, **parameters}
    assert add(api, "GroupAddress", "support", *wanted.items()).refused == errors


def test_a_group_needs_members(api):
    answer = add(api, "GroupAddress", "support", Ordering="parallel", Timeout=30)
    assert answer.refused == [("MemberAddresses", "Value.Required")]


def test_an_edit_of_a_group_replaces_it(api, bo):
    assert group(api, DefaultAddress=VOICEMAIL).ok
    api.configure(group_members="elements")
    edited = api.do(
        "GroupAddressEdit",
        ("MemberAddresses[admin@example.onsip.com]", 3),
        Address="support@example.onsip.com",
        Username="helpdesk",
        Ordering="parallel",
        Timeout=20,
    ).ok["GroupAddress"]
    assert "DefaultAddress" not in edited
    assert edited["Address"]["Username"] == "helpdesk"
    assert edited["MemberAddresses"] == {
        "MemberAddress": {
            "Username": "admin",
            "Domain": api.domain,
            "Type": "user",
            "Name": "Example Admin",
            "Priority": "3",
        }
    }
    incomplete = api.do("GroupAddressEdit", Address="helpdesk@example.onsip.com")
    assert incomplete.refused == [
        ("Ordering", "Value.Required"),
        ("Timeout", "Value.Required"),
        ("MemberAddresses", "Value.Required"),
        ("Username", "Value.Required"),
    ]


def test_three_ways_to_tell_members(api, bo):
    members = [("MemberAddresses[bo@example.onsip.com]", 2), ("MemberAddresses[admin@example.onsip.com]", 1)]
    assert group(api, "support", *members).ok

    def read():
        return api.do("GroupAddressRead", Address="support@example.onsip.com").ok["GroupAddress"]

    assert "MemberAddresses" not in read()
    assert "CplText" not in read()["Address"]
    api.configure(group_members="cpl_text")
    assert read()["Address"]["CplText"] == (
        '<cpl xmlns="urn:ietf:params:xml:ns:cpl"><incoming>'
        '<location url="sip:admin@example.onsip.com" clear="no"><location url="sip:bo@example.onsip.com" clear="no">'
        '<proxy timeout="30" ordering="sequential"/></location></location></incoming></cpl>'
    )
    api.configure(group_members="elements")
    told = [(member["Username"], member["Priority"]) for member in read()["MemberAddresses"]["MemberAddress"]]
    assert told == [("admin", "1"), ("bo", "2")]
    assert "CplText" not in api.do("UserAddressRead", Address="bo@example.onsip.com").ok["UserAddress"]["Address"]


def external(api, **parameters):
    return add(api, "ExternalAddress", "overflow", **{"ForeignAddress": "4000@pbx.example.net", **parameters})


def test_an_external_address_as_it_is_added(api):
    address = external(api, Name="Overflow PBX").ok["ExternalAddress"]
    assert list(address) == ["ForeignAddress", "Address"]
    assert address["ForeignAddress"] == "4000@pbx.example.net"
    assert (address["Address"]["Name"], address["Address"]["Type"]) == ("Overflow PBX", "external")


@pytest.mark.parametrize(
    "foreign", ["4000", "@pbx.example.net", "4000@192.0.2.1", "4000@[2001:db8::1]", "4000@pbx", "a b@pbx.example.net"]
)
def test_a_foreign_address_is_at_a_name(api, foreign):
    assert external(api, ForeignAddress=foreign).refused == [("ForeignAddress", "Value.Invalid")]


def test_what_an_edit_of_an_external_address_does_not_send_stays(api):
    assert external(api, Name="Overflow PBX").ok
    address = {"Address": "overflow@example.onsip.com"}
    edited = api.do("ExternalAddressEdit", **address, ForeignAddress="5000@pbx.example.net").ok["ExternalAddress"]
    assert (edited["ForeignAddress"], edited["Address"]["Name"]) == ("5000@pbx.example.net", "Overflow PBX")
    edited = api.do("ExternalAddressEdit", **address, Name="New", Username="new").ok["ExternalAddress"]
    assert edited["ForeignAddress"] == "5000@pbx.example.net"
    assert (edited["Address"]["Name"], edited["Address"]["Username"]) == ("New", "new")


def test_three_ways_to_tell_a_foreign_address(api):
    assert external(api).ok
    read = {"Address": "overflow@example.onsip.com"}
    api.configure(external_address_form="default_address")
    address = api.do("ExternalAddressRead", **read).ok["ExternalAddress"]
    assert list(address) == ["DefaultAddress", "Address"]
    assert address["DefaultAddress"] == {"Username": "4000", "Domain": "pbx.example.net", "Type": "external"}
    api.configure(external_address_form="hidden")
    assert list(api.do("ExternalAddressRead", **read).ok["ExternalAddress"]) == ["Address"]


@pytest.mark.parametrize(
    ("kind", "own", "error"),
    [
        ("TelephoneNumberAddress", {"UserId": 1}, ("UserId", "User.Unrecognized")),
        ("VoicemailAddress", {"VoicemailboxId": 1}, ("VoicemailboxId", "Voicemailbox.Unrecognized")),
        ("AttendantAddress", {"AttendantMenuId": 0}, ("AttendantMenuId", "Integer.TooSmall")),
        ("RecordingManagementAddress", {"Pin": "x"}, ("Pin", "Integer.Invalid")),
    ],
)
def test_what_the_other_kinds_refer_to(api, kind, own, error):
    assert add(api, kind, "new", **own).refused == [error]


def test_a_pin_loses_its_leading_zeros(api):
    address = add(api, "RecordingManagementAddress", "rec", Pin="0042").ok["RecordingManagementAddress"]
    assert address["Pin"] == "42"
    edited = api.do("RecordingManagementAddressEdit", Address="rec@example.onsip.com", Pin="7", Username="rec2")
    assert edited.ok["RecordingManagementAddress"]["Address"]["Username"] == "rec2"


def test_a_kind_is_read_by_its_own_actions(api, bo):
    assert api.do("UserAddressRead", Address=VOICEMAIL).refused == [("Address", "Address.Unrecognized")]
    assert api.addresses("VoicemailAddressBrowse", "VoicemailAddress") == [VOICEMAIL]
    assert api.addresses("UserAddressBrowse", "UserAddress") == ["admin@example.onsip.com", "bo@example.onsip.com"]
