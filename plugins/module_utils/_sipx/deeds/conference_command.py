# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands to a conference of the caller (``/rest/my/conference/{name}/{command}``).

Command and arguments are one segment of an address that the server does not decode, so that blanks and slashes cannot
be sent. It answers 200 whatever the bridge said, and the text tells whether it worked.
"""

from __future__ import annotations

import re
import typing as t
from dataclasses import dataclass

from ..._http.errors import RequestError
from ..._model.errors import ItemError
from ..client import REST, SipxClient
from ..my.conference import check_conference_name
from .deed import Deed, Params

_ARGUMENT = re.compile(r"[\w.+*@:=,~!$'()-]+", re.ASCII)
_FAILED = re.compile(r"ERROR|not found|Non-Exist", re.I)


@dataclass(frozen=True)
class _Command:
    """Which options a command takes, in the bridge's order.

    :param options: those it needs.
    :param more: those it may have besides.
    :param active: whether somebody must be in the conference.
    :param reads: whether it changes nothing.
    :param word: what the bridge calls it, if not as we do.
    """

    options: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    active: bool = True
    reads: bool = False
    word: str = ""


_COMMANDS = {
    "list": _Command(reads=True),
    "xml_list": _Command(reads=True),
    "lock": _Command(),
    "unlock": _Command(),
    "invite": _Command(("number",), active=False),
    "inviteim": _Command(("im_id",), active=False),
    **{name: _Command(("member",)) for name in ("kick", "hup", "mute", "unmute", "deaf", "undeaf")},
    **{name: _Command(("member",), ("level",)) for name in ("energy", "volume_in", "volume_out")},
    "dtmf": _Command(("member", "digits")),
    "say": _Command(("text",)),
    "saymember": _Command(("member", "text")),
    "play": _Command(("file",), ("member",)),
    "stop": _Command(("what",), ("member",)),
    "pin": _Command(("conference_pin",)),
    "nopin": _Command(),
    "relate": _Command(("member", "other_member", "relation")),
    "transfer": _Command(("to_conference", "member")),
    "dial": _Command(("number",)),
    "bgdial": _Command(("number",)),
    "record": _Command(),
    "stop_record": _Command(word="record&stop"),
    "norecord": _Command(more=("file",)),
}
_OPTIONS = (
    "number",
    "im_id",
    "member",
    "level",
    "digits",
    "text",
    "file",
    "what",
    "conference_pin",
    "other_member",
    "relation",
    "to_conference",
)


def _check(params: Params) -> None:
    try:
        check_conference_name(params["conference"])
    except ValueError as error:
        raise ItemError(f"conference {error}") from None
    command = _COMMANDS[params["command"]]
    missing = [name for name in command.options if params[name] is None]
    foreign = [name for name in _OPTIONS if params[name] is not None and name not in command.options + command.more]
    if missing:
        raise ItemError("{} needs {}".format(params["command"], ", ".join(missing)))
    if foreign:
        raise ItemError("{} takes no {}".format(params["command"], ", ".join(foreign)))
    for name in command.options + command.more:
        if params[name] is not None and not _ARGUMENT.fullmatch(str(params[name])):
            raise ItemError(f"{name} cannot be sent: the server reads neither blanks nor slashes in it")
    if params["conference_pin"] is not None and not params["allow_secret_in_url"]:
        raise ItemError(
            "the server takes conference_pin in the address of the call only, where it may end up in logs; set "
            "allow_secret_in_url=true if that is acceptable"
        )


def _look(client: SipxClient, params: Params) -> dict[str, t.Any]:
    command = _COMMANDS[params["command"]]
    if command.active:
        _refuse_inactive(client, params["conference"])
    return {"changed": not command.reads}


_REASONS = {
    404: "does not exist",
    403: "belongs to another user",
    406: "is not active: nobody is in it; invite somebody first",
}


def _refuse_inactive(client: SipxClient, name: str) -> None:
    try:
        client.rest_get(f"/my/conferencedetails/{name}")
    except RequestError as error:
        reason = _REASONS.get(error.status or 0)
        if reason is None:
            raise
        raise ItemError(f"conference {name} {reason}") from None


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    command = _COMMANDS[params["command"]]
    arguments = [str(params[name]) for name in command.options + command.more if params[name] is not None]
    path = f"{REST}/my/conference/{params['conference']}/"
    shown = params["command"]
    answer = client.get_once("&".join([command.word or shown, *arguments]), path, f"{path}{shown}")
    text = answer.text.strip()
    # Nothing at all is what is left of an answer of the bridge that was no 200.
    if not text or _FAILED.search(text):
        raise RequestError("GET", f"{path}{shown}", "was answered 200, but the bridge refused", 200, text)
    return {"answer": text}


CONFERENCE_COMMAND = Deed(
    {
        "conference": {"type": "str", "required": True},
        "command": {"type": "str", "required": True, "choices": list(_COMMANDS)},
        "number": {"type": "str"},
        "im_id": {"type": "str"},
        "member": {"type": "str"},
        "level": {"type": "int"},
        "digits": {"type": "str"},
        "text": {"type": "str"},
        "file": {"type": "str"},
        "what": {"type": "str", "choices": ["current", "all", "async", "last"]},
        "conference_pin": {"type": "str", "no_log": True},
        "other_member": {"type": "str"},
        "relation": {"type": "str", "choices": ["nospeak", "nohear", "clear"]},
        "to_conference": {"type": "str"},
        "allow_secret_in_url": {"type": "bool", "default": False, "no_log": False},
    },
    _act,
    check=_check,
    look=_look,
)
