# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""DNS plans, views and custom records (``DnsApi``)."""

from __future__ import annotations

from itertools import count
from typing import Any

from ....core.interface import Response
from ...state.errors import NullPointerError, UserError
from ..jackson import Bean, flag, list_of, one_of, text, whole_number
from ..representations import JSON, jackson_text, latin_text
from ..restlet import Resource
from .collection import JsonCollection
from .reading import read_json
from .regions import REGIONS

PLANS, VIEWS, CUSTOM_RECORDS, DEFAULT_VIEW = "dns_plans", "dns_views", "dns_custom_records", "dns_default_view"
EXCLUDABLE = ("NS", "NAPTR", "A")
TARGET_BEAN = Bean(
    {"targetType": one_of("BASIC", "REGION", "LOCATION"), "targetId": whole_number, "percentage": whole_number},
    strict=True,
    whole=True,
)
GROUP_BEAN = Bean({"id": whole_number, "targets": list_of(TARGET_BEAN)}, strict=True, whole=True)
VIEW_BEAN = Bean(
    {
        "id": whole_number,
        "name": text,
        "enabled": flag,
        "regionId": whole_number,
        "planId": whole_number,
        "excluded": list_of(one_of(*EXCLUDABLE)),
        "customRecordsIds": list_of(whole_number),
    },
    strict=True,
)


def _name_of(rows: dict[str, Any], row_id: int | None) -> str | None:
    row = rows.get(str(row_id))
    return None if row is None else row["name"]


def _candidates(rows: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": row["id"], "name": row["name"]} for row in rows.values()]


class Plans(JsonCollection):
    """Failover plans."""

    store = PLANS
    bean = Bean({"id": whole_number, "name": text, "groups": list_of(GROUP_BEAN)}, strict=True)

    def listed(self, row: dict[str, Any]) -> dict[str, Any]:
        views = [view["name"] for view in self.rows_of(VIEWS).values() if view["planId"] == row["id"]]
        return {**row, "views": views}

    def wrapped(self, row: dict[str, Any]) -> dict[str, Any]:
        locations = [{"id": location.id, "name": location.fqdn} for location in self.server.locations]
        candidates = {"BASIC": [], "REGION": _candidates(self.rows_of(REGIONS)), "LOCATION": locations}
        return {"targetCandidates": candidates, "plan": row}

    def blank(self) -> dict[str, Any]:
        return {"id": None, "name": None, "groups": []}

    def complete(self, values: dict[str, Any], row_id: int) -> dict[str, Any]:
        """Groups are rows too: a new one gets the next id."""
        groups = [group for plan in (*self.rows.values(), values) for group in plan.get("groups") or () if group]
        next_ids = count(max((group.get("id") or 0 for group in groups), default=0) + 1)
        for group in groups:
            group["id"] = group.get("id") or next(next_ids)
        return super().complete(values, row_id)


class Views(JsonCollection):
    """Views of the zone by region, in an order that matters."""

    store = VIEWS
    bean = VIEW_BEAN

    def listed(self, row: dict[str, Any]) -> dict[str, Any]:
        region, plan = (
            _name_of(self.rows_of(store), row[key]) for store, key in ((REGIONS, "regionId"), (PLANS, "planId"))
        )
        return {**row, "region": region, "plan": plan}

    def wrapped(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "regionCandidates": _candidates(self.rows_of(REGIONS)),
            "planCandidates": _candidates(self.rows_of(PLANS)),
            "customRecordsCandidates": _candidates(self.rows_of(CUSTOM_RECORDS)),
            "view": row,
        }

    def blank(self) -> dict[str, Any]:
        return {**dict.fromkeys(VIEW_BEAN.properties), "enabled": True, "excluded": [], "customRecordsIds": []}

    def check(self, values: dict[str, Any], row_id: int | None) -> None:
        super().check(values, row_id)
        if values.get("regionId") is None:
            raise UserError("&error.regionRequired")


class CustomRecords(JsonCollection):
    """Sets of records in the form of a zone file."""

    store = CUSTOM_RECORDS
    bean = Bean({"id": whole_number, "name": text, "records": text}, strict=True)

    def wrapped(self, row: dict[str, Any]) -> dict[str, Any]:
        return {"custom": row}

    def blank(self) -> dict[str, Any]:
        return dict.fromkeys(self.bean.properties)


class DefaultView(Resource):
    """The view for everybody else; only its custom records can be changed."""

    variants = (JSON,)
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))

    def get(self, variant: str) -> Response:
        custom = self.server.extras.get(DEFAULT_VIEW, [])
        return jackson_text({"id": None, "name": "default", "enabled": True, "customRecordsIds": custom})

    def put(self) -> None:
        values = read_json(self.exchange, VIEW_BEAN)
        self.server.extras[DEFAULT_VIEW] = values.get("customRecordsIds") or []


class ViewMove(Resource):
    """Moves views up or down."""

    readable = False
    modifiable = True
    refuses = frozenset(("POST", "DELETE"))

    def put(self) -> None:
        values = read_json(self.exchange, Bean({"ids": list_of(whole_number), "step": whole_number}, strict=True))
        if values.get("ids") is None or values.get("step") is None:
            raise NullPointerError
        rows = self.server.extras.get(VIEWS, {"rows": {}})["rows"]
        step, row_ids, order = values["step"], [str(row_id) for row_id in values["ids"]], list(rows)
        if any(row_id not in rows for row_id in row_ids):
            raise NullPointerError
        for row_id in sorted(row_ids, key=order.index, reverse=step > 0):
            position = order.index(row_id)
            order.insert(max(0, min(len(order) - 1, position + step)), order.pop(position))
        moved = {row_id: rows[row_id] for row_id in order}
        rows.clear()
        rows.update(moved)


class Preview(Resource):
    """The zone file that a view would give."""

    readable = False
    modifiable = True
    refuses = frozenset(("PUT", "DELETE"))

    def post(self) -> Response:
        read_json(self.exchange, VIEW_BEAN)
        domain = self.server.system.sip_domain
        lines = [f"$ORIGIN {domain}."]
        for location in self.server.locations:
            lines += [f"{location.fqdn}.\tIN\tA\t{location.address}", f"_sip._udp\tIN\tSRV\t1 0 5060 {location.fqdn}."]
        return latin_text("\n".join([*lines, ""]))
