# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine passes around: a server's object, and a wanted one."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field


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
