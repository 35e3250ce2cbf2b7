# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Back-end faults, pollution, sessions, and what the journal says of requests."""

from __future__ import annotations

from typing import Any

import pytest

SENTENCE = "Error ({port}): Provisioning error (9000): Injected failure"
DIV = '<div class="alert alert-error">' + SENTENCE + "</div>\n"
RED = "<p><font color=red>" + SENTENCE + "</font>\n"

#: action -> port, fragment, the empty value behind it
FAILED_READS = {
    "get_aliases": ("SipPort", DIV, "[]"),
    "get_enum": ("EnumPort", DIV, "[]"),
    "get_history": ("SipPort", DIV, "null"),
    "get_prepaid": ("SipPort", DIV, "null"),
    "get_balance_history": ("SipPort", RED, "null"),
    "get_call_forwarding": ("SipPort", DIV, "null"),
    "get_accept_rules": ("SipPort", DIV, "null"),
    "get_reject_rules": ("SipPort", DIV, "null"),
    "get_voicemail": ("VoicemailPort", RED, "null"),
    "get_monthly_usage": ("SipPort", DIV, "null"),
    "get_devices": ("SipPort", "", '{"success":false,"error_message":"' + SENTENCE + '"}'),
    "get_identity": (
        "SipPort",
        RED,
        '{"sip_address":null,"email":null,"first":null,"lastname":null,"pstn_caller_id":null,'
        '"mobile_number":null,"timezone":null,"no_answer_timeout":null,"quick_dial":null}',
    ),
}


@pytest.mark.parametrize("action", FAILED_READS)
def test_failed_read(demo: Any, action: str) -> None:
    port, fragment, empty = FAILED_READS[action]
    demo.knob(monthly_usage="object")
    good = demo.text(action, user="user0001")
    demo.fault("exception", action, port)
    assert demo.text(action, user="user0001") == (fragment + empty).replace("{port}", port)
    assert demo.text(action, user="user0001") == good


def test_failed_balance_history_as_csv(demo: Any) -> None:
    demo.fault("exception", "get_balance_history", "SipPort")
    text = demo.text("get_balance_history", {"csv": "1"}, user="user0001")
    assert text.startswith(RED.format(port="SipPort") + "Id,Account")


@pytest.mark.parametrize(
    ("action", "port", "code", "fragment"),
    [
        ("get_balance_history", "SipPort", 2000, False),
        ("get_voicemail", "VoicemailPort", 2000, False),
        ("get_voicemail", "VoicemailPort", 1010, False),
        ("get_voicemail", "VoicemailPort", 1011, True),
        ("get_balance_history", "SipPort", 1010, True),
    ],
)
def test_codes_for_nothing_found_print_no_fragment(
    demo: Any, action: str, port: str, code: int, fragment: bool
) -> None:
    demo.fault("exception", action, port, body={"code": code, "text": "said so"})
    text = demo.text(action, user="user0001")
    shown = f"<p><font color=red>Error ({port}): Provisioning error ({code}): said so</font>\n"
    assert text == (shown if fragment else "") + "null"


@pytest.mark.parametrize(("backend", "step"), [("SipPort", None), ("SipPort.getAccount", None), ("SipPort", "login")])
def test_back_end_failure_at_login_looks_like_a_wrong_password(thor: Any, backend: str, step: str | None) -> None:
    thor.fault("exception", step, backend)
    assert thor.call("get_aliases").status == 401
    assert thor.call("get_aliases").status == 200


@pytest.mark.parametrize(
    ("match", "fragment"),
    [
        ({"backend": "SipPort", "nth": 2}, RED.format(port="SipPort")),
        ({"backend": "SipPort", "nth": 3}, DIV.format(port="SipPort")),
        ({"backend": "SipPort", "action": "load"}, RED.format(port="SipPort")),
        ({"backend": "SipPort.getDomains"}, DIV.format(port="SipPort")),
        ({"backend": "CustomerPort"}, DIV.format(port="CustomerPort")),
        ({"backend": "CustomerPort", "action": "get_reject_rules"}, DIV.format(port="CustomerPort")),
        ({"backend": "CustomerPort", "nth": 2}, DIV.format(port="CustomerPort")),
    ],
)
def test_failed_load_pollutes_a_good_value(thor: Any, match: dict[str, Any], fragment: str) -> None:
    thor.change(reject_rules=["sip:spam@example.com"])
    thor.fault("exception", **match)
    assert thor.text("get_reject_rules") == fragment + '["sip:spam@example.com"]'


def test_unknown_owner_pollutes(thor: Any) -> None:
    thor.change(owner=9)
    sentence = "Error (CustomerPort): Provisioning error (5000): No such customer"
    assert thor.text("get_aliases") == f'<div class="alert alert-error">{sentence}</div>\n[]'


def test_pollution_of_a_write_keeps_its_result(thor: Any) -> None:
    thor.fault("exception", backend="CustomerPort")
    assert thor.text("set_privacy_on") == (
        DIV.format(port="CustomerPort")
        + '{"success":true,"error_message":"Caller-ID is now hidden for outgoing calls"}'
    )
    assert "anonymous" in thor.account()["groups"]


def test_pollute_waits_for_the_authenticated_request(thor: Any) -> None:
    thor.fault("pollute", "get_reject_rules")
    assert thor.send("action=get_reject_rules&realm=example.com").body == b""
    assert thor.text("get_aliases") == "[]"
    assert thor.text("get_reject_rules") == DIV.format(port="CustomerPort") + "[]"
    assert thor.text("get_reject_rules") == "[]"


def test_pollute_of_a_back_end_call_prints_and_goes_on(thor: Any) -> None:
    thor.fault("pollute", "get_call_forwarding", "SipPort")
    thor.text("set_call_forwarding", {"FUNC": "ben"})
    text = thor.text("get_call_forwarding")
    assert text.startswith(DIV.format(port="SipPort") + '{"FUNC":"ben@example.com"')


def test_slow_back_end_times_out_after_five_seconds(thor: Any) -> None:
    thor.fault("delay", "set_privacy_on", "SipPort", ms=60_000)
    assert thor.text("set_privacy_on") == (
        '{"success":false,"error_message":"Error (SipPort): Timed out read from HOST (): "}'
    )
    assert thor.delay_s == 5.0
    # The back end did the work all the same.
    assert "anonymous" in thor.account()["groups"]
    assert thor.journal()[-1]["applied"] is True


def test_slow_back_end_within_five_seconds(thor: Any) -> None:
    thor.fault("delay", "get_aliases", "SipPort", ms=4000)
    assert thor.text("get_aliases") == "[]"
    assert thor.delay_s == 4.0


def test_slow_back_end_at_login(thor: Any) -> None:
    thor.fault("delay", backend="SipPort", ms=6000)
    assert thor.call("get_aliases").status == 401
    assert thor.delay_s == 5.0


@pytest.mark.parametrize(
    ("do", "message", "done"),
    [
        ("reset_before", "Could not open socket connection to server HOST", False),
        ("reset_after", "Error reading response from HOST", True),
        ("truncate", "Could not parse the answer of HOST", True),
        ("empty", "Could not parse the answer of HOST", False),
    ],
)
def test_transport_errors_have_no_code(thor: Any, do: str, message: str, done: bool) -> None:
    thor.fault(do, "set_privacy_on", "SipPort")
    sentence = f"Error (SipPort): {message} (): "
    assert thor.json("set_privacy_on") == {"success": False, "error_message": sentence}
    assert ("anonymous" in thor.account()["groups"]) is done


def test_fragments_are_escaped(thor: Any) -> None:
    thor.fault("exception", "get_aliases", "SipPort", body="<b>")
    assert "(9000): &lt;b&gt;</div>" in thor.text("get_aliases")


def test_uncaught_error_is_an_empty_500(thor: Any) -> None:
    thor.fault("exception", "get_aliases")
    response = thor.call("get_aliases")
    assert (response.status, response.body) == (500, b"")
    assert response.headers["Content-Type"] == "text/html; charset=UTF-8"


QUERY = "action=get_aliases&realm=example.com"


def test_expired_session_of_a_request_with_credentials(thor: Any, directives: Any) -> None:
    authorization = thor.authorization(QUERY)
    thor.fault("expire_session", "get_aliases")
    response = thor.send(QUERY, authorization=authorization)
    assert response.status == 401
    assert directives(response.headers["WWW-Authenticate"])["stale"] == "true"
    assert thor.raw(QUERY).status == 200


def test_expired_session_of_a_first_leg(thor: Any, directives: Any) -> None:
    thor.fault("expire_session", "get_aliases")
    nonce = directives(thor.send(QUERY).headers["WWW-Authenticate"])["nonce"]
    response = thor.send(QUERY, authorization=thor.authorization(QUERY, nonce=nonce))
    assert directives(response.headers["WWW-Authenticate"])["stale"] == "true"


@pytest.mark.parametrize("do", ["expire_session", "lock_login"])
def test_session_faults_survive_a_realm_that_is_an_array(thor: Any, do: str) -> None:
    thor.fault(do)
    assert thor.send("realm[]=x").status == 500


def test_reset_makes_nonces_stale(thor: Any, directives: Any) -> None:
    authorization = thor.authorization(QUERY)
    thor.simulation.reset()
    response = thor.send(QUERY, authorization=authorization)
    assert directives(response.headers["WWW-Authenticate"])["stale"] == "true"


@pytest.mark.parametrize("account", [None, "alice@example.com"])
def test_lock_out_ends_by_itself(thor: Any, account: str | None) -> None:
    thor.fault("lock_login", **({"account": account} if account else {}))
    assert [thor.call("get_aliases").status for _unused in range(2)] == [401, 401]
    thor.advance(900)
    assert thor.call("get_aliases").status == 200


def test_journal_of_a_write(thor: Any) -> None:
    query = "action=add_alias&username=sales&realm=example.com"
    thor.send(query)
    thor.send(query, authorization=thor.authorization(query, password="wrong"))
    thor.raw(query)
    rows = [row for row in thor.journal() if row["action"]]
    assert [(row["account"], row["write"], row["applied"], row["status"]) for row in rows] == [
        (None, False, False, 401),
        ("alice@example.com", True, False, 401),
        ("alice@example.com", True, True, 200),
    ]
    assert {(row["platform"], row["route"], row["action"]) for row in rows} == {
        ("sipthor", "/settings.phtml", "add_alias")
    }


@pytest.mark.parametrize(
    ("realm", "user", "account"),
    [
        ("realm=example.com", "alice", "alice@example.com"),
        ("realm=x@example.com", "alice", "alice@example.com"),
        ("", "alice@example.com", "alice@example.com"),
        ("", "alice", "alice@SIP_settings"),
    ],
)
def test_journal_names_the_sip_account(thor: Any, realm: str, user: str, account: str) -> None:
    thor.raw(f"action=get_aliases&{realm}", user=user)
    assert thor.journal()[-1]["account"] == account


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("action=add_balance&id=1&number=5", ["number"]),
        ("action=add_balance&id=1&number=", []),
        ("action=put_journal_entries&uuid=u&data=x", ["data"]),
        ("action=delete_journal_entries&data=[1]", []),
        ("action=save%20settings&sip_password=a&voicemail_password=b", ["sip_password", "voicemail_password"]),
        ("action=get_aliases&web_password=x", ["web_password"]),
        ("action=get_aliases", []),
    ],
)
def test_secrets_in_the_url(thor: Any, query: str, names: list[str]) -> None:
    thor.send(query)
    assert thor.journal()[-1]["secret_in_url"] == names


def test_secrets_in_the_body_are_not_in_the_url(thor: Any) -> None:
    thor.send("action=add_balance", "POST", b"number=5")
    assert thor.journal()[-1]["secret_in_url"] == []


def test_a_step_s_name_does_not_stay_in_the_journal(thor: Any) -> None:
    thor.call("get_aliases", user="nobody")
    assert thor.journal()[-1]["action"] == "get_aliases"
