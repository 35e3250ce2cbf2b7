# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Ansible glue needs to know of a platform."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass, field

from .._http.connection import Connection


class Client(t.Protocol):
    """A platform's client: adapters talk through it."""

    def close(self) -> None:
        """Log out where there is something to log out of, and close the connections."""


@dataclass(frozen=True)
class Platform:
    """One platform.

    :param name: prefix of its modules.
    :param environment: prefix of its environment variables.
    :param connect: makes a client from the connection and the module's parameters.
    :param url: address of the service, for platforms that there is only one of.
    :param options: argument spec of options that only this platform has.
    """

    name: str
    environment: str
    connect: t.Callable[[Connection, t.Mapping[str, t.Any]], t.Any]
    url: str | None = None
    options: t.Mapping[str, dict[str, t.Any]] = field(default_factory=dict)
