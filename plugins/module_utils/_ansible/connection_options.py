# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The connection options that every module of a platform has, with their environment fallbacks."""

from __future__ import annotations

import typing as t

from ansible.module_utils.basic import env_fallback

from .._http.connection import Connection

_OPTIONS: dict[str, dict[str, t.Any]] = {
    "url": {"type": "str", "required": True},
    "username": {"type": "str"},
    "password": {"type": "str", "no_log": True},
    "validate_certs": {"type": "bool", "default": True},
    "ca_path": {"type": "path"},
    "client_cert": {"type": "path"},
    "client_key": {"type": "path", "no_log": False},
    "timeout": {"type": "int", "default": 60},
    "proxy": {"type": "str"},
}


def connection_spec(prefix: str, url: str | None = None) -> dict[str, dict[str, t.Any]]:
    """Argument spec of the connection options.

    :param prefix: of the environment variables: ``SIPX`` gives ``SIPX_URL``, ``SIPX_USERNAME``…
    :param url: the address that is used when none is given.
    """
    spec = {}
    for name, option in _OPTIONS.items():
        spec[name] = dict(option, fallback=(env_fallback, [f"{prefix}_{name.upper()}"]))
    if url is not None:
        del spec["url"]["required"]
        spec["url"]["default"] = url
    return spec


def connection_from(params: t.Mapping[str, t.Any]) -> Connection:
    """The connection that a module's parameters describe. :raises CallError: they contradict each other."""
    return Connection(**{name: params[name] for name in _OPTIONS})
