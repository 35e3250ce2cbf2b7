# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent to the two APIs, byte for byte where the server is strict."""

from __future__ import annotations

from typing import Any

import pytest
from server import CREATED, NO_ROUTE, ScriptedServer, envelope, exception

from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx import observing
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.client import SipxClient, rest_name, rest_segment
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.failures import NoSuchEndpoint, NotFound


def test_rest_is_written_as_xml_and_read_as_json() -> None:
    server = ScriptedServer({"PUT /rest/branch": CREATED, "GET /rest/branch": {"branch": {"branches": []}}})
    client = server.client()
    assert (
        client.rest_send("PUT", "/branch", "branch", {"name": "Lyon & more", "address": {}, "faxNumber": None}) == "57"
    )
    assert client.rest_list("/branch", "branch", "branches") == []
    write, read = server.sent
    assert write.body == (
        b"<?xml version='1.0' encoding='utf-8'?>\n<branch><name>Lyon &amp; more</name><address/></branch>"
    )
    assert write.headers == {"Content-Type": "text/xml; charset=utf-8", "Accept": "text/xml"}
    assert read.headers == {"Accept": "application/json"}


def test_a_put_without_content_carries_a_byte_because_the_server_refuses_an_empty_one() -> None:
    server = ScriptedServer({"PUT /rest/auto-attendant/specialmode": ""})
    assert server.client().rest_send("PUT", "/auto-attendant/specialmode") is None
    assert server.sent[0].body == b"x"


def test_settings_are_sent_as_plain_text() -> None:
    server = ScriptedServer({"PUT /api/phones/7/settings/a/b": ""})
    server.client().api_send("PUT", "/phones/7/settings/a/b", text="1")
    assert server.sent[0].body == b"1"
    assert server.sent[0].headers["Content-Type"] == "text/plain; charset=utf-8"


def test_beans_are_sent_as_utf_8_json() -> None:
    server = ScriptedServer({"POST /api/phones": "2207"})
    assert server.client().api_send("POST", "/phones", {"description": "Büro"}) == "2207"
    assert server.sent[0].body == '{"description": "Büro"}'.encode()


@pytest.mark.parametrize("url", ["https://pbx.example.com", "https://pbx.example.com/sipxconfig/"])
def test_the_address_may_end_in_sipxconfig(url: str) -> None:
    seen: list[str] = []

    class Http:
        def request(self, method: str, path: str, *_rest: object) -> object:
            seen.append(path)
            raise RequestError(method, path, "stops here")

    with pytest.raises(RequestError):
        SipxClient(Connection(url), Http()).api_get("/users")  # type: ignore[arg-type]
    assert Connection(url).base_path + seen[0] == "/sipxconfig/api/users"


def test_a_listing_of_another_shape_is_an_error() -> None:
    server = ScriptedServer({"GET /api/gateways": {"gateways": None}, "GET /rest/branch": {"branch": []}})
    with pytest.raises(RequestError, match="not a listing of gateways"):
        server.client().api_list("/gateways", "gateways")
    with pytest.raises(RequestError, match="not a listing of branches"):
        server.client().rest_list("/branch", "branch", "branches")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            envelope(
                "ERROR_CREATE_FAILED",
                "Create failed",
                "<additionalMessage>&amp;error.nameInUse.short</additionalMessage>",
                500,
            ),
            "already used by another user, group or service",
        ),
        (
            envelope(
                "ERROR_VALIDATION_FAILED",
                "Failed input validation",
                "<additionalMessage>Name: Cannot be empty</additionalMessage>",
                400,
            ),
            "Failed input validation: Name: Cannot be empty",
        ),
        (
            exception('{"error":"Internal error: a "quoted" text","type":"java.lang.X"} '),
            'Internal error: a "quoted" text',
        ),
        (exception("org.sipfoundry.sipxconfig.phone.Phone$MaxLinesException: &error.maxLinesException"), "fewer lines"),
    ],
)
def test_failures_are_explained(answer: object, expected: str) -> None:
    server = ScriptedServer({"PUT /rest/user": answer})
    with pytest.raises(RequestError) as caught:
        server.client().rest_send("PUT", "/user", "user", {})
    assert expected in caught.value.message
    assert "PUT /sipxconfig/rest/user was answered" in caught.value.message
    assert caught.value.outcome == RequestError.REFUSED


def test_a_missing_route_is_told_from_a_missing_object() -> None:
    server = ScriptedServer({"GET /api/license": NO_ROUTE})
    with pytest.raises(NoSuchEndpoint):
        server.client().api_get("/license")


@pytest.mark.parametrize("path", ["/restserver/settings/a/b", "/users/rest/settings/a/b"])
def test_not_every_path_with_rest_in_it_belongs_to_rest(path: str) -> None:
    server = ScriptedServer({"GET *": exception("", 404)})
    with pytest.raises(NotFound):
        server.client().api_get(path)
    with pytest.raises(NoSuchEndpoint):
        server.client().rest_get("/nowhere")


def test_below_rest_a_name_is_not_encoded_because_the_server_does_not_decode_it() -> None:
    assert rest_name("+49-30_1.2@x") == "+49-30_1.2@x"
    assert rest_segment("a/b c") == "a%2Fb%20c"


@pytest.mark.parametrize("name", ["a b", "a/b", "50%", "Büro", "a?b"])
def test_a_name_that_has_to_be_encoded_is_refused_below_rest(name: str) -> None:
    server = ScriptedServer({"GET /rest/phonebook": f'<phonebooks><phonebook name="{name}"/></phonebooks>'})
    client = server.client()
    for read, filter_ in ((observing.live_calls, "user"), (observing.phonebooks, "phonebook")):
        with pytest.raises(ItemError, match="has to be encoded"):
            read(client, {"filters": {filter_: name}})
    assert server.lines == ["GET /rest/phonebook"]


def test_the_entries_of_a_phonebook_keep_quotes_and_backslashes() -> None:
    lines = '"First name","Last name","Number"\n"Ada \\"B\\"","R\\D, Lyon","88"\n"","",""\n'
    server = ScriptedServer(
        {"GET /rest/phonebook": '<phonebooks><phonebook name="x"/></phonebooks>', "GET /rest/phonebook/x": lines}
    )
    (book,) = observing.phonebooks(server.client(), {"filters": {"phonebook": "x"}})
    assert book["entries"] == [
        {"first_name": 'Ada "B"', "last_name": "R\\D, Lyon", "number": "88"},
        {"first_name": "", "last_name": "", "number": ""},
    ]


def test_a_busy_proxy_leaves_the_outcome_of_a_write_open() -> None:
    server = ScriptedServer({"PUT /rest/user": exception("<html>Bad Gateway</html>", 502)})
    with pytest.raises(RequestError) as caught:
        server.client().rest_send("PUT", "/user", "user", {})
    assert caught.value.outcome == RequestError.UNKNOWN


@pytest.mark.parametrize("strange", [[7], {"a": 1}, None])
def test_rows_with_something_that_is_no_id_still_tell_whether_they_repeat(strange: Any) -> None:
    rows = [{"id": number} for number in range(999)] + [{"id": strange}]
    server = ScriptedServer(
        {
            "GET /api/users?start=0&limit=1000": {"users": rows},
            "GET /api/users?start=999&limit=1000": {"users": [{"id": strange}]},
        }
    )
    assert server.client().api_pages("/users", "users") == rows
