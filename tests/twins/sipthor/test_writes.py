# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Aliases, Do Not Disturb, privacy, prepaid cards."""

from __future__ import annotations

from typing import Any

import pytest


def _ok(text: str) -> dict[str, Any]:
    return {"success": True, "error_message": text}


def _failed(sentence: str) -> dict[str, Any]:
    return {"success": False, "error_message": sentence}


def _refused(code: int, text: str) -> dict[str, Any]:
    return _failed(f"Error (SipPort): Provisioning error ({code}): {text}")


def test_alias_is_trimmed_and_lowered(thor: Any) -> None:
    assert thor.text("add_alias", {"username": " Sales\n"}) == '{"success":true,"error_message":"Added alias sales"}'
    assert thor.json("get_aliases") == ["sales@example.com"]
    assert thor.twin.state()["aliases"] == [
        {"username": "sales", "domain": "example.com", "account": "alice@example.com", "owner": 100}
    ]


@pytest.mark.parametrize("parameters", [{}, {"username": ""}, {"username": "  "}])
def test_alias_without_name(thor: Any, parameters: dict[str, str]) -> None:
    assert thor.json("add_alias", parameters) == _failed("Error: missing username")


def test_alias_has_no_domain_handling(thor: Any) -> None:
    assert thor.json("add_alias", {"username": "x@other.example"}) == _ok("Added alias x@other.example")
    assert thor.json("get_aliases") == ["x@other.example@example.com"]


def test_alias_array_is_an_error(thor: Any) -> None:
    response = thor.raw("action=add_alias&username[]=x&realm=example.com")
    assert (response.status, response.body) == (500, b"")


@pytest.mark.parametrize("taken", ["alice", "user0001", "sales"])
def test_alias_is_unique_on_the_platform(demo: Any, taken: str) -> None:
    demo.json("add_alias", {"username": "sales"}, user="user0002")
    before = demo.twin.state()
    assert demo.json("add_alias", {"username": taken}) == _refused(1011, "The alias or account exists already")
    assert demo.twin.state() == before


def test_duplicate_alias_answer_is_a_knob(thor: Any) -> None:
    thor.knob(duplicate_alias_code=77, duplicate_alias_text="taken")
    assert thor.json("add_alias", {"username": "alice"}) == _refused(77, "taken")


def test_alias_limit(thor: Any) -> None:
    thor.knob(alias_limit=1)
    assert thor.json("add_alias", {"username": "one"})["success"] is True
    assert thor.json("add_alias", {"username": "two"}) == _refused(1012, "No more aliases are allowed for this account")
    assert thor.json("get_aliases") == ["one@example.com"]


def test_alias_that_is_not_utf8_is_refused_with_a_sentence(thor: Any) -> None:
    assert thor.raw("action=add_alias&username=a%ff&realm=example.com").body.startswith(b'{"success":false')


DND_ON, DND_OFF = "Do not disturb has been enabled", "Do not disturb has been disabled"


@pytest.mark.parametrize(
    ("duration", "text", "minutes"),
    [
        (None, DND_ON, 0),
        ("", DND_ON, 0),
        ("soon", DND_ON, 0),
        ("-5", DND_ON, 0),
        ("1.9", f"{DND_ON} for 1 minutes", 1),
        ("42", f"{DND_ON} for 42 minutes", 42),
    ],
)
def test_dnd_on(thor: Any, duration: str | None, text: str, minutes: int) -> None:
    assert thor.json("set_dnd_on", {} if duration is None else {"duration": duration}) == _ok(text)
    assert thor.json("get_accept_rules")["temporary"] == {"groups": ["nobody"], "duration": minutes}


def test_dnd_off_overwrites_any_temporary_rule(thor: Any) -> None:
    thor.change(temporary_rule={"groups": ["friends"], "until": None})
    assert thor.json("set_dnd_off", {"duration": "5"}) == _ok(DND_OFF)
    assert thor.json("get_accept_rules")["temporary"] == {"groups": ["everybody"], "duration": 0}


def test_dnd_counts_down_by_minutes(thor: Any) -> None:
    thor.json("set_dnd_on", {"duration": "2"})
    seen = []
    for _unused in range(3):
        seen.append(thor.json("get_accept_rules")["temporary"])
        thor.advance(60)
    assert seen == [
        {"groups": ["nobody"], "duration": 2},
        {"groups": ["nobody"], "duration": 1},
        {"groups": [], "duration": 0},
    ]


def test_expired_dnd_with_its_last_groups(thor: Any) -> None:
    thor.knob(temporary_after_expiry="last")
    thor.json("set_dnd_on", {"duration": "2"})
    thor.advance(120)
    assert thor.json("get_accept_rules")["temporary"] == {"groups": ["nobody"], "duration": 0}


RULE = {"days": 31, "start": "08:00", "stop": "18:00", "groups": ["everybody"]}
NO_DAYS = _refused(2020, "No accept rule without its days")


@pytest.mark.parametrize(
    ("treatment", "answer", "rules"),
    [("keep", _ok(DND_ON), [RULE]), ("drop", _ok(DND_ON), []), ("refuse", NO_DAYS, [RULE])],
)
def test_dnd_writes_persistent_rules_without_their_days(
    thor: Any, treatment: str, answer: dict[str, Any], rules: list[Any]
) -> None:
    thor.change(accept_rules=[RULE])
    thor.knob(dnd_persistent=treatment)
    assert thor.json("set_dnd_on") == answer
    assert thor.account()["accept_rules"] == rules
    assert ("nobody" in thor.json("get_accept_rules")["temporary"]["groups"]) is answer["success"]


def test_dnd_after_a_failed_read_wipes_the_rules_and_succeeds(thor: Any) -> None:
    thor.change(accept_rules=[RULE])
    thor.fault("exception", "set_dnd_on", "SipPort")
    assert thor.text("set_dnd_on") == (
        '<div class="alert alert-error">Error (SipPort): Provisioning error (9000): Injected failure</div>\n'
        '{"success":true,"error_message":"Do not disturb has been enabled"}'
    )
    assert thor.account()["accept_rules"] == []


def test_dnd_with_a_failed_write(thor: Any) -> None:
    thor.fault("exception", "set_dnd_on", "SipPort.setAcceptRules")
    assert thor.json("set_dnd_on") == _refused(9000, "Injected failure")
    assert thor.json("get_accept_rules")["temporary"]["groups"] == []


def test_account_that_is_not_prepaid_takes_no_card(demo: Any) -> None:
    answer = demo.json("add_balance", {"id": "1001", "number": "555-0100"}, method="POST", user="user0006")
    assert answer == _refused(2011, "The account is not prepaid")


HIDDEN = _ok("Caller-ID is now hidden for outgoing calls")
VISIBLE = _ok("Caller-ID is now visible for outgoing calls")


def test_privacy(thor: Any) -> None:
    assert thor.json("set_privacy_on") == HIDDEN
    assert thor.account()["groups"] == ["free-pstn", "anonymous"]
    assert thor.json("set_privacy_on") == _refused(1030, "The account is already in this group")
    assert thor.json("set_privacy_off") == VISIBLE
    assert thor.account()["groups"] == ["free-pstn"]
    # Code 1031, not in the group, is masked.
    assert thor.json("set_privacy_off") == VISIBLE


def test_privacy_on_twice_may_succeed(thor: Any) -> None:
    thor.knob(privacy_on_twice="success")
    assert [thor.json("set_privacy_on") for _unused in range(2)] == [HIDDEN, HIDDEN]


def test_privacy_off_shows_other_failures(thor: Any) -> None:
    thor.fault("exception", "set_privacy_off", "SipPort", body={"code": 1010})
    assert thor.json("set_privacy_off") == _refused(1010, "No such account")


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"id": "1001"},
        {"number": "555-0101"},
        {"id": "x", "number": "1"},
        {"id": "0", "number": "1"},
        {"id": 5, "number": 0},
    ],
)
def test_card_without_its_data(demo: Any, parameters: dict[str, Any]) -> None:
    assert demo.json("add_balance", parameters, method="POST") == _failed("Missing id or number")


def test_card(demo: Any) -> None:
    before = demo.account("user0002")
    card = {"id": "1001", "number": "555-0100"}
    assert demo.json("add_balance", card, method="POST", user="user0002") == _ok("Added balance succeeded")
    assert demo.json("get_prepaid", user="user0002") == {"balance": before["prepaid"]["balance"] + 10}
    rows = demo.json("get_balance_history", user="user0002")
    assert len(rows) == len(before["balance_history"]) + 1
    assert (rows[0]["value"], rows[0]["balance"]) == (10, before["prepaid"]["balance"] + 10)
    used = _refused(2010, "No such prepaid card, or the card was used already")
    assert demo.json("add_balance", card, method="POST") == used


@pytest.mark.parametrize("card", [{"id": "1001", "number": "555-0199"}, {"id": "5", "number": "555-0100"}])
def test_wrong_card(demo: Any, card: dict[str, str]) -> None:
    answer = demo.json("add_balance", card, method="POST")
    assert answer == _refused(2010, "No such prepaid card, or the card was used already")
    assert demo.json("get_prepaid") == {"balance": 0}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Do not disturb has been enabled for 5 minutes"),
        ("nl", "Niet storen is ingeschakeld voor 5 minuten"),
        ("de", r"Nicht st\u00f6ren ist f\u00fcr 5 Minuten eingeschaltet"),
        ("es", r"No molestar se ha activado durante 5 minutos"),
        ("ro", r"Nu deranja\u021bi a fost activat pentru 5 minute"),
        ("xx", "Do not disturb has been enabled for 5 minutes"),
    ],
)
def test_success_speaks_the_account_s_language(thor: Any, language: str, text: str) -> None:
    thor.change(language=language)
    assert thor.text("set_dnd_on", {"duration": "5"}) == f'{{"success":true,"error_message":"{text}"}}'


def test_errors_speak_english(thor: Any) -> None:
    thor.change(language="nl")
    assert thor.json("add_alias") == _failed("Error: missing username")
