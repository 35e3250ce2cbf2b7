# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an answer says, and what is made of those that say nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from settings_page import FAILED, ScriptedPage, done, refused

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.answers import Result
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.failures import code_of


def read(answer: Any) -> Any:
    return ScriptedPage({"get_enum": answer}).account().read("get_enum")


def write(answer: Any) -> Result:
    return ScriptedPage({"set_dnd_on": answer}).account().write("set_dnd_on")


def failure(call: Any, answer: Any) -> RequestError:
    with pytest.raises(RequestError) as caught:
        call(answer)
    return caught.value


@pytest.mark.parametrize("value", [[], None, {}, ["+3247"], {"balance": 7.25}])
def test_json_is_read_whatever_its_content_type(value: Any) -> None:
    assert read(value) == value


@pytest.mark.parametrize("value", ["[]", "null", '{"FUNC":null}', '["a"]'])
def test_a_value_behind_an_error_is_never_taken_for_one(value: str) -> None:
    error = failure(read, FAILED + value)
    assert "Error (SipPort): Provisioning error (9000): Injected & failed" in error.message
    assert "<div" not in error.message
    assert error.outcome == RemoteError.REFUSED


def test_a_read_that_answers_a_result_object_failed() -> None:
    error = failure(read, refused("Error (SipPort): Provisioning error (1010): No such account"))
    assert code_of(error) == "1010"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", "could not encode its answer"),
        ("MySQL error: 2006 (gone)\nSession halted.", "MySQL error: 2006"),
        ("Invalid credentials from %s", "Invalid credentials"),
        ("<html><!-- password s3cr3t --><body>Maintenance</body></html>", "not JSON"),
    ],
)
def test_other_texts_are_failures_and_pages_are_never_quoted(body: str, expected: str) -> None:
    for call, outcome in ((read, RemoteError.REFUSED), (write, RemoteError.UNKNOWN)):
        error = failure(call, body)
        assert expected in error.message
        assert "s3cr3t" not in error.message
        assert error.outcome == outcome


def test_a_text_in_front_of_a_result_is_normal_for_call_forwarding() -> None:
    text = "Key FBUS changed <voice-mailbox>Key FNOA changed ben@elsewhere.example" + json.dumps(done())
    assert write(text).complaint == ""


def test_a_failure_behind_what_call_forwarding_prints_is_told() -> None:
    text = "Key FBUS changed <voice-mailbox><p>Error (SipPort): no route</p>" + json.dumps(done())
    assert write(text).complaint == "Error (SipPort): no route"


def test_html_in_front_of_a_success_is_told() -> None:
    assert (
        "Injected & failed"
        in write(FAILED + "Key FBUS changed x" + json.dumps(done(), separators=(",", ":"))).complaint
    )
    assert write("<p>Odd</p>" + '{"success":true,"error_message":""}').complaint == "a text that is no JSON"


def test_only_success_counts_not_its_text() -> None:
    assert write(done("Niet storen is geactiveerd")).payload["success"] is True
    assert failure(write, {"success": "yes", "error_message": "Done"}).outcome == RemoteError.REFUSED


def test_a_refusal_without_a_code_means_that_nobody_knows() -> None:
    assert failure(write, refused("Error (SipPort): Timed out read from HOST (): ")).outcome == RemoteError.UNKNOWN
    assert failure(write, refused("Error (SipPort): No (1030): Member")).outcome == RemoteError.REFUSED


@pytest.mark.parametrize(
    ("status", "outcome"), [(500, RemoteError.UNKNOWN), (503, RemoteError.UNKNOWN), (404, RemoteError.REFUSED)]
)
def test_statuses_of_a_write(status: int, outcome: str) -> None:
    assert failure(write, Answer("", "", status)).outcome == outcome


def test_values_of_another_shape_are_failures() -> None:
    account = ScriptedPage({"get_enum": {"a": 1}, "get_prepaid": [1], "get_identity": {"first": "Ann"}}).account()
    with pytest.raises(RequestError, match="a dict where a list is expected"):
        account.read_list("get_enum")
    with pytest.raises(RequestError, match="a list where an object is expected"):
        account.read_map("get_prepaid")
    with pytest.raises(RequestError, match="an object without sip_address"):
        account.identity()
