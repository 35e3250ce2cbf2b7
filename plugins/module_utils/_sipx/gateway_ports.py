# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The FXO and FXS ports of a gateway. They have no names: a port is known by its place in the order of ids."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .._model.field import Field
from .client import SipxClient
from .device_settings import SETTINGS, translated, write_settings
from .settings import Settings

PORTS = Field("ports", "list", elements="dict", options=(SETTINGS,))


@dataclass
class Port:
    """A port of the server: its id, and its options as far as they were asked for."""

    identity: int
    values: dict[str, t.Any]


def read_ports(client: SipxClient, base: str, wanted: t.Sequence[t.Mapping[str, t.Any]]) -> list[Port]:
    """The gateway's ports, with the current values of the settings that are wanted for each.

    Wanted settings are translated into the server's vocabulary in place, so that they can be compared. Those of ports
    to come are only checked, by what another port has.
    """
    ports: list[Port] = []
    for place, identity in enumerate(sorted(int(row["id"]) for row in client.api_list(base + "/ports", "ports"))):
        settings = wanted[place].get("settings") if place < len(wanted) else None
        values: dict[str, t.Any] = {}
        if settings:
            tree = Settings(client, f"{base}/ports/{identity}")
            current = {path: tree.setting(path) for path in settings}
            values["settings"] = {path: setting.value or "" for path, setting in current.items()}
            settings.update(translated(tree, settings))
        ports.append(Port(identity, values))
    for port in wanted[len(ports) :] if ports else ():
        translated(Settings(client, f"{base}/ports/{ports[0].identity}"), port.get("settings") or {})
    return ports


def write_ports(
    client: SipxClient, base: str, wanted: t.Sequence[t.Mapping[str, t.Any]], ports: t.Sequence[Port]
) -> None:
    """Add or remove ports at the end until there are as many as wanted, then write their settings."""
    for port in ports[len(wanted) :]:
        client.api_send("DELETE", f"{base}/ports/{port.identity}")
    for _missing in range(len(wanted) - len(ports)):
        client.api_send("POST", base + "/ports")
    if not any(port.get("settings") for port in wanted):
        return
    identities = sorted(int(row["id"]) for row in client.api_list(base + "/ports", "ports"))
    for place, (identity, options) in enumerate(zip(identities, wanted)):
        if options.get("settings"):
            current = ports[place].values.get("settings") if place < len(ports) else None
            write_settings(Settings(client, f"{base}/ports/{identity}"), options["settings"], current)
