# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told: complete or an error, without secrets, and by the generation that was asked."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import HANDLERS, TOKEN, USERS, ScriptedService, refused

from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.generations import URLS, V1, V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.info import GATHERERS, OPTIONS, generations_of
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE

NONE: dict[str, Any] = {**dict.fromkeys(OPTIONS), "max_events": 1000}


def told(name: str, service: ScriptedService, generation: str = V2, **params: Any) -> Any:
    client: Any = service.v2() if generation == V2 else service.v1()
    return GATHERERS[name](client, {**NONE, **params})


def test_the_log_of_webhooks_shows_no_secret_of_an_address_and_no_body() -> None:
    row = {"created": "2026-01-01", "url": "https://me:SECRET@hook.example.com/in?key=SECRET", "status": 200}
    service = ScriptedService({"GET /v2/log/webhooks": {"items": [{**row, "request": "SECRET", "response": "SECRET"}]}})
    (entry,) = told("webhook_log", service)
    assert entry == {"created": "2026-01-01", "url": "https://hook.example.com/in", "status": 200}


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_feature_that_is_not_booked_hides_nothing_else(status: int) -> None:
    place = "/v2/w1/faxlines"
    answers = {
        **USERS,
        f"GET {place}": {"items": [{"id": "f1", "alias": "Fax"}]},
        f"GET {place}/f1/callerid": refused(status),
        f"GET {place}/f1/numbers": {"items": [{"number": "+493023125001"}]},
    }
    (line,) = told("fax_lines", ScriptedService(answers), include_details=True)
    assert (line["alias"], line["numbers"]) == ("Fax", ["+493023125001"])
    answers[f"GET {place}/f1/callerid"] = refused(500)
    with pytest.raises(RequestError, match="500"):
        told("fax_lines", ScriptedService(answers), include_details=True)


def test_the_history_ends_where_enough_is_told() -> None:
    rows = [{"id": str(number), "type": "CALL"} for number in range(3)]
    service = ScriptedService({"GET /v2/history": {"items": rows, "totalCount": 9}})
    assert [row["id"] for row in told("events", service, max_events=2)] == ["0", "1"]
    assert service.lines == ["GET /v2/history?offset=0&limit=2"]


def test_a_flag_of_the_history_that_must_be_false_is_asked_for() -> None:
    service = ScriptedService({"GET /v2/history": {"items": [], "totalCount": 0}})
    told("events", service, archived=False, starred=False)
    told("events", service, archived=True, starred=True)
    told("events", service)
    assert [sent.query.partition("&offset")[0] for sent in service.sent] == [
        "archived=false&starred=UNSTARRED",
        "archived=true&starred=STARRED",
        "offset=0&limit=1000",
    ]


def test_the_export_of_the_history_is_as_long_and_as_chosen_as_the_list() -> None:
    service = ScriptedService({"GET /v2/history/export": b"id,type\n"})
    assert told("history_csv", service, event_types=["call"], starred=True) == "id,type\n"
    told("history_csv", service, max_events=5000)
    assert service.lines == [
        "GET /v2/history/export?types=CALL&starred=STARRED&limit=1000",
        "GET /v2/history/export?limit=1000",
    ]
    with pytest.raises(CallError, match="phone_number chooses nothing of history_csv"):
        told("history_csv", service, phone_number="+493023125901")


def test_a_balance_is_counted_in_ten_thousandths() -> None:
    service = ScriptedService({"GET /v2/balance": {"amount": 123456, "currency": "EUR"}})
    assert told("balance", service) == {"amount": 12.3456, "currency": "EUR"}


def test_one_generation_has_all_that_is_asked_for() -> None:
    assert generations_of({"gather": ["devices"]}) == (V2,)
    assert generations_of({"gather": ["product"]}) == (V1,)
    assert generations_of({"gather": ["balance", "events"]}) == (V2, V1)
    with pytest.raises(CallError, match="take two tasks"):
        generations_of({"gather": ["devices", "product"]})


@pytest.mark.parametrize("generation", [V2, V1])
def test_each_generation_is_asked_at_its_own_address_unless_another_is_given(generation: str) -> None:
    params = {**TOKEN, **HANDLERS, "api_version": generation}
    for given, asked in ((URLS[V2], URLS[generation]), ("https://api.example.com", "https://api.example.com")):
        client = SIPGATE.connect(Connection(given, username="admin@example.com", password="rehearsal"), params)
        assert (client.generation, client.connection.url) == (generation, asked)


def test_tokens_are_kept_out_of_the_log() -> None:
    assert SIPGATE.options["token"]["no_log"] is True
    assert SIPGATE.options["access_token"]["no_log"] is True


# v1


@pytest.mark.parametrize("types", [["call"], None])
def test_a_list_of_events_that_was_cut_is_an_error(types: Any) -> None:
    cut = {"events": {"calls": [{"id": "7"}], "count": "1", "overallCount": "3"}}
    service = ScriptedService({"GET /my/events/": cut, "GET /my/events/calls/": cut})
    with pytest.raises(RequestError, match="showed 1 of 3 events"):
        told("events", service, V1, event_types=types)


@pytest.mark.parametrize("given", [{"directions": ["incoming"]}, {"phone_number": "4930"}, {"archived": False}])
def test_what_v1_cannot_choose_by_is_not_ignored(given: dict[str, Any]) -> None:
    service = ScriptedService({})
    with pytest.raises(CallError, match="exists only in v2"):
        told("events", service, V1, **given)


def page(total: int, *names: str) -> dict[str, Any]:
    rows = [
        {
            "entries": [{"entryName": "FN", "value": name}],
            "contactMeta": {"UUID": name, "owner": "1234567w0" if name == "Jo" else "1234567"},
        }
        for name in names
    ]
    return {"Contacts": {"items": rows, "overallMatches": total}}


def test_all_pages_of_the_contacts_are_read() -> None:
    service = ScriptedService({"GET /my/contacts/": [page(3, "Jo", "Kim"), page(3, "Lee")]})
    rows = told("contacts", service, V1)
    assert [(row["id"], row["scope"]) for row in rows] == [("Jo", "private"), ("Kim", "shared"), ("Lee", "shared")]
    assert [sent.query.partition("&complexity")[0] for sent in service.sent] == [
        "limit=100&offset=0",
        "limit=100&offset=2",
    ]
    with pytest.raises(RequestError, match="showed 2 of 3 contacts"):
        told("contacts", ScriptedService({"GET /my/contacts/": [page(3, "Jo", "Kim"), page(3)]}), V1)


def test_numbers_of_v1_tell_which_of_them_the_user_may_show() -> None:
    service = ScriptedService(
        {
            "GET /my/settings/numbers/list/": {"phonenumbers": ["+493023125001", "+493023125002"]},
            "GET /my/settings/numbers/": {"Numbers": {"phonenumbers": ["493023125002"]}},
        }
    )
    assert [row["usable"] for row in told("numbers", service, V1)] == [False, True]
