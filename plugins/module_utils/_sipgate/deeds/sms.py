# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sending a short message. It costs, and is sent at every run."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..generations import V1, V2
from ..v1.client import SipgateV1Client
from ..v1.numbers import check_number, digits_of
from ..v2.client import SipgateV2Client
from ..v2.directory import Directory
from ..v2.endpoints import LETTERS, is_literal
from ..v2.sms import sms_extension_of
from ..v2.values import check_e164, e164
from .deed import Deed, Params, Way
from .moments import as_schedule, moment_of
from .numbers import check_option, source_explained
from .sent_events import events_of_v1, events_of_v2, ids_before, ids_made

#: three parts
_LONGEST = 460
_DAYS_AHEAD = 30
#: looks at the history, which shows a message a little later
_LOOKS = 4


def _checked(params: Params, check: t.Callable[[str], None], foreign: t.Sequence[str], generation: str) -> None:
    for name in foreign:
        if params[name] is not None:
            raise ItemError(f"{name} does not exist in {generation} of the sipgate API")
    if not params["recipients"]:
        raise ItemError("recipients is empty")
    for number in params["recipients"]:
        check_option("recipients:", number, check)
    if not params["text"]:
        raise ItemError("text is empty")
    if len(params["text"]) > _LONGEST:
        raise ItemError(f"text has {len(params['text'])} characters, {_LONGEST} are the limit (three parts)")


def _check_v2(params: Params) -> None:
    _checked(params, check_e164, ("source",), V2)
    if len(params["recipients"]) > 1:
        raise ItemError("recipients: v2 of the sipgate API sends to one recipient at a time")
    extension = params["sms_extension"]
    if extension and not (is_literal(extension) and extension.startswith(LETTERS["sms"])):
        raise ItemError(f"sms_extension must be the id of an SMS extension, like s0, not {extension!r}")
    if params["send_at"] is not None:
        moment_of(params["send_at"], _DAYS_AHEAD)


def _act_v2(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    directory = Directory(client)
    user_id = directory.user_id(params["user"]) if params["user"] else directory.own_id()
    extension = params["sms_extension"] or sms_extension_of(directory, user_id)
    recipient = e164(params["recipients"][0])
    bean: dict[str, t.Any] = {
        "smsId": extension,
        "recipient": recipient,
        "message": params["text"],
    }
    if params["send_at"] is not None:
        bean["sendAt"] = int(moment_of(params["send_at"], _DAYS_AHEAD))

    def read() -> dict[str, set[str]]:
        return events_of_v2(client, "SMS", recipient)

    before = ids_before(read)
    client.send("POST", "/sessions/sms", bean)
    return {"sms_extension": extension, "event_ids": ids_made(read, before, [recipient], _LOOKS)}


def _check_v1(params: Params) -> None:
    _checked(params, check_number, ("user", "sms_extension"), V1)
    if params["source"] is not None:
        check_option("source", params["source"], check_number)
    if params["send_at"] is not None:
        as_schedule(params["send_at"])


def _act_v1(client: SipgateV1Client, params: Params) -> dict[str, t.Any]:
    def read() -> dict[str, set[str]]:
        return events_of_v1(client, "sms")

    form: list[tuple[str, str]] = [("target", digits_of(number)) for number in params["recipients"]]
    form.append(("content", params["text"]))
    if params["source"] is not None:
        form.append(("source", digits_of(params["source"])))
    if params["send_at"] is not None:
        form.append(("schedule", as_schedule(params["send_at"])))
    before = ids_before(read)
    with source_explained(params["source"]):
        client.deed("POST", "/events/sms", form=form)
    return {"event_ids": ids_made(read, before, params["recipients"])}


SMS = Deed(
    {
        "recipients": {"type": "list", "elements": "str", "required": True},
        "text": {"type": "str", "required": True},
        "user": {"type": "str"},
        "sms_extension": {"type": "str"},
        "source": {"type": "str"},
        "send_at": {"type": "str"},
    },
    {V2: Way(_act_v2, _check_v2), V1: Way(_act_v1, _check_v1)},
)
