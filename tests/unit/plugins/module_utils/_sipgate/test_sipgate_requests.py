# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent to both generations, byte for byte where they are strict, and how the credentials travel."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from scripted_service import HANDLERS, TOKEN, ScriptedService

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.argument_spec import item_spec
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.session import platform_spec
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.generations import V1, V2, by_generation, chosen
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.resources import RESOURCES
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.client import SipgateV1Client
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.client import SipgateV2Client, segment

URL = Connection("https://api.example.com")


def test_v2_names_the_type_of_a_body_and_only_of_a_body() -> None:
    service = ScriptedService({"POST /v2/w1/phonelines": {"id": "p0"}, "PUT /v2/w1/phonelines/p0": ""})
    client = service.v2()
    assert client.send("POST", "/w1/phonelines") == {"id": "p0"}
    assert client.send("PUT", "/w1/phonelines/p0", {"alias": "Büro"}) == {}
    create, name = service.sent
    assert create.body is None and create.headers == {"Accept": "application/json"}
    assert name.body == '{"alias": "Büro"}'.encode()
    assert name.headers["Content-Type"] == "application/json"


def test_v2_repeats_a_list_in_the_query() -> None:
    service = ScriptedService({"GET /v2/history?types=CALL&types=FAX&offset=0&limit=5": {"items": [], "totalCount": 0}})
    assert service.v2().paged("/history", 5, {"types": ["CALL", "FAX"]}) == []


def test_v2_may_say_null_for_an_empty_list_but_nothing_is_no_list() -> None:
    service = ScriptedService({"GET /v2/groups": [{"items": None}, {}], "GET /v2/contacts": {"items": None}})
    client = service.v2()
    assert client.items("/groups") == []
    assert client.paged("/contacts", 5) == []
    with pytest.raises(RequestError, match="where a list"):
        client.items("/groups")


@pytest.mark.parametrize("url", ["https://api.example.com", "https://api.example.com/v2/"])
def test_the_address_may_end_in_v2(url: str) -> None:
    service = ScriptedService({"GET /v2/balance": {}, "GET /balance": {}})
    SipgateV2Client(Connection(url), TOKEN, service).get("/balance")
    assert len(service.sent) == 1
    assert (service.sent[0].path == "/balance") == url.endswith("/v2/")


def test_v1_has_version_and_slash_everywhere_and_values_in_the_query() -> None:
    service = ScriptedService({"PUT /my/events/calls/7/read/": "", "GET /my/events/calls/7/read/": {"property": {}}})
    client = service.v1()
    client.write("PUT", "/events/calls/7/read", {"value": "true"})
    client.struct("/events/calls/7/read", "property")
    assert service.lines == [
        "PUT /my/events/calls/7/read/?value=true&version=2.41.0",
        "GET /my/events/calls/7/read/?complexity=full&version=2.41.0",
    ]
    assert service.sent[0].body is None


def test_v1_sends_forms_and_documents_as_its_clients_did() -> None:
    service = ScriptedService({"POST /my/events/sms/": "", "POST /my/events/faxes/": ""})
    client = service.v1()
    client.deed("POST", "/events/sms", form=[("target", "4930"), ("target", "4931"), ("content", "Grüße & mehr")])
    client.deed("POST", "/events/faxes", [("target", "tel:4930")], pdf=b"%PDF-1.4")
    sms, fax = service.sent
    assert sms.body == b"target=4930&target=4931&content=Gr%C3%BC%C3%9Fe+%26+mehr"
    assert sms.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert sms.query == "version=2.41.0"
    assert (fax.body, fax.headers["Content-Type"]) == (b"%PDF-1.4", "application/pdf")
    assert fax.query == "target=tel%3A4930&version=2.41.0"


@pytest.mark.parametrize("answer", [b"", b"OK", b"<html><br></html>"])
def test_v1_has_done_what_it_confirms_in_unknown_words(answer: bytes) -> None:
    service = ScriptedService({"POST /my/events/faxes/": answer})
    assert service.v1().deed("POST", "/events/faxes", pdf=b"%PDF-1.4") is None


def test_an_empty_id_never_becomes_the_path_of_a_collection() -> None:
    for nothing in ("", None, False):
        with pytest.raises(RemoteError, match="where an id is expected"):
            segment(nothing)
    assert segment("+49 30/1") == "%2B49%2030%2F1"


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({}, "needs token_id and token"),
        ({"token_id": "token-EXAMPL"}, "needs token_id and token"),
        ({"token_id": "me@example.com", "token": "x"}, "must be like token-"),
        ({**TOKEN, "access_token": "x"}, "not both"),
        ({"token_id": TOKEN["token_id"], "access_token": "x"}, "not both"),
    ],
)
def test_v2_says_which_credentials_it_wants(params: dict[str, Any], message: str) -> None:
    with pytest.raises(CallError, match=message):
        SipgateV2Client(URL, params, ScriptedService({}))


def test_an_access_token_travels_as_one() -> None:
    made: list[Any] = []
    SipgateV2Client(URL, {"access_token": "x.y.z"}, lambda connection, login: made.append(login(connection)))
    request = SimpleNamespace(headers={})
    assert made[0](request) is request
    assert request.headers == {"Authorization": "Bearer x.y.z"}


def test_v2_notices_rows_that_its_total_promised() -> None:
    pages = [{"items": [{"id": "1"}, {"id": "2"}], "totalCount": 3}, {"items": [], "totalCount": 3}]
    with pytest.raises(RequestError, match="showed 2 of 3 rows"):
        ScriptedService({"GET /v2/contacts": pages}).v2().paged("/contacts", 5)


def test_v1_says_which_credentials_it_wants() -> None:
    with pytest.raises(CallError, match="web login"):
        SipgateV1Client(URL, HANDLERS, ScriptedService({}))


def test_the_newest_generation_is_spoken_unless_another_is_asked_for() -> None:
    assert chosen(None, (V1,)) == V1
    assert chosen(None, (V1, V2)) == V2
    assert chosen("v1", (V2, V1)) == V1
    with pytest.raises(CallError, match="only in v2"):
        chosen("v1", (V2,))


def test_each_generation_gets_its_own_half() -> None:
    pick = by_generation({V2: lambda client: "two", V1: lambda client: "one"})
    assert (pick(ScriptedService({}).v2()), pick(ScriptedService({}).v1())) == ("two", "one")
    with pytest.raises(CallError, match="only in v2"):
        by_generation({V2: lambda client: "two"})(ScriptedService({}).v1())


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_no_option_of_an_object_is_one_of_the_connection_as_well(resource: Resource) -> None:
    assert not set(item_spec(resource)) & set(platform_spec(SIPGATE))
