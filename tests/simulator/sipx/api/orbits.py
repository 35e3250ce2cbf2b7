# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/orbits`` (``CallParkApiImpl``)."""

from __future__ import annotations

from typing import Any

from ..settings.tree import load_tree
from ..settings.values import Settings
from ..state.groups import PARK_ORBIT
from ..state.orbits import Orbit
from ..state.prompts import ORBITS
from .beans import Bean, boolean, integer, text
from .exchange import Exchange
from .failures import not_found
from .prompts import check_prompt, prompt_routes
from .routing import Route
from .server_lookup import find_location, location_or_none
from .setting_resource import SettingOwner, row_owner, setting_routes

BASE, ONE, OF_SERVER = "/orbits", "/orbits/{id:int}", "/orbits/servers/{server}"
ORBIT = Bean(
    "CallParkBean",
    [
        integer("id", write=False),
        text("name"),
        text("extension"),
        boolean("enabled"),
        text("description"),
        text("music"),
        text("server", attribute=None),
    ],
)


def _orbit_bean(exchange: Exchange, orbit: Orbit) -> dict[str, Any]:
    location = exchange.pbx.locations.find(orbit.location_id)
    return ORBIT.write(orbit, server=None if location is None else location.fqdn)


def _save(exchange: Exchange, orbit: Orbit, values: dict[str, Any]) -> int | None:
    check_prompt(exchange, ORBITS, values["music"])
    ORBIT.copy(values, orbit)
    orbit_id = exchange.pbx.orbits.save(orbit).id
    exchange.pbx.deploy()
    return orbit_id


def list_orbits(exchange: Exchange) -> Any:
    """All orbits."""
    return {"orbits": [_orbit_bean(exchange, orbit) for orbit in exchange.pbx.orbits]}


def _create(exchange: Exchange, server: str | None, values: dict[str, Any]) -> int | None:
    location = location_or_none(exchange.pbx, server)
    if location is None or location.id is None:
        raise not_found()
    return _save(exchange, Orbit(None, location.id), values)


def create(exchange: Exchange) -> int | None:
    """A new orbit on the server that the body names."""
    values = exchange.json(ORBIT)
    return _create(exchange, values["server"], values)


def create_on_server(exchange: Exchange) -> int | None:
    """A new orbit on the server in the path."""
    return _create(exchange, exchange.path["server"], exchange.json(ORBIT))


def _on_server(exchange: Exchange) -> list[Orbit]:
    location = find_location(exchange.pbx, exchange.path["server"])
    assert location.id is not None
    return exchange.pbx.orbits.of_location(location.id)


def list_on_server(exchange: Exchange) -> Any:
    """The orbits of a server."""
    return {"orbits": [_orbit_bean(exchange, orbit) for orbit in _on_server(exchange)]}


def delete_on_server(exchange: Exchange) -> None:
    """Delete all orbits of a server."""
    for orbit in _on_server(exchange):
        assert orbit.id is not None
        exchange.pbx.orbits.remove(orbit.id)
    exchange.pbx.deploy()


def get(exchange: Exchange) -> Any:
    """One orbit."""
    return _orbit_bean(exchange, exchange.pbx.orbits.get(exchange.path["id"]))


def replace(exchange: Exchange) -> None:
    """Replace all properties; the server must be named again. Settings stay."""
    values = exchange.json(ORBIT)
    draft = exchange.pbx.orbits.draft(exchange.path["id"])
    location = location_or_none(exchange.pbx, values["server"])
    if location is None or location.id is None:
        raise not_found("No such server")
    draft.location_id = location.id
    _save(exchange, draft, values)


def delete(exchange: Exchange) -> None:
    """Delete an orbit."""
    exchange.pbx.orbits.remove(exchange.path["id"])
    exchange.pbx.deploy()


def _owner(exchange: Exchange) -> SettingOwner:
    pbx = exchange.pbx
    inherited = [group.settings for group in pbx.groups.of(PARK_ORBIT)]

    def settings_of(draft: Orbit) -> Settings:
        return Settings(load_tree("park-orbit"), draft.settings, inherited, strict=exchange.strict)

    return row_owner(pbx.orbits, pbx.orbits.get(exchange.path["id"]), settings_of, pbx)


ROUTES = [
    Route("GET", BASE, list_orbits),
    Route("POST", BASE, create),
    Route("GET", OF_SERVER, list_on_server),
    Route("POST", OF_SERVER, create_on_server),
    Route("DELETE", OF_SERVER, delete_on_server),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
    *setting_routes(ONE, _owner),
    *prompt_routes(BASE, ORBITS, audio_only=True),
]
