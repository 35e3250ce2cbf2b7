# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's instant messaging and MyBuddy preferences (``/rest/my/im/prefs``, ``/rest/my/imbot/prefs``)."""

from __future__ import annotations

import typing as t

from ..._engine.record import Record
from ..._model.field import Field
from ..._model.resource import Resource
from ..._model.wire import write_wire
from ..given import JsonAdapter
from .latin_text import as_shown

MY_IM = Resource(
    name="my_im",
    plural="my_ims",
    key="",
    given=True,
    fields=(
        Field("status_phone_presence", "bool"),
        Field("status_call_info", "bool"),
        Field("otp_message", normalise=as_shown),
        Field("voicemail_on_dnd", "bool"),
    ),
)
MY_IMBOT = Resource(
    name="my_imbot",
    plural="my_imbots",
    key="",
    given=True,
    fields=tuple(Field(name, "bool") for name in ("conf_enter", "conf_exit", "vm_begin", "vm_end")),
)


class _PreferencesAdapter(JsonAdapter):
    """PUT merges, so only what differs is sent."""

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        content = write_wire(self.resource.writable, {name: values[name] for name in changed})
        self._client.rest_put_json(self.path, content)


class MyImAdapter(_PreferencesAdapter):
    """An empty message reads back as none."""

    resource = MY_IM
    path = "/my/im/prefs"


class MyImbotAdapter(_PreferencesAdapter):
    """What MyBuddy tells the user about."""

    resource = MY_IMBOT
    path = "/my/imbot/prefs"
