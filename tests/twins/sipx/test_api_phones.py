# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones, their lines and the pushing of profiles."""

from __future__ import annotations

import pytest

MAC = "0004f2c0ffee"
ACME = {"modelId": "acmePhoneStandard"}
NULL_POINTER = (500, "java.lang.NullPointerException")
CONTEXT = "org.sipfoundry.sipxconfig.phone.PhoneContextImpl"


@pytest.fixture
def phone(staffed):
    """The id of a phone."""
    return staffed.post("/phones", {"serialNo": MAC, "model": ACME, "deviceVersion": "acmePhone2"}).json


def test_a_phone_shows_every_key(server):
    body = {
        "serialNo": MAC,
        "model": {"modelId": "polycomVVX410"},
        "deviceVersion": "polycom5.4.4",
        "description": "Reception desk",
        "groups": [{"name": "front-office"}],
    }
    phone_id = server.post("/phones", body).json
    phone = server.get(f"/phones/{phone_id}").json
    assert list(phone) == ["id", "serialNo", "deviceVersion", "description", "model", "lines", "groups"]
    model = phone["model"]
    assert (model["modelId"], model["label"], model["vendor"]) == ("polycomVVX410", "Polycom VVX 410", "Polycom")
    assert (model["versions"][0], model["versions"][-1], len(model["versions"])) == ("polycom4.1.X", "polycom5.5.2", 35)
    assert phone["lines"] is None
    (group,) = phone["groups"]
    assert group == {"id": group["id"], "name": "front-office", "description": None, "weight": 1, "count": None}


@pytest.mark.parametrize(
    ("body", "brief"),
    [
        ({"serialNo": MAC}, (404, "No such phone model defined")),
        (
            {"serialNo": MAC, "model": {"modelId": "x"}},
            (500, "java.lang.IllegalArgumentException: No such model with id 'x'"),
        ),
        ({"model": ACME}, NULL_POINTER),
    ],
)
def test_what_a_new_phone_needs(server, body, brief):
    assert server.post("/phones", body).brief == brief


@pytest.mark.parametrize("serial", ["0004F2C0FFEE", "00:04:f2:c0:ff:ee", "0004f2c0ffe", "0004f2c0ffee0", ""])
def test_serial_numbers_are_not_normalized(server, serial):
    answer = server.post("/phones", {"serialNo": serial, "model": ACME})
    assert answer.brief == (500, f"{CONTEXT}$InvalidSerialNumberException: &error.invalidSerialNumberException")


def test_soft_phones_take_any_letters_and_digits(server):
    assert server.post("/phones", {"serialNo": "Soft1", "model": {"modelId": "zoiperPhoneModel"}}).status == 200


def test_a_duplicate_serial_number(staffed, phone):
    answer = staffed.post("/phones", {"serialNo": MAC, "model": ACME})
    assert answer.brief == (500, f"{CONTEXT}$DuplicateSerialNumberException: &error.duplicateSerialNumberException")


def test_lookup_by_id_and_exact_serial_number(staffed, phone):
    assert staffed.get(f"/phones/{MAC}").json["id"] == phone
    assert staffed.get(f"/phones/{MAC.upper()}").brief == (404, "")
    assert staffed.get("/phones/99").status == 404


def test_an_all_digit_serial_number_is_taken_for_an_id(server):
    server.post("/phones", {"serialNo": "001565123456", "model": ACME})
    answer = server.get("/phones/001565123456")
    assert answer.status == 404
    assert "Phone#1565123456]" in answer.text


def test_put_replaces_version_and_description_but_not_the_model(staffed, phone):
    body = {"serialNo": "0004f2c0ff00", "model": {"modelId": "polycomVVX410"}}
    assert staffed.put(f"/phones/{phone}", body).text == str(phone)
    shown = staffed.get("/phones/0004f2c0ff00").json
    assert (shown["deviceVersion"], shown["description"], shown["model"]["modelId"]) == (
        None,
        None,
        "acmePhoneStandard",
    )
    assert staffed.get(f"/phones/{MAC}").status == 404
    assert staffed.put(f"/phones/{phone}", {"description": "x"}).brief == NULL_POINTER


def test_the_lines_of_a_phone_are_read_and_ignored(staffed, phone):
    body = {"serialNo": MAC, "lines": [{"user": "4101", "password": 7}]}
    assert staffed.put(f"/phones/{phone}", body).status == 200
    assert staffed.get(f"/phones/{phone}").json["lines"] is None
    answer = staffed.put(f"/phones/{phone}", {**body, "lines": [{"color": "red"}]})
    assert answer.status == 500
    assert 'Unrecognized field "color"' in answer.text


def test_an_unknown_version_is_dropped_unless_the_server_is_friendlier(staffed, phone):
    staffed.configure(device_version_cleared=False)
    staffed.put(f"/phones/{phone}", {"serialNo": MAC})
    assert staffed.get(f"/phones/{phone}").json["deviceVersion"] == "acmePhone2"
    staffed.configure(device_version_cleared=True)
    staffed.put(f"/phones/{phone}", {"serialNo": MAC, "deviceVersion": "2"})
    assert staffed.get(f"/phones/{phone}").json["deviceVersion"] is None


def test_put_adds_groups_with_the_substring_trap(staffed, phone):
    staffed.post(f"/phones/{phone}/groups/sales-east")
    staffed.put(f"/phones/{phone}", {"serialNo": MAC, "groups": [{"name": "sales"}, {"name": "lobby"}]})
    assert [group["name"] for group in staffed.get(f"/phones/{phone}").json["groups"]] == ["sales-east", "lobby"]


def test_memberships(staffed, phone):
    assert staffed.post(f"/phones/{phone}/groups/lobby").brief == (200, "")
    assert staffed.get(f"/phones/{MAC}/groups").json["groups"][0]["name"] == "lobby"
    staffed.post("/phoneGroups", {"name": "other", "weight": 9})
    assert staffed.delete(f"/phones/{phone}/groups/other").brief == (200, "")
    assert staffed.delete(f"/phones/{phone}/groups/unknown").status == 404
    assert staffed.delete(f"/phones/{phone}/groups").brief == (200, "")
    assert staffed.get(f"/phones/{phone}").json["groups"] is None


def test_settings_come_from_the_phone_then_the_heaviest_group(staffed, phone):
    path = f"/phones/{phone}/settings/server/outboundProxy"
    for name, weight in (("light", 1), ("heavy", 2)):
        staffed.post("/phoneGroups", {"name": name, "weight": weight})
        staffed.put(f"/phoneGroups/{name}/model/acmePhoneStandard/settings/server/outboundProxy", f"{name}.example.com")
        staffed.post(f"/phones/{phone}/groups/{name}")
    assert staffed.get(path).json["value"] == "heavy.example.com"
    staffed.put(path, "own.example.com")
    setting = staffed.get(path).json
    assert (setting["value"], setting["defaultValue"]) == ("own.example.com", "heavy.example.com")
    staffed.put(path, "heavy.example.com")
    assert staffed.pbx.phones.get(phone).settings == {}
    assert staffed.get(f"/phones/{phone}/settings/e911/location").json["value"] is None
    assert staffed.get("/phones/0004f2000000/settings").brief == (404, "")


def test_deleting_a_phone_takes_its_lines_along(staffed, phone):
    staffed.post(f"/phones/{phone}/lines", {"user": "4101"})
    assert staffed.delete(f"/phones/{MAC}").brief == (200, "")
    assert staffed.get(f"/phones/{phone}").status == 404
    assert len(staffed.pbx.lines) == 0


def test_models(server):
    models = server.get("/phones/models").json["models"]
    assert len(models) == 178
    assert {"modelId": "snom300", "label": "Snom 300", "vendor": "Snom", "versions": None} in models


class TestLines:
    def test_an_internal_line_is_all_the_user_s(self, staffed, phone):
        body = {"user": "1201", "displayName": "ignored", "password": "ignored", "extension": "7"}
        assert staffed.post(f"/phones/{phone}/lines", body).brief == (200, "")
        (line,) = staffed.get(f"/phones/{phone}/lines").json["lines"]
        assert line == {
            "id": line["id"],
            "uri": '"Ada Example"<sip:4101@pbx.example.com>',
            "user": "4101",
            "userId": "4101",
            "extension": None,
            "displayName": "Ada Example",
            "password": "s1p-4101",
            "registrationServer": "pbx.example.com",
            "registrationServerPort": None,
            "voicemail": None,
        }
        assert staffed.get(f"/phones/{phone}").json["lines"] == [line]

    def test_a_changed_user_shows_in_every_list(self, staffed, phone):
        staffed.post(f"/phones/{phone}/lines", {"user": "4101"})
        staffed.get("/phones")
        staffed.put("/users/4101", {"sipPassword": "new", "aliases": None})
        assert staffed.get("/phones").json["phones"][0]["lines"][0]["password"] == "new"

    def test_an_external_line_keeps_what_the_model_stores(self, staffed, phone):
        body = {
            "userId": "door",
            "displayName": "Door",
            "password": "x1",
            "registrationServer": "pbx2.example.com",
            "registrationServerPort": "5080",
            "extension": "7",
            "voicemail": "8",
            "uri": "ignored",
            "id": 99,
        }
        staffed.post(f"/phones/{phone}/lines", body)
        (line,) = staffed.get(f"/phones/{phone}/lines").json["lines"]
        assert line["uri"] == '"Door"<sip:door@pbx2.example.com:5080>'
        assert (line["user"], line["userId"], line["extension"], line["voicemail"]) == (None, "door", None, None)
        staffed.put(f"/phones/{phone}/lines/{line['id']}/settings/credential/displayName", "Gate")
        assert staffed.get(f"/phones/{phone}/lines/{line['id']}").json["displayName"] == "Gate"

    def test_refusals(self, staffed, phone):
        assert staffed.post(f"/phones/{phone}/lines", {"user": "nobody"}).brief == (404, "User not found")
        assert staffed.get("/phones/0004f2000000/lines").brief == (404, "Phone not found")
        assert staffed.get(f"/phones/{phone}/lines/99").status == 404
        for _unused in range(3):
            assert staffed.post(f"/phones/{phone}/lines", {"user": "4101"}).status == 200
        answer = staffed.post(f"/phones/{phone}/lines", {"user": "4101"})
        assert answer.text == "org.sipfoundry.sipxconfig.phone.Phone$MaxLinesException: &error.maxLinesException"

    def test_the_phone_in_the_path_only_matters_for_deletion(self, staffed, phone):
        other = staffed.post("/phones", {"serialNo": "0004f2c0ff00", "model": ACME}).json
        staffed.post(f"/phones/{phone}/lines", {"user": "4101"})
        (line,) = staffed.pbx.lines
        assert staffed.get(f"/phones/{other}/lines/{line.id}").json["user"] == "4101"
        assert staffed.put(f"/phones/999/lines/{line.id}/settings/server/voiceMail", "101").status == 200
        assert staffed.get(f"/phones/{other}/lines/{line.id}/settings/server/voiceMail").json["value"] == "101"
        assert staffed.delete(f"/phones/{other}/lines/{line.id}").brief == (200, "")
        assert staffed.get(f"/phones/{phone}").json["lines"]
        assert staffed.delete(f"/phones/{phone}/lines/{line.id}").brief == (200, "")
        assert staffed.get(f"/phones/{phone}").json["lines"] is None

    def test_deleting_all(self, staffed, phone):
        for user in ("4101", "4102"):
            staffed.post(f"/phones/{phone}/lines", {"user": user})
        assert [line["user"] for line in staffed.get(f"/phones/{phone}/lines").json["lines"]] == ["4101", "4102"]
        assert staffed.delete(f"/phones/{phone}/lines").brief == (200, "")
        assert staffed.get(f"/phones/{phone}/lines").json == {"lines": []}

    def test_line_settings_of_an_internal_line_default_to_the_account(self, staffed, phone):
        staffed.post(f"/phones/{phone}/lines", {"user": "4101"})
        (line,) = staffed.pbx.lines
        settings = staffed.get(f"/phones/{phone}/lines/{line.id}/settings").json["settings"]
        assert {setting["path"]: setting["defaultValue"] for setting in settings} == {
            "credential/userId": "4101",
            "credential/displayName": "Ada Example",
            "credential/password": "s1p-4101",
            "credential/authorizationRealm": None,
            "credential/domainName": None,
            "server/registrationServer": "pbx.example.com",
            "server/registrationServerPort": None,
            "server/voiceMail": None,
        }

    @pytest.mark.parametrize(("text", "count"), [("410", 1), ("Gat", 1), ("zzz", 0), ("", 2)])
    def test_the_line_filter(self, staffed, phone, text, count):
        other = staffed.post("/phones", {"serialNo": "0004f2c0ff00", "model": ACME}).json
        staffed.post(f"/phones/{phone}/lines", {"user": "4101"})
        staffed.post(f"/phones/{phone}/lines", {"user": "4102"})
        staffed.post(f"/phones/{other}/lines", {"userId": "door", "displayName": "Gate"})
        assert len(staffed.get(f"/phones/line?lineFilter={text}").json["phones"]) == count


class TestProfiles:
    @pytest.fixture
    def pushed(self, staffed, phone):
        staffed.post(f"/phones/{phone}/lines", {"user": "4101"})
        staffed.post(f"/phones/{phone}/groups/lobby")
        staffed.post("/phones", {"serialNo": "0004f2c0ff00", "model": ACME})

        def push(path, body=None):
            answer = staffed.put(path, body)
            found = [(push.serial_number, push.restart) for push in staffed.pbx.profile_pushes]
            return answer.brief, found

        return push

    @pytest.mark.parametrize("restart", [False, True])
    @pytest.mark.parametrize(
        "path",
        [
            "/phones/1/sendProfile",
            f"/phones/{MAC}/sendProfile",
            "/phones/user/id/2/sendProfile",
            "/phones/user/name/4101/sendProfile",
            "/phones/phoneGroup/id/3/sendProfile",
            "/phones/phoneGroup/name/lobby/sendProfile",
        ],
    )
    def test_addressing(self, pushed, path, restart):
        assert pushed(f"{path}/restart" if restart else path) == ((200, ""), [(MAC, restart)])

    def test_lists_and_all(self, pushed):
        both = [(MAC, False), ("0004f2c0ff00", False)]
        assert pushed("/phones/sendProfile", {"ids": [1, 2]}) == ((200, ""), both)
        assert pushed("/phones/sendProfile/all") == ((200, ""), both * 2)

    def test_unknown_ids_of_a_list_are_failed_jobs(self, staffed, pushed):
        assert pushed("/phones/sendProfile", {"ids": [99]}) == ((200, ""), [])
        assert staffed.get("/servers/jobs/failed").json["jobs"] == []
        staffed.simulation.clock.offset_s += 60
        (job,) = staffed.get("/servers/jobs/failed").json["jobs"]
        assert (job["status"], job["server"]) == ("FAILED", None)

    @pytest.mark.parametrize(
        ("path", "status"),
        [
            ("/phones/99/sendProfile", 404),
            ("/phones/0004f2000000/sendProfile", 500),
            ("/phones/user/id/99/sendProfile", 404),
            ("/phones/user/name/nobody/sendProfile", 500),
            ("/phones/phoneGroup/id/99/sendProfile", 404),
            ("/phones/phoneGroup/name/nobody/sendProfile", 500),
        ],
    )
    def test_unknown_targets(self, pushed, path, status):
        brief, found = pushed(path)
        assert (brief[0], found) == (status, [])

    def test_nothing_is_pushed_by_changing_a_phone(self, staffed, phone):
        staffed.put(f"/phones/{phone}", {"serialNo": MAC, "description": "x"})
        staffed.put(f"/phones/{phone}/settings/server/outboundProxy", "p.example.com")
        assert len(staffed.pbx.profile_pushes) == 0
