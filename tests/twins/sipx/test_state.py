# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state as a whole: seeds, identity, speed, and rules that both APIs share."""

from __future__ import annotations

import json
import time

import pytest

from simulator.sipx.catalogue import GATEWAY_MODELS, PHONE_MODELS, read
from simulator.sipx.settings.tree import load_tree
from simulator.sipx.state.aliases import AliasNamespace
from simulator.sipx.state.attendants import SpecialMode
from simulator.sipx.state.branches import Branch
from simulator.sipx.state.conferences import Conference
from simulator.sipx.state.errors import DomainError, RowNotFoundError, UserError
from simulator.sipx.state.permissions import BUILT_IN, CustomPermission
from simulator.sipx.state.table import changed
from simulator.sipx.state.users import User


def provision(server):
    server.pbx.branches.save(Branch("Oslo"))
    server.pbx.permissions.save(CustomPermission("Dial satellite", default_value=True))
    server.post("/userGroups", {"name": "sales", "weight": 4})
    server.post(
        "/users", {"userName": "4101", "aliases": ["1201"], "branchName": "Oslo", "groups": [{"name": "sales"}]}
    )
    server.post("/phones", {"serialNo": "0004f2c0ffee", "model": {"modelId": "acmePhoneStandard"}})
    server.post("/phones/1/lines", {"user": "4101"})
    server.post("/callgroups", {"name": "a", "extension": "4400", "ringBeans": [{"userName": "4101"}]})
    server.put("/proxy/settings/alert-info/ON_EXISTING", "1")
    server.put("/phones/1/sendProfile")
    schedule = {"name": "a", "workingTime": {"workingHours": [{"scheduledDay": "Sunday", "start": 1}]}}
    server.post("/schedules", schedule)


@pytest.mark.parametrize("seed", ["empty", "demo"])
def test_state_and_reset_are_inverse(make_server, seed):
    server = make_server(seed)
    provision(server)
    before = json.loads(json.dumps(server.twin.state()))
    again = make_server({"sipx": before})
    assert again.twin.state() == before
    assert again.get("/users").text == server.get("/users").text
    assert again.post("/users", {"userName": "4102"}).json == server.post("/users", {"userName": "4102"}).json
    assert again.post("/users", {"userName": "1201"}).status == 500


def test_a_seed_with_an_unknown_part_is_refused(server):
    for part in ({"nonsense": {}}, {"users": {"rows": [{"user_name": "a", "color": "red"}]}}):
        with pytest.raises(ValueError, match="has no"):
            server.twin.load(part, {})


def test_the_empty_seed_is_a_fresh_installation(server):
    pbx = server.pbx
    assert [user.user_name for user in pbx.users] == ["superadmin"]
    assert [(group.name, group.resource) for group in pbx.groups] == [
        ("administrators", "user"),
        ("default", "park_orbit"),
    ]
    for table in (
        pbx.phones,
        pbx.gateways,
        pbx.hunt_groups,
        pbx.registrations,
        pbx.call_records,
        pbx.conferences,
        pbx.jobs,
    ):
        assert len(table) == 0
    prompts = [list(area) for area in pbx.prompts.areas.values()]
    assert prompts == [["default.wav"]] * 3


def test_the_demo_adds_only_what_no_api_creates(demo):
    pbx = demo.pbx
    assert [user.user_name for user in pbx.users] == ["superadmin", "200000"]
    assert [conference.name for conference in pbx.conferences] == ["standup", "all-hands"]
    assert (len(pbx.registrations), len(pbx.call_records)) == (2, 3)
    for table in (pbx.phones, pbx.gateways, pbx.hunt_groups, pbx.page_groups, pbx.orbits, pbx.branches):
        assert len(table) == 0


def test_scaled_users_have_names_and_secrets_of_their_own(make_server):
    server = make_server("empty", users=3)
    users = server.get("/users").json["users"][1:]
    assert [(user["userName"], user["pintoken"], user["sipPassword"]) for user in users] == [
        (name, f"portal-{name}", f"sip-{name}") for name in ("200001", "200002", "200003")
    ]


def test_ten_thousand_users_are_quick(make_server):
    started = time.perf_counter()
    server = make_server("empty", users=10_000)
    server.get("/users")
    for page in range(100):
        assert len(server.get(f"/users?start={page * 100}&limit=100").json["users"]) == 100
    for number in range(200):
        assert server.post("/users", {"userName": f"9{number:03}"}).status == 200
    assert time.perf_counter() - started < 20


def test_effective_permissions(staffed):
    pbx = staffed.pbx
    user = pbx.users.named("4101")
    assert pbx.users.has_permission(pbx.users.named("superadmin"), "superadmin")
    assert not pbx.users.has_permission(user, "superadmin")
    for value, effective in (("ENABLE", True), ("enable", False), ("", False)):
        draft = pbx.users.draft(user.id)
        draft.settings["permission/application/rest"] = value
        user = pbx.users.save(draft)
        assert pbx.users.has_permission(user, "rest") is effective
    assert pbx.users.permission_value(user, BUILT_IN["rest"]) is None


def test_built_in_permissions_and_defaults():
    assert len(BUILT_IN) == 19
    assert {name for name, permission in BUILT_IN.items() if not permission.default_value} == {
        "superadmin", "rest", "dbauth-only", "group-music-on-hold", "900Dialing", "AutoAttendant",
        "RecordSystemPrompts", "ExchangeUMVoicemailServer",
    }  # fmt: skip


def test_custom_permissions(server):
    permissions = server.pbx.permissions
    created = permissions.save(CustomPermission("Dial satellite"))
    assert created.name == f"perm_{created.id}"
    assert permissions.named(created.name) == permissions.labelled("Dial satellite") == created
    with pytest.raises(UserError, match=r"&message\.duplicatePermission"):
        permissions.save(CustomPermission("Dial satellite"))
    names = [permission.name for permission in permissions.by_name()]
    assert names == sorted(names)
    assert created.path in permissions.user_tree.leaves


def test_branch_rules(staffed):
    pbx = staffed.pbx
    oslo, lyon = pbx.branches.save(Branch("Oslo")), pbx.branches.save(Branch("Lyon"))
    with pytest.raises(UserError, match=r"&duplicate\.branchName\.error"):
        pbx.branches.save(Branch("Oslo"))
    address = oslo.address.id
    assert pbx.branches.save(pbx.branches.draft(oslo.id)).address.id > address
    staffed.post("/users/4101/groups/sales")
    group = pbx.groups.named("user", "sales")
    pbx.groups.store(changed(group, branch_id=oslo.id))
    user = pbx.users.named("4101")
    assert pbx.users.branch(user).name == "Oslo"
    draft = pbx.users.draft(user.id)
    draft.branch_id = lyon.id
    with pytest.raises(UserError, match=r"&invalid\.branch"):
        pbx.users.save(draft)
    draft.branch_id = oslo.id
    pbx.users.save(draft)
    with pytest.raises(UserError, match=r"&branch\.validity\.error"):
        pbx.check_group_branch(group.id, lyon.id)
    staffed.post(
        "/gateways",
        {
            "name": "t",
            "model": {"modelId": "sipTrunkStandard"},
            "addressTransport": "udp",
            "callerAliasInfo": {},
            "branch": {"name": "Lyon"},
        },
    )
    with pytest.raises(UserError, match=r"&branches\.delete\.err"):
        pbx.delete_branch(lyon.id)
    pbx.delete_branch(oslo.id)
    assert pbx.users.named("4101").branch_id is None
    assert pbx.groups.named("user", "sales").branch_id is None


def test_the_im_id_is_fixed_at_the_first_save(server):
    users = server.pbx.users
    user = users.save(User("4101", aliases=["77", "Ada"]))
    assert user.profile.im_id == "ada"
    draft = users.draft(user.id)
    draft.aliases = []
    users.save(draft)
    with pytest.raises(DomainError, match="nameInUse"):
        users.save(User("ada"))


def test_conference_rules(server):
    conferences = server.pbx.conferences
    for broken in (
        Conference("a", moderator_code="1"),
        Conference("a", quickstart=False),
        Conference("a", quickstart=False, access_code="1", moderator_code="1"),
    ):
        with pytest.raises(UserError):
            conferences.save(broken)
    conferences.save(Conference("a", extension="5001"))
    for taken in (Conference("a"), Conference("b", extension="5001"), Conference("superadmin")):
        with pytest.raises(DomainError):
            conferences.save(taken)


def test_the_special_mode_state_machine():
    after_hours = 2
    mode = SpecialMode()
    mode.select(5, after_hours)
    assert mode == SpecialMode(False, 5)
    mode.enable(after_hours)
    assert mode == SpecialMode(True, None)
    mode.select(5, after_hours)
    assert mode == SpecialMode(True, after_hours)
    mode.select(5, after_hours)
    assert mode == SpecialMode(True, 5)
    mode.disable()
    assert mode == SpecialMode()
    mode.enable(after_hours)
    assert mode == SpecialMode(True, after_hours)


def test_the_alias_namespace():
    names = AliasNamespace()
    names.claim(("user", 1), ("a", None, ""))
    assert names.in_use("a")
    assert not names.in_use("a", by_other_than=("user", 1))
    assert not names.in_use("")
    names.claim(("user", 2), ("a",))
    assert names.in_use("a", by_other_than=("user", 1))
    names.claim(("user", 2), ())
    names.release(("user", 1))
    assert not names.in_use("a")


def test_a_refused_change_leaves_no_trace(staffed):
    before = staffed.twin.state()
    assert staffed.put("/users/4101", {"firstName": "X", "aliases": ["4102"]}).status == 500
    assert staffed.put("/phones/1", {"serialNo": "bad"}).status == 404
    assert staffed.twin.state() == before


def test_missing_rows_name_their_entity(server):
    with pytest.raises(RowNotFoundError, match=r"\[org\.sipfoundry\.sipxconfig\.common\.User#99\]"):
        server.pbx.users.get(99)


@pytest.mark.parametrize(
    ("tree", "leaves", "visible"),
    [
        ("dns", 11, 11), ("ivr", 23, 20), ("mwi", 13, 9), ("moh", 1, 1), ("imbot", 4, 3), ("proxy", 48, 43),
        ("registrar", 40, 37), ("restserver", 4, 4), ("saa", 6, 6), ("ftp", 11, 11), ("callresolver", 19, 18),
        ("paging", 9, 9), ("park-orbit", 5, 5), ("ntp", 16, 15), ("sip-trunk", 26, 21), ("attendant", 9, 9),
        ("live-attendant", 8, 8), ("user", 126, 91), ("acme-phone", 5, 4), ("acme-line", 8, 8),
        ("acme-gateway", 2, 2),
    ],
)  # fmt: skip
def test_the_setting_trees(tree, leaves, visible):
    assert (len(load_tree(tree).leaves), len(load_tree(tree).visible())) == (leaves, visible)


@pytest.mark.parametrize(
    ("model", "lines", "versions"),
    [
        ("acmePhoneStandard", 3, 2), ("polycom300", 2, 1), ("polycom4000", 1, 0), ("polycomVVX1500", 6, 38),
        ("polycomVVX500", 12, 36), ("polycomVVX600", 16, 35), ("polycomVVX250", 4, 10), ("polycomVVX601", 16, 9),
        ("polycomRealPresenceTrio", 1, 6), ("yealinkPhoneSIPT48S", 16, 2), ("yealinkPhoneW52", 5, 2),
        ("gsFxsGxw4248", 48, 0), ("snom370", 12, 0), ("audiocodesMP124_FXS", 24, 6), ("nortel11xx", 1, 2),
        ("jitsiPhoneModel", 100, 0),
    ],
)  # fmt: skip
def test_phone_models(model, lines, versions):
    assert (PHONE_MODELS[model].max_lines, len(PHONE_MODELS[model].versions or ())) == (lines, versions)


def test_every_model_has_its_trees():
    for model in (*PHONE_MODELS.values(), *GATEWAY_MODELS.values()):
        for name in (model.tree, model.port_tree, model.line_tree):
            assert name is None or load_tree(name).leaves
    assert len(GATEWAY_MODELS) == 25
    assert len(read("time_zones")) == len(set(read("time_zones")))


def test_scripted_exceptions_take_the_form_of_the_stack(server):
    server.simulation.faults.append([{"match": {"path": "/api/gateways"}, "do": "exception"}], ["sipx"])
    answer = server.get("/gateways")
    assert answer.status == 500
    assert answer.text.startswith("java.lang.")


def test_of_two_group_branches_that_of_the_heavier_group_counts(staffed):
    pbx = staffed.pbx
    oslo, lyon = pbx.branches.save(Branch("Oslo")), pbx.branches.save(Branch("Lyon"))
    for name, branch in (("light", oslo), ("heavy", lyon)):
        staffed.post(f"/users/4101/groups/{name}")
        pbx.groups.store(changed(pbx.groups.named("user", name), branch_id=branch.id))
    draft = pbx.users.draft(pbx.users.named("4101").id)
    assert pbx.users.branch(draft).name == "Lyon"
    draft.branch_id = oslo.id
    with pytest.raises(UserError, match=r"&invalid\.branch"):
        pbx.users.save(draft)
    draft.branch_id = lyon.id
    pbx.users.save(draft)
