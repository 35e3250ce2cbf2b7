# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The caller's private phonebook as a whole (``/rest/my/phonebook``, ``/rest/my/phonebook/showContactsOnPhone``)."""

from __future__ import annotations

import typing as t

from ..._engine.lost_answer import surely
from ..._engine.record import Record
from ..._model.errors import ItemError
from ..._model.field import Field
from ..._model.resource import Resource
from ..client import REST, SipxClient
from ..given import SingleAdapter

MY_PHONEBOOK = Resource(
    name="my_phonebook",
    plural="my_phonebooks",
    key="",
    given=True,
    fields=(Field("private_book", "bool"), Field("show_on_phone", "bool")),
)


def phonebook_page(client: SipxClient, start: int, end: int, query: str = "") -> dict[str, t.Any]:
    """Some rows of what the caller sees, with what is known of the whole; the parameters must stand in this order."""
    content = client.rest_get("/my/pagedphonebook", f"start={start}&end={end}{query}")
    return t.cast("dict[str, t.Any]", content["phonebook"])


def entries(client: SipxClient) -> list[dict[str, t.Any]]:
    """All entries that the caller sees; users among them have the id -1."""
    return client.rows(client.rest_get("/my/phonebook"), "phonebook", REST + "/my/phonebook")


class MyPhonebookAdapter(SingleAdapter):
    """A user has at most one private book. It appears with its first entries, and DELETE removes it with all."""

    resource = MY_PHONEBOOK

    def read(self) -> Record:
        shown = phonebook_page(self._client, 0, 1).get("show-on-phone")
        return Record({"private_book": shown != "n/a", "show_on_phone": shown == "true"})

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        if wanted.get("show_on_phone") is not None:
            if wanted.get("private_book") is False:
                raise ItemError("show_on_phone needs a private book")
            wanted = {**wanted, "private_book": True}
        return wanted

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if "private_book" in changed:
            if values["private_book"]:
                surely(
                    lambda: self._client.rest_send("POST", "/my/phonebook", "phonebook", {}),
                    lambda: self.read().values["private_book"],
                )
            else:
                self._client.rest_send("DELETE", "/my/phonebook")
        if values["private_book"] and ("show_on_phone" in changed or "private_book" in changed):
            shown = "true" if values["show_on_phone"] else "false"
            self._client.rest_send("PUT", f"/my/phonebook/showContactsOnPhone/{shown}")
