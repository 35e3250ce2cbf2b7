# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a request looks like on its way, and over which connection it goes."""

from __future__ import annotations

import base64
import math
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.retry import RetryPolicy
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._http.loopback_server import (
    LoopbackServer,
    hang_up,
    raw,
    reply,
    reset,
    silence,
    unused_port,
)


def test_an_answer_is_read_whole_whatever_its_status(server, client):
    server.answers(reply(404, "no such user", [("X-Why", "gone"), ("Content-Type", "text/plain")]))
    answer = client.request("GET", "/users/4101")
    assert (answer.method, answer.path, answer.status, answer.reason) == ("GET", "/users/4101", 404, "Whatever")
    assert (answer.body, answer.text) == (b"no such user", "no such user")
    assert answer.headers["x-why"] == "gone"


def test_a_request_goes_out_as_it_was_given(server, client):
    client.request("PUT", "/users/a%2Fb%20c", b"<user/>", {"Content-Type": "text/xml"}, query="force=true&x=%26")
    (seen,) = server.seen
    assert (seen.method, seen.target, seen.body) == ("PUT", "/users/a%2Fb%20c?force=true&x=%26", b"<user/>")
    assert seen.headers["content-type"] == "text/xml"


@pytest.mark.parametrize("ending", ["/sipxconfig", "/sipxconfig/"])
def test_the_path_of_the_address_stands_before_that_of_the_request(server, client_for, ending):
    answer = client_for(server.url + ending).request("GET", "/users")
    assert server.lines == ["GET /sipxconfig/users"]
    assert answer.path == "/sipxconfig/users"


def test_basic_authentication_is_sent_without_being_asked_for(server, client):
    client.request("GET", "/users")
    scheme, credentials = server.seen[0].headers["authorization"].split()
    assert (scheme, base64.b64decode(credentials)) == ("Basic", b"admin:Hunter2-secret")


def test_a_client_without_authentication_sends_none(server, client_for):
    client_for(server.url, basic=False).request("GET", "/users")
    assert "authorization" not in server.seen[0].headers


def test_a_netrc_file_adds_no_credentials(server, client_for, tmp_path, monkeypatch):
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login thief password stolen\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    client_for(server.url, basic=False).request("GET", "/users")
    assert "authorization" not in server.seen[0].headers


def test_cookies_are_not_sent_back(server, client):
    server.answers(reply(headers=[("Set-Cookie", "JSESSIONID=1; Path=/"), ("Set-Cookie", "other=2")]))
    for _time in range(3):
        client.request("GET", "/users")
    assert not any("cookie" in seen.headers for seen in server.seen)


def test_one_connection_serves_many_requests(server, client):
    for number in range(20):
        client.request("GET" if number % 2 else "PUT", "/users", b"x")
    assert server.connections == 1


def test_an_answer_without_a_body_leaves_the_connection_usable(server, client):
    server.answers(reply(204, b""), reply(200, b""), reply(404, "x" * 100_000))
    for _time in range(4):
        client.request("GET", "/users")
    client.request("HEAD", "/users")
    assert server.connections <= 2


def test_a_connection_that_the_server_has_closed_is_replaced(server, client):
    server.answers(reply(headers=[("Connection", "close")]))
    client.request("GET", "/users")
    client.request("GET", "/users")
    assert server.connections == 2


def at_once(client, count):
    barrier = threading.Barrier(count, timeout=10)

    def work(number):
        barrier.wait()
        return [client.request("GET", f"/{number}/{time}").status for time in range(3)]

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, range(count)))


def test_workers_have_a_connection_each(server, client):
    assert at_once(client, 4) == [[200] * 3] * 4
    assert server.connections <= 4
    for number in range(4):
        assert len([seen for seen in server.seen if seen.path.startswith(f"/{number}/")]) == 3


def test_later_workers_take_over_the_connections_of_earlier_ones(server, client):
    for _round in range(4):
        at_once(client, 3)
    client.request("GET", "/at/the/end")
    assert server.connections <= 3


@pytest.mark.parametrize("limit", [1, 2])
def test_a_server_that_bears_few_connections_gets_no_more(client_for, limit):
    with LoopbackServer(limit=limit) as server:
        client = client_for(server.url)
        client.request("GET", "/users")
        assert at_once(client, 6) == [[200] * 3] * 6
        turned_away = server.turned_away
        assert at_once(client, 6) == [[200] * 3] * 6
        assert (server.connections, server.turned_away) == (limit, turned_away)


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        (reset, 1),
        (hang_up, 1),
        (silence(1.5), 1),
        (reply(200, b"x", length=9), math.inf),
        (raw(b"nonsense\r\n", close=True), math.inf),
    ],
)
def test_only_a_connection_that_is_turned_away_lowers_their_number(server, client_for, answer, allowed):
    client = client_for(server.url, timeout=1, retry=RetryPolicy(tries=1))
    server.answers(answer)
    with client._session(), pytest.raises(RequestError):  # another one is in use meanwhile
        client.request("GET", "/users")
    assert client._allowed == allowed


@pytest.mark.parametrize("answer", [reset, hang_up])
def test_the_end_of_a_connection_that_has_worked_does_not_lower_their_number(server, client_for, answer):
    client = client_for(server.url, retry=RetryPolicy(tries=1))
    with client._session():
        client.request("GET", "/users")
        server.answers(answer)
        with pytest.raises(RequestError):
            client.request("GET", "/users")
    assert client._allowed == math.inf


def test_a_refused_connection_lowers_their_number_too(client_for):
    client = client_for(f"http://127.0.0.1:{unused_port()}", retry=RetryPolicy(tries=1))
    with client._session(), pytest.raises(RequestError):
        client.request("GET", "/users")
    assert client._allowed == 1


def test_an_end_of_one_connection_does_not_block_the_others(server, client):
    at_once(client, 3)
    server.answers(*[hang_up] * 3)
    assert at_once(client, 3) == [[200] * 3] * 3


def test_a_closed_client_leaves_no_connection_open(server, client):
    at_once(client, 3)
    client.close()
    client.close()
    client.request("GET", "/again")
    assert server.connections > 1


def test_a_client_survives_what_breaks_one_request(server, client):
    server.answers(hang_up, hang_up, hang_up, hang_up)
    with pytest.raises(Exception, match="cut off"):
        client.request("GET", "/users")
    assert client.request("GET", "/users").status == 200


def test_a_proxy_is_used_when_it_is_named(server, client_for):
    client_for("http://pbx.example.com/base", proxy=server.url).request("GET", "/users")
    assert [(seen.method, seen.target) for seen in server.seen] == [("GET", "http://pbx.example.com/base/users")]


def test_a_proxy_of_the_environment_is_used(server, client_for, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url)
    client_for("http://pbx.example.com").request("GET", "/users")
    assert server.seen[0].target == "http://pbx.example.com/users"


def test_a_host_that_the_environment_excepts_from_the_proxy_is_reached_directly(server, client_for, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert client_for(server.url).request("GET", "/users").status == 200


def test_the_named_proxy_beats_the_environments(server, client_for, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "pbx.example.com")
    assert client_for("http://pbx.example.com", proxy=server.url).request("GET", "/users").status == 200


def test_a_write_that_fails_at_a_proxy_may_have_been_carried_out_and_is_not_repeated(server, client_for):
    server.answers(then=reply(502))
    with pytest.raises(RequestError) as caught:
        client_for("https://pbx.example.com", proxy=server.url).request("POST", "/users", b"x")
    assert caught.value.outcome == RemoteError.UNKNOWN
    assert str(caught.value).startswith("POST /users failed at the proxy: ")
    assert server.connections == 1


def test_parts_of_a_form_are_sent_as_such(server, client):
    client.request("POST", "/upload", files={"file": ("hold.wav", b"RIFF", "audio/wav")})
    (seen,) = server.seen
    assert seen.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b'filename="hold.wav"' in seen.body and b"RIFF" in seen.body
