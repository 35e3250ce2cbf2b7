# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Integers in texts, as Java reads them (``Integer.parseInt``)."""

from __future__ import annotations

import re

from .state.errors import NumberFormatError

# More digits than these are out of range, and Python refuses to convert thousands of them.
_INTEGER = re.compile(r"([+-]?)0*([0-9]{1,10})")


def java_int(text: str | None) -> int | None:
    """A 32-bit signed integer, with None for what Java refuses."""
    found = _INTEGER.fullmatch(text or "")
    if found is None:
        return None
    number = int(found[1] + found[2])
    return number if -(2**31) <= number < 2**31 else None


def parsed_int(text: str) -> int:
    """A 32-bit signed integer.

    :raises NumberFormatError: for what Java refuses
    """
    number = java_int(text)
    if number is None:
        raise NumberFormatError(text)
    return number
