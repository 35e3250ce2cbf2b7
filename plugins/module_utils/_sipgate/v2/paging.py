# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Complete listings from paged answers.

``totalCount`` is only sometimes there, and the service may send fewer rows than it was asked for; so the next page
begins after the rows that came, and without a total only an empty page is the end.
"""

from __future__ import annotations

import typing as t

from ..._http.errors import RequestError

Row = dict[str, t.Any]


def pages(page: t.Callable[[int], tuple[list[Row], int | None]], path: str, most: int | None = None) -> list[Row]:
    """All rows.

    :param page: reads the page after so many rows; returns rows and, if the service tells it, how many there are.
    :param most: rows after which the reading ends.
    :raises RequestError: rows came twice or are missing: a partial list would create doubles or prune the living.
    """
    rows: list[Row] = []
    seen: set[str] = set()
    while True:
        part, total = page(len(rows))
        fresh = {str(row.get("id")) for row in part}
        if len(fresh) != len(part) or fresh & seen:
            raise _incomplete(path, "showed a row twice")
        seen |= fresh
        rows.extend(part)
        if most is not None and len(rows) >= most:
            return rows[:most]
        if total is not None and len(rows) >= total:
            return rows
        if not part:
            if total is not None:
                raise _incomplete(path, f"showed {len(rows)} of {total} rows")
            return rows


def _incomplete(path: str, what: str) -> RequestError:
    return RequestError("GET", path, what, 200, remedy="The list changed while it was read; run again.")
