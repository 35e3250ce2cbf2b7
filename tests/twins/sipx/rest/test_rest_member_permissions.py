# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/user-permission`` and ``/user-group-permission``."""

from __future__ import annotations

import pytest

WRITING = "An exception occured writing the response entity"


def body(root: str, **values: str) -> str:
    settings = "".join(
        f"<setting><name>{name.replace('__', '-')}</name>{value}</setting>" for name, value in values.items()
    )
    return f"<{root}><permissions>{settings}</permissions></{root}>"


def of_user(server, user: int) -> dict[str, str]:
    shown = server.get_json(f"/user-permission/{user}")["user"]["permissions"]
    return {setting["name"]: setting.get("value") for setting in shown}


def of_group(server, group: int) -> dict[str, str]:
    shown = server.get_json(f"/user-group-permission/{group}")["group"]["permissions"]
    return {setting["name"]: setting["value"] for setting in shown}


def test_a_user_shows_all_permissions_by_name(server):
    user = server.add_user("4101", lastName="Okafor", firstName="Ines")
    shown = server.get_json(f"/user-permission/{user}")["user"]
    assert list(shown) == ["id", "lastName", "firstName", "permissions"]
    assert len(shown["permissions"]) == 19
    assert shown["permissions"][0] == {
        "name": "900Dialing", "label": "900Dialing", "value": "DISABLE", "defaultValue": False
    }  # fmt: skip
    assert server.get(f"/user-permission/{user}").text.startswith(
        f"<user>\n  <id>{user}</id>\n  <lastName>Okafor</lastName>\n  <firstName>Ines</firstName>\n  <permissions>\n"
        "    <setting>\n      <name>900Dialing</name>\n      <label>900Dialing</label>\n      <value>DISABLE</value>\n"
        "      <defaultValue>false</defaultValue>\n    </setting>\n"
    )


def test_only_the_named_permissions_change(server):
    user = server.add_user("4101")
    before = of_user(server, user)
    answer = server.put(
        f"/user-permission/{user}",
        body("user", InternationalDialing="<label>x</label><value>DISABLE</value><defaultValue>true</defaultValue>"),
    )
    assert answer.is_envelope(200, "SUCCESS_UPDATED", "Updated", f"<id>{user}</id>")
    assert of_user(server, user) == {**before, "InternationalDialing": "DISABLE"}


def test_names_in_the_body_are_ignored(server):
    user = server.add_user("4101", lastName="Okafor")
    sent = "<user><id>7</id><lastName>x</lastName><firstName>y</firstName><permissions/></user>"
    assert server.put(f"/user-permission/{user}", sent).status == 200
    assert server.get_json(f"/user/{user}")["user"]["lastName"] == "Okafor"


def test_a_value_equal_to_what_applies_anyway_is_no_override(server):
    user = server.add_user("4101")
    server.permit(user, "Voicemail", "DISABLE")
    assert server.pbx.users.get(user).settings
    server.permit(user, "Voicemail", "ENABLE")
    assert not server.pbx.users.get(user).settings


def test_the_heaviest_group_with_a_value_counts(server):
    light, heavy, silent = (server.add_group(name) for name in ("light", "heavy", "silent"))
    user = server.add_user("4101", groups={"group": [{"id": group} for group in (heavy, silent, light)]})
    server.put(f"/user-group-permission/{light}", body("group", Mobile="<value>ENABLE</value>"))
    server.put(f"/user-group-permission/{heavy}", body("group", Mobile="<value>DISABLE</value>"))
    assert of_user(server, user)["Mobile"] == "DISABLE"
    server.permit(user, "Mobile", "ENABLE")
    assert of_user(server, user)["Mobile"] == "ENABLE"
    server.permit(user, "Mobile", "DISABLE")
    assert not server.pbx.users.get(user).settings


@pytest.mark.parametrize("value", ["enable", "true", "Enabled", "1"])
def test_any_other_text_is_stored_and_counts_as_disabled(server, value):
    user = server.add_user("4101")
    assert server.permit(user, "superadmin", value).status == 200
    assert of_user(server, user)["superadmin"] == value
    server.user = ("4101", "Tulip-77-x")
    assert server.get("/user").status == 403


@pytest.mark.parametrize("value", ["", "<value/>", "<value></value>"])
def test_an_empty_value_leaves_the_permission_without(server, value):
    user = server.add_user("4101")
    assert server.put(f"/user-permission/{user}", body("user", Voicemail=value)).status == 200
    assert of_user(server, user)["Voicemail"] is None


def test_an_unknown_name_breaks_the_answer_and_saves_nothing(server):
    user = server.add_user("4101")
    sent = body("user", Voicemail="<value>DISABLE</value>", nonsense="<value>ENABLE</value>")
    assert server.put(f"/user-permission/{user}", sent).is_page(500, WRITING)
    assert of_user(server, user)["Voicemail"] == "ENABLE"


@pytest.mark.parametrize(("path", "root"), [("/user-permission", "user"), ("/user-group-permission", "group")])
def test_what_both_refuse(server, path, root):
    server.add_user("4101")
    assert server.put(f"{path}/1", f"<{root}/>").is_page(500, WRITING)
    assert server.put(f"{path}/1", f"<{root}><permissions/></{root}>").status == 200
    assert server.put(path, f"<{root}><permissions/></{root}>").is_envelope(
        400, "ERROR_MISSING_ID", "ID value missing from request"
    )
    assert "<code>ERROR_OBJECT_NOT_FOUND</code>" in server.put(f"{path}/99", f"<{root}><permissions/></{root}>").text
    assert "<code>ERROR_ID_INVALID</code>" in server.get(f"{path}/x").text
    refused = server.delete(f"{path}/1")
    assert refused.is_page(405)
    assert refused.headers["Allow"] == "GET, HEAD, OPTIONS, POST, PUT"
    assert server.post(f"{path}/1").is_page(500)


def test_a_group_shows_its_own_values_and_defaults_elsewhere(server):
    group = server.add_group("g")
    values = of_group(server, group)
    assert (values["Voicemail"], values["superadmin"]) == ("ENABLE", "DISABLE")
    assert of_group(server, 1)["superadmin"] == "ENABLE"
    listing = server.get_json("/user-group-permission")["user-group-permission"]
    assert [shown["name"] for shown in listing["groups"]] == ["administrators", "g"]
    assert list(listing["groups"][0]) == ["id", "name", "description", "permissions"]


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("", "DISABLE"),
        ("<value/>", "DISABLE"),
        ("<value> </value>", "DISABLE"),
        ("<defaultValue>true</defaultValue>", "ENABLE"),
        ("<value></value><defaultValue>true</defaultValue>", "ENABLE"),
        ("<value>ENABLE</value>", "ENABLE"),
        ("<value>enable</value><defaultValue>true</defaultValue>", "enable"),
    ],
)
def test_a_missing_value_takes_the_default_that_was_sent(server, sent, stored):
    group = server.add_group("g")
    answer = server.put(f"/user-group-permission/{group}", body("group", LocalDialing=sent))
    assert answer.is_envelope(200, "SUCCESS_UPDATED", "Updated", f"<id>{group}</id>")
    assert of_group(server, group)["LocalDialing"] == stored


def test_group_values_are_kept_even_when_equal_to_the_default(server):
    group = server.add_group("g")
    server.put(f"/user-group-permission/{group}", body("group", LocalDialing="<value>ENABLE</value>"))
    assert server.pbx.groups.get(group).settings == {"permission/call-handling/LocalDialing": "ENABLE"}


def test_an_unknown_name_in_a_group_breaks_the_answer(server):
    group = server.add_group("g")
    sent = body("group", Mobile="<value>DISABLE</value>", nonsense="<value>ENABLE</value>")
    assert server.put(f"/user-group-permission/{group}", sent).is_page(500, WRITING)
    assert of_group(server, group)["Mobile"] == "ENABLE"


def test_the_json_form(server):
    user = server.add_user("4101")
    setting = {"name": "Voicemail", "value": "DISABLE"}
    answer = server.put_json(f"/user-permission/{user}", {"user": {"permissions": {"setting": [setting]}}})
    assert answer.status == 200
    assert of_user(server, user)["Voicemail"] == "DISABLE"
