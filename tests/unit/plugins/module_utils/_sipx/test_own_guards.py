# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's own services: what is refused, what is left alone, and what a write must not lose."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import NO_ROUTE, ScriptedServer, Sent

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.answer import Answer
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import AuthenticationError, RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._http.libraries import etree
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import differs
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.call_forwarding import MyCallForwardingAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.conference import (
    MY_CONFERENCE,
    MyConferenceAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.contact_information import (
    MyContactInformationAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.forwarding_schedule import (
    MyForwardingScheduleAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.personal_attendant import (
    MY_PERSONAL_ATTENDANT,
    MyPersonalAttendantAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.preferences import MY_IM, MyImAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.secrets import (
    MY_VOICEMAIL_PIN,
    MyPortalPasswordAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.speed_dial import MySpeedDialAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.voicemail import MY_VOICEMAIL, MyVoicemailAdapter


def body(sent: Sent) -> Any:
    return json.loads(sent.body or b"null")


def page(status: int, reason: str) -> Answer:
    return Answer("", "", status, reason, {"content-type": "text/html"}, b"<html>")


class TestCallForwarding:
    RING = {"number": "1", "expiration": 5, "enabled": True}

    def write(self, *rings: dict[str, Any]) -> ScriptedServer:
        server = ScriptedServer({"GET *": [[{"name": "Home", "scheduleId": 31}]], "PUT *": ""})
        record = Record({}, raw=[])
        MyCallForwardingAdapter(server.client()).update(record, {"rings": list(rings)}, frozenset(["rings"]))
        return server

    def test_only_a_broken_read_falls_back_to_the_call_without_schedules(self) -> None:
        server = ScriptedServer({"GET /rest/my/callfwd": page(503, "Busy")})
        with pytest.raises(RequestError):
            MyCallForwardingAdapter(server.client()).read()

    def test_a_ring_that_has_no_type_or_no_schedule_is_written_with_what_that_means(self) -> None:
        server = self.write({**self.RING, "type": None, "schedule": None}, {**self.RING, "schedule": "Home"})
        shown = [(ring["type"], ring["scheduleId"]) for ring in body(server.writes[0])["rings"]]
        assert shown == [("If no response", None), ("If no response", 31)]

    def test_a_schedule_that_does_not_exist_stops_the_write(self) -> None:
        with pytest.raises(ItemError, match="'Holidays' does not exist"):
            self.write({**self.RING, "schedule": "Holidays"})


class TestConference:
    def test_only_the_wanted_conferences_are_read_and_no_code_is_among_their_values(self) -> None:
        rows = [{"name": name, "extension": "5001"} for name in ("other", "standup")]
        setting = {"setting": {"accessCode": "1357", "moderatorCode": "2468"}}
        server = ScriptedServer(
            {"GET /rest/my/conferences": {"conferences": rows}, "GET /rest/my/conferences/standup": setting}
        )
        (record,) = MyConferenceAdapter(server.client()).fetch(frozenset(["standup"]))
        assert record.secrets == {"access_code": "1357", "moderator_code": "2468"}
        assert not {"access_code", "moderator_code"} & set(record.values)

    def test_only_what_differs_is_sent(self) -> None:
        server = ScriptedServer({"PUT *": ""})
        values = {"name": "standup", "description": "Daily", "max_members": 3}
        adapter = MyConferenceAdapter(server.client())
        adapter.update(Record({}, "standup"), values, frozenset(["max_members"]))
        sent = etree.fromstring(server.writes[0].body)
        assert [(one.tag, one.text) for one in sent] == [("maxMembers", "3")]

    def test_a_name_that_no_address_can_hold_is_refused(self) -> None:
        check = MY_CONFERENCE.field("name").check
        assert check is not None
        check("stand-up_1.0~")
        with pytest.raises(ValueError, match="must consist of letters"):
            check("stand/up")


class TestContactInformation:
    SHOWN = {
        "useBranchAddress": False,
        "emailAddressAliases": " ada@example.com, ,bo@example.com",
        "officeAddress": {"city": "Lyon", "country": "FR", "unknown": "kept"},
    }

    def adapter(self) -> tuple[MyContactInformationAdapter, ScriptedServer]:
        server = ScriptedServer(
            {
                "GET /rest/my/contact-information": {"contact-information": self.SHOWN},
                "PUT /rest/my/contact-information": "",
            }
        )
        return MyContactInformationAdapter(server.client()), server

    def sent(self, **changes: Any) -> Any:
        adapter, server = self.adapter()
        record = adapter.read()
        adapter.update(record, {**record.values, **changes}, frozenset(changes))
        return etree.fromstring(server.writes[0].body)

    def test_aliases_are_one_text_to_the_server(self) -> None:
        adapter, _server = self.adapter()
        assert adapter.read().values["email_address_aliases"] == ["ada@example.com", "bo@example.com"]
        aliases = self.sent(email_address_aliases=["a@example.com", "b@example.com"]).findall("emailAddressAliases")
        assert [alias.text for alias in aliases] == ["a@example.com,b@example.com"]

    def test_a_part_of_an_address_is_put_into_the_address(self) -> None:
        office = self.sent(office_address={"city": "Paris"}).find("officeAddress")
        assert {one.tag: one.text for one in office} == {"city": "Paris", "country": "FR", "unknown": "kept"}

    def test_an_address_can_be_cleared(self) -> None:
        assert len(self.sent(office_address={}).find("officeAddress")) == 0


class TestForwardingSchedules:
    ROWS = [{"scheduleId": 1, "name": "Mine", "periods": []}, {"scheduleId": 2, "name": "Ours", "periods": []}]
    PERIOD = {"day": "monday", "start": "09:00", "end": "17:00"}

    def adapter(self, user: Any, groups: Any = None) -> MyForwardingScheduleAdapter:
        answers = {
            "GET /rest/my/callfwdsched": [self.ROWS],
            "GET /api/my/user": user,
            "GET /api/schedules/group": groups,
        }
        return MyForwardingScheduleAdapter(ScriptedServer(answers).client())

    def test_whoever_is_in_no_group_owns_all_that_is_listed(self) -> None:
        adapter = self.adapter({"groups": []})
        adapter.expect([Item(0, "Mine", key="Mine")])
        assert [record.identity for record in adapter.fetch(None)] == [1, 2]
        assert adapter.warnings() == ()

    def test_a_server_that_cannot_tell_whose_they_are_counts_as_unsure(self) -> None:
        adapter = self.adapter(NO_ROUTE)
        adapter.expect([Item(0, "Mine", key="Mine")])
        assert [record.identity for record in adapter.fetch(None)] == [1]
        assert adapter.warnings()

    def test_whoever_only_reads_sees_all_of_them(self) -> None:
        adapter = self.adapter({"groups": [{"name": "sales"}]}, page(403, "Access is denied"))
        assert [record.identity for record in adapter.fetch(None)] == [1, 2]

    def test_periods_that_collide_are_refused(self) -> None:
        adapter = self.adapter({"groups": []})
        adapter.translate({"name": "Mine", "periods": [self.PERIOD]}, None)
        with pytest.raises(ItemError, match="overlap"):
            adapter.translate({"name": "Mine", "periods": [self.PERIOD, {**self.PERIOD, "start": "10:00"}]}, None)

    def test_a_new_one_is_posted_and_an_old_one_put_whole(self) -> None:
        server = ScriptedServer({"POST *": "", "PUT *": ""})
        adapter = MyForwardingScheduleAdapter(server.client())
        values = {"name": "Mine", "description": "Office", "periods": [self.PERIOD]}
        adapter.create(values)
        adapter.update(Record({}, 31), values, frozenset(["periods"]))
        assert server.lines == ["POST /rest/my/callfwdsched", "PUT /rest/my/callfwdsched/31"]
        assert [body(sent)["description"] for sent in server.writes] == ["Office", "Office"]


class TestPersonalAttendant:
    SHOWN = {"personalAttendantPermission": True, "operator": "4100", "menu": {}, "language": "fr"}

    def adapter(self, **shown: Any) -> tuple[MyPersonalAttendantAdapter, ScriptedServer]:
        server = ScriptedServer(
            {
                "GET /rest/my/voicemail/attendant": {**self.SHOWN, **shown},
                "GET /rest/my/voicemail/attendant/lang": [["en", "fr"]],
                "PUT *": "",
            }
        )
        return MyPersonalAttendantAdapter(server.client()), server

    def test_without_the_permission_only_the_operator_can_be_set(self) -> None:
        adapter, _server = self.adapter(personalAttendantPermission=False)
        record = adapter.read()
        adapter.translate({"operator": "4101"}, record)
        with pytest.raises(ItemError, match="only the operator can be set"):
            adapter.translate({"operator": "4101", "deposit_vm": True}, record)

    def test_a_language_has_to_be_installed_unless_it_is_the_current_one(self) -> None:
        adapter, server = self.adapter()
        record = adapter.read()
        adapter.translate({"language": "fr"}, record)
        assert server.lines == ["GET /rest/my/voicemail/attendant"]
        with pytest.raises(ItemError, match="must be one of: en, fr; not 'de'"):
            adapter.translate({"language": "de"}, record)

    def test_a_key_has_one_entry_and_their_order_means_nothing(self) -> None:
        adapter, _server = self.adapter()
        one, two = ({"dial_pad": key, "extension": "4155"} for key in ("1", "2"))
        assert not differs(MY_PERSONAL_ATTENDANT.field("menu"), [one, two], [two, one])
        with pytest.raises(ItemError, match="two entries for 1"):
            adapter.translate({"menu": [one, two, one]}, adapter.read())

    def test_the_language_goes_with_every_other_change(self) -> None:
        adapter, server = self.adapter(overrideLanguage=True)
        record = adapter.read()
        adapter.update(record, {**record.values, "deposit_vm": True}, frozenset(["deposit_vm"]))
        sent = body(server.writes[0])
        assert (sent["language"], sent["overrideLanguage"]) == ("fr", True)

    def test_an_operator_that_would_be_another_address_is_refused(self) -> None:
        check = MY_PERSONAL_ATTENDANT.field("operator").check
        assert check is not None
        for good in ("", "*1#", "ines@example.com"):
            check(good)
        for wrong in ("../attendant", "41 00", "4100?x"):
            with pytest.raises(ValueError, match="must be an extension"):
                check(wrong)


class TestSecretsInAddresses:
    def test_a_login_that_does_not_work_shows_in_check_mode_too(self) -> None:
        server = ScriptedServer({"GET /rest/my/keepalive": page(401, "No")})
        with pytest.raises(AuthenticationError):
            MyPortalPasswordAdapter(server.client()).read()

    def test_consent_is_only_needed_for_a_secret(self) -> None:
        assert MyPortalPasswordAdapter(ScriptedServer({}).client()).translate({}, Record({})) == {}

    def test_a_secret_is_encoded_in_the_address(self) -> None:
        server = ScriptedServer({"PUT *": ""})
        adapter = MyPortalPasswordAdapter(server.client())
        adapter.update(Record({}), {"portal_password": "a/b?c d%"}, frozenset(["portal_password"]))
        assert server.lines == ["PUT /rest/my/portal/password/a%2Fb%3Fc%20d%25"]

    @pytest.mark.parametrize(("answer", "works"), [("", {"portal_password"}), (page(401, "No"), set())])
    def test_a_password_is_in_force_when_it_logs_in(
        self, answer: Any, works: set[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        server = ScriptedServer({"GET /rest/my/keepalive": answer})
        client, logins, closed = server.client(), [], []
        monkeypatch.setattr(client, "as_user", lambda *login: logins.append(login) or server.client())
        monkeypatch.setattr(server, "close", lambda: closed.append(True))
        found = MyPortalPasswordAdapter(client).works(Record({}), {"portal_password": "rehearsal"})
        assert found == works
        assert logins == [(client.user_name, "rehearsal")]
        assert server.lines == ["GET /rest/my/keepalive"]
        assert closed == [True]

    def test_an_outage_does_not_tell_whether_a_password_is_in_force(self, monkeypatch: pytest.MonkeyPatch) -> None:
        server = ScriptedServer({"GET *": page(503, "Busy")})
        client = server.client()
        monkeypatch.setattr(client, "as_user", lambda *_login: server.client())
        with pytest.raises(RequestError):
            MyPortalPasswordAdapter(client).works(Record({}), {"portal_password": "rehearsal"})

    def test_a_pin_has_four_digits(self) -> None:
        assert MY_VOICEMAIL_PIN.fields[0].min_length == 4


class TestSpeedDial:
    BUTTON = {"number": "4155", "label": "Bo", "blf": False}

    def adapter(self, **shown: Any) -> tuple[MySpeedDialAdapter, ScriptedServer]:
        content = {"canSubscribeToPresence": True, "groupSpeedDial": True, "buttons": [self.BUTTON], **shown}
        server = ScriptedServer({"GET *": content, "PUT *": ""})
        return MySpeedDialAdapter(server.client()), server

    def test_the_buttons_of_a_group_are_not_the_users(self) -> None:
        adapter, _server = self.adapter()
        assert adapter.read().values["buttons"] == []
        adapter, _server = self.adapter(groupSpeedDial=False)
        assert adapter.read().values["buttons"] == [self.BUTTON]

    def test_own_buttons_end_the_use_of_the_groups(self) -> None:
        adapter, _server = self.adapter()
        record = adapter.read()
        assert adapter.translate({"buttons": [self.BUTTON]}, record)["group_speed_dial"] is False
        with pytest.raises(ItemError, match="group_speed_dial must be false"):
            adapter.translate({"buttons": [self.BUTTON], "group_speed_dial": True}, record)

    def test_no_more_buttons_than_phones_can_take(self) -> None:
        adapter, _server = self.adapter()
        adapter.translate({"buttons": [self.BUTTON] * 136}, adapter.read())
        with pytest.raises(ItemError, match="137 are more than the 136"):
            adapter.translate({"buttons": [self.BUTTON] * 137}, adapter.read())

    @pytest.mark.parametrize("update", [True, False])
    def test_phones_are_only_updated_when_that_is_asked_for(self, update: bool) -> None:
        adapter, server = self.adapter()
        record = adapter.read()
        wanted = adapter.translate({"buttons": [self.BUTTON], "update_phones": update}, record)
        assert "update_phones" not in wanted
        adapter.update(record, {**record.values, **wanted}, frozenset(["buttons", "group_speed_dial"]))
        assert body(server.writes[0])["updatePhones"] is update


class TestVoicemail:
    SHOWN = {"voicemailPermission": True, "greeting": "NONE", "email": "a@example.com", "emailAttachType": "YES"}

    def test_what_is_switched_off_is_told_and_nothing_else_is_sent(self) -> None:
        server = ScriptedServer({"GET *": self.SHOWN, "PUT *": ""})
        adapter = MyVoicemailAdapter(server.client())
        record = adapter.read()
        assert record.values["email_notification"] is True
        values = {**record.values, "email_notification": False}
        adapter.update(record, values, frozenset(["email_notification"]))
        assert body(server.writes[0]) == {"emailAttachType": "NO"}

    def test_what_is_on_already_is_compared(self) -> None:
        adapter = MyVoicemailAdapter(ScriptedServer({"GET *": self.SHOWN}).client())
        record = adapter.read()
        adapter.translate({"email_notification": True}, record)
        assert record.values["email_address"] == "a@example.com"
        assert not differs(MY_VOICEMAIL.field("email_address"), "A@Example.com", "a@example.com")

    def test_the_permission_is_only_needed_to_change_something(self) -> None:
        adapter = MyVoicemailAdapter(ScriptedServer({"GET *": {"voicemailPermission": False}}).client())
        assert adapter.translate({}, adapter.read()) == {}


def test_of_preferences_only_what_differs_is_sent() -> None:
    server = ScriptedServer({"PUT *": ""})
    values = {"status_call_info": True, "voicemail_on_dnd": True}
    MyImAdapter(server.client()).update(Record({}), values, frozenset(["voicemail_on_dnd"]))
    assert [body(sent) for sent in server.writes] == [{"voicemailOnDnd": True}]
    assert not differs(MY_IM.field("otp_message"), "日本", "??")
