# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A failure is a sentence, never a traceback, whatever went wrong."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._ansible import voip_module
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.action_module import run_action
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.info_module import objects_of, run_info
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.voip_module import VoipModule, run
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError, RemoteError
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._ansible.toy_platform import Toy, run_module
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import REFUSED


def outcome_of(work, **params):
    return run_module(lambda: run(VoipModule({"name": {"type": "str"}}), work), params, connection=False)


def raising(error):
    def work(module):
        raise error

    return work


@pytest.mark.parametrize(
    "error", [CallError("is wrong."), ItemError("is wrong."), RemoteError("is wrong.", RemoteError.REFUSED)]
)
def test_a_known_failure_is_its_message(error):
    outcome = outcome_of(raising(error))
    assert (outcome.exit_code, outcome.result["failed"], outcome.result["msg"]) == (1, True, "is wrong.")


@pytest.mark.parametrize(
    "error", [KeyError("id"), ValueError("x"), RecursionError(), AssertionError(), OSError(5, "x")]
)
def test_a_mistake_of_ours_is_a_message_that_names_its_place(error):
    outcome = outcome_of(raising(error))
    message = outcome.result["msg"]
    assert message.startswith("internal error at test_failures_of_modules.py:")
    assert type(error).__name__ in message
    assert message.endswith("Please report it.")
    assert "Traceback" not in outcome.text
    assert outcome.text.count("\n") <= 2


def test_a_result_that_says_failed_is_a_failure():
    outcome = outcome_of(lambda module: {"failed": True, "msg": "2 of 3 failed", "changed": True, "results": [1]})
    assert outcome.exit_code == 1
    assert (outcome.result["changed"], outcome.result["results"]) == (True, [1])


def test_a_result_that_nobody_can_print_is_a_failure_too():
    deep = []
    for _level in range(3000):
        deep = [deep]
    outcome = outcome_of(lambda module: {"changed": False, "value": deep}, name="x")
    assert outcome.exit_code == 1
    assert "nested too deeply" in outcome.result["msg"]


def test_a_long_text_of_a_server_in_a_mistake_of_ours_is_cut():
    assert len(outcome_of(raising(ValueError("x" * 20000))).result["msg"]) < 400


def test_a_success_is_one():
    outcome = outcome_of(lambda module: {"changed": False, "value": module.params["name"]}, name="x")
    assert (outcome.exit_code, outcome.result["value"]) == (0, "x")
    assert "failed" not in outcome.result


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"name": "x", "titel": "x"}, "titel"),
        ({}, "name"),
        ({"name": "x", "enabled": "maybe"}, "enabled"),
        ({"name": "x", "state": "gone"}, "state"),
        ({"name": "x", "update_secrets": "sometimes"}, "update_secrets"),
        ({"name": "x", "rings": [{"delay": 5}]}, "user"),
        ({"name": "x", "timeout": 0}, "timeout must be at least 1 second"),
        ({"name": "x", "url": "pbx"}, "url must be like"),
        ({"name": "x", "client_key": "/k"}, "client_key needs client_cert"),
    ],
)
def test_wrong_parameters_are_refused_before_anything_is_sent(params, message):
    toy = Toy()
    outcome = toy.one(**params)
    assert outcome.exit_code == 1
    assert message in outcome.result["msg"]
    assert toy.adapter.reads == []


@pytest.mark.parametrize("library", ["requests", "lxml"])
def test_a_missing_library_is_named_with_the_python_that_lacks_it(monkeypatch, library):
    monkeypatch.setattr(voip_module, "missing_libraries", lambda: [(library, "No module named x")])
    outcome = Toy().one(name="a")
    assert outcome.exit_code == 1
    assert f"Failed to import the required Python library ({library})" in outcome.result["msg"]


def gather(toy, *names, **params):
    gatherers = {"things": objects_of(lambda client: client.adapter), "names": lambda client, params: client.names()}
    return run_module(lambda: run_info(toy.platform, gatherers), {"gather": list(names), **params})


class InfoToy(Toy):
    def names(self):
        return ["a", "b"]


STORED = {
    "name": "a",
    "model": "acme",
    "pin": "Hunter2-pin",
    "groups": ["x"],
    "rings": [{"user": "u", "delay": 5, "pin": "Hunter2"}],
}


def test_info_returns_what_it_is_asked_for_and_nothing_else():
    outcome = gather(InfoToy(STORED), "things", "names")
    assert (outcome.result["changed"], outcome.result["names"]) == (False, ["a", "b"])
    assert outcome.result["things"] == [
        {"name": "a", "model": "acme", "groups": ["x"], "rings": [{"user": "u", "delay": 5}]}
    ]
    assert "names" not in gather(InfoToy(STORED), "things").result


def test_info_tells_no_secret():
    assert "Hunter2" not in gather(InfoToy(STORED), "things").everything


def test_what_info_returns_is_valid_input_that_changes_nothing():
    toy = InfoToy(STORED)
    things = gather(toy, "things").result["things"]
    result = toy.many(*things).result
    assert (result.get("failed"), result["changed"]) == (None, False)


def test_info_fails_with_a_message():
    toy = InfoToy()
    toy.adapter.fail("fetch", REFUSED)
    assert gather(toy, "things").result["msg"] == REFUSED.message
    assert "gather" in gather(toy, "nothing").result["msg"]


def act(toy, check_mode=False, refuse=False, **more):
    def check(params):
        if refuse:
            raise ItemError("is wrong")

    options = {"number": {"type": "str", "required": True}}

    def deed(client, params):
        client.done = [*getattr(client, "done", []), params["number"]]
        return {"session": 7}

    return run_module(
        lambda: run_action(toy.platform, options, check, deed, **more),
        {"number": "4101", "_ansible_check_mode": check_mode},
    )


def test_a_deed_whose_answer_nobody_understands_may_have_been_done():
    def deed(client, params):
        raise KeyError("session")

    toy = Toy()
    options = {"number": {"type": "str", "required": True}}
    outcome = run_module(lambda: run_action(toy.platform, options, lambda params: None, deed), {"number": "4101"})
    assert "KeyError: 'session'. The server may have answered in a form" in outcome.result["msg"]
    assert outcome.result["msg"].endswith("It may have been done; look before you run it again.")


def test_a_deed_is_done_at_every_run():
    toy = Toy()
    for _time in range(2):
        result = act(toy).result
        assert (result["changed"], result["session"]) == (True, 7)
    assert toy.done == ["4101", "4101"]


def test_a_deed_is_not_done_in_check_mode_and_the_server_not_asked():
    toy = Toy()
    assert act(toy, check_mode=True).result["changed"] is True
    assert not hasattr(toy, "done")
    assert toy.connections == []


@pytest.mark.parametrize("check_mode", [False, True])
def test_a_deed_that_cannot_be_done_is_refused_in_check_mode_too(check_mode):
    toy = Toy()
    assert act(toy, check_mode, refuse=True).result["msg"] == "is wrong"
    assert not hasattr(toy, "done")


@pytest.mark.parametrize("check_mode", [False, True])
def test_a_deed_that_is_done_already_is_not_done_again(check_mode):
    toy = Toy()
    assert act(toy, check_mode, look=lambda client, params: None).result["changed"] is False
    assert not hasattr(toy, "done")


def test_what_was_seen_before_the_deed_is_reported_with_it():
    toy = Toy()
    foreseen = act(toy, check_mode=True, look=lambda client, params: {"seen": 1}).result
    assert (foreseen["changed"], foreseen["seen"], "session" in foreseen) == (True, 1, False)
    result = act(toy, look=lambda client, params: {"seen": 1}).result
    assert (result["seen"], result["session"], toy.done) == (1, 7, ["4101"])
