# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine passes around: a server's object, and a wanted one."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._model.compare import UNREADABLE
from .._model.errors import RemoteError
from .._model.resource import Resource
from .._model.values import kind_of


@dataclass
class Record:
    """An object as the server has it.

    :param values: option name to value, for all fields that the read showed; never a secret.
    :param identity: how the server addresses the object.
    :param secrets: secrets that the read showed, by option name; they are compared and never leave the process.
    :param raw: the server's own form of the object, for adapters that must send it back whole.
    :param proven: secrets of which it is known that the wanted value already works.
    """

    values: dict[str, t.Any]
    identity: t.Any = None
    secrets: dict[str, str] = field(default_factory=dict, repr=False)
    raw: t.Any = field(default=None, repr=False)
    proven: frozenset[str] = frozenset()


@dataclass
class Item:
    """An object as the user wants it.

    :param index: its place in the user's list, from 0.
    :param label: its key as the user wrote it.
    :param key: its key in comparable form; ``None`` when the item is too broken to have one.
    :param state: ``present`` or ``absent``.
    :param values: the options that were given, checked and typed.
    :param error: why the item cannot be carried out, if so.
    """

    index: int
    label: str
    key: str | None = None
    state: str = "present"
    values: dict[str, t.Any] = field(default_factory=dict, repr=False)
    error: str | None = None


def check_record(resource: Resource, record: Record) -> None:
    """Refuse an object of which a server shows no usable name or address: it would be taken for another one.

    :raises RemoteError: saying what is wrong with the listing.
    """
    keys = () if resource.single else (resource.key, *resource.within)
    for name in keys:
        value = record.values.get(name)
        if value is not None and not isinstance(value, str) and value is not UNREADABLE:
            raise _misread(resource, name, value)
    shows_ids = any(field.name == "id" for field in resource.fields)
    missing = record.identity is None and shows_ids and record.values.get("id") is None
    if missing or isinstance(record.identity, (bool, float, dict, list)) or record.identity == "":
        raise _misread(resource, "id", record.identity)


def _misread(resource: Resource, name: str, value: t.Any) -> RemoteError:
    what = resource.plural.replace("_", " ")
    text = f"The listing of {what} cannot be understood: it shows {kind_of(value)} as {name}."
    return RemoteError(text, RemoteError.REFUSED)
