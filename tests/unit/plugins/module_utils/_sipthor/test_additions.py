# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Aliases, the journal and prepaid cards: what is sent once and never again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from settings_page import ScriptedPage, done, refused

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler, Report
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.alias import AliasAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.balance import check, redeem
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.journal import (
    JournalAdapter,
    entry_in,
    rows_since,
    stored_text,
)

LOST = RequestError("POST", "/settings.phtml", "was cut off", outcome=RemoteError.UNKNOWN)
CARD = {"voucher_id": 7, "voucher_number": " 555-0100 "}


def run(adapter: Any, *wanted: dict[str, Any], state: str = "present") -> Report:
    key = adapter.resource.key
    made = [Item(index, values[key], values[key], state, values) for index, values in enumerate(wanted)]
    return Reconciler(adapter, Policy()).run(made, False, everything=True)


def row(number: int, text: str) -> dict[str, Any]:
    return {"id": str(number), "timestamp": "2026-01-01 00:00:00", "uuid": "u", "data": text}


def journal(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"success": True, "error_message": None, "results": list(rows), "rows": len(rows)}


def test_a_refused_alias_that_is_there_counts_as_added() -> None:
    taken = refused("Error (SipPort): Provisioning error (1011): exists")
    page = ScriptedPage({"get_aliases": ([], ["sales@example.com"]), "add_alias": taken})
    assert run(AliasAdapter(page.client()), {"alias": "sales"}).outcomes[0].status == "created"
    page = ScriptedPage({"get_aliases": [], "add_alias": taken})
    outcome = run(AliasAdapter(page.client()), {"alias": "sales"}).outcomes[0]
    assert "(1011): exists" in str(outcome.error)
    assert "another account or alias of the platform" in str(outcome.error)


def test_an_alias_that_does_not_appear_was_not_added() -> None:
    page = ScriptedPage({"get_aliases": [], "add_alias": done()})
    assert "does not list the alias sales" in str(
        run(AliasAdapter(page.client()), {"alias": "sales"}).outcomes[0].error
    )


@pytest.mark.parametrize("state", ["present", "absent"])
def test_behind_twenty_aliases_the_call_is_refused(state: str) -> None:
    page = ScriptedPage({"get_aliases": [f"a{number:02d}@example.com" for number in range(20)]})
    with pytest.raises(CallError, match="zebra is not among them"):
        run(AliasAdapter(page.client()), {"alias": "zebra"}, state=state)
    assert page.writes == []


def test_an_alias_that_is_there_is_not_removed() -> None:
    page = ScriptedPage({"get_aliases": ["sales@example.com"]})
    outcome = run(AliasAdapter(page.client()), {"alias": "sales"}, state="absent").outcomes[0]
    assert outcome.status == "failed"
    assert page.writes == []


def test_an_entry_is_sent_as_a_list_with_its_id_inside_of_its_text() -> None:
    put = {"results": [{"id": "a", "journal_id": "812", "source": "default"}], "success": True}
    page = ScriptedPage({"get_journal_entries": journal(), "put_journal_entries": put})
    outcome = run(JournalAdapter(page.client()), {"id": "a", "data": "ü&+"}).outcomes[0]
    assert outcome.status == "created"
    assert page.writes[0].form["uuid"] == "dialtone.voip"
    assert json.loads(page.writes[0].form["data"]) == [{"id": "a", "data": '{"id":"a","data":"ü&+"}'}]


def test_an_entry_is_recognised_and_never_changed() -> None:
    page = ScriptedPage({"get_journal_entries": journal(row(1, "other"), row(2, stored_text("a", "x")))})
    assert run(JournalAdapter(page.client()), {"id": "a", "data": "x"}).outcomes[0].status == "unchanged"
    assert "with other data" in str(run(JournalAdapter(page.client()), {"id": "a", "data": "y"}).outcomes[0].error)


def test_an_entry_whose_answer_was_lost_is_looked_for_and_never_sent_again() -> None:
    found = journal(row(1, stored_text("a", "x")))
    page = ScriptedPage({"get_journal_entries": (journal(), found), "put_journal_entries": LOST})
    assert run(JournalAdapter(page.client()), {"id": "a", "data": "x"}).outcomes[0].status == "created"
    page = ScriptedPage({"get_journal_entries": journal(), "put_journal_entries": LOST})
    assert "It was not sent again" in str(
        run(JournalAdapter(page.client()), {"id": "a", "data": "x"}).outcomes[0].error
    )
    assert len(page.writes) == 1


@pytest.mark.parametrize("results", [[], [{"id": "a", "journal_id": None}], None])
def test_a_success_that_stored_nothing_is_a_failure(results: Any) -> None:
    page = ScriptedPage(
        {"get_journal_entries": journal(), "put_journal_entries": {"results": results, "success": True}}
    )
    assert "stored no entry" in str(run(JournalAdapter(page.client()), {"id": "a", "data": "x"}).outcomes[0].error)


def test_a_long_journal_is_read_on_from_its_highest_id() -> None:
    # By time, not by id: the last row of a page need not have the highest id.
    first = journal(*(row(number, "x") for number in [5000, *range(1, 5000)]))
    page = ScriptedPage({"get_journal_entries": (first, journal(row(5001, "y")))})
    assert len(rows_since(page.account())) == 5001
    assert "after_id=5000" in page.sent[-1].query
    assert "limit" not in page.sent[-1].query


def test_ids_that_cannot_be_paged_by_are_an_error_and_no_partial_list() -> None:
    hexadecimal = journal(*({**row(0, "x"), "id": f"{number:024x}"} for number in range(5000)))
    with pytest.raises(RemoteError, match="do not tell how to read on"):
        rows_since(ScriptedPage({"get_journal_entries": hexadecimal}).account())


@pytest.mark.parametrize("answer", [None, [], {"success": False, "results": []}, {"success": True, "results": [1]}])
def test_other_answers_are_no_journal(answer: Any) -> None:
    with pytest.raises(RemoteError, match="get_journal_entries"):
        rows_since(ScriptedPage({"get_journal_entries": answer}).account())


@pytest.mark.parametrize("text", [None, "", "text", "[1]", '{"id":1,"data":"x"}', '{"id":"a"}', "[" * 100000])
def test_rows_of_other_programs_are_no_entries(text: Any) -> None:
    assert entry_in(text) is None


def test_a_card_is_redeemed_between_two_looks_at_the_balance() -> None:
    page = ScriptedPage({"get_prepaid": ({"balance": "7.25"}, {"balance": 17.25}), "add_balance": done()})
    assert redeem(page.client(), CARD) == {"balance_before": 7.25, "balance": 17.25}
    assert page.writes[0].form == {"id": "7", "number": "555-0100"}
    assert "555" not in page.writes[0].query


def test_the_balance_tells_what_became_of_a_card_whose_answer_was_lost() -> None:
    page = ScriptedPage({"get_prepaid": ({"balance": 7}, {"balance": 17}), "add_balance": LOST})
    assert redeem(page.client(), CARD) == {"balance_before": 7.0, "balance": 17.0}
    page = ScriptedPage({"get_prepaid": {"balance": 7}, "add_balance": LOST})
    with pytest.raises(ItemError, match="It was not sent again"):
        redeem(page.client(), CARD)
    assert len(page.writes) == 1


@pytest.mark.parametrize("wrong", [{"voucher_id": 0}, {"voucher_number": " "}, {"voucher_number": "0"}])
def test_cards_that_the_server_takes_for_nothing(wrong: dict[str, Any]) -> None:
    with pytest.raises(CallError):
        check({**CARD, **wrong})
