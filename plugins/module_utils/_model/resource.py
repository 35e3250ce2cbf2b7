# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The declaration of a resource: its name, its key and its fields."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass
from functools import cached_property

from .compare import comparable, given_inside
from .errors import DeclarationError
from .field import Field

#: stands between the parts of a key; no name has one
_BETWEEN = "\n"


@dataclass(frozen=True)
class Resource:
    """What the engine knows of a kind of object.

    :param name: singular, in the vendor's words and snake_case (``hunt_group``).
    :param plural: name of the list (``hunt_groups``).
    :param key: name of the field that tells two objects apart; empty for what a server has exactly one of.
    :param fields: all fields, in the order in which people read them.
    :param protected: keys of objects that are never deleted, whoever asks.
    :param verifiable: secrets of which a call can tell whether they already work (``update_secrets: verify``); those
        inside of a field by dotted names (``lines.password``).
    :param uncreatable: why no call creates such an object, with what to do instead.
    :param undeletable: why no call deletes such an object.
    :param sequential: the server's writes of this kind disturb each other; they go one after the other.
    :param given: no call creates or deletes such an object, it is simply there; so there is no ``state``.
    :param given_states: what ``state`` may say besides ``present`` of an object that is given; adapters find it in the
        items that they :meth:`~.._engine.adapter.Adapter.expect`.
    :param irreversible: why each deletion has to be confirmed with an option of its own, ``confirm_delete``; such
        objects are never pruned.
    :param protected_because: what a refusal to delete a protected object says.
    :param consents: options of an item that are no part of the object: what the user agrees to. Adapters find them
        among the wanted values when these are translated.
    :param within: names of further fields of the key, where names are unique only inside of something. What an item
        does not mention of them is empty.
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
    given_states: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    irreversible: str = ""
    protected_because: str = "belongs to the system and is never deleted"
    consents: tuple[Field, ...] = ()

    def __post_init__(self) -> None:
        names = [field.name for field in self.fields]
        if len(names) != len(set(names)):
            raise DeclarationError(f"{self.name}: two fields have one name")
        if "state" in names:
            raise DeclarationError(f"{self.name}: state is an option of every resource, not a field")
        if self.single and not self.given:
            raise DeclarationError(f"{self.name}: what there is exactly one of is neither created nor deleted")
        if self.given_states and not self.given:
            raise DeclarationError(f"{self.name}: what is created and deleted is present or absent")
        for name in () if self.single else (self.key, *self.within):
            if name not in names:
                raise DeclarationError(f"{self.name}: the key {name} is not a field")
        clash = _clash(self.writable)
        if clash:
            raise DeclarationError("{}: {} and {} would be written to one place".format(self.name, *clash))
        key = None if self.single else self.field(self.key)
        if key is not None and (not key.required or key.read_only or key.secret or key.type != "str"):
            raise DeclarationError(f"{self.name}: the key must be a required, visible text")
        unknown = self.verifiable - {name for field in self.fields for name in field.secret_names}
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
    def single(self) -> bool:
        """Whether a server has exactly one of it, which needs no key."""
        return not self.key

    @property
    def states(self) -> tuple[str, ...]:
        """What ``state`` may say; empty where there is no such option."""
        if not self.given:
            return ("present", "absent")
        return ("present", *self.given_states) if self.given_states else ()

    @property
    def deletable(self) -> bool:
        """Whether any call deletes such an object."""
        return not self.undeletable and not self.given

    @property
    def prunable(self) -> bool:
        """Whether objects may be deleted because nobody declared them."""
        return self.deletable and not self.irreversible

    @cached_property
    def agreements(self) -> tuple[Field, ...]:
        """All options of an item that are no part of the object."""
        confirmation = (Field("confirm_delete", "bool"),) if self.irreversible else ()
        return (*self.consents, *confirmation)

    @cached_property
    def always_given(self) -> tuple[str, ...]:
        """The options without which an item names no object."""
        return () if self.single else (self.key, *(name for name in self.within if self.field(name).required))

    @cached_property
    def writable(self) -> tuple[Field, ...]:
        """The fields that users may set."""
        return tuple(field for field in self.fields if not field.read_only)

    @cached_property
    def secrets(self) -> tuple[Field, ...]:
        """The fields whose values are never shown."""
        return tuple(field for field in self.fields if field.secret)

    @cached_property
    def secret_holders(self) -> tuple[Field, ...]:
        """The fields that users may set and that have secrets among their options."""
        return tuple(field for field in self.writable if field.secrets_inside)

    def secrets_given(self, values: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
        """The secrets that wanted values carry, name to value.

        A secret inside of a field has its dotted name, and the value of the field.
        """
        given = {field.name: values[field.name] for field in self.secrets if values.get(field.name) is not None}
        for field in self.secret_holders:
            given.update(dict.fromkeys(given_inside(field, values.get(field.name)), values.get(field.name)))
        return given

    def key_of(self, values: t.Mapping[str, t.Any]) -> str:
        """The key in the form in which two keys are compared."""
        if self.single:
            return self.name
        key = t.cast(str, comparable(self.field(self.key), values[self.key]))
        if not self.within or not key:
            return key
        return _BETWEEN.join([key, *(str(comparable(self.field(name), values.get(name))) for name in self.within)])

    def label_of(self, values: t.Mapping[str, t.Any]) -> str:
        """How messages call an object: its key, and what the key is inside of."""
        if self.single:
            return ""
        around = [f"{name} {values[name]}" for name in self.within if values.get(name)]
        return str(values[self.key]) + (f" ({', '.join(around)})" if around else "")

    def is_protected(self, key: str) -> bool:
        """Whether the object with this comparable key must survive."""
        field = self.field(self.key)
        return key.partition(_BETWEEN)[0] in {comparable(field, name) for name in self.protected}


def _clash(fields: t.Sequence[Field]) -> tuple[str, str] | None:
    """The names of two fields of which one stands where the other does, or inside of it."""
    paths = [(field.name, t.cast(str, field.wire).split(".")) for field in fields]
    for name, path in paths:
        for other, longer in paths:
            if other != name and longer[: len(path)] == path:
                return name, other
    return None
