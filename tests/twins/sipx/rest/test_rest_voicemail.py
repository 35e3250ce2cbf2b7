# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mailbox: PIN, preferences, greeting, feed, personal attendant."""

from __future__ import annotations

import json
from typing import Any

import pytest

OFF = dict.fromkeys(
    ["email", "altEmail", "emailAttachType", "altEmailAttachType", "emailFormat", "altEmailFormat",
     "emailIncludeAudioAttachment", "altEmailIncludeAudioAttachment"]
)  # fmt: skip


def shown(server: Any, path: str) -> Any:
    answer = server.get(path)
    assert answer.content_type == "text/plain; charset=ISO-8859-1"
    return json.loads(answer.body.decode("latin-1"))


def me(server: Any) -> Any:
    return server.pbx.users.named("200000")


def forbid(server: Any, permission: str) -> None:
    draft = server.pbx.users.draft(me(server).id)
    server.pbx.users.settings(draft).put(server.pbx.permissions.named(permission).path, "DISABLE")
    server.pbx.users.store(draft)


def test_the_pin_is_set_and_the_forced_change_cleared(demo):
    draft = demo.pbx.users.draft(me(demo).id)
    draft.settings["voicemail/security/force-pin-change"] = "1"
    demo.pbx.users.store(draft)
    answer = demo.put("/my/voicemail/pin/24680")
    assert (answer.status, answer.body) == (200, b"")
    assert me(demo).voicemail_pin == "24680"
    assert "voicemail/security/force-pin-change" not in me(demo).settings


def test_the_pin_is_taken_as_it_stands_in_the_url(demo):
    demo.put("/my/voicemail/pin/a%20b%2B")
    assert me(demo).voicemail_pin == "a%20b%2B"


def test_a_short_pin_and_other_methods(demo):
    assert demo.put("/my/voicemail/pin/123").is_page(400, "Voicemail PIN must be at least 4 characters long")
    assert demo.get("/my/voicemail/pin/1234").is_page(405)
    assert demo.post("/my/voicemail/pin/1234").is_page(500)
    assert demo.delete("/my/voicemail/pin/1234").is_page(500)


def test_preferences_hide_what_is_stored_while_notification_is_off(demo):
    assert shown(demo, "/my/vmprefs") == {
        "greeting": "STANDARD", **OFF, "voicemailPermission": True, "voicemailFormat": "wav"
    }  # fmt: skip
    demo.put("/my/vmprefs", '{"email":"Ines@Example.test","emailFormat":"BRIEF"}')
    assert shown(demo, "/my/vmprefs")["email"] is None
    demo.put("/my/vmprefs", '{"emailAttachType":"YES"}')
    assert shown(demo, "/my/vmprefs") == {
        "greeting": "STANDARD", **OFF, "email": "ines@example.test", "emailAttachType": "YES", "emailFormat": "BRIEF",
        "emailIncludeAudioAttachment": False, "voicemailPermission": True, "voicemailFormat": "wav",
    }  # fmt: skip
    assert me(demo).profile.email_address == "ines@example.test"
    demo.put("/my/vmprefs", '{"emailAttachType":"NO"}')
    assert shown(demo, "/my/vmprefs")["emailFormat"] is None


def test_preferences_merge(demo):
    everything = {
        "greeting": "OUT_OF_OFFICE", "email": "a@example.test", "altEmail": "b@example.test", "emailAttachType": "YES",
        "altEmailAttachType": "YES", "emailFormat": "MEDIUM", "altEmailFormat": "BRIEF",
        "emailIncludeAudioAttachment": True, "altEmailIncludeAudioAttachment": True,
    }  # fmt: skip
    answer = demo.put("/my/vmprefs", json.dumps(everything))
    assert (answer.status, answer.body) == (200, b"")
    for body in ({}, dict.fromkeys(everything), {"voicemailPermission": False, "voicemailFormat": "mp3", "x": 1}):
        assert demo.put("/my/vmprefs", json.dumps(body)).status == 200
        assert shown(demo, "/my/vmprefs") == {**everything, "voicemailPermission": True, "voicemailFormat": "wav"}
    demo.put("/my/vmprefs", '{"greeting":"EXTENDED_ABSENCE","altEmailIncludeAudioAttachment":"false"}')
    assert shown(demo, "/my/vmprefs")["greeting"] == "EXTENDED_ABSENCE"
    assert shown(demo, "/my/vmprefs")["altEmailIncludeAudioAttachment"] is False


@pytest.mark.parametrize("body", ['{"greeting":"standard"}', '{"emailFormat":"full"}', '{"emailAttachType":true}', "x"])
def test_preferences_that_do_not_fit(demo, body):
    assert demo.put("/my/vmprefs", body).is_page(500)


def test_preferences_without_the_permission_are_ignored_in_silence(demo):
    forbid(demo, "Voicemail")
    answer = demo.put("/my/vmprefs", '{"greeting":"NONE"}')
    assert (answer.status, answer.call.applied) == (200, False)
    preferences = shown(demo, "/my/vmprefs")
    assert (preferences["greeting"], preferences["voicemailPermission"]) == ("STANDARD", False)
    assert demo.post("/my/vmprefs").is_page(405)
    assert demo.delete("/my/vmprefs").is_page(405)


@pytest.mark.parametrize(
    ("greeting", "name"),
    [("none", "NONE"), ("standard", "STANDARD"), ("outofoffice", "OUT_OF_OFFICE"),
     ("extendedabsence", "EXTENDED_ABSENCE"), ("OutOfOffice", "NONE"), ("typo", "NONE")],
)  # fmt: skip
def test_the_active_greeting(demo, greeting, name):
    assert demo.put(f"/my/mailbox/200000/preferences/activegreeting/{greeting}").status == 200
    assert shown(demo, "/my/vmprefs")["greeting"] == name


def test_anybody_changes_anybodys_greeting(demo):
    path = "/my/mailbox/superadmin/preferences/activegreeting/none"
    assert demo.put(path).status == 200
    assert demo.pbx.users.get(1).settings["voicemail/mailbox/active-greeting"] == "none"
    demo.twin.configure({"greeting_ownership_unchecked": False})
    assert demo.put(path).is_page(403)
    assert demo.put(path.replace("superadmin", "nobody")).failure == "Internal error: null"
    assert demo.get(path).is_page(404)
    assert demo.post(path).is_page(500)
    assert demo.delete(path).is_page(500)


def test_the_feed(demo):
    answer = demo.get("/my/feed/voicemail/inbox")
    assert answer.content_type == "application/rss+xml"
    assert "<title>Voicemail: Inbox</title>" in answer.text
    assert "<link>http://127.0.0.1/sipxconfig/rest/my/feed/voicemail/inbox</link>" in answer.text
    assert "<item>" not in answer.text
    assert demo.get("/my/feed/voicemail/inbox", Accept="text/xml").is_page(406)


def test_the_feed_reveals_the_private_key(demo):
    message = {"user": "200000", "folder": "saved", "id": "00000001", "subject": "Voice Message 1", "caller": "5550101",
               "duration": 12, "received": "Wed, 25 Nov 2026 17:00:00 GMT"}  # fmt: skip
    demo.pbx.extras["voicemails"] = [message, {**message, "user": "4101"}, {**message, "folder": "inbox"}]
    text = demo.get("/my/feed/voicemail/saved").text
    assert text.count("<item>") == 1
    assert "<title>Voice Message 1 from 5550101</title>" in text
    link = f"/rest/private/{me(demo).private_key}/voicemail/saved/00000001"
    assert link in text
    assert demo.send("GET", link).is_page(404)


FRESH = {
    "personalAttendantPermission": True, "operator": None, "overrideLanguage": False, "menu": {}, "language": None,
    "depositVM": True, "forwardDeleteVM": False, "playVMDefaultOptions": True,
}  # fmt: skip
ATTENDANT = "/my/voicemail/attendant"


def test_the_personal_attendant_merges(demo):
    assert shown(demo, ATTENDANT) == FRESH
    full = {**FRESH, "operator": "4100", "overrideLanguage": True, "menu": {"1": "4155", "*": "4156"}, "language": "en",
            "depositVM": False, "forwardDeleteVM": True, "playVMDefaultOptions": False}  # fmt: skip
    answer = demo.put(ATTENDANT, json.dumps({**full, "personalAttendantPermission": False}))
    assert (answer.status, answer.body) == (200, b"")
    assert shown(demo, ATTENDANT) == full
    assert demo.put(ATTENDANT, json.dumps(dict.fromkeys(full))).status == 200
    assert demo.put(ATTENDANT, '{"menu":{"0":"4100"}}').status == 200
    assert shown(demo, ATTENDANT) == {**full, "menu": {"0": "4100"}}
    demo.put(ATTENDANT, '{"operator":""}')
    assert shown(demo, ATTENDANT)["operator"] is None


@pytest.mark.parametrize("key", ["10", "A", ""])
def test_an_unknown_key_stores_nothing(demo, key):
    assert demo.put(ATTENDANT, json.dumps({"menu": {"1": "4155", key: "4156"}, "operator": "4100"})).failure
    assert shown(demo, ATTENDANT) == FRESH


def test_a_language_needs_its_flag(demo):
    assert demo.put(ATTENDANT, '{"language":"fr"}').failure == "Internal error: null"
    demo.put(ATTENDANT, '{"overrideLanguage":true}')
    assert shown(demo, ATTENDANT) == FRESH
    demo.put(ATTENDANT, '{"language":"fr","overrideLanguage":true}')
    assert (shown(demo, ATTENDANT)["language"], shown(demo, ATTENDANT)["overrideLanguage"]) == ("fr", True)


@pytest.mark.parametrize("company", [{}, {"depositVM": True}, {"playVMDefaultOptions": True}, {"operator": "4100"}])
def test_forwarding_deleted_messages_is_saved_only_in_company(demo, company):
    demo.put(ATTENDANT, json.dumps({"forwardDeleteVM": True, **company}))
    assert shown(demo, ATTENDANT)["forwardDeleteVM"] is bool(company)


def test_the_attendant_without_the_permission_is_ignored_in_silence(demo):
    forbid(demo, "personal-auto-attendant")
    answer = demo.put(ATTENDANT, '{"operator":"4100"}')
    assert (answer.status, answer.call.applied) == (200, False)
    assert shown(demo, ATTENDANT) == {**FRESH, "personalAttendantPermission": False}
    assert demo.put("/my/voicemail/operator/4%30").status == 200
    assert shown(demo, ATTENDANT)["operator"] == "4%30"


def test_the_operator(demo):
    demo.put("/my/voicemail/operator/4100")
    assert shown(demo, ATTENDANT)["operator"] == "4100"
    assert demo.put("/my/voicemail/operator").is_page(404)
    assert demo.put("/my/voicemail/operator/").status == 200
    assert shown(demo, ATTENDANT)["operator"] is None
    for path in ("/my/voicemail/operator/", "/my/voicemail/operator/4100"):
        assert demo.get(path).is_page(405)
        assert demo.post(path).is_page(500)
        assert demo.delete(path).is_page(500)


def test_languages(demo):
    assert shown(demo, f"{ATTENDANT}/lang") == ["en"]
    assert demo.put(f"{ATTENDANT}/lang").is_page(405)


def test_the_feed_without_its_server(demo):
    demo.take_down("ivr")
    assert demo.get("/my/feed/voicemail/inbox").failure == "Internal error: Connection refused"
