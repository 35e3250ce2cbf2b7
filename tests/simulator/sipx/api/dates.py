# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as the server words them for people."""

from __future__ import annotations

from datetime import datetime, timezone


def short(seconds: float) -> str:
    """A moment in Java's short English style, in server time: ``1/1/26 9:05 AM``."""
    moment = datetime.fromtimestamp(seconds, timezone.utc)
    hour = moment.hour % 12 or 12
    half = "AM" if moment.hour < 12 else "PM"
    return f"{moment.month}/{moment.day}/{moment.year % 100:02} {hour}:{moment.minute:02} {half}"
