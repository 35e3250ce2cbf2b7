# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials, users, versions, slashes, formats, compression: what holds for every call."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from simulator.core.interface import UnknownKnob
from simulator.sipgate_v1.twin import SipgateV1

PRODUCT = "settings/baseproducttype/"
EXTENSIONS = "settings/extensions/"


@pytest.mark.parametrize("authorization", [None, "Basic Og==", "Basic dXNlcjpwYXNz", "Bearer abc", "Digest x"])
def test_wrong_credentials_are_challenged(empty: Any, authorization: str | None) -> None:
    answer = empty.get(PRODUCT, Authorization=authorization)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == 'Basic realm="sipgate REST API"'
    assert answer.body == {"error": {"code": 401, "message": "authorization required"}}


def test_a_challenge_is_no_write(site: Any) -> None:
    path = f"{EXTENSIONS}1234567e0/dnd/"
    for authorization, write in ((None, False), ("Bearer abc", False), ("Basic dXNlcjpwYXNz", True)):
        assert site.send("POST", path, {"value": "true"}, Authorization=authorization).status == 401
        assert site.last_call()["write"] is write
    assert site.post(path, value="true").status == 204
    assert (site.last_call()["write"], site.last_call()["applied"]) == (True, True)


def test_error_as_xml(empty: Any) -> None:
    answer = empty.get(PRODUCT, Authorization=None, Accept=None)
    assert answer.raw == (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b"<error><code>401</code><message>authorization required</message></error>"
    )


def test_my_is_the_authenticated_user(site: Any) -> None:
    user_id = site.state()["users"][0]["id"]
    assert site.json(f"/{user_id}/{PRODUCT}") == site.json(PRODUCT) == {"BaseProductType": {"baseproducttype": "voice"}}
    assert site.get(f"/{site.state()['users'][1]['id']}/{PRODUCT}").status == 403
    assert site.get(f"/nobody/{PRODUCT}").status == 403
    assert site.get(f"/nobody/{PRODUCT}", Authorization=None).status == 401


def test_user_in_the_path_may_be_percent_encoded(site: Any) -> None:
    assert site.get(f"/%6dy/{PRODUCT}").status == 200
    user_id = site.state()["users"][0]["id"]
    assert site.get(f"/{user_id.replace('w', '%77')}/{PRODUCT}").status == 200
    assert site.get(f"/%256dy/{PRODUCT}").status == 403


def test_data_of_others_does_not_show(site: Any) -> None:
    site.login = "ada.sample@example.com"
    extensions = site.json(EXTENSIONS)["extensions"]["extensions"]
    assert [extension["extensionId"] for extension in extensions] == ["1234567e3"]
    assert site.get(f"{EXTENSIONS}1234567e0/").status == 404
    assert site.get("events/calls/50001018/").status == 404
    assert site.json("events/")["events"]["overallCount"] == 0


def test_product_without_rest(empty: Any) -> None:
    state = empty.state()
    state["users"][0]["product"] = "basic"
    empty.load(state)
    assert empty.get(PRODUCT).status == 403


@pytest.mark.parametrize(
    ("version", "status"),
    [(None, 400), ("", 400), ("two", 400), ("2", 400), ("2.١٤", 400), ("2." + "9" * 5000, 400), ("2.14", 200)],
)
def test_version_is_required(empty: Any, version: str | None, status: int) -> None:
    assert empty.send("GET", PRODUCT, version=version).status == status


def test_version_may_be_in_a_form(site: Any) -> None:
    path = f"{EXTENSIONS}1234567e0/dnd/"
    answer = site.send(
        "POST", path, body=b"value=true&version=2.37.0", version=None, Content_Type="application/x-www-form-urlencoded"
    )
    assert answer.status == 204


def test_time_zone_that_the_server_does_not_know(site: Any) -> None:
    state = site.state()
    state["users"][0]["timezone"] = "Mars/Olympus"
    site.load(state)
    assert site.json("events/calls/50001018/")["call"]["created"] == "2026-02-03T09:30:00.000+0000"


def test_lenient_version(empty: Any) -> None:
    empty.knobs(strict_version=False)
    assert empty.send("GET", PRODUCT, version=None).status == 200
    assert empty.send("GET", PRODUCT, version="x").status == 400


def test_lenient_slash_is_noted(empty: Any) -> None:
    assert empty.get(PRODUCT.rstrip("/")).status == 404
    empty.knobs(strict_slash=False)
    for _attempt in range(2):
        assert empty.get(PRODUCT.rstrip("/")).status == 200
    assert empty.state()["lints"] == {"missing_slash": ["/my/settings/baseproducttype"]}


def test_unknown_path_and_wrong_method(empty: Any) -> None:
    assert empty.get("settings/unknown/").status == 404
    answer = empty.post("settings/numbers/")
    assert (answer.status, answer.headers["Allow"]) == (405, "GET")
    assert empty.put("events/sms/1/", value="x").headers["Allow"] == "DELETE, GET"


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        (None, "application/xml"),
        ("*/*", "application/xml"),
        ("text/xml", "application/xml"),
        ("application/json", "application/json"),
        ("application/xml;q=0.5, application/json", "application/json"),
        ("application/json;q=0.5, application/xml", "application/xml"),
        ("text/html, */*;q=0.1", "application/xml"),
        ("application/json;q=0, application/*", "application/xml"),
        ("application/json;q=high, */*", "application/xml"),
    ],
)
def test_format_is_what_the_client_accepts(empty: Any, accept: str | None, content_type: str) -> None:
    assert empty.get(PRODUCT, Accept=accept).headers["Content-Type"] == f"{content_type};charset=UTF-8"


@pytest.mark.parametrize("accept", ["text/html", "text/vcard", "image/png", "application/json;q=0"])
def test_format_that_there_is_not(empty: Any, accept: str) -> None:
    answer = empty.get(PRODUCT, Accept=accept)
    assert (answer.status, answer.headers["Content-Type"]) == (406, "application/xml;charset=UTF-8")


def test_compression(empty: Any) -> None:
    answer = empty.get(PRODUCT, Accept_Encoding="gzip, deflate")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.body == {"BaseProductType": {"baseproducttype": "voice"}}
    empty.knobs(gzip=False)
    assert "Content-Encoding" not in empty.get(PRODUCT, Accept_Encoding="gzip").headers


@pytest.mark.parametrize(
    ("shapes", "incoming"),
    [
        ({}, ["493023125001"]),
        ({"lists": "map"}, {"0": "493023125001"}),
        ({"lists": "single"}, "493023125001"),
    ],
)
def test_shapes_of_lists(site: Any, shapes: dict[str, str], incoming: Any) -> None:
    site.knobs(serialisation=shapes)
    assert site.json(f"{EXTENSIONS}1234567e0/")["extension"]["incomingNumbers"] == incoming


def test_scalars_as_strings(site: Any) -> None:
    site.knobs(serialisation={"scalars": "string"})
    assert site.json(f"{EXTENSIONS}1234567e0/dnd/") == {"dnd": {"value": "false"}}
    assert site.json("billing/balance/")["balance"]["totalIncludingVat"] == "12.5"
    assert site.json(f"{EXTENSIONS}1234567v0/")["extension"]["outgoingNumber"] is None


def test_forced_format(empty: Any) -> None:
    empty.knobs(serialisation={"format": "xml"})
    assert empty.get(PRODUCT).xml.tag == "BaseProductType"
    empty.knobs(serialisation={"format": "json"})
    assert empty.get(PRODUCT, Accept=None).body == {"BaseProductType": {"baseproducttype": "voice"}}


@pytest.mark.parametrize(
    "values",
    [{"speed": 1}, {"serialisation": {"lists": "tree"}}, {"serialisation": {"x": "y"}}, {"write_status": 205}],
)
def test_unknown_knob(empty: Any, values: dict[str, Any]) -> None:
    with pytest.raises(UnknownKnob):
        empty.knobs(**values)
    assert empty.simulation.knobs()["sipgate_v1"] == SipgateV1.default_knobs


def test_faults_of_the_platform(empty: Any) -> None:
    empty.simulation.faults.append([{"do": "exception"}, {"do": "expire_session"}], ["sipgate_v1"])
    assert empty.get(PRODUCT).body == {"error": {"code": 500, "message": "internal error"}}
    assert empty.get(PRODUCT).status == 200
    empty.simulation.faults.append({"do": "lock_login"}, ["sipgate_v1"])
    assert [empty.get(PRODUCT).status for _attempt in range(2)] == [401, 401]
    empty.simulation.reset()
    assert empty.get(PRODUCT).status == 200


def test_secrets_in_a_url_are_noticed(empty: Any) -> None:
    empty.get(PRODUCT, {"password": "x"})
    assert empty.last_call()["secret_in_url"] == ["password"]


@pytest.mark.parametrize(
    ("path", "owned"),
    [
        ("/my/settings/numbers/", True),
        ("/1234567w0/billing/balance", True),
        ("/my/xmlrpcfacade/x", False),
        ("/my", False),
        ("/v2/settings/sipgateio", False),
        ("/api/settings/x", False),
        ("/_sim/events/", False),
        ("/settings.phtml", False),
        ("//settings/", False),
    ],
)
def test_paths(empty: Any, path: str, owned: bool) -> None:
    assert empty.twin.owns(path) is owned


@pytest.mark.parametrize("seed", ["empty", "demo"])
def test_state_can_be_loaded_again(make_site: Any, seed: str) -> None:
    site = make_site(seed, {"users": 3, "numbers": 2})
    site.knobs(session_step_s=60)
    site.form("settings/mobile/extensions/", phoneNumber="15550105", model="A1", vendor="Acme", firmware="1")
    site.form("sessions/callthrough/", sourceNumber="4930231251", targetNumber="4930231252")
    call = {"callee": "tel:493023125901", "caller": "sip:1234567e0", "registerSip": "1234567e0"}
    site.form("sessions/calls/", **call)
    site.form("events/sms/", target="tel:493023125901", content="x")
    state = site.state()
    site.load(json.loads(json.dumps(state)))
    assert site.state() == state


def test_empty_seed_is_a_new_account(empty: Any) -> None:
    state = empty.state()
    assert [user["login"] for user in state["users"]] == ["admin@example.com"]
    for table in ("extensions", "events", "contacts", "sessions", "mobile_devices", "callthroughs"):
        assert state[table] == []
    assert state["account"]["phonenumbers"] == []


def test_scaled_seed_is_fast(make_site: Any) -> None:
    site = make_site("demo", {"users": 3000})
    begun = time.perf_counter()
    for number in range(1, 301):
        site.login = f"user{number:04d}@example.com"
        (extension,) = site.json(EXTENSIONS)["extensions"]["extensions"]
        assert site.post(f"{EXTENSIONS}{extension['extensionId']}/dnd/", value="true").status == 204
    assert time.perf_counter() - begun < 5
