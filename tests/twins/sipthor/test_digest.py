# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Challenge and verification, in the order in which the page looks at things."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import pytest

QUERY = "action=get_aliases&realm=example.com"


def test_challenge(thor: Any) -> None:
    response = thor.send(QUERY)
    assert (response.status, response.body) == (401, b"")
    header = response.headers["WWW-Authenticate"]
    # The opaque is the hash of the realm.
    assert re.fullmatch(
        r'Digest realm="example\.com", qop="auth", nonce="[^"]+", opaque="5ababd603b22780302dd8d83498e5172"', header
    )


@pytest.mark.parametrize(
    ("query", "realm"),
    [
        ("realm=example.com", "example.com"),
        ("realm=alice@example.com", "example.com"),
        ("realm=a@b@c", "a@b@c"),
        ("", "SIP_settings"),
        ("realm=", "SIP_settings"),
        ("realm=Example.COM", "Example.COM"),
    ],
)
def test_realm(thor: Any, query: str, realm: str) -> None:
    assert thor.challenge(query)["realm"] == realm


def test_realm_in_the_body(thor: Any, directives: Any) -> None:
    response = thor.send("realm=query.example", "POST", b"realm=body.example")
    assert directives(response.headers["WWW-Authenticate"])["realm"] == "body.example"


def test_realm_that_breaks_the_header_is_not_sent(thor: Any) -> None:
    response = thor.send("realm=a%0d%0aX-Injected:%201")
    assert response.status == 401
    assert "WWW-Authenticate" not in response.headers


def test_realm_array_is_an_error(thor: Any) -> None:
    response = thor.send("realm[]=x")
    assert (response.status, response.body) == (500, b"")


def test_nonce_carries_its_expiry(thor: Any) -> None:
    expiry, signature = base64.b64decode(thor.challenge()["nonce"]).decode().split(":")
    assert 299 < float(expiry) - thor.simulation.clock.now() <= 300
    assert re.fullmatch("[0-9a-f]{32}", signature)


@pytest.mark.parametrize("authorization", ["Basic YWxpY2U6cmVoZWFyc2Fs", "Bearer x", "Digest ", "Digest"])
def test_other_credentials_count_as_none(thor: Any, authorization: str) -> None:
    response = thor.send(QUERY, authorization=authorization)
    assert response.status == 401
    assert '", qop="auth"' in response.headers["WWW-Authenticate"]


@pytest.mark.parametrize("missing", ["username", "uri", "nonce", "nc", "cnonce", "qop", "response"])
def test_incomplete_credentials_are_a_text(thor: Any, missing: str) -> None:
    response = thor.send(QUERY, authorization=thor.authorization(QUERY, **{missing: None}))
    assert (response.status, response.body) == (200, b"Invalid credentials from %s")
    assert response.headers["Content-Type"] == "text/html; charset=UTF-8"


def test_login(thor: Any) -> None:
    response = thor.raw(QUERY)
    assert (response.status, response.body) == (200, b"[]")
    assert response.headers["Content-Type"] == "text/html; charset=UTF-8"
    assert "WWW-Authenticate" not in response.headers


REFUSED = r'Digest realm="example\.com",qop="auth",nonce="[^"]+",opaque="[0-9a-f]{32}"'


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "wrong"},
        {"user": "nobody"},
        {"user": "ALICE"},
        {"response": "0" * 32},
        {"nonce": "bm9ub25jZQ=="},
        {"nonce": "%%%"},
        {"nonce": "abc"},
        {"nonce": base64.b64encode(b"9999999999:" + b"0" * 32).decode()},
        {"user": "alice@"},
    ],
)
def test_refused_credentials(thor: Any, wrong: dict[str, str]) -> None:
    response = thor.raw(QUERY, **wrong)
    assert (response.status, response.body) == (401, b"")
    assert re.fullmatch(REFUSED, response.headers["WWW-Authenticate"])


def test_old_nonce_is_stale(thor: Any) -> None:
    authorization = thor.authorization(QUERY)
    thor.advance(299)
    assert thor.send(QUERY, authorization=authorization).status == 200
    thor.advance(2)
    response = thor.send(QUERY, authorization=authorization)
    assert (response.status, response.body) == (401, b"")
    assert re.fullmatch(REFUSED + ",stale=true", response.headers["WWW-Authenticate"])


def test_wrong_password_comes_before_age(thor: Any) -> None:
    authorization = thor.authorization(QUERY, password="wrong")
    thor.advance(301)
    assert "stale" not in thor.send(QUERY, authorization=authorization).headers["WWW-Authenticate"]


def test_nonce_count_is_not_tracked(thor: Any) -> None:
    authorization = thor.authorization(QUERY)
    assert [thor.send(QUERY, authorization=authorization).status for _unused in range(2)] == [200, 200]


def test_uri_is_not_compared_with_the_url(thor: Any) -> None:
    assert thor.raw(QUERY, uri="/elsewhere").status == 200


def test_method_is_hashed(thor: Any) -> None:
    authorization = thor.authorization(QUERY, "POST")
    assert thor.send(QUERY, "POST", authorization=authorization).status == 200
    assert thor.send(QUERY, "GET", authorization=authorization).status == 401


WAYS = {
    "domain, local part": ("action=get_aliases&realm=example.com", "alice"),
    "domain, address": ("action=get_aliases&realm=example.com", "alice@example.com"),
    "no realm, address": ("action=get_aliases", "alice@example.com"),
    "no realm, local part": ("action=get_aliases", "alice"),
}


@pytest.mark.parametrize("storage", ["clear", "hash", "web password"])
@pytest.mark.parametrize("way", WAYS)
def test_what_logs_in(thor: Any, way: str, storage: str) -> None:
    stored = hashlib.md5(b"alice:example.com:rehearsal").hexdigest()
    if storage == "hash":
        thor.change(password=stored, password_storage="hash")
    elif storage == "web password":
        thor.change(password="other", web_password=f"{stored}:0123")
    works = (storage == "clear" and way != "no realm, local part") or way == "domain, local part"
    query, user = WAYS[way]
    assert thor.raw(query, user=user).status == (200 if works else 401)


def test_web_password_shuts_out_the_sip_password(thor: Any) -> None:
    thor.change(web_password="0" * 32 + ":x")
    assert thor.raw(QUERY).status == 401


def test_web_password_in_clear_never_works(thor: Any) -> None:
    thor.change(web_password="rehearsal")
    assert thor.raw(QUERY).status == 401


def test_groups_do_not_restrict(thor: Any) -> None:
    thor.change(groups=["blocked", "trunking"])
    assert thor.raw(QUERY).status == 200


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("missing_nonce", b"Error: Missing nonce in enrollment settings"),
        ("no_domain_filter", b"error: no domainFilter available in ngnpro_engines.inc"),
    ],
)
def test_forgotten_settings_are_a_text(thor: Any, kind: str, text: bytes) -> None:
    authorization = thor.authorization(QUERY)
    thor.knob(misconfiguration=kind)
    response = thor.send(QUERY, authorization=authorization)
    assert (response.status, response.body) == (200, text)


def test_refused_writes_do_nothing(thor: Any) -> None:
    before = thor.twin.state()
    query = "action=add_alias&username=sales&realm=example.com"
    for response in (thor.send(query), thor.raw(query, password="wrong")):
        assert response.status == 401
    assert thor.twin.state() == before


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE"])
def test_every_method_executes(thor: Any, method: str) -> None:
    response = thor.raw("action=add_alias&username=sales&realm=example.com", method)
    assert response.status == 200
    assert thor.json("get_aliases") == ["sales@example.com"]
