# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a person in front of an attendant rule, or the attendant back (``/rest/auto-attendant/livemode``)."""

from __future__ import annotations

import typing as t

from ..._http.errors import RequestError
from ..._model.errors import ItemError
from ..client import SipxClient
from ..failures import NoSuchEndpoint
from .deed import Deed, Params


def _check(params: Params) -> None:
    for name in ("extension", "code"):
        if not params[name].isalnum():
            raise ItemError(f"{name} must consist of digits, not {params[name]!r}")


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    path = "/auto-attendant/livemode/{}{}".format(params["extension"], params["code"])
    try:
        client.rest_send("PUT" if params["enabled"] else "DELETE", path)
    except NoSuchEndpoint as error:
        problem = "was answered 404: no attendant rule has this extension and live attendant code"
        raise RequestError(error.method, error.path, problem, 404) from None
    return {}


LIVE_ATTENDANT = Deed(
    {
        "extension": {"type": "str", "required": True},
        "code": {"type": "str", "required": True, "no_log": False},
        "enabled": {"type": "bool", "required": True},
    },
    _act,
    check=_check,
)
