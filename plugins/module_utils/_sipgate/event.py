# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Events of the past: calls, faxes, voicemails and messages. The generations tell different things."""

from __future__ import annotations

from .._model.field import Field
from .._model.resource import Resource

TYPES = ("call", "fax", "sms", "voicemail")


def _check_label(value: str) -> None:
    if "," in value:
        raise ValueError("must not have a comma, which separates labels")


EVENT = Resource(
    name="event",
    plural="events",
    key="id",
    uncreatable="events come into being by calls, faxes and messages; see sipgate_info",
    fields=(
        Field("id", required=True, clearable=False),
        Field("type", choices=TYPES, create_only=True, clearable=False),
        Field("read", "bool"),
        Field("starred", "bool"),
        Field("archived", "bool"),
        Field("note"),
        Field("labels", "list", elements="str", unordered=True, check=_check_label),
        Field("created", read_only=True),
        Field("direction", read_only=True),
        Field("status", read_only=True),
        Field("location", read_only=True),
        Field("source", read_only=True),
        Field("target", read_only=True),
    ),
)
