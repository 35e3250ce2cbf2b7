# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``set_call_forwarding``: its prefix, its normalisation, its partial update."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.sipthor.actions.forwarding import stored_target

MOBILE = "+493023125777"


@pytest.mark.parametrize(
    ("wanted", "stored"),
    [
        ("ben@elsewhere.example", "sip:ben@elsewhere.example"),
        ("sip:ben@elsewhere.example", "sip:ben@elsewhere.example"),
        ("SIP:ben@elsewhere.example", "sip:SIP:ben@elsewhere.example"),
        ("sips:ben@elsewhere.example", "sip:sips:ben@elsewhere.example"),
        ("ben", "sip:ben@example.com"),
        ("+49302312501@other.example", "sip:+49302312501@example.com"),
        ("0049302312501@other.example", "sip:0049302312501@example.com"),
        ("|x@y@other.example", "sip:|x@y@example.com"),
        ("sip:+49302312501@other.example", "sip:+49302312501@other.example"),
        ("not a uri!", "sip:not a uri!@example.com"),
        ("voice-mailbox", "sip:voice-mailbox@example.com"),
        ("<voice-mailbox>", "<voice-mailbox>"),
        ("<mobile-number>", f"sip:{MOBILE}@example.com"),
        ("", ""),
    ],
)
def test_stored_target(wanted: str, stored: str) -> None:
    assert stored_target(wanted, MOBILE, "example.com") == stored


def test_mobile_number_without_one_is_a_name() -> None:
    assert stored_target("<mobile-number>", "", "example.com") == "sip:<mobile-number>@example.com"


@given(st.text())
def test_what_is_stored_is_a_sip_uri_or_a_keyword(wanted: str) -> None:
    stored = stored_target(wanted, MOBILE, "example.com")
    assert stored in ("", "<voice-mailbox>") or (stored.startswith("sip:") and "@" in stored)


def test_prefix_and_result(thor: Any) -> None:
    assert thor.text("set_call_forwarding", {"FUNC": "ben@elsewhere.example"}) == (
        "Key FUNC changed ben@elsewhere.example"
        '{"success":true,"error_message":"Changed diversions FUNC=sip:ben@elsewhere.example "}'
    )
    assert thor.account()["diversions"] == {"FUNC": "sip:ben@elsewhere.example"}


def test_keys_come_in_the_server_s_order_and_raw(thor: Any) -> None:
    text = thor.text("set_call_forwarding", {"FUNV": "", "FBUS": "<voice-mailbox>", "FUNC": "a/b"})
    assert text == (
        "Key FUNC changed a/bKey FBUS changed <voice-mailbox>Key FUNV changed "
        r'{"success":true,"error_message":"Changed diversions FUNC=sip:a\/b@example.com FBUS=<voice-mailbox> FUNV= "}'
    )


def test_update_is_partial_and_empty_removes(thor: Any) -> None:
    thor.text("set_call_forwarding", {"FUNC": "ben", "FBUS": "<voice-mailbox>"})
    thor.text("set_call_forwarding", {"FUNC": ""})
    assert thor.forwarding() == {"FUNC": None, "FNOL": None, "FBUS": "<voice-mailbox>", "FNOA": None, "FUNV": None}


@pytest.mark.parametrize("parameters", [{}, {"func": "ben"}, {"timeout": "20"}])
def test_no_key(thor: Any, parameters: dict[str, str]) -> None:
    answer = '{"success":true,"error_message":"Diversions remained the same"}'
    assert thor.text("set_call_forwarding", parameters) == answer


def test_same_value_is_written_and_changes_nothing(thor: Any) -> None:
    for applied in (True, False):
        thor.text("set_call_forwarding", {"FUNC": "ben"})
        assert (thor.journal()[-1]["write"], thor.journal()[-1]["applied"]) == (True, applied)


def test_mobile_number_is_expanded_when_written(demo: Any) -> None:
    text = demo.text("set_call_forwarding", {"FNOA": "<mobile-number>"}, user="user0001")
    assert text.startswith("Key FNOA changed <mobile-number>{")
    assert demo.json("get_call_forwarding", user="user0001")["FNOA"] == "+493023125901@example.com"


def test_array_cuts_the_body_after_the_prefix(thor: Any) -> None:
    response = thor.raw("action=set_call_forwarding&realm=example.com&FUNC=ben&FBUS[]=x")
    assert (response.status, response.body) == (500, b"Key FUNC changed benKey FBUS changed Array")
    assert thor.account()["diversions"] == {}


def test_target_that_is_not_utf8_loses_the_result(thor: Any) -> None:
    response = thor.raw("action=set_call_forwarding&realm=example.com&FUNC=%ff")
    assert (response.status, response.body) == (200, b"Key FUNC changed \xff")


def test_failed_read_is_a_pure_result(thor: Any) -> None:
    thor.fault("exception", "set_call_forwarding", "SipPort")
    assert thor.text("set_call_forwarding", {"FUNC": "ben"}) == (
        '{"success":false,"error_message":"Error (SipPort): Provisioning error (9000): Injected failure"}'
    )


def test_failed_write_has_the_prefix(thor: Any) -> None:
    thor.fault("exception", "set_call_forwarding", "SipPort", nth=2)
    assert thor.text("set_call_forwarding", {"FUNC": "ben"}) == (
        "Key FUNC changed ben"
        '{"success":false,"error_message":"Error (SipPort): Provisioning error (9000): Injected failure"}'
    )
    assert thor.forwarding()["FUNC"] is None


EMPTY_SET = "Error (SipPort): Provisioning error (2021): The set of diversions is empty"
CLEARED = "Changed diversions FUNC= "


@pytest.mark.parametrize(
    ("treatment", "success", "text", "left"),
    [
        ("works", True, CLEARED, None),
        ("ignored", True, CLEARED, "ben@example.com"),
        ("refused", False, EMPTY_SET, "ben@example.com"),
    ],
)
def test_clearing_all(thor: Any, treatment: str, success: bool, text: str, left: str | None) -> None:
    thor.text("set_call_forwarding", {"FUNC": "ben"})
    thor.knob(clear_all_forwarding=treatment)
    answer = f'Key FUNC changed {{"success":{str(success).lower()},"error_message":"{text}"}}'
    assert thor.text("set_call_forwarding", {"FUNC": ""}) == answer
    assert thor.forwarding()["FUNC"] == left


def test_localised(thor: Any) -> None:
    thor.change(language="nl")
    assert thor.text("set_call_forwarding", {"FUNC": "ben"}) == (
        'Key FUNC changed ben{"success":true,"error_message":"Doorschakelingen gewijzigd FUNC=sip:ben@example.com "}'
    )
    assert thor.json("set_call_forwarding")["error_message"] == "Doorschakelingen zijn niet gewijzigd"
