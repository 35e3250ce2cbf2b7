# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Page groups, park orbits and the prompts of both."""

from __future__ import annotations

import pytest

USER_ERROR = "org.sipfoundry.sipxconfig.common.UserException: "
NULL_POINTER = (500, "java.lang.NullPointerException")
PAGE_GROUP = {"pageGroupNumber": 31, "sound": "default.wav", "users": []}
ORBIT = {"name": "park-a", "extension": "5101", "server": "pbx.example.com"}


def upload(server, base, *files):
    chunks = [
        b'--X\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\nContent-Type: audio/x-wav\r\n\r\n%s\r\n'
        % (name.encode(), content)
        for name, content in files
    ]
    body = b"".join(chunks) + b"--X--\r\n"
    return server.post(f"{base}/prompts", body, content_type="multipart/form-data; boundary=X")


class TestPageGroups:
    def test_members_show_a_few_keys_only(self, staffed):
        body = {**PAGE_GROUP, "enabled": True, "timeout": 45, "users": [{"userName": "1201"}, {"id": 3}]}
        assert staffed.post("/pagegroups", body).brief == (200, "")
        (group,) = staffed.get("/pagegroups").json["groups"]
        assert list(group) == ["id", "pageGroupNumber", "enabled", "timeout", "sound", "description", "users"]
        shown = group["users"][0]
        filled = {"id": 2, "userName": "4101", "firstName": "Ada", "lastName": "Example", "aliases": ["1201"]}
        assert {name: value for name, value in shown.items() if value is not None} == filled
        assert len(shown) == 13
        assert staffed.put(f"/pagegroups/{group['id']}", group).brief == (200, "")
        assert staffed.get(f"/pagegroups/{group['id']}").json == group

    def test_absent_properties(self, server):
        server.post("/pagegroups", {"sound": "default.wav", "users": []})
        group = server.get("/pagegroups/1").json
        assert (group["pageGroupNumber"], group["enabled"], group["timeout"], group["users"]) == (0, False, 0, None)

    @pytest.mark.parametrize(
        ("change", "brief"),
        [
            ({"users": None}, NULL_POINTER),
            ({"sound": "missing.wav"}, (404, "Prompt not found")),
            ({"users": [{"userName": "nobody"}]}, (404, "Paging group not found.")),
            ({"users": [{"id": 99, "userName": "superadmin"}]}, (404, "Paging group not found.")),
        ],
    )
    def test_refusals(self, server, change, brief):
        assert server.post("/pagegroups", {**PAGE_GROUP, **change}).brief == brief

    def test_a_positive_id_wins_over_the_name(self, staffed):
        staffed.post(
            "/pagegroups", {**PAGE_GROUP, "users": [{"id": 1, "userName": "4101"}, {"id": -1, "userName": "4102"}]}
        )
        assert [user["userName"] for user in staffed.get("/pagegroups/1").json["users"]] == ["superadmin", "4102"]

    def test_a_sound_is_required_by_the_database(self, server):
        assert server.post("/pagegroups", {**PAGE_GROUP, "sound": None}).status == 500

    def test_numbers_are_unique_and_no_aliases(self, server):
        server.post("/pagegroups", PAGE_GROUP)
        assert server.post("/pagegroups", PAGE_GROUP).text == f"{USER_ERROR}&error.duplicateGroupNumbers"
        server.post("/users", {"userName": "*7732"})
        answer = server.post("/pagegroups", {**PAGE_GROUP, "pageGroupNumber": 32})
        assert answer.text == f"{USER_ERROR}&error.aliasinuse"
        assert server.post("/users", {"userName": "*7731"}).status == 500

    def test_another_prefix_moves_the_aliases(self, server):
        server.post("/pagegroups", PAGE_GROUP)
        server.put("/pagegroups/settings/page-config/prefix", "*88")
        assert server.post("/users", {"userName": "*7731"}).status == 200
        assert server.post("/users", {"userName": "*8831"}).status == 500

    @pytest.mark.parametrize(
        ("prefix", "key"), [("", "blank"), ("  ", "blank"), ("*7 7", "invalid"), ("<7>", "invalid")]
    )
    def test_every_save_of_a_setting_checks_the_prefix(self, server, prefix, key):
        answer = server.put("/pagegroups/settings/page-config/prefix", prefix)
        assert answer.brief == (500, f"{USER_ERROR}&error.{key}.prefix")
        assert server.get("/pagegroups/settings/page-config/prefix").json["value"] == "*77"

    def test_deletion(self, server):
        server.post("/pagegroups", PAGE_GROUP)
        assert server.delete("/pagegroups/1").brief == (200, "")
        assert server.delete("/pagegroups/1").status == 404


class TestOrbits:
    def test_create_and_read(self, server):
        orbit_id = server.post("/orbits", {**ORBIT, "music": "default.wav"}).json
        assert server.get(f"/orbits/{orbit_id}").text == (
            f'{{"id":{orbit_id},"name":"park-a","extension":"5101","enabled":false,"description":null,'
            '"music":"default.wav","server":"pbx.example.com"}'
        )

    @pytest.mark.parametrize("server_key", ["1", "pbx.example.com"])
    def test_servers_by_id_and_name(self, server, server_key):
        assert server.post("/orbits", {**ORBIT, "server": server_key}).status == 200
        assert len(server.get(f"/orbits/servers/{server_key}").json["orbits"]) == 1
        assert server.post(f"/orbits/servers/{server_key}", {"name": "b", "extension": "5102"}).status == 200
        assert server.delete(f"/orbits/servers/{server_key}").brief == (200, "")
        assert server.get("/orbits").json == {"orbits": []}

    @pytest.mark.parametrize("change", [{"server": None}, {"server": "99"}, {"server": "other.example.com"}])
    def test_a_missing_server(self, server, change):
        assert server.post("/orbits", {**ORBIT, **change}).brief == (404, "")
        orbit_id = server.post("/orbits", ORBIT).json
        assert server.put(f"/orbits/{orbit_id}", {**ORBIT, **change}).brief == (404, "No such server")

    @pytest.mark.parametrize(
        ("change", "brief"),
        [
            ({"name": None}, NULL_POINTER),
            ({"music": "missing.wav"}, (404, "Prompt not found")),
            ({"name": "5101"}, (500, "org.sipfoundry.sipxconfig.common.NameInUseException: &error.nameInUse.long")),
            (
                {"name": "superadmin"},
                (500, "org.sipfoundry.sipxconfig.common.NameInUseException: &error.nameInUse.long"),
            ),
            (
                {"extension": "100"},
                (500, "org.sipfoundry.sipxconfig.common.ExtensionInUseException: &error.extensionInUse"),
            ),
        ],
    )
    def test_refusals(self, server, change, brief):
        assert server.post("/orbits", {**ORBIT, **change}).brief == brief

    def test_put_replaces_and_settings_survive(self, server):
        orbit_id = server.post("/orbits", {**ORBIT, "enabled": True, "music": "default.wav"}).json
        path = f"/orbits/{orbit_id}/settings/general/enableTimeout"
        server.put(path, "1")
        assert server.put(f"/orbits/{orbit_id}", ORBIT).brief == (200, "")
        orbit = server.get(f"/orbits/{orbit_id}").json
        assert (orbit["enabled"], orbit["music"]) == (False, None)
        assert server.get(path).json["value"] == "1"

    def test_settings_inherit_from_the_shared_group(self, server):
        orbit_id = server.post("/orbits", ORBIT).json
        server.pbx.groups.of("park_orbit")[0].settings["general/parkTimeout"] = "90"
        assert server.get(f"/orbits/{orbit_id}/settings/general/parkTimeout").json["value"] == "90"
        assert len(server.get(f"/orbits/{orbit_id}/settings").json["settings"]) == 5

    def test_there_are_no_service_settings(self, server):
        assert server.get("/orbits/settings").status == 500

    def test_deletion(self, server):
        orbit_id = server.post("/orbits", ORBIT).json
        assert server.delete(f"/orbits/{orbit_id}").brief == (200, "")
        assert server.get(f"/orbits/{orbit_id}").status == 404


@pytest.mark.parametrize("base", ["/orbits", "/pagegroups", "/moh"])
class TestPrompts:
    def names(self, server, base):
        return [file["name"] for file in server.get(f"{base}/prompts").json["files"]]

    def test_upload_list_download_delete(self, server, base):
        assert upload(server, base, ("a.wav", b"RIFFx"), ("b.mp3", b"ID3")).brief == (200, "")
        files = server.get(f"{base}/prompts").json["files"]
        assert [(file["name"], file["type"]) for file in files][1:] == [
            ("a.wav", "audio/x-wav"),
            ("b.mp3", "audio/mpeg"),
        ]
        assert (files[1]["size"], files[1]["path"].rpartition("/")[2]) == (5, "a.wav")
        answer = server.get(f"{base}/prompts/a.wav", accept="*/*")
        assert (answer.body, answer.type) == (b"RIFFx", "audio/x-wav")
        assert answer.headers["Content-Disposition"] == "attachment; filename=a.wav"
        assert "Content-Disposition" not in server.get(f"{base}/prompts/a.wav/stream", accept="*/*").headers
        assert server.delete(f"{base}/prompts/a.wav").brief == (200, "")
        assert self.names(server, base) == ["default.wav", "b.mp3"]

    def test_there_is_no_overwriting(self, server, base):
        answer = upload(server, base, ("default.wav", b"x"), ("new.wav", b"y"), ("default.wav", b"z"))
        assert answer.brief == (500, "default.wav,default.wav")
        assert self.names(server, base) == ["default.wav", "new.wav"]

    def test_unknown_names(self, server, base):
        for path in (f"{base}/prompts/x.wav", f"{base}/prompts/x.wav/stream"):
            assert server.get(path, accept="audio/*").brief == (404, "Prompt not found")
        assert server.delete(f"{base}/prompts/x.wav").brief == (404, "Prompt not found")

    def test_json_is_not_acceptable_for_sound(self, server, base):
        answer = server.get(f"{base}/prompts/default.wav")
        assert answer.brief == (500, "javax.ws.rs.ClientErrorException: HTTP 406 Not Acceptable")

    def test_only_multipart_is_taken(self, server, base):
        assert server.post(f"{base}/prompts", {"a": 1}).status == 500

    def test_names_with_separators_are_refused(self, server, base):
        assert upload(server, base, ("../evil.wav", b"x")).status == 500

    def test_what_is_no_sound_is_listed_by_music_on_hold_alone(self, server, base):
        upload(server, base, ("notes.txt", b"x"))
        assert ("notes.txt" in self.names(server, base)) is (base == "/moh")
