# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gateways: SIP trunks, unmanaged gateways and managed ones (``/api/gateways``)."""

from __future__ import annotations

import typing as t

from .._engine.adapter import Adapter
from .._engine.half_made import removed_unless_finished
from .._engine.record import Record
from .._model.field import Field
from .._model.resource import Resource
from .._model.values import EMPTY
from .._model.wire import read_wire, write_wire
from .client import SipxClient
from .device_settings import SETTINGS, translated, with_settings, write_settings
from .directory import Directory
from .gateway_ports import PORTS, read_ports, write_ports
from .identity import number_of
from .models import Models
from .settings import Settings

_BEAN = (
    Field("name", required=True, clearable=False),
    Field("model", wire="model.modelId", required=True, create_only=True, clearable=False),
    Field("description"),
    Field("enabled", "bool", default=True),
    Field("address"),
    Field("address_port", "int", minimum=0, maximum=65535),
    Field("outbound_address"),
    Field("outbound_port", "int", default=5060, minimum=0, maximum=65535),
    Field("address_transport", choices=("none", "udp", "tcp", "tls"), default="none", clearable=False),
    Field("prefix"),
    Field("shared", "bool", default=True),
    Field("use_internal_bridge", "bool", default=False),
    Field("branch", wire="branch.name", refers_to="branch"),
    Field(
        "caller_id",
        "dict",
        wire="callerAliasInfo",
        options=(
            Field("default_caller_alias"),
            Field("anonymous", "bool"),
            Field("ignore_user_info", "bool"),
            Field("transform_user_extension", "bool"),
            Field("add_prefix"),
            Field("keep_digits", "int", minimum=0),
            Field("display_name"),
            Field("url_parameters"),
        ),
    ),
)

GATEWAY = Resource(
    name="gateway",
    plural="gateways",
    key="name",
    fields=(Field("id", "int", read_only=True), *_BEAN, PORTS, SETTINGS),
)


class GatewayAdapter(Adapter):
    """Gateways are addressed by id only; PUT replaces everything.

    ``deviceVersion`` is never sent, because the server fails on the second use of a value, and of the branch only its
    name is sent, because the server refuses the object that it shows.
    """

    resource = GATEWAY

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)
        self._models = Models(client, "/gateways/models")
        #: a gateway of each model that has one
        self._examples: dict[str, t.Any] = {}

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.api_list("/gateways", "gateways")
        records = [Record({**read_wire(_BEAN, row), "id": row.get("id")}, row.get("id")) for row in rows]
        self._examples = {record.values["model"]: record.identity for record in records}
        return records

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        base = f"/gateways/{record.identity}"
        if wanted.get("ports") is not None:
            record.raw = read_ports(self._client, base, wanted["ports"])
            record.values["ports"] = [port.values for port in record.raw]
        return with_settings(Settings(self._client, base), record, wanted)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        wanted = dict(wanted)
        if record is None:
            # The models of trunk providers are hidden from the listing and accepted all the same.
            if wanted.get("model") and not wanted["model"].startswith("itsp"):
                self._models.versions(wanted["model"])
            # Only gateways show what settings a model has, so those of the first one are checked once it is there.
            if wanted.get("settings") and wanted.get("model") in self._examples:
                translated(Settings(self._client, f"/gateways/{self._examples[wanted['model']]}"), wanted["settings"])
        elif wanted.get("settings"):
            tree = Settings(self._client, f"/gateways/{record.identity}")
            wanted["settings"] = translated(tree, wanted["settings"])
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        identity = number_of(self._client.api_send("POST", "/gateways", _bean(values)))
        base = f"/gateways/{identity}"
        # Half a trunk would take calls and lose them.
        with removed_unless_finished(f"The gateway {identity}", lambda: self._client.api_send("DELETE", base)):
            write_ports(self._client, base, values.get("ports") or [], [])
            write_settings(Settings(self._client, base), values.get("settings") or {})
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        base = f"/gateways/{record.identity}"
        if changed - {"ports", "settings"}:
            self._client.api_send("PUT", base, _bean(values))
        if "ports" in changed:
            write_ports(self._client, base, values["ports"], record.raw)
        if "settings" in changed:
            write_settings(Settings(self._client, base), values["settings"], record.values.get("settings"))

    def delete(self, record: Record) -> None:
        base = f"/gateways/{record.identity}"
        # A gateway that a dialing rule uses cannot be deleted; its rules are those that are not available to it.
        available = {row.get("id") for row in self._client.api_list(base + "/availablerules", "rules")}
        for rule in self._client.api_list("/rules", "rules"):
            if rule.get("gatewayAware") and rule.get("id") not in available:
                self._client.api_send("DELETE", "{}/rules/{}".format(base, rule["id"]))
        self._client.api_send("DELETE", base)


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Every writable property, because a missing one would be cleared."""
    bean = write_wire(
        _BEAN, {f.name: values.get(f.name) if values.get(f.name) is not None else EMPTY[f.type] for f in _BEAN}
    )
    if not values.get("branch"):
        bean["branch"] = None
    if not values.get("address_transport"):
        bean["addressTransport"] = "none"
    return bean
