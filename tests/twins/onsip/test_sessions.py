# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions, failed logins and HTTP Basic."""

from __future__ import annotations

import re

import pytest


def test_a_session_is_told_in_the_context_and_not_in_the_result(api):
    answer = api.do("SessionCreate", Username="admin.example", Password="rehearsal")
    assert answer.ok == {}
    assert re.fullmatch("[0-9a-v]{26}", answer.session["SessionId"])
    assert list(answer.session) == ["IsEstablished", "SessionId", "UserId", "Roles"]
    assert answer.session["UserId"] == "41001"


@pytest.mark.parametrize(
    "username",
    ["admin.example", "ADMIN.example", "admin@example.onsip.com", "admin.example@example.onsip.com"],
)
def test_a_user_is_known_by_login_or_by_address(api, username):
    assert api.log_in(username)


@pytest.mark.parametrize("username", ["admin", "admin@example-agent.onsip.com", "admin.example@nowhere.onsip.com", "@"])
def test_other_names_are_unknown(api, username):
    answer = api.do("SessionCreate", Username=username, Password="rehearsal")
    assert answer.refused_though_valid == [("Action", "Accessor.LoginFailed")]


def test_a_missing_password_makes_the_request_invalid(api):
    api.session_id = None
    answer = api.do("SessionCreate", Username="admin.example")
    assert answer.refused == [("Password", "Value.Required")]
    assert answer.session == {"IsEstablished": "false"}


def test_every_later_answer_repeats_the_session(api):
    assert api.do("UserBrowse").session["SessionId"] == api.session_id
    assert api.do("Echo").session["SessionId"] == api.session_id


def test_several_sessions_live_side_by_side(api):
    first, second = api.log_in(), api.log_in()
    assert first != second
    for session_id in (first, second):
        api.session_id = session_id
        assert api.do("UserRead").ok


def dead(answer):
    assert answer.refused == [("SessionId", "Session.Authentication")]
    assert answer.request["Errors"]["Error"]["Message"] == "This request needs a live session."
    return answer.session == {"IsEstablished": "false"}


@pytest.mark.parametrize("session_id", [None, "", "zzzz0000zzzz0000zzzz0000zz"])
@pytest.mark.parametrize("action", ["UserBrowse", "UserAdd", "SessionDestroy", "CountryBrowse", "CplValidate"])
def test_no_action_without_a_live_session(api, action, session_id):
    api.session_id = session_id
    answer = api.do(action)
    assert dead(answer)
    assert answer.added == []


@pytest.mark.parametrize("action", ["Echo", "NoOp", "NpaNxxBrowse"])
def test_actions_that_need_no_session(api, action):
    api.session_id = "zzzz0000zzzz0000zzzz0000zz"
    answer = api.do(action)
    assert answer.session == {"IsEstablished": "false"}
    assert answer.tree["Context"]["Action"]["IsCompleted"] == "true"


def test_a_destroyed_session_is_gone(api):
    answer = api.do("SessionDestroy")
    assert answer.ok == {}
    assert answer.session == {"IsEstablished": "false"}
    assert dead(api.do("SessionDestroy"))


def test_a_session_ends_when_it_was_idle(api):
    clock = api.simulation.clock
    for _unused in range(3):
        clock.offset_s += 1100
        assert api.do("UserRead").ok
    clock.offset_s += 1200
    assert dead(api.do("UserRead"))
    clock.offset_s -= 1200
    assert dead(api.do("UserRead"))


def test_the_idle_time_is_a_knob(api):
    api.configure(session_idle_s=10)
    api.simulation.clock.offset_s += 11
    assert dead(api.do("UserRead"))


def test_a_user_who_is_gone_or_disabled_has_no_session(api):
    user_id = api.add_user()["UserId"]
    administrator = api.session_id
    session_id = api.log_in("example_bo", "portal secret")
    api.session_id = administrator
    assert api.do("UserEditStatus", UserId=user_id, Status="disabled").ok
    api.session_id = session_id
    assert dead(api.do("UserRead"))
    failed = api.do("SessionCreate", Username="example_bo", Password="portal secret")
    assert failed.refused_though_valid == [("Action", "Accessor.LoginFailed")]
    api.session_id = administrator
    assert api.do("UserDelete", UserId=user_id).ok == {}
    api.session_id = session_id
    assert dead(api.do("UserRead"))


def fail(api, username="admin.example", password="wrong"):
    answer = api.do("SessionCreate", Username=username, Password=password)
    ((parameter, code),) = answer.refused_though_valid
    assert parameter == "Action"
    return code


def test_a_wrong_password_has_the_shape_of_a_locked_login(api):
    assert fail(api) == "Accessor.LoginFailed"
    api.session_id = None
    assert api.do("SessionCreate", Username="x", Password="y").session == {"IsEstablished": "false"}


def test_five_failures_in_a_row_lock_the_login(api):
    assert [fail(api) for _unused in range(6)] == ["Accessor.LoginFailed"] * 5 + ["Accessor.LoginLocked"]
    assert fail(api, password="rehearsal") == "Accessor.LoginLocked"
    assert fail(api, "admin@example.onsip.com", "rehearsal") == "Accessor.LoginLocked"
    assert api.do("UserRead").ok, "a session that exists stays"
    assert api.log_in("agent.example"), "another user is not locked"
    api.simulation.clock.offset_s += 599
    assert fail(api, password="rehearsal") == "Accessor.LoginLocked"
    api.simulation.clock.offset_s += 1
    assert api.log_in()


def test_a_success_between_failures_counts_anew(api):
    for _unused in range(3):
        assert [fail(api) for _unused in range(4)] == ["Accessor.LoginFailed"] * 4
        api.log_in()


def test_an_unknown_user_is_never_locked(api):
    assert {fail(api, "nobody") for _unused in range(10)} == {"Accessor.LoginFailed"}


def test_lock_is_a_matter_of_knobs(api):
    api.configure(login_failures=1, login_lock_s=5)
    assert [fail(api), fail(api)] == ["Accessor.LoginFailed", "Accessor.LoginLocked"]
    api.simulation.clock.offset_s += 5
    assert api.log_in()


def test_basic_credentials_stand_for_a_session(api):
    pairs = [("Action", "UserRead"), ("Output", "json")]
    for username in ("admin.example", "admin@example.onsip.com"):
        answer = api.post(pairs, api.basic(username, "rehearsal"))
        assert answer.ok["User"]["UserId"] == "41001"
        assert answer.session["IsEstablished"] == "true"
        assert answer.session["UserId"] == "41001"
        assert answer.call["account"] == "admin.example"
    again = api.post(pairs, api.basic(username, "rehearsal"))
    assert again.session["SessionId"] == answer.session["SessionId"]
    api.session_id = answer.session["SessionId"]
    assert api.do("UserRead").ok


def test_the_password_may_hold_a_colon(api):
    api.add_user(Password="a:b:c", PasswordConfirm="a:b:c")
    assert api.post([("Action", "UserRead"), ("Output", "json")], api.basic("example_bo", "a:b:c")).ok


@pytest.mark.parametrize(
    "header",
    ["Basic", "Basic !!!", "Basic /w==", "basic YWRtaW4uZXhhbXBsZTp3cm9uZw==", "Basic bm9ib2R5OnJlaGVhcnNhbA=="],
)
@pytest.mark.parametrize("action", ["UserRead", "NoOp"])
def test_bad_basic_credentials_are_401(api, header, action):
    answer = api.post([("Action", action), ("Output", "json")], {"Authorization": header})
    assert answer.http.status == 401
    assert answer.http.headers["WWW-Authenticate"].startswith("Basic ")
    assert not answer.text.startswith("{")


def test_other_schemes_are_no_credentials(api):
    answer = api.post([("Action", "UserRead"), ("Output", "json")], {"Authorization": "Bearer x"})
    assert dead(answer)


def test_basic_failures_lock_too(api):
    for _unused in range(5):
        assert api.post([("Action", "NoOp")], api.basic("admin.example", "wrong")).http.status == 401
    assert api.post([("Action", "NoOp")], api.basic("admin.example", "rehearsal")).http.status == 401
    assert fail(api, password="rehearsal") == "Accessor.LoginLocked"


def test_forgotten_sessions_are_dead_and_locks_are_open(api):
    for _unused in range(5):
        fail(api)
    api.twin.forget_sessions()
    assert dead(api.do("UserRead"))
    assert api.log_in()


def test_the_fault_expire_session_hits_the_session_of_the_request(api):
    other = api.log_in()
    api.log_in()
    api.fail_on(match={"action": "UserBrowse"}, do="expire_session")
    assert api.do("UserRead").ok
    assert dead(api.do("UserBrowse"))
    assert dead(api.do("UserRead"))
    api.session_id = other
    assert api.do("UserRead").ok


def test_the_fault_lock_login_locks_who_logs_in(api):
    api.fail_on(match={"action": "SessionCreate", "account": "admin.example"}, do="lock_login")
    assert api.log_in("agent.example")
    assert fail(api, "admin@example.onsip.com", "rehearsal") == "Accessor.LoginLocked"
    api.simulation.clock.offset_s += 600
    assert api.log_in()


def test_the_fault_exception_answers_with_the_document_of_a_fault(api):
    api.fail_on(match={"action": "UserRead", "times": 2}, do="exception")
    answer = api.do("UserRead")
    assert answer.http.status == 200
    assert answer.text == '{"Exception":"Something failed inside the service."}'
    root = api.xml("UserRead")
    assert root.tag == "{http://www.jnctn.net/ns/rest/2006-01}Exception"
    assert root.text == "Something failed inside the service."
    assert api.do("UserRead").ok
