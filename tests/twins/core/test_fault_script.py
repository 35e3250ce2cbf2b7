# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scripted faults: their form, what they match and when they are due."""

from __future__ import annotations

import pytest

from simulator.core.faults import KINDS, FaultFormError, FaultScript, parse_fault
from simulator.core.interface import Call

PLATFORMS = ("notes", "other")


def call(**given):
    return Call(**{"platform": "notes", "method": "GET", "path": "/notes/a", **given})


def script(*faults):
    faults_in_order = FaultScript()
    faults_in_order.append(list(faults), PLATFORMS)
    return faults_in_order


def fired(faults_in_order, *calls):
    """What the faults do to each of the calls."""
    return [[fault.do for fault in faults_in_order.due(each)] for each in calls]


@pytest.mark.parametrize(
    ("match", "hit", "missed"),
    [
        ({"platform": "notes"}, {}, {"platform": "other"}),
        ({"method": "GET"}, {}, {"method": "PUT"}),
        ({"method": "get"}, {}, {"method": "PUT"}),
        ({"path": "/notes"}, {}, {"path": "/other"}),
        ({"path": "^/notes/[a-c]$"}, {}, {"path": "/notes/ab"}),
        ({"action": "save"}, {"action": "save"}, {"action": None}),
        ({"action": "save"}, {"action": "save"}, {"action": "saved"}),
        ({"account": "alice"}, {"account": "alice"}, {"account": "bob"}),
        ({"platform": "notes", "method": "GET"}, {}, {"method": "PUT"}),
        ({"platform": "notes", "method": "PUT"}, {"method": "PUT"}, {}),
    ],
)
def test_a_match_must_be_true_as_a_whole(match, hit, missed):
    assert fired(script({"match": match, "do": "empty"}), call(**missed), call(**hit)) == [[], ["empty"]]


def test_without_a_match_every_request_is_concerned():
    assert fired(script({"do": "empty"}), call(platform=None, path="*")) == [["empty"]]


def test_a_fault_fires_once_by_default():
    assert fired(script({"do": "empty"}), call(), call()) == [["empty"], []]


def test_times_is_how_often_it_fires():
    assert fired(script({"match": {"times": 2}, "do": "empty"}), *[call()] * 4) == [["empty"], ["empty"], [], []]


def test_times_0_fires_until_cleared():
    faults = script({"match": {"times": 0}, "do": "empty"})
    assert fired(faults, *[call()] * 50) == [["empty"]] * 50
    faults.clear()
    assert fired(faults, call()) == [[]]


def test_nth_is_the_first_match_that_is_hit():
    faults = script({"match": {"method": "PUT", "nth": 2, "times": 2}, "do": "empty"})
    puts = [call(method="PUT")] * 4
    assert fired(faults, puts[0], call(), *puts[1:]) == [[], [], ["empty"], ["empty"], []]


def test_faults_are_a_script_one_request_each():
    faults = script({"do": "status", "status": 500}, {"do": "empty"}, {"do": "html"})
    assert fired(faults, *[call()] * 4) == [["status"], ["empty"], ["html"], []]


def test_a_fault_counts_requests_that_another_one_hits():
    faults = script({"match": {"nth": 1}, "do": "empty"}, {"match": {"nth": 2}, "do": "html"})
    assert fired(faults, *[call()] * 3) == [["empty"], ["html"], []]


def test_conditions_come_on_top_of_the_fault_that_decides():
    faults = script(
        {"match": {"times": 0}, "do": "delay", "ms": 1},
        {"do": "expire_session"},
        {"do": "status", "status": 500},
        {"do": "lock_login"},
    )
    assert fired(faults, call(), call()) == [["delay", "expire_session", "status", "lock_login"], ["delay"]]


def test_a_condition_with_an_answer_of_its_own_decides():
    faults = script({"do": "delay", "ms": 1, "status": 503}, {"do": "empty"})
    assert fired(faults, *[call()] * 3) == [["delay"], ["empty"], []]


def test_a_backend_fault_waits_for_the_backend_call():
    faults = script({"match": {"backend": "NotesPort", "nth": 2}, "do": "status"})
    assert fired(faults, call(), call()) == [[], []]
    assert faults.due_backend(("OtherPort",), call()) is None
    assert faults.due_backend(("getNotes", "NotesPort"), call()) is None
    assert faults.due_backend(("getNotes", "NotesPort"), call()).do == "status"
    assert faults.due_backend(("getNotes", "NotesPort"), call()) is None


def test_a_backend_fault_matches_the_request_too():
    faults = script({"match": {"backend": "NotesPort", "account": "alice"}, "do": "delay"})
    assert faults.due_backend(("NotesPort",), call(account="bob")) is None
    assert faults.due_backend(("NotesPort",), call(account="alice")).do == "delay"


def test_progress_is_listed_with_what_was_scripted():
    faults = script({"match": {"nth": 2}, "do": "empty"})
    fired(faults, *[call()] * 3)
    assert faults.as_json() == [{"match": {"nth": 2}, "do": "empty", "seen": 2, "fired": 1}]


@pytest.mark.parametrize("do", KINDS)
def test_every_kind_can_be_scripted(do):
    assert parse_fault({"do": do, "status": 500, "ms": 1}, PLATFORMS).do == do


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("empty", "a fault is an object, not 'empty'"),
        ({}, f"'do' is missing; it is one of {', '.join(KINDS)}"),
        ({"do": "nonesuch"}, f"'do' is one of {', '.join(KINDS)}, not 'nonesuch'"),
        ({"do": "status"}, "'status' needs 'status', a whole number from 100 to 999"),
        ({"do": "delay"}, "'delay' needs 'ms', a number of milliseconds"),
        ({"do": "status", "status": "500"}, "'status' is a whole number from 100 to 999, not '500'"),
        ({"do": "status", "status": 99}, "'status' is a whole number from 100 to 999, not 99"),
        ({"do": "delay", "ms": -1}, "'ms' is a number of milliseconds, not -1"),
        ({"do": "delay", "ms": True}, "'ms' is a number of milliseconds, not True"),
        ({"do": "empty", "headers": ["A"]}, "'headers' is an object of names and values, not ['A']"),
        ({"do": "empty", "headers": {"A": {}}}, "'headers' is an object of names and values, not {'A': {}}"),
        ({"do": "empty", "body": 5}, "'body' is a text, or an object or a list that is sent as JSON, not 5"),
        ({"do": "oversize", "bytes": 1.5}, "'bytes' is a whole number, not 1.5"),
        (
            {"do": "empty", "satus": 500},
            "a fault has no key 'satus'; it has: match, do, status, reason, headers, body, ms, bytes",
        ),
        ({"do": "empty", "match": "all"}, "'match' is an object, not 'all'"),
        (
            {"do": "empty", "match": {"url": "/"}},
            "'match' has no key 'url'; it has: platform, method, path, action, backend, account, nth, times",
        ),
        ({"do": "empty", "match": {"platform": "x"}}, "there is no platform 'x'; there are: notes, other"),
        ({"do": "empty", "match": {"nth": 0}}, "'nth' is a whole number from 1, not 0"),
        ({"do": "empty", "match": {"times": -1}}, "'times' is a whole number, 0 for until cleared, not -1"),
        ({"do": "empty", "match": {"method": 5}}, "'method' is an HTTP method, not 5"),
    ],
)
def test_what_is_no_fault_is_refused_with_what_would_be_one(fault, says):
    with pytest.raises(FaultFormError) as refused:
        parse_fault(fault, PLATFORMS)
    assert str(refused.value) == says


def test_a_path_that_is_no_regular_expression_is_refused():
    with pytest.raises(FaultFormError, match="'path' is not a regular expression: "):
        parse_fault({"do": "empty", "match": {"path": "("}}, PLATFORMS)


def test_null_is_as_if_not_given():
    fault = parse_fault({"do": "empty", "status": None, "match": {"nth": None, "platform": None}}, PLATFORMS)
    assert (fault.status, fault.nth, fault.platform) == (None, 1, None)


def test_a_body_of_json_gets_its_content_type_unless_it_has_one():
    assert parse_fault({"do": "empty", "body": {"a": 1}}, PLATFORMS).headers == [("Content-Type", "application/json")]
    fault = parse_fault({"do": "empty", "body": [1], "headers": {"content-type": "text/plain"}}, PLATFORMS)
    assert (fault.body, fault.headers) == (b"[1]", [("content-type", "text/plain")])
    assert parse_fault({"do": "empty", "body": "text"}, PLATFORMS).headers == []


def test_a_header_can_be_given_more_than_once_and_as_a_number():
    fault = parse_fault({"do": "empty", "headers": {"Retry-After": 2, "Set-Cookie": ["a=1", "b=2"]}}, PLATFORMS)
    assert fault.headers == [("Retry-After", "2"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]
