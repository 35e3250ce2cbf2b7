# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redirects: followed for reads on the same server, and never with credentials to another one."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import (
    LoopbackServer,
    raw,
    reply,
)

CODES = (301, 302, 303, 307, 308)


def redirect(location, code=302):
    return reply(code, "moved", [("Location", location)])


def failure(client, method="GET", path="/users"):
    with pytest.raises(RequestError) as caught:
        client.request(method, path, body=b"x" if method not in ("GET", "HEAD") else None)
    return caught.value


@pytest.mark.parametrize("code", CODES)
def test_a_read_follows_on_the_same_server(server, client, code):
    server.answers(redirect("/new/users?x=1", code))
    answer = client.request("GET", "/users")
    assert answer.status == 200
    assert [seen.target for seen in server.seen] == ["/users", "/new/users?x=1"]
    assert server.seen[1].headers["authorization"] == server.seen[0].headers["authorization"]


def test_the_answer_still_bears_the_path_that_was_asked_for(server, client):
    server.answers(redirect("/new"))
    assert client.request("GET", "/users").path == "/users"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("new", "/a/new"),
        ("../new", "/new"),
        ("//{host}/new", "/new"),
        ("http://{host}/new", "/new"),
        ("?x", "/a/users?x"),
    ],
)
def test_a_relative_address_is_understood(server, client, location, target):
    server.answers(redirect(location.format(host=f"127.0.0.1:{server.port}")))
    client.request("GET", "/a/users")
    assert server.seen[1].target == target


@pytest.mark.parametrize(("method", "code"), [("GET", 302), ("GET", 307), ("HEAD", 301)])
def test_another_server_gets_no_request_and_no_credentials(server, client, code, method):
    with LoopbackServer() as other:
        server.answers(redirect(other.url + "/users", code))
        error = failure(client, method)
        assert other.connections == 0
    assert error.status == code
    assert f"{method} /users was redirected to {other.url}." in str(error)
    assert "Credentials do not follow redirects" in str(error)


@pytest.mark.parametrize(
    "location",
    [
        "https://127.0.0.1:{port}/users",
        "http://localhost:{port}/users",
        "http://127.0.0.1/users",
        "//elsewhere.example.com/users",
        "http://admin:Hunter2-secret@127.0.0.1:{port}/users",
        "http://127.0.0.1:{port}@elsewhere.example.com/users",
        "ftp://127.0.0.1:{port}/users",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_another_scheme_port_or_name_is_another_server(server, client, location):
    server.answers(redirect(location.format(port=server.port)))
    error = failure(client)
    assert "was redirected to" in str(error)
    assert "Hunter2-secret" not in str(error)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("method", "code"), [("POST", 302), ("POST", 307), ("PUT", 308), ("DELETE", 301), ("PATCH", 303)]
)
def test_a_write_is_never_sent_to_a_second_address(server, client, method, code):
    server.answers(redirect("/new", code))
    error = failure(client, method)
    assert len(server.seen) == 1
    assert str(error) == f"{method} /users was redirected to /new. A write is not sent twice; check url."


def test_a_read_by_post_is_not_redirected_either(server, client):
    server.answers(redirect("/new"))
    with pytest.raises(RequestError, match="was redirected"):
        client.request("POST", "/webapi", b"x", repeatable=True)
    assert len(server.seen) == 1


def test_a_circle_ends(server, client):
    server.answers(then=redirect("/users"))
    assert "was redirected too often" in str(failure(client))
    assert len(server.seen) == 4


@pytest.mark.parametrize("location", ["/new", "https://elsewhere.example.com/", "http://["])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_redirect_can_be_asked_for_as_an_answer(server, client, location, method):
    server.answers(redirect(location))
    answer = client.request(method, "/users", follow=False)
    assert (answer.status, answer.headers["location"], answer.body) == (302, location, b"moved")
    assert len(server.seen) == 1


def test_a_redirect_without_an_address_is_handed_over_as_it_is(server, client):
    server.answers(reply(302, "moved"))
    assert client.request("GET", "/users").status == 302


@pytest.mark.parametrize(
    "location",
    [b"http://[broken", b"http://[::1", b"http://host:port/", b"http:///", b"\xff\xfe", b"//", b"http://\xe2\x80\xa6/"],
)
def test_an_unintelligible_address_is_an_error_and_no_crash(server, client, location):
    server.answers(raw(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + b"\r\n\r\n"))
    try:
        answer = client.request("GET", "/users")
    except RequestError as error:
        assert "was redirected" in str(error)
    else:
        # Read as a path on the same server.
        assert answer.status == 200
        assert all(seen.target.startswith("/") for seen in server.seen)
