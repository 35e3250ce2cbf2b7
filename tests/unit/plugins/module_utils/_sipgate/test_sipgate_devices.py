# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices: what only one type of them has, and what is written beside of what was wanted."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import ADA, LOST, USERS, ScriptedService, outcome, reconciled, refused

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.device import DeviceAdapter

DESK = {"id": "e0", "alias": "Desk", "type": "REGISTER", "dnd": True}
AWAY = {"id": "x0", "alias": "Away", "type": "EXTERNAL", "dnd": False}
PHONE = {"id": "y0", "alias": "Mobile", "type": "MOBILE", "dnd": False}
USER = {"user": "ada.sample@example.com"}


def devices(*rows: dict[str, Any], **more: Any) -> ScriptedService:
    return ScriptedService({**USERS, "GET /v2/w1/devices": {"items": list(rows)}, **more})


@pytest.mark.parametrize(
    ("row", "wanted", "only"),
    [
        (DESK, {"number": "+493023125001"}, "external"),
        (DESK, {"incoming_call_display": "caller_number"}, "external"),
        (AWAY, {"emergency_address_id": "42"}, "register"),
    ],
)
def test_what_only_another_type_of_device_has_is_refused(
    row: dict[str, Any], wanted: dict[str, Any], only: str
) -> None:
    for rows in ([row], []):
        service = devices(*rows, **{f"GET /v2/devices/{row['id']}": row})
        given = {**USER, **wanted, "alias": row["alias"], "type": row["type"].lower()}
        (only_one,) = reconciled(DeviceAdapter(service.v2()), given, check_mode=True).outcomes
        assert f"is for devices of the type {only}" in str(only_one.error)


def test_a_device_knows_its_type_itself() -> None:
    shown = {**AWAY, "number": "+493023125901", "incomingCallDisplayState": "CALLED_NUMBER"}
    place = "/v2/devices/x0/external/incomingcalldisplay"
    service = devices(AWAY, **{"GET /v2/devices/x0": shown, f"PUT {place}": ""})
    adapter = DeviceAdapter(service.v2())
    assert outcome(adapter, **USER, alias="Away", incoming_call_display="called_number")[0] == "unchanged"
    assert outcome(adapter, **USER, alias="Away", incoming_call_display="caller_number")[0] == "updated"
    assert service.written == [(f"PUT {place}", {"incomingCallDisplay": "CALLER_NUMBER"})]


def test_an_external_device_is_not_made_without_its_number() -> None:
    report = reconciled(DeviceAdapter(devices().v2()), {**USER, "alias": "Away", "type": "external"}, check_mode=True)
    assert "needs its number" in str(report.outcomes[0].error)


def test_the_number_of_an_external_device_is_written_in_its_international_form() -> None:
    service = devices(**{"POST /v2/w1/devices/external": AWAY})
    wanted = {**USER, "alias": "Away", "type": "external", "number": "0049 30 23125901"}
    assert outcome(DeviceAdapter(service.v2()), **wanted)[0] == "created"
    assert service.written == [("POST /v2/w1/devices/external", {"alias": "Away", "number": "+493023125901"})]
    place = "/v2/devices/x0/external/targetnumber"
    service = devices(AWAY, **{"GET /v2/devices/x0": {**AWAY, "number": "+493023125901"}, f"PUT {place}": ""})
    assert outcome(DeviceAdapter(service.v2()), **wanted)[0] == "unchanged"
    assert outcome(DeviceAdapter(service.v2()), **{**wanted, "number": "0049 30 23125902"})[0] == "updated"
    assert service.written == [(f"PUT {place}", {"number": "+493023125902"})]


def test_an_emergency_address_is_a_number_and_leaves_do_not_disturb_as_it_is() -> None:
    service = devices(DESK, **{"GET /v2/devices/e0": {**DESK, "emergencyAddressId": 41}, "PUT /v2/devices/e0": ""})
    status, error = outcome(DeviceAdapter(service.v2()), **USER, alias="Desk", emergency_address_id="home")
    assert status == "failed" and "must be the number of an address" in error
    assert not service.writes
    assert outcome(DeviceAdapter(service.v2()), **USER, alias="Desk", emergency_address_id="42")[0] == "updated"
    assert service.written == [("PUT /v2/devices/e0", {"dnd": True, "emergencyAddressId": 42})]


def test_do_not_disturb_of_a_new_device_keeps_the_address_that_it_came_with() -> None:
    shown = {**DESK, "emergencyAddressId": 41}
    service = devices(**{"POST /v2/w1/devices/register": DESK, "GET /v2/devices/e0": shown, "PUT /v2/devices/e0": ""})
    assert outcome(DeviceAdapter(service.v2()), **USER, alias="Desk", do_not_disturb=True)[0] == "created"
    assert service.written[1:] == [("PUT /v2/devices/e0", {"dnd": True, "emergencyAddressId": 41})]


def test_a_mobile_device_has_no_address_beside_do_not_disturb() -> None:
    service = devices(PHONE, **{"PUT /v2/devices/y0": ""})
    assert outcome(DeviceAdapter(service.v2()), **USER, alias="Mobile", do_not_disturb=True)[0] == "updated"
    assert service.written == [("PUT /v2/devices/y0", {"dnd": True})]


@pytest.mark.parametrize(("shown", "kept"), [("030", "030"), (None, "")])
def test_the_prefix_of_a_new_device_keeps_what_was_not_mentioned(shown: str | None, kept: str) -> None:
    place = "/v2/devices/e0/localprefix"
    service = devices(
        **{"POST /v2/w1/devices/register": DESK, f"GET {place}": {"value": shown, "active": False}, f"PUT {place}": ""}
    )
    assert outcome(DeviceAdapter(service.v2()), **USER, alias="Desk", local_prefix={"active": True})[0] == "created"
    assert service.written[1:] == [(f"PUT {place}", {"value": kept, "active": True})]


@pytest.mark.parametrize("wanted", [True, False])
def test_recording_is_switched_as_it_was_wanted(wanted: bool) -> None:
    place = "/v2/autorecordings/e0/settings"
    service = devices(DESK, **{f"GET {place}": {"active": not wanted}, f"PUT {place}": ""})
    assert outcome(DeviceAdapter(service.v2()), **USER, alias="Desk", auto_recording=wanted)[0] == "updated"
    assert service.written == [(f"PUT {place}", {"active": wanted})]


def test_a_mobile_device_that_cannot_be_set_up_stays_because_it_may_have_cost_a_sim_card() -> None:
    service = devices(
        **{
            "POST /v2/w1/devices/mobile": PHONE,
            "GET /v2/devices/y0/callerid": {"value": ""},
            "PUT /v2/devices/y0/callerid": refused(403),
        }
    )
    wanted = {**USER, "alias": "Mobile", "type": "mobile", "caller_id": "+493023125001"}
    assert outcome(DeviceAdapter(service.v2()), **wanted)[0] == "failed"
    assert [sent.method for sent in service.writes] == ["POST", "PUT"]


@pytest.mark.parametrize("after", [[{**PHONE, "id": "e9", "type": "REGISTER"}], [PHONE, {**PHONE, "id": "y1"}]])
def test_a_device_that_is_not_surely_the_new_one_is_not_taken_for_it(after: list[dict[str, Any]]) -> None:
    service = devices(**{"POST /v2/w1/devices/mobile": LOST})
    service.answers["GET /v2/w1/devices"] = [{"items": []}, {"items": after}]
    status, error = outcome(DeviceAdapter(service.v2()), **USER, alias="Mobile", type="mobile")
    assert status == "failed" and "look at the account" in error
    assert len(service.writes) == 1


def test_a_deletion_that_was_not_answered_is_looked_at_before_it_is_done_again() -> None:
    service = devices(**{"DELETE /v2/devices/e0": LOST})
    service.answers["GET /v2/w1/devices"] = [{"items": [DESK]}, {"items": []}]
    assert outcome(DeviceAdapter(service.v2()), **USER, alias="Desk", state="absent")[0] == "deleted"
    assert len(service.writes) == 1


def test_a_device_of_nobody_is_refused_in_check_mode_too() -> None:
    wanted = {"alias": "Desk", "user": "nobody@example.com"}
    report = reconciled(DeviceAdapter(devices().v2()), wanted, check_mode=True)
    assert "there is no user nobody@example.com" in str(report.outcomes[0].error)


def test_only_the_devices_of_the_users_in_question_are_listed() -> None:
    service = devices(DESK, **{"GET /v2/devices/e0": DESK})
    service.answers["GET /v2/users"] = {"items": [ADA, {"id": "w2", "email": "ben@example.com"}]}
    assert outcome(DeviceAdapter(service.v2()), **USER, alias="Desk", do_not_disturb=True)[0] == "unchanged"
    assert "GET /v2/w2/devices" not in service.lines
