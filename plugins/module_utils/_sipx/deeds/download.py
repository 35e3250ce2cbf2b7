# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of the server: prompts, configuration files of phones, the table of calls."""

from __future__ import annotations

import os
import typing as t

from ..._http.errors import RequestError
from ..._model.errors import CallError, ItemError
from ..audio.prompt import AREAS
from ..client import API, REST, SipxClient, segment
from ..directory import Directory
from ..failures import NoSuchEndpoint, NotFound
from ..phone import serial_number
from .deed import Deed, Params


def _path(client: SipxClient, params: Params) -> str:
    if params["kind"] == "prompt":
        return f"{API}{AREAS[params['area']]}/prompts/{segment(params['name'])}"
    if params["kind"] == "phone_profile":
        return f"{REST}/phone/{segment(serial_number(params['serial_number']))}/profile/{segment(params['name'])}"
    if not params["user"]:
        return f"{API}/cdrs/reports/cdr-table"
    directory = Directory(client)
    return f"{API}/cdrs/user/{directory.id_of(directory.user_ids(), 'user', params['user'])}/reports/cdr-table"


def _content(client: SipxClient, params: Params) -> bytes:
    try:
        answer = client.read(_path(client, params))
    except (NotFound, NoSuchEndpoint):
        kind = params["kind"].replace("_", " ")
        raise ItemError(f"the server has no {kind} {params['name'] or ''}".rstrip()) from None
    if not answer.body:
        problem = "was answered with an empty file, which is not kept"
        raise RequestError(answer.method, answer.path, problem, answer.status)
    return answer.body


def _present(dest: str) -> bytes | None:
    try:
        with open(dest, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CallError(f"dest: cannot read {dest}: {error.strerror}") from None


def _look(client: SipxClient, params: Params) -> dict[str, t.Any] | None:
    content = _content(client, params)
    present = _present(params["dest"])
    if present == content:
        return None
    before = {} if present is None else {"size": len(present)}
    diff = {"before": before, "after": {"size": len(content)}}
    return {"dest": params["dest"], "size": len(content), "diff": diff}


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    content = _content(client, params)
    part = params["dest"] + ".part"
    try:
        with open(part, "wb") as file:
            file.write(content)
        os.replace(part, params["dest"])
    except OSError as error:
        raise CallError(f"dest: cannot write {params['dest']}: {error.strerror}") from None
    return {"size": len(content)}


def _check(params: Params) -> None:
    if os.path.isdir(params["dest"]):
        raise ItemError(f"dest: {params['dest']} is a folder; name a file in it")


DOWNLOAD = Deed(
    {
        "kind": {"type": "str", "required": True, "choices": ["prompt", "phone_profile", "call_report"]},
        "dest": {"type": "path", "required": True},
        "area": {"type": "str", "choices": list(AREAS)},
        "name": {"type": "str"},
        "serial_number": {"type": "str"},
        "user": {"type": "str"},
    },
    _act,
    check=_check,
    look=_look,
    constraints={
        "required_if": [("kind", "prompt", ["area", "name"]), ("kind", "phone_profile", ["serial_number", "name"])]
    },
)
