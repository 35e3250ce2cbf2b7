# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conferences of the caller, and commands to them."""

from __future__ import annotations

import pytest

from simulator.sipx.state.conferences import Conference

NOT_OWNER = "User is not owner of this conference"


@pytest.fixture
def foreign(demo):
    """The demo with a conference of somebody else."""
    demo.pbx.conferences.save(Conference("theirs", owner_id=1, access_code="9999"))
    return demo


def test_only_own_conferences_are_listed_with_their_codes(foreign):
    assert foreign.get_json("/my/conferences") == {
        "conferences": [
            {"enabled": True, "name": "standup", "extension": "5001", "accessCode": "1357"},
            {"enabled": True, "name": "all-hands", "extension": "5002", "accessCode": "1357"},
        ]
    }
    foreign.user = ("superadmin", "rehearsal")
    assert [row["name"] for row in foreign.get_json("/my/conferences")["conferences"]] == ["theirs"]


def test_settings(demo):
    assert demo.get_json("/my/conferences/standup") == {
        "setting": {
            "enabled": True, "name": "standup", "autorecorded": False, "accessCode": "1357", "quickstart": True,
            "video": False, "sendActiveVideoOnly": False, "maxMembers": 0, "moh": "FILES_SRC",
            "playEntryToneEnabled": True, "playExitToneEnabled": True, "recordAndPlayNameOnEntryEnabled": False,
            "recordAndPlayNameOnExitEnabled": False,
        }
    }  # fmt: skip
    assert demo.get("/my/conferences/nothing").is_page(404)


def test_put_merges_and_renames(demo):
    body = "<setting><name>daily</name><maxMembers>12</maxMembers><enabled>no</enabled><moh>radio</moh></setting>"
    answer = demo.put("/my/conferences/standup", body)
    assert (answer.status, answer.body) == (200, b"")
    assert demo.get("/my/conferences/standup").is_page(404)
    setting = demo.get_json("/my/conferences/daily")["setting"]
    assert (setting["maxMembers"], setting["enabled"], setting["accessCode"]) == (12, False, "1357")
    assert "moh" not in setting
    demo.put("/my/conferences/daily", "<setting><moh>NONE</moh><accessCode></accessCode></setting>")
    setting = demo.get_json("/my/conferences/daily")["setting"]
    assert setting["moh"] == "NONE"
    assert "accessCode" not in setting


@pytest.mark.parametrize(
    "change",
    [
        "<moderatorCode>1</moderatorCode><accessCode></accessCode>",
        "<quickstart>false</quickstart>",
        "<quickstart>false</quickstart><moderatorCode>1357</moderatorCode>",
        "<name>all-hands</name>",
        "<maxMembers>x</maxMembers>",
        "<publicRoom>true</publicRoom>",
    ],
)
def test_changes_that_break(demo, change):
    before = demo.get("/my/conferences/standup").text
    assert demo.put("/my/conferences/standup", f"<setting>{change}</setting>").failure
    assert demo.get("/my/conferences/standup").text == before


def test_an_unknown_conference_breaks_on_put(demo):
    assert demo.put("/my/conferences/nothing", "<setting/>").failure == "Internal error: null"
    assert demo.post("/my/conferences/standup").is_page(500)
    assert demo.delete("/my/conferences/standup").is_page(500)


def test_any_conference_can_be_read_and_changed(foreign):
    assert foreign.get_json("/my/conferences/theirs")["setting"]["accessCode"] == "9999"
    assert foreign.put("/my/conferences/theirs", "<setting><video>true</video></setting>").status == 200
    foreign.twin.configure({"conference_ownership_unchecked": False})
    assert foreign.get("/my/conferences/theirs").is_page(403)
    assert foreign.put("/my/conferences/theirs", "<setting/>").is_page(403)


def test_details(foreign):
    details = foreign.get_json("/my/conferencedetails/all-hands")["conference"]
    assert list(details) == ["extension", "locked", "members"]
    assert details["members"][1] == {
        "id": 2, "name": "5550101", "uuid": "00000000-0000-4000-8000-000000000002", "volumeIn": 0, "volumeOut": 0,
        "energyLevel": 100, "canHear": True, "canSpeak": True,
    }  # fmt: skip
    assert "<members>\n    <member>\n      <id>1</id>" in foreign.get("/my/conferencedetails/all-hands").text
    assert foreign.get("/my/conferencedetails/nothing").is_page(404, "Conference not found")
    assert foreign.get("/my/conferencedetails/theirs").is_page(403, NOT_OWNER)
    assert foreign.get("/my/conferencedetails/standup").is_page(406, "Conference found, but not active")


def test_commands_go_by_get(foreign):
    answer = foreign.get("/my/conference/all-hands/list")
    assert (answer.status, answer.content_type) == (200, "text/plain; charset=ISO-8859-1")
    assert answer.text.splitlines()[1] == "2;5550101;00000000-0000-4000-8000-000000000002"
    assert answer.call.write is False
    for method in ("PUT", "POST", "DELETE"):
        assert foreign.send(method, "/rest/my/conference/all-hands/list", b"x").is_page(405)
    assert foreign.get("/my/conference/nothing/list").is_page(404)
    assert foreign.get("/my/conference/theirs/list").is_page(403, NOT_OWNER)
    assert foreign.get("/my/conference/all-hands/&").is_page(400, "No conference command specified")


@pytest.mark.parametrize(
    ("accept", "status"), [("*/*", 200), ("text/*", 200), ("text/plain", 406), ("application/json", 406)]
)
def test_commands_are_matched_by_ranges_only(demo, accept, status):
    assert demo.get("/my/conference/all-hands/list", Accept=accept).status == status


@pytest.mark.parametrize("command", ["invite", "inviteim"])
def test_invitations(demo, command):
    answer = demo.get(f"/my/conference/standup/{command}&4101")
    assert answer.text == "<command-response>Invitation sent</command-response>"
    for wrong in (command, f"{command}&4101&4102"):
        assert demo.get(f"/my/conference/standup/{wrong}").is_page(400, "Incorect invite command")


def member(server, number):
    return server.get_json("/my/conferencedetails/all-hands")["conference"]["members"][number - 1]


def test_what_commands_do(demo):
    def run(command: str) -> str:
        return demo.get(f"/my/conference/all-hands/{command}").text

    assert run("mute&2") == "OK mute 2\n"
    assert (member(demo, 1)["canSpeak"], member(demo, 2)["canSpeak"]) == (True, False)
    run("unmute&all")
    run("deaf&1")
    run("volume_in&2&4")
    assert (member(demo, 2)["canSpeak"], member(demo, 1)["canHear"], member(demo, 2)["volumeIn"]) == (True, False, 4)
    for level in ("--5", "-", "loud", "9" * 5000):
        assert run(f"volume_in&2&{level}") == "OK volume_in\n"
    assert member(demo, 2)["volumeIn"] == 4
    assert run("lock") == "OK all-hands locked\n"
    assert demo.get_json("/my/conferencedetails/all-hands")["conference"]["locked"] is True
    assert run("record") == "Record file started\n"
    assert run("record&stop") == "Stopped recording\n"
    assert run("mute&9") == run("kick&9") == "Non-Existant ID\n"
    assert run("dtmf&2&1") == "OK dtmf\n"
    assert run("kick&all") == "OK kicked 1\nOK kicked 2\n"
    assert demo.get("/my/conferencedetails/all-hands").status == 406
    assert run("list") == "Conference all-hands not found\n"


def test_a_bridge_that_is_down_is_told_with_200(demo):
    demo.take_down("freeswitch")
    answer = demo.get("/my/conference/all-hands/list")
    assert (answer.status, answer.text.startswith("ERROR: ")) == (200, True)
