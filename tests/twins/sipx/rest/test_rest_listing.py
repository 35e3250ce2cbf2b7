# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paging, sorting and filters of the administrative lists."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def towns(server):
    """A server with five branches."""
    for name in ("b", "A", "c", "E", "d"):
        server.add_branch(name)
    return server


def listed(server: Any, query: str) -> tuple[list[str], dict[str, int]]:
    listing = server.get_json(f"/branch{query}")["branch"]
    return [branch["name"] for branch in listing["branches"]], listing["metadata"]


@pytest.mark.parametrize(
    "query", ["", "?page=1", "?pagesize=2", "?page=x&pagesize=2", "?page=1&pagesize=x", "?page=0&pagesize=2",
              "?page=1&pagesize=0", "?page=-1&pagesize=2"],
)  # fmt: skip
def test_without_both_parameters_the_whole_list_comes(towns, query):
    names, metadata = listed(towns, query)
    assert names == ["b", "A", "c", "E", "d"]
    assert metadata == {"totalResults": 5, "currentPage": 1, "totalPages": 1, "resultsPerPage": 5}


@pytest.mark.parametrize(
    ("page", "names", "current"),
    [(1, ["b", "A"], 1), (2, ["c", "E"], 2), (3, ["d"], 3), (9, ["d"], 3)],
)
def test_pages_count_from_one_and_the_last_stands_for_all_beyond(towns, page, names, current):
    assert listed(towns, f"?page={page}&pagesize=2") == (
        names, {"totalResults": 5, "currentPage": current, "totalPages": 3, "resultsPerPage": 2}
    )  # fmt: skip


def test_metadata_keeps_its_order_on_the_wire(server):
    assert server.get("/branch?page=1&pagesize=7").text == (
        "<branch>\n  <metadata>\n    <totalResults>0</totalResults>\n    <currentPage>1</currentPage>\n"
        "    <totalPages>1</totalPages>\n    <resultsPerPage>7</resultsPerPage>\n  </metadata>\n"
        "  <branches/>\n</branch>"
    )


def test_an_empty_list_in_pages_of_one_breaks(server):
    answer = server.get("/branch?page=1&pagesize=1")
    assert answer.failure == "Internal error: -1"
    assert answer.text.endswith('"type":"java.lang.ArrayIndexOutOfBoundsException"} ')


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?sortby=name&sortdir=forward", ["A", "b", "c", "d", "E"]),
        ("?sortby=NAME&sortdir=Reverse", ["E", "d", "c", "b", "A"]),
        ("?sortby=name", ["b", "A", "c", "E", "d"]),
        ("?sortdir=reverse", ["b", "A", "c", "E", "d"]),
        ("?sortby=&sortdir=forward", ["b", "A", "c", "E", "d"]),
        ("?sortby=colour&sortdir=forward", ["b", "A", "c", "E", "d"]),
        ("?sortby=name&sortdir=forward&page=2&pagesize=2", ["c", "d"]),
    ],
)
def test_sorting(towns, query, names):
    assert listed(towns, query)[0] == names


def test_null_sorts_as_empty(towns):
    towns.put("/branch", "<branch><name>f</name><description>x</description><address/></branch>")
    assert listed(towns, "?sortby=description&sortdir=reverse")[0][0] == "f"
    assert listed(towns, "?sortby=city&sortdir=forward")[0] == ["b", "A", "c", "E", "d", "f"]


@pytest.mark.parametrize(
    ("path", "root", "field"),
    [
        ("/user", "user", "username"),
        ("/user", "user", "lastname"),
        ("/user", "user", "firstname"),
        ("/user-permission", "user-permission", "lastname"),
        ("/user-permission", "user-permission", "firstname"),
        ("/user-group", "user-group", "name"),
        ("/user-group", "user-group", "description"),
        ("/user-group-permission", "user-group-permission", "name"),
        ("/permission", "permissions", "label"),
        ("/permission", "permissions", "defaultvalue"),
        ("/branch", "branch", "officedesignation"),
    ],
)
def test_every_list_takes_its_sort_fields(server, path, root, field):
    server.add_user("4101")
    assert root in server.get_json(f"{path}?sortby={field}&sortdir=reverse")


def names(server: Any, query: str = "") -> list[str]:
    return [user["userName"] for user in server.get_json(f"/user{query}")["user"]["users"]]


def test_the_first_user_is_never_listed(server):
    server.add_user("4101")
    server.add_user("4102")
    assert names(server) == ["4101", "4102"]
    assert server.get_json("/user")["user"]["metadata"]["totalResults"] == 2
    assert [user["id"] for user in server.get_json("/user-permission")["user-permission"]["users"]] == [2, 3]
    assert server.get_json("/user/1")["user"]["userName"] == "superadmin"
    assert names(server, "?ids=1") == ["superadmin"]


def test_the_first_user_is_listed_by_a_friendlier_server(server):
    server.twin.configure({"hidden_first_user": False})
    assert names(server) == ["superadmin"]


def test_ids_give_exactly_these_users_in_this_order(server):
    first, second = server.add_user("4101"), server.add_user("4102")
    assert names(server, f"?ids={second},1,{first},{second}") == ["4102", "superadmin", "4101", "4102"]
    assert names(server, "?ids=") == ["4101", "4102"]


def test_an_unknown_id_in_the_filter_breaks(server):
    answer = server.get("/user?ids=1,99")
    assert answer.failure.startswith("Internal error: No row with the given identifier exists: ")
    assert server.get("/user?ids=1,x").is_envelope(
        400, "ERROR_ID_INVALID", "ID value is invalid", "<additionalMessage>x</additionalMessage>"
    )


def test_a_branch_lists_its_own_users_and_those_of_its_groups_once_per_group(server):
    lyon, lille = server.add_branch("Lyon"), server.add_branch("Lille")
    group, other, plain = (server.add_group(name) for name in ("one", "two", "three"))
    for group_id, name in ((group, "one"), (other, "two")):
        server.put(f"/user-group/{group_id}", f"<group><name>{name}</name><branch><id>{lyon}</id></branch></group>")
    server.add_user("4101", branch={"id": lyon})
    server.add_user("4102", groups={"group": [{"id": group}, {"id": other}, {"id": plain}]})
    server.add_user("4103", branch={"id": lille})
    server.add_user("4104")
    assert names(server, f"?branch={lyon}") == ["4101", "4102", "4102"]
    assert names(server, f"?branch={lille}&ids=1") == ["4103"]
    assert names(server, "?branch=99") == []
    assert server.get("/user-permission?branch=abc").is_envelope(
        400, "ERROR_ID_INVALID", "ID value is invalid", "<additionalMessage>Branch:abc</additionalMessage>"
    )


def test_ten_thousand_users_are_no_burden(server):
    import time

    server.twin.load("empty", {"users": 10_000})
    began = time.monotonic()
    assert server.get_json("/user")["user"]["metadata"]["totalResults"] == 10_000
    for _unused in range(50):
        assert server.get("/user?page=50&pagesize=100").status == 200
    assert time.monotonic() - began < 5
