# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gateways with their ports (``GatewayContextImpl``, ``Gateway``)."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..catalogue import GATEWAY_MODELS, Model
from .errors import SIPXCONFIG, ConstraintViolationError, DomainError
from .table import Table


@dataclass
class CallerAlias:
    """What a gateway does to caller ids; a component of the gateway row with NOT NULL columns."""

    default_caller_alias: str | None = None
    anonymous: bool = False
    ignore_user_info: bool = False
    transform_user_extension: bool = False
    add_prefix: str | None = None
    keep_digits: int = 0
    display_name: str | None = None
    url_parameters: str | None = None


@dataclass
class Gateway:
    """A row of the gateway table."""

    name: str | None
    model_id: str
    device_version: str | None = None
    description: str | None = None
    enabled: bool = False
    address: str | None = None
    address_port: int = 0
    outbound_address: str | None = None
    outbound_port: int = 0
    address_transport: str | None = None
    prefix: str | None = None
    shared: bool = False
    use_internal_bridge: bool = False
    branch_id: int | None = None
    caller_alias_info: CallerAlias | None = None
    serial_number: str | None = None
    settings: dict[str, str] = field(default_factory=dict)
    id: int | None = None

    @property
    def model(self) -> Model:
        """The device model, from the catalogue."""
        return GATEWAY_MODELS[self.model_id]


class Gateways(Table[Gateway]):
    """The gateway table."""

    row_type = Gateway
    entity = f"{SIPXCONFIG}.gateway.Gateway"

    def __init__(self) -> None:
        super().__init__()
        self._by_name: dict[str, int] = {}
        self._by_branch: dict[int, set[int]] = {}

    def _index(self, row: Gateway) -> None:
        assert row.id is not None
        if row.name is not None:
            self._by_name[row.name] = row.id
        if row.branch_id is not None:
            self._by_branch.setdefault(row.branch_id, set()).add(row.id)

    def _unindex(self, row: Gateway) -> None:
        assert row.id is not None
        if row.name is not None:
            self._by_name.pop(row.name, None)
        if row.branch_id is not None:
            self._by_branch[row.branch_id].discard(row.id)

    def with_serial(self, serial_number: str) -> Gateway | None:
        """The gateway with a serial number, or None; serial numbers cannot be set through the APIs."""
        return next((gateway for gateway in self if gateway.serial_number == serial_number), None)

    def uses_branch(self, branch_id: int) -> bool:
        """Whether a gateway belongs to a branch, which then cannot be deleted."""
        return bool(self._by_branch.get(branch_id))

    def save(self, gateway: Gateway) -> Gateway:
        """Store a gateway.

        :raises DomainError: ``DuplicateNameException``
        :raises ConstraintViolationError: without a transport or without caller alias info
        """
        twin = None if gateway.name is None else self._by_name.get(gateway.name)
        if twin is not None and twin != gateway.id:
            raise DomainError(
                f"{SIPXCONFIG}.gateway.GatewayContextImpl$DuplicateNameException", "&error.duplicateNameException"
            )
        if gateway.address_transport is None:
            raise ConstraintViolationError("address_transport")
        if gateway.caller_alias_info is None:
            raise ConstraintViolationError("anonymous")
        return self.store(gateway)


@dataclass
class Port:
    """A row of the FXO port table."""

    gateway_id: int
    settings: dict[str, str] = field(default_factory=dict)
    id: int | None = None


class Ports(Table[Port]):
    """The FXO port table."""

    row_type = Port
    entity = f"{SIPXCONFIG}.gateway.FxoPort"

    def __init__(self) -> None:
        super().__init__()
        self._by_gateway: dict[int, dict[int, None]] = {}

    def _index(self, row: Port) -> None:
        assert row.id is not None
        self._by_gateway.setdefault(row.gateway_id, {})[row.id] = None

    def _unindex(self, row: Port) -> None:
        assert row.id is not None
        self._by_gateway[row.gateway_id].pop(row.id, None)

    def of_gateway(self, gateway_id: int) -> list[Port]:
        """The ports of a gateway in the order of their ids."""
        return [self.get(port_id) for port_id in sorted(self._by_gateway.get(gateway_id, ()))]

    def append(self, gateway: Gateway) -> Port:
        """Add a port to a gateway.

        :raises DomainError: ``MaxPortsException`` when the model has no more ports, or none at all
        """
        assert gateway.id is not None
        if len(self._by_gateway.get(gateway.id, ())) >= gateway.model.max_ports:
            raise DomainError(
                f"{SIPXCONFIG}.gateway.Gateway$MaxPortsException",
                f"Maximum number of ports is {gateway.model.max_ports}",
            )
        return self.store(Port(gateway.id))
