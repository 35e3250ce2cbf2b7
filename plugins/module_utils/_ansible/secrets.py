# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding the secrets among option values, by the declarations."""

from __future__ import annotations

import typing as t

from .._model.field import Field


def secrets_in(fields: t.Iterable[Field], values: t.Mapping[str, t.Any]) -> t.Iterator[str]:
    """Every secret text among the values, at any depth. Values of the wrong type are looked into as far as possible."""
    for field in fields:
        value = values.get(field.name)
        if value is None:
            continue
        if field.secret:
            yield from _texts(value)
        elif field.secret_key is not None and isinstance(value, t.Mapping):
            for key, item in value.items():
                if field.secret_key(str(key)):
                    yield from _texts(item)
        elif field.options:
            for element in value if isinstance(value, (list, tuple)) else [value]:
                if isinstance(element, t.Mapping):
                    yield from secrets_in(field.options, element)


def _texts(value: t.Any) -> t.Iterator[str]:
    if isinstance(value, t.Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
    elif not isinstance(value, bool):
        yield str(value)
