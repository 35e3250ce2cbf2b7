# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The cookie that comes with the first 401, and what it is good for."""

from __future__ import annotations

from typing import Any


def open_session(server: Any) -> str:
    user, server.user = server.user, None
    cookie = server.get("/user").headers["Set-Cookie"].partition(";")[0]
    server.user = user
    return cookie


def test_a_login_with_the_cookie_makes_the_cookie_a_login(server):
    cookie = open_session(server)
    assert server.get("/user", Cookie=cookie).status == 200
    server.user = None
    assert server.get("/user", Cookie=cookie).status == 200


def test_a_login_without_the_cookie_leaves_no_session(server):
    answer = server.get("/user")
    assert "Set-Cookie" not in answer.headers


def test_the_cookie_alone_is_no_login(server):
    cookie = open_session(server)
    server.user = None
    answer = server.get("/user", Cookie=cookie)
    assert answer.status == 401
    assert "Set-Cookie" not in answer.headers


def test_a_session_ends_after_fifteen_idle_minutes(server):
    cookie = open_session(server)
    assert server.get("/user", Cookie=cookie).status == 200
    server.user = None
    server.clock.offset_s += 14 * 60
    assert server.get("/user", Cookie=cookie).status == 200
    server.clock.offset_s += 14 * 60
    assert server.get("/user", Cookie=cookie).status == 200
    server.clock.offset_s += 15 * 60 + 1
    answer = server.get("/user", Cookie=cookie)
    assert answer.status == 401
    assert "Set-Cookie" in answer.headers


def test_a_session_believes_its_user_name_without_the_password(server):
    cookie = open_session(server)
    assert server.get("/user", Cookie=cookie).status == 200
    server.user = ("superadmin", "changed meanwhile")
    assert server.get("/user", Cookie=cookie).status == 200
    server.user = ("4101", "x")
    assert server.get("/user", Cookie=cookie).status == 401


def test_a_kept_cookie_changes_hands_with_the_next_login(server):
    server.add_user("4101")
    cookie = open_session(server)
    assert server.get("/user", Cookie=cookie).status == 200
    server.user = ("4101", "Tulip-77-x")
    assert server.get("/my/keepalive", Cookie=cookie).status == 200
    server.user = None
    assert server.get("/user", Cookie=cookie).status == 403


def test_forgotten_sessions_are_gone(server):
    cookie = open_session(server)
    assert server.get("/user", Cookie=cookie).status == 200
    server.twin.forget_sessions()
    server.user = None
    assert server.get("/user", Cookie=cookie).status == 401


def test_a_request_with_a_cookie_carries_no_framing_policy(server):
    cookie = open_session(server)
    assert "Content-Security-Policy" not in server.get("/user", Cookie=cookie).headers
