# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The XML and the JSON of an answer, which are the same tree."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from simulator.onsip.wire.rendering import json_document, xml_document

NAMESPACE = "{http://www.jnctn.net/ns/rest/2006-01}"


def as_json(content):
    return json.loads(json_document("Response", content))["Response"]


def test_scalars_are_strings_in_json():
    assert as_json({"A": 42, "B": True, "C": False, "D": "0.00"}) == {"A": "42", "B": "true", "C": "false", "D": "0.00"}


def test_empty_elements_are_empty_objects():
    assert as_json({"A": "", "B": None, "C": {}}) == {"A": {}, "B": {}, "C": {}}


def test_siblings_change_their_type_with_their_count():
    assert as_json({"Users": {"User": []}}) == {"Users": {}}
    assert as_json({"Users": {"User": [{"Id": 1}]}}) == {"Users": {"User": {"Id": "1"}}}
    assert as_json({"Users": {"User": [{"Id": 1}, {"Id": 2}]}}) == {"Users": {"User": [{"Id": "1"}, {"Id": "2"}]}}
    assert as_json({"Names": {"Name": ["a"]}}) == {"Names": {"Name": "a"}}


def test_attributes_come_first_and_are_strings():
    document = json_document("R", {"Users": {"@attributes": {"Limit": 20, "Offset": 0}, "User": []}})
    assert document == b'{"R":{"Users":{"@attributes":{"Limit":"20","Offset":"0"}}}}'
    xml = xml_document("R", {"Users": {"@attributes": {"Limit": 20}, "User": []}})
    assert b'<Users Limit="20"/>' in xml


def test_other_namespaces_disappear_in_json():
    content = {"Xml": {"cpl": {"@xmlns": "urn:x", "incoming": ""}}}
    assert as_json(content) == {"Xml": {"cpl": {"incoming": {}}}}
    root = etree.fromstring(xml_document("R", content))
    assert root[0][0].tag == "{urn:x}cpl"
    assert root[0][0][0].tag == "{urn:x}incoming"


@pytest.mark.parametrize("text", ["<&>\"'", "ü漢😀", "a\rb\r\nc", " spaced "])
def test_text_survives_xml(text):
    assert etree.fromstring(xml_document("Exception", text)).text == text


def test_characters_that_xml_cannot_hold_are_replaced():
    assert etree.fromstring(xml_document("Exception", "a\x00b\x1fc\ufffe")).text == "a\ufffdb\ufffdc\ufffd"


def test_the_envelope_in_xml(api):
    root = api.xml("AccountRead", AccountId=9999)
    assert root.tag == f"{NAMESPACE}Response"
    assert [child.tag for child in root] == [f"{NAMESPACE}Context"]
    action, request, session = root[0]
    assert [child.tag.removeprefix(NAMESPACE) for child in action] == ["IsCompleted", "Errors"]
    assert [child.tag.removeprefix(NAMESPACE) for child in request] == ["IsValid", "DateTime", "Duration", "Parameters"]
    assert [child.tag.removeprefix(NAMESPACE) for child in session] == ["IsEstablished", "SessionId", "UserId", "Roles"]
    assert request[1].text.endswith("+00:00")
    assert request[2].text.isdigit()


def test_the_recorded_refusal_of_a_foreign_account(api):
    context = api.do("AccountRead", AccountId=9999).tree["Context"]
    assert context["Action"] == {
        "IsCompleted": "false",
        "Errors": {
            "Error": {
                "Code": "AccountAuthorization.Required",
                "Message": "The caller holds no permission for this.",
            }
        },
    }
    assert "Errors" not in context["Request"]
    assert context["Session"] == {
        "IsEstablished": "true",
        "SessionId": api.session_id,
        "UserId": "41001",
        "Roles": {"Role": {"Name": "Account Admin"}},
    }


def test_several_errors_are_an_array_in_request_order(api):
    errors = api.do("SessionCreate").request["Errors"]["Error"]
    assert errors == [
        {"Parameter": "Username", "Code": "Value.Required", "Message": "A value must be given."},
        {"Parameter": "Password", "Code": "Value.Required", "Message": "A value must be given."},
    ]


def test_both_forms_tell_the_same(api):
    user = api.do("UserRead").ok["User"]
    element = api.xml("UserRead")[1][0][0]
    assert [child.tag.removeprefix(NAMESPACE) for child in element] == list(user)
    assert [child.text for child in element if not len(child)] == [
        value for value in user.values() if isinstance(value, str)
    ]


def test_unknown_codes_are_random_where_no_recording_knows_them(api):
    api.configure(random_error_codes=True)
    (parameter, code) = api.do("UserRead", UserId=1).refused[0]
    assert parameter == "UserId"
    assert code.count(".") == 1
    assert code != "User.Unrecognized"
    assert code != api.do("UserRead", UserId=1).refused[0][1]
    assert api.do("UserAddressRead").refused == [("Address", "Value.Required")]
    assert api.do("AccountRead", AccountId=9).forbidden == "AccountAuthorization.Required"
