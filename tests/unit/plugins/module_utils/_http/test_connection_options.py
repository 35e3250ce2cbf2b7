# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The connection as users describe it, and what is refused about it before anything is sent."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._http.authentication import preemptive_basic
from ansible_collections.dialtone.voip.plugins.module_utils._http.connection import (
    Connection,
    passwords_in,
    without_userinfo,
)
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError


def refusal(**options):
    with pytest.raises(CallError) as caught:
        Connection(**{"url": "https://pbx.example.com", **options})
    return caught.value.message


@pytest.mark.parametrize(
    ("url", "origin", "base"),
    [
        ("https://pbx.example.com", "https://pbx.example.com", ""),
        ("https://pbx.example.com/", "https://pbx.example.com", ""),
        ("http://pbx.example.com:8080/sipxconfig/", "http://pbx.example.com:8080", "/sipxconfig"),
        ("https://[2001:db8::1]:8443/a/b", "https://[2001:db8::1]:8443", "/a/b"),
        ("HTTPS://pbx.example.com", "https://pbx.example.com", ""),
    ],
)
def test_an_address_has_an_origin_and_a_path(url, origin, base):
    connection = Connection(url)
    assert (connection.origin, connection.base_path) == (origin, base)
    assert connection.encrypted == origin.startswith("https")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "pbx.example.com",
        "//pbx.example.com",
        "ftp://pbx.example.com",
        "https://",
        "https:///x",
        "https://:8443",
        "x y",
    ],
)
def test_what_is_no_address_is_refused_with_an_example(url):
    assert refusal(url=url).startswith("url must be like https://pbx.example.com, not ")


@pytest.mark.parametrize("url", ["https://h:port", "https://h:99999", "https://[::1", "https://[x]", "https://h:-1"])
def test_what_cannot_be_taken_apart_is_refused(url):
    assert refusal(url=url).startswith("url is not valid")


@pytest.mark.parametrize("url", ["https://pbx.example.com?x=1", "https://pbx.example.com/#top"])
def test_an_address_has_no_query_and_no_fragment(url):
    assert "query" in refusal(url=url)


@pytest.mark.parametrize(
    "url",
    [
        "https://admin:Hunter2-secret@pbx.example.com",
        "https://Hunter2-secret@pbx.example.com",
        "https://admin:Hunter2-secret/x@pbx.example.com",
        "https://admin:Hunter2-secret?x@pbx.example.com",
        "https://admin:Hunter2-secret#x@pbx.example.com",
        "https://admin:Hunter2-secret]@pbx.example.com",
        "https://admin:[Hunter2-secret@pbx.example.com",
        "https://admin:Hunter2-secret@pbx.example.com:port",
        "admin:Hunter2-secret@pbx.example.com",
        "https://admin:Hunter2-secret\u2100@pbx.example.com",
    ],
)
def test_credentials_in_the_address_are_refused_and_not_quoted(url):
    assert "Hunter2" not in refusal(url=url)


@pytest.mark.parametrize("timeout", [0, -1])
def test_no_time_at_all_is_refused(timeout):
    assert refusal(timeout=timeout) == "timeout must be at least 1 second"


def test_a_key_without_a_certificate_is_refused():
    assert refusal(client_key="/key.pem") == "client_key needs client_cert"


@pytest.mark.parametrize(
    "proxy", ["http://proxy:3128", "proxy", "proxy:3128", "http://u:p%2Fw@proxy:3128", "https://[::1]:3128", "", None]
)
def test_a_proxy_may_be_named(proxy):
    assert Connection("https://h", proxy=proxy).proxy == proxy


@pytest.mark.parametrize(
    "proxy", ["http://", "http://u:Hunter2@", "u:Hunter2", "http://u:Hunter2/x@proxy", "http://proxy:port", "http://[x"]
)
def test_a_proxy_that_is_none_is_refused_and_not_quoted(proxy):
    message = refusal(proxy=proxy)
    assert message.startswith("proxy must be like http://proxy.example.com:3128")
    assert "Hunter2" not in message


def test_printing_a_connection_shows_no_secret():
    connection = Connection("https://h", "admin", "Hunter2-secret", proxy="http://u:Hunter2-secret@proxy")
    assert "Hunter2" not in repr(connection)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://pbx.example.com", "https://pbx.example.com"),
        ("https://a:b@pbx.example.com", "…@pbx.example.com"),
        ("a:b@c@pbx", "…@pbx"),
        ("@pbx", "@pbx"),
        ("", ""),
    ],
)
def test_what_stands_before_the_at_sign_is_not_shown(url, shown):
    assert without_userinfo(url) == shown


@pytest.mark.parametrize(
    ("url", "passwords"),
    [
        ("http://user:Hunter2%21@proxy.example.com:3128", {"Hunter2%21", "Hunter2!"}),
        ("user:Hunter2@proxy.example.com", {"Hunter2"}),
        ("http://Hunter2@proxy.example.com", {"Hunter2"}),
        ("http://proxy.example.com:3128", set()),
    ],
)
def test_what_may_be_a_password_in_an_address_is_known_as_written_and_decoded(url, passwords):
    assert passwords_in(url) == passwords


def test_basic_authentication_is_in_utf_8_and_there_is_none_without_a_name():
    auth = preemptive_basic(Connection("https://pbx.example.com", "zoë", "pässwort€"))
    assert (auth.username, auth.password) == ("zoë".encode(), "pässwort€".encode())
    assert preemptive_basic(Connection("https://pbx.example.com", password="x")) is None


def test_a_failure_is_one_sentence_and_a_remedy():
    error = RequestError("PUT", "/users/7", "was answered 500", 500, "name in use.", remedy="Choose another one.")
    assert str(error) == error.message == "PUT /users/7 was answered 500: name in use. Choose another one."
    assert str(RequestError("GET", "/users", "was cut off")) == "GET /users was cut off."
