# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Users under ``/api``: merging writes, secrets, aliases and groups."""

from __future__ import annotations

import hashlib

import pytest

NAME_IN_USE = (500, "org.sipfoundry.sipxconfig.common.NameInUseException: &error.nameInUse.short")
USER_KEYS = [
    "id", "userName", "lastName", "firstName", "aliases", "sipPassword", "pintoken", "voicemailPin", "branchName",
    "userProfile", "notified", "groups", "permissions",
]  # fmt: skip
PROFILE_KEYS = [
    "userId", "userName", "authAccountName", "firstName", "lastName", "jobTitle", "jobDept", "companyName",
    "assistantName", "location", "homeAddress", "officeAddress", "branchAddress", "cellPhoneNumber", "homePhoneNumber",
    "assistantPhoneNumber", "faxNumber", "didNumber", "imId", "imDisplayName", "alternateImId", "emailAddress",
    "alternateEmailAddress", "emailAddressAliasesSet", "emailAddressAliases", "useBranchAddress", "branchName",
    "manager", "salutation", "salutationId", "employeeId", "twiterName", "linkedinName", "facebookName", "xingName",
    "timestamp", "avatar", "extAvatar", "useExtAvatar", "extAvatarSyncDate", "enabled", "ldapManaged",
    "lastImportedDate", "disabledDate", "custom1", "custom2", "custom3",
]  # fmt: skip
DEFAULT_PERMISSIONS = [
    "FreeswitchVoicemailServer", "InternationalDialing", "LocalDialing", "LongDistanceDialing", "Mobile", "TollFree",
    "Voicemail", "music-on-hold", "personal-auto-attendant", "subscribe-to-presence", "tui-change-pin",
]  # fmt: skip


def test_a_user_shows_every_key(staffed):
    user = staffed.get("/users/4101").json
    assert list(user) == USER_KEYS
    assert list(user["userProfile"]) == PROFILE_KEYS
    assert list(user["userProfile"]["homeAddress"]) == [
        "street",
        "city",
        "country",
        "state",
        "zip",
        "officeDesignation",
    ]
    assert user["permissions"] == DEFAULT_PERMISSIONS
    assert (user["groups"], user["notified"], user["aliases"]) == (None, False, ["1201"])


def test_secrets_are_in_clear_but_the_mailbox_pin_is_a_hash(staffed):
    user = staffed.get("/users/4101").json
    assert (user["pintoken"], user["sipPassword"]) == ("Portal-99", "s1p-4101")
    assert user["voicemailPin"] == hashlib.md5(b"2468").hexdigest()
    staffed.configure(voicemail_pin_hash_on_read=False)
    assert staffed.get("/users/4101").json["voicemailPin"] == "2468"


def test_the_list_includes_superadmin_and_pages(staffed):
    names = [user["userName"] for user in staffed.get("/users").json["users"]]
    assert names == ["superadmin", "4101", "4102", "4103"]
    page = staffed.get("/users?start=1&limit=2").json["users"]
    assert [user["userName"] for user in page] == ["4101", "4102"]


def test_the_email_filter_comes_after_the_page(staffed):
    staffed.put("/users/4103", {"userProfile": {"emailAddress": "Sample@Example.com"}, "aliases": None})
    assert staffed.get("/users/4103").json["userProfile"]["emailAddress"] == "sample@example.com"
    for path in ("/users?email=example", "/users/email?emailFilter=example"):
        assert [user["userName"] for user in staffed.get(path).json["users"]] == ["4103"]
    assert staffed.get("/users?start=0&limit=2&email=example").json["users"] == []


def test_reading_by_name_and_alias(staffed):
    assert staffed.get("/users/1201").json["userName"] == "4101"
    assert staffed.get("/users/nobody").brief == (404, "")
    assert staffed.put("/users/nobody", {}).brief == (404, "")


def test_a_get_body_can_be_sent_back(staffed):
    before = staffed.get("/users/4101").json
    assert staffed.put("/users/4101", before).json == before["id"]
    after = staffed.get("/users/4101").json
    assert after["voicemailPin"] == hashlib.md5(before["voicemailPin"].encode()).hexdigest()
    assert {**after, "voicemailPin": None} == {**before, "voicemailPin": None}


def test_null_and_absent_keep_but_absent_aliases_are_cleared(staffed):
    staffed.put("/users/4101", {"aliases": None, "lastName": None})
    user = staffed.get("/users/4101").json
    assert (user["aliases"], user["lastName"]) == (["1201"], "Example")
    staffed.put("/users/4101", {"firstName": "Other"})
    user = staffed.get("/users/4101").json
    assert (user["aliases"], user["firstName"], user["lastName"]) == ([], "Other", "Example")


def test_a_name_too_long_for_the_database(server):
    assert server.post("/users", {"userName": "4" * 256}).status == 500
    assert server.post("/users", {"userName": "4" * 255}).status == 200


def test_profile_flags_fall_back_to_their_defaults(staffed):
    profile = {"useBranchAddress": True, "ldapManaged": True, "enabled": False, "timestamp": 5, "jobTitle": "Chief"}
    staffed.put("/users/4102", {"userProfile": profile})
    shown = staffed.get("/users/4102").json["userProfile"]
    assert {name: shown[name] for name in profile} == profile
    staffed.put("/users/4102", {"userProfile": {"custom1": "x"}})
    shown = staffed.get("/users/4102").json["userProfile"]
    assert (shown["useBranchAddress"], shown["ldapManaged"], shown["enabled"], shown["timestamp"]) == (
        False,
        False,
        True,
        0,
    )
    assert (shown["jobTitle"], shown["custom1"]) == ("Chief", "x")


def test_an_address_is_replaced_as_a_whole(staffed):
    staffed.put("/users/4102", {"userProfile": {"homeAddress": {"street": "Sample Street 1", "city": "Sampleton"}}})
    staffed.put("/users/4102", {"userProfile": {"homeAddress": {"city": "Elsewhere"}}})
    address = staffed.get("/users/4102").json["userProfile"]["homeAddress"]
    assert (address["street"], address["city"]) == (None, "Elsewhere")
    answer = staffed.put("/users/4102", {"userProfile": {"homeAddress": {"id": 1}}})
    assert answer.text.startswith("org.codehaus.jackson.map.exc.UnrecognizedPropertyException")


@pytest.mark.parametrize(
    "user",
    [
        {"userName": "4101"},
        {"userName": "1201"},
        {"userName": "4200", "aliases": ["4102"]},
        {"userName": "4200", "aliases": ["4200"]},
        {"userName": "4200", "userProfile": {"didNumber": "4101"}},
        {"userName": "100"},
        {"userName": "operator"},
        {"userName": "101"},
    ],
)
def test_names_share_one_namespace(staffed, user):
    assert staffed.post("/users", user).brief == NAME_IN_USE


def test_a_fax_extension_is_a_name_too(staffed):
    assert staffed.put("/users/4101/settings/voicemail/fax/extension", "7700").status == 200
    assert staffed.post("/users", {"userName": "7700"}).brief == NAME_IN_USE
    assert staffed.put("/users/4102/settings/voicemail/fax/did", "7700").brief == NAME_IN_USE


def test_renaming_needs_a_new_portal_password(staffed):
    required = "org.sipfoundry.sipxconfig.common.CoreContextImpl$ChangePintokenRequiredException"
    assert staffed.put("/users/4102", {"userName": "4112"}).brief == (
        500,
        f"{required}: &error.changePintokenRequiredException",
    )
    assert staffed.put("/users/4102", {"userName": "4112", "pintoken": "Other-1"}).status == 200
    assert staffed.get("/users/4112").json["pintoken"] == "Other-1"
    answer = staffed.put("/users/superadmin", {"userName": "root", "pintoken": "x"})
    assert answer.text == "org.sipfoundry.sipxconfig.common.UserException: &msg.error.renameAdminUser"


def test_permissions_are_only_granted(staffed):
    assert staffed.put("/users/4102", {"permissions": ["rest", "900Dialing"]}).status == 200
    staffed.put("/users/4102", {"permissions": []})
    assert set(staffed.get("/users/4102").json["permissions"]) == {*DEFAULT_PERMISSIONS, "rest", "900Dialing"}
    assert staffed.put("/users/4102", {"permissions": ["unknown"]}).brief == (500, "java.lang.NullPointerException")


def test_a_custom_permission_is_written_by_label_and_read_by_name(staffed):
    from simulator.sipx.state.permissions import CustomPermission

    permission = staffed.pbx.permissions.save(CustomPermission("Dial satellite"))
    assert staffed.put("/users/4102", {"permissions": ["Dial satellite"]}).status == 200
    assert permission.name in staffed.get("/users/4102").json["permissions"]
    path = f"/users/4102/settings/permission/call-handling/{permission.name}"
    setting = staffed.get(path).json
    assert (setting["value"], setting["defaultValue"], setting["type"]) == ("ENABLE", "DISABLE", "boolean")


def test_an_unknown_branch(staffed):
    answer = staffed.put("/users/4102", {"branchName": "nowhere"})
    assert answer.brief == (500, "org.sipfoundry.sipxconfig.common.UserException: &invalid.branch")


class TestGroups:
    def names(self, staffed, user="4101"):
        return [group["name"] for group in staffed.get(f"/users/{user}/groups").json["groups"]]

    def test_groups_are_created_and_only_added(self, staffed):
        staffed.put("/users/4101", {"groups": [{"name": "sales", "weight": 99}]})
        staffed.put("/users/4101", {"groups": []})
        assert self.names(staffed) == ["sales"]
        assert staffed.get("/userGroups/sales").json["weight"] == 2

    def test_a_substring_of_the_present_names_is_skipped(self, staffed):
        staffed.post("/users/4101/groups/sales-east")
        staffed.put("/users/4101", {"groups": [{"name": "sales"}]})
        assert self.names(staffed) == ["sales-east"]
        staffed.configure(group_substring_trap=False)
        staffed.put("/users/4101", {"groups": [{"name": "sales"}]})
        assert self.names(staffed) == ["sales-east", "sales"]

    def test_the_membership_call_has_no_such_check(self, staffed):
        staffed.post("/users/4101/groups/sales-east")
        assert staffed.post("/users/4101/groups/sales").brief == (200, "")
        assert self.names(staffed) == ["sales-east", "sales"]

    def test_leaving(self, staffed):
        for name in ("a", "b"):
            staffed.post(f"/users/4101/groups/{name}")
        staffed.post("/users/4102/groups/c")
        assert staffed.delete("/users/4101/groups/a").brief == (200, "")
        assert staffed.delete("/users/4101/groups/c").brief == (200, "")
        assert staffed.delete("/users/4101/groups/unknown").status == 404
        assert self.names(staffed) == ["b"]
        assert staffed.delete("/users/4101/groups").brief == (200, "")
        assert self.names(staffed) == []

    def test_the_members_of_a_group_page(self, staffed):
        for user in ("4101", "4102", "4103"):
            staffed.post(f"/users/{user}/groups/sales")
        members = staffed.get("/users/group/sales?start=1&limit=1").json["users"]
        assert [user["userName"] for user in members] == ["4102"]
        assert len(staffed.get("/users/group/sales").json["users"]) == 3


def test_deletion_is_by_user_name_alone(staffed):
    assert staffed.delete("/users/1201").brief == (500, "java.lang.NullPointerException")
    assert staffed.delete("/users/4101").brief == (200, "")
    assert staffed.delete("/users/4101").status == 500
    assert staffed.get("/users/1201").status == 404


def test_superadmin_stays(server):
    assert server.delete("/users/superadmin").brief == (200, "")
    assert server.get("/users/superadmin").status == 200


def test_deleting_a_user_takes_lines_rings_and_memberships_along(staffed):
    phone_id = staffed.post("/phones", {"serialNo": "0004f2c0ffee", "model": {"modelId": "acmePhoneStandard"}}).json
    staffed.post(f"/phones/{phone_id}/lines", {"user": "4101"})
    rings = [{"userName": "4101"}, {"userName": "4102"}]
    staffed.post("/callgroups", {"name": "a", "extension": "4400", "ringBeans": rings})
    members = [{"userName": "4101"}]
    staffed.post("/pagegroups", {"pageGroupNumber": 1, "sound": "default.wav", "users": members})
    staffed.delete("/users/4101")
    assert staffed.get(f"/phones/{phone_id}").json["lines"] is None
    assert [ring["userName"] for ring in staffed.get("/callgroups/4400").json["ringBeans"]] == ["4102"]
    assert staffed.get("/pagegroups").json["groups"][0]["users"] is None
    (push,) = staffed.pbx.profile_pushes
    assert (push.phone_id, push.restart) == (phone_id, True)


def test_the_phones_of_a_user(staffed):
    phone_id = staffed.post("/phones", {"serialNo": "0004f2c0ffee", "model": {"modelId": "acmePhoneStandard"}}).json
    staffed.post(f"/phones/{phone_id}/lines", {"user": "4101"})
    user_id = staffed.get("/users/4101").json["id"]
    for path in ("/users/name/4101/phones", f"/users/id/{user_id}/phones"):
        assert [phone["id"] for phone in staffed.get(path).json["phones"]] == [phone_id]
    assert staffed.get("/users/name/nobody/phones").status == 500
    assert staffed.get("/users/id/99/phones").status == 404


def test_settings_in_bulk_follow_the_tree(staffed):
    body = {"settings": [{"path": "moh/audio-source", "value": "NONE"}, {"path": "no/such", "value": "x"}]}
    assert staffed.put("/users/4101/settings", body).brief == (200, "")
    assert staffed.pbx.users.named("4101").settings == {"moh/audio-source": "NONE"}


def test_settings_from_a_csv_file(staffed):
    disposition = b'Content-Disposition: form-data; name="file"; filename="a.csv"'
    body = b"--X\r\n" + disposition + b"\r\n\r\n4101,NONE\n4102,FILES_SRC\n\r\n--X--\r\n"
    answer = staffed.put(
        "/users/upload/settings/moh/audio-source", body, content_type="multipart/form-data; boundary=X"
    )
    assert answer.status == 200
    assert staffed.get("/users/4102/settings/moh/audio-source").json["value"] == "FILES_SRC"
    failing = body.replace(b"4102", b"nobody")
    answer = staffed.put(
        "/users/upload/settings/moh/audio-source", failing, content_type="multipart/form-data; boundary=X"
    )
    assert answer.status == 417


def test_the_own_account(staffed):
    caller = {"user": "4101", "password": "Portal-99"}
    assert staffed.get("/my/user", **caller).json["userName"] == "4101"
    assert staffed.get("/my/user/settings/moh/audio-source", **caller).json["value"] == "SYSTEM_DEFAULT"
    assert staffed.get("/my/user/settings", **caller).json["settings"]
    assert staffed.put("/my/user", {}, **caller).brief == (403, "")
    assert staffed.delete("/my/user", **caller).brief == (403, "")
