# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""sipgate as the Ansible glue sees it: one service, two generations of its API."""

from __future__ import annotations

import typing as t
from dataclasses import replace

from ansible.module_utils.basic import env_fallback

from .._ansible.platform import Platform
from .._http.connection import Connection
from .generations import URLS, V1, V2, chosen
from .v1.client import SipgateV1Client
from .v2.client import SipgateV2Client

_OPTIONS: dict[str, dict[str, t.Any]] = {
    "api_version": {"type": "str", "choices": [V2, V1]},
    "token_id": {"type": "str", "no_log": False},
    "token": {"type": "str", "no_log": True},
    "access_token": {"type": "str", "no_log": True},
    "version": {"type": "str", "default": "2.41.0"},
    "complexity": {"type": "str", "default": "full"},
}
_CLIENTS: dict[str, t.Callable[..., t.Any]] = {V1: SipgateV1Client, V2: SipgateV2Client}


def platform_of(offered: t.Callable[[t.Mapping[str, t.Any]], t.Sequence[str]]) -> Platform:
    """The platform for a module.

    :param offered: the generations that have what the module's parameters ask for.
    """

    def connect(connection: Connection, params: t.Mapping[str, t.Any]) -> t.Any:
        generation = chosen(params.get("api_version"), offered(params))
        if connection.url == URLS[V2]:
            connection = replace(connection, url=URLS[generation])
        return _CLIENTS[generation](connection, params)

    options = {
        name: {**option, "fallback": (env_fallback, [f"SIPGATE_{name.upper()}"])} for name, option in _OPTIONS.items()
    }
    return Platform("sipgate", "SIPGATE", connect, url=URLS[V2], options=options)


SIPGATE = platform_of(lambda params: (V2, V1))
SIPGATE_V2 = platform_of(lambda params: (V2,))
SIPGATE_V1 = platform_of(lambda params: (V1,))
