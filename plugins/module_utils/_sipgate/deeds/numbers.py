# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers among the options of a deed."""

from __future__ import annotations

import typing as t

from ..._model.errors import ItemError


def check_option(name: str, number: str, check: t.Callable[[str], None]) -> None:
    """Refuse a number that is none. :raises ItemError: naming the option."""
    try:
        check(number)
    except ValueError as error:
        raise ItemError(f"{name} {error}") from None
