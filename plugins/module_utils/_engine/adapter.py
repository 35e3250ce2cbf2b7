# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine asks of a platform for one kind of object."""

from __future__ import annotations

import abc
import typing as t

from .._model.resource import Resource
from .record import Item, Record


class Adapter(abc.ABC):
    """Lists, reads and writes the objects of one resource.

    Its methods raise :class:`~.._model.errors.RemoteError` for what the server refuses or the network loses, and
    :class:`~.._model.errors.ItemError` for what cannot be done to one object. ``create``, ``update`` and ``delete``
    are called from several threads at once, unless the resource is sequential.
    """

    resource: Resource

    def expect(self, items: t.Sequence[Item]) -> None:
        """Hear what is wanted before anything is read; for adapters whose reading depends on it."""
        return

    @abc.abstractmethod
    def fetch(self, keys: frozenset[str] | None) -> list[Record]:
        """All objects, or at least those with these comparable keys if they exist. Complete, or an error."""

    def complete(self, record: Record, wanted: t.Mapping[str, t.Any]) -> Record:
        """The record with what the listing leaves out, as far as the wanted options need it."""
        return record

    def translate(self, wanted: dict[str, t.Any], record: Record | None) -> dict[str, t.Any]:
        """The wanted values in the server's vocabulary, where only the server can tell it.

        :raises ItemError: a value that the server would swallow without effect.
        """
        return wanted

    def known(self, kind: str) -> t.Container[str]:
        """The names of all objects of a kind that this resource refers to."""
        raise LookupError(f"{self.resource.name} refers to no {kind}")

    def coming(self, item: Item) -> Record | None:
        """In check mode: a missing object as another task of the same run would make it, by creating something else."""
        return None

    def warnings(self) -> t.Sequence[str]:
        """What users should know besides of what was seen while reading and writing."""
        return ()

    def works(self, record: Record, secrets: t.Mapping[str, t.Any]) -> frozenset[str]:
        """Which of these wanted secrets are already in force on the server.

        :param secrets: name to wanted value; a secret inside of a field has a dotted name, and the field's value.
        """
        return frozenset(name for name, value in secrets.items() if record.secrets.get(name) == value)

    @abc.abstractmethod
    def create(self, values: t.Mapping[str, t.Any]) -> t.Any:
        """Create the object; returns its identity where the server tells it."""

    @abc.abstractmethod
    def update(self, record: Record, values: t.Mapping[str, t.Any], changed: frozenset[str]) -> frozenset[str] | None:
        """Make the object hold ``values``: all readable fields with the wanted ones merged in.

        :param changed: names of the fields that differ; ``lines.password`` when passwords inside of ``lines`` have to
            be written although nobody can tell whether they differ.
        :returns: those of them that turned out to be in force already, for fields that no call reads.
        """

    @abc.abstractmethod
    def delete(self, record: Record) -> None:
        """Delete the object."""
