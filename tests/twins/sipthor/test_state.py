# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds, state and knobs."""

from __future__ import annotations

import copy
import json
import time
from typing import Any

import pytest

from simulator.core.interface import UnknownKnob


def test_empty_has_one_account(thor: Any) -> None:
    state = thor.twin.state()
    assert [account["username"] for account in state["accounts"]] == ["alice"]
    assert [state[table] for table in ("aliases", "enum_numbers", "vouchers", "journal", "mails")] == [[]] * 5


@pytest.mark.parametrize("seed", ["empty", "demo"])
def test_state_is_identity(server: Any, seed: str) -> None:
    thor = server(seed)
    thor.json("add_alias", {"username": "sales"})
    thor.text("set_call_forwarding", {"FUNC": "ben"})
    thor.json("set_dnd_on", {"duration": "5"})
    thor.json("put_journal_entries", {"uuid": "u", "data": '[{"data":"x"}]'}, method="POST")
    thor.text("set accept rules", {"start_31": "08:00", "stop_31": "18:00"}, method="POST")
    thor.text("delete account")
    state = json.loads(json.dumps(thor.twin.state()))
    thor.simulation.reset({"sipthor": state})
    assert thor.twin.state() == state
    assert json.dumps(thor.twin.state()) == json.dumps(state)


def test_state_shares_nothing_with_the_platform(demo: Any) -> None:
    before = copy.deepcopy(demo.twin.state())
    shared = demo.twin.state()
    shared["accounts"][1]["groups"].append("x")
    shared["accounts"][1]["diversions"]["FUNC"] = "x"
    assert demo.twin.state() == before


def test_loaded_state_shares_nothing_with_its_source(thor: Any) -> None:
    state = thor.twin.state()
    before = copy.deepcopy(state)
    thor.twin.load(state, {})
    thor.json("set_privacy_on")
    thor.text("set_call_forwarding", {"FUNC": "ben"})
    assert state == before


def test_counters_go_on_after_loading(thor: Any) -> None:
    def put() -> str:
        put = {"uuid": "u", "data": '[{"data":"x"}]'}
        return str(thor.json("put_journal_entries", put, method="POST")["results"][0]["journal_id"])

    assert put() == "1"
    thor.twin.load({**thor.twin.state(), "journal": []}, {})
    assert put() == "2"


@pytest.mark.parametrize("broken", [{"nonsense": []}, {"accounts": [{"username": "x"}]}, {"domains": [{"what": 1}]}])
def test_broken_state_is_refused(thor: Any, broken: Any) -> None:
    with pytest.raises(ValueError, match="sipthor state"):
        thor.twin.load(broken, {})


def test_minimal_state_takes_defaults(thor: Any) -> None:
    thor.twin.load({"accounts": [{"username": "alice", "domain": "example.com", "password": "rehearsal"}]}, {})
    assert thor.text("get_aliases").endswith("[]")


def test_demo_accounts(demo: Any) -> None:
    names = [account["username"] for account in demo.twin.state()["accounts"]]
    assert names == ["alice", *(f"user{number:04d}" for number in range(1, 11))]
    for name in names:
        assert demo.call("get_identity", user=name).status == 200
    for action in ("get_devices", "get_balance_history", "get_voicemail", "get_enum", "get_prepaid"):
        assert demo.json(action, user="user0001")
    history = demo.json("get_history", user="user0001")
    assert (len(history["placed"]), len(history["received"])) == (2, 1)
    assert demo.json("get_history", user="user0001")["placed"][0]["remoteParty"] == "sip:0049302312500@example.com"


def test_demo_has_nothing_that_modules_provision(demo: Any) -> None:
    for account in demo.twin.state()["accounts"]:
        assert not account["diversions"]
        assert not account["accept_rules"]
        assert not account["reject_rules"]
        assert "anonymous" not in account["groups"]
    assert demo.twin.state()["aliases"] == []


def test_demo_kinds_of_accounts(demo: Any) -> None:
    assert demo.account("user0004")["password_storage"] == "hash"
    assert demo.account("user0005")["web_password"]
    assert demo.account("user0006")["prepaid"] is None
    assert demo.json("get_devices", user="user0007") is None
    assert demo.account("user0002")["language"] == "nl"


@pytest.mark.parametrize(("seed", "users", "accounts"), [("empty", 3, 4), ("demo", 3, 11), ("demo", 12, 13)])
def test_scale(server: Any, seed: str, users: int, accounts: int) -> None:
    thor = server(seed, {"users": users})
    names = [account["username"] for account in thor.twin.state()["accounts"]]
    assert len(names) == accounts
    assert names[-1] == f"user{accounts - 1:04d}"
    assert thor.json("get_aliases", user=names[-1]) == []


def test_many_accounts_do_not_slow_a_request_down(server: Any) -> None:
    def seconds(thor: Any) -> float:
        started = time.perf_counter()
        for _unused in range(50):
            thor.text("set_call_forwarding", {"FUNC": "ben"})
        return time.perf_counter() - started

    few, many = server("empty"), server("empty", {"users": 5000})
    seconds(few)
    assert seconds(many) < 3 * seconds(few) + 0.05


def test_reset_brings_everything_back(thor: Any) -> None:
    before = thor.twin.state()
    thor.json("set_privacy_on")
    thor.knob(absolute_voicemail="on")
    thor.simulation.reset()
    assert thor.twin.state() == before
    assert thor.twin.knobs["absolute_voicemail"] == "off"


def test_default_knobs(thor: Any) -> None:
    assert thor.twin.knobs == {
        "privacy_on_twice": "error",
        "dnd_persistent": "keep",
        "clear_all_forwarding": "works",
        "absolute_voicemail": "off",
        "db_errors": "halt",
        "monthly_usage": 500,
        "temporary_after_expiry": "empty",
        "journal_ids": "decimal",
        "journal_storage": "sql",
        "certificate_authority": "on",
        "misconfiguration": "none",
        "alias_limit": None,
        "duplicate_alias_code": 1011,
        "duplicate_alias_text": "The alias or account exists already",
        "backend_host": "HOST",
    }


@pytest.mark.parametrize(
    ("knob", "given", "kept"),
    [
        ("absolute_voicemail", True, "on"),
        ("absolute_voicemail", False, "off"),
        ("monthly_usage", "500", 500),
        ("db_errors", "lenient JSON", "lenient"),
        ("privacy_on_twice", "error 1030", "error"),
        ("temporary_after_expiry", "last groups & 0", "last"),
        ("alias_limit", 3, 3),
        ("alias_limit", None, None),
    ],
)
def test_knob_spellings(thor: Any, knob: str, given: Any, kept: Any) -> None:
    thor.knob(**{knob: given})
    assert thor.twin.knobs[knob] == kept


@pytest.mark.parametrize(
    ("knob", "value"),
    [("nonsense", 1), ("dnd_persistent", "x"), ("alias_limit", "3"), ("alias_limit", -1), ("alias_limit", True)],
)
def test_unknown_knobs(thor: Any, knob: str, value: Any) -> None:
    with pytest.raises(UnknownKnob):
        thor.knob(**{knob: value})


@pytest.mark.parametrize("path", ["/settings.phtml/", "/settings", "/settings.phtml2", "/x/settings.phtml"])
def test_only_its_own_path(thor: Any, path: str) -> None:
    assert not thor.twin.owns(path)
    assert thor.twin.owns("/settings.phtml")
