# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers, short codes, senders of messages, and who is told of what."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import ADA, LOST, USERS, ScriptedService, outcome, reconciled, refused

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.notification import NotificationAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.number import NumberAdapter, QuickDialAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.sms import (
    SmsCallerIdAdapter,
    SmsExtensionAdapter,
)

BEN = {"id": "w2", "email": "ben@example.com"}
USER = {"user": "ada.sample@example.com"}
NOBODY = {"user": "nobody@example.com"}
NUMBER = "+493023125001"
ROUTED = {
    "id": "9001",
    "number": NUMBER,
    "type": "LANDLINE",
    "endpointId": "p3",
    "endpointAlias": "Front",
    "endpointUrl": "https://api.example.com/v2/w1/phonelines/p3",
    "mnpState": None,
}


def numbers(*rows: dict[str, Any], **more: Any) -> ScriptedService:
    listing = {"items": list(rows), "totalCount": len(rows)}
    return ScriptedService({**USERS, "GET /v2/numbers": listing, "PUT /v2/numbers/9001": "", **more})


def missed(adapter: Any, **wanted: Any) -> str:
    """Why something is refused in check mode."""
    (only,) = reconciled(adapter, wanted, check_mode=True).outcomes
    return str(only.error)


# numbers


def test_a_number_that_is_released_leads_where_it_led() -> None:
    service = numbers(ROUTED)
    assert outcome(NumberAdapter(service.v2()), number=NUMBER, release_for_porting=True)[0] == "updated"
    bean = {"endpointId": "p3", "releaseForMnp": True, "quickDial": False}
    assert service.written == [("PUT /v2/numbers/9001", bean)]


@pytest.mark.parametrize("endpoint", ["p3", "phone_line:Ada.Sample@example.com/Front"])
def test_a_number_that_leads_there_already_is_not_written(endpoint: str) -> None:
    service = numbers(ROUTED)
    assert outcome(NumberAdapter(service.v2()), number=NUMBER, endpoint=endpoint) == ("unchanged", "")
    assert not service.writes


@pytest.mark.parametrize(
    "other",
    [
        {"endpointUrl": "https://api.example.com/v2/w9/phonelines/p3"},
        {"endpointUrl": "https://api.example.com/v2/w1/phonelines/p4"},
    ],
)
def test_an_address_that_says_something_else_than_the_number_is_not_believed(other: dict[str, str]) -> None:
    lines = {"items": [{"id": "p3", "alias": "Back"}]}
    service = numbers({**ROUTED, **other}, **{"GET /v2/w1/phonelines": lines})
    (record,) = NumberAdapter(service.v2()).fetch(None)
    assert record.values["endpoint"] == "phone_line:ada.sample@example.com/Back"


def test_a_short_code_is_no_number_and_a_number_no_short_code() -> None:
    code = {"id": "9007", "number": "11", "type": "QUICKDIAL"}
    service = numbers(ROUTED, code, **{"GET /v2/w1/numbers": {"items": [ROUTED, code]}})
    assert [record.identity for record in NumberAdapter(service.v2()).fetch(None)] == ["9001"]
    assert [record.identity for record in QuickDialAdapter(service.v2()).fetch(None)] == ["9007"]


def codes(**more: Any) -> ScriptedService:
    code = {"id": "9007", "number": "11", "type": "QUICKDIAL"}
    return ScriptedService(
        {
            "GET /v2/users": {"items": [ADA, BEN]},
            "GET /v2/w1/numbers": {"items": [code]},
            "GET /v2/w2/numbers": {"items": []},
            **more,
        }
    )


def test_a_short_code_that_is_not_valid_is_not_made() -> None:
    service = codes(**{"GET /v2/numbers/quickdial/validation/999": refused(400)})
    assert outcome(QuickDialAdapter(service.v2()), **USER, number="999")[0] == "failed"
    assert not service.writes


def test_of_two_that_look_alike_neither_is_told_as_the_new_one() -> None:
    twins = [{"id": number, "number": "12", "type": "QUICKDIAL"} for number in ("9008", "9009")]
    service = codes(**{"GET /v2/numbers/quickdial/validation/12": "", "POST /v2/numbers/quickdial": ""})
    service.answers["GET /v2/w1/numbers"] = [{"items": []}, {"items": twins}]
    (only,) = reconciled(QuickDialAdapter(service.v2()), {**USER, "number": "12"}).outcomes
    assert (only.status, only.identity) == ("created", None)


def test_a_short_code_is_given_to_somebody_else_by_its_id() -> None:
    service = codes(**{"PUT /v2/numbers/quickdial/9007": ""})
    assert outcome(QuickDialAdapter(service.v2()), number="11", user="BEN@example.com")[0] == "updated"
    assert service.written == [("PUT /v2/numbers/quickdial/9007", {"userId": "w2", "number": "11"})]
    assert "there is no user nobody@example.com" in missed(QuickDialAdapter(service.v2()), **NOBODY, number="12")


# messages

SENDERS = "/v2/w1/sms/s1/callerids"


def senders(*rows: dict[str, Any], **more: Any) -> ScriptedService:
    extension = {"GET /v2/w1/sms": {"items": [{"id": "s1", "alias": "SMS"}]}}
    return ScriptedService({**USERS, **extension, f"GET {SENDERS}": {"items": list(rows)}, **more})


def sender(verified: bool) -> dict[str, Any]:
    return {"id": 5, "phonenumber": NUMBER, "verified": verified, "defaultNumber": False}


@pytest.mark.parametrize("rows", [[], [sender(False)]])
def test_only_a_number_that_is_verified_becomes_the_default(rows: list[dict[str, Any]]) -> None:
    service = senders(*rows)
    status, error = outcome(SmsCallerIdAdapter(service.v2()), **USER, phone_number=NUMBER, default=True)
    assert status == "failed" and "a number that is verified" in error
    assert not service.writes
    service = senders(sender(True), **{f"PUT {SENDERS}/5": ""})
    assert outcome(SmsCallerIdAdapter(service.v2()), **USER, phone_number=NUMBER, default=True)[0] == "updated"
    assert service.written == [(f"PUT {SENDERS}/5", {"defaultNumber": True})]


def test_a_sender_is_added_in_its_international_form() -> None:
    service = senders(**{f"POST {SENDERS}": ""})
    assert outcome(SmsCallerIdAdapter(service.v2()), **USER, phone_number="0049 30 23125001")[0] == "created"
    assert service.written == [(f"POST {SENDERS}", {"phonenumber": NUMBER})]


def test_a_sender_that_is_refused_is_not_looked_for() -> None:
    service = senders(**{f"POST {SENDERS}": refused(402)})
    status, error = outcome(SmsCallerIdAdapter(service.v2()), **USER, phone_number=NUMBER)
    assert status == "failed" and "charge the account" in error
    assert service.sent[-1].method == "POST"
    assert "there is no user nobody@example.com" in missed(
        SmsCallerIdAdapter(service.v2()), **NOBODY, phone_number=NUMBER
    )


def test_a_user_with_two_extensions_for_messages_is_asked_which() -> None:
    service = senders(**{"GET /v2/w1/sms": {"items": [{"id": "s1"}, {"id": "s2"}]}})
    service.answers["GET /v2/w1/sms/s2/callerids"] = {"items": []}
    status, error = outcome(SmsCallerIdAdapter(service.v2()), **USER, phone_number=NUMBER)
    assert status == "failed" and "has 2 SMS extensions" in error
    assert not service.writes


def test_an_alias_whose_writing_was_not_answered_is_looked_at() -> None:
    service = senders(**{"PUT /v2/w1/sms/s1": LOST})
    service.answers["GET /v2/w1/sms"] = [{"items": [{"id": "s1", "alias": alias}]} for alias in ("SMS", "Texts")]
    assert outcome(SmsExtensionAdapter(service.v2()), id="s1", alias="Texts")[0] == "updated"
    assert service.written == [("PUT /v2/w1/sms/s1", {"alias": "Texts"})]


# notifications

NOTES = "/v2/w1/notifications"
CALL = {"event": "call", "channel": "email", "direction": "incoming", "cause": "missed"}
MAIL = {**USER, "recipient": "ops@example.com", "endpoint": "phone_line:Front"}


def notes(**more: Any) -> ScriptedService:
    lines = {"GET /v2/w1/phonelines": {"items": [{"id": "p0", "alias": "Front"}]}}
    return ScriptedService({**USERS, **lines, f"GET {NOTES}": {}, **more})


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"event": "voicemail", "channel": "report"}, "nobody is told of a voicemail by report"),
        ({"event": "call", "channel": "email", "cause": "missed"}, "direction is needed"),
        ({"event": "call", "channel": "email"}, "direction and cause is needed"),
        ({"event": "sms", "channel": "email", "direction": "incoming"}, "direction cannot be chosen"),
        ({**CALL, "channel": "sms"}, "must be a number like"),
        ({**CALL, "endpoint": "phone_line:nobody@example.com/Front"}, "there is no user nobody@example.com"),
    ],
)
def test_a_notification_that_cannot_be_is_refused_in_check_mode_too(wanted: dict[str, str], said: str) -> None:
    assert said in missed(NotificationAdapter(notes().v2()), **{**MAIL, **wanted})


def test_a_notification_is_found_by_the_id_of_its_endpoint_too() -> None:
    target = {"id": "71", "email": "OPS@example.com", "direction": "INCOMING", "cause": "MISSED"}
    listing = {"call": [{"endpointId": "p0", "emails": [target]}]}
    service = notes(**{f"GET {NOTES}": listing, f"DELETE {NOTES}/71": ""})
    wanted = {**MAIL, **CALL, "endpoint": "p0"}
    assert outcome(NotificationAdapter(service.v2()), **wanted)[0] == "unchanged"
    assert outcome(NotificationAdapter(service.v2()), **wanted, state="absent")[0] == "deleted"
    assert [sent.line for sent in service.writes] == [f"DELETE {NOTES}/71"]


def test_a_direction_that_nobody_can_choose_makes_no_other_notification() -> None:
    target = {"id": "72", "email": "ops@example.com", "direction": "INCOMING"}
    listing = {"sms": [{"endpointId": "s1", "emails": [target]}]}
    service = notes(**{f"GET {NOTES}": listing, "GET /v2/w1/sms": {"items": [{"id": "s1", "alias": "SMS"}]}})
    wanted = {**MAIL, "endpoint": "s1", "event": "sms", "channel": "email"}
    assert outcome(NotificationAdapter(service.v2()), **wanted)[0] == "unchanged"


def test_a_new_notification_is_written_in_the_form_of_the_service_and_tells_its_id() -> None:
    target = {"id": "73", "number": NUMBER, "direction": "OUTGOING", "cause": "SUCCESSFUL"}
    other = {**target, "id": "70", "cause": "MISSED"}
    listing = {"call": [{"endpointId": "p0", "sms": [other, target]}]}
    service = notes(**{f"GET {NOTES}": [{}, listing], f"POST {NOTES}/call/sms": ""})
    wanted = {**MAIL, **CALL, "channel": "sms", "recipient": "0049 30 23125001"}
    wanted.update(direction="outgoing", cause="successful")
    (only,) = reconciled(NotificationAdapter(service.v2()), wanted).outcomes
    assert (only.status, only.identity) == ("created", "73")
    bean = {"endpointId": "p0", "number": NUMBER, "direction": "OUTGOING", "cause": "SUCCESSFUL"}
    assert service.written == [(f"POST {NOTES}/call/sms", bean)]


@pytest.mark.parametrize("endpoint", ["phone_line:Reception", "voicemail:phone_line:Reception", "fax_line:Fax"])
def test_a_line_of_nobody_is_told_with_what_is_missing(endpoint: str) -> None:
    with pytest.raises(ItemError, match=r"endpoint needs the user as well, like (phone|fax)_line:ada@example.com/"):
        NumberAdapter(ScriptedService({}).v2()).translate({"endpoint": endpoint}, None)
