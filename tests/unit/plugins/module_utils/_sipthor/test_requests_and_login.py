# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is sent to the settings page, how it logs in, and when it is sent again."""

from __future__ import annotations

import hashlib

import pytest
from settings_page import NONCE, ScriptedPage, challenge, done

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.client import split_address
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.digest import (
    Challenge,
    Login,
    authorization,
    parse_challenge,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.failures import LoginRefused


def md5(text: str) -> str:
    return hashlib.md5(text.encode()).hexdigest()


def test_the_header_has_all_that_the_server_looks_for_and_the_response_of_rfc_2617() -> None:
    login = Login("Mufasa", "testrealm@host.com", "Circle Of Life")
    asked = Challenge(login.domain, "dcd98b7102dd2f0e8b11d0f600bfb0c093", "5ccc069c403ebaf9f0171e9517f40e41")
    header = authorization(login, asked, "GET", "/dir/index.html", 1, cnonce="0a4f113b")
    assert header == (
        'Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", '
        'uri="/dir/index.html", response="6629fae49393a05397450978507c4ef1", '
        'opaque="5ccc069c403ebaf9f0171e9517f40e41", qop=auth, nc=00000001, cnonce="0a4f113b"'
    )


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('Digest realm="r", qop="auth", nonce="n==", opaque="o"', Challenge("r", "n==", "o")),
        ('Digest realm="r",qop="auth",nonce="n==",opaque="o",stale=true', Challenge("r", "n==", "o", stale=True)),
        ('Basic realm="r"', None),
        ('Digest realm="r", qop="auth"', None),
        ('Digest realm="r", nonce="n"', None),
        ('Digest realm="r", qop="auth", nonce="n", algorithm=SHA-256', None),
        ("", None),
    ],
)
def test_challenges(header: str, expected: Challenge | None) -> None:
    assert parse_challenge(header) == expected


def test_a_read_is_a_get_with_the_realm_in_its_query_and_the_bare_local_part_as_user() -> None:
    page = ScriptedPage({"get_aliases": []})
    assert page.account().read("get_aliases") == []
    asked, read = page.sent
    assert (asked.method, asked.path, asked.query, asked.body) == ("GET", "/settings.phtml", "realm=example.com", None)
    assert "Authorization" not in asked.headers
    assert (read.method, read.query, read.body) == ("GET", "action=get_aliases&realm=example.com", None)
    assert read.headers["Cache-Control"] == "no-cache"
    assert read.directive("username") == "ann"
    assert read.directive("uri") == "/settings.phtml?action=get_aliases&realm=example.com"
    ha1, ha2 = md5("ann:example.com:s3cret"), md5(f"GET:{read.directive('uri')}")
    proof = [ha1, NONCE, read.directive("nc"), read.directive("cnonce"), "auth", ha2]
    assert read.directive("response") == md5(":".join(proof))


def test_a_write_is_a_post_and_its_values_stand_in_its_body() -> None:
    page = ScriptedPage({"set_call_forwarding": done()})
    page.account().write("set_call_forwarding", FBUS="+32470 1&2@x", FNOA="<voice-mailbox>", FUNC="")
    (write,) = page.writes
    assert (write.method, write.query) == ("POST", "action=set_call_forwarding&realm=example.com")
    assert write.body == b"FBUS=%2B32470%201%262%40x&FNOA=%3Cvoice-mailbox%3E&FUNC="
    assert write.headers["Content-Type"] == "application/x-www-form-urlencoded"


def test_one_nonce_serves_all_accounts_of_a_domain() -> None:
    page = ScriptedPage({"get_aliases": []})
    client = page.client()
    for name in ("ann", "ben", "eve@example.com"):
        client.account(name, "pw").read("get_aliases")
    assert page.actions == [None, "get_aliases", "get_aliases", "get_aliases"]
    assert [sent.directive("nc") for sent in page.sent[1:]] == ["00000001", "00000002", "00000003"]
    client.account("eve@other.example", "pw")
    page.answers[None] = challenge(realm="other.example")
    client.account("eve@other.example", "pw").read("get_aliases")
    assert page.actions[-2:] == [None, "get_aliases"]


def test_a_write_is_sent_again_only_when_its_nonce_was_too_old() -> None:
    page = ScriptedPage({"set_dnd_on": (challenge("bmV3", more=",stale=true"), done())})
    page.account().write("set_dnd_on", duration="5")
    first, second = page.writes
    assert (first.directive("nonce"), second.directive("nonce")) == (NONCE, "bmV3")
    assert first.body == second.body == b"duration=5"


def test_a_nonce_that_is_too_old_twice_is_an_error() -> None:
    page = ScriptedPage({"set_dnd_on": challenge("bmV3", more=",stale=true")})
    with pytest.raises(LoginRefused):
        page.account().write("set_dnd_on")
    assert len(page.writes) == 2


def test_a_refused_login_is_not_tried_again_and_names_both_causes() -> None:
    page = ScriptedPage({"set_dnd_on": challenge()})
    with pytest.raises(LoginRefused) as caught:
        page.account().write("set_dnd_on")
    assert len(page.writes) == 1
    assert caught.value.outcome == RemoteError.REFUSED
    assert "POST /settings.phtml (set_dnd_on)" in caught.value.message
    assert "the login of ann@example.com is refused, or the back end is down" in caught.value.message
    assert "s3cret" not in caught.value.message


def test_a_failure_of_the_transport_names_the_action() -> None:
    lost = RequestError("POST", "/settings.phtml", "was cut off", outcome=RemoteError.UNKNOWN, pending=True)
    with pytest.raises(RequestError, match=r"POST /settings\.phtml \(add_alias\) was cut off") as caught:
        ScriptedPage({"add_alias": lost}).account().write("add_alias", username="x")
    assert (caught.value.outcome, caught.value.pending) == (RemoteError.UNKNOWN, True)


@pytest.mark.parametrize(
    "answer",
    [
        Answer("", "", 404),
        Answer("", "", 200, body=b"Error: Missing nonce in enrollment settings"),
        Answer("", "", 401, headers={"www-authenticate": 'Basic realm="example.com"'}),
        challenge(realm="attacker.example"),
    ],
)
def test_credentials_are_only_shown_to_who_asks_like_this_server(answer: Answer) -> None:
    page = ScriptedPage({None: answer, "get_aliases": []})  # type: ignore[dict-item]
    with pytest.raises(RequestError, match="Check that url is the settings page"):
        page.account().read("get_aliases")
    assert all("Authorization" not in sent.headers for sent in page.sent)


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://sip.example.com", "/settings.phtml"),
        ("https://sip.example.com/", "/settings.phtml"),
        ("https://sip.example.com/CDRTool/sip_settings_digest.phtml", "/CDRTool/sip_settings_digest.phtml"),
    ],
)
def test_the_address_may_be_that_of_the_page(url: str, path: str) -> None:
    page = ScriptedPage({"get_aliases": []})
    page.client(url).account().read("get_aliases")
    assert page.sent[-1].directive("uri") == f"{path}?action=get_aliases&realm=example.com"


def test_addresses() -> None:
    assert split_address("ann", "example.com") == ("ann", "example.com")
    assert split_address(" ann@voice.test ", None) == ("ann", "voice.test")
    for wrong in ("@example.com", "a@b@c", 'a"b', "a\\b@c"):
        with pytest.raises(ItemError, match="is not a SIP address"):
            split_address(wrong, "example.com")
    with pytest.raises(ItemError, match="has no domain"):
        split_address("ann", None)


def test_credentials_are_needed() -> None:
    with pytest.raises(ItemError, match="username is required"):
        ScriptedPage().client(username="").account()
    with pytest.raises(ItemError, match="password is required"):
        ScriptedPage().client(password="").account()
