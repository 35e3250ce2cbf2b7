# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own services: what each write sends, and what the server's masks hide."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import ScriptedServer, Sent

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item
from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import etree
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds import deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.call import PLACE_CALL
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.conference_command import CONFERENCE_COMMAND
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.google_import import GOOGLE_IMPORT
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.call_forwarding import MyCallForwardingAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.contact_information import (
    MyContactInformationAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.forwarding_schedule import (
    MyForwardingScheduleAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.personal_attendant import (
    MyPersonalAttendantAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook_entry import MyPhonebookEntryAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.voicemail import MyVoicemailAdapter


def body(sent: Sent) -> Any:
    return json.loads(sent.body or b"null")


def page(status: int, reason: str) -> Answer:
    return Answer("", "", status, reason, {"content-type": "text/html"}, b"<html>")


def test_what_a_notification_hides_is_written_when_it_is_switched_on() -> None:
    shown = {"greeting": "STANDARD", "email": None, "emailAttachType": None, "voicemailPermission": True}
    server = ScriptedServer({"GET *": shown, "PUT *": ""})
    adapter = MyVoicemailAdapter(server.client())
    record = adapter.read()
    assert record.values["email_notification"] is False
    assert record.values["email_address"] is UNREADABLE
    adapter.translate({"email_notification": True, "email_address": "a@example.com"}, record)
    assert record.values["email_address"] is None
    changed = frozenset(["email_notification", "email_address"])
    adapter.update(record, {"email_notification": True, "email_address": "a@example.com"}, changed)
    assert body(server.writes[0]) == {"emailAttachType": "YES", "email": "a@example.com"}


def test_without_the_permission_preferences_are_refused() -> None:
    server = ScriptedServer({"GET *": {"voicemailPermission": False}})
    adapter = MyVoicemailAdapter(server.client())
    with pytest.raises(ItemError, match="lacks the permission Voicemail"):
        adapter.translate({"greeting": "none"}, adapter.read())


def test_a_ring_without_a_type_is_read_by_the_other_call() -> None:
    old = {"call-sequence": {"rings": [{"number": "4155", "expiration": 9}], "expiration": 9, "withVoicemail": True}}
    server = ScriptedServer({"GET /rest/my/callfwd": page(500, "Broken"), "GET /rest/my/forward": old})
    record = MyCallForwardingAdapter(server.client()).read()
    assert record.values["rings"][0]["number"] == "4155"
    assert record.values["with_voicemail"] is True


def test_rings_name_schedules_by_id() -> None:
    server = ScriptedServer({"GET /rest/my/callfwdsched": [[{"name": "Home", "scheduleId": 31}]], "PUT *": ""})
    adapter = MyCallForwardingAdapter(server.client())
    ring = {"number": "1", "type": "at_the_same_time", "expiration": 5, "enabled": True, "schedule": "Home"}
    adapter.update(None, {"expiration": 9, "rings": [ring]}, frozenset(["rings"]))  # type: ignore[arg-type]
    assert body(server.writes[0]) == {
        "expiration": 9,
        "rings": [{"number": "1", "type": "At the same time", "expiration": 5, "enabled": True, "scheduleId": 31}],
    }


SCHEDULES = [{"scheduleId": 1, "name": "Mine", "periods": []}, {"scheduleId": 2, "name": "Ours", "periods": []}]


def test_an_administrator_sees_which_schedules_are_a_groups() -> None:
    server = ScriptedServer(
        {
            "GET /rest/my/callfwdsched": [SCHEDULES],
            "GET /api/my/user": {"groups": [{"name": "sales"}]},
            "GET /api/schedules/group": {"schedules": [{"id": 2}]},
        }
    )
    adapter = MyForwardingScheduleAdapter(server.client())
    assert [record.identity for record in adapter.fetch(None)] == [1]
    assert adapter.warnings() == ()


def test_others_never_prune_what_may_be_a_groups() -> None:
    server = ScriptedServer(
        {
            "GET /rest/my/callfwdsched": [SCHEDULES],
            "GET /api/my/user": {"groups": [{"name": "sales"}]},
            "GET /api/schedules/group": page(403, "Access is denied"),
        }
    )
    adapter = MyForwardingScheduleAdapter(server.client())
    adapter.expect([Item(0, "Mine", key="Mine")])
    assert [record.identity for record in adapter.fetch(None)] == [1]
    assert adapter.warnings()


def test_the_personal_attendant_is_sent_whole_and_the_operator_alone() -> None:
    shown = {"personalAttendantPermission": True, "operator": "4100", "menu": {"1": "4155"}, "depositVM": True}
    server = ScriptedServer({"GET *": shown, "PUT *": ""})
    adapter = MyPersonalAttendantAdapter(server.client())
    record = adapter.read()
    adapter.update(record, {**record.values, "forward_delete_vm": True}, frozenset(["forward_delete_vm"]))
    assert body(server.writes[0]) == {
        "operator": "4100",
        "menu": {"1": "4155"},
        "depositVM": True,
        "forwardDeleteVM": True,
        "playVMDefaultOptions": False,
    }
    adapter.update(record, {**record.values, "operator": ""}, frozenset(["operator"]))
    assert server.writes[1].line == "PUT /rest/my/voicemail/operator/"


def test_a_profile_is_sent_back_with_its_own_office_address() -> None:
    shown = {
        "contact-information": {
            "jobTitle": "Old",
            "useBranchAddress": True,
            "officeAddress": {"city": "of the branch"},
            "enabled": True,
        }
    }
    own = {"userProfile": {"officeAddress": {"city": "Lyon"}}}
    server = ScriptedServer(
        {"GET /rest/my/contact-information": shown, "GET /api/my/user": own, "PUT /rest/my/contact-information": ""}
    )
    adapter = MyContactInformationAdapter(server.client())
    adapter.update(adapter.read(), {"job_title": "New"}, frozenset(["job_title"]))
    sent = etree.fromstring(server.writes[0].body)
    assert sent.findtext("jobTitle") == "New"
    assert sent.findtext("officeAddress/city") == "Lyon"
    assert sent.findtext("enabled") == "true"
    assert sent.find("homeAddress") is not None, "a missing address breaks the phonebooks of others"


def test_only_entries_that_have_an_address_of_their_own_are_private() -> None:
    row = {"first-name": "Ada", "last-name": "Brandt"}
    server = ScriptedServer(
        {
            "GET /rest/my/phonebook": {
                "phonebook": [
                    {**row, "id": "-1", "number": "1"},
                    {**row, "id": "5", "number": "2"},
                    {**row, "id": "6", "number": "3"},
                ]
            },
            "GET /rest/my/phonebook/entry/5": page(404, "Not found"),
            "GET /rest/my/phonebook/entry/6": {"entry": {**row, "number": "3", "internalId": "x"}},
            "PUT *": "",
        }
    )
    adapter = MyPhonebookEntryAdapter(server.client())
    (record,) = adapter.fetch(None)
    assert record.identity == 6
    adapter.update(record, record.values, frozenset(["contact_information"]))
    sent = etree.fromstring(server.writes[0].body)
    assert sent.findtext("internalId") == "x"
    assert sent.find("contact-information/officeAddress") is not None


def command(**given: Any) -> dict[str, Any]:
    return {**dict.fromkeys(CONFERENCE_COMMAND.options), "conference": "standup", **given}


def test_a_command_is_one_segment_and_never_sent_twice() -> None:
    server = ScriptedServer({"GET *": "OK volume_in 2"})
    wanted = command(command="volume_in", member="2", level=-1)
    CONFERENCE_COMMAND.check(wanted)
    assert CONFERENCE_COMMAND.act(server.client(), wanted) == {"answer": "OK volume_in 2"}
    assert server.lines == ["GET /rest/my/conference/standup/volume_in&2&-1"]
    assert server.sent[0].repeatable is False


@pytest.mark.parametrize(("status", "words"), [(406, "is not active: .*; invite somebody"), (404, "does not exist")])
def test_a_command_to_a_conference_that_cannot_take_it_is_not_sent(status: int, words: str) -> None:
    server = ScriptedServer({"GET /rest/my/conferencedetails/standup": Answer("", "", status, "Not now")})
    assert CONFERENCE_COMMAND.look is not None
    with pytest.raises(ItemError, match=words):
        CONFERENCE_COMMAND.look(server.client(), command(command="lock"))
    assert server.lines == ["GET /rest/my/conferencedetails/standup"]


def test_no_deed_is_ever_sent_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    acts: list[Any] = []
    monkeypatch.setattr(deed, "run_action", lambda _platform, _options, _check, act, *_rest: acts.append(act))
    deed.run_deed(PLACE_CALL)
    server = ScriptedServer({"PUT *": ""})
    acts[0](server.client(), {"to": "200"})
    assert [(sent.line, sent.repeatable) for sent in server.sent] == [("PUT /rest/my/call/200", False)]


@pytest.mark.parametrize("text", ["ERROR: Connection refused", "Non-Existant ID", "Conference standup not found"])
def test_the_bridge_refuses_with_a_success(text: str) -> None:
    server = ScriptedServer({"GET *": text})
    with pytest.raises(RequestError, match="the bridge refused"):
        CONFERENCE_COMMAND.act(server.client(), command(command="lock"))


def test_a_pin_is_in_no_message() -> None:
    wanted = command(command="pin", conference_pin="97531", allow_secret_in_url=True)
    CONFERENCE_COMMAND.check(wanted)
    server = ScriptedServer({"GET *": page(403, "User is not owner of this conference")})
    with pytest.raises(RequestError) as raised:
        CONFERENCE_COMMAND.act(server.client(), wanted)
    assert "97531" not in raised.value.message


@pytest.mark.parametrize(
    ("status", "words"), [(743, "not accepted"), (744, "does not answer"), (745, "cannot be reached")]
)
def test_what_googles_statuses_mean(status: int, words: str) -> None:
    server = ScriptedServer({"POST *": Answer("", "", status, str(status))})
    with pytest.raises(RequestError, match=words):
        GOOGLE_IMPORT.act(server.client(), {"account": "a", "account_password": "b"})


def test_the_number_of_contacts_stands_in_the_status_line() -> None:
    server = ScriptedServer({"POST *": Answer("", "", 200, "12")})
    assert GOOGLE_IMPORT.act(server.client(), {"account": "a", "account_password": "b"}) == {"imported": 12}
