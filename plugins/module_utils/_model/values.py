# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types of option values: reading what a person wrote, and the empty form of each type."""

from __future__ import annotations

import typing as t

_TRUE = frozenset(("y", "yes", "on", "1", "true", "t"))
_FALSE = frozenset(("n", "no", "off", "0", "false", "f"))
_KINDS: tuple[tuple[t.Any, str], ...] = (
    (bool, "a boolean"),
    ((int, float), "a number"),
    (str, "a text"),
    ((list, tuple), "a list"),
    (dict, "a map"),
)


def to_str(value: t.Any) -> str:
    """Text as it is; numbers as they are written in YAML.

    :raises ValueError: for lists, maps and booleans, whose text form nobody means.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise ValueError("is a boolean where text is expected; quote it")
    if isinstance(value, (int, float)):
        return str(value)
    raise ValueError(f"is {kind_of(value)} where text is expected")


def to_int(value: t.Any) -> int:
    """A whole number, also from its decimal text. :raises ValueError: for everything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        try:
            return int(value.strip())
        except ValueError:
            pass
    raise ValueError("is not a whole number")


def to_bool(value: t.Any) -> bool:
    """A boolean, also from the words that YAML and Ansible take for one. :raises ValueError: for everything else."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise ValueError("is neither true nor false")


def to_list(value: t.Any) -> list[t.Any]:
    """A list; a single text or number is a list of one, and an empty text an empty list.

    :raises ValueError: for maps and other values.
    """
    if isinstance(value, (list, tuple)):
        return list(value)
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, int) and not isinstance(value, bool):
        return [value]
    raise ValueError("is not a list")


def to_dict(value: t.Any) -> dict[str, t.Any]:
    """A map with text keys. :raises ValueError: for everything else."""
    if isinstance(value, t.Mapping):
        return {str(key): item for key, item in value.items()}
    raise ValueError("is not a map")


def to_raw(value: t.Any) -> t.Any:
    """Whatever it is."""
    return value


CONVERTERS: dict[str, t.Callable[[t.Any], t.Any]] = {
    "str": to_str,
    "path": to_str,
    "int": to_int,
    "bool": to_bool,
    "list": to_list,
    "dict": to_dict,
    "raw": to_raw,
}

#: what "cleared" means for each type
EMPTY: dict[str, t.Any] = {"str": "", "path": "", "int": 0, "bool": False, "list": [], "dict": {}, "raw": None}


def is_empty(value: t.Any) -> bool:
    """Whether the value is the empty form of its type; ``0`` and ``False`` are values."""
    return value is None or (isinstance(value, (str, list, tuple, dict)) and not value)


def kind_of(value: t.Any) -> str:
    """What a value is, in the words of people who read YAML and JSON."""
    for kinds, words in _KINDS:
        if isinstance(value, kinds):
            return words
    return "nothing" if value is None else f"a {type(value).__name__}"
