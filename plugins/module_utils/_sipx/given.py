# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adapters of what is simply there: no call creates or deletes it."""

from __future__ import annotations

import abc
import typing as t

from .._engine.adapter import Adapter
from .._engine.record import Record
from .._model.errors import ItemError
from .._model.resource import Resource
from .._model.wire import read_wire
from .client import SipxClient
from .directory import Directory


class GivenAdapter(Adapter):
    """Leaves creation and deletion out: the declaration has ``given``, so the engine never plans them."""

    def __init__(self, client: SipxClient) -> None:
        self._client = client
        self._directory = Directory(client)

    def known(self, kind: str) -> t.Container[str]:
        return self._directory.known(kind)

    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        raise ItemError(f"no call creates a {self.resource.title}")

    def delete(self, record: Record) -> None:
        raise ItemError(f"no call deletes a {self.resource.title}")


class SingleAdapter(GivenAdapter):
    """What a server, or a user, has exactly one of."""

    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        return [self.read()]

    @abc.abstractmethod
    def read(self) -> Record:
        """The object."""


class JsonAdapter(SingleAdapter):
    """A JSON object of ``/rest`` that is read with GET and merged with PUT: what is sent changes, the rest stays.

    :cvar resource: the declaration.
    :cvar path: of the object, below ``/rest``.
    """

    resource: Resource
    path: t.ClassVar[str]

    def read(self) -> Record:
        content = self._client.rest_map(self.path)
        return Record(read_wire(self.resource.fields, content), raw=content)
