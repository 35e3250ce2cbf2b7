# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Auto attendants with their menus (``/api/autoattendant``)."""

from __future__ import annotations

import re
import typing as t

from ..._engine.adapter import Adapter
from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire, write_wire
from ..client import SipxClient, addressable, segment
from ..directory import Directory
from ..identity import number_of

ACTIONS = (
    "operator",
    "dial_by_name",
    "repeat_prompt",
    "voicemail_access",
    "disconnect",
    "transfer_to_another_aa_menu",
    "transfer_out",
    "voicemail_deposit",
)
DIAL_PAD = (*"0123456789", "*", "#")
#: names that the server's own routes hide
_UNREACHABLE = ("settings", "specialmode")


def _check_name(name: str) -> None:
    if name in _UNREACHABLE:
        raise ValueError(f"cannot be {name!r}: the server has something else at that address")
    addressable(name)


def _check_expression(value: str) -> None:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"is no regular expression: {error}") from None


_MENU = (
    Field("dial_pad", required=True, choices=DIAL_PAD),
    Field("action", required=True, choices=ACTIONS),
    Field("parameter"),
)
#: with the defaults of the server's setting model, because an omitted one is blanked
_SETTINGS = (
    Field("dtmf_inter_timeout", "int", default=3, minimum=1),
    Field("dtmf_overall_timeout", "int", default=7, minimum=1),
    Field("max_dtmf_number_tones", "int", default=10, minimum=1),
    Field("replay_count", "int", default=2, minimum=0, maximum=10),
    Field("invalid_response_count", "int", default=2, minimum=0, maximum=10),
    Field("transfer_on_failures", "bool", default=False),
    Field("transfer_extension"),
    Field("prompt_to_play"),
    Field("play_prompt_when_transfer", "bool", default=True),
)

AUTO_ATTENDANT = Resource(
    name="auto_attendant",
    plural="auto_attendants",
    key="name",
    fields=(
        Field("id", "int", read_only=True),
        Field("name", required=True, clearable=False, check=_check_name),
        Field("system_id", read_only=True),
        Field("description"),
        Field("prompt", required=True, clearable=False),
        Field("language", wire="lang", default="default", clearable=False),
        Field("allow_dial", check=_check_expression),
        Field("deny_dial", check=_check_expression),
        Field("branches", "list", wire="locations", elements="str", unordered=True, refers_to="branch"),
        Field("menu", "list", wire="autoattendantMenus", elements="dict", options=_MENU, unordered=True, required=True),
        Field("settings", "dict", wire="autoattendantSettings", options=_SETTINGS),
    ),
)


class AutoAttendantAdapter(Adapter):
    """PUT replaces menu, settings and branches as a whole, and resets language and expressions that are missing.

    Texts that are missing are kept, so that a cleared one has to be sent as an empty text.
    """

    resource = AUTO_ATTENDANT

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        # The server misspells the list's name.
        rows = self._client.api_list("/autoattendant", "autoAttendands")
        return [Record(read_wire(AUTO_ATTENDANT.fields, row), row.get("id")) for row in rows]

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is not None and wanted.get("settings") is not None and not wanted["settings"]:
            # An empty map means the defaults: a blank timeout would hang up on everybody.
            return {**wanted, "settings": {one.name: one.default for one in _SETTINGS if one.default is not None}}
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        return number_of(self._client.api_send("POST", "/autoattendant", _bean(values)))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        self._client.api_send("PUT", "/autoattendant/" + segment(record.values["name"]), _bean(values))

    def delete(self, record: Record) -> None:
        self._client.api_send("DELETE", "/autoattendant/" + segment(record.values["name"]))


def _bean(values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    defaults = {one.name: one.default for one in _SETTINGS}
    given = {name: value for name, value in (values.get("settings") or {}).items() if value is not None}
    settings = write_wire(_SETTINGS, {**defaults, **given})
    fields = [field for field in AUTO_ATTENDANT.writable if field.name != "settings"]
    bean = write_wire(fields, {field.name: values.get(field.name) for field in fields})
    bean["description"] = values.get("description") or ""
    # Numbers are texts in this bean.
    bean["autoattendantSettings"] = {
        name: value if isinstance(value, bool) else str(value) for name, value in settings.items()
    }
    for entry in bean.get("autoattendantMenus") or []:
        entry.setdefault("parameter", None)
    return bean
