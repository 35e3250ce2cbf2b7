# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines are made in two steps: nothing twice, nothing half."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import LOST, USERS, ScriptedService, outcome, reconciled, refused

from ansible_collections.dialtone.voip.plugins.module_utils._engine.apply import CREATED, FAILED, UPDATED
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.failures import FeatureMissing, Forbidden
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.fax_line import FaxLineAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.phone_line import PhoneLineAdapter

LINE = {"alias": "Front", "user": "ada.sample@example.com"}
OLD, NEW = {"id": "p0", "alias": "Ada Sample"}, {"id": "p1", "alias": "Ada Sample"}
NAMED = {"id": "p1", "alias": "Front"}


def service(**more: Any) -> ScriptedService:
    answers = {
        **USERS,
        "GET /v2/w1/phonelines": [{"items": [OLD]}, {"items": [OLD, NEW]}, {"items": [OLD, NAMED]}],
        "POST /v2/w1/phonelines": NEW,
        "PUT /v2/w1/phonelines/p1": "",
        "DELETE /v2/w1/phonelines/p1": "",
    }
    return ScriptedService({**answers, **more})


def test_a_line_is_made_and_then_named() -> None:
    sipgate = service()
    assert outcome(PhoneLineAdapter(sipgate.v2()), **LINE) == (CREATED, "")
    assert sipgate.written == [("POST /v2/w1/phonelines", None), ("PUT /v2/w1/phonelines/p1", {"alias": "Front"})]


def test_a_line_that_cannot_be_named_is_taken_back() -> None:
    sipgate = service(**{"PUT /v2/w1/phonelines/p1": refused(403)})
    status, error = outcome(PhoneLineAdapter(sipgate.v2()), **LINE)
    assert status == FAILED and "403" in error
    assert sipgate.writes[-1].line == "DELETE /v2/w1/phonelines/p1"


def test_a_line_that_cannot_be_taken_back_is_told() -> None:
    sipgate = service(**{"PUT /v2/w1/phonelines/p1": refused(403), "DELETE /v2/w1/phonelines/p1": refused(500)})
    _status, error = outcome(PhoneLineAdapter(sipgate.v2()), **LINE)
    assert "The line p1 could not be removed again and is left behind" in error


def test_a_line_whose_making_was_not_answered_is_found_by_its_novelty() -> None:
    sipgate = service(**{"POST /v2/w1/phonelines": LOST})
    assert outcome(PhoneLineAdapter(sipgate.v2()), **LINE)[0] == CREATED
    assert [line for line, _body in sipgate.written] == ["POST /v2/w1/phonelines", "PUT /v2/w1/phonelines/p1"]


def test_a_line_whose_naming_was_not_answered_is_looked_at() -> None:
    sipgate = service(
        **{"PUT /v2/w1/phonelines/p1": LOST, "GET /v2/w1/phonelines": [{"items": [OLD]}, {"items": [NAMED]}]}
    )
    assert outcome(PhoneLineAdapter(sipgate.v2()), **LINE)[0] == CREATED
    assert len(sipgate.writes) == 2


def test_a_line_that_was_refused_is_not_looked_for_among_those_of_others() -> None:
    sipgate = service(**{"POST /v2/w1/phonelines": refused(403)})
    assert outcome(PhoneLineAdapter(sipgate.v2()), **LINE)[0] == FAILED
    assert len(sipgate.writes) == 1


def test_of_two_new_lines_none_is_named() -> None:
    both = {"items": [OLD, NEW, {**NEW, "id": "p2"}]}
    for answer in (LOST, ""):
        sipgate = service(
            **{
                "POST /v2/w1/phonelines": [answer, refused(403)],
                "GET /v2/w1/phonelines": [{"items": [OLD]}, both, both],
            }
        )
        assert outcome(PhoneLineAdapter(sipgate.v2()), **LINE)[0] == FAILED
        assert {sent.method for sent in sipgate.writes} == {"POST"}


def test_a_line_whose_naming_was_not_answered_and_did_not_come_about_is_taken_back() -> None:
    sipgate = service(
        **{"PUT /v2/w1/phonelines/p1": LOST, "GET /v2/w1/phonelines": [{"items": [OLD]}, {"items": [OLD, NEW]}]}
    )
    assert outcome(PhoneLineAdapter(sipgate.v2()), **LINE)[0] == FAILED
    assert sipgate.writes[-1].line == "DELETE /v2/w1/phonelines/p1"


def test_forwardings_are_read_as_items_and_written_whole_by_id() -> None:
    sipgate = service(
        **{
            "GET /v2/w1/phonelines": {"items": [NAMED]},
            "GET /v2/w1/phonelines/p1/forwardings": {
                "items": [{"alias": "x", "destination": "v0", "timeout": 20, "active": True}]
            },
            "GET /v2/voicemails": {"items": [{"id": "v0", "belongsToEndpoint": {"extension": "p1"}}]},
            "PUT /v2/w1/phonelines/p1/forwardings": "",
        }
    )
    same = {**LINE, "forwardings": [{"destination": "voicemail", "timeout": 20}]}
    assert reconciled(PhoneLineAdapter(sipgate.v2()), same).outcomes[0].status == "unchanged"
    other = {**LINE, "forwardings": [{"destination": "voicemail", "timeout": 0}]}
    assert reconciled(PhoneLineAdapter(sipgate.v2()), other).outcomes[0].status == UPDATED
    assert sipgate.written == [
        (
            "PUT /v2/w1/phonelines/p1/forwardings",
            {"forwardings": [{"destination": "v0", "timeout": 0, "active": True}]},
        )
    ]


def test_lines_of_one_list_may_forward_to_each_other() -> None:
    sipgate = service(
        **{
            "GET /v2/w1/phonelines": {"items": []},
            "POST /v2/w1/phonelines": [{"id": "p1"}, {"id": "p2"}],
            "PUT /v2/w1/phonelines/p2": "",
            "GET /v2/w1/phonelines/p1/forwardings": {"items": []},
            "GET /v2/w1/phonelines/p2/forwardings": {"items": []},
            "PUT /v2/w1/phonelines/p1/forwardings": "",
            "PUT /v2/w1/phonelines/p2/forwardings": "",
        }
    )
    first = {**LINE, "forwardings": [{"destination": "phone_line:Back"}]}
    second = {**LINE, "alias": "Back", "forwardings": [{"destination": "phone_line:Front"}]}
    report = reconciled(PhoneLineAdapter(sipgate.v2()), first, second)
    assert [one.status for one in report.outcomes] == [CREATED, CREATED]
    forwardings = [body["forwardings"][0]["destination"] for line, body in sipgate.written if "forwardings" in line]
    assert forwardings == ["p2", "p1"]


def test_the_webhook_is_sent_whole_because_flags_that_are_left_out_are_reset() -> None:
    shown = {"incomingActive": True, "outgoingActive": True, "incomingUrl": "https://a", "outgoingUrl": "https://b"}
    shown.update(log=False, certificate="PEM", allowSelfSigned=True)
    sipgate = service(
        **{
            "GET /v2/w1/phonelines": {"items": [NAMED]},
            "GET /v2/w1/phonelines/p1/sipgateio": shown,
            "PUT /v2/w1/phonelines/p1/sipgateio": "",
        }
    )
    assert outcome(PhoneLineAdapter(sipgate.v2()), **LINE, webhook={"log": True})[0] == UPDATED
    assert sipgate.written == [("PUT /v2/w1/phonelines/p1/sipgateio", {**shown, "log": True})]


@pytest.mark.parametrize(
    "refusal",
    [
        refused(403, "needs a classic-PBX account", "text/plain"),
        refused(403),
        refused(404, {"name": "RESOURCE_NOT_FOUND", "message": "not found"}),
    ],
)
def test_an_account_without_phone_lines_says_so(refusal: Any) -> None:
    sipgate = service(**{"GET /v2/w1/phonelines": refusal})
    with pytest.raises(FeatureMissing, match="not available on this account"):
        outcome(PhoneLineAdapter(sipgate.v2()), **LINE)


@pytest.mark.parametrize("message", ["one of the scopes phonelines:read is required", ""])
def test_a_token_that_may_not_list_phone_lines_is_another_matter(message: str) -> None:
    refusal = refused(403, {"name": "REQUEST_NOT_AUTHORIZED", "message": message})
    sipgate = service(**{"GET /v2/w1/phonelines": refusal})
    with pytest.raises(Forbidden, match="lacks"):
        outcome(PhoneLineAdapter(sipgate.v2()), **LINE)


def test_a_fax_line_with_everything_that_cannot_be_kept_is_taken_back() -> None:
    line = {"id": "f1", "alias": "Ada Sample"}
    sipgate = ScriptedService(
        {
            **USERS,
            "GET /v2/w1/faxlines": {"items": []},
            "POST /v2/w1/faxlines": line,
            "PUT /v2/w1/faxlines/f1": "",
            "PUT /v2/w1/faxlines/f1/tagline": refused(403),
            "DELETE /v2/w1/faxlines/f1": "",
        }
    )
    assert outcome(FaxLineAdapter(sipgate.v2()), **LINE, tagline="Example Ltd")[0] == FAILED
    assert sipgate.writes[-1].line == "DELETE /v2/w1/faxlines/f1"


def test_a_line_that_may_be_left_behind_without_its_name_is_told() -> None:
    answers = {**USERS, "POST /v2/w1/phonelines": LOST, "GET /v2/w1/phonelines": [{"items": []}, refused(503)]}
    status, error = outcome(
        PhoneLineAdapter(ScriptedService(answers).v2()), alias="Front", user="ada.sample@example.com"
    )
    assert status == "failed"
    assert "A line without the wanted alias may be left behind" in (error or "")
