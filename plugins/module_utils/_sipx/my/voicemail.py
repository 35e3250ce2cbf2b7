# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's voicemail preferences (``/rest/my/vmprefs``)."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._model.compare import UNREADABLE
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import write_wire
from ..given import JsonAdapter

_FORMATS = {"full": "FULL", "medium": "MEDIUM", "brief": "BRIEF"}
GREETINGS = {
    "none": "NONE",
    "standard": "STANDARD",
    "out_of_office": "OUT_OF_OFFICE",
    "extended_absence": "EXTENDED_ABSENCE",
}


def _notification(option: str, wire: str) -> tuple[Field, ...]:
    """The keys of the primary or the alternate notification."""
    return (
        Field(f"{option}_notification", "bool", wire=f"{wire}AttachType"),
        Field(f"{option}_address", wire=wire, normalise=str.lower, may_be_hidden=True),
        Field(f"{option}_format", wire=f"{wire}Format", choices=_FORMATS, clearable=False, may_be_hidden=True),
        Field(f"{option}_include_audio_attachment", "bool", wire=f"{wire}IncludeAudioAttachment", may_be_hidden=True),
    )


_PARTS = {
    "email_notification": _notification("email", "email"),
    "alternate_email_notification": _notification("alternate_email", "altEmail"),
}

MY_VOICEMAIL = Resource(
    name="my_voicemail",
    plural="my_voicemails",
    key="",
    given=True,
    fields=(
        Field("greeting", choices=GREETINGS, clearable=False),
        *_PARTS["email_notification"],
        *_PARTS["alternate_email_notification"],
        Field("voicemail_permission", "bool", read_only=True),
        Field("voicemail_format", read_only=True),
    ),
)


class MyVoicemailAdapter(JsonAdapter):
    """All keys of a notification are null while it is off, whatever is stored.

    Without the permission ``Voicemail`` the server ignores a PUT and answers with success.
    """

    resource = MY_VOICEMAIL
    path = "/my/vmprefs"

    def read(self) -> Record:
        record = super().read()
        for switch, fields in _PARTS.items():
            on = record.raw.get(fields[0].wire) == "YES"
            record.values[switch] = on
            if not on:
                record.values.update(dict.fromkeys((field.name for field in fields[1:]), UNREADABLE))
        return record

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if record is None:
            return wanted
        if wanted and not record.raw.get("voicemailPermission"):
            raise ItemError("the user lacks the permission Voicemail, without which the server ignores preferences")
        for switch, fields in _PARTS.items():
            if wanted.get(switch) and not record.values[switch]:
                # What is switched on now can be read from the next run on, so it has to be written in this one.
                record.values.update({field.name: None for field in fields[1:]})
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        content = write_wire(MY_VOICEMAIL.writable, {name: values[name] for name in changed})
        for switch, fields in _PARTS.items():
            if switch in changed:
                content[t.cast(str, fields[0].wire)] = "YES" if values[switch] else "NO"
        self._client.rest_put_json(self.path, content)
