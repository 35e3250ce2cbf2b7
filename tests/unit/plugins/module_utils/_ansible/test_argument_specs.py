# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Argument specs from declarations."""

from __future__ import annotations

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.argument_spec import (
    bulk_spec,
    field_spec,
    item_spec,
    policy_spec,
)
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.connection_options import (
    connection_from,
    connection_spec,
)
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.platform import Platform
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.session import platform_spec
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import THING


def resource(*fields, **more):
    return Resource("thing", "things", "name", (Field("name", required=True), *fields), **more)


def test_the_options_of_an_item_are_its_writable_fields_and_the_state():
    spec = item_spec(THING)
    assert list(spec) == [field.name for field in THING.writable] + ["state"]
    assert spec["state"] == {"type": "str", "choices": ["present", "absent"], "default": "present"}


def test_only_the_key_is_required_because_an_omitted_option_means_leave_alone():
    spec = item_spec(THING)
    assert [name for name, option in spec.items() if option.get("required")] == ["name"]
    assert [name for name, option in spec.items() if "default" in option] == ["state"]


@pytest.mark.parametrize(
    ("field", "spec"),
    [
        (Field("title"), {"type": "str"}),
        (Field("weight", "int", default=5, minimum=1), {"type": "int"}),
        (Field("file", "path"), {"type": "path"}),
        (Field("groups", "list", elements="str"), {"type": "list", "elements": "str"}),
        (Field("kind", choices=("a", "b"), default="a"), {"type": "str", "choices": ["a", "b"]}),
        (Field("kind", choices={"a": 1, "b": 2}), {"type": "str", "choices": ["a", "b"]}),
        (Field("pin", secret=True), {"type": "str", "no_log": True}),
        (Field("settings", "dict", keyed=True, secret_key=bool), {"type": "dict", "no_log": True}),
        (Field("settings", "dict", keyed=True), {"type": "dict"}),
    ],
)
def test_a_field_is_an_option(field, spec):
    assert field_spec(field) == spec


@pytest.mark.parametrize("name", ["pin_length", "pass_through", "key_system", "secretary", "token_ring"])
def test_an_option_that_only_sounds_like_a_secret_says_that_it_is_none(name):
    assert field_spec(Field(name))["no_log"] is False


def test_elements_are_written_whole_so_their_requirements_and_defaults_are_the_options():
    spec = field_spec(Field("rings", "list", elements="dict", options=THING.field("rings").options))
    assert spec == {
        "type": "list",
        "elements": "dict",
        "options": {
            "user": {"type": "str", "required": True},
            "delay": {"type": "int", "default": 30},
            "pin": {"type": "str", "no_log": True},
        },
    }


def test_a_map_is_written_in_part_so_it_has_neither():
    options = (Field("street", required=True), Field("zip", default="0"), Field("id", read_only=True))
    assert field_spec(Field("address", "dict", options=options))["options"] == {
        "street": {"type": "str"},
        "zip": {"type": "str"},
    }


def test_the_rules_for_secrets_are_options_only_where_there_are_secrets():
    assert policy_spec(resource()) == {}
    assert policy_spec(resource(Field("pin", secret=True)))["update_secrets"]["choices"] == ["on_create", "always"]
    verifiable = resource(Field("pin", secret=True), verifiable=frozenset(("pin",)))
    assert policy_spec(verifiable)["update_secrets"]["choices"] == ["on_create", "always", "verify"]
    assert "update_unreadable" not in policy_spec(verifiable)
    assert policy_spec(resource(Field("note", readable=False)))["update_unreadable"]["default"] == "on_create"


def test_the_list_of_a_plural_module_is_hidden_as_a_whole_and_checked_item_by_item():
    assert bulk_spec(THING)["small_things"] == {"type": "list", "elements": "dict", "no_log": True}


def test_prune_is_off_and_limited_by_default():
    spec = bulk_spec(THING)
    assert (spec["prune"]["default"], spec["max_deletes"]["default"]) == (False, 10)
    assert spec["prune_scope"]["options"]["all"]["default"] is False


def test_what_cannot_be_deleted_has_no_options_for_pruning():
    assert not [name for name in bulk_spec(resource(undeletable="it is built in")) if "prune" in name]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"TOY_URL": "https://h", "TOY_PASSWORD": "x", "TOY_TIMEOUT": "5"}, ("https://h", "x", 5, True)),
        ({"TOY_URL": "https://h", "TOY_VALIDATE_CERTS": "no"}, ("https://h", None, 60, False)),
    ],
)
def test_the_connection_may_come_from_the_environment(monkeypatch, variables, expected):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    result = ArgumentSpecValidator(connection_spec("TOY")).validate({})
    assert not result.error_messages
    connection = connection_from(result.validated_parameters)
    assert (connection.url, connection.password, connection.timeout, connection.validate_certs) == expected


def test_an_option_beats_the_environment_and_the_environment_the_default(monkeypatch):
    monkeypatch.setenv("TOY_URL", "https://environment")
    monkeypatch.setenv("TOY_TIMEOUT", "5")
    spec = connection_spec("TOY", "https://default")
    validated = ArgumentSpecValidator(spec).validate({"timeout": 7}).validated_parameters
    assert (validated["url"], validated["timeout"]) == ("https://environment", 7)
    monkeypatch.delenv("TOY_URL")
    assert ArgumentSpecValidator(spec).validate({}).validated_parameters["url"] == "https://default"


def test_an_address_is_required_where_there_is_no_default():
    assert "url" in " ".join(ArgumentSpecValidator(connection_spec("TOY")).validate({}).error_messages)


def test_the_password_is_hidden_and_what_sounds_like_one_is_not():
    spec = connection_spec("TOY")
    assert [name for name, option in spec.items() if option.get("no_log")] == ["password"]
    assert spec["client_key"]["no_log"] is False


def test_a_platform_can_have_options_of_its_own():
    platform = Platform(
        "toy", "TOY", lambda connection, params: None, options={"token": {"type": "str", "no_log": True}}
    )
    assert platform_spec(platform)["token"] == {"type": "str", "no_log": True}
    assert platform_spec(platform)["token"] is not platform.options["token"]
