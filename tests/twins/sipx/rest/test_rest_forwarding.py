# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Call forwarding with and without schedules, and the schedules."""

from __future__ import annotations

import json
from typing import Any

import pytest

from simulator.sipx.state.schedules import GENERAL, GROUP, Schedule

RING = (
    "<ring><expiration>25</expiration><type>At the same time</type><enabled>true</enabled><number>4155</number></ring>"
)
SEQUENCE = "<call-sequence><rings>{}</rings><expiration>12</expiration></call-sequence>"
OFFICE = {
    "name": "Office",
    "description": "weekdays",
    "periods": [{"scheduledDay": 2, "start": {"hrs": 9, "min": 0}, "end": {"hrs": 17, "min": 30}}],
}


def test_a_new_user_has_the_default_of_the_proxy(demo):
    assert demo.get("/my/forward").text == (
        "<call-sequence>\n  <rings/>\n  <expiration>20</expiration>\n"
        "  <withVoicemail>true</withVoicemail>\n</call-sequence>"
    )
    assert demo.get("/my/callfwd").text == '{"rings":[],"expiration":20,"withVM":true}'


def test_replace_and_read(demo):
    answer = demo.put("/my/forward", SEQUENCE.format(RING))
    assert (answer.status, answer.body, answer.content_type) == (200, b"", None)
    assert demo.get("/my/forward").text == (
        "<call-sequence>\n  <rings>\n    <ring>\n      <expiration>25</expiration>\n"
        "      <type>At the same time</type>\n"
        "      <enabled>true</enabled>\n      <number>4155</number>\n    </ring>\n  </rings>\n"
        "  <expiration>12</expiration>\n  <withVoicemail>true</withVoicemail>\n</call-sequence>"
    )
    assert demo.get("/my/callfwd").text == (
        '{"rings":[{"expiration":25,"type":"At the same time","enabled":true,"number":"4155","scheduleId":null}],'
        '"expiration":12,"withVM":true}'
    )


def test_voicemail_is_read_only(demo):
    demo.put("/my/forward", SEQUENCE.format("").replace("</call", "<withVoicemail>false</withVoicemail></call"))
    assert demo.get_json("/my/forward")["call-sequence"]["withVoicemail"] is True


def test_defaults_of_what_is_missing(demo):
    demo.put("/my/forward", "<call-sequence><rings><ring><type>If no response</type></ring></rings></call-sequence>")
    assert demo.get_json("/my/forward") == {
        "call-sequence": {
            "rings": [{"expiration": 0, "type": "If no response", "enabled": False}],
            "expiration": 0,
            "withVoicemail": True,
        }
    }


@pytest.mark.parametrize("ring_type", ["", "<type>if no response</type>", "<type/>"])
def test_an_unknown_type_is_none_and_breaks_the_other_resource(demo, ring_type):
    demo.put("/my/forward", SEQUENCE.format(RING.replace("<type>At the same time</type>", ring_type)))
    assert "type" not in demo.get_json("/my/forward")["call-sequence"]["rings"][0]
    assert demo.get("/my/callfwd").failure == "Internal error: null"


def test_xml_clears_with_an_empty_list_and_breaks_without(demo):
    demo.put("/my/forward", SEQUENCE.format(RING))
    assert demo.put("/my/forward", "<call-sequence/>").failure == "Internal error: null"
    assert len(demo.get_json("/my/forward")["call-sequence"]["rings"]) == 1
    assert demo.put("/my/forward", SEQUENCE.format("")).status == 200
    assert demo.get_json("/my/forward")["call-sequence"]["rings"] == []


def test_json_takes_the_array_it_returns_and_cannot_clear(demo):
    ring = {"expiration": 5, "type": "If no response", "enabled": True, "number": "4155"}
    for rings, stored in (([ring], [ring]), (ring, [ring]), ([ring, ring], [ring, ring])):
        assert demo.put_json("/my/forward", {"call-sequence": {"rings": rings, "expiration": 20}}).status == 200
        assert demo.get_json("/my/forward")["call-sequence"]["rings"] == stored
    assert demo.put_json("/my/forward", {"call-sequence": {"rings": [], "expiration": 20}}).status == 500
    assert demo.put_json("/my/forward", {"call-sequence": {"rings": {"ring": [ring]}}}).status == 500
    assert demo.put_json("/my/forward", {"call-sequence": {"rings": ""}}).status == 200
    assert demo.get_json("/my/forward")["call-sequence"]["rings"] == [{"expiration": 0, "enabled": False}]


def test_the_other_methods(demo):
    for path in ("/my/forward", "/my/callfwd"):
        assert demo.post(path).is_page(500)
        assert demo.delete(path).is_page(500)


def schedules(server: Any) -> list[dict[str, Any]]:
    return json.loads(server.get("/my/callfwdsched").text)


def test_rings_with_schedules(demo):
    demo.post_json("/my/callfwdsched", OFFICE)
    schedule = schedules(demo)[0]["scheduleId"]
    ring = {"expiration": 25, "type": "If no response", "enabled": True, "number": "4155", "scheduleId": schedule}
    assert demo.put("/my/callfwd", json.dumps({"rings": [ring], "expiration": "7", "withVM": False})).status == 200
    assert json.loads(demo.get("/my/callfwd").text) == {"rings": [ring], "expiration": 7, "withVM": True}
    demo.put("/my/forward", SEQUENCE.format(RING))
    assert json.loads(demo.get("/my/callfwd").text)["rings"][0]["scheduleId"] is None


def test_a_deleted_schedule_leaves_rings_that_apply_always(demo):
    demo.post_json("/my/callfwdsched", OFFICE)
    ring = {"type": "If no response", "number": "4155", "scheduleId": 1}
    demo.put("/my/callfwd", json.dumps({"rings": [ring]}))
    assert demo.delete("/my/callfwdsched/1").status == 200
    shown = json.loads(demo.get("/my/callfwd").text)
    assert shown["rings"] == [
        {"expiration": 0, "type": "If no response", "enabled": False, "number": "4155", "scheduleId": None}
    ]
    assert shown["expiration"] == 0


@pytest.mark.parametrize(
    "body",
    ["{}", '{"rings":null}', "null", '{"rings":[null]}', '{"rings":[{"scheduleId":99,"type":"If no response"}]}'],
)
def test_rings_that_break(demo, body):
    assert demo.put("/my/callfwd", body).failure
    assert demo.get("/my/callfwd").text == '{"rings":[],"expiration":20,"withVM":true}'


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '{"rings":{}}', '{"rings":[{"expiration":"x"}]}', '{"rings":[{"enabled":"yes"}]}']
)
def test_json_that_does_not_fit_is_an_error_page(demo, body):
    assert demo.put("/my/callfwd", body).is_page(500)


def test_unknown_properties_are_ignored_and_any_content_type_is_json(demo):
    assert demo.send("PUT", "/rest/my/callfwd", '{"rings":[],"x":1}', Content_Type="text/xml").status == 200
    assert demo.send("PUT", "/rest/my/callfwd", '{"rings":[]}').status == 200


def test_a_schedule_is_created_without_telling_its_id(demo):
    answer = demo.post_json("/my/callfwdsched", OFFICE)
    assert (answer.status, answer.body) == (200, b"")
    answer = demo.get("/my/callfwdsched")
    assert answer.content_type == "text/plain; charset=ISO-8859-1"
    assert answer.text == (
        '[{"scheduleId":1,"name":"Office","description":"weekdays","periods":[{"scheduledDay":2,'
        '"start":{"hrs":9,"min":0},"end":{"hrs":17,"min":30}}]}]'
    )
    assert json.loads(demo.get("/my/callfwdsched/1").text) == {"scheduleId": 1, **OFFICE}
    assert schedules(demo) == json.loads(demo.get("/my/callfwdsched/abc").text)


def test_post_to_an_item_creates_another(demo):
    demo.post_json("/my/callfwdsched/1", OFFICE)
    demo.post_json("/my/callfwdsched/1", {**OFFICE, "name": "Other"})
    assert [schedule["name"] for schedule in schedules(demo)] == ["Office", "Other"]


def test_put_replaces(demo):
    demo.post_json("/my/callfwdsched", OFFICE)
    weekend = [{"scheduledDay": -2, "start": {"hrs": 1, "min": 0}, "end": {"hrs": 2, "min": 0}}]
    assert demo.put("/my/callfwdsched/1", json.dumps({"periods": weekend})).status == 200
    assert schedules(demo) == [{"scheduleId": 1, "name": None, "description": None, "periods": weekend}]


@pytest.mark.parametrize("path", ["/my/callfwdsched", "/my/callfwdsched/abc", "/my/callfwdschedule"])
def test_put_and_delete_need_an_id(demo, path):
    assert demo.put(path, json.dumps(OFFICE)).is_page(403)
    assert demo.delete(path).is_page(403)


def test_unknown_ids_break(demo):
    assert demo.get("/my/callfwdsched/99").failure.startswith("Internal error: No row with the given identifier")
    assert demo.put("/my/callfwdsched/99", json.dumps(OFFICE)).failure
    assert demo.delete("/my/callfwdsched/99").failure


def test_schedules_of_the_groups_are_listed_and_those_of_others_reached(demo):
    user = demo.pbx.users.draft(demo.pbx.users.named("200000").id)
    user.group_ids = [1]
    demo.pbx.users.store(user)
    demo.pbx.schedules.save(Schedule("of the group", GROUP, group_id=1))
    other = demo.pbx.schedules.save(Schedule("general", GENERAL))
    assert [schedule["name"] for schedule in schedules(demo)] == ["of the group"]
    assert json.loads(demo.get(f"/my/callfwdsched/{other.id}").text)["name"] == "general"
    assert demo.put(f"/my/callfwdsched/{other.id}", json.dumps(OFFICE)).status == 200
    demo.twin.configure({"schedule_ownership_unchecked": False})
    assert demo.put(f"/my/callfwdsched/{other.id}", json.dumps(OFFICE)).is_page(403)
    assert demo.delete(f"/my/callfwdsched/{other.id}").is_page(403)


def test_names_are_unique_for_a_user(demo):
    demo.post_json("/my/callfwdsched", OFFICE)
    reason = "A schedule with name Office is already defined"
    assert demo.post_json("/my/callfwdsched", OFFICE).is_page(422, reason)
    demo.post_json("/my/callfwdsched", {**OFFICE, "name": "Other"})
    assert demo.put("/my/callfwdsched/2", json.dumps(OFFICE)).is_page(422, reason)
    assert demo.put("/my/callfwdsched/1", json.dumps(OFFICE)).status == 200


def test_schedules_without_a_name_are_never_duplicates(demo):
    for _twice in range(2):
        assert demo.post_json("/my/callfwdsched", {**OFFICE, "name": None}).status == 200
    assert [schedule["name"] for schedule in schedules(demo)] == [None, None]


def period(day: Any, start: int, end: int) -> dict[str, Any]:
    return {"scheduledDay": day, "start": {"hrs": start, "min": 0}, "end": {"hrs": end, "min": 0}}


@pytest.mark.parametrize(
    "periods",
    [
        [],
        [period(2, 17, 9)],
        [period(2, 9, 12), period(2, 11, 13)],
        [period(-1, 9, 12), period(6, 11, 13)],
        [period(0, 9, 12), period(-2, 11, 13)],
    ],
)
def test_periods_that_are_refused(demo, periods):
    assert demo.post_json("/my/callfwdsched", {**OFFICE, "periods": periods}).is_page(422)


@pytest.mark.parametrize(
    "periods",
    [[period(2, 9, 12), period(2, 12, 13)], [period(-1, 9, 12), period(-2, 9, 12)], [period(1, 0, 1), period(7, 0, 1)]],
)
def test_periods_that_are_not(demo, periods):
    assert demo.post_json("/my/callfwdsched", {**OFFICE, "periods": periods}).status == 200


@pytest.mark.parametrize(
    "body",
    [
        {**OFFICE, "periods": [period(2, 9, 9)]},
        {**OFFICE, "periods": [period(8, 9, 10)]},
        {**OFFICE, "periods": [period(-3, 9, 10)]},
        {"name": "x"},
        {"periods": [{"scheduledDay": 2, "start": {"hrs": 9, "min": 0}}]},
        {"periods": [{"scheduledDay": 2, "end": {"hrs": 9, "min": 0}}]},
    ],
)
def test_periods_that_break(demo, body):
    assert demo.post_json("/my/callfwdsched", body).failure
    assert schedules(demo) == []


@pytest.mark.parametrize("path", ["/my/forward", "/my/callfwd"])
@pytest.mark.parametrize("timer", ["abc", "9" * 5000])
def test_a_timer_that_is_no_number(demo, path, timer):
    demo.pbx.users.named("200000").settings["callfwd/timer"] = timer
    assert demo.get(path).failure == f'Internal error: For input string: "{timer}"'


@pytest.mark.parametrize("body", ["[" * 5000, '{"x":' * 250 + "1" + "}" * 250, f'{{"expiration":{"9" * 5000}}}'])
def test_json_that_is_too_much_for_the_reader(demo, body):
    assert demo.put("/my/callfwd", body).is_page(
        500, "The server encountered an unexpected condition which prevented it from fulfilling the request"
    )
