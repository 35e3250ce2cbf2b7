# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A resource with a field of every kind."""

from __future__ import annotations

from ansible_collections.dialtone.voip.plugins.module_utils._model.field import Field
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource


def fold(value: str) -> str:
    return value.strip().lower()


RING = (Field("user", required=True, refers_to="user"), Field("delay", "int", default=30), Field("pin", secret=True))

FIELDS = (
    Field("id", "int", read_only=True),
    Field("name", required=True, clearable=False, normalise=fold),
    Field("title"),
    Field("model", required=True, create_only=True),
    Field("enabled", "bool", default=True),
    Field("pin", secret=True, required=True),
    Field("code", secret=True),
    Field("note", readable=False),
    Field("groups", "list", elements="str", unordered=True, refers_to="group"),
    Field("settings", "dict", keyed=True, secret_key=lambda key: "secret" in key),
    Field("address", "dict", options=(Field("street"), Field("branch", refers_to="branch"), Field("key", secret=True))),
    Field("rings", "list", elements="dict", options=RING),
)

THING = Resource(
    "small_thing", "small_things", "name", FIELDS, protected=frozenset(("root",)), verifiable=frozenset(("pin",))
)

#: the least that creates one
NEW = {"model": "acme", "pin": "s3cret-pin"}
