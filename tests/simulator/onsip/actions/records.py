# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records that no call can write: calls, registrations and countries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import MINYEAR, datetime, timezone
from decimal import Decimal

from ..entities.contacts import COUNTRY
from ..entities.telephony import CDR, REGISTRATION
from ..errors import Problem, RequestRefusedError
from ..service import Service, written
from ..store.table import Row
from .declaration import Action, Parameter, optional, subject_itself
from .invocation import Invocation
from .listing import Listing, browse, by_column
from .subjects import anybody
from .syntax import date_time, integer

_CALLS_OF_A_MONTH = ("MonthOffset",)
_CALLS_BETWEEN_TIMES = ("StartDateTime", "EndDateTime")
_CALLS_BETWEEN_NUMBERS = ("StartCdrId", "EndCdrId")
_RANGES = (_CALLS_OF_A_MONTH, _CALLS_BETWEEN_TIMES, _CALLS_BETWEEN_NUMBERS)


def _sent_ranges(invocation: Invocation) -> list[tuple[str, ...]]:
    return [names for names in _RANGES if any(invocation.get(name) is not None for name in names)]


def _one_whole_range(invocation: Invocation) -> Iterator[Problem]:
    """At most one kind of range, and both ends of it."""
    ranges = _sent_ranges(invocation)
    for names in ranges[1:]:
        sent = [name for name in names if invocation.get(name) is not None]
        yield Problem("Parameter.Conflict", sent[0])
    if len(ranges) == 1:
        yield from (Problem("Value.Required", name) for name in ranges[0] if invocation.get(name) is None)


def _in_range(invocation: Invocation) -> Callable[[Row], bool]:
    """Ranges have their start in them and not their end; without any, the current month is meant."""
    ranges = _sent_ranges(invocation)
    if ranges and ranges[0] is _CALLS_BETWEEN_NUMBERS:
        first, end = (invocation[name] for name in _CALLS_BETWEEN_NUMBERS)
        return lambda row: first <= row["CdrId"] < end
    if ranges and ranges[0] is _CALLS_BETWEEN_TIMES:
        start_time, end_time = (invocation[name] for name in _CALLS_BETWEEN_TIMES)
    else:
        start_time, end_time = month(invocation.service.clock.utcnow(), invocation.get("MonthOffset", 0))
    start_text, end_text = (written(_in_utc(moment)) for moment in (start_time, end_time))
    return lambda row: start_text <= row["DateTime"] < end_text


def _in_utc(moment: datetime) -> datetime:
    """A moment in UTC; the edge of the calendar if its offset leads beyond it."""
    try:
        return moment.astimezone(timezone.utc)
    except OverflowError:
        edge = datetime.min if moment.year == MINYEAR else datetime.max
        return edge.replace(tzinfo=timezone.utc)


def month(now: datetime, offset: int) -> tuple[datetime, datetime]:
    """Start and end of a month.

    :param offset: 0 for the month of ``now``, -1 for the one before
    """
    number = now.year * 12 + now.month - 1 + offset
    start, end = (datetime(which // 12, which % 12 + 1, 1, tzinfo=timezone.utc) for which in (number, number + 1))
    return start, end


def _by_price(service: Service, row: Row) -> Decimal:
    return Decimal(row["Price"] or 0)


def _country(invocation: Invocation) -> Row:
    country = invocation.store.countries.get(invocation["CountryId"])
    if country is None:
        raise RequestRefusedError([Problem("Country.Unrecognized", "CountryId")])
    return country


_OLDEST_MONTH = -1200

ACTIONS = (
    browse(
        "CdrBrowse",
        Listing(
            CDR,
            "cdrs",
            orders={"CdrId": by_column("CdrId"), "DateTime": by_column("DateTime"), "Price": _by_price},
            default_order="DateTime DESC",
            wanted=_in_range,
        ),
        optional("MonthOffset", integer(_OLDEST_MONTH, 0)),
        *(optional(name, date_time) for name in _CALLS_BETWEEN_TIMES),
        *(optional(name, integer()) for name in _CALLS_BETWEEN_NUMBERS),
        checks=(_one_whole_range,),
    ),
    browse("RegistrationBrowse", Listing(REGISTRATION, "registrations")),
    Action("CountryRead", (Parameter("CountryId", integer()),), _country, subject_itself, COUNTRY),
    browse(
        "CountryBrowse",
        Listing(
            COUNTRY,
            "countries",
            scopes=(),
            orders={name: by_column(name) for name in ("CountryId", "CountryName")},
            is_public=True,
        ),
        subject=anybody,
    ),
)
