# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Placing a call, and what can be done to one that goes on.

v1 knows sessions, v2 knows established calls; the id of a session that v2 answers is not the id of the call.
"""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

from ..._model.errors import ItemError
from ..failures import NotFound
from ..generations import V1, V2
from ..v1.answers import struct_in
from ..v1.client import SipgateV1Client, flag
from ..v1.extension import check_type
from ..v1.numbers import check_number, tel
from ..v2.client import SipgateV2Client, segment
from ..v2.directory import Directory
from ..v2.endpoints import is_literal, joined, split_owner
from ..v2.values import e164
from .deed import Deed, Params, Way
from .numbers import check_option

_DTMF = re.compile(r"[0-9A-D*#]+")
_HUNG_UP = "HUNGUP"


@dataclass(frozen=True)
class _Command:
    """Which options a command takes.

    :param options: those it needs.
    :param more: those it may have besides.
    """

    options: tuple[str, ...]
    more: tuple[str, ...] = ()


_COMMANDS: dict[str, dict[str, _Command]] = {
    V2: {
        "dial": _Command(("caller", "callee"), ("device", "caller_id")),
        "hang_up": _Command(("call",)),
        "record": _Command(("call", "enabled"), ("announcement",)),
        "mute": _Command(("call", "enabled")),
        "hold": _Command(("call", "enabled")),
        "transfer": _Command(("call", "callee"), ("attended", "caller_id")),
        "dtmf": _Command(("call", "digits")),
        "announce": _Command(("call", "sound_url")),
    },
    V1: {
        "dial": _Command(("caller", "callee", "device")),
        "hang_up": _Command(("call",)),
        "record": _Command(("call", "enabled")),
        "park": _Command(("call", "member", "enabled")),
    },
}
_OPTIONS: tuple[str, ...] = (
    "caller",
    "callee",
    "device",
    "caller_id",
    "call",
    "member",
    "enabled",
    "announcement",
    "attended",
)
_OPTIONS += ("digits", "sound_url")


def _checker(generation: str) -> t.Callable[[Params], None]:
    def check(params: Params) -> None:
        name = params["command"]
        command = _COMMANDS[generation].get(name)
        if command is None:
            raise ItemError(f"command {name} does not exist in {generation} of the sipgate API")
        missing = [option for option in command.options if params[option] in (None, "")]
        foreign = [o for o in _OPTIONS if params[o] is not None and o not in command.options + command.more]
        if missing:
            raise ItemError(f"{name} needs {', '.join(missing)}")
        if foreign:
            raise ItemError(f"{name} takes no {', '.join(foreign)} in {generation}")
        if params["digits"] is not None and not _DTMF.fullmatch(params["digits"]):
            raise ItemError("digits must be made of 0 to 9, A to D, * and #")
        if name == "dial" and generation == V2 and not params["device"] and _number(params["caller"]).startswith("+"):
            raise ItemError("device is needed when caller is a number: it says which device pays")

    return check


# v2

#: command to the path below the call, and to what the listing of calls shows of it
_SWITCHES = {"mute": ("muted", "muted"), "hold": ("hold", "hold"), "record": ("recording", "recording")}


def _look_v2(client: SipgateV2Client, params: Params) -> dict[str, t.Any] | None:
    name = params["command"]
    if name == "dial":
        return {}
    calls = client.items("/calls", name="data")
    call = next((row for row in calls if row.get("callId") == params["call"]), None)
    if call is None:
        if name == "hang_up":
            return None
        raise ItemError(f"there is no established call {params['call']}; sipgate_info with gather=calls lists them")
    if name in _SWITCHES and call.get(_SWITCHES[name][1]) == params["enabled"]:
        return None
    return {}


def _act_v2(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    name = params["command"]
    if name == "dial":
        return _dial_v2(client, params)
    base = f"/calls/{segment(params['call'])}"
    if name == "hang_up":
        try:
            client.send("DELETE", base)
        except NotFound:
            return {"changed": False}
    elif name == "record":
        # Both fields are required; accounts of the Neo product must have the announcement.
        bean = {"value": params["enabled"], "announcement": params["announcement"] is not False}
        client.send("PUT", f"{base}/recording", bean)
    elif name in _SWITCHES:
        client.send("PUT", f"{base}/{_SWITCHES[name][0]}", {"value": params["enabled"]})
    elif name == "transfer":
        bean = {"attended": bool(params["attended"]), "phoneNumber": e164(params["callee"])}
        client.send("POST", f"{base}/transfer", {**bean, **_caller_id(params)})
    elif name == "dtmf":
        client.send("POST", f"{base}/dtmf", {"sequence": params["digits"]})
    else:
        client.send("POST", f"{base}/announcements", {"url": params["sound_url"]})
    return {}


def _dial_v2(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    directory = Directory(client)
    bean: dict[str, t.Any] = {
        "caller": _number(params["caller"]),
        "callee": _number(params["callee"]),
        **_caller_id(params),
    }
    if params["device"]:
        own = directory.emails()[directory.own_id()]
        device = params["device"]
        bean["deviceId"] = directory.device_id(device if is_literal(device) else joined(*split_owner(device, own)))
    return {"session_id": (client.send("POST", "/sessions/calls", bean) or {}).get("sessionId")}


def _number(text: str) -> str:
    """A number as the service wants it; an extension id as it is."""
    return text if is_literal(text) else e164(text)


def _caller_id(params: Params) -> dict[str, t.Any]:
    return {"callerId": params["caller_id"]} if params["caller_id"] is not None else {}


# v1


#: types of extensions that can pay for a call
_TELEPHONES = ("register", "mobile")


def _party(name: str, text: str) -> str:
    """A number as ``tel:…``; an address or extension as ``sip:…``."""
    if text.startswith("sip:"):
        return text
    if re.search(r"[A-Za-z@]", re.sub(r"^tel:", "", text)):
        return f"sip:{text}"
    check_option(name, text, check_number)
    return tel(text)


def _look_v1(client: SipgateV1Client, params: Params) -> dict[str, t.Any] | None:
    if params["command"] == "dial":
        _party("caller", params["caller"])
        _party("callee", params["callee"])
        check_type(client, f"device {params['device']}", params["device"], _TELEPHONES, "a call")
        return {}
    try:
        session = client.struct(f"/sessions/calls/{segment(params['call'])}", "Call")
    except NotFound:
        session = {"status": _HUNG_UP}
    status = session.get("status")
    if params["command"] == "hang_up":
        return None if status == _HUNG_UP else {"status": status}
    if status == _HUNG_UP:
        raise ItemError(f"the call {params['call']} does not go on any more")
    return {"status": status}


def _act_v1(client: SipgateV1Client, params: Params) -> dict[str, t.Any]:
    name = params["command"]
    base = "/sessions/calls"
    if name == "dial":
        form = {
            "caller": _party("caller", params["caller"]),
            "callee": _party("callee", params["callee"]),
            "registerSip": params["device"],
        }
        return _session(client.deed("POST", base, form=form))
    base = f"{base}/{segment(params['call'])}"
    if name == "hang_up":
        try:
            return _session(client.deed("DELETE", base))
        except NotFound:
            return {"changed": False}
    path = f"{base}/recording" if name == "record" else f"{base}/member/{segment(params['member'])}/parking"
    return _session(client.deed("PUT", path, {"value": flag(params["enabled"])}))


def _session(answer: t.Any) -> dict[str, t.Any]:
    session = struct_in(answer, ("Call",)) if answer else {}
    return {"session_id": session.get("sessionId"), "status": session.get("status")}


_NAMES = sorted({name for table in _COMMANDS.values() for name in table})

CALL = Deed(
    {
        "command": {
            "type": "str",
            "default": "dial",
            "choices": _NAMES,
        },
        "caller": {"type": "str"},
        "callee": {"type": "str"},
        "device": {"type": "str"},
        "caller_id": {"type": "str"},
        "call": {"type": "str"},
        "member": {"type": "str"},
        "enabled": {"type": "bool"},
        "announcement": {"type": "bool"},
        "attended": {"type": "bool"},
        "digits": {"type": "str"},
        "sound_url": {"type": "str"},
    },
    {V2: Way(_act_v2, _checker(V2), _look_v2), V1: Way(_act_v1, _checker(V1), _look_v1)},
)
