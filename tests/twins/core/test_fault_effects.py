# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each kind of fault does, as a client sees it."""

from __future__ import annotations

import http.client
import time

import pytest


def saved(running):
    return running.twin.notes


def test_status_answers_instead_of_the_platform_and_as_it_is(running):
    fault = {"status": 503, "reason": "Not today", "headers": {"Retry-After": "2"}, "body": "later"}
    running.control.faults({"do": "status", **fault})
    response, body = running.send("PUT", "/notes/a", b"one")
    assert (response.status, response.reason, body) == (503, "Not today", b"later")
    assert response.headers["Retry-After"] == "2"
    assert "Content-Type" not in response.headers
    assert saved(running) == {}
    assert running.control.requests()[0]["status"] == 503


def test_status_has_the_standard_reason_and_no_body_by_default(running):
    running.control.faults({"do": "status", "status": 429}, {"do": "status", "status": 743})
    response, body = running.send("GET", "/notes")
    assert (response.status, response.reason, body) == (429, "Too Many Requests", b"")
    response, body = running.send("GET", "/notes")
    assert (response.status, response.reason, body) == (743, "", b"")


def test_reset_before_does_nothing_and_drops_the_connection(running):
    running.control.faults({"do": "reset_before"})
    with pytest.raises(ConnectionResetError):
        running.send("PUT", "/notes/a", b"one")
    assert saved(running) == {}


def test_reset_after_does_the_work_and_drops_the_connection(running):
    running.control.faults({"do": "reset_after"})
    with pytest.raises(ConnectionResetError):
        running.send("PUT", "/notes/a", b"one")
    assert saved(running) == {"a": "one"}


@pytest.mark.parametrize("do", ["reset_before", "reset_after"])
def test_a_dropped_connection_ends_as_that_of_a_dead_server(running, do):
    running.control.faults({"do": do})
    with pytest.raises(ConnectionResetError):
        running.raw(b"GET /notes HTTP/1.1\r\nHost: h\r\n\r\n")


def test_delay_works_at_once_and_answers_late(running):
    running.control.faults({"do": "delay", "ms": 400})
    connection = running.connect()
    began = time.monotonic()
    connection.request("PUT", "/notes/a", b"one")
    while not saved(running):
        time.sleep(0.005)
    assert time.monotonic() - began < 0.3
    assert connection.getresponse().status == 204
    assert time.monotonic() - began >= 0.4


def test_delay_does_not_hold_up_other_requests(running):
    running.control.faults({"do": "delay", "ms": 1000, "match": {"path": "slow"}})
    slow = running.connect()
    began = time.monotonic()
    slow.request("GET", "/notes/slow")
    assert running.send("GET", "/notes")[0].status == 200
    assert time.monotonic() - began < 0.9
    assert slow.getresponse().status == 200


def test_ms_delays_any_fault(running):
    running.control.faults({"do": "status", "status": 500, "ms": 200})
    began = time.monotonic()
    assert running.send("GET", "/notes")[0].status == 500
    assert time.monotonic() - began >= 0.2


def test_truncate_promises_the_whole_and_sends_half(running):
    running.twin.notes = {"a": "x" * 100}
    whole = running.send("GET", "/notes")[1]
    running.control.faults({"do": "truncate"})
    with pytest.raises(http.client.IncompleteRead) as cut:
        running.send("GET", "/notes")
    assert cut.value.partial == whole[: len(whole) // 2]
    assert len(cut.value.partial) + cut.value.expected == len(whole)


def test_truncate_does_the_work_and_cuts_the_head_where_there_is_no_body(running):
    running.control.faults({"do": "truncate"})
    answer = running.raw(b"PUT /notes/a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\none")
    assert answer.startswith(b"HTTP/1.1 204")
    assert b"\r\n\r\n" not in answer
    assert saved(running) == {"a": "one"}


def test_truncate_of_an_answer_of_the_faults_own(running):
    running.control.faults({"do": "truncate", "status": 502, "body": "0123456789"})
    answer = running.raw(b"PUT /notes/a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\none")
    assert answer.startswith(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 10\r\n")
    assert answer.endswith(b"\r\n\r\n01234")
    assert saved(running) == {}


def test_empty_is_200_without_a_body(running):
    running.control.faults({"do": "empty"})
    response, body = running.send("PUT", "/notes/a", b"one")
    assert (response.status, response.headers["Content-Length"], body) == (200, "0", b"")
    assert "Content-Type" not in response.headers
    assert saved(running) == {}


def test_html_is_a_maintenance_page_with_200(running):
    running.control.faults({"do": "html"})
    response, body = running.send("PUT", "/notes/a", b"one")
    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"<h1>Maintenance</h1>" in body
    assert saved(running) == {}


def test_html_takes_another_status_page_and_type(running):
    fault = {"do": "html", "status": 503, "body": "<p>no</p>", "headers": {"content-type": "text/html"}}
    running.control.faults(fault)
    response, body = running.send("GET", "/notes")
    assert (response.status, response.headers.get_all("Content-Type"), body) == (503, ["text/html"], b"<p>no</p>")


def test_redirect_leads_to_another_host(running):
    running.control.faults({"do": "redirect"}, {"do": "redirect", "status": 307, "headers": {"location": "/x"}})
    response, _body = running.send("GET", "/notes")
    assert (response.status, response.headers["Location"]) == (302, "http://redirected.example.com/")
    response, _body = running.send("GET", "/notes")
    assert (response.status, response.headers.get_all("Location")) == (307, ["/x"])


def test_oversize_never_tells_its_length(running):
    running.control.faults({"do": "oversize", "bytes": 200_000, "body": "<a>"})
    response, body = running.send("PUT", "/notes/a", b"one")
    assert (response.status, response.headers["Transfer-Encoding"]) == (200, "chunked")
    assert "Content-Length" not in response.headers
    assert len(body) == 200_000
    assert body.startswith(b"<a><a><a>")
    assert saved(running) == {}


def test_oversize_is_64_mib_by_default_and_stops_when_the_client_goes(running):
    running.control.faults({"do": "oversize", "match": {"times": 0}})
    response = running.connect()
    response.request("GET", "/notes")
    answer = response.getresponse()
    assert len(answer.read(1_000_000)) == 1_000_000
    answer.close()
    response.close()
    size = 0
    connection = running.connect()
    connection.request("GET", "/notes")
    answer = connection.getresponse()
    while part := answer.read(1 << 20):
        size += len(part)
    assert size == 64 * 1024 * 1024


def test_oversize_for_http_1_0_ends_with_the_connection(running):
    running.control.faults({"do": "oversize", "bytes": 100_000})
    head, _blank, body = running.raw(b"GET /notes HTTP/1.0\r\nHost: h\r\n\r\n").partition(b"\r\n\r\n")
    assert b"Transfer-Encoding" not in head
    assert b"Content-Length" not in head
    assert len(body) == 100_000


def test_exception_is_the_platforms_own_where_it_has_one(running):
    running.control.faults({"do": "exception"})
    response, body = running.send("GET", "/notes?action=own")
    assert (response.status, body) == (500, b"the platform's own exception")


def test_exception_is_a_plain_500_otherwise(running):
    running.control.faults({"do": "exception"})
    response, body = running.send("PUT", "/notes/a", b"one")
    assert (response.status, body) == (500, b"Internal Server Error\n")
    assert saved(running) == {}


def test_pollute_puts_html_in_front_of_the_answer(running):
    running.control.faults({"do": "pollute"}, {"do": "pollute", "body": "<!-- -->"})
    response, body = running.send("GET", "/notes")
    assert (response.status, response.headers["Content-Type"]) == (200, "application/json")
    assert body == b"<br />\n<b>Warning</b>:  Unexpected answer of a back end<br />\n{}"
    assert running.send("GET", "/notes")[1] == b"<!-- -->{}"


def test_pollute_is_the_platforms_own_where_it_has_one(running):
    running.control.faults({"do": "pollute"})
    assert running.send("GET", "/notes?action=own")[1] == b"the platform's own pollute"


@pytest.mark.parametrize("do", ["pollute", "exception"])
def test_a_kind_that_the_platform_carries_out_without_an_answer_is_left_to_its_handling(running, do):
    running.twin.own_faults = frozenset({do})
    running.control.faults({"do": do})
    response, body = running.send("GET", "/notes")
    assert (response.status, body) == (200, b"{}")


def test_expire_session_is_left_to_the_platform_that_carries_it_out(running):
    running.twin.own_faults = frozenset({"expire_session"})
    running.twin.sessions = {"session-1"}
    running.control.faults({"do": "expire_session"})
    assert running.send("GET", "/notes", X_Session="session-1")[0].status == 200


@pytest.mark.parametrize("do", ["expire_session", "lock_login"])
def test_an_answer_of_the_platforms_own_takes_the_place_of_its_work(running, do):
    running.control.faults({"do": do}, {"do": "truncate"})
    with pytest.raises(http.client.IncompleteRead) as cut:
        running.send("PUT", "/notes/a?action=own", b"one")
    assert f"the platform's own {do}".startswith(cut.value.partial.decode())
    assert saved(running) == {}


def test_a_condition_with_an_answer_of_its_own_gives_it(running):
    running.control.faults({"do": "expire_session", "status": 440}, {"do": "delay", "ms": 1, "body": "slow"})
    assert running.send("PUT", "/notes/a", b"one")[0].status == 440
    response, body = running.send("PUT", "/notes/a", b"one")
    assert (response.status, body) == (200, b"slow")
    assert saved(running) == {}


def test_expire_session_forgets_sessions_before_the_platform_answers(running):
    running.twin.sessions = {"session-1"}
    assert running.send("GET", "/notes", X_Session="session-1")[0].status == 200
    running.control.faults({"do": "expire_session"})
    assert running.send("GET", "/notes", X_Session="session-1")[0].status == 401


def test_lock_login_is_the_platforms_own(running):
    running.control.faults({"do": "lock_login"})
    assert running.send("GET", "/notes?action=login")[0].status == 403


def test_faults_are_checked_before_authentication(running):
    running.control.faults({"do": "status", "status": 500})
    assert running.send("GET", "/notes", X_Session="unknown")[0].status == 500
    assert running.send("GET", "/notes", X_Session="unknown")[0].status == 401


def test_a_backend_fault_is_handed_to_the_platform_as_it_was_scripted(running):
    fault = {"match": {"backend": "getNotes"}, "do": "delay", "ms": 6000}
    running.control.faults(fault)
    began = time.monotonic()
    assert running.send("GET", "/notes")[1] == b"{}"
    body = running.send("GET", "/notes?action=remote")[1]
    assert body == b'{"match": {"backend": "getNotes"}, "do": "delay", "ms": 6000}'
    assert time.monotonic() - began < 3
    assert running.send("GET", "/notes?action=remote")[1] == b"null"


def test_a_delay_and_a_status_make_a_slow_failure(running):
    running.control.faults({"do": "delay", "ms": 200}, {"do": "status", "status": 500})
    began = time.monotonic()
    assert running.send("GET", "/notes")[0].status == 500
    assert time.monotonic() - began >= 0.2


def test_faults_hit_paths_that_nobody_owns(running):
    running.control.faults({"do": "status", "status": 418, "match": {"path": "^/nowhere$"}})
    assert running.send("GET", "/nowhere")[0].status == 418
    assert running.send("GET", "/nowhere")[0].status == 404


@pytest.mark.parametrize("do", ["exception", "pollute", "expire_session", "lock_login", "truncate"])
def test_no_kind_needs_a_platform(running, do):
    running.control.faults({"do": do, "match": {"path": "^/nowhere$"}})
    if do == "truncate":
        with pytest.raises(http.client.IncompleteRead):
            running.send("GET", "/nowhere")
    else:
        assert running.send("GET", "/nowhere")[0].status == (500 if do == "exception" else 404)
