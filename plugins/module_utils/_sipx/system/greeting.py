# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The active greeting of any mailbox (``/rest/my/mailbox/{user}/preferences/activegreeting/{greeting}``)."""

from __future__ import annotations

import typing as t

from ..._engine.reading import read_each
from ..._engine.record import Item, Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import SipxClient, rest_name, segment
from ..directory import Directory
from ..given import GivenAdapter
from ..settings import Settings

GREETINGS = ("none", "standard", "outofoffice", "extendedabsence")
_SETTING = "voicemail/mailbox/active-greeting"

GREETING = Resource(
    name="greeting",
    plural="greetings",
    key="user",
    given=True,
    fields=(
        Field("user", required=True, clearable=False),
        Field("greeting", clearable=False, choices=GREETINGS),
    ),
)


class GreetingAdapter(GivenAdapter):
    """The server lets anybody write it, and takes an unknown word for ``none``. It is read as a setting of the user."""

    resource = GREETING
    _wanted: t.Sequence[str] = ()

    def expect(self, items: t.Sequence[Item]) -> None:
        self._wanted = [item.values["user"] for item in items if item.error is None]

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        names = self._directory.users()
        return [
            Record({"user": name, "greeting": self.active(names[name]) if name in names else None}, names.get(name))
            for name in self._wanted
        ]

    def warnings(self) -> t.Sequence[str]:
        missing = sorted(set(self._wanted) - set(self._directory.users()))
        return [f"user {name!r} does not exist on the server, so it must exist in a real run" for name in missing]

    def active(self, user_name: str) -> str | None:
        """The greeting of a mailbox."""
        return Settings(self._client, "/users/" + segment(user_name)).setting(_SETTING).value

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if record.identity is None:
            raise ItemError("does not exist on the server")
        path = f"/my/mailbox/{rest_name(record.identity)}/preferences/activegreeting/{values['greeting']}"
        self._client.rest_send("PUT", path)


def read_greetings(client: SipxClient) -> list[Record]:
    """The greeting of every user, at the price of a request for each."""
    adapter = GreetingAdapter(client)
    names = sorted(set(Directory(client).users().values()))
    active = read_each(adapter.active, names)
    return [Record({"user": name, "greeting": greeting}) for name, greeting in zip(names, active)]
