# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A complete listing from an API that pages by row offset and tells no total."""

from __future__ import annotations

import typing as t

from .._http.errors import RequestError

_TRIES = 3


def pages(page: t.Callable[[int, int], list[dict[str, t.Any]]], limit: int, path: str) -> list[dict[str, t.Any]]:
    """All rows, ordered by id as the server pages them.

    Each page but the first begins with the last row of the page before. If it does not, rows have come or gone
    meanwhile and others may have slipped through between two pages; the listing is then begun anew.

    :param page: returns up to ``limit`` rows from a zero-based offset.
    :raises RequestError: the listing kept changing, or made no progress.
    """
    for _attempt in range(_TRIES):
        rows = _one_pass(page, limit)
        if rows is not None:
            return rows
    raise RequestError(
        "GET",
        path,
        f"gave pages that do not fit together, {_TRIES} times",
        remedy="Objects are being added or removed at this moment; run again when it is quiet.",
    )


def _one_pass(page: t.Callable[[int, int], list[dict[str, t.Any]]], limit: int) -> list[dict[str, t.Any]] | None:
    rows = page(0, limit)
    if _repeats(rows):
        return None
    size = len(rows)
    while size == limit:  # more rows than asked for mean that the server does not page at all
        more = page(len(rows) - 1, limit)
        size = len(more)
        if size > limit or not more or more[0].get("id") != rows[-1].get("id"):
            return None
        rows.extend(more[1:])
        if _repeats(rows):
            return None
    return rows


def _repeats(rows: t.Sequence[t.Mapping[str, t.Any]]) -> bool:
    ids = [repr(row.get("id")) for row in rows]
    return len(ids) != len(set(ids))
