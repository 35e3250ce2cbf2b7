# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of an action as a form."""

from __future__ import annotations

import typing as t
from urllib.parse import urlencode

#: a value, a list of values, or values by key
Parameter = t.Union[str, "t.Sequence[str]", "t.Mapping[str, str]"]
Parameters = t.Mapping[str, Parameter]


def form(parameters: Parameters) -> bytes:
    """The parameters in the order given, arrays with bracketed names: ``RoleNames[]=User``, ``NpaNxx[217555]=2``."""
    pairs: list[tuple[str, str]] = []
    for name, value in parameters.items():
        if isinstance(value, str):
            pairs.append((name, value))
        elif isinstance(value, t.Mapping):
            pairs += [(f"{name}[{key}]", item) for key, item in value.items()]
        else:
            pairs += [(f"{name}[]", item) for item in value]
    return urlencode(pairs).encode("ascii")


def word(value: t.Any) -> str:
    """A value as the service writes it: booleans are words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
