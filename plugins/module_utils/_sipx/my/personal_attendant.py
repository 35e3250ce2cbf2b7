# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's personal attendant (``/rest/my/voicemail/attendant``) and its operator."""

from __future__ import annotations

import re
import typing as t

from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import read_wire
from ..given import JsonAdapter

_DIAL_PAD = (*"0123456789", "*", "#")
_OPERATOR = re.compile(r"[\w.+*#@-]*", re.ASCII)


def _check_operator(value: str) -> None:
    if not _OPERATOR.fullmatch(value):
        raise ValueError(f"must be an extension, a number or user@host, not {value!r}")


MY_PERSONAL_ATTENDANT = Resource(
    name="my_personal_attendant",
    plural="my_personal_attendants",
    key="",
    given=True,
    fields=(
        Field("operator", check=_check_operator),
        Field(
            "menu",
            "list",
            elements="dict",
            unordered=True,
            options=(Field("dial_pad", required=True, choices=_DIAL_PAD), Field("extension", required=True)),
        ),
        Field("override_language", "bool"),
        Field("language", clearable=False),
        Field("deposit_vm", "bool", wire="depositVM"),
        Field("forward_delete_vm", "bool", wire="forwardDeleteVM"),
        Field("play_vm_default_options", "bool", wire="playVMDefaultOptions"),
        Field("personal_attendant_permission", "bool", read_only=True),
    ),
)


def _is_permitted(record: Record) -> bool:
    return bool(record.raw.get("personalAttendantPermission"))


class MyPersonalAttendantAdapter(JsonAdapter):
    """Some keys are only kept when others come along, so the whole object is sent.

    Without the permission ``personal-auto-attendant`` the server ignores that and answers with success; only the
    operator can be set then, at an address of its own.
    """

    resource = MY_PERSONAL_ATTENDANT
    path = "/my/voicemail/attendant"

    def read(self) -> Record:
        content = self._client.rest_map(self.path)
        menu = [{"dialPad": key, "extension": number} for key, number in (content.get("menu") or {}).items()]
        return Record(read_wire(MY_PERSONAL_ATTENDANT.fields, {**content, "menu": menu}), raw=content)

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is not None and set(wanted) - {"operator"} and not _is_permitted(record):
            raise ItemError("the user lacks the permission personal-auto-attendant, so only the operator can be set")
        if record is not None and "#" in (wanted.get("operator") or "") and not _is_permitted(record):
            raise ItemError("the user lacks the permission personal-auto-attendant, without which operator takes no #")
        language = wanted.get("language")
        if language and record is not None and language != record.values["language"]:
            installed = self._client.rest_get(f"{self.path}/lang")
            if language not in installed:
                raise ItemError("language must be one of: {}; not {!r}".format(", ".join(installed), language))
        if wanted.get("override_language") and record is not None and not (language or record.values["language"]):
            raise ItemError("override_language needs language, without which the server ignores it")
        keys = [entry["dial_pad"] for entry in wanted.get("menu") or []]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ItemError("menu has two entries for {}".format(", ".join(twice)))
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if changed == {"operator"} and "#" not in values["operator"]:
            # The server does not decode the address, so the characters stand there as they are, and a # cannot.
            self._client.rest_send("PUT", "/my/voicemail/operator/" + values["operator"])
            return
        content = {
            "operator": values.get("operator") or "",
            "menu": {entry["dial_pad"]: entry["extension"] for entry in values.get("menu") or []},
            "depositVM": bool(values.get("deposit_vm")),
            "forwardDeleteVM": bool(values.get("forward_delete_vm")),
            "playVMDefaultOptions": bool(values.get("play_vm_default_options")),
        }
        if values.get("language"):
            content.update(language=values["language"], overrideLanguage=bool(values.get("override_language")))
        self._client.rest_put_json(self.path, content)
