# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Argument specs from declarations."""

from __future__ import annotations

import typing as t

from .._engine.policy import ALWAYS, ON_CREATE, VERIFY
from .._model.field import Field
from .._model.resource import Resource


def item_spec(resource: Resource) -> dict[str, dict[str, t.Any]]:
    """The options of one object, ``state`` included where it has one."""
    spec = {field.name: field_spec(field) for field in (*resource.writable, *resource.agreements)}
    for name in resource.always_given:
        spec[name]["required"] = True
    if resource.states:
        spec["state"] = {"type": "str", "choices": list(resource.states), "default": "present"}
    return spec


def field_spec(field: Field) -> dict[str, t.Any]:
    """One option.

    A field's ``required`` and ``default`` speak of creation, so they are not the option's: an omitted option means
    "leave alone". Inside the elements of a list, which are always written whole, they are.
    """
    spec: dict[str, t.Any] = {"type": field.type}
    if field.elements is not None:
        spec["elements"] = field.elements
    if field.choices:
        spec["choices"] = list(field.choices)
    if field.options:
        spec["options"] = {option.name: _inner_spec(field, option) for option in field.options if not option.read_only}
    if field.secret or field.secret_key is not None:
        spec["no_log"] = True
    elif _sounds_secret(field.name):
        spec["no_log"] = False
    return spec


def _inner_spec(outer: Field, option: Field) -> dict[str, t.Any]:
    spec = field_spec(option)
    if outer.type == "list":
        if option.required:
            spec["required"] = True
        elif option.default is not None:
            spec["default"] = option.default
    return spec


def _sounds_secret(name: str) -> bool:
    """Whether Ansible would warn about an option of this name that is not ``no_log``."""
    return any(word in name for word in ("pass", "secret", "token", "key", "pin"))


def policy_spec(resource: Resource) -> dict[str, dict[str, t.Any]]:
    """The options that rule when secrets and unreadable fields are written, where the resource has such."""
    spec: dict[str, dict[str, t.Any]] = {}
    if any(not field.create_only for field in (*resource.secrets, *resource.secret_holders)):
        choices = [ON_CREATE, ALWAYS] + ([VERIFY] if resource.verifiable else [])
        spec["update_secrets"] = {"type": "str", "choices": choices, "default": ON_CREATE, "no_log": False}
    if any((not f.readable or f.may_be_hidden) and not f.create_only for f in resource.writable):
        spec["update_unreadable"] = {"type": "str", "choices": [ON_CREATE, ALWAYS], "default": ON_CREATE}
    return spec


def bulk_spec(resource: Resource) -> dict[str, dict[str, t.Any]]:
    """The options of a plural module.

    The list has no ``options`` here although they are documented: a bad item must fail alone, so items are checked
    one by one with :class:`~.._model.item.ItemReader`. It is ``no_log`` because items can hold secrets.
    """
    return {
        resource.plural: {"type": "list", "elements": "dict", "no_log": True},
        "src": {"type": "path"},
        "list_separator": {"type": "str", "default": ";"},
        **(_prune_spec() if resource.prunable else {}),
        "parallel": {"type": "int", "default": 4},
        "result_detail": {"type": "str", "choices": ["changed", "all", "summary"], "default": "changed"},
    }


def _prune_spec() -> dict[str, dict[str, t.Any]]:
    return {
        "prune": {"type": "bool", "default": False},
        "prune_only": {"type": "bool", "default": False},
        "prune_scope": {
            "type": "dict",
            "options": {
                "all": {"type": "bool", "default": False},
                "keys": {"type": "list", "elements": "str", "no_log": False},
                "fields": {"type": "dict"},
            },
        },
        "prune_protect": {"type": "list", "elements": "str"},
        "max_deletes": {"type": "int", "default": 10},
    }
