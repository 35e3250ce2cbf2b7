# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Call detail records, active calls and call-quality records (``CdrManagerImpl``)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .errors import SIPXCONFIG
from .table import Table


@dataclass
class CallRecord:
    """One call.

    :param caller: user part of the caller's address
    :param callee: user part of the called address
    :param start: seconds since the epoch
    :param connect: seconds since the epoch, None for a call that was not answered
    :param end: seconds since the epoch, None for an active call
    :param termination: ``COMPLETED``, ``FAILED``, ``IN_PROGRESS`` …
    """

    call_id: str
    caller: str
    caller_aor: str
    callee: str
    callee_aor: str
    start: float
    connect: float | None = None
    end: float | None = None
    termination: str = "COMPLETED"
    recipient: str | None = None
    id: int | None = None


class CallRecords(Table[CallRecord]):
    """The call records, active calls included."""

    row_type = CallRecord
    entity = f"{SIPXCONFIG}.cdr.Cdr"

    def active(self) -> list[CallRecord]:
        """The calls that go on."""
        return [record for record in self if record.end is None]

    def ended(self) -> list[CallRecord]:
        """The calls that are over."""
        return [record for record in self if record.end is not None]


@dataclass
class QualityRecord:
    """A call-quality record that a client stored."""

    content: dict[str, Any] = field(default_factory=dict)
    id: int | None = None


class QualityRecords(Table[QualityRecord]):
    """The call-quality records."""

    row_type = QualityRecord
    entity = f"{SIPXCONFIG}.cdr.CdrExtended"
