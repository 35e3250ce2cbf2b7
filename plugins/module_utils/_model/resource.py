# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The declaration of a resource: its name, its key and its fields."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .compare import comparable
from .errors import DeclarationError
from .field import Field


@dataclass(frozen=True)
class Resource:
    """What the engine knows of a kind of object.

    :param name: singular, in the vendor's words and snake_case (``hunt_group``).
    :param plural: name of the list (``hunt_groups``).
    :param key: name of the field that tells two objects apart.
    :param fields: all fields, in the order in which people read them.
    :param protected: keys of objects that are never deleted, whoever asks.
    :param verifiable: secrets of which a call can tell whether they already work (``update_secrets: verify``).
    :param uncreatable: why no call creates such an object, with what to do instead.
    :param undeletable: why no call deletes such an object.
    :param sequential: the server's writes of this kind disturb each other; they go one after the other.
    :param given: no call creates or deletes such an object, it is simply there; so there is no ``state``.
    """

    name: str
    plural: str
    key: str
    fields: tuple[Field, ...]
    protected: frozenset[str] = frozenset()
    verifiable: frozenset[str] = frozenset()
    sequential: bool = False
    uncreatable: str = ""
    undeletable: str = ""
    given: bool = False

    def __post_init__(self) -> None:
        names = [field.name for field in self.fields]
        if len(names) != len(set(names)):
            raise DeclarationError(f"{self.name}: two fields have one name")
        if "state" in names:
            raise DeclarationError(f"{self.name}: state is an option of every resource, not a field")
        if self.key not in names:
            raise DeclarationError(f"{self.name}: the key {self.key} is not a field")
        clash = _clash(self.writable)
        if clash:
            raise DeclarationError("{}: {} and {} would be written to one place".format(self.name, *clash))
        key = self.field(self.key)
        if not key.required or key.read_only or key.secret or key.type != "str":
            raise DeclarationError(f"{self.name}: the key must be a required, visible text")
        unknown = self.verifiable - {field.name for field in self.fields if field.secret}
        if unknown:
            raise DeclarationError(
                "{}: only secrets are verified, not {}".format(self.name, ", ".join(sorted(unknown)))
            )

    def field(self, name: str) -> Field:
        """The field of that name. :raises KeyError: there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    @property
    def title(self) -> str:
        """How messages call such an object: ``hunt group``."""
        return self.name.replace("_", " ")

    @property
    def deletable(self) -> bool:
        """Whether any call deletes such an object."""
        return not self.undeletable and not self.given

    @property
    def writable(self) -> tuple[Field, ...]:
        """The fields that users may set."""
        return tuple(field for field in self.fields if not field.read_only)

    @property
    def secrets(self) -> tuple[Field, ...]:
        """The fields whose values are never shown."""
        return tuple(field for field in self.fields if field.secret)

    def key_of(self, values: t.Mapping[str, t.Any]) -> str:
        """The key in the form in which two keys are compared."""
        return t.cast(str, comparable(self.field(self.key), values[self.key]))

    def is_protected(self, key: str) -> bool:
        """Whether the object with this comparable key must survive."""
        field = self.field(self.key)
        return key in {comparable(field, name) for name in self.protected}


def _clash(fields: t.Sequence[Field]) -> tuple[str, str] | None:
    """The names of two fields of which one stands where the other does, or inside of it."""
    paths = [(field.name, t.cast(str, field.wire).split(".")) for field in fields]
    for name, path in paths:
        for other, longer in paths:
            if other != name and longer[: len(path)] == path:
                return name, other
    return None
