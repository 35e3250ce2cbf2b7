# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Only what is safe to repeat is repeated."""

from __future__ import annotations

import email.utils
import time

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import requests
from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import (
    hang_up,
    reply,
    reset,
    silence,
    unused_port,
)

WRITES = ("POST", "PUT", "DELETE", "PATCH")


def failure(client, method="GET", path="/users", **more):
    with pytest.raises(RequestError) as caught:
        client.request(method, path, **more)
    return caught.value


@pytest.mark.parametrize("status", [429, 502, 503, 504])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_read_is_repeated_while_the_server_is_busy(server, client, method, status):
    server.answers(reply(status, b""), reply(status, b""), then=reply(200, b""))
    assert client.request(method, "/users").status == 200
    assert server.lines == [f"{method} /users"] * 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 500, 501])
def test_what_will_not_get_better_is_not_repeated(server, client, status):
    server.answers(then=reply(status))
    assert client.request("GET", "/users").status == status
    assert len(server.seen) == 1


def test_the_last_answer_of_a_busy_server_is_handed_over(server, client):
    server.answers(then=reply(503, "restarting"))
    assert client.request("GET", "/users").text == "restarting"
    assert len(server.seen) == 4


@pytest.mark.parametrize("status", [429, 502, 503, 504])
@pytest.mark.parametrize("method", WRITES)
def test_a_write_that_reached_the_server_is_not_repeated_whatever_the_answer(server, client, method, status):
    server.answers(then=reply(status))
    assert client.request(method, "/users", b"x").status == status
    assert len(server.seen) == 1


@pytest.mark.parametrize("failing", [reset, hang_up])
def test_a_read_is_repeated_after_a_lost_connection(server, client, failing):
    server.answers(failing, failing)
    assert client.request("GET", "/users").status == 200
    assert len(server.seen) == 3


@pytest.mark.parametrize("failing", [reset, hang_up])
@pytest.mark.parametrize("method", WRITES)
def test_a_write_is_not_repeated_after_a_lost_connection(server, client, method, failing):
    server.answers(failing)
    error = failure(client, method, body=b"x")
    assert error.outcome == RemoteError.UNKNOWN
    assert len(server.seen) == 1
    assert str(error).startswith(f"{method} /users was cut off: ")


@pytest.mark.parametrize("failing", [reset, hang_up, reply(503)])
def test_a_read_by_post_can_be_declared_repeatable(server, client, failing):
    server.answers(failing)
    assert client.request("POST", "/webapi", b"Action=UserBrowse", repeatable=True).status == 200
    assert len(server.seen) == 2


@pytest.mark.parametrize("failing", [reset, reply(503)])
def test_a_read_can_be_declared_not_repeatable(server, client, failing):
    server.answers(failing)
    if failing is reset:
        failure(client, repeatable=False)
    else:
        assert client.request("GET", "/users", repeatable=False).status == 503
    assert len(server.seen) == 1


def test_tries_end_some_time(server, client):
    server.answers(then=reset)
    assert failure(client).outcome == RemoteError.UNKNOWN
    assert len(server.seen) == 4


@pytest.mark.parametrize("method", ["GET", *WRITES])
def test_where_nobody_listens_nothing_was_sent_so_everything_is_repeated(client_for, method):
    pauses = []
    client = client_for(f"http://127.0.0.1:{unused_port()}", retry=RetryPolicy(sleep=pauses.append))
    error = failure(client, method, body=b"x")
    assert error.outcome == RemoteError.UNREACHED
    assert len(pauses) == 3
    assert "cannot connect to http://127.0.0.1:" in str(error)
    assert "refused" in str(error).lower()
    assert str(error).endswith("Check url and the network.")


def test_a_name_that_nobody_knows_is_a_host_that_was_not_reached(client_for):
    error = failure(client_for("http://no-such-host.invalid"), "POST")
    assert error.outcome == RemoteError.UNREACHED
    assert "no-such-host.invalid" in str(error)


@pytest.mark.parametrize(("timeout", "connect"), [(300, 10), (3, 3)])
def test_a_host_that_takes_no_connection_is_given_up_early_and_nothing_was_sent(
    client_for, monkeypatch, timeout, connect
):
    allowed = []

    def drop(session, method, url, **options):
        allowed.append(options["timeout"])
        raise requests.exceptions.ConnectTimeout("timed out")

    monkeypatch.setattr(requests.Session, "request", drop)
    error = failure(client_for("http://pbx.example.com", timeout=timeout), "POST")
    assert allowed == [(connect, timeout)] * 4
    assert (error.outcome, error.pending) == (RemoteError.UNREACHED, False)
    assert str(error).startswith("POST /users failed: http://pbx.example.com did not accept a connection in time.")


def test_what_cannot_even_be_sent_has_no_effect_and_is_not_tried_again(client_for):
    pauses = []
    error = failure(client_for("http://*.example.com", retry=RetryPolicy(sleep=pauses.append)), "POST")
    assert (error.outcome, pauses) == (RemoteError.UNREACHED, [])
    assert str(error).startswith("POST /users cannot be sent (")


@pytest.mark.parametrize("header", ["2", email.utils.formatdate(time.time() + 3600 * 24, usegmt=True)])
def test_the_servers_wish_for_a_pause_is_respected_or_the_answer_handed_over(server, client_for, header):
    pauses = []
    client = client_for(server.url, retry=RetryPolicy(sleep=pauses.append, longest_wait=60))
    server.answers(reply(503, headers=[("Retry-After", header)]))
    status = client.request("GET", "/users").status
    if header == "2":
        assert (status, len(pauses)) == (200, 1)
        assert 2 <= pauses[0] <= 2.5
    else:
        assert (status, pauses) == (503, [])


@pytest.mark.parametrize(("method", "times"), [("GET", 2), ("POST", 1)])
def test_a_server_that_does_not_answer_is_not_waited_for_longer_than_the_timeout(server, client_for, method, times):
    client = client_for(server.url, timeout=1, retry=RetryPolicy(tries=2, sleep=lambda seconds: None))
    server.answers(then=silence(9))
    begun = time.monotonic()
    error = failure(client, method)
    assert time.monotonic() - begun < 7
    assert (error.outcome, error.pending) == (RemoteError.UNKNOWN, True)
    assert str(error) == f"{method} /users was not answered within 1 seconds. Raise timeout."
    assert len(server.seen) == times
