# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The account, its webhooks, recording, OAuth2 clients and portings; its state, seeds and knobs."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from simulator.core.interface import UnknownKnob
from simulator.sipgate_v2.twin import SipgateV2


def test_account_and_its_verification(account: Any) -> None:
    expected = {
        "company": "Example Ltd",
        "mainProductType": "TEAM",
        "logoUrl": "",
        "verified": False,
        "historyLifeTime": "UNLIMITED",
    }
    assert account.get("/account").body == expected
    assert account.put("/account/verified", {"verificationCode": "wrong"}).status == 404
    code = account.state()["account"]["verificationCode"]
    assert account.put("/account/verified", {"verificationCode": code}).status == 204
    assert account.last_call()["applied"] is True
    assert account.get("/account").body == {**expected, "verified": True}


def test_webhooks_of_the_account(account: Any) -> None:
    path = "/settings/sipgateio"
    assert account.get(path).body == {"incomingUrl": "", "outgoingUrl": "", "log": False, "whitelist": None}
    urls = {"incomingUrl": "https://hook.example.com/in", "outgoingUrl": "http://hook.example.com/out"}
    assert account.put(path, {"incomingUrl": urls["incomingUrl"]}).status == 400
    assert account.put(path, {**urls, "log": True, "whitelist": ["w0", "p0", "g0"]}).status == 204
    assert account.get(path).body == {**urls, "log": True, "whitelist": ["w0", "p0", "g0"]}
    assert account.put(path, urls).status == 204
    assert account.get(path).body == {**urls, "log": False, "whitelist": ["w0", "p0", "g0"]}
    assert account.put(path, {**urls, "whitelist": []}).status == 204
    assert account.get(path).body["whitelist"] == []
    assert account.put(path, {**urls, "whitelist": None}).status == 204
    assert account.get(path).body["whitelist"] is None
    assert account.put(path, {**urls, "whitelist": ["e0"]}).status == 400
    assert account.put(path, {**urls, "whitelist": ["w1٣"]}).status == 400
    assert account.put(path, {**urls, "incomingUrl": "ftp://x"}).status == 400
    assert account.put(path, {**urls, "pushApiVersion": 1}).status == 400
    account.knobs(neo=True)
    assert account.put(path, urls).status == 400


def test_live_service_has_the_version_of_the_push_api(account: Any) -> None:
    account.knobs(live2026=True)
    settings = account.get("/settings/sipgateio").body
    assert settings["pushApiVersion"] == 1
    assert account.put("/settings/sipgateio", settings).status == 204
    assert account.last_call()["applied"] is False


def test_automatic_recording(account: Any, line: str) -> None:
    path = "/autorecordings/p0/settings"
    assert account.get(path).body == {"active": False}
    answer = account.put(path, {"active": True})
    assert (answer.status, answer.body) == (200, {"active": True})
    account.put(path, {"active": True})
    assert account.last_call()["applied"] is False
    assert account.put(path, {}).body == {"active": False}
    assert account.get("/autorecordings/p9/settings").status == 404
    greetings = "/autorecordings/greetings"
    assert account.get(greetings).status == 404
    assert account.post(greetings, {"filename": "a.wav", "base64Content": "QUJD"}).status == 204
    greeting = account.get(greetings).body
    assert (greeting["alias"], greeting["active"]) == ("a.wav", True)
    assert account.delete(f"{greetings}/other").status == 404
    assert account.delete(f"{greetings}/{greeting['id']}").status == 204
    assert account.get(greetings).status == 404


CLIENT = {
    "name": "App",
    "description": "An app",
    "redirectUris": ["https://app.example.com/"],
    "webOrigins": [],
    "privacyUrl": "https://app.example.com/privacy",
    "termsUrl": "https://app.example.com/terms",
}


def test_oauth_client_is_deleted_later(account: Any) -> None:
    base = "/authorization/oauth2/clients"
    assert account.post(base, {"name": "App"}).status == 400
    created = account.post(base, CLIENT)
    assert created.status == 200
    assert created.body == {
        "clientId": created.body["clientId"],
        "clientSecret": created.body["clientSecret"],
        **CLIENT,
    }
    path = f"{base}/{created.body['clientId']}"
    assert account.put(path, {**CLIENT, "name": "Other"}).body == {**created.body, "name": "Other"}
    assert account.get(base).body == {"data": [{**created.body, "name": "Other"}]}
    gdpr = account.get(f"{path}/gdpr", Authorization=None)
    assert gdpr.body == {"privacyUrl": CLIENT["privacyUrl"], "termsUrl": CLIENT["termsUrl"]}
    answer = account.delete(path)
    assert (answer.status, answer.raw) == (202, b"")
    assert account.last_call()["applied"] is True
    assert account.get(path).status == 200
    account.advance(2)
    assert account.get(path).status == 404
    assert account.delete(path).status == 404


def test_porting(demo: Any) -> None:
    porting = demo.get("/portings/301").body
    assert (porting["revocable"], porting["numbers"]) == (True, [{"id": "3011", "number": "+493023125800"}])
    answer = demo.delete("/portings/301")
    assert (answer.status, answer.body) == (200, {"items": []})
    state = demo.state()
    state["portings"] = [{**porting, "revocable": False}]
    demo.load(state)
    assert demo.delete("/portings/301").status == 403


def test_events_of_the_web_application(account: Any) -> None:
    state = account.state()
    state["app_events"] = [{"eventId": "1", "eventType": "T", "eventName": "N", "payload": {}}]
    account.load(state)
    assert account.delete("/app/events/1").body == {"items": []}
    assert account.delete("/app/events/1").status == 404


def used(account: Any) -> Any:
    """An account with something of everything, and deeds that are still to come."""
    account.post("/w0/devices/register", {})
    account.post("/w0/phonelines")
    account.post("/w0/faxlines")
    account.post("/contacts", {"name": "Jo", "scope": "PRIVATE", "numbers": [{"number": "+4930"}]})
    account.post("/w0/notifications/sms/email", {"endpointId": "s0", "email": "a@example.com"})
    account.post("/blacklist/incoming", {"phoneNumber": "+4930"})
    account.post("/authorization/oauth2/clients", CLIENT)
    account.post("/sessions/calls", {"caller": "e0", "callee": "+493023125901"})
    account.post("/sessions/sms", {"smsId": "s0", "recipient": "+493023125901", "message": "x"})
    return account


@pytest.mark.parametrize("seed", ["empty", "demo"])
def test_state_can_be_loaded_again(make_account: Any, seed: str) -> None:
    account = used(make_account(seed, {"users": 3}))
    account.knobs(session_step_s=60)
    account.post("/sessions/sms", {"smsId": "s0", "recipient": "+493023125901", "message": "y"})
    state = account.state()
    account.load(json.loads(json.dumps(state)))
    assert account.state() == state
    account.advance(61)
    assert len(account.items("/history?types=SMS")) == 2


def test_state_is_no_window_into_the_account(account: Any) -> None:
    account.state()["users"][0]["admin"] = False
    assert account.get("/users").status == 200


def test_state_may_be_partial(make_account: Any, account: Any) -> None:
    state = {name: account.state()[name] for name in ("users", "tokens")}
    state["devices"] = [{"id": "e5", "owner": "w0"}]
    partial = make_account({"sipgate_v2": state})
    assert partial.get("/devices/e5").body["type"] == "REGISTER"
    assert partial.post("/w0/devices/register", {}).body["id"] == "e6"
    assert partial.get("/balance").body["amount"] == 125000


def test_empty_seed_is_a_new_account(account: Any) -> None:
    state = account.state()
    assert [user["email"] for user in state["users"]] == ["admin@example.com"]
    for table in ("devices", "phonelines", "faxlines", "groups", "numbers", "voicemails", "contacts", "history"):
        assert state[table] == []


def test_demo_has_only_what_no_call_can_make(demo: Any) -> None:
    state = demo.state()
    assert [group["alias"] for group in state["groups"]] == ["Sales", "Support"]
    assert len(state["numbers"]) == 14
    for table in ("devices", "phonelines", "contacts", "notifications", "blacklist"):
        assert state[table] == []


def test_scaled_seed_is_fast(make_account: Any) -> None:
    account = make_account("demo", {"users": 3000, "numbers": 3000})
    begun = time.perf_counter()
    assert len(account.items("/users")) == 3004
    assert len(account.items("/numbers?limit=1000")) == 1000
    for number in range(200):
        account.post(f"/w{number}/phonelines")
        account.put(f"/numbers/{20000 + number}", {"endpointId": f"p{number}"})
        account.items(f"/w{number}/numbers")
    assert time.perf_counter() - begun < 5
    assert account.get("/users/w3003").body["email"] == "user3000@example.com"


@pytest.mark.parametrize(
    "values",
    [
        {"colour": "red"},
        {"neo": "yes"},
        {"write_status": 201},
        {"error_form": "xml"},
        {"features": {"telepathy": True}},
        {"features": {"fax": 1}},
        {"features": []},
        {"limits": {"phonelines": "many"}},
    ],
)
def test_unknown_knob(account: Any, values: dict[str, Any]) -> None:
    before = account.simulation.knobs()
    with pytest.raises(UnknownKnob):
        account.knobs(**values)
    assert account.simulation.knobs() == before


def test_switches_are_merged_and_reset(account: Any) -> None:
    account.knobs(features={"fax": False})
    account.knobs(features={"sms": False}, limits={"phonelines": 3})
    knobs = account.simulation.knobs()["sipgate_v2"]
    assert [name for name, booked in knobs["features"].items() if not booked] == ["fax", "sms"]
    account.simulation.reset()
    assert account.simulation.knobs()["sipgate_v2"] == SipgateV2.default_knobs


def test_paths(account: Any) -> None:
    assert account.twin.owns("/v2")
    assert account.twin.owns("/v2/w0/devices")
    assert not account.twin.owns("/v20/x")
    assert account.get("//devices").status == 404
    assert account.get("/w0/devices/").status == 200
