# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When something is to be sent."""

from __future__ import annotations

import time
from datetime import datetime, timezone

from ..._model.errors import ItemError

_FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S")


def moment_of(text: str, days_ahead: int | None = None) -> float:
    """A time in UTC as seconds since 1970.

    :param days_ahead: how far ahead it may lie at most.
    :raises ItemError: it is not written like a time, has passed, or lies too far ahead.
    """
    for form in _FORMS:
        try:
            moment = datetime.strptime(text, form).replace(tzinfo=timezone.utc).timestamp()
        except ValueError:
            continue
        now = time.time()
        if moment <= now:
            raise ItemError(f"send_at: {text} (UTC) has passed")
        if days_ahead is not None and moment > now + days_ahead * 86400:
            raise ItemError(f"send_at: {text} is more than {days_ahead} days ahead")
        return moment
    raise ItemError(f"send_at must be UTC and like 2026-12-24 18:00:00, not {text!r}")


def as_schedule(text: str) -> str:
    """The time as v1 wants it. :raises ItemError: as :func:`moment_of`."""
    return datetime.fromtimestamp(moment_of(text), timezone.utc).strftime("%Y-%m-%d %H:%M:%S")
