# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that go on, SIM cards and codes: nothing is done twice, and nothing to what is not there."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import ADA, USERS, ScriptedService, refused, told

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.call import CALL
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.callthrough import CALLTHROUGH
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sim import SIM
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sms_verification import SMS_VERIFICATION
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.generations import V1, V2

NUMBER = "+493023125901"
CALLS = {"data": [{"callId": "C1", "muted": False, "hold": True, "recording": False}]}
C1 = "/v2/calls/C1"


def running(**more: Any) -> ScriptedService:
    writes = [f"PUT {C1}/muted", f"PUT {C1}/hold", f"PUT {C1}/recording", f"DELETE {C1}"]
    writes += [f"POST {C1}/{name}" for name in ("transfer", "dtmf", "announcements")]
    return ScriptedService({"GET /v2/calls": CALLS, **dict.fromkeys(writes, ""), **more})


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({"command": "mute", "enabled": False}, []),
        ({"command": "hold", "enabled": True}, []),
        ({"command": "record", "enabled": False}, []),
        ({"command": "mute", "enabled": True}, [(f"PUT {C1}/muted", {"value": True})]),
        ({"command": "hold", "enabled": False}, [(f"PUT {C1}/hold", {"value": False})]),
        ({"command": "record", "enabled": True}, [(f"PUT {C1}/recording", {"value": True, "announcement": True})]),
        (
            {"command": "record", "enabled": True, "announcement": False},
            [(f"PUT {C1}/recording", {"value": True, "announcement": False})],
        ),
        ({"command": "hang_up"}, [(f"DELETE {C1}", None)]),
        (
            {"command": "transfer", "callee": "0049 30 23125901", "caller_id": "+493023125001"},
            [(f"POST {C1}/transfer", {"attended": False, "phoneNumber": NUMBER, "callerId": "+493023125001"})],
        ),
        ({"command": "dtmf", "digits": "12#"}, [(f"POST {C1}/dtmf", {"sequence": "12#"})]),
        (
            {"command": "announce", "sound_url": "https://media.example.net/a.wav"},
            [(f"POST {C1}/announcements", {"url": "https://media.example.net/a.wav"})],
        ),
    ],
)
def test_a_call_is_only_told_what_it_does_not_do_already(given: dict[str, Any], written: list[Any]) -> None:
    service = running()
    told(CALL, V2, service, call="C1", **given)
    assert service.written == written


def test_a_call_that_is_over_needs_no_hanging_up_and_takes_nothing_else() -> None:
    service = running()
    assert told(CALL, V2, service, call="C2", command="hang_up") == {}
    with pytest.raises(ItemError, match="there is no established call C2"):
        told(CALL, V2, service, call="C2", command="mute", enabled=True)
    assert not service.writes
    service = running(**{f"DELETE {C1}": refused(404)})
    assert told(CALL, V2, service, call="C1", command="hang_up") == {"changed": False}


@pytest.mark.parametrize(
    ("generation", "given", "said"),
    [
        (V2, {"command": "park", "call": "C1"}, "park does not exist in v2"),
        (V1, {"command": "mute", "call": "C1"}, "mute does not exist in v1"),
        (V2, {"command": "hang_up"}, "hang_up needs call"),
        (V2, {"command": "mute", "call": "C1"}, "mute needs enabled"),
        (V2, {"command": "hang_up", "call": "C1", "enabled": False}, "hang_up takes no enabled in v2"),
        (V1, {"command": "record", "call": "C1", "enabled": True, "announcement": True}, "takes no announcement in v1"),
        (V2, {"command": "dtmf", "call": "C1", "digits": "12a"}, "digits must be made of"),
        (V1, {"caller": "030 1", "callee": NUMBER, "device": "1234567e0"}, "caller must be a number"),
        (V1, {"caller": "1234567e0", "callee": "030 1", "device": "1234567e0"}, "callee must be a number"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_before_anything_is_sent(
    generation: str, given: dict[str, Any], said: str
) -> None:
    service = ScriptedService({})
    with pytest.raises(ItemError, match=said):
        told(CALL, generation, service, **given)
    assert not service.sent


def test_a_call_is_paid_for_by_the_device_of_the_owner_of_the_token() -> None:
    service = ScriptedService(
        {
            **USERS,
            "GET /v2/authorization/userinfo": {"sub": "w1"},
            "GET /v2/w1/devices": {"items": [{"id": "e0", "alias": "Desk"}]},
            "POST /v2/sessions/calls": {"sessionId": "5A"},
        }
    )
    given = {"caller": "0049 30 23125001", "callee": NUMBER, "device": "Desk", "caller_id": "+493023125002"}
    assert told(CALL, V2, service, **given) == {"session_id": "5A"}
    bean = {"caller": "+493023125001", "callee": NUMBER, "callerId": "+493023125002", "deviceId": "e0"}
    assert service.written == [("POST /v2/sessions/calls", bean)]


# v1

M1 = "/my/sessions/calls/C1/"


def session(status: Any, **more: Any) -> ScriptedService:
    shown = {"Call": {"sessionId": "C1", "status": status}} if isinstance(status, str) else status
    return ScriptedService({f"GET {M1}": shown, **more})


@pytest.mark.parametrize("over", ["HUNGUP", refused(404)])
def test_a_call_of_v1_that_is_over_needs_no_hanging_up_and_takes_nothing_else(over: Any) -> None:
    service = session(over)
    assert told(CALL, V1, service, command="hang_up", call="C1") == {}
    with pytest.raises(ItemError, match="does not go on any more"):
        told(CALL, V1, service, command="record", call="C1", enabled=True)
    assert not service.writes


def test_a_call_of_v1_that_ends_meanwhile_is_over_too() -> None:
    service = session("ESTABLISHED", **{f"DELETE {M1}": refused(404)})
    assert told(CALL, V1, service, command="hang_up", call="C1") == {"status": "ESTABLISHED", "changed": False}


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"command": "record", "enabled": False}, f"PUT {M1}recording/?value=false&version=2.41.0"),
        (
            {"command": "park", "member": "M/1", "enabled": True},
            f"PUT {M1}member/M%2F1/parking/?value=true&version=2.41.0",
        ),
    ],
)
def test_a_call_of_v1_is_told_in_the_query(given: dict[str, Any], sent: str) -> None:
    service = session("ESTABLISHED", **{sent.partition("?")[0]: {"Call": {"sessionId": "C1", "status": "DONE"}}})
    assert told(CALL, V1, service, call="C1", **given) == {"session_id": "C1", "status": "DONE"}
    assert [write.line for write in service.writes] == [sent]


def test_the_parties_of_a_call_of_v1_are_numbers_or_addresses() -> None:
    shown = {"extension": {"extensionId": "1234567e0", "type": "register"}}
    service = ScriptedService(
        {"GET /my/settings/extensions/1234567e0/": shown, "POST /my/sessions/calls/": {"Call": {"sessionId": "C1"}}}
    )
    told(CALL, V1, service, caller="1234567e0", callee="+49 30 23125901", device="1234567e0")
    assert service.writes[0].body == b"caller=sip%3A1234567e0&callee=tel%3A493023125901&registerSip=1234567e0"


def test_a_callthrough_is_asked_for_with_both_numbers_in_their_international_form() -> None:
    service = ScriptedService({"POST /my/sessions/callthrough/": {"Callthrough": {"number": "493023125000"}}})
    given = {"source_number": "0049 30 23125001", "target_number": "493023125901"}
    assert told(CALLTHROUGH, V1, service, **given) == {"number": "493023125000"}
    assert service.writes[0].body == b"sourceNumber=%2B493023125001&targetNumber=%2B493023125901"
    for name in given:
        with pytest.raises(ItemError, match=f"{name} must be a number"):
            told(CALLTHROUGH, V1, service, **{**given, name: "me"})
    assert len(service.writes) == 1


# SIM cards

CARD = "89490000000000000001"
PLACE = "/v2/w1/devices/y0/sim"


def card(state: str, sim_id: str = CARD, kind: str = "MOBILE") -> ScriptedService:
    return ScriptedService(
        {
            **USERS,
            "GET /v2/w1/devices": {"items": [{"id": "y0", "alias": "Mobile"}]},
            "GET /v2/devices/y0": {"type": kind, "simState": state, "credentials": {"simId": sim_id}},
            f"POST {PLACE}": "",
            f"DELETE {PLACE}": "",
            f"POST {PLACE}/orders": "",
        }
    )


@pytest.mark.parametrize(
    ("state", "sim_id", "given", "written"),
    [
        ("ACTIVE", CARD, {"command": "activate", "sim_id": CARD}, []),
        ("INACTIVE", "", {"command": "deactivate"}, []),
        ("INACTIVE", CARD, {"command": "activate", "sim_id": CARD}, [(f"POST {PLACE}", {"simId": CARD})]),
        (
            "ACTIVE",
            "89490000000000000002",
            {"command": "activate", "sim_id": CARD},
            [(f"POST {PLACE}", {"simId": CARD})],
        ),
        ("ACTIVE", CARD, {"command": "deactivate"}, [(f"DELETE {PLACE}", None)]),
        ("ACTIVE", CARD, {"command": "order", "address_id": "42"}, [(f"POST {PLACE}/orders", {"addressId": "42"})]),
    ],
)
def test_a_sim_card_is_only_switched_when_it_is_not_so_already(
    state: str, sim_id: str, given: dict[str, str], written: list[Any]
) -> None:
    service = card(state, sim_id)
    told(SIM, V2, service, alias="Mobile", user=ADA["email"], **given)
    assert service.written == written


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"command": "activate"}, "activate needs sim_id"),
        ({"command": "order"}, "order needs address_id"),
        ({"command": "deactivate"}, "is no mobile device"),
    ],
)
def test_a_sim_card_that_cannot_be_is_refused(given: dict[str, str], said: str) -> None:
    service = card("ACTIVE", kind="REGISTER")
    with pytest.raises(ItemError, match=said):
        told(SIM, V2, service, alias="Mobile", user=ADA["email"], **given)
    assert not service.writes


# senders of messages

SENDERS = "/v2/w1/sms/s1/callerids"


def verified(first: bool, second: bool) -> ScriptedService:
    rows = [
        {"id": 4, "phonenumber": "+493023125001", "verified": first},
        {"id": 5, "phonenumber": "+493023125002", "verified": second},
    ]
    extensions = {**USERS, "GET /v2/w1/sms": {"items": [{"id": "s1"}]}}
    return ScriptedService({**extensions, f"GET {SENDERS}": {"items": rows}, f"POST {SENDERS}/5/verification": ""})


def test_a_sender_is_verified_once() -> None:
    given = {"phone_number": "0049 30 23125002", "user": ADA["email"], "verification_code": "123456"}
    service = verified(True, False)
    assert told(SMS_VERIFICATION, V2, service, **given) == {"id": "5"}
    assert service.written == [(f"POST {SENDERS}/5/verification", {"verificationCode": "123456"})]
    service = verified(False, True)
    assert told(SMS_VERIFICATION, V2, service, **given) == {}
    with pytest.raises(ItemError, match="is not among the numbers"):
        told(SMS_VERIFICATION, V2, service, **{**given, "phone_number": "+493023125003"})
    assert not service.writes


def test_codes_and_cards_are_kept_out_of_the_log() -> None:
    assert SIM.options["sim_id"]["no_log"] is True
    assert SMS_VERIFICATION.options["verification_code"]["no_log"] is True
