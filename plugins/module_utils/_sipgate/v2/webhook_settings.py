# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The webhooks of the account (sipgate.io): where calls are announced to, and whose."""

from __future__ import annotations

import re
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from .client import SipgateV2Client

#: the word for "every extension", which the service spells null
ALL = "all"
_EXTENSION = re.compile(r"[wpg](?:0|[1-9]\d*)")
_VERSION = "pushApiVersion"


def _check_url(value: str) -> None:
    if value and not value.startswith(("https://", "http://")):
        raise ValueError("must begin with https:// or http://")


def _check_extension(value: str) -> None:
    if value != ALL and not _EXTENSION.fullmatch(value):
        raise ValueError(f"must be the id of a user, phone line or group (w0, p0, g0) or {ALL}, not {value!r}")


WEBHOOK_SETTINGS = Resource(
    name="webhook_settings",
    plural="webhook_settings",
    key="",
    given=True,
    fields=(
        Field("incoming_url", check=_check_url),
        Field("outgoing_url", check=_check_url),
        Field("log", "bool"),
        Field("whitelist", "list", elements="str", unordered=True, check=_check_extension),
    ),
)


class WebhookSettingsAdapter(Adapter):
    """Both addresses are required with each PUT and an omitted flag is reset, so everything is sent.

    The service also has a version of its push interface, which its reference does not know; it is given back unchanged.
    """

    resource = WEBHOOK_SETTINGS

    def __init__(self, client: SipgateV2Client) -> None:
        self._client = client

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        row = self._client.get("/settings/sipgateio")
        listed = row.get("whitelist")
        values = {
            "incoming_url": row.get("incomingUrl"),
            "outgoing_url": row.get("outgoingUrl"),
            "log": row.get("log"),
            "whitelist": [ALL] if listed is None else listed,
        }
        return [Record(values, raw=row)]

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise LookupError("the account has its webhook settings already")

    def delete(self, record: Record) -> None:
        raise LookupError("the account keeps its webhook settings")

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        whitelist = values.get("whitelist") or []
        bean = {
            "incomingUrl": values.get("incoming_url") or "",
            "outgoingUrl": values.get("outgoing_url") or "",
            "log": bool(values.get("log")),
            "whitelist": None if ALL in whitelist else list(whitelist),
        }
        if record.raw.get(_VERSION) is not None:
            bean[_VERSION] = record.raw[_VERSION]
        self._client.send("PUT", "/settings/sipgateio", bean)
