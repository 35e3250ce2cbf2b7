# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users, groups, numbers, addresses and restrictions."""

from __future__ import annotations

from typing import Any

import pytest

BASE = "http://127.0.0.1:8470/v2"


def test_user(demo: Any) -> None:
    user: dict[str, Any] = {
        "id": "w1",
        "firstname": "Ada",
        "lastname": "Sample",
        "email": "ada.sample@example.com",
        "defaultDevice": None,
        "busyOnBusy": False,
        "addressId": "42",
        "directDialIds": [],
        "timezone": "Europe/Berlin",
        "admin": False,
    }
    assert demo.get("/users/w1").body == user
    assert [item["id"] for item in demo.items("/users")] == ["w0", "w1", "w2", "w3"]
    assert demo.post("/users", {}).status == 405
    answer = demo.delete("/users/w1")
    assert (answer.status, answer.body) == (200, user)
    assert demo.get("/users/w1").status == 404
    assert demo.delete("/users/w1").status == 404
    assert [item["id"] for item in demo.items("/groups/g0/users")] == ["w2"]


def test_settings_of_a_user(demo: Any) -> None:
    demo.post("/w1/devices/register", {})
    demo.post("/w2/devices/register", {})
    path = "/users/w1"
    assert demo.put(f"{path}/busyonbusy", {"enabled": True}).status == 204
    assert demo.put(f"{path}/defaultdevice", {"deviceId": "e1"}).status == 400
    assert demo.put(f"{path}/defaultdevice", {"deviceId": "e0"}).status == 204
    assert demo.put(f"{path}/location", {"addressId": "43"}).status == 400
    assert demo.put(f"{path}/location", {"addressId": 99}).status == 400
    assert demo.put(f"{path}/location", {"addressId": 43}).status == 204
    assert demo.put(f"{path}/role", {"admin": True}).status == 204
    user = demo.get(path).body
    assert (user["busyOnBusy"], user["defaultDevice"], user["addressId"], user["admin"]) == (True, "e0", "43", True)
    assert demo.put(f"{path}/role", {}).status == 204
    assert demo.get(path).body["admin"] is False
    assert demo.put("/users/w9/role", {"admin": True}).status == 404


def test_deleting_a_user_takes_everything_along(demo: Any) -> None:
    demo.post("/w1/devices/register", {})
    demo.post("/w1/phonelines")
    demo.post("/w1/faxlines")
    demo.put("/numbers/9001", {"endpointId": "p0"})
    for code in ("11", "12"):
        demo.post("/numbers/quickdial", {"userId": "w1", "number": code})
    short_code = demo.items("/w1/numbers")[0]["id"]
    demo.put(f"/numbers/{short_code}", {"endpointId": "p0", "quickDial": True})
    assert demo.delete("/users/w1").status == 200
    state = demo.state()
    for table in ("devices", "phonelines", "sms"):
        assert [row for row in state[table] if row["owner"] == "w1"] == []
    assert [row["id"] for row in state["faxlines"]] == ["f0"]
    assert [number["endpointId"] for number in state["numbers"]] == [""] * 15
    assert [number["number"] for number in state["numbers"] if number["type"] == "QUICKDIAL"] == ["11"]


def test_private_things_of_a_user_go_and_shared_ones_stay(member: Any) -> None:
    for scope in ("PRIVATE", "SHARED"):
        member.post("/contacts", {"name": "Jo", "scope": scope})
    member.post("/w1/notifications/sms/email", {"endpointId": "s1", "email": "a@example.com"})
    member.token_id = "token-EXAMPL"
    member.post("/w0/notifications/sms/email", {"endpointId": "s1", "email": "a@example.com"})
    member.post("/w1/notifications/sms/email", {"endpointId": "s0", "email": "a@example.com"})
    assert member.delete("/users/w1").status == 200
    state = member.state()
    assert [contact["scope"] for contact in state["contacts"]] == ["SHARED"]
    assert state["notifications"] == []
    member.token_id = "token-MEMBER"
    assert member.get("/authorization/userinfo").status == 401


def test_live_service_renames_users(demo: Any) -> None:
    assert demo.put("/users/w1/name", {"firstName": "A", "lastName": "B"}).status == 404
    demo.knobs(live2026=True)
    assert demo.put("/users/w1/name", {"firstName": "A", "lastName": "B"}).status == 204
    assert demo.get("/users/w1").body["lastname"] == "B"


def test_group(demo: Any) -> None:
    assert demo.items("/groups")[0] == {
        "id": "g0",
        "alias": "Sales",
        "groupNumbersUrl": f"{BASE}/groups/g0/numbers",
        "groupUsersUrl": f"{BASE}/groups/g0/users",
        "departmentId": 1,
    }
    assert [group["id"] for group in demo.items("/groups?userId=w3")] == ["g1"]
    assert demo.get("/groups/g0").body == {
        "id": "g0",
        "alias": "Sales",
        "departmentId": 1,
        "voicemails": [{"id": "v0", "timeout": 20, "active": True}],
    }
    assert demo.items("/groups/g0/users")[0] == {
        "id": "w1",
        "firstname": "Ada",
        "lastname": "Sample",
        "userUrl": f"{BASE}/users/w1",
    }
    fax = {"id": "f0", "alias": "Fax Sales", "tagline": "Example Ltd", "canSend": True, "canReceive": True}
    assert demo.items("/groups/g0/faxlines") == [{**fax, "groupId": "g0"}]
    assert demo.items("/groupfaxlines?userId=w3") == []
    assert demo.items("/groupfaxlines") == [{**fax, "groupId": "g0"}]
    assert demo.get("/groupfaxlines/f0/callerid").body == {"value": ""}
    assert demo.items("/groups/g0/voicemail")[0]["greetingsUrl"] == f"{BASE}/groups/g0/voicemails/v0/greetings"
    assert demo.get("/groups/g9").status == 404


def test_devices_of_a_group_show_on_the_device_only(demo: Any) -> None:
    demo.post("/w1/devices/register", {"alias": "Desk"})
    path = "/groups/g0/devices"
    assert demo.get(path).status == 405
    assert demo.post(path, {"deviceId": "e0"}).status == 204
    assert demo.get("/devices/e0").body["activeGroups"] == [{"id": "g0", "alias": "Sales"}]
    assert demo.delete(f"{path}/e0").status == 204
    assert demo.delete(f"{path}/e0").status == 404
    assert demo.get("/devices/e0").body["activeGroups"] == []


def test_routing_of_a_number(demo: Any) -> None:
    demo.post("/w0/phonelines")
    demo.put("/w0/phonelines/p0", {"alias": "Warehouse"})
    number = {"id": "9001", "number": "+493023125001", "localized": "030-23125001", "type": "LANDLINE"}
    unrouted = {**number, "endpointId": "", "endpointAlias": "", "endpointUrl": "", "addressId": "42"}
    assert demo.items("/numbers")[0] == unrouted
    body = {"endpointId": "p0", "releaseForMnp": False, "quickDial": False}
    assert demo.put("/numbers/9001", body).status == 204
    routed = {
        **number,
        "endpointId": "p0",
        "endpointAlias": "Warehouse",
        "endpointUrl": f"{BASE}/w0/phonelines/p0",
        "addressId": "42",
    }
    assert demo.items("/numbers")[0] == routed
    assert demo.items("/w0/numbers") == [routed]
    assert demo.items("/w1/numbers") == []
    assert demo.items("/w0/phonelines/p0/numbers") == [number]
    assert demo.put("/numbers/9001", {**body, "endpointId": ""}).status == 204
    assert demo.items("/numbers")[0] == unrouted
    assert demo.items("/w0/phonelines/p0/numbers") == []


@pytest.mark.parametrize(
    ("endpoint", "url"),
    [
        ("g0", "/groups/g0"),
        ("f0", "/groupfaxlines/f0"),
        ("f1", "/w1/faxlines/f1"),
        ("v0", "/voicemails/v0"),
        ("w1", "/users/w1"),
        ("s1", "/w1/sms/s1"),
    ],
)
def test_number_may_lead_to_any_endpoint(demo: Any, endpoint: str, url: str) -> None:
    demo.post("/w1/faxlines")
    assert demo.put("/numbers/9002", {"endpointId": endpoint}).status == 204
    assert demo.items("/numbers")[1]["endpointUrl"] == f"{BASE}{url}"


def test_number_that_is_not_there_or_leads_nowhere(demo: Any) -> None:
    assert demo.put("/numbers/1", {"endpointId": "g0"}).status == 404
    answer = demo.put("/numbers/9001", {"endpointId": "p9"})
    assert (answer.status, answer.body["message"]) == (404, "endpoint not found")


def test_release_that_is_left_out_is_taken_back(demo: Any) -> None:
    assert demo.put("/numbers/9101", {"releaseForMnp": True}).status == 204
    state = demo.items("/numbers")[12]["mnpState"]
    assert state["isReleased"] is True
    assert state["releasedUntil"].endswith("Z")
    assert demo.put("/numbers/9101", {"endpointId": "g0"}).status == 204
    assert demo.items("/numbers")[12]["mnpState"] == {"isReleased": False, "releasedUntil": None}
    assert demo.put("/numbers/9001", {"releaseForMnp": True}).status == 400


def test_numbers_are_paged(demo: Any) -> None:
    everything = demo.items("/numbers")
    assert demo.items("/numbers?offset=3&limit=2") == everything[3:5]
    assert demo.items("/numbers?offset=99") == []
    assert demo.get("/numbers?limit=-1").status == 400
    assert demo.get("/numbers?offset=x").status == 400
    assert demo.get(f"/numbers?limit={'9' * 5000}").status == 400
    assert "totalCount" not in demo.get("/numbers").body
    demo.knobs(page_clamp=4)
    assert demo.items("/numbers?offset=2&limit=1000") == everything[2:6]
    assert demo.items("/numbers") == everything[:4]
    demo.knobs(live2026=True)
    assert demo.get("/numbers").body["totalCount"] == 14
    demo.knobs(omit_total_count=True)
    assert "totalCount" not in demo.get("/numbers").body


def test_shuffled_list(make_account: Any) -> None:
    account = make_account("demo", {"numbers": 200})
    before = account.items("/numbers")
    account.knobs(shuffle_lists=True)
    after = account.items("/numbers")
    assert after != before
    assert sorted(after, key=lambda item: item["id"]) == sorted(before, key=lambda item: item["id"])


def test_quick_dial(demo: Any) -> None:
    base = "/numbers/quickdial"
    assert demo.get(f"{base}/validation/11").status == 204
    assert demo.get(f"{base}/validation/x1").status == 400
    answer = demo.post(base, {"userId": "w1", "number": "11"})
    assert (answer.status, answer.body) == (204, None)
    assert demo.get(f"{base}/validation/11").status == 409
    assert demo.post(base, {"userId": "w2", "number": "11"}).body["name"] == "RESOURCE_ALREADY_EXISTS"
    assert demo.post(base, {"userId": "w9", "number": "12"}).status == 400
    assert demo.post(base, {"userId": "w1"}).status == 400
    (code,) = demo.items("/w1/numbers")
    assert code == {
        "id": code["id"],
        "number": "11",
        "localized": "11",
        "type": "QUICKDIAL",
        "endpointId": "w1",
        "endpointAlias": "Ada Sample",
        "endpointUrl": f"{BASE}/users/w1",
    }
    assert demo.get("/users/w1").body["directDialIds"] == [code["id"]]
    path = f"{base}/{code['id']}"
    assert demo.put(path, {"userId": "w2", "number": "12"}).status == 204
    assert demo.get("/users/w1").body["directDialIds"] == []
    assert demo.items("/w2/numbers")[0]["number"] == "12"
    assert demo.put(f"{base}/9001", {"userId": "w2", "number": "13"}).status == 404
    assert demo.put(base, {}).status == 405
    assert demo.delete(path).status == 204
    assert demo.delete(path).status == 404


@pytest.mark.parametrize(
    ("creation", "endpoint", "deletion"),
    [
        ("/w0/phonelines", "p0", "/w0/phonelines/p0"),
        ("/w0/phonelines", "v2", "/w0/phonelines/p0"),
        ("/w0/faxlines", "f1", "/w0/faxlines/f1"),
        ("/w0/devices/register", "e0", "/devices/e0"),
    ],
)
def test_quick_dial_stays_without_its_endpoint(demo: Any, creation: str, endpoint: str, deletion: str) -> None:
    demo.post(creation, {} if "devices" in creation else None)
    demo.post("/numbers/quickdial", {"userId": "w1", "number": "11"})
    (code,) = demo.items("/w1/numbers")
    assert demo.put(f"/numbers/{code['id']}", {"endpointId": endpoint, "quickDial": True}).status == 204
    assert demo.delete(deletion).status == 204
    assert demo.items("/numbers")[-1] == {**code, "endpointId": "", "endpointAlias": "", "endpointUrl": ""}


@pytest.mark.parametrize("code", ["٣٣", "1234567", "x", ""])
def test_quick_dial_is_a_short_number(demo: Any, code: str) -> None:
    assert demo.post("/numbers/quickdial", {"userId": "w1", "number": code}).status == 400


def test_address(demo: Any) -> None:
    address = {
        "addressId": "43",
        "type": "EMERGENCY",
        "countrycode": "DE",
        "state": "",
        "postcode": "10117",
        "city": "Berlin",
        "street": "Sample Street",
        "number": "2",
        "address1": "",
        "address2": "",
        "emergencyState": "VERIFIED",
        "numbersUrl": f"{BASE}/addresses/43/numbers",
    }
    assert demo.get("/addresses/43").body == address
    assert demo.get("/addresses/itemCount").body == {"itemCount": 2}
    assert demo.put("/addresses/43", {"postcode": "10117", "city": "Berlin"}).status == 400
    assert demo.put("/addresses/43", {"countrycode": "DE", "postcode": "10119", "city": "Berlin"}).status == 204
    assert demo.get("/addresses/43").body == {**address, "postcode": "10119", "street": "", "number": ""}
    assert demo.put("/addresses/99", {"countrycode": "DE", "postcode": "1", "city": "X"}).status == 404
    assert demo.post("/addresses", {}).status == 405


def test_moving_elsewhere_deactivates_numbers(demo: Any) -> None:
    demo.put("/numbers/9001", {"endpointId": "g0"})
    demo.put("/numbers/9101", {"endpointId": "g0"})
    assert len(demo.items("/addresses/42/numbers")) == 12
    demo.put("/addresses/42", {"countrycode": "DE", "postcode": "20095", "city": "Hamburg"})
    numbers = {number["id"]: number["endpointId"] for number in demo.items("/numbers")}
    assert (numbers["9001"], numbers["9101"]) == ("", "g0")


def test_call_restrictions(demo: Any) -> None:
    none = {"foreignSpecial": False, "charged": False, "roaming": False, "highCostForeignNumbers": False}
    assert demo.get("/callrestrictions").body == {"userId": "w0", **none}
    assert demo.get("/callrestrictions?userIds=w1").body == {"userId": "w1", **none}
    assert [item["userId"] for item in demo.items("/callrestrictions?userIds=w1&userIds=w2")] == ["w1", "w2"]
    assert demo.get("/callrestrictions?userIds=w9").status == 404
    answer = demo.post("/w1/callrestrictions/charged", {"enabled": True})
    assert (answer.status, answer.body) == (200, {"userId": "w1", **none, "charged": True})
    assert demo.get("/callrestrictions?userIds=w1").body["charged"] is True
    assert demo.post("/w1/callrestrictions/charged", {}).body["charged"] is False
    assert demo.post("/w1/callrestrictions/everything", {"enabled": True}).status == 404


def test_product_restrictions(account: Any) -> None:
    path = "/restrictions?userId=w0"
    assert len(account.items(path)) == 76
    wanted = f"{path}&restriction=CAN_CREATE_REGISTER_DEVICE&restriction=CAN_SEND_FAX"
    assert account.items(wanted) == [
        {"restriction": "CAN_CREATE_REGISTER_DEVICE", "value": True, "target": "w0"},
        {"restriction": "CAN_SEND_FAX", "value": True, "target": "w0"},
    ]
    account.knobs(limits={"register_devices": 0}, features={"fax": False})
    assert [item["value"] for item in account.items(wanted)] == [False, False]
    account.knobs(neo=True)
    assert account.items(f"{path}&restriction=CAN_CREATE_PHONELINE_EXTENSION")[0]["value"] is False
    assert account.get("/restrictions").status == 400
    assert account.get(f"{path}&restriction=CAN_FLY").status == 400
    assert account.get("/restrictions?userId=w9").status == 404
