# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions: calls, faxes and short messages that are sent. They cost, and show in the history a little later."""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from collections.abc import Callable
from typing import Any

from .bodies import FILLED, TEXT, Field, body
from .history import DETAILS
from .operations import Context, Operation
from .prices import CALL_PRICE, FAX_PRICE, SMS_PRICE
from .refusals import Refusal, bad_parameter, forbidden, not_enough_funds, not_found
from .webhooks import push

_NUMBER = re.compile(r"\+[1-9][0-9]{1,14}")
#: the parties of a call may be national numbers too, or extensions
_ANY_NUMBER = re.compile(r"\+?[0-9]+")
_EXTENSION = re.compile(r"[a-z][0-9]+")
_MOST_DAYS_AHEAD = 30


def _pay(context: Context, price: int) -> None:
    if not context.account.affords(price):
        raise not_enough_funds()
    context.account.charge(price)


def _usable(context: Context, extension: str | None, letters: str) -> bool:
    """Whether there is such an extension of the account, of one of the letters."""
    return bool(extension) and str(extension)[0] in letters and context.account.endpoint(str(extension)) is not None


def _owner_of(context: Context, extension: str) -> str:
    return context.account.endpoint_owner(extension) or str(context.user["id"])


def _own_endpoint(context: Context, extension: str, letters: str) -> None:
    if not _usable(context, extension, letters):
        raise forbidden("cannot access the extension")
    owner = _owner_of(context, extension)
    if owner.startswith("w"):
        context.mine(owner)


def _start_call(context: Context, extension: str, *numbers: str) -> dict[str, str]:
    """Ring; the call is established a step of time later. The id of the session is not that of the call."""
    session_id = secrets.token_hex(8).upper()
    participants = [
        {"participantId": str(place), "phoneNumber": number, "muted": False, "hold": False, "owner": place == 0}
        for place, number in enumerate(numbers)
    ]
    call = context.account.calls.add(
        callId=f"call-{context.account.new_id()}",
        owner=_owner_of(context, extension),
        participants=participants,
        sessionId=session_id,
        extension=extension,
    )
    context.account.plan(context.now + context.knobs["session_step_s"], "establish_call", call_id=call["callId"])
    return {"sessionId": session_id}


def _new_call(context: Context) -> Any:
    """A caller that is a number needs a device that pays for the call."""
    caller, callee, device_id = context.body["caller"], context.body["callee"], context.body.get("deviceId")
    for name, party in (("caller", caller), ("callee", callee)):
        if not _ANY_NUMBER.fullmatch(party) and not _EXTENSION.fullmatch(party):
            raise bad_parameter(f"{name} is neither a phone number nor an extension", f"/{name}")
    is_number = _ANY_NUMBER.fullmatch(caller) is not None
    if is_number and not device_id:
        raise bad_parameter("deviceId is missing", "/deviceId")
    extension = device_id or caller
    _own_endpoint(context, extension, "epxyw")
    if not is_number:
        _own_endpoint(context, caller, "epxyw")
    _pay(context, CALL_PRICE)
    push(context, "OUTGOING", extension, f"event=newCall&direction=out&from={caller}&to={callee}")
    return _start_call(context, extension, caller, callee)


def _new_recording(context: Context) -> Any:
    """The server calls a device so that somebody can speak or listen."""
    device_id = context.body.get("deviceId", "")
    _own_endpoint(context, device_id, "exy")
    _pay(context, CALL_PRICE)
    return _start_call(context, device_id, device_id)


def _note_session(context: Context, extension: str, kind: str, recipient: str, **details: Any) -> str:
    """Let an outgoing entry appear in the history a step of time later."""
    entry_id = context.account.new_id()
    entry = {
        "id": entry_id,
        "owner": _owner_of(context, extension),
        "source": extension,
        "target": recipient,
        "sourceAlias": context.account.endpoint_alias(extension),
        "targetAlias": recipient,
        "type": kind,
        "created": context.timestamp(),
        "lastModified": context.timestamp(),
        "direction": "OUTGOING",
        "incoming": False,
        "connectionIds": [extension],
        "read": True,
        "endpoints": [
            {"type": "ROUTED", "endpoint": {"extension": extension, "type": "FAX" if kind == "FAX" else "SMS"}}
        ],
        "details": {**DETAILS[kind], **details},
    }
    context.account.plan(context.now + context.knobs["session_step_s"], "enter_history", entry=entry)
    return entry_id


def _queue_fax(context: Context, faxline_id: str, recipient: str) -> str:
    """Its state goes on by itself; the session's id is that of the entry in the history."""
    _pay(context, FAX_PRICE)
    url = f"https://media.example.net/faxes/{secrets.token_hex(8)}"
    session_id = _note_session(
        context,
        faxline_id,
        "FAX",
        recipient,
        documentUrl=f"{url}.pdf",
        previewUrl=f"{url}.png",
        reportUrl=f"{url}-report.pdf",
    )
    step = context.knobs["session_step_s"]
    for steps, status in ((2, "SENDING"), (3, context.knobs["fax_outcome"])):
        context.account.plan(context.now + steps * step, "set_fax_status", entry_id=session_id, status=status)
    return session_id


def _send_fax(context: Context) -> Any:
    """Success only means that the fax is queued. A recipient that is no number is answered with 407."""
    if not _NUMBER.fullmatch(context.body["recipient"]):
        raise Refusal(407, "", "invalid recipient")
    try:
        base64.b64decode(context.body["base64Content"], validate=True)
    except (binascii.Error, ValueError):
        raise bad_parameter("base64Content is not base64", "/base64Content") from None
    _own_endpoint(context, context.body["faxlineId"], "f")
    return {"sessionId": _queue_fax(context, context.body["faxlineId"], context.body["recipient"])}


def _resend_fax(context: Context) -> None:
    fax = context.account.history.get(context.body["faxId"])
    if fax is None or fax["type"] != "FAX":
        raise not_found("fax")
    faxline_id = context.body.get("faxlineId", fax["source"])
    _own_endpoint(context, faxline_id, "f")
    _queue_fax(context, faxline_id, fax["target"])


def _schedule(context: Context) -> float | None:
    """When a message is to be sent: Unix seconds, with or without a fraction, at most 30 days ahead."""
    send_at: float | None = context.body.get("sendAt")
    if send_at is not None and not context.now < send_at <= context.now + _MOST_DAYS_AHEAD * 86400:
        raise bad_parameter("sendAt must be within the next 30 days", "/sendAt")
    return send_at


def _send_sms(context: Context) -> None:
    """A missing extension is an error of the server's own, 500; one that cannot be used is 403."""
    sms_id = context.body.get("smsId")
    if not sms_id:
        raise Refusal(500, "INTERNAL_ERROR", "internal error")
    if not _NUMBER.fullmatch(context.body["recipient"]):
        raise bad_parameter("recipient is not a phone number", "/recipient")
    send_at = _schedule(context)
    _own_endpoint(context, sms_id, "s")
    _pay(context, SMS_PRICE)
    scheduled = context.timestamp(send_at) if send_at is not None else None
    _note_session(
        context,
        sms_id,
        "SMS",
        context.body["recipient"],
        smsContent=context.body["message"],
        scheduled=scheduled,
    )


def _takes(
    handler: Callable[[Context], Any], name: str, path: str, form: Field, *scopes: str, **more: Any
) -> Operation:
    return Operation("POST", f"/sessions/{path}", name, handler, ("sessions:write", *scopes), body=form, **more)


_CALLS = "sessions:calls:write"
_CALL_BODY = body(deviceId=TEXT, caller=FILLED, callee=FILLED, callerId=TEXT)
_RECORDING_BODY = body(deviceId=TEXT, targetId=TEXT, endpoint=TEXT)
_FAX_BODY = body(
    faxlineId=FILLED,
    recipient=FILLED,
    filename=FILLED,
    base64Content=Field("text", required=True, blank=False, most=28_330_000),
)

OPERATIONS = (
    _takes(_new_call, "newCall", "calls", _CALL_BODY, _CALLS, feature="calls", classic=True),
    _takes(_send_fax, "sendFax", "fax", _FAX_BODY, "sessions:fax:write", feature="fax"),
    _takes(
        _resend_fax, "resendFax", "fax/resend", body(faxId=FILLED, faxlineId=TEXT), "sessions:fax:write", feature="fax"
    ),
    _takes(_new_recording, "newIvrRecording", "ivr/recording", _RECORDING_BODY, _CALLS, feature="calls"),
    _takes(
        _send_sms,
        "sendWebSms",
        "sms",
        body(smsId=TEXT, recipient=FILLED, message=FILLED, sendAt=Field("number")),
        "sessions:sms:write",
        feature="sms",
    ),
    # The field's name is misspelled in the Swagger document.
    _takes(
        _new_recording, "playRecording", "voicemail/play", body(deviceId=TEXT, datadId=TEXT), _CALLS, feature="calls"
    ),
    _takes(_new_recording, "newRecording", "voicemail/recording", _RECORDING_BODY, _CALLS, feature="calls"),
)
