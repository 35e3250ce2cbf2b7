# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""History, sessions, live calls and what happens as time passes."""

from __future__ import annotations

import base64
from typing import Any

import pytest

SMS = {"smsId": "s0", "recipient": "+493023125901", "message": "Hello"}
PDF = base64.b64encode(b"%PDF-1.4").decode()
FAX = {"faxlineId": "f1", "recipient": "+493023125901", "filename": "a.pdf", "base64Content": PDF}


def ids(entries: list[Any]) -> list[str]:
    return [entry["id"] for entry in entries]


def test_history_is_paged_newest_first(demo: Any) -> None:
    answer = demo.get("/history?limit=2")
    assert (ids(answer.body["items"]), answer.body["totalCount"]) == (["404", "403"], 4)
    assert ids(demo.items("/history?offset=2")) == ["402", "401"]
    assert demo.get("/history?limit=1001").status == 400
    assert demo.get("/history?limit=1000").status == 200


def test_history_shows_ten_by_default(demo: Any) -> None:
    state = demo.state()
    state["history"] = [{**state["history"][0], "id": str(1000 + number)} for number in range(12)]
    demo.load(state)
    answer = demo.get("/history")
    assert (len(answer.body["items"]), answer.body["totalCount"]) == (10, 12)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("types=CALL", ["402", "401"]),
        ("types=CALL&types=FAX", ["404", "402", "401"]),
        ("directions=MISSED_INCOMING", ["402"]),
        ("archived=false", ["404", "403", "402", "401"]),
        ("archived=true", []),
        ("starred=STARRED", []),
        ("starred=UNSTARRED&limit=1", ["404"]),
        ("from=2026-02-03T00:00:00.000Z", ["404", "403"]),
        ("to=2026-02-01T23:59:59Z", ["401"]),
        ("phonenumber=%2B493023125902", ["403", "401"]),
        ("connectionIds=p0", []),
    ],
)
def test_filters_of_the_history(demo: Any, query: str, found: list[str]) -> None:
    assert ids(demo.items(f"/history?{query}")) == found


@pytest.mark.parametrize(
    "query",
    ["types=FAXES", "directions=UP", "starred=yes", "archived=1", "from=yesterday", "to=9999-12-31T23:59:59-12:00"],
)
def test_filter_that_is_refused(demo: Any, query: str) -> None:
    assert demo.get(f"/history?{query}").status == 400


def test_devices_are_no_connections(demo: Any) -> None:
    assert demo.get("/history?connectionIds=e0").status == 403


def test_history_entry_has_the_fields_of_its_type(demo: Any) -> None:
    assert demo.get("/history/404").body == {
        "id": "404",
        "source": "+493023125901",
        "target": "+493023125001",
        "sourceAlias": "+493023125901",
        "targetAlias": "+493023125001",
        "type": "FAX",
        "created": "2026-02-04T09:30:00Z",
        "lastModified": "2026-02-04T09:30:00Z",
        "direction": "INCOMING",
        "incoming": True,
        "status": "PICKUP",
        "connectionIds": [],
        "read": False,
        "archived": False,
        "note": "",
        "endpoints": [],
        "starred": False,
        "labels": [],
        "faxStatusType": "SENT",
        "scheduled": None,
        "documentUrl": "https://media.example.net/faxes/0123abcd.pdf",
        "reportUrl": "",
        "previewUrl": "",
        "pageCount": 2,
    }
    assert demo.get("/history/401").body["callStatusType"] == "SUCCESS"
    assert demo.get("/history/999").status == 404


def test_flags_that_are_left_out_are_reset(demo: Any) -> None:
    path = "/history/401"
    assert demo.put(path, {"note": "hot", "archived": True, "read": True, "starred": True}).status == 204
    assert demo.put(path, {"read": True}).status == 204
    entry = demo.get(path).body
    assert (entry["note"], entry["archived"], entry["read"], entry["starred"]) == ("hot", False, True, False)
    assert entry["lastModified"] > entry["created"]


def test_many_entries_are_changed_with_a_bare_list(demo: Any) -> None:
    assert demo.put("/history", [{"id": "401", "read": True}, {"id": "402", "starred": True}]).status == 204
    assert demo.get("/history/401").body["read"] is True
    assert demo.get("/history/402").body["starred"] is True
    assert demo.put("/history", [{"id": "403", "read": True}, {"id": "999"}]).status == 404
    assert demo.get("/history/403").body["read"] is False
    assert demo.put("/history", [{"id": "401", "note": "x"}]).status == 400
    assert demo.put("/history", {"id": "401"}).status == 400
    assert demo.put("/history", []).status == 204


def test_older_calls_set_one_property(demo: Any) -> None:
    assert demo.put("/history/401/archive", {"value": True}).status == 204
    assert demo.put("/history/401/read", {"value": True}).status == 204
    answer = demo.put("/history/401/note", {"note": "x"})
    assert answer.status == 200
    assert (answer.body["archived"], answer.body["read"], answer.body["note"]) == (True, True, "x")


def test_deleting_history(demo: Any) -> None:
    assert demo.delete("/history/401").status == 204
    assert demo.delete("/history/401").status == 404
    assert demo.delete("/history?id=402&id=403").status == 204
    assert ids(demo.items("/history")) == ["404"]


@pytest.mark.parametrize("path", ["/history", "/history/"])
def test_delete_without_an_id_wipes_the_history(demo: Any, path: str) -> None:
    assert demo.delete(path).status == 204
    assert demo.get("/history").body == {"items": [], "totalCount": 0}


def test_export_is_csv(demo: Any) -> None:
    answer = demo.get("/history/export?limit=1")
    assert answer.headers["Content-Type"] == "text/octet-stream"
    header, line = answer.body.splitlines()
    assert header.startswith("id,source,target,sourceAlias")
    assert line.startswith("404,+493023125901,+493023125001")
    assert ",true," in line


def test_neo_history_has_no_calls(demo: Any) -> None:
    demo.knobs(neo=True)
    assert ids(demo.items("/history")) == ["404", "403"]


def test_message_shows_in_the_history_a_little_later(account: Any) -> None:
    answer = account.post("/sessions/sms", SMS)
    assert (answer.status, answer.body) == (204, None)
    assert account.last_call()["applied"] is True
    assert account.get("/balance").body["amount"] == 125000 - 900
    assert account.items("/history") == []
    account.advance(2)
    (entry,) = account.items("/history")
    assert (entry["type"], entry["direction"], entry["smsContent"]) == ("SMS", "OUTGOING", "Hello")
    assert (entry["source"], entry["target"], entry["connectionIds"]) == ("s0", "+493023125901", ["s0"])


def test_message_in_the_future(account: Any) -> None:
    now = account.simulation.clock.now()
    assert account.post("/sessions/sms", {**SMS, "sendAt": now - 1}).status == 400
    assert account.post("/sessions/sms", {**SMS, "sendAt": now + 31 * 86400}).status == 400
    assert account.post("/sessions/sms", {**SMS, "sendAt": now + 3600.5}).status == 204
    account.advance(2)
    assert account.items("/history")[0]["scheduled"].endswith("Z")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"recipient": "+493023125901", "message": "x"}, 500),
        ({**SMS, "smsId": ""}, 500),
        ({**SMS, "smsId": "s9"}, 403),
        ({**SMS, "smsId": "p0"}, 403),
        ({**SMS, "message": " "}, 400),
        ({**SMS, "recipient": "030"}, 400),
        ({**SMS, "recipient": "+4٩30"}, 400),
    ],
)
def test_message_that_is_refused(account: Any, body: Any, status: int) -> None:
    assert account.post("/sessions/sms", body).status == status
    assert account.get("/balance").body["amount"] == 125000


def test_nothing_without_funds(demo: Any) -> None:
    demo.post("/w0/faxlines")
    demo.post("/w0/devices/register", {})
    state = demo.state()
    state["balance"]["amount"] = 100
    demo.load(state)
    call = {"caller": "e0", "callee": "+493023125901"}
    for path, body in (("sms", SMS), ("fax", FAX), ("calls", call), ("voicemail/recording", {"deviceId": "e0"})):
        answer = demo.post(f"/sessions/{path}", body)
        assert (answer.status, answer.raw) == (402, b"")


@pytest.mark.parametrize("outcome", ["SENT", "FAILED"])
def test_fax_goes_its_way(demo: Any, outcome: str) -> None:
    demo.knobs(fax_outcome=outcome, session_step_s=10)
    demo.post("/w0/faxlines")
    answer = demo.post("/sessions/fax", FAX)
    assert answer.status == 200
    path = f"/history/{answer.body['sessionId']}"
    assert demo.get(path).status == 404
    for expected in ("PENDING", "SENDING", outcome):
        demo.advance(10)
        assert demo.get(path).body["faxStatusType"] == expected
    assert demo.post("/sessions/fax/resend", {"faxId": answer.body["sessionId"]}).status == 204
    assert demo.post("/sessions/fax/resend", {"faxId": "401"}).status == 404


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"recipient": "nobody"}, 407),
        ({"faxlineId": "f9"}, 403),
        ({"faxlineId": " "}, 400),
        ({"base64Content": "%%"}, 400),
    ],
)
def test_fax_that_is_refused(demo: Any, change: Any, status: int) -> None:
    demo.post("/w0/faxlines")
    assert demo.post("/sessions/fax", {**FAX, **change}).status == status


def test_call_from_beginning_to_end(account: Any, device: str) -> None:
    account.put("/settings/sipgateio", {"incomingUrl": "", "outgoingUrl": "https://hook.example.com/out", "log": True})
    answer = account.post("/sessions/calls", {"caller": device, "callee": "+493023125901"})
    assert (answer.status, list(answer.body)) == (200, ["sessionId"])
    assert account.items("/log/webhooks")[0]["url"] == "https://hook.example.com/out"
    assert account.get("/calls").body == {"data": []}
    account.advance(2)
    (call,) = account.get("/calls").body["data"]
    assert call == {
        "callId": call["callId"],
        "muted": False,
        "recording": False,
        "hold": False,
        "participants": [
            {"participantId": "0", "phoneNumber": "e0", "muted": False, "hold": False, "owner": True},
            {"participantId": "1", "phoneNumber": "+493023125901", "muted": False, "hold": False, "owner": False},
        ],
    }
    assert call["callId"] != answer.body["sessionId"]
    account.advance(70)
    assert account.get("/calls").body == {"data": []}
    (entry,) = account.items("/history?types=CALL")
    assert (entry["callId"], entry["source"], entry["target"]) == (call["callId"], "e0", "+493023125901")
    assert (entry["sourceAlias"], entry["targetAlias"]) == ("Desk", "+493023125901")


@pytest.mark.parametrize(
    ("whitelist", "pushed"),
    [(None, 1), ([], 0), (["w0"], 1), (["w1"], 0), (["p0"], 1), (["p1"], 0), (["g0"], 1), (["g1", "p0"], 1)],
)
def test_the_whitelist_says_whose_calls_are_pushed(demo: Any, whitelist: list[str] | None, pushed: int) -> None:
    device = demo.post("/w0/devices/register", {}).body["id"]
    for path in ("/w0/phonelines", "/w0/phonelines"):
        demo.post(path)
    demo.post("/w0/phonelines/p0/devices", {"deviceId": device})
    demo.post("/groups/g0/devices", {"deviceId": device})
    url = "https://hook.example.com/out"
    demo.put("/settings/sipgateio", {"incomingUrl": "", "outgoingUrl": url, "log": True, "whitelist": whitelist})
    demo.post("/sessions/calls", {"caller": device, "callee": "+493023125901"})
    assert len(demo.items("/log/webhooks")) == pushed


def test_what_can_be_done_to_a_call(account: Any, device: str) -> None:
    account.post("/sessions/calls", {"caller": "+493023125001", "callee": "+493023125901", "deviceId": device})
    path = f"/calls/{account.state()['calls'][0]['callId']}"
    assert account.put(f"{path}/hold", {"value": True}).status == 404
    account.advance(2)
    for method, name, body in (
        ("PUT", "muted", {"value": True}),
        ("PUT", "hold", {"value": True}),
        ("PUT", "recording", {"announcement": False, "value": True}),
        ("POST", "announcements", {"url": "https://files.example.com/a.wav"}),
        ("POST", "dtmf", {"sequence": "1A*#"}),
        ("POST", "transfer", {"attended": False, "phoneNumber": "+493023125902"}),
    ):
        answer = account.send(method, f"{path}/{name}", body)
        assert (answer.status, answer.raw) == (204, b"")
        assert account.send(method, f"/calls/other/{name}", body).status == 404
        assert account.send(method, f"{path}/{name}", {}).status == 400
    (call,) = account.get("/calls").body["data"]
    assert (call["muted"], call["hold"], call["recording"]) == (True, True, True)
    assert call["participants"][1]["phoneNumber"] == "+493023125902"
    assert account.post(f"{path}/dtmf", {"sequence": "1e"}).status == 400
    assert account.post(f"{path}/announcements", {"url": "a.wav"}).status == 400
    assert account.delete(path).status == 204
    assert account.delete(path).status == 404


def test_what_differs_on_newer_accounts(account: Any, device: str) -> None:
    account.post("/sessions/calls", {"caller": device, "callee": "+493023125901"})
    path = f"/calls/{account.state()['calls'][0]['callId']}"
    account.knobs(live2026=True, neo=True)
    assert account.put(f"{path}/hold", {"value": True}).status == 409
    account.advance(2)
    assert account.put(f"{path}/recording", {"announcement": False, "value": True}).status == 400
    assert account.put(f"{path}/recording", {"announcement": True, "value": True}).status == 204


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"caller": "+493023125001", "callee": "+493023125901"}, 400),
        ({"caller": "03023125001", "callee": "+493023125901"}, 400),
        ({"caller": "03023125001", "callee": "+493023125901", "deviceId": "e9"}, 403),
        ({"caller": "e9", "callee": "+493023125901"}, 403),
        ({"caller": "e0", "callee": "+493023125901", "deviceId": "e9"}, 403),
        ({"caller": "e0"}, 400),
        ({"caller": "e0", "callee": "nobody"}, 400),
        ({"caller": "e0", "callee": "٠٣٠"}, 400),
        ({"caller": "tel:+493023125001", "callee": "+493023125901"}, 400),
    ],
)
def test_call_that_is_refused(account: Any, device: str, body: Any, status: int) -> None:
    assert account.post("/sessions/calls", body).status == status


def test_parties_may_be_national_numbers(account: Any, device: str) -> None:
    assert account.post("/sessions/calls", {"caller": device, "callee": "03023125901"}).status == 200
    parties = {"caller": "03023125001", "callee": "03023125901"}
    refused = account.post("/sessions/calls", parties)
    assert (refused.status, refused.body["message"]) == (400, "deviceId is missing")
    assert account.post("/sessions/calls", {**parties, "deviceId": device}).status == 200


def test_recordings_and_playing_call_a_device(account: Any, device: str) -> None:
    for path, body in (
        ("voicemail/recording", {"deviceId": device, "targetId": "v0"}),
        ("ivr/recording", {"deviceId": device, "endpoint": "h0"}),
        ("voicemail/play", {"deviceId": device, "datadId": "1"}),
    ):
        assert list(account.post(f"/sessions/{path}", body).body) == ["sessionId"]
    assert account.post("/sessions/voicemail/play", {"deviceId": device, "dataId": "1"}).status == 400
    assert account.post("/sessions/voicemail/play", {"datadId": "1"}).status == 403
