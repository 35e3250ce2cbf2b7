# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hunt groups."""

from __future__ import annotations

import pytest

NULL_POINTER = (500, "java.lang.NullPointerException")
COMMON = "org.sipfoundry.sipxconfig.common"
RINGS = [
    {"userName": "4101", "expiration": 15, "enabled": True, "typeStr": "At the same time"},
    {"userName": "4102", "expiration": 20, "enabled": False, "typeStr": "At the same time"},
    {"userName": "4103", "typeStr": "Sometimes", "unknown": 1},
]


@pytest.fixture
def hunt(staffed):
    """A server with the hunt group support, 4400."""
    body = {"name": "support", "extension": "4400", "did": "5550144", "enabled": True, "ringBeans": RINGS}
    assert staffed.post("/callgroups", body).status == 200
    return staffed


def order(server, extension="4400"):
    return [ring["userName"] for ring in server.get(f"/callgroups/{extension}").json["ringBeans"]]


def test_what_is_shown(hunt):
    assert hunt.get("/callgroups/4400").text == (
        '{"name":"support","extension":"4400","did":"5550144","description":null,"enabled":true,'
        '"fallbackDestination":null,"voicemailFallback":true,"userForward":true,"useFwdTimers":false,"ringBeans":['
        '{"userName":"4101","typeStr":null,"expiration":15,"enabled":true},'
        '{"userName":"4102","typeStr":"At the same time","expiration":20,"enabled":true},'
        '{"userName":"4103","typeStr":"If no response","expiration":0,"enabled":true}]}'
    )


def test_a_friendlier_server_shows_types_and_states(hunt):
    hunt.configure(first_ring_type_null=False, ring_enabled_not_stored=False)
    rings = hunt.get("/callgroups/4400").json["ringBeans"]
    assert [(ring["typeStr"], ring["enabled"]) for ring in rings] == [
        ("At the same time", True),
        ("At the same time", False),
        ("If no response", False),
    ]


def test_forwarding_timers_replace_the_expirations(hunt):
    hunt.put("/users/4101/settings/callfwd/timer", "33")
    body = {"name": "support", "extension": "4400", "useFwdTimers": True, "ringBeans": RINGS}
    hunt.put("/callgroups/4400", body)
    assert [ring["expiration"] for ring in hunt.get("/callgroups/4400").json["ringBeans"]] == [33, 20, 20]
    hunt.put("/callgroups/4400", {**body, "userForward": False})
    assert [ring["expiration"] for ring in hunt.get("/callgroups/4400").json["ringBeans"]] == [15, 20, 0]


def test_unknown_properties_are_fatal_outside_rings(staffed):
    assert staffed.post("/callgroups", {"name": "a", "id": 1}).status == 500


@pytest.mark.parametrize("user", ["nobody", "1201", None])
def test_rings_need_exact_user_names(staffed, user):
    body = {"name": "a", "extension": "4400", "ringBeans": [{"userName": user}]}
    assert staffed.post("/callgroups", body).status == 500
    assert len(staffed.pbx.hunt_groups) == 0


@pytest.mark.parametrize("key", ["support", "4400", "5550144"])
def test_reading_and_deleting_match_name_extension_and_did(hunt, key):
    assert hunt.get(f"/callgroups/{key}").json["extension"] == "4400"
    assert hunt.delete(f"/callgroups/{key}").brief == (200, "")
    assert hunt.get(f"/callgroups/{key}").brief == (204, "")
    assert hunt.delete(f"/callgroups/{key}").brief == (200, "")


def test_deletion_takes_every_match(hunt):
    hunt.pbx.aliases.release(("callgroup", 1))
    hunt.post("/callgroups", {"name": "4400", "extension": "4499"})
    hunt.pbx.aliases.claim(("callgroup", 1), ("support", "4400"))
    hunt.delete("/callgroups/4400")
    assert len(hunt.pbx.hunt_groups) == 0


def test_a_missing_group_on_a_friendlier_server(server):
    server.configure(callgroup_missing_204=False, callgroup_put_missing_500=False)
    assert server.get("/callgroups/4400").brief == (404, "")
    assert server.put("/callgroups/4400", {"name": "a"}).brief == (404, "")


@pytest.mark.parametrize("key", ["support", "5550144", "9"])
def test_writing_matches_the_extension_alone(hunt, key):
    assert hunt.put(f"/callgroups/{key}", {"name": "a"}).brief == NULL_POINTER
    assert hunt.post(f"/callgroups/{key}/duplicate/4401").brief == NULL_POINTER
    assert hunt.post(f"/callgroups/{key}/rotate/4101").brief == NULL_POINTER


def test_put_replaces_everything(hunt):
    assert hunt.put("/callgroups/4400", {"name": "b"}).text == "1"
    assert hunt.get("/callgroups/4400").status == 204
    group = hunt.get("/callgroups/b").json
    assert (group["extension"], group["enabled"], group["voicemailFallback"], group["ringBeans"]) == (
        None,
        False,
        True,
        [],
    )
    assert hunt.get("/callgroups/prefix/4").brief == (500, "")


def test_prefixes(hunt):
    hunt.post("/callgroups", {"name": "b", "extension": "5500"})
    assert [group["name"] for group in hunt.get("/callgroups/prefix/44").json["callGroups"]] == ["support"]
    assert [group["name"] for group in hunt.get("/callgroups").json["callGroups"]] == ["support", "b"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"name": "support"}, f"{COMMON}.NameInUseException: &error.nameInUse.long"),
        ({"name": "4101"}, f"{COMMON}.NameInUseException: &error.nameInUse.long"),
        ({"name": "x", "extension": "1201"}, f"{COMMON}.ExtensionInUseException: &error.extensionInUse"),
        ({"name": "x", "extension": "100"}, f"{COMMON}.ExtensionInUseException: &error.extensionInUse"),
        ({"name": "x", "extension": "4401", "did": "4401"}, f"{COMMON}.DidInUseException: &error.didInUse"),
        ({"name": "x", "extension": "4401", "did": "4102"}, f"{COMMON}.DidInUseException: &error.didInUse"),
    ],
)
def test_names_extensions_and_dids_are_unique(hunt, body, text):
    assert hunt.post("/callgroups", body).brief == (500, text)
    unknown = {"ringBeans": [{"userName": "nobody"}]}
    assert hunt.post("/callgroups", {**body, **unknown}).brief == (500, text)


def test_duplicating(hunt):
    assert hunt.post("/callgroups/4400/duplicate/4401").text == "1"
    copy = hunt.get("/callgroups/4401").json
    assert (copy["name"], copy["enabled"], copy["did"], len(copy["ringBeans"])) == ("CopyOfsupport", False, None, 3)
    hunt.post("/callgroups/4400/duplicate/4402")
    assert hunt.get("/callgroups/4402").json["name"] == "CopyOfCopyOfsupport"
    answer = hunt.post("/callgroups/4400/duplicate/4401")
    assert answer.text == f"{COMMON}.ExtensionInUseException: &error.extensionInUse"


@pytest.mark.parametrize(
    ("extension", "answer", "expected"),
    [
        ("4101", "1", ["4102", "4103", "4101"]),
        ("4102", "1", ["4103", "4101", "4102"]),
        ("4103", "4400", ["4101", "4102", "4103"]),
        ("9999", "1", ["4101", "4102", "4103"]),
        ("1201", "1", ["4101", "4102", "4103"]),
    ],
)
def test_rotating(hunt, extension, answer, expected):
    assert hunt.post(f"/callgroups/4400/rotate/{extension}").text == answer
    assert order(hunt) == expected


def test_the_extension_of_a_user_with_a_name_is_the_shortest_numeric_alias(hunt):
    hunt.post("/users", {"userName": "reception", "aliases": ["77001", "770", "desk"]})
    body = {"name": "support", "extension": "4400", "ringBeans": [{"userName": "reception"}, {"userName": "4101"}]}
    hunt.put("/callgroups/4400", body)
    assert hunt.post("/callgroups/4400/rotate/770").text == "1"
    assert order(hunt) == ["4101", "reception"]


def test_rotation_by_the_last_answer(hunt):
    from simulator.sipx.state.cdrs import CallRecord

    for number, (start, who) in enumerate(((10.0, "4103"), (20.0, "4101"))):
        record = CallRecord(f"c{number}", "5550101", "sip:5550101@x", "4400", "sip:4400@x", start, start, start + 9)
        record.recipient = who
        hunt.pbx.call_records.store(record)
    assert hunt.post("/callgroups/rotate", {"strings": ["4400", "9"]}).brief == (200, "")
    assert order(hunt) == ["4102", "4103", "4101"]


def test_the_copy_of_a_group_without_a_name(staffed):
    staffed.post("/callgroups", {"extension": "4400"})
    staffed.post("/callgroups/4400/duplicate/4401")
    assert staffed.get("/callgroups/4401").json["name"] == "CopyOfnull"


@pytest.mark.parametrize("timer", ["abc", "9" * 5000])
def test_a_forwarding_timer_that_is_no_number(hunt, timer):
    hunt.put("/users/4101/settings/callfwd/timer", timer)
    assert hunt.get("/callgroups").status == 200
    hunt.put("/callgroups/4400", {"name": "support", "extension": "4400", "useFwdTimers": True, "ringBeans": RINGS})
    for path in ("/callgroups", "/callgroups/4400"):
        expected = f'java.lang.NumberFormatException: For input string: "{timer}"'
        assert hunt.get(path).brief == (500, expected)
