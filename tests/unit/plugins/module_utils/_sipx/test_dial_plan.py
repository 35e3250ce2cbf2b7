# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialing rules, schedules, attendants and the special mode: what each write sends."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import ScriptedServer, Sent, exception

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.auto_attendant import AutoAttendantAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.dialing_rule import DialingRuleAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.schedule import ScheduleAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.special_mode import SpecialModeAdapter


def body(sent: Sent) -> Any:
    return json.loads(sent.body or b"null")


GATEWAYS = {"gateways": [{"name": "a", "id": 1}, {"name": "b", "id": 2}]}
RULES = {
    "GET /api/rules": {
        "rules": [
            {"id": 7, "name": "National", "type": "Long_Distance", "enabled": True, "gatewayAware": True},
            {"id": 8, "name": "Site", "type": "Custom", "enabled": True, "gatewayAware": True},
        ]
    },
    "GET /api/gateways": GATEWAYS,
    "GET /api/gateways/1/availablerules": {"rules": [{"id": 8}]},
    "GET /api/gateways/2/availablerules": {"rules": [{"id": 7}, {"id": 8}]},
    "GET /api/schedules/general": {"schedules": []},
}


def rules(**answers: Any) -> tuple[ScriptedServer, DialingRuleAdapter, dict[str, Record]]:
    server = ScriptedServer({**RULES, "PUT *": "", "DELETE *": "", **answers})
    adapter = DialingRuleAdapter(server.client())
    return server, adapter, {record.values["name"]: record for record in adapter.fetch(None)}


def test_a_rule_has_the_gateways_for_which_it_is_not_offered() -> None:
    _server, _adapter, found = rules()
    assert found["National"].values["gateways"] == ["a"]
    assert found["Site"].values["gateways"] == []


def test_a_gateway_is_attached_before_another_is_detached() -> None:
    server, adapter, found = rules()
    adapter.update(found["National"], {**found["National"].values, "gateways": ["b"]}, frozenset(["gateways"]))
    assert [sent.line for sent in server.writes] == ["PUT /api/gateways/2/rules/7", "DELETE /api/gateways/1/rules/7"]


def test_a_rule_without_gateways_is_switched_on_again() -> None:
    server, adapter, found = rules()
    adapter.update(found["National"], {**found["National"].values, "gateways": []}, frozenset(["gateways"]))
    assert [sent.line for sent in server.writes] == ["DELETE /api/gateways/1/rules/7", "PUT /api/rules/7"]
    assert body(server.writes[1])["enabled"] is True


def test_custom_rules_can_be_linked_and_nothing_else() -> None:
    _server, adapter, found = rules()
    assert adapter.translate({"name": "Site", "gateways": ["a"], "enabled": True}, found["Site"])
    with pytest.raises(ItemError, match="cannot change custom rules"):
        adapter.translate({"name": "Site", "description": "x"}, found["Site"])
    with pytest.raises(ItemError, match="cannot create site_to_site rules"):
        adapter.translate({"name": "New", "type": "site_to_site"}, None)


def test_an_attendant_rule_always_sends_its_periods() -> None:
    server = ScriptedServer({"POST *": "9"})
    values = {"name": "Main", "type": "attendant", "enabled": True, "attendant_aliases": ["main", "desk"]}
    assert DialingRuleAdapter(server.client()).create(values) == 9
    sent = body(server.sent[0])
    assert sent["workingTimeAttendantPeriods"] == {"workingHours": []}
    assert sent["attendantAliases"] == "main desk"
    assert "pstnPrefix" not in sent


HOURS = [
    {"scheduledDay": "Monday", "start": 32400000, "stop": 64800000, "enabled": True},
    {"scheduledDay": "Sunday", "start": 32400000, "stop": 64800000, "enabled": False},
]
MONDAY = {"day": "monday", "start": "09:00", "end": "18:00"}
SUNDAY = {**MONDAY, "day": "sunday"}


@pytest.mark.parametrize(
    ("hours", "working"), [(HOURS, [MONDAY]), ([{**one, "enabled": False} for one in HOURS], [MONDAY, SUNDAY])]
)
def test_the_periods_of_a_rule_count_when_they_are_on_and_are_sent_on(
    hours: list[dict[str, Any]], working: list[dict[str, Any]]
) -> None:
    periods = {"workingHours": hours}
    row = {"id": 7, "name": "Main", "type": "Attendant", "enabled": True, "workingTimeAttendantPeriods": periods}
    server, adapter, found = rules(**{"GET /api/rules": {"rules": [row]}})
    assert found["Main"].values["working_hours"] == working
    adapter.update(found["Main"], found["Main"].values, frozenset(["description"]))
    sent = body(server.writes[0])["workingTimeAttendantPeriods"]["workingHours"]
    assert [one["enabled"] for one in sent] == [True] * len(working)


def test_the_schedules_of_users_are_read_for_those_who_are_mentioned() -> None:
    answers = {
        "GET /api/users?start=0&limit=1000": {"users": [{"id": 5, "userName": "4101", "aliases": ["ines"]}]},
        "GET /rest/user-group": {"user-group": {"groups": []}},
        "GET /api/schedules/general": {"schedules": []},
        "GET /api/schedules/group": {"schedules": []},
        "GET /api/schedules/user/5/personal": {"schedules": [{"id": 3, "name": "Lunch"}]},
        "PUT *": "3",
    }
    server = ScriptedServer(answers)
    adapter = ScheduleAdapter(server.client())
    adapter.expect([Item(0, "Lunch", values={"name": "Lunch", "user": "ines"})])
    (record,) = adapter.fetch(None)
    assert record.values["user"] == "ines"
    adapter.update(record, {**record.values, "periods": []}, frozenset(["periods"]))
    assert body(server.writes[0]) == {
        "name": "Lunch",
        "description": None,
        "type": "S",
        "userId": 5,
        "workingTime": {"workingHours": []},
    }


def test_an_attendant_is_sent_whole_with_numbers_as_texts() -> None:
    server = ScriptedServer({"POST *": "6"})
    menu = [{"dial_pad": "0", "action": "operator"}]
    AutoAttendantAdapter(server.client()).create({"name": "E", "prompt": "e.wav", "language": "default", "menu": menu})
    sent = body(server.sent[0])
    assert sent["autoattendantSettings"]["dtmfInterTimeout"] == "3"
    assert sent["autoattendantSettings"]["playPromptWhenTransfer"] is True
    assert sent["autoattendantMenus"] == [{"dialPad": "0", "action": "operator", "parameter": None}]


def mode(enabled: bool, selected: str | None = None) -> dict[str, Any]:
    names = {"Operator": "operator", "After hours": "afterhour", "Evening": None}
    return {
        "GET /rest/auto-attendant/specialmode": {"specialAttendant": {"specialMode": enabled}},
        "GET /rest/auto-attendant": {
            "autoAttendants": [
                {"name": name, "systemId": system_id, "specialSelected": enabled and name == selected}
                for name, system_id in names.items()
            ]
        },
        "GET /api/autoattendant/specialmode": {"specialAaName": selected, "useSpecialAa": enabled},
    }


def test_the_special_attendant_is_selected_after_the_mode_is_on_and_twice_if_need_be() -> None:
    off, first, second = mode(False), mode(True, "After hours"), mode(True, "Operator")
    server = ScriptedServer({line: [off[line], first[line], second[line]] for line in off} | {"PUT *": ""})
    adapter = SpecialModeAdapter(server.client())
    record = adapter.read()
    adapter.update(record, {"enabled": True, "attendant": "Operator"}, frozenset(["enabled", "attendant"]))
    assert [sent.line for sent in server.writes] == [
        "PUT /rest/auto-attendant/specialmode",
        "PUT /rest/auto-attendant/operator/special",
        "PUT /rest/auto-attendant/operator/special",
    ]
    assert server.writes[0].body, "the server refuses a PUT without a body"


def test_an_attendant_that_is_never_selected_is_an_error() -> None:
    server = ScriptedServer({**mode(True, "After hours"), "PUT *": ""})
    adapter = SpecialModeAdapter(server.client())
    with pytest.raises(RequestError, match="'Evening' is not the special attendant"):
        adapter.update(adapter.read(), {"enabled": True, "attendant": "Evening"}, frozenset(["attendant"]))
    assert [sent.line for sent in server.writes] == ["PUT /api/autoattendant/specialmode"] * 2


LOST = RequestError("PUT", "/x", "was cut off", outcome=RemoteError.UNKNOWN)


def test_the_selected_attendant_survives_a_switch_whose_answer_is_lost() -> None:
    on, off = mode(True, "Operator"), mode(False)
    selected = "/api/autoattendant/specialmode"
    server = ScriptedServer(
        {
            **{line: [on[line], off[line], off[line]] for line in on},
            f"GET {selected}": [{"specialAaName": ""}, {"specialAaName": "Operator"}],
            "DELETE /rest/auto-attendant/specialmode": [LOST],
            "PUT /rest/auto-attendant/operator/special": "",
        }
    )
    adapter = SpecialModeAdapter(server.client())
    adapter.update(adapter.read(), {"enabled": False, "attendant": "Operator"}, frozenset(["enabled"]))
    assert [sent.line for sent in server.writes] == [
        "DELETE /rest/auto-attendant/specialmode",
        "PUT /rest/auto-attendant/operator/special",
    ]


def test_an_attendant_that_is_not_selected_any_more_is_told() -> None:
    off = mode(False)
    server = ScriptedServer(
        {
            **off,
            "GET /api/autoattendant/specialmode": {"specialAaName": ""},
            "PUT /rest/auto-attendant/specialmode": "",
            "PUT /rest/auto-attendant/operator/special": exception("", 500),
        }
    )
    adapter = SpecialModeAdapter(server.client())
    record = adapter.read()
    with pytest.raises(RemoteError, match="special attendant 'Operator' is not selected any more; select it again"):
        adapter.update(record, {"enabled": True, "attendant": "Operator"}, frozenset(["enabled"]))
    with pytest.raises(RemoteError) as caught:
        adapter.update(record, {"enabled": False, "attendant": "Operator"}, frozenset(["attendant"]))
    assert "any more" not in caught.value.message


DETACH = "DELETE /api/gateways/1/rules/7"


@pytest.mark.parametrize(("attached", "times"), [(False, 1), (True, 2)])
def test_a_rule_stays_on_though_the_answer_to_its_last_detaching_is_lost(attached: bool, times: int) -> None:
    offered = [{"rules": [{"id": 8}]}, {"rules": [{"id": 8}, *([] if attached else [{"id": 7}])]}]
    server, adapter, found = rules(**{DETACH: [LOST, ""], "GET /api/gateways/1/availablerules": offered})
    adapter.update(found["National"], {**found["National"].values, "gateways": []}, frozenset(["gateways"]))
    assert [sent.line for sent in server.writes] == [DETACH] * times + ["PUT /api/rules/7"]
    assert body(server.writes[-1])["enabled"] is True


def test_a_rule_that_was_switched_off_on_the_way_is_told() -> None:
    server, adapter, found = rules(**{"PUT /api/rules/7": [LOST, exception("", 500)]})
    with pytest.raises(RemoteError, match="is switched off; run again with enabled=true"):
        adapter.update(found["National"], {**found["National"].values, "gateways": []}, frozenset(["gateways"]))
    assert [sent.line for sent in server.writes].count("PUT /api/rules/7") == 2
