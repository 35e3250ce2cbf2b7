# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``/gateways`` (``GatewayApiImpl``)."""

from __future__ import annotations

from typing import Any

from ..catalogue import GATEWAY_MODELS, Model
from ..settings.tree import load_tree
from ..settings.values import Settings
from ..state.errors import ILLEGAL_ARGUMENT, ConstraintViolationError, DomainError, NullPointerError
from ..state.gateways import CallerAlias, Gateway, Port
from ..state.rules import INTERNAL, Rule
from ..state.server_state import ServerState
from .beans import Bean, bean, boolean, int_, integer, text
from .branch_beans import BRANCH, branch_bean
from .exchange import Exchange
from .phone_beans import MODEL, known_model, model_listing, model_of
from .routing import Route, as_id
from .rule_beans import rule_bean
from .setting_resource import SettingOwner, row_owner, setting_routes

BASE, ONE = "/gateways", "/gateways/{gw}"
TRANSPORTS = ("none", "udp", "tcp", "tls")
PORT = Bean("FxoPortBean", [integer("id")])

CALLER_ALIAS = Bean(
    "CallerAliasInfoBean",
    [
        text("defaultCallerAlias"),
        boolean("anonymous"),
        boolean("ignoreUserInfo"),
        boolean("transformUserExtension"),
        text("addPrefix"),
        int_("keepDigits"),
        text("displayName"),
        text("urlParameters"),
    ],
)
GATEWAY = Bean(
    "GatewayBean",
    [
        integer("id", write=False),
        text("name"),
        text("serialNo", attribute=None),
        text("deviceVersion", attribute=None),
        text("description"),
        bean("model", MODEL),
        boolean("enabled"),
        text("address"),
        int_("addressPort"),
        text("outboundAddress"),
        int_("outboundPort"),
        text("addressTransport"),
        text("prefix"),
        boolean("shared"),
        boolean("useInternalBridge"),
        bean("branch", BRANCH),
        bean("callerAliasInfo", CALLER_ALIAS),
    ],
)


def find_gateway(exchange: Exchange) -> Gateway:
    """The gateway that the path means: by id, else by serial number; names do not count."""
    text_ = exchange.path["gw"]
    gateway_id = as_id(text_)
    if gateway_id is not None:
        return exchange.pbx.gateways.get(gateway_id)
    gateway = exchange.pbx.gateways.with_serial(text_)
    if gateway is None:
        raise DomainError(ILLEGAL_ARGUMENT, "id to load is required for loading")
    return gateway


def gateway_bean(pbx: ServerState, gateway: Gateway) -> dict[str, Any]:
    """A gateway as GET shows it; the serial number never appears."""
    return GATEWAY.write(
        gateway,
        deviceVersion=gateway.device_version,
        model=gateway.model.bean(),
        branch=branch_bean(pbx.branches.find(gateway.branch_id)),
        callerAliasInfo=CALLER_ALIAS.write(gateway.caller_alias_info),
    )


def list_gateways(exchange: Exchange) -> Any:
    """All gateways."""
    return {"gateways": [gateway_bean(exchange.pbx, gateway) for gateway in exchange.pbx.gateways]}


def list_models(_exchange: Exchange) -> Any:
    """All gateway models but those of trunk templates."""
    return model_listing(GATEWAY_MODELS)


def _version(exchange: Exchange, model: Model, values: dict[str, Any]) -> str:
    """The version token of a request.

    The server makes one up from the vendor in the request's model and the version, and registers it under a name that
    must be new to the running server.
    """
    version: str = values["deviceVersion"]
    if not exchange.quirk("gateway_device_version_enum_500"):
        return version
    token = f"{'null' if values['model']['vendor'] is None else values['model']['vendor']}{version}"
    registered = exchange.pbx.system.enum_names
    if token in registered or token in (model.versions or ()):
        raise DomainError(ILLEGAL_ARGUMENT, f"The Enum name must be unique, '{token}' has already been added")
    registered.append(token)
    return token


def _fill(exchange: Exchange, gateway: Gateway, model: Model, values: dict[str, Any]) -> None:
    gateway.model_id = model.model_id
    if values["deviceVersion"] is not None:
        gateway.device_version = _version(exchange, model, values)
    GATEWAY.copy(values, gateway)
    if gateway.address_transport not in TRANSPORTS:
        gateway.address_transport = None
    branch = values["branch"] and exchange.pbx.branches.named(values["branch"]["name"])
    gateway.branch_id = branch.id if branch else None
    gateway.caller_alias_info = None
    if values["callerAliasInfo"] is not None:
        gateway.caller_alias_info = CallerAlias()
        CALLER_ALIAS.copy(values["callerAliasInfo"], gateway.caller_alias_info)


def _save(exchange: Exchange, gateway: Gateway) -> int | None:
    gateway_id = exchange.pbx.gateways.save(gateway).id
    exchange.pbx.deploy()
    return gateway_id


def create(exchange: Exchange) -> int | None:
    """A new gateway."""
    values = exchange.json(GATEWAY)
    model = model_of(GATEWAY_MODELS, values["model"])
    gateway = Gateway(None, model.model_id)
    _fill(exchange, gateway, model, values)
    return _save(exchange, gateway)


def get(exchange: Exchange) -> Any:
    """One gateway."""
    return gateway_bean(exchange.pbx, find_gateway(exchange))


def replace(exchange: Exchange) -> int | None:
    """Replace every writable property."""
    values = exchange.json(GATEWAY)
    gateway = find_gateway(exchange)
    assert gateway.id is not None
    if values["model"] is None:
        raise NullPointerError
    draft = exchange.pbx.gateways.draft(gateway.id)
    _fill(exchange, draft, known_model(GATEWAY_MODELS, values["model"]["modelId"]), values)
    return _save(exchange, draft)


def delete(exchange: Exchange) -> None:
    """Delete a gateway with its ports; the database refuses while a rule uses it."""
    pbx, gateway = exchange.pbx, find_gateway(exchange)
    assert gateway.id is not None
    if pbx.rules.using_gateway(gateway.id):
        raise ConstraintViolationError("fk_gateway_dialing_rule")
    for port in pbx.ports.of_gateway(gateway.id):
        assert port.id is not None
        pbx.ports.remove(port.id)
    pbx.gateways.remove(gateway.id)
    pbx.deploy()


def list_available_rules(exchange: Exchange) -> Any:
    """The gateway-aware rules that do not use the gateway."""
    gateway = find_gateway(exchange)
    rules = [rule for rule in exchange.pbx.rules if rule.gateway_aware and gateway.id not in rule.gateway_ids]
    return {"rules": [rule_bean(exchange.pbx, rule) for rule in rules]}


def _gateway_and_rule(exchange: Exchange) -> tuple[Gateway, Rule]:
    gateway = find_gateway(exchange)
    exchange.pbx.rules.get(exchange.path["ruleId"])
    return gateway, exchange.pbx.rules.draft(exchange.path["ruleId"])


def attach_rule(exchange: Exchange) -> None:
    """Attach the gateway to a rule at the end of its list; repeating is harmless."""
    gateway, rule = _gateway_and_rule(exchange)
    if gateway.id is not None and gateway.id not in rule.gateway_ids:
        rule.gateway_ids.append(gateway.id)
    exchange.pbx.rules.store(rule)
    exchange.pbx.deploy()


def detach_rule(exchange: Exchange) -> None:
    """Detach the gateway from a rule; a rule that needs gateways and lost its last one is switched off."""
    gateway, rule = _gateway_and_rule(exchange)
    if gateway.id in rule.gateway_ids:
        rule.gateway_ids.remove(gateway.id)
        if not rule.gateway_ids and rule.kind != INTERNAL:
            rule.enabled = False
    exchange.pbx.rules.store(rule)
    exchange.pbx.deploy()


def list_ports(exchange: Exchange) -> Any:
    """The ids of the ports."""
    gateway = find_gateway(exchange)
    assert gateway.id is not None
    return {"ports": [PORT.write(port) for port in exchange.pbx.ports.of_gateway(gateway.id)]}


def add_port(exchange: Exchange) -> None:
    """Add a port, as far as the model has more."""
    exchange.pbx.ports.append(find_gateway(exchange))
    exchange.pbx.deploy()


def remove_port(exchange: Exchange) -> None:
    """Remove a port of this gateway; a port of another one stays, without a word."""
    gateway, port = find_gateway(exchange), exchange.pbx.ports.get(exchange.path["portId"])
    if port.gateway_id == gateway.id:
        exchange.pbx.ports.remove(exchange.path["portId"])
    exchange.pbx.deploy()


def gateway_settings(pbx: ServerState, gateway: Gateway, strict: bool) -> Settings | None:
    """The settings of a gateway, None for an unmanaged one; a trunk's proxy defaults to the gateway's address."""
    if gateway.model.tree is None:
        return None
    computed = {"itsp-account/itsp-proxy-address": gateway.address, "basic/proxyAddress": pbx.system.sip_domain}
    return Settings(load_tree(gateway.model.tree), gateway.settings, computed=computed, strict=strict)


def _owner(exchange: Exchange) -> SettingOwner:
    pbx, gateway = exchange.pbx, find_gateway(exchange)
    return row_owner(pbx.gateways, gateway, lambda draft: gateway_settings(pbx, draft, exchange.strict), pbx)


def _port_owner(exchange: Exchange) -> SettingOwner:
    pbx, port = exchange.pbx, exchange.pbx.ports.get(exchange.path["portId"])

    def settings_of(draft: Port) -> Settings | None:
        tree = pbx.gateways.get(draft.gateway_id).model.port_tree
        return None if tree is None else Settings(load_tree(tree), draft.settings, strict=exchange.strict)

    owner = row_owner(pbx.ports, port, settings_of, pbx)
    owner.forgiving = True
    return owner


PORTS, RULE = f"{ONE}/ports", f"{ONE}/rules/{{ruleId:int}}"
ROUTES = [
    Route("GET", BASE, list_gateways),
    Route("POST", BASE, create),
    Route("GET", f"{BASE}/models", list_models),
    Route("GET", ONE, get),
    Route("PUT", ONE, replace),
    Route("DELETE", ONE, delete),
    Route("GET", f"{ONE}/availablerules", list_available_rules),
    Route("PUT", RULE, attach_rule),
    Route("DELETE", RULE, detach_rule),
    Route("GET", PORTS, list_ports),
    Route("POST", PORTS, add_port),
    Route("DELETE", f"{PORTS}/{{portId:int}}", remove_port),
    *setting_routes(ONE, _owner),
    *setting_routes(f"{PORTS}/{{portId:int}}", _port_owner),
]
