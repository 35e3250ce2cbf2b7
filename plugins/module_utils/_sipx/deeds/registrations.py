# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dropping registrations (``/api/registrations``). A phone registers again when its time has come."""

from __future__ import annotations

import ipaddress
import re
import typing as t

from ..._model.errors import ItemError
from ..client import SipxClient, segment
from ..directory import Directory
from ..phone import serial_number
from .deed import Deed, Params

_BY = ("user", "serial_number", "ip", "call_id", "server")
_HOST = re.compile(r"(?:@|sips?:|^)\[?([0-9A-Fa-f.:]*?[0-9A-Fa-f])\]?(?::\d+)?(?=[;>?]|$)")


def _check(params: Params) -> None:
    if params["ip"]:
        try:
            ipaddress.ip_address(params["ip"])
        except ValueError:
            raise ItemError(
                f"ip must be a whole address, not {params['ip']!r}: the server drops all it is part of"
            ) from None


def _path(client: SipxClient, params: Params) -> str:
    by = next(name for name in _BY if params[name])
    value = params[by]
    if by == "user":
        # A number would be taken for the id of somebody else first.
        directory = Directory(client)
        return "/registrations/user/{}".format(directory.id_of(directory.user_ids(), "user", value))
    if by == "serial_number":
        return f"/registrations/serialNo/{segment(serial_number(value))}"
    if by == "server":
        directory = Directory(client)
        return "/registrations/server/{}".format(directory.id_of(directory.servers(), "server", value))
    return "/registrations/{}/{}".format({"ip": "ip", "call_id": "callid"}[by], segment(value))


def shown(row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """A registration in our words."""
    return {
        "identity": row.get("identity"),
        "contact": row.get("contact"),
        "uri": row.get("uri"),
        "serial_number": row.get("instrument"),
        "call_id": row.get("regCallId"),
        "primary": row.get("primary"),
        "status": row.get("status"),
        "seconds_to_expire": row.get("secondsToExpire"),
    }


def _host_of(contact: str) -> str:
    match = _HOST.search(contact)
    return match.group(1) if match else contact


def _refuse_others(rows: t.Iterable[t.Mapping[str, t.Any]], where: str, ip: str) -> None:
    """The server takes an address for a pattern that may match anywhere.

    :param where: in which value of a registration it looks.
    :raises ItemError: it would drop a registration with another address.
    """
    others = sorted({str(row[where]) for row in rows if _host_of(str(row[where])) != ip})
    if others:
        raise ItemError(
            "the server would also drop what merely contains {}: {}; name the user or the serial number instead".format(
                ip, ", ".join(others[:5])
            )
        )


def _look(client: SipxClient, params: Params) -> dict[str, t.Any] | None:
    rows = [shown(row) for row in client.api_list(_path(client, params), "registrations")]
    if params["ip"]:
        _refuse_others(rows, "contact", params["ip"])
    if params["server"]:
        addresses = {row["host"]: row["ip"] for row in client.api_list("/servers", "servers")}
        _refuse_others(rows, "primary", addresses[params["server"]])
    if not rows:
        return None
    before = [{"identity": row["identity"], "contact": row["contact"]} for row in rows]
    return {"registrations": rows, "diff": {"before": {"registrations": before}, "after": {"registrations": []}}}


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    client.api_send("DELETE", _path(client, params))
    return {}


DROP_REGISTRATIONS = Deed(
    {name: {"type": "str"} for name in _BY},
    _act,
    check=_check,
    look=_look,
    constraints={"required_one_of": [_BY], "mutually_exclusive": [_BY]},
)
