# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sorting and paging of the administrative lists (``RestUtilities``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from ..integers import java_int
from .restlet import EscapedError, Exchange
from .xstream.schema import INT, record

Row = TypeVar("Row")
#: lower-case name of a sortable field to what it sorts by
SortKeys = Mapping[str, Callable[[Any], "str | None"]]

METADATA = record(
    "org.sipfoundry.sipxconfig.rest.RestUtilities$MetadataRestInfo",
    totalResults=INT,
    currentPage=INT,
    totalPages=INT,
    resultsPerPage=INT,
)


def arrange(exchange: Exchange, rows: Sequence[Row], keys: SortKeys) -> tuple[Sequence[Row], dict[str, int]]:
    """Sort rows as asked and cut out the page asked for.

    ``sortby`` and ``sortdir`` count only together, and so do ``page`` (from 1) and ``pagesize``; a page beyond the end
    is the last one.

    :param exchange: the request
    :param rows: all rows in their own order
    :param keys: what can be sorted by
    :return: the rows of the page, and the metadata
    :raises EscapedError: for an empty list in pages of one, on which the server's arithmetic breaks
    """
    rows = _sorted(exchange, rows, keys)
    total = len(rows)
    page, size = java_int(exchange.query("page")), java_int(exchange.query("pagesize"))
    if page is None or size is None or page < 1 or size < 1:
        return rows, {"totalResults": total, "currentPage": 1, "totalPages": 1, "resultsPerPage": total}
    # Integer division truncates towards zero: no rows make one page, but none at all when a page holds one row.
    pages = (total - 1) // size + 1 if total else (0 if size == 1 else 1)
    if pages == 0:
        raise EscapedError("java.lang.ArrayIndexOutOfBoundsException", "-1")
    page = min(page, pages)
    metadata = {"totalResults": total, "currentPage": page, "totalPages": pages, "resultsPerPage": size}
    return rows[(page - 1) * size : page * size], metadata


def _sorted(exchange: Exchange, rows: Sequence[Row], keys: SortKeys) -> Sequence[Row]:
    field, direction = exchange.query("sortby"), exchange.query("sortdir")
    key = keys.get((field or "").lower())
    if not field or not direction or key is None:
        return rows
    return sorted(rows, key=lambda row: (key(row) or "").upper().lower(), reverse=direction.lower() == "reverse")
