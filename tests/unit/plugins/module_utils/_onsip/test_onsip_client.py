# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes over the wire, in which order, and what becomes of each kind of answer."""

from __future__ import annotations

import base64

import pytest
from onsip_service import SESSION, ScriptedService, client_of, element, envelope, listing, lost_session, xml

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import AuthenticationError, RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.failures import ActionRefused

CUT_OFF = RequestError("POST", "/api", "was cut off", outcome=RemoteError.UNKNOWN, pending=True)


def test_a_session_is_begun_when_it_is_needed_and_ended_at_the_end():
    service = ScriptedService({"NoOp": "", "UserDelete": ""})
    client = client_of(service)
    client.read("NoOp", public=True)
    assert service.actions == ["NoOp"]
    client.write("UserDelete", {"UserId": "41002"})
    client.write("UserDelete", {"UserId": "41003"})
    client.close()
    assert service.actions == ["NoOp", "SessionCreate", "UserDelete", "UserDelete", "SessionDestroy"]
    assert service.closed


def test_requests_are_forms_in_bodies_of_posts_to_the_address_itself():
    service = ScriptedService({"GroupAddressAdd": ""})
    client_of(service).write(
        "GroupAddressAdd",
        {
            "Username": "süd desk",
            "MemberAddresses": {"ada@acme.onsip.com": "1"},
            "RoleNames": ["User", "Organization Admin"],
        },
    )
    login, sent = service.sent
    assert login.body == b"Action=SessionCreate&Username=admin.example&Password=rehearsal"
    assert (sent.method, sent.path) == ("POST", "")
    assert sent.headers["Content-Type"] == "application/x-www-form-urlencoded; charset=utf-8"
    assert (
        sent.body
        == (
            f"Action=GroupAddressAdd&SessionId={SESSION}&Username=s%C3%BCd+desk&MemberAddresses%5Bada%40acme.onsip.com%5D=1"
            "&RoleNames%5B%5D=User&RoleNames%5B%5D=Organization+Admin"
        ).encode()
    )


def test_only_what_changes_nothing_is_repeatable():
    service = ScriptedService({"UserBrowse": "", "UserAdd": "", "CallSetup": "", "AuthCallSetup": ""})
    client = client_of(service)
    client.read("UserBrowse")
    client.write("UserAdd", {})
    client.write("CallSetup", {}, public=True)
    client.write_with_credentials("AuthCallSetup", {})
    client.close()
    assert [sent.repeatable for sent in service.sent] == [False, True, False, False, False, False]


def test_a_first_login_is_not_sent_again_because_failures_lock_the_account():
    service = ScriptedService({"UserBrowse": [lost_session("UserBrowse"), ""]})
    client_of(service).read("UserBrowse")
    assert [sent.repeatable for sent in service.sent if sent.action == "SessionCreate"] == [False, True]
    service = ScriptedService({"UserBrowse": ""})
    client_of(service, authentication="basic").read("UserBrowse")
    assert [(sent.action, sent.repeatable) for sent in service.sent] == [("UserRead", False), ("UserBrowse", True)]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://api.example.com", "/api"),
        ("https://api.example.com/", "/api"),
        ("https://api.example.com/api", ""),
        ("https://api.example.com/api/", "/"),
    ],
)
def test_an_address_with_a_path_is_used_as_it_is(url, path):
    service = ScriptedService({"NoOp": ""})
    client_of(service, url).read("NoOp", public=True)
    assert service.sent[0].path == path


def test_a_lost_session_is_renewed_once_and_the_write_repeated():
    service = ScriptedService({"UserAdd": [lost_session("UserAdd"), ""]})
    client_of(service).write("UserAdd", {})
    assert service.actions == ["SessionCreate", "UserAdd", "SessionCreate", "UserAdd"]


def test_a_session_that_is_lost_again_is_an_error():
    service = ScriptedService({"UserAdd": [lost_session("UserAdd"), lost_session("UserAdd")]})
    with pytest.raises(ActionRefused, match="SessionId: This request needs a live session"):
        client_of(service).write("UserAdd", {})
    assert service.actions.count("SessionCreate") == 2


def test_another_thread_may_have_renewed_the_session_already():
    service = ScriptedService()
    login = client_of(service)._login
    first = login.session()
    second = login.session(instead_of=first)
    assert login.session(instead_of=first) is second
    assert service.actions == ["SessionCreate", "SessionCreate"]


LOCKED = envelope(
    "SessionCreate",
    None,
    completed=False,
    established=False,
    request_errors=[("Action", "Accessor.LoginLocked", "Login blocked.")],
)


@pytest.mark.parametrize(
    "refused",
    [
        LOCKED,
        envelope("SessionCreate", "", completed=True, established=False),
        envelope("SessionCreate", None, completed=False, established=False),
    ],
)
def test_a_failed_login_is_tried_once_in_the_whole_call(refused):
    service = ScriptedService({"SessionCreate": refused})
    client = client_of(service)
    for _attempt in range(3):
        with pytest.raises(AuthenticationError, match="password"):
            client.read("UserBrowse")
    client.close()
    assert service.actions == ["SessionCreate"]


def test_a_locked_login_says_how_long_to_wait():
    with pytest.raises(AuthenticationError, match="Wait about ten minutes"):
        client_of(ScriptedService({"SessionCreate": LOCKED})).read("UserBrowse")


def test_basic_credentials_go_with_each_request_and_bad_ones_only_once():
    service = ScriptedService({"UserBrowse": ""})
    client_of(service, authentication="basic").read("UserBrowse")
    expected = "Basic " + base64.b64encode(b"admin.example:rehearsal").decode()
    assert [sent.headers["Authorization"] for sent in service.sent] == [expected, expected]
    assert "SessionId" not in service.sent[-1].form

    service = ScriptedService({"UserRead": xml("", 401)})
    client = client_of(service, authentication="basic")
    for _attempt in range(3):
        with pytest.raises(AuthenticationError, match="credentials are not accepted"):
            client.read("UserBrowse")
    assert len(service.sent) == 1


def test_json_is_asked_for_when_it_is_wanted_and_understood_with_one_or_many():
    head = '{"Response": {"Context": {"Action": {"IsCompleted": "true"}, "Request": {"IsValid": "true"}, '
    one = head + '"Session": {"IsEstablished": "true", "SessionId": "x", "UserId": "1"}}, "Result": %s}}'
    single = one % '{"UserBrowse": {"Users": {"@attributes": {"Found": "1"}, "User": {"UserId": "1", "Flags": {}}}}}'
    empty = one % '{"UserBrowse": {"Users": {"@attributes": {"Limit": "500"}}}}'
    login = one % '{"SessionCreate": {}}'
    service = ScriptedService({"SessionCreate": xml(login), "UserBrowse": [xml(single), xml(empty)]})
    client = client_of(service, output="json")
    scope = {"OrganizationId": "7301"}
    assert client.browse("UserBrowse", "Users", "User", scope) == [{"UserId": "1", "Flags": ""}]
    assert client.browse("UserBrowse", "Users", "User", scope) == []
    assert all(sent.form["Output"] == "json" for sent in service.sent)


REFUSED = envelope(
    "UserAdd",
    None,
    completed=False,
    valid=False,
    request_errors=[("Username", "Address.Unavailable", "Taken."), ("Email", "Email.Invalid", "Not an address.")],
)


def test_a_refusal_names_every_parameter_and_was_not_carried_out():
    with pytest.raises(ActionRefused) as caught:
        client_of(ScriptedService({"UserAdd": REFUSED})).write("UserAdd", {})
    message = caught.value.message
    assert message.startswith("POST /api with Action UserAdd was answered 200 and refused: Username: another address")
    assert "Email: Not an address [Email.Invalid]" in message
    assert caught.value.outcome == RemoteError.REFUSED


def test_a_missing_permission_says_what_to_check():
    answer = envelope("AccountRead", None, completed=False, action_errors=[("Anything.At.All", "No.")])
    with pytest.raises(ActionRefused, match="Check that the object belongs to the account"):
        client_of(ScriptedService({"AccountRead": answer})).read("AccountRead")


def test_an_error_of_the_request_counts_although_the_request_counts_as_valid():
    answer = envelope("UserRead", None, completed=False, valid=True, request_errors=[("UserId", "X.Y", "Odd.")])
    with pytest.raises(ActionRefused, match="UserId: Odd"):
        client_of(ScriptedService({"UserRead": answer})).read("UserRead")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (
            xml("<Exception>Something &amp; else failed.</Exception>"),
            "fault inside the service: Something & else failed",
        ),
        (xml('{"Exception": "Failed."}'), "fault inside the service: Failed"),
        (xml("<html><head><title>x</title></head><body>Back at noon</body></html>"), "Back at noon"),
        (xml("<!DOCTYPE html><html>Soon</html>"), "no answer of the service"),
        (xml('<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><Response>&a;</Response>'), "document type"),
        (xml("<Response><Context/></Response>"), "no answer of the service"),
        (xml("<Response><Context>"), "no answer of the service"),
        (xml(""), "empty body"),
        (xml("[]"), "no answer of the service"),
        (xml("[" * 100000), "no answer of the service"),
        (xml('{"Response": []}'), "no answer of the service"),
        (envelope("UserAdd", None), "without its result"),
        (xml("", 500), "was answered 500"),
    ],
)
def test_after_an_answer_that_says_nothing_the_effect_is_unknown(answer, message):
    with pytest.raises(RequestError, match=message) as caught:
        client_of(ScriptedService({"UserAdd": answer})).write("UserAdd", {})
    assert caught.value.outcome == RemoteError.UNKNOWN
    assert "UserAdd" in caught.value.message or answer.status == 200


def test_a_body_is_never_quoted_because_it_can_echo_passwords():
    echo = "<Response><Context><Request><Parameters><Parameter><Value>portal-ines</Value></Parameter>"
    for body in (echo, "portal-ines is your password", '{"Password": "portal-ines"'):
        with pytest.raises(RequestError) as caught:
            client_of(ScriptedService({"UserAdd": xml(body)})).write("UserAdd", {})
        assert "portal-ines" not in caught.value.message


def test_a_wrong_address_is_told_apart_from_a_wrong_object():
    with pytest.raises(RequestError, match=r"https://api\.onsip\.com/api") as caught:
        client_of(ScriptedService({"UserAdd": xml("", 404)})).write("UserAdd", {})
    assert caught.value.outcome == RemoteError.REFUSED


def test_a_failure_of_the_transport_names_the_action():
    with pytest.raises(RequestError, match="POST /api with Action UserAdd was cut off") as caught:
        client_of(ScriptedService({"UserAdd": CUT_OFF})).write("UserAdd", {})
    assert (caught.value.outcome, caught.value.pending) == (RemoteError.UNKNOWN, True)


def test_the_end_of_a_session_may_fail():
    service = ScriptedService({"UserBrowse": "", "SessionDestroy": CUT_OFF})
    client = client_of(service)
    client.read("UserBrowse")
    client.close()
    assert service.closed


def test_the_order_of_elements_and_unknown_ones_mean_nothing():
    body = (
        '<r:Response xmlns:r="urn:other" a="b"><r:Result><r:NoOp><r:New/></r:NoOp></r:Result><r:Context><r:Session>'
        "<r:More/><r:IsEstablished>false</r:IsEstablished></r:Session><r:Request><r:IsValid>true</r:IsValid></r:Request>"
        "<r:Action><r:IsCompleted>true</r:IsCompleted></r:Action></r:Context></r:Response>"
    )
    assert client_of(ScriptedService({"NoOp": xml(body)})).read("NoOp", public=True) == {"New": ""}


def test_a_listing_sends_its_scope_its_order_and_its_page():
    rows = [{"UserId": "1"}, {"UserId": "2"}]
    service = ScriptedService({"UserBrowse": listing("Users", "User", rows, 2)})
    client_of(service).browse("UserBrowse", "Users", "User", {"OrganizationId": "7301"}, "UserId")
    assert service.of("UserBrowse") == [
        {"OrganizationId": "7301", "OrderBy": "UserId", "Limit": "500", "Offset": "0"},
    ]


def test_something_else_than_a_listing_is_an_error():
    for result in ("", "<Users><User>x</User></Users>", element("Others", "")):
        client = client_of(ScriptedService({"UserBrowse": result}))
        with pytest.raises(RequestError, match="no listing of Users"):
            client.browse("UserBrowse", "Users", "User", {})
