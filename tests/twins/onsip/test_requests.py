# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How requests are read and echoed, and what surrounds the answers."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize("path", ["/webapi", "/restapi", "/api", "/api/"])
def test_every_spelling_of_the_url_answers_alike(api, path):
    answer = api.send(body=b"Action=NoOp&Output=json", headers=FORM, path=path)
    assert answer.ok == {}
    assert answer.call["route"] == path


@pytest.mark.parametrize("path", ["/webapi/", "/api/x", "/restapi/", "/API", "/"])
def test_no_other_path_belongs_to_the_service(api, path):
    assert not api.twin.owns(path)


def test_get_reads_the_query_whatever_its_content_type(api):
    answer = api.send("GET", "Action=Echo&Output=json&Color=blue", headers={"Content-Type": "application/json"})
    assert answer.echo == [("Action", "Echo"), ("Output", "json"), ("Color", "blue")]


def test_get_does_not_read_a_body(api):
    answer = api.send("GET", "Action=Echo&Output=json", b"Color=blue", FORM)
    assert answer.echo == [("Action", "Echo"), ("Output", "json")]


def test_post_reads_multipart(api):
    body = (
        b'--cut\r\nContent-Disposition: form-data; name="Action"\r\n\r\nEcho\r\n'
        b'--cut\r\nContent-Disposition: form-data; name="Output"\r\n\r\njson\r\n'
        b'--cut\r\nContent-Disposition: form-data; name="RoleNames[]"\r\n\r\nUser\r\n'
        b'--cut\r\nContent-Disposition: form-data; name="Name"\r\n\r\nJ\xc3\xbcrgen\r\nx\r\n'
        b'--cut\r\nContent-Disposition: form-data; name="Picture"; filename="a.png"\r\n\r\nbytes\r\n--cut--\r\n'
    )
    answer = api.send(body=body, headers={"Content-Type": "multipart/form-data; boundary=cut"})
    assert answer.echo == [
        ("Action", "Echo"),
        ("Output", "json"),
        ("RoleNames", [("0", "User")]),
        ("Name", "Jürgen\r\nx"),
    ]


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data"])
def test_post_reads_no_other_body(api, content_type):
    answer = api.send(query="Output=json", body=b'{"Action": "Echo"}', headers={"Content-Type": content_type})
    assert answer.refused == [("Action", "Value.Required")]


def test_the_body_wins_over_the_query(api):
    answer = api.send(query="Color=red&Action=Echo&Size=1", body=b"Color=blue&Output=json", headers=FORM)
    assert answer.echo == [("Color", "blue"), ("Action", "Echo"), ("Size", "1"), ("Output", "json")]


def test_names_are_case_sensitive(api):
    answer = api.post([("Action", "SessionCreate"), ("Output", "json"), ("Username", "x"), ("password", "y")])
    assert answer.refused == [("Password", "Value.Required")]
    assert answer.echo[-1] == ("password", "y")


def test_unknown_parameters_are_tolerated_and_echoed(api):
    mailbox = api.do(
        "VoicemailboxAdd",
        OrganizationId=api.organization,
        Username="vm.bo",
        Domain=api.domain,
        Mailbox="7002",
        Fullname="Bo",
        VoicemailboxId="99",
    )
    assert mailbox.ok["Voicemailbox"]["Mailbox"] == "7002"
    assert ("VoicemailboxId", "99") in mailbox.echo


def test_brackets_become_arrays_and_the_name_is_without_them(api):
    answer = api.do(
        "Echo",
        ("RoleNames[]", "User"),
        ("RoleNames[]", "Organization Admin"),
        ("MemberAddresses[ada@acme.onsip.com]", 1),
        ("MemberAddresses[bo.smith@acme.onsip.com]", 2),
    )
    assert answer.echo[3:] == [
        ("RoleNames", [("0", "User"), ("1", "Organization Admin")]),
        ("MemberAddresses", [("ada@acme.onsip.com", "1"), ("bo.smith@acme.onsip.com", "2")]),
    ]


def test_a_key_without_a_name_is_a_free_number(api):
    answer = api.do("Echo", ("A[1]", "x"), ("A[]", "y"), ("A[]", "z"), ("B", "scalar"), ("B[k]", "array"))
    assert answer.echo[3:] == [("A", [("1", "x"), ("2", "y"), ("3", "z")]), ("B", [("k", "array")])]


def test_arrays_nest(api):
    (nested,) = [
        parameter
        for parameter in api.do("Echo", ("A[b][c]", 1), ("A[b][]", 2)).request["Parameters"]["Parameter"]
        if parameter["Name"] == "A"
    ]
    assert nested["Array"]["Elements"]["Element"] == {
        "Key": "b",
        "Array": {"Elements": {"Element": [{"Key": "c", "Value": "1"}, {"Key": "1", "Value": "2"}]}},
    }


def test_a_name_that_is_no_ncname_cannot_be_echoed(api):
    assert api.do("Echo", ("two words", 1), ("1st", 1), ("fine-1.x", 1), ("[]", 1)).echo[3:] == [("fine-1.x", "1")]
    names = ("²", "ªx", "x²", "a:b", "٣", "_ü", "名前")
    assert api.do("Echo", *((name, 1) for name in names)).echo[3:] == [("_ü", "1"), ("名前", "1")]


def test_an_absurdly_nested_name_is_dropped(api):
    assert api.do("Echo", ("A" + "[x]" * 10000, 1)).ok == {}


def test_bytes_that_are_no_utf8_are_replaced(api):
    answer = api.send("GET", "Action=Echo&Output=json&Name=%FF%FE")
    assert answer.echo[-1] == ("Name", "\ufffd\ufffd")


def test_passwords_are_masked_in_the_echo(api):
    names = ("Password", "PasswordConfirm", "CurrentPortalPassword", "NewPortalPassword", "NewPortalPasswordConfirm")
    secrets = dict.fromkeys(names, "secret")
    assert api.do("Echo", **secrets).echo[3:] == [(name, "******") for name in names]
    assert api.do("Echo", ("Password[a]", "secret")).echo[3:] == [("Password", "******")]
    api.configure(echo_secrets=True)
    assert api.do("Echo", **secrets).echo[3:] == [(name, "secret") for name in names]


def test_anything_but_exactly_json_yields_xml(api):
    for output in ("JSON", "xml", "", "Json", "json "):
        answer = api.post([("Action", "NoOp"), ("Output", output)])
        assert answer.text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<Response xmlns="http://www.jnctn.net/')
        assert answer.http.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert api.post([("Action", "NoOp"), ("Output[]", "json")]).text.startswith("<?xml")
    answer = api.post([("Action", "NoOp"), ("Output", "json")])
    assert answer.http.headers["Content-Type"] == "application/json; charset=utf-8"


def test_a_callback_wraps_json_only(api):
    pairs = [("Action", "NoOp"), ("Callback", "my.calls[0]_x")]
    text = api.post([*pairs, ("Output", "json")]).text
    assert text.startswith("my.calls[0]_x( {")
    assert text.endswith("} );")
    assert json.loads(text[len("my.calls[0]_x( ") : -len(" );")])["Response"]["Result"] == {"NoOp": {}}
    assert api.post(pairs).text.startswith("<?xml")


@pytest.mark.parametrize("callback", ["a-b", "alert(1)", "a b", "ü", ""])
def test_a_callback_with_another_character_is_ignored(api, callback):
    assert api.do("NoOp", Callback=callback).ok == {}


def test_every_envelope_is_200(api):
    assert api.do("NoSuchAction").http.status == 200
    assert api.post([("Action", "UserBrowse")]).http.status == 200
    assert api.do("AccountRead", AccountId=9999).http.status == 200


def test_an_unknown_action_is_unrecognized(api):
    for action in ("PhoneAdd", "PhoneBrowse", "GatewayUserRead", "UserAliasRead", "E911LocationAssign", "userread"):
        answer = api.do(action)
        assert answer.refused == [("Action", "Action.Unrecognized")]
        assert answer.session["IsEstablished"] == "true"
    assert api.do("x", ("Action[]", "UserRead")).refused == [("Action", "Action.Unrecognized")]


def test_a_request_without_action_lacks_a_value(api):
    assert api.post([("Output", "json")]).refused == [("Action", "Value.Required")]
    bare = api.send("GET", "Output=json&Action=")
    assert bare.refused == [("Action", "Value.Required")]


def test_a_request_without_parameters_has_no_echo(api):
    assert "<Parameters" not in api.send("GET").text


def test_secrets_in_the_url_are_named_in_the_journal(api):
    query = f"Action=SessionCreate&Username=admin.example&Password={quote('wrong one')}&Pin=1&SessionId=x"
    assert api.send("GET", query).call["secret_in_url"] == ["Password", "Pin", "SessionId"]
    assert api.do("SessionCreate", Username="x", Password="y").call["secret_in_url"] == []
