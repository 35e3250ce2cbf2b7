# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Callthrough of v1: for half a minute a number connects a caller to another one."""

from __future__ import annotations

import typing as t

from ..generations import V1
from ..v1.answers import struct_in
from ..v1.client import SipgateV1Client
from ..v1.numbers import check_number, digits_of
from .deed import Deed, Params, Way
from .numbers import check_option


def _check(params: Params) -> None:
    for name in ("source_number", "target_number"):
        check_option(name, params[name], check_number)


def _act(client: SipgateV1Client, params: Params) -> dict[str, t.Any]:
    form = {
        "sourceNumber": "+" + digits_of(params["source_number"]),
        "targetNumber": "+" + digits_of(params["target_number"]),
    }
    answer = client.deed("POST", "/sessions/callthrough", form=form)
    return {"number": struct_in(answer, ("Callthrough",)).get("number")}


CALLTHROUGH = Deed(
    {
        "source_number": {"type": "str", "required": True},
        "target_number": {"type": "str", "required": True},
    },
    {V1: Way(_act, _check)},
)
