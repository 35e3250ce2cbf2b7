# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts through the engine: what is read, what is written, and what is proven afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from settings_page import FAILED, FORWARDING_OFF, RULES, ScriptedPage, challenge, done, refused

from ansible_collections.dialtone.voip.plugins.module_utils._engine.apply import Outcome
from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler, Report
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._model.item import ItemReader
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.account import (
    ACCOUNT,
    CALL_FORWARDING,
    AccountAdapter,
    CallForwardingAdapter,
)

BUSY = {**FORWARDING_OFF, "FBUS": "ben@example.com"}
DND = {**RULES, "temporary": {"groups": ["nobody"], "duration": 42}}
OFFICE = {**RULES, "persistent": {"31": {"start": "08:00", "stop": "18:00", "groups": ["everybody"]}}}
TWENTY = [f"a{number:02d}@example.com" for number in range(20)]


def items(*raw_items: dict[str, Any], resource: Any = ACCOUNT) -> list[Item]:
    reader = ItemReader(resource)
    made = []
    for index, raw in enumerate(raw_items):
        item = Item(index, raw["username"], raw["username"])
        try:
            item.state, item.values = reader.read(raw)
        except ItemError as error:
            item.error = error.message
        made.append(item)
    return made


def run(page: ScriptedPage, *raw_items: dict[str, Any], check_mode: bool = False, **policy: Any) -> Report:
    reconciler = Reconciler(AccountAdapter(page.client()), Policy(**policy))
    return reconciler.run(items(*raw_items), check_mode, everything=False)


def one(page: ScriptedPage, check_mode: bool = False, **wanted: Any) -> Outcome:
    return run(page, {"username": "ann", **wanted}, check_mode=check_mode).outcomes[0]


def test_only_what_is_wanted_is_read_and_only_what_differs_is_written() -> None:
    page = ScriptedPage(
        {"get_call_forwarding": (BUSY, BUSY | {"FNOA": "+32470@example.com"}), "set_call_forwarding": done()}
    )
    outcome = one(page, call_forwarding={"busy": "sip:ben", "no_answer": "+32470@elsewhere.test"})
    assert outcome.status == "updated"
    assert page.actions == [None, "get_call_forwarding", "set_call_forwarding", "get_call_forwarding"]
    assert page.writes[0].form == {"FNOA": "+32470@example.com"}
    assert outcome.identity == "ann@example.com"


def test_check_mode_writes_nothing_and_foresees_the_same() -> None:
    page = ScriptedPage({"get_call_forwarding": BUSY})
    outcome = one(page, check_mode=True, call_forwarding={"busy": ""})
    assert (outcome.status, page.writes) == ("updated", [])


def test_an_empty_map_turns_all_forwarding_off() -> None:
    page = ScriptedPage({"get_call_forwarding": (BUSY, FORWARDING_OFF), "set_call_forwarding": done()})
    assert one(page, call_forwarding={}).status == "updated"
    assert page.writes[0].form == {"FBUS": ""}


def test_a_success_that_did_not_take_is_a_failure() -> None:
    page = ScriptedPage({"get_call_forwarding": BUSY, "set_call_forwarding": done()})
    outcome = one(page, call_forwarding={"busy": ""})
    assert outcome.status == "failed"
    assert "busy is ben@example.com, not off" in str(outcome.error)


def test_a_mailbox_by_its_address_is_the_mailbox() -> None:
    page = ScriptedPage(
        {"get_call_forwarding": BUSY | {"FBUS": "2201@vm.test"}, "get_voicemail": {"Account": "2201@vm.test"}}
    )
    assert one(page, call_forwarding={"busy": "<voice-mailbox>"}).status == "unchanged"


def test_a_mailbox_that_is_not_shown_is_told_and_no_failure() -> None:
    page = ScriptedPage({"get_call_forwarding": FORWARDING_OFF, "set_call_forwarding": done()})
    report = run(page, {"username": "ann", "call_forwarding": {"busy": "<voice-mailbox>"}})
    assert report.outcomes[0].status == "updated"
    assert "could not be verified" in report.warnings[0]


def test_the_mobile_number_is_the_accounts() -> None:
    page = ScriptedPage(
        {
            "get_call_forwarding": FORWARDING_OFF | {"FBUS": "+32470@example.com"},
            "get_identity": (
                {"sip_address": "ann@example.com", "mobile_number": "+32470"},
                {"sip_address": "x", "mobile_number": ""},
            ),
        }
    )
    assert one(page, call_forwarding={"busy": "<mobile-number>"}).status == "unchanged"
    assert "has no mobile number" in str(one(page, call_forwarding={"busy": "<mobile-number>"}).error)


def test_do_not_disturb_is_the_temporary_rule() -> None:
    for groups in (None, [], ["everybody"]):
        page = ScriptedPage({"get_accept_rules": {**RULES, "temporary": {"groups": groups, "duration": None}}})
        assert one(page, do_not_disturb={"enabled": False}).status == "unchanged"
    page = ScriptedPage({"get_accept_rules": (RULES, DND), "set_dnd_on": done()})
    assert one(page, do_not_disturb={"enabled": True, "duration": 42}).status == "updated"
    assert page.writes[0].form == {"duration": "42"}


def test_the_remaining_time_is_no_difference_but_restart_is() -> None:
    assert (
        one(ScriptedPage({"get_accept_rules": DND}), do_not_disturb={"enabled": True, "duration": 60}).status
        == "unchanged"
    )
    page = ScriptedPage({"get_accept_rules": DND, "set_dnd_on": done()})
    outcome = one(page, do_not_disturb={"enabled": True, "duration": 60, "restart": True})
    assert (outcome.status, page.writes[0].form) == ("updated", {"duration": "60"})


@pytest.mark.parametrize("rules", [OFFICE, {**RULES, "temporary": {"groups": ["friends"], "duration": 0}}])
def test_accept_rules_are_not_risked_unasked(rules: dict[str, Any]) -> None:
    page = ScriptedPage({"get_accept_rules": rules})
    assert "risk_accept_rules" in str(one(page, do_not_disturb={"enabled": True}).error)
    assert page.writes == []


def test_lost_accept_rules_are_told_with_what_they_were() -> None:
    page = ScriptedPage({"get_accept_rules": (OFFICE, DND), "set_dnd_on": done()})
    outcome = one(page, do_not_disturb={"enabled": True, "risk_accept_rules": True})
    assert outcome.status == "failed"
    assert '"start": "08:00"' in str(outcome.error)


def test_a_switch_that_did_not_take_is_a_failure() -> None:
    page = ScriptedPage({"get_accept_rules": RULES, "set_dnd_on": done()})
    assert "do_not_disturb is off" in str(one(page, do_not_disturb={"enabled": True}).error)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (done(), "updated"),
        (refused("Error (SipPort): Provisioning error (1030): Member"), "unchanged"),
        (refused("Error (SipPort): Provisioning error (1010): No such account"), "failed"),
    ],
)
def test_privacy_is_on_already_when_the_server_says_so(answer: dict[str, Any], status: str) -> None:
    page = ScriptedPage({"get_identity": {"sip_address": "ann@example.com"}, "set_privacy_on": answer})
    outcome = run(page, {"username": "ann", "privacy": True}, update_unreadable="always").outcomes[0]
    assert outcome.status == status
    assert page.actions == [None, "get_identity", "set_privacy_on"]


def test_privacy_is_left_alone_and_told() -> None:
    page = ScriptedPage({"get_identity": {"sip_address": "ann@example.com"}})
    outcome = one(page, privacy=True)
    assert (outcome.status, outcome.change.unverified) == ("unchanged", ("privacy",))


def test_what_else_changed_counts_when_privacy_was_on() -> None:
    page = ScriptedPage(
        {
            "get_call_forwarding": (BUSY, FORWARDING_OFF),
            "set_call_forwarding": done(),
            "set_privacy_on": refused("Error (SipPort): Provisioning error (1030): Member"),
        }
    )
    report = run(page, {"username": "ann", "privacy": True, "call_forwarding": {}}, update_unreadable="always")
    assert report.outcomes[0].status == "updated"
    assert report.outcomes[0].change.changed == ("call_forwarding",)


def test_aliases_are_added_and_none_is_removed() -> None:
    page = ScriptedPage({"get_aliases": (["b@example.com"], ["a@example.com", "b@example.com"]), "add_alias": done()})
    outcome = one(page, aliases=["A", "a"])
    assert outcome.status == "updated"
    assert outcome.change.values["aliases"] == ["b", "a"]
    assert [write.form for write in page.writes] == [{"username": "a"}]


def test_behind_twenty_aliases_nobody_can_look() -> None:
    page = ScriptedPage({"get_aliases": TWENTY, "add_alias": done()})
    outcome = one(page, aliases=["zebra"])
    assert (outcome.status, outcome.change.unverified, page.writes) == ("unchanged", ("aliases",), [])
    assert one(page, aliases=["a07"]).change.unverified == ()
    always = run(page, {"username": "ann", "aliases": ["zebra"]}, update_unreadable="always").outcomes[0]
    assert (always.status, page.writes[0].form) == ("updated", {"username": "zebra"})


def test_a_lost_answer_is_looked_for_before_it_is_sent_again() -> None:
    lost = RequestError("POST", "/settings.phtml", "was cut off", outcome=RemoteError.UNKNOWN)
    page = ScriptedPage({"get_call_forwarding": (FORWARDING_OFF, BUSY), "set_call_forwarding": lost})
    assert one(page, call_forwarding={"busy": "ben"}).status == "updated"
    assert len(page.writes) == 1


def test_a_failed_read_fails_its_item_alone() -> None:
    page = ScriptedPage({"get_call_forwarding": (FAILED + "null", FORWARDING_OFF)})
    report = run(page, *({"username": name, "call_forwarding": {}} for name in ("ann", "ben")))
    assert [outcome.status for outcome in report.outcomes] == ["failed", "unchanged"]


def test_two_items_never_want_one_address() -> None:
    page = ScriptedPage({"get_aliases": []})
    report = run(
        page,
        {"username": "ann", "aliases": ["ben"]},
        {"username": "ben@example.com"},
        {"username": "eve", "aliases": ["x"]},
        {"username": "eve@example.com", "aliases": ["x"]},
        {"username": "tom", "aliases": ["y"]},
        check_mode=True,
    )
    assert [outcome.status for outcome in report.outcomes] == ["failed"] * 4 + ["updated"]
    assert all("want the address" in str(outcome.error) for outcome in report.outcomes[:4])


def test_an_outage_is_not_hammered_at() -> None:
    page = ScriptedPage({"get_identity": challenge()})
    report = run(page, *({"username": f"user{number}"} for number in range(30)))
    assert {outcome.status for outcome in report.outcomes} == {"failed"}
    assert page.actions.count("get_identity") == 20
    assert "looks like an outage" in str(report.outcomes[-1].error)


def test_call_forwarding_alone() -> None:
    page = ScriptedPage(
        {"get_call_forwarding": (BUSY, BUSY | {"FUNC": "eve@example.com"}), "set_call_forwarding": done()}
    )
    wanted = items({"username": "ann", "unconditional": "eve", "busy": "ben"}, resource=CALL_FORWARDING)
    (outcome,) = Reconciler(CallForwardingAdapter(page.client()), Policy()).run(wanted, False, False).outcomes
    assert outcome.status == "updated"
    assert outcome.change.changed == ("unconditional",)
    assert page.writes[0].form == {"FUNC": "eve@example.com"}
