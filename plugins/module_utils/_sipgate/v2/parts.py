# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading what a listing leaves out: each part of an object with a call of its own, and only when it is wanted."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, replace

from ..._engine.record import Record

#: reads some options of an object
Reader = t.Callable[[Record], t.Mapping[str, t.Any]]


@dataclass(frozen=True)
class Part:
    """Options that one call shows.

    :param names: of the options.
    :param read: reads them.
    """

    names: tuple[str, ...]
    read: Reader


def completed(record: Record, wanted: t.Iterable[str], parts: t.Iterable[Part]) -> Record:
    """The record with the parts that hold any of the wanted options."""
    names = set(wanted)
    for part in parts:
        missing = names.intersection(part.names) - {name for name in part.names if record.values.get(name) is not None}
        if missing:
            record = replace(record, values={**record.values, **part.read(record)})
    return record
