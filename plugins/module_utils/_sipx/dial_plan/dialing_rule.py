# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialing rules and the gateways that they use (``/api/rules``, ``/api/gateways/{gw}/rules``)."""

from __future__ import annotations

import typing as t

from ..._engine.adapter import Adapter
from ..._engine.lost_answer import surely
from ..._engine.record import Record
from ..._model.compare import differs
from ..._model.errors import ItemError, RemoteError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire
from ..client import SipxClient
from ..directory import Directory
from ..identity import number_of
from .rule_fields import ALL, OF_TYPE, TYPES, UNWRITABLE, one_family, packed, unpacked

DIALING_RULE = Resource(
    name="dialing_rule",
    plural="dialing_rules",
    key="name",
    fields=(
        Field("id", "int", read_only=True),
        Field("name", required=True, clearable=False),
        Field("type", required=True, create_only=True, clearable=False, choices=TYPES, normalise=one_family),
        Field("description"),
        Field("enabled", "bool", default=True),
        Field("schedule", refers_to="schedule"),
        Field("gateways", "list", elements="str", unordered=True, refers_to="gateway"),
        *ALL,
        Field("permissions", "list", wire="permissions.names", elements="str", read_only=True),
    ),
    # The server appends rules at the end of the dial plan, and their order decides; it must not depend on chance.
    sequential=True,
)


class DialingRuleAdapter(Adapter):
    """PUT replaces what the kind of rule has; gateways are linked one by one and the permission cannot be set."""

    resource = DIALING_RULE

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        rows = self._client.api_list("/rules", "rules")
        links = self._links([row for row in rows if row.get("gatewayAware")])
        schedules = {identity: name for name, identity in self._directory.schedules().items()}
        return [self._record(row, links.get(row.get("id"), []), schedules) for row in rows]

    def _links(self, rules: t.Sequence[t.Mapping[str, t.Any]]) -> dict[t.Any, list[str]]:
        """Rule id to the names of its gateways: those for which the rule is not offered as one more."""
        links: dict[t.Any, list[str]] = {}
        for name, identity in self._directory.gateways().items():
            offered = {row.get("id") for row in self._client.api_list(f"/gateways/{identity}/availablerules", "rules")}
            for rule in rules:
                if rule.get("id") not in offered:
                    links.setdefault(rule.get("id"), []).append(name)
        return links

    @staticmethod
    def _record(row: t.Mapping[str, t.Any], gateways: list[str], schedules: t.Mapping[int, str]) -> Record:
        values = read_wire(DIALING_RULE.fields, unpacked(row))
        own = {field.name for field in OF_TYPE.get(values["type"], ())}
        for field in ALL:
            if field.name not in own:
                values[field.name] = None
        values.update(gateways=gateways, schedule=schedules.get(t.cast(int, row.get("scheduleId"))))
        return Record(values, row.get("id"))

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        kind = record.values["type"] if record is not None else wanted.get("type")
        own = {field.name for field in OF_TYPE.get(kind or "", ())}
        foreign = [field.name for field in ALL if field.name in wanted and field.name not in own]
        if kind and foreign:
            raise ItemError("a rule of the type {} has no {}".format(kind, ", ".join(foreign)))
        if kind in UNWRITABLE:
            self._refuse_unwritable(kind, wanted, record)
        return wanted

    @staticmethod
    def _refuse_unwritable(kind: str, wanted: t.Mapping[str, t.Any], record: Record | None) -> None:
        """The server reads the call digits of such a rule into an enumeration that it has already, and fails."""
        if record is None:
            raise ItemError(f"the server cannot create {kind} rules through its API; create it in the web interface")
        for field in DIALING_RULE.writable:
            value = wanted.get(field.name)
            if value is not None and field.name != "gateways" and differs(field, value, record.values.get(field.name)):
                raise ItemError(
                    f"the server cannot change {kind} rules through its API, apart from their gateways: {field.name} "
                    "has to be changed in the web interface"
                )

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        identity = number_of(self._client.api_send("POST", "/rules", self._bean(values)))
        self._link(identity, set(values.get("gateways") or []), set())
        return identity

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if "gateways" in changed:
            self._link(record.identity, set(values["gateways"]), set(record.values["gateways"]))
        # A rule that loses its last gateway is switched off by the server.
        emptied = "gateways" in changed and not values["gateways"] and values.get("enabled")
        if not changed - {"gateways"} and not (emptied and values["type"] not in UNWRITABLE):
            return
        try:
            # It says all, and may be said twice.
            surely(lambda: self._client.api_send("PUT", f"/rules/{record.identity}", self._bean(values)), lambda: False)
        except RemoteError as error:
            if not emptied:
                raise
            text = f"{error.message} The rule lost its gateways and is switched off; run again with enabled=true."
            raise RemoteError(text, RemoteError.REFUSED) from None

    def _link(self, identity: t.Any, wanted: set[str], current: set[str]) -> None:
        """Attach before anything is detached, so that calls always find a way out."""
        gateways = self._directory.gateways() if wanted != current else {}
        for method, names in (("PUT", wanted - current), ("DELETE", current - wanted)):
            for name in sorted(names):
                gateway = self._directory.id_of(gateways, "gateway", name)
                self._link_one(method, gateway, identity)

    def _link_one(self, method: str, gateway: t.Any, identity: t.Any) -> None:
        def is_done() -> bool:
            offered = self._client.api_list(f"/gateways/{gateway}/availablerules", "rules")
            return (identity in [row.get("id") for row in offered]) == (method == "DELETE")

        surely(lambda: self._client.api_send(method, f"/gateways/{gateway}/rules/{identity}"), is_done)

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", f"/rules/{record.identity}")

    def _bean(self, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        bean: dict[str, t.Any] = {
            "name": values["name"],
            "type": TYPES[values["type"]],
            "description": values.get("description"),
            "enabled": bool(values.get("enabled")),
            **packed(values["type"], values),
        }
        if values.get("schedule"):
            identity = self._directory.id_of(self._directory.schedules(), "schedule", values["schedule"])
            bean["scheduleId"] = identity
        return bean
