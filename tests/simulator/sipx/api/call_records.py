# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/cdrs`` and ``/extendedcdrs`` (``BaseCdrApi``, ``CdrApiImpl``, ``CdrExtendedApiImpl``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from typing import Any

from multidict import CIMultiDict

from ...core.interface import Response
from ..state.cdrs import CallRecord, QualityRecord
from ..state.errors import NullPointerError
from . import media
from .beans import Bean, ignored, long_, text
from .dates import short
from .exchange import Exchange
from .failures import Refusal
from .jackson import parse, wrong_token
from .routing import Route
from .services import service_routes
from .users_in_paths import find_user

PLAIN, EXTENDED = "/cdrs", "/extendedcdrs"
DATE_FORMAT = "%Y%m%d%H%M"
#: order criterion to the key that sorts by it
ORDERS: dict[str, Callable[[CallRecord], Any]] = {
    "caller": lambda record: record.caller,
    "callee": lambda record: record.callee,
    "startTime": lambda record: record.start,
    "duration": lambda record: _duration_s(record, record.start),
    "termination": lambda record: record.termination,
    "recipient": lambda record: record.recipient or "",
}
REPORTS = ("CdrTable.jasper",)
#: the smallest file that a PDF reader opens
EMPTY_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
CDR = Bean(
    "CdrBean",
    [
        text("callId"),
        text("caller"),
        text("callerAor"),
        text("callee"),
        text("calleeAor"),
        text("recipient"),
        text("termination"),
        text("duration", attribute=None),
        long_("startTime", attribute=None),
        text("startAt", attribute=None),
        text("connectAt", attribute=None),
        ignored("extendedCdrY"),
        ignored("extendedCdrN"),
    ],
)


def _duration_s(record: CallRecord, now: float) -> int:
    if record.connect is None:
        return 0
    return max(int((now if record.end is None else record.end) - record.connect), 0)


def _cdr_bean(record: CallRecord, now: float) -> dict[str, Any]:
    seconds = _duration_s(record, now)
    return CDR.write(
        record,
        duration=f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}",
        startTime=int(record.start * 1000),
        startAt=short(record.start),
        connectAt=None if record.connect is None else short(record.connect),
    )


def _listing(exchange: Exchange, records: Iterable[CallRecord], total: int | None = None) -> dict[str, Any]:
    now = exchange.pbx.now()
    return {"total": total, "cdrs": [_cdr_bean(record, now) for record in records]}


def _date(exchange: Exchange, name: str, default: datetime) -> float:
    value = exchange.query(name)
    if value is None:
        return default.timestamp()
    try:
        return datetime.strptime(value, DATE_FORMAT).replace(tzinfo=timezone.utc).timestamp()
    except ValueError:
        raise Refusal(400, "Bad date format") from None


def _order(exchange: Exchange) -> tuple[Callable[[CallRecord], Any], bool]:
    name = exchange.query("orderBy")
    if name is not None and name not in ORDERS:
        raise Refusal(400, "Unknown order by criteria")
    return ORDERS[name or "startTime"], exchange.query("orderDirection") != "asc"


def _history(
    exchange: Exchange, select: Callable[[Exchange], Callable[[CallRecord], bool]], extended: bool
) -> dict[str, Any]:
    """The calls of a time window, today by default, that concern somebody."""
    limit, offset = exchange.query_int("limit") or 0, exchange.query_int("offset") or 0
    concerns = select(exchange)
    today = datetime.fromtimestamp(exchange.pbx.now(), timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    start = _date(exchange, "fromDate", today)
    end = _date(exchange, "toDate", today + timedelta(days=1))
    key, descending = _order(exchange)
    records = [record for record in exchange.pbx.call_records.ended() if start <= record.start < end]
    found = sorted(filter(concerns, records), key=key, reverse=descending)
    cut = found[offset:][:limit] if limit > 0 else found[offset:]
    return _listing(exchange, cut, len(found) if extended else None)


def _concerns_parties(exchange: Exchange) -> Callable[[CallRecord], bool]:
    caller, callee = exchange.query("from"), exchange.query("to")
    if caller is not None and caller == callee:
        return lambda record: caller in (record.caller, record.callee)
    return lambda record: caller in (None, "", record.caller) and callee in (None, "", record.callee)


def _concerns_user(exchange: Exchange) -> Callable[[CallRecord], bool]:
    user_name = find_user(exchange.pbx, exchange.path["user"]).user_name
    with_recipient = exchange.query("recipient") == "true"
    return lambda record: (
        user_name in (record.caller, record.callee) or (with_recipient and record.recipient == user_name)
    )


def _concerns_prefix(exchange: Exchange) -> Callable[[CallRecord], bool]:
    prefix = exchange.path["prefix"]
    return lambda record: record.caller.startswith(prefix) or record.callee.startswith(prefix)


HISTORIES = (
    ("/history", _concerns_parties),
    ("/user/{user}/history", _concerns_user),
    ("/prefix/{prefix}/history", _concerns_prefix),
)


def list_active(exchange: Exchange) -> Any:
    """All calls that go on."""
    return _listing(exchange, exchange.pbx.call_records.active())


def list_active_of_user(exchange: Exchange) -> Any:
    """The calls of a user that go on."""
    concerns = _concerns_user(exchange)
    return _listing(exchange, filter(concerns, exchange.pbx.call_records.active()))


def list_reports(_exchange: Exchange) -> Any:
    """The report templates."""
    directory = "/etc/sipxpbx/sipxconfig/reports"
    return {"files": [{"name": name, "type": None, "size": 0, "path": f"{directory}/{name}"} for name in REPORTS]}


def report(exchange: Exchange) -> Response:
    """The call table as PDF, of everybody or of one user."""
    if "user" in exchange.path:
        find_user(exchange.pbx, exchange.path["user"])
    return Response(200, EMPTY_PDF, CIMultiDict({"Content-Type": media.PDF[0]}))


def store_quality(exchange: Exchange) -> str:
    """Keep a call-quality record, any object; the answer is its id as text."""
    content = parse(exchange.request.body)
    if content is None:
        raise NullPointerError
    if not isinstance(content, dict):
        raise wrong_token("java.util.LinkedHashMap", content)
    record = exchange.pbx.quality_records.store(QualityRecord(content))
    return f"{record.id:024x}"


def delete_prefix(exchange: Exchange) -> int:
    """Delete the call records of a prefix and tell how many there were."""
    concerns = _concerns_prefix(exchange)
    gone = [record for record in exchange.pbx.call_records.ended() if concerns(record)]
    for record in gone:
        assert record.id is not None
        exchange.pbx.call_records.remove(record.id)
    return len(gone)


def _history_route(base: str, path: str, select: Callable[[Exchange], Callable[[CallRecord], bool]]) -> Route:
    return Route("GET", base + path, lambda exchange: _history(exchange, select, base == EXTENDED))


def _routes(base: str) -> list[Route]:
    return [
        Route("GET", f"{base}/active", list_active),
        Route("GET", f"{base}/user/{{user}}/active", list_active_of_user),
        *(_history_route(base, path, select) for path, select in HISTORIES),
        Route("GET", f"{base}/reports", list_reports),
        Route("GET", f"{base}/reports/cdr-table", report, produces=media.PDF),
        Route("GET", f"{base}/user/{{user}}/reports/cdr-table", report, produces=media.PDF),
        *service_routes(base, "callresolver", undeclared=True),
    ]


ROUTES = [
    *_routes(PLAIN),
    *_routes(EXTENDED),
    Route("POST", EXTENDED, store_quality),
    Route("DELETE", f"{EXTENDED}/delete/{{prefix}}", delete_prefix),
]
