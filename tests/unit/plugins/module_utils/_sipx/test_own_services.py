# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own services: what each write sends, and what the server's masks hide."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import ScriptedServer, Sent

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import etree
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE, differs
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.conference_command import CONFERENCE_COMMAND
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.google_import import GOOGLE_IMPORT
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.call_forwarding import MyCallForwardingAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.conference import MyConferenceAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.contact_information import (
    MyContactInformationAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.forwarding_schedule import (
    MY_FORWARDING_SCHEDULE,
    MyForwardingScheduleAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.personal_attendant import (
    MyPersonalAttendantAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.phonebook_entry import (
    MyPhonebookEntryAdapter,
    MyVcardAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.secrets import MY_VOICEMAIL_PIN
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.speed_dial import MY_SPEED_DIAL, MySpeedDialAdapter
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


def test_schedules_that_the_other_call_does_not_show_are_not_lost() -> None:
    old = {"call-sequence": {"rings": [{"number": "4155", "expiration": 9}], "expiration": 9, "withVoicemail": True}}
    server = ScriptedServer(
        {"GET /rest/my/callfwd": page(500, "Broken"), "GET /rest/my/forward": old, "PUT /rest/my/callfwd": ""}
    )
    adapter = MyCallForwardingAdapter(server.client())
    record = adapter.read()
    assert record.values["rings"][0]["schedule"] is UNREADABLE
    with pytest.raises(ItemError, match="give rings as well, with their schedules"):
        adapter.update(record, {**record.values, "expiration": 8}, frozenset(["expiration"]))
    assert not server.writes
    adapter.update(record, {"expiration": 8, "rings": [{"number": "4155"}]}, frozenset(["expiration", "rings"]))
    assert body(server.writes[0])["rings"] == [{"number": "4155", "type": "If no response", "scheduleId": None}]


def test_rings_name_schedules_by_id() -> None:
    server = ScriptedServer({"GET /rest/my/callfwdsched": [[{"name": "Home", "scheduleId": 31}]], "PUT *": ""})
    adapter = MyCallForwardingAdapter(server.client())
    ring = {"number": "1", "type": "at_the_same_time", "expiration": 5, "enabled": True, "schedule": "Home"}
    adapter.update(Record({}, raw=[]), {"expiration": 9, "rings": [ring]}, frozenset(["rings"]))
    assert body(server.writes[0]) == {
        "expiration": 9,
        "rings": [{"number": "1", "type": "At the same time", "expiration": 5, "enabled": True, "scheduleId": 31}],
    }


def forwarding(*schedule_ids: int | None) -> tuple[MyCallForwardingAdapter, ScriptedServer]:
    """Rings 1, 2… with these schedules; a group of the user has one of the same name, which the listing shows last."""
    rings = [
        {"number": str(place), "type": "If no response", "expiration": 5, "enabled": True, "scheduleId": identity}
        for place, identity in enumerate(schedule_ids, 1)
    ]
    listing = [{"name": "Home", "scheduleId": 31}, {"name": "Home", "scheduleId": 40}]
    server = ScriptedServer(
        {
            "GET /rest/my/callfwd": {"rings": rings, "expiration": 9, "withVM": True},
            "GET /rest/my/callfwdsched": [listing] * 2,
            "PUT *": "",
        }
    )
    return MyCallForwardingAdapter(server.client()), server


def ids_sent(server: ScriptedServer) -> list[int | None]:
    return [ring["scheduleId"] for ring in body(server.writes[0])["rings"]]


def test_of_two_schedules_with_one_name_the_users_own_is_meant() -> None:
    adapter, server = forwarding(None)
    wanted = {"number": "1", "schedule": "Home"}
    adapter.update(adapter.read(), {"expiration": 9, "rings": [wanted]}, frozenset(["rings"]))
    assert ids_sent(server) == [31]


def test_rings_that_are_not_mentioned_keep_their_schedules_whatever_the_listing_shows() -> None:
    adapter, server = forwarding(31, 40, 99, None)
    record = adapter.read()
    assert [ring["schedule"] for ring in record.values["rings"]] == ["Home", "Home", UNREADABLE, None]
    adapter.update(record, {**record.values, "expiration": 8}, frozenset(["expiration"]))
    assert ids_sent(server) == [31, 40, 99, None]


def test_a_schedule_is_removed_from_a_ring_that_is_mentioned_without_it_only_if_it_could_be_seen() -> None:
    adapter, server = forwarding(31, 99)
    wanted = [{"number": "1"}, {"number": "2"}]
    adapter.update(adapter.read(), {"expiration": 9, "rings": wanted}, frozenset(["rings"]))
    assert ids_sent(server) == [None, 99]


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


def test_others_take_the_first_of_two_schedules_with_one_name_for_their_own() -> None:
    rows = [{"scheduleId": number, "name": "Mine", "periods": []} for number in (1, 7)]
    server = ScriptedServer(
        {
            "GET /rest/my/callfwdsched": [rows],
            "GET /api/my/user": {"groups": [{"name": "sales"}]},
            "GET /api/schedules/group": page(403, "Access is denied"),
        }
    )
    adapter = MyForwardingScheduleAdapter(server.client())
    adapter.expect([Item(0, "Mine", key="Mine")])
    assert [record.identity for record in adapter.fetch(None)] == [1]


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


ATTENDANT = {"personalAttendantPermission": True, "operator": "4100", "menu": {}, "language": None}


def test_an_operator_that_no_address_can_hold_is_sent_in_the_object() -> None:
    server = ScriptedServer({"GET *": ATTENDANT, "PUT *": ""})
    adapter = MyPersonalAttendantAdapter(server.client())
    record = adapter.read()
    adapter.update(record, {**record.values, "operator": "*1#"}, frozenset(["operator"]))
    assert server.writes[0].line == "PUT /rest/my/voicemail/attendant"
    assert body(server.writes[0])["operator"] == "*1#"


@pytest.mark.parametrize(
    ("shown", "wanted", "words"),
    [
        ({"personalAttendantPermission": False}, {"operator": "*1#"}, "lacks the permission personal-auto-attendant"),
        ({}, {"override_language": True}, "override_language needs language"),
    ],
)
def test_what_the_attendant_would_not_take_is_refused(
    shown: dict[str, Any], wanted: dict[str, Any], words: str
) -> None:
    adapter = MyPersonalAttendantAdapter(ScriptedServer({"GET *": {**ATTENDANT, **shown}}).client())
    with pytest.raises(ItemError, match=words):
        adapter.translate(wanted, adapter.read())


def test_without_presence_lights_stay_as_they_are() -> None:
    button = {"number": "4155", "label": "Bo", "blf": True}
    shown = {"canSubscribeToPresence": False, "groupSpeedDial": False, "buttons": [button]}
    adapter = MySpeedDialAdapter(ScriptedServer({"GET *": shown}).client())
    record = adapter.read()
    adapter.translate({"buttons": [button, {"number": "1", "blf": False}]}, record)
    for changed in ({**button, "blf": False}, {"number": "1", "blf": True}):
        with pytest.raises(ItemError, match="lacks the permission subscribe-to-presence"):
            adapter.translate({"buttons": [changed]}, record)


def test_what_latin_1_cannot_spell_is_compared_as_the_server_shows_it() -> None:
    button = {"number": "4155", "label": "Bö 日本", "blf": False}
    assert not differs(MY_SPEED_DIAL.field("buttons"), [button], [{**button, "label": "Bö ??"}])
    assert not differs(MY_FORWARDING_SCHEDULE.field("description"), "日本", "??")
    check = MY_FORWARDING_SCHEDULE.field("name").check
    assert check is not None
    check("Büro")
    with pytest.raises(ValueError, match="characters of ISO 8859-1"):
        check("日本")


def test_a_conference_that_no_address_can_hold_does_not_spoil_the_listing() -> None:
    rows = [{"name": name, "extension": "5001", "accessCode": "1357"} for name in ("My room", "standup")]
    setting = {"setting": {"name": "standup", "accessCode": "1357", "maxMembers": 3}}
    server = ScriptedServer(
        {"GET /rest/my/conferences": {"conferences": rows}, "GET /rest/my/conferences/standup": setting}
    )
    found = MyConferenceAdapter(server.client()).fetch(None)
    shown = [(record.values["name"], record.values["extension"], record.values["max_members"]) for record in found]
    assert shown == [("My room", "5001", None), ("standup", "5001", 3)]


def test_a_vcard_is_removed_by_the_id_of_its_entry() -> None:
    server = ScriptedServer({"DELETE *": ""})
    MyVcardAdapter(server.client()).delete(Record({"internal_id": "contact-17", "id": 6}, 6))
    assert server.lines == ["DELETE /rest/my/phonebookentry/6"]


def test_a_vcard_that_became_another_users_entry_is_no_success() -> None:
    server = ScriptedServer(
        {
            "GET /rest/my/logindetails": {"login-details": {"userName": "4101"}},
            "GET /rest/my/phonebook": {"phonebook": []},
            "PUT *": "",
        }
    )
    with pytest.raises(ItemError, match="over another user's entry"):
        MyVcardAdapter(server.client()).create({"internal_id": "contact-17", "vcard": "N:Brandt;Ada"})


def test_a_pin_has_digits_that_an_address_can_hold() -> None:
    check = MY_VOICEMAIL_PIN.fields[0].check
    assert check is not None
    check("24680")
    with pytest.raises(ValueError, match="must consist of digits"):
        check("\u0662\u0664\u0666\u0668")


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


@pytest.mark.parametrize("text", ["", "ERROR: Connection refused", "Non-Existant ID", "Conference standup not found"])
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
