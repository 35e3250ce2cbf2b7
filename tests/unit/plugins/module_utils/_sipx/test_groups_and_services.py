# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of groups and services, the order of groups, and registrations."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import CREATED, UPDATED, ScriptedServer, exception

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.client import SipxClient
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.commercial import commercial
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.registrations import DROP_REGISTRATIONS
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.failures import NoSuchEndpoint
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.group_order import GroupOrderAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.group_settings import (
    PhoneGroupSettings,
    UserGroupSettings,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.permission import PermissionAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.settings import DEFAULT
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.erl import ErlAdapter, ErlAssignmentAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.features import switch
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.service_settings import BulkSettings
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user_group import UserGroupAdapter

SWITCH = {"path": "im/on", "type": "boolean", "value": "0", "defaultValue": "0", "options": None}
STORED = {"path": "im/on", "type": None, "value": "1", "defaultValue": None}


def test_a_group_says_something_even_if_it_equals_the_default() -> None:
    server = ScriptedServer(
        {
            "GET /api/my/user/settings": {"settings": [SWITCH]},
            "GET /api/userGroups/sales/settings": [{"settings": []}, {"settings": [{**STORED, "value": "0"}]}],
            "GET /api/userGroups/sales/settings/im/on": {**STORED, "value": "0"},
            "PUT *": "",
            "DELETE *": "",
        }
    )
    tree = UserGroupSettings(server.client(), "/userGroups/sales")
    assert tree.setting("im/on").value is None
    assert tree.text_of("im/on", False) == "0"
    assert tree.text_of("im/on", DEFAULT) is None
    tree.write("im/on", "0")
    assert tree.setting("im/on").value == "0"
    tree.write("im/on", None)
    assert [sent.line for sent in server.writes] == [
        "PUT /api/userGroups/sales/settings/im/on",
        "DELETE /api/userGroups/sales/settings/im/on",
    ]


def test_a_user_group_whose_name_is_a_number_is_addressed_by_name_where_ids_are_not_understood() -> None:
    row = {"id": 12, "name": "1006"}
    server = ScriptedServer(
        {
            "GET /rest/user-group": {"user-group": {"groups": [row]}},
            "GET /rest/user-group-permission": {"user-group-permission": {"groups": []}},
            "GET /api/my/user/settings": {"settings": [SWITCH]},
            "GET /api/userGroups/1006/settings": {"settings": []},
            "GET /api/userGroups/1006/settings/im/on": STORED,
            "PUT *": "",
        }
    )
    adapter = UserGroupAdapter(server.client())
    (record,) = adapter.fetch(None)
    adapter.update(record, {**record.values, "settings": {"im/on": "1"}}, frozenset(["description", "settings"]))
    assert [sent.line for sent in server.writes] == [
        "PUT /rest/user-group/12",
        "PUT /api/userGroups/1006/settings/im/on",
    ]


def test_a_user_group_that_cannot_be_finished_is_taken_back() -> None:
    server = ScriptedServer(
        {
            "PUT /rest/user-group": CREATED,
            "PUT /rest/user-group-permission/57": exception("no"),
            "DELETE /rest/user-group/57": UPDATED,
        }
    )
    with pytest.raises(RequestError):
        UserGroupAdapter(server.client()).create({"name": "sales", "permissions": {"Mobile": False}})
    assert server.lines[-1] == "DELETE /rest/user-group/57"


def assignments(client: SipxClient, *pairs: tuple[str, str]) -> ErlAssignmentAdapter:
    adapter = ErlAssignmentAdapter(client)
    adapter.expect([Item(0, name, values={"kind": kind, "name": name}) for kind, name in pairs])
    return adapter


def test_only_those_who_are_mentioned_are_asked_where_they_are() -> None:
    one = "<e911Locations><e911Location><elin>7</elin></e911Location></e911Locations>"
    server = ScriptedServer(
        {
            "GET /rest/erls": one,
            "GET /rest/erl/user/4101": "7",
            "GET /rest/erl/phone/0004f2c0ffee": one,
            "GET /rest/erl/group/nobody": exception("", 400),
        }
    )
    pairs = (("user", "4101"), ("phone", "00:04:F2:C0:FF:EE"), ("user_group", "nobody"))
    adapter = assignments(server.client(), *pairs)
    records = [adapter.complete(record, {}) for record in adapter.fetch(None)]
    assert [record.values.get("elin") for record in records] == ["7", "7", None]
    assert adapter.warnings() == ["user group 'nobody' does not exist on the server"]
    with pytest.raises(ItemError, match="does not exist on the server"):
        adapter.update(records[2], {**records[2].values, "elin": "7"}, frozenset(["elin"]))
    with pytest.raises(ItemError, match="no call takes the location from a phone"):
        adapter.translate({"elin": ""}, records[1])
    assert not server.writes


def test_names_and_numbers_stand_in_the_address_of_a_location_as_they_are() -> None:
    server = ScriptedServer({"GET /rest/erls": "<e911Locations/>", "GET *": "", "DELETE *": ""})
    adapter = assignments(server.client(), ("user", "+49@x"))
    adapter.complete(adapter.fetch(None)[0], {})
    ErlAdapter(server.client()).delete(Record({}, "+4930"))
    assert server.lines == ["GET /rest/erls", "GET /rest/erl/user/+49@x", "DELETE /rest/erl/elin/+4930"]


def test_a_value_that_a_group_does_not_keep_is_an_error() -> None:
    server = ScriptedServer({"GET *": {**SWITCH, "value": None}, "PUT *": ""})
    with pytest.raises(RequestError, match="did not keep the value"):
        PhoneGroupSettings(server.client(), "/phoneGroups/3/model/vvx").write("im/on", "1")


def test_the_time_service_is_written_by_list_and_read_back() -> None:
    kept = {"path": "ntp/server", "type": "string", "value": "b", "defaultValue": "a"}
    server = ScriptedServer({"GET /api/timezone/settings": {"settings": [kept]}, "PUT *": ""})
    BulkSettings(server.client(), "/timezone").write("ntp/server", "b")
    assert json.loads(server.writes[0].body or b"") == {"settings": [{"path": "ntp/server", "value": "b"}]}


@pytest.mark.parametrize(
    ("wanted", "moves"),
    [
        (["a", "b", "c"], []),
        (["c", "a", "b"], ["3/up", "3/up"]),
        (["b", "c", "a"], ["1/down", "1/down"]),
        (["c", "a"], ["1/down", "1/down", "3/up"]),
    ],
)
def test_groups_move_by_one_place_at_a_time(wanted: list[str], moves: list[str]) -> None:
    rows = [{"name": name, "id": number} for number, name in enumerate("abc", start=1)]
    server = ScriptedServer({"GET /api/phoneGroups": {"groups": rows}, "PUT *": ""})
    adapter = GroupOrderAdapter(server.client())
    (record,) = adapter.fetch(frozenset(["phone_groups"]))
    adapter.update(record, {"kind": "phone_groups", "groups": wanted}, frozenset(["groups"]))
    sent = [line.removeprefix("PUT /api/phoneGroups/") for line in server.lines[1:]]
    names = list("abc")
    for move in sent:
        identity, direction = move.split("/")
        place = names.index("abc"[int(identity) - 1])
        other = place + (1 if direction == "down" else -1)
        names[place], names[other] = names[other], names[place]
    assert [name for name in names if name in wanted] == wanted
    assert len(sent) <= max(len(moves), 3)


def test_features_that_need_others_wait_for_them() -> None:
    refusal = RequestError("DELETE", "/f", "was answered 500")
    server = ScriptedServer({"DELETE /api/f/proxy": [refusal, ""], "DELETE /api/f/registrar": ""})
    switch(server.client(), "/f", {"proxy": False, "registrar": False}, {"proxy": True, "registrar": True})
    assert server.lines == ["DELETE /api/f/proxy", "DELETE /api/f/registrar", "DELETE /api/f/proxy"]


def test_a_feature_that_is_refused_for_good_is_an_error_and_a_lost_answer_is_not_tried_again() -> None:
    server = ScriptedServer({"PUT *": RequestError("PUT", "/f", "was answered 500")})
    with pytest.raises(RequestError):
        switch(server.client(), "/f", {"proxy": True}, {})
    assert len(server.lines) == 1
    server = ScriptedServer({"PUT *": RequestError("PUT", "/f", "was cut off", outcome=RemoteError.UNKNOWN)})
    with pytest.raises(RequestError):
        switch(server.client(), "/f", {"a": True, "b": True}, {})
    assert len(server.lines) == 1


def params(**given: str) -> dict[str, Any]:
    return {**dict.fromkeys(DROP_REGISTRATIONS.options), **given}


@pytest.mark.parametrize(
    "contact",
    [
        "<sip:4101@10.0.0.1;line=1>",
        "<sip:4101@10.0.0.1:5060>",
        "sip:10.0.0.1",
        "<sip:10.0.0.1:5060;transport=tcp>",
        '"Ines" <sips:4101@10.0.0.1>',
    ],
)
def test_an_address_in_any_contact(contact: str) -> None:
    rows = {"registrations": [{"contact": contact, "identity": "4101@pbx"}]}
    server = ScriptedServer({"GET /api/registrations/ip/10.0.0.1": rows})
    assert DROP_REGISTRATIONS.look is not None
    assert DROP_REGISTRATIONS.look(server.client(), params(ip="10.0.0.1"))


def test_an_address_that_is_part_of_another_is_refused() -> None:
    rows = {"registrations": [{"contact": "<sip:1@10.0.0.1>"}, {"contact": "<sip:2@10.0.0.12>"}]}
    server = ScriptedServer({"GET /api/registrations/ip/10.0.0.1": rows})
    assert DROP_REGISTRATIONS.look is not None
    with pytest.raises(ItemError, match=r"10\.0\.0\.12"):
        DROP_REGISTRATIONS.look(server.client(), params(ip="10.0.0.1"))
    with pytest.raises(ItemError, match="whole address"):
        DROP_REGISTRATIONS.check(params(ip="10.0"))


def test_an_address_of_a_server_that_is_part_of_another_is_refused() -> None:
    server = ScriptedServer(
        {
            "GET /api/servers": {"servers": [{"id": 3, "host": "pbx2.example.com", "ip": "10.0.0.1"}]},
            "GET /api/registrations/server/3": {"registrations": [{"primary": "10.0.0.1:5070"}]},
        }
    )
    assert DROP_REGISTRATIONS.look is not None
    assert DROP_REGISTRATIONS.look(server.client(), params(server="pbx2.example.com"))
    server.answers["GET /api/registrations/server/3"]["registrations"].append({"primary": "10.0.0.12:5070"})
    with pytest.raises(ItemError, match=r"10\.0\.0\.12:5070"):
        DROP_REGISTRATIONS.look(server.client(), params(server="pbx2.example.com"))
    assert not server.writes


def test_a_number_is_not_taken_for_the_id_of_somebody_else() -> None:
    users = {"users": [{"id": 200, "userName": "4101"}, {"id": 7, "userName": "200"}]}
    server = ScriptedServer(
        {"GET /api/users?start=0&limit=1000": users, "GET /api/registrations/user/7": {"registrations": []}}
    )
    assert DROP_REGISTRATIONS.look is not None
    assert DROP_REGISTRATIONS.look(server.client(), params(user="200")) is None


def test_the_community_edition_is_named() -> None:
    words = r"this server has no licences.*Only the commercial edition"
    with pytest.raises(RequestError, match=words), commercial("licences"):
        raise NoSuchEndpoint("GET", "/api/license/", "was answered 500", 500)


def test_a_record_of_groups_names_only_what_differs_from_the_defaults() -> None:
    server = ScriptedServer(
        {
            "GET /rest/user-group": {"user-group": {"groups": [{"id": 4, "name": "sales"}]}},
            "GET /rest/user-group-permission": {
                "user-group-permission": {
                    "groups": [
                        {
                            "id": 4,
                            "permissions": [
                                {"name": "Mobile", "value": "DISABLE", "defaultValue": True},
                                {"name": "TollFree", "value": "ENABLE", "defaultValue": True},
                            ],
                        }
                    ]
                }
            },
        }
    )
    (record,) = UserGroupAdapter(server.client()).fetch(None)
    assert isinstance(record, Record)
    assert record.values["permissions"] == {"Mobile": False}
    assert record.raw == {"Mobile": False, "TollFree": True}


@pytest.mark.parametrize("strange", [None, "", "false", 1.5, {}])
def test_permissions_of_which_nobody_knows_whose_they_are_are_no_listing(strange: Any) -> None:
    rows = [{"name": "perm_1", "label": "Door", "builtIn": False}, {"name": "Mobile", "builtIn": strange}]
    server = ScriptedServer({"GET /rest/permission": {"permissions": {"permissions": rows}}})
    with pytest.raises(RemoteError, match="does not tell which are built in"):
        PermissionAdapter(server.client()).fetch(None)


@pytest.mark.parametrize("page", ["<html><body>Log in</body></html>", "<users/>"])
def test_a_page_in_place_of_the_locations_is_no_empty_list(page: str) -> None:
    with pytest.raises(RequestError, match="another XML document"):
        ErlAdapter(ScriptedServer({"GET /rest/erls": page}).client()).fetch(None)


def test_a_page_in_place_of_a_users_location_is_no_location() -> None:
    server = ScriptedServer({"GET /rest/erls": "<e911Locations/>", "GET /rest/erl/user/4101": "<html>"})
    adapter = ErlAssignmentAdapter(server.client())
    adapter.expect([Item(0, "4101", "4101", values={"kind": "user", "name": "4101"})])
    (record,) = adapter.fetch(None)
    with pytest.raises(RequestError, match="with a page and no location"):
        adapter.complete(record, {"elin": "7"})


@pytest.mark.parametrize("done", [True, False])
def test_a_step_whose_answer_is_lost_moves_a_group_once(done: bool) -> None:
    lost = RequestError("PUT", "/up", "was cut off", outcome=RemoteError.UNKNOWN)
    rows = {name: {"name": name, "id": number} for number, name in enumerate("abc", start=1)}
    orders = ["abc", "acb" if done else "abc"]
    server = ScriptedServer(
        {
            "GET /api/phoneGroups": [{"groups": [rows[name] for name in order]} for order in orders],
            "PUT /api/phoneGroups/3/up": [lost, "", ""],
        }
    )
    adapter = GroupOrderAdapter(server.client())
    (record,) = adapter.fetch(frozenset(["phone_groups"]))
    adapter.update(record, {"kind": "phone_groups", "groups": ["c", "a", "b"]}, frozenset(["groups"]))
    assert len(server.writes) == (2 if done else 3)
