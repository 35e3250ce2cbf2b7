# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""v1: shapes of answers, extensions, events and what cannot be undone there."""

from __future__ import annotations

from typing import Any

import pytest
from scripted_service import LOST, ScriptedService, outcome, refused

from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.info import GATHERERS, OPTIONS
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.answers import (
    boolean,
    content_of,
    listed,
    rows_in,
    struct_in,
    texts,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.client import segment
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.event import EventAdapter, record_of
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.extension import ExtensionAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.mobile_extension import MobileExtensionAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.numbers import digits_of

ONE, TWO = {"id": "1"}, {"id": "2"}


def xml(text: str) -> Answer:
    return Answer("GET", "/my", 200, "", {"content-type": "application/xml"}, text.encode())


@pytest.mark.parametrize(
    "content",
    [
        {"events": {"calls": [ONE, TWO], "count": 2}},
        {"events": {"calls": {"0": ONE, "1": TWO}, "count": 2}},
        {"eventlist": {"events": [ONE, TWO], "count": 2}},
        {"calls": [ONE, TWO]},
        content_of(
            xml("<events><calls><call><id>1</id></call><call><id>2</id></call></calls><count>2</count></events>")
        ),
    ],
)
def test_a_list_is_found_however_it_is_wrapped(content: Any) -> None:
    assert rows_in(content, ("calls", "events")) == [ONE, TWO]


def test_a_list_of_one_may_come_as_that_one() -> None:
    assert rows_in({"events": {"calls": ONE}}, ("calls",)) == [ONE]
    assert rows_in(content_of(xml("<events><calls><call><id>1</id></call></calls></events>")), ("calls",)) == [ONE]
    assert rows_in({"events": {"calls": None}}, ("calls",)) == []
    assert texts({"0": "11", "1": "12"}) == ["11", "12"]
    assert texts({"number": "11"}) == ["11"]
    assert listed("11") == ["11"]


def test_a_struct_is_found_whatever_its_root() -> None:
    for root in ("balance", "fullBalance"):
        assert struct_in({root: {"currency": "EUR", "vatPercent": "19"}}, ("balance",))["currency"] == "EUR"
    assert struct_in({"property": {"name": "read", "value": "true"}}, ("property",))["value"] == "true"
    assert (boolean("true"), boolean("0"), boolean(""), boolean("maybe")) == (True, False, None, None)


@pytest.mark.parametrize(
    "answer",
    [
        {"unifiedVoicemailGsmCode": {"value": "**004*49#"}},
        {"code": "**004*49#"},
        "**004*49#",
        b"<code>**004*49#</code>",
        b"**004*49#\n",
    ],
)
def test_the_gsm_code_is_found_in_whatever_comes(answer: Any) -> None:
    service = ScriptedService({"GET /my/settings/mobile/extensions/unifiedvoicemailgsmcode/": answer})
    assert GATHERERS["gsm_code"](service.v1(), {}) == "**004*49#"


@pytest.mark.parametrize(
    "labels", ["sales, urgent", ["sales", "urgent"], {"label": ["sales", "urgent"]}, {"0": "sales", "1": "urgent"}]
)
def test_labels_come_as_a_text_or_as_a_list(labels: Any) -> None:
    assert record_of("call", {"id": "7", "labels": labels}).values["labels"] == ["sales", "urgent"]
    assert record_of("call", {"id": "7", "labels": {"label": "sales"}}).values["labels"] == ["sales"]
    assert record_of("call", {"id": "7"}).values["labels"] == []


def test_an_external_entity_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    with pytest.raises(RequestError):
        content_of(xml(bomb))


@pytest.mark.parametrize("number", ["tel:493023", "+49 30/23", "0049-30-23", "(49) 3023"])
def test_digits_tell_a_number(number: str) -> None:
    assert digits_of(number) == "493023"


def outgoing(number: str, clip: Any) -> dict[str, Any]:
    record = {"extension": {"id": "1234567e0"}, "clip": clip, "number": number}
    return {"outgoingNumber": {"extension": [record]}}


BEFORE = outgoing("493023125001", "false")
OUTGOING = "/my/settings/numbers/outgoing/"


def extension(after: Any = None, **more: Any) -> ScriptedService:
    base = "/my/settings"
    answers = {
        f"GET {base}/extensions/1234567e0/": {"extension": {"extensionId": "1234567e0", "type": "register"}},
        f"GET {base}/extensions/1234567e0/dnd/": [{"dnd": {"value": "false"}}, {"dnd": {"value": "true"}}],
        f"GET {base}/numbers/outgoing/": [BEFORE, after],
        f"GET {base}/numbers/list/": {"phonenumbers": ["493023125001"]},
        f"POST {base}/extensions/1234567e0/dnd/": "",
        f"POST {base}/numbers/outgoing/": "",
    }
    return ScriptedService({**answers, **more})


def test_do_not_disturb_is_posted_in_the_query_and_looked_at_again() -> None:
    service = extension()
    assert outcome(ExtensionAdapter(service.v1()), id="1234567e0", do_not_disturb=True)[0] == "updated"
    (write,) = service.writes
    assert write.line == "POST /my/settings/extensions/1234567e0/dnd/?value=true&version=2.41.0"
    assert write.body is None


def test_a_write_that_had_no_effect_is_an_error() -> None:
    service = extension(**{"GET /my/settings/extensions/1234567e0/dnd/": {"dnd": {"value": False}}})
    status, error = outcome(ExtensionAdapter(service.v1()), id="1234567e0", do_not_disturb=True)
    assert status == "failed" and "did not change" in error


@pytest.mark.parametrize(
    ("wanted", "sent", "after"),
    [
        ({"clip": True}, "clip=true&number=tel%3A493023125001", outgoing("493023125001", True)),
        ({"outgoing_number": "+49 30 99"}, "clip=false&number=%2B49+30+99", outgoing("493099", "false")),
        ({"outgoing_number": "030 99"}, "clip=false&number=030+99", outgoing("493099", False)),
    ],
)
def test_an_outgoing_number_is_written_whole_and_looked_at_again(wanted: dict[str, Any], sent: str, after: Any) -> None:
    service = extension(after)
    assert outcome(ExtensionAdapter(service.v1()), id="1234567e0", **wanted) == ("updated", "")
    assert service.writes[0].query == f"extensionId=1234567e0&{sent}&version=2.41.0"


@pytest.mark.parametrize("after", [BEFORE, outgoing("493099", False), outgoing("493023125001", True)])
def test_an_outgoing_number_that_did_not_change_is_an_error(after: Any) -> None:
    adapter = ExtensionAdapter(extension(after).v1())
    status, error = outcome(adapter, id="1234567e0", outgoing_number="+493099", clip=True)
    assert status == "failed" and "outgoing number did not change" in error


def test_what_a_device_is_made_of_is_not_known() -> None:
    devices = [{"userAgent": "Deskphone 3.1"}, {"contact": "sip:x"}, "Softphone"]
    rows = {"extensions": {"extensions": [{"extensionId": "1234567e0", "type": "register", "devices": devices}]}}
    service = ScriptedService({"GET /my/settings/extensions/": rows})
    (record,) = ExtensionAdapter(service.v1()).fetch(None)
    assert record.values["user_agents"] == ["Deskphone 3.1"]


def test_an_extension_keeps_its_number_where_the_account_wants_one() -> None:
    service = extension(**{"GET /my/settings/numbers/": {"Numbers": {"allowEmptyOadc": "false"}}})
    status, error = outcome(ExtensionAdapter(service.v1()), id="1234567e0", outgoing_number="")
    assert status == "failed" and "allows no extension without one" in error
    assert not service.writes
    # An extension without a number may have no record at all.
    service = extension(
        {"outgoingNumber": ""}, **{"GET /my/settings/numbers/": {"Numbers": {"allowEmptyOadc": "true"}}}
    )
    assert outcome(ExtensionAdapter(service.v1()), id="1234567e0", outgoing_number="")[0] == "updated"


@pytest.mark.parametrize("status", [400, 403])
def test_a_number_that_is_not_verified_is_told_so(status: int) -> None:
    service = extension(**{f"POST {OUTGOING}": refused(status), f"GET {OUTGOING}": BEFORE})
    assert (
        "must have been verified" in outcome(ExtensionAdapter(service.v1()), id="1234567e0", outgoing_number="+499")[1]
    )
    own = outcome(ExtensionAdapter(service.v1()), id="1234567e0", clip=True)[1]
    assert "token" not in own  # what v2's refusals may mean
    assert own and "verified" not in own


@pytest.mark.parametrize(("wanted", "status"), [({"outgoing_number": ""}, 400), ({"outgoing_number": "+499"}, 500)])
def test_a_refusal_that_has_nothing_to_do_with_a_number_says_nothing_of_one(wanted: Any, status: int) -> None:
    free = {"GET /my/settings/numbers/": {"Numbers": {"allowEmptyOadc": "true"}}}
    service = extension(**{f"POST {OUTGOING}": refused(status), **free})
    result, error = outcome(ExtensionAdapter(service.v1()), id="1234567e0", **wanted)
    assert result == "failed" and f"answered {status}" in error and "verified" not in error


def test_an_outgoing_number_whose_writing_was_not_answered_is_looked_at() -> None:
    service = extension(outgoing("493023125001", True), **{f"POST {OUTGOING}": LOST})
    assert outcome(ExtensionAdapter(service.v1()), id="1234567e0", clip=True) == ("updated", "")
    assert len(service.writes) == 1


def test_a_first_outgoing_number_is_shown_unless_that_is_not_wanted() -> None:
    for wanted, sent in (({}, True), ({"clip": False}, False)):
        service = extension(outgoing("493023125001", sent))
        service.answers[f"GET {OUTGOING}"][0] = {"outgoingNumber": ""}
        wanted = {**wanted, "outgoing_number": "+493023125001"}
        assert outcome(ExtensionAdapter(service.v1()), id="1234567e0", **wanted) == ("updated", "")
        assert f"clip={str(sent).lower()}&number=tel%3A493023125001" in service.writes[0].query


def test_an_extension_without_a_number_shows_none() -> None:
    service = extension(**{f"GET {OUTGOING}": {"outgoingNumber": ""}})
    status, error = outcome(ExtensionAdapter(service.v1()), id="1234567e0", clip=True)
    assert status == "failed" and "needs outgoing_number as well" in error
    assert not service.writes


def test_only_a_telephone_can_be_left_in_peace() -> None:
    path = "/my/settings/extensions/1234567f0/"
    service = ScriptedService({f"GET {path}": {"extension": {"extensionId": "1234567f0", "type": "fax"}}})
    status, error = outcome(ExtensionAdapter(service.v1()), id="1234567f0", do_not_disturb=True)
    assert status == "failed" and "of the type fax" in error
    service = ScriptedService({f"GET {path}": refused(404)})
    status, error = outcome(ExtensionAdapter(service.v1()), id="1234567f0", do_not_disturb=True)
    assert status == "failed" and "cannot be created" in error


HANDSET = {"phone_number": "+49 151 55501003", "vendor": "Acme", "model": "A1", "firmware": "4"}
MOBILE = "/my/settings/mobile/extensions/"


def handsets(*numbers: str) -> ScriptedService:
    made = {"deviceVendor": "Acme", "deviceModel": "A1", "deviceFirmware": "4"}
    devices = [{**made, "deviceNumberE164": number} for number in numbers]
    return ScriptedService(
        {
            "GET /my/settings/registeredmobiledevices/": {
                "RegisteredMobileDevices": {"RegisteredMobileDevice": devices}
            },
            f"GET {MOBILE}": {
                "mobileExtensions": {
                    "mobileExtension": [{"phoneNumber": f"+{one}", "sipId": "1234567y0"} for one in numbers]
                }
            },
            f"POST {MOBILE}": {"credentials": {"sipId": "1234567y1", "sipPassword": "SECRET"}},
        }
    )


def test_a_handset_is_made_once_however_its_number_is_written() -> None:
    service = handsets("4915155501003")
    adapter = MobileExtensionAdapter(service.v1())
    assert outcome(adapter, **HANDSET) == ("unchanged", "")
    (record,) = adapter.fetch(None)
    assert (record.identity, record.values["id"]) == ("1234567y0", "1234567y0")
    assert not service.writes
    service = handsets()
    assert outcome(MobileExtensionAdapter(service.v1()), **HANDSET) == ("created", "")
    assert service.writes[0].body == b"phoneNumber=4915155501003&model=A1&vendor=Acme&firmware=4"


def test_a_handset_without_a_number_in_its_international_form_is_not_asked_for() -> None:
    service = ScriptedService({})
    with pytest.raises(ItemError, match="must be a number like"):
        outcome(MobileExtensionAdapter(service.v1()), **{**HANDSET, "phone_number": "0151 55501003"})
    assert not service.sent


def test_a_redirect_is_no_answer_where_none_was_asked_for() -> None:
    service = ScriptedService(
        {"GET /my/events/calls/": refused(302, {"events": {}}, location="https://media.example.net/a")}
    )
    with pytest.raises(RequestError, match="302"):
        service.v1().content("/events/calls")
    with pytest.raises(ValueError, match="empty id"):
        segment("")


def test_events_of_early_handlers_are_read_a_type_at_a_time() -> None:
    one = {"id": "7", "direction": "in"}
    service = ScriptedService(
        {
            "GET /my/events/": {"eventlist": {"events": [one], "overallCount": 1, "count": 1}},
            "GET /my/events/calls/": {"events": {"calls": {"0": one}, "overallCount": "1", "count": "1"}},
            **{f"GET /my/events/{path}/": {"events": {"count": 0}} for path in ("faxes", "sms", "voicemails")},
        }
    )
    (found,) = GATHERERS["events"](service.v1(), dict.fromkeys(OPTIONS))
    assert (found["id"], found["type"], found["direction"]) == ("7", "call", "incoming")


def event(location: str = "inbox", *later: str) -> ScriptedService:
    call = {"id": "7", "labels": "sales, urgent", "location": location, "direction": "in"}
    calls = [{"call": call}, *({"call": {**call, "labels": labels}} for labels in later)]
    return ScriptedService(
        {
            "GET /my/events/calls/7/": calls if later else calls[0],
            "GET /my/events/calls/7/read/": {"property": {"name": "read", "value": "true"}},
            "PUT /my/events/calls/7/": "",
            "DELETE /my/events/calls/7/": "",
        }
    )


def test_a_label_is_added_and_none_can_be_removed() -> None:
    service = event("inbox", "sales,urgent,later", "sales,urgent")
    labels = ["urgent", "sales", "later"]
    assert outcome(EventAdapter(service.v1()), id="7", type="call", labels=labels)[0] == "updated"
    assert [write.line for write in service.writes] == ["PUT /my/events/calls/7/?value=later&version=2.41.0"]
    status, error = outcome(EventAdapter(service.v1()), id="7", type="call", labels=["sales"])
    assert status == "failed" and "urgent cannot be removed" in error


@pytest.mark.parametrize(("labels", "lost"), [("later", "sales, urgent"), ("sales,urgent", "later")])
def test_a_label_that_takes_the_place_of_others_is_noticed(labels: str, lost: str) -> None:
    service = event("inbox", labels)
    status, error = outcome(EventAdapter(service.v1()), id="7", type="call", labels=["urgent", "sales", "later"])
    assert status == "failed" and f"has no label {lost}" in error


@pytest.mark.parametrize(("sources", "shown"), [([{"numberE164": "4930"}], "4930"), ([{"numberPretty": "?"}], None)])
def test_a_caller_may_be_unknown(sources: Any, shown: str | None) -> None:
    assert record_of("call", {"id": "7", "sources": sources}).values["source"] == shown


@pytest.mark.parametrize("again", [refused(404), {"Contacts": {"items": [], "overallMatches": 0}}])
def test_a_contact_that_is_gone_meanwhile_is_told_as_it_was(again: Any) -> None:
    named = {"entries": [{"entryName": "FN", "value": "Jo"}], "contactMeta": {"uuid": "a/b", "owner": "1234567"}}
    nameless = {"entries": [{"entryName": "FN", "value": "Kim"}], "contactMeta": {"owner": "1234567"}}
    contacts = {"Contacts": {"items": [named, nameless], "overallMatches": 2}}
    service = ScriptedService({"GET /my/contacts/": contacts, "GET /my/contacts/a%2Fb/": again})
    params = {**dict.fromkeys(OPTIONS), "include_details": True}
    assert [row["name"] for row in GATHERERS["contacts"](service.v1(), params)] == ["Jo", "Kim"]
    assert len(service.sent) == 2


def test_what_lies_in_the_trash_is_gone() -> None:
    assert outcome(EventAdapter(event("trash").v1()), id="7", type="call", state="absent")[0] == "unchanged"
    assert outcome(EventAdapter(event().v1()), id="7", type="call", state="absent")[0] == "deleted"


def test_a_flag_is_compared_with_what_it_is_right_now() -> None:
    service = event()
    assert outcome(EventAdapter(service.v1()), id="7", type="call", read=True)[0] == "unchanged"
    assert not service.writes


def test_a_flag_is_written_as_it_is_wanted_and_in_the_trash_too() -> None:
    starred = "/my/events/calls/7/starred/"
    service = event("trash")
    service.answers.update({f"GET {starred}": {"property": {"value": "false"}}, f"PUT {starred}": ""})
    assert outcome(EventAdapter(service.v1()), id="7", type="call", starred=True)[0] == "updated"
    assert [write.line for write in service.writes] == [f"PUT {starred}?value=true&version=2.41.0"]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"read": True}, "type is required in v1"),
        ({"type": "call", "note": "x"}, "note exists only in v2"),
        ({"type": "call", "archived": False}, "archived exists only in v2"),
        ({"type": "sms", "labels": ["sales"]}, "messages have none"),
    ],
)
def test_what_an_event_of_v1_does_not_have_is_refused(wanted: dict[str, Any], said: str) -> None:
    service = event()
    service.answers["GET /my/events/sms/7/"] = {"sms": {"id": "7"}}
    status, error = outcome(EventAdapter(service.v1()), id="7", **wanted)
    assert status == "failed" and said in error
    assert not service.writes


def test_an_event_of_v1_that_is_gone_needs_no_deletion() -> None:
    service = ScriptedService({"GET /my/events/calls/7/": refused(404)})
    assert outcome(EventAdapter(service.v1()), id="7", type="call", state="absent")[0] == "unchanged"
    assert "cannot be created" in outcome(EventAdapter(service.v1()), id="7", type="call", read=True)[1]
