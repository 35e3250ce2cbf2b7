# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which events a sending made. Its answer does not tell, so they are those that were not there before."""

from __future__ import annotations

import time
import typing as t

from ..._model.errors import RemoteError
from ..._model.wire import identity
from ..failures import Forbidden, NotFound
from ..v1.answers import listed
from ..v1.client import SipgateV1Client
from ..v1.event import PATHS
from ..v1.numbers import digits_of
from ..v2.client import SipgateV2Client

_MOST = 1000

#: reads ids of events, with the digits of the numbers that each was sent to
Read = t.Callable[[], t.Mapping[str, t.Collection[str]]]


def events_of_v1(client: SipgateV1Client, kind: str) -> dict[str, set[str]]:
    """All events of a type."""
    path = PATHS[kind]
    rows = client.rows(f"/events/{path}", path, "events")
    return {str(row["id"]): _targets(row) for row in rows if isinstance(row, dict) and row.get("id")}


def _targets(row: t.Mapping[str, t.Any]) -> set[str]:
    return {digits_of(one.get("numberE164")) for one in listed(row.get("targets")) if isinstance(one, dict)}


def events_of_v2(client: SipgateV2Client, kind: str, recipient: str) -> dict[str, set[str]]:
    """Entries of the history of a type that were sent to a number."""
    query = {"types": [kind], "directions": ["OUTGOING"], "phonenumber": recipient}
    rows = client.paged("/history", _MOST, query, _MOST)
    return {identity(row.get("id")): {digits_of(row.get("target"))} for row in rows}


def ids_before(read: Read) -> set[str] | None:
    """Ids of the events before the sending; ``None`` when they may not be read, which is no reason not to send."""
    try:
        return set(read())
    except (Forbidden, NotFound):
        return None


def ids_made(
    read: Read,
    before: t.Collection[str] | None,
    recipients: t.Iterable[str],
    tries: int = 1,
    sleep: t.Callable[[float], None] = time.sleep,
) -> list[str]:
    """Ids of the events that the sending made, as far as they show already, in their order: larger ids are newer.

    No failure counts any more: it is sent, and a task that fails would be run again.

    :param tries: how often to look, a second apart; the history lags behind.
    """
    wanted = {digits_of(number) for number in recipients}
    while before is not None:
        try:
            now = read()
        except RemoteError:
            break
        made = [identity for identity, targets in now.items() if identity not in before and wanted & set(targets)]
        tries -= 1
        if made or tries <= 0:
            return sorted(made, key=lambda identity: (len(identity), identity))
        sleep(1)
    return []
