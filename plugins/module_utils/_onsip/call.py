# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Placing a call between two addresses (``AuthCallSetup``, ``CallSetup``)."""

from __future__ import annotations

import re
import typing as t

from .._model.errors import CallError
from .client import OnsipClient

OPTIONS: dict[str, dict[str, t.Any]] = {
    "from_address": {"type": "str", "required": True},
    "to_address": {"type": "str", "required": True},
    "authenticated": {"type": "bool", "default": True},
}
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")


def check_call(params: t.Mapping[str, t.Any]) -> None:
    """:raises CallError: an address cannot be one."""
    for option in ("from_address", "to_address"):
        if not _ADDRESS.fullmatch(params[option].strip()):
            raise CallError(f"{option} must be user@domain, not {params[option]!r}")


def place_call(client: OnsipClient, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Ring the one and then the other.

    The vendor's own extension sends ``AuthCallSetup`` with HTTP Basic; ``CallSetup`` is its older form without a login.
    """
    ends = {"FromAddress": params["from_address"].strip(), "ToAddress": params["to_address"].strip()}
    if params["authenticated"]:
        client.write_with_credentials("AuthCallSetup", ends)
    else:
        client.write("CallSetup", ends, public=True)
    return {"call": {"from_address": ends["FromAddress"], "to_address": ends["ToAddress"]}}
