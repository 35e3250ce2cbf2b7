# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is refused, what is told, and what is never done twice, where the ways through the engine do not lead."""

from __future__ import annotations

import json
from typing import Any

import pytest
from settings_page import FAILED, FORWARDING_OFF, NONCE, RULES, ScriptedPage, challenge, done, refused

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.account import SERVICES, AccountAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.alias import (
    AliasAdapter,
    add_alias,
    check_alias,
    listed,
    prove,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.balance import redeem
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.digest import (
    Challenge,
    Login,
    Nonces,
    authorization,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.failures import LoginRefused
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.journal import (
    ENTRY,
    JournalAdapter,
    rows_since,
    stored_text,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.service import AccountState, Notes

LOST = RequestError("POST", "/settings.phtml", "was cut off", outcome=RemoteError.UNKNOWN)
CARD = {"voucher_id": 7, "voucher_number": "555-0100"}
TAKEN = refused("Error (SipPort): Provisioning error (1011): exists")
BY_NAME = {service.option: service for service in SERVICES}
ODD_SUCCESS = FAILED + json.dumps(done(), separators=(",", ":"))


def state_of(page: ScriptedPage) -> AccountState:
    return AccountState(page.account(), Notes())


def adapter_of(page: ScriptedPage, *names: str, **values: Any) -> AccountAdapter:
    adapter = AccountAdapter(page.client())
    adapter.expect([Item(number, name, name, values={"username": name, **values}) for number, name in enumerate(names)])
    return adapter


class TestAccounts:
    def test_an_account_that_cannot_be_named_is_an_error_of_its_item(self) -> None:
        item = Item(0, 'a"b', 'a"b', values={"username": 'a"b'})
        AccountAdapter(ScriptedPage().client()).expect([item])
        assert "is not a SIP address" in str(item.error)

    def test_a_server_that_is_not_reached_ends_the_call(self) -> None:
        gone = RequestError("GET", "/settings.phtml", "was not reached", outcome=RemoteError.UNREACHED)
        adapter = adapter_of(ScriptedPage({"get_call_forwarding": gone}), "ann")
        with pytest.raises(RequestError, match="was not reached"):
            adapter.complete(adapter.fetch(None)[0], {"call_forwarding": {}})

    def test_one_account_that_can_be_read_ends_the_suspicion_of_an_outage(self) -> None:
        answers = [*["null" + FAILED] * 19, FORWARDING_OFF, "null" + FAILED, FORWARDING_OFF]
        adapter = adapter_of(ScriptedPage({"get_call_forwarding": tuple(answers)}), "ann")
        (record,) = adapter.fetch(None)
        for answer in answers:
            if answer is FORWARDING_OFF:
                adapter.complete(record, {"call_forwarding": {}})
            else:
                with pytest.raises(ItemError, match="Injected"):
                    adapter.complete(record, {"call_forwarding": {}})

    def test_a_read_proves_the_password(self) -> None:
        adapter = adapter_of(ScriptedPage({"get_call_forwarding": FORWARDING_OFF}), "ann")
        (record,) = adapter.fetch(None)
        assert adapter.complete(record, {"call_forwarding": {}}).proven == {"password"}


class TestAliases:
    @pytest.mark.parametrize("wrong", ["a@example.com", "a b", "", "ä"])
    def test_what_nobody_could_call_is_refused(self, wrong: str) -> None:
        check_alias("sales-1_x.y")
        with pytest.raises(ValueError, match=r"must be the part before|may hold letters"):
            check_alias(wrong)

    def test_after_a_refused_login_nothing_is_looked_up(self) -> None:
        page = ScriptedPage({"add_alias": challenge()})
        with pytest.raises(LoginRefused):
            add_alias(page.account(), "sales")
        assert page.actions == [None, "add_alias"]

    def test_a_lost_answer_is_no_refusal(self) -> None:
        page = ScriptedPage({"add_alias": LOST})
        with pytest.raises(RequestError, match="was cut off"):
            add_alias(page.account(), "sales")

    def test_behind_twenty_aliases_nothing_can_be_proven(self) -> None:
        twenty = [f"a{number:02d}@example.com" for number in range(20)]
        prove(ScriptedPage({"get_aliases": twenty}).account(), ["sales"])
        with pytest.raises(ItemError, match="does not list the alias sales"):
            prove(ScriptedPage({"get_aliases": twenty[:19]}).account(), ["sales"])

    def test_an_alias_is_added_once_and_has_to_appear(self) -> None:
        page = ScriptedPage({"get_aliases": [], "add_alias": done()})
        state = state_of(page)
        aliases = BY_NAME["aliases"]
        aliases.read(state)
        with pytest.raises(ItemError, match="does not list the alias sales"):
            aliases.write(state, ["sales", "Sales"], [])
        assert len(page.writes) == 1

    def test_a_failure_in_front_of_a_success_is_told_once(self) -> None:
        page = ScriptedPage({"get_aliases": ["sales@example.com"], "add_alias": ODD_SUCCESS})
        adapter = AliasAdapter(page.client())
        assert adapter.create({"alias": "Sales"}) == "sales@example.com"
        adapter.create({"alias": "sales"})
        (warning,) = adapter.warnings()
        assert "in front of the success of add_alias" in warning


class TestForwarding:
    def test_a_failure_in_front_of_a_success_is_told(self) -> None:
        page = ScriptedPage({"get_call_forwarding": FORWARDING_OFF, "set_call_forwarding": ODD_SUCCESS})
        state = state_of(page)
        forwarding = BY_NAME["call_forwarding"]
        shown = forwarding.read(state)
        forwarding.write(state, {}, {**shown, "busy": "ben@example.com"})
        assert "in front of the success of set_call_forwarding" in state.notes.texts[0]

    def test_a_mailbox_by_its_keyword_needs_no_look_at_its_address(self) -> None:
        page = ScriptedPage()
        values = {"call_forwarding": {"busy": "<voice-mailbox>"}}
        BY_NAME["call_forwarding"].translate(state_of(page), {"busy": "<voice-mailbox>"}, values)
        assert page.sent == []

    def test_without_a_mailbox_no_target_is_one(self) -> None:
        page = ScriptedPage({"get_voicemail": None})
        state = state_of(page)
        values = {"call_forwarding": {"busy": "ben@example.com"}}
        BY_NAME["call_forwarding"].translate(state, {"busy": "<voice-mailbox>"}, values)
        assert values == {"call_forwarding": {"busy": "ben@example.com"}}


class TestDoNotDisturb:
    SERVICE = BY_NAME["do_not_disturb"]

    @pytest.mark.parametrize(
        ("value", "words"),
        [({"duration": 5}, "needs enabled"), ({"enabled": False, "duration": 5, "restart": True}, "has no duration")],
    )
    def test_what_means_nothing_is_refused(self, value: dict[str, Any], words: str) -> None:
        check = self.SERVICE.field.check
        assert check is not None
        check({"enabled": True, "duration": 5})
        check({"enabled": False, "duration": 0})
        with pytest.raises(ValueError, match=words):
            check(value)

    def test_what_is_not_written_risks_nothing(self) -> None:
        office = {**RULES, "persistent": {"31": {"start": "08:00"}}}
        page = ScriptedPage({"get_accept_rules": office})
        state = state_of(page)
        values = {"do_not_disturb": self.SERVICE.read(state)}
        assert self.SERVICE.translate(state, {"enabled": False}, values) == {"enabled": False}

    OFFICE = {**RULES, "persistent": {"31": {"start": "08:00"}}}
    ON = {"groups": ["nobody"], "duration": 0}
    LOST = RequestError("POST", "/settings.phtml", "was cut off", outcome=RemoteError.UNKNOWN)

    @pytest.mark.parametrize("answer", [LOST, done()])
    def test_rules_that_get_lost_are_told_whatever_became_of_the_answer(self, answer: Any) -> None:
        page = ScriptedPage({"get_accept_rules": (self.OFFICE, {**RULES, "temporary": self.ON}), "set_dnd_on": answer})
        state = state_of(page)
        self.SERVICE.read(state)
        with pytest.raises(ItemError, match=r'These were in force before.*"start": "08:00"'):
            self.SERVICE.write(state, {"enabled": True}, None)

    @pytest.mark.parametrize("answer", [LOST, done()])
    def test_rules_that_nobody_can_look_at_afterwards_are_told(self, answer: Any) -> None:
        page = ScriptedPage({"get_accept_rules": (self.OFFICE, refused("out of order")), "set_dnd_on": answer})
        state = state_of(page)
        self.SERVICE.read(state)
        with pytest.raises(ItemError, match=r'could not be seen.*"start": "08:00".*out of order'):
            self.SERVICE.write(state, {"enabled": True}, None)

    def test_a_lost_answer_is_left_to_the_engine_when_nothing_happened_and_is_no_error_when_it_did(self) -> None:
        page = ScriptedPage({"get_accept_rules": self.OFFICE, "set_dnd_on": self.LOST})
        state = state_of(page)
        self.SERVICE.read(state)
        with pytest.raises(RequestError, match="was cut off"):
            self.SERVICE.write(state, {"enabled": True}, None)
        page.answers["get_accept_rules"] = {**self.OFFICE, "temporary": self.ON}
        assert self.SERVICE.write(state, {"enabled": True}, None) is False

    def test_a_failure_in_front_of_a_success_is_told(self) -> None:
        page = ScriptedPage({"get_accept_rules": RULES, "set_dnd_off": ODD_SUCCESS})
        state = state_of(page)
        self.SERVICE.read(state)
        self.SERVICE.write(state, {"enabled": False}, None)
        assert "in front of the success of set_dnd_off" in state.notes.texts[0]


def test_the_result_is_the_last_of_two_objects() -> None:
    text = "".join(json.dumps(one, separators=(",", ":")) for one in (refused("x"), done()))
    assert ScriptedPage({"set_dnd_on": text}).account().write("set_dnd_on").payload["success"] is True


class TestPrivacy:
    def test_switching_off_counts_as_a_change_and_is_told(self) -> None:
        state = state_of(ScriptedPage({"set_privacy_off": done()}))
        assert BY_NAME["privacy"].write(state, False, None) is False
        assert "does not tell whether it was on before" in state.notes.texts[0]

    def test_the_code_of_a_member_excuses_no_switching_off(self) -> None:
        state = state_of(ScriptedPage({"set_privacy_off": refused("Error (SipPort): No (1030): Member")}))
        with pytest.raises(RequestError):
            BY_NAME["privacy"].write(state, False, None)


class TestJournal:
    def journal(self, *rows: dict[str, Any]) -> dict[str, Any]:
        return {"success": True, "results": list(rows)}

    def row(self, number: int, data: str) -> dict[str, Any]:
        return {"id": str(number), "data": stored_text("a", data)}

    def test_of_two_entries_with_one_id_the_first_counts_and_none_shows_its_data(self) -> None:
        page = ScriptedPage({"get_journal_entries": self.journal(self.row(1, "first"), self.row(2, "second"))})
        (record,) = JournalAdapter(page.client()).fetch(None)
        assert (record.values["journal_id"], record.secrets) == ("1", {"data": "first"})
        assert "first" not in str(record)
        assert ENTRY.field("data").secret

    def test_an_entry_that_was_refused_is_not_looked_for(self) -> None:
        page = ScriptedPage({"put_journal_entries": TAKEN})
        with pytest.raises(RequestError):
            JournalAdapter(page.client()).create({"id": "a", "data": "x", "uuid": "u"})
        assert "get_journal_entries" not in page.actions

    def test_an_entry_that_cannot_be_looked_for_is_told(self) -> None:
        page = ScriptedPage({"put_journal_entries": LOST, "get_journal_entries": FAILED})
        with pytest.raises(ItemError, match=r"was cut off.*Nor could the journal be read"):
            JournalAdapter(page.client()).create({"id": "a", "data": "x", "uuid": "u"})
        assert len(page.writes) == 1

    def test_a_server_that_gives_the_same_page_for_ever_is_an_error(self) -> None:
        same = self.journal(*(self.row(number, "x") for number in range(1, 5001)))
        page = ScriptedPage({"get_journal_entries": (same, same, AssertionError("it was asked once more"))})
        with pytest.raises(RemoteError, match="do not tell how to read on"):
            rows_since(page.account())

    def test_a_uuid_fits_into_its_column(self) -> None:
        check = ENTRY.field("uuid").check
        assert check is not None
        check("u" * 256)
        with pytest.raises(ValueError, match="more than 256"):
            check("u" * 257)


class TestCards:
    def test_a_refused_card_is_a_failure_whatever_the_balance_says(self) -> None:
        page = ScriptedPage({"get_prepaid": ({"balance": 7}, {"balance": 17}), "add_balance": TAKEN})
        with pytest.raises(RequestError, match=r"\(1011\): exists"):
            redeem(page.client(), CARD)
        assert page.actions.count("get_prepaid") == 1

    def test_a_balance_that_cannot_be_read_afterwards_is_told(self) -> None:
        page = ScriptedPage({"get_prepaid": ({"balance": 7}, FAILED), "add_balance": LOST})
        with pytest.raises(ItemError, match=r"was cut off.*The card was not sent again"):
            redeem(page.client(), CARD)
        assert len(page.writes) == 1

    @pytest.mark.parametrize("balance", [None, "much", []])
    def test_without_a_balance_no_card_is_sent(self, balance: Any) -> None:
        page = ScriptedPage({"get_prepaid": {"balance": balance}})
        with pytest.raises(ItemError, match="a balance that is no number"):
            redeem(page.client(), CARD)
        assert page.writes == []


class TestLogins:
    def test_a_password_is_in_no_description_of_its_login(self) -> None:
        assert "s3cret" not in repr(Login("ann", "example.com", "s3cret"))

    def test_a_header_is_what_the_transport_can_send_and_the_server_reads(self) -> None:
        header = authorization(Login("jörg", "example.com", "x"), Challenge("example.com", NONCE), "GET", "/", 1, "c")
        assert header.encode("latin-1").decode("utf-8").startswith('Digest username="jörg"')

    def test_a_nonce_is_renewed_by_whoever_finds_it_too_old_first(self) -> None:
        nonces, old = Nonces(), Challenge("example.com", "old")
        assert nonces.current("example.com", lambda: old) is old
        first, second = Challenge("example.com", "first"), Challenge("example.com", "second")
        nonces.renew("example.com", old, first)
        nonces.renew("example.com", old, second)
        assert nonces.current("example.com", lambda: old) is first

    def test_a_renewed_nonce_serves_what_follows(self) -> None:
        page = ScriptedPage({"set_dnd_on": (challenge("bmV3", more=",stale=true"), done()), "get_aliases": []})
        account = page.account()
        account.write("set_dnd_on")
        account.read("get_aliases")
        assert page.actions == [None, "set_dnd_on", "set_dnd_on", "get_aliases"]
        assert page.sent[-1].directive("nonce") == "bmV3"


def test_a_record_is_read_as_far_as_it_is_asked_for() -> None:
    page = ScriptedPage({"get_identity": {"sip_address": "ann@example.com"}})
    adapter = AccountAdapter(page.client())
    record = adapter.read(page.account(), Record({"username": "ann"}), [])
    assert record.values == {"username": "ann"}
    assert page.actions == [None, "get_identity"]


@pytest.mark.parametrize("strange", [{}, None, 1.5, ["sales@example.com"], "sales"])
def test_a_list_of_aliases_that_is_not_understood_is_no_empty_one(strange: Any) -> None:
    with pytest.raises(RemoteError, match="The list of aliases cannot be understood"):
        listed(ScriptedPage({"get_aliases": ["sales@example.com", strange]}).account())
