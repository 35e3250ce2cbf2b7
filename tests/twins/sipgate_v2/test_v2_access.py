# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials, scopes, roles, features, products, limits: who is let through, and how the others are refused."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from simulator.sipgate_v2.seeds import ACCESS_TOKEN

TOKEN = "00000000-0000-4000-8000-000000000000"
USERINFO = "/authorization/userinfo"


def basic(user: str, password: str) -> str:
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"


def test_userinfo_names_the_own_user(account: Any) -> None:
    answer = account.get(USERINFO)
    assert (answer.status, answer.body) == (
        200,
        {"sub": "w0", "domain": "sipgate.de", "masterSipId": "1234567", "locale": "de_DE"},
    )
    assert answer.headers["Content-Type"] == "application/json"
    assert account.last_call()["account"] == "token-EXAMPL"


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "Basic",
        "Basic %%%",
        "Basic dG9rZW4=",
        basic("token-EXAMPL", "wrong"),
        basic("token-NOBODY", TOKEN),
        basic("admin@example.com", "rehearsal"),
        f"Bearer {TOKEN}",
        "Bearer ",
        basic("access-EXAMPL", ACCESS_TOKEN),
    ],
)
def test_wrong_credentials_are_401(account: Any, authorization: str | None) -> None:
    answer = account.get(USERINFO, Authorization=authorization)
    assert answer.status == 401
    assert answer.body == {"name": "REQUEST_NOT_AUTHENTICATED", "message": "missing or invalid credentials"}
    assert answer.headers["WWW-Authenticate"].startswith("Basic ")


def test_the_journal_knows_the_token_of_a_refused_request(account: Any) -> None:
    account.get(USERINFO, Authorization=basic("token-EXAMPL", "wrong"))
    assert account.last_call()["account"] == "token-EXAMPL"


def test_a_challenge_is_no_write(account: Any) -> None:
    path, body = "/w0/devices/register", {"alias": "x"}
    for authorization, write in ((None, False), ("Digest x", False), (basic("token-EXAMPL", "wrong"), True)):
        assert account.send("POST", path, body, Authorization=authorization).status == 401
        assert account.last_call()["write"] is write
    assert account.send("POST", path, body, Authorization="Bearer over").status == 401
    assert account.last_call()["write"] is True


def test_a_write_that_needs_no_credential(account: Any) -> None:
    body = {"username": "admin@example.com"}
    assert account.send("POST", "/passwordreset", body, Authorization=None).status == 204
    assert (account.last_call()["write"], account.last_call()["applied"]) == (True, True)


def test_access_token_until_it_expires(account: Any) -> None:
    state = account.state()
    now = account.simulation.clock.now()
    state["tokens"].append({"id": "a", "secret": "soon-over", "kind": "oauth2", "userId": "w0", "expires": now + 300})
    account.load(state)
    assert account.get(USERINFO, Authorization="Bearer soon-over").status == 200
    account.advance(301)
    answer = account.get(USERINFO, Authorization="Bearer soon-over")
    assert (answer.status, answer.body["message"]) == (401, "the token has expired")
    assert account.get(USERINFO, Authorization=f"Bearer {ACCESS_TOKEN}").body["sub"] == "w0"
    assert account.last_call()["account"] == "access-EXAMPL"


def test_expire_session_ends_an_access_token_but_no_personal_one(account: Any) -> None:
    fault = {"match": {"times": 2}, "do": "expire_session"}
    account.simulation.faults.append(fault, ["sipgate_v2"])
    assert account.get(USERINFO).status == 200
    for _attempt in range(2):
        assert account.get(USERINFO, Authorization=f"Bearer {ACCESS_TOKEN}").status == 401
    account.simulation.reset()
    assert account.get(USERINFO, Authorization=f"Bearer {ACCESS_TOKEN}").status == 200


def test_lock_login_locks_the_user_until_the_reset(account: Any) -> None:
    account.simulation.faults.append({"do": "lock_login"}, ["sipgate_v2"])
    assert [account.get(USERINFO).status for _attempt in range(2)] == [401, 401]
    account.simulation.reset()
    assert account.get(USERINFO).status == 200


def test_exception_has_the_named_form(account: Any) -> None:
    account.simulation.faults.append({"do": "exception"}, ["sipgate_v2"])
    answer = account.get(USERINFO)
    assert (answer.status, answer.body) == (500, {"name": "INTERNAL_ERROR", "message": "internal error"})


def test_email_and_password_only_under_its_knob(account: Any) -> None:
    account.post("/passwordreset", {"username": "admin@example.com"})
    nonce = next(iter(account.state()["password_resets"]["nonces"]))
    path = f"/passwordreset/{nonce}"
    assert account.put(path, {}).status == 405
    assert account.post(path, {"password": "new", "passwordRepeat": "other"}).status == 400
    assert account.post(path, {"password": "new", "passwordRepeat": "new"}).status == 204
    assert account.post(path, {"password": "new", "passwordRepeat": "new"}).status == 404
    login = basic("admin@example.com", "new")
    assert account.get(USERINFO, Authorization=login).status == 401
    account.knobs(password_login=True)
    assert account.get(USERINFO, Authorization=login).body["sub"] == "w0"


def test_password_reset_does_not_tell_whether_the_user_exists(account: Any) -> None:
    assert account.send("POST", "/passwordreset", {"username": "no@example.com"}, Authorization=None).status == 204
    assert account.state()["password_resets"]["nonces"] == {}


def test_one_matching_scope_suffices(demo: Any) -> None:
    demo.token_id = "token-READON"
    assert demo.get("/w0/devices").status == 200
    assert demo.get("/devices/e0/localprefix").status == 404
    answer = demo.post("/w0/devices/register", {"alias": "x"})
    assert answer.status == 403
    assert answer.body == {
        "name": "REQUEST_NOT_AUTHORIZED",
        "message": "one of the scopes devices:write is required",
    }
    assert demo.get(USERINFO).status == 200
    assert demo.state()["devices"] == []
    assert demo.last_call()["applied"] is False


def test_the_scope_to_read_devices_writes_recording_settings(demo: Any) -> None:
    demo.token_id = "token-READON"
    assert demo.put("/autorecordings/w0/settings", {"active": True}).body == {"active": True}


def test_internal_scope_can_be_closed(account: Any) -> None:
    assert account.get("/app/tacs").body == {"accepted": True}
    account.knobs(internal_scope=False)
    assert account.get("/app/tacs").status == 403
    assert account.get("/restrictions?userId=w0").status == 403


def test_read_only_token_exists_in_the_demo_only(account: Any) -> None:
    account.token_id = "token-READON"
    assert account.get("/w0/devices").status == 401


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/users", None),
        ("GET", "/users/w2", None),
        ("DELETE", "/users/w1", None),
        ("PUT", "/users/w1/role", {"admin": True}),
        ("GET", "/groups", None),
        ("GET", "/groupfaxlines", None),
        ("PUT", "/settings/sipgateio", {"incomingUrl": "", "outgoingUrl": ""}),
        ("PUT", "/account/verified", {"verificationCode": "1"}),
        ("GET", "/autorecordings/greetings", None),
        ("GET", "/w0/devices", None),
        ("GET", "/w9/devices", None),
        ("GET", "/callrestrictions?userIds=w0", None),
    ],
)
def test_who_is_no_administrator_is_refused(member: Any, method: str, path: str, body: Any) -> None:
    answer = member.send(method, path, body)
    assert (answer.status, answer.body["name"]) == (403, "FORBIDDEN")


def test_who_is_no_administrator_has_what_is_own(member: Any) -> None:
    assert member.get("/users/w1").body["email"] == "ada.sample@example.com"
    assert member.put("/users/w1/busyonbusy", {"enabled": True}).status == 204
    assert member.get("/w1/devices").status == 200
    assert member.get("/history").body == {"items": [], "totalCount": 0}
    assert member.get("/voicemails").body == {"items": []}
    assert member.get("/voicemails/v0").status == 403
    assert member.get("/history/401").status == 404


def test_device_of_somebody_else(member: Any) -> None:
    member.token_id = "token-EXAMPL"
    device = member.post("/w0/devices/register", {"alias": "Desk"}).body["id"]
    member.token_id = "token-MEMBER"
    assert member.get(f"/devices/{device}").status == 403


def test_unknown_user_is_404_for_an_administrator(account: Any) -> None:
    answer = account.get("/w9/devices")
    assert (answer.status, answer.body) == (404, {"name": "RESOURCE_NOT_FOUND", "message": "user not found"})


def test_unknown_path_and_wrong_method(account: Any) -> None:
    assert account.get("/nothing/here/at/all").body == {"name": "RESOURCE_NOT_FOUND", "message": "path not found"}
    answer = account.put("/users", {})
    assert (answer.status, answer.raw, answer.headers["Allow"]) == (405, b"", "GET")
    assert account.get("/contacts/abc").headers["Allow"] == "DELETE, PUT"


FEATURES = {
    "callerid": ("GET", "/devices/e0/callerid"),
    "tariffannouncement": ("GET", "/devices/e0/tariffannouncement"),
    "sim_orders": ("POST", "/w0/devices/y0/sim/orders"),
    "forwardings": ("GET", "/w0/phonelines/p0/forwardings"),
    "parallelforwardings": ("GET", "/w0/phonelines/p0/parallelforwardings"),
    "line_webhooks": ("GET", "/w0/phonelines/p0/sipgateio"),
    "voicemail_settings": ("GET", "/w0/phonelines/p0/voicemails"),
    "fax": ("GET", "/w0/faxlines"),
    "notifications": ("POST", "/w0/notifications/fax/email"),
    "webhooks": ("GET", "/settings/sipgateio"),
    "webhook_log": ("GET", "/log/webhooks"),
    "calls": ("POST", "/sessions/calls"),
    "sms": ("POST", "/sessions/sms"),
    "autorecording": ("GET", "/autorecordings/greetings"),
}


@pytest.mark.parametrize(("feature", "call"), FEATURES.items(), ids=FEATURES)
def test_feature_that_is_not_booked(account: Any, feature: str, call: tuple[str, str]) -> None:
    account.knobs(features={feature: False})
    answer = account.send(*call)
    assert answer.status == 403
    assert answer.body == {"name": "FORBIDDEN", "message": f"the feature {feature} is not booked"}
    account.knobs(features={feature: True})
    assert account.send(*call).status != 403 or feature == "sim_orders"


def test_neo_account_has_no_phone_lines(account: Any, line: str) -> None:
    account.knobs(neo=True)
    for method, path in (
        ("GET", "/w0/phonelines"),
        ("POST", "/w0/phonelines"),
        ("GET", line),
        ("PUT", f"{line}/forwardings"),
        ("GET", f"{line}/voicemails"),
        ("POST", "/sessions/calls"),
    ):
        answer = account.send(method, path)
        assert (answer.status, answer.headers["Content-Type"]) == (403, "text/plain")
        assert answer.body == f"{path} needs a classic-PBX account"
    assert account.get("/w0/devices").status == 200
    account.knobs(neo=False)
    assert account.get(line).status == 200


@pytest.mark.parametrize(
    ("limit", "path", "body"),
    [
        ("register_devices", "/w0/devices/register", {"alias": "x"}),
        ("mobile_devices", "/w0/devices/mobile", {"alias": "x"}),
        ("external_devices", "/w0/devices/external", {"alias": "x", "number": "+493023125901"}),
        ("phonelines", "/w0/phonelines", None),
        ("faxlines", "/w0/faxlines", None),
        ("notifications", "/w0/notifications/sms/email", {"endpointId": "s0", "email": "a@example.com"}),
    ],
)
def test_limit_that_is_reached(account: Any, limit: str, path: str, body: Any) -> None:
    account.knobs(limits={limit: 1})
    assert account.post(path, body).status in (200, 204)
    answer = account.post(path, body)
    assert (answer.status, answer.body["name"]) == (403, "FORBIDDEN")
    assert "limit of 1" in answer.body["message"]


def test_too_many_requests(account: Any) -> None:
    account.knobs(rate_limit_requests=2, rate_limit_seconds=30)
    assert [account.get("/balance").status for _attempt in range(3)] == [200, 200, 429]
    answer = account.get("/balance")
    assert answer.body == {"name": "RATE_LIMIT_EXCEEDED", "message": "too many requests"}
    assert 1 <= int(answer.headers["Retry-After"]) <= 30
    account.advance(31)
    assert account.get("/balance").status == 200


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("named", {"name": "RESOURCE_NOT_FOUND", "message": "device not found"}),
        (
            "printed",
            {
                "errors": [
                    {"status": 404, "title": "Not Found", "detail": "device not found", "source": {"pointer": ""}}
                ]
            },
        ),
        ("text", "device not found"),
        ("empty", None),
    ],
)
def test_form_of_errors_can_be_chosen(account: Any, form: str, body: Any) -> None:
    account.knobs(error_form=form)
    answer = account.get("/devices/e0")
    assert (answer.status, answer.body) == (404, body)


def test_secrets_in_a_url_are_noticed(account: Any) -> None:
    account.get("/balance?access_token=x&limit=1")
    assert account.last_call()["secret_in_url"] == ["access_token"]
