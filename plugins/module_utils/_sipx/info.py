# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``sipx_info`` can read."""

from __future__ import annotations

import typing as t

from .._ansible.info_module import Gatherer, objects_of
from .._engine.difference import readout
from .._model.wire import read_wire
from . import observing
from .audio.page_group import PageGroupAdapter
from .audio.park_orbit import ParkOrbitAdapter
from .audio.prompt import PromptAdapter
from .branch import BranchAdapter
from .client import SipxClient
from .dial_plan.auto_attendant import AutoAttendantAdapter
from .dial_plan.dialing_rule import DialingRuleAdapter
from .dial_plan.live_attendant import LiveAttendantSettingsAdapter
from .dial_plan.schedule import ScheduleAdapter
from .dial_plan.special_mode import SpecialModeAdapter
from .gateway import GatewayAdapter
from .given import SingleAdapter
from .group_order import GroupOrderAdapter
from .hunt_group import HuntGroupAdapter
from .permission import PERMISSION, PermissionAdapter
from .phone import PhoneAdapter
from .phone_group import PhoneGroupAdapter
from .system.erl import ERL_ASSIGNMENT, ErlAdapter, read_erl_assignments
from .system.features import GlobalFeaturesAdapter
from .system.greeting import GREETING, read_greetings
from .system.license import LicenseAdapter
from .system.regional import LocalizationAdapter, TimeZoneAdapter
from .system.server import ServerAdapter
from .system.service_settings import ServiceSettingsAdapter
from .user import UserAdapter
from .user_group import UserGroupAdapter


def _models(path: str) -> Gatherer:
    def gather(client: SipxClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
        return [
            {
                "model": row.get("modelId"),
                "label": row.get("label"),
                "vendor": row.get("vendor"),
                "versions": row.get("versions") or [],
            }
            for row in client.api_list(path, "models")
        ]

    return gather


def _builtin_permissions(client: SipxClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    rows = client.rest_list("/permission", "permissions", "permissions")
    return [read_wire(PERMISSION.fields, row) for row in rows if row.get("builtIn")]


def single_of(adapter_class: t.Callable[[t.Any], SingleAdapter]) -> Gatherer:
    """A gatherer for what there is exactly one of."""

    def gather(client: SipxClient, params: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        adapter = adapter_class(client)
        return readout(adapter.resource.fields, adapter.read().values)

    return gather


def _erl_assignments(client: SipxClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    return [readout(ERL_ASSIGNMENT.fields, record.values) for record in read_erl_assignments(client)]


def _greetings(client: SipxClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    return [readout(GREETING.fields, record.values) for record in read_greetings(client)]


def _service_settings(client: SipxClient, params: t.Mapping[str, t.Any]) -> list[dict[str, t.Any]]:
    """Those settings of each service that differ from their defaults."""
    adapter = ServiceSettingsAdapter(client)
    records = [adapter.complete(record, {"settings": {}}) for record in adapter.fetch(None)]
    return [readout(adapter.resource.fields, record.values) for record in records]


OPTIONS: dict[str, dict[str, t.Any]] = {
    "include_settings": {"type": "bool", "default": False},
    "filters": {"type": "dict", "options": observing.FILTERS},
}

GATHERERS: dict[str, Gatherer] = {
    "active_calls": observing.active_calls,
    "auto_attendants": objects_of(AutoAttendantAdapter),
    "branches": objects_of(BranchAdapter),
    "builtin_permissions": _builtin_permissions,
    "bundles": observing.bundles,
    "call_history": observing.call_history,
    "call_reports": observing.call_reports,
    "dialing_rules": objects_of(DialingRuleAdapter),
    "dns_advisor": observing.dns_advisor,
    "erl_assignments": _erl_assignments,
    "erls": objects_of(ErlAdapter),
    "features": observing.features,
    "gateway_models": _models("/gateways/models"),
    "gateways": objects_of(GatewayAdapter),
    "global_features": single_of(GlobalFeaturesAdapter),
    "greetings": _greetings,
    "group_orders": objects_of(GroupOrderAdapter),
    "hunt_groups": objects_of(HuntGroupAdapter),
    "jobs": observing.jobs,
    "license": single_of(LicenseAdapter),
    "live_attendant_settings": single_of(LiveAttendantSettingsAdapter),
    "live_calls": observing.live_calls,
    "localization": single_of(LocalizationAdapter),
    "page_groups": objects_of(PageGroupAdapter),
    "park_orbits": objects_of(ParkOrbitAdapter),
    "permissions": objects_of(PermissionAdapter),
    "phone_group_settings": observing.phone_group_settings,
    "phone_groups": objects_of(PhoneGroupAdapter),
    "phone_model_settings": observing.phone_model_settings,
    "phone_models": _models("/phones/models"),
    "phonebooks": observing.phonebooks,
    "phones": objects_of(PhoneAdapter),
    "phones_with_line": observing.phones_with_line,
    "prompts": objects_of(PromptAdapter),
    "registrations": observing.registrations,
    "rule_templates": observing.rule_templates,
    "schedules": objects_of(ScheduleAdapter),
    "servers": objects_of(ServerAdapter),
    "service_settings": _service_settings,
    "services": observing.services,
    "special_mode": single_of(SpecialModeAdapter),
    "time_zone": single_of(TimeZoneAdapter),
    "time_zones": observing.time_zones,
    "user_groups": objects_of(UserGroupAdapter),
    "user_schedules": observing.user_schedules,
    "users": objects_of(UserAdapter),
}
