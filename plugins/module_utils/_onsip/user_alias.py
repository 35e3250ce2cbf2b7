# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Aliases (``UserAlias``): further names of addresses, above all extensions."""

from __future__ import annotations

import typing as t

from .._engine.lost_answer import surely
from .._engine.record import Record
from .._model.compare import UNREADABLE
from .._model.errors import ItemError, RemoteError
from .._model.field import Field
from .._model.resource import Resource
from .adapter import ElementAdapter
from .address import local_part
from .contact import lower
from .envelope import text
from .parameters import Parameters

_LIMIT = 25000

USER_ALIAS = Resource(
    name="user_alias",
    plural="user_aliases",
    key="alias",
    fields=(
        Field("alias", wire="AliasUsername", required=True, clearable=False, normalise=lower, check=local_part),
        Field("address", wire="AddressUsername", required=True, clearable=False, normalise=lower, refers_to="address"),
        Field(
            "visibility",
            wire="AliasVisibility",
            choices={"public": "PUBLIC", "private": "PRIVATE"},
            default="public",
            clearable=False,
            may_be_hidden=True,
        ),
    ),
)


class UserAliasAdapter(ElementAdapter):
    """An alias cannot be led to another address: it is deleted and added, and put back if that fails."""

    resource = USER_ALIAS
    element = "UserAlias"
    container = "UserAliases"
    selector = "AliasUsername"

    def browse(self, scope: Parameters) -> list[dict[str, t.Any]]:
        # No paging is documented: the largest page, and the pages after it if there are any.
        return self.client.browse("UserAliasBrowse", self.container, self.element, scope, limit=_LIMIT)

    def values(self, row: dict[str, t.Any]) -> dict[str, t.Any]:
        values = super().values(row)
        if not values["visibility"]:
            values["visibility"] = UNREADABLE
        return values

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        self._add(values["alias"], values["address"], _visibility(values))

    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> None:
        if "address" in changed:
            self._move(record, values)
        else:
            alias = text(record.raw.get("AliasUsername"))
            parameters = {"AliasUsername": alias, "NewAliasUsername": alias, "Visibility": _visibility(values)}
            self.client.write("UserAliasEdit", {**self.names.in_organization(), **parameters})

    def delete(self, record: Record) -> None:
        self.client.write("UserAliasDelete", {**self.names.in_organization(), "AliasUsername": str(record.identity)})

    def _move(self, record: Record, values: t.Mapping[str, t.Any]) -> None:
        key, address = USER_ALIAS.key_of(values), lower(values["address"])
        surely(lambda: self.delete(record), lambda: self._target(key) is None)
        try:
            surely(
                lambda: self._add(values["alias"], values["address"], _visibility(values)),
                lambda: self._target(key) == address,
            )
        except RemoteError as error:
            if error.outcome != RemoteError.REFUSED:
                raise
            old = text(record.raw.get("AddressUsername"))
            self._add(text(record.identity), old, _visibility(record.values))
            raise ItemError(f"leads to {old} as before: {error.message}") from None

    def _target(self, key: str) -> str | None:
        targets = {USER_ALIAS.key_of(one.values): lower(one.values["address"]) for one in self.fetch(frozenset((key,)))}
        return targets.get(key)

    def _add(self, alias: str, address: str, visibility: str) -> None:
        parameters = {"AliasUsername": lower(alias), "AddressUsername": address, "Visibility": visibility}
        self.client.write("UserAliasAdd", {**self.names.in_organization(), **parameters})


def _visibility(values: t.Mapping[str, t.Any]) -> str:
    return "PRIVATE" if values.get("visibility") == "private" else "PUBLIC"
