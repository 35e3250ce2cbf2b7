# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options that Ansible changes before a module sees them, and options that are those of the connection too."""

from __future__ import annotations

import pytest

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._ansible.toy_platform import (
    CONNECTION,
    Toy,
    run_module,
)
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.memory_adapter import MemoryAdapter
from ansible_collections.dialtone.voip.tests.unit.plugins.module_utils._engine.sample import NEW

ADDRESS = {"street": "Hafenweg 5", "branch": "Berlin"}


@pytest.mark.parametrize("empty", [{}, "{}"], ids=["map", "text"])
def test_an_empty_map_clears_although_ansible_fills_it_with_nulls(empty: object) -> None:
    toy = Toy({"name": "door", **NEW, "address": ADDRESS})
    assert toy.one(name="door", address=empty).result["changed"]
    assert not toy.adapter.state()["door"]["address"]
    assert not toy.one(name="door", address={}).result["changed"]


def test_a_map_of_nulls_says_nothing() -> None:
    toy = Toy({"name": "door", **NEW, "address": ADDRESS})
    assert not toy.one(name="door", address={"street": None}).result["changed"]
    assert toy.adapter.state()["door"]["address"] == ADDRESS


@pytest.mark.parametrize("from_environment", [False, True])
def test_one_option_can_be_the_objects_key_and_the_connections_user_name(
    monkeypatch: pytest.MonkeyPatch, from_environment: bool
) -> None:
    if from_environment:
        monkeypatch.setenv("TOY_USERNAME", CONNECTION["username"])
        monkeypatch.delitem(CONNECTION, "username")
    resource = Resource(
        "account", "accounts", "username", (Field("username", required=True), Field("title")), given=True
    )
    toy = Toy()
    toy.adapter = MemoryAdapter(resource, [{"username": "admin", "title": "a"}])
    outcome = run_module(lambda: run_one(toy.platform, lambda client: client.adapter, resource), {"title": "b"})
    assert outcome.result["changed"]
    assert toy.connections[0].username == "admin"
