# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Extensions and voicemail boxes."""

from __future__ import annotations

import re

import pytest


@pytest.fixture(name="bo")
def _bo(api):
    return api.add_user()["UserId"]


def extend(api, **parameters):
    wanted = {"AliasUsername": "7002", "AddressUsername": "bo", "Visibility": "PUBLIC"}
    return api.do("UserAliasAdd", **{"OrganizationId": api.organization, **wanted, **parameters})


def test_an_extension_as_it_is_added(api, bo):
    alias = extend(api).ok["UserAlias"]
    address = api.do("AddressRead", Address="bo@example.onsip.com").ok["Address"]
    assert list(alias.items()) == [
        ("AliasUsername", "7002"),
        ("AliasDomain", api.domain),
        ("AddressUsername", "bo"),
        ("AddressDomain", api.domain),
        ("AddressType", "user"),
        ("AddressName", "Bo Smith"),
        ("AddressId", address["AddressId"]),
        ("AliasVisibility", "PUBLIC"),
    ]
    assert api.do("UserAliasBrowse", OrganizationId=api.organization).ok == {"UserAliases": {"UserAlias": alias}}


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"AliasUsername": "admin"}, [("AliasUsername", "UserAlias.Unavailable")]),
        ({"AddressUsername": "nobody"}, [("AddressUsername", "Address.Unrecognized")]),
        ({"Visibility": "public"}, [("Visibility", "Value.Invalid")]),
        ({"AliasUsername": "7 7"}, [("AliasUsername", "Value.Invalid")]),
        ({"Visibility": ""}, [("Visibility", "Value.Required")]),
    ],
)
def test_an_extension_that_cannot_be(api, bo, parameters, errors):
    assert extend(api, **parameters).refused == errors


def test_an_extension_is_taken_once(api, bo):
    assert extend(api).ok
    answer = extend(api, AddressUsername="admin")
    assert answer.refused == [("AliasUsername", "UserAlias.Unavailable")]
    assert answer.request["Errors"]["Error"]["Message"] == "That alias cannot be used."


def edit_extension(api, **parameters):
    wanted = {"AliasUsername": "7002", "NewAliasUsername": "7012", "Visibility": "PRIVATE"}
    return api.do("UserAliasEdit", **{"OrganizationId": api.organization, **wanted, **parameters})


def test_an_extension_is_renumbered_and_leads_where_it_led(api, bo):
    assert extend(api).ok
    alias = edit_extension(api, AddressUsername="admin").ok["UserAlias"]
    assert (alias["AliasUsername"], alias["AliasVisibility"], alias["AddressUsername"]) == ("7012", "PRIVATE", "bo")
    assert edit_extension(api).refused == [("AliasUsername", "UserAlias.Unrecognized")]
    assert extend(api).ok
    assert edit_extension(api).refused == [("NewAliasUsername", "UserAlias.Unavailable")]
    unchanged = edit_extension(api, NewAliasUsername="7002", Visibility="PUBLIC")
    assert unchanged.ok["UserAlias"]["AliasUsername"] == "7002"
    assert (unchanged.call["write"], unchanged.call["applied"]) == (True, False)


def test_a_deleted_extension_is_free(api, bo):
    assert extend(api).ok
    gone = {"OrganizationId": api.organization, "AliasUsername": "7002"}
    assert api.do("UserAliasDelete", **gone).ok == {}
    assert api.do("UserAliasDelete", **gone).refused == [("AliasUsername", "UserAlias.Unrecognized")]
    assert extend(api, AddressUsername="admin").ok


def add(api, **parameters):
    wanted = {"Username": "vm.bo", "Mailbox": "7002", "Fullname": "Bo Smith"}
    place = {"OrganizationId": api.organization, "Domain": api.domain}
    return api.do("VoicemailboxAdd", **{**place, **wanted, **parameters})


def test_a_mailbox_as_it_is_added(api):
    answer = add(api)
    assert answer.added == [
        ("Name", "vm.bo"),
        ("Timezone", "us_eastern"),
        ("SayCallerId", "false"),
        ("SayDuration", "false"),
        ("SayDatetime", "false"),
        ("NotifyEmail", "no"),
        ("NotifyPager", "no"),
    ]
    mailbox = answer.ok["Voicemailbox"]
    assert " ".join(mailbox) == (
        "VoicemailboxId OrganizationId AccountId Status Mailbox Password Fullname Timezone SayCallerId "
        "SayDuration SayDatetime NotifyEmail NotifyPager Email Pager Mwi TransferAddress Created Modified"
    )
    assert re.fullmatch("[0-9]{4}", mailbox["Password"])
    assert mailbox["TransferAddress"] == {"Address": {}, "Username": {}, "Domain": {}, "Type": {}, "Name": {}}
    assert mailbox["Email"] == mailbox["Pager"] == mailbox["Mwi"] == {}
    address = api.do("VoicemailAddressRead", Address="vm.bo@example.onsip.com").ok["VoicemailAddress"]
    assert address["VoicemailboxId"] == mailbox["VoicemailboxId"]
    assert address["Address"]["Name"] == "Bo Smith"


def test_only_what_was_not_sent_is_added(api):
    assert add(api, Timezone="us_pacific", NotifyPager="no", Name="x").added == [
        ("SayCallerId", "false"),
        ("SayDuration", "false"),
        ("SayDatetime", "false"),
        ("NotifyEmail", "no"),
    ]


def test_a_mailbox_with_everything(api):
    options = {
        "Timezone": "us_central",
        "SayCallerId": "true",
        "SayDuration": "true",
        "SayDatetime": "true",
        "NotifyEmail": "attach",
        "Email": "bo@example.com",
        "NotifyPager": "yes",
        "Pager": "pager@example.com",
        "Mwi": "admin@example.onsip.com",
    }
    mailbox = add(api, **options).ok["Voicemailbox"]
    assert {name: mailbox[name] for name in options} == options


@pytest.mark.parametrize(
    ("parameters", "errors"),
    [
        ({"Mailbox": "12345678"}, [("Mailbox", "Value.Invalid")]),
        ({"Mailbox": "7x"}, [("Mailbox", "Value.Invalid")]),
        ({"Timezone": "Europe/Berlin"}, [("Timezone", "Value.Invalid")]),
        ({"SayCallerId": "1"}, [("SayCallerId", "Boolean.Invalid")]),
        ({"NotifyEmail": "false"}, [("NotifyEmail", "Value.Invalid")]),
        ({"NotifyPager": "attach"}, [("NotifyPager", "Value.Invalid")]),
        ({"Email": "nobody"}, [("Email", "Email.Invalid")]),
        ({"NotifyEmail": "yes", "NotifyPager": "yes"}, [("Email", "Value.Required"), ("Pager", "Value.Required")]),
        ({"Mwi": "nobody@example.onsip.com"}, [("Mwi", "Address.Unrecognized")]),
        ({"Domain": "nowhere.onsip.com"}, [("Domain", "Domain.Unrecognized")]),
        ({"Username": "admin"}, [("Username", "Address.Unavailable")]),
    ],
)
def test_a_mailbox_that_cannot_be(api, parameters, errors):
    assert add(api, **parameters).refused == errors


def test_a_number_is_taken_once_in_an_organization(api):
    assert add(api).ok
    assert add(api, Username="vm.2").refused == [("Mailbox", "Mailbox.Unavailable")]


@pytest.fixture(name="box")
def _box(api):
    return add(api, SayCallerId="true", NotifyEmail="yes", Email="bo@example.com", Mwi="admin@example.onsip.com").ok[
        "Voicemailbox"
    ]


def edit(api, box, **parameters):
    return api.do("VoicemailboxEdit", VoicemailboxId=box["VoicemailboxId"], **parameters)


def same(box, edited, *changed):
    ignored = {"Modified", *changed}
    return {name: value for name, value in box.items() if name not in ignored} == {
        name: value for name, value in edited.items() if name not in ignored
    }


def test_what_an_edit_of_a_mailbox_does_not_send_stays(api, box):
    api.simulation.clock.offset_s += 60
    answer = edit(api, box, Password="2468")
    edited = answer.ok["Voicemailbox"]
    assert answer.added == []
    assert edited["Password"] == "2468"
    assert ("Password", "******") in answer.echo
    assert same(box, edited, "Password")
    assert edited["Modified"] > box["Modified"]


def test_or_falls_back_to_the_defaults(api, box):
    api.configure(voicemailbox_edit_unsent="reset")
    edited = edit(api, box, Timezone="us_pacific").ok["Voicemailbox"]
    assert edited["Timezone"] == "us_pacific"
    assert (edited["SayCallerId"], edited["NotifyEmail"], edited["Email"], edited["Mwi"]) == ("false", "no", {}, {})
    assert same(box, edited, "Timezone", "SayCallerId", "NotifyEmail", "Email", "Mwi")


def test_options_that_are_sent_empty_are_unset(api, box):
    edited = edit(api, box, Email="", NotifyEmail="", Mwi="").ok["Voicemailbox"]
    assert (edited["Email"], edited["NotifyEmail"], edited["Mwi"]) == ({}, "no", {})
    kept = add(api, Username="vm.2", Mailbox="2", NotifyEmail="yes", Email="b@example.com").ok["Voicemailbox"]
    assert edit(api, kept, Email="").refused == [("Email", "Value.Required")]
    assert edit(api, kept, NotifyEmail="delete").ok["Voicemailbox"]["Email"] == "b@example.com"


def test_number_pin_and_full_name(api, box):
    edited = edit(api, box, Mailbox="1", Password="0123456", Fullname="Bob").ok["Voicemailbox"]
    assert (edited["Mailbox"], edited["Password"], edited["Fullname"]) == ("1", "0123456", "Bob")
    name = api.do("AddressRead", Address="vm.bo@example.onsip.com").ok["Address"]["Name"]
    assert name == "Bob"
    assert edit(api, box, Password="12345678").refused == [("Password", "Value.Invalid")]
    assert add(api, Username="vm.2").ok, "the old number is free"
    assert edit(api, box, Mailbox="7002").refused == [("Mailbox", "Mailbox.Unavailable")]
    assert edit(api, box, Mailbox="1").ok


def test_a_deleted_mailbox_takes_its_address_along(api, box):
    user_id = api.add_user()["UserId"]
    failing_over = {"Address": "bo@example.onsip.com", "UserId": user_id, "Timeout": 20}
    assert api.do("UserAddressEdit", **failing_over, DefaultAddress="vm.bo@example.onsip.com").ok
    assert api.do("VoicemailboxDelete", VoicemailboxId=box["VoicemailboxId"]).ok == {}
    assert api.addresses() == ["admin@example.onsip.com", "bo@example.onsip.com"]
    assert "DefaultAddress" not in api.do("UserAddressRead", Address="bo@example.onsip.com").ok["UserAddress"]
    assert edit(api, box).refused == [("VoicemailboxId", "Voicemailbox.Unrecognized")]
