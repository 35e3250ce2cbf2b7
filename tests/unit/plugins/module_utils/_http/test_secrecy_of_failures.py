# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""No failure of a request ever shows a credential, a query or a body."""

from __future__ import annotations

import contextlib
import traceback

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.client import HttpClient
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import Connection
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import requests
from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import (
    hang_up,
    raw,
    reply,
    reset,
    silence,
    unused_port,
)

SECRET = "Hunter2"

DEEDS = {
    "reset": reset,
    "hang_up": hang_up,
    "silence": silence(2),
    "truncated": reply(200, b"x", length=50),
    "oversized": reply(200, b"x" * 2000),
    "nonsense": raw(b"Hunter1 is not HTTP\r\n\r\n", close=True),
    "redirect": reply(302, headers=[("Location", "https://elsewhere.example.com/")]),
    "circle": reply(302, headers=[("Location", "?password=x")]),
    "broken redirect": reply(302, headers=[("Location", "http://[")]),
}


def attempt(url, **options):
    """Everything that a failing request says: its message, and what a traceback of it would show."""
    headers = {"X-Token": f"{SECRET}-header"}
    options = {"username": "admin", "password": f"{SECRET}-password", "timeout": 1, **options}
    try:
        with contextlib.closing(client_of(Connection(url, **options))) as client:
            client.request("GET", "/users", f"pin={SECRET}".encode(), headers, query=f"password={SECRET}-query")
    except (CallError, RemoteError) as error:
        return str(error) + "".join(traceback.format_exception(error, limit=0))
    return pytest.fail("nothing failed")


def client_of(connection):
    def auth(connection):
        return requests.auth.HTTPBasicAuth(connection.username, connection.password)

    return HttpClient(connection, auth, RetryPolicy(tries=1), max_answer=1000)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_failing_server_makes_nobody_tell_a_secret(server, deed):
    server.answers(then=DEEDS[deed])
    assert SECRET not in attempt(server.url)
    assert server.seen


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}",
        "https://127.0.0.1:{port}",
        "http://no-such-host.invalid",
        "http://*.example.com",
        "http://a b.example.com",
        "http://" + "a" * 70 + ".example.com",
    ],
)
def test_a_host_that_is_not_reached_makes_nobody_tell_a_secret(url):
    assert SECRET not in attempt(url.format(port=unused_port()))


@pytest.mark.parametrize("url", ["http://pbx.example.com", "https://pbx.example.com"])
@pytest.mark.parametrize(
    "proxy",
    [
        "http://user:{secret}@127.0.0.1:{port}",
        "http://user:{secret}@no-such-host.invalid",
        "http://user:{secret}@127.0.0.1:port",
        "http://user:{secret}@[::1",
        "http://user:{secret}/x@127.0.0.1:{port}",
        "user:{secret}@127.0.0.1:{port}",
        "socks5://user:{secret}@127.0.0.1:{port}",
        "user:{secret}",
        "http://user:{secret}@",
    ],
)
def test_a_proxy_that_does_not_work_makes_nobody_tell_a_secret(url, proxy):
    assert SECRET not in attempt(url, proxy=proxy.format(secret=f"{SECRET}-proxy", port=unused_port()))


@pytest.mark.parametrize("url", ["http://pbx.example.com", "https://pbx.example.com"])
@pytest.mark.parametrize(
    "rest", ["@[::1", "@127.0.0.1:port", "@127.0.0.1:99999", "/x@127.0.0.1:3128", "#@127.0.0.1:1", "@"]
)
def test_a_proxy_of_the_environment_that_is_none_makes_nobody_tell_a_secret(monkeypatch, url, rest):
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://user:{SECRET}-proxy{rest}")
    told = attempt(url)
    assert SECRET not in told and "the proxy of the environment must be like" in told


@pytest.mark.parametrize("answer", [reply(407), reply(502, "bad gateway"), reset, hang_up])
def test_a_proxy_that_refuses_makes_nobody_tell_a_secret(server, answer):
    server.answers(then=answer)
    proxy = f"http://user:{SECRET}-proxy@127.0.0.1:{server.port}"
    assert SECRET not in attempt("https://pbx.example.com", proxy=proxy)
