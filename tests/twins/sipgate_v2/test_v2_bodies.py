# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How bodies are read: content type, JSON, keys, nulls, and booleans that are left out."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_another_content_type_is_415(account: Any, content_type: str | None) -> None:
    answer = account.send("POST", "/w0/devices/register", b'{"alias":"x"}', Content_Type=content_type)
    assert (answer.status, answer.raw) == (415, b"")
    assert account.last_call()["write"] is True
    assert account.last_call()["applied"] is False


def test_content_type_may_have_a_charset(account: Any) -> None:
    headers = {"Content_Type": "application/json; charset=UTF-8"}
    assert account.send("POST", "/w0/devices/register", b'{"alias":"x"}', **headers).status == 200


def test_body_that_is_not_json(account: Any) -> None:
    answer = account.send("POST", "/w0/devices/register", b"{")
    assert answer.status == 400
    assert answer.body == {"name": "INVALID_JSON", "message": "the request body is not valid JSON"}


@pytest.mark.parametrize("raw", [b'{"alias":NaN}', b'{"alias":"\\ud800"}', b'{"alias":"\xff"}', b"[" * 100_000])
def test_body_that_is_hardly_json(account: Any, raw: bytes) -> None:
    assert account.send("POST", "/w0/devices/register", raw).body["name"] == "INVALID_JSON"


def test_missing_body_of_a_json_operation(account: Any) -> None:
    assert account.post("/w0/devices/register").status == 415
    assert account.send("POST", "/w0/devices/register", Content_Type="application/json").body["name"] == "INVALID_JSON"


@pytest.mark.parametrize(
    ("path", "body", "message"),
    [
        ("/w0/devices/register", [], "the request body must be an object"),
        ("/w0/devices/register", {"alias": 1}, "/alias must be a string"),
        ("/w0/devices/register", {"name": "x"}, "unknown property name"),
        ("/w0/devices/register", {"alias": None}, "/alias must not be null"),
        ("/w0/devices", {}, "/type must not be null"),
        ("/w0/devices", {"type": "TRUNK"}, "/type must be one of REGISTER, MOBILE, EXTERNAL"),
        ("/w0/devices/external", {"number": "030 23125"}, "/number has an invalid format"),
        ("/sessions/calls", {"caller": "  ", "callee": "+493023125901"}, "/caller must not be blank"),
        ("/contacts", {"scope": "PRIVATE", "emails": {}}, "/emails must be a list of objects"),
        ("/contacts", {"scope": "PRIVATE", "organization": ["x"]}, "/organization must be a list of lists of strings"),
        (
            "/contacts",
            {"scope": "PRIVATE", "numbers": [{}, {"type": "home"}]},
            "/numbers/1/type must be a list of strings",
        ),
    ],
)
def test_body_of_another_form(account: Any, path: str, body: Any, message: str) -> None:
    answer = account.post(path, body)
    assert (answer.status, answer.body) == (400, {"name": "PARAMETER_INVALID", "message": message})


def test_a_boolean_is_no_number_and_no_text(account: Any, device: str) -> None:
    assert account.put(f"/devices/{device}", {"dnd": 1}).status == 400
    assert account.put(f"/devices/{device}", {"dnd": "true"}).status == 400
    assert account.put(f"/devices/{device}", {"dnd": True, "emergencyAddressId": True}).status == 400


def test_boolean_that_is_left_out_is_false(account: Any, device: str) -> None:
    account.put(f"/devices/{device}", {"dnd": True, "emergencyAddressId": 42})
    assert account.put(f"/devices/{device}", {"emergencyAddressId": 42}).status == 204
    assert account.get(f"/devices/{device}").body["dnd"] is False


def test_other_field_that_is_left_out_stays(account: Any, device: str) -> None:
    account.put(f"/devices/{device}/localprefix", {"value": "030", "active": True})
    assert account.put(f"/devices/{device}/localprefix", {}).status == 204
    assert account.get(f"/devices/{device}/localprefix").body == {"value": "030", "active": False}
    account.put(f"/devices/{device}/alias", {})
    assert account.get(f"/devices/{device}").body["alias"] == "Desk"


def test_lenient_profile(account: Any, device: str) -> None:
    account.knobs(strict=False)
    account.put(f"/devices/{device}", {"dnd": True})
    assert account.put(f"/devices/{device}", {"color": "red", "dnd": None}).status == 204
    assert account.get(f"/devices/{device}").body["dnd"] is True
    assert account.post("/w0/devices", {"type": None}).status == 400


def test_status_of_operations_that_print_none(account: Any, device: str) -> None:
    answer = account.put(f"/devices/{device}", {"dnd": True})
    assert (answer.status, answer.raw) == (204, b"")
    account.knobs(write_status=200)
    answer = account.put(f"/devices/{device}", {"dnd": True})
    assert (answer.status, answer.raw) == (200, b"")


def test_status_of_operations_that_print_204(account: Any, device: str) -> None:
    account.knobs(write_status=200)
    account.post("/blacklist/incoming", {"phoneNumber": "+493023125901"})
    assert account.delete("/blacklist/incoming/%2B493023125901").status == 204
    account.post("/sessions/calls", {"caller": device, "callee": "+493023125901"})
    account.advance(2)
    path = f"/calls/{account.state()['calls'][0]['callId']}"
    for method, name, body in (
        ("PUT", "/muted", {"value": True}),
        ("PUT", "/hold", {"value": True}),
        ("PUT", "/recording", {"announcement": True, "value": True}),
        ("POST", "/announcements", {"url": "https://files.example.com/a.wav"}),
        ("POST", "/dtmf", {"sequence": "1"}),
        ("POST", "/transfer", {"attended": False, "phoneNumber": "+493023125902"}),
        ("DELETE", "", None),
    ):
        assert (name, account.send(method, path + name, body).status) == (name, 204)


def test_the_journal_tells_what_was_applied(account: Any, device: str) -> None:
    applied = []
    for alias in ("A", "A", "B"):
        account.put(f"/devices/{device}/alias", {"value": alias})
        applied.append(account.last_call()["applied"])
    assert applied == [True, False, True]
