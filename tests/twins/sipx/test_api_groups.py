# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""User groups and phone groups: one table, two faces."""

from __future__ import annotations

import pytest

NULL_POINTER = (500, "java.lang.NullPointerException")
DUPLICATE = (
    "org.sipfoundry.sipxconfig.setting.SettingDaoImpl$DuplicateGroupException: A group with name: a already exists."
)


def group_id(server, base, name, weight=1):
    return server.post(base, {"name": name, "weight": weight}).json


@pytest.mark.parametrize("base", ["/userGroups", "/phoneGroups"])
class TestBothKinds:
    def test_weight_is_required_on_post_and_put(self, server, base):
        assert server.post(base, {"name": "a"}).brief == NULL_POINTER
        assert server.post(base, {"name": "a", "weight": None}).brief == NULL_POINTER
        number = group_id(server, base, "a")
        assert server.put(f"{base}/{number}", {"name": "a"}).brief == NULL_POINTER

    def test_names_are_unique_within_a_kind(self, server, base):
        other = {"/userGroups": "/phoneGroups", "/phoneGroups": "/userGroups"}[base]
        group_id(server, base, "a")
        assert server.post(base, {"name": "a", "weight": 2}).brief == (500, DUPLICATE)
        assert server.post(other, {"name": "a", "weight": 2}).status == 200

    def test_ids_and_names_find_a_group(self, server, base):
        number = group_id(server, base, "a", 7)
        shown = {"id": number, "name": "a", "description": None, "weight": 7, "count": None}
        assert server.get(f"{base}/{number}").json == shown
        assert server.get(f"{base}/a").json == shown

    def test_a_numeric_name_cannot_be_addressed(self, server, base):
        group_id(server, base, "900")
        assert server.get(f"{base}/900").status == 404

    def test_a_name_with_a_slash_cannot_be_addressed(self, server, base):
        group_id(server, base, "a/b")
        for slash in ("/", "%2F", "%2f"):
            for method in ("GET", "PUT", "DELETE"):
                answer = server.api(method, f"{base}/a{slash}b", {} if method == "PUT" else None)
                assert answer.brief == (500, "javax.ws.rs.ClientErrorException: HTTP 404 Not Found")
        assert "a/b" in [group["name"] for group in server.get(base).json["groups"]]

    def test_put_clears_an_absent_description_and_ignores_id_and_count(self, server, base):
        number = server.post(base, {"id": 99, "name": "a", "description": "x", "weight": 1, "count": 5}).json
        assert number != 99
        assert server.put(f"{base}/{number}", {"name": "b", "weight": 2}).text == str(number)
        assert server.get(f"{base}/{number}").json["description"] is None

    def test_lists_are_ordered_by_weight(self, server, base):
        for name, weight in (("heavy", 30), ("light", 10), ("middle", 20)):
            group_id(server, base, name, weight)
        assert [group["name"] for group in server.get(base).json["groups"]][-3:] == ["light", "middle", "heavy"]

    def test_moving_renumbers_the_whole_kind(self, server, base):
        numbers = [group_id(server, base, name, weight) for name, weight in (("a", 10), ("b", 20), ("c", 30))]
        assert server.put(f"{base}/{numbers[2]}/up").text == str(numbers[2])
        groups = [group for group in server.get(base).json["groups"] if group["name"] != "administrators"]
        assert [group["name"] for group in groups] == ["a", "c", "b"]
        weights = [group["weight"] for group in server.get(base).json["groups"]]
        assert weights == list(range(1, len(weights) + 1))
        assert server.put(f"{base}/{numbers[1]}/down").status == 200
        assert [group["name"] for group in server.get(base).json["groups"]][-1] == "b"

    def test_deleting_by_id_or_name(self, server, base):
        number = group_id(server, base, "a")
        assert server.delete(f"{base}/a").brief == (200, "")
        assert server.delete(f"{base}/{number}").status == 404

    def test_ids_reach_groups_of_the_other_kind(self, server, base):
        assert server.delete(f"{base}/1").brief == (403, "")
        assert server.get(f"{base}/1").json["name"] == "administrators"


def test_a_put_turns_a_user_group_into_a_phone_group(server):
    number = group_id(server, "/userGroups", "a")
    server.put(f"/phoneGroups/{number}", {"name": "a", "weight": 1})
    assert [group["name"] for group in server.get("/phoneGroups").json["groups"]] == ["a"]
    assert [group["name"] for group in server.get("/userGroups").json["groups"]] == ["administrators"]


def test_administrators_cannot_be_renamed(server):
    answer = server.put("/userGroups/1", {"name": "chiefs", "weight": 1})
    assert answer.brief == (500, "org.sipfoundry.sipxconfig.common.UserException: &msg.error.renameAdminGroup")


def test_counts_are_shown_in_lists_alone(staffed):
    staffed.post("/users/4101/groups/sales")
    staffed.post("/users/4102/groups/sales")
    counts = {group["name"]: group["count"] for group in staffed.get("/userGroups").json["groups"]}
    assert counts == {"administrators": 1, "sales": 2}
    assert staffed.get("/userGroups/sales").json["count"] is None


def test_guarded_and_unguarded_deletion(staffed):
    staffed.post("/users/4101/groups/sales")
    assert staffed.delete("/userGroups/sales/empty").brief == (409, "")
    assert staffed.delete("/userGroups/sales/all").brief == (200, "")
    assert staffed.get("/users/4101").json["groups"] is None
    for suffix in ("empty", "all"):
        assert staffed.delete(f"/userGroups/sales/{suffix}").brief == (204, "")
        assert staffed.delete(f"/userGroups/administrators/{suffix}").status in (403, 409)
    group_id(staffed, "/userGroups", "b")
    assert staffed.delete("/userGroups/b/empty").brief == (200, "")


class TestUserGroupSettings:
    PATH = "/userGroups/sales/settings/permission/application/rest"

    def test_stored_values_are_listed_without_anything_else(self, server):
        group_id(server, "/userGroups", "sales")
        assert server.put(self.PATH, "ENABLE").brief == (200, "")
        assert server.get("/userGroups/sales/settings").text == (
            '{"settings":[{"path":"permission/application/rest","type":null,"options":null,"value":"ENABLE",'
            '"defaultValue":null,"label":null,"description":null}]}'
        )

    def test_any_path_is_stored_blindly(self, server):
        group_id(server, "/userGroups", "sales")
        server.put("/userGroups/sales/settings/no/such/path", "x")
        assert server.get("/userGroups/sales/settings/no/such/path").json["value"] == "x"
        assert server.get("/userGroups/sales/settings/another").json["value"] is None

    def test_bulk_and_deletion(self, server):
        group_id(server, "/userGroups", "sales")
        body = {"settings": [{"path": "a/b", "value": "1"}, {"path": "c", "value": None}]}
        assert server.put("/userGroups/sales/settings", body).brief == (200, "")
        values = [
            (setting["path"], setting["value"]) for setting in server.get("/userGroups/sales/settings").json["settings"]
        ]
        assert values == [("a/b", "1"), ("c", None)]
        for _unused in range(2):
            assert server.delete("/userGroups/sales/settings/a/b").brief == (200, "")

    def test_groups_are_known_by_name_alone(self, server):
        number = group_id(server, "/userGroups", "sales")
        assert server.get(f"/userGroups/{number}/settings/a").brief == NULL_POINTER
        assert server.put("/userGroups/nobody/settings/a", "x").brief == NULL_POINTER

    def test_members_inherit_and_the_heavier_group_wins(self, staffed):
        for name, weight, value in (("light", 10, "ENABLE"), ("heavy", 20, "DISABLE")):
            group_id(staffed, "/userGroups", name, weight)
            staffed.put(f"/userGroups/{name}/settings/permission/call-handling/900Dialing", value)
            staffed.post(f"/users/4101/groups/{name}")
        path = "/users/4101/settings/permission/call-handling/900Dialing"
        assert staffed.get(path).json["defaultValue"] == "DISABLE"
        heavy = staffed.get("/userGroups/heavy").json["id"]
        staffed.put(f"/userGroups/{heavy}/up")
        setting = staffed.get(path).json
        assert (setting["value"], setting["defaultValue"]) == ("ENABLE", "ENABLE")
        assert "900Dialing" in staffed.get("/users/4101").json["permissions"]


class TestPhoneGroupSettings:
    MODEL = "/phoneGroups/lobby/model/acmePhoneStandard"
    PATH = f"{MODEL}/settings/server/outboundProxy"

    def test_the_group_s_value_is_null_until_it_has_one(self, server):
        group_id(server, "/phoneGroups", "lobby")
        assert server.get(self.PATH).json["value"] is None
        assert server.put(self.PATH, "proxy.example.com").brief == (200, "")
        setting = server.get(self.PATH).json
        assert (setting["value"], setting["defaultValue"]) == ("proxy.example.com", None)
        for _unused in range(2):
            assert server.delete(self.PATH).brief == (200, "")

    def test_the_model_in_the_path_is_cosmetic_for_writes(self, server):
        group_id(server, "/phoneGroups", "lobby")
        server.put("/phoneGroups/lobby/model/nonsense/settings/server/outboundProxy", "p")
        assert server.get(self.PATH).json["value"] == "p"
        assert server.put(f"{self.MODEL}/settings/no/such", "p").status == 200

    def test_what_reading_refuses(self, server):
        group_id(server, "/phoneGroups", "lobby")
        assert server.get(f"{self.MODEL}/settings/no/such").brief == (404, "")
        assert server.get("/phoneGroups/lobby/model/nonsense/settings/a").brief == (
            500,
            "java.lang.IllegalArgumentException: No such model with id 'nonsense'",
        )
        assert server.get("/phoneGroups/99/model/acmePhoneStandard/settings/server/outboundProxy").status == 404

    def test_the_list_has_model_defaults_whatever_the_group(self, server):
        group_id(server, "/phoneGroups", "lobby")
        server.put(self.PATH, "proxy.example.com")
        for group in ("lobby", "nobody", "99"):
            settings = server.get(f"/phoneGroups/{group}/model/acmePhoneStandard/settings").json["settings"]
            assert [setting["path"] for setting in settings] == [
                "server/outboundProxy",
                "server/outboundProxyPort",
                "system/domainName",
                "system/voiceMailNumber",
            ]
            assert settings[0]["value"] is None
        assert len(server.get("/phoneGroups/nobody/models").json["models"]) == 178

    def test_bulk_update(self, server):
        group_id(server, "/phoneGroups", "lobby")
        body = {"settings": [{"path": "server/outboundProxy", "value": "a"}, {"path": "x", "value": "b"}]}
        assert server.put(f"{self.MODEL}/settings", body).brief == (200, "")
        assert server.pbx.groups.named("phone", "lobby").settings == {"server/outboundProxy": "a", "x": "b"}


class TestFirmware:
    def phone(self, server, *groups):
        body = {"serialNo": "0004f2c0ffee", "model": {"modelId": "polycomVVX410"}, "deviceVersion": "polycom4.1.7"}
        phone_id = server.post("/phones", body).json
        for group in groups:
            server.post(f"/phones/{phone_id}/groups/{group}")
        return phone_id

    def version(self, server, phone_id):
        return server.get(f"/phones/{phone_id}").json["deviceVersion"]

    def test_member_phones_get_the_prefixed_version(self, server):
        number = group_id(server, "/phoneGroups", "lobby")
        phone_id = self.phone(server, "lobby")
        assert server.put("/phoneGroups/lobby/model/polycomVVX410/firmware/5.4.4").text == str(number)
        assert self.version(server, phone_id) == "polycom5.4.4"

    def test_only_the_heaviest_group_counts(self, server):
        group_id(server, "/phoneGroups", "light", 1)
        group_id(server, "/phoneGroups", "heavy", 2)
        phone_id = self.phone(server, "light", "heavy")
        server.put("/phoneGroups/light/model/polycomVVX410/firmware/5.4.4")
        assert self.version(server, phone_id) == "polycom4.1.7"

    @pytest.mark.parametrize(
        ("group", "model", "version"),
        [
            ("nobody", "polycomVVX410", "5.4.4"),
            ("lobby", "nonsense", "5.4.4"),
            ("lobby", "polycomVVX410", "polycom5.4.4"),
            ("lobby", "audiocodesMP112_FXS", "6.0"),
            ("lobby", "nortel11xx", "2.2"),
        ],
    )
    def test_what_cannot_be_composed_fails(self, server, group, model, version):
        group_id(server, "/phoneGroups", "lobby")
        assert server.put(f"/phoneGroups/{group}/model/{model}/firmware/{version}").status == 500
