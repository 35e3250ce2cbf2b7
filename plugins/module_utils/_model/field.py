# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The declaration of one field of a resource."""

from __future__ import annotations

import typing as t
from dataclasses import dataclass

from .errors import DeclarationError
from .values import CONVERTERS


def camel_case(name: str) -> str:
    """``address_port`` becomes ``addressPort``, the form most wire formats use."""
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


@dataclass(frozen=True)
class Field:
    """One field: how users write it, how the server spells it, and how two values of it are compared.

    :param name: the option's name.
    :param type: ``str``, ``int``, ``bool``, ``list``, ``dict``, ``path`` or ``raw``, as in an argument spec.
    :param wire: where the value stands in the server's object, a dotted path; ``camelCase`` of the name by default.
    :param elements: type of the elements of a list.
    :param options: the fields of a ``dict`` or of each ``dict`` in a list.
    :param choices: the allowed values; a mapping also says how the server spells each.
    :param required: an object cannot be created without it.
    :param default: the value a new object gets when the option is omitted; ``None`` leaves it to the server.
    :param read_only: shown by info, accepted and ignored as input, never written.
    :param create_only: the server cannot change it later; a difference is an error of the item. A secret, or what no
        call reads back, is given once and never looked at again.
    :param secret: never shown; written by the rules of ``update_secrets``.
    :param secret_key: for a keyed ``dict``: whether the value of a key is a secret, though the server shows it.
    :param readable: whether any call reads it back; if not, it is written by the rules of ``update_unreadable``.
    :param may_be_hidden: some servers, or some objects, do not show it; it is ``UNREADABLE`` there.
    :param accompanies: names of the fields whose updates have to carry it. Where the server does not show it, it is
        written together with them, and has to be given for that.
    :param unordered: a list whose order means nothing to the server.
    :param keyed: a ``dict`` of which only the mentioned keys are managed (settings, permissions).
    :param clearable: whether the empty form clears it; if not, the empty form is refused.
    :param min_length: shortest text the server or its users can live with.
    :param minimum: smallest number.
    :param maximum: largest number.
    :param normalise: brings a single value to the form in which the server compares it.
    :param check: called with a value, raises ``ValueError`` with what is wrong with it.
    :param refers_to: kind of object whose names the value holds (for a list: each element).
    """

    name: str
    type: str = "str"
    wire: str | None = None
    elements: str | None = None
    options: tuple[Field, ...] = ()
    choices: tuple[str, ...] | t.Mapping[str, t.Any] = ()
    required: bool = False
    default: t.Any = None
    read_only: bool = False
    create_only: bool = False
    secret: bool = False
    secret_key: t.Callable[[str], bool] | None = None
    readable: bool = True
    may_be_hidden: bool = False
    accompanies: tuple[str, ...] = ()
    unordered: bool = False
    keyed: bool = False
    clearable: bool = True
    min_length: int = 0
    minimum: int | None = None
    maximum: int | None = None
    normalise: t.Callable[[t.Any], t.Any] | None = None
    check: t.Callable[[t.Any], None] | None = None
    refers_to: str | None = None

    def __post_init__(self) -> None:
        problem = self._contradiction()
        if problem:
            raise DeclarationError(f"field {self.name}: {problem}")
        if self.wire is None:
            object.__setattr__(self, "wire", camel_case(self.name))

    def _contradiction(self) -> str | None:
        if self.type not in CONVERTERS:
            return f"unknown type {self.type!r}"
        if (self.elements is not None) != (self.type == "list"):
            return "elements belong to lists, and each list names them"
        if self.options and "dict" not in (self.type, self.elements):
            return "options belong to a dict or a list of dicts"
        if self.unordered and self.type != "list":
            return "only a list can be unordered"
        if self.unordered and self.elements in ("dict", "list", "raw") and not self.options:
            return "the elements of an unordered list are plain values, or maps with options"
        if (self.keyed or self.secret_key is not None) and self.type != "dict":
            return "only a dict has keys"
        if self.min_length and "str" not in (self.type, self.elements):
            return "only a text has a length"
        if (self.minimum, self.maximum) != (None, None) and "int" not in (self.type, self.elements):
            return "only a number has limits"
        if self.secret and self.type not in ("str", "dict"):
            return "a secret is text, or a map of texts"
        if self.read_only and (self.required or self.create_only or self.secret or self.default is not None):
            return "what cannot be written has no rules for writing"
        if self.default is not None and self.choices and self.default not in self.choices:
            return "the default is none of the choices"
        names = [option.name for option in self.options]
        if len(names) != len(set(names)):
            return "two options have one name"
        return None

    @property
    def wire_choices(self) -> t.Mapping[str, t.Any]:
        """How the server spells each choice; empty when it spells them as users do."""
        return self.choices if isinstance(self.choices, t.Mapping) else {}

    @property
    def secrets_inside(self) -> tuple[str, ...]:
        """The secrets among its options, at any depth, by dotted names: ``lines.password``."""
        return tuple(f"{self.name}.{name}" for option in self.options for name in option.secret_names)

    @property
    def secret_names(self) -> tuple[str, ...]:
        """What is secret about it: the field itself, or some of its options."""
        return (self.name,) if self.secret else self.secrets_inside
