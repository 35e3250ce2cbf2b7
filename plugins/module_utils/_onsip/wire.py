# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Between option values, the records that answers show, and the parameters that actions take.

A parameter is called like the last step of the place where answers show its value: ``Contact.City`` is written by
``City``. That is the rule of the service; its exceptions stand in the adapters.
"""

from __future__ import annotations

import typing as t

from .._model.compare import UNREADABLE
from .._model.errors import RemoteError
from .._model.field import Field
from .._model.values import is_empty
from .._model.wire import read_wire
from .parameters import word


def shown_values(fields: t.Iterable[Field], row: t.Mapping[str, t.Any]) -> dict[str, t.Any]:
    """Option values from a record, without the secrets that the service shows as freely as everything else.

    Answers are text throughout; an empty one is no number and no boolean.

    :raises RemoteError: a value is of another kind, so the record cannot be understood.
    """
    fields = [field for field in fields if not field.secret]
    values = read_wire(fields, row)
    for field in fields:
        value = values[field.name]
        if value is None or field.type in ("list", "dict"):
            continue
        expected = {"int": int, "bool": bool}.get(field.type, str)
        if value == "" and (expected is not str or not field.clearable):
            # Nothing that could be given back: a contact may lack what no edit of it may lack.
            values[field.name] = None
        elif not isinstance(value, expected):
            text = f"the service shows {value!r} as {field.wire} where {expected.__name__} is expected"
            raise RemoteError(text, RemoteError.REFUSED)
    return values


def parameter_name(field: Field) -> str:
    """What the parameter of a field is called."""
    return t.cast(str, field.wire).rsplit(".", 1)[-1]


def written(fields: t.Iterable[Field], values: t.Mapping[str, t.Any]) -> dict[str, str]:
    """Parameters from option values; fields without a value, or with one that cannot be read, are left out."""
    parameters = {}
    for field in fields:
        value = values.get(field.name)
        if not is_empty(value) and value is not UNREADABLE and field.type in ("str", "int", "bool"):
            parameters[parameter_name(field)] = word(field.wire_choices.get(t.cast(str, value), value))
    return parameters
