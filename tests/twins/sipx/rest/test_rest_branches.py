# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/branch``."""

from __future__ import annotations

import pytest

LYON = (
    "<branch><name>Lyon depot</name><description>warehouse</description>"
    "<address><street>9 quai Neuf</street><city>Lyon</city><zip>69007</zip></address>"
    "<phoneNumber>0472000000</phoneNumber></branch>"
)
DUPLICATE = "<additionalMessage>&amp;duplicate.branchName.error</additionalMessage>"
WRITING = "An exception occured writing the response entity"


def test_create_and_read(server):
    assert server.put("/branch", LYON).is_envelope(201, "SUCCESS_CREATED", "Created", "<id>1</id>")
    assert server.get("/branch/1").text == (
        "<branch>\n  <id>1</id>\n  <name>Lyon depot</name>\n  <description>warehouse</description>\n"
        "  <address>\n    <id>1</id>\n    <street>9 quai Neuf</street>\n    <city>Lyon</city>\n    <zip>69007</zip>\n"
        "  </address>\n  <phoneNumber>0472000000</phoneNumber>\n</branch>"
    )
    assert server.get_json("/branch/1") == {
        "branch": {
            "id": 1,
            "name": "Lyon depot",
            "description": "warehouse",
            "address": {"id": 1, "street": "9 quai Neuf", "city": "Lyon", "zip": "69007"},
            "phoneNumber": "0472000000",
        }
    }


def test_the_same_in_json(server):
    branch = {"name": "Lyon", "address": {"officeDesignation": "B2", "country": "FR", "state": "69"}, "faxNumber": 5}
    assert server.put_json("/branch", {"branch": branch}).status == 201
    shown = server.get_json("/branch/1")["branch"]
    assert shown == {"id": 1, "name": "Lyon", "address": {"id": 1, **branch["address"]}, "faxNumber": "5"}
    assert list(shown["address"]) == ["id", "country", "state", "officeDesignation"]


def test_an_update_replaces_and_makes_a_new_address_row(server):
    server.put("/branch", LYON)
    answer = server.put("/branch/1", "<branch><id>77</id><name>Lyon</name><address><id>5</id></address></branch>")
    assert answer.is_envelope(200, "SUCCESS_UPDATED", "Updated", "<id>1</id>")
    assert server.get_json("/branch/1") == {"branch": {"id": 1, "name": "Lyon", "address": {"id": 2}}}


def test_names_are_kept_as_sent(server):
    server.put("/branch", "<branch><name> Lyon </name><description></description><address/></branch>")
    assert server.get_json("/branch/1")["branch"]["name"] == " Lyon "
    assert server.get_json("/branch/1")["branch"]["description"] == ""


@pytest.mark.parametrize(
    "body", ["<branch><address/></branch>", "<branch><name></name><address/></branch>", "<branch/>"]
)
@pytest.mark.parametrize("path", ["/branch", "/branch/99", "/branch/abc"])
def test_the_name_is_validated_before_the_id_is_looked_up(server, body, path):
    assert server.put(path, body).is_envelope(
        400, "ERROR_VALIDATION_FAILED", "Failed input validation",
        "<additionalMessage>Name: Cannot be empty</additionalMessage>",
    )  # fmt: skip


def test_a_missing_address_breaks_the_answer(server):
    body = "<branch><name>Lyon</name></branch>"
    assert server.put("/branch", body).is_page(500, WRITING)
    server.add_branch("Lille")
    assert server.put("/branch/1", body).is_page(500, WRITING)
    assert server.get_json("/branch/1")["branch"]["name"] == "Lille"


def test_names_are_unique(server):
    server.add_branch("Lyon")
    server.add_branch("Lille")
    body = "<branch><name>Lyon</name><address/></branch>"
    assert server.put("/branch", body).is_envelope(500, "ERROR_CREATE_FAILED", "Create failed", DUPLICATE)
    assert server.put("/branch/2", body).is_envelope(
        500, "ERROR_UPDATE_FAILED", "Update failed", f"<id>2</id>{DUPLICATE}"
    )
    assert server.put("/branch/1", body).status == 200
    assert server.get_json("/branch/2")["branch"]["name"] == "Lille"


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_wrong_ids(server, method):
    body = ("<branch><name>x</name><address/></branch>",) if method == "put" else ()
    send = getattr(server, method)
    assert send("/branch/99", *body).is_envelope(
        400, "ERROR_OBJECT_NOT_FOUND", "Could not retrieve object using ID", "<id>99</id>"
    )
    for text in ("abc", "1.5", "99999999999"):
        assert send(f"/branch/{text}", *body).is_envelope(
            400, "ERROR_ID_INVALID", "ID value is invalid", f"<additionalMessage>{text}</additionalMessage>"
        )


def test_delete_detaches_users_and_groups(server):
    branch = server.add_branch("Lyon")
    user = server.add_user("4101", branch={"id": branch})
    server.put("/user-group", f"<group><name>g</name><branch><id>{branch}</id></branch></group>")
    assert server.delete(f"/branch/{branch}").is_envelope(200, "SUCCESS_DELETED", "Deleted", f"<id>{branch}</id>")
    assert server.get(f"/branch/{branch}").status == 400
    assert "branch" not in server.get_json(f"/user/{user}")["user"]
    assert all("branch" not in group for group in server.get_json("/user-group")["user-group"]["groups"])


def test_a_branch_with_a_gateway_stays(server):
    branch = server.add_branch("Lyon")
    server.pbx.gateways.uses_branch = lambda branch_id: branch_id == branch
    assert server.delete(f"/branch/{branch}").is_envelope(
        500, "ERROR_DELETE_FAILED", "Delete failed",
        f"<id>{branch}</id><additionalMessage>&amp;branches.delete.err</additionalMessage>",
    )  # fmt: skip


def test_ids_are_not_used_again(server):
    server.delete(f"/branch/{server.add_branch('a')}")
    assert server.add_branch("b") == 2


@pytest.mark.parametrize("name", ["name", "description", "phoneNumber", "faxNumber"])
def test_texts_too_long_for_the_database(server, name):
    server.add_branch("Lyon")
    for path, code in (("/branch", "ERROR_CREATE_FAILED"), ("/branch/1", "ERROR_UPDATE_FAILED")):
        answer = server.put_json(path, {"branch": {"name": "x", name: "é" * 256, "address": {}}})
        assert (answer.status, answer.call.applied, f"<code>{code}</code>" in answer.text) == (500, False, True)
    assert server.put_json("/branch/1", {"branch": {"name": "x", name: "é" * 255, "address": {}}}).status == 200
