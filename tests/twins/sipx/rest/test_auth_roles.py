# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which URL asks for which role: tried top-down on the whole URL, in any letter case."""

from __future__ import annotations

import pytest

ATTENDANT_URLS = ("/rest/auto-attendant", "/rest/auto-attendant/specialmode", "/rest/auto-attendant/operator/special")


@pytest.fixture
def caller(server):
    """Makes a user with one permission and calls as that user from then on."""

    def call_as(permission: str | None) -> None:
        user_id = server.add_user("4101")
        if permission:
            assert server.permit(user_id, permission).status == 200
        server.user = ("4101", "Tulip-77-x")

    return call_as


@pytest.mark.parametrize("permission", ["superadmin", "rest"])
@pytest.mark.parametrize("path", ["/rest/user", "/rest/region", "/rest/auto-attendant/livemode/1", "/api/users"])
def test_administrators_and_rest_users_reach_everything(server, caller, permission, path):
    caller(permission)
    assert server.send("GET", path).status != 403


@pytest.mark.parametrize(
    "path", ["/rest/user", "/api/users", "/rest/activecdrs/4101", "/rest/nowhere", *ATTENDANT_URLS]
)
def test_ordinary_users_do_not(server, caller, path):
    caller(None)
    assert server.send("GET", path).is_page(403, "Access is denied")


@pytest.mark.parametrize("path", ["/rest/my/time", "/rest/call/1", "/rest/MY/time", "/api/my/user"])
def test_ordinary_users_reach_their_services(server, caller, path):
    caller(None)
    assert server.send("GET", path).status != 403


def test_superadmin_acts_on_itself_below_my(server):
    assert server.get_json("/my/logindetails")["login-details"]["userName"] == "superadmin"


@pytest.mark.parametrize("path", ATTENDANT_URLS)
def test_attendant_administrators_reach_exactly_their_urls(server, caller, path):
    caller("RecordSystemPrompts")
    assert server.send("GET", path).status != 403
    assert server.send("GET", path.upper().replace("/REST", "/rest")).status != 403


@pytest.mark.parametrize(
    "path",
    [
        "/rest/auto-attendant/",
        "/rest/auto-attendant?x=1",
        "/rest/auto-attendant/specialmode?x=1",
        "/rest/auto-attendant/specialmode/",
        "/rest/auto-attendant/operator/special?x=1",
        "/rest/auto-attendant/livemode/1",
        "/rest/user",
    ],
)
def test_attendant_administrators_reach_no_other_form(server, caller, path):
    caller("RecordSystemPrompts")
    assert server.send("GET", path).is_page(403, "Access is denied")


def test_the_role_of_rest_users_does_not_open_the_attendant_urls(server, caller):
    caller("rest")
    assert server.send("GET", "/rest/auto-attendant/specialmode").is_page(403, "Access is denied")
    assert server.send("GET", "/rest/auto-attendant/").status == 200


def test_permissions_inherited_from_a_group_count(server):
    group_id = server.add_group("staff")
    body = "<group><permissions><setting><name>rest</name><value>ENABLE</value></setting></permissions></group>"
    assert server.put(f"/user-group-permission/{group_id}", body).status == 200
    server.add_user("4101", groups={"group": {"id": group_id}})
    server.user = ("4101", "Tulip-77-x")
    assert server.get("/user").status == 200


def test_the_avatar_is_open_to_everybody(server):
    server.user = None
    assert server.get("/avatar/4101").status == 200


def test_a_hardened_server_asks_for_a_login_there(server):
    server.twin.configure({"anonymous_avatar": False})
    server.user = None
    assert server.get("/avatar/4101").status == 401


def test_a_private_key_in_the_url_replaces_the_login(server):
    user_id = server.add_user("4101")
    key = server.pbx.users.get(user_id).private_key
    assert len(key) == 32
    server.user = None
    answer = server.get(f"/private/{key}/logindetails")
    assert "<userName>4101</userName>" in answer.text
    assert answer.call.account == "4101"
    assert answer.call.secret_in_url == ["key"]
    assert server.get(f"/private/{'0' * 32}/logindetails").status == 401
    assert server.get(f"/private/{key}/my/logindetails").status == 404
    assert server.get(f"/private/{key[1:]}/logindetails").status == 401


def test_a_wrong_key_is_refused_whoever_calls(server):
    assert server.get(f"/private/{'0' * 32}/logindetails").status == 401
