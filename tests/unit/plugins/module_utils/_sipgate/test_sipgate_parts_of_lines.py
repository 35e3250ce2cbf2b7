# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of phone lines: each is compared as the service means it, and nothing else is written with it."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import ADA, USERS, ScriptedService, outcome, reconciled, refused

from ansible_collections.dialtone.voip.plugins.module_utils._engine.apply import CREATED, FAILED, UNCHANGED, UPDATED
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import ALWAYS, VERIFY, Policy
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.phone_line import PhoneLineAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.voicemail import VoicemailAdapter

LINE = {"alias": "Front", "user": "ada.sample@example.com"}
ROW = {"id": "p1", "alias": "Front"}
BASE = "/v2/w1/phonelines/p1"
ONE, TWO, THREE, FOUR = (f"+4930231250{number}" for number in ("01", "02", "03", "04"))


def line(*parts: str, **more: Any) -> ScriptedService:
    """A line that is there, whose named parts can be written."""
    written = {f"PUT {BASE}/{part}": "" for part in parts}
    return ScriptedService({**USERS, "GET /v2/w1/phonelines": {"items": [ROW]}, **written, **more})


def new_line(**more: Any) -> ScriptedService:
    """A line that will be there."""
    made = {"GET /v2/w1/phonelines": {"items": []}, "POST /v2/w1/phonelines": {"id": "p1"}, f"PUT {BASE}": ""}
    return ScriptedService({**USERS, **made, f"DELETE {BASE}": "", **more})


def status(service: ScriptedService, **wanted: Any) -> str:
    return outcome(PhoneLineAdapter(service.v2()), **LINE, **wanted)[0]


def devices(*on_line: dict[str, Any]) -> ScriptedService:
    there = [{"id": f"e{number}", "alias": alias} for number, alias in enumerate(("Desk", "Old", "New"))]
    return line(
        **{
            f"GET {BASE}/devices": {"items": list(on_line)},
            "GET /v2/w1/devices": {"items": there},
            f"DELETE {BASE}/devices/e1": "",
            f"POST {BASE}/devices": "",
        }
    )


def test_only_the_devices_that_differ_are_taken_off_and_put_on() -> None:
    service = devices({"id": "e0"}, {"id": "e1"})
    assert status(service, devices=["Old", "Desk"]) == UNCHANGED
    assert status(service, devices=["e1", "Desk"]) == UNCHANGED
    assert status(service, devices=["Desk", "New"]) == UPDATED
    assert service.written == [(f"DELETE {BASE}/devices/e1", None), (f"POST {BASE}/devices", {"deviceId": "e2"})]


def test_a_device_of_somebody_else_is_looked_for_with_its_owner_only() -> None:
    service = line(
        **{
            "GET /v2/users": {"items": [ADA, {"id": "w2", "email": "ben@example.com"}]},
            "GET /v2/w2/devices": {"items": [{"id": "e7", "alias": "Desk"}]},
            f"GET {BASE}/devices": {"items": [{"id": "e7", "owner": "w2"}]},
        }
    )
    assert status(service, devices=["ben@example.com/Desk"]) == UNCHANGED


def test_forwardings_have_an_order_and_ring_at_once_where_no_time_is_told() -> None:
    rows = [{"destination": ONE, "active": True}, {"destination": TWO, "timeout": 20, "active": True}]
    service = line("forwardings", **{f"GET {BASE}/forwardings": {"items": rows}})
    wanted = [{"destination": ONE, "timeout": 0}, {"destination": TWO, "timeout": 20}]
    assert status(service, forwardings=wanted) == UNCHANGED
    assert status(service, forwardings=wanted[::-1]) == UPDATED
    assert [row["destination"] for row in service.writes[0].json["forwardings"]] == [TWO, ONE]


def test_only_the_parallel_forwardings_that_differ_are_written() -> None:
    rows = [
        {"id": "1", "alias": "Mine", "destination": ONE, "active": True},
        {"id": "2", "alias": "", "destination": TWO, "active": True},
        {"id": "3", "alias": "", "destination": THREE, "active": True},
    ]
    place = f"{BASE}/parallelforwardings"
    answers = {f"GET {place}": {"items": rows}, f"PUT {place}/1": "", f"DELETE {place}/2": "", f"POST {place}": ""}
    service = line(**answers)
    assert status(service, parallel_forwardings=[{"destination": n} for n in (THREE, ONE, TWO)]) == UNCHANGED
    wanted = [{"destination": FOUR}, {"destination": THREE}, {"destination": ONE, "active": False}]
    assert status(service, parallel_forwardings=wanted) == UPDATED
    assert service.written == [
        (f"PUT {place}/1", {"destination": ONE, "alias": "Mine", "active": False}),
        (f"DELETE {place}/2", None),
        (f"POST {place}", {"destination": FOUR, "active": True}),
    ]


def test_a_part_of_a_new_line_keeps_what_was_not_mentioned() -> None:
    place = f"{BASE}/blockanonymous"
    service = new_line(**{f"GET {place}": {"enabled": False, "target": "VOICEMAIL"}, f"PUT {place}": ""})
    assert status(service, block_anonymous={"enabled": True}) == CREATED
    assert service.written[-1] == (f"PUT {place}", {"enabled": True, "target": "VOICEMAIL"})


def test_a_new_line_that_cannot_be_set_up_is_taken_back() -> None:
    place = f"{BASE}/blockanonymous"
    service = new_line(**{f"GET {place}": {"enabled": False, "target": "REJECT"}, f"PUT {place}": refused(403)})
    assert status(service, block_anonymous={"enabled": True}) == FAILED
    assert service.writes[-1].line == f"DELETE {BASE}"


def test_the_webhook_of_a_new_line_is_whole_even_where_nothing_is_shown() -> None:
    service = new_line(**{f"GET {BASE}/sipgateio": {}, f"PUT {BASE}/sipgateio": ""})
    assert status(service, webhook={"incoming_url": "https://hook.example.com/in"}) == CREATED
    flags = dict.fromkeys(("incomingActive", "outgoingActive", "log", "allowSelfSigned"), False)
    texts = {"incomingUrl": "https://hook.example.com/in", "outgoingUrl": "", "certificate": ""}
    assert service.writes[-1].json == {**flags, **texts}


@pytest.mark.parametrize(
    ("rule", "given", "becomes"), [(VERIFY, "OLD", UNCHANGED), (VERIFY, "NEW", UPDATED), (ALWAYS, "OLD", UPDATED)]
)
def test_a_certificate_is_compared_where_that_is_asked_for(rule: str, given: str, becomes: str) -> None:
    shown = {"incomingUrl": "https://hook.example.com/in", "outgoingUrl": "", "log": True, "certificate": "OLD"}
    service = line("sipgateio", **{f"GET {BASE}/sipgateio": shown})
    wanted = {**LINE, "webhook_certificate": given}
    (only,) = reconciled(PhoneLineAdapter(service.v2()), wanted, policy=Policy(update_secrets=rule)).outcomes
    assert only.status == becomes
    assert [(sent.json["certificate"], sent.json["log"]) for sent in service.writes] == [(given, True)] * (
        becomes == UPDATED
    )
    assert "OLD" not in repr(only.change.record.values)


def test_a_line_may_forward_to_the_mailbox_of_a_line_that_is_made_after_it() -> None:
    box = {"id": "v2", "belongsToEndpoint": {"extension": "p2"}}
    places = [f"/v2/w1/phonelines/p{number}/forwardings" for number in (1, 2)]
    service = new_line(
        **{
            "POST /v2/w1/phonelines": [{"id": "p1"}, {"id": "p2"}],
            "PUT /v2/w1/phonelines/p2": "",
            "GET /v2/voicemails": {"items": [box]},
            **{f"GET {place}": {"items": []} for place in places},
            **{f"PUT {place}": "" for place in places},
        }
    )
    first = {**LINE, "forwardings": [{"destination": "voicemail:phone_line:Back"}]}
    report = reconciled(PhoneLineAdapter(service.v2()), first, {**LINE, "alias": "Back"})
    assert [one.status for one in report.outcomes] == [CREATED, CREATED]
    assert [body["forwardings"][0]["destination"] for sent, body in service.written if "forw" in sent] == ["v2"]


def test_a_line_that_is_to_be_gone_is_not_made_for_another() -> None:
    service = line(**{f"GET {BASE}/forwardings": {"items": []}})
    first = {**LINE, "forwardings": [{"destination": "phone_line:Back"}]}
    back = {"alias": "Back", "user": LINE["user"], "state": "absent"}
    report = reconciled(PhoneLineAdapter(service.v2()), first, back)
    assert [one.status for one in report.outcomes] == [FAILED, UNCHANGED]
    assert not service.writes


def test_a_line_of_nobody_is_missed_in_check_mode_too() -> None:
    service = line(**{f"GET {BASE}/forwardings": {"items": []}})
    wanted = {**LINE, "forwardings": [{"destination": "phone_line:nobody@example.com/Back"}]}
    (only,) = reconciled(PhoneLineAdapter(service.v2()), wanted, check_mode=True).outcomes
    assert "there is no user nobody@example.com" in str(only.error)


# the mailbox

BOX = {"id": "v1", "timeout": 20, "active": True}
MAILBOX = f"{BASE}/voicemails/v1"


def mailbox(can_transcribe: bool = True, boxes: Any = (BOX,), **more: Any) -> ScriptedService:
    details = {"transcription": False, "canTranscribe": can_transcribe}
    writes = {f"PUT {MAILBOX}": "", f"PUT {MAILBOX}/transcriptions": ""}
    return line(
        **{f"GET {BASE}": {**ROW, "voicemails": list(boxes)}, "GET /v2/voicemails/v1": details, **writes, **more}
    )


def set_on_line(service: ScriptedService, **wanted: Any) -> tuple[str, str]:
    return outcome(PhoneLineAdapter(service.v2()), **LINE, voicemail=wanted)


def set_on_mailbox(service: ScriptedService, **wanted: Any) -> tuple[str, str]:
    return outcome(VoicemailAdapter(service.v2()), phone_line="Front", user=LINE["user"], **wanted)


BOTH = pytest.mark.parametrize("settle", [set_on_line, set_on_mailbox])


@BOTH
@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        ({"active": False}, ("", {"active": False, "transcription": False, "timeout": 20})),
        ({"answer_after": 5}, ("", {"active": True, "transcription": False, "timeout": 5})),
        (
            {"answer_after": 5, "transcription": True},
            ("", {"active": True, "transcription": True, "timeout": 5}),
        ),
        ({"transcription": True}, ("/transcriptions", {"active": True})),
    ],
)
def test_what_is_not_wanted_of_a_mailbox_keeps_what_it_is(settle: Any, wanted: Any, written: Any) -> None:
    service = mailbox()
    assert settle(service, **wanted) == (UPDATED, "")
    path, bean = written
    assert service.written == [(f"PUT {MAILBOX}{path}", bean)]


@BOTH
def test_a_transcription_that_is_not_booked_is_not_asked_for(settle: Any) -> None:
    service = mailbox(can_transcribe=False)
    status, error = settle(service, transcription=True)
    assert status == FAILED and "is not booked" in error
    assert not service.writes


@BOTH
def test_a_line_without_a_mailbox_has_nothing_to_set(settle: Any) -> None:
    service = mailbox(boxes=())
    status, error = settle(service, active=True)
    assert status == FAILED and "has no mailbox" in error
    assert not service.writes


def test_a_mailbox_that_tells_no_time_is_given_none() -> None:
    service = mailbox(boxes=[{"id": "v1", "active": False}])
    assert set_on_line(service, active=True)[0] == UPDATED
    assert service.written == [(f"PUT {MAILBOX}", {"active": True, "transcription": False})]


def test_a_new_line_keeps_what_was_not_mentioned_of_its_mailbox() -> None:
    details = {"transcription": True, "canTranscribe": True}
    service = new_line(
        **{f"GET {BASE}": {**ROW, "voicemails": [BOX]}, "GET /v2/voicemails/v1": details, f"PUT {MAILBOX}": ""}
    )
    assert status(service, voicemail={"answer_after": 5}) == CREATED
    assert service.written[-1] == (f"PUT {MAILBOX}", {"active": True, "transcription": True, "timeout": 5})


def test_only_the_mailboxes_that_are_meant_are_read() -> None:
    other = {"id": "p2", "alias": "Back"}
    service = mailbox(**{"GET /v2/w1/phonelines": {"items": [other, ROW]}})
    records = VoicemailAdapter(service.v2()).fetch(frozenset((f"Front\n{LINE['user']}",)))
    assert [record.values["phone_line"] for record in records] == ["Front"]
