# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: rows that a client puts and every client of the account reads.

The client's ``id`` is only echoed; ``limit`` is broken and deleting always fails, as in the vendor's SQL variant.
"""

from __future__ import annotations

from typing import Any

from .. import php
from ..backend import BackEndError
from ..backend.journal_database import ROW_LIMIT
from ..visit import Visit
from .declaration import Action

SOURCE = "default"
_SERVER_GONE = (2006, "MySQL server has gone away")
_MALFORMED_DELETE = (1064, "You have an error in your SQL syntax; check the manual for the right syntax")


def _halt(visit: Visit, number: int, text: str) -> None:
    visit.page.print(f"MySQL error: {number} ({text})\nSession halted.")


def _lenient(visit: Visit) -> bool:
    return visit.back_end.link.knobs["db_errors"] == "lenient"


def _stores(visit: Visit) -> bool:
    return visit.back_end.link.knobs["journal_storage"] == "sql"


def _hex_ids(visit: Visit) -> bool:
    return visit.back_end.link.knobs["journal_ids"] == "hex"


def _shown_id(visit: Visit, row_id: int) -> str:
    return f"{row_id:024x}" if _hex_ids(visit) else str(row_id)


def _put_journal_entries(visit: Visit) -> None:
    def refuse(text: str) -> None:
        visit.page.print_json({"results": [], "success": False, "error_message": text})

    for name in ("uuid", "data"):
        if php.is_empty(visit.variables.get(name)):
            refuse(f"Missing {name}")
            return
    entries = php.json_decode(php.scalar(visit.variables, "data"))
    if php.is_empty(entries):
        refuse("Json decode error")
        return
    uuid = php.scalar(visit.variables, "uuid")
    results: list[dict[str, Any]] = []
    for entry in _members(entries) if _stores(visit) else []:
        if isinstance(entry, str):
            continue
        if not isinstance(entry, dict):
            # PHP 8 refuses to look for a property in a number, a list, a boolean or null.
            raise php.UncaughtError("property_exists(): Argument #1 must be an object or a string")
        if "data" not in entry:
            continue
        try:
            row_id = visit.back_end.database.insert(visit.account.address, uuid, php.string(entry["data"]))
        except BackEndError:
            if not _lenient(visit):
                _halt(visit, *_SERVER_GONE)
                return
            shown = None
        else:
            shown = _shown_id(visit, row_id)
        results.append({"id": entry.get("id"), "journal_id": shown, "source": SOURCE})
    visit.page.print_json({"results": results, "success": True})


def _members(entries: Any) -> list[Any]:
    """What PHP's ``foreach`` sees: list elements, values of an object, nothing of a scalar."""
    if isinstance(entries, dict):
        return list(entries.values())
    return entries if isinstance(entries, list) else []


def _get_journal_entries(visit: Visit) -> None:
    if not _stores(visit):
        visit.page.print_json({"success": False, "error_message": None, "results": []})
        return
    limit = php.integer(visit.variables.get("limit"))
    # The ids of the MongoDB variant had no order, so it ignored ``after_id``.
    after_id = 0 if _hex_ids(visit) else php.integer(visit.variables.get("after_id"))
    try:
        rows = visit.back_end.database.select(
            visit.account.address,
            php.scalar(visit.variables, "except_uuid"),
            after_id,
            php.scalar(visit.variables, "after_timestamp"),
        )
    except BackEndError:
        if _lenient(visit):
            visit.page.print_json({"success": False, "error_message": "Database Failure", "results": [], "rows": 0})
        else:
            _halt(visit, *_SERVER_GONE)
        return
    if limit and limit < ROW_LIMIT:
        rows = []
    results = [
        {
            "id": _shown_id(visit, row.id),
            "source": SOURCE,
            "timestamp": row.timestamp,
            "account": row.account,
            "uuid": row.uuid,
            "ip_address": row.ip_address,
            "data": row.data,
        }
        for row in rows
    ]
    visit.page.print_json({"success": True, "error_message": None, "results": results, "rows": len(results)})


def _delete_journal_entries(visit: Visit) -> None:
    data, journal_id = visit.variables.get("data"), visit.variables.get("journal_id")
    if php.is_empty(data) and php.is_empty(journal_id):
        visit.page.print_result(False, "Missing data")
        return
    wanted = [journal_id] if php.is_empty(data) else php.json_decode(php.scalar(visit.variables, "data"))
    if php.is_empty(wanted):
        visit.page.print_result(False, "No journal entries provided")
    elif not _stores(visit):
        visit.page.print_json(None)
    elif _lenient(visit):
        visit.page.print_json({"error_message": "database error"})
    else:
        _halt(visit, *_MALFORMED_DELETE)


JOURNAL_ACTIONS = (
    Action("put_journal_entries", _put_journal_entries, write=True, secrets=frozenset({"data"})),
    Action("get_journal_entries", _get_journal_entries),
    Action("delete_journal_entries", _delete_journal_entries, write=True),
)
