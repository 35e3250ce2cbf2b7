# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTTP Digest: nonces, the order of the checks, and their words."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import pytest

REALM = "pbx.example.com"
PATH = "/sipxconfig/rest/user"


def md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def header_of(parameters: dict[str, str]) -> str:
    return "Digest " + ", ".join(f'{name}="{value}"' for name, value in parameters.items())


def parameters(server: Any, password: str = "rehearsal", **changed: str) -> dict[str, str]:
    """The parameters of a right answer to a fresh challenge, some of them replaced afterwards."""
    server.user = None
    challenge = server.get("/user").headers["WWW-Authenticate"]
    nonce = re.search(r'nonce="([^"]+)"', challenge)[1]
    given = {"username": "superadmin", "realm": REALM, "nonce": nonce, "uri": PATH, "qop": "auth", "nc": "00000001",
             "cnonce": "abc"}  # fmt: skip
    a1, a2 = md5(f"superadmin:{REALM}:{password}"), md5(f"GET:{PATH}")
    given["response"] = md5(f"{a1}:{nonce}:00000001:abc:auth:{a2}")
    return {**given, **changed}


def test_a_right_response_logs_in(server):
    assert server.get("/user", Authorization=header_of(parameters(server))).status == 200


def test_a_response_without_qop_logs_in(server):
    given = parameters(server)
    for name in ("qop", "nc", "cnonce"):
        del given[name]
    a1, a2 = md5(f"superadmin:{REALM}:rehearsal"), md5(f"GET:{PATH}")
    given["response"] = md5(f"{a1}:{given['nonce']}:{a2}")
    assert server.get("/user", Authorization=header_of(given)).status == 200


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"response": "0" * 32}, "Incorrect response"),
        ({"username": "nobody"}, "Username nobody not found"),
        ({"realm": "other"}, f"Response realm name 'other' does not match system realm name of '{REALM}'"),
        ({"nonce": "no base64!"}, "Nonce is not encoded in Base64; received nonce no base64!"),
        ({"nonce": base64.b64encode(b"1").decode()}, "Nonce should have yielded two tokens but was 1"),
        (
            {"nonce": base64.b64encode(b"x:y").decode()},
            "Nonce token should have yielded a numeric first token, but was x:y",
        ),
        ({"nonce": base64.b64encode(b"1:y").decode()}, "Nonce token compromised 1:y"),
    ],
)
def test_a_wrong_answer_gets_a_fresh_digest_challenge(server, changed, reason):
    answer = server.get("/user", Authorization=header_of(parameters(server, **changed)))
    assert answer.is_page(401, reason)
    (challenge,) = answer.headers.getall("WWW-Authenticate")
    assert challenge.startswith("Digest ")
    assert "stale" not in challenge


@pytest.mark.parametrize("missing", ["username", "realm", "nonce", "uri", "response", "nc", "cnonce"])
def test_a_missing_parameter_is_named(server, missing):
    given = parameters(server)
    del given[missing]
    answer = server.get("/user", Authorization=header_of(given))
    assert answer.status == 401
    assert answer.reason.startswith("Missing mandatory digest value; received header ")


def test_a_wrong_password_is_an_incorrect_response(server):
    answer = server.get("/user", Authorization=header_of(parameters(server, password="wrong")))
    assert answer.is_page(401, "Incorrect response")


def test_a_nonce_lives_ten_seconds(server):
    given = parameters(server)
    server.clock.offset_s += 9
    assert server.get("/user", Authorization=header_of(given)).status == 200
    server.clock.offset_s += 2
    answer = server.get("/user", Authorization=header_of(given))
    assert answer.is_page(401, "Nonce has expired/timed out")
    assert answer.headers["WWW-Authenticate"].endswith(', stale="true"')


def test_an_old_nonce_with_a_wrong_response_is_not_stale(server):
    given = parameters(server, password="wrong")
    server.clock.offset_s += 11
    assert server.get("/user", Authorization=header_of(given)).is_page(401, "Incorrect response")


def test_forgotten_sessions_make_nonces_invalid(server):
    given = parameters(server)
    server.twin.forget_sessions()
    answer = server.get("/user", Authorization=header_of(given))
    assert answer.reason.startswith("Nonce token compromised ")
