# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sending phones their configuration (``/api/phones/.../sendProfile``)."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError
from ..client import SipxClient, segment
from ..directory import Directory
from ..phone import serial_number
from .deed import Deed, Params

_TARGETS = ("serial_numbers", "users", "phone_groups", "all")


def _ids(client: SipxClient, serial_numbers: t.Iterable[str]) -> list[int]:
    """A serial number of decimal digits would be taken for an id, so ids are looked up."""
    known = {str(row["serialNo"]): int(row["id"]) for row in client.api_pages("/phones", "phones")}
    wanted = [serial_number(text) for text in serial_numbers]
    missing = [text for text in wanted if text not in known]
    if missing:
        raise ItemError("phone {} does not exist on the server".format(", ".join(missing)))
    return [known[text] for text in wanted]


def _paths(client: SipxClient, params: Params) -> list[tuple[str, t.Any]]:
    """Paths and bodies of the calls that reach the wanted phones."""
    if params["all"]:
        return [("/phones/sendProfile/all", None)]
    paths: list[tuple[str, t.Any]] = []
    ids = _ids(client, params["serial_numbers"]) if params["serial_numbers"] else []
    if len(ids) == 1:
        paths.append((f"/phones/{ids[0]}/sendProfile", None))
    elif ids:
        paths.append(("/phones/sendProfile", {"ids": ids}))
    directory = Directory(client)
    for name in params["users"] or []:
        if name not in directory.users():
            raise ItemError(f"user {name!r} does not exist on the server")
        # An alias leads to no user here.
        paths.append((f"/phones/user/name/{segment(directory.users()[name])}/sendProfile", None))
    for name in params["phone_groups"] or []:
        identity = directory.id_of(directory.phone_groups(), "phone_group", name)
        paths.append((f"/phones/phoneGroup/id/{identity}/sendProfile", None))
    return paths


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    paths = _paths(client, params)
    for path, body in paths:
        client.api_send("PUT", path + ("/restart" if params["restart"] else ""), body)
    return {"queued": len(paths)}


SEND_PHONE_PROFILE = Deed(
    {
        "serial_numbers": {"type": "list", "elements": "str"},
        "users": {"type": "list", "elements": "str"},
        "phone_groups": {"type": "list", "elements": "str"},
        "all": {"type": "bool"},
        "restart": {"type": "bool", "default": False},
    },
    _act,
    # The names are looked up in check mode too, so that a typo shows before it matters.
    look=lambda client, params: {"queued": len(_paths(client, params))},
    constraints={
        "required_one_of": [_TARGETS],
        "mutually_exclusive": [("all", name) for name in _TARGETS[:3]],
    },
)
