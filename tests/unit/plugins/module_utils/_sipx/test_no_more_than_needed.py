# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A write touches what differs and nothing else, hits whom it names, and shows no secret."""

from __future__ import annotations

import json
from typing import Any

import pytest
from server import CREATED, NO_ROUTE, UPDATED, ScriptedServer, exception

from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._http.errors import RequestError
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import CallError, ItemError, RemoteError
from ansible_collections.dialtone.voip.plugins.module_utils._sipx import observing
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.client import SipxClient
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.conference_command import CONFERENCE_COMMAND
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.device_settings import (
    SETTINGS,
    with_settings,
    write_settings,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.dialing_rule import DialingRuleAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.directory import Directory
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.gateway import GatewayAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.gateway_ports import Port, write_ports
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.group_order import GroupOrderAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.hunt_group import HuntGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone import PhoneAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_group_settings import PhoneGroupSettingsAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_lines import PASSWORDS, write_lines
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.settings import DEFAULT, Settings
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user import USER, UserAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user_group import USER_GROUP, UserGroupAdapter


def body(sent: Any) -> Any:
    return json.loads(sent.body or b"null")


def test_secrets_and_what_must_not_be_deleted_are_declared() -> None:
    assert {field.name for field in USER.fields if field.secret} == {"pin", "sip_password", "voicemail_pin"}
    assert USER.verifiable == {"pin", "sip_password"}
    assert (USER.protected, USER_GROUP.protected) == ({"superadmin"}, {"administrators"})
    assert SETTINGS.secret_key is not None
    assert SETTINGS.secret_key("itsp-account/password")


def test_a_secret_in_the_address_is_not_in_the_message_of_a_broken_connection() -> None:
    lost = RequestError("PUT", "/rest/my/portal/password/97531", "was cut off", outcome=RemoteError.UNKNOWN)
    with pytest.raises(RequestError) as caught:
        ScriptedServer({"PUT *": lost}).client().put_secret("/my/portal/password/", "97531")
    assert "97531" not in caught.value.message + caught.value.path
    assert caught.value.outcome == RemoteError.UNKNOWN


def test_a_write_is_repeated_only_where_that_does_no_harm() -> None:
    server = ScriptedServer({"POST *": "7"})
    server.client().api_send("POST", "/phones", {})
    assert server.sent[0].repeatable is None


def test_a_password_that_is_not_the_users_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    server = ScriptedServer({"GET /rest/my/logindetails": exception("", 401)})
    asked: list[tuple[str, str]] = []

    def as_user(_client: SipxClient, user_name: str, password: str) -> SipxClient:
        asked.append((user_name, password))
        return server.client()

    monkeypatch.setattr(SipxClient, "as_user", as_user)
    assert server.client().login_details("4101", "1234") is None
    assert asked == [("4101", "1234")]


def test_another_users_access_carries_that_users_name() -> None:
    assert ScriptedServer({}).client().as_user("4101", "1234").user_name == "4101"


ROW = {"path": "a/b", "type": "string", "value": "1", "defaultValue": "0", "options": None}


def tree(server: ScriptedServer) -> Settings:
    return Settings(server.client(), "/phones/7")


TREE = {"GET /api/phones/7/settings": {"settings": [ROW]}, "DELETE *": "", "PUT *": ""}


@pytest.mark.parametrize(
    ("wanted", "current", "lines"),
    [
        ({"a/b": "1"}, {"a/b": "1"}, []),
        ({"a/b": ""}, {"a/b": None}, []),
        ({"a/b": None}, None, []),
        ({}, {"a/b": "1"}, ["DELETE /api/phones/7/settings/a/b"]),
        ({}, None, []),
        ({"a/b": DEFAULT}, None, ["DELETE /api/phones/7/settings/a/b"]),
    ],
)
def test_only_settings_that_differ_are_written(wanted: Any, current: Any, lines: list[str]) -> None:
    server = ScriptedServer(TREE)
    write_settings(tree(server), wanted, current)
    assert [sent.line for sent in server.writes] == lines


def test_a_user_name_wins_over_the_alias_of_somebody_else() -> None:
    rows = [{"id": 1, "userName": "4101", "aliases": []}, {"id": 2, "userName": "4102", "aliases": ["4101"]}]
    server = ScriptedServer({"GET /api/users?start=0&limit=1000": {"users": rows}})
    directory = Directory(server.client())
    assert directory.users()["4101"] == "4101"
    assert directory.user_ids()["4101"] == 1
    assert len(server.lines) == 1, "a listing is read once"
    with pytest.raises(ItemError, match="user '4103' does not exist"):
        directory.id_of(directory.user_ids(), "user", "4103")


NEW = {"user_name": "4101", "pin": "1234", "sip_password": "x1y2z3", "voicemail_pin": "864200"}
OTHER = {"id": 9, "userName": "4102", "aliases": ["4101"], "pintoken": "x", "sipPassword": "y"}


@pytest.mark.parametrize("outcome", [RemoteError.REFUSED, RemoteError.UNKNOWN])
def test_a_user_who_is_not_there_is_not_taken_for_the_new_one(outcome: str) -> None:
    failure = RequestError("PUT", "/rest/user", "failed", outcome=outcome)
    server = ScriptedServer({"PUT /rest/user": failure, "GET /api/users/4101": OTHER})
    with pytest.raises(RequestError) as caught:
        UserAdapter(server.client()).create(NEW)
    assert caught.value is failure
    assert len(server.writes) == 1


def test_after_a_refusal_nobody_is_looked_for() -> None:
    refused = RequestError("PUT", "/rest/user", "was answered 500")
    server = ScriptedServer({"PUT /rest/user": refused})
    with pytest.raises(RequestError):
        UserAdapter(server.client()).create(NEW)
    assert server.lines == ["PUT /rest/user"]


def test_a_new_user_gets_permissions_and_settings() -> None:
    server = ScriptedServer(
        {
            "PUT /rest/user": CREATED,
            "PUT /rest/user-permission/57": UPDATED,
            "GET /api/users/4101/settings": {"settings": [ROW]},
            "DELETE *": "",
        }
    )
    values = {"user_name": "4101", "permissions": {"Mobile": False}, "settings": {"a/b": "0"}}
    UserAdapter(server.client()).create(values)
    assert [sent.line for sent in server.writes] == [
        "PUT /rest/user",
        "PUT /rest/user-permission/57",
        "DELETE /api/users/4101/settings/a/b",
    ]


def test_what_the_listing_of_a_user_does_not_grant_is_denied_already() -> None:
    permissions = {"permissions": {"permissions": [{"name": "Mobile", "label": "Mobile", "builtIn": True}]}}
    adapter = UserAdapter(ScriptedServer({"GET /rest/permission": permissions}).client())
    record = Record({"user_name": "4101", "permissions": {}}, 57)
    adapter.translate({"user_name": "4101", "permissions": {"Mobile": False}}, record)
    assert record.values["permissions"] == {"Mobile": False}


def test_a_user_and_a_group_get_only_the_settings_and_permissions_that_differ() -> None:
    server = ScriptedServer({"PUT *": UPDATED})
    user = Record({"user_name": "4101", "settings": {"a/b": "1"}, "permissions": {}}, 57)
    UserAdapter(server.client()).update(user, user.values, frozenset(["settings"]))
    assert not server.sent
    group = Record({"name": "sales", "permissions": {"Mobile": True, "TollFree": False}}, 21)
    wanted = {"name": "sales", "permissions": {"Mobile": True, "TollFree": True}}
    UserGroupAdapter(server.client()).update(group, wanted, frozenset(["permissions"]))
    assert server.lines == ["PUT /rest/user-group-permission/21"]
    assert b"Mobile" not in (server.sent[0].body or b"")
    assert b"<name>TollFree</name><value>ENABLE</value>" in (server.sent[0].body or b"")


def phone(**values: Any) -> Record:
    lines = [{"id": 88, "user": "4101"}, {"id": 89, "user": "4102"}]
    shown = {"serial_number": "0004f2c0ffee", "model": "vvx", "groups": ["a", "b"], "lines": [], **values}
    return Record(shown, 7, raw={"lines": lines})


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({"groups": ["b", "c"]}, ["DELETE /api/phones/7/groups/a", "POST /api/phones/7/groups/c"]),
        ({"device_version": "v2"}, ["PUT /api/phones/7"]),
        ({"lines": [{"user": "4101"}]}, ["DELETE /api/phones/7/lines/89"]),
        ({"lines": []}, ["DELETE /api/phones/7/lines"]),
        ({"settings": {"a/b": "1"}}, []),
    ],
)
def test_a_phone_keeps_what_is_not_changed(change: dict[str, Any], lines: list[str]) -> None:
    server = ScriptedServer({"PUT *": "", "POST *": "", "DELETE *": ""})
    record = phone(settings={"a/b": "1"})
    PhoneAdapter(server.client()).update(record, {**record.values, **change}, frozenset(change))
    assert server.lines == lines


def test_a_new_phone_joins_its_groups_and_is_taken_back_where_it_cannot() -> None:
    new = {"serial_number": "0004f2c0ffee", "model": "x", "groups": ["a", "b"]}
    server = ScriptedServer({"POST *": "7"})
    assert PhoneAdapter(server.client()).create(new) == 7
    assert server.lines == ["POST /api/phones", "POST /api/phones/7/groups/a", "POST /api/phones/7/groups/b"]
    server = ScriptedServer({"POST /api/phones": "7", "POST *": exception("no"), "DELETE /api/phones/7": ""})
    with pytest.raises(RequestError):
        PhoneAdapter(server.client()).create(new)
    assert server.lines[-1] == "DELETE /api/phones/7"


def test_a_line_that_names_a_user_by_alias_reads_back_as_it_is() -> None:
    users = {"users": [{"id": 1, "userName": "4101", "aliases": ["ines"]}]}
    adapter = PhoneAdapter(ScriptedServer({"GET /api/users?start=0&limit=1000": users}).client())
    record = phone(lines=[{"user": "4101"}])
    wanted = {"serial_number": "0004f2c0ffee", "lines": [{"user": "ines"}]}
    assert adapter.translate(wanted, record)["lines"] == [{"user": "4101"}]


def test_the_settings_of_a_line_go_to_that_line() -> None:
    server = ScriptedServer(
        {
            "GET /api/phones/7/lines": {"lines": [{"id": 88}, {"id": 89}]},
            "GET /api/phones/7/lines/89/settings": {"settings": [ROW]},
            "DELETE *": "",
        }
    )
    wanted = [{"user": "4101"}, {"user": "4102", "settings": {"a/b": "0"}}]
    write_lines(server.client(), "/phones/7", wanted, [{"id": 88, "user": "4101"}, {"id": 89, "user": "4102"}])
    assert [sent.line for sent in server.writes] == ["DELETE /api/phones/7/lines/89/settings/a/b"]


@pytest.mark.parametrize(("count", "lines"), [(1, ["DELETE /api/g/ports/6"]), (2, []), (3, ["POST /api/g/ports"])])
def test_ports_come_and_go_at_the_end(count: int, lines: list[str]) -> None:
    server = ScriptedServer({"DELETE *": "", "POST *": ""})
    write_ports(server.client(), "/g", [{}] * count, [Port(5, {}), Port(6, {})])
    assert server.lines == lines


def test_the_settings_of_ports_go_by_the_order_of_their_ids() -> None:
    server = ScriptedServer(
        {
            "GET /api/g/ports": {"ports": [{"id": 10}, {"id": 9}]},
            "GET /api/g/ports/9/settings": {"settings": [ROW]},
            "DELETE *": "",
        }
    )
    ports = [Port(9, {"settings": {"a/b": "1"}}), Port(10, {"settings": {"a/b": "1"}})]
    write_ports(server.client(), "/g", [{"settings": {"a/b": "0"}}, {"settings": {"a/b": "1"}}], ports)
    assert [sent.line for sent in server.writes] == ["DELETE /api/g/ports/9/settings/a/b"]


def test_a_gateway_that_cannot_be_finished_is_taken_back() -> None:
    refusal = exception("org.sipfoundry.sipxconfig.gateway: Maximum number of ports is 1")
    server = ScriptedServer(
        {"POST /api/gateways": "31", "POST /api/gateways/31/ports": refusal, "DELETE /api/gateways/31": ""}
    )
    with pytest.raises(RequestError, match="no more ports"):
        GatewayAdapter(server.client()).create({"name": "trunk", "model": "x", "ports": [{}]})
    assert server.lines[-1] == "DELETE /api/gateways/31"


def test_settings_of_a_phone_group_to_come_are_foreseen_and_written_to_nobody() -> None:
    server = ScriptedServer(
        {
            "GET /api/phoneGroups": {"groups": []},
            "GET /api/phones/models": {"models": [{"modelId": "vvx", "versions": ["vvx5"]}]},
            "GET /api/phoneGroups/0/model/vvx/settings": {"settings": [ROW]},
        }
    )
    adapter = PhoneGroupSettingsAdapter(server.client())
    adapter.expect([Item(0, "new", values={"phone_group": "new", "model": "vvx"})])
    (record,) = adapter.fetch(None)
    assert adapter.warnings()
    with pytest.raises(ItemError, match="must be one of: vvx5"):
        adapter.complete(record, {"device_version": "vvx6"})
    assert adapter.complete(record, {"settings": {"a/b": "1"}}).values["settings"] == {"a/b": ""}
    with pytest.raises(ItemError, match="phone group 'new' does not exist"):
        adapter.update(record, {"settings": {"a/b": "1"}}, frozenset(["settings"]))
    assert not server.writes


def test_a_deletion_that_would_hit_a_hunt_group_by_its_did_is_refused() -> None:
    rows = [{"name": "a", "extension": "4400"}, {"name": "b", "extension": "4401", "did": "4400"}]
    groups = [{"userForward": True, "useFwdTimers": False, "ringBeans": [], **row} for row in rows]
    server = ScriptedServer({"GET /api/callgroups": {"callGroups": groups}})
    adapter = HuntGroupAdapter(server.client())
    with pytest.raises(ItemError, match="would delete all hunt groups"):
        adapter.delete(adapter.fetch(None)[0])


def test_groups_that_are_not_mentioned_keep_their_places() -> None:
    rows = [{"name": name, "id": number} for number, name in enumerate("abc", start=1)]
    server = ScriptedServer({"GET /api/phoneGroups": {"groups": rows}})
    adapter = GroupOrderAdapter(server.client())
    (record,) = adapter.fetch(frozenset(["phone_groups"]))
    adapter.update(record, {"kind": "phone_groups", "groups": ["b", "c"]}, frozenset(["groups"]))
    assert not server.writes


def test_a_rule_has_only_what_its_type_has() -> None:
    adapter = DialingRuleAdapter(ScriptedServer({}).client())
    with pytest.raises(ItemError, match="a rule of the type emergency has no pstn_prefix"):
        adapter.translate({"name": "SOS", "type": "emergency", "pstn_prefix": "9"}, None)


@pytest.mark.parametrize(("kind", "enabled"), [("custom", True), ("long_distance", False)])
def test_a_rule_that_loses_its_gateways_is_not_written_for_nothing(kind: str, enabled: bool) -> None:
    server = ScriptedServer({"GET /api/gateways": {"gateways": [{"name": "a", "id": 1}]}, "DELETE *": ""})
    record = Record({"name": "x", "type": kind, "enabled": enabled, "gateways": ["a"]}, 7)
    values = {**record.values, "gateways": []}
    DialingRuleAdapter(server.client()).update(record, values, frozenset(["gateways"]))
    assert [sent.line for sent in server.writes] == ["DELETE /api/gateways/1/rules/7"]


def test_a_new_rule_is_linked_to_its_gateways() -> None:
    gateways = {"gateways": [{"name": "a", "id": 1}]}
    server = ScriptedServer({"GET /api/gateways": gateways, "POST /api/rules": "7", "PUT *": ""})
    values = {"name": "SOS", "type": "emergency", "gateways": ["a"]}
    DialingRuleAdapter(server.client()).create(values)
    assert server.lines[-1] == "PUT /api/gateways/1/rules/7"


@pytest.mark.parametrize("filters", [{"caller": "1' OR '1"}, {"callee": "a%b"}, {"from_date": "yesterday"}])
def test_what_the_server_would_put_into_a_query_as_it_is_is_not_let_through(filters: dict[str, str]) -> None:
    with pytest.raises(CallError, match=f"filters: {next(iter(filters))} must"):
        observing.call_history(ScriptedServer({}).client(), {"filters": filters})


def command(name: str, **given: Any) -> dict[str, Any]:
    options = dict.fromkeys(CONFERENCE_COMMAND.options)
    return {**options, "conference": "standup", "command": name, "allow_secret_in_url": False, **given}


@pytest.mark.parametrize("answer", ["", "ERROR: no such member", exception("", 500)])
def test_a_command_that_the_bridge_refuses_is_an_error_without_its_arguments(answer: Any) -> None:
    server = ScriptedServer({"GET *": answer})
    with pytest.raises(RequestError) as caught:
        CONFERENCE_COMMAND.act(server.client(), command("pin", conference_pin="97531"))
    assert server.lines == ["GET /rest/my/conference/standup/pin&97531"]
    assert server.sent[0].repeatable is False
    assert "97531" not in caught.value.message


def test_a_command_without_what_it_needs_or_without_consent_is_refused() -> None:
    assert CONFERENCE_COMMAND.options["conference_pin"]["no_log"] is True
    for params, words in (
        (command("kick"), "kick needs member"),
        (command("lock", member="4"), "lock takes no member"),
        (command("say", text="a b"), "neither blanks nor slashes"),
        (command("pin", conference_pin="97531"), "allow_secret_in_url=true"),
    ):
        with pytest.raises(ItemError, match=words):
            CONFERENCE_COMMAND.check(params)


def test_a_server_without_the_call_is_no_server_without_the_user() -> None:
    server = ScriptedServer(
        {"GET /api/users/4101": [exception("", 404), NO_ROUTE], "GET /rest/user": exception("", 404)}
    )
    assert UserAdapter(server.client()).fetch(frozenset(["4101"])) == []
    with pytest.raises(RequestError):
        UserAdapter(server.client()).fetch(frozenset(["4101"]))


def test_an_administrator_whose_groups_are_not_mentioned_is_left_alone() -> None:
    adapter = UserAdapter(ScriptedServer({}).client())
    assert adapter.translate({"user_name": "superadmin", "last_name": "Weber"}, None)
    with pytest.raises(ItemError, match="must contain administrators"):
        adapter.translate({"user_name": " superadmin ", "groups": []}, None)


@pytest.mark.parametrize("name", ["a.json", "a.xml"])
def test_a_name_of_which_the_server_cuts_off_an_ending_is_looked_for_in_the_listing(name: str) -> None:
    server = ScriptedServer({"GET /api/users?start=0&limit=1000": {"users": [{"id": 5, "userName": name}]}})
    assert UserAdapter(server.client()).fetch(frozenset([name]))[0].identity == 5


def test_the_firmware_of_a_phone_group_is_written_alone_and_without_the_vendor() -> None:
    server = ScriptedServer({"PUT *": ""})
    record = Record({"phone_group": "lobby", "model": "vvx", "settings": {"a/b": "1"}}, 12)
    values = {**record.values, "settings": {"a/b": "2"}, "device_version": "polycom5.9"}
    PhoneGroupSettingsAdapter(server.client()).update(record, values, frozenset(["device_version"]))
    assert server.lines == ["PUT /api/phoneGroups/12/model/vvx/firmware/5.9"]


def test_settings_to_revert_have_to_be_named() -> None:
    adapter = PhoneGroupSettingsAdapter(ScriptedServer({}).client())
    wanted = {"phone_group": "lobby", "model": "vvx"}
    key = PhoneGroupSettingsAdapter.resource.key_of(wanted)
    adapter.expect([Item(0, "lobby", key, values=wanted, state="default")])
    with pytest.raises(ItemError, match="state=default needs settings"):
        adapter.translate(wanted, None)
    assert adapter.translate({**wanted, "settings": {"a/b": "5"}}, None)["settings"] == {"a/b": DEFAULT}


def test_an_empty_map_of_settings_is_about_all_that_differ_from_their_defaults() -> None:
    record = with_settings(tree(ScriptedServer(TREE)), Record({}), {"settings": {}})
    assert record.values["settings"] == {"a/b": "1"}


def test_a_user_whose_answer_is_lost_is_not_taken_for_another_one_of_the_listing() -> None:
    lost = RequestError("PUT", "/rest/user", "was cut off", outcome=RemoteError.UNKNOWN)
    server = ScriptedServer({"PUT /rest/user": lost, "GET /api/users?start=0&limit=1000": {"users": [OTHER]}})
    with pytest.raises(RequestError) as caught:
        UserAdapter(server.client()).create({**NEW, "user_name": "a/b"})
    assert caught.value is lost
    assert len(server.writes) == 1


def test_a_line_whose_password_alone_changes_is_written_anew() -> None:
    server = ScriptedServer({"GET /api/phones/7/lines/88/settings": {"settings": []}, "DELETE *": "", "POST *": ""})
    record = Record({}, 7, raw={"lines": [{"id": 88, "userId": "door"}]})
    values = {"lines": [{"user_id": "door", "password": "new"}]}
    PhoneAdapter(server.client()).update(record, values, frozenset([PASSWORDS]))
    assert [sent.line for sent in server.writes] == ["DELETE /api/phones/7/lines/88", "POST /api/phones/7/lines"]
