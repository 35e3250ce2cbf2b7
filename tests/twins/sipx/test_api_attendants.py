# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Auto attendants, the generic settings and the special mode."""

from __future__ import annotations

import pytest

from simulator.sipx.state.branches import Branch

IN_USE = "org.sipfoundry.sipxconfig.dialplan.AttendantInUseException: "
SETTINGS = {
    "dtmfInterTimeout": "3",
    "dtmfOverallTimeout": "7",
    "maxDtmfNumberTones": "10",
    "replayCount": "2",
    "invalidResponseCount": "2",
    "transferOnFailures": False,
    "transferExtension": None,
    "promptToPlay": None,
    "playPromptWhenTransfer": True,
}
MENU = [{"dialPad": "0", "action": "operator", "parameter": None}]
EVENING = {"name": "Evening", "prompt": "evening.wav", "autoattendantMenus": MENU, "autoattendantSettings": SETTINGS}


@pytest.fixture
def evening(server):
    """A server with the attendant Evening."""
    assert server.post("/autoattendant", EVENING).text == "3"
    return server


def test_the_built_in_attendants_under_the_misspelled_key(server):
    found = server.get("/autoattendant").json
    assert list(found) == ["autoAttendands"]
    assert [(a["name"], a["systemName"], a["systemId"]) for a in found["autoAttendands"]] == [
        ("Operator", "operator", "operator"),
        ("After hours", "afterhour", "afterhour"),
    ]
    assert found["autoAttendands"][0]["autoattendantSettings"] == SETTINGS


def test_what_is_shown(evening):
    attendant = evening.get("/autoattendant/Evening").json
    assert {
        **EVENING,
        "id": 3,
        "systemName": "xcf3",
        "systemId": None,
        "sysDirectory": None,
    }.items() <= attendant.items()
    assert (attendant["lang"], attendant["allowDial"], attendant["denyDial"], attendant["locations"]) == (
        "default",
        "",
        "",
        [],
    )


def test_texts_are_kept_but_menu_settings_and_defaults_are_not(evening):
    evening.put("/autoattendant/Evening", {**EVENING, "lang": "de", "allowDial": "4...", "description": "late"})
    assert evening.put("/autoattendant/Evening", {"prompt": "other.wav"}).text == "3"
    attendant = evening.get("/autoattendant/Evening").json
    assert (attendant["prompt"], attendant["description"]) == ("other.wav", "late")
    assert (attendant["lang"], attendant["allowDial"]) == ("default", "")
    assert attendant["autoattendantMenus"] == []
    flags = {"transferOnFailures", "playPromptWhenTransfer"}
    assert attendant["autoattendantSettings"] == {name: False if name in flags else None for name in SETTINGS}


def test_menus(server):
    menus = [
        {"dialPad": "1", "action": "transfer_out", "parameter": "4400"},
        {"dialPad": "A", "action": "operator"},
        {"dialPad": "#", "action": "dance"},
    ]
    server.post("/autoattendant", {**EVENING, "autoattendantMenus": menus})
    assert server.get("/autoattendant/Evening").json["autoattendantMenus"] == [
        menus[0],
        {"dialPad": "#", "action": None, "parameter": None},
    ]
    for broken in ({"dialPad": "1"}, {"action": "operator"}):
        assert server.post("/autoattendant", {**EVENING, "autoattendantMenus": [broken]}).status == 500


def test_branches_by_name(server):
    server.pbx.branches.save(Branch("Oslo"))
    server.post("/autoattendant", {**EVENING, "locations": ["Oslo", "nowhere"]})
    assert server.get("/autoattendant/Evening").json["locations"] == ["Oslo"]


@pytest.mark.parametrize("name", ["allowDial", "denyDial"])
def test_bad_expressions(server, name):
    answer = server.post("/autoattendant", {**EVENING, name: "("})
    assert answer.text == f"org.sipfoundry.sipxconfig.common.UserException: &error.invalid.{name}Expression"


def test_missing_attendants(server):
    assert server.get("/autoattendant/none").brief == (404, "")
    assert server.put("/autoattendant/none", EVENING).brief == (404, "")
    assert server.delete("/autoattendant/none").brief == (500, "java.lang.NullPointerException")


def test_deletion(evening):
    hours = {"workingHours": []}
    rule = {"name": "a", "type": "Attendant", "workingTimeAttendant": "Evening", "workingTimeAttendantPeriods": hours}
    rule_id = evening.post("/rules", rule).json
    assert evening.delete("/autoattendant/Operator").text == f"{IN_USE}&error.operatorDelete"
    assert evening.delete("/autoattendant/Evening").text == f"{IN_USE}&error.attendantInUse"
    evening.delete(f"/rules/{rule_id}")
    assert evening.delete("/autoattendant/Evening").brief == (200, "")


def test_generic_settings(server):
    defaults = {
        "liveDid": None, "enablePrefix": "*67", "disablePrefix": "*68", "expireTime": None, "maxDigits": "20",
        "firstDigitTimeout": "10", "interDigitTimeout": "1", "extraDigitTimeout": "1",
    }  # fmt: skip
    assert server.get("/autoattendant/settings").json == defaults
    assert server.put("/autoattendant/settings", {**defaults, "liveDid": "5550100"}).text == "1"
    assert server.get("/autoattendant/settings").json == {**defaults, "liveDid": "5550100"}
    server.put("/autoattendant/settings", {"maxDigits": 5})
    assert server.get("/autoattendant/settings").json == {**dict.fromkeys(defaults), "maxDigits": "5"}


class TestSpecialMode:
    def put(self, server, on, name):
        answer = server.put("/autoattendant/specialmode", {"useSpecialAa": on, "specialAaName": name})
        assert answer.status == 200
        shown = server.get("/autoattendant/specialmode").json
        return answer.text, shown["useSpecialAa"], shown["specialAaName"]

    def test_enabling_takes_the_after_hours_attendant_first(self, evening):
        assert evening.get("/autoattendant/specialmode").text == '{"specialAaName":null,"useSpecialAa":false}'
        assert self.put(evening, True, "Evening") == ("Evening", True, "After hours")
        assert self.put(evening, True, "Evening") == ("Evening", True, "Evening")

    def test_a_selection_made_before_is_replaced_at_once(self, evening):
        assert self.put(evening, False, "Operator") == ("Operator", False, "Operator")
        assert self.put(evening, True, "Evening") == ("Evening", True, "Evening")

    def test_an_unknown_name_means_none(self, evening):
        self.put(evening, False, "Evening")
        assert self.put(evening, False, "nobody") == ("nobody", False, None)
        assert self.put(evening, False, None) == ("", False, None)


def test_one_of_two_attendants_with_a_name_outlives_the_other(evening):
    assert evening.post("/autoattendant", {**EVENING, "description": "second"}).text == "4"
    assert evening.delete("/autoattendant/Evening").status == 200
    assert evening.get("/autoattendant/Evening").json["id"] == 3
    assert evening.put("/autoattendant/Evening", {**EVENING, "name": "Operator"}).text == "3"
    assert evening.get("/autoattendant/Evening").status == 404
    assert evening.delete("/autoattendant/Operator").status == 200
    assert evening.get("/autoattendant/Operator").json["systemId"] == "operator"
