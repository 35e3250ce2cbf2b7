# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that are going on, and what can be done to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..sipgate_common.table import Row
from .bodies import FILLED, FLAG, TEXT, Field, body
from .deeds import end_call
from .operations import Context, Operation, picked
from .refusals import already_exists, bad_parameter

_SHOWN = ("callId", "muted", "recording", "hold", "participants")


def _established(context: Context) -> list[Row]:
    account = context.account
    calls = list(account.calls) if context.user["admin"] else account.calls.where("owner", context.user["id"])
    return [call for call in calls if call["established"]]


def _get_calls(context: Context) -> Any:
    """The list is called ``data`` here."""
    return {"data": context.listed(picked(call, _SHOWN) for call in _established(context))}


def _call(context: Context) -> Row:
    call = context.account.calls.get(context.parameters["callId"])
    hidden = call is None or not call["established"]
    hidden = hidden or not (context.user["admin"] or (call and call["owner"] == context.user["id"]))
    return context.found(None if hidden else call, "call")


def _sets(field: str) -> Callable[[Context], None]:
    def handler(context: Context) -> None:
        context.account.calls.change(_call(context), **{field: context.body["value"]})

    return handler


_set_hold_of_established = _sets("hold")


def _set_hold(context: Context) -> None:
    """The live service tells a call that still rings from none."""
    ringing = context.account.calls.get(context.parameters["callId"])
    if context.knobs["live2026"] and ringing is not None and not ringing["established"]:
        raise already_exists("another state of the call")
    _set_hold_of_established(context)


def _set_recording(context: Context) -> None:
    """A Neo account cannot leave the announcement out."""
    call = _call(context)
    if context.knobs["neo"] and not context.body["announcement"]:
        raise bad_parameter("the announcement is mandatory", "/announcement")
    context.account.calls.change(call, recording=context.body["value"])


def _announce(context: Context) -> None:
    _call(context)
    if not context.body["url"].startswith(("http://", "https://")):
        raise bad_parameter("url is not a URL", "/url")


def _transfer(context: Context) -> None:
    """The callee goes on with somebody else."""
    call = _call(context)
    participants = [
        participant if participant["owner"] else {**participant, "phoneNumber": context.body["phoneNumber"]}
        for participant in call["participants"]
    ]
    context.account.calls.change(call, participants=participants)


def _send_dtmf(context: Context) -> None:
    _call(context)


def _hang_up(context: Context) -> None:
    end_call(context.account, context.now, context.knobs, call_id=_call(context)["callId"])


_CALL = "/calls/{callId}"
_WRITE = ("rtcm:write",)
_VALUE = body(value=FLAG.needed)

OPERATIONS = tuple(
    Operation(method, template, name, handler, scopes, body=form, success=204)
    for method, template, name, handler, scopes, form in (
        ("GET", "/calls", "getCalls", _get_calls, ("rtcm:read",), None),
        ("PUT", f"{_CALL}/muted", "setCallMuted", _sets("muted"), _WRITE, _VALUE),
        (
            "PUT",
            f"{_CALL}/recording",
            "setCallRecording",
            _set_recording,
            _WRITE,
            body(announcement=FLAG.needed, value=FLAG.needed),
        ),
        ("POST", f"{_CALL}/announcements", "startCallAnnouncement", _announce, _WRITE, body(url=FILLED)),
        (
            "POST",
            f"{_CALL}/transfer",
            "transferCall",
            _transfer,
            _WRITE,
            body(attended=FLAG.needed, phoneNumber=FILLED, callerId=TEXT),
        ),
        ("DELETE", _CALL, "hangupCall", _hang_up, _WRITE, None),
        (
            "POST",
            f"{_CALL}/dtmf",
            "sendCallDtmf",
            _send_dtmf,
            _WRITE,
            body(sequence=Field("text", required=True, pattern=r"[0-9A-D*#]+")),
        ),
        ("PUT", f"{_CALL}/hold", "setCallHold", _set_hold, _WRITE, _VALUE),
    )
)
