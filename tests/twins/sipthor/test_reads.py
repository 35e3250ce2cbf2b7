# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The actions that read, on exact bodies."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

#: what a new account answers
NEW_ACCOUNT = {
    "get_identity": (
        r'{"sip_address":"alice@example.com","email":"alice@example.com","first":"Alice","lastname":"Example",'
        r'"pstn_caller_id":"","mobile_number":"","timezone":"Europe\/Berlin","no_answer_timeout":35,"quick_dial":""}'
    ),
    "get_aliases": "[]",
    "get_enum": "[]",
    "get_history": '{"placed":null,"received":null}',
    "get_devices": "null",
    "get_prepaid": '{"balance":0}',
    "get_balance_history": "null",
    "get_call_forwarding": '{"FUNC":null,"FNOL":null,"FBUS":null,"FNOA":null,"FUNV":null}',
    "get_accept_rules": '{"temporary":{"groups":[],"duration":0},"groups":["everybody","nobody"]}',
    "get_reject_rules": "[]",
    "get_voicemail": "null",
    "get_journal_entries": '{"success":true,"error_message":null,"results":[],"rows":0}',
}


@pytest.mark.parametrize("action", NEW_ACCOUNT)
def test_new_account(thor: Any, action: str) -> None:
    assert thor.text(action) == NEW_ACCOUNT[action]


@pytest.mark.parametrize("action", NEW_ACCOUNT)
def test_reads_change_nothing(demo: Any, action: str) -> None:
    before = demo.twin.state()
    demo.text(action, user="user0001")
    assert demo.twin.state() == before
    assert [(row["write"], row["applied"]) for row in demo.journal()] == [(False, False)] * 2


@pytest.mark.parametrize(("stored", "shown"), [(0, 35), (20, 20), (900, 900), (901, 900)])
def test_ring_timeout(thor: Any, stored: int, shown: int) -> None:
    thor.change(ring_timeout=stored)
    assert thor.json("get_identity")["no_answer_timeout"] == shown


def test_mobile_number_is_the_account_s_else_the_owner_s(demo: Any) -> None:
    assert demo.json("get_identity", user="user0001")["mobile_number"] == "+493023125901"
    demo.change("user0001", mobile_number="+493023125777")
    assert demo.json("get_identity", user="user0001")["mobile_number"] == "+493023125777"


def test_nullable_facts(thor: Any) -> None:
    thor.change(email=None, caller_id=None, quick_dial=None)
    identity = thor.json("get_identity")
    assert [identity[key] for key in ("email", "pstn_caller_id", "quick_dial")] == [None, None, None]


def _alias(name: str, **more: Any) -> dict[str, Any]:
    return {"username": name, "domain": "example.com", "account": "alice@example.com", "owner": 100, **more}


def test_aliases_are_sorted_and_the_first_twenty(thor: Any) -> None:
    thor.change_tables(aliases=[_alias(f"a{number:02d}") for number in range(24, -1, -1)])
    assert thor.json("get_aliases") == [f"a{number:02d}@example.com" for number in range(20)]


def test_enum_filters_orders_limits_and_deduplicates(thor: Any) -> None:
    def number(digits: str, changed: int, **more: Any) -> dict[str, Any]:
        values = {"account": "alice@example.com", "owner": 100, "type": "sip", "changed": f"2024-01-{changed:02d}"}
        return {"number": f"+4930231250{digits}", **values, **more}

    mine = [number(f"{index:02d}", 31 - index) for index in range(12)]
    thor.change_tables(
        enum_numbers=[*mine, number("90", 1, owner=1), number("91", 1, type="mailto"), number("11", 2)],
    )
    expected = [
        "+493023125011",
        *(f"+49302312500{index}" if index < 10 else "+493023125010" for index in (10, 9, 8, 7, 6, 5, 4, 3)),
    ]
    assert thor.json("get_enum") == expected


def _call(clock: Any, direction: str = "placed", days: float = 1, **more: Any) -> dict[str, Any]:
    start = clock.utcnow() - timedelta(days=days)
    values = {
        "direction": direction,
        "remote_party": "sip:bob=40example.com",
        "start": start.strftime("%Y-%m-%d %H:%M:%S"),
        "stop": (start + timedelta(seconds=5)).strftime("%Y-%m-%d %H:%M:%S"),
        "duration": 5,
        "display_name": "Bob Example",
        "price": "0.0100",
        "session_id": f"{days}@192.0.2.1",
        "from_tag": "f",
        "to_tag": "t",
        "media": ["audio", "chat"],
    }
    return {**values, **more}


def test_history_entry(thor: Any) -> None:
    placed, received = _call(thor.twin.clock), _call(thor.twin.clock, "received")
    thor.change(calls=[placed, received])
    common = {
        "remoteParty": "sip:bob@example.com",
        "displayName": "",
        "startTime": placed["start"],
        "stopTime": placed["stop"],
        "timezone": "Europe/Berlin",
        "duration": 5,
        "status": "200",
        "price": "0.0100",
        "sessionId": "1@192.0.2.1",
        "fromTag": "f",
        "toTag": "t",
        "proxyIP": "192.0.2.10",
        "media": ["audio", "chat"],
    }
    history = thor.json("get_history")
    assert list(history["placed"][0].items()) == list(common.items())
    without_price = {key: value for key, value in common.items() if key != "price"} | {"displayName": "Bob Example"}
    assert list(history["received"][0].items()) == list(without_price.items())


def test_history_window_limit_and_what_it_drops(thor: Any) -> None:
    clock = thor.twin.clock
    thor.change(
        calls=[
            _call(clock, days=15),
            _call(clock, stop=None),
            _call(clock, status="435"),
            _call(clock, status=435),
            *(_call(clock, "received", number / 10, status="435") for number in range(1, 61)),
        ]
    )
    history = thor.json("get_history")
    assert history["placed"] is None
    assert [entry["sessionId"] for entry in history["received"]] == [f"{n / 10}@192.0.2.1" for n in range(1, 51)]


@pytest.mark.parametrize("status", [200, "200"])
def test_status_of_a_call_is_a_number_or_a_text(thor: Any, status: int | str) -> None:
    thor.change(calls=[_call(thor.twin.clock, status=status)])
    assert thor.json("get_history")["placed"][0]["status"] == status


def test_history_moves_on_with_the_clock(thor: Any) -> None:
    thor.change(calls=[_call(thor.twin.clock)])
    thor.advance(14 * 24 * 3600)
    assert thor.json("get_history")["placed"] is None


def test_history_that_is_not_utf8_is_an_empty_body(thor: Any) -> None:
    thor.change(calls=[_call(thor.twin.clock, remote_party="sip:caf=E9@example.com")])
    assert thor.text("get_history") == ""


def test_devices(demo: Any) -> None:
    assert demo.text("get_devices", user="user0001") == (
        '[{"contact":"192.0.2.1:5060","publicContact":"192.0.2.1:5060","expires":600,'
        '"user_agent":"Example Desk Phone 1.0","transport":"udp"},'
        '{"contact":"10.0.0.1:53412","publicContact":"198.51.100.1:53412","expires":3600,'
        '"user_agent":"Blink 6.0.0","transport":"tls"}]'
    )


def test_prepaid_passes_through(thor: Any) -> None:
    thor.change(prepaid={"balance": 7.25, "account": "x"})
    assert thor.text("get_prepaid") == '{"balance":7.25,"account":"x"}'


def test_account_that_is_not_prepaid(thor: Any) -> None:
    thor.change(prepaid=None)
    sentence = "Error (SipPort): Provisioning error (2011): The account is not prepaid"
    assert thor.text("get_prepaid") == f'<div class="alert alert-error">{sentence}</div>\nnull'


ROW = {
    "date": "2024-05-06 07:08:09",
    "action": "Set",
    "description": "Card",
    "value": 5.0,
    "balance": 5.5,
    "session": "",
}


def test_balance_history(thor: Any) -> None:
    thor.change(balance_history=[{**ROW, "value": number} for number in range(250)])
    rows = thor.json("get_balance_history")
    assert [row["value"] for row in rows] == list(range(200))
    assert rows[1] == {**ROW, "value": 1}


def test_balance_history_as_csv(thor: Any) -> None:
    session = {**ROW, "session": "x@192.0.2.1", "description": "Session, long"}
    thor.change(balance_history=[ROW, {**session, "value": 0}, {**session, "value": -0.25}])
    response = thor.call("get_balance_history", {"csv": "1"})
    assert response.headers["Content-Type"] == "text/csv;charset=UTF-8"
    assert response.headers["Content-Disposition"] == "inline; filename=alice@example.com-prepaid-history.csv"
    assert response.body.decode() == (
        "Id,Account,Date,Action,Description,Value,Final Balance\n"
        "1,alice@example.com,2024-05-06 07:08:09,Set,Card,5,5.5\n"
        "2,alice@example.com,2024-05-06 07:08:09,Set,Session, long,-0.25,5.5\n"
    )


def test_empty_balance_history_as_csv(thor: Any) -> None:
    assert thor.text("get_balance_history", {"csv": "1"}) == "Id,Account,Date,Action,Description,Value,Final Balance\n"


def test_call_forwarding(thor: Any) -> None:
    thor.change(
        diversions={
            "FUNC": "<voice-mailbox>",
            "FNOL": "voice-mailbox",
            "FBUS": "sips:bob@elsewhere.example",
            "FNOA": "sip:2201@vm.example.com",
        }
    )
    assert thor.text("get_call_forwarding") == (
        '{"FUNC":"<voice-mailbox>","FNOL":"<voice-mailbox>","FBUS":"bob@elsewhere.example",'
        '"FNOA":"2201@vm.example.com","FUNV":null}'
    )


def test_absolute_voicemail_hides_keywords(thor: Any) -> None:
    thor.change(diversions={"FUNC": "<voice-mailbox>", "FBUS": "sip:2201@vm.example.com"})
    thor.knob(absolute_voicemail="on")
    forwarding = thor.forwarding()
    assert (forwarding["FUNC"], forwarding["FBUS"]) == (None, "2201@vm.example.com")


def test_accept_rules(thor: Any) -> None:
    def rule(days: int, start: str, groups: list[str]) -> dict[str, Any]:
        return {"days": days, "start": start, "stop": "18:00", "groups": groups}

    thor.change(
        accept_rules=[rule(31, "08:00", ["friends"]), rule(96, "10:00", ["nobody"]), rule(31, "09:00", ["everybody"])],
        temporary_rule={"groups": ["vip"], "until": None},
        phonebook={"friends": ["sip:bob@example.com"], "vip": ["sip:eve@example.com"], "family": []},
    )
    # Of two rules with the same days only the last one shows.
    assert thor.text("get_accept_rules") == (
        '{"persistent":{"31":{"start":"09:00","stop":"18:00","groups":["everybody"]},'
        '"96":{"start":"10:00","stop":"18:00","groups":["nobody"]}},'
        '"temporary":{"groups":["vip"],"duration":0},"groups":["everybody","nobody","vip","friends"]}'
    )


def test_reject_rules(thor: Any) -> None:
    thor.change(reject_rules=["sip:spam@example.com", "%0049302312%@%"])
    assert thor.text("get_reject_rules") == '["sip:spam@example.com","%0049302312%@%"]'


def test_voicemail(demo: Any) -> None:
    assert demo.text("get_voicemail", user="user0001") == (
        '{"Mailbox":"2201","Password":"4801","Name":"User 0001","Email":"user0001@example.com","Info":"",'
        '"Options":{"delete":false},"Account":"2201@vm.example.com"}'
    )


def test_monthly_usage_dies(demo: Any) -> None:
    response = demo.call("get_monthly_usage", user="user0001")
    assert (response.status, response.body) == (500, b"")
    assert response.headers["Content-Type"] == "text/html; charset=UTF-8"


def test_monthly_usage_of_older_servers_is_not_of_the_month(demo: Any) -> None:
    demo.knob(monthly_usage="object")
    assert demo.text("get_monthly_usage", user="user0001") == '{"calls":4,"price":0.75}'


@pytest.mark.parametrize("action", ["get_location", "GET_ALIASES", "get_", "add_"])
def test_unknown_action(thor: Any, action: str) -> None:
    body = '{"success":false,"error_message":"Error: invalid action"}'
    text = thor.text(action)
    assert text == body if action != "GET_ALIASES" else text.endswith(body)


def test_unknown_action_without_a_telling_name_gets_a_page_head(thor: Any) -> None:
    text = thor.text("list aliases")
    assert text.startswith("<!DOCTYPE html>")
    assert text.endswith('<body>\n{"success":false,"error_message":"Error: invalid action"}')


def test_no_action_is_a_page(thor: Any) -> None:
    text = thor.text(None)
    assert text.startswith("<!DOCTYPE html>")
    # The vendor's page has the password in a comment.
    assert "<!-- rehearsal -->" in text
    assert "<!-- rehearsal -->" not in thor.raw("realm=example.com&export=1").body.decode()


def test_action_array_is_an_error(thor: Any) -> None:
    assert thor.raw("action[]=get_aliases&realm=example.com").status == 500


def test_body_wins_over_query(thor: Any) -> None:
    response = thor.raw("action=get_enum&realm=example.com", "POST", b"action=get_prepaid")
    assert response.body == b'{"balance":0}'
