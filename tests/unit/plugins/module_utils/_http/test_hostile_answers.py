# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers that are cut short, endless, slow or nonsense end in an error with a sentence, and in good time."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import drip, raw, reply

HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
LIMIT = 100_000


@pytest.fixture
def once(client_for, server):
    """A client that tries once and takes small answers only."""
    return client_for(server.url, max_answer=LIMIT, timeout=1, retry=RetryPolicy(tries=1))


def failure(client, method="GET"):
    with pytest.raises(RequestError) as caught:
        client.request(method, "/users", b"x" if method == "POST" else None)
    return caught.value


def chunks(*parts):
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


@pytest.mark.parametrize(
    "answer",
    [
        reply(200, b'{"users": [', length=5000),
        reply(200, b"", length=1),
        raw(CHUNKED + b"5\r\nab", close=True),
        raw(CHUNKED + chunks(b"abc"), close=True),
        raw(CHUNKED + b"zz\r\nabc\r\n0\r\n\r\n", close=True),
        raw(HEAD + b"Content-Length: 9999\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"abc" * 99), close=True),
        raw(HEAD + b"Content-Length: 5\r\nContent-Encoding: gzip\r\n\r\nabcde", close=True),
        raw(HEAD[:8], close=True),
        raw(b"SSH-2.0-OpenSSH_9.2\r\n", close=True),
        raw(b"\x16\x03\x01\x00\x00", close=True),
        raw(b"HTTP/1.1 abc OK\r\n\r\n", close=True),
        raw(HEAD + b"X" * 100_000 + b": y\r\n\r\n", close=True),
        raw(HEAD + b"".join(b"X-%d: y\r\n" % number for number in range(1000)) + b"\r\n", close=True),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_that_is_not_whole_is_an_error_whose_effect_is_unknown(server, once, answer, method):
    server.answers(answer)
    error = failure(once, method)
    assert error.outcome == RemoteError.UNKNOWN
    assert str(error).startswith(f"{method} /users was ")


def test_a_short_answer_says_how_much_of_it_arrived(server, once):
    server.answers(reply(200, b'{"users": [', length=5000))
    message = str(failure(once))
    assert "11 " in message
    assert "5000" in message or "4989" in message


def test_a_read_whose_answer_was_cut_short_is_repeated(server, client):
    server.answers(reply(200, b"par", length=50), raw(CHUNKED + chunks(b"abc"), close=True))
    assert client.request("GET", "/users").body == b"fine"


def test_an_answer_to_head_promises_a_length_and_has_no_body(server, once):
    server.answers(raw(HEAD + b"Content-Length: 5000\r\n\r\n"))
    assert once.request("HEAD", "/users").body == b""


@pytest.mark.parametrize(
    "answer",
    [
        reply(200, b"x" * (LIMIT + 1)),
        reply(404, b"x" * (LIMIT + 1)),
        reply(302, b"x" * (LIMIT + 1), [("Location", "/users")]),
        raw(CHUNKED + chunks(*[b"x" * 1000] * 200) + b"0\r\n\r\n"),
        raw(HEAD + b"\r\n" + b"x" * (LIMIT + 1), close=True),
        reply(200, gzip.compress(b"x" * (LIMIT * 100)), [("Content-Encoding", "gzip")]),
        reply(200, zlib.compress(b"x" * (LIMIT * 100)), [("Content-Encoding", "deflate")]),
    ],
)
def test_an_oversized_answer_is_refused_and_not_fetched_again(server, client_for, answer):
    server.answers(then=answer)
    error = failure(client_for(server.url, max_answer=LIMIT))
    assert f"sent an answer of more than {LIMIT} bytes" in str(error)
    assert error.outcome == RemoteError.UNKNOWN
    assert len(server.seen) == 1


def test_the_largest_answer_that_is_allowed_is_allowed(server, once):
    server.answers(reply(200, b"x" * LIMIT))
    assert len(once.request("GET", "/users").body) == LIMIT


def test_a_bomb_does_not_go_off_in_memory(server, once):
    server.answers(reply(200, gzip.compress(b"\0" * 200_000_000, 9), [("Content-Encoding", "gzip")]))
    tracemalloc.start()
    failure(once)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 180_000_000


def test_compressed_answers_are_read(server, once):
    server.answers(
        reply(200, gzip.compress(b"fine" * 1000), [("Content-Encoding", "gzip")]),
        drip([HEAD + b"Content-Encoding: gzip\r\n\r\n", *(bytes([b]) for b in gzip.compress(b"drop"))], 0.005),
    )
    assert once.request("GET", "/users").body == b"fine" * 1000
    assert once.request("GET", "/users").body == b"drop"


@pytest.mark.parametrize(
    "head",
    [HEAD + b"Content-Length: 1000\r\n\r\n", HEAD + b"\r\n", CHUNKED + b"3e8\r\n"],
    ids=["length", "endless", "chunk"],
)
def test_a_body_that_drips_is_not_waited_for_longer_than_the_timeout(server, once, head):
    server.answers(drip([head, *[b"x"] * 100], 0.2))
    begun = time.monotonic()
    error = failure(once)
    assert time.monotonic() - begun < 8
    assert str(error) == "GET /users was not answered completely within 1 seconds. Raise timeout."
    assert error.outcome == RemoteError.UNKNOWN


def test_a_body_that_stops_is_not_waited_for_longer_than_the_timeout(server, once):
    server.answers(drip([HEAD + b"Content-Length: 1000\r\n\r\nabc", b""], 9))
    begun = time.monotonic()
    error = failure(once)
    assert time.monotonic() - begun < 6
    assert error.outcome == RemoteError.UNKNOWN
    assert "was not answered completely within 1 seconds" in str(error)


def test_a_slow_answer_within_the_timeout_is_fine(server, client):
    server.answers(drip([HEAD + b"Content-Length: 4\r\n\r\n", *(b"slow"[n : n + 1] for n in range(4))], 0.05))
    assert client.request("GET", "/users").body == b"slow"


@pytest.mark.parametrize("length", [b"-5", b"abc", b"4, 4", b"99999999999999999999999"])
def test_a_nonsensical_length_is_survived(server, once, length):
    server.answers(raw(HEAD + b"Content-Length: " + length + b"\r\n\r\nfine", close=True))
    try:
        assert once.request("GET", "/users").body in (b"", b"fine")
    except RequestError as error:
        assert error.outcome == RemoteError.UNKNOWN


@pytest.mark.parametrize(
    "encoding",
    [b"br", b"zstd", b"x-gzip", b"gzip, gzip", b"gzip\r\nContent-Encoding: gzip", b"identity, gzip", b"odd", b"\xff"],
)
def test_an_encoding_that_was_not_asked_for_is_refused_and_not_fetched_again(server, client, encoding):
    layers = gzip.compress(gzip.compress(b"fine"))
    head = HEAD + b"Content-Length: %d\r\nContent-Encoding: %s\r\n\r\n" % (len(layers), encoding)
    server.answers(then=raw(head + layers))
    error = failure(client)
    assert "was answered in an encoding that was not asked for" in str(error)
    assert error.outcome == RemoteError.UNKNOWN
    assert [seen.headers["accept-encoding"] for seen in server.seen] == ["gzip, deflate"]


@pytest.mark.parametrize("encoding", [b"", b"identity", b"Identity"])
def test_an_answer_may_say_that_it_is_not_encoded(server, once, encoding):
    server.answers(raw(HEAD + b"Content-Length: 4\r\nContent-Encoding: " + encoding + b"\r\n\r\nfine"))
    assert once.request("GET", "/users").body == b"fine"


def test_headers_in_any_bytes_are_survived(server, once):
    server.answers(raw(HEAD + b"Content-Length: 4\r\nX-Odd: \xff\xfe\r\n\r\nfine"))
    assert once.request("GET", "/users").body == b"fine"
