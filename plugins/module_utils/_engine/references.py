# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of other objects that a change mentions, and whether they exist."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from .._model.compare import UNREADABLE
from .._model.field import Field
from .._model.resource import Resource
from .adapter import Adapter
from .plan import CREATE, REFUSE, UPDATE, Change

_NAMED = 3


def mentions(fields: t.Iterable[Field], values: t.Mapping[str, t.Any]) -> t.Iterator[tuple[str, str, str]]:
    """Option, kind and name of every object that the values refer to."""
    for field in fields:
        value = values.get(field.name)
        if not value or value is UNREADABLE:
            continue
        if field.refers_to is not None:
            for name in value if isinstance(value, (list, tuple, dict)) else [value]:
                yield field.name, field.refers_to, str(name)
        for element in value if field.type == "list" else [value]:
            if field.options and isinstance(element, t.Mapping):
                for _name, kind, name in mentions(field.options, element):
                    yield field.name, kind, name


def check_references(adapter: Adapter, changes: t.Sequence[Change], check_mode: bool) -> tuple[list[Change], list[str]]:
    """Changes with those refused that name something unknown, and warnings.

    In check mode an earlier task of the same run may be about to create the object, so it is only a warning there: one
    a missing object, however many refer to it.
    """
    checked: list[Change] = []
    referrers: dict[str, list[str]] = {}
    for change in changes:
        missing = _missing(adapter, change)
        for name in missing:
            referrers.setdefault(name, []).append(change.label)
        if missing and not check_mode:
            error = f"{', '.join(missing)} does not exist on the server"
            checked.append(replace(change, action=REFUSE, error=error))
        else:
            checked.append(change)
    return checked, _warnings(adapter.resource, referrers) if check_mode else []


def _missing(adapter: Adapter, change: Change) -> list[str]:
    """The objects that a change refers to and the server does not have, each once."""
    if change.action not in (CREATE, UPDATE):
        return []
    fields = [field for field in adapter.resource.fields if field.name in change.changed]
    # What the object refers to already is the server's own business, whether its listings show it or not.
    already = set(mentions(fields, change.record.values)) if change.record is not None else set()
    found = [
        f"{kind.replace('_', ' ')} {name!r} (option {option})"
        for option, kind, name in mentions(fields, change.values)
        if (option, kind, name) not in already and name not in adapter.known(kind)
    ]
    return list(dict.fromkeys(found))


def _warnings(resource: Resource, referrers: t.Mapping[str, t.Sequence[str]]) -> list[str]:
    warnings = []
    for name, labels in referrers.items():
        some = ", ".join(labels[:_NAMED]) + (f" and {len(labels) - _NAMED} more" if len(labels) > _NAMED else "")
        warnings.append(
            f"{name} does not exist on the server; {resource.title} {some} refers to it, so it must exist in a real run"
        )
    return warnings
