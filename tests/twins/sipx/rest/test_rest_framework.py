# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Routing, negotiation, methods and entities, as the framework treats them before a resource sees anything."""

from __future__ import annotations

import json

import pytest

from simulator.sipx.rest.restlet.negotiation import preferred_variant
from simulator.sipx.rest.routes import ROUTER

NOT_FOUND = "The server has not found anything matching the request URI"
INTERNAL = "The server encountered an unexpected condition which prevented it from fulfilling the request"


@pytest.mark.parametrize(
    ("url", "template"),
    [
        ("/user", "/user"),
        ("/users", "/user"),
        ("/user/", "/user"),
        ("/userXYZ", "/user"),
        ("/user/57", "/user/{id}"),
        ("/user/57/anything", "/user/{id}"),
        ("/user/57?x=1", "/user/{id}"),
        ("/user-permission/57", "/user-permission/{id}"),
        ("/user-permissions", "/user-permission"),
        ("/user-group-permission", "/user-group-permission"),
        ("/permissions", "/permission"),
        ("/phones", "/phone"),
        ("/phone/0004f2aa01bc/profile/x.cfg", "/phone/{serialNumber}/profile/{name}"),
        ("/phones/0004f2aa01bc/profile/x.cfg", "/phone"),
        ("/phonebook/suppliers", "/phonebook/{name}"),
        ("/auto-attendant/", "/auto-attendant"),
        ("/auto-attendant/xcf-17/special", "/auto-attendant/{attendant}/special"),
        ("/auto-attendant/livemode/15077", "/auto-attendant/livemode/{code}"),
        ("/my/callfwdschedule", "/my/callfwdsched"),
        ("/my/callfwdsched/3", "/my/callfwdsched/{id}"),
        ("/my/callfwd", "/my/callfwd"),
        ("/my/logindetailsunite", "/my/logindetailsunite"),
        ("/my/voicemail/attendant/lang", "/my/voicemail/attendant/lang"),
        ("/my/voicemail/operator/4100", "/my/voicemail/operator/{operator}"),
        ("/my/voicemail/operator/", "/my/voicemail/operator/"),
        ("/my/phonebookentry/x", "/my/phonebookentry/{internalId}"),
        ("/my/phonebook/entry/3", "/my/phonebook/entry/{entryId}"),
        ("/my/pagedphonebook?start=0&end=10", "/my/pagedphonebook?start={start}&end={end}"),
        ("/my/pagedphonebook?start=0&end=10&filter=a", "/my/pagedphonebook?start={start}&end={end}"),
        ("/my/search/phonebook?query=a", "/my/search/phonebook?query={query}"),
        ("/my/conference/standup/kick&all", "/my/conference/{confName}/{command}"),
        ("/my/conferencedetails/standup", "/my/conferencedetails/{confName}"),
        ("/private/00112233445566778899aabbccddeeff/conferences", "/private/{key}/conferences"),
    ],
)
def test_the_longest_prefix_wins(url, template):
    assert ROUTER.find(url).route.template == template


@pytest.mark.parametrize(
    "url",
    [
        "/User/57",
        "/nowhere",
        "/call/",
        "/my/voicemail/operator",
        "/my/pagedphonebook",
        "/my/pagedphonebook?end=10&start=0",
        "/my/pagedphonebook?start=&end=10",
        "/my/search/phonebook",
        "/my/search/phonebook?query=",
        "/activecdrs",
        "/private/00112233445566778899aabbccddeeff/my/conferences",
    ],
)
def test_other_urls_match_nothing(url):
    assert ROUTER.find(url) is None


def test_an_unknown_url_is_a_404_page(server):
    assert server.get("/nowhere").is_page(404, NOT_FOUND)


def test_path_variables_are_not_decoded(server):
    assert ROUTER.find("/phonebook/my%20book").variables == {"name": "my%20book"}
    assert ROUTER.find("/branch/%31").variables == {"id": "%31"}
    assert server.get("/branch/%31").is_envelope(
        400, "ERROR_ID_INVALID", "ID value is invalid", "<additionalMessage>%31</additionalMessage>"
    )


def test_query_parameters_are_decoded(server):
    answer = server.get("/user?branch=a%20b")
    assert answer.is_envelope(
        400, "ERROR_ID_INVALID", "ID value is invalid", "<additionalMessage>Branch:a b</additionalMessage>"
    )


@pytest.mark.parametrize(
    ("accept", "variant"),
    [
        (None, "text/xml"),
        ("*/*", "text/xml"),
        ("text/xml", "text/xml"),
        ("text/*", "text/xml"),
        ("application/json", "application/json"),
        ("application/*", "application/json"),
        ("application/xml", None),
        ("application/vnd.x+json", None),
        ("text/html", None),
        ("text/xml;q=0.5, application/json", "application/json"),
        ("application/json;q=0.4, text/xml;q=0.6", "text/xml"),
        ("application/json, text/xml", "text/xml"),
        ("application/json;q=0", None),
        ("text/html, */*;q=0.1", "text/xml"),
        ("application/json, */*;q=0.5", "application/json"),
    ],
)
def test_negotiation(server, accept, variant):
    assert preferred_variant(accept, ("text/xml", "application/json")) == variant
    answer = server.get("/branch", **({"Accept": accept} if accept else {}))
    if variant is None:
        assert answer.is_page(406)
    else:
        assert (answer.status, answer.content_type) == (200, variant)
        assert answer.headers["Vary"] == "Accept-Charset, Accept-Encoding, Accept-Language, Accept"
        assert answer.headers["Server"] == "Noelios-Restlet-Engine/1.1.4"


@pytest.mark.parametrize("accept", ["application/json", "application/xml", "text/html"])
def test_the_envelope_is_xml_whatever_is_accepted(server, accept):
    assert server.get("/branch/99", Accept="application/json").content_type == "text/xml"
    assert server.put("/branch", "<branch/>", Accept=accept).is_envelope(
        400, "ERROR_VALIDATION_FAILED", "Failed input validation",
        "<additionalMessage>Name: Cannot be empty</additionalMessage>",
    )  # fmt: skip


@pytest.mark.parametrize(
    "path", ["/branch", "/permission/x", "/auto-attendant/specialmode", "/my/vmprefs", "/my/phonebook"]
)
def test_a_put_needs_an_entity(server, path):
    answer = server.put(path, b"", Content_Length="0")
    assert answer.is_page(400, "Missing request entity")


@pytest.mark.parametrize("path", ["/call/4100", "/my/call/4100"])
def test_a_call_needs_none(server, path):
    assert server.put(path, b"", Content_Length="0").status == 200


def test_a_put_without_any_content_length_passes(server):
    assert server.put("/auto-attendant/specialmode", b"").status == 204


def test_post_and_delete_need_no_entity(server):
    assert server.delete("/auto-attendant/specialmode", Content_Length="0").status == 204


@pytest.mark.parametrize("path", ["/my/time", "/auto-attendant", "/phonebook", "/my/conferences"])
@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_a_refused_method_is_a_405_with_allow(server, path, method):
    answer = server.send(method, f"/rest{path}", b"", Content_Length="0")
    assert answer.is_page(405)
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_allow_names_what_a_write_only_resource_takes(server):
    answer = server.get("/my/call/1")
    assert answer.is_page(405)
    assert answer.headers["Allow"] == "OPTIONS, PUT"


COLLECTIONS = ["/user", "/branch", "/permission", "/user-group", "/user-permission", "/user-group-permission"]


@pytest.mark.parametrize("path", [*COLLECTIONS, "/branch/1", "/user/1", "/my/forward"])
def test_a_method_that_is_allowed_and_not_implemented_is_a_500_page(server, path):
    assert server.post(path).is_page(500, INTERNAL)


@pytest.mark.parametrize("path", COLLECTIONS[:4])
def test_delete_of_a_collection_misses_an_id(server, path):
    assert server.delete(path).is_envelope(400, "ERROR_MISSING_ID", "ID value missing from request")


def test_head_is_get_without_a_body(server):
    answer = server.send("HEAD", "/rest/user/1")
    assert (answer.status, answer.body, answer.headers["Content-Length"]) == (200, b"", "0")
    assert answer.content_type == "text/xml"
    assert server.send("HEAD", "/rest/nowhere").status == 404


def test_conditions_and_ranges_are_refused(server):
    branch_id = server.add_branch("Lyon")
    body = "<branch><name>Lyon</name><address/></branch>"
    assert server.put(f"/branch/{branch_id}", body, If_Match='"x"').is_page(412)
    assert server.delete(f"/branch/{branch_id}", If_Match='"x"').is_page(412)
    assert server.put(f"/branch/{branch_id}", body, If_Match="*").status == 200
    assert server.put(f"/branch/{branch_id}", body, Content_Range="bytes 0-1/2").status == 501


@pytest.mark.parametrize(
    "content_type", ["text/xml", "application/xml", "application/x-www-form-urlencoded", "text/plain"]
)
def test_any_content_type_but_json_is_xml(server, content_type):
    body = "<branch><name>Lyon</name><address/></branch>"
    assert server.send("PUT", "/rest/branch", body, Content_Type=content_type).status == 201


@pytest.mark.parametrize(
    "headers", [{}, {"Content_Type": "application/json"}, {"Content_Type": "application/json; charset=x"}]
)
def test_no_content_type_is_json(server, headers):
    body = '{"branch":{"name":"Lyon","address":""}}'
    assert server.send("PUT", "/rest/branch", body, **headers).status == 201


def test_what_escapes_a_resource_is_unescaped_json_with_a_blank(server):
    answer = server.put("/branch", "<branch><id>abc</id></branch>")
    assert (answer.status, answer.content_type) == (500, "application/json")
    assert answer.text.startswith('{"error":"Internal error: For input string: "abc" : For input string: "abc"\n')
    assert answer.text.endswith(
        '-------------------------------","type":"com.thoughtworks.xstream.converters.ConversionException"} '
    )


def test_xml_leaves_in_the_charset_of_the_server_process_and_json_in_utf8(server):
    server.put("/branch", "<branch><name>Orléans</name><address/></branch>")
    assert "Orléans" in server.get("/branch").text
    server.twin.configure({"jvm_charset": "us-ascii"})
    assert "Orl?ans" in server.get("/branch").text
    assert "Orléans" in server.get("/branch", Accept="application/json").text


def test_bodies_are_streamed_without_a_length(server):
    assert server.get("/branch").headers["Transfer-Encoding"] == "chunked"
    assert "Transfer-Encoding" not in server.get("/nowhere").headers


def test_a_scripted_exception_looks_like_the_adapters(server):
    from simulator.sipx import rest

    answer = rest.exception(None)
    assert answer.body == b'{"error":"Internal error: null","type":"java.lang.NullPointerException"} '


@pytest.mark.parametrize(
    ("method", "path", "route", "write"),
    [
        ("PUT", "/user/57", "/rest/user/{id}", True),
        ("GET", "/user/57", "/rest/user/{id}", False),
        ("POST", "/user", "/rest/user", True),
        ("PUT", "/my/call/4100", "/rest/my/call/{to}", False),
        ("GET", "/my/pagedphonebook?start=0&end=1", "/rest/my/pagedphonebook", False),
        ("POST", "/birds", "/rest/birds", False),
        ("GET", "/updatephone/a/b/c", "/rest/updatephone/{mac}/{version}/{model}", True),
        ("HEAD", "/updatephone/a/b/c", "/rest/updatephone/{mac}/{version}/{model}", True),
        ("HEAD", "/user", "/rest/user", False),
        ("OPTIONS", "/user", "/rest/user", False),
    ],
)
def test_the_journal_knows_route_and_writes(server, method, path, route, write):
    call = server.send(method, f"/rest{path}").call
    assert (call.route, call.write, call.account) == (route, write, "superadmin")


def test_the_journal_knows_what_was_applied_and_which_secret_stood_in_the_url(server):
    assert server.put("/branch", "<branch><name>Lyon</name><address/></branch>").call.applied
    assert not server.put("/branch", "<branch><name>Lyon</name><address/></branch>").call.applied
    assert not server.delete("/user/1").call.applied
    assert server.put("/my/voicemail/pin/24680").call.secret_in_url == ["pin"]
    assert server.put("/my/portal/password/Tulip-77-x").call.secret_in_url == ["password"]


#: user service -> what GET, PUT, POST and DELETE are refused with; 0 where the method is implemented
OVERVIEW = {
    "/my/call/1": (405, 0, 405, 405),
    "/my/forward": (0, 0, 500, 500),
    "/my/callfwd": (0, 0, 500, 500),
    "/my/callfwdsched": (0, 403, 0, 403),
    "/my/callfwdsched/1": (0, 0, 0, 0),
    "/my/activecdrs": (0, 405, 405, 405),
    "/my/voicemail/pin/1234": (405, 0, 500, 500),
    "/my/vmprefs": (0, 0, 405, 405),
    "/my/feed/voicemail/inbox": (0, 405, 405, 405),
    "/my/voicemail/attendant": (0, 0, 405, 405),
    "/my/voicemail/attendant/lang": (0, 405, 405, 405),
    "/my/voicemail/operator/4100": (405, 0, 500, 500),
    "/my/voicemail/operator/": (405, 0, 500, 500),
    "/my/phonebook": (0, 500, 0, 0),
    "/my/pagedphonebook?start=0&end=1": (0, 405, 405, 405),
    "/my/phonebook/entry/1": (0, 0, 0, 0),
    "/my/search/phonebook?query=a": (0, 405, 405, 405),
    "/my/phonebookentry/1": (405, 0, 500, 0),
    "/my/phonebook/showContactsOnPhone/true": (404, 0, 500, 500),
    "/my/phonebook/googleImport": (405, 405, 0, 405),
    "/my/contact-information": (0, 0, 500, 500),
    "/my/im/prefs": (0, 0, 405, 405),
    "/my/imbot/prefs": (0, 0, 405, 405),
    "/my/speeddial": (0, 0, 405, 405),
    "/my/mailbox/superadmin/preferences/activegreeting/none": (404, 0, 500, 500),
    "/my/conferences": (0, 405, 405, 405),
    "/my/conferences/standup": (0, 0, 500, 500),
    "/my/conferencedetails/standup": (0, 405, 405, 405),
    "/my/conference/standup/list": (0, 405, 405, 405),
    "/my/portal/password/12345678": (405, 0, 405, 405),
    "/my/faxprefs": (0, 405, 405, 405),
    "/my/time": (0, 405, 405, 405),
    "/my/logindetails": (0, 405, 405, 405),
    "/my/logindetailsunite": (0, 405, 405, 405),
    "/my/logoutunite": (0, 405, 405, 405),
    "/my/keepalive": (0, 405, 405, 405),
}
EXPECTED_REASONS = {500: INTERNAL, 404: NOT_FOUND}


@pytest.mark.parametrize("path", OVERVIEW)
def test_which_methods_a_user_service_takes(server, path):
    get, put, post, delete = OVERVIEW[path]
    # PUT comes last, because it changes the password of the caller in one of them.
    for method, status in (("GET", get), ("POST", post), ("DELETE", delete), ("PUT", put)):
        answer = server.send(method, f"/rest{path}", b"{}", Accept="*/*")
        if status:
            assert answer.is_page(status, EXPECTED_REASONS.get(status)), method
        else:
            assert (answer.status, answer.reason) not in ((405, answer.reason), (500, INTERNAL)), method


def test_the_state_is_the_same_after_a_round_trip(demo):
    body = "<call-sequence><rings/><expiration>5</expiration></call-sequence>"
    for user in (("200000", "rehearsal"), ("superadmin", "rehearsal")):
        demo.user = user
        assert demo.put("/my/forward", body).status == 200
    before = demo.twin.state()
    demo.twin.load(json.loads(json.dumps(before)), {})
    assert demo.twin.state() == before
