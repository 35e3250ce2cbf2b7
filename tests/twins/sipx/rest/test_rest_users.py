# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/user``."""

from __future__ import annotations

import pytest

WRITING = "An exception occured writing the response entity"
OKAFOR = (
    "<user><userName>4101</userName><lastName>Okafor</lastName><firstName>Ines</firstName><pin>Tulip-77-x</pin>"
    "<sipPassword>q8sVb2</sipPassword><emailAddress>Ines@Example.test</emailAddress>"
    "<groups><group><id>{group}</id></group></groups><branch><id>{branch}</id></branch>"
    "<aliases><alias><alias>ines.okafor</alias></alias></aliases></user>"
)
MINIMAL = "<user><userName>{name}</userName><pin>{pin}</pin><sipPassword/><groups/><aliases/></user>"


def failed(answer, code, message, data):
    words = {"ERROR_CREATE_FAILED": "Create failed", "ERROR_UPDATE_FAILED": "Update failed"}
    text = f"<additionalMessage>{message}</additionalMessage>"
    return answer.is_envelope(500, code, words[code], f"{data}{text}")


def test_create_and_read(server):
    server.put("/branch", "<branch><name>Lyon depot</name><description>warehouse</description><address/></branch>")
    group = server.add_group("frontdesk")
    assert server.put("/user", OKAFOR.format(group=group, branch=1)).is_envelope(
        201, "SUCCESS_CREATED", "Created", "<id>2</id>"
    )
    assert server.get_json("/user/2") == {
        "user": {
            "id": 2, "lastName": "Okafor", "firstName": "Ines", "userName": "4101", "pin": "", "sipPassword": "",
            "emailAddress": "ines@example.test", "groups": [{"id": group, "name": "frontdesk"}],
            "branch": {"id": 1, "name": "Lyon depot", "description": "warehouse"},
            "aliases": [{"alias": "ines.okafor"}],
        }
    }  # fmt: skip
    assert server.get("/user/2").text == (
        "<user>\n  <id>2</id>\n  <lastName>Okafor</lastName>\n  <firstName>Ines</firstName>\n"
        "  <userName>4101</userName>\n  <pin></pin>\n  <sipPassword></sipPassword>\n"
        "  <emailAddress>ines@example.test</emailAddress>\n"
        f"  <groups>\n    <group>\n      <id>{group}</id>\n      <name>frontdesk</name>\n    </group>\n  </groups>\n"
        "  <branch>\n    <id>1</id>\n    <name>Lyon depot</name>\n    <description>warehouse</description>\n"
        "  </branch>\n"
        "  <aliases>\n    <alias>\n      <alias>ines.okafor</alias>\n    </alias>\n  </aliases>\n</user>"
    )


def test_the_same_in_json(server):
    group = server.add_group("frontdesk")
    user = {"userName": "4101", "pin": "x", "sipPassword": "y", "groups": {"group": [{"id": group}]},
            "aliases": {"alias": [{"alias": "ines.okafor"}]}}  # fmt: skip
    assert server.put_json("/user", {"user": user}).status == 201
    shown = server.get_json("/user/2")["user"]
    assert shown["groups"] == [{"id": group, "name": "frontdesk"}]
    assert shown["aliases"] == [{"alias": "ines.okafor"}]


def test_the_shape_of_the_output_is_not_accepted_back(server):
    server.add_user("4101", groups={"group": {"id": 1}})
    shown = server.get_json("/user/2")
    assert server.put_json("/user/2", shown).failure.startswith("Internal error: id : id\n")


def test_an_array_of_aliases_is_the_flat_form(server):
    user = {"userName": "4101", "pin": "x", "sipPassword": "y", "groups": "", "aliases": [{"alias": "a"}]}
    answer = server.put_json("/user", {"user": user})
    assert failed(answer, "ERROR_CREATE_FAILED", "&amp;err.msg.checkUserIdAliasFailed", "")


def test_an_empty_json_array_is_a_missing_element(server):
    user = {"userName": "4101", "pin": "x", "sipPassword": "y", "groups": [], "aliases": ""}
    answer = server.put_json("/user", {"user": user})
    assert failed(answer, "ERROR_CREATE_FAILED", "&amp;err.msg.checkUserIdAliasFailed", "")
    for empty in ("", {}, None):
        answer = server.put_json("/user", {"user": {**user, "userName": f"4{len(str(empty))}", "groups": empty}})
        assert answer.status == 201


def test_texts_are_trimmed_and_mail_is_lowered(server):
    server.put(
        "/user",
        "<user><userName> 4101 </userName><lastName> Okafor </lastName><firstName></firstName><pin>x</pin>"
        "<sipPassword/><emailAddress>No Mail</emailAddress><groups/><aliases/></user>",
    )
    shown = server.get_json("/user/2")["user"]
    assert (shown["userName"], shown["lastName"], shown["firstName"]) == ("4101", "Okafor", "")
    assert shown["emailAddress"] == "no mail"


@pytest.mark.parametrize("body", ["<user/>", "<user><userName></userName></user>"])
@pytest.mark.parametrize("path", ["/user", "/user/99", "/user/abc"])
def test_the_user_name_is_validated_first(server, body, path):
    assert server.put(path, body).is_envelope(
        400, "ERROR_VALIDATION_FAILED", "Failed input validation",
        "<additionalMessage>UserName: Cannot be empty</additionalMessage>",
    )  # fmt: skip


@pytest.mark.parametrize("element", ["<pin>x</pin>", "<sipPassword/>"])
@pytest.mark.parametrize("path", ["/user", "/user/2"])
def test_a_missing_secret_breaks_the_answer(server, element, path):
    server.add_user("4101")
    body = "<user><userName>4101</userName><pin>x</pin><sipPassword/><groups/><aliases/></user>".replace(element, "")
    assert server.put(path, body).is_page(500, WRITING)


@pytest.mark.parametrize(
    "changed",
    [("<groups/>", ""), ("<aliases/>", ""), ("<aliases/>", "<aliases><alias>4102</alias></aliases>")],
)
def test_missing_collections_and_flat_aliases_break_the_check_for_duplicates(server, changed):
    body = MINIMAL.format(name="4101", pin="x").replace(*changed)
    assert failed(server.put("/user", body), "ERROR_CREATE_FAILED", "&amp;err.msg.checkUserIdAliasFailed", "")


def test_an_unknown_group_breaks_the_answer(server):
    body = MINIMAL.format(name="4101", pin="x").replace("<groups/>", "<groups><group><id>99</id></group></groups>")
    assert server.put("/user", body).is_page(500, WRITING)


@pytest.mark.parametrize("branch", ["<branch/>", "<branch><id>99</id></branch>"])
def test_an_unknown_branch_is_a_failure_with_text(server, branch):
    answer = server.put("/user", MINIMAL.format(name="4101", pin="x").replace("<groups/>", f"<groups/>{branch}"))
    assert answer.status == 500
    assert "<code>ERROR_CREATE_FAILED</code>" in answer.text
    assert "No row with the given identifier exists" in answer.text


def test_a_branch_takes_no_other_child(server):
    body = MINIMAL.format(name="4101", pin="x").replace("<groups/>", "<groups/><branch><address/></branch>")
    assert server.put("/user", body).failure.startswith("Internal error: No such field ")


def test_names_and_descriptions_in_references_are_ignored(server):
    branch, group = server.add_branch("Lyon"), server.add_group("g")
    reference = "<id>{}</id><name>other</name><description>other</description>"
    body = MINIMAL.format(name="4101", pin="x").replace(
        "<groups/>",
        f"<groups><group>{reference.format(group)}</group></groups><branch>{reference.format(branch)}</branch>",
    )
    assert server.put("/user", body).status == 201
    shown = server.get_json("/user/2")["user"]
    assert (shown["groups"], shown["branch"]) == ([{"id": group, "name": "g"}], {"id": branch, "name": "Lyon"})


def test_an_update_clears_what_is_missing(server):
    branch = server.add_branch("Lyon")
    server.put("/user", OKAFOR.format(group=1, branch=branch))
    answer = server.put("/user/2", MINIMAL.format(name="4101", pin=""))
    assert answer.is_envelope(200, "SUCCESS_UPDATED", "Updated", "<id>2</id>")
    assert server.get_json("/user/2")["user"] == {
        "id": 2, "userName": "4101", "pin": "", "sipPassword": "", "groups": [], "aliases": []
    }  # fmt: skip


def test_empty_secrets_stay_on_update_and_are_empty_on_create(server):
    server.add_user("4101", sipPassword="s1p")
    server.put("/user/2", MINIMAL.format(name="4101", pin=""))
    user = server.pbx.users.get(2)
    assert (user.portal_password, user.sip_password) == ("Tulip-77-x", "s1p")
    server.put("/user", MINIMAL.format(name="4102", pin=""))
    user = server.pbx.users.get(3)
    assert (user.portal_password, user.sip_password) == ("", "")
    server.user = ("4102", "")
    assert server.get("/my/keepalive").status == 200


def test_names_and_aliases_share_one_namespace(server):
    server.add_user("4101", aliases={"alias": {"alias": "ines"}})
    in_use = "&amp;error.nameInUse.short"
    for name in ("4101", "ines"):
        assert failed(server.put("/user", MINIMAL.format(name=name, pin="x")), "ERROR_CREATE_FAILED", in_use, "")
    server.add_user("4102")
    body = MINIMAL.format(name="4102", pin="").replace(
        "<aliases/>", "<aliases><alias><alias>4101</alias></alias></aliases>"
    )
    assert failed(server.put("/user/3", body), "ERROR_UPDATE_FAILED", in_use, "<id>3</id>")
    body = body.replace("4101", "4102")
    assert failed(server.put("/user/3", body), "ERROR_UPDATE_FAILED", in_use, "<id>3</id>")


def test_names_of_other_services_are_in_use_too(server):
    (extension,) = {"100"}
    answer = server.put("/user", MINIMAL.format(name=extension, pin="x"))
    assert failed(answer, "ERROR_CREATE_FAILED", "&amp;error.nameInUse.short", "")


def test_the_im_id_is_fixed_at_the_first_save_and_reserved(server):
    server.add_user("4101", aliases={"alias": [{"alias": "Ines.Okafor"}]})
    assert server.pbx.users.get(2).profile.im_id == "ines.okafor"
    server.put("/user/2", MINIMAL.format(name="4101", pin=""))
    answer = server.put("/user", MINIMAL.format(name="ines.okafor", pin="x"))
    assert failed(answer, "ERROR_CREATE_FAILED", "&amp;error.nameInUse.short", "")


def test_an_empty_alias_is_accepted(server):
    body = MINIMAL.format(name="4101", pin="x").replace("<aliases/>", "<aliases><alias><alias/></alias></aliases>")
    assert server.put("/user", body).status == 201
    assert server.get_json("/user/2")["user"]["aliases"] == [{"alias": ""}]


def test_own_branch_and_group_branch_must_agree(server):
    lyon, lille = server.add_branch("Lyon"), server.add_branch("Lille")
    group = server.add_group("g")
    server.put(f"/user-group/{group}", f"<group><name>g</name><branch><id>{lyon}</id></branch></group>")
    answer = server.put("/user", OKAFOR.format(group=group, branch=lille))
    assert failed(answer, "ERROR_CREATE_FAILED", "&amp;invalid.branch", "")
    assert server.put("/user", OKAFOR.format(group=group, branch=lyon)).status == 201


def test_only_the_own_branch_is_shown(server):
    lyon, group = server.add_branch("Lyon"), server.add_group("g")
    server.put(f"/user-group/{group}", f"<group><name>g</name><branch><id>{lyon}</id></branch></group>")
    server.add_user("4101", groups={"group": {"id": group}})
    assert "branch" not in server.get_json("/user/2")["user"]


def test_groups_come_by_weight(server):
    first, second = server.add_group("first"), server.add_group("second")
    server.add_user("4101", groups={"group": [{"id": second}, {"id": first}]})
    assert [group["id"] for group in server.get_json("/user/2")["user"]["groups"]] == [first, second]


@pytest.mark.parametrize("pin", ["", "Tulip-77-x"])
def test_a_rename_needs_a_new_pin(server, pin):
    server.add_user("4101")
    answer = server.put("/user/2", MINIMAL.format(name="4102", pin=pin))
    assert failed(answer, "ERROR_UPDATE_FAILED", "&amp;error.changePintokenRequiredException", "<id>2</id>")
    assert server.put("/user/2", MINIMAL.format(name="4102", pin="Tulip-78-x")).status == 200


def test_superadmin_is_not_renamed(server):
    answer = server.put("/user/1", MINIMAL.format(name="root", pin="other"))
    assert failed(answer, "ERROR_UPDATE_FAILED", "&amp;msg.error.renameAdminUser", "<id>1</id>")


def test_superadmin_without_its_group_is_locked_out(server):
    assert server.put("/user/1", MINIMAL.format(name="superadmin", pin="")).status == 200
    assert server.get("/user").is_page(403, "Access is denied")


def test_delete(server):
    server.add_user("4101")
    assert server.delete("/user/2").is_envelope(200, "SUCCESS_DELETED", "Deleted", "<id>2</id>")
    assert server.get("/user/2").is_envelope(
        400, "ERROR_OBJECT_NOT_FOUND", "Could not retrieve object using ID", "<id>2</id>"
    )
    assert server.delete("/user/2").status == 400


def test_deleting_superadmin_says_yes_and_does_nothing(server):
    assert server.delete("/user/1").is_envelope(200, "SUCCESS_DELETED", "Deleted", "<id>1</id>")
    assert server.get_json("/user/1")["user"]["userName"] == "superadmin"


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_wrong_ids(server, method):
    body = (MINIMAL.format(name="x", pin="x"),) if method == "put" else ()
    send = getattr(server, method)
    assert "<code>ERROR_OBJECT_NOT_FOUND</code>" in send("/user/99", *body).text
    assert "<code>ERROR_ID_INVALID</code>" in send("/user/superadmin", *body).text


def test_the_pin_is_not_the_voicemail_pin(server):
    server.add_user("4101")
    assert server.pbx.users.get(2).voicemail_pin is None


def test_a_mailbox_server_that_is_down_keeps_users_from_being_deleted_and_renamed(server):
    server.add_user("4101")
    server.take_down("ivr")
    message = "<id>2</id><additionalMessage>&amp;error.ivr.server</additionalMessage>"
    assert server.delete("/user/2").is_envelope(500, "ERROR_DELETE_FAILED", "Delete failed", message)
    renamed = server.put("/user/2", MINIMAL.format(name="4102", pin="new"))
    assert renamed.is_envelope(500, "ERROR_UPDATE_FAILED", "Update failed", message)
    assert server.put("/user/2", MINIMAL.format(name="4101", pin="new")).status == 200
    assert server.delete("/user/1").status == 200


def test_the_im_display_name_follows_the_names(server):
    server.add_user("4101", firstName="Ines", lastName="Okafor")
    profile = server.pbx.users.get(2).profile
    assert profile.im_display_name == "Ines Okafor"
    server.put("/user/2", MINIMAL.format(name="4101", pin="").replace("<pin>", "<lastName>Berg</lastName><pin>"))
    assert server.pbx.users.get(2).profile.im_display_name == "Berg"
    server.put("/user/2", MINIMAL.format(name="4101", pin=""))
    assert server.pbx.users.get(2).profile.im_display_name is None


def test_a_user_name_too_long_for_the_database(server):
    server.add_user("4101")
    for path, pin, code in (("/user", "x", "ERROR_CREATE_FAILED"), ("/user/2", "new", "ERROR_UPDATE_FAILED")):
        answer = server.put(path, MINIMAL.format(name="4" * 256, pin=pin))
        assert (answer.status, answer.call.applied, f"<code>{code}</code>" in answer.text) == (500, False, True)
    assert server.put("/user/2", MINIMAL.format(name="4" * 255, pin="new")).status == 200


def test_a_deleted_user_leaves_no_messages(server):
    messages = [{"user": name, "folder": "inbox", "id": "1"} for name in ("4101", "4102", "4101")]
    server.pbx.extras["voicemails"] = messages
    server.add_user("4101")
    server.delete("/user/2")
    assert server.pbx.extras["voicemails"] == [{"user": "4102", "folder": "inbox", "id": "1"}]
    server.add_user("4103")
    before = dict(server.pbx.extras)
    server.delete("/user/3")
    assert server.pbx.extras == before
