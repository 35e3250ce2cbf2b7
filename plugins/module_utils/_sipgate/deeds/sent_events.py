# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The events of what was sent: v1 does not tell their ids, so they are looked for before and after."""

from __future__ import annotations

import typing as t

from ..v1.client import SipgateV1Client
from ..v1.event import PATHS


def event_ids(client: SipgateV1Client, kind: str) -> set[str]:
    """Ids of all events of a type."""
    path = PATHS[kind]
    rows = client.rows(f"/events/{path}", path, "events")
    return {str(row["id"]) for row in rows if isinstance(row, dict) and row.get("id")}


def new_event_ids(client: SipgateV1Client, kind: str, before: t.Collection[str]) -> list[str]:
    """Ids that were not there before, in their order; larger ids are newer."""
    return sorted(event_ids(client, kind) - set(before), key=lambda identity: (len(identity), identity))
