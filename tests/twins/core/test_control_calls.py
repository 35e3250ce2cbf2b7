# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control calls, over HTTP: what they take, what they answer and what they refuse."""

from __future__ import annotations

import json
import time
from datetime import datetime

import pytest

from simulator.testing import ControlCallError


def control(running, method, path, body=None):
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    response, answer = running.send(method, f"/_sim/{path}", data)
    return response.status, json.loads(answer)


def test_reset_without_a_body_or_a_seed_is_empty(running):
    for body in (None, {}, {"seed": None}, {"seed": "empty", "anything": "else"}):
        running.twin.notes = {"a": "b"}
        assert control(running, "POST", "reset", body) == (200, {"seed": "empty"})
        assert running.twin.notes == {}


def test_reset_to_a_named_seed(running):
    assert control(running, "POST", "reset", {"seed": "demo"}) == (200, {"seed": "demo"})
    assert running.control.state() == {"notes": {"notes": {"first": "hello"}}, "other": {"notes": {"first": "hello"}}}


def test_state_reset_state_is_identity(running):
    running.send("PUT", "/notes/a", b"one")
    before = running.control.state()
    running.control.reset("demo")
    running.control.reset(before)
    assert running.control.state() == before == {"notes": {"notes": {"a": "one"}}, "other": {"notes": {}}}


def test_the_state_of_one_platform_is_a_seed_too_and_the_others_become_empty(running):
    running.control.reset("demo")
    status, state = control(running, "GET", "state?platform=notes")
    assert (status, state) == (200, {"notes": {"notes": {"first": "hello"}}})
    running.control.reset(state)
    assert running.control.state() == {"notes": {"notes": {"first": "hello"}}, "other": {"notes": {}}}


@pytest.mark.parametrize("seed", ["nonesuch", 5, ["empty"], {"nonesuch": {}}, {"notes": "empty"}])
def test_a_seed_that_is_none_is_refused_and_changes_nothing(running, seed):
    running.control.reset("demo")
    running.control.configure(notes={"strict": True})
    status, answer = control(running, "POST", "reset", {"seed": seed})
    assert status == 400
    assert "seed" in answer["error"]
    assert running.twin.notes == {"first": "hello"}
    assert running.twin.knobs["strict"] is True


def test_an_inline_seed_that_a_platform_cannot_load_is_refused_and_changes_nothing(running, capfd):
    running.control.reset("demo")
    running.control.configure(notes={"strict": True})
    running.control.advance(60)
    status, answer = control(running, "POST", "reset", {"seed": {"notes": {}, "other": {"notes": {"x": "y"}}}})
    assert (status, answer) == (400, {"error": "the seed cannot be loaded: KeyError: 'notes'"})
    assert "Traceback" in capfd.readouterr().err
    assert running.control.state() == {"notes": {"notes": {"first": "hello"}}, "other": {"notes": {"first": "hello"}}}
    assert running.twin.knobs["strict"] is True
    assert running.twin.clock.offset_s == 60


def test_reset_clears_faults_sessions_knobs_and_clock_but_not_the_journal(running):
    running.twin.sessions = {"session-1"}
    running.control.faults({"do": "empty"})
    running.control.configure(notes={"limit": 5})
    running.control.advance(300)
    running.send("GET", "/notes")
    running.control.reset()
    assert control(running, "GET", "faults") == (200, [])
    assert running.twin.sessions == set()
    assert control(running, "GET", "config")[1]["notes"]["limit"] == 20
    assert control(running, "GET", "clock")[1]["offset_s"] == 0
    assert len(running.control.requests()) == 1


def test_config_lists_all_knobs_of_all_platforms(running):
    assert control(running, "GET", "config") == (
        200,
        {"notes": {"strict": False, "limit": 20, "edition": "plain", "anything": None}, "other": {"mode": "a"}},
    )


def test_config_sets_only_the_knobs_it_names(running):
    status, knobs = control(running, "POST", "config", {"notes": {"edition": "deluxe", "anything": [1]}})
    assert status == 200
    assert knobs["notes"] == {"strict": False, "limit": 20, "edition": "deluxe", "anything": [1]}
    assert knobs["other"] == {"mode": "a"}


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"nonesuch": {}}, "there is no platform 'nonesuch'; there are: notes, other"),
        ({"notes": {"nonesuch": 1}}, "notes has no knob 'nonesuch'; it has: anything, edition, limit, strict"),
        ({"notes": {"strict": 1}}, "notes: knob 'strict' takes a value of type bool, not 1"),
        ({"notes": {"limit": True}}, "notes: knob 'limit' takes a value of type int, not True"),
        ({"notes": {"edition": "gold"}}, "notes: knob 'edition' is one of 'plain', 'deluxe', not 'gold'"),
        ({"notes": {"edition": ["plain"]}}, "notes: knob 'edition' is one of 'plain', 'deluxe', not ['plain']"),
        ({"notes": 5}, 'the knobs of notes are an object, as in {"sipx": {"edition": "commercial"}}'),
        ([], 'the body is a JSON object such as {"sipx": {"edition": "commercial"}}'),
    ],
)
def test_config_refuses_what_does_not_exist(running, body, says):
    assert control(running, "POST", "config", body) == (400, {"error": says})


def test_config_is_all_or_nothing(running):
    body = {"notes": {"limit": 7}, "other": {"mode": 5}}
    assert control(running, "POST", "config", body)[0] == 400
    body = {"notes": {"limit": 7, "strict": "no"}}
    assert control(running, "POST", "config", body)[0] == 400
    assert running.twin.knobs["limit"] == 20


def test_the_clock_is_real_time_plus_what_it_was_advanced(running):
    status, clock = control(running, "POST", "clock", {"advance_s": 300})
    assert status == 200
    assert control(running, "POST", "clock", {"advance_s": 0.5})[1]["offset_s"] == 300.5
    status, clock = control(running, "GET", "clock")
    assert status == 200
    assert clock["offset_s"] == 300.5
    assert abs(clock["now"] - time.time() - 300.5) < 5
    assert abs(datetime.fromisoformat(clock["utc"]).timestamp() - clock["now"]) < 5
    assert abs(running.twin.clock.now() - clock["now"]) < 5


@pytest.mark.parametrize("seconds", [None, "300", True, -1, float("inf"), float("nan"), 1e15])
def test_the_clock_refuses_what_is_no_time_to_come(running, seconds):
    status, answer = control(running, "POST", "clock", {"advance_s": seconds})
    assert status == 400
    assert "'advance_s'" in answer["error"]
    assert running.twin.clock.offset_s == 0


def test_faults_are_appended_listed_and_cleared(running):
    first = {"match": {"platform": "notes"}, "do": "status", "status": 503}
    second = {"do": "empty"}
    assert control(running, "POST", "faults", [first]) == (200, [{**first, "seen": 0, "fired": 0}])
    assert control(running, "POST", "faults", second)[0] == 200
    running.send("GET", "/notes")
    expected = [{**first, "seen": 1, "fired": 1}, {**second, "seen": 1, "fired": 0}]
    assert control(running, "GET", "faults") == (200, expected)
    assert control(running, "DELETE", "faults") == (200, [])
    assert control(running, "GET", "faults") == (200, [])
    assert running.send("GET", "/notes")[0].status == 200


def test_a_list_with_a_bad_fault_is_refused_as_a_whole(running):
    status, answer = control(running, "POST", "faults", [{"do": "empty"}, {"do": "nonesuch"}])
    assert status == 400
    assert answer["error"].startswith("fault 2: 'do' is one of status, reset_before, ")
    assert control(running, "GET", "faults") == (200, [])


def test_faults_need_a_body(running):
    for body in (None, b'"empty"'):
        status, answer = control(running, "POST", "faults", body)
        assert status == 400
        assert answer["error"].startswith("the body is a list of faults such as ")


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe\xfa", b"[" * 100_000])
def test_a_body_that_is_not_json_is_refused(running, body):
    status, answer = control(running, "POST", "reset", body)
    assert status == 400
    assert answer["error"].startswith("the body is not JSON: ")


def test_unknown_calls_and_methods_are_told_what_there_is(running):
    status, answer = control(running, "GET", "nonesuch")
    assert status == 404
    assert answer["error"] == (
        "there is no control call /_sim/nonesuch; there are: "
        "/_sim/reset, /_sim/state, /_sim/requests, /_sim/served, /_sim/faults, /_sim/config, /_sim/clock"
    )
    response, body = running.send("PUT", "/_sim/clock", b"{}")
    assert (response.status, response.headers["Allow"]) == (405, "GET, POST")
    assert json.loads(body) == {"error": "/_sim/clock takes GET, POST, not PUT"}
    assert running.send("GET", "/_sim")[0].status == 404


def test_a_platform_that_does_not_exist_is_refused_as_a_filter(running):
    for call in ("state", "requests"):
        status, answer = control(running, "GET", f"{call}?platform=nonesuch")
        assert (status, answer) == (400, {"error": "there is no platform 'nonesuch'; there are: notes, other"})


def test_control_calls_answer_json_and_are_never_journalled(running):
    running.control.faults({"do": "status", "status": 503, "match": {"times": 0}})
    for path in ("state", "requests", "faults", "config", "clock", "nonesuch"):
        response, _body = running.send("GET", f"/_sim/{path}")
        assert response.headers["Content-Type"] == "application/json"
        assert response.status in (200, 404)
    assert running.control.requests() == []


def test_a_path_that_only_begins_like_a_control_call_is_not_one(running):
    assert running.send("GET", "/_simulator")[0].status == 404
    assert [row["path"] for row in running.control.requests()] == ["/_simulator"]


def test_a_state_that_is_not_json_is_a_defect_that_is_seen(running, capfd):
    running.twin.notes = {"a": object()}
    response, body = running.send("GET", "/_sim/state")
    assert response.status == 500
    assert b"/_sim/state: TypeError: Object of type object is not JSON serializable" in body
    assert "Traceback" in capfd.readouterr().err


def test_the_test_helper_reports_a_refusal_in_the_simulators_words(running):
    with pytest.raises(ControlCallError, match=r"400 .*notes has no knob 'nonesuch'"):
        running.control.configure(notes={"nonesuch": 1})


def test_served_calls_are_counted_for_ever(running):
    running.send("GET", "/notes")
    control(running, "DELETE", "requests")
    running.send("GET", "/notes")
    running.send("GET", "/notes", X_Session="unknown")
    status, rows = control(running, "GET", "served")
    assert status == 200
    (row,) = [row for row in rows if row["route"] == "/notes" and row["method"] == "GET"]
    assert row == {
        "platform": "notes",
        "method": "GET",
        "route": "/notes",
        "action": None,
        "times": 3,
        "statuses": [200, 401],
    }
