# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/localization`` and ``/timezone`` (``LocalizationApiImpl``, ``TimeZoneApiImpl``)."""

from __future__ import annotations

from typing import Any

from ..catalogue import read
from ..state.errors import NullPointerError
from ..state.seeds import reset_dial_plan
from .beans import Bean, integer, text, texts
from .exchange import Exchange
from .routing import Route
from .services import bulk_save, service_settings
from .setting_resource import bulk_values

#: id of the one localization record
LOCALIZATION_ID = 1
LOCALIZATION = Bean("LocalizationBean", [integer("id", write=False), text("language"), text("region")])
TIME_ZONE = Bean("TimeZoneBean", [text("selectedTimezone"), texts("timezoneList")])
#: server time zones that the API offers
TIME_ZONES = "time_zones"


def get_localization(exchange: Exchange) -> Any:
    """Language and region."""
    system = exchange.pbx.system
    return LOCALIZATION.write(None, id=LOCALIZATION_ID, language=system.language, region=system.region)


def put_localization(exchange: Exchange) -> int:
    """Replace both; an omitted one becomes null, which makes the next call fail. Another region resets the dial plan.

    That another language copies the prompts of the attendants anew shows nowhere.
    """
    values = exchange.json(LOCALIZATION)
    system = exchange.pbx.system
    if system.language is None or system.region is None:
        raise NullPointerError
    if (system.language, system.region) != (values["language"], values["region"]):
        if system.region != values["region"]:
            reset_dial_plan(exchange.pbx)
        system.language, system.region = values["language"], values["region"]
        exchange.pbx.deploy()
    return LOCALIZATION_ID


def get_time_zone(exchange: Exchange) -> Any:
    """The time zone of the servers, and all there are."""
    return TIME_ZONE.write(None, selectedTimezone=exchange.pbx.system.time_zone, timezoneList=list(read(TIME_ZONES)))


def put_time_zone(exchange: Exchange) -> str:
    """Set the time zone of all servers; the answer is its name."""
    zone = exchange.json(TIME_ZONE)["selectedTimezone"]
    if zone is None:
        raise NullPointerError
    exchange.pbx.system.time_zone = zone
    exchange.pbx.deploy()
    return str(zone)


def list_ntp_settings(exchange: Exchange) -> Any:
    """The settings of the time service; single paths are not offered."""
    return {"settings": service_settings(exchange.pbx, "ntp").beans()}


def put_ntp_settings(exchange: Exchange) -> None:
    """Write many settings of the time service."""
    bulk_save(exchange, "ntp", bulk_values(exchange))


ROUTES = [
    Route("GET", "/localization", get_localization),
    Route("PUT", "/localization", put_localization),
    Route("GET", "/timezone", get_time_zone),
    Route("PUT", "/timezone", put_time_zone),
    Route("GET", "/timezone/settings", list_ntp_settings),
    Route("PUT", "/timezone/settings", put_ntp_settings),
]
