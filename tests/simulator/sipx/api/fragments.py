# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Encoded list entries, kept as long as the rows they were made from are the ones stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakKeyDictionary

from ..state.server_state import ServerState
from .exchange import Json, encoded

_KEPT: WeakKeyDictionary[ServerState, dict[tuple[str, int], tuple[tuple[Any, ...], bytes]]] = WeakKeyDictionary()


def _same(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return len(one) == len(other) and all(
        left is right or (isinstance(left, int) and not isinstance(left, bool) and left == right)
        for left, right in zip(one, other, strict=True)
    )


def fragment(pbx: ServerState, kind: str, row_id: int, sources: tuple[Any, ...], build: Callable[[], Any]) -> bytes:
    """The encoded form of one list entry.

    :param sources: the stored rows and revision numbers that the entry depends on; stored rows are never changed in
        place, so the same objects mean the same entry
    :param build: makes the entry
    """
    kept = _KEPT.setdefault(pbx, {})
    found = kept.get((kind, row_id))
    if found is None or not _same(found[0], sources):
        found = kept[kind, row_id] = (sources, encoded(build()))
    return found[1]


def listing(key: str, entries: Iterable[bytes]) -> Json:
    """A list object of encoded entries under its one key."""
    return Json(b'{"' + key.encode() + b'":[' + b",".join(entries) + b"]}")
