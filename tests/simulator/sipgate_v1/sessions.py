# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that are set up and going on, and the callthrough."""

from __future__ import annotations

import re
import secrets
from typing import Any

from ..sipgate_common.table import Row
from .billing import charge
from .operations import Context, Operation, Refusal
from .phone_numbers import digits_of, is_plain, is_tel
from .serialisation import Answer

CALLTHROUGH_SECONDS = 30
ESTABLISHED = "ESTABLISHED"
HUNG_UP = "HUNGUP"
_SIP = re.compile(r"sip:\S+")


def _view(session: Row) -> dict[str, Any]:
    """Neither the members nor the recording can be read."""
    return {"sessionId": session["sessionId"], "status": session["status"]}


def _answer(session: Row) -> Answer:
    return Answer("Call", _view(session))


def _session(context: Context) -> Row:
    return context.own(context.account.sessions.get(context.parameters["sessionId"]), "session")


def _get_sessions(context: Context) -> Answer:
    sessions = context.account.sessions.where("owner", context.user["id"])
    return Answer("Call", [_view(session) for session in sessions], xml_root="Calls")


def _start_session(context: Context) -> Answer:
    """The caller's telephone rings first, then the callee's."""
    callee, caller, register_sip = (context.needed(name) for name in ("callee", "caller", "registerSip"))
    for name, address in (("callee", callee), ("caller", caller)):
        if not is_tel(address) and not _SIP.fullmatch(address):
            raise Refusal(400, f"parameter {name} must begin with tel: or sip:")
    extension = context.account.extensions.get(register_sip)
    if extension is None or extension["owner"] != context.user["id"] or extension["type"] != "register":
        raise Refusal(403, "registerSip is not an extension of the user")
    charge(context, "call", 1)
    session = context.account.sessions.add(
        sessionId=f"S{secrets.token_hex(4)}",
        owner=context.user["id"],
        caller=caller,
        callee=callee,
        registerSip=register_sip,
        members=["M1", "M2"],
    )
    step, identifier = context.knobs["session_step_s"], session["sessionId"]
    context.account.plan(context.now + step, "set_session", session_id=identifier, status=ESTABLISHED)
    end = context.now + step + context.knobs["call_length_s"]
    context.account.plan(end, "set_session", session_id=identifier, status=HUNG_UP)
    return _answer(session)


def _get_session(context: Context) -> Answer:
    return _answer(_session(context))


def _hang_up(context: Context) -> Answer:
    session = _session(context)
    if session["status"] != HUNG_UP:
        context.account.sessions.change(session, status=HUNG_UP)
        forgotten = context.now + context.knobs["call_length_s"]
        context.account.plan(forgotten, "forget_session", session_id=session["sessionId"])
    return _answer(session)


def _established(context: Context) -> Row:
    session = _session(context)
    if session["status"] != ESTABLISHED:
        raise Refusal(409, "the call is not established")
    return session


def _set_recording(context: Context) -> Answer:
    value = context.flag()
    session = _established(context)
    context.account.sessions.change(session, recording=value)
    return _answer(session)


def _set_parking(context: Context) -> Answer:
    value = context.flag()
    session = _established(context)
    member = context.parameters["memberId"]
    if member not in session["members"]:
        raise Refusal(404, "member not found")
    parked = [other for other in session["parked"] if other != member]
    context.account.sessions.change(session, parked=[*parked, member] if value else parked)
    return _answer(session)


def _start_callthrough(context: Context) -> Answer:
    """The source may call the number that is answered for half a minute; once more begins anew."""
    source, target = context.needed("sourceNumber"), context.needed("targetNumber")
    if not is_plain(source) or not is_plain(target):
        raise Refusal(400, "the numbers must be E.164")
    account = context.account
    values = {
        "targetNumber": digits_of(target),
        "owner": context.user["id"],
        "expires": context.now + CALLTHROUGH_SECONDS,
    }
    routing = account.callthroughs.get(digits_of(source))
    if routing is None:
        account.callthroughs.add(sourceNumber=digits_of(source), **values)
    else:
        account.callthroughs.change(routing, **values)
    account.plan(values["expires"], "expire_callthrough", source=digits_of(source))
    return Answer("Callthrough", {"number": account.documents["account"]["callthroughNumber"]})


OPERATIONS = (
    Operation("GET", "sessions/calls", _get_sessions),
    Operation("POST", "sessions/calls", _start_session),
    Operation("GET", "sessions/calls/{sessionId}", _get_session),
    Operation("DELETE", "sessions/calls/{sessionId}", _hang_up),
    Operation("PUT", "sessions/calls/{sessionId}/recording", _set_recording),
    Operation("PUT", "sessions/calls/{sessionId}/member/{memberId}/parking", _set_parking),
    Operation("POST", "sessions/callthrough", _start_callthrough),
)
