# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices of the three kinds, their settings and their credentials."""

from __future__ import annotations

from typing import Any

import pytest


def test_register_device_comes_with_credentials(account: Any) -> None:
    answer = account.post("/w0/devices/register", {"alias": "Warehouse phone"})
    assert answer.status == 200
    password = answer.body["credentials"]["password"]
    assert len(password) >= 8
    assert answer.body == {
        "id": "e0",
        "alias": "Warehouse phone",
        "type": "REGISTER",
        "online": False,
        "dnd": False,
        "activePhonelines": [],
        "activeGroups": [],
        "credentials": {
            "username": "1234567e0",
            "password": password,
            "sipServer": "sip.example.net",
            "outboundProxy": "proxy.example.net",
            "sipServerWebsocketUrl": "wss://ws.example.net",
        },
        "registered": [],
        "emergencyAddressId": "42",
        "addressUrl": "/addresses/42",
    }
    assert account.get("/devices/e0").body == answer.body
    assert account.last_call()["route"] == "/devices/{deviceId}"


def test_list_has_no_credentials(account: Any, device: str) -> None:
    assert account.items("/w0/devices") == [
        {
            "id": device,
            "alias": "Desk",
            "type": "REGISTER",
            "online": False,
            "dnd": False,
            "activePhonelines": [],
            "activeGroups": [],
            "callerId": "",
            "owner": "w0",
        }
    ]


def test_external_device(account: Any) -> None:
    created = account.post("/w0/devices/external", {"alias": "Home", "number": "+493023125901"}).body
    assert (created["id"], created["type"], created["number"]) == ("x0", "EXTERNAL", "+493023125901")
    assert "credentials" not in created
    path = "/devices/x0/external"
    assert account.put(f"{path}/targetnumber", {"number": "+4٩30"}).status == 400
    assert account.put(f"{path}/targetnumber", {"number": "+493023125902"}).status == 204
    assert account.put(f"{path}/incomingcalldisplay", {"incomingCallDisplay": "CALLED_NUMBER"}).status == 204
    assert account.put(f"{path}/incomingcalldisplay", {}).status == 400
    read = account.get("/devices/x0").body
    assert (read["number"], read["incomingCallDisplayState"]) == ("+493023125902", "CALLED_NUMBER")


def test_mobile_device_and_its_sim(account: Any) -> None:
    created = account.post("/w0/devices/mobile", {"alias": "Mobile"}).body
    assert created["id"] == "y0"
    assert created["credentials"] == {"simId": "", "puk1": "", "puk2": ""}
    assert (created["simState"], created["esim"]) == ("INACTIVE", False)
    sim = "/w0/devices/y0/sim"
    assert account.post(sim, {}).status == 400
    assert account.post(sim, {"simId": "8949000000000000000"}).status == 204
    read = account.get("/devices/y0").body
    assert (read["simState"], read["credentials"]["simId"]) == ("ACTIVE", "8949000000000000000")
    assert account.delete(sim).status == 204
    assert account.get("/devices/y0").body["simState"] == "INACTIVE"
    assert account.post(f"{sim}/orders", {"addressId": "42"}).status == 204
    assert account.get("/devices/y0").body["simState"] == "PENDING"
    assert account.get("/w0/devices/y0/contingents").body == {"contingents": []}


def test_old_generic_create(account: Any) -> None:
    ids = [account.post("/w0/devices", {"type": kind}).body["id"] for kind in ("REGISTER", "MOBILE", "EXTERNAL")]
    assert ids == ["e0", "y0", "x0"]
    assert account.get("/devices/e0").body["alias"] == "Admin Example"


def test_wrong_kind_of_device(account: Any, device: str) -> None:
    assert account.put(f"/devices/{device}/external/targetnumber", {"number": "+493023125901"}).status == 400
    assert account.post(f"/w0/devices/{device}/sim", {"simId": "1"}).status == 400
    account.post("/w0/devices/mobile", {})
    assert account.post("/devices/y0/credentials/password").status == 400


def test_unknown_device_is_403_on_some_paths(account: Any) -> None:
    assert account.put("/devices/e9/alias", {"value": "x"}).status == 403
    assert account.post("/w0/devices/y9/sim/orders", {"addressId": "42"}).status == 403
    for method, path in (
        ("GET", "/devices/e9"),
        ("DELETE", "/devices/e9"),
        ("GET", "/devices/e9/callerid"),
        ("POST", "/devices/e9/credentials/password"),
        ("DELETE", "/w0/devices/y9/sim"),
    ):
        assert account.send(method, path).status == 404


@pytest.mark.parametrize(
    ("setting", "default", "new"),
    [
        ("callerid", {"value": ""}, {"value": "+493023125001"}),
        ("localprefix", {"value": "", "active": False}, {"value": "030", "active": True}),
        ("singlerowdisplay", {"enabled": False}, {"enabled": True}),
        ("tariffannouncement", {"enabled": False}, {"enabled": True}),
    ],
)
def test_setting_with_a_path_of_its_own(account: Any, device: str, setting: str, default: Any, new: Any) -> None:
    path = f"/devices/{device}/{setting}"
    assert account.get(path).body == default
    assert account.put(path, new).status == 204
    assert account.get(path).body == new
    assert account.last_call()["write"] is False


def test_settings_that_refer_to_what_is_not_there(account: Any) -> None:
    account.post("/w0/devices/mobile", {})
    assert account.post("/w0/devices/y0/sim/orders", {"addressId": "99"}).status == 403
    assert account.get("/w0/devices/e9/contingents").status == 404


def test_sim_of_a_device_of_another_user(demo: Any) -> None:
    demo.post("/w1/devices/mobile", {})
    assert demo.post("/w0/devices/y0/sim", {"simId": "1"}).status == 404
    assert demo.post("/w0/devices/y0/sim/orders", {"addressId": "42"}).status == 403
    assert demo.get("/w0/devices/y0/contingents").status == 404


def test_alias_is_written_as_value(account: Any, device: str) -> None:
    assert account.put(f"/devices/{device}/alias", {"alias": "x"}).status == 400
    assert account.put(f"/devices/{device}/alias", {"value": "Desk 2"}).status == 204
    assert account.get(f"/devices/{device}").body["alias"] == "Desk 2"


def test_emergency_address_is_written_as_number_and_read_as_string(demo: Any) -> None:
    demo.post("/w0/devices/register", {})
    assert demo.put("/devices/e0", {"dnd": True, "emergencyAddressId": "43"}).status == 400
    assert demo.put("/devices/e0", {"dnd": True, "emergencyAddressId": 99}).status == 400
    assert demo.put("/devices/e0", {"dnd": True, "emergencyAddressId": 43}).status == 204
    read = demo.get("/devices/e0").body
    assert (read["dnd"], read["emergencyAddressId"], read["addressUrl"]) == (True, "43", "/addresses/43")
    demo.put("/devices/e0", {"dnd": True})
    assert demo.get("/devices/e0").body["emergencyAddressId"] == "43"


def test_new_password_is_shown_once_more(account: Any, device: str) -> None:
    old = account.get(f"/devices/{device}").body["credentials"]["password"]
    answer = account.post(f"/devices/{device}/credentials/password")
    assert answer.status == 200
    assert list(answer.body) == ["password"]
    assert answer.body["password"] != old
    assert account.get(f"/devices/{device}").body["credentials"]["password"] == answer.body["password"]


def test_memberships_and_routings_vanish_with_the_device(demo: Any) -> None:
    demo.post("/w0/devices/register", {})
    demo.post("/w0/phonelines")
    demo.post("/w0/phonelines/p0/devices", {"deviceId": "e0"})
    demo.post("/groups/g0/devices", {"deviceId": "e0"})
    demo.put("/users/w0/defaultdevice", {"deviceId": "e0"})
    demo.put("/numbers/9001", {"endpointId": "e0"})
    read = demo.get("/devices/e0").body
    assert read["activePhonelines"] == [{"id": "p0", "alias": "Admin Example"}]
    assert read["activeGroups"] == [{"id": "g0", "alias": "Sales"}]
    assert demo.delete("/devices/e0").status == 204
    assert demo.get("/devices/e0").status == 404
    assert demo.items("/w0/phonelines/p0/devices") == []
    assert demo.state()["groups"][0]["devices"] == []
    assert demo.get("/users/w0").body["defaultDevice"] is None
    assert demo.items("/numbers")[0]["endpointId"] == ""


def test_ids_are_never_used_twice(account: Any) -> None:
    for expected in ("e0", "e1"):
        assert account.post("/w0/devices/register", {}).body["id"] == expected
        account.delete(f"/devices/{expected}")
    account.load(account.state())
    assert account.post("/w0/devices/register", {}).body["id"] == "e2"


def test_live_service_filters_by_type(account: Any) -> None:
    for kind in ("register", "mobile", "external"):
        account.post(f"/w0/devices/{kind}", {})
    assert len(account.items("/w0/devices?type=register")) == 3
    account.knobs(live2026=True)
    assert [item["id"] for item in account.items("/w0/devices?type=register,external")] == ["e0", "x0"]
    assert len(account.items("/w0/devices?type=all")) == 3
