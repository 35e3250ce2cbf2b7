# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""IM, MyBuddy, speed dial, contact information."""

from __future__ import annotations

import json
from typing import Any

import pytest


def shown(server: Any, path: str) -> Any:
    return json.loads(server.get(path).body.decode("latin-1"))


IM = {"statusPhonePresence": True, "statusCallInfo": False, "otpMessage": "On the phone", "voicemailOnDnd": False}
BUDDY = {"confEnter": True, "confExit": True, "vmBegin": False, "vmEnd": False}


@pytest.mark.parametrize(("path", "fresh"), [("/my/im/prefs", IM), ("/my/imbot/prefs", BUDDY)])
def test_flags_merge(demo, path, fresh):
    assert shown(demo, path) == fresh
    assert demo.put(path, json.dumps({**dict.fromkeys(fresh), "unknown": 1})).status == 200
    assert shown(demo, path) == fresh
    flipped = {name: not value for name, value in fresh.items() if isinstance(value, bool)}
    answer = demo.put(path, json.dumps({name: str(value).lower() for name, value in flipped.items()}))
    assert (answer.status, answer.body) == (200, b"")
    assert shown(demo, path) == {**fresh, **flipped}
    assert demo.put(path, json.dumps({next(iter(flipped)): "yes"})).is_page(500)
    assert demo.post(path).is_page(405)
    assert demo.delete(path).is_page(405)


def test_an_empty_message_reads_as_null_and_a_wide_one_as_question_marks(demo):
    demo.put("/my/im/prefs", '{"otpMessage":""}')
    assert shown(demo, "/my/im/prefs")["otpMessage"] is None
    demo.put("/my/im/prefs", '{"otpMessage":"é 日本"}')
    assert shown(demo, "/my/im/prefs")["otpMessage"] == "é ??"
    stored = demo.pbx.users.named("200000").settings["im/on-the-phone-message"]
    assert stored == "é 日本"


def test_speed_dial(demo):
    assert demo.get("/my/speeddial").text == (
        '{"updatePhones":null,"canSubscribeToPresence":true,"buttons":[],"groupSpeedDial":true}'
    )
    buttons = [{"number": "superadmin", "label": "Bo", "blf": True}, {"number": "4155", "label": None, "name": "x"}]
    assert demo.put("/my/speeddial", json.dumps({"buttons": buttons})).status == 200
    assert shown(demo, "/my/speeddial") == {
        "updatePhones": None, "canSubscribeToPresence": True, "groupSpeedDial": False,
        "buttons": [{"name": "Bo=superadmin", "number": "superadmin", "label": "Bo", "blf": True},
                    {"name": "4155", "number": "4155", "label": None, "blf": False}],
    }  # fmt: skip
    for body in ('{"buttons":null}', '{"buttons":[],"groupSpeedDial":false}'):
        demo.put("/my/speeddial", body)
        assert (shown(demo, "/my/speeddial")["buttons"], shown(demo, "/my/speeddial")["groupSpeedDial"]) == ([], False)
    demo.put("/my/speeddial", json.dumps({"groupSpeedDial": True, "buttons": buttons}))
    assert shown(demo, "/my/speeddial")["groupSpeedDial"] is True


def test_speed_dials_that_break(demo):
    assert demo.put("/my/speeddial", "{}").failure == "Internal error: null"
    answer = demo.put("/my/speeddial", '{"buttons":[{"number":"999","blf":true}]}')
    assert answer.text == '{"error":"error.notValidBlf","type":"org.sipfoundry.sipxconfig.common.UserException"} '
    assert shown(demo, "/my/speeddial")["groupSpeedDial"] is True


def test_without_presence_a_light_stays_as_it_was(demo):
    demo.put("/my/speeddial", '{"buttons":[{"number":"superadmin","blf":true}]}')
    draft = demo.pbx.users.draft(demo.pbx.users.named("200000").id)
    draft.settings["permission/application/subscribe-to-presence"] = "DISABLE"
    demo.pbx.users.store(draft)
    demo.put("/my/speeddial", '{"buttons":[{"number":"superadmin","blf":false},{"number":"999","blf":true}]}')
    assert [button["blf"] for button in shown(demo, "/my/speeddial")["buttons"]] == [True, False]
    assert shown(demo, "/my/speeddial")["canSubscribeToPresence"] is False


@pytest.mark.parametrize("update", [False, True])
def test_phones_restart_only_on_request(demo, update):
    from simulator.sipx.state.phones import Line, Phone

    phone = demo.pbx.phones.save(Phone("0004f2aa01bc", "polycom331"))
    demo.pbx.lines.append(Line(phone.id, user_id=demo.pbx.users.named("200000").id), phone)
    demo.put("/my/speeddial", json.dumps({"buttons": [], "updatePhones": update}))
    assert len(demo.pbx.profile_pushes) == int(update)


PROFILE = (
    "<contact-information><jobTitle>Lead</jobTitle><homeAddress><city>Lyon</city></homeAddress><officeAddress/>"
    "<branchAddress/><emailAddress>Ines@Example.test</emailAddress><alternateEmailAddress>b@example.test"
    "</alternateEmailAddress><emailAddressAliases>c@example.test,d@example.test</emailAddressAliases>"
    "<twiterName>ines</twiterName><custom1>x</custom1><firstName>Ines</firstName><lastName>Okafor</lastName>"
    "</contact-information>"
)


def test_contact_information_is_replaced(demo):
    answer = demo.put("/my/contact-information", PROFILE)
    assert (answer.status, answer.body) == (200, b"")
    profile = demo.get_json("/my/contact-information")["contact-information"]
    stamp = profile.pop("timestamp")
    assert stamp > 1_600_000_000_000
    assert profile == {
        "jobTitle": "Lead", "homeAddress": {"city": "Lyon"}, "officeAddress": {}, "branchAddress": {}, "imId": "",
        "imDisplayName": "Ines Okafor", "emailAddress": "ines@example.test",
        "alternateEmailAddress": "b@example.test", "emailAddressAliases": "c@example.test,d@example.test",
        "useBranchAddress": False, "twiterName": "ines", "enabled": True, "ldapManaged": False, "custom1": "x",
        "firstName": "Ines", "lastName": "Okafor",
    }  # fmt: skip
    assert demo.put("/my/contact-information", "<contact-information/>").status == 200
    profile = demo.get_json("/my/contact-information")["contact-information"]
    assert "firstName" not in profile
    assert "emailAddress" not in profile
    assert demo.pbx.users.named("200000").first_name is None


def test_some_of_it_is_kept_whatever_is_sent(demo):
    before = demo.pbx.users.named("200000").profile
    sent = (
        "<contact-information><imId>other</imId><manager>x</manager><salutation>x</salutation><employeeId>x</employeeId>"
        "<imDisplayName>x</imDisplayName><timestamp>5</timestamp><enabled>false</enabled>"
        "<ldapManaged>true</ldapManaged><firstName>Ines</firstName></contact-information>"
    )
    assert demo.put("/my/contact-information", sent).status == 200
    after = demo.pbx.users.named("200000").profile
    for name in ("im_id", "manager", "salutation", "employee_id", "enabled", "ldap_managed"):
        assert getattr(after, name) == getattr(before, name)
    assert after.im_display_name == "Ines"
    assert after.timestamp / 1000 == pytest.approx(demo.clock.now(), abs=60)


def test_what_was_read_can_be_sent_back(demo):
    demo.put("/my/contact-information", PROFILE)
    before = demo.get("/my/contact-information").text
    assert demo.put("/my/contact-information", before).status == 200
    after = demo.get("/my/contact-information").text
    assert [line for line in after.splitlines() if "timestamp" not in line] == [
        line for line in before.splitlines() if "timestamp" not in line
    ]


def test_the_branch_shows(demo):
    from simulator.sipx.state.addresses import Address
    from simulator.sipx.state.branches import Branch

    branch = demo.pbx.branches.save(Branch("Lyon depot", address=Address(city="Lyon")))
    draft = demo.pbx.users.draft(demo.pbx.users.named("200000").id)
    draft.branch_id = branch.id
    draft.settings["im/im-account"] = "1"
    draft.profile.use_branch_address = True
    demo.pbx.users.store(draft)
    profile = demo.get_json("/my/contact-information")["contact-information"]
    assert (profile["branchName"], profile["imId"]) == ("Lyon depot", "200000")
    assert profile["officeAddress"] == profile["branchAddress"] == {"city": "Lyon"}


def test_contact_information_that_breaks(demo):
    assert demo.put("/my/contact-information", "<contact-information><x/></contact-information>").failure
    assert demo.post("/my/contact-information").is_page(500)
    assert demo.delete("/my/contact-information").is_page(500)


def test_a_did_that_is_taken(demo):
    draft = demo.pbx.users.draft(1)
    draft.profile.did_number = "+4930231250"
    demo.pbx.users.store(draft)
    sent = "<contact-information><didNumber>+4930231250</didNumber></contact-information>"
    assert demo.put("/my/contact-information", sent).failure == "error.nameInUse.short"
