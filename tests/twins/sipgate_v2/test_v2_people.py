# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""SMS caller ids, notifications, contacts and the blacklist."""

from __future__ import annotations

import base64
from typing import Any

import pytest


def test_sms_extension(account: Any) -> None:
    assert account.items("/w0/sms") == [{"id": "s0", "alias": "SMS Admin Example", "callerId": ""}]
    assert account.put("/w0/sms/s0", {"alias": "Messages"}).status == 204
    assert account.put("/w0/sms/s9", {"alias": "x"}).status == 404
    assert account.items("/w0/sms")[0]["alias"] == "Messages"


def test_caller_id_is_confirmed_with_a_code(account: Any) -> None:
    path = "/w0/sms/s0/callerids"
    before = account.get("/balance").body["amount"]
    answer = account.post(path, {"phonenumber": "+15550101"})
    assert (answer.status, answer.body) == (204, None)
    assert account.get("/balance").body == {"amount": before - 900, "currency": "EUR"}
    (callerid,) = account.items(path)
    assert callerid == {"id": callerid["id"], "phonenumber": "+15550101", "verified": False, "defaultNumber": False}
    assert isinstance(callerid["id"], int)
    one = f"{path}/{callerid['id']}"
    assert account.put(one, {"defaultNumber": True}).status == 400
    assert account.post(f"{one}/verification", {"verificationCode": "wrong"}).status == 400
    code = account.state()["sms"][0]["callerids"][0]["code"]
    assert account.post(f"{one}/verification", {"verificationCode": code}).status == 204
    assert account.put(one, {"defaultNumber": "true"}).status == 204
    assert account.items(path) == [{**callerid, "verified": True, "defaultNumber": True}]
    assert account.items("/w0/sms")[0]["callerId"] == "+15550101"
    assert account.post(path, {"phonenumber": "+15550101"}).status == 409
    assert account.post(path, {}).status == 400
    assert account.delete(one).status == 204
    assert account.delete(one).status == 404


def test_one_default_caller_id(account: Any) -> None:
    state = account.state()
    state["sms"][0]["callerids"] = [
        {"id": number, "phonenumber": f"+1555010{number}", "verified": True, "defaultNumber": number == 1, "code": "1"}
        for number in (1, 2)
    ]
    account.load(state)
    account.put("/w0/sms/s0/callerids/2", {"defaultNumber": True})
    assert [callerid["defaultNumber"] for callerid in account.items("/w0/sms/s0/callerids")] == [False, True]
    account.put("/w0/sms/s0/callerids/2", {})
    assert [callerid["defaultNumber"] for callerid in account.items("/w0/sms/s0/callerids")] == [False, False]


def test_caller_id_without_funds(account: Any) -> None:
    state = account.state()
    state["balance"]["amount"] = 899
    account.load(state)
    answer = account.post("/w0/sms/s0/callerids", {"phonenumber": "+15550101"})
    assert (answer.status, answer.raw) == (402, b"")


NOTIFICATIONS = {
    "fax/email": ({"faxlineId": "f0", "direction": "INCOMING", "email": "a@example.com"}, "fax", "emails"),
    "fax/report": ({"faxlineId": "f0", "email": "a@example.com"}, "fax", "reports"),
    "fax/sms": ({"faxlineId": "f0", "direction": "OUTGOING", "number": "+15550101"}, "fax", "sms"),
    "voicemail/email": ({"voicemailId": "v0", "email": "a@example.com"}, "voicemail", "emails"),
    "voicemail/sms": ({"voicemailId": "v0", "number": "+15550101"}, "voicemail", "sms"),
    "call/email": (
        {"endpointId": "p0", "direction": "INCOMING", "cause": "MISSED", "email": "a@example.com"},
        "call",
        "emails",
    ),
    "call/sms": (
        {"endpointId": "p0", "direction": "INCOMING", "cause": "SUCCESSFUL", "number": "+15550101"},
        "call",
        "sms",
    ),
    "sms/email": ({"endpointId": "s0", "email": "a@example.com"}, "sms", "emails"),
}
CHANNELS: dict[str, dict[str, list[Any]]] = {
    "fax": {"emails": [], "sms": [], "reports": []},
    "voicemail": {"emails": [], "sms": []},
    "call": {"emails": [], "sms": []},
    "sms": {"emails": []},
}


@pytest.mark.parametrize(("path", "case"), NOTIFICATIONS.items(), ids=NOTIFICATIONS)
def test_notification(account: Any, line: str, path: str, case: tuple[dict[str, Any], str, str]) -> None:
    body, kind, channel = case
    account.post("/w0/faxlines")
    notifications = "/w0/notifications"
    assert account.get(notifications).body == {"fax": [], "voicemail": [], "call": [], "sms": []}
    for missing in body:
        assert account.post(f"{notifications}/{path}", {k: v for k, v in body.items() if k != missing}).status == 400
    answer = account.post(f"{notifications}/{path}", body)
    assert (answer.status, answer.body) == (204, None)
    (entry,) = account.get(notifications).body[kind]
    endpoint = next(value for name, value in body.items() if name.endswith("Id"))
    alias = {"v0": "Voicemail", "s0": "SMS Admin Example"}.get(endpoint, "Admin Example")
    (target,) = entry[channel]
    shown = {name: value for name, value in body.items() if not name.endswith("Id")}
    if kind == "sms":
        shown["direction"] = "INCOMING"
    assert target == {"id": target["id"], **shown}
    assert entry == {"endpointId": endpoint, "endpointAlias": alias, **CHANNELS[kind], channel: [target]}
    assert account.delete(f"{notifications}/{target['id']}").status == 204
    assert account.delete(f"{notifications}/{target['id']}").status == 404


def test_equal_notifications_may_exist(account: Any) -> None:
    for _attempt in range(2):
        assert account.post("/w0/notifications/sms/email", {"endpointId": "s0", "email": "a@example.com"}).status == 204
    assert len(account.get("/w0/notifications").body["sms"][0]["emails"]) == 2


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("sms/email", {"endpointId": "s9", "email": "a@example.com"}),
        ("sms/email", {"endpointId": "p0", "email": "a@example.com"}),
        ("sms/email", {"endpointId": "", "email": "a@example.com"}),
        ("sms/email", {"endpointId": "s0", "email": "nobody"}),
        ("call/email", {"endpointId": "p0", "direction": "SIDEWAYS", "cause": "MISSED", "email": "a@example.com"}),
        ("call/sms", {"endpointId": "p0", "direction": "INCOMING", "cause": "MISSED", "number": "0301"}),
    ],
)
def test_notification_that_is_refused(account: Any, line: str, path: str, body: Any) -> None:
    assert account.post(f"/w0/notifications/{path}", body).status == 400


JO = {
    "name": "Jo Sample",
    "family": "Sample",
    "given": "Jo",
    "picture": None,
    "emails": [{"email": "jo@example.com", "type": ["work"]}],
    "numbers": [{"number": "+493023125901", "type": ["home"]}],
    "addresses": [{"locality": "Berlin"}],
    "organization": [["Sample Ltd", "Sales"]],
    "scope": "SHARED",
}


def test_contact_tells_no_id_and_may_exist_twice(account: Any) -> None:
    for _attempt in range(2):
        answer = account.post("/contacts", JO)
        assert (answer.status, answer.body) == (204, None)
    listing = account.get("/contacts").body
    assert listing["totalCount"] == 2
    first = listing["items"][0]
    assert first == {
        "id": first["id"],
        "name": "Jo Sample",
        "picture": None,
        "emails": JO["emails"],
        "numbers": JO["numbers"],
        "addresses": [
            {
                "poBox": "",
                "extendedAddress": "",
                "streetAddress": "",
                "locality": "Berlin",
                "region": "",
                "postalCode": "",
                "country": "",
            }
        ],
        "organization": [["Sample Ltd", "Sales"]],
        "scope": "SHARED",
    }


def test_contact_is_replaced_as_a_whole(account: Any) -> None:
    account.post("/contacts", JO)
    contact_id = account.items("/contacts")[0]["id"]
    path = f"/contacts/{contact_id}"
    assert account.put(path, {"name": "Jo"}).status == 400
    assert account.put(path, {"id": "other", "name": "Jo", "scope": "SHARED"}).status == 400
    assert account.put(path, {"id": contact_id, "name": "Jo", "scope": "PRIVATE"}).status == 204
    assert account.items("/contacts") == [
        {
            "id": contact_id,
            "name": "Jo",
            "picture": None,
            "emails": [],
            "numbers": [],
            "addresses": [],
            "organization": [],
            "scope": "PRIVATE",
        }
    ]
    assert account.delete(path).status == 204
    assert account.delete(path).status == 404
    assert account.put(path, {"name": "Jo", "scope": "SHARED"}).status == 404


@pytest.mark.parametrize("path", ["/contacts", "/contacts/"])
def test_delete_without_an_id_wipes_the_private_contacts(account: Any, path: str) -> None:
    for scope in ("PRIVATE", "SHARED", "PRIVATE"):
        account.post("/contacts", {**JO, "scope": scope})
    answer = account.delete(path)
    assert (answer.status, account.last_call()["action"]) == (204, "deleteAllContacts")
    assert [contact["scope"] for contact in account.items("/contacts")] == ["SHARED"]


def test_colleagues_can_only_be_read(demo: Any) -> None:
    demo.post("/w1/phonelines")
    demo.put("/numbers/9001", {"endpointId": "p0"})
    demo.post("/numbers/quickdial", {"userId": "w1", "number": "11"})
    contacts = demo.items("/contacts")
    assert [(contact["id"], contact["scope"]) for contact in contacts] == [
        ("w1", "INTERNAL"),
        ("w2", "INTERNAL"),
        ("w3", "INTERNAL"),
    ]
    assert demo.post("/contacts", {**JO, "scope": "INTERNAL"}).status == 400
    assert demo.put("/contacts/w1", JO).status == 403
    assert demo.delete("/contacts/w1").status == 403
    assert demo.items("/contacts/internal")[1] == {
        "id": "w1",
        "name": "Ada Sample",
        "emails": ["ada.sample@example.com"],
        "mobile": [],
        "landline": ["+493023125001"],
        "fax": [],
        "directdial": ["11"],
    }
    assert [contact["id"] for contact in demo.items("/contacts?phonenumbers=%2B493023125001")] == ["w1"]


def test_private_contacts_of_others_do_not_show(member: Any) -> None:
    member.post("/contacts", {**JO, "scope": "PRIVATE"})
    own = [contact for contact in member.items("/contacts") if contact["scope"] == "PRIVATE"]
    assert len(own) == 1
    member.token_id = "token-EXAMPL"
    assert all(contact["scope"] == "INTERNAL" for contact in member.items("/contacts"))
    assert member.delete(f"/contacts/{own[0]['id']}").status == 404


def test_contacts_are_paged_and_found_by_number(account: Any) -> None:
    for number in range(5):
        account.post("/contacts", {"name": f"C{number}", "scope": "PRIVATE", "numbers": [{"number": f"+4930{number}"}]})
    page = account.get("/contacts?limit=2&offset=3").body
    assert ([contact["name"] for contact in page["items"]], page["totalCount"]) == (["C3", "C4"], 5)
    found = account.get("/contacts?phonenumbers=%2B49301&phonenumbers=%2B49304").body
    assert [contact["name"] for contact in found["items"]] == ["C1", "C4"]
    account.knobs(omit_total_count=True)
    assert "totalCount" not in account.get("/contacts").body


def csv(text: str) -> dict[str, str]:
    return {"base64Content": base64.b64encode(text.encode()).decode()}


def test_import_of_csv_always_creates(account: Any) -> None:
    text = "firstname,lastname,number\nJo,Sample,+493023125901\n"
    for _attempt in range(2):
        assert account.post("/contacts/import/csv", csv(text)).status == 204
    first, second = account.items("/contacts")
    assert first["name"] == second["name"] == "Jo Sample"
    assert (first["numbers"], first["scope"]) == ([{"number": "+493023125901", "type": []}], "PRIVATE")


@pytest.mark.parametrize(
    "body", [csv("a,b\n1,2"), csv(""), csv("firstname,lastname,number\nJo"), {"base64Content": "%"}]
)
def test_bad_csv_is_an_error_of_the_server(account: Any, body: Any) -> None:
    answer = account.post("/contacts/import/csv", body)
    assert (answer.status, answer.body["name"]) == (500, "INTERNAL_ERROR")
    assert account.items("/contacts") == []


def test_import_from_google_needs_a_token(account: Any) -> None:
    assert account.post("/contacts/import/google", {}).status == 400
    assert account.post("/contacts/import/google", {"token": "x"}).status == 204


def test_live_service_has_more_for_contacts(account: Any) -> None:
    for scope in ("PRIVATE", "SHARED", "SHARED"):
        account.post("/contacts", {**JO, "scope": scope})
    account.knobs(live2026=True)
    first, second, third = account.items("/contacts")
    assert (first["familyname"], first["givenname"]) == ("Sample", "Jo")
    assert account.get(f"/contacts/{first['id']}").body == first
    assert account.items(f"/contacts?lastId={second['id']}") == [third]
    assert len(account.items("/contacts?scopes=SHARED")) == 2
    assert account.put(f"/contacts/{first['id']}", first).status == 204
    assert account.send("DELETE", "/contacts", {"scope": ["SHARED"], "contactIds": [third["id"]]}).status == 204
    assert len(account.items("/contacts")) == 2
    assert account.delete("/contacts").status == 204
    assert [contact["scope"] for contact in account.items("/contacts")] == ["SHARED"]


def test_blacklist_entry(account: Any) -> None:
    path = "/blacklist/incoming"
    answer = account.post(path, {"phoneNumber": "+493023125901"})
    assert (answer.status, answer.body) == (201, {"phoneNumber": "+493023125901", "isBlock": False})
    answer = account.post(path, {"phoneNumber": "493023125901", "isBlock": True})
    assert answer.status == 409
    assert answer.body == {
        "errors": [
            {
                "status": 409,
                "title": "Conflict",
                "detail": "entry +493023125901 already exists",
                "source": {"pointer": ""},
            }
        ]
    }
    assert account.items(path) == [{"phoneNumber": "+493023125901", "isBlock": False}]
    assert account.delete(f"{path}/%2B493023125901").status == 204
    missing = account.delete(f"{path}/%2B493023125901")
    assert (missing.status, missing.body["errors"][0]["title"]) == (404, "Not Found")


def test_blacklist_takes_numbers_only(account: Any) -> None:
    answer = account.post("/blacklist/incoming", {"phoneNumber": "0301"})
    assert answer.status == 400
    assert answer.body["errors"][0]["source"] == {"pointer": "/phoneNumber"}
    assert account.delete("/blacklist/incoming/anonymous").status == 400
    assert account.post("/blacklist/incoming", {"phoneNumber": "+4٩30"}).status == 400
