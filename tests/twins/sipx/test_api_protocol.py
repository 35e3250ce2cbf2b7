# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Routing, negotiation, JSON reading and error mapping of ``/api``."""

from __future__ import annotations

import pytest
from lxml import etree

ENTITY = "org.springframework.orm.hibernate3.HibernateObjectRetrievalFailureException: No row with the given identifier"
GROUP = {"name": "sales", "weight": 3}


@pytest.mark.parametrize(
    ("method", "path", "text"),
    [
        ("GET", "/nothing", "javax.ws.rs.NotFoundException: HTTP 404 Not Found"),
        ("GET", "/Gateways", "javax.ws.rs.NotFoundException: HTTP 404 Not Found"),
        ("GET", "/orbits/abc", "javax.ws.rs.NotFoundException: HTTP 404 Not Found"),
        ("GET", "/rules/99999999999", "javax.ws.rs.NotFoundException: HTTP 404 Not Found"),
        ("GET", "/phones/1/profile/x.cfg", "javax.ws.rs.ClientErrorException: HTTP 404 Not Found"),
        ("GET", "/registrations/callId/x", "javax.ws.rs.ClientErrorException: HTTP 404 Not Found"),
        ("GET", "/schedules", "javax.ws.rs.ClientErrorException: HTTP 405 Method Not Allowed"),
        ("POST", "/gateways/1", "javax.ws.rs.ClientErrorException: HTTP 405 Method Not Allowed"),
        ("PUT", "/phones/1/lines/1", "javax.ws.rs.ClientErrorException: HTTP 405 Method Not Allowed"),
        ("POST", "/schedules/user/1/personal", "javax.ws.rs.ClientErrorException: HTTP 405 Method Not Allowed"),
        ("DELETE", "/proxy/settings", "javax.ws.rs.ClientErrorException: HTTP 405 Method Not Allowed"),
    ],
)
def test_what_the_framework_refuses_is_500_and_labelled_xml(server, method, path, text):
    answer = server.api(method, path)
    assert answer.brief == (500, text)
    assert answer.type == "text/xml"


def test_a_missing_row_is_404_with_the_text_of_the_exception(server):
    answer = server.get("/gateways/77")
    assert answer.status == 404
    assert answer.type == "application/json"
    assert answer.text.startswith(f"{ENTITY} exists: [org.sipfoundry.sipxconfig.gateway.Gateway#77]; nested exception")


@pytest.mark.parametrize("path", ["/gateways", "/gateways/", "/gateways.json", "/gateways?_type=json"])
@pytest.mark.parametrize("accept", ["application/json", "*/*", None, "text/html;q=0.9, application/*;q=0.5"])
def test_json_is_the_default_and_a_trailing_slash_is_accepted(server, path, accept):
    answer = server.get(path, accept=accept)
    assert (answer.status, answer.type, answer.text) == (200, "application/json", '{"gateways":[]}')


@pytest.mark.parametrize(
    ("path", "accept"),
    [("/gateways", "image/png"), ("/gateways.xml", "application/json"), ("/gateways", "application/json;q=0")],
)
def test_an_accept_header_that_cannot_be_met(server, path, accept):
    assert server.get(path, accept=accept).brief == (500, "javax.ws.rs.ClientErrorException: HTTP 406 Not Acceptable")


@pytest.mark.parametrize("content_type", ["text/json", "application/x-www-form-urlencoded", "text/plain"])
def test_beans_must_be_json(server, content_type):
    answer = server.post("/userGroups", b'{"name":"a","weight":1}', content_type=content_type)
    assert answer.brief == (500, "javax.ws.rs.ClientErrorException: HTTP 415 Unsupported Media Type")


@pytest.mark.parametrize("content_type", ["application/json", "application/x-www-form-urlencoded", "text/html"])
def test_a_single_setting_must_be_plain_text(server, content_type):
    answer = server.put("/saa/settings/saa-config/SIP_SAA_TCP_PORT", b"5171", content_type=content_type)
    assert answer.brief == (500, "javax.ws.rs.ClientErrorException: HTTP 415 Unsupported Media Type")


def test_charset_parameters_do_not_matter(server):
    answer = server.post(
        "/userGroups", b'{"name":"caf\xc3\xa9","weight":1}', content_type="application/json; charset=utf-8"
    )
    assert answer.status == 200
    assert server.get("/userGroups").json["groups"][-1]["name"] == "café"


def test_an_empty_success_has_no_content_type(staffed):
    answer = staffed.post("/users/4101/groups/sales")
    assert (answer.status, answer.body, answer.type) == (200, b"", None)


def test_creating_answers_the_bare_id(server):
    answer = server.post("/userGroups", GROUP)
    assert answer.text == str(server.pbx.groups.named("user", "sales").id)
    assert answer.type == "application/json"


def test_a_text_answer_is_not_quoted_but_labelled_json(server):
    answer = server.put("/timezone", {"selectedTimezone": "Europe/Oslo"})
    assert (answer.status, answer.text, answer.type) == (200, "Europe/Oslo", "application/json")


def test_an_unknown_property_is_fatal(server):
    answer = server.post("/userGroups", {"name": "a", "weight": 1, "color": "red"})
    assert answer.status == 500
    assert answer.type == "text/xml"
    bean = "org.sipfoundry.sipxconfig.api.model.GroupBean"
    assert answer.text.startswith(
        "org.codehaus.jackson.map.exc.UnrecognizedPropertyException:"
        f' Unrecognized field "color" (Class {bean}), not marked as ignorable\n at [Source: '
    )
    assert answer.text.endswith(f'(through reference chain: {bean}["color"])')


@pytest.mark.parametrize(
    ("body", "beginning"),
    [
        (b"", "java.io.EOFException: No content to map to Object due to end of input"),
        (b"{", "org.codehaus.jackson.JsonParseException: "),
        (b"[]", "org.codehaus.jackson.map.JsonMappingException: Can not deserialize instance of "),
        (b"null", "java.lang.NullPointerException"),
        (b'{"weight":"many"}', "org.codehaus.jackson.map.JsonMappingException: Can not construct instance of "),
        (b'{"name":["a"]}', "org.codehaus.jackson.map.JsonMappingException: Can not deserialize instance of "),
    ],
)
def test_unreadable_bodies(server, body, beginning):
    answer = server.post("/userGroups", body, content_type="application/json")
    assert answer.status == 500
    assert answer.text.startswith(beginning)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/gateways/99"),
        ("PUT", "/phones/99"),
        ("POST", "/phones/99/lines"),
        ("PUT", "/phoneGroups/99"),
        ("PUT", "/phoneGroups/99/model/acmePhoneStandard/settings"),
        ("PUT", "/pagegroups/99"),
        ("PUT", "/orbits/99"),
        ("PUT", "/schedules/99"),
        ("POST", "/schedules/99/period"),
        ("PUT", "/rules/99"),
        ("PUT", "/autoattendant/nobody"),
        ("PUT", "/servers/99"),
        ("PUT", "/users/nobody"),
        ("PUT", "/users/nobody/settings"),
        ("PUT", "/userGroups/nobody/settings"),
    ],
)
def test_a_body_is_read_before_anything_is_looked_for(server, method, path):
    answer = server.api(method, path, {"color": "red"})
    assert (answer.status, answer.type) == (500, "text/xml")
    assert 'Unrecognized field "color"' in answer.text


@pytest.mark.parametrize("content_type", ["text/xml", "application/xml; charset=utf-8"])
def test_xml_bodies_are_unreadable(server, content_type):
    answer = server.post("/userGroups", b"<group/>", content_type=content_type)
    assert answer.brief == (500, "javax.ws.rs.BadRequestException: HTTP 400 Bad Request")
    assert answer.type == "text/xml"


def test_numbers_and_texts_are_converted_into_each_other(server):
    server.post("/userGroups", {"name": 500, "description": 1.50, "weight": "7"})
    group = server.get("/userGroups").json["groups"][-1]
    assert (group["name"], group["description"], group["weight"]) == ("500", "1.5", 7)


@pytest.mark.parametrize(
    ("sent", "kept"), [(True, True), ("true", True), ("false", False), (1, True), (0, False), (None, False)]
)
def test_what_counts_as_true(staffed, sent, kept):
    staffed.post("/callgroups", {"name": "a", "extension": "4400", "enabled": sent})
    assert staffed.get("/callgroups/4400").json["enabled"] is kept


@pytest.mark.parametrize("sent", ["yes", "1", "True"])
def test_other_texts_are_no_booleans(server, sent):
    answer = server.post("/callgroups", {"name": "a", "extension": "4400", "enabled": sent})
    assert answer.status == 500
    assert 'only "true" or "false" recognized' in answer.text


def test_enum_literals_are_matched_with_their_case(server):
    schedule = {"name": "a", "workingTime": {"workingHours": [{"scheduledDay": "sunday"}]}}
    answer = server.post("/schedules", schedule)
    assert answer.status == 500
    assert "value not one of declared Enum instance names" in answer.text


@pytest.mark.parametrize("start", ["1970-01-01T09:00:00Z", "1970-01-01T10:00:00+0100", 32400000])
def test_dates_are_read_as_milliseconds_or_iso(server, start):
    schedule = {"name": "a", "workingTime": {"workingHours": [{"scheduledDay": "Sunday", "start": start}]}}
    schedule_id = server.post("/schedules", schedule).json
    assert server.get(f"/schedules/{schedule_id}").json["workingTime"]["workingHours"][0]["start"] == 32400000


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 6),
        ("?start=1&limit=2", 2),
        ("?start=1", 6),
        ("?limit=2", 6),
        ("?start=5&limit=9", 1),
        ("?start=9&limit=9", 0),
    ],
)
def test_start_and_limit_only_count_together(staffed, query, count):
    for name in ("a", "b"):
        staffed.post("/users", {"userName": name})
    assert len(staffed.get(f"/users{query}").json["users"]) == count


@pytest.mark.parametrize(
    "path",
    [
        "/users?start=a&limit=1",
        "/users?start=a",
        "/users/group/nobody?limit=a",
        "/registrations/user/nobody?start=a",
        "/cdrs/user/nobody/history?offset=a",
        "/cdrs/history?fromDate=x&limit=a",
    ],
)
def test_a_page_that_is_no_number(server, path):
    answer = server.get(path)
    assert answer.status == 500
    assert "HTTP 404" in answer.text


def test_the_method_override_header_is_honoured(server):
    answer = server.api("POST", "/gateways", X_HTTP_Method_Override="GET")
    assert answer.text == '{"gateways":[]}'


def test_roles_of_callers(staffed):
    assert staffed.get("/gateways", user=None).status == 401
    assert staffed.get("/gateways", password="wrong").status == 401
    assert staffed.get("/gateways", user="4101", password="Portal-99").status == 403
    staffed.put("/users/4101/settings/permission/application/rest", "ENABLE")
    assert staffed.get("/gateways", user="1201", password="Portal-99").status == 200


def test_the_journal_names_route_write_and_effect(staffed):
    row = staffed.put("/users/4101/settings/moh/audio-source", "NONE").row
    assert (row["route"], row["write"], row["applied"]) == ("/api/users/{u}/settings/{path}", True, True)
    assert row["account"] == "superadmin"
    assert not staffed.put("/users/4101/settings/moh/audio-source", "NONE").row["applied"]
    assert not staffed.put("/users/4101/settings/no/such/path", "NONE").row["applied"]
    row = staffed.get("/users/4101").row
    assert (row["route"], row["write"], row["applied"]) == ("/api/users/{u}", False, False)
    row = staffed.post("/userGroups", {"weight": 1}).row
    assert (row["write"], row["applied"], row["status"]) == (True, False, 500)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/userGroups", GROUP),
        ("DELETE", "/userGroups/all-of-them", None),
        ("POST", "/gateways", {"color": "red"}),
        ("PUT", "/timezone", {"selectedTimezone": "Europe/Oslo"}),
    ],
)
@pytest.mark.parametrize("accept", ["text/xml", "application/xml"])
def test_a_write_whose_answer_cannot_be_met_is_not_carried_out(server, method, path, body, accept):
    answer = server.api(method, path, body, accept=accept)
    assert answer.brief == (500, "javax.ws.rs.ClientErrorException: HTTP 406 Not Acceptable")
    assert not answer.row["applied"]


def test_settings_can_be_written_by_who_accepts_xml(server):
    answer = server.put("/saa/settings/saa-config/SIP_SAA_TCP_PORT", "5171", accept="text/xml")
    assert (answer.brief, answer.row["applied"]) == ((200, ""), True)


@pytest.mark.parametrize("digits", ["9" * 10, "9" * 5000, "-" + "9" * 5000, "1" + "0" * 5000])
def test_digits_beyond_an_integer(server, digits):
    assert server.get(f"/phones/{digits}").brief == (404, "")
    for path in (f"/phones?start=0&limit={digits}", f"/rules/{digits}", f"/cdrs/history?limit={digits}"):
        assert server.get(path).brief == (500, "javax.ws.rs.NotFoundException: HTTP 404 Not Found")


def test_leading_zeros_do_not_count(server):
    assert server.get(f"/users?start=0&limit={'0' * 5000}1").json["users"]


@pytest.mark.parametrize(
    "body",
    [
        b'{"weight":' + b"9" * 5000 + b"}",
        b'{"weight":"' + b"9" * 5000 + b'"}',
        b'{"name":' + b"9" * 5000 + b"}",
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    ],
)
def test_bodies_that_are_too_much_for_the_reader(server, body):
    answer = server.post("/userGroups", body, content_type="application/json")
    assert (answer.status, answer.type) == (500, "text/xml")
    assert answer.text.startswith("org.codehaus.jackson.JsonParseException: ")


def test_brackets_in_texts_are_no_nesting(server):
    body = b'{"name":"' + b"[" * 5000 + b'\\"{","weight":1}'
    assert server.post("/userGroups", body, content_type="application/json").status == 200


@pytest.mark.parametrize(
    ("escaped", "name"),
    [(rb"\ud83d\ude00", "\U0001f600"), (rb"\ud83d", "\ufffd"), (rb"\ude00", "\ufffd"), (rb"\\ud83d", r"\ud83d")],
)
def test_half_a_character_is_replaced(server, escaped, name):
    server.post("/userGroups", b'{"name":"' + escaped + b'","weight":1}', content_type="application/json")
    assert server.get("/userGroups").json["groups"][-1]["name"] == name


@pytest.mark.parametrize(
    ("path", "shown", "hidden"),
    [
        ("/?_wadl", "/gateways/{gw}/rules/{ruleId}", "/license"),
        ("?_wadl", "/users", "/license"),
        ("/gateways?_wadl&_type=xml", "/gateways", "/phones"),
        ("/gateways/5?_wadl", "/gateways/models", "/phones"),
    ],
)
@pytest.mark.parametrize("accept", ["*/*", "application/json", None])
def test_the_description_of_the_resources(server, path, shown, hidden, accept):
    answer = server.get(path, accept=accept)
    assert (answer.status, answer.type) == (200, "application/vnd.sun.wadl+xml")
    (resources,) = etree.fromstring(answer.body)
    assert resources.get("base") == "http://127.0.0.1/sipxconfig/api"
    paths = [resource.get("path") for resource in resources]
    assert shown in paths
    assert hidden not in paths
    assert len(paths) == len(set(paths))
    assert (answer.row["route"], answer.row["write"]) == (None, False)


def test_what_has_no_description(server):
    assert server.get("/nothing?_wadl").brief == (500, "javax.ws.rs.NotFoundException: HTTP 404 Not Found")
    assert server.get("/gateways?_wadl", user=None).status == 401
    server.configure(edition="commercial")
    assert b'"/license/{uid}"' in server.get("/license?_wadl").body
