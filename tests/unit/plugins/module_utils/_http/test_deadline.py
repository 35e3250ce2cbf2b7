# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One request takes no longer than the timeout, however slowly a server gives, or takes, a byte at a time."""

from __future__ import annotations

import time

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.certificates import Certificates
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import (
    LoopbackServer,
    drip,
    raw,
    reply,
)

NOT_ANSWERED = "POST /users was not answered within 1 seconds. Raise timeout."
NOT_WHOLE = "POST /users was not answered completely within 1 seconds. Raise timeout."


class Sipper(LoopbackServer):
    """Takes in a little of each request at a time."""

    @staticmethod
    def _read(stream, number):
        while stream.read(8 * 1024):
            time.sleep(0.1)


@pytest.fixture(params=["plain", "tls"])
def serve(request, tmp_path):
    running = []

    def start(kind=LoopbackServer):
        running.append(kind(Certificates(tmp_path).server() if request.param == "tls" else None))
        return running[-1]

    yield start
    for server in running:
        server.__exit__()


@pytest.fixture
def failure(client_for):
    """The error of a request to an address, and that it did not take long."""

    def attempt(url, body=None, **options):
        client = client_for(url, timeout=1, validate_certs=False, retry=RetryPolicy(tries=1), **options)
        begun = time.monotonic()
        with pytest.raises(RequestError) as caught:
            client.request("POST", "/users", body)
        assert time.monotonic() - begun < 4
        return caught.value

    return attempt


def test_silence_after_a_late_byte_is_not_waited_for_anew(serve, failure):
    server = serve()
    server.answers(drip([b"H", b"T", b"T"], 0.9))
    begun = time.monotonic()
    assert str(failure(server.url)) == NOT_ANSWERED
    assert time.monotonic() - begun < 1.6


def bytewise(data):
    return drip([data[n : n + 1] for n in range(len(data))], 0.1)


@pytest.mark.parametrize(
    "head",
    [b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 14, b"HTTP/1.1 100 Continue\r\n\r\n" * 4],
    ids=["headers", "endless continuation"],
)
def test_a_head_that_drips(serve, failure, head):
    server = serve()
    server.answers(bytewise(head))
    error = failure(server.url)
    assert (str(error), error.outcome, error.pending) == (NOT_ANSWERED, RemoteError.UNKNOWN, True)


def test_a_body_that_drips(serve, failure):
    server = serve()
    server.answers(drip([b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n", *[b"x"] * 80], 0.1))
    error = failure(server.url)
    assert (str(error), error.outcome, error.pending) == (NOT_WHOLE, RemoteError.UNKNOWN, True)


def test_a_request_that_is_sipped(serve, failure):
    error = failure(serve(Sipper).url, b"x" * 20_000_000)
    assert (str(error), error.outcome) == (NOT_ANSWERED, RemoteError.UNKNOWN)


def test_a_proxy_that_drips(server, failure):
    server.answers(bytewise(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 14))
    assert failure("https://pbx.example.com", proxy=server.url).outcome == RemoteError.UNKNOWN


def test_each_request_has_the_time_to_itself(serve, client_for):
    server = serve()
    client = client_for(server.url, timeout=1, validate_certs=False)
    server.answers(then=late(0.6))
    assert [client.request("POST", "/users").body for _time in range(3)] == [b"fine"] * 3
    assert server.connections == 1


def late(pause):
    def answer(connection):
        time.sleep(pause)
        return reply()(connection)

    return answer


def test_the_time_out_of_a_proxy_leaves_the_request_pending():
    assert RequestError("POST", "/users", "was answered 504", 504).pending
    assert not RequestError("POST", "/users", "was answered 503", 503).pending


def test_a_connection_that_ends_leaves_nothing_pending(serve, failure):
    server = serve()
    server.answers(raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", close=True))
    assert not failure(server.url).pending
