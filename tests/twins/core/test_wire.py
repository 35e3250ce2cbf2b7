# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests and answers to the byte: what a twin is given, and what goes over the connection."""

from __future__ import annotations

import gzip
import re
import time
import urllib.request

import pytest
from multidict import CIMultiDict

from simulator.core.interface import Response
from simulator.testing import simulator_thread


def undated(answer):
    return re.sub(rb"Date: [^\r]*\r\n", b"", answer)


def request(line="GET /notes HTTP/1.1", *headers, body=b""):
    return "\r\n".join([line, "Host: h", *headers, "", ""]).encode("latin-1") + body


def answered(running, response, *headers, line="GET /notes HTTP/1.1"):
    running.twin.answer_next = response
    return undated(running.raw(request(line, *headers, "Connection: close")))


def test_only_what_frames_the_answer_is_added(running):
    answer = answered(running, Response(200, b"body", CIMultiDict({"X-Case": "Kept", "server": "Jetty(6.1.26)"})))
    assert answer == (
        b"HTTP/1.1 200 OK\r\nX-Case: Kept\r\nserver: Jetty(6.1.26)\r\nContent-Length: 4\r\n"
        b"Connection: close\r\n\r\nbody"
    )


def test_the_date_is_server_time(running):
    running.control.advance(20 * 366 * 24 * 3600)
    now = running.twin.clock.utcnow()
    response, _body = running.send("GET", "/notes")
    assert f" {now.year} " in response.headers["Date"]


def test_a_date_of_the_twins_own_is_kept(running):
    date = "Thu, 01 Jan 1970 00:00:00 GMT"
    running.twin.answer_next = Response(headers=CIMultiDict({"Date": date}))
    assert running.send("GET", "/notes")[0].headers.get_all("Date") == [date]


@pytest.mark.parametrize(
    ("status", "reason", "line"),
    [
        (200, None, b"HTTP/1.1 200 OK"),
        (401, "Bad credentials", b"HTTP/1.1 401 Bad credentials"),
        (747, "Not allowed", b"HTTP/1.1 747 Not allowed"),
        (747, None, b"HTTP/1.1 747 "),
        (200, "", b"HTTP/1.1 200 "),
        (500, "two\r\nlines", b"HTTP/1.1 500 two  lines"),
        (500, "Stra\u00dfe \u20ac", b"HTTP/1.1 500 Stra\xdfe ?"),
    ],
)
def test_any_status_and_reason_is_sent(running, status, reason, line):
    assert answered(running, Response(status, reason=reason)).split(b"\r\n")[0] == line


def test_a_line_break_in_a_header_cannot_forge_another(running):
    answer = answered(running, Response(headers=CIMultiDict({"X-A": "1\r\nX-B: 2"})))
    assert b"\r\nX-A: 1  X-B: 2\r\n" in answer


def test_headers_can_be_sent_twice(running):
    headers = CIMultiDict([("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
    assert b"Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n" in answered(running, Response(headers=headers))


@pytest.mark.parametrize("status", [204, 304])
def test_204_and_304_have_no_body_and_no_length(running, status):
    answer = answered(running, Response(status, b"ignored"))
    assert b"Content-Length" not in answer
    assert answer.endswith(b"\r\n\r\n")


def test_head_tells_the_length_and_sends_no_body(running):
    answer = answered(running, Response(200, b"body"), line="HEAD /notes HTTP/1.1")
    assert answer == b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n"
    answer = answered(running, Response(200), line="HEAD /notes HTTP/1.1")
    assert answer == b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def test_head_keeps_the_connection(running):
    connection = running.connect()
    for _time in range(2):
        connection.request("HEAD", "/notes")
        connection.getresponse().read()
    assert [row["connection"] for row in running.control.requests()] == [1, 1]


def test_a_twin_can_send_chunks(running):
    headers = CIMultiDict({"Transfer-Encoding": "chunked"})
    answer = answered(running, Response(200, b"0123456789abcdefg", headers))
    assert b"Content-Length" not in answer
    assert answer.endswith(b"\r\n\r\n11\r\n0123456789abcdefg\r\n0\r\n\r\n")
    assert answered(running, Response(200, b"", headers)).endswith(b"\r\n\r\n0\r\n\r\n")
    answer = answered(running, Response(200, b"body", headers), line="GET /notes HTTP/1.0")
    assert b"Transfer-Encoding" not in answer
    assert answer.endswith(b"Content-Length: 4\r\nConnection: close\r\n\r\nbody")


def test_a_length_that_is_a_lie_is_sent_and_ends_the_connection(running):
    running.twin.answer_next = Response(200, b"body", CIMultiDict({"Content-Length": "99"}))
    answer = undated(running.raw(request()))
    assert answer == b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\nbody"


def test_keep_alive_goes_on_until_the_client_ends_it(running):
    with running.socket() as connection:
        connection.sendall(request() * 3 + request("GET /notes HTTP/1.1", "Connection: close"))
        answers = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answers.count(b"HTTP/1.1 200 OK") == 4
    assert answers.count(b"Connection: close") == 1
    assert [row["connection"] for row in running.control.requests()] == [1, 1, 1, 1]


def test_http_1_0_is_kept_only_if_asked_for(running):
    assert b"Connection: close" in running.raw(request("GET /notes HTTP/1.0"))
    with running.socket() as connection:
        connection.sendall(request("GET /notes HTTP/1.0", "Connection: keep-alive"))
        assert b"Connection: keep-alive" in connection.recv(65536)
        connection.sendall(request("GET /notes HTTP/1.0"))
        assert connection.recv(65536)


def test_a_twin_can_end_the_connection(running):
    running.twin.answer_next = Response(headers=CIMultiDict({"Connection": "close"}))
    assert running.raw(request()).startswith(b"HTTP/1.1 200 OK\r\nConnection: close\r\n")


def test_errors_keep_the_connection(running):
    connection = running.connect()
    running.control.faults({"do": "status", "status": 500}, {"do": "html"}, {"do": "redirect"})
    for _time in range(5):
        connection.request("POST", "/notes", b"x" * 10_000)
        connection.getresponse().read()
    assert {row["connection"] for row in running.control.requests()} == {1}


def test_expect_100_continue_is_answered_before_the_body_comes(running):
    with running.socket() as connection:
        connection.sendall(request("PUT /notes/a HTTP/1.1", "Content-Length: 3", "Expect: 100-continue"))
        assert connection.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"one")
        assert connection.recv(65536).startswith(b"HTTP/1.1 204 No Content\r\n")
    assert running.twin.notes == {"a": "one"}


def test_a_chunked_request_arrives_whole(running):
    chunks = b"3\r\none\r\n4\r\n two\r\n0\r\n\r\n"
    message = request("PUT /notes/a HTTP/1.1", "Transfer-Encoding: chunked", "Connection: close", body=chunks)
    assert running.raw(message).startswith(b"HTTP/1.1 204")
    (received,) = running.twin.received
    assert received.body == b"one two"
    assert received.headers["Transfer-Encoding"] == "chunked"
    assert "Content-Length" not in received.headers


def test_a_body_that_breaks_its_framing_is_400(running):
    message = request("PUT /notes/a HTTP/1.1", "Transfer-Encoding: chunked", body=b"zz\r\n")
    assert running.raw(message).split(b"\r\n")[0].endswith(b" 400 Bad Request")
    assert running.twin.notes == {}


def test_a_client_that_goes_in_the_middle_of_its_body_leaves_no_trace(running, capfd):
    with running.socket() as connection:
        connection.sendall(request("PUT /notes/a HTTP/1.1", "Content-Length: 100", body=b"half"))
    assert running.send("GET", "/notes")[1] == b"{}"
    assert capfd.readouterr().err == ""


def test_a_large_body_arrives_whole(running):
    body = b"x" * 5_000_000
    assert running.send("PUT", "/notes/a", body)[0].status == 204
    assert len(running.twin.received[0].body) == 5_000_000


def test_a_compressed_body_is_left_to_the_twin(running):
    body = gzip.compress(b"one")
    running.twin.answer_next = Response()
    running.send("PUT", "/notes/a", body, Content_Encoding="gzip")
    assert running.twin.received[0].body == body


@pytest.mark.parametrize(
    ("target", "path", "query"),
    [
        ("/notes", "/notes", ""),
        ("/notes?", "/notes", ""),
        ("/notes?a=1&a=2&b", "/notes", "a=1&a=2&b"),
        ("/notes/a%20b%2Fc?x=%C3%A4+%2b", "/notes/a%20b%2Fc", "x=%C3%A4+%2b"),
        ("/notes//./../a;v=1", "/notes//./../a;v=1", ""),
        ("/notes/a?b?c", "/notes/a", "b?c"),
        ("/notes/[a]|{b}", "/notes/[a]|{b}", ""),
        ("http://pbx.example.com:8443/notes/a?b=c", "/notes/a", "b=c"),
    ],
)
def test_path_and_query_are_raw(running, target, path, query):
    running.raw(request(f"GET {target} HTTP/1.1", "Connection: close"))
    (received,) = running.twin.received
    assert (received.path, received.query) == (path, query)


def test_the_request_is_as_it_was_sent(running):
    running.raw(b"PATCH /notes HTTP/1.1\r\nhost: pbx.example.com\r\nx-A: 1\r\nX-a: 2\r\nConnection: close\r\n\r\n")
    (received,) = running.twin.received
    assert received.method == "PATCH"
    assert list(received.headers.items())[1:3] == [("x-A", "1"), ("X-a", "2")]
    assert received.connection == 1
    assert received.base_url == "http://pbx.example.com"


def test_without_a_host_the_base_url_is_the_address_of_the_port(running):
    running.raw(b"GET /notes HTTP/1.0\r\n\r\n")
    assert running.twin.received[0].base_url == running.control.url


def test_a_long_request_line_reaches_the_twin(running):
    assert running.send("GET", "/notes?" + "&".join(["id=123456"] * 4000))[0].status == 200


def test_latency_holds_back_every_answer_but_those_of_control_calls(toy_twins):
    with simulator_thread(make_twins=toy_twins, latency_ms=300) as control:
        began = time.monotonic()
        assert control.requests() == []
        assert time.monotonic() - began < 0.3
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"{control.url}/notes") as answer:
            assert answer.status == 200
        assert time.monotonic() - began >= 0.3


def test_an_answer_can_be_held_back_by_the_twin(running):
    running.twin.answer_next = Response(200, b"late", delay_s=0.2)
    running.control.faults({"do": "delay", "ms": 100})
    began = running.twin.clock.now()
    assert running.send("GET", "/notes")[1] == b"late"
    assert running.twin.clock.now() - began >= 0.3
