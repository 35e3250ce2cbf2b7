# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A complete listing from an API whose pages have ``Limit``, ``Offset`` and, not always, ``Found``."""

from __future__ import annotations

import json
import typing as t
from dataclasses import dataclass

from .._http.errors import RequestError

_TRIES = 3


@dataclass(frozen=True)
class Page:
    """One page.

    :param rows: its records.
    :param found: how many records there are in all; ``None`` when the answer does not say, as for an empty listing.
    """

    rows: list[dict[str, t.Any]]
    found: int | None


def pages(page: t.Callable[[int], Page], limit: int, path: str, action: str) -> list[dict[str, t.Any]]:
    """All rows.

    When rows come or go while the pages are read, others may slip through between two of them. That shows as a repeated
    row or as a total that does not fit, and the listing is begun anew.

    :param page: the page from a zero-based offset.
    :param limit: how many rows a page was asked to have.
    :raises RequestError: the listing kept changing, or made no progress.
    """
    for _attempt in range(_TRIES):
        rows = _one_pass(page, limit)
        if rows is not None:
            return rows
    raise RequestError(
        "POST",
        path,
        f"with Action {action} gave pages that do not fit together, {_TRIES} times",
        remedy="Objects are being added or removed at this moment; run again when it is quiet.",
    )


def _one_pass(page: t.Callable[[int], Page], limit: int) -> list[dict[str, t.Any]] | None:
    rows: list[dict[str, t.Any]] = []
    seen: set[str] = set()
    total: int | None = None
    while True:
        part = page(len(rows))
        marks = [json.dumps(row, sort_keys=True) for row in part.rows]
        if len(set(marks)) < len(marks) or seen.intersection(marks):
            return None
        seen.update(marks)
        if rows and part.rows and part.found != total:
            return None
        total = part.found if part.rows or part.found else total
        rows += part.rows
        if total is not None:
            if len(rows) == total:
                return rows
            if not part.rows or len(rows) > total:
                return None
        elif len(part.rows) != limit:  # a short page is the last one, and more than asked for means that there are none
            return rows
