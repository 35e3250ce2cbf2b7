# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipthor_info`` makes of answers in their odder forms."""

from __future__ import annotations

from typing import Any

import pytest
from settings_page import RULES, ScriptedPage

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.info import GATHERERS


def read(name: str, allow_incomplete: bool = False, **answers: Any) -> Any:
    return GATHERERS[name](ScriptedPage(answers).client(), {"allow_incomplete": allow_incomplete})


@pytest.mark.parametrize(
    ("name", "action", "window"), [("aliases", "get_aliases", 20), ("enum_numbers", "get_enum", 10)]
)
def test_a_list_that_may_go_on_is_only_given_when_that_is_accepted(name: str, action: str, window: int) -> None:
    rows = [f"{number}@example.com" for number in range(window)]
    with pytest.raises(RemoteError, match="Set allow_incomplete to get it nevertheless"):
        read(name, **{action: rows})
    assert len(read(name, allow_incomplete=True, **{action: rows})) == window
    assert len(read(name, **{action: rows[1:]})) == window - 1


def test_usage_that_breaks_off_is_none_and_any_other_failure_is_one() -> None:
    assert read("monthly_usage", get_monthly_usage=Answer("", "", 500)) is None
    assert read("monthly_usage", get_monthly_usage={"calls": 3}) == {"calls": 3}
    with pytest.raises(RequestError):
        read("monthly_usage", get_monthly_usage=Answer("", "", 503))


@pytest.mark.parametrize(
    ("shown", "expected"), [(True, True), ("True", True), (1, True), ("1", True), (0, False), ("no", False)]
)
def test_a_mailbox_is_shown_without_its_pin(shown: Any, expected: bool) -> None:
    mailbox = {"Mailbox": "2201", "Password": "2468", "Options": {"delete": shown}}
    found = read("voicemail", get_voicemail=mailbox)
    assert (found["mailbox"], found["delete_messages"]) == ("2201", expected)
    assert "2468" not in str(found)


def test_no_mailbox_is_none() -> None:
    assert read("voicemail", get_voicemail=None) is None


def test_a_direction_without_calls_has_none() -> None:
    assert read("history", get_history={"placed": None, "received": []}) == {"placed": [], "received": []}


def test_rules_that_were_never_set_are_none() -> None:
    rules = read("accept_rules", get_accept_rules={**RULES, "temporary": None})
    assert rules["temporary"] == {"groups": [], "duration": 0}
    assert rules["persistent"] == {}
