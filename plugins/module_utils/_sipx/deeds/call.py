# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Placing a call from the caller's own phone (``/rest/my/call``)."""

from __future__ import annotations

import re
import typing as t

from ..._model.errors import ItemError
from ..client import SipxClient, segment
from .deed import Deed, Params

#: what the server removes, and what may stand in the rest
_REMOVED = re.compile(r"[\[\](){}.\s-]")
_ALLOWED = re.compile(r"[A-Za-z0-9_!~*'&=+$,;?/]+")


def _number(text: str) -> str:
    return _REMOVED.sub("", text)


def _check(params: Params) -> None:
    if not _ALLOWED.fullmatch(_number(params["to"])):
        raise ItemError(f"to must be a number or a user name without a domain, not {params['to']!r}")


def _act(client: SipxClient, params: Params) -> dict[str, t.Any]:
    client.rest_send("PUT", "/my/call/" + segment(_number(params["to"])))
    return {}


PLACE_CALL = Deed({"to": {"type": "str", "required": True}}, _act, check=_check)
