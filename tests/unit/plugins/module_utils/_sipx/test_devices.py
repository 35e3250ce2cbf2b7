# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones, lines, gateways and hunt groups: what each write sends."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import ScriptedServer, Sent, exception

from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.compare import UNREADABLE
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.phone_profile import SEND_PHONE_PROFILE
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.gateway import GATEWAY, GatewayAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.gateway_ports import read_ports
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.hunt_group import HuntGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone import PhoneAdapter, serial_number
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_group import PhoneGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_lines import (
    read_line_settings,
    write_lines,
)


def body(sent: Sent) -> Any:
    return json.loads(sent.body or b"null")


@pytest.mark.parametrize("text", ["00:04:F2:C0:FF:EE", "0004.f2c0.ffee", "00-04-f2-c0-ff-ee", "0004f2c0ffee"])
def test_a_mac_address_in_any_notation(text: str) -> None:
    assert serial_number(text) == "0004f2c0ffee"


def test_the_serial_number_of_a_soft_phone_is_left_as_it_is() -> None:
    assert serial_number("Jitsi-4101") == "Jitsi-4101"


def line(identity: int, user: str | None = None, **account: Any) -> dict[str, Any]:
    return {"id": identity, "user": user, "userId": None, "password": "hush", **account}


def test_lines_before_the_first_difference_are_kept() -> None:
    server = ScriptedServer({"GET *": {"settings": []}, "DELETE *": "", "POST *": ""})
    wanted = [{"user": "4101"}, {"user": "4103"}, {"user": "4102"}]
    write_lines(server.client(), "/phones/7", wanted, [line(88, "4101"), line(89, "4102"), line(90, "4103")])
    assert server.lines == [
        "GET /api/phones/7/lines/89/settings",
        "GET /api/phones/7/lines/90/settings",
        "DELETE /api/phones/7/lines/89",
        "DELETE /api/phones/7/lines/90",
        "POST /api/phones/7/lines",
        "POST /api/phones/7/lines",
    ]
    assert body(server.writes[2]) == {"user": "4103"}


def test_what_the_model_cannot_store_of_an_account_is_no_difference() -> None:
    server = ScriptedServer({})
    wanted = [{"user_id": "door", "voicemail": "99", "password": "new"}]
    write_lines(server.client(), "/phones/7", wanted, [line(88, userId="door")])
    assert server.lines == []


MODELS = {
    "GET /api/phones/models": {
        "models": [{"modelId": "snom370", "versions": None}, {"modelId": "vvx", "versions": ["v1", "v2"]}]
    }
}


def test_a_phone_that_cannot_be_finished_is_taken_back() -> None:
    refusal = exception("org.sipfoundry.sipxconfig.phone.Phone$MaxLinesException: &error.maxLinesException")
    server = ScriptedServer(
        {"POST /api/phones": "7", "POST /api/phones/7/lines": ["", refusal], "DELETE /api/phones/7": ""}
    )
    values = {"serial_number": "0004f2c0ffee", "model": "snom370", "lines": [{"user": "1"}, {"user": "2"}]}
    with pytest.raises(RequestError, match="fewer lines"):
        PhoneAdapter(server.client()).create(values)
    assert server.lines[-1] == "DELETE /api/phones/7"


def test_a_phone_whose_line_may_or_may_not_be_there_is_kept_for_a_second_look() -> None:
    lost = RequestError("POST", "/lines", "was cut off", outcome=RemoteError.UNKNOWN)
    answers = {
        "POST /api/phones": "7",
        "POST /api/phones/7/lines": [lost, lost],
        "GET /api/phones/7/lines": {"lines": []},
    }
    server = ScriptedServer(answers)
    values = {"serial_number": "0004f2c0ffee", "model": "snom370", "lines": [{"user": "1"}]}
    with pytest.raises(RequestError):
        PhoneAdapter(server.client()).create(values)
    assert not [line for line in server.lines if line.startswith("DELETE")]


def test_an_update_of_a_phone_sends_its_version_which_would_be_cleared_otherwise() -> None:
    row = {
        "id": 7,
        "serialNo": "0004f2c0ffee",
        "model": {"modelId": "vvx"},
        "deviceVersion": "v1",
        "lines": None,
        "groups": None,
    }
    server = ScriptedServer({"GET /api/phones?start=0&limit=1000": {"phones": [row]}, "PUT /api/phones/7": "7"})
    adapter = PhoneAdapter(server.client())
    record = adapter.fetch(None)[0]
    adapter.update(record, {**record.values, "description": "Lobby"}, frozenset(["description"]))
    assert body(server.sent[1]) == {"serialNo": "0004f2c0ffee", "deviceVersion": "v1", "description": "Lobby"}


def test_a_new_phone_gets_the_last_version_of_its_model() -> None:
    adapter = PhoneAdapter(ScriptedServer(MODELS).client())
    assert adapter.translate({"serial_number": "x", "model": "vvx"}, None)["device_version"] == "v2"
    assert "device_version" not in adapter.translate({"serial_number": "x", "model": "snom370"}, None)
    with pytest.raises(ItemError, match="must be one of: v1, v2; not 'v3'"):
        adapter.translate({"serial_number": "x", "model": "vvx", "device_version": "v3"}, None)


@pytest.mark.parametrize("name", ["lab/attic", "lobby.json", "lobby.xml"])
def test_a_group_that_a_path_would_turn_into_another_one_is_neither_joined_nor_left(name: str) -> None:
    row = {
        "id": 7,
        "serialNo": "0004f2c0ffee",
        "model": {"modelId": "snom370"},
        "lines": None,
        "groups": [{"name": name}],
    }
    server = ScriptedServer({"GET /api/phones?start=0&limit=1000": {"phones": [row]}, **MODELS})
    adapter = PhoneAdapter(server.client())
    (record,) = adapter.fetch(None)
    key = {"serial_number": "0004f2c0ffee"}
    assert adapter.translate({**key, "groups": [name]}, record)["groups"] == [name]
    for wanted, current in (({"model": "snom370", "groups": [name]}, None), ({"groups": []}, record)):
        with pytest.raises(ItemError, match="can neither be joined nor left"):
            adapter.translate({**key, **wanted}, current)


def test_the_profile_of_the_phones_of_a_user_is_sent_by_user_name() -> None:
    users = {"users": [{"id": 2, "userName": "4101", "aliases": ["1201"]}]}
    server = ScriptedServer({"GET /api/users?start=0&limit=1000": users, "PUT *": ""})
    params = {"all": None, "serial_numbers": None, "users": ["1201"], "phone_groups": None, "restart": False}
    assert SEND_PHONE_PROFILE.act(server.client(), params) == {"queued": 1}
    assert [sent.line for sent in server.writes] == ["PUT /api/phones/user/name/4101/sendProfile"]


GATEWAY_ROW = {
    "id": 31,
    "name": "trunk",
    "serialNo": None,
    "deviceVersion": "1.0",
    "description": "Main",
    "model": {"modelId": "sipTrunkStandard", "label": "SIP trunk", "vendor": None, "versions": None},
    "enabled": True,
    "address": "sip.example.com",
    "addressPort": 5060,
    "outboundAddress": None,
    "outboundPort": 5060,
    "addressTransport": "udp",
    "prefix": None,
    "shared": True,
    "useInternalBridge": False,
    "branch": {"id": -1, "name": "Berlin", "entityIdentifier": "x"},
    "callerAliasInfo": {"defaultCallerAlias": "+4930", "anonymous": False, "keepDigits": 4, "displayName": None},
}


def test_an_update_of_a_gateway_replaces_it_and_sends_neither_version_nor_the_whole_branch() -> None:
    server = ScriptedServer({"GET /api/gateways": {"gateways": [GATEWAY_ROW]}, "PUT /api/gateways/31": "31"})
    adapter = GatewayAdapter(server.client())
    record = adapter.fetch(None)[0]
    adapter.update(record, {**record.values, "enabled": False}, frozenset(["enabled"]))
    sent = body(server.sent[1])
    assert sent["enabled"] is False
    assert sent["branch"] == {"name": "Berlin"}
    assert sent["model"] == {"modelId": "sipTrunkStandard"}
    assert sent["callerAliasInfo"]["keepDigits"] == 4
    assert not {"deviceVersion", "serialNo", "id"} & set(sent)
    assert {field.wire.split(".")[0] for field in GATEWAY.writable} - {"ports", "settings"} == set(sent)


def test_a_gateway_is_detached_from_its_dialing_rules_before_it_goes() -> None:
    server = ScriptedServer(
        {
            "GET /api/gateways/31/availablerules": {"rules": [{"id": 1}]},
            "GET /api/rules": {
                "rules": [
                    {"id": 1, "gatewayAware": True},
                    {"id": 2, "gatewayAware": True},
                    {"id": 3, "gatewayAware": False},
                ]
            },
            "DELETE *": "",
            "GET /api/gateways": {"gateways": [GATEWAY_ROW]},
        }
    )
    adapter = GatewayAdapter(server.client())
    adapter.delete(adapter.fetch(None)[0])
    assert [sent.line for sent in server.writes] == ["DELETE /api/gateways/31/rules/2", "DELETE /api/gateways/31"]


HUNT = {
    "name": "support",
    "extension": "4400",
    "did": None,
    "description": None,
    "enabled": True,
    "fallbackDestination": None,
    "voicemailFallback": True,
    "userForward": True,
    "useFwdTimers": False,
    "ringBeans": [
        {"userName": "4101", "expiration": 15, "enabled": True, "typeStr": None},
        {"userName": "4102", "expiration": 20, "enabled": True, "typeStr": "At the same time"},
    ],
}


def test_the_type_of_the_first_ring_is_unknown_and_expirations_are_with_own_timers() -> None:
    rows = [HUNT, {**HUNT, "extension": "4401", "useFwdTimers": True}]
    server = ScriptedServer({"GET /api/callgroups": {"callGroups": rows}})
    plain, timed = HuntGroupAdapter(server.client()).fetch(None)
    assert plain.values["rings"][0]["type"] is UNREADABLE
    assert plain.values["rings"][1] == {"user": "4102", "type": "at_the_same_time", "expiration": 20}
    assert all(ring["expiration"] is UNREADABLE for ring in timed.values["rings"])


def test_a_hunt_group_is_sent_whole_with_rings_that_ring() -> None:
    server = ScriptedServer({"GET /api/callgroups": {"callGroups": [HUNT]}, "PUT /api/callgroups/4400": "57"})
    adapter = HuntGroupAdapter(server.client())
    record = adapter.fetch(None)[0]
    adapter.update(record, {**record.values, "description": "Desk"}, frozenset(["description"]))
    sent = body(server.sent[1])
    assert set(sent) == set(HUNT)
    assert sent["description"] == "Desk"
    assert sent["ringBeans"][0] == {
        "userName": "4101",
        "expiration": 15,
        "enabled": True,
        "typeStr": "If no response",
    }


def test_a_deletion_that_would_hit_another_hunt_group_is_refused() -> None:
    other = {**HUNT, "extension": "4401", "name": "4400"}
    server = ScriptedServer({"GET /api/callgroups": {"callGroups": [HUNT, other]}})
    adapter = HuntGroupAdapter(server.client())
    with pytest.raises(ItemError, match="would delete all hunt groups"):
        adapter.delete(adapter.fetch(None)[0])


@pytest.mark.parametrize("other", [{"name": "4400"}, {"did": "4400"}])
def test_an_extension_that_another_hunt_group_has_as_name_or_did_is_refused(other: dict[str, str]) -> None:
    server = ScriptedServer({"GET /api/callgroups": {"callGroups": [{**HUNT, "extension": "4401", **other}]}})
    adapter = HuntGroupAdapter(server.client())
    assert [record.identity for record in adapter.fetch(None)] == ["4401"]
    with pytest.raises(ItemError, match=r"is the name or DID of the hunt group .*; choose another"):
        adapter.translate({"extension": "4400", "name": "new"}, None)
    assert not server.writes


def test_a_mac_address_and_a_group_of_digits_only_are_addressed_by_id() -> None:
    phone = {"id": 7, "serialNo": "001565123456", "model": {"modelId": "snom370"}, "lines": None, "groups": None}
    group = {"id": 12, "name": "1006", "weight": 1}
    server = ScriptedServer(
        {
            "GET /api/phones?start=0&limit=1000": {"phones": [phone]},
            "GET /api/phoneGroups": {"groups": [group]},
            "PUT *": "",
            "DELETE *": "",
        }
    )
    for adapter in (PhoneAdapter(server.client()), PhoneGroupAdapter(server.client())):
        (record,) = adapter.fetch(None)
        adapter.update(record, {**record.values, "description": "new"}, frozenset(["description"]))
        adapter.delete(record)
    assert [sent.line for sent in server.writes] == [
        "PUT /api/phones/7",
        "DELETE /api/phones/7",
        "PUT /api/phoneGroups/12",
        "DELETE /api/phoneGroups/12",
    ]


SETTING = {"path": "a/b", "type": "string", "value": None, "defaultValue": None, "options": None}


def test_settings_of_a_line_a_port_and_a_gateway_to_come_are_checked_by_another_one() -> None:
    server = ScriptedServer(
        {
            "GET /api/gateways": {"gateways": [GATEWAY_ROW]},
            "GET /api/gateways/31/ports": {"ports": [{"id": 5}]},
            "GET /api/gateways/models": {"models": [{"modelId": "sipTrunkStandard", "versions": None}]},
            **{
                f"GET /api/{base}/settings": {"settings": [SETTING]}
                for base in ("phones/7/lines/88", "gateways/31/ports/5", "gateways/31")
            },
            "GET *": exception("", 404),
        }
    )
    client = server.client()
    swallowed = [{"user": "4101"}, {"user": "4102", "settings": {"a/c": "1"}}]
    with pytest.raises(ItemError, match="did you mean a/b"):
        read_line_settings(client, "/phones/7", swallowed, [line(88, "4101")])
    with pytest.raises(ItemError, match="did you mean a/b"):
        read_ports(client, "/gateways/31", [{}, {"settings": {"a/c": "1"}}])
    adapter = GatewayAdapter(client)
    adapter.fetch(None)
    with pytest.raises(ItemError, match="did you mean a/b"):
        adapter.translate({"name": "new", "model": "sipTrunkStandard", "settings": {"a/c": "1"}}, None)
    assert not server.writes


def test_new_phone_groups_rank_above_the_others() -> None:
    server = ScriptedServer(
        {"GET /api/phoneGroups": {"groups": [{"id": 1, "name": "a", "weight": 4}]}, "POST /api/phoneGroups": "2"}
    )
    adapter = PhoneGroupAdapter(server.client())
    adapter.fetch(None)
    adapter.create({"name": "b"})
    adapter.create({"name": "c"})
    assert [body(sent)["weight"] for sent in server.writes] == [5, 6]


def test_lines_with_a_password_are_written_anew_on_demand() -> None:
    server = ScriptedServer({"GET /api/phones/7/lines/89/settings": {"settings": []}, "DELETE *": "", "POST *": ""})
    wanted = [{"user": "4101"}, {"user_id": "door", "password": "new"}]
    rows = [line(88, "4101"), line(89, userId="door")]
    write_lines(server.client(), "/phones/7", wanted, rows, passwords=True)
    assert [sent.line for sent in server.writes] == ["DELETE /api/phones/7/lines/89", "POST /api/phones/7/lines"]
    assert body(server.writes[1])["password"] == "new"
