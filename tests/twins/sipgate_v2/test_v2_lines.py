# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phone lines, fax lines and voicemails."""

from __future__ import annotations

from typing import Any

import pytest

BASE = "http://127.0.0.1:8470/v2"


def test_line_is_made_in_two_steps(account: Any) -> None:
    answer = account.post("/w0/phonelines", {"alias": "is passed over"})
    url = f"{BASE}/w0/phonelines/p0"
    assert answer.status == 200
    assert answer.body == {
        "id": "p0",
        "alias": "Admin Example",
        "blockAnonymousUrl": f"{url}/blockanonymous",
        "devicesUrl": f"{url}/devices",
        "forwardingsUrl": f"{url}/forwardings",
        "numbersUrl": f"{url}/numbers",
        "parallelForwardingsUrl": f"{url}/parallelforwardings",
        "voicemailsUrl": f"{url}/voicemails",
    }
    assert account.put("/w0/phonelines/p0", {"alias": "Warehouse"}).status == 204
    assert account.items("/w0/phonelines")[0]["alias"] == "Warehouse"
    assert account.get("/w0/phonelines/p0").body == {
        "id": "p0",
        "alias": "Warehouse",
        "voicemails": [{"id": "v0", "timeout": 20, "active": False}],
    }


def test_aliases_need_not_be_unique(account: Any) -> None:
    account.post("/w0/phonelines")
    account.post("/w0/phonelines")
    assert [item["alias"] for item in account.items("/w0/phonelines")] == ["Admin Example"] * 2


def test_line_of_another_user_is_404(demo: Any) -> None:
    demo.post("/w1/phonelines")
    assert demo.get("/w1/phonelines/p0").status == 200
    assert demo.get("/w0/phonelines/p0").status == 404
    assert demo.delete("/w0/phonelines/p0").status == 404


def test_deleting_a_line_unroutes_its_numbers_and_takes_its_voicemail(demo: Any) -> None:
    demo.post("/w0/phonelines")
    voicemail = demo.get("/w0/phonelines/p0").body["voicemails"][0]["id"]
    demo.put("/numbers/9001", {"endpointId": "p0"})
    demo.post("/w0/notifications/voicemail/email", {"voicemailId": voicemail, "email": "a@example.com"})
    assert demo.delete("/w0/phonelines/p0").status == 204
    assert demo.delete("/w0/phonelines/p0").status == 404
    number = demo.items("/numbers")[0]
    assert (number["endpointId"], number["endpointAlias"], number["endpointUrl"]) == ("", "", "")
    assert demo.get(f"/voicemails/{voicemail}").status == 404
    assert demo.get("/w0/notifications").body["voicemail"] == []


def test_devices_of_a_line_are_a_set(account: Any, line: str, device: str) -> None:
    for _attempt in range(2):
        assert account.post(f"{line}/devices", {"deviceId": device}).status == 204
    assert account.last_call()["applied"] is False
    assert [item["id"] for item in account.items(f"{line}/devices")] == [device]
    assert account.post(f"{line}/devices", {"deviceId": "e9"}).status == 400
    assert account.post(f"{line}/devices", {}).status == 400
    assert account.delete(f"{line}/devices/{device}").status == 204
    assert account.delete(f"{line}/devices/{device}").status == 404
    assert account.items(f"{line}/devices") == []


def test_forwardings_are_written_under_another_name_than_they_are_read(account: Any, line: str) -> None:
    path = f"{line}/forwardings"
    wanted = [
        {"destination": "v0", "timeout": 20, "active": True},
        {"destination": "+493023125901", "timeout": 0, "active": False},
    ]
    assert account.put(path, {"forwardings": wanted}).status == 204
    assert account.items(path) == [{"alias": "Voicemail", **wanted[0]}, {"alias": "+493023125901", **wanted[1]}]
    assert account.put(path, {"items": wanted}).status == 400
    assert account.put(path, {"forwardings": list(reversed(wanted))}).status == 204
    assert [item["destination"] for item in account.items(path)] == ["+493023125901", "v0"]
    assert account.put(path, {"forwardings": []}).status == 204
    assert account.items(path) == []


@pytest.mark.parametrize(
    "forwarding",
    [
        {"destination": "v0", "timeout": 601, "active": True},
        {"destination": "v0", "timeout": -1, "active": True},
        {"destination": "v9", "timeout": 0, "active": True},
        {"destination": "030 23125", "timeout": 0, "active": True},
        {"destination": "+4٩30", "timeout": 0, "active": True},
        {"timeout": 0, "active": True},
        {"alias": "Voicemail", "destination": "v0", "timeout": 0, "active": True},
    ],
)
def test_forwarding_that_is_refused(account: Any, line: str, forwarding: Any) -> None:
    assert account.put(f"{line}/forwardings", {"forwardings": [forwarding]}).status == 400
    assert account.last_call()["applied"] is False


def test_parallel_forwarding_tells_no_id(account: Any, line: str) -> None:
    path = f"{line}/parallelforwardings"
    answer = account.post(path, {"destination": "+493023125901", "alias": "Home", "active": True})
    assert (answer.status, answer.body) == (204, None)
    item = {"id": "x0", "alias": "Home", "destination": "+493023125901", "active": True}
    assert account.items(path) == [item]
    assert account.put(f"{path}/x0", {"alias": "Away"}).status == 204
    assert account.items(path) == [{**item, "alias": "Away", "active": False}]
    assert account.put(f"{path}/x9", {}).status == 404
    assert account.put(f"{path}/x0", {"destination": "v9"}).status == 400
    assert account.post(path, {"alias": "x"}).status == 400
    assert account.delete(f"{path}/x0").status == 204
    assert account.delete(f"{path}/x0").status == 404


def test_block_anonymous_answers_the_new_state(account: Any, line: str) -> None:
    path = f"{line}/blockanonymous"
    assert account.get(path).body == {"enabled": False, "target": "REJECT"}
    answer = account.put(path, {"enabled": True, "target": "VOICEMAIL"})
    assert (answer.status, answer.body) == (200, {"enabled": True, "target": "VOICEMAIL"})
    assert account.put(path, {"target": "VOICEMAIL"}).body == {"enabled": False, "target": "VOICEMAIL"}
    assert account.put(path, {"enabled": True, "target": "HANGUP"}).status == 400


def test_webhook_of_a_line_needs_both_urls(account: Any, line: str) -> None:
    path = f"{line}/sipgateio"
    assert account.put(path, {"incomingActive": True}).status == 400
    urls = {"incomingUrl": "https://hook.example.com/in", "outgoingUrl": ""}
    assert account.put(path, {**urls, "incomingActive": True, "certificate": "PEM"}).status == 204
    assert account.put(path, {**urls, "log": True}).status == 204
    assert account.get(path).body == {
        "incomingActive": False,
        "outgoingActive": False,
        **urls,
        "log": True,
        "certificate": "PEM",
        "allowSelfSigned": False,
    }
    assert account.put(path, {"incomingUrl": "hook", "outgoingUrl": ""}).status == 400
    assert account.get(f"{path}/log").body == {"items": []}


def test_voicemail_of_a_line(account: Any, line: str) -> None:
    path = f"{line}/voicemails/v0"
    assert account.put(path, {"active": True}).status == 400
    assert account.put(path, {"active": True, "transcription": True, "timeout": 30}).status == 204
    url = f"{BASE}{path}"
    assert account.items(f"{line}/voicemails") == [
        {
            "id": "v0",
            "alias": "Voicemail",
            "timeout": 30,
            "active": True,
            "transcriptionsUrl": f"{url}/transcriptions",
            "transcription": True,
            "canTranscribe": True,
            "greetingsUrl": f"{url}/greetings",
            "activeGreetingAlias": None,
            "activeGreetingId": None,
            "accessNumber": "+493023125999",
        }
    ]
    assert account.put(f"{path}/transcriptions", {"active": False}).status == 204
    assert account.get("/voicemails/v0").body["transcription"] is False
    assert account.put(path, {"active": True, "transcription": False}).status == 204
    assert account.get(line).body["voicemails"] == [{"id": "v0", "timeout": 30, "active": True}]
    assert account.put(f"{line}/voicemails/v9", {"active": True, "transcription": False}).status == 404


def test_transcription_that_is_not_booked(account: Any) -> None:
    account.knobs(features={"transcription": False})
    account.post("/w0/phonelines")
    path = "/w0/phonelines/p0/voicemails/v0"
    assert account.put(path, {"active": True, "transcription": True}).status == 403
    assert account.put(path, {"active": True, "transcription": False}).status == 204
    account.knobs(features={"transcription": True})
    assert account.get("/voicemails/v0").body["canTranscribe"] is True
    assert account.put(path, {"active": True, "transcription": True}).status == 204
    account.knobs(features={"transcription": False})
    assert account.items("/w0/phonelines/p0/voicemails")[0]["canTranscribe"] is False
    assert account.get("/voicemails/v0").body["canTranscribe"] is False


def test_the_switch_for_transcription_does_not_ask_what_is_booked(account: Any, line: str) -> None:
    path = f"{line}/voicemails/v0/transcriptions"
    account.knobs(features={"transcription": False})
    assert account.put(path, {"active": True}).status == 204
    voicemail = account.get("/voicemails/v0").body
    assert (voicemail["transcription"], voicemail["canTranscribe"]) == (True, False)
    assert account.put(path, {"active": False}).status == 204
    assert account.put(f"{line}/voicemails/v9/transcriptions", {"active": True}).status == 404


def test_greetings(account: Any, line: str) -> None:
    path = f"{line}/voicemails/v0/greetings"
    assert account.post(path, {"filename": "", "base64Content": "QUJD"}).status == 400
    assert account.post(path, {"filename": "a.wav", "base64Content": "QU JD"}).status == 400
    first = account.post(path, {"filename": "a.wav", "base64Content": "QUJD"})
    assert first.status == 200
    second = account.post(path, {"filename": "b.wav", "base64Content": "QUJD"}).body["items"]
    assert [greeting["alias"] for greeting in second] == ["a.wav", "b.wav"]
    one, two = (greeting["id"] for greeting in second)
    assert account.put(f"{path}/{one}", {"active": True}).status == 204
    assert account.put(f"{path}/{two}", {"active": True}).status == 204
    assert [greeting["active"] for greeting in account.items(path)] == [False, True]
    read = account.get("/voicemails/v0").body
    assert (read["activeGreetingAlias"], read["activeGreetingId"]) == ("b.wav", two)
    assert account.delete(f"{path}/{two}").status == 204
    assert account.get("/voicemails/v0").body["activeGreetingId"] is None
    assert account.put(f"{path}/{two}", {"active": True}).status == 404


def test_voicemails_name_their_endpoint(demo: Any) -> None:
    demo.post("/w0/phonelines")
    assert demo.items("/voicemails")[0]["belongsToEndpoint"] == {"extension": "g0", "type": "GROUP"}
    assert demo.items("/voicemails")[2] == {
        "id": "v2",
        "alias": "Voicemail",
        "belongsToEndpoint": {"extension": "p0", "type": "PHONELINE"},
    }


def test_fax_line(account: Any) -> None:
    line = {
        "id": "f0",
        "alias": "Admin Example",
        "tagline": "Admin Example",
        "canSend": True,
        "canReceive": True,
    }
    answer = account.post("/w0/faxlines")
    assert (answer.status, answer.body) == (200, line)
    path = "/w0/faxlines/f0"
    assert account.get(path).status == 405
    assert account.put(path, {"alias": "Fax"}).status == 204
    assert account.put(f"{path}/tagline", {"value": "Example Ltd"}).status == 204
    assert account.items("/w0/faxlines") == [{**line, "alias": "Fax", "tagline": "Example Ltd"}]
    assert account.put(f"{path}/callerid", {"value": "+493023125001"}).status == 204
    assert account.get(f"{path}/callerid").body == {"value": "+493023125001"}
    assert account.put("/w0/faxlines/f9", {"alias": "x"}).status == 404
    assert account.delete(path).status == 204
    assert account.delete(path).status == 404
