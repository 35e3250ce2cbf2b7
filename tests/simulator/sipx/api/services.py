# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of services, one path a service (``ServiceSettingsApi``), and the advisor of the DNS service."""

from __future__ import annotations

import dataclasses
import ipaddress
import re
from collections.abc import Callable
from typing import Any

from ..settings.values import Settings
from ..state.errors import UserError
from ..state.prompts import MUSIC_ON_HOLD
from ..state.server_state import ServerState
from ..state.system import PAGING_PREFIX
from . import media
from .exchange import Exchange
from .prompts import prompt_routes
from .routing import Route
from .setting_resource import SettingOwner, setting_routes

ACL = "acl/ips"
PRIVATE_NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8")
PROXY_LOG_LEVEL = "proxy-configuration/SIPX_PROXY_LOG_LEVEL"
#: the global feature that needs the proxy to log at least ``INFO``
SIP_DIAGRAM_FEATURE = "callDiagram"
BACKUP_HOST = "ivr/ivr.backup_host"
#: what may stand in the user part of a SIP URI
SIP_USER = re.compile(r"(?:[A-Za-z0-9_.!~*'()&=+$,;?/-]|%[0-9A-Fa-f]{2})+")

#: path of the settings to the service; paging and call resolver have further resources of their own
SERVICES = {
    "/dns": "dns",
    "/ivr": "ivr",
    "/mwi": "mwi",
    "/moh": "moh",
    "/imbot": "imbot",
    "/proxy": "proxy",
    "/registrar": "registrar",
    "/restserver": "restserver",
    "/saa": "saa",
    "/ftp": "ftp",
}


def service_settings(pbx: ServerState, service: str, strict: bool = False) -> Settings:
    """The settings of a service, with the defaults and options that the server computes."""
    settings = pbx.system.service(service, strict=strict)
    if service == "dns":
        addresses = [location.address for location in pbx.locations if location.address]
        settings.computed = {"sys/unmanaged": "0", ACL: ",".join((*addresses, *PRIVATE_NETWORKS))}
    if service == "ivr":
        others = {location.fqdn or "": location.fqdn for location in pbx.locations if not location.primary}
        leaf = dataclasses.replace(settings.tree.leaves[BACKUP_HOST], options=others)
        settings.tree = settings.tree.with_leaf(leaf)
    return settings


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _check_acl(settings: Settings) -> None:
    addresses = (address.strip() for address in (settings.own.get(ACL) or "").split(","))
    if not all(_is_network(address) for address in addresses if address):
        raise UserError("&msg.invalidcidr")


def _check_paging_prefix(settings: Settings) -> None:
    prefix = settings.effective(PAGING_PREFIX) or ""
    if not prefix.strip():
        raise UserError("&error.blank.prefix")
    if not SIP_USER.fullmatch(prefix):
        raise UserError("&error.invalid.prefix")


#: service to what every save of its settings checks
CHECKS: dict[str, Callable[[Settings], None]] = {"dns": _check_acl, "paging": _check_paging_prefix}


def service_owner(exchange: Exchange, service: str) -> SettingOwner:
    """A draft of the settings of a service; saving checks them, stores them and deploys."""
    pbx = exchange.pbx
    settings = service_settings(pbx, service, exchange.strict)
    draft = settings.own = dict(settings.own)

    def save() -> None:
        CHECKS.get(service, lambda _settings: None)(settings)
        diagram = service == "proxy" and SIP_DIAGRAM_FEATURE in pbx.system.global_features
        if diagram and settings.effective(PROXY_LOG_LEVEL) != "DEBUG":
            settings.put(PROXY_LOG_LEVEL, "INFO")
        if draft:
            pbx.system.service_settings[service] = draft
        else:
            pbx.system.service_settings.pop(service, None)
        if service == "paging":
            pbx.page_groups.use_prefix(settings.effective(PAGING_PREFIX) or "")
        pbx.deploy()

    return SettingOwner(settings, save)


def service_routes(base: str, service: str, undeclared: bool = False) -> list[Route]:
    """The setting routes of a service.

    :param undeclared: whether its resource class declares no media types
    """
    return setting_routes(base, lambda exchange: service_owner(exchange, service), undeclared)


def advise(_exchange: Exchange) -> str:
    """What the DNS checker finds missing: nothing."""
    return ""


ROUTES = [
    *(route for base, service in SERVICES.items() for route in service_routes(base, service)),
    Route("GET", "/dns/advisor/server/{server}", advise, produces=(media.TEXT,)),
    *prompt_routes("/moh", MUSIC_ON_HOLD, audio_only=False),
]


def bulk_save(exchange: Exchange, service: str, values: list[tuple[str, str]]) -> Any:
    """Write many settings of a service at once."""
    owner = service_owner(exchange, service)
    assert owner.settings is not None
    for path, value in values:
        owner.settings.put(path, value)
    owner.save()
