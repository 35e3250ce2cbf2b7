# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""OnSIP as the Ansible glue sees it."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ansible.module_utils.basic import env_fallback

from .._ansible.platform import Platform
from .._http.connection import Connection
from .client import DEFAULT_URL, OnsipClient

UNVERIFIED = "allow_unverified"


def _connect(connection: Connection, params: t.Mapping[str, t.Any]) -> OnsipClient:
    return OnsipClient(
        connection,
        output=params["output"],
        authentication=params["authentication"],
        organization=params["organization"],
        allow_unverified=bool(params.get(UNVERIFIED)),
    )


def _option(name: str, **spec: t.Any) -> dict[str, t.Any]:
    return {"type": "str", "fallback": (env_fallback, [f"ONSIP_{name.upper()}"]), **spec}


ONSIP = Platform(
    "onsip",
    "ONSIP",
    _connect,
    url=DEFAULT_URL,
    options={
        "organization": _option("organization"),
        "authentication": _option("authentication", choices=["session", "basic"], default="session"),
        "output": _option("output", choices=["xml", "json"], default="xml"),
    },
)


#: for resources that are written with actions whose parameters no public source shows
ONSIP_UNVERIFIED = replace(ONSIP, options={**ONSIP.options, UNVERIFIED: {"type": "bool", "default": False}})
