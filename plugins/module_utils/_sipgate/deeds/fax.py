# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sending a fax, or one of the history once more. It costs, and is sent at every run."""

from __future__ import annotations

import base64
import os
import time
import typing as t

from ..._model.errors import ItemError, RemoteError
from ..files import pdf_of
from ..generations import V1, V2
from ..v1.client import SipgateV1Client
from ..v1.extension import check_type
from ..v1.numbers import check_number, tel
from ..v2.client import SipgateV2Client, segment
from ..v2.directory import Directory
from ..v2.endpoints import LETTERS, is_literal, joined, split_owner
from ..v2.values import check_e164, e164
from .deed import Deed, Params, Way
from .moments import as_schedule
from .numbers import check_option, source_explained
from .sent_events import events_of_v1, ids_before, ids_made

#: the service takes no more base64 characters than this
_LONGEST = 28_330_000
_POLL_S = 2.0
_SENT, _FAILED = "SENT", "FAILED"


def _refuse(params: Params, names: t.Sequence[str], generation: str) -> None:
    for name in names:
        if params[name] is not None and params[name] is not False:
            raise ItemError(f"{name} does not exist in {generation} of the sipgate API")


def _check_recipients(params: Params, check: t.Callable[[str], None]) -> None:
    if not params["recipients"]:
        raise ItemError("recipients is needed to send a document")
    for number in params["recipients"]:
        check_option("recipients:", number, check)


# v2


def _check_v2(params: Params) -> None:
    _refuse(params, ("extension", "source", "send_at", "legacy_targets"), V2)
    line = params["fax_line"]
    if line and is_literal(line) and not line.startswith(LETTERS["fax_line"]):
        raise ItemError(f"fax_line must be a fax line; the id of one is like f0, not {line!r}")
    if params["resend"] is not None:
        return
    _check_recipients(params, check_e164)
    if len(params["recipients"]) > 1:
        raise ItemError("recipients: v2 of the sipgate API sends to one recipient at a time")
    if len(pdf_of(params["src"])) * 4 // 3 > _LONGEST:
        raise ItemError(f"{params['src']} is too large: the service takes at most {_LONGEST * 3 // 4} bytes")


def _fax_line(client: SipgateV2Client, params: Params) -> str:
    directory = Directory(client)
    name = params["fax_line"]
    if name and is_literal(name):
        return str(name)
    own = directory.own_id()
    owner, alias = split_owner(name or "", directory.emails()[own])
    lines = directory.rows("fax_line", directory.user_id(owner))
    identity = directory.required_id("fax_line:" + joined(owner, alias)) if name else None
    if not name and len(lines) != 1:
        raise ItemError(f"fax_line is needed: the owner of the token has {len(lines)} fax lines")
    line = next(row for row in lines if identity in (None, row["id"]))
    if line.get("canSend") is False:
        raise ItemError(f"the fax line {line.get('alias')} ({line['id']}) cannot send")
    return str(line["id"])


def _act_v2(client: SipgateV2Client, params: Params) -> dict[str, t.Any]:
    if params["resend"] is not None:
        bean = {"faxId": params["resend"]}
        if params["fax_line"]:
            bean["faxlineId"] = _fax_line(client, params)
        client.send("POST", "/sessions/fax/resend", bean)
        return {}
    bean = {
        "faxlineId": _fax_line(client, params),
        "recipient": e164(params["recipients"][0]),
        "filename": os.path.basename(params["src"]),
        "base64Content": base64.b64encode(pdf_of(params["src"])).decode("ascii"),
    }
    session = (client.send("POST", "/sessions/fax", bean) or {}).get("sessionId")
    result: dict[str, t.Any] = {"session_id": session}
    if params["wait"] and session:
        result["status"] = _awaited(client, str(session), params["wait"])
    return result


def _awaited(client: SipgateV2Client, session: str, seconds: int, sleep: t.Callable[[float], None] = time.sleep) -> str:
    """What became of a fax: success of the request only means that it is queued.

    When the history cannot be read, the fax is sent all the same, and a task that fails would be run again.

    :raises RemoteError: it was not delivered.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            status = str(client.get(f"/history/{segment(session)}").get("faxStatusType") or "")
        except RemoteError:
            status = ""  # it shows in the history a little later
        if status == _FAILED:
            raise RemoteError(f"the fax {session} could not be delivered. It is not sent again.", RemoteError.REFUSED)
        if status == _SENT or time.monotonic() >= end:
            return (status or "PENDING").lower()
        sleep(_POLL_S)


# v1


def _check_v1(params: Params) -> None:
    _refuse(params, ("fax_line", "resend", "wait"), V1)
    _check_recipients(params, check_number)
    if params["source"] is not None:
        check_option("source", params["source"], check_number)
    if params["send_at"] is not None:
        as_schedule(params["send_at"])
    pdf_of(params["src"])


def _look_v1(client: SipgateV1Client, params: Params) -> dict[str, t.Any]:
    """An extension that cannot send faxes is told before anything is sent."""
    if params["extension"] is not None:
        check_type(client, f"extension {params['extension']}", params["extension"], ("fax",), "a fax")
    return {}


def _act_v1(client: SipgateV1Client, params: Params) -> dict[str, t.Any]:
    def read() -> dict[str, set[str]]:
        return events_of_v1(client, "fax")

    targets = [tel(number) for number in params["recipients"]]
    # The one client that is known to have sent faxes wrote a comma list under another name than the reference.
    query: list[tuple[str, str]] = (
        [("targets", ",".join(targets))] if params["legacy_targets"] else [("target", target) for target in targets]
    )
    if params["extension"] is not None:
        query.append(("extension", params["extension"]))
    if params["source"] is not None:
        query.append(("source", tel(params["source"])))
    if params["send_at"] is not None:
        query.append(("schedule", as_schedule(params["send_at"])))
    before = ids_before(read)
    with source_explained(params["source"]):
        client.deed("POST", "/events/faxes", query, pdf=pdf_of(params["src"]))
    return {"event_ids": ids_made(read, before, params["recipients"])}


FAX = Deed(
    {
        "recipients": {"type": "list", "elements": "str"},
        "src": {"type": "path"},
        "resend": {"type": "str"},
        "fax_line": {"type": "str"},
        "wait": {"type": "int"},
        "extension": {"type": "str"},
        "source": {"type": "str"},
        "send_at": {"type": "str"},
        "legacy_targets": {"type": "bool", "default": False},
    },
    {V2: Way(_act_v2, _check_v2), V1: Way(_act_v1, _check_v1, _look_v1)},
    {
        "required_one_of": [("src", "resend")],
        "mutually_exclusive": [("src", "resend")],
        "required_by": {"src": "recipients"},
    },
)
