# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The history: calls, voicemails, faxes and short messages of the past."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any

from multidict import CIMultiDict

from ..core.interface import Response
from ..sipgate_common.table import Row
from .bodies import FLAG, TEXT, Field, body
from .operations import Context, Operation, picked
from .refusals import bad_parameter, forbidden

DEFAULT_LIMIT = 10
MOST = 1000
TYPES = ("CALL", "VOICEMAIL", "SMS", "FAX")
DIRECTIONS = ("INCOMING", "OUTGOING", "MISSED_INCOMING", "MISSED_OUTGOING")
STARRED = ("STARRED", "UNSTARRED")
_DEVICE_LETTERS = ("e", "x", "y")
_COMMON = (
    "id",
    "source",
    "target",
    "sourceAlias",
    "targetAlias",
    "type",
    "created",
    "lastModified",
    "direction",
    "incoming",
    "status",
    "connectionIds",
    "read",
    "archived",
    "note",
    "endpoints",
    "starred",
    "labels",
)
#: type of an entry -> what it has beside the common fields, and that when nothing else is known
DETAILS: dict[str, dict[str, Any]] = {
    "CALL": {"callId": "", "recordings": [], "duration": 0, "callStatusType": "SUCCESS"},
    "FAX": {
        "faxStatusType": "PENDING",
        "scheduled": None,
        "documentUrl": "",
        "reportUrl": "",
        "previewUrl": "",
        "pageCount": 1,
    },
    "SMS": {"smsContent": "", "scheduled": None},
    "VOICEMAIL": {"transcription": "", "recordingUrl": "", "duration": 0},
}


def entry_view(entry: Row) -> dict[str, Any]:
    """HistoryEntryResponse with the fields of the entry's type."""
    return {**picked(entry, _COMMON), **DETAILS[entry["type"]], **entry["details"]}


def _chosen(context: Context, name: str, choices: tuple[str, ...]) -> frozenset[str]:
    values = frozenset(context.query.every(name))
    if not values <= frozenset(choices):
        raise bad_parameter(f"{name} takes {', '.join(choices)}")
    return values


def _moment(context: Context, name: str) -> str | None:
    """A time of the query in the form in which entries have theirs, so that the two can be compared."""
    text = context.query.first(name)
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
        return context.timestamp(aware.timestamp())
    except (ValueError, OverflowError):
        raise bad_parameter(f"{name} is not a timestamp") from None


def _archived(context: Context) -> bool | None:
    text = context.query.first("archived")
    if text not in (None, "true", "false"):
        raise bad_parameter("archived takes true or false")
    return None if text is None else text == "true"


def _connections(context: Context) -> frozenset[str]:
    """The ids of devices are refused here: calls belong to lines."""
    ids = frozenset(context.query.every("connectionIds"))
    if any(connection.startswith(_DEVICE_LETTERS) for connection in ids):
        raise forbidden("access denied")
    return ids


def _filters(context: Context) -> list[Callable[[Row], bool]]:
    types = _chosen(context, "types", TYPES)
    directions = _chosen(context, "directions", DIRECTIONS)
    starred = _chosen(context, "starred", STARRED)
    connections = _connections(context)
    archived = _archived(context)
    earliest, latest = _moment(context, "from"), _moment(context, "to")
    phonenumber = context.query.first("phonenumber")
    tests: list[tuple[bool, Callable[[Row], bool]]] = [
        (bool(types), lambda entry: entry["type"] in types),
        (bool(directions), lambda entry: entry["direction"] in directions),
        (bool(starred), lambda entry: ("STARRED" if entry["starred"] else "UNSTARRED") in starred),
        (bool(connections), lambda entry: not connections.isdisjoint(entry["connectionIds"])),
        (archived is not None, lambda entry: entry["archived"] == archived),
        (earliest is not None, lambda entry: entry["created"] >= str(earliest)),
        (latest is not None, lambda entry: entry["created"] <= str(latest)),
        (bool(phonenumber), lambda entry: phonenumber in (entry["source"], entry["target"])),
        (context.knobs["neo"], lambda entry: entry["type"] != "CALL"),
    ]
    return [test for needed, test in tests if needed]


def _visible(context: Context) -> list[Row]:
    history = context.account.history
    return list(history) if context.user["admin"] else history.where("owner", context.user["id"])


def _selected(context: Context) -> tuple[list[Row], int]:
    """The page that the query asks for, the newest first, and how many entries match in all."""
    filters = _filters(context)
    entries = [entry for entry in reversed(_visible(context)) if all(test(entry) for test in filters)]
    return context.page(entries, DEFAULT_LIMIT, MOST), len(entries)


def _get_history(context: Context) -> Any:
    page, total = _selected(context)
    return context.counted(context.items(map(entry_view, page)), total)


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _export_history(context: Context) -> Response:
    """The Swagger document prints the JSON of the list here, but it is CSV."""
    page, _total = _selected(context)
    text = io.StringIO()
    writer = csv.DictWriter(text, _COMMON)
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in picked(entry, _COMMON).items()} for entry in page)
    return Response(200, text.getvalue().encode(), CIMultiDict({"Content-Type": "text/octet-stream"}))


def _found(context: Context, entry_id: str) -> Row:
    entry = context.account.history.get(entry_id)
    hidden = entry is not None and not context.user["admin"] and entry["owner"] != context.user["id"]
    return context.found(None if hidden else entry, "history entry")


def _entry(context: Context) -> Row:
    return _found(context, context.parameters["entryId"])


def _change(context: Context, entry: Row, values: dict[str, Any]) -> None:
    if any(entry[name] != value for name, value in values.items()):
        context.account.history.change(entry, **values, lastModified=context.timestamp())


def _get_entry(context: Context) -> Any:
    return entry_view(_entry(context))


def _update_entry(context: Context) -> None:
    _change(context, _entry(context), context.body)


def _update_entries(context: Context) -> None:
    """The body is a bare list; it is carried out as a whole or not at all."""
    changes = [(_found(context, change["id"]), change) for change in context.body]
    for entry, change in changes:
        _change(context, entry, {name: value for name, value in change.items() if name != "id"})


def _delete_entry(context: Context) -> None:
    context.account.history.remove(_entry(context))


def _delete_entries(context: Context) -> None:
    """Without an id the path means the whole history."""
    ids = context.query.every("id")
    entries = [_found(context, entry_id) for entry_id in dict.fromkeys(ids)] if ids else _visible(context)
    for entry in entries:
        context.account.history.remove(entry)


def _sets(field: str) -> Callable[[Context], None]:
    """The older calls that set one property."""

    def handler(context: Context) -> None:
        entry = _entry(context)
        _change(context, entry, {field: context.body.get("value", entry[field])})

    return handler


def _set_note(context: Context) -> Any:
    entry = _entry(context)
    _change(context, entry, {"note": context.body["note"]})
    return entry_view(entry)


_HISTORY = "/history"
_ENTRY = f"{_HISTORY}/{{entryId}}"
_READ = ("history:read",)
_WRITE = ("history:write",)
_FLAGS = {"archived": FLAG, "read": FLAG, "starred": FLAG}
_VALUE = body(value=FLAG)

OPERATIONS = tuple(
    Operation(method, template, name, handler, scopes, body=form)
    for method, template, name, handler, scopes, form in (
        ("GET", _HISTORY, "getHistory", _get_history, _READ, None),
        (
            "PUT",
            _HISTORY,
            "updateHistoryEntries",
            _update_entries,
            _WRITE,
            Field("objects", of={"id": TEXT.needed, **_FLAGS}),
        ),
        ("DELETE", _HISTORY, "deleteHistoryEntries", _delete_entries, _WRITE, None),
        ("GET", f"{_HISTORY}/export", "getHistoryCSV", _export_history, _READ, None),
        ("GET", _ENTRY, "getHistoryById", _get_entry, _READ, None),
        ("PUT", _ENTRY, "updateHistoryEntry", _update_entry, _WRITE, body(note=TEXT, **_FLAGS)),
        ("DELETE", _ENTRY, "deleteHistoryEntry", _delete_entry, _WRITE, None),
        ("PUT", f"{_ENTRY}/archive", "setArchive", _sets("archived"), _WRITE, _VALUE),
        ("PUT", f"{_ENTRY}/note", "setHistoryEntryNote", _set_note, _WRITE, body(note=TEXT.needed)),
        ("PUT", f"{_ENTRY}/read", "setReadProperty", _sets("read"), _WRITE, _VALUE),
    )
)
