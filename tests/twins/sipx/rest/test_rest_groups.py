# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/user-group``."""

from __future__ import annotations

import pytest

FRONTDESK = "<group><name>frontdesk</name><description>reception</description>{}</group>"


def test_create_and_read(server):
    branch = server.add_branch("Lyon")
    answer = server.put("/user-group", FRONTDESK.format(f"<branch><id>{branch}</id></branch>"))
    group = int(answer.text.partition("<id>")[2].partition("<")[0])
    assert answer.is_envelope(201, "SUCCESS_CREATED", "Created", f"<id>{group}</id>")
    assert server.get(f"/user-group/{group}").text == (
        f"<group>\n  <id>{group}</id>\n  <name>frontdesk</name>\n  <description>reception</description>\n"
        f"  <branch>\n    <id>{branch}</id>\n    <name>Lyon</name>\n    <address>\n      <id>1</id>\n    </address>\n"
        "  </branch>\n</group>"
    )


def test_the_list_has_another_root_and_comes_by_weight(server):
    server.add_group("b")
    server.add_group("a")
    listing = server.get_json("/user-group")["user-group"]
    assert [group["name"] for group in listing["groups"]] == ["administrators", "b", "a"]
    assert listing["metadata"]["totalResults"] == 3
    assert server.put("/user-group", "<user-group><name>x</name></user-group>").status == 500


def test_a_branch_takes_its_full_form_and_only_its_id_counts(server):
    branch = server.add_branch("Lyon")
    full = (
        f"<branch><id>{branch}</id><name>x</name><description>x</description><address><id>9</id></address>"
        "<phoneNumber>1</phoneNumber><faxNumber>2</faxNumber></branch>"
    )
    assert server.put("/user-group", FRONTDESK.format(full)).status == 201
    shown = server.get_json("/user-group")["user-group"]["groups"][1]["branch"]
    assert shown == {"id": branch, "name": "Lyon", "address": {"id": 1}}


@pytest.mark.parametrize("branch", ["<branch/>", "<branch><id>99</id></branch>"])
def test_an_unknown_branch(server, branch):
    answer = server.put("/user-group", FRONTDESK.format(branch))
    assert answer.status == 500
    assert "<code>ERROR_CREATE_FAILED</code>" in answer.text


@pytest.mark.parametrize("path", ["/user-group", "/user-group/99"])
@pytest.mark.parametrize("body", ["<group/>", "<group><name></name></group>"])
def test_the_name_is_validated_first(server, path, body):
    assert server.put(path, body).is_envelope(
        400, "ERROR_VALIDATION_FAILED", "Failed input validation",
        "<additionalMessage>Name: Cannot be empty</additionalMessage>",
    )  # fmt: skip


def test_an_update_clears_what_is_missing(server):
    branch = server.add_branch("Lyon")
    server.put("/user-group", FRONTDESK.format(f"<branch><id>{branch}</id></branch>"))
    group = server.get_json("/user-group")["user-group"]["groups"][1]["id"]
    answer = server.put(f"/user-group/{group}", "<group><name> front </name></group>")
    assert answer.is_envelope(200, "SUCCESS_UPDATED", "Updated", f"<id>{group}</id>")
    assert server.get_json(f"/user-group/{group}") == {"group": {"id": group, "name": " front "}}


def test_names_are_unique(server):
    first, second = server.add_group("one"), server.add_group("two")
    message = "<additionalMessage>A group with name: one already exists.</additionalMessage>"
    body = "<group><name>one</name></group>"
    assert server.put("/user-group", body).is_envelope(500, "ERROR_CREATE_FAILED", "Create failed", message)
    assert server.put(f"/user-group/{second}", body).is_envelope(
        500, "ERROR_UPDATE_FAILED", "Update failed", f"<id>{second}</id>{message}"
    )
    assert server.put(f"/user-group/{first}", body).status == 200


def test_a_refused_update_leaves_no_trace(server):
    server.add_group("one")
    group, branch = server.add_group("two"), server.add_branch("Lyon")
    body = "<group><name>{}</name><branch><id>{}</id></branch></group>"
    revision = server.pbx.groups.revision
    assert server.put(f"/user-group/{group}", body.format("one", branch)).call.applied is False
    assert server.get_json(f"/user-group/{group}") == {"group": {"id": group, "name": "two"}}
    assert server.put(f"/user-group/{group}", body.format("three", branch)).call.applied is True
    assert server.pbx.groups.revision == revision + 1
    assert server.put(f"/user-group/{group}", body.format("three", branch)).call.applied is False


def test_members_must_agree_with_the_branch(server):
    lyon, lille, group = server.add_branch("Lyon"), server.add_branch("Lille"), server.add_group("g")
    server.add_user("4101", groups={"group": {"id": group}}, branch={"id": lyon})
    body = "<group><name>g</name><branch><id>{}</id></branch></group>"
    assert server.put(f"/user-group/{group}", body.format(lille)).is_envelope(
        500, "ERROR_UPDATE_FAILED", "Update failed",
        f"<id>{group}</id><additionalMessage>&amp;branch.validity.error</additionalMessage>",
    )  # fmt: skip
    assert server.put(f"/user-group/{group}", body.format(lyon)).status == 200


def test_administrators_are_neither_renamed_nor_deleted(server):
    assert server.put("/user-group/1", "<group><name>admins</name></group>").is_envelope(
        500, "ERROR_UPDATE_FAILED", "Update failed",
        "<id>1</id><additionalMessage>&amp;msg.error.renameAdminGroup</additionalMessage>",
    )  # fmt: skip
    assert server.delete("/user-group/1").is_envelope(200, "SUCCESS_DELETED", "Deleted", "<id>1</id>")
    assert server.get_json("/user-group/1")["group"]["name"] == "administrators"


def test_delete_takes_the_group_from_its_members(server):
    group = server.add_group("g")
    user = server.add_user("4101", groups={"group": {"id": group}})
    assert server.delete(f"/user-group/{group}").is_envelope(200, "SUCCESS_DELETED", "Deleted", f"<id>{group}</id>")
    assert server.get_json(f"/user/{user}")["user"]["groups"] == []


def test_an_item_url_answers_for_groups_of_other_kinds(server):
    from simulator.sipx.state.groups import PHONE, Group

    phone_group = server.pbx.groups.save(Group("lobby phones", PHONE, weight=1))
    assert server.get_json(f"/user-group/{phone_group.id}")["group"]["name"] == "lobby phones"
    listed = server.get_json("/user-group")["user-group"]["groups"]
    assert [group["name"] for group in listed] == ["administrators"]


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_wrong_ids(server, method):
    body = (FRONTDESK.format(""),) if method == "put" else ()
    send = getattr(server, method)
    assert "<code>ERROR_OBJECT_NOT_FOUND</code>" in send("/user-group/99", *body).text
    assert "<code>ERROR_ID_INVALID</code>" in send("/user-group/administrators", *body).text
