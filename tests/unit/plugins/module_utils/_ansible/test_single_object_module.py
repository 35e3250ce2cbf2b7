# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The module for one object, from its parameters to its result."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._ansible.toy_platform import Toy
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import REFUSED

EXISTING = {"name": "a", "model": "acme", "pin": "stored-pin", "enabled": True, "title": "A"}


def test_a_creation_is_reported_with_the_object_its_id_and_the_difference():
    toy = Toy()
    outcome = toy.one(name="a", model="acme", pin="new-s3cret", groups=["sales"])
    assert outcome.exit_code == 0
    result = outcome.result
    assert (result["changed"], result["action"], result["id"]) == (True, "created", 1)
    assert result["small_thing"] == {"name": "a", "model": "acme", "enabled": True, "groups": ["sales"]}
    assert result["diff"]["after"]["pin"] == "(hidden, new)"
    assert toy.adapter.state()["a"]["pin"] == "new-s3cret"


def test_an_update_is_reported_with_what_differed():
    result = Toy(EXISTING).one(name="a", title="B", pin="new-s3cret").result
    assert (result["changed"], result["action"]) == (True, "updated")
    assert (result["diff"]["before"], result["diff"]["after"]) == ({"title": "A"}, {"title": "B"})
    assert result["small_thing"]["title"] == "B"
    assert result["unverified"] == ["pin"]


def test_what_is_as_wanted_is_reported_as_it_is():
    toy = Toy(EXISTING)
    result = toy.one(name=" A", title="A").result
    assert (result["changed"], result["action"], result["id"]) == (False, "unchanged", 1)
    assert result["small_thing"]["name"] == "a"
    assert result["diff"] == {"before": {}, "after": {}}
    assert toy.adapter.writes == []


def test_a_deletion_is_reported_with_what_went():
    toy = Toy(EXISTING)
    result = toy.one(name="a", state="absent").result
    assert (result["changed"], result["action"], result["small_thing"]) == (True, "deleted", {})
    assert result["diff"]["before"]["title"] == "A"
    assert toy.one(name="a", state="absent").result["changed"] is False


@pytest.mark.parametrize("params", [{"title": "B"}, {"state": "absent"}, {"title": "A"}])
def test_check_mode_reports_the_same_and_writes_nothing(params):
    foreseen, real = Toy(EXISTING), Toy(EXISTING)
    first = foreseen.one(name="a", _ansible_check_mode=True, **params).result
    second = real.one(name="a", **params).result
    assert foreseen.adapter.writes == []
    assert {**first, "invocation": None} == {**second, "invocation": None}


def test_null_leaves_alone_and_empty_clears():
    toy = Toy({**EXISTING, "groups": ["sales"], "settings": {"p": "1"}, "address": {"street": "s", "branch": "Berlin"}})
    nulls = {"title": None, "groups": None, "settings": None, "address": {"street": None, "branch": None}}
    assert toy.one(name="a", **nulls).result["changed"] is False
    assert toy.one(name="a", address={"street": "t", "branch": None}).result["diff"]["after"] == {
        "address": {"street": "t", "branch": "Berlin"}
    }
    result = toy.one(name="a", title="", groups=[], settings={}, address={}).result
    assert result["diff"]["after"] == {"title": "", "groups": [], "settings": {}, "address": {}}
    assert toy.one(name="a", title="", groups=[], settings={}, address={}).result["changed"] is False


def test_only_the_object_itself_is_read():
    toy = Toy(EXISTING)
    toy.one(name=" A ")
    assert toy.adapter.reads == [frozenset(["a"])]


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"name": "a", "settings": {"x": 1}}, "does not exist yet and cannot be created without: model, pin"),
        ({"name": "  "}, "name is required"),
        ({"name": "b", "model": "acme", "pin": "new-s3cret", "groups": ["gone"]}, "group 'gone'"),
    ],
)
def test_a_refusal_names_the_object_and_the_reason(params, message):
    toy = Toy()
    outcome = toy.one(**params)
    assert outcome.exit_code == 1
    assert outcome.result["failed"] is True
    assert outcome.result["msg"].startswith("small thing")
    assert message in outcome.result["msg"]
    assert toy.adapter.writes == []


def test_a_failure_of_the_server_names_the_object_and_what_was_tried():
    toy = Toy()
    toy.adapter.fail("create", REFUSED)
    result = toy.one(name="a", model="acme", pin="new-s3cret").result
    assert (result["failed"], result["changed"]) == (True, False)
    assert result["msg"] == "small thing a: create failed: PUT /thing was answered 500"


def test_the_rules_for_secrets_are_obeyed():
    toy = Toy(EXISTING)
    assert toy.one(name="a", pin="new-s3cret").result["changed"] is False
    assert toy.one(name="a", pin="new-s3cret", update_secrets="always").result["changed"] is True
    assert toy.one(name="a", pin="new-s3cret", update_secrets="verify").result["changed"] is False
    assert toy.adapter.state()["a"]["pin"] == "new-s3cret"
    result = toy.one(name="a", code="x", update_secrets="verify").result
    assert result["msg"].startswith("update_secrets=verify is not possible for code of a small thing")


def test_a_warning_of_a_missing_object_in_check_mode():
    outcome = Toy(EXISTING).one(name="a", groups=["gone"], _ansible_check_mode=True)
    assert outcome.result["changed"] is True
    (warning,) = outcome.warnings
    assert "group 'gone'" in warning


def test_the_client_is_closed_whatever_happens():
    toy = Toy()
    toy.one(name="a", model="acme", pin="new-s3cret")
    toy.one(name="b")
    toy.adapter.fail("fetch", REFUSED)
    toy.one(name="a")
    assert toy.closed == len(toy.connections) == 3


def test_a_server_that_does_not_let_go_spoils_no_result():
    class Sticky(Toy):
        def close(self):
            raise REFUSED

    assert Sticky().one(name="a", model="acme", pin="new-s3cret").result["action"] == "created"


@pytest.mark.parametrize(
    ("connection", "warned"),
    [
        ({"url": "http://pbx.example.com"}, "unencrypted"),
        ({"url": "http://localhost.example.com"}, "unencrypted"),
        ({"url": "http://127.example.com"}, "unencrypted"),
        ({"url": "http://127.0.0.1:8470"}, None),
        ({"url": "http://localhost:8470/base"}, None),
        ({"url": "http://[::1]:8470"}, None),
        ({"url": "https://pbx.example.com"}, None),
        ({"url": "https://pbx.example.com", "validate_certs": False}, "not verified"),
    ],
)
def test_a_connection_that_gives_the_password_away_is_warned_of(connection, warned):
    warnings = Toy(EXISTING).one(name="a", **connection).warnings
    assert [warned in warning for warning in warnings] == ([True] if warned else [])
