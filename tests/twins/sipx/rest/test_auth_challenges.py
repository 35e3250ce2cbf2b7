# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What 401 and 403 look like, and which credentials the server reads."""

from __future__ import annotations

import base64
import re

import pytest

NO_CREDENTIALS = "An Authentication object was not found in the SecurityContext"
DIGEST_CHALLENGE = re.compile(r'Digest realm="pbx\.example\.com", qop="auth", nonce="[A-Za-z0-9+/=]+"')
BASIC_CHALLENGE = 'Basic realm="pbx.example.com"'


def basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("path", ["/rest/user", "/api/users", "/rest/my/time"])
def test_no_credentials_are_answered_with_a_digest_challenge_only(server, path):
    server.user = None
    answer = server.send("GET", path)
    assert answer.is_page(401, NO_CREDENTIALS)
    challenges = answer.headers.getall("WWW-Authenticate")
    assert len(challenges) == 1
    assert DIGEST_CHALLENGE.fullmatch(challenges[0])
    assert re.fullmatch(r"JSESSIONID=\w+;Path=/sipxconfig", answer.headers["Set-Cookie"])


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (basic("superadmin:wrong"), "Bad credentials"),
        (basic("nobody:rehearsal"), "Bad credentials"),
        (basic("superadmin:"), "Bad credentials"),
        (basic("superadmin"), "Invalid basic authentication token"),
        ("Basic !!!!", "Failed to decode basic authentication token"),
        ("Basic ab", "Failed to decode basic authentication token"),
    ],
)
def test_bad_basic_credentials_are_answered_with_a_basic_challenge_only(server, header, reason):
    answer = server.get("/user", Authorization=header)
    assert answer.is_page(401, reason)
    assert answer.headers.getall("WWW-Authenticate") == [BASIC_CHALLENGE]
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("header", ["basic c3VwZXJhZG1pbjpyZWhlYXJzYWw=", "Bearer x", "Basic", "digest x"])
def test_other_schemes_are_no_credentials(server, header):
    answer = server.get("/user", Authorization=header)
    assert answer.is_page(401, NO_CREDENTIALS)
    assert answer.headers["WWW-Authenticate"].startswith("Digest ")


def test_the_page_is_the_containers_to_the_letter(server):
    server.user = ("superadmin", "wrong")
    answer = server.get("/user?x=<y>")
    assert answer.text == (
        '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/>\n'
        "<title>Error 401 Bad credentials</title>\n</head>\n<body><h2>HTTP ERROR 401</h2>\n"
        "<p>Problem accessing /sipxconfig/rest/user. Reason:\n<pre>    Bad credentials</pre></p>"
        "<hr><i><small>Powered by Jetty://</small></i><hr/>\n\n</body>\n</html>\n"
    )
    assert answer.headers["Cache-Control"] == "must-revalidate,no-cache,no-store"


def test_a_missing_role_is_a_403_without_challenge(server):
    server.add_user("4101")
    server.user = ("4101", "Tulip-77-x")
    answer = server.get("/user")
    assert answer.is_page(403, "Access is denied")
    assert "WWW-Authenticate" not in answer.headers


def test_login_names_are_user_name_alias_and_im_id_of_users_with_im(server):
    user_id = server.add_user("4101", aliases={"alias": [{"alias": "ines.okafor"}]})
    server.user = ("ines.okafor", "Tulip-77-x")
    assert server.get("/my/keepalive").status == 200
    draft = server.pbx.users.draft(user_id)
    draft.profile.im_id = "ines"
    server.pbx.users.store(draft)
    server.user = ("ines", "Tulip-77-x")
    assert server.get("/my/keepalive").status == 401
    draft = server.pbx.users.draft(user_id)
    draft.settings["im/im-account"] = "1"
    server.pbx.users.store(draft)
    assert server.get("/my/keepalive").status == 200


def test_the_password_is_the_portal_password_and_no_other(server):
    server.add_user("4101", sipPassword="sip-secret")
    server.user = ("4101", "sip-secret")
    assert server.get("/my/keepalive").is_page(401, "Bad credentials")
    server.user = ("4101", "Tulip-77-x")
    assert server.put("/my/voicemail/pin/24680").status == 200
    server.user = ("4101", "24680")
    assert server.get("/my/keepalive").is_page(401, "Bad credentials")


def test_the_shared_secret_is_everybodys_password(server):
    server.twin.configure({"shared_secret": "shared"})
    server.user = ("superadmin", "shared")
    assert server.get("/user").status == 200


def test_disabled_users_are_rejected(server):
    user_id = server.add_user("4101")
    draft = server.pbx.users.draft(user_id)
    draft.profile.enabled = False
    server.pbx.users.store(draft)
    server.user = ("4101", "Tulip-77-x")
    assert server.get("/my/keepalive").is_page(401, "User is disabled")


@pytest.mark.parametrize("path", ["/rest/user", "/rest/nowhere", "/api/users"])
def test_options_is_answered_before_authentication(server, path):
    server.user = None
    answer = server.send("OPTIONS", path, Origin="https://portal.example.com")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == "https://portal.example.com"


def test_answers_carry_cors_headers_and_a_framing_policy(server):
    answer = server.get("/user", Origin="https://portal.example.com")
    assert answer.headers["Access-Control-Allow-Origin"] == "https://portal.example.com"
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"
    assert answer.headers["Access-Control-Max-Age"] == "3600"
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'none'"


@pytest.mark.parametrize("name", ["superadmin", "rest", "dbauth-only", "RecordSystemPrompts"])
def test_an_empty_value_of_a_permission_read_at_login_breaks_the_login(server, name):
    user_id = server.add_user("4101")
    assert server.permit(user_id, name, "").status == 200
    server.user = ("4101", "Tulip-77-x")
    assert server.get("/my/keepalive").status == 500


def test_an_empty_value_of_another_permission_does_not(server):
    user_id = server.add_user("4101")
    assert server.permit(user_id, "Voicemail", "").status == 200
    server.user = ("4101", "Tulip-77-x")
    assert server.get("/my/keepalive").status == 200


@pytest.mark.parametrize("path", ["/rest/user/1", "/api/users/superadmin"])
def test_only_a_challenge_leg_is_no_write(server, path):
    assert server.send("DELETE", path, Authorization="Bearer x").call.write is False
    assert server.send("DELETE", path, Authorization=basic("superadmin:wrong")).call.write is True
    server.user = None
    answer = server.send("DELETE", path)
    assert (answer.status, answer.call.write, answer.call.applied) == (401, False, False)
    assert answer.call.route in ("/rest/user/{id}", "/api/users/{u}")
    server.user = ("superadmin", "rehearsal")
    assert server.send("DELETE", path).call.write is True
