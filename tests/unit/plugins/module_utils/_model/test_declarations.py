# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A declaration that contradicts itself is found when the module is imported."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import DeclarationError
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field, camel_case
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource

KEY = Field("name", required=True)


@pytest.mark.parametrize(
    ("name", "wire"), [("name", "name"), ("address_port", "addressPort"), ("use_internal_bridge", "useInternalBridge")]
)
def test_the_wire_name_is_camel_case_unless_another_is_given(name, wire):
    assert camel_case(name) == wire
    assert Field(name).wire == wire
    assert Field(name, wire="other.name").wire == "other.name"


@pytest.mark.parametrize(
    "declared",
    [
        {"type": "text"},
        {"type": "list"},
        {"type": "str", "elements": "str"},
        {"type": "str", "options": (Field("a"),)},
        {"type": "list", "elements": "str", "options": (Field("a"),)},
        {"type": "str", "unordered": True},
        {"type": "list", "elements": "dict", "unordered": True},
        {"type": "str", "keyed": True},
        {"type": "str", "secret_key": bool},
        {"type": "int", "secret": True},
        {"type": "list", "elements": "str", "secret": True},
        {"read_only": True, "required": True},
        {"read_only": True, "create_only": True},
        {"read_only": True, "secret": True},
        {"read_only": True, "default": "x"},
        {"choices": ("udp", "tcp"), "default": "sctp"},
        {"choices": {"udp": "UDP"}, "default": "UDP"},
        {"type": "dict", "options": (Field("a"), Field("a", "int"))},
        {"type": "int", "min_length": 1},
        {"type": "str", "minimum": 1},
        {"type": "str", "maximum": 1},
    ],
    ids=str,
)
def test_a_field_that_contradicts_itself_is_refused_by_name(declared):
    with pytest.raises(DeclarationError, match=r"^field odd: "):
        Field("odd", **declared)


@pytest.mark.parametrize(
    "declared",
    [
        {"type": "dict", "options": (Field("a"), Field("b"))},
        {"type": "list", "elements": "dict", "options": (Field("a"),), "unordered": True},
        {"type": "list", "elements": "str", "choices": {"a": "A"}, "min_length": 1},
        {"type": "list", "elements": "int", "minimum": 1, "maximum": 2},
        {"type": "dict", "keyed": True, "secret_key": bool},
        {"type": "dict", "secret": True},
        {"choices": {"udp": "UDP"}, "default": "udp"},
        {"default": "", "create_only": True},
    ],
    ids=str,
)
def test_a_sound_field_is_accepted(declared):
    assert Field("sound", **declared).name == "sound"


def test_only_a_mapping_of_choices_says_how_the_server_spells_them():
    assert Field("transport", choices={"udp": "UDP"}).wire_choices == {"udp": "UDP"}
    assert Field("transport", choices=("udp",)).wire_choices == {}


@pytest.mark.parametrize(
    ("declared", "reason"),
    [
        ({"fields": (KEY, Field("name", "int"))}, "two fields have one name"),
        ({"fields": (KEY, Field("state"))}, "state"),
        ({"fields": (Field("label", required=True),)}, "the key name is not a field"),
        ({"fields": (Field("name"),)}, "required, visible text"),
        ({"fields": (Field("name", read_only=True),)}, "required, visible text"),
        ({"fields": (Field("name", required=True, secret=True),)}, "required, visible text"),
        ({"fields": (Field("name", "int", required=True),)}, "required, visible text"),
        ({"fields": (KEY, Field("pin", secret=True)), "verifiable": frozenset(("pin", "name"))}, "not name"),
        ({"fields": (KEY,), "verifiable": frozenset(("pin",))}, "not pin"),
        ({"fields": (KEY,), "given_states": ("default",)}, "present or absent"),
    ],
)
def test_a_resource_that_contradicts_itself_is_refused_by_name(declared, reason):
    with pytest.raises(DeclarationError, match=f"^thing: .*{reason}"):
        Resource("thing", "things", "name", **declared)


def resource(**more):
    fields = (
        Field("id", "int", read_only=True),
        Field("name", required=True, normalise=lambda value: value.strip().lower()),
        Field("pin", secret=True),
    )
    return Resource("hunt_group", "hunt_groups", "name", fields, **more)


def test_a_resource_knows_its_writable_and_its_secret_fields():
    assert [field.name for field in resource().writable] == ["name", "pin"]
    assert [field.name for field in resource().secrets] == ["pin"]


def test_a_field_is_found_by_name_or_not_at_all():
    assert resource().field("pin").secret
    with pytest.raises(KeyError):
        resource().field("pintoken")


def test_people_read_a_title_without_underscores():
    assert resource().title == "hunt group"


def test_keys_are_compared_in_the_servers_form():
    assert resource().key_of({"name": " Sales "}) == resource().key_of({"name": "sales"})


def test_protection_holds_however_the_name_is_written():
    guarded = resource(protected=frozenset(("SuperAdmin",)))
    assert guarded.is_protected(guarded.key_of({"name": "superadmin "}))
    assert not guarded.is_protected(guarded.key_of({"name": "admin"}))
