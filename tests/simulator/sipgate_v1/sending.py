# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faxes and short messages that are sent. Their events go from scheduled over pending to sent or failed."""

from __future__ import annotations

import base64
import math
from datetime import datetime, timezone
from typing import Any

from ..sipgate_common.table import Row
from .billing import charge
from .operations import Context, Operation, Refusal
from .phone_numbers import digits_of, is_plain, is_tel
from .serialisation import Answer

_CHARACTERS_PER_PART = 160
_MOST_CHARACTERS = 460


def _schedule(context: Context) -> float | None:
    """When to send: UTC, ``YYYY-MM-DD HH:MM:SS``, once at most; None is now."""
    given = [text for text in context.values.every("schedule") if text]
    if not given:
        return None
    try:
        (text,) = given
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=timezone.utc).timestamp()
        context.timestamp(moment)
    except (ValueError, OverflowError):
        raise Refusal(400, "parameter schedule must be one YYYY-MM-DD HH:MM:SS") from None
    return moment if moment > context.now else None


def _extension_of_type(context: Context, kind: str, extension_id: str | None) -> Row:
    """The extension to send from: the one that was named, or the user's first of the type."""
    extensions = context.account.extensions
    if extension_id is not None:
        candidates = [extension for extension in (extensions.get(extension_id),) if extension is not None]
    else:
        candidates = extensions.where("owner", context.user["id"])
    for extension in candidates:
        if extension["type"] == kind and extension["owner"] == context.user["id"]:
            return extension
    raise Refusal(403, f"no such {kind} extension")


def _send(context: Context, extension: Row, kind: str, schedule: float | None, **values: Any) -> None:
    """Enter the event, and plan what becomes of it. What one sends counts as read."""
    account = context.account
    event = account.events.add(
        id=account.new_id(),
        owner=context.user["id"],
        type=kind,
        created=round(context.now, 3),
        scheduled=schedule,
        direction="outgoing",
        location="sent",
        read=True,
        status="pending" if schedule is None else "scheduled",
        extensionId=extension["extensionId"],
        **values,
    )
    step = context.knobs["session_step_s"]
    begin = context.now if schedule is None else schedule
    if schedule is not None:
        account.plan(begin, "set_status", event_id=event["id"], status="pending")
    outcome = context.knobs["fax_outcome"] if kind == "faxes" else "sent"
    account.plan(begin + step, "set_status", event_id=event["id"], status=outcome)


def _fax_targets(context: Context) -> list[str]:
    """Repeated ``target`` as documented, or ``targets`` with commas between, as an early client sent them."""
    targets = context.values.every("target")
    for joined in context.values.every("targets"):
        targets += joined.split(",")
    targets = [target.strip() for target in targets if target.strip()]
    if not targets or not all(is_tel(target) for target in targets):
        raise Refusal(400, "a target must have the form tel:<digits>")
    return [digits_of(target) for target in targets]


def _send_fax(context: Context) -> Answer:
    if context.content_type != "application/pdf" or not context.body.startswith(b"%PDF"):
        raise Refusal(415, "the body must be a PDF")
    targets, schedule = _fax_targets(context), _schedule(context)
    account = context.account.documents["account"]
    source = digits_of(context.values.first("source") or "")
    if source and source not in account["phonenumbers"]:
        raise Refusal(403, "the source is not a number of the account")
    extension = _extension_of_type(context, "fax", context.values.first("extension"))
    charge(context, "fax", len(targets))
    outgoing = extension["outgoingNumber"] or {"number": ""}
    document = base64.b64encode(context.body).decode()
    source = source or outgoing["number"]
    _send(context, extension, "faxes", schedule, targets=targets, sources=[source] if source else [], document=document)
    return Answer("fax", {})


def _send_sms(context: Context) -> Answer:
    content = context.needed("content")
    if len(content) > _MOST_CHARACTERS:
        raise Refusal(400, f"parameter content must not be longer than {_MOST_CHARACTERS} characters")
    targets = context.values.every("target")
    if not targets or not all(is_plain(digits_of(target)) for target in targets):
        raise Refusal(400, "a target must be a phone number")
    schedule = _schedule(context)
    account = context.account.documents["account"]
    source = digits_of(context.values.first("source") or "")
    if source and source not in account["verifiedNumbers"]:
        raise Refusal(403, "the source is not verified")
    extension = _extension_of_type(context, "sms", None)
    charge(context, "sms", len(targets) * math.ceil(len(content) / _CHARACTERS_PER_PART))
    numbers = [digits_of(target) for target in targets]
    _send(context, extension, "sms", schedule, targets=numbers, sources=[source] if source else [], text=content)
    return Answer("sms", {})


OPERATIONS = (
    Operation("POST", "events/faxes", _send_fax),
    Operation("POST", "events/sms", _send_sms),
)
