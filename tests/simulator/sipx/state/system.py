# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is once: the domain, the localization, the time zone, the features, the licence, the service settings."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..settings.tree import load_tree
from ..settings.values import Settings
from .attendants import SpecialMode

SIP_DOMAIN = "pbx.example.com"
#: service, as in the path of its settings, to its setting tree
SERVICE_TREES = {
    "dns": "dns",
    "ivr": "ivr",
    "mwi": "mwi",
    "moh": "moh",
    "imbot": "imbot",
    "proxy": "proxy",
    "registrar": "registrar",
    "restserver": "restserver",
    "saa": "saa",
    "ftp": "ftp",
    "callresolver": "callresolver",
    "paging": "paging",
    "ntp": "ntp",
    "live-attendant": "live-attendant",
}
PAGING_PREFIX = "page-config/prefix"


@dataclass
class License:
    """The licence of the commercial edition; ``users`` and ``mobileDevices`` are -1 for unlimited."""

    uid: str | None = None
    version: str = "21.04"
    expire: str = "31-Dec-2039"
    support: str = "31-Dec-2039"
    license_type: str = "Evaluation"
    users: int = -1
    mobile_devices: int = -1
    company: str = "Example Ltd"
    contact_email: str = "voice@example.com"
    contact_name: str = "Sample Contact"
    contact_phone: str = "555-0100"


@dataclass
class System:
    """The singletons of the server.

    :param service_settings: own values by service and path
    :param enum_names: version tokens that gateway writes registered since the server started
    """

    sip_domain: str = SIP_DOMAIN
    sip_realm: str = SIP_DOMAIN
    language: str | None = "en"
    region: str | None = "na"
    time_zone: str = "UTC"
    global_features: list[str] = field(default_factory=list)
    special_mode: SpecialMode = field(default_factory=SpecialMode)
    license: License = field(default_factory=License)
    service_settings: dict[str, dict[str, str]] = field(default_factory=dict)
    enum_names: list[str] = field(default_factory=list)

    def service(self, name: str, computed: dict[str, str | None] | None = None, strict: bool = False) -> Settings:
        """The settings of a service, to read.

        :param name: a key of ``SERVICE_TREES``
        :param computed: defaults that depend on the rest of the server
        """
        own = self.service_settings.get(name, {})
        return Settings(load_tree(SERVICE_TREES[name]), own, computed=computed, strict=strict)
