# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialing rules and schedules."""

from __future__ import annotations

import pytest

from simulator.sipx.state.rules import CUSTOM, Rule

NULL_POINTER = (500, "java.lang.NullPointerException")
CONFLICT = "User exception during {} org.sipfoundry.sipxconfig.common.{}"
HOURS = {"workingHours": [{"scheduledDay": "Weekdays", "start": 25200000, "stop": 54000000}]}
ATTENDANT = {
    "name": "Night",
    "type": "Attendant",
    "extension": "150",
    "workingTimeAttendantPeriods": {"workingHours": []},
}
RULE_KEYS = [
    "id", "name", "enabled", "type", "description", "scheduleId", "permissions", "gatewayAware", "authorizationChecked",
    "internal", "mediaServerHostname", "mediaServerType", "dialPatterns", "callPattern", "pstnPrefix",
    "pstnPrefixOptional", "longDistancePrefix", "longDistancePrefixOptional", "areaCodes", "externalLen",
    "optionalPrefix", "emergencyNumber", "afterHoursAttendant", "afterHoursAttendantEnabled", "holidayAttendant",
    "workingTimeAttendant", "holidayAttendantPeriods", "workingTimeAttendantPeriods", "extension", "attendantAliases",
    "did", "enableLiveAttendant",
]  # fmt: skip


def rules(server):
    return {rule["name"]: rule for rule in server.get("/rules").json["rules"]}


class TestRules:
    def test_the_default_dial_plan(self, server):
        found = rules(server)
        assert [(name, rule["type"], rule["enabled"]) for name, rule in found.items()] == [
            ("Emergency", "Emergency", False),
            ("International", "Long_Distance", False),
            ("Local", "Long_Distance", False),
            ("Long Distance", "Long_Distance", False),
            ("Restricted", "Long_Distance", False),
            ("Toll free", "Long_Distance", False),
            ("AutoAttendant", "Attendant", True),
            ("Voicemail", "Internal", True),
        ]
        assert found["Restricted"]["permissions"] == {"names": ["900Dialing"]}
        attendant = found["AutoAttendant"]
        assert (attendant["workingTimeAttendant"], attendant["afterHoursAttendant"]) == ("Operator", "After hours")
        assert (attendant["extension"], attendant["attendantAliases"]) == ("100", "operator 0")

    def test_every_rule_shows_every_key(self, server):
        for rule in rules(server).values():
            assert list(rule) == RULE_KEYS
        emergency = rules(server)["Emergency"]
        assert (emergency["pstnPrefix"], emergency["externalLen"], emergency["enableLiveAttendant"]) == (None, 0, False)

    @pytest.mark.parametrize("kind", ["Long_Distance", "Restricted", "Toll_free"])
    def test_three_types_make_the_same_rule_at_the_end(self, server, kind):
        body = {
            "name": "National",
            "type": kind,
            "enabled": True,
            "pstnPrefix": "0",
            "externalLen": 8,
            "internal": True,
        }
        rule_id = server.post("/rules", body).json
        last = server.get("/rules").json["rules"][-1]
        assert (last["id"], last["type"], last["pstnPrefix"], last["externalLen"]) == (rule_id, "Long_Distance", "0", 8)
        assert last["permissions"] == {"names": ["LongDistanceDialing"]}
        assert (last["gatewayAware"], last["internal"]) == (True, False)

    def test_permissions_survive_an_update(self, server):
        rule_id = rules(server)["Restricted"]["id"]
        assert server.put(f"/rules/{rule_id}", {"name": "Restricted", "type": "Toll_free"}).text == str(rule_id)
        rule = server.get(f"/rules/{rule_id}").json
        assert (rule["permissions"], rule["areaCodes"]) == ({"names": ["900Dialing"]}, None)

    @pytest.mark.parametrize("kind", ["Custom", "Site_To_Site"])
    def test_custom_rules_can_only_be_read_and_deleted(self, server, kind):
        body = {"name": "a", "type": kind, "callPattern": {"prefix": "1", "callDigits": "vdigits"}}
        text = "java.lang.IllegalArgumentException: The Enum name must be unique, 'vdigits' has already been added"
        assert server.post("/rules", body).brief == (500, text)
        details = {"dialPatterns": {"patterns": [{"prefix": "7", "digits": -1}]}, "callPattern": body["callPattern"]}
        rule_id = server.pbx.rules.save(Rule("mine", CUSTOM, details=details)).id
        rule = server.get(f"/rules/{rule_id}").json
        assert (rule["type"], rule["dialPatterns"]["patterns"][0]["digits"]) == ("Custom", -1)
        assert server.put(f"/rules/{rule_id}", {**body, "type": "Custom"}).status == 500
        assert server.delete(f"/rules/{rule_id}").brief == (200, "")

    def test_custom_rules_on_a_friendlier_server(self, server):
        server.configure(custom_rule_500=False)
        body = {"name": "a", "type": "Custom", "dialPatterns": {"patterns": [{"prefix": "7", "digits": 3}]}}
        rule_id = server.post("/rules", body).json
        assert server.get(f"/rules/{rule_id}").json["dialPatterns"] == body["dialPatterns"]

    @pytest.mark.parametrize(
        "kind", ["International", "Local", "Mapping_Rule", "Intercom", "Paging", "Authorization_Code", None]
    )
    def test_types_that_make_nothing(self, server, kind):
        assert server.post("/rules", {"name": "a", "type": kind}).brief == NULL_POINTER

    def test_an_unknown_type(self, server):
        assert "JsonMappingException" in server.post("/rules", {"name": "a", "type": "custom"}).text

    @pytest.mark.parametrize(
        ("body", "java_class"),
        [
            ({"name": "Local", "type": "Emergency"}, "NameInUseException"),
            ({"name": "superadmin", "type": "Emergency"}, "NameInUseException"),
            ({"name": "second mailbox", "type": "Internal"}, "ExtensionInUseException"),
            ({**ATTENDANT, "extension": "100"}, "ExtensionInUseException"),
            ({**ATTENDANT, "did": "superadmin"}, "ExtensionInUseException"),
            ({**ATTENDANT, "attendantAliases": "night operator"}, "ExtensionInUseException"),
        ],
    )
    def test_conflicts_are_409_here_alone(self, server, body, java_class):
        assert server.post("/rules", body).brief == (409, CONFLICT.format("creation", java_class))

    def test_conflicts_of_an_update(self, server):
        rule_id = server.post("/rules", {"name": "a", "type": "Emergency"}).json
        answer = server.put(f"/rules/{rule_id}", {"name": "Local", "type": "Emergency"})
        assert answer.brief == (409, CONFLICT.format("update", "NameInUseException"))

    def test_the_type_must_fit_the_stored_rule(self, server):
        rule_id = rules(server)["Emergency"]["id"]
        answer = server.put(f"/rules/{rule_id}", {"name": "Emergency", "type": "Long_Distance"})
        assert answer.status == 500
        assert answer.text.startswith("java.lang.ClassCastException")

    def test_attendants_are_made_on_the_fly(self, server):
        rule_id = server.post("/rules", {**ATTENDANT, "workingTimeAttendant": "Night menu"}).json
        assert server.get(f"/rules/{rule_id}").json["workingTimeAttendant"] == "Night menu"
        assert server.get("/autoattendant/Night%20menu").json["autoattendantMenus"]
        server.put(f"/rules/{rule_id}", ATTENDANT)
        assert server.get(f"/rules/{rule_id}").json["workingTimeAttendant"] is None

    def test_working_time_is_required_for_attendants(self, server):
        assert server.post("/rules", {**ATTENDANT, "workingTimeAttendantPeriods": None}).brief == NULL_POINTER

    @pytest.mark.parametrize(
        "periods",
        [
            {"workingTimeAttendantPeriods": {"workingHours": [{"start": 1}]}},
            {"workingTimeAttendantPeriods": {"workingHours": [None]}},
            {"holidayAttendantPeriods": {"holidayPeriods": [None]}},
        ],
    )
    def test_periods_without_content(self, server, periods):
        assert server.post("/rules", {**ATTENDANT, **periods}).brief == NULL_POINTER

    def test_holidays_default_to_today_and_a_day(self, server):
        body = {**ATTENDANT, "holidayAttendantPeriods": {"holidayPeriods": [{}, {"startDate": 86400000}]}}
        rule_id = server.post("/rules", body).json
        first, second = server.get(f"/rules/{rule_id}").json["holidayAttendantPeriods"]["holidayPeriods"]
        assert first["startDate"] % 86400000 == 0
        assert first["endDate"] - first["startDate"] == 86400000
        assert second == {"startDate": 86400000, "endDate": 172800000}

    def test_an_unknown_schedule_becomes_none(self, server):
        schedule_id = server.post("/schedules", {"name": "a", "workingTime": HOURS}).json
        rule_id = server.post("/rules", {"name": "a", "type": "Emergency", "scheduleId": schedule_id}).json
        assert server.get(f"/rules/{rule_id}").json["scheduleId"] == schedule_id
        server.put(f"/rules/{rule_id}", {"name": "a", "type": "Emergency", "scheduleId": 99})
        assert server.get(f"/rules/{rule_id}").json["scheduleId"] is None

    def test_raw_names(self, server):
        assert "customRule" in server.get("/rules/raw").json["names"]


class TestSchedules:
    def create(self, server, **change):
        return server.post("/schedules", {"name": "a", "workingTime": HOURS, **change})

    def periods(self, server, schedule_id):
        return [
            period["scheduledDay"]
            for period in server.get(f"/schedules/{schedule_id}").json["workingTime"]["workingHours"]
        ]

    def test_a_general_schedule(self, server):
        schedule_id = self.create(server).json
        assert server.get(f"/schedules/{schedule_id}").text == (
            f'{{"id":{schedule_id},"name":"a","description":null,"type":"G","userId":-1,"groupId":-1,'
            '"workingTime":{"workingHours":[{"scheduledDay":"Weekdays","start":25200000,"stop":54000000,"enabled":false}]}}'
        )
        assert [schedule["id"] for schedule in server.get("/schedules/general").json["schedules"]] == [schedule_id]

    def test_owners(self, staffed):
        staffed.post("/users/4101/groups/sales")
        group_id = staffed.get("/userGroups/sales").json["id"]
        mine = self.create(staffed, type="S", userId=2).json
        ours = self.create(staffed, type="U", groupId=group_id).json

        def ids(path):
            return [schedule["id"] for schedule in staffed.get(path).json["schedules"]]

        assert ids("/schedules/user/2/personal") == [mine]
        assert ids("/schedules/user/2/all") == [mine, ours]
        assert ids("/schedules/group") == [ours]
        assert ids(f"/schedules/group/{group_id}") == []
        staffed.configure(schedule_group_empty=False)
        assert ids(f"/schedules/group/{group_id}") == [ours]
        assert staffed.get("/schedules/user/99/personal").json == {"schedules": []}
        assert staffed.get("/schedules/user/99/all").status == 404
        shown = staffed.get(f"/schedules/{ours}").json
        assert (shown["type"], shown["userId"], shown["groupId"]) == ("U", -1, group_id)

    @pytest.mark.parametrize("owner", [{"type": "S"}, {"type": "S", "userId": 99}, {"type": "U", "groupId": 99}])
    def test_unknown_owners(self, server, owner):
        assert self.create(server, **owner).status == 500

    @pytest.mark.parametrize("time", [None, {}])
    def test_working_time_is_required(self, server, time):
        assert self.create(server, workingTime=time).brief == NULL_POINTER
        schedule_id = self.create(server).json
        assert server.put(f"/schedules/{schedule_id}", {"name": "a", "workingTime": time}).brief == NULL_POINTER

    def test_names_are_unique_within_an_owner(self, staffed):
        assert self.create(staffed).status == 200
        text = "org.sipfoundry.sipxconfig.common.UserException: A schedule with name a is already defined"
        assert self.create(staffed).brief == (500, text)
        assert self.create(staffed, type="S", userId=2).status == 200

    def test_put_ignores_the_type(self, server):
        schedule_id = self.create(server).json
        body = {"name": "b", "type": "S", "workingTime": {"workingHours": []}}
        assert server.put(f"/schedules/{schedule_id}", body).text == str(schedule_id)
        shown = server.get(f"/schedules/{schedule_id}").json
        assert (shown["name"], shown["type"], shown["workingTime"]) == ("b", "G", {"workingHours": []})

    def test_deletion_detaches_it_from_rules(self, server):
        schedule_id = self.create(server).json
        rule_id = server.post("/rules", {"name": "a", "type": "Emergency", "scheduleId": schedule_id}).json
        assert server.delete(f"/schedules/{schedule_id}").brief == (200, "")
        assert server.get(f"/rules/{rule_id}").json["scheduleId"] is None
        assert server.delete(f"/schedules/{schedule_id}").status == 404

    def with_periods(self, server, count):
        days = ["Sunday", "Monday", "Tuesday", "Wednesday"][:count]
        return self.create(server, workingTime={"workingHours": [{"scheduledDay": day} for day in days]}).json

    def test_appending_a_period(self, server):
        schedule_id = self.with_periods(server, 1)
        assert server.post(f"/schedules/{schedule_id}/period", {"scheduledDay": "Weekend"}).brief == (200, "")
        assert self.periods(server, schedule_id) == ["Sunday", "Weekend"]
        assert server.post(f"/schedules/{schedule_id}/period", {"start": 1}).status == 500
        assert server.post(f"/schedules/{schedule_id}/period/1", {"scheduledDay": "Weekend"}).status == 500

    @pytest.mark.parametrize(
        ("count", "index", "status", "readable"),
        [
            (0, 0, 500, True),
            (1, 0, 404, True),
            (1, 1, 404, True),
            (2, 0, 404, True),
            (2, 1, 200, True),
            (3, 1, 200, False),
        ],
    )
    def test_deleting_a_period_is_defective(self, server, count, index, status, readable):
        schedule_id = self.with_periods(server, count)
        assert server.delete(f"/schedules/{schedule_id}/period/{index}").status == status
        answer = server.get(f"/schedules/{schedule_id}")
        assert (answer.status == 200) is readable
        if (count, index) == (2, 1):
            assert self.periods(server, schedule_id) == ["Sunday"]

    def test_a_corrupted_schedule_keeps_one_period(self, server):
        schedule_id = self.with_periods(server, 4)
        server.delete(f"/schedules/{schedule_id}/period/2")
        left = server.pbx.schedules.get(schedule_id).periods
        assert [period and period.scheduled_day for period in left] == ["Sunday", None, None]

    def test_deleting_a_period_on_a_friendlier_server(self, server):
        server.configure(schedule_period_delete_corrupts=False)
        schedule_id = self.with_periods(server, 3)
        assert server.delete(f"/schedules/{schedule_id}/period/0").status == 200
        assert self.periods(server, schedule_id) == ["Monday", "Tuesday"]
