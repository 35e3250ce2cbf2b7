# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in paths below /api that the server takes for other ones: nobody else's object is touched."""

from __future__ import annotations

from typing import Any

import pytest
from server import ScriptedServer

from ansible_collections.dialtone.voip.plugins.module_utils._engine.policy import Policy
from ansible_collections.dialtone.voip.plugins.module_utils._engine.reconcile import Reconciler
from ansible_collections.dialtone.voip.plugins.module_utils._engine.record import Item, Record
from ansible_collections.dialtone.voip.plugins.module_utils._model.errors import ItemError
from ansible_collections.dialtone.voip.plugins.module_utils._model.item import ItemReader
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.client import segment
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.auto_attendant import (
    AUTO_ATTENDANT,
    AutoAttendantAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.hunt_group import HUNT_GROUP, HuntGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.settings import Settings
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user import UserAdapter

MISREAD = ("main.json", "main.xml", "east/main")


@pytest.mark.parametrize("name", MISREAD)
def test_nothing_is_sent_to_such_an_address(name: str) -> None:
    client = ScriptedServer({}).client()
    for call in (
        lambda: client.api_send("DELETE", "/autoattendant/" + segment(name)),
        lambda: client.api_get("/users/" + segment(name)),
        lambda: client.upload("/api/prompts/" + segment(name), "a.wav", b""),
    ):
        with pytest.raises(ItemError, match=r"the server reads another name there; rename it"):
            call()


def test_an_ending_is_only_lost_at_the_end() -> None:
    server = ScriptedServer({"GET *": {"settings": []}})
    Settings(server.client(), "/users/" + segment("bob.json")).visible()
    server.client().api_get("/branches")
    server.client().read("/rest/avatar/bob.json")
    assert server.lines == ["GET /api/users/bob.json/settings", "GET /api/branches", "GET /rest/avatar/bob.json"]


@pytest.mark.parametrize("name", MISREAD)
@pytest.mark.parametrize(("resource", "key"), [(AUTO_ATTENDANT, "name"), (HUNT_GROUP, "extension")])
def test_a_declared_name_of_that_kind_is_refused_in_check_mode_too(resource: Any, key: str, name: str) -> None:
    with pytest.raises(ItemError, match="the server reads another name at that address, rename it in the portal"):
        ItemReader(resource).read({key: name, "state": "absent"})


@pytest.mark.parametrize(
    "delete",
    [
        lambda client: AutoAttendantAdapter(client).delete(Record({"name": "main.json"}, 7)),
        lambda client: HuntGroupAdapter(client).delete(Record({"extension": "main.json"}, "main.json")),
    ],
)
def test_prune_does_not_delete_the_object_of_the_shorter_name(delete: Any) -> None:
    server = ScriptedServer({})
    with pytest.raises(ItemError, match="another name"):
        delete(server.client())
    assert server.sent == []


@pytest.mark.parametrize("check_mode", [True, False])
def test_a_voicemail_pin_does_not_reach_another_user(check_mode: bool) -> None:
    row = {"id": 7, "userName": "bob.json", "groups": [], "aliases": [], "permissions": []}
    server = ScriptedServer({"GET /api/users?start=0&limit=1000": {"users": [row]}})
    item = Item(0, "bob.json", "bob.json", values={"user_name": "bob.json", "voicemail_pin": "9999"})
    policy = Policy(update_secrets="always")
    (outcome,) = Reconciler(UserAdapter(server.client()), policy).run([item], check_mode, everything=False).outcomes
    assert "voicemail_pin cannot be written" in (outcome.error or "")
    assert not server.writes
