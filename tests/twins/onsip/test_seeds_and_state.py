# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds, states, knobs and the journal."""

from __future__ import annotations

import json
import time

import pytest

from simulator.onsip.twin import OnsipTwin
from simulator.testing import simulator_thread


def test_a_new_account_has_only_its_administrator_and_the_agent_above(api):
    assert [user["AuthUsername"] for user in api.listed(api.do("UserBrowse").ok["Users"], "User")] == ["admin.example"]
    assert api.addresses() == ["admin@example.onsip.com"]
    user = api.do("UserRead").ok["User"]
    assert (user["OrganizationId"], user["AccountId"], user["Domain"]) == ("7301", "6120", "example.onsip.com")
    assert user["Roles"] == {"Role": {"Name": "Account Admin"}}
    for action, container in (
        ("CdrBrowse", "Cdrs"),
        ("RegistrationBrowse", "ProxyRegistrations"),
        ("AccountInvoiceBrowse", "AccountInvoices"),
        ("DidBrowse", "Dids"),
    ):
        assert api.do(action).ok[container] == {"@attributes": {"Limit": "20", "Offset": "0"}}


def test_the_demo_adds_what_no_call_can_create(demo):
    assert demo.do("CdrBrowse", MonthOffset=-1).ok["Cdrs"]["@attributes"]["Found"] == "10"
    assert demo.do("CdrBrowse").ok["Cdrs"]["@attributes"]["Found"] == "30"
    assert demo.do("AccountResourceBrowse").ok["AccountResources"]["AccountResource"]
    assert demo.addresses() == ["admin@example.onsip.com", "user@example.onsip.com"]
    assert demo.log_in("user.example")
    state = demo.twin.state()
    for table in ("user_aliases", "voicemailboxes", "dids", "e911_locations"):
        assert state[table]["rows"] == []


def test_a_seed_is_the_same_each_time(api):
    state = api.twin.state()
    api.add_user()
    api.twin.load("empty", {})
    assert api.twin.state() == state


def test_a_state_comes_back_as_it_went(demo):
    demo.add_user()
    demo.add_mailbox(Mwi="bo@example.onsip.com")
    extension = {"OrganizationId": demo.organization, "AliasUsername": "7002", "Visibility": "PUBLIC"}
    assert demo.do("UserAliasAdd", **extension, AddressUsername="bo").ok
    purchase = {"UserId": demo.administrator, "Protocol": "sip", "NpaNxx[217555]": 2}
    assert demo.do("DidRequest", **purchase).ok
    assert demo.do("DidDelete", DidId=30552).ok == {}
    state = json.loads(json.dumps(demo.twin.state()))
    demo.twin.load(state, {})
    assert demo.twin.state() == state
    demo.log_in("example_bo", "portal secret")
    demo.log_in()
    did = demo.do("DidRequest", **purchase).ok["Dids"]["Did"][0]
    assert did["DidId"] == "30553", "a number that was given up does not come back"


def test_a_state_may_leave_things_out(api):
    api.twin.load({}, {})
    assert api.twin.state()["users"]["rows"] == []
    api.twin.load({"organizations": {"rows": [{"AccountId": 1, "Domain": "x.onsip.com"}]}}, {})
    (organization,) = api.twin.state()["organizations"]["rows"]
    assert (organization["OrganizationId"], organization["Status"]) == (7301, "enabled")


@pytest.mark.parametrize(
    "state",
    [
        {"people": {"rows": []}},
        {"users": {"rows": [{"Colour": "red"}]}},
        {"users": {"rows": [{"UserId": 1, "AuthUsername": "a"}, {"UserId": 1, "AuthUsername": "b"}]}},
        {"users": {"rows": [{"AuthUsername": "a"}, {"AuthUsername": "A"}]}},
        {"users": {"rows": [{"UserId": "one"}]}},
    ],
)
def test_a_state_that_cannot_be_changes_nothing(api, state):
    before = api.twin.state()
    with pytest.raises(ValueError, match=r"\w"):
        api.twin.load(state, {})
    assert api.twin.state() == before


def test_scale_makes_more_of_every_kind(api):
    kinds = ("users", "user_aliases", "voicemailboxes", "group_addresses", "external_addresses", "dids", "cdrs")
    api.twin.load("empty", {**dict.fromkeys(kinds, 25), "phones": 3})
    api.log_in()
    for action in (
        "UserBrowse",
        "UserAddressBrowse",
        "VoicemailboxBrowse",
        "GroupAddressBrowse",
        "ExternalAddressBrowse",
        "DidBrowse",
    ):
        (container,) = api.do(action, Limit=25).ok.values()
        assert int(container["@attributes"]["Found"]) >= 25, action
    every = {"StartCdrId": 1, "EndCdrId": 9999999}
    assert api.do("CdrBrowse", **every).ok["Cdrs"]["@attributes"]["Found"] == "25"
    assert api.log_in("example_user00025")
    state = api.twin.state()
    api.twin.load(state, {})
    assert api.twin.state() == state


def test_thousands_of_users_do_not_slow_it_down(api):
    api.twin.load("empty", {"users": 5000})
    api.log_in()
    begin = time.perf_counter()
    for number in range(100):
        api.add_user(f"new{number}")
        assert api.do("UserRead", AuthUsername=f"example_new{number}").ok
    assert time.perf_counter() - begin < 2
    begin = time.perf_counter()
    seen = 0
    while seen < 5101:
        seen += len(api.do("UserBrowse", Limit=500, Offset=seen).ok["Users"]["User"])
    assert time.perf_counter() - begin < 5


def test_unknown_knobs_and_values_are_refused(api):
    for knobs in (
        {"colour": "red"},
        {"session_idle_s": "long"},
        {"echo_secrets": 1},
        {"group_members": "shown"},
        {"external_address_form": None},
    ):
        with pytest.raises(ValueError, match="knob"):
            api.configure(**knobs)
    assert api.twin.knobs == api.twin.default_knobs


def test_a_reset_brings_the_knobs_back(api):
    api.configure(echo_secrets=True, session_idle_s=1)
    api.simulation.reset()
    api.log_in()
    api.simulation.clock.offset_s = 100
    assert ("Password", "******") in api.do("UserRead", Password="x").echo


def test_the_journal_tells_what_was_asked(api):
    user = api.add_user()
    api.do("UserEditStatus", UserId=user["UserId"], Status="off")
    api.do("UserDelete", UserId=user["UserId"])
    api.do("UserRead")
    api.session_id = "dead"
    api.do("UserAdd", Username="x")
    api.do("SessionCreate", Username="Admin@example.onsip.com", Password="wrong")
    api.do("SessionCreate", Username="nobody", Password="wrong")
    api.do("NoSuchAction")
    rows = [
        (row["action"], row["account"], row["write"], row["applied"], row["status"])
        for row in api.simulation.journal.rows()
    ]
    assert rows == [
        ("SessionCreate", "admin.example", False, False, 200),
        ("UserAdd", "admin.example", True, True, 200),
        ("UserEditStatus", "admin.example", True, False, 200),
        ("UserDelete", "admin.example", True, True, 200),
        ("UserRead", "admin.example", False, False, 200),
        ("UserAdd", None, True, False, 200),
        ("SessionCreate", "admin.example", False, False, 200),
        ("SessionCreate", "nobody", False, False, 200),
        ("NoSuchAction", None, False, False, 200),
    ]


def test_over_the_network():
    import requests

    with simulator_thread(make_twins=lambda clock: [OnsipTwin(clock)]) as running:
        form = {"Action": "SessionCreate", "Username": "admin.example", "Password": "rehearsal", "Output": "json"}
        url = f"{running.url}/restapi"
        session = requests.post(url, data=form, timeout=10).json()["Response"]["Context"]["Session"]
        parts = {"Action": (None, "UserRead"), "SessionId": (None, session["SessionId"])}
        answer = requests.post(url, files=parts, timeout=10)
        assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
        assert "<AuthUsername>admin.example</AuthUsername>" in answer.text
        refused = requests.get(url, params={"Action": "UserRead"}, auth=("admin.example", "wrong"), timeout=10)
        assert refused.status_code == 401
        rows = [row for row in running.requests() if row["platform"] == "onsip"]
        assert [row["action"] for row in rows] == ["SessionCreate", "UserRead", "UserRead"]
