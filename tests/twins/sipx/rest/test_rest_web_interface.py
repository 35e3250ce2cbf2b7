# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Emergency locations of the commercial edition, and the resources of the web interface."""

from __future__ import annotations

import json
from typing import Any

import pytest

LOCATION = (
    "<e911Location><location>{}</location><elin>{}</elin><addressInfo>9 quai Neuf</addressInfo>"
    "<description>x</description></e911Location>"
)


def locations(*rows: str) -> str:
    return f"<e911Locations>{''.join(rows)}</e911Locations>"


@pytest.fixture
def commercial(server):
    """The commercial edition with two locations."""
    server.twin.configure({"edition": "commercial"})
    body = locations(LOCATION.format("Lobby", "5550101"), LOCATION.format("Yard", "5550102"))
    assert server.put("/erls", body).status == 200
    return server


@pytest.mark.parametrize(
    "path", ["/erls", "/erl/elin/1", "/erl/user/x", "/erl/group/x", "/erl/phone/x", "/erl/phones", "/erl/phonegroup/x"]
)
@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE"])
def test_the_community_edition_has_no_emergency_locations(server, path, method):
    answer = server.send(method, f"/rest{path}", b"x")
    assert answer.is_page(404)
    assert (answer.call.route, answer.call.write) == (None, False)


def test_locations(commercial):
    assert commercial.get("/erls").text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<e911Locations>\n  <e911Location>\n    <location>Lobby</location>\n'
        "    <elin>5550101</elin>\n    <addressInfo>9 quai Neuf</addressInfo>\n    <description>x</description>\n"
        "  </e911Location>\n  <e911Location>\n    <location>Yard</location>\n    <elin>5550102</elin>\n"
        "    <addressInfo>9 quai Neuf</addressInfo>\n    <description>x</description>\n"
        "  </e911Location>\n</e911Locations>"
    )
    assert commercial.put("/erl/elin/5550101", LOCATION.format("Hall", "ignored")).status == 200
    assert "<location>Hall</location>" in commercial.get("/erl/elin/5550101").text
    assert commercial.delete("/erl/elin/5550101").status == 200
    assert commercial.get("/erl/elin/5550101").is_page(400)
    assert (
        commercial.send("DELETE", "/rest/erls", locations("<e911Location><elin>5550102</elin></e911Location>")).status
        == 200
    )
    assert "<e911Locations/>" in commercial.get("/erls").text
    assert commercial.put("/erls", locations("<e911Location><location>x</location></e911Location>")).is_page(400)


def test_a_users_location_is_plain_text(commercial):
    assert commercial.get("/erl/user/superadmin").text == ""
    assert commercial.put("/erl/user/superadmin", "5550102").status == 200
    answer = commercial.get("/erl/user/superadmin")
    assert (answer.text, answer.content_type) == ("5550102", "text/plain; charset=ISO-8859-1")
    assert commercial.pbx.users.get(1).settings["e911/location"] == "2"
    assert commercial.put("/erl/user/superadmin", "1").is_page(400)
    assert commercial.put("/erl/user/nobody", "5550102").is_page(400)
    assert commercial.delete("/erl/user/superadmin").status == 200
    assert commercial.get("/erl/user/superadmin").text == ""


def test_locations_of_groups_and_phones(commercial):
    from simulator.sipx.state.groups import PHONE, Group
    from simulator.sipx.state.phones import Phone

    commercial.pbx.groups.save(Group("lobby", PHONE))
    commercial.pbx.phones.save(Phone("0004f2aa01bc", "polycom331"))
    assert commercial.put("/erl/group/administrators", "5550101").status == 200
    assert "<elin>5550101</elin>" in commercial.get("/erl/group/administrators").text
    assert commercial.put("/erl/phonegroup/lobby", "5550102").status == 200
    assert "<elin>5550102</elin>" in commercial.get("/erl/phonegroup/lobby").text
    assert commercial.delete("/erl/phonegroup/lobby").status == 200
    assert commercial.get("/erl/phonegroup/nothing").is_page(400)
    row = "<e911Location><serial>{}</serial><elin>{}</elin></e911Location>"
    assert commercial.put("/erl/phones", locations(row.format("0004f2aa01bc", "5550101"))).status == 200
    shown = commercial.get("/erl/phone/0004f2aa01bc").text
    assert "<elin>5550101</elin>" in shown
    assert "<serial>0004f2aa01bc</serial>" in shown
    for wrong in (("x", "5550101"), ("0004f2aa01bc", "1")):
        assert commercial.put("/erl/phones", locations(row.format(*wrong))).is_page(400)


def shown(server: Any, path: str) -> Any:
    answer = server.get(path)
    assert (answer.status, answer.content_type) == (200, "text/plain; charset=ISO-8859-1")
    return json.loads(answer.text)


def region(name: str, **more: Any) -> str:
    return json.dumps({"name": name, "addresses": ["10.0.0.0/8"], **more})


def test_regions(server):
    answer = server.post("/region", region("west"))
    assert (answer.status, answer.body) == (200, b"")
    server.post("/region", region("east"))
    east = {"name": "east", "id": 2, "addresses": ["10.0.0.0/8"], "servers": []}
    assert shown(server, "/region") == [east, {**east, "name": "west", "id": 1}]
    assert shown(server, "/region/2") == east
    assert server.put("/region/2", region("north", id=1)).status == 200
    assert server.put("/region/2", region("south")).status == 200
    assert [row["name"] for row in shown(server, "/region")] == ["east", "north", "south"]
    assert server.delete("/region/2").status == 200
    assert len(shown(server, "/region")) == 2


@pytest.mark.parametrize(
    "body",
    [region("x", servers=[]), region("default"), region("x" * 256), region(""), region("taken"), '{"name":"x"}',
     '{"name":"x","addresses":["nonsense"]}', "x"],
)  # fmt: skip
def test_regions_that_break(server, body):
    server.post("/region", region("taken"))
    answer = server.post("/region", body)
    assert (answer.status, answer.call.applied) == (500, False)
    assert server.get("/region/9").status == 500
    assert server.delete("/region").status == 500


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("POST", "/region", region("x", servers=[]), 'Unrecognized field "servers"'),
        ("PUT", "/region/1", "[]", "START_ARRAY token"),
        ("POST", "/region", '{"name":"x","addresses":"10.0.0.0/8"}', "java.util.ArrayList out of VALUE_STRING token"),
        ("POST", "/dnsPlan", "{", "end-of-input"),
        ("POST", "/dnsPreview/ALL", '{"excluded":["MX"]}', "value not one of declared Enum instance names"),
        ("PUT", "/dnsViewMove", '{"ids":["x"]}', "not a valid int value"),
        ("POST", "/mongoGlobal/", "", "No content to map to Object due to end of input"),
    ],
)
def test_the_parser_says_what_it_cannot_read(server, method, path, body, words):
    answer = server.send(method, f"/rest{path}", body)
    assert answer.is_page(500)
    assert words in answer.reason


def test_dns(server):
    server.post("/region", region("west"))
    plan = {"name": "failover", "groups": [{"targets": [{"targetType": "BASIC", "targetId": None, "percentage": 100}]}]}
    assert server.post("/dnsPlan", json.dumps(plan)).text == "1"
    plan["groups"][0]["id"] = 1
    view = {"name": "west", "enabled": True, "regionId": 1, "planId": 1, "excluded": ["NS"], "customRecordsIds": []}
    assert server.post("/dnsView", json.dumps(view)).text == "1"
    assert server.post("/dnsView", json.dumps({**view, "name": "other"})).text == "2"
    assert server.post("/dnsView", json.dumps({**view, "name": "none", "regionId": None})).status == 500
    assert server.post("/dnsView", json.dumps({**view, "name": "x", "excluded": ["MX"]})).is_page(500)
    assert shown(server, "/dnsPlan") == [{"id": 1, **plan, "views": ["west", "other"]}]
    assert shown(server, "/dnsPlan/1")["plan"] == {"id": 1, **plan}
    assert shown(server, "/dnsPlan/blank")["plan"]["id"] is None
    assert shown(server, "/dnsView/1")["view"] == {"id": 1, **view}
    assert shown(server, "/dnsView")[1] == {"id": 1, **view, "region": "west", "plan": "failover"}
    assert server.put("/dnsViewMove", '{"ids":[2],"step":-1}').status == 200
    for ids in ([99], [None], [1, 99]):
        assert server.put("/dnsViewMove", json.dumps({"ids": ids, "step": 1})).failure == "Internal error: null"
    assert list(server.pbx.extras["dns_views"]["rows"]) == ["2", "1"]
    assert server.post("/dnsCustom", '{"name":"c","records":"x IN A 192.0.2.1"}').text == "1"
    assert shown(server, "/dnsCustom/1") == {"custom": {"id": 1, "name": "c", "records": "x IN A 192.0.2.1"}}
    assert server.put("/dnsDefaultView", '{"customRecordsIds":[1]}').status == 200
    assert shown(server, "/dnsDefaultView")["customRecordsIds"] == [1]
    for path in ("/dnsPreview/ALL", "/dnsDefaultPreview"):
        preview = server.post(path, "{}")
        assert preview.text.startswith("$ORIGIN pbx.example.com.\n")
        assert preview.call.write is False


def test_backups_and_the_rest_answer_without_effect(server):
    backup = shown(server, "/backup/local")
    assert set(backup) == {"definitions", "dbSettings", "settings", "backup", "backups", "inProgress"}
    assert server.put("/backup/local", json.dumps({**backup, "settings": {"x": 1}})).call.applied
    assert shown(server, "/backup/local")["settings"] == {"x": 1}
    nested = '{"settings":' * 200 + "{}" + "}" * 200
    assert server.put("/backup/local", nested).is_page(500)
    assert server.put("/backup/ftp", nested.replace('{"settings":', "", 2)[:-2]).status == 200
    assert server.put("/backup/local", "{}").status == 200
    assert server.get("/backup/tape").is_page(404)
    for path in ("/backup/ftp", "/restore/", "/uploadRestore", "/mongoGlobal/", "/mongoRegional/", "/birds"):
        answer = server.post(path, "{}")
        assert (answer.status, answer.call.applied) == (200, False)
    assert server.put("/uploadRestore/configuration/", b"data").status == 200
    assert shown(server, "/uploadRestore") == ["configuration"]
    assert server.put("/uploadRestore", b"x").is_page(500)
    assert shown(server, "/uploadRestore") == []
    assert shown(server, "/birds") == {"birds": []}


def test_a_get_that_changes_a_phone(server):
    from simulator.sipx.state.phones import Phone

    server.pbx.phones.save(Phone("0004f2aa01bc", "polycom331"))
    answer = server.get("/updatephone/0004f2aa01bc/4.0/331")
    assert (answer.text, answer.call.write, answer.call.applied) == ("empty", True, True)
    assert len(server.pbx.profile_pushes) == 1
    for model, version, model_id, device_version in (
        ("450", "4.1.0", "polycom450", "polycom4.1.0"),
        ("polycomVVX500", "5.5.2", "polycomVVX500", "polycom5.5.2"),
        ("acmePhoneStandard", "4.0.X", "polycomVVX500", "polycom4.0.X"),
        ("nothing", "9", "polycomVVX500", "polycom4.0.X"),
    ):
        assert server.get(f"/updatephone/0004f2aa01bc/{version}/{model}").text == "empty"
        phone = server.pbx.phones.with_serial("0004f2aa01bc")
        assert (phone.model_id, phone.device_version) == (model_id, device_version)
    assert server.get("/updatephone/0004f2aa01bd/4.0/331").is_page(400)
    answer = server.send("HEAD", "/rest/updatephone/0004f2aa01bc/4.0/331")
    assert (answer.body, answer.call.write, answer.call.applied) == (b"", True, True)


def test_the_state_survives_a_round_trip(commercial):
    commercial.post("/region", region("west"))
    commercial.post("/avatar/x", b"x")
    before = commercial.twin.state()
    commercial.twin.load(json.loads(json.dumps(before)), {})
    assert commercial.twin.state() == before
    assert "Lobby" in commercial.get("/erls").text
    assert shown(commercial, "/region")[0]["name"] == "west"


def test_groups_and_targets_of_a_plan_are_shown_whole(server):
    target = {"targetType": "BASIC", "percentage": 50}
    server.post("/dnsPlan", json.dumps({"name": "a", "groups": [{"targets": [target]}]}))
    server.post("/dnsPlan", json.dumps({"name": "b", "groups": [{"targets": [target, {}]}, {}, None]}))
    whole = {**target, "targetId": None}
    assert shown(server, "/dnsPlan/1")["plan"]["groups"] == [{"id": 1, "targets": [whole]}]
    assert shown(server, "/dnsPlan/2")["plan"]["groups"] == [
        {"id": 2, "targets": [whole, dict.fromkeys(whole)]},
        {"id": 3, "targets": None},
        None,
    ]
    kept = [{"id": 3, "targets": []}, {"targets": []}]
    assert server.put("/dnsPlan/2", json.dumps({"id": 2, "name": "b", "groups": kept})).status == 200
    assert [group["id"] for group in shown(server, "/dnsPlan/2")["plan"]["groups"]] == [3, 4]
